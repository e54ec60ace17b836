"""The branch database's own upkeep: made, brought up to date, terminals admitted and revoked.

Owns the roles and the order of the schema's steps. Used with an administrator's address, never by a
terminal. The names of roles begin with the database's name, because roles belong to the whole server.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from psycopg import errors, sql

from counter_app.services.branch_ports import BranchRefused, BranchUnreachable

STEPS = Path(__file__).parent / "sql"
CONNECTIONS_KEPT_FREE = 10
"""Beside one for each terminal: the administrator, backups, the server's own."""
STEP_TABLE = """
CREATE TABLE IF NOT EXISTS counter.schema_step (
    number integer PRIMARY KEY, name text NOT NULL, digest text NOT NULL,
    done_at timestamptz NOT NULL DEFAULT now())
"""
CALLABLE = """
SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = 'counter' AND p.proname ~ '_v[0-9]+$'
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the schema, as a file of this program."""

    number: int
    name: str
    text: str

    @property
    def digest(self) -> str:
        """What tells whether a step that was done is still the one we know."""
        return sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ServerFact:
    """One thing of the server that matters, whether it is as it should be, and what it is."""

    code: str
    good: bool
    found: str


def steps() -> list[Step]:
    """All steps of this program, in order."""
    return [
        Step(int(one.stem.partition("_")[0]), one.stem, one.read_text("utf-8"))
        for one in sorted(STEPS.glob("*.sql"))
    ]


