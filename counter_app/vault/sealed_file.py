"""A small file of named bytes that notices any change to itself, and is never half written.

Owns the form and the writing. The digest tells damage, not forgery: what must not be forged is
sealed or checked with a key by whoever keeps it here. It must not know what the bytes mean.
"""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

_TITLE = "counter terminal key file 1"
OWNER_ONLY = 0o600
FOLDER_OWNER_ONLY = 0o700


@dataclass(frozen=True, slots=True)
class KeyMissing:
    """There is no such file in this home."""

    file: str
    code: ClassVar[str] = "key_missing"


@dataclass(frozen=True, slots=True)
class KeyFileDamaged:
    """The file is there, and not what was written: cut, changed, or of another kind."""

    file: str
    code: ClassVar[str] = "key_file_damaged"


@dataclass(frozen=True, slots=True)
class KeyUnreadable:
    """The operating system does not let this user read the file, or its disk fails."""

    file: str
    code: ClassVar[str] = "key_unreadable"


@dataclass(frozen=True, slots=True)
class KeyWrong:
    """The file is whole, and its content belongs to another home, machine or sheet."""

    file: str
    code: ClassVar[str] = "key_wrong"


FileTrouble = KeyMissing | KeyFileDamaged | KeyUnreadable
KeyTrouble = FileTrouble | KeyWrong


def render(kind: str, fields: Mapping[str, bytes]) -> bytes:
    """The file's bytes: a title, its kind, a line for each field in hex, and the digest of these."""
    lines = [_TITLE, f"kind {kind}", *(f"{name} {value.hex()}" for name, value in fields.items())]
    body = "".join(f"{line}\n" for line in lines).encode("ascii")
    return body + f"sha256 {hashlib.sha256(body).hexdigest()}\n".encode("ascii")


def parse(kind: str, names: tuple[str, ...], data: bytes) -> dict[str, bytes] | None:
    """The fields of such a file, or nothing when one bit is not as it was written."""
    try:
        _title, _kind, *lines, _digest = data.decode("ascii").split("\n")[:-1]
        fields = {name: bytes.fromhex(value) for name, value in (line.split(" ") for line in lines)}
    except ValueError:
        return None
    if tuple(fields) != names or render(kind, fields) != data:
        return None
    return fields


def read(path: Path, kind: str, names: tuple[str, ...]) -> dict[str, bytes] | FileTrouble:
    """The fields of the file at `path`, or what keeps us from them."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return KeyMissing(path.name)
    except OSError:
        return KeyUnreadable(path.name)
    fields = parse(kind, names, data)
    return KeyFileDamaged(path.name) if fields is None else fields


def write(path: Path, kind: str, fields: Mapping[str, bytes]) -> None:
    """Put the file at `path`, readable by its owner alone: whole and durable, or not at all.

    Raises OSError when the disk does not take it; what stood there before then stands there still.
    """
    path.parent.mkdir(mode=FOLDER_OWNER_ONLY, parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    partial.unlink(missing_ok=True)
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
        with os.fdopen(descriptor, "wb") as file:
            file.write(render(kind, fields))
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    _make_durable(path.parent)


def _make_durable(folder: Path) -> None:
    """Bring a renamed entry to disk; Windows does so by itself and cannot open a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
