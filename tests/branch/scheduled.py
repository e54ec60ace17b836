"""The real functions under one scheduler: it decides of each call whether it commits, and when.

Every call runs in a transaction of its own. What was answered may be lost on the way; what was asked
may be undone, or become true only later, between other terminals' calls. No threads: transactions are
simply held open. Whoever could wait for one of them has it decided first.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import psycopg
from psycopg import sql

from counter_app.services.branch_ports import BranchUnreachable

Fate = Literal["ok", "lost", "undone", "late"]
WRITES = (
    "push_v1",
    "give_back_v1",
    "give_bodies_v1",
    "content_put_v1",
    "hello_v1",
    "claim_first_v1",
    "snapshot_put_v1",
)
KEPT = (
    "journal",
    "entry",
    "erased",
    "content",
    "claim",
    "claim_request",
    "snapshot",
    "backup_mark",
)
"""The tables that a backup of the branch brings back."""
NOTE_BACKUP = """
INSERT INTO backup_mark AS m (journal_id, seq, made_at)
SELECT journal_id, max(seq), clock_timestamp() + interval '1 minute' FROM entry GROUP BY journal_id
ON CONFLICT (journal_id) DO UPDATE SET seq = EXCLUDED.seq, made_at = EXCLUDED.made_at
"""


@dataclass
class Pending:
    """A transaction whose caller has heard nothing and gone on."""

    role: str
    connection: "psycopg.Connection[Any]"


@dataclass
class Scheduler:
    """Decides the fate of calls, by a seed."""

    random: random.Random
    url: str
    trouble: float = 0.0
    pending: list[Pending] = field(default_factory=list)
    spare: list["psycopg.Connection[Any]"] = field(default_factory=list)

    def fate(self) -> Fate:
        """What befalls the next call."""
        if self.random.random() >= self.trouble:
            return "ok"
        return self.random.choice(("lost", "undone", "late"))

    def decide(self, role: str | None = None) -> None:
        """Commits or undoes what is pending of a role, or of everybody."""
        for one in [one for one in self.pending if role in (None, one.role)]:
            self.pending.remove(one)
            if self.random.random() < 0.5:
                one.connection.commit()
            else:
                one.connection.rollback()
            self.spare.append(one.connection)

    def connection(self) -> "psycopg.Connection[Any]":
        """One that is free, as the owner of the database."""
        if self.spare:
            return self.spare.pop()
        made = psycopg.connect(self.url, options="-c search_path=counter,pg_temp")
        made.execute("SET jit = off")
        made.commit()
        return made

    def backup(self) -> None:
        """Keeps a copy of the branch as it is now, in place of the last one."""
        self._as_owner(
            *(
                f"DROP TABLE IF EXISTS saved_{name}; CREATE TABLE saved_{name} AS TABLE {name}"
                for name in KEPT
            )
        )

    def note_backup(self) -> None:
        """Notes that the last copy is safely elsewhere: it holds all that came before now."""
        self._as_owner(NOTE_BACKUP)

    def restore(self) -> None:
        """Puts the last copy in the place of the branch. What is under way on the line is lost."""
        for one in self.pending:
            one.connection.rollback()
            self.spare.append(one.connection)
        self.pending.clear()
        tables = ", ".join(reversed(KEPT))
        filled = (f"INSERT INTO {name} SELECT * FROM saved_{name}" for name in KEPT)
        self._as_owner(f"TRUNCATE {tables}", *filled)

    def empty(self) -> None:
        """A branch in which nothing was ever written."""
        self._as_owner(f"TRUNCATE {', '.join(KEPT)}")

    def _as_owner(self, *statements: str) -> None:
        connection = self.connection()
        for one in statements:
            connection.execute(one)
        connection.commit()
        self.spare.append(connection)

    def close(self) -> None:
        """Undoes what is pending and hangs up."""
        for one in self.pending:
            one.connection.close()
        for connection in self.spare:
            connection.close()


class ScheduledLine:
    """See `connecting.BranchLine`: one terminal's, under the scheduler."""

    def __init__(self, scheduler: Scheduler, role: str) -> None:
        self._scheduler, self._role = scheduler, role

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What a statement answers, unless its fate is another."""
        scheduler = self._scheduler
        fate = scheduler.fate()
        writes = any(name in statement for name in WRITES)
        if fate == "undone" and not writes:
            raise BranchUnreachable("cut")
        # Another's transaction may hold the row that this call needs: it is decided before, as it would
        # be while this call waited.
        scheduler.decide(None if writes else self._role)
        connection = scheduler.connection()
        role = sql.Identifier(self._role)
        connection.execute(sql.SQL("SET LOCAL SESSION AUTHORIZATION {}").format(role))
        found = connection.execute(statement, values, binary=True).fetchall()
        return self._ended(connection, fate if writes else "ok", found)

    def _ended(
        self, connection: "psycopg.Connection[Any]", fate: Fate, found: list[tuple[Any, ...]]
    ) -> list[tuple[Any, ...]]:
        if fate == "late":
            self._scheduler.pending.append(Pending(self._role, connection))
            raise BranchUnreachable("late")
        if fate == "undone":
            connection.rollback()
        else:
            connection.commit()
        self._scheduler.spare.append(connection)
        if fate == "ok":
            return found
        raise BranchUnreachable(fate)

    def close(self) -> None:
        """Nothing of its own to hang up."""
