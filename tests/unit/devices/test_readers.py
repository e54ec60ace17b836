"""Readers: messages in our schema, by file and by port; what is damaged, old or foreign."""

import json
import socket
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from counter_app.devices.loopback import LoopbackReader
from counter_app.devices.reader_message import LARGEST_MESSAGE, SCHEMA, read_message
from counter_app.devices.simulator import INVENTED, SimulatedReader
from counter_app.devices.watched_file import LOOKS_FOR_A_WHOLE_FILE, WatchedFile
from counter_app.domain.identity import IdentityKind, IdentityNumber, Sex, check_number
from counter_app.domain.paper_read import PaperRead
from counter_app.domain.refusal import Refusal

TODAY = date(2026, 11, 24)
TOLD = {
    "schema": SCHEMA,
    "paper": "resident_id",
    "number": "110101198405060022",
    "name": "李桂兰",
    "birth": "1984-05-06",
    "sex": "female",
    "valid_until": "2031-09-30",
    "photo": "aGVsbG8=",
}


def message(**changes: str) -> bytes:
    return json.dumps({**TOLD, **changes}).encode()


def test_a_message_fills_identity_and_expiry_and_its_picture_is_nowhere() -> None:
    read = read_message(message(), TODAY)
    assert read == PaperRead(
        IdentityKind.RESIDENT_ID,
        "110101198405060022",
        "李桂兰",
        date(1984, 5, 6),
        Sex.FEMALE,
        date(2031, 9, 30),
    )
    assert "aGVsbG8" not in str(read)
    assert "李桂兰" not in repr(read)


def test_a_long_term_paper_has_no_expiry() -> None:
    read = read_message(message(valid_until="long_term"), TODAY)
    assert isinstance(read, PaperRead)
    assert (read.valid_until, read.no_expiry) == (None, True)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "reader_message_unreadable"),
        (b"\xff\xfe", "reader_message_unreadable"),
        (b"[]", "reader_message_schema"),
        (message(schema="other/1"), "reader_message_schema"),
        (message(paper="driving_licence"), "reader_message_field"),
        (message(name="  "), "reader_message_field"),
        (message(valid_until="2031.09.30"), "reader_message_field"),
        (message(number="110101198405060021"), "number_check_digit"),
        (b"{" + b" " * LARGEST_MESSAGE, "reader_message_large"),
    ],
)
def test_what_is_no_message_says_why(body: bytes, code: str) -> None:
    refused = read_message(body, TODAY)
    assert isinstance(refused, Refusal)
    assert refused.code == code


@given(st.binary(max_size=200))
def test_no_bytes_raise(body: bytes) -> None:
    assert isinstance(read_message(body, TODAY), Refusal)


def watched(file: Path) -> tuple[WatchedFile, list[object]]:
    reader = WatchedFile(file, lambda: TODAY)
    got: list[object] = []
    reader.read.connect(got.append)
    return reader, got


def test_a_file_is_taken_once_and_removed(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "card.json"
    reader, got = watched(file)
    reader.start()
    file.write_bytes(message())
    qtbot.waitUntil(lambda: bool(got))
    assert not file.exists()
    reader.look()
    assert len(got) == 1


def test_a_file_from_before_is_removed_unread(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "card.json"
    file.write_bytes(message())
    reader, got = watched(file)
    reader.start()
    reader.look()
    assert not file.exists()
    assert got == []


def test_a_file_still_being_written_is_waited_for(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "card.json"
    reader, got = watched(file)
    file.write_bytes(message()[:40])
    reader.look()
    assert (got, file.exists()) == ([], True)
    file.write_bytes(message())
    reader.look()
    assert isinstance(got[0], PaperRead)


def test_a_file_that_never_becomes_whole_is_told_and_removed(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "card.json"
    reader, got = watched(file)
    file.write_bytes(b"{")
    for _ in range(LOOKS_FOR_A_WHOLE_FILE):
        reader.look()
    assert got == [Refusal("reader_message_unreadable")]
    assert not file.exists()


def test_a_message_by_the_port_is_read_and_answered(qtbot: QtBot) -> None:
    reader = LoopbackReader(lambda: TODAY)
    got: list[object] = []
    reader.read.connect(got.append)
    assert reader.listen(0)
    with socket.create_connection(("127.0.0.1", reader.port)) as caller:
        caller.sendall(message() + b"\n")
        qtbot.waitUntil(lambda: bool(got))
        assert json.loads(caller.recv(200)) == {"taken": True}
    assert isinstance(got[0], PaperRead)


def test_a_browser_is_turned_away(qtbot: QtBot) -> None:
    reader = LoopbackReader(lambda: TODAY)
    got: list[object] = []
    reader.read.connect(got.append)
    assert reader.listen(0)
    with socket.create_connection(("127.0.0.1", reader.port)) as caller:
        caller.sendall(b"POST / HTTP/1.1\r\n\r\n" + message() + b"\n")
        qtbot.wait(100)
        try:
            answer = caller.recv(200)
        except ConnectionResetError:
            answer = b""
    assert (answer, got) == (b"", [])


def test_two_windows_cannot_listen_on_one_port(qtbot: QtBot) -> None:
    first, second = LoopbackReader(lambda: TODAY), LoopbackReader(lambda: TODAY)
    assert first.listen(0)
    assert not second.listen(first.port)


def test_the_simulator_gives_papers_that_would_pass(qtbot: QtBot) -> None:
    reader = SimulatedReader()
    got: list[object] = []
    reader.read.connect(got.append)
    for _ in INVENTED:
        reader.lay_on()
    assert tuple(got) == INVENTED
    assert all(
        isinstance(check_number(one.kind, one.number, TODAY), IdentityNumber) for one in INVENTED
    )
