"""A PC joins a branch at work, and its line is cut in the snapshot and in the history after it.

Owns the order. What the others write meanwhile, and what the new PC writes, is counted like the rest.
"""

from collections.abc import Callable
from datetime import timedelta
from time import monotonic, sleep

from counter_app.journal.views import View
from counter_app.rehearsal.drills.branch.stage import PATIENCE_S, DrillResult, Stage
from counter_app.rehearsal.drills.branch.terminal import DrillTerminal
from counter_app.services.snapshot_ports import Arriving

PAST, TODAY = 300, 15
"""Commits of each PC on a day before, and on this one."""
AGO = timedelta(days=10)
WORTH = 1_000
"""The drill's branch is small: so many entries are worth a snapshot here."""
IN_SNAPSHOT, IN_HISTORY = 12_000, 150_000
"""The line is cut after so many bytes from the branch."""
SLOW = 400_000
"""Bytes a second, so that history takes a while."""


def joining(stage: Stage, result: DrillResult) -> None:
    """A new PC at a branch of which everybody is at work."""
    maker, others = stage.terminals[0], list(stage.terminals)
    _past_and_today(stage)
    open_now = "case/on the desk"
    maker.offer(1, about=open_now)
    stage.settle()
    result.expect(maker.make_snapshot(WORTH), "a PC that has everything brought a snapshot")
    new = stage.place(7)
    new.worth = WORTH
    new.proxy.weather.bytes_a_second = SLOW
    new.proxy.weather.cut_after = IN_SNAPSHOT
    stage.run(new)
    _while_others_write(others, lambda: _is_cut_off(new), "a line cut in the snapshot")
    result.expect(
        not _came(new), "the line was cut in the snapshot, and nothing of it was believed by halves"
    )
    _while_others_write(others, lambda: _came(new), "the snapshot")
    new.proxy.weather.cut_after = IN_HISTORY
    news = maker.view(open_now)
    usable = _sees(new, open_now, news)
    _while_others_write(
        others, lambda: new.proxy.weather.cut_after is None, "a line cut in the history"
    )
    new.offer(3)
    result.expect(
        usable and not _arriving(new).is_whole,
        "its desk saw what was open and wrote before the history was there",
    )
    new.proxy.weather.bytes_a_second = None
    _while_others_write(others, lambda: _arriving(new).is_whole, "the history")
    result.expect(
        not _arriving(new).lied, "cut in the history too, all of it came, and fits its chain"
    )


def _past_and_today(stage: Stage) -> None:
    for terminal in stage.terminals:
        terminal.skew = -AGO
        terminal.offer(PAST)
        terminal.skew = timedelta()
        terminal.offer(TODAY)


def _while_others_write(others: list[DrillTerminal], so: Callable[[], bool], what: str) -> None:
    """Everybody else goes on writing until something is so. Raises `TimeoutError` with its name."""
    until = monotonic() + PATIENCE_S
    while not so():
        if monotonic() > until:
            raise TimeoutError(what)
        for one in others:
            one.offer(1)
        sleep(0.05)


def _is_cut_off(new: DrillTerminal) -> bool:
    return any(one.state == "unreachable" for one in new.healths)


def _came(new: DrillTerminal) -> bool:
    """Whether it works from a snapshot, or has everything."""
    return _arriving(new).of > WORTH


def _arriving(new: DrillTerminal) -> Arriving:
    """How much of the branch's journals is here, as its store says now."""
    assert new.thread is not None
    return new.thread.submit(lambda store: store.arriving()).result()


def _sees(new: DrillTerminal, subject: str, view: View) -> bool:
    return new.view(subject) == view
