"""One box for each type of field, with one way to read, fill and hear it.

Owns which control of the kit shows which type. Judges no value.
"""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from counter_app.domain.masks import STAR, mask_number, mask_phone
from counter_app.forms.run_views import FieldLine
from counter_app.ui.desk.means import Means
from counter_app.ui.widgets.code_field import IDENTITY_GROUPS, PHONE_GROUPS, CodeField
from counter_app.ui.widgets.field_box import FieldBox, TextField
from counter_app.ui.widgets.option_card import Option, OptionGroup
from counter_app.ui.widgets.value_fields import AmountField, Choice, ChoiceField, DateField

Box = FieldBox | ChoiceField | OptionGroup

IDENTITY_SIGNS = 18
LAST_SIGNS = 4


def make_box(means: Means, line: FieldLine, yes: str, no: str, today: dt.date) -> Box:
    """The control of a field, empty."""
    theme = means.theme
    if line.read_only:
        return TextField(theme, read_only=True)
    if line.type == "choice":
        return ChoiceField(theme, choices_of(means, line), means.initials)
    if line.type == "yes_no":
        return OptionGroup(theme, (Option("yes", yes), Option("no", no)), cards=False)
    if line.type == "date":
        return DateField(theme, lambda: today)
    if line.type == "amount":
        return AmountField(theme, "")
    if line.type == "id_number":
        return CodeField(theme, IDENTITY_SIGNS, IDENTITY_GROUPS, mask=_masked(mask_number))
    if line.type == "phone":
        return CodeField(theme, 0, PHONE_GROUPS, mask=_masked(mask_phone))
    if line.type == "last4":
        return CodeField(theme, LAST_SIGNS)
    return CodeField(theme) if line.type == "integer" else TextField(theme)


def choices_of(means: Means, line: FieldLine) -> list[Choice]:
    """The answers of a choice."""
    return [Choice(option.id, means.say(option.label)) for option in line.options]


def is_wide(line: FieldLine) -> bool:
    """Whether the field takes the whole width: long free words, or a sum with its workings."""
    return line.sum is not None or (line.type == "text" and line.max_length > 60)


def hear(box: Box, edited: Callable[[str], None], left: Callable[[], None]) -> None:
    """Call `edited` with the value on each change by hand, `left` when the focus has gone."""
    if isinstance(box, DateField):
        box.edited.connect(lambda raw: edited(_in_full(box, raw)))
        box.left.connect(left)
    elif isinstance(box, FieldBox):
        box.edited.connect(edited)
        box.left.connect(left)
    else:
        box.chosen.connect(edited)
        if isinstance(box, ChoiceField):
            box.left.connect(left)


def focused(box: QWidget) -> bool:
    """Whether the box or a part of it has the focus."""
    return box.hasFocus() or any(child.hasFocus() for child in box.findChildren(QWidget))


def _in_full(box: DateField, raw: str) -> str:
    """A date typed short, as it will stand in the field once it is left."""
    day = box.date()
    return day.isoformat() if day is not None else raw


def _masked(mask: Callable[[str], str]) -> Callable[[str], str]:
    """A value that comes masked already, from what is known of the person, stays as it is."""
    return lambda value: value if STAR in value else mask(value)
