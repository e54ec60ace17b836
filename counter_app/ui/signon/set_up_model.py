"""What is told when a home is set up: the fields, what is wrong with them, the value that comes of it.

Pure. Papers are printed in both languages, so both are asked for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from counter_app.domain.names import check_name
from counter_app.domain.refusal import Refusal
from counter_app.domain.typed import half_width, plain_code
from counter_app.i18n import Text
from counter_app.services.staffing import PASSWORD_LEAST, STAFF_NUMBER
from counter_app.ui.signon.state_lines import FOLDER

REQUIRED = (
    *("bank_zh", "bank_en", "outlet_zh", "outlet_en", "address_zh", "address_en"),
    *("hours_zh", "hours_en", "phone", "complaint_phone", "terminal", "window"),
    *("number", "name", "password", "again"),
)
"""The fields in the order they are asked; `printer` is a choice and never empty."""

_TERMINAL = re.compile(r"[0-9]{2}")
_WINDOW = re.compile(r"[0-9A-Z]{1,4}")
_PHONE = re.compile(r"\+?[0-9][0-9 -]{3,23}[0-9]")
_AS_READ = str.maketrans("ILO", "110")


@dataclass(frozen=True, slots=True)
class SetUpFault:
    """What is to be mended in one field."""

    name: str
    code: str
    params: Mapping[str, str | int] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class SetUpTold:
    """A branch, its first administrator and this PC, as told and found right."""

    bank: Text
    outlet: Text
    address: Text
    hours: Text
    phone: str
    complaint_phone: str
    terminal: str
    window: str
    printer: str
    number: str
    name: str
    password: str = field(repr=False)


def told(typed: Mapping[str, str]) -> SetUpTold | tuple[SetUpFault, ...]:
    """The value that comes of the typed fields, or all that is wrong with them in their order."""
    values = _tidied(typed)
    faults = [fault for name in REQUIRED if (fault := _fault(name, values)) is not None]
    if faults:
        return tuple(faults)
    return SetUpTold(
        bank=_text(values, "bank"),
        outlet=_text(values, "outlet"),
        address=_text(values, "address"),
        hours=_text(values, "hours"),
        phone=values["phone"],
        complaint_phone=values["complaint_phone"],
        terminal=values["terminal"],
        window=values["window"],
        printer=values.get("printer") or FOLDER,
        number=values["number"],
        name=values["name"],
        password=typed["password"],
    )


def field_fault(name: str, typed: Mapping[str, str]) -> SetUpFault | None:
    """What is wrong with one field alone; an empty one is not yet wrong."""
    values = _tidied(typed)
    return _fault(name, values) if values[name] else None


def is_group(typed: str, group: str) -> bool:
    """Whether a group of the recovery sheet was typed back, whatever its case and width."""
    return plain_code(typed).translate(_AS_READ) == plain_code(group).translate(_AS_READ)


def _tidied(typed: Mapping[str, str]) -> Mapping[str, str]:
    values = {name: " ".join(typed.get(name, "").split()) for name in (*REQUIRED, "printer")}
    for name in ("phone", "complaint_phone", "number", "terminal", "window"):
        values[name] = half_width(values[name])
    values["terminal"] = values["terminal"].zfill(2) if values["terminal"] else ""
    values["window"] = values["window"].upper()
    values["password"], values["again"] = typed.get("password", ""), typed.get("again", "")
    return MappingProxyType(values)


def _fault(name: str, values: Mapping[str, str]) -> SetUpFault | None:
    value = values[name]
    if not value:
        return SetUpFault(name, "again_empty" if name == "again" else "required")
    if name == "name":
        checked = check_name(value)
        if isinstance(checked, Refusal):
            return SetUpFault(name, checked.code, checked.params)
        return None
    shapes = {
        "phone": (_PHONE, "office_phone_shape"),
        "complaint_phone": (_PHONE, "office_phone_shape"),
        "terminal": (_TERMINAL, "terminal_shape"),
        "window": (_WINDOW, "window_shape"),
        "number": (STAFF_NUMBER, "staff_number_shape"),
    }
    if name in shapes:
        shape, code = shapes[name]
        return None if shape.fullmatch(value) else SetUpFault(name, code)
    if name == "password" and len(value) < PASSWORD_LEAST:
        return SetUpFault(name, "password_short", {"least": PASSWORD_LEAST})
    if name == "again" and value != values["password"]:
        return SetUpFault(name, "password_differs")
    return None


def _text(values: Mapping[str, str], name: str) -> Text:
    return Text(values[f"{name}_zh"], values[f"{name}_en"])
