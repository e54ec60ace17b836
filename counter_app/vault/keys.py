"""The store key of a home: made, wrapped for the machine and for the recovery sheet, opened again.

Owns two files in the home. `machine.key` binds the key to this PC and never leaves it; `store.keys`
holds the key under the recovery key and a value that knows the right key, and goes with every copy
of the database. It must not know the database: the key is handed to whoever opens that.
"""

import hashlib
import hmac
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from counter_app.vault.machine_seal import MachineSeal, Protection
from counter_app.vault.recovery import (
    SECRET_BYTES,
    RecoveryMistyped,
    RecoverySheet,
    read_typed,
    spell,
)
from counter_app.vault.sealed_file import (
    OWNER_ONLY,
    FileTrouble,
    KeyFileDamaged,
    KeyTrouble,
    KeyUnreadable,
    KeyWrong,
    read,
    write,
)
from counter_app.vault.wrapping import KEY_BYTES, Entropy, unwrap, wrap

FOLDER = "keys"
MACHINE_FILE = "machine.key"
STORE_FILE = "store.keys"

_HOME_ID_BYTES = 16
_MACHINE_FIELDS = ("home", "key")
_STORE_FIELDS = ("home", "check", "recovery")


@dataclass(frozen=True, slots=True)
class StoreKey:
    """The key of a home's database. The bytes show in no text made of it."""

    home_id: str
    value: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Created:
    """A new home's key, and the sheet that must be printed now."""

    key: StoreKey
    sheet: RecoverySheet


@dataclass(frozen=True, slots=True)
class KeysExist:
    """The home has keys; making new ones would lock its database for ever."""

    code: ClassVar[str] = "keys_exist"


class KeyRing:
    """Makes and opens store keys. Whatever can be expected to be wrong is a value.

    Raises OSError when the disk does not take a file; nothing is half written then.
    """

    def __init__(self, entropy: Entropy, seal: MachineSeal) -> None:
        self._entropy = entropy
        self._seal = seal

    @property
    def protection(self) -> Protection:
        """How the machine guards its key: by Windows, or by the mode of a file alone."""
        return self._seal.protection

    def create(self, home: Path) -> Created | KeysExist:
        """A key for a home that has none. After a crash half-way, `new_sheet` goes on from it."""
        if any((home / FOLDER / name).exists() for name in (MACHINE_FILE, STORE_FILE)):
            return KeysExist()
        home_id = self._entropy(_HOME_ID_BYTES)
        value = self._entropy(KEY_BYTES)
        self._write_machine(home, home_id, value)
        sheet = self._write_store(home, home_id, value)
        return Created(StoreKey(home_id.hex(), value), sheet)

    def open(self, home: Path) -> StoreKey | KeyTrouble:
        """The home's key, as this machine keeps it."""
        machine = self._read_machine(home)
        store = self._read_store(home)
        if not isinstance(machine, StoreKey):
            return machine
        if not isinstance(store, dict):
            return store
        return machine if _knows(store, machine) else KeyWrong(MACHINE_FILE)

    def recover(self, home: Path, typed: str) -> StoreKey | KeyTrouble | RecoveryMistyped:
        """The key by the recovery sheet; it is bound to this machine from then on."""
        store = self._read_store(home)
        if not isinstance(store, dict):
            return store
        secret = read_typed(typed)
        if isinstance(secret, RecoveryMistyped):
            return secret
        value = unwrap(store["recovery"], secret, _recovery_purpose(store["home"]))
        if value is None:
            return KeyWrong(STORE_FILE)
        key = StoreKey(store["home"].hex(), value)
        if not _knows(store, key):
            return KeyFileDamaged(STORE_FILE)
        self._write_machine(home, store["home"], value)
        return key

    def new_sheet(self, home: Path) -> RecoverySheet | KeyTrouble:
        """Another recovery key in place of one that is lost, was seen, or whose file is damaged.

        The old sheet still opens copies made before.
        """
        machine = self._read_machine(home)
        if not isinstance(machine, StoreKey):
            return machine
        store = self._read_store(home)
        if isinstance(store, KeyUnreadable):
            return store
        if isinstance(store, dict) and not _knows(store, machine):
            return KeyWrong(MACHINE_FILE)
        return self._write_store(home, bytes.fromhex(machine.home_id), machine.value)

    def is_exposed(self, home: Path) -> bool:
        """Whether the mode of the machine's file lets other users of the system read it."""
        if os.name == "nt":
            return False
        try:
            mode = (home / FOLDER / MACHINE_FILE).stat().st_mode & 0o777
        except FileNotFoundError:
            return False
        return mode & ~OWNER_ONLY != 0

    def _read_machine(self, home: Path) -> StoreKey | KeyTrouble:
        fields = read(home / FOLDER / MACHINE_FILE, "machine", _MACHINE_FIELDS)
        if not isinstance(fields, dict):
            return fields
        value = self._seal.unseal(fields["key"], _machine_purpose(fields["home"]))
        return KeyWrong(MACHINE_FILE) if value is None else StoreKey(fields["home"].hex(), value)

    def _read_store(self, home: Path) -> dict[str, bytes] | FileTrouble:
        return read(home / FOLDER / STORE_FILE, "store", _STORE_FIELDS)

    def _write_machine(self, home: Path, home_id: bytes, value: bytes) -> None:
        sealed = self._seal.seal(value, _machine_purpose(home_id))
        write(home / FOLDER / MACHINE_FILE, "machine", {"home": home_id, "key": sealed})

    def _write_store(self, home: Path, home_id: bytes, value: bytes) -> RecoverySheet:
        secret = self._entropy(SECRET_BYTES)
        fields = {
            "home": home_id,
            "check": _check_value(StoreKey(home_id.hex(), value)),
            "recovery": wrap(value, secret, _recovery_purpose(home_id), self._entropy),
        }
        write(home / FOLDER / STORE_FILE, "store", fields)
        return RecoverySheet(home_id.hex(), spell(secret))


def _knows(store: dict[str, bytes], key: StoreKey) -> bool:
    return hmac.compare_digest(store["check"], _check_value(key))


def _check_value(key: StoreKey) -> bytes:
    """What knows the right key of this home without telling it."""
    return hmac.digest(
        key.value, b"counter terminal 1\ncheck\n" + key.home_id.encode(), hashlib.sha256
    )


def _recovery_purpose(home_id: bytes) -> bytes:
    return b"recovery of home " + home_id.hex().encode()


def _machine_purpose(home_id: bytes) -> bytes:
    return b"machine of home " + home_id.hex().encode()
