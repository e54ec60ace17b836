"""From a code with its parameters to the sentence a person reads.

Words parameters that are codes themselves: kinds of paper, parts, ways of coming.
"""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.domain.identity import IdentityKind
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role, conflict
from counter_app.forms.facts_table import WAYS
from counter_app.forms.run_views import Fault
from counter_app.i18n import Language
from counter_app.ui.words.marks import led
from counter_app.ui.words.table import EXCEPTIONS, PAPER_REASONS, SENTENCES

_CONTEXT = "words"

_UNKNOWN = QT_TRANSLATE_NOOP("words", "现在不能这样做（{code}）")

_PARTS: dict[str, object] = {
    "self": QT_TRANSLATE_NOOP("words", "本人"),
    "agent": QT_TRANSLATE_NOOP("words", "代理人"),
    "guardian": QT_TRANSLATE_NOOP("words", "监护人"),
    "ward": QT_TRANSLATE_NOOP("words", "被监护人"),
    "companion": QT_TRANSLATE_NOOP("words", "陪同人"),
}


def refusal_sentence(refusal: Refusal, language: Language) -> str:
    """Why not, and what to do."""
    params = {key: str(value) for key, value in refusal.params.items()}
    return sentence(refusal.code, params, language)


def fault_sentence(fault: Fault, language: Language) -> str:
    """What is to be mended; the procedure's own reason where it gives one."""
    words = sentence(fault.code, dict(fault.params), language)
    if fault.reason is None:
        return words
    return led(words, fault.reason.into(language))


def sentence(code: str, params: Mapping[str, str], language: Language) -> str:
    """The sentence of a code. An unknown code says so rather than nothing."""
    words = SENTENCES.get(code)
    if words is None:
        return _say(_UNKNOWN).format(code=code)
    return _say(words).format(**_worded(params, language))


def exception_words(code: str) -> str:
    """A few words for an exception of the day log."""
    return _say(EXCEPTIONS[code]) if code in EXCEPTIONS else code


def paper_reason_words(code: str) -> str:
    """A few words on why a copy did not go out; nothing for a code without words of its own."""
    return _say(PAPER_REASONS[code]) if code in PAPER_REASONS else ""


def part_words(part: str) -> str:
    """本人, 代理人, 监护人…"""
    return _say(_PARTS[part])


def _worded(params: Mapping[str, str], language: Language) -> dict[str, str]:
    worded = dict(params)
    kind = params.get("kind", "")
    if kind in set(IdentityKind):
        worded["kind"] = IdentityKind(kind).label.into(language)
    if params.get("part") in _PARTS:
        worded["part"] = part_words(params["part"])
    way = dict(WAYS).get(params.get("way", ""))
    if way is not None:
        worded["way"] = way.into(language)
    if {"first", "second"} <= params.keys():
        worded |= _roles_apart(Role(params["first"]), Role(params["second"]), language)
    return worded


def _roles_apart(first: Role, second: Role, language: Language) -> dict[str, str]:
    rule = conflict((first, second))
    return {
        "first": first.label.into(language),
        "second": second.label.into(language),
        "why": rule.reason.into(language) if rule else "",
    }


def _say(words: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(words))
