"""Every fact can be written and read again, whatever of it is absent."""

import types
import typing
from collections.abc import Iterator

import pytest

from counter_app.journal.facts import FACT_BY_KIND, FACTS
from counter_app.journal.facts.base import Fact, Value


def values_in(model: type[Value]) -> Iterator[type[Value]]:
    """The fact and every value it is made of."""
    yield model
    for info in model.model_fields.values():
        for part in parts_of(info.annotation):
            if isinstance(part, type) and issubclass(part, Value):
                yield from values_in(part)


def parts_of(annotation: object) -> Iterator[object]:
    yield annotation
    for part in typing.get_args(annotation):
        yield from parts_of(part)


def may_be_absent(annotation: object) -> bool:
    is_union = typing.get_origin(annotation) in (typing.Union, types.UnionType)
    return is_union and type(None) in typing.get_args(annotation)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.KIND)
def test_what_may_be_absent_is_absent_by_itself(fact: type[Fact]) -> None:
    """A body leaves absent values out, so a field that may be None must not be required."""
    for model in values_in(fact):
        for name, info in model.model_fields.items():
            if may_be_absent(info.annotation):
                assert not info.is_required(), f"{model.__name__}.{name}"


def test_each_kind_has_one_class() -> None:
    assert len(FACT_BY_KIND) == len(FACTS)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.KIND)
def test_personal_fields_are_fields(fact: type[Fact]) -> None:
    assert set(fact.model_fields) >= fact.PERSONAL
