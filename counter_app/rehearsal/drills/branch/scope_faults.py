"""What is beyond a PC's scope: it leaves, the branch dies, and everything is to be had all the same."""

from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import psycopg

from counter_app.db.store import SqliteStore
from counter_app.journal.facts import case
from counter_app.journal.facts.base import Fact
from counter_app.rehearsal.drills.branch.stage import DATABASE, DrillResult, Stage
from counter_app.rehearsal.drills.branch.terminal import STAFF, DrillTerminal
from counter_app.services.ports import Beside, Content, NewFact

DAYS, A_DAY = 40, 6
KEPT_DAYS = 35
A_NIGHT = (
    "UPDATE counter.entry SET pushed_at = pushed_at - interval '9 hours', "
    "body_at = body_at - interval '9 hours'",
    "UPDATE counter.content SET put_at = put_at - interval '9 hours'",
)


def pruned(stage: Stage, result: DrillResult) -> None:
    """A PC with forty days of cases lets go of the oldest; the branch is restored from the backup."""
    keeper, *others = stage.terminals
    subjects = _forty_days(keeper)
    stage.settle()
    file = Path(stage.cluster.folder) / "covering"
    _back_up(stage, file)
    for terminal in others:
        terminal.offer(5)
    _keep_to_scope(keeper)
    due = A_DAY * (DAYS - KEPT_DAYS)
    stage.wait_until(lambda: len(_away(keeper, subjects)) >= due, "the oldest let go of")
    away = _away(keeper, subjects)
    told = f"a PC let go of {len(away)} of {len(subjects)} cases, the oldest"
    result.expect(away == subjects[: len(away)], told)
    result.expect(_open(keeper, away[0]), "one of them was opened through the branch")
    for terminal in others:
        _keep_to_scope(terminal)
    stage.wait_until(
        lambda: all(_away(one, subjects) == away for one in others), "let go of everywhere else"
    )
    stage.settle()
    stage.cluster.restore(DATABASE, file)
    for terminal in stage.terminals:
        terminal.offer(3)
    stage.settle()
    opened = [_open(one, subject) for one in stage.terminals for subject in away]
    result.expect(
        all(opened), "restored from the backup that covers them, the branch gave every one back"
    )


def _forty_days(terminal: DrillTerminal) -> list[str]:
    """So many cases a day, each with a paper, from beginning to end."""
    subjects: list[str] = []
    for day in range(DAYS, 0, -1):
        terminal.skew = timedelta(days=-day)
        for number in range(A_DAY):
            subject = f"case/{_place(day)}-{number}"
            data = f"paper of {subject}".encode()
            paper = Content(sha256(data).hexdigest(), "application/pdf", data, subject)
            facts = [NewFact(subject, one) for one in _from_beginning_to_end(terminal, subject)]
            terminal.write(facts, Beside(contents=(paper,)))
            subjects.append(subject)
    terminal.skew = timedelta()
    return subjects


def _place(day: int) -> str:
    return f"{DAYS - day:02d}"


def _from_beginning_to_end(terminal: DrillTerminal, subject: str) -> list[Fact]:
    number, place = f"{terminal.place.number:02d}A-{subject[-4:]}", f"{terminal.place.number:02d}"
    started = case.CaseStarted(
        number=number,
        visit=f"visit/{subject}",
        service="GRKH",
        procedure_hash="p",
        rules_hash="r",
        terminal=place,
        window="3",
        staff=STAFF,
    )
    return [started, case.CaseCompleted(outcome="done", next_steps=())]


def _back_up(stage: Stage, file: Path) -> None:
    """A backup in the night after: the server's own times of what was brought are hours ago."""
    with psycopg.connect(stage.cluster.url(DATABASE)) as owner:
        for statement in A_NIGHT:
            owner.execute(statement)
    begun = stage.clock.now()
    stage.cluster.backup(DATABASE, file)
    stage.upkeep.backup_done(begun)


def _keep_to_scope(terminal: DrillTerminal) -> None:
    terminal.stop()
    terminal.kept_days = KEPT_DAYS
    terminal.start()


def _away(terminal: DrillTerminal, subjects: list[str]) -> list[str]:
    def job(store: SqliteStore) -> list[str]:
        return [one for one in subjects if store.is_let_go(one)]

    assert terminal.thread is not None
    return terminal.thread.submit(job).result()


def _open(terminal: DrillTerminal, subject: str) -> bool:
    assert terminal.worker is not None
    return terminal.worker.ask(lambda: terminal.bring_back([subject])).result()
