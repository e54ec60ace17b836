"""Faults of the server: killed, stopped as by a loss of power, put back to an older backup."""

from pathlib import Path
from time import sleep

from counter_app.rehearsal.drills.branch.stage import DATABASE, DrillResult, Stage

KILLS = 4


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
