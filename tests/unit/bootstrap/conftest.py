"""A home of the test's own, as it is when the program was closed properly."""

import shutil
from pathlib import Path

import pytest

from counter_app.config import Home
from tests.unit.bootstrap.homes import morning_home


@pytest.fixture(scope="session")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The home that tests copy; no test changes it."""
    return morning_home(tmp_path_factory.mktemp("morning") / "home")


@pytest.fixture
def home(morning: Home, tmp_path: Path) -> Home:
    """A home to be broken."""
    shutil.copytree(morning.folder, tmp_path / "home")
    return Home(tmp_path / "home")
