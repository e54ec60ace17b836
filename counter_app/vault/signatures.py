"""The key pair of a journal, and what it signs: the number and the hash of an entry.

Owns Ed25519 and the file that keeps a private key under the store key. The hash of an entry names
its journal, so a signature fits one journal only. It must not know entries or chains.
"""

from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from counter_app.vault.keys import FOLDER, StoreKey
from counter_app.vault.sealed_file import KeyMissing, KeyTrouble, KeyWrong, read, write
from counter_app.vault.wrapping import KEY_BYTES, Entropy, unwrap, wrap

_FIELDS = ("public", "private")


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs for one journal. `public_key` is lower-case hex, as `journal_opened` states it."""

    journal_id: str
    public_key: str
    _private: Ed25519PrivateKey = field(repr=False)

    def sign(self, seq: int, entry_hash: str) -> str:
        """The signature under an entry's number and hash, in lower-case hex."""
        return self._private.sign(_message(seq, entry_hash)).hex()

    def sign_snapshot(self, name: str) -> str:
        """The signature under the hash of a snapshot's bytes; never one that an entry could bear."""
        return self._private.sign(_snapshot_message(name)).hex()


def is_signed(public_key: str, seq: int, entry_hash: str, signature: str) -> bool:
    """Whether the holder of the private key signed just this; False for what is no key at all."""
    return _holds(public_key, _message(seq, entry_hash), signature)


def is_snapshot_signed(public_key: str, name: str, signature: str) -> bool:
    """Whether the holder of the private key signed the snapshot of this name."""
    return _holds(public_key, _snapshot_message(name), signature)


def make_signer(
    home: Path, journal_id: str, store_key: StoreKey, entropy: Entropy
) -> Signer | KeyTrouble:
    """The journal's new key pair, kept in the home before it is used.

    Where the file exists already, as after a crash before `journal_opened` was written, its pair is
    taken. Raises OSError when the disk does not take the file.
    """
    existing = open_signer(home, journal_id, store_key)
    if not isinstance(existing, KeyMissing):
        return existing
    secret = entropy(KEY_BYTES)
    signer = _signer(journal_id, secret)
    wrapped = wrap(secret, store_key.value, _purpose(journal_id), entropy)
    fields = {"public": bytes.fromhex(signer.public_key), "private": wrapped}
    write(_path(home, journal_id), "journal", fields)
    return signer


def open_signer(home: Path, journal_id: str, store_key: StoreKey) -> Signer | KeyTrouble:
    """The journal's key pair, or what keeps us from it."""
    path = _path(home, journal_id)
    fields = read(path, "journal", _FIELDS)
    if not isinstance(fields, dict):
        return fields
    secret = unwrap(fields["private"], store_key.value, _purpose(journal_id))
    if secret is None:
        return KeyWrong(path.name)
    signer = _signer(journal_id, secret)
    return signer if signer.public_key == fields["public"].hex() else KeyWrong(path.name)


def journals_with_keys(home: Path) -> list[str]:
    """The journals whose key pairs this home keeps, the oldest first by their ids."""
    found = (home / FOLDER).glob("journal-*.key")
    return sorted(one.stem.removeprefix("journal-") for one in found)


def former_signers(home: Path, own: str, store_key: StoreKey) -> dict[str, Signer]:
    """The key pairs of journals that this home wrote before its own one, as far as they open."""
    found = (open_signer(home, one, store_key) for one in journals_with_keys(home) if one != own)
    return {one.journal_id: one for one in found if isinstance(one, Signer)}


def _signer(journal_id: str, secret: bytes) -> Signer:
    private = Ed25519PrivateKey.from_private_bytes(secret)
    return Signer(journal_id, private.public_key().public_bytes_raw().hex(), private)


def _path(home: Path, journal_id: str) -> Path:
    return home / FOLDER / f"journal-{journal_id}.key"


def _purpose(journal_id: str) -> bytes:
    return b"signing key of journal " + journal_id.encode()


def _holds(public_key: str, message: bytes, signature: str) -> bool:
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        public.verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _snapshot_message(name: str) -> bytes:
    return f"counter terminal snapshot 1:{name}".encode()


def _message(seq: int, entry_hash: str) -> bytes:
    return f"counter terminal journal head 1:{seq}:{entry_hash}".encode()
