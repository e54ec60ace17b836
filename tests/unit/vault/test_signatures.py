"""A journal's key pair: kept under the store key, and true to one number and hash."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from counter_app.vault.keys import FOLDER, Created, StoreKey
from counter_app.vault.sealed_file import KeyFileDamaged, KeyMissing, KeyWrong
from counter_app.vault.signatures import Signer, is_signed, make_signer, open_signer
from tests.unit.vault.conftest import CountedEntropy

JOURNAL = "01979f3e-6c2a-7d41-9a53-2f6b1c0d4e55"
HASH = "a4ede4f0ce7cc919f6e7259ddf1a109577fb8fe7f04c2fbd1f3a615cdb149d26"


def made(home: Path, key: StoreKey, journal: str = JOURNAL) -> Signer:
    signer = make_signer(home, journal, key, CountedEntropy(journal))
    assert isinstance(signer, Signer)
    return signer


def key_path(home: Path) -> Path:
    return home / FOLDER / f"journal-{JOURNAL}.key"


def test_a_signature_holds_for_its_number_and_hash_only(home: Path, created: Created) -> None:
    signer = made(home, created.key)
    signature = signer.sign(42, HASH)
    assert is_signed(signer.public_key, 42, HASH, signature)
    assert not is_signed(signer.public_key, 43, HASH, signature)
    assert not is_signed(signer.public_key, 42, HASH.replace("a4", "a5", 1), signature)
    other = made(home, created.key, "another")
    assert not is_signed(other.public_key, 42, HASH, signature)


def test_the_public_key_is_lower_case_hex(home: Path, created: Created) -> None:
    public = made(home, created.key).public_key
    assert len(public) == 64
    assert bytes.fromhex(public).hex() == public


def test_the_pair_opens_again_and_is_made_once(home: Path, created: Created) -> None:
    signer = made(home, created.key)
    again = open_signer(home, JOURNAL, created.key)
    assert isinstance(again, Signer)
    assert again.public_key == signer.public_key
    assert again.sign(1, HASH) == signer.sign(1, HASH)
    remade = make_signer(home, JOURNAL, created.key, CountedEntropy("other"))
    assert isinstance(remade, Signer)
    assert remade.public_key == signer.public_key


def test_each_thing_that_is_wrong_is_named(home: Path, created: Created) -> None:
    assert open_signer(home, JOURNAL, created.key) == KeyMissing(key_path(home).name)
    made(home, created.key)
    stranger = StoreKey(created.key.home_id, bytes(32))
    assert open_signer(home, JOURNAL, stranger) == KeyWrong(key_path(home).name)
    key_path(home).rename(home / FOLDER / "journal-other.key")
    assert open_signer(home, "other", created.key) == KeyWrong("journal-other.key")


def test_any_damaged_byte_is_named(home: Path, created: Created) -> None:
    made(home, created.key)
    path = key_path(home)
    whole = path.read_bytes()
    for place, byte in enumerate(whole):
        path.write_bytes(whole[:place] + bytes([byte ^ 1]) + whole[place + 1 :])
        assert open_signer(home, JOURNAL, created.key) == KeyFileDamaged(path.name)
        path.write_bytes(whole[:place])
        assert open_signer(home, JOURNAL, created.key) == KeyFileDamaged(path.name)


def test_the_private_key_shows_nowhere(home: Path, created: Created) -> None:
    secret = CountedEntropy(JOURNAL)(32)
    signer = made(home, created.key)
    shown = f"{signer!r} {signer} {key_path(home).read_text('ascii')}"
    assert secret.hex() not in shown
    assert "Ed25519" not in shown


@given(st.text(), st.text(), st.text())
def test_what_is_no_key_or_signature_is_not_signed(public: str, digest: str, signed: str) -> None:
    assert not is_signed(public, 1, digest, signed)
