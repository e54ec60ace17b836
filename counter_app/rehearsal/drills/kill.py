"""The drill of the kill: a process that works is killed at random moments, and what is left is counted.

Owns the driver, its list outside the store, and the count. *Lost* is what was acknowledged and is not
stored; *doubled* is one offer with two effects.
"""

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from secrets import token_bytes
from tempfile import TemporaryDirectory
from threading import Thread
from time import sleep

import counter_app
from counter_app.db.store import FirstEntry, StoreFiles, create_store
from counter_app.db.verify import verify
from counter_app.journal.facts.ground import JournalOpened
from counter_app.rehearsal.drills.counting import Count, count_store
from counter_app.rehearsal.drills.kill_child import USUAL_WORK
from counter_app.rehearsal.drills.offers import Ledger, Task
from counter_app.rehearsal.drills.store_work import STAMP
from counter_app.services.ports import StoreTrouble

ROUNDS_PER_HOME = 10
"""Then a fresh home: counting a store costs more the longer it has been written."""
WHILE_OPENING = 0.15
"""The part of the kills that do not wait until the store is open."""
OPENS_WITHIN = 0.8
WORKS_AT_MOST = 0.25

Say = Callable[[str], None]


@dataclass(slots=True)
class KillReport:
    """The whole drill. `faults` are what verifying found, by round."""

    seed: int
    rounds: int = 0
    killed_opening: int = 0
    offered: int = 0
    acknowledged: int = 0
    stored: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether nothing was lost or doubled, and every store verified."""
        return not (self.lost or self.doubled or self.faults)

    def line(self) -> str:
        """The figures in one line."""
        return (
            f"rounds {self.rounds}  offered {self.offered}  acknowledged {self.acknowledged}  "
            f"stored {self.stored}  lost {len(self.lost)}  doubled {len(self.doubled)}  "
            f"faults {len(self.faults)}"
        )


def run_kill_drill(rounds: int, json_to: str | None, say: Say, seed: int | None = None) -> int:
    """The command: `--rounds N`, `--json FILE` or `-`; 1 when anything differs."""
    report = kill_drill(rounds, seed=seed, say=say if json_to != "-" else lambda _line: None)
    for what, names in (("lost", report.lost), ("doubled", report.doubled), ("", report.faults)):
        for name in names:
            say(f"{what} {name}".strip())
    if json_to == "-":
        say(json.dumps(asdict(report)))
    elif json_to:
        Path(json_to).write_text(json.dumps(asdict(report), indent=1) + "\n", "utf-8")
    return 0 if report.clean else 1


def kill_drill(
    rounds: int, work: str = USUAL_WORK, seed: int | None = None, say: Say = lambda _line: None
) -> KillReport:
    """Kills as often as asked; the seed chooses the moments."""
    report = KillReport(random.SystemRandom().randrange(10**6) if seed is None else seed)
    chance = random.Random(report.seed)
    while report.rounds < rounds:
        with TemporaryDirectory() as folder:
            home = _Home(Path(folder), work, chance, report)
            for _round in range(min(ROUNDS_PER_HOME, rounds - report.rounds)):
                home.round()
            home.add_up()
        say(report.line())
    return report


class _Home:
    """One throw-away store, killed some times over."""

    def __init__(self, folder: Path, work: str, chance: random.Random, report: KillReport) -> None:
        self._work, self._chance, self._report = work, chance, report
        self._files = StoreFiles.in_home(folder)
        self._key = token_bytes(32)
        self._ledger = Ledger()
        self._count = Count()
        create_store(self._files, self._key, _first(), token_bytes).close()

    def round(self) -> None:
        """One life and one death."""
        run = f"r{self._report.rounds}"
        task = Task(
            str(self._files.database.parent),
            self._key.hex(),
            run,
            self._chance.randrange(10**6),
            self._ledger.unanswered(),
        )
        self._ledger.is_ready = False
        if not _live_and_die(self._work, task, self._ledger, self._chance):
            self._report.faults.append(f"{run}: the process ended by itself")
        self._report.rounds += 1
        self._report.killed_opening += not self._ledger.is_ready
        self._look(run)

    def add_up(self) -> None:
        """Adds this home's figures to the whole."""
        self._report.offered += len(self._ledger.offers)
        self._report.acknowledged += len(self._ledger.acknowledged)
        self._report.stored += self._count.stored
        self._report.lost += self._count.lost
        self._report.doubled += self._count.doubled

    def _look(self, run: str) -> None:
        try:
            told = verify(self._files, self._key)
            self._report.faults += [f"{run}: {one.code} {one.place}" for one in told.faults]
            self._count = count_store(self._files, self._key, self._ledger)
        except StoreTrouble as trouble:
            self._report.faults.append(f"{run}: {trouble}")


def _live_and_die(work: str, task: Task, ledger: Ledger, chance: random.Random) -> bool:
    """One process from start to kill; False when it ended before."""
    with subprocess.Popen(
        [sys.executable, "-m", "counter_app.rehearsal.drills.kill_child", work],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(counter_app.__file__).parents[1],
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(task.words() + "\n")
        child.stdin.flush()
        if chance.random() >= WHILE_OPENING:
            ledger.read(child.stdout.readline())
            pause = chance.uniform(0, WORKS_AT_MOST)
        else:
            pause = chance.uniform(0, OPENS_WITHIN)
        reading = Thread(target=_read_on, args=(ledger, child.stdout))
        reading.start()
        sleep(pause)
        lived = child.poll() is None
        child.kill()
        reading.join()
        return lived


def _read_on(ledger: Ledger, lines: Iterable[str]) -> None:
    for line in lines:
        ledger.read(line)


def _first() -> FirstEntry:
    opened = JournalOpened(
        branch="branch/drill", terminal="03", letter="A", public_key="", program="drill"
    )
    return FirstEntry("01979f3e-0000-7000-8000-000000000003", opened, STAMP)
