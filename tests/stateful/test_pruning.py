"""PCs of unequal scope converge, nothing that leaves is lost; planted bugs show that it can fail."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from counter_app.db.journal_store import JournalStore
from counter_app.db.store import SqliteStore
from counter_app.journal.entry import Entry
from counter_app.journal.views import View
from counter_app.rehearsal.simulated_branch import SimulatedBranch
from counter_app.services.scope import Scope
from counter_app.services.scope_ports import LetGo
from tests.stateful.pruning_world import LetsGoEasily, run_pruning_seed
from tests.stateful.world import Bugs, Difference, shared_folder

SEEDS = 96
CHUNKS = 4
MOST_UNTIL_FOUND = 150
SOONEST = 54
"""A history in which bodies that left too early are missed; it is tried before the others."""
BEFELL = {"let_go", "opened", "restored", "erased_elsewhere", "away_at_the_end"}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with shared_folder() as path:
        yield path


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_nothing_that_leaves_is_lost(folder: Path, chunk: int) -> None:
    """A difference names its seed; each chunk sees everything that can befall."""
    befell: Counter[str] = Counter()
    size = SEEDS // CHUNKS
    for seed in range(chunk * size, (chunk + 1) * size):
        try:
            befell += run_pruning_seed(folder, seed)
        except Difference as difference:
            pytest.fail(f"seed {seed}: {difference.what}")
    assert set(+befell) >= BEFELL, befell


class AsksNobody(LetsGoEasily):
    """Planted: what is over leaves, whatever the branch holds of it."""

    def let_go(self, subjects: Sequence[str], kept: Collection[str], scope: Scope) -> LetGo:
        every = {one.hash for subject in subjects for one in self.entries_of(subject)}
        return super().let_go(subjects, every | set(kept), scope)


class LetsGoOfMost(LetsGoEasily):
    """Planted: one body that the branch keeps is enough to let all of a subject go."""

    def let_go(self, subjects: Sequence[str], kept: Collection[str], scope: Scope) -> LetGo:
        held = {one: {e.hash for e in self.entries_of(one)} for one in subjects}
        known = [hashes for hashes in held.values() if hashes & set(kept)]
        return super().let_go(subjects, set(kept).union(*known), scope)


class WritesItsRows(LetsGoEasily):
    """Planted: rows are made of the bare Views of what was let go."""

    def _write_rows(self, changed: Iterable[tuple[View, View | None]]) -> None:
        JournalStore._write_rows(self, changed)


class HearsNothing(LetsGoEasily):
    """Planted: news about what was let go calls nothing back."""

    def _fold_and_write(self, entries: Sequence[Entry]) -> None:
        JournalStore._fold_and_write(self, entries)


@pytest.mark.parametrize("store", [AsksNobody, LetsGoOfMost, WritesItsRows, HearsNothing])
def test_a_planted_bug_of_the_store_is_found(folder: Path, store: type[SqliteStore]) -> None:
    seek(folder, Bugs(store=store))


class BelievesInItself(SimulatedBranch):
    """Planted: what it holds now it calls safe, in a backup or not."""

    def kept(self, hashes: Sequence[str]) -> list[str]:
        self.answer_or_not()
        held = self.shelf.hashes()
        return [one for one in hashes if one in held]


def test_a_branch_that_forgets_its_backups_is_found(folder: Path) -> None:
    seek(folder, Bugs(store=LetsGoEasily, branch=BelievesInItself))


def seek(folder: Path, bugs: Bugs) -> None:
    """Fails when the bug is not seen."""
    for seed in (SOONEST, *range(MOST_UNTIL_FOUND)):
        try:
            run_pruning_seed(folder, seed, bugs)
        except Difference:
            return
    pytest.fail(f"the planted bug stayed unseen in {MOST_UNTIL_FOUND} seeds")
