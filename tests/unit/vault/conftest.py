"""A key ring whose entropy is the same each time, and a home for it."""

import hashlib
from pathlib import Path

import pytest

from counter_app.vault.keys import Created, KeyRing
from counter_app.vault.machine_seal import FileModeSeal


class CountedEntropy:
    """Bytes that nobody would call random, each call's different from the last's."""

    def __init__(self, seed: str = "counted") -> None:
        self._seed = seed
        self._calls = 0

    def __call__(self, size: int) -> bytes:
        """The next `size` bytes."""
        self._calls += 1
        return hashlib.shake_256(f"{self._seed}/{self._calls}".encode()).digest(size)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for a home, not made yet."""
    return tmp_path / "home"


@pytest.fixture
def ring() -> KeyRing:
    """A key ring of this machine."""
    return KeyRing(CountedEntropy(), FileModeSeal())


@pytest.fixture
def created(ring: KeyRing, home: Path) -> Created:
    """The home's first keys."""
    made = ring.create(home)
    assert isinstance(made, Created)
    return made
