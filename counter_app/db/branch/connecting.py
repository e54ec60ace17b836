"""A connection to the branch that never keeps its caller waiting beyond a deadline.

Owns how a connection is made and given up. A line that swallows everything (a cable pulled behind a
switch) says nothing, and what the system offers against it differs: Windows has no `tcp_user_timeout`.
The driver never waits within a call to the system, only between them: so each wait is given an end.
"""

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg import errors
from psycopg.abc import PQGen

from counter_app.db.branch.addresses import telling
from counter_app.services.branch_ports import (
    BRANCH_DAMAGED,
    BRANCH_FULL,
    BranchRefused,
    BranchUnreachable,
)

CONNECT_S = 5
DEADLINE_S = 15.0
INTERVAL_S = 0.1
"""How often whoever waits looks up, as in the driver itself."""
UNSTORABLE = (
    psycopg.DataError,
    psycopg.IntegrityError,
    errors.ProgramLimitExceeded,
    errors.StatementTooComplex,
)
"""What would come again however often it is tried."""
MUST_FIT = (errors.UndefinedFunction, errors.InvalidSchemaName, errors.UndefinedTable)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BranchAddress:
    """Where the branch is: an address in libpq's words, and the certificate that it must show.

    Without a certificate the line is not encrypted: for a server on this machine, and nothing else.
    """

    url: str
    certificate: Path | None = None


class _Punctual(psycopg.Connection[Any]):
    """A connection on which nobody waits longer than so for an answer."""

    deadline_s = DEADLINE_S

    def wait(self, gen: PQGen[T], interval: float = INTERVAL_S, timeout: float | None = None) -> T:
        """See `psycopg.Connection.wait`: every statement waits here."""
        return super().wait(gen, interval, self.deadline_s if timeout is None else timeout)


class BranchLine:
    """One connection, made when it is needed and again after it broke. For one thread at a time.

    `deadline_s` is how long one call may take. Any trouble of the line is `BranchUnreachable`: whether
    the branch did what it was asked is not known then, and repeating it is safe.
    """

    def __init__(self, address: BranchAddress, deadline_s: float = DEADLINE_S) -> None:
        self._address = address
        self._deadline_s = deadline_s
        self._connection: _Punctual | None = None

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What a statement answers. Raises `BranchUnreachable` and `BranchRefused`."""
        with self._telling():
            return self._connected().execute(statement, values, binary=True).fetchall()

    def wait(self, seconds: float, waker: socket.socket, own: str) -> None:
        """Waits so long, or until the branch says that another journal grew, or somebody wakes us.

        `own` is the journal whose growth is no news. What the branch says is a hint: it is lost when
        the line breaks.
        """
        until = monotonic() + seconds
        with self._telling(), DefaultSelector() as ears:
            connection = self._connected()
            ears.register(connection, EVENT_READ)
            ears.register(waker, EVENT_READ)
            while not _has_news(connection, own):
                left = until - monotonic()
                ready = ears.select(left) if left > 0 else []
                if not ready or any(key.fileobj is waker for key, _ in ready):
                    return

    def close(self) -> None:
        """Hangs up."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """The troubles of the driver in our words; a broken connection is gone."""
        try:
            yield
        except (errors.InsufficientPrivilege, *MUST_FIT, errors.RaiseException) as refusal:
            raise BranchRefused(_code_of(refusal)) from refusal
        except UNSTORABLE as refusal:
            raise BranchRefused("unstorable") from refusal
        except errors.DiskFull as full:
            # The line is sound and the server answers: it would say so to whoever connects anew.
            raise BranchRefused(BRANCH_FULL) from full
        except (psycopg.OperationalError, psycopg.InterfaceError, OSError) as trouble:
            self.close()
            said = telling(trouble) if isinstance(trouble, psycopg.OperationalError) else None
            if isinstance(said, BranchRefused):
                raise said from trouble
            raise BranchUnreachable(_code_of(trouble)) from trouble
        except psycopg.InternalError as damage:
            # What the server says of its own files: a page or an index that does not add up.
            raise BranchRefused(BRANCH_DAMAGED) from damage
        except psycopg.Error as refusal:
            raise BranchRefused(_code_of(refusal)) from refusal

    def _connected(self) -> "_Punctual":
        if self._connection is not None and self._connection.closed:
            self._connection = None
        if self._connection is None:
            self._connection = _Punctual.connect(
                self._address.url,
                autocommit=True,
                connect_timeout=CONNECT_S,
                application_name="counter terminal",
                options="-c search_path=counter,pg_temp",
                **_encryption(self._address.certificate),
            )
            self._connection.deadline_s = self._deadline_s
            self._connection.execute("LISTEN counter")
        return self._connection


def _encryption(certificate: Path | None) -> dict[str, Any]:
    """The certificate was pinned at joining; the name in it may be anything, its key may not."""
    if certificate is None:
        return {}
    return {"sslmode": "verify-ca", "sslrootcert": str(certificate), "channel_binding": "prefer"}


def _has_news(connection: psycopg.Connection[Any], own: str) -> bool:
    """Whether another journal grew, by what the branch has said so far."""
    said = list(connection.notifies(timeout=0))
    return any(one.payload.partition(" ")[0] != own for one in said)


def _code_of(error: Exception) -> str:
    """A word for what went wrong: the functions' own, or the class of the error."""
    if isinstance(error, MUST_FIT):
        return "other_version"
    said = str(error).partition("\n")[0]
    return said if said.isidentifier() else type(error).__name__
