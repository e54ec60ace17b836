"""What a joining PC does on the line before it belongs to the branch.

Owns the look at the server's certificate, by PostgreSQL's own words for it, and the taking up of the
one-time password. The certificate is looked at before anything is believed or said.
"""

import socket
import ssl
import struct

from counter_app.db.branch.connecting import CONNECT_S, BranchAddress, BranchLine
from counter_app.services.branch_ports import BranchRefused, BranchUnreachable

SSL_REQUEST = struct.pack("!ii", 8, 80877103)
"""Length and code of PostgreSQL's SSLRequest; the answer is one byte, `S` or `N`."""


def certificate_shown(host: str, port: int) -> bytes:
    """The certificate that a server shows, as DER. Nothing of it is believed here.

    Raises `BranchUnreachable`, and `BranchRefused` with `no_tls` where it speaks without.
    """
    try:
        with socket.create_connection((host, port), timeout=CONNECT_S) as line:
            line.sendall(SSL_REQUEST)
            if line.recv(1) != b"S":
                raise BranchRefused("no_tls")
            looking = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            looking.check_hostname = False
            looking.verify_mode = ssl.CERT_NONE
            with looking.wrap_socket(line) as wrapped:
                shown = wrapped.getpeercert(binary_form=True)
    except OSError as trouble:
        raise BranchUnreachable(trouble.strerror or type(trouble).__name__) from trouble
    if shown is None:
        raise BranchRefused("no_tls")
    return shown


def as_text(certificate: bytes) -> str:
    """A certificate as PEM, as it is pinned."""
    return ssl.DER_cert_to_PEM_cert(certificate)


def lets_in(address: BranchAddress) -> bool:
    """Whether the branch lets in by this address now. Raises as `BranchLine` does for anything else."""
    line = BranchLine(address)
    try:
        line.rows("SELECT letters_v1()")
    except BranchRefused as refusal:
        if refusal.code != "not_let_in":
            raise
        return False
    finally:
        line.close()
    return True


class Joining:
    """Joins one PC by an address that the branch lets in. For one thread.

    Raises `BranchUnreachable`, and `BranchRefused` with `code_used` when another PC was first.
    """

    def __init__(self, line: BranchLine) -> None:
        self._line = line

    def letters(self) -> list[str]:
        """The letters that journals of this terminal have already."""
        return [one for (one,) in self._line.rows("SELECT letters_v1()")]

    def take_up(self, journal_id: str, letters: str, scram: str) -> str:
        """Puts a password of this PC's own, given as its verifier, in place of the one-time one.

        The journal's letters: those asked for, or what it was given before. Safe to repeat for the
        same journal.
        """
        statement = "SELECT join_v1(%b::text, %b::text, %b::text)"
        ((given,),) = self._line.rows(statement, (journal_id, letters, scram))
        return str(given)

    def take_letters(self, journal_id: str, letters: str) -> str:
        """The letters of a journal with which this PC goes on: those asked for, or what it was given.

        Raises `BranchRefused` with `letters_taken` when another journal was first.
        """
        statement = "SELECT take_letters_v1(%b::text, %b::text)"
        ((given,),) = self._line.rows(statement, (journal_id, letters))
        return str(given)
