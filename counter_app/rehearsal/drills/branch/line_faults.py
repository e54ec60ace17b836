"""Faults of the line: answers lost, lines cut, slowed, swallowing everything; a client that stops."""

from time import monotonic, sleep

from counter_app.rehearsal.drills.branch.stage import DrillResult, Stage, marks_of
from counter_app.rehearsal.drills.branch.terminal import DrillTerminal

ROUNDS = 25


def lost_ack(stage: Stage, result: DrillResult) -> None:
    """The branch takes a push, and its answer never arrives; again and again."""
    victim = stage.terminals[0]
    for _round in range(ROUNDS):
        stage.all_offer(2)
        victim.proxy.weather.loses_answers = stage.random.random() < 0.5
        sleep(stage.random.uniform(0.02, 0.15))
    victim.proxy.weather.loses_answers = False
    cuts = sum(one.state == "unreachable" for one in victim.healths)
    result.expect(
        cuts > 0, f"the line of one terminal broke {cuts} times after the branch had taken"
    )


def cut_lines(stage: Stage, result: DrillResult) -> None:
    """Lines are cut after any number of bytes, in the middle of an answer too."""
    for _round in range(ROUNDS):
        stage.all_offer(2)
        for terminal in stage.terminals:
            if stage.random.random() < 0.6:
                terminal.proxy.weather.cut_after = stage.random.randrange(6000)
        sleep(stage.random.uniform(0.02, 0.2))
    for terminal in stage.terminals:
        terminal.proxy.weather.cut_after = None
    cuts = sum(one.state == "unreachable" for t in stage.terminals for one in t.healths)
    result.expect(cuts > 0, f"{cuts} attempts met a line that was cut")


def throttled(stage: Stage, result: DrillResult) -> None:
    """A line of a few kilobytes a second still brings everything over."""
    slow = stage.terminals[0]
    slow.proxy.weather.bytes_a_second = 40_000
    stage.all_offer(60)
    sleep(3)
    slow.offer(1)
    result.expect(bool(slow.acknowledged), "the slow terminal went on writing")
    slow.proxy.weather.bytes_a_second = 400_000


def black_hole(stage: Stage, result: DrillResult) -> None:
    """Nothing comes back and nothing says so: the deadline of the call does."""
    victim = stage.terminals[0]
    stage.settle()
    victim.proxy.weather.swallows = True
    begun = monotonic()
    victim.offer(5)
    stage.wait_until(
        lambda: victim.health is not None and victim.health.state == "unreachable",
        "notice of a dead line",
    )
    took = monotonic() - begun
    result.expect(took < 15, f"a line that swallows everything was noticed after {took:.1f} s")
    result.expect(victim.health is not None and victim.health.waiting > 0, "what waits was counted")
    victim.proxy.weather.swallows = False
    victim.proxy.cut()


def stopped_client(stage: Stage, result: DrillResult) -> None:
    """A terminal stands still in the middle of whatever it does; nobody else waits for it."""
    still, others = stage.terminals[0], stage.terminals[1:]
    still.offer(40)
    still.proxy.weather.swallows = True
    for terminal in others:
        terminal.offer(20)
    wanted = {one for terminal in others for one in terminal.acknowledged}
    stage.wait_until(
        lambda: all(wanted <= {*_texts(terminal)} for terminal in others), "the others in step"
    )
    result.expect(True, "the other terminals exchanged while one stood still")
    still.proxy.weather.swallows = False
    still.proxy.cut()


def _texts(terminal: DrillTerminal) -> list[str]:
    return list(marks_of(terminal.entries()))
