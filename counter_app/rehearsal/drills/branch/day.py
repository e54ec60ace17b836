"""The day of a branch: eight PCs serve a day of visits each while everything befalls their branch.

Owns the order of the faults and what must have been seen. The visits are real ones, recorded from the
use cases and written again commit by commit; only the desk's own work between the commits is left out.
"""

import random
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from time import monotonic, sleep

from counter_app.journal.facts import care, presence
from counter_app.journal.folds.presence import CustomerView
from counter_app.journal.views import View
from counter_app.rehearsal.drills.branch.office import HeadOffice, head_office
from counter_app.rehearsal.drills.branch.pages import WELL, PageWatch
from counter_app.rehearsal.drills.branch.stage import DATABASE, DrillResult, Stage
from counter_app.rehearsal.drills.branch.terminal import EVERYTHING, DrillTerminal
from counter_app.rehearsal.drills.branch.visits import Again, Recorded, Writer, choose, fresh_id
from counter_app.services.ports import NewFact

RESTRICTED_EVERY = 20
"""So many visits to one call for silent help, whose bodies only some may hold."""
TWICE = "customer/known-at-two-windows"


class Tellers:
    """Everybody at work: a thread for each PC, and how far the day has come."""

    def __init__(self, stage: Stage, visits: int, recorded: Sequence[Recorded]) -> None:
        self._stage, self._visits, self._recorded = stage, visits, recorded
        self._done = [0] * len(stage.terminals)
        self._whole = visits * len(stage.terminals)
        self._pool = ThreadPoolExecutor(len(stage.terminals), "teller")
        seeds = [stage.random.randrange(10**9) for _one in stage.terminals]
        self._days = [
            self._pool.submit(self._day, at, random.Random(seed)) for at, seed in enumerate(seeds)
        ]

    def until(self, part: float) -> None:
        """Waits until so much of all visits is behind them. Raises what stopped a teller."""
        while sum(self._done) < self._whole * part:
            for day in self._days:
                if day.done():
                    day.result()
            sleep(0.05)

    def finish(self) -> None:
        """Waits for the end of the day."""
        for day in self._days:
            day.result()
        self._pool.shutdown()

    def _day(self, at: int, chance: random.Random) -> None:
        terminal, cases = self._stage.terminals[at], count(1)
        writer = Writer(terminal.place.number, terminal.place.letter, _staff(terminal))
        for number in range(self._visits):
            visit = choose(self._recorded, chance)
            counter = next(cases) if visit.number else 0
            again = Again(visit, writer, counter, lambda: fresh_id(chance))
            for before, facts, beside in again.commits():
                again.learn(before, terminal.write(facts, beside, writer.staff))
            if number % RESTRICTED_EVERY == 0:
                terminal.write([_silent_help(terminal, fresh_id(chance))], staff=writer.staff)
            terminal.nudge()
            self._done[at] += 1


def branch_day(stage: Stage, result: DrillResult) -> None:
    """Killed, cut off, swallowed, killed again and restored from an older backup, all in one day."""
    sizes = stage.sizes
    recorded = sizes.record()
    first = max(one.place.number for one in stage.terminals) + 1
    for number in range(first, first + sizes.pcs - len(stage.terminals)):
        # These may hold every body; those of the stage hold what is for all.
        stage.run(stage.place(number, audiences=EVERYTHING))
    _know(stage)
    with ExitStack() as ends:
        office = ends.enter_context(head_office(stage))
        pages = [_watch(ends, terminal) for terminal in stage.terminals]
        tellers = Tellers(stage, sizes.visits, recorded)
        begun = monotonic()
        _faults(stage, tellers)
        tellers.finish()
        result.notes.append(
            f"{len(stage.terminals)} × {sizes.visits} visits in {monotonic() - begun:.0f} s"
        )
        stage.settle()
        stage.wait_until(office.agrees, "head office in step")
        _judge(stage, result, office)
    _judge_pages(result, pages)


