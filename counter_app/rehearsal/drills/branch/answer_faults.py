"""Faults of what crosses: the same push twice and at once, an old program, a fact of a newer one, an
entry that the branch cannot hold.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from secrets import token_bytes
from typing import ClassVar

import psycopg

from counter_app.db.branch.connecting import BranchAddress, BranchLine
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.journal.entry import Entry
from counter_app.journal.facts import case
from counter_app.journal.facts.base import Fact
from counter_app.rehearsal.drills.branch.stage import DATABASE, DrillResult, Stage
from counter_app.rehearsal.drills.branch.terminal import DEADLINE_S, DrillTerminal
from counter_app.services.branch_ports import PushAnswer, SignedBatch
from counter_app.services.ports import NewFact
from counter_app.vault.signatures import Signer, make_signer

AT_ONCE = 3
"""A terminal's role may hold four connections, and its own worker has one."""
ROUNDS = 12
PULLED, PUSHED = "pull_v1", "push_v1"
BEYOND_THE_BRANCH = "长" * 700_000
"""As UTF-8 more than the branch takes of one body."""


class CaseWeighed(Fact):
    """A kind that no program of today knows."""

    KIND: ClassVar[str] = "case_weighed_some_day"
    SUBJECT: ClassVar[str] = "case"

    grams: int


class CoreSerialRecorded(case.CoreSerialRecorded):
    """A kind that is known, in a version that is not."""

    VERSION: ClassVar[int] = case.CoreSerialRecorded.VERSION + 1


def doubled_ack(stage: Stage, result: DrillResult) -> None:
    """The same push arrives several times at once, again later, and overlapping what was taken."""
    victim = stage.terminals[0]
    stage.settle()
    taken = 0
    for _round in range(ROUNDS):
        victim.proxy.weather.refuses = True
        victim.proxy.cut()
        victim.offer(stage.random.randint(5, 20))
        taken += _push_again_and_again(stage, victim)
        victim.proxy.weather.refuses = False
    result.expect(
        taken >= ROUNDS * AT_ONCE, f"{taken} pushes of the same entries were taken as one"
    )


def old_program(stage: Stage, result: DrillResult) -> None:
    """The branch's functions are not those the program calls; then a newer program writes facts."""
    for missing in (PUSHED, PULLED):
        before = [len(one.healths) for one in stage.terminals]
        _rename(stage, missing, f"{missing}_of_some_day")
        stage.all_offer(4)
        stage.wait_until(lambda: _all_refused(stage, before), "a word for the other version")  # noqa: B023
        waiting = sum(one.health.waiting for one in stage.terminals if one.health is not None)
        result.expect(
            missing != PUSHED or waiting > 0,
            f"without {missing} every PC said other_version, went on writing, and {waiting} waited",
        )
        _rename(stage, f"{missing}_of_some_day", missing)
        stage.settle()
    newer, older = stage.terminals[0], stage.terminals[1:]
    subject = f"case/newer-{newer.place.number}"
    newer.write([NewFact(subject, CaseWeighed(grams=7))])
    newer.write([NewFact(subject, CoreSerialRecorded(serial="in other words"))])
    newer.write([NewFact(subject, case.CoreStepReached())])
    stage.settle()
    views = [terminal.view(subject) for terminal in older]
    result.expect(
        all(set(one.unreadable) == {"unknown_kind", "newer_version"} for one in views),
        "facts of a newer program are stored, chained and passed on, and said to be unreadable",
    )
    late = stage.run(stage.place(7))
    stage.settle()
    result.expect(late.view(subject).entries == 3, "a PC that joined later has them too")


def poisoned(stage: Stage, result: DrillResult) -> None:
    """One entry is larger than the branch takes: it goes without its body, the rest goes on."""
    victim, others = stage.terminals[0], stage.terminals[1:]
    stage.all_offer(5)
    subject = "case/poisoned"
    poison = case.CoreSerialRecorded(serial=BEYOND_THE_BRANCH)
    victim.write([NewFact(subject, poison), NewFact(subject, case.CoreStepReached())])
    stage.all_offer(5)
    stage.settle()
    stage.wait_until(
        lambda: victim.health is not None and victim.health.withheld == 1, "the withheld one told"
    )
    result.expect(True, "the PC's health says that the branch holds one entry without its body")
    result.expect(
        all("elsewhere" in terminal.view(subject).unreadable for terminal in others)
        and not victim.view(subject).unreadable,
        "its writer reads it, the others say that it is elsewhere, and what came after it is there",
    )
    kept = sum(one.quarantined for one in stage.upkeep.state().terminals)
    result.expect(kept == 1, "its bytes lie in the branch's quarantine")


def _push_again_and_again(stage: Stage, victim: DrillTerminal) -> int:
    """Pushes past the worker: several at once, then the last part again; how many were taken."""
    signer = make_signer(victim.place.folder, victim.journal_id, victim.key, token_bytes)
    if not isinstance(signer, Signer):
        raise RuntimeError(signer.code)
    head = stage.branch_heads()[victim.journal_id][0]
    entries = [one for one in victim.entries() if one.journal_id == victim.journal_id]
    fresh = [one for one in entries if one.seq > head]
    overlapping = entries[max(0, head - stage.random.randint(1, 20)) :]
    jobs = [_pushing(stage, victim, _signed(signer, fresh))] * AT_ONCE
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(lambda job: job(), jobs))
    answers.append(_pushing(stage, victim, _signed(signer, overlapping))())
    wanted = (entries[-1].seq, entries[-1].hash)
    return sum(one.outcome == "ok" and (one.head.seq, one.head.hash) == wanted for one in answers)


def _signed(signer: Signer, entries: Sequence[Entry]) -> SignedBatch:
    last = entries[-1]
    return SignedBatch(tuple(entries), signer.sign(last.seq, last.hash))


def _pushing(stage: Stage, victim: DrillTerminal, batch: SignedBatch) -> Callable[[], PushAnswer]:
    """A push on a line of its own."""

    def push() -> PushAnswer:
        url = stage.cluster.url(DATABASE, victim.place.role)
        shelf = PostgresBranch(BranchLine(BranchAddress(url), DEADLINE_S))
        try:
            return shelf.push(batch)
        finally:
            shelf.close()

    return push


def _all_refused(stage: Stage, before: Sequence[int]) -> bool:
    """Whether every PC has said so since then."""
    return all(
        any(one.detail == "other_version" for one in terminal.healths[seen:])
        for terminal, seen in zip(stage.terminals, before, strict=True)
    )


def _rename(stage: Stage, old: str, new: str) -> None:
    """As if the branch were of a program that has not this function."""
    with psycopg.connect(stage.cluster.url(DATABASE)) as owner:
        owner.execute(f"ALTER FUNCTION counter.{old} RENAME TO {new}")
