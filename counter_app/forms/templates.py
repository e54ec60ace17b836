"""`{names}` inside the texts of a procedure: which are allowed, and what stands in their place.

Owns the list of names and the filling. Values arrive already worded and masked.
"""

import re
from collections.abc import Iterable, Mapping

from counter_app.forms.rules import RuleBook
from counter_app.forms.spec import ProcedureSpec
from counter_app.i18n import Text

BLANK = "＿＿"
"""Stands for a value that is not known yet, where the sentence must be said all the same."""

PERSONS = ("holder", "agent", "guardian", "visitor")
"""`visitor` is who stands at the counter: the agent or guardian, else the holder."""
PERSON_WORDS = ("name", "number", "phone", "identity", "valid_until")

_NAME = re.compile(r"\{([^{}]*)\}")


def names_in(words: str) -> list[str]:
    """The names used, in order."""
    return _NAME.findall(words)


def without_names(words: str) -> str:
    """What remains when the names are taken out."""
    return _NAME.sub("", words)


def stray_brace(words: str) -> int | None:
    """Where a brace stands that opens or closes nothing; None when all are paired."""
    rest = _NAME.sub(lambda match: "x" * len(match.group()), words)
    places = [rest.index(sign) for sign in "{}" if sign in rest]
    return min(places, default=None)


def allowed_names(spec: ProcedureSpec, rules: RuleBook) -> frozenset[str]:
    """Every name that this procedure's texts may use."""
    names: set[str] = {f"{person}.{word}" for person in PERSONS for word in PERSON_WORDS}
    names |= {field.id for field in spec.fields}
    names |= {f"{field.id}_capital" for field in spec.fields if field.type in ("amount", "sum")}
    names |= {f"rule.{key}" for key in sorted(rules.keys())}
    names |= {f"date.{step.id}" for step in spec.next_steps}
    return frozenset(names | {"date.today", "service"})


def filled(text: Text, values: Mapping[str, Text]) -> Text:
    """The text with every value in its place, and a blank where one is not known."""

    if "{" not in text.zh and "{" not in text.en:
        return text

    def put(words: str, language: str) -> str:
        def value(match: re.Match[str]) -> str:
            known = values.get(match.group(1))
            return BLANK if known is None else (known.zh if language == "zh" else known.en)

        return _NAME.sub(value, words)

    return Text(put(text.zh, "zh"), put(text.en, "en"))


def known(text: Text, values: Mapping[str, Text]) -> bool:
    """Whether every value of the text is known."""
    return all(name in values for name in _unique(text))


def _unique(text: Text) -> Iterable[str]:
    return dict.fromkeys(names_in(text.zh) + names_in(text.en))
