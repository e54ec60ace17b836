"""Printers that set their own type: named in the settings, written to as a device."""

from pathlib import Path

import pytest

from counter_app.printing.printers import (
    DevicePrinter,
    NotSent,
    Sent,
    StreamPrinter,
    stream_printer,
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("thermal:ROLL-3", StreamPrinter("thermal", "ROLL-3")),
        ("thermal:file:/dev/usb/lp0", StreamPrinter("thermal", "file:/dev/usb/lp0")),
        ("dotmatrix:PASSBOOK", StreamPrinter("dotmatrix", "PASSBOOK")),
        ("HP-A5", None),
        ("folder", None),
        ("thermal:", None),
        ("laser:HP", None),
    ],
)
def test_the_settings_name_the_kind_of_printer(name: str, found: StreamPrinter | None) -> None:
    assert stream_printer(name) == found


def test_a_device_gets_one_paper_after_another(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    printer = DevicePrinter(device)
    assert printer.send(b"one", "03A-0338W-R1") == Sent()
    assert printer.send(b"two", "03A-0338W-N1") == Sent()
    assert device.read_bytes() == b"onetwo"


def test_a_device_that_is_not_there_is_told(tmp_path: Path) -> None:
    answer = DevicePrinter(tmp_path / "gone" / "lp0").send(b"one", "03A-0338W-R1")
    assert isinstance(answer, NotSent)
    assert answer.code == "printer_missing"


def test_a_name_of_a_person_is_no_title(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="paper number"):
        DevicePrinter(tmp_path / "lp0").send(b"one", "李桂兰")
