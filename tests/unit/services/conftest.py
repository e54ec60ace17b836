"""A terminal on a real store, not yet founded, and one of a founded branch."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.services.standing import Standing, new_standing, offer


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
    offer(bare)
    return bare
