"""What every part of a procedure file is made of: texts, ids, conditions, figures, sources.

Owns the smallest pieces and the rule that an unknown word is an error. What is made of them stands in
`spec` and `spec_parts`.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from counter_app.i18n import Text


def _checked_text(value: Any) -> Any:
    if isinstance(value, Text):
        return value
    if not isinstance(value, Mapping):
        raise PydanticCustomError("text_shape", "a text has the two lines zh and en")
    for key in value:
        if key not in ("zh", "en"):
            raise PydanticCustomError("text_key", "a text has only zh and en", {"key": str(key)})
    for key in ("zh", "en"):
        words = value.get(key)
        if words is not None and not isinstance(words, str):
            raise PydanticCustomError("text_words", "zh and en are words", {"key": key})
        if words is None or not words.strip():
            raise PydanticCustomError("text_empty", "both zh and en must be filled", {"key": key})
    return value


Words = Annotated[Text, BeforeValidator(_checked_text)]
"""A sentence in both languages; may hold `{names}` where the field's description says so."""

ID = r"^[a-z][a-z0-9_]{0,39}$"
CODE = r"^[A-Z]{2,8}$"
NUMBER = r"^[0-9]{3}$"
EDITION = r"^[0-9]{4}-[0-9]{2}(-[0-9a-z]+)?$"
CURRENCY = r"^[A-Z]{3}$"
RULE = r"^rule\.[a-z][a-z0-9_]{0,39}$"

Id = Annotated[str, StringConstraints(pattern=ID)]
Condition = Annotated[str, StringConstraints(min_length=1, max_length=300)]


def _checked_figure(value: Any) -> Any:
    named = isinstance(value, str) and value.startswith("rule.")
    if not named and (not isinstance(value, int) or isinstance(value, bool)):
        raise PydanticCustomError("figure_shape", "a whole number, or rule.<key>")
    return value


FigureOrNumber = Annotated[int | str, BeforeValidator(_checked_figure)]
"""A whole number, or `rule.<key>`. A legal length of time is always a figure."""

StepName = Literal["reception", "need", "documents", "details", "read_back", "core", "completion"]
WayName = Literal["self", "agent", "guardian"]
PersonName = Literal["holder", "agent", "guardian"]
Mark = Literal["V", "S", "R"]
"""How far a source was read: V the text itself, S a secondary source, R this bank's own rule."""


class Spec(BaseModel):
    """Common to all: frozen, and a word it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class SourceSpec(Spec):
    """Where a line comes from. `read` is the day on which somebody read it there."""

    title: Words
    mark: Mark
    read: dt.date
