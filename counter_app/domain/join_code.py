"""The join code: all that a new PC needs to reach its branch, short enough to type.

Owns what stands in it and its spelling. It holds a password that is good once and for a while, and the
first bytes of the SHA-256 of the certificate that the server must show: so whoever answers in the
server's place is found out before the password is spoken.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import AddressValueError, IPv4Address

from counter_app.domain.groups import Mistyped, read_typed, spell
from counter_app.domain.refusal import Refusal

VERSION = 1
USUAL_DATABASE = "counter"
PASSWORD_BYTES = 8
MARK_BYTES = 12
"""96 bits: nobody makes a second certificate with the same mark."""

_IS_NUMBER, _IS_USUAL, _IS_PLAIN = 1, 2, 4
_MINUTE = timedelta(minutes=1)
_BEGIN = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class JoinCode:
    """Where the branch is, as which terminal to come, and until when.

    `certificate` is the mark of the server's certificate, empty for a server on the same machine that
    speaks without TLS. `until` is exact to the minute. Raises ValueError for what no code can hold.
    """

    host: str
    port: int
    database: str
    terminal: int
    until: datetime
    certificate: bytes
    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not 1 <= self.terminal <= 99 or not 1 <= self.port <= 65535:
            raise ValueError("terminals run from 1 to 99, ports from 1 to 65535")
        if len(self.secret) != PASSWORD_BYTES or len(self.certificate) not in (0, MARK_BYTES):
            raise ValueError("a password or a mark of another length")
        if any(len(one.encode()) > 255 or not one for one in (self.host, self.database)):
            raise ValueError("a host and a database have 1 to 255 bytes")

    @property
    def password(self) -> str:
        """The one-time password as the server knows it."""
        return self.secret.hex()

    @property
    def groups(self) -> tuple[str, ...]:
        """The code as it is written and typed."""
        return spell(self._bytes())

    def __str__(self) -> str:
        return "-".join(self.groups)

    def _bytes(self) -> bytes:
        number, usual = _ipv4(self.host), self.database == USUAL_DATABASE
        flags = _IS_NUMBER * (number is not None) | _IS_USUAL * usual
        flags |= _IS_PLAIN * (not self.certificate)
        minutes = (self.until - _BEGIN) // _MINUTE
        parts = [
            bytes((VERSION << 4 | flags, self.terminal)),
            self.port.to_bytes(2),
            minutes.to_bytes(4),
            number if number is not None else _text(self.host),
            b"" if usual else _text(self.database),
            self.secret,
            self.certificate,
        ]
        return b"".join(parts)


def mark_of(certificate: bytes) -> bytes:
    """What a join code says of a certificate, given as DER."""
    return hashlib.sha256(certificate).digest()[:MARK_BYTES]


def parse_join_code(typed: str) -> JoinCode | Refusal:
    """The code that somebody typed or scanned, or which groups are mistyped."""
    read = read_typed(typed)
    if isinstance(read, Mistyped):
        wrong = "、".join(str(one) for one in read.groups)
        return Refusal("join_code_mistyped", {"groups": wrong})
    try:
        return _parsed(_Bytes(read))
    except (ValueError, OverflowError):
        return Refusal("join_code_shape")


def _parsed(rest: "_Bytes") -> JoinCode:
    head, terminal = rest.take(2)
    if head >> 4 != VERSION:
        raise ValueError("a code of another version")
    port, minutes = int.from_bytes(rest.take(2)), int.from_bytes(rest.take(4))
    host = str(IPv4Address(rest.take(4))) if head & _IS_NUMBER else rest.text()
    database = USUAL_DATABASE if head & _IS_USUAL else rest.text()
    secret = rest.take(PASSWORD_BYTES)
    certificate = b"" if head & _IS_PLAIN else rest.take(MARK_BYTES)
    rest.end()
    return JoinCode(host, port, database, terminal, _BEGIN + minutes * _MINUTE, certificate, secret)


class _Bytes:
    """Bytes read from the front. Raises ValueError where they do not reach."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def take(self, size: int) -> bytes:
        """The next bytes."""
        if size > len(self._data):
            raise ValueError("the code is cut")
        taken, self._data = self._data[:size], self._data[size:]
        return taken

    def text(self) -> str:
        """The next text, its length before it."""
        (size,) = self.take(1)
        return self.take(size).decode()

    def end(self) -> None:
        """Nothing but the zeros of the last group may be left."""
        if len(self._data) > 2 or any(self._data):
            raise ValueError("the code is too long")


def _text(words: str) -> bytes:
    data = words.encode()
    return bytes((len(data),)) + data


def _ipv4(host: str) -> bytes | None:
    try:
        return IPv4Address(host).packed
    except AddressValueError:
        return None
