"""What a customer's page says: masked facts, and where two windows wrote apart.

Pure but for the words. Full numbers never leave this module.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.domain.identity import IdentityKind
from counter_app.domain.masks import mask_address, mask_number, mask_phone, scrub
from counter_app.i18n import Language
from counter_app.journal.codec import Happened
from counter_app.journal.folds.presence import CustomerView
from counter_app.ui.customers.case_words import day_and_time
from counter_app.ui.widgets.checklist_row import Fact

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values that a group has at once: what differs, who wrote it, when, and its entry."""

    facts: tuple[Fact, ...]
    by: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A group of fields that was amended apart and that nobody has settled."""

    title: str
    versions: tuple[Version, ...]
    group: str = ""


def customer_facts(view: CustomerView, language: Language, today: dt.date) -> list[Fact]:
    """The customer's record, masked; what is not known is left out."""
    facts: list[Fact] = []
    for group in ("identity", "contact", "address", "preferences"):
        register = view.groups.get(group)
        if register is not None and register.value:
            facts += group_facts(dict(register.value), language)
    since = day_and_time(view.first_at or "", today)
    return [*facts, Fact(translate("customer", "首次登记"), since)]


def group_facts(fields: Mapping[str, str], language: Language) -> list[Fact]:
    """The fields of a group in words, without the name, which is the page's heading."""
    order = ("paper", "number", "valid_until", "birth", "sex", "phone", "address")
    known = [name for name in order if fields.get(name)]
    rest = [name for name in sorted(fields) if name not in (*order, "name") and fields[name]]
    return [_fact(name, fields[name], language) for name in (*known, *rest)]


def conflicts_of(
    view: CustomerView,
    history: Sequence[Happened],
    staff_words: Callable[[str], str],
    language: Language,
    today: dt.date,
) -> list[Conflict]:
    """Each group in conflict with its versions, and only the fields that differ."""
    written = {one.entry.hash: one.entry for one in history}
    found = []
    for group in view.conflicts:
        held = view.groups[group].held
        differing = _differing([dict(one.value) for one in held])
        versions = []
        for one in held:
            entry = written.get(one.entry)
            facts = {name: value for name, value in one.value if name in differing}
            by = staff_words(entry.actor.partition("/")[2]) if entry else ""
            at = day_and_time(entry.occurred_at, today) if entry else ""
            shown = [Fact(translate("customer", "姓名"), facts["name"])] if "name" in facts else []
            shown += group_facts(facts, language)
            versions.append(Version(tuple(shown), f"{by}  {at}".strip(), one.entry))
        found.append(Conflict(group_words(group), tuple(versions), group))
    return found


def group_words(group: str) -> str:
    """证件, 联系方式, 地址, 偏好."""
    words = {
        "identity": translate("customer", "身份资料"),
        "contact": translate("customer", "联系方式"),
        "address": translate("customer", "地址"),
        "preferences": translate("customer", "服务需要"),
    }
    return words.get(group, group)


def _differing(versions: Sequence[Mapping[str, str]]) -> set[str]:
    names: Iterable[str] = {name for one in versions for name in one}
    return {name for name in names if len({one.get(name) for one in versions}) > 1}


def _fact(name: str, value: str, language: Language) -> Fact:
    labels = {
        "paper": translate("customer", "证件种类"),
        "number": translate("customer", "证件号码"),
        "valid_until": translate("customer", "有效期到"),
        "birth": translate("customer", "出生年份"),
        "sex": translate("customer", "性别"),
        "phone": translate("customer", "手机"),
        "address": translate("customer", "住址"),
    }
    return Fact(labels.get(name, name), _shown(name, value, language))


def _shown(name: str, value: str, language: Language) -> str:
    if name == "paper" and value in set(IdentityKind):
        return IdentityKind(value).label.into(language)
    if name == "number":
        return mask_number(value)
    if name == "phone":
        return mask_phone(value)
    if name == "address":
        return mask_address(value)
    if name == "birth":
        return value[:4]
    sexes = {"male": translate("customer", "男"), "female": translate("customer", "女")}
    return sexes.get(value, scrub(value)) if name == "sex" else scrub(value)
