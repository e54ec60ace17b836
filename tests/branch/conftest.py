"""A real branch for the tests: one cluster for the run, an empty database for whoever asks."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import pytest

from counter_app.db.branch.connecting import BranchAddress, BranchLine
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.rehearsal.local_postgres import LocalPostgres, make_cluster
from counter_app.sync import snapshots

NUMBERS = count(1)
PASSWORD = "only here"


@pytest.fixture(scope="session")
def cluster() -> Iterator[LocalPostgres]:
    """A server that forgets a power cut: the drills have one that does not."""
    folder = Path(mkdtemp(prefix="counter-branch-"))
    folder.chmod(0o755)
    made = make_cluster(folder / "cluster", {"fsync": "off"})
    yield made
    made.stop("immediate")
    shutil.rmtree(folder)


@pytest.fixture(autouse=True)
def no_snapshot_by_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PC looks at a moment that chance chooses whether to make one; here tests say when."""
    monkeypatch.setattr(snapshots, "LOOK_S", (1e9, 1e9))


@pytest.fixture
def database(cluster: LocalPostgres) -> Iterator[str]:
    """An empty branch database; its name."""
    name = f"b{next(NUMBERS)}"
    cluster.create_database(name)
    BranchUpkeep(cluster.url(name)).init("branch/demo", "demo")
    yield name
    cluster.drop_database(name)


@pytest.fixture
def admitted(cluster: LocalPostgres, database: str) -> Iterator[Callable[..., PostgresBranch]]:
    """Admits a terminal, and gives the branch as it sees it."""
    lines: list[BranchLine] = []

    def admit(terminal: int = 3, audiences: tuple[str, ...] = ("all",)) -> PostgresBranch:
        role = BranchUpkeep(cluster.url(database)).admit(terminal, audiences, PASSWORD)
        line = BranchLine(BranchAddress(cluster.url(database, role)))
        lines.append(line)
        return PostgresBranch(line)

    yield admit
    for line in lines:
        line.close()
