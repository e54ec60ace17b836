"""What a branch drill plays on: a server of its own, terminals behind proxies, the count at the end.

Owns the making and the comparing. *Lost*: what a store acknowledged and is not, at the end, at every
terminal and at the branch. *Doubled*: one offer with two entries anywhere. *Named*: the numbers that a
fault destroyed the only copy of, each listed.
"""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from shutil import rmtree
from tempfile import mkdtemp
from time import monotonic, sleep

import psycopg

from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.rehearsal.drills.branch.proxy import Proxy
from counter_app.rehearsal.drills.branch.terminal import BRANCH, DrillTerminal, Place, SteadyClock
from counter_app.rehearsal.drills.branch.visits import Recorded
from counter_app.rehearsal.local_postgres import LocalPostgres, make_cluster
from counter_app.vault.keys import StoreKey

DATABASE = "branch"
PASSWORD = "a drill's only"
PATIENCE_S = 120.0
ENVELOPE = 15
BODIES_WITHIN_S = 40.0


@dataclass
class DrillResult:
    """What one drill came to. `notes` say in words what was seen on the way."""

    name: str
    seed: int
    offered: int = 0
    stored: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def clean(self) -> bool:
        """Whether nothing was lost or doubled, all agree, and all that was expected was seen."""
        return not (self.lost or self.doubled or self.differences)

    def line(self) -> str:
        """The figures in one line."""
        verdict = "agrees" if self.clean else "DIFFERS"
        return (
            f"{self.name:18s} {verdict:8s} seed {self.seed}  offered {self.offered}  "
            f"stored {self.stored}  lost {len(self.lost)}  doubled {len(self.doubled)}  "
            f"named {len(self.named)}  {self.seconds} s"
        )

    def expect(self, seen: bool, what: str) -> None:
        """Something that must be so, or the drill has failed."""
        if seen:
            self.notes.append(what)
        else:
            self.differences.append(f"not seen: {what}")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much the large drills do: visits of each PC of a day and how many PCs, entries of all.

    `fault_s` is how long a fault of the day lasts; `record` gives the visits that are written again.
    """

    visits: int = 400
    pcs: int = 8
    fault_s: float = 3.0
    entries: int = 100_000
    record: Callable[[], Sequence[Recorded]] = tuple


USUAL = Sizes()


class Stage:
    """A branch with its terminals, all of them running."""

    def __init__(
        self, folder: Path, cluster: LocalPostgres, chance: random.Random, sizes: Sizes
    ) -> None:
        self.folder, self.cluster, self.random, self.sizes = folder, cluster, chance, sizes
        self.terminals: list[DrillTerminal] = []
        self.gone: list[DrillTerminal] = []
        self.upkeep = BranchUpkeep(cluster.url(DATABASE))
        self.clock = SteadyClock(_server_time(cluster))

    def place(
        self,
        number: int,
        letter: str = "A",
        follows: tuple[str, ChainHead] | None = None,
        audiences: tuple[str, ...] = ("all",),
        key: StoreKey | None = None,
    ) -> DrillTerminal:
        """A new terminal with a journal of its own, admitted and not running yet."""
        role = self.upkeep.admit(number, audiences, PASSWORD)
        place = Place(self.folder / f"{number:02d}{letter}", number, role, letter, audiences)
        terminal = DrillTerminal(place, Proxy(self.cluster.port), self.clock)
        terminal.key = key or terminal.key
        terminal.found(f"01979f3e-0000-7000-8000-{token_hex(6)}", follows)
        return terminal

    def run(self, terminal: DrillTerminal) -> DrillTerminal:
        """From now on it is one of the branch's."""
        terminal.start()
        self.terminals.append(terminal)
        return terminal

    def all_offer(self, commits: int = 1) -> None:
        """Every terminal writes."""
        for terminal in self.terminals:
            terminal.offer(commits)

    def wait_until(self, so: Callable[[], bool], what: str) -> None:
        """Waits for something. Raises `TimeoutError` with its name."""
        until = monotonic() + PATIENCE_S
        while not so():
            if monotonic() > until:
                raise TimeoutError(what)
            sleep(0.02)

    def settle(self) -> None:
        """Until every terminal and the branch hold the same heads.

        Waits as long as any of them comes on. Raises `TimeoutError` with how each stands.
        """
        for terminal in self.terminals:
            terminal.nudge()
        before, until = self._held(), monotonic() + PATIENCE_S
        while not self.agrees():
            if (held := self._held()) != before:
                before, until = held, monotonic() + PATIENCE_S
            if monotonic() > until:
                server = "" if self.cluster.is_running() else "; the server is down"
                told = "; ".join(map(_standing, self.terminals))
                raise TimeoutError(f"terminals and branch in step{server}; {told}")
            sleep(0.02)

    def _held(self) -> list[int]:
        """How many entries each terminal holds, and the branch where it answers."""
        each = [sum(head.seq for head in one.heads().values()) for one in self.terminals]
        try:
            return [*each, sum(seq for seq, _hash in self.branch_heads().values())]
        except psycopg.OperationalError:
            return each

    def agrees(self) -> bool:
        """Whether all hold the same heads."""
        try:
            held = self.branch_heads()
        except psycopg.OperationalError:
            return False
        return all(
            {one: (head.seq, head.hash) for one, head in terminal.heads().items()} == held
            for terminal in self.terminals
        )

    def branch_heads(self) -> dict[str, tuple[int, str]]:
        """The head of each journal, as the branch's tables have it."""
        with psycopg.connect(self.cluster.url(DATABASE)) as owner:
            found = owner.execute("SELECT journal_id, seq, hash FROM counter.journal").fetchall()
        return {journal: (seq, digest) for journal, seq, digest in found}

    def branch_entries(self) -> list[Entry]:
        """Every entry, read from the branch's table by its owner."""
        columns = ", ".join(Entry._fields)
        with psycopg.connect(self.cluster.url(DATABASE)) as owner:
            found = owner.execute(f"SELECT {columns} FROM counter.entry").fetchall()
        return [Entry(*row) for row in found]

    def count(self, result: DrillResult) -> None:
        """Settles, and counts everything against the lists that stand outside the stores."""
        self.settle()
        everybody = [*self.terminals, *self.gone]
        acknowledged = [one for terminal in everybody for one in terminal.acknowledged]
        result.offered = sum(len(terminal.offered) for terminal in everybody)
        offered = Counter(one for terminal in everybody for one in terminal.offered)
        due = Counter(acknowledged) - Counter(result.named)
        at_branch = self.branch_entries()
        result.stored = (marks_of(at_branch) & offered).total()
        holders = {"branch": at_branch}
        holders |= {f"terminal {one.place.number}": one.entries() for one in self.terminals}
        expected = {entry[:ENVELOPE] for entry in at_branch}
        for name, entries in holders.items():
            marks = marks_of(entries)
            result.lost += [f"{one} at {name}" for one in due - marks]
            twice = marks - offered
            result.doubled += [f"{one} at {name}" for one in twice if one in offered]
            if {entry[:ENVELOPE] for entry in entries} != expected:
                result.differences.append(f"{name} holds other entries than the branch")
        self._compare_bodies(result)

    def _compare_bodies(self, result: DrillResult) -> None:
        """Each PC has every body that its labels allow, and no other but its own.

        A body may come a moment after its entry: whoever gives it back holds another meeting for it.
        """
        wrong: dict[int, int] = {}
        until = monotonic() + BODIES_WITHIN_S
        while monotonic() < until:
            at_branch = {entry.hash: entry for entry in self.branch_entries()}
            wrong = {one.place.number: _misplaced(one, at_branch) for one in self.terminals}
            if not any(wrong.values()):
                return
            sleep(1.0)
        told = [f"terminal {one}: {count} bodies amiss" for one, count in wrong.items() if count]
        result.differences += told

    def close(self) -> None:
        """Ends everything."""
        for terminal in self.terminals:
            terminal.stop()
            terminal.proxy.close()


