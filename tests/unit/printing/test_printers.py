"""Printers: what goes to the system, and what comes back when it does not take it."""

import stat
import sys
from pathlib import Path
from threading import Thread

import pytest

from counter_app.printing.printers import CupsPrinter, FolderPrinter, NotSent, Sent
from counter_app.printing.windows_printer import WindowsPrinter, page_pixels

PDF = b"%PDF-1.4 a receipt"


def fake_lp(folder: Path, body: str) -> str:
    """A command in the place of `lp`: writes its arguments beside itself, then does `body`."""
    command = folder / "lp"
    command.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, shutil, sys\n"
        "here = pathlib.Path(__file__).parent\n"
        "(here / 'arguments').write_text('\\n'.join(sys.argv[1:]))\n"
        "shutil.copy(sys.argv[-1], here / 'received.pdf')\n"
        f"{body}\n"
    )
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    return str(command)


def test_lp_gets_queue_title_and_the_bytes_as_they_are(tmp_path: Path) -> None:
    printer = CupsPrinter("desk3", command=fake_lp(tmp_path, "sys.exit(0)"))
    assert printer.send(PDF, "03A-0338W-R1") == Sent()
    arguments = (tmp_path / "arguments").read_text().splitlines()
    assert arguments[:4] == ["-d", "desk3", "-t", "03A-0338W-R1"]
    assert arguments[4].endswith("03A-0338W-R1.pdf")
    assert (tmp_path / "received.pdf").read_bytes() == PDF
    assert not Path(arguments[4]).exists()


def test_options_go_to_lp(tmp_path: Path) -> None:
    command = fake_lp(tmp_path, "sys.exit(0)")
    CupsPrinter("desk3", options=("media=A5",), command=command).send(PDF, "03A-0338W-R1")
    assert "-o\nmedia=A5" in (tmp_path / "arguments").read_text()


def test_what_lp_says_is_kept_for_the_log(tmp_path: Path) -> None:
    command = fake_lp(tmp_path, "sys.stderr.write('lp: queue is paused'); sys.exit(1)")
    answer = CupsPrinter("desk3", command=command).send(PDF, "03A-0338W-R1")
    assert answer == NotSent("printer_refused", "lp: queue is paused")


def test_a_queue_that_is_not_there_is_named_so(tmp_path: Path) -> None:
    said = "lp: The printer or class does not exist."
    command = fake_lp(tmp_path, f"sys.stderr.write({said!r}); sys.exit(1)")
    answer = CupsPrinter("desk3", command=command).send(PDF, "03A-0338W-R1")
    assert answer == NotSent("printer_missing", said)


def test_an_lp_that_hangs_is_given_up(tmp_path: Path) -> None:
    command = fake_lp(tmp_path, "import time; time.sleep(30)")
    answer = CupsPrinter("desk3", command=command, seconds=0.5).send(PDF, "03A-0338W-R1")
    assert isinstance(answer, NotSent)
    assert answer.code == "printer_stalled"


def test_a_system_without_lp_says_so(tmp_path: Path) -> None:
    answer = CupsPrinter("desk3", command=str(tmp_path / "no-lp")).send(PDF, "03A-0338W-R1")
    assert isinstance(answer, NotSent)
    assert answer.code == "printer_no_command"


@pytest.mark.parametrize("title", ["张三", "03A-0338W-R1 张三", "../x", ""])
def test_a_title_that_is_no_paper_number_is_refused(tmp_path: Path, title: str) -> None:
    with pytest.raises(ValueError, match="paper number"):
        FolderPrinter(tmp_path).send(PDF, title)
    with pytest.raises(ValueError, match="paper number"):
        CupsPrinter("desk3").send(PDF, title)
    with pytest.raises(ValueError, match="paper number"):
        WindowsPrinter("desk3").send(PDF, title)


def test_the_folder_keeps_every_copy(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path / "printed")
    assert printer.send(PDF, "03A-0338W-R1") == Sent()
    assert printer.send(b"%PDF second", "03A-0338W-R1") == Sent()
    files = {file.name: file.read_bytes() for file in (tmp_path / "printed").iterdir()}
    assert files == {"03A-0338W-R1.pdf": PDF, "03A-0338W-R1-copy2.pdf": b"%PDF second"}


def test_the_folder_can_refuse_and_recover(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path)
    printer.refuse()
    assert printer.send(PDF, "03A-0338W-R1") == NotSent("printer_refused")
    assert list(tmp_path.iterdir()) == []
    printer.recover()
    assert printer.send(PDF, "03A-0338W-R1") == Sent()


def test_a_stalled_folder_gives_no_answer_until_it_recovers(tmp_path: Path) -> None:
    printer, answers = FolderPrinter(tmp_path), []
    printer.stall()
    worker = Thread(target=lambda: answers.append(printer.send(PDF, "03A-0338W-R1")))
    worker.start()
    worker.join(0.05)
    assert worker.is_alive()
    assert answers == []
    printer.recover()
    worker.join(5)
    assert answers == [Sent()]


def test_a_folder_that_cannot_be_written_is_a_refusal(tmp_path: Path) -> None:
    in_the_way = tmp_path / "printed"
    in_the_way.write_text("a file")
    answer = FolderPrinter(in_the_way).send(PDF, "03A-0338W-R1")
    assert isinstance(answer, NotSent)
    assert answer.code == "printer_refused"


def test_a_windows_page_is_printed_at_true_size() -> None:
    assert page_pixels(72, 600) == 600
    assert page_pixels(148 / 25.4 * 72, 300) == 1748


@pytest.mark.parametrize("name", ["HP LaserJet", ""])
def test_a_windows_printer_elsewhere_is_missing_rather_than_a_crash(name: str) -> None:
    answer = WindowsPrinter(name).send(PDF, "03A-0338W-R1")
    assert isinstance(answer, NotSent)
    assert answer.code == "printer_missing"
