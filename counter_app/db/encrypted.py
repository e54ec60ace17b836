"""Opening the encrypted file: SQLCipher with a raw key, WAL, synchronous FULL.

Owns the connection's settings and the translation of its errors into `StoreTrouble`. A passphrase is
never used: its derivation would cost every new connection a tenth of a second.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlcipher

from counter_app.journal.entry import body_digest
from counter_app.services.ports import StoreTrouble

PAGE_SETTINGS = (
    "PRAGMA recursive_triggers = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA wal_autocheckpoint = 1000",
)
READER_SETTINGS = (
    "PRAGMA query_only = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA cache_size = -65536",
)
"""`query_only` and not `mode=ro`: a reader of a WAL must be able to make the shared-memory file."""


MISTAKES = (sqlcipher.IntegrityError, sqlcipher.ProgrammingError)


def connect(path: Path, key: bytes) -> Any:
    """A raw connection with the key given; every settings statement is still to come.

    Autocommit: transactions are begun by name. Raises `StoreTrouble` when the file cannot be opened.
    """
    try:
        raw = sqlcipher.connect(str(path), check_same_thread=False, isolation_level=None)
        # Errors are told as `StoreTrouble`; by itself the library writes them to stderr too.
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        raw.create_function("body_digest", 2, _sql_body_digest, deterministic=True)
    except sqlcipher.Error as error:
        raise trouble_of(error) from error
    return raw


def open_engine(path: Path, key: bytes, settings: tuple[str, ...] = PAGE_SETTINGS) -> Engine:
    """An engine on one connection that stays open, with `settings` applied."""

    def creator() -> Any:
        raw = connect(path, key)
        for statement in settings:
            raw.execute(statement)
        return raw

    return create_engine(
        "sqlite://", creator=creator, module=sqlcipher, poolclass=StaticPool, isolation_level=None
    )


@contextmanager
def telling_trouble() -> Iterator[None]:
    """Turns the database's errors into `StoreTrouble` with a code the window can put in words.

    A constraint or trigger that refuses is no trouble of the store but a mistake of the program: it
    comes as it is.
    """
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, MISTAKES):
            raise
        raise trouble_of(error.orig or error) from error
    except MISTAKES:
        raise
    except sqlcipher.Error as error:
        raise trouble_of(error) from error


def trouble_of(error: BaseException) -> StoreTrouble:
    """What an error of the database means for the person in front of it."""
    text = str(error).lower()
    for sign, code in (
        ("interrupted", "interrupted"),
        ("full", "full"),
        ("readonly", "read_only"),
        ("read-only", "read_only"),
        ("locked", "locked"),
        ("not a database", "wrong_key"),
        ("malformed", "damaged"),
        ("disk i/o", "disk"),
        ("unable to open", "disk"),
    ):
        if sign in text:
            return StoreTrouble(code, str(error))
    return StoreTrouble("damaged", str(error))


def _sql_body_digest(salt: str | None, body: str | None) -> str | None:
    if salt is None or body is None:
        return None
    try:
        return body_digest(salt, body)
    except ValueError:
        return None