def _server_time(cluster: LocalPostgres) -> datetime:
    """The clock that PCs whose own is right agree with."""
    with psycopg.connect(cluster.url(DATABASE)) as owner:
        found = owner.execute("SELECT clock_timestamp()").fetchone()
    assert found is not None
    at: datetime = found[0]
    return at.astimezone(UTC)


@contextmanager
def stage(seed: int, terminals: Sequence[int] = (3, 4, 5), sizes: Sizes = USUAL) -> Iterator[Stage]:
    """A server that flushes as a real one does, and so many terminals."""
    folder = Path(mkdtemp(prefix="counter-drill-"))
    folder.chmod(0o755)
    cluster = make_cluster(folder / "cluster")
    try:
        cluster.create_database(DATABASE)
        made = Stage(folder, cluster, random.Random(seed), sizes)
        made.upkeep.init(BRANCH, "drill")
        try:
            for number in terminals:
                made.run(made.place(number))
            yield made
        finally:
            made.close()
    finally:
        if cluster.is_running():
            cluster.stop("immediate")
        rmtree(folder, ignore_errors=True)


def marks_of(entries: Iterable[Entry]) -> Counter[str]:
    """How often each offer stands among entries: by what a note says, else by subject and kind."""
    return Counter(
        json.loads(entry.body)["text"]
        if entry.kind == "case_noted" and entry.body is not None
        else f"{entry.subject} {entry.kind}"
        for entry in entries
    )


def _standing(terminal: DrillTerminal) -> str:
    """How a PC stands with the branch, in a few words."""
    health, number = terminal.health, terminal.place.number
    if health is None:
        return f"terminal {number} never met it"
    words = (health.state, health.detail, *health.unsound)
    return f"terminal {number} {' '.join(words)} {health.waiting} waiting".replace("  ", " ")


def _misplaced(terminal: DrillTerminal, at_branch: Mapping[str, Entry]) -> int:
    """How many bodies of others a PC lacks, has otherwise than the branch, or should not hold."""
    amiss = 0
    for entry in terminal.entries():
        if entry.journal_id == terminal.journal_id:
            amiss += entry.body_state != "here"
        elif entry.audience in terminal.place.audiences:
            amiss += entry != at_branch.get(entry.hash)
        else:
            amiss += entry.body_state == "here"
    return amiss
