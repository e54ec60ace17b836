"""Simulated branches of real stores and real functions agree at the end, and planted bugs are found."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import monotonic

import pytest

from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.services.branch_ports import SignedBatch
from tests.branch.scheduled import ScheduledLine, Scheduler
from tests.branch.simulation import SEES_ALL, SEES_LESS, Enrolled, RealBugs, run_real_seed
from tests.fakes.signing import signed
from tests.stateful.test_convergence import TakesHalves
from tests.stateful.world import Difference, shared_folder

FIXED = 16
FRESH_S = 60.0
MOST_UNTIL_FOUND = 60


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with shared_folder() as path:
        yield path


@pytest.fixture(scope="module")
def enrolled() -> dict[int, Enrolled]:
    return {}


@pytest.fixture(scope="module")
def scheduler(cluster: LocalPostgres, enrolled: dict[int, Enrolled]) -> Iterator[Scheduler]:
    """One database for all seeds: each begins by emptying it."""
    url = cluster.create_database("simulated")
    upkeep = BranchUpkeep(url)
    upkeep.init("branch/demo", "demo")
    roles = ((1, SEES_ALL), (2, SEES_ALL), (3, SEES_LESS), (4, SEES_ALL), (5, SEES_ALL))
    for number, audiences in roles:
        enrolled[number] = Enrolled(upkeep.admit(number, audiences, "only here"), audiences)
    made = Scheduler(random.Random(0), url)
    yield made
    made.close()
    cluster.drop_database("simulated")


def test_everything_agrees_at_the_end(
    folder: Path, scheduler: Scheduler, enrolled: dict[int, Enrolled]
) -> None:
    befell: Counter[str] = Counter()
    for seed in range(FIXED):
        try:
            befell += run_real_seed(folder, seed, scheduler, enrolled)
        except Difference as difference:
            pytest.fail(f"seed {seed}: {difference.what}")
    assert set(befell) >= {"backup", "restore", "clone", "cut", "lost", "late", "undone"}
    assert set(befell) >= {"by_snapshot", "deceived", "restarted_ahead", "erased_ahead"}
    assert set(+befell) >= {"let_go", "opened"}


def test_fresh_seeds_agree_for_a_minute(
    folder: Path, scheduler: Scheduler, enrolled: dict[int, Enrolled]
) -> None:
    """A difference names its seed; the same number runs the same schedule again."""
    until = monotonic() + FRESH_S
    while monotonic() < until:
        seed = random.SystemRandom().randrange(10**6, 10**9)
        try:
            run_real_seed(folder, seed, scheduler, enrolled)
        except Difference as difference:
            pytest.fail(f"seed {seed}: {difference.what}")


def seeds_until_found(
    folder: Path, scheduler: Scheduler, enrolled: dict[int, Enrolled], bugs: RealBugs
) -> int:
    """How many seeds it takes until the bug is seen; fails when it is not."""
    for seed in range(MOST_UNTIL_FOUND):
        try:
            run_real_seed(folder, seed, scheduler, enrolled, bugs)
        except Difference:
            return seed + 1
    return pytest.fail(f"the planted bug stayed unseen in {MOST_UNTIL_FOUND} seeds")


class OneCursor(PostgresBranch):
    """Planted: one position for all journals, the time of the push, as an identity column would be."""

    def __init__(self, line: ScheduledLine) -> None:
        super().__init__(line)  # type: ignore[arg-type]
        self._scheduler = line._scheduler
        self._place = "-infinity"

    def pull(self, cursor: Mapping[str, ChainHead], limit: int) -> list[SignedBatch]:
        found = super().pull(cursor, limit)
        connection = self._scheduler.connection()
        rows = connection.execute(
            "SELECT hash, pushed_at::text FROM entry WHERE pushed_at > %s::timestamptz",
            (self._place,),
        ).fetchall()
        connection.rollback()
        self._scheduler.spare.append(connection)
        beyond = dict(rows)
        kept = [one for one in found if one.last.hash in beyond]
        if kept:
            self._place = max(self._place.replace("-infinity", ""), *beyond.values())
        return kept


class CutsCommits(PostgresBranch):
    """Planted: pages end at the limit, inside a commit."""

    def pull(self, cursor: Mapping[str, ChainHead], limit: int) -> list[SignedBatch]:
        found = super().pull(cursor, limit)
        return [signed(one.entries[:limit]) for one in found]


class ForgetsBodies(PostgresBranch):
    """Planted: hands out the bodies of every label, whoever asks."""

    def pull(self, cursor: Mapping[str, ChainHead], limit: int) -> list[SignedBatch]:
        return [
            SignedBatch(tuple(_unlabelled(entry) for entry in one.entries), one.signature)
            for one in super().pull(cursor, limit)
        ]


def _unlabelled(entry: Entry) -> Entry:
    return entry._replace(audience="all") if entry.body_state == "here" else entry


@pytest.mark.parametrize(
    "bugs",
    [
        RealBugs(shelf=OneCursor),
        RealBugs(shelf=CutsCommits, store=TakesHalves),  # type: ignore[arg-type]
        RealBugs(shelf=ForgetsBodies),  # type: ignore[arg-type]
    ],
    ids=["identity-cursor", "cut-commit", "changed-label"],
)
def test_a_planted_bug_is_found(
    folder: Path, scheduler: Scheduler, enrolled: dict[int, Enrolled], bugs: RealBugs
) -> None:
    assert seeds_until_found(folder, scheduler, enrolled, bugs) <= MOST_UNTIL_FOUND
