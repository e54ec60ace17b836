"""A body is the bytes of RFC 8785, whichever way they are made."""

from collections.abc import Iterator
from typing import ClassVar, get_args

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from counter_app.journal.codec import encode_body
from counter_app.journal.facts import FACTS
from counter_app.journal.facts.base import Fact

SIGNS = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(SIGNS, max_size=20) | st.sampled_from(
    ['\x7f\x00\x1f\b\t\n\f\r"\\/', "𠮷", "\ue000", "110105198001010016", "\u2028\u2029"]
)


class Anything(Fact):
    """Every shape that a body may have."""

    KIND: ClassVar[str] = "anything"
    SUBJECT: ClassVar[str] = "case"

    text: str
    count: int
    yes: bool
    values: dict[str, str]
    lists: tuple[tuple[str, ...], ...]
    none: str | None = None


@given(
    TEXTS,
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.booleans(),
    st.dictionaries(TEXTS, TEXTS, max_size=6),
    st.lists(st.lists(TEXTS, max_size=3), max_size=3),
)
def test_the_bytes_are_those_of_the_standard(
    text: str, count: int, yes: bool, values: dict[str, str], lists: list[list[str]]
) -> None:
    fact = Anything(text=text, count=count, yes=yes, values=values, lists=tuple(map(tuple, lists)))
    expected = rfc8785.dumps(fact.model_dump(mode="json", exclude_none=True)).decode()
    assert encode_body(fact) == expected


def test_a_number_that_json_cannot_carry_is_refused() -> None:
    with pytest.raises(rfc8785.IntegerDomainError):
        encode_body(Anything(text="", count=2**53, yes=True, values={}, lists=()))


def types_in(model: type[BaseModel]) -> Iterator[object]:
    """Every type that a body of this model may hold."""
    for field in model.model_fields.values():
        yield from inner(field.annotation)


def inner(annotation: object) -> Iterator[object]:
    """A type and those within it."""
    yield annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from types_in(annotation)
    for part in get_args(annotation):
        yield from inner(part)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.KIND)
def test_no_fact_holds_a_float(fact: type[Fact]) -> None:
    assert all(one is not float for one in types_in(fact))
