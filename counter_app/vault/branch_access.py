"""How this home reaches its branch: where it is, the certificate it must show, this PC's password.

Owns the file. The password is wrapped under the store key; the rest is no secret. It must not know what
is spoken on the line.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from counter_app.vault.keys import FOLDER, StoreKey
from counter_app.vault.sealed_file import FileTrouble, KeyMissing, KeyWrong, read, write
from counter_app.vault.wrapping import Entropy, unwrap, wrap

FILE = "branch.access"
_FIELDS = ("host", "port", "database", "role", "certificate", "password")
_PURPOSE = b"password of this terminal at its branch"


@dataclass(frozen=True, slots=True)
class BranchAccess:
    """One PC's way to its branch. `certificate` is PEM, empty for a server on this very machine."""

    NAME: ClassVar[str] = FILE

    host: str
    port: int
    database: str
    role: str
    certificate: str
    password: str = field(repr=False)


def keep_access(home: Path, key: StoreKey, access: BranchAccess, entropy: Entropy) -> None:
    """Writes the file whole and durably. Raises OSError when the disk does not take it."""
    plain = (access.host, str(access.port), access.database, access.role, access.certificate)
    wrapped = wrap(access.password.encode(), key.value, _PURPOSE, entropy)
    values = [*(one.encode() for one in plain), wrapped]
    write(home / FOLDER / FILE, "branch", dict(zip(_FIELDS, values, strict=True)))


def read_access(home: Path, key: StoreKey) -> BranchAccess | FileTrouble | KeyWrong | None:
    """The file's content; None where this PC stands alone."""
    fields = read(home / FOLDER / FILE, "branch", _FIELDS)
    if isinstance(fields, KeyMissing):
        return None
    if not isinstance(fields, dict):
        return fields
    password = unwrap(fields["password"], key.value, _PURPOSE)
    if password is None:
        return KeyWrong(FILE)
    host, port, database, role, certificate = (fields[one].decode() for one in _FIELDS[:-1])
    return BranchAccess(host, int(port), database, role, certificate, password.decode())
