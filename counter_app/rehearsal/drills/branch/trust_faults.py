"""Faults of trust: entries changed at the branch, a chain written anew, a journal that nobody opened.

Whoever owns the database can do all of this. The terminals must name it and take nothing of it; then
what they hold makes the branch whole again.
"""

from collections.abc import Callable

import psycopg

from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry, sealed
from counter_app.rehearsal.drills.branch.stage import DATABASE, DrillResult, Stage
from counter_app.rehearsal.drills.branch.terminal import DrillTerminal

ALL_TABLES = "counter.journal, counter.entry, counter.erased"


def changed_body(stage: Stage, result: DrillResult) -> None:
    """A body changes in the branch's table: whoever pulls it takes no more of that journal."""
    victim = stage.terminals[0]
    victim.offer(6)
    stage.settle()
    _as_owner(
        stage,
        "UPDATE counter.entry SET body = replace(body, 'text', 'tezt')"
        " WHERE seq = 4 AND journal_id = %s",
        victim.journal_id,
    )
    late = stage.run(stage.place(7))
    _expect_named(stage, result, late, victim, "a PC that joined later named the changed journal")
    result.expect(late.heads()[victim.journal_id].seq < 5, "and stopped before the changed entry")
    _make_whole(stage)


def rewritten_chain(stage: Stage, result: DrillResult) -> None:
    """A whole chain is computed anew from a changed entry: peers still hold what was there before."""
    victim = stage.terminals[0]
    victim.offer(6)
    stage.settle()
    _rewrite(stage, victim, lambda entry: entry._replace(actor="staff/80299"))
    witness = stage.terminals[1]
    _expect_named(
        stage, result, witness, victim, "a PC that held the former entries named the journal"
    )
    late = stage.run(stage.place(7))
    _expect_named(
        stage, result, late, victim, "a PC that joined later missed its writer's signature"
    )
    _make_whole(stage)


def invented_journal(stage: Stage, result: DrillResult) -> None:
    """A journal that no terminal opened, signed by nobody: it is taken by nobody."""
    stage.all_offer(3)
    stage.settle()
    forged = "01979f3e-0000-7000-8000-00000000f0f0"
    with psycopg.connect(stage.cluster.url(DATABASE)) as owner:
        columns = ", ".join(Entry._fields)
        source = stage.terminals[0]
        found = owner.execute(
            f"SELECT {columns} FROM counter.entry WHERE journal_id = %s AND seq = 1",
            (source.journal_id,),
        ).fetchone()
        assert found is not None
        entry = sealed(Entry(*found)._replace(journal_id=forged))
        owner.execute(
            "INSERT INTO counter.journal SELECT %s, role_name, 1, %s FROM counter.terminal LIMIT 1",
            (forged, entry.hash),
        )
        values = ", ".join(["%s"] * (len(entry) + 1))
        owner.execute(
            f"INSERT INTO counter.entry ({columns}, signature) VALUES ({values})",
            (*entry, "f" * 128),
        )
    for terminal in stage.terminals:
        terminal.nudge()
    stage.wait_until(
        lambda: all(t.health is not None and forged in t.health.unsound for t in stage.terminals),
        "the invented journal named",
    )
    result.expect(
        all(forged not in terminal.heads() for terminal in stage.terminals),
        "every PC named the invented journal and took nothing of it",
    )
    _as_owner(stage, "DELETE FROM counter.entry WHERE journal_id = %s", forged)
    _as_owner(stage, "DELETE FROM counter.journal WHERE journal_id = %s", forged)


def _expect_named(
    stage: Stage, result: DrillResult, by: DrillTerminal, victim: DrillTerminal, what: str
) -> None:
    by.nudge()
    stage.wait_until(lambda: by.health is not None and victim.journal_id in by.health.unsound, what)
    result.expect(True, what)


def _make_whole(stage: Stage) -> None:
    """The administrator empties the branch: the terminals bring everything again."""
    _as_owner(stage, f"TRUNCATE {ALL_TABLES}")
    for terminal in stage.terminals:
        terminal.nudge()


def _rewrite(stage: Stage, victim: DrillTerminal, change: Callable[[Entry], Entry]) -> None:
    columns = ", ".join(Entry._fields)
    with psycopg.connect(stage.cluster.url(DATABASE)) as owner:
        found = owner.execute(
            f"SELECT {columns} FROM counter.entry WHERE journal_id = %s ORDER BY seq",
            (victim.journal_id,),
        ).fetchall()
        head = ChainHead()
        for row in found:
            entry = Entry(*row)
            entry = change(entry) if entry.seq == 4 else entry
            entry = sealed(entry._replace(prev=head.hash))
            head = ChainHead(entry.seq, entry.hash)
            owner.execute(
                "UPDATE counter.entry SET actor = %s, prev = %s, hash = %s"
                " WHERE journal_id = %s AND seq = %s",
                (entry.actor, entry.prev, entry.hash, entry.journal_id, entry.seq),
            )
        owner.execute(
            "UPDATE counter.journal SET hash = %s WHERE journal_id = %s",
            (head.hash, victim.journal_id),
        )


def _as_owner(stage: Stage, statement: str, *values: object) -> None:
    with psycopg.connect(stage.cluster.url(DATABASE)) as owner:
        owner.execute(statement, values or None)
