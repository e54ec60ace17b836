"""Faults of the server: killed, a full disk, a damaged one, put back to an older backup."""

import random
from collections.abc import Sequence
from pathlib import Path
from time import sleep

import psycopg

from counter_app.rehearsal.drills.branch.little_room import little_room
from counter_app.rehearsal.drills.branch.stage import (
    DATABASE,
    PASSWORD,
    DrillResult,
    Stage,
    marks_of,
)
from counter_app.rehearsal.drills.branch.terminal import DrillTerminal
from counter_app.services.branch_ports import BRANCH_DAMAGED, BRANCH_FULL

KILLS = 4
PAGE = 8192
MOST_ROUNDS = 60
"""Of twenty commits of each PC: a megabyte is full after some of them."""


def server_kill(stage: Stage, result: DrillResult) -> None:
    """kill -9 of the server while all push; every acknowledged push is on its disk."""
    for number in range(KILLS):
        stage.all_offer(10)
        sleep(stage.random.uniform(0.0, 0.3))
        if number % 2:
            stage.cluster.stop("immediate")
        else:
            stage.cluster.kill()
        stage.all_offer(3)
        sleep(0.3)
        stage.cluster.start()
    result.expect(
        any(one.state == "unreachable" for t in stage.terminals for one in t.healths),
        f"the server died {KILLS} times, the terminals saw it and went on writing",
    )


def full_server(stage: Stage, result: DrillResult) -> None:
    """The server's disk is full: it is said in words, everybody writes on, all of it goes up later."""
    stage.all_offer(5)
    stage.settle()
    *others, away = stage.terminals
    away.proxy.weather.refuses = True
    away.proxy.cut()
    with little_room(stage) as room:
        for _round in range(MOST_ROUNDS):
            stage.all_offer(20)
            sleep(0.3)
            if all(_says_full(one) for one in others):
                break
        stage.wait_until(
            lambda: all(_says_full(one) for one in others), "a word for the full server"
        )
        away.proxy.weather.refuses = False
        stage.wait_until(
            lambda: _says_full(away) and _has_all_of(others, away, stage),
            "what others wrote, at a PC that came back to a full server",
        )
        stage.all_offer(10)
        waiting = stage.terminals[0].acknowledged[-1]
        result.expect(
            waiting not in marks_of(stage.branch_entries()),
            f"{room.how}: each PC said that the branch has no room, and went on writing; one that had "
            "been away got what the others had brought before",
        )
        room.more()
        stage.settle()
        result.expect(
            waiting in marks_of(stage.branch_entries()),
            "with room again everything went up by itself",
        )


def _has_all_of(others: Sequence[DrillTerminal], here: DrillTerminal, stage: Stage) -> bool:
    """Whether a PC holds of the others' journals what the branch does."""
    held, there = here.heads(), stage.branch_heads()
    return all(held[one.journal_id].seq == there[one.journal_id][0] for one in others)


def _says_full(terminal: DrillTerminal) -> bool:
    health = terminal.health
    return health is not None and health.detail == BRANCH_FULL and health.waiting > 0


def flipped_page(stage: Stage, result: DrillResult) -> None:
    """The server's disk flips bits of entries: it is named, and a backup and the PCs make it whole."""
    stage.all_offer(25)
    stage.settle()
    file = Path(stage.cluster.folder) / "backup"
    stage.cluster.backup(DATABASE, file)
    stage.all_offer(10)
    stage.settle()
    with psycopg.connect(stage.cluster.url(DATABASE)) as owner:
        (relation,) = owner.execute("SELECT pg_relation_filepath('counter.entry')").fetchone() or ()
    stage.cluster.stop()
    flipped = _flip(stage.cluster.data / relation, stage.random)
    stage.cluster.start()
    late = stage.run(stage.place(7))
    stage.all_offer(5)
    stage.wait_until(
        lambda: late.health is not None and late.health.detail == BRANCH_DAMAGED,
        "a word for the damaged branch",
    )
    result.expect(True, f"a bit of {flipped} pages was flipped, and a PC that read them said so")
    stage.cluster.restore(DATABASE, file)
    _admit_again(stage, late)
    stage.settle()
    result.expect(True, "restored from a backup, the PCs brought back what it lacked")


def _admit_again(stage: Stage, late: DrillTerminal) -> None:
    """The backup is older than this PC's admission."""
    stage.upkeep.admit(late.place.number, late.place.audiences, PASSWORD)


def _flip(file: Path, chance: random.Random) -> int:
    """One bit of each page."""
    data = bytearray(file.read_bytes())
    starts = range(0, len(data), PAGE)
    for start in starts:
        data[start + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
    with file.open("r+b") as opened:
        opened.write(data)
    return len(starts)


def older_backup(stage: Stage, result: DrillResult) -> None:
    """The branch is restored from a backup of before; terminals bring back what it lost.

    One of them writes nothing more and is switched off before: the others give its entries back.
    """
    stage.all_offer(20)
    stage.settle()
    file = Path(stage.cluster.folder) / "backup"
    stage.cluster.backup(DATABASE, file)
    stage.all_offer(30)
    stage.settle()
    silent = stage.terminals[-1]
    before = stage.branch_heads()[silent.journal_id][0]
    silent.stop()
    stage.cluster.restore(DATABASE, file)
    after = stage.branch_heads()[silent.journal_id][0]
    result.expect(after < before, f"the backup lacked {before - after} entries of a PC that is off")
    others = stage.terminals[:-1]
    for terminal in others:
        terminal.offer(5)
    stage.wait_until(
        lambda: stage.branch_heads()[silent.journal_id][0] == before, "its entries given back"
    )
    result.expect(True, "the other terminals gave them back, signed by their writer")
    silent.start()
