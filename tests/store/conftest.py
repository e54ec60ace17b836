"""An open store and its files; closed when the test ends."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.db.store import SqliteStore, StoreFiles
from tests.store.writing import Hand, new_store


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where a home is, or will be."""
    return tmp_path / "home"


@pytest.fixture
def files(home: Path) -> StoreFiles:
    """The store's files in the home."""
    return StoreFiles.in_home(home)


@pytest.fixture
def store(home: Path) -> Iterator[SqliteStore]:
    """A fresh store."""
    made = new_store(home)
    yield made
    made.close()


@pytest.fixture
def hand(store: SqliteStore) -> Hand:
    """Writes into the store."""
    return Hand(store)
