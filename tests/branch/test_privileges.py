"""What a terminal's role may, asked of the whole catalogue and tried as somebody with psql would."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import errors

from counter_app.db.branch.roles import role_of
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.rehearsal.local_postgres import LocalPostgres
from tests.branch.conftest import PASSWORD

NAME = "privileges"
OURS = r"^[a-z_]+_v[0-9]+$"
THEIRS = "'pg_catalog'::regnamespace, 'information_schema'::regnamespace"
MAY_IN_CATALOGUE = f"""
SELECT p.oid::regprocedure::text FROM pg_proc p
WHERE has_function_privilege(%(role)s, p.oid, 'EXECUTE') AND p.pronamespace IN ({THEIRS})
  AND p.proname ~ '^lo_|^lo(read|write)$|^pg_(read|ls|write|file)_|^pg_(reload|rotate|stat_file)'
  AND p.proname !~ '_old$'
"""
"""Functions of the server that touch files or its log, or keep what somebody hands over. The `_old`
ones judge their caller themselves: they are tried below."""

TABLES = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
COLUMNS = ("SELECT", "INSERT", "UPDATE", "REFERENCES")
OBJECTS = (
    {
        f"table {privilege}": (
            "SELECT c.oid::regclass::text FROM pg_class c WHERE c.relkind IN ('r','p','v','m','f') "
            f"AND c.relnamespace NOT IN ({THEIRS}) AND c.relpersistence <> 't' "
            f"AND has_table_privilege(%(role)s, c.oid, '{privilege}')"
        )
        for privilege in TABLES
    }
    | {
        f"any column {privilege}": (
            "SELECT c.oid::regclass::text FROM pg_class c WHERE c.relkind IN ('r','p','v','m','f') "
            f"AND c.relnamespace NOT IN ({THEIRS}) "
            f"AND has_any_column_privilege(%(role)s, c.oid, '{privilege}')"
        )
        for privilege in COLUMNS
    }
    | {
        "writable catalogue": (
            f"SELECT c.oid::regclass::text FROM pg_class c WHERE c.relnamespace IN ({THEIRS}) "
            "AND c.relkind IN ('r','v') AND c.oid <> 'pg_settings'::regclass AND "
            "has_any_column_privilege(%(role)s, c.oid, 'INSERT,UPDATE,REFERENCES')"
        ),
        "sequence": (
            "WITH s AS MATERIALIZED (SELECT oid FROM pg_class WHERE relkind = 'S') "
            "SELECT oid FROM s WHERE has_sequence_privilege(%(role)s, oid, 'USAGE,SELECT,UPDATE')"
        ),
        "create in a schema": (
            "SELECT n.nspname FROM pg_namespace n WHERE has_schema_privilege(%(role)s, n.oid, 'CREATE')"
        ),
        "use of a schema": (
            "SELECT n.nspname FROM pg_namespace n WHERE has_schema_privilege(%(role)s, n.oid, 'USAGE') "
            f"AND n.oid NOT IN ({THEIRS}) AND n.nspname <> 'counter'"
        ),
        "create or temp in the database": (
            "SELECT current_database() WHERE "
            "has_database_privilege(%(role)s, current_database(), 'CREATE,TEMP')"
        ),
        "language with code": (
            "SELECT l.lanname FROM pg_language l WHERE l.lanname NOT IN ('internal', 'c', 'sql') "
            "AND has_language_privilege(%(role)s, l.oid, 'USAGE')"
        ),
        "function that is not for terminals": (
            "SELECT p.oid::regprocedure::text FROM pg_proc p "
            f"WHERE p.pronamespace NOT IN ({THEIRS}) AND p.proname !~ '{OURS}' "
            "AND has_function_privilege(%(role)s, p.oid, 'EXECUTE')"
        ),
        "function of the server that stores or reads files": MAY_IN_CATALOGUE,
        "foreign server": (
            "SELECT s.srvname FROM pg_foreign_server s "
            "WHERE has_server_privilege(%(role)s, s.oid, 'USAGE')"
        ),
        "tablespace": (
            "SELECT t.spcname FROM pg_tablespace t "
            "WHERE has_tablespace_privilege(%(role)s, t.oid, 'CREATE')"
        ),
        "membership": (
            "SELECT r.rolname FROM pg_roles r WHERE r.rolname <> %(role)s "
            "AND pg_has_role(%(role)s, r.oid, 'MEMBER')"
        ),
        "attribute of the role": (
            "SELECT rolname FROM pg_roles WHERE rolname = %(role)s AND (rolsuper OR rolcreaterole "
            "OR rolcreatedb OR rolreplication OR rolbypassrls)"
        ),
        "ownership": (
            "SELECT oid FROM pg_class WHERE relowner = %(role)s::regrole "
            "UNION SELECT oid FROM pg_proc WHERE proowner = %(role)s::regrole "
            "UNION SELECT oid FROM pg_namespace WHERE nspowner = %(role)s::regrole "
            "UNION SELECT oid FROM pg_type WHERE typowner = %(role)s::regrole "
            "UNION SELECT oid FROM pg_largeobject_metadata WHERE lomowner = %(role)s::regrole "
            "UNION SELECT oid FROM pg_database WHERE datdba = %(role)s::regrole"
        ),
    }
)
"""By what it would allow: the query that lists where the role may it. Each must list nothing."""

TRIED = (
    "SELECT * FROM counter.entry",
    "SELECT 1 FROM counter.verifier",
    "INSERT INTO counter.claim (key, holder) VALUES ('x', 'x')",
    "UPDATE counter.terminal SET audiences = '{all,complaint}'",
    "DELETE FROM counter.entry",
    "TRUNCATE counter.journal",
    "BEGIN; LOCK TABLE counter.schema_step IN ACCESS SHARE MODE",
    "CREATE TABLE counter.mine (x int)",
    "CREATE TABLE public.mine (x int)",
    "CREATE TEMP TABLE mine (x int)",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION counter.mine() RETURNS int LANGUAGE sql RETURN 1",
    "CREATE ROLE mine",
    "CREATE DATABASE mine",
    "ALTER FUNCTION counter.asking() OWNER TO CURRENT_USER",
    "DROP FUNCTION counter.hello_v1(text, timestamptz, bigint)",
    "DROP SCHEMA counter CASCADE",
    "COPY counter.entry TO STDOUT",
    "COPY (SELECT 1) TO '/tmp/mine'",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "DO $$ BEGIN END $$",
    "SET ROLE owner",
    "SET SESSION AUTHORIZATION owner",
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT pg_read_file_old('postgresql.conf', 0, 1)",
    "SELECT pg_rotate_logfile_old()",
    "SELECT pg_ls_dir('.')",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT counter.asking()",
    "SELECT counter.terminal_states()",
    "SELECT pg_reload_conf()",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'owner'",
    "ALTER ROLE owner PASSWORD 'x'",
    "ALTER ROLE CURRENT_USER VALID UNTIL 'infinity'",
    "ALTER ROLE CURRENT_USER CONNECTION LIMIT 99",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "ALTER SYSTEM SET fsync = off",
    "COMMENT ON SCHEMA counter IS 'x'",
    "SET session_preload_libraries = 'x'",
)
REFUSED = (
    errors.InsufficientPrivilege,
    errors.WrongObjectType,
    errors.InvalidParameterValue,
    errors.CantChangeRuntimeParam,
)

Line = psycopg.Connection[tuple[Any, ...]]


@pytest.fixture(scope="module")
def database(cluster: LocalPostgres) -> Iterator[str]:
    """One branch for all these questions, with terminals 3 and 4."""
    cluster.create_database(NAME)
    upkeep = BranchUpkeep(cluster.url(NAME))
    upkeep.init("branch/demo", "demo")
    for terminal in (3, 4):
        upkeep.admit(terminal, ("all",), PASSWORD)
    yield NAME
    cluster.drop_database(NAME)


@pytest.fixture(scope="module")
def role(database: str) -> str:
    """Terminal 3."""
    return role_of(database, 3)


@pytest.fixture
def line(cluster: LocalPostgres, database: str, role: str) -> Iterator[Line]:
    """A connection as somebody has it who took the password from a PC."""
    with psycopg.connect(cluster.url(database, role), autocommit=True) as made:
        yield made


def listed(cluster: LocalPostgres, database: str, query: str, role: str) -> list[str]:
    with psycopg.connect(cluster.url(database)) as owner:
        found = owner.execute(query.encode(), {"role": role})
        return sorted(str(row[0]) for row in found)


def test_the_catalogue_lists_nothing_but_the_versioned_functions(
    cluster: LocalPostgres, database: str, role: str
) -> None:
    may = {what: listed(cluster, database, query, role) for what, query in OBJECTS.items()}
    assert {what: found for what, found in may.items() if found} == {}


def test_each_of_these_questions_can_find_something(
    cluster: LocalPostgres, database: str, role: str
) -> None:
    """The owner may nearly everything: a question that lists nothing for it would prove nothing."""
    may = {what: listed(cluster, database, query, "owner") for what, query in OBJECTS.items()}
    blind = {what for what, found in may.items() if not found}
    assert blind == {"sequence", "foreign server"}, "of these there are none in this database"
    assert role != "owner"


def test_every_versioned_function_may_be_called(
    cluster: LocalPostgres, database: str, role: str
) -> None:
    query = (
        "SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'counter'::regnamespace "
        f"AND p.proname ~ '{OURS}' "
    )
    every = listed(cluster, database, query, role)
    callable_ = query + "AND has_function_privilege(%(role)s, p.oid, 'EXECUTE') AND p.prosecdef"
    assert len(every) > 15
    assert listed(cluster, database, callable_, role) == every


@pytest.mark.parametrize("statement", TRIED)
def test_what_somebody_would_try_is_refused(line: Line, statement: str) -> None:
    with pytest.raises(REFUSED):
        line.execute(statement.encode())


def test_a_function_of_ours_keeps_to_its_own_search_path(line: Line) -> None:
    """Whoever calls cannot put objects of the same name before ours."""
    line.execute("SET search_path = pg_temp, public")
    assert line.execute("SELECT * FROM counter.heads_v1()").fetchall() == []


def test_what_it_may_do_to_itself_hurts_nobody_else(
    line: Line, cluster: LocalPostgres, database: str
) -> None:
    """Its own password, its own defaults and its own privileges are every role's in PostgreSQL."""
    line.execute("ALTER ROLE CURRENT_USER SET statement_timeout = '60s'")
    line.execute("GRANT EXECUTE ON FUNCTION counter.heads_v1() TO PUBLIC")  # only a warning
    line.execute("DROP OWNED BY CURRENT_USER")
    public = "SELECT has_function_privilege('public', 'counter.heads_v1()', 'EXECUTE')"
    assert line.execute(public).fetchone() == (False,)
    with psycopg.connect(cluster.url(database, role_of(database, 4))) as other:
        assert other.execute("SELECT * FROM counter.heads_v1()").fetchall() == []


def test_a_role_that_nobody_admitted_is_answered_nothing(
    cluster: LocalPostgres, database: str
) -> None:
    with psycopg.connect(cluster.url(database), autocommit=True) as owner:
        name = f"{database}_stranger"
        owner.execute(f"CREATE ROLE {name} LOGIN".encode())
        try:
            with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
                psycopg.connect(cluster.url(database, name))
        finally:
            owner.execute(f"DROP ROLE {name}".encode())
        with pytest.raises(errors.InsufficientPrivilege, match="not_admitted"):
            owner.execute("SELECT counter.heads_v1()")
