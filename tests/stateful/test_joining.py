"""PCs that join by a snapshot converge with all others; planted bugs show that the test can fail."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import precondition, rule

from counter_app.db.store import SqliteStore
from counter_app.journal.entry import Entry
from tests.stateful.joining_world import JoiningWorld, run_joining_seed
from tests.stateful.test_convergence_machine import CHANCE, TERMINALS, USUAL, Convergence
from tests.stateful.world import Bugs, Difference, shared_folder

SEEDS = 160
CHUNKS = 8
MOST_UNTIL_FOUND = 120
BEFELL = {"by_snapshot", "deceived", "restarted_ahead", "erased_ahead"}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with shared_folder() as path:
        yield path


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_joined_pcs_converge(folder: Path, chunk: int) -> None:
    """A difference names its seed; each chunk sees everything that can befall."""
    befell: Counter[str] = Counter()
    size = SEEDS // CHUNKS
    for seed in range(chunk * size, (chunk + 1) * size):
        try:
            befell += run_joining_seed(folder, seed)
        except Difference as difference:
            pytest.fail(f"seed {seed}: {difference.what}")
    assert set(befell) >= BEFELL, befell


class Joining(Convergence):
    """The machine with PCs that join, snapshots honest and lying, and erasures."""

    made = JoiningWorld
    world: JoiningWorld

    @rule(terminal=TERMINALS, chance=CHANCE)
    def make_snapshot(self, terminal: int, chance: int) -> None:
        """One that has everything makes a snapshot."""
        self._at(chance)
        self.world.make_snapshot(self._terminal(terminal))

    @rule(terminal=TERMINALS, chance=CHANCE)
    def lie(self, terminal: int, chance: int) -> None:
        """One signs what was never written."""
        self._at(chance)
        self.world.lie(self._terminal(terminal))

    @precondition(lambda self: hasattr(self, "world") and self.world.to_come)
    @rule(chance=CHANCE)
    def join(self, chance: int) -> None:
        """A PC that has nothing meets the branch."""
        self._at(chance)
        self.world.join(self.world.to_come.pop(0))

    @rule(terminal=TERMINALS, chance=CHANCE)
    def erase(self, terminal: int, chance: int) -> None:
        """Bodies are ordered to go."""
        self._at(chance)
        self.world.erase(self._terminal(terminal))


Joining.TestCase.settings = settings(USUAL, max_examples=40)
TestJoining = Joining.TestCase


class BelievesLies(SqliteStore):
    """Planted: what the chain says otherwise is not looked at."""

    def _come_over(self, fresh: list[Entry]) -> tuple[list[Entry], list[Entry]]:
        told = super()._come_over(fresh)
        self._lie = None
        return told


class KeepsItsViews(SqliteStore):
    """Planted: a snapshot that lied is thrown away, and what it had told is left as it was."""

    def _read_anew(self, subjects: object) -> None:
        del subjects


class ForgetsWhatIsAhead(SqliteStore):
    """Planted: Views are folded from what is chained alone."""

    def entries_of(self, subject: str) -> list[Entry]:
        return self._entries("subject = ?", subject)


@pytest.mark.parametrize("store", [BelievesLies, KeepsItsViews, ForgetsWhatIsAhead])
def test_a_planted_bug_is_found(folder: Path, store: type[SqliteStore]) -> None:
    for seed in range(MOST_UNTIL_FOUND):
        try:
            run_joining_seed(folder, seed, Bugs(store=store))
        except Difference:
            return
    pytest.fail(f"the planted bug stayed unseen in {MOST_UNTIL_FOUND} seeds")
