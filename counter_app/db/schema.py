"""Making the tables of a store, and saying what they must be.

Owns the order in which they are made and the comparison of a file with it. What the tables are stands
in `tables.py` and `rows.py`.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.schema import CreateIndex, CreateTable

from counter_app.db.rows import rows_metadata
from counter_app.db.tables import SCHEMA_VERSION, TRIGGERS, metadata

MASTER = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"


def create_schema(driver: Any) -> None:
    """All tables, indexes and triggers, and the number of their version."""
    for statement in (*_statements(metadata), *TRIGGERS, *_statements(rows_metadata)):
        driver.execute(statement)
    driver.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def recreate_rows(driver: Any) -> None:
    """The tables of read rows anew and empty, also those that only an earlier program had."""
    kept = set(metadata.tables)
    found = driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (name,) in found:
        if name not in kept and not name.startswith("sqlite_"):
            driver.execute(f'DROP TABLE "{name}"')
    for statement in _statements(rows_metadata):
        driver.execute(statement)


def schema_of(driver: Any) -> dict[str, str]:
    """Each table, index and trigger of a file with the words it was made by."""
    return {name: plain_words(sql) for name, sql in driver.execute(MASTER)}


def expected_schema() -> dict[str, str]:
    """What `schema_of` says of a file made by this program."""
    with create_engine("sqlite://").connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.create_function("body_digest", 2, lambda _salt, _body: None)
        create_schema(driver)
        return schema_of(driver)


def row_schema(tables: Mapping[str, str]) -> dict[str, str]:
    """The part of a schema that is read rows."""
    own = set(metadata.tables)
    return {
        name: words
        for name, words in tables.items()
        if not any(name == one or name.startswith(f"{one}_") for one in own)
    }


def plain_words(sql: str) -> str:
    """A statement with its spaces made one; they mean nothing."""
    return " ".join(sql.split())


def _statements(tables: Any) -> list[str]:
    engine = create_engine("sqlite://")
    found = []
    for table in tables.sorted_tables:
        found.append(str(CreateTable(table).compile(engine)))
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            found.append(str(CreateIndex(index).compile(engine)))
    return found
