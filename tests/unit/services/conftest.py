"""A terminal on a real store, not yet founded, and one of a founded branch."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.services import founding
from counter_app.services.publishing import parts_of
from tests.unit.services.standing import (
    BRANCH_TOLD,
    FIRST,
    MORNING,
    Standing,
    new_standing,
    shipped,
)


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Standing]:
    """A new store: only its first entry stands."""
    made = new_standing(tmp_path / "home")
    yield made
    made.store.close()


@pytest.fixture
def here(bare: Standing) -> Standing:
    """A founded branch with its first administrator."""
    bare.found()
    return bare


@pytest.fixture
def offering(bare: Standing) -> Standing:
    """A branch founded with the shipped procedures and rules."""
    content = parts_of(shipped())
    done = founding.found(bare.counter, BRANCH_TOLD, FIRST, content, MORNING.date())
    assert isinstance(done, founding.Founded), done
    bare.branch = done.branch
    return bare
