"""Faults of one PC's own files: killed while it exchanges, its files torn, its key gone."""

import random
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from secrets import token_bytes, token_hex
from time import sleep

from counter_app.db.salvage import Missing, Reopening, salvage, set_aside
from counter_app.db.store import open_store
from counter_app.db.store_files import StoreFiles
from counter_app.db.verify import broken_pages
from counter_app.journal.chain import ChainHead
from counter_app.journal.facts import case
from counter_app.rehearsal.drills.branch.killed import kill_at_work
from counter_app.rehearsal.drills.branch.stage import DrillResult, Stage, marks_of
from counter_app.rehearsal.drills.branch.terminal import DrillTerminal
from counter_app.services.ports import NewFact, StoreTrouble
from counter_app.vault.keys import FOLDER, MACHINE_FILE, Created, KeyRing, StoreKey
from counter_app.vault.machine_seal import machine_seal

KILLS = 12
TEARS = 8
HEAD = 4096
"""Of a database file: without its first page it is no file of ours; `drill damage` does that."""


def terminal_kill(stage: Stage, result: DrillResult) -> None:
    """kill -9 of a PC's own process while it writes and exchanges; then it is started again."""
    victim = stage.terminals[0]
    stage.settle()
    victim.stop()
    behind, reached = 0, set()
    for number in range(KILLS):
        kill_at_work(stage, victim, f"r{number}")
        head = stage.branch_heads()[victim.journal_id][0]
        reached.add(head)
        behind += len(victim.acknowledged) > head - 1
        for terminal in stage.terminals[1:]:
            terminal.offer(2)
    victim.start()
    result.expect(
        behind > 0 and len(reached) > KILLS // 3,
        f"{KILLS} kills, {behind} of them with work that had not reached the branch",
    )


@dataclass
class Writing:
    """What one PC wrote in one life: number and mark of each entry, in the order acknowledged.

    `before` counts those acknowledged before the power went.
    """

    terminal: DrillTerminal
    before: int = 0
    known: list[tuple[str, int, str]] = field(default_factory=list)

    @contextmanager
    def going_on(self, run: str) -> Iterator[None]:
        """Somebody writes as fast as the store takes it."""
        ending = threading.Event()
        thread = threading.Thread(target=self._write, args=(ending, run))
        thread.start()
        try:
            yield
        finally:
            ending.set()
            thread.join()

    def _write(self, ending: threading.Event, run: str) -> None:
        for number in count(1):
            if ending.is_set():
                return
            facts = [
                NewFact(f"case/{run}-{number}-{part}", case.CoreSerialRecorded(serial=run))
                for part in range(3)
            ]
            for entry in self.terminal.write(facts):
                mark = f"{entry.subject} {entry.kind}"
                self.known.append((entry.journal_id, entry.seq, mark))
            self.terminal.nudge()


def torn_writes(stage: Stage, result: DrillResult) -> None:
    """The power goes: what is left are files cut at a random byte. The PC goes on from them."""
    victim = stage.terminals[0]
    salvaged = 0
    for number in range(TEARS):
        stage.settle()
        writing = Writing(victim)
        with writing.going_on(f"torn{number}"):
            sleep(stage.random.uniform(0.2, 0.8))
            victim.proxy.weather.refuses = True
            victim.proxy.cut()
            sleep(0.2)
            writing.before = len(writing.known)
            torn = _copy(victim.files, stage.folder / f"torn-{number}")
        reached = stage.branch_heads()[victim.journal_id][0]
        missing = _go_on_from(stage, victim, torn)
        salvaged += missing is not None
        victim.proxy.weather.refuses = False
        for terminal in stage.terminals:
            terminal.offer(2)
        stage.settle()
        _name(result, writing, missing or (), reached)
    result.expect(salvaged > 0, f"{TEARS} times torn, {salvaged} times salvaged into a new journal")
    result.notes.append(f"{len(result.named)} facts that only the torn files had held are named")


def lost_key(stage: Stage, result: DrillResult) -> None:
    """The machine's key is gone: the sheet opens the store; without a sheet the PC is replaced."""
    ring = KeyRing(token_bytes, machine_seal())
    one, sheet = _with_keys(stage, ring, 6)
    other, _lost_sheet = _with_keys(stage, ring, 7)
    for terminal in (one, other):
        terminal.offer(5)
    stage.settle()
    for terminal in (one, other):
        terminal.proxy.weather.refuses = True
        terminal.proxy.cut()
        terminal.offer(3)
        terminal.stop()
        (terminal.place.folder / FOLDER / MACHINE_FILE).unlink()
    opened = [ring.open(terminal.place.folder) for terminal in (one, other)]
    result.expect(
        all(not isinstance(key, StoreKey) for key in opened), "without its key neither store opens"
    )
    key = ring.recover(one.place.folder, sheet)
    result.expect(key == one.key, "the recovery sheet gave the key back and bound it to the PC")
    one.start()
    one.proxy.weather.refuses = False
    _replace_without_key(stage, result, other)


