"""Replicas that exchange entries converge: whatever the order, the clocks, the losses, the restarts.

The planted bugs show that the test can fail.
"""

import random
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.db.store import SqliteStore
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.journal.folding import Fold, Folding
from counter_app.journal.folds import FOLDS
from counter_app.journal.folds.case import CASE, CaseView
from counter_app.journal.history import History, arrange
from counter_app.journal.views import View
from counter_app.rehearsal.simulated_branch import SimulatedBranch
from counter_app.services.branch_ports import SignedBatch
from counter_app.services.ports import (
    NOTHING_BESIDE,
    Accepted,
    Beside,
    Moved,
    NewFact,
    SignedHead,
    Stamp,
    Written,
)
from tests.fakes.signing import signed
from tests.stateful.world import Bugs, Difference, run_seed, shared_folder

SEEDS = 2000
CHUNKS = 20


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with shared_folder() as path:
        yield path


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_replicas_converge(folder: Path, chunk: int) -> None:
    """2,000 seeds in all; the last chunk takes fresh ones; a difference names its seed."""
    size = SEEDS // CHUNKS
    start = chunk * size if chunk < CHUNKS - 1 else random.SystemRandom().randrange(10**6, 10**9)
    for seed in range(start, start + size):
        try:
            run_seed(folder, seed)
        except Difference as difference:
            pytest.fail(f"seed {seed}: {difference.what}")


def seeds_until_found(folder: Path, bugs: Bugs, most: int = 200) -> int:
    """How many seeds it takes until the bug is seen; fails when it is not."""
    for seed in range(most):
        try:
            run_seed(folder, seed, bugs)
        except Difference:
            return seed + 1
    return pytest.fail(f"the planted bug stayed unseen in {most} seeds")


class ByClock(Folding):
    """Planted: entries are folded in the order of their writers' clocks."""

    def arrange(self, entries: Iterable[Entry]) -> History:
        found = arrange(entries)
        by_clock = sorted(found.ordered, key=lambda one: (one.occurred_at, one.journal_id, one.seq))
        return replace(found, ordered=tuple(by_clock))

    def fold(self, subject: str, entries: Iterable[Entry]) -> View:
        history = self.arrange(entries)
        view = self.folds[subject.partition("/")[0]].start(subject)
        for entry in history.ordered:
            seeing_all = replace(view, heads=entry.seen, turn=entry.turn - 1)
            view = Folding.extend(self, seeing_all, [entry]) or view
        heads, turn = history.heads, max(history.turns.values(), default=0)
        return replace(view, heads=heads, turn=turn)


def test_a_fold_ordered_by_the_clock_is_found(folder: Path) -> None:
    bugs = Bugs(folding=lambda: ByClock(FOLDS))
    assert seeds_until_found(folder, bugs) <= 200


def test_a_fold_that_reads_now_is_found(folder: Path) -> None:
    def noted(view: CaseView, *_rest: object) -> CaseView:
        return replace(view, notes=(*view.notes, str(time.monotonic_ns())))

    steps = {
        kind: noted if kind.KIND == "case_noted" else step for kind, step in CASE.steps.items()
    }
    reads_now = Folding({**FOLDS, "case": Fold(CaseView, steps)})
    assert seeds_until_found(folder, Bugs(folding=lambda: reads_now)) <= 200


class CutsCommits(SimulatedBranch):
    """Planted: pages end at the limit, inside a commit."""

    def pull(self, cursor: Mapping[str, ChainHead], limit: int) -> list[SignedBatch]:
        found = super().pull(cursor, limit)
        return [signed(one.entries[:limit]) for one in found]


class TakesHalves(SqliteStore):
    """Planted: takes what it is given, commit or not."""

    def accept(self, entries: Sequence[Entry], signed: Sequence[SignedHead] = ()) -> Accepted:
        del signed
        with self._commit():
            self._insert(entries)
            self._fold_and_write(entries)
        self._advance(entries)
        return Accepted(tuple({one.subject for one in entries}), len(entries), ())


def test_a_torn_commit_is_found(folder: Path) -> None:
    assert seeds_until_found(folder, Bugs(store=TakesHalves, branch=CutsCommits)) <= 200


class FillsInHeads(SqliteStore):
    """Planted: an old decision is written as if it had seen the present heads."""

    def append(
        self,
        facts: Sequence[NewFact],
        seen: Mapping[str, tuple[str, ...]],
        stamp: Stamp,
        beside: Beside = NOTHING_BESIDE,
    ) -> Written | Moved:
        present = {one: self.view(one).heads for one in seen}
        return super().append(facts, present, stamp, beside)


def test_a_store_that_fills_in_heads_is_found(folder: Path) -> None:
    assert seeds_until_found(folder, Bugs(store=FillsInHeads)) <= 200
