"""Faults of a terminal: away for long, wrong clocks, a full disk, a disk copied, a PC that is gone."""

from datetime import timedelta
from shutil import copytree, rmtree
from time import sleep

from counter_app.db.store import SqliteStore
from counter_app.journal.chain import ChainHead
from counter_app.rehearsal.drills.branch.proxy import Proxy
from counter_app.rehearsal.drills.branch.stage import DrillResult, Stage, marks_of
from counter_app.rehearsal.drills.branch.terminal import DrillTerminal, Place
from counter_app.services.ports import StoreTrouble

AWAY_COMMITS = 600
SKEWS = (timedelta(days=1), timedelta(days=-1), timedelta(days=366))


def returns_late(stage: Stage, result: DrillResult) -> None:
    """A PC comes back after a month of others' work, with a backlog of its own."""
    away, others = stage.terminals[0], stage.terminals[1:]
    away.proxy.weather.refuses = True
    away.proxy.cut()
    away.offer(60)
    for terminal in others:
        terminal.offer(AWAY_COMMITS // len(others))
    stage.wait_until(lambda: len(stage.branch_entries()) > AWAY_COMMITS, "the others' work")
    away.proxy.weather.refuses = False
    stage.settle()
    result.expect(
        {*marks_of(away.entries())} >= {one for t in others for one in t.acknowledged},
        f"a PC that was away took {AWAY_COMMITS} commits of the others, and they took its own",
    )


def wrong_clocks(stage: Stage, result: DrillResult) -> None:
    """Clocks a day before and behind, and a year before: order and agreement do not depend on them."""
    for terminal, skew in zip(stage.terminals, SKEWS, strict=False):
        terminal.skew = skew
    for _round in range(5):
        for terminal in stage.terminals:
            terminal.offer(2, about="case/shared")
        stage.settle()
    heads = {terminal.view("case/shared").heads for terminal in stage.terminals}
    result.expect(len(heads) == 1, "one case written by three clocks has the same heads everywhere")
    hours = [24, -24, 8784]
    stage.wait_until(lambda: _hours_told(stage) == hours, "a word for each wrong clock")
    result.expect(True, f"each PC was told by how many hours its clock is wrong: {hours}")


def _hours_told(stage: Stage) -> list[int]:
    """By how much each PC was told that its clock is wrong; it is looked at four times a minute."""
    skews = [terminal.health.skew_ms for terminal in stage.terminals if terminal.health is not None]
    return [round(one / 3_600_000) for one in skews if one is not None]


def two_windows(stage: Stage, result: DrillResult) -> None:
    """Two PCs apart write on one case: both ends are seen everywhere, and one entry closes it."""
    one, other, third = stage.terminals
    one.offer(1, about="case/both")
    stage.settle()
    for terminal in (one, other):
        terminal.proxy.weather.refuses = True
        terminal.proxy.cut()
        terminal.offer(1, about="case/both")
    for terminal in (one, other):
        terminal.proxy.weather.refuses = False
    stage.settle()
    seen = [len(terminal.view("case/both").heads) for terminal in stage.terminals]
    result.expect(seen == [2, 2, 2], "both ends of the case are seen at all three PCs")
    third.offer(1, facts=1, about="case/both")
    stage.settle()
    seen = [len(terminal.view("case/both").heads) for terminal in stage.terminals]
    result.expect(seen == [1, 1, 1], "an entry that saw both closed them")


def full_disk(stage: Stage, result: DrillResult) -> None:
    """A PC's disk is full: business is refused there in one word, and goes on when there is room."""
    victim, others = stage.terminals[0], stage.terminals[1:]
    stage.settle()
    _allow(victim, 0)
    refused = 0
    for _attempt in range(30):
        try:
            victim.offer(1, facts=5)
        except StoreTrouble as trouble:
            refused += trouble.code == "full"
            victim.forget_last(5)
    for terminal in others:
        terminal.offer(30)
    sleep(1.0)
    result.expect(refused > 0, f"{refused} commits were refused as a whole while the disk was full")
    _allow(victim, 10_000_000)
    victim.offer(3)


def cloned_disk(stage: Stage, result: DrillResult) -> None:
    """Somebody copies a PC's disk to another PC: the one that comes second is told."""
    original = stage.terminals[0]
    original.offer(5)
    stage.settle()
    original.stop()
    folder = stage.folder / "clone"
    copytree(original.place.folder, folder)
    original.start()
    place = original.place
    clone = DrillTerminal(
        Place(folder, place.number, place.role, place.letter),
        Proxy(stage.cluster.port),
        stage.clock,
    )
    clone.key = original.key
    clone.proxy.weather.refuses = True
    clone.start()
    clone.offer(4)
    original.offer(4)
    stage.settle()
    clone.proxy.weather.refuses = False
    stage.wait_until(
        lambda: clone.health is not None and clone.health.state == "forked", "notice of the clone"
    )
    result.expect(True, "the second PC was told that its journal has another end at the branch")
    held = {*marks_of(clone.entries())}
    result.expect(
        {*clone.acknowledged} <= held, "what was written on it is still there, byte for byte"
    )
    result.named += clone.acknowledged
    result.notes.append(
        f"{len(clone.acknowledged)} facts of the copied PC are named for entering again"
    )
    clone.stop()
    clone.proxy.close()


def replaced_pc(stage: Stage, result: DrillResult) -> None:
    """A PC is gone with its disk: a new one follows it; what never reached the branch is named."""
    gone = stage.terminals[0]
    gone.offer(10)
    stage.settle()
    last = stage.branch_heads()[gone.journal_id]
    reached = [*gone.acknowledged]
    gone.proxy.weather.refuses = True
    gone.proxy.cut()
    gone.offer(2)
    gone.stop()
    rmtree(gone.place.folder)
    stage.terminals.remove(gone)
    stage.gone.append(gone)
    result.named += gone.acknowledged[len(reached) :]
    result.notes.append(f"{len(result.named)} facts that only the lost disk held are named")
    heir = stage.run(
        stage.place(gone.place.number, "B", follows=(gone.journal_id, ChainHead(*last)))
    )
    heir.offer(3)
    stage.settle()
    held = {*marks_of(heir.entries())}
    result.expect({*reached} <= held, "the new PC holds all that its predecessor had brought")


def _allow(terminal: DrillTerminal, more: int) -> None:
    """Lets the store have so many pages more than it has, as a disk with so much room does."""
    assert terminal.thread is not None
    terminal.thread.submit(lambda store: _set_room(store, more)).result()


def _set_room(store: SqliteStore, more: int) -> None:
    (pages,) = store._driver.execute("PRAGMA page_count").fetchone()
    store._driver.execute(f"PRAGMA max_page_count = {pages + more}")
