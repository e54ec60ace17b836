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
from typing import Any

import psycopg
from psycopg import errors, sql

from counter_app.db.branch.addresses import ServerPlace, place_of, telling, with_encryption
from counter_app.db.branch.roles import (
    AWAKE,
    LARGE_OBJECTS,
    close_to_public,
    end_sessions,
    grant,
    make_role,
    one,
    role_here,
    verifier,
)
from counter_app.services.branch_ports import BRANCH_FULL, BranchRefused, TerminalState

STEPS = Path(__file__).parent / "sql"
OLDEST_SERVER = 150000
CONNECTIONS_KEPT_FREE = 10
"""Beside one for each terminal: the administrator, backups, the server's own."""
TRIES = 5
ENGLISH = ("C", "POSIX", "en")
"""Why a terminal was not let in is said in words only."""
FOR_EVER = "infinity"
WEAK_RULES = """
SELECT coalesce(address, 'all') || ' ' || auth_method FROM pg_hba_file_rules
WHERE error IS NULL AND type <> 'local' AND auth_method IN ('trust', 'password', 'ident')
  AND coalesce(address, '') NOT IN ('127.0.0.1', '::1', 'localhost')
"""
ROLES = """
SELECT t.role_name FROM terminal t JOIN pg_roles r ON r.rolname = t.role_name
WHERE t.revoked_at IS NULL
"""
"""At head office branches stand where terminals do, and have no roles."""
STEP_TABLE = """
CREATE TABLE IF NOT EXISTS counter.schema_step (
    number integer PRIMARY KEY, name text NOT NULL, digest text NOT NULL,
    done_at timestamptz NOT NULL DEFAULT now())
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


@dataclass(frozen=True, slots=True)
class BranchState:
    """A branch database as its administrator sees it; `lacking` are steps that an upgrade would do."""

    branch_id: str
    name: str
    step: int
    lacking: tuple[str, ...]
    backed_up_at: datetime | None
    terminals: tuple[TerminalState, ...]


def steps() -> list[Step]:
    """All steps of this program, in order."""
    return [
        Step(int(one.stem.partition("_")[0]), one.stem, one.read_text("utf-8"))
        for one in sorted(STEPS.glob("*.sql"))
    ]


class BranchUpkeep:
    """Works on one branch database by an administrator's address.

    Raises `BranchUnreachable`, and `BranchRefused` with `bad_url`, `plain_line`, `no_tls`,
    `not_let_in`, `not_allowed`, `old_server`, `other_branch`, `newer_branch`, `changed_step`,
    `not_made`, `unknown_terminal`, `held`.
    """

    def __init__(self, url: str) -> None:
        self._url = url

    @property
    def place(self) -> ServerPlace:
        """Where the database is."""
        return place_of(self._url)

    def init(self, branch_id: str, name: str) -> list[str]:
        """Makes schema, roles and functions, or finds them made; the steps that were done now."""
        with self._work() as cursor:
            if int(one(cursor, "SHOW server_version_num")) < OLDEST_SERVER:
                raise BranchRefused("old_server")
            cursor.execute("CREATE SCHEMA IF NOT EXISTS counter")
            done = self._bring_up(cursor)
            cursor.execute(
                "INSERT INTO counter.branch (branch_id, name) VALUES (%s, %s) ON CONFLICT DO NOTHING",
                (branch_id, name),
            )
            held = one(cursor, "SELECT branch_id FROM counter.branch")
            if held != branch_id:
                raise BranchRefused("other_branch")
        return done

    def upgrade(self) -> list[str]:
        """Does the steps that the database lacks; old functions stay for old programs."""
        with self._work() as cursor:
            self._require_made(cursor)
            return self._bring_up(cursor)

    def admit(
        self, terminal: int, audiences: Sequence[str], password: str, until: datetime | None = None
    ) -> str:
        """Makes the role of a terminal, or gives it another password; the role's name.

        The password is good `until` then. Whoever had the role before is shut out.
        """
        with self._work() as cursor:
            self._require_made(cursor)
            role = role_here(cursor, terminal)
            make_role(cursor, role)
        self._shut_out(role)
        with self._work() as cursor:
            words = sql.SQL("ALTER ROLE {} LOGIN CONNECTION LIMIT 4 PASSWORD {} VALID UNTIL {}")
            end = until.isoformat() if until is not None else FOR_EVER
            cursor.execute(
                words.format(sql.Identifier(role), verifier(cursor, role, password), end)
            )
            cursor.execute(sql.SQL(AWAKE).format(sql.Identifier(role)))
            cursor.execute(
                """INSERT INTO counter.terminal (role_name, terminal, audiences) VALUES (%s, %s, %s)
                ON CONFLICT (role_name) DO UPDATE SET audiences = EXCLUDED.audiences,
                    revoked_at = NULL, admitted_at = now(), joined_at = NULL, joined_by = NULL""",
                (role, terminal, list(audiences)),
            )
            grant(cursor, role)
        return role

    def revoke(self, terminal: int) -> None:
        """Shuts a terminal out at once; its entries stay."""
        with self._work() as cursor:
            self._require_made(cursor)
            role = role_here(cursor, terminal)
            cursor.execute("SELECT FROM counter.terminal WHERE role_name = %s", (role,))
            if cursor.fetchone() is None:
                raise BranchRefused("unknown_terminal")
        self._shut_out(role)
        with self._work() as cursor:
            cursor.execute(
                "UPDATE counter.terminal SET revoked_at = now() WHERE role_name = %s", (role,)
            )

    def _shut_out(self, role: str) -> None:
        """Lets nobody in by the role, and hangs up on whoever is in: first of all, for a session may
        hold a lock that everything else would wait for."""
        for last in (*[False] * (TRIES - 1), True):
            try:
                with self._work() as cursor:
                    end_sessions(cursor, role)
                    cursor.execute("SET LOCAL lock_timeout = '2s'")
                    cursor.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(role)))
                break
            except BranchRefused as refusal:
                if last or refusal.code != "held":
                    raise
        with self._work() as cursor:
            end_sessions(cursor, role)

    def state(self) -> BranchState:
        """What the database is, and all terminals as it last saw them."""
        with self._work() as cursor:
            self._require_made(cursor)
            branch_id = one(cursor, "SELECT branch_id FROM counter.branch")
            name = one(cursor, "SELECT name FROM counter.branch")
            step = one(cursor, "SELECT max(number) FROM counter.schema_step")
            backed_up = one(cursor, "SELECT max(made_at) FROM counter.backup_mark")
            lacking = tuple(one.name for one in steps() if one.number > step)
            cursor.execute("SELECT * FROM counter.terminal_states()")
            terminals = tuple(TerminalState(*row) for row in cursor.fetchall())
        return BranchState(branch_id, name, step, lacking, backed_up, terminals)

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
            version = int(one(cursor, "SHOW server_version_num"))
            named = one(cursor, "SHOW server_version")
            tls = one(cursor, "SHOW ssl")
            passwords = one(cursor, "SHOW password_encryption")
            weak = _weak_rules(cursor)
            large = one(cursor, LARGE_OBJECTS)
            messages = one(cursor, "SHOW lc_messages")
            most = int(one(cursor, "SHOW max_connections"))
            encoding = one(cursor, "SHOW server_encoding")
            checksums = one(cursor, "SHOW data_checksums")
            durable = [one(cursor, f"SHOW {name}") for name in ("fsync", "full_page_writes")]
        return [
            ServerFact("version", version >= OLDEST_SERVER, named),
            ServerFact("tls", tls == "on" or self.place.is_here, tls),
            ServerFact("scram", passwords == "scram-sha-256", passwords),
            ServerFact("rules", not weak, "; ".join(weak) if weak is not None else "?"),
            ServerFact("connections", most >= terminals + CONNECTIONS_KEPT_FREE, str(most)),
            ServerFact("large_objects", not large, ""),
            ServerFact("messages", messages.startswith(ENGLISH), messages),
            ServerFact("encoding", encoding == "UTF8", encoding),
            ServerFact("checksums", checksums == "on", checksums),
            ServerFact("durable", durable == ["on", "on"], " ".join(durable)),
        ]

    def _bring_up(self, cursor: psycopg.Cursor[Any]) -> list[str]:
        cursor.execute(STEP_TABLE)
        cursor.execute("LOCK TABLE counter.schema_step IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("SELECT number, digest FROM counter.schema_step")
        held = dict(cursor.fetchall())
        known = {one.number: one for one in steps()}
        if set(held) - set(known):
            raise BranchRefused("newer_branch")
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
        close_to_public(cursor)
        cursor.execute(ROLES)
        for (role,) in cursor.fetchall():
            grant(cursor, role)
        return done

    def _require_made(self, cursor: psycopg.Cursor[Any]) -> None:
        if one(cursor, "SELECT to_regclass('counter.branch')") is None:
            raise BranchRefused("not_made")

    @contextmanager
    def _work(self) -> Iterator[psycopg.Cursor[Any]]:
        """One transaction as administrator, all or nothing."""
        try:
            with (
                psycopg.connect(with_encryption(self._url), connect_timeout=5) as connection,
                connection.cursor() as cursor,
            ):
                cursor.execute("SET LOCAL client_min_messages = warning")
                yield cursor
        except errors.LockNotAvailable as wait:
            raise BranchRefused("held") from wait
        except errors.InsufficientPrivilege as refusal:
            raise BranchRefused("role_too_weak") from refusal
        except errors.DiskFull as full:
            raise BranchRefused(BRANCH_FULL) from full
        except psycopg.OperationalError as trouble:
            raise telling(trouble) from trouble


def _weak_rules(cursor: psycopg.Cursor[Any]) -> list[str] | None:
    """Rules that let in from the network without SCRAM; None where this administrator sees none."""
    if not one(cursor, "SELECT has_table_privilege('pg_hba_file_rules', 'SELECT')"):
        return None
    cursor.execute(WEAK_RULES)
    return [rule for (rule,) in cursor.fetchall()]
