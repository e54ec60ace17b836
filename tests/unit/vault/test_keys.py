"""The store key: made once, opened by machine or sheet, and each thing that is wrong named."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.vault import sealed_file
from counter_app.vault.keys import (
    FOLDER,
    MACHINE_FILE,
    STORE_FILE,
    Created,
    KeyRing,
    KeysExist,
    StoreKey,
)
from counter_app.vault.machine_seal import DpapiSeal, FileModeSeal, machine_seal
from counter_app.vault.recovery import RecoveryMistyped, RecoverySheet
from counter_app.vault.sealed_file import KeyFileDamaged, KeyMissing, KeyUnreadable, KeyWrong
from tests.unit.vault.conftest import CountedEntropy


class OtherMachine:
    """A seal that is bound to a machine, as Windows' is."""

    protection = machine_seal().protection

    def __init__(self, machine: bytes) -> None:
        self._machine = machine

    def seal(self, secret: bytes, context: bytes) -> bytes:
        """The secret with its machine and context before it."""
        return self._machine + context + secret

    def unseal(self, sealed: bytes, context: bytes) -> bytes | None:
        """The secret, on its machine."""
        prefix = self._machine + context
        return sealed.removeprefix(prefix) if sealed.startswith(prefix) else None


def key_file(home: Path, name: str) -> Path:
    return home / FOLDER / name


def damages(data: bytes) -> Iterator[bytes]:
    """Each byte changed in one bit and in all, the file cut at each place, and something added."""
    for place, byte in enumerate(data):
        yield data[:place] + bytes([byte ^ 1]) + data[place + 1 :]
        yield data[:place] + bytes([byte ^ 0x20]) + data[place + 1 :]
        yield data[:place] + bytes([byte ^ 0xFF]) + data[place + 1 :]
        yield data[:place]
    yield data + b"\n"
    yield data + data


def test_a_created_key_opens_again(ring: KeyRing, home: Path, created: Created) -> None:
    assert ring.open(home) == created.key
    assert len(created.key.value) == 32
    assert created.sheet.home_id == created.key.home_id


def test_keys_are_never_made_over_others(ring: KeyRing, home: Path, created: Created) -> None:
    assert ring.create(home) == KeysExist()
    key_file(home, STORE_FILE).unlink()
    assert ring.create(home) == KeysExist()
    key_file(home, MACHINE_FILE).unlink()
    assert isinstance(ring.create(home), Created)


def test_two_homes_have_two_keys(ring: KeyRing, tmp_path: Path) -> None:
    one, other = ring.create(tmp_path / "1"), ring.create(tmp_path / "2")
    assert isinstance(one, Created)
    assert isinstance(other, Created)
    assert one.key.value != other.key.value
    assert one.key.home_id != other.key.home_id
    assert one.sheet.groups != other.sheet.groups


def test_the_sheet_opens_the_home_on_another_machine(home: Path) -> None:
    first = KeyRing(CountedEntropy(), OtherMachine(b"first"))
    second = KeyRing(CountedEntropy("second"), OtherMachine(b"second"))
    made = first.create(home)
    assert isinstance(made, Created)
    assert second.open(home) == KeyWrong(MACHINE_FILE)
    assert second.recover(home, " ".join(made.sheet.groups)) == made.key
    assert second.open(home) == made.key
    assert first.open(home) == KeyWrong(MACHINE_FILE)


def test_the_sheet_opens_what_lost_its_machine_file(
    ring: KeyRing, home: Path, created: Created
) -> None:
    key_file(home, MACHINE_FILE).unlink()
    assert ring.open(home) == KeyMissing(MACHINE_FILE)
    typed = "".join(created.sheet.groups).lower()
    assert ring.recover(home, typed) == created.key
    assert ring.open(home) == created.key


def test_another_homes_sheet_opens_nothing(
    ring: KeyRing, home: Path, created: Created, tmp_path: Path
) -> None:
    other = ring.create(tmp_path / "other")
    assert isinstance(other, Created)
    before = key_file(home, MACHINE_FILE).read_bytes()
    assert ring.recover(home, " ".join(other.sheet.groups)) == KeyWrong(STORE_FILE)
    assert key_file(home, MACHINE_FILE).read_bytes() == before


def test_another_homes_machine_file_is_a_wrong_key(
    ring: KeyRing, home: Path, created: Created, tmp_path: Path
) -> None:
    ring.create(tmp_path / "other")
    key_file(tmp_path / "other", MACHINE_FILE).replace(key_file(home, MACHINE_FILE))
    assert ring.open(home) == KeyWrong(MACHINE_FILE)
    assert ring.new_sheet(home) == KeyWrong(MACHINE_FILE)


