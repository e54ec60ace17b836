"""The roles of a branch's terminals: made, allowed just the versioned functions, shut out.

Owns what a terminal may. Every call runs in the caller's transaction, as administrator.
"""

from typing import Any, LiteralString

import psycopg
from psycopg import sql

CALLABLE = """
SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = 'counter' AND p.proname ~ '_v[0-9]+$'
"""


AWAKE = "ALTER ROLE {} SET idle_in_transaction_session_timeout = '10s'"
"""A terminal that was stopped within a transaction of its own gives up what it locked."""
LARGE_OBJECTS = "SELECT has_function_privilege('public', 'pg_catalog.lo_create(oid)', 'EXECUTE')"
LARGE_OBJECT_FUNCTIONS = """
SELECT p.oid::regprocedure::text FROM pg_proc p
WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname ~ '^(lo_|lo(read|write)$)'
"""


def role_of(database: str, terminal: int) -> str:
    """The name of a terminal's role. Roles belong to the whole server: so it names the database."""
    return f"{database}_t{terminal:02d}"


def close_to_public(cursor: psycopg.Cursor[Any]) -> None:
    """Takes from everybody what PostgreSQL gives to everybody. Large objects and blocks of code are
    the server's own; only its superuser can close them."""
    cursor.execute("REVOKE ALL ON ALL FUNCTIONS IN SCHEMA counter FROM PUBLIC")
    cursor.execute("REVOKE ALL ON ALL TABLES IN SCHEMA counter FROM PUBLIC")
    cursor.execute("REVOKE ALL ON SCHEMA public, counter FROM PUBLIC")
    database = sql.Identifier(database_here(cursor))
    cursor.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    if not is_superuser(cursor):
        return
    cursor.execute("REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC")
    cursor.execute(LARGE_OBJECT_FUNCTIONS)
    for (function,) in cursor.fetchall():
        words = sql.SQL("REVOKE ALL ON FUNCTION {} FROM PUBLIC")
        cursor.execute(words.format(sql.SQL(function)))


def grant(cursor: psycopg.Cursor[Any], role: str) -> None:
    """A terminal may call the versioned functions. Each role by itself: what a member of a role of all
    could do to that, it would do to every terminal of the branch."""
    database, name = sql.Identifier(database_here(cursor)), sql.Identifier(role)
    cursor.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, name))
    cursor.execute(sql.SQL("GRANT USAGE ON SCHEMA counter TO {}").format(name))
    cursor.execute(CALLABLE)
    for (function,) in cursor.fetchall():
        words = sql.SQL("GRANT EXECUTE ON FUNCTION {} TO {}")
        cursor.execute(words.format(sql.SQL(function), name))


def make_role(cursor: psycopg.Cursor[Any], role: str) -> None:
    """The role, with which nobody can come in yet, where it is not there."""
    cursor.execute("SELECT FROM pg_roles WHERE rolname = %s", (role,))
    if cursor.fetchone() is None:
        cursor.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(role)))


def role_here(cursor: psycopg.Cursor[Any], terminal: int) -> str:
    """The name of a terminal's role in this database."""
    return role_of(database_here(cursor), terminal)


def is_superuser(cursor: psycopg.Cursor[Any]) -> bool:
    """Whether this administrator may everything on the server."""
    return bool(one(cursor, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))


def verifier(cursor: psycopg.Cursor[Any], role: str, password: str) -> str:
    """What the server keeps of a password: so it never stands in a log of the server."""
    made = cursor.connection.pgconn.encrypt_password(
        password.encode(), role.encode(), b"scram-sha-256"
    )
    return made.decode()


def end_sessions(cursor: psycopg.Cursor[Any], role: str) -> None:
    """Hangs up on whoever uses the role now. An administrator who is not the server's own superuser
    may that only as a member of the role, and is one for just so long."""
    is_super = is_superuser(cursor)
    member = sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(role))
    no_more = sql.SQL("REVOKE {} FROM CURRENT_USER").format(sql.Identifier(role))
    if not is_super:
        cursor.execute(member)
    cursor.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (role,)
    )
    if not is_super:
        cursor.execute(no_more)


def database_here(cursor: psycopg.Cursor[Any]) -> str:
    """The name of this database."""
    name: str = one(cursor, "SELECT current_database()")
    return name


def one(cursor: psycopg.Cursor[Any], statement: LiteralString) -> Any:
    """The one value that a statement answers; None where it answers nothing."""
    cursor.execute(statement)
    row = cursor.fetchone()
    return row[0] if row is not None else None
