"""What a branch drill plays on: a server of its own, terminals behind proxies, the count at the end.

Owns the making and the comparing. *Lost*: what a store acknowledged and is not, at the end, at every
terminal and at the branch. *Doubled*: one offer with two entries anywhere. *Named*: the numbers that a
fault destroyed the only copy of, each listed.
"""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
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
from counter_app.rehearsal.drills.branch.terminal import BRANCH, DrillTerminal, Place
from counter_app.rehearsal.local_postgres import LocalPostgres, make_cluster

DATABASE = "branch"
PASSWORD = "a drill's only"
PATIENCE_S = 120.0
ENVELOPE = 15


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


class Stage:
    """A branch with its terminals, all of them running."""

    def __init__(self, folder: Path, cluster: LocalPostgres, chance: random.Random) -> None:
        self.folder, self.cluster, self.random = folder, cluster, chance
        self.terminals: list[DrillTerminal] = []
        self.gone: list[DrillTerminal] = []
        self.upkeep = BranchUpkeep(cluster.url(DATABASE))

    def admit(
        self, number: int, letter: str = "A", follows: tuple[str, ChainHead] | None = None
    ) -> DrillTerminal:
        """A new terminal with a journal of its own, running."""
        role = self.upkeep.admit(number, ("all",), PASSWORD)
        folder = self.folder / f"{number:02d}{letter}"
        terminal = DrillTerminal(Place(folder, number, role, letter), Proxy(self.cluster.port))
        terminal.found(f"01979f3e-0000-7000-8000-{token_hex(6)}", follows)
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
        """Until every terminal and the branch hold the same heads."""
        for terminal in self.terminals:
            terminal.nudge()
        self.wait_until(self.agrees, "terminals and branch in step")

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
        at_branch = self.branch_entries()
        result.stored = len(marks_of(at_branch))
        holders = {"branch": at_branch}
        holders |= {f"terminal {one.place.number}": one.entries() for one in self.terminals}
        expected = {entry[:ENVELOPE] for entry in at_branch}
        for name, entries in holders.items():
            marks = marks_of(entries)
            missing = [one for one in acknowledged if one not in marks and one not in result.named]
            result.lost += [f"{one} at {name}" for one in missing]
            result.doubled += [f"{one} at {name}" for one, times in marks.items() if times > 1]
            if {entry[:ENVELOPE] for entry in entries} != expected:
                result.differences.append(f"{name} holds other entries than the branch")

    def close(self) -> None:
        """Ends everything."""
        for terminal in self.terminals:
            terminal.stop()
            terminal.proxy.close()


@contextmanager
def stage(seed: int, terminals: Sequence[int] = (3, 4, 5)) -> Iterator[Stage]:
    """A server that flushes as a real one does, and so many terminals."""
    folder = Path(mkdtemp(prefix="counter-drill-"))
    folder.chmod(0o755)
    cluster = make_cluster(folder / "cluster")
    try:
        cluster.create_database(DATABASE)
        made = Stage(folder, cluster, random.Random(seed))
        made.upkeep.init(BRANCH, "drill")
        try:
            for number in terminals:
                made.admit(number)
            yield made
        finally:
            made.close()
    finally:
        if cluster.is_running():
            cluster.stop("immediate")
        rmtree(folder, ignore_errors=True)


def marks_of(entries: Sequence[Entry]) -> Counter[str]:
    """How often each offer stands among entries."""
    return Counter(
        json.loads(entry.body)["text"]
        for entry in entries
        if entry.kind == "case_noted" and entry.body is not None
    )
