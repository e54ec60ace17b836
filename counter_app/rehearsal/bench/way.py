"""The way of a commit from one PC to the rows of another: a process each, as PCs are.

Owns the two processes. Both read this machine's one steady clock.
"""

import random
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing import get_context
from queue import Empty
from time import monotonic, sleep
from typing import Any

from counter_app.rehearsal.bench.lines import Line, spread_figures
from counter_app.rehearsal.drills.branch.proxy import Straight
from counter_app.rehearsal.drills.branch.stage import stage
from counter_app.rehearsal.drills.branch.terminal import DrillTerminal, Place, SteadyClock
from counter_app.services.branch_health import Health
from counter_app.vault.keys import StoreKey

PATIENCE_S = 120.0
APART_S = (0.02, 0.06)
"""Between two commits: a teller's come seconds apart, so that the one before has always arrived."""


@dataclass(frozen=True, slots=True)
class PC:
    """What a process needs to be one of the branch's PCs."""

    place: Place
    key: StoreKey
    port: int
    clock: SteadyClock


@dataclass
class WatchedTerminal(DrillTerminal):
    """A terminal that notes when it told its window of each subject: the rows are written then."""

    told_at: dict[str, float] = field(default_factory=dict)

    def _hear(self, health: Health, subjects: tuple[str, ...]) -> None:
        at = monotonic()
        super()._hear(health, subjects)
        for one in subjects:
            self.told_at.setdefault(one, at)


def measure_way(commits: int) -> Line:
    """From the commit at one PC to the rows at the other."""
    with stage(1, ()) as made:
        placed = [made.place(number) for number in (3, 4)]
        for one in placed:
            one.proxy.close()
        pcs = [PC(one.place, one.key, made.cluster.port, made.clock) for one in placed]
        written, arrived = _played(pcs, commits)
    if missing := written.keys() - arrived.keys():
        raise RuntimeError(f"{len(missing)} of {len(written)} commits did not arrive")
    spans = [arrived[subject] - at for subject, at in written.items()]
    return Line("a-to-b", spread_figures("way", spans), {"way_p50_ms": 10.0, "way_worst_ms": 100.0})


def _played(pcs: list[PC], commits: int) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """When each subject was written by the first PC, and when it was told by the second."""
    context = get_context("spawn")
    gate, told, ended = context.Barrier(2), context.Queue(), context.Event()
    here = context.Process(target=_write, args=(pcs[0], commits, gate, told))
    there = context.Process(target=_watch, args=(pcs[1], gate, ended, told))
    for one in (here, there):
        one.start()
    try:
        written = told.get(timeout=PATIENCE_S)
        sleep(1.0)
        ended.set()
        return written, told.get(timeout=PATIENCE_S)
    except Empty:
        raise RuntimeError("a PC of the way did not come to an end") from None
    finally:
        ended.set()
        for one in (here, there):
            one.join(PATIENCE_S)


def _write(pc: PC, commits: int, gate: Any, told: Any) -> None:
    """Commits, one after the other."""
    terminal = _started(pc, gate)
    written: dict[str, float] = {}
    for number in range(commits):
        subject = f"case/{number}"
        terminal.offer(1, facts=1, about=subject)
        written[subject] = monotonic()
        sleep(random.uniform(*APART_S))
    told.put(written)
    terminal.stop()


def _watch(pc: PC, gate: Any, ended: Any, told: Any) -> None:
    """Takes what comes, until told to end."""
    terminal = _started(pc, gate)
    ended.wait(PATIENCE_S)
    terminal.stop()
    told.put(terminal.told_at)


def _started(pc: PC, gate: Any) -> WatchedTerminal:
    """The PC at work, once both have met the branch."""
    sys.setswitchinterval(0.0005)  # as the program has it
    terminal = WatchedTerminal(pc.place, Straight(pc.port), pc.clock, key=pc.key)
    terminal.start()
    until = monotonic() + PATIENCE_S
    while terminal.health is None or terminal.health.state != "well":
        if monotonic() > until:
            raise RuntimeError("the branch was not met")
        sleep(0.01)
    gate.wait(PATIENCE_S)
    return terminal