class BranchUpkeep:
    """Works on one branch database by an administrator's address.

    Raises `BranchUnreachable`, and `BranchRefused` with `other_branch`, `newer`, `changed_step`,
    `not_made`, `unknown_terminal` or what the server says.
    """

    def __init__(self, url: str) -> None:
        self._url = url

    def init(self, branch_id: str, name: str) -> list[str]:
        """Makes schema, roles and functions, or finds them made; the steps that were done now."""
        with self._work() as cursor:
            cursor.execute("CREATE SCHEMA IF NOT EXISTS counter")
            self._make_role(cursor, self._callers(cursor))
            done = self._bring_up(cursor)
            cursor.execute(
                "INSERT INTO counter.branch (branch_id, name) VALUES (%s, %s) ON CONFLICT DO NOTHING",
                (branch_id, name),
            )
            held = _one(cursor, "SELECT branch_id FROM counter.branch")
            if held != branch_id:
                raise BranchRefused("other_branch")
        return done

    def upgrade(self) -> list[str]:
        """Does the steps that the database lacks; old functions stay for old programs."""
        with self._work() as cursor:
            self._require_made(cursor)
            return self._bring_up(cursor)

    def admit(self, terminal: int, audiences: Sequence[str], password: str) -> str:
        """Makes the role of a terminal, or gives it another password; the role's name."""
        with self._work() as cursor:
            self._require_made(cursor)
            role = f"{_database(cursor)}_t{terminal:02d}"
            self._make_role(cursor, role)
            words = sql.SQL("ALTER ROLE {} LOGIN CONNECTION LIMIT 4 PASSWORD {}")
            cursor.execute(words.format(sql.Identifier(role), sql.Literal(password)))
            grant = sql.SQL("GRANT {} TO {}")
            callers = self._callers(cursor)
            cursor.execute(grant.format(sql.Identifier(callers), sql.Identifier(role)))
            cursor.execute(
                """INSERT INTO counter.terminal (role_name, terminal, audiences) VALUES (%s, %s, %s)
                ON CONFLICT (role_name) DO UPDATE SET audiences = EXCLUDED.audiences,
                    revoked_at = NULL, admitted_at = now(), joined_at = NULL""",
                (role, terminal, list(audiences)),
            )
        return role

    def revoke(self, terminal: int) -> None:
        """Shuts a terminal out at once; its entries stay."""
        with self._work() as cursor:
            self._require_made(cursor)
            role = f"{_database(cursor)}_t{terminal:02d}"
            cursor.execute(
                "UPDATE counter.terminal SET revoked_at = now() WHERE role_name = %s", (role,)
            )
            if cursor.rowcount != 1:
                raise BranchRefused("unknown_terminal")
            cursor.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(role)))
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (role,)
            )

    def backup_done(self, at: datetime) -> int:
        """Notes that a backup begun at this time is safely elsewhere; how many journals it covers.

        It covers what was pushed a minute before it began: what was still under way then may not be in
        it, and no call takes so long.
        """
        with self._work() as cursor:
            self._require_made(cursor)
            cursor.execute(
                """INSERT INTO counter.backup_mark AS m (journal_id, seq, made_at)
                SELECT journal_id, max(seq), %s FROM counter.entry
                WHERE pushed_at <= %s - interval '1 minute' GROUP BY journal_id
                ON CONFLICT (journal_id) DO UPDATE SET seq = greatest(m.seq, EXCLUDED.seq),
                    made_at = EXCLUDED.made_at""",
                (at, at),
            )
            return cursor.rowcount

    def server_facts(self, terminals: int) -> list[ServerFact]:
        """What of the server matters for so many terminals, and whether it is as it should be."""
        with self._work() as cursor:
            version = int(_one(cursor, "SHOW server_version_num"))
            tls = _one(cursor, "SHOW ssl")
            passwords = _one(cursor, "SHOW password_encryption")
            most = int(_one(cursor, "SHOW max_connections"))
            encoding = _one(cursor, "SHOW server_encoding")
            durable = [_one(cursor, f"SHOW {name}") for name in ("fsync", "full_page_writes")]
        return [
            ServerFact("version", version >= 150000, str(version // 10000)),
            ServerFact("tls", tls == "on", tls),
            ServerFact("scram", passwords == "scram-sha-256", passwords),
            ServerFact("connections", most >= terminals + CONNECTIONS_KEPT_FREE, str(most)),
            ServerFact("encoding", encoding == "UTF8", encoding),
            ServerFact("durable", durable == ["on", "on"], " ".join(durable)),
        ]

    def _bring_up(self, cursor: psycopg.Cursor[Any]) -> list[str]:
        cursor.execute(STEP_TABLE)
        cursor.execute("SELECT number, digest FROM counter.schema_step")
        held = dict(cursor.fetchall())
        known = {one.number: one for one in steps()}
        if set(held) - set(known):
            raise BranchRefused("newer")
        if any(known[number].digest != digest for number, digest in held.items()):
            raise BranchRefused("changed_step")
        done = []
        cursor.execute("SET LOCAL search_path = counter, pg_temp")
        for step in known.values():
            if step.number not in held:
                cursor.execute(step.text)
                cursor.execute(
                    "INSERT INTO schema_step (number, name, digest) VALUES (%s, %s, %s)",
                    (step.number, step.name, step.digest),
                )
                done.append(step.name)
        self._grant(cursor)
        return done

    def _grant(self, cursor: psycopg.Cursor[Any]) -> None:
        """Nobody may anything but callers the versioned functions."""
        callers = sql.Identifier(self._callers(cursor))
        cursor.execute("REVOKE ALL ON ALL FUNCTIONS IN SCHEMA counter FROM PUBLIC")
        cursor.execute("REVOKE ALL ON ALL TABLES IN SCHEMA counter FROM PUBLIC")
        cursor.execute("REVOKE ALL ON SCHEMA public, counter FROM PUBLIC")
        database = sql.Identifier(_database(cursor))
        cursor.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
        cursor.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, callers))
        cursor.execute(sql.SQL("GRANT USAGE ON SCHEMA counter TO {}").format(callers))
        cursor.execute(CALLABLE)
        for (function,) in cursor.fetchall():
            words = sql.SQL("GRANT EXECUTE ON FUNCTION {} TO {}")
            cursor.execute(words.format(sql.SQL(function), callers))

    def _make_role(self, cursor: psycopg.Cursor[Any], role: str) -> None:
        cursor.execute("SELECT FROM pg_roles WHERE rolname = %s", (role,))
        if cursor.fetchone() is None:
            cursor.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(role)))

    def _callers(self, cursor: psycopg.Cursor[Any]) -> str:
        return f"{_database(cursor)}_terminals"

    def _require_made(self, cursor: psycopg.Cursor[Any]) -> None:
        if _one(cursor, "SELECT to_regclass('counter.branch')") is None:
            raise BranchRefused("not_made")

    @contextmanager
    def _work(self) -> Iterator[psycopg.Cursor[Any]]:
        """One transaction as administrator, all or nothing; one upkeep at a time."""
        try:
            with (
                psycopg.connect(self._url, connect_timeout=5) as connection,
                connection.cursor() as cursor,
            ):
                cursor.execute("SET LOCAL client_min_messages = warning")
                cursor.execute("SELECT pg_advisory_xact_lock(hashtext('counter upkeep'))")
                yield cursor
        except errors.InsufficientPrivilege as refusal:
            raise BranchRefused("not_allowed") from refusal
        except psycopg.OperationalError as trouble:
            raise BranchUnreachable(str(trouble).partition("\n")[0]) from trouble


def _database(cursor: psycopg.Cursor[Any]) -> str:
    name: str = _one(cursor, "SELECT current_database()")
    return name


def _one(cursor: psycopg.Cursor[Any], statement: LiteralString) -> Any:
    cursor.execute(statement)
    row = cursor.fetchone()
    return row[0] if row is not None else None