def _faults(stage: Stage, tellers: Tellers) -> None:
    """What befalls the branch, each at its part of the day. Every fault lasts some readings long."""
    file = Path(stage.cluster.folder) / "backup"
    plan: Sequence[tuple[float, Callable[[], None]]] = (
        (0.10, lambda: _down(stage, stage.cluster.kill)),
        (0.25, lambda: _apart(stage)),
        (0.40, lambda: stage.cluster.backup(DATABASE, file)),
        (0.50, lambda: _swallowed(stage)),
        (0.60, lambda: _down(stage, lambda: stage.cluster.stop("immediate"))),
        (0.75, lambda: stage.cluster.restore(DATABASE, file)),
        (0.85, lambda: _cut_at_random(stage)),
    )
    for part, fault in plan:
        tellers.until(part)
        fault()


def _down(stage: Stage, end: Callable[[], None]) -> None:
    end()
    sleep(stage.sizes.fault_s)
    stage.cluster.start()


def _apart(stage: Stage) -> None:
    """Nobody reaches the branch; two windows amend the same customer meanwhile."""
    for terminal in stage.terminals:
        terminal.proxy.weather.refuses = True
        terminal.proxy.cut()
    for terminal, phone in zip(stage.terminals, ("13900000001", "13900000002"), strict=False):
        group = presence.CustomerGroup(name="contact", fields={"phone": phone})
        terminal.write([NewFact(TWICE, presence.CustomerAmended(group=group, source="told"))])
    sleep(stage.sizes.fault_s)
    for terminal in stage.terminals:
        terminal.proxy.weather.refuses = False


def _swallowed(stage: Stage) -> None:
    half = stage.terminals[::2]
    for terminal in half:
        terminal.proxy.weather.swallows = True
    sleep(2 * stage.sizes.fault_s)
    for terminal in half:
        terminal.proxy.weather.swallows = False
        terminal.proxy.cut()


def _cut_at_random(stage: Stage) -> None:
    for _round in range(10):
        for terminal in stage.terminals:
            terminal.proxy.weather.cut_after = stage.random.randrange(20_000)
        sleep(0.3)
    for terminal in stage.terminals:
        terminal.proxy.weather.cut_after = None


def _know(stage: Stage) -> None:
    """A customer whom everybody knows."""
    group = presence.CustomerGroup(name="contact", fields={"phone": "13900000000"})
    first = stage.terminals[0]
    first.write([NewFact(TWICE, presence.CustomerRegistered(groups=(group,)))])
    stage.settle()


def _judge(stage: Stage, result: DrillResult, office: HeadOffice) -> None:
    views = [terminal.view(TWICE) for terminal in stage.terminals]
    result.expect(
        all(_in_conflict(one) for one in views) and len({one.heads for one in views}) == 1,
        "one customer amended at two windows apart is the same visible conflict at every PC",
    )
    result.expect(
        not office.unsound and office.failures > 0,
        f"head office read along over {office.failures} failures and agrees entry for entry",
    )
    restricted = sum(one.audience == "restricted" for one in stage.branch_entries())
    result.expect(restricted > 0, f"{restricted} entries went with bodies that only some may hold")


def _judge_pages(result: DrillResult, pages: Sequence[PageWatch]) -> None:
    wrong = [f"terminal {one.terminal.place.number}: {what}" for one in pages for what in one.wrong]
    result.differences += wrong
    readings, in_fault = sum(one.readings for one in pages), sum(one.in_fault for one in pages)
    longest = max(one.longest_s for one in pages)
    words = sorted({word for one in pages for word in one.words} - WELL)
    result.expect(
        all(one.in_fault for one in pages),
        f"{readings} readings of the day log, {in_fault} while the health named a fault"
        f" ({', '.join(words)}), none lacked a row that had stood there;"
        f" longest {longest * 1000:.0f} ms",
    )


def _watch(ends: ExitStack, terminal: DrillTerminal) -> PageWatch:
    watch = PageWatch(terminal, terminal.now().date().isoformat())
    ends.callback(watch.stop)
    return watch


def _in_conflict(view: View) -> bool:
    return isinstance(view, CustomerView) and view.conflicts == ("contact",)


def _silent_help(terminal: DrillTerminal, ident: str) -> NewFact:
    number = f"{terminal.place.number:02d}"
    asked = care.HelpAskedSilently(terminal=number, window=number, staff=_staff(terminal))
    return NewFact(f"silenthelp/{ident}", asked)


def _staff(terminal: DrillTerminal) -> str:
    return f"802{terminal.place.number + 30}"
