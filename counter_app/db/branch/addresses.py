"""Where a branch's server is: read from an administrator's address, and judged.

Owns the rule that no password crosses a network unencrypted: without TLS only a server on this very
machine is spoken to.
"""

from dataclasses import dataclass
from ipaddress import ip_address

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from counter_app.services.branch_ports import BranchRefused, BranchUnreachable

SCHEMES = ("postgresql://", "postgres://")
USUAL_PORT = 5432
ENCRYPTED = ("require", "verify-ca", "verify-full")
NO_TLS, OTHER_CERTIFICATE = "server does not support SSL", "certificate verify failed"
"""What libpq says, in English always: its own messages are not translated in the wheels."""
NOT_LET_IN = ("password authentication failed", "not permitted to log in", "no pg_hba.conf entry")
"""What the server says, in English as `lc_messages` has to be: a connection that was not made carries
no code."""


@dataclass(frozen=True, slots=True)
class ServerPlace:
    """Where a database is. `host` is empty for the socket of this machine."""

    host: str
    port: int
    database: str

    @property
    def is_here(self) -> bool:
        """Whether nothing leaves this machine on the way there."""
        return is_this_machine(self.host)


def is_this_machine(host: str) -> bool:
    """Whether a host's name or number is this machine's own; other names are looked up by nobody."""
    if host in ("", "localhost") or host.startswith(("/", "@")):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def place_of(url: str) -> ServerPlace:
    """The place that an address names. Raises `BranchRefused`: `bad_url`."""
    return _place(_read(url))


def with_encryption(url: str) -> str:
    """The address in libpq's words, so that it never goes unencrypted to another machine.

    Raises `BranchRefused`: `bad_url`, or `plain_line` where the address itself asks for that.
    """
    words = _read(url)
    if _place(words).is_here:
        return make_conninfo(**words)
    if words.setdefault("sslmode", "require") not in ENCRYPTED:
        raise BranchRefused("plain_line")
    return make_conninfo(**words)


def telling(trouble: psycopg.OperationalError) -> BranchRefused | BranchUnreachable:
    """What a connection that was not made says to us."""
    said = str(trouble)
    if any(words in said for words in NOT_LET_IN):
        return BranchRefused("not_let_in")
    if NO_TLS in said:
        return BranchRefused("no_tls")
    if OTHER_CERTIFICATE in said:
        return BranchRefused("other_certificate")
    return BranchUnreachable(said.strip().rpartition("\n")[2])


def _read(url: str) -> dict[str, str]:
    if not url.startswith(SCHEMES):
        raise BranchRefused("bad_url")
    try:
        words = conninfo_to_dict(url)
    except psycopg.ProgrammingError as mistake:
        raise BranchRefused("bad_url") from mistake
    return {name: str(value) for name, value in words.items() if value is not None}


def _place(words: dict[str, str]) -> ServerPlace:
    host, port = words.get("hostaddr") or words.get("host", ""), words.get("port", "")
    database = words.get("dbname", "")
    if "," in host or "," in port or not database or not (port or "0").isdecimal():
        raise BranchRefused("bad_url")
    return ServerPlace(host, int(port or USUAL_PORT), database)
