"""Making the tables of a store, and saying what they must be.

Owns the order in which they are made and the comparison of a file with it. What the tables are stands
in `tables.py` and `rows.py`.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Table, create_engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from counter_app.db.rows import ROWS, rows_metadata
from counter_app.db.tables import SCHEMA_VERSION, TRIGGERS, VIEWS, metadata

MASTER = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"


def create_schema(driver: Any) -> None:
    """All tables, indexes and triggers, and the number of their version."""
    _create_journal(driver)
    for table in rows_metadata.sorted_tables:
        create_table(driver, table)
    driver.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def create_table(driver: Any, table: Table) -> None:
    """A table and its indexes."""
    for statement in table_statements(table):
        driver.execute(statement)


def table_statements(table: Table) -> list[str]:
    """What makes a table and its indexes, with spaces made one: they mean nothing."""
    dialect = sqlite.dialect()
    indexes = sorted(table.indexes, key=lambda index: str(index.name))
    made: list[ExecutableDDLElement] = [CreateTable(table), *map(CreateIndex, indexes)]
    return [_plain(str(one.compile(dialect=dialect))) for one in made]


def mend_row_tables(driver: Any) -> tuple[str, ...]:
    """Makes tables of read rows anew that are not as this program needs them; the kinds concerned.

    They are empty then, but for rows of subjects whose bodies were let go, which nothing could make
    again: these are carried over, in the columns that both know. The kinds must be folded again. Tables
    that only an earlier program had are removed.
    """
    held = schema_of(driver)
    mended = set()
    for name, table in _expected_tables().items():
        if not set(table_statements(table)) <= set(held.values()):
            _make_anew(driver, table)
            mended.add(name)
    for name in _strange_tables(driver):
        driver.execute(f'DROP TABLE "{name}"')
    return tuple(
        kind for kind, specs in ROWS.items() if any(spec.table.name in mended for spec in specs)
    )


def are_row_tables_due(driver: Any) -> bool:
    """Whether any of them is other than this program needs it."""
    held = set(schema_of(driver).values())
    needed = {words for one in _expected_tables().values() for words in table_statements(one)}
    return not needed <= held or bool(_strange_tables(driver))


def columns_of(driver: Any, table: str) -> list[str]:
    """The columns that a table of the file has; none where there is no such table."""
    return [row[1] for row in driver.execute(f"PRAGMA table_info({table})")]


def _expected_tables() -> dict[str, Table]:
    return {table.name: table for table in rows_metadata.sorted_tables}


def _strange_tables(driver: Any) -> list[str]:
    kept = {table.name for table in metadata.sorted_tables} | set(_expected_tables())
    found = driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [name for (name,) in found if name not in kept and not name.startswith("sqlite_")]


def _make_anew(driver: Any, table: Table) -> None:
    known = {column.name for column in table.columns}
    common = ", ".join(f'"{one}"' for one in columns_of(driver, table.name) if one in known)
    aside = f"{table.name}_aside"
    if common:
        driver.execute(
            f"CREATE TABLE {aside} AS SELECT {common} FROM {table.name} "
            "WHERE subject IN (SELECT subject FROM closing)"
        )
    driver.execute(f"DROP TABLE IF EXISTS {table.name}")
    create_table(driver, table)
    if common:
        driver.execute(f"INSERT INTO {table.name} ({common}) SELECT {common} FROM {aside}")
        driver.execute(f"DROP TABLE {aside}")


def schema_of(driver: Any) -> dict[str, str]:
    """Each table, index and trigger of a file with the words it was made by."""
    return {name: _plain(sql) for name, sql in driver.execute(MASTER)}


def expected_schema() -> dict[str, str]:
    """What `schema_of` says of a file made by this program."""
    return _schema_made_by(create_schema)


def journal_schema() -> dict[str, str]:
    """The part of it that is not read rows, and is never made anew."""
    return _schema_made_by(_create_journal)


def _create_journal(driver: Any) -> None:
    for table in metadata.sorted_tables:
        create_table(driver, table)
    for statement in (*TRIGGERS, *VIEWS):
        driver.execute(statement)


def _schema_made_by(make: Callable[[Any], None]) -> dict[str, str]:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.create_function("body_digest", 2, lambda _salt, _body: None)
        make(driver)
        found = schema_of(driver)
    engine.dispose()
    return found


def _plain(sql: str) -> str:
    return " ".join(sql.split())
