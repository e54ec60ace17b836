"""A connection to the branch that never keeps its caller waiting beyond a deadline.

Owns how a connection is made and cut. A line that swallows everything (a cable pulled behind a switch)
says nothing, and what the system offers against it differs: so a watchdog of our own shuts the socket.
That wakes whoever waits, on Windows too, where `tcp_user_timeout` does not exist.
"""

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any

import psycopg
from psycopg import errors

from counter_app.services.branch_ports import BranchRefused, BranchUnreachable

CONNECT_S = 5
DEADLINE_S = 15.0
MUST_FIT = (errors.UndefinedFunction, errors.InvalidSchemaName, errors.UndefinedTable)


@dataclass(frozen=True, slots=True)
class BranchAddress:
    """Where the branch is: an address in libpq's words, and the certificate that it must show.

    Without a certificate the line is not encrypted: for a server on this machine, and nothing else.
    """

    url: str
    certificate: Path | None = None


class BranchLine:
    """One connection, made when it is needed and again after it broke. For one thread at a time.

    `deadline_s` is how long one call may take. Any trouble of the line is `BranchUnreachable`: whether
    the branch did what it was asked is not known then, and repeating it is safe.
    """

    def __init__(self, address: BranchAddress, deadline_s: float = DEADLINE_S) -> None:
        self._address = address
        self._deadline_s = deadline_s
        self._connection: psycopg.Connection[Any] | None = None

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What a statement answers. Raises `BranchUnreachable` and `BranchRefused`."""
        with self.answering() as connection:
            return connection.execute(statement, values, binary=True).fetchall()

    def hints(self, wait_s: float) -> list[str]:
        """Waits so long for notifications, and gives those that came. They are hints, no more."""
        with self.answering(wait_s + self._deadline_s) as connection:
            return [one.payload for one in connection.notifies(timeout=wait_s, stop_after=1)]

    def close(self) -> None:
        """Hangs up."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def answering(self, deadline_s: float | None = None) -> Iterator[psycopg.Connection[Any]]:
        """The connection for one exchange of words; it is gone when that fails."""
        try:
            connection = self._connected()
            with _cut_after(connection, deadline_s or self._deadline_s):
                yield connection
        except (errors.InsufficientPrivilege, *MUST_FIT, errors.RaiseException) as refusal:
            raise BranchRefused(_code_of(refusal)) from refusal
        except (psycopg.OperationalError, psycopg.InterfaceError) as trouble:
            self.close()
            raise BranchUnreachable(_code_of(trouble)) from trouble

    def _connected(self) -> psycopg.Connection[Any]:
        if self._connection is not None and self._connection.closed:
            self._connection = None
        if self._connection is None:
            self._connection = psycopg.connect(
                self._address.url,
                autocommit=True,
                connect_timeout=CONNECT_S,
                application_name="counter terminal",
                options="-c search_path=counter,pg_temp",
                **_encryption(self._address.certificate),
            )
            with _cut_after(self._connection, self._deadline_s):
                self._connection.execute("LISTEN counter")
        return self._connection


def _encryption(certificate: Path | None) -> dict[str, Any]:
    """The certificate was pinned at joining; the name in it may be anything, its key may not."""
    if certificate is None:
        return {}
    return {"sslmode": "verify-ca", "sslrootcert": str(certificate), "channel_binding": "prefer"}


@contextmanager
def _cut_after(connection: psycopg.Connection[Any], seconds: float) -> Iterator[None]:
    timer = Timer(seconds, _shut, (connection.fileno(),))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _shut(descriptor: int) -> None:
    """Wakes whoever reads this socket; the descriptor stays its owner's to close."""
    with suppress(OSError), socket.fromfd(descriptor, socket.AF_INET, socket.SOCK_STREAM) as line:
        line.shutdown(socket.SHUT_RDWR)


def _code_of(error: psycopg.Error) -> str:
    """A word for what went wrong: the functions' own, or the class of the error."""
    if isinstance(error, MUST_FIT):
        return "other_version"
    said = str(error).partition("\n")[0]
    return said if said.isidentifier() else type(error).__name__