def _replace_without_key(stage: Stage, result: DrillResult, gone: DrillTerminal) -> None:
    """Nobody finds the sheet: a new PC, whose number the old one had."""
    try:
        open_store(gone.files, token_bytes(32), token_bytes).close()
        refused = ""
    except StoreTrouble as trouble:
        refused = trouble.code
    result.expect(refused == "wrong_key", "another key does not open the store, and says so")
    last = stage.branch_heads()[gone.journal_id]
    stage.terminals.remove(gone)
    stage.gone.append(gone)
    gone.proxy.close()
    heir = stage.run(
        stage.place(gone.place.number, "B", follows=(gone.journal_id, ChainHead(*last)))
    )
    heir.offer(2)
    stage.settle()
    held = marks_of(heir.entries())
    unheld = [mark for mark in gone.acknowledged if mark not in held]
    result.expect(
        0 < len(unheld) < len(gone.acknowledged), "the new PC has all that the branch had of it"
    )
    result.named += unheld
    result.notes.append(f"{len(unheld)} facts that only the locked store held are named")


def _with_keys(stage: Stage, ring: KeyRing, number: int) -> tuple[DrillTerminal, str]:
    """A PC whose key is kept as a real home keeps it, and what its sheet says."""
    folder = stage.folder / f"{number:02d}A"
    folder.mkdir()
    made = ring.create(folder)
    if not isinstance(made, Created):
        raise RuntimeError(made.code)
    return stage.run(stage.place(number, key=made.key)), " ".join(made.sheet.groups)


def _copy(files: StoreFiles, folder: Path) -> StoreFiles:
    """The files as they lie on the disk at this moment, in the middle of whatever is written."""
    folder.mkdir()
    made = StoreFiles.in_home(folder)
    _overwrite(files, made)
    return made


def _overwrite(files: StoreFiles, others: StoreFiles) -> None:
    names = ("database", "log", "witness")
    for one, other in ((getattr(files, name), getattr(others, name)) for name in names):
        if one.exists():
            shutil.copyfile(one, other)


def _go_on_from(
    stage: Stage, victim: DrillTerminal, torn: StoreFiles
) -> tuple[Missing, ...] | None:
    """The PC wakes up with the torn files; what a salvage named, or None where none was needed."""
    victim.stop()
    for one in (victim.files.database, victim.files.log, victim.files.shared_memory):
        one.unlink(missing_ok=True)
    _tear(torn, stage.random)
    _overwrite(torn, victim.files)
    missing = None if _opens(victim) else _salvage(stage, victim)
    victim.start()
    return missing


def _opens(victim: DrillTerminal) -> bool:
    """Whether the store opens and every page of it is as it was written: what each start looks at."""
    try:
        store = open_store(victim.files, victim.key.value, token_bytes)
    except StoreTrouble:
        return False
    try:
        return not broken_pages(victim.files, victim.key.value)
    except StoreTrouble:
        return False
    finally:
        store.close()


def _tear(torn: StoreFiles, chance: random.Random) -> None:
    """Cuts the log, the file or both at a random byte."""
    way = chance.choice(("log", "log", "log", "file", "both"))
    if way != "file" and torn.log.exists():
        _cut(torn.log, chance, 0)
    if way != "log":
        _cut(torn.database, chance, HEAD)


def _cut(file: Path, chance: random.Random, at_least: int) -> None:
    with file.open("r+b") as opened:
        opened.truncate(chance.randrange(at_least, file.stat().st_size))


def _salvage(stage: Stage, victim: DrillTerminal) -> tuple[Missing, ...]:
    """As a person does from the page of a damaged store: a new journal after the sound tail."""
    journal_id = f"01979f3e-0000-7000-8000-{token_hex(6)}"
    first = victim.first_entry(journal_id)
    kept = set_aside(victim.files, stage.folder / f"aside-{journal_id[-12:]}")
    return salvage(
        kept, None, victim.files, victim.key.value, Reopening(first, token_bytes)
    ).missing


def _name(result: DrillResult, writing: Writing, missing: Sequence[Missing], reached: int) -> None:
    """What was acknowledged before the power went is held, or it is named and the branch had it not."""
    victim = writing.terminal
    held = marks_of(victim.entries())
    later = {mark for _journal, _seq, mark in writing.known[writing.before :]}
    victim.acknowledged = [one for one in victim.acknowledged if one not in later]
    for journal_id, seq, mark in writing.known[: writing.before]:
        is_named = any(
            one.journal_id == journal_id and one.first <= seq <= one.last for one in missing
        )
        if mark in held:
            continue
        if is_named and seq > reached:
            result.named.append(mark)
        else:
            result.differences.append(f"{mark} is neither held nor named, the branch had {reached}")