def test_a_mistyped_group_is_named_and_nothing_is_tried(
    ring: KeyRing, home: Path, created: Created
) -> None:
    groups = list(created.sheet.groups)
    groups[2] = groups[2][:-1] + ("0" if groups[2][-1] != "0" else "1")
    assert ring.recover(home, " ".join(groups)) == RecoveryMistyped((3,))


@pytest.mark.parametrize("name", [MACHINE_FILE, STORE_FILE])
def test_any_damage_to_a_file_is_named(
    ring: KeyRing, home: Path, created: Created, name: str
) -> None:
    path = key_file(home, name)
    whole = path.read_bytes()
    for damaged in damages(whole):
        path.write_bytes(damaged)
        assert ring.open(home) == KeyFileDamaged(name)
    path.write_bytes(whole)
    assert ring.open(home) == created.key


def test_a_damaged_store_file_stops_a_recovery_and_a_new_sheet_mends_it(
    ring: KeyRing, home: Path, created: Created
) -> None:
    key_file(home, STORE_FILE).write_bytes(b"")
    typed = " ".join(created.sheet.groups)
    assert ring.recover(home, typed) == KeyFileDamaged(STORE_FILE)
    sheet = ring.new_sheet(home)
    assert isinstance(sheet, RecoverySheet)
    assert ring.open(home) == created.key
    assert ring.recover(home, " ".join(sheet.groups)) == created.key


def test_a_new_sheet_ends_the_old_one(ring: KeyRing, home: Path, created: Created) -> None:
    sheet = ring.new_sheet(home)
    assert isinstance(sheet, RecoverySheet)
    assert sheet.groups != created.sheet.groups
    assert ring.recover(home, " ".join(created.sheet.groups)) == KeyWrong(STORE_FILE)
    assert ring.recover(home, " ".join(sheet.groups)) == created.key


def test_a_home_without_keys_says_so(ring: KeyRing, home: Path) -> None:
    assert ring.open(home) == KeyMissing(MACHINE_FILE)
    assert ring.new_sheet(home) == KeyMissing(MACHINE_FILE)
    assert ring.recover(home, "whatever") == KeyMissing(STORE_FILE)
    assert not home.exists()


def test_a_creation_that_ended_half_way_is_taken_up_by_a_new_sheet(home: Path) -> None:
    ring = KeyRing(EntropyThatEnds(calls=2), FileModeSeal())
    with pytest.raises(RuntimeError):
        ring.create(home)
    healthy = KeyRing(CountedEntropy("after"), FileModeSeal())
    assert healthy.open(home) == KeyMissing(STORE_FILE)
    sheet = healthy.new_sheet(home)
    assert isinstance(sheet, RecoverySheet)
    assert isinstance(healthy.open(home), StoreKey)


class EntropyThatEnds(CountedEntropy):
    """Ends the program, so to speak, after so many calls."""

    def __init__(self, calls: int) -> None:
        super().__init__()
        self._left = calls

    def __call__(self, size: int) -> bytes:
        """The next bytes, while there are any."""
        if self._left == 0:
            raise RuntimeError("the power went")
        self._left -= 1
        return super().__call__(size)


def test_a_file_that_cannot_be_read_is_told_apart(
    ring: KeyRing, home: Path, created: Created
) -> None:
    key_file(home, STORE_FILE).unlink()
    key_file(home, STORE_FILE).mkdir()
    assert ring.open(home) == KeyUnreadable(STORE_FILE)
    assert ring.new_sheet(home) == KeyUnreadable(STORE_FILE)


def test_only_the_owner_may_read_the_files(ring: KeyRing, home: Path, created: Created) -> None:
    folder = home / FOLDER
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == {MACHINE_FILE: 0o600, STORE_FILE: 0o600}
    assert not ring.is_exposed(home)
    key_file(home, MACHINE_FILE).chmod(0o640)
    assert ring.is_exposed(home)


def test_the_ring_says_how_the_machine_guards_the_key(ring: KeyRing) -> None:
    assert ring.protection == "file_mode"
    assert KeyRing(CountedEntropy(), DpapiSeal()).protection == "dpapi"


def test_no_secret_shows_in_a_text(created: Created) -> None:
    shown = f"{created!r} {created.key} {created.sheet!r} {created.sheet}"
    assert created.key.value.hex() not in shown
    assert repr(created.key.value) not in shown
    assert not [group for group in created.sheet.groups if group in shown]


def test_the_key_stands_in_no_file_that_leaves_the_machine(home: Path, created: Created) -> None:
    content = key_file(home, STORE_FILE).read_text("ascii")
    assert created.key.value.hex() not in content
    assert not [group for group in created.sheet.groups if group in content]


def test_a_write_that_fails_leaves_what_was_there(
    home: Path, created: Created, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = key_file(home, STORE_FILE)
    whole = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        sealed_file.write(path, "store", {"home": b"x"})
    assert path.read_bytes() == whole
    assert sorted(p.name for p in path.parent.iterdir()) == [MACHINE_FILE, STORE_FILE]
