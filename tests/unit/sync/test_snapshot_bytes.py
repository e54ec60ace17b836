"""The bytes of a snapshot: the same for the same, and nothing that is not whole in itself is read."""

import json
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import sealed
from counter_app.journal.facts import case
from counter_app.services.snapshot_ports import Snapshot
from counter_app.sync import snapshot_bytes
from counter_app.sync.snapshot_bytes import in_parts, name_of, read_snapshot
from tests.store.writing import Hand, new_store


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    store = new_store(tmp_path_factory.mktemp("snapshot") / "home", 4)
    Hand(store).write("case/1", case.CaseNoted(text="王小明 a"), case.CaseNoted(text="b"))
    heads, entries = store.heads(), store.entries_after(store.journal_id, 0, 10)
    store.close()
    return Snapshot("branch/demo", store.journal_id, "2026-11-23", heads, tuple(entries))


def bytes_of(snapshot: Snapshot) -> bytes:
    return snapshot_bytes.snapshot_bytes(snapshot)


def test_what_is_written_is_read(snapshot: Snapshot) -> None:
    assert read_snapshot(bytes_of(snapshot)) == snapshot


def test_the_order_in_which_it_was_gathered_is_not_in_the_bytes(snapshot: Snapshot) -> None:
    turned = replace(snapshot, entries=snapshot.entries[::-1])
    assert name_of(bytes_of(turned)) == name_of(bytes_of(snapshot))


def test_it_crosses_in_parts(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot_bytes, "PART_BYTES", 100)
    data = bytes_of(snapshot)
    parts = in_parts(data)
    assert len(parts) > 1
    assert b"".join(parts) == data
    assert max(map(len, parts)) == 100


Change = Callable[[list[Any]], object]
CHANGES: dict[str, Change] = {
    "another form": lambda lines: lines[0].__setitem__(0, "x"),
    "no maker among the heads": lambda lines: lines[0].__setitem__(2, "x"),
    "a head of another hash": lambda lines: lines[0][4][0].__setitem__(2, "0" * 64),
    "an entry beyond its head": lambda lines: lines[0][4][0].__setitem__(1, 2),
    "a head of no number": lambda lines: lines[0][4][0].__setitem__(1, "3"),
    "an entry twice": lambda lines: lines.append(lines[-1]),
    "another order": lambda lines: lines.__setitem__(slice(1, None), lines[:0:-1]),
    "another body": lambda lines: lines[2].__setitem__(15, "{}"),
    "another actor": lambda lines: lines[2].__setitem__(10, "staff/1"),
    "a column less": lambda lines: lines[2].pop(),
    "a number as text": lambda lines: lines[2].__setitem__(1, "2"),
    "half a sign": lambda lines: lines[2].__setitem__(10, "\ud800"),
    "a state that says otherwise": lambda lines: lines[2].__setitem__(17, "erased"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_is_not_whole_is_no_snapshot(snapshot: Snapshot, what: str) -> None:
    lines = [json.loads(one) for one in zlib.decompress(bytes_of(snapshot)).decode().split("\n")]
    CHANGES[what](lines)
    told = "\n".join(json.dumps(one) for one in lines)
    assert read_snapshot(zlib.compress(told.encode())) is None


def test_a_number_that_no_file_holds_is_no_snapshot(snapshot: Snapshot) -> None:
    other = sealed(snapshot.entries[1]._replace(version=2**70))
    entries = (snapshot.entries[0], other, snapshot.entries[2])
    assert read_snapshot(bytes_of(replace(snapshot, entries=entries))) is None


def test_no_head_lies_before_the_first(snapshot: Snapshot) -> None:
    heads = {**snapshot.heads, "x": ChainHead(0, "0" * 64)}
    assert read_snapshot(bytes_of(replace(snapshot, heads=heads))) is None


@pytest.mark.parametrize("data", [b"", b"x", zlib.compress(b""), zlib.compress(b"[]"), b"\x78\x9c"])
def test_other_bytes_are_no_snapshot(data: bytes) -> None:
    assert read_snapshot(data) is None


def test_what_follows_the_bytes_is_no_part_of_them(snapshot: Snapshot) -> None:
    assert read_snapshot(bytes_of(snapshot) + b"x") is None
    assert read_snapshot(bytes_of(snapshot)[:-1]) is None


def test_more_than_a_pc_can_hold_is_not_unpacked(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot_bytes, "MOST_BYTES", 200)
    assert read_snapshot(bytes_of(snapshot)) is None
