"""What every fact is, and how a fact describes itself in the one table of facts.

Owns the base class only. A fact is past tense; its `KIND` is the string stored for ever, never a class
path. Values that a decision took from elsewhere stand in the fact as values with their source.
"""

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

Audience = Literal["all", "complaint", "quality", "restricted"]

Retention = Literal["identity", "business", "staff", "system"]
"""How long the law or the bank keeps it; the periods stand in `docs/facts.md`."""


class Value(BaseModel):
    """A frozen part of a fact."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fact(Value):
    """One thing that happened, said by one person or machine, about one subject.

    `SUBJECT` is the part of the subject id before the stroke. `PERSONAL` names the fields that hold
    data of a person outside the staff. `WRITER` says whose actor may stand on the entry.
    """

    KIND: ClassVar[str]
    VERSION: ClassVar[int] = 1
    SUBJECT: ClassVar[str]
    AUDIENCE: ClassVar[Audience] = "all"
    RETENTION: ClassVar[Retention] = "business"
    PERSONAL: ClassVar[frozenset[str]] = frozenset()
    WRITER: ClassVar[Literal["staff", "terminal", "customer"]] = "staff"


class Words(Value):
    """The same words in Chinese, which governs, and English."""

    zh: str
    en: str
