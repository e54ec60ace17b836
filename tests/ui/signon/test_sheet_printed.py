"""The recovery sheet on paper: given to the printer past every file, and told when it was not taken."""

import subprocess
from pathlib import Path

import pytest

from counter_app.bootstrap.first_start import print_sheet
from counter_app.ui.language import WindowLanguage
from counter_app.ui.signon.recovery_page import RecoveryPage
from counter_app.ui.theme import Theme
from counter_app.vault.recovery import RecoverySheet

SHEET = RecoverySheet("0a1b2c3d4e5f", ("AB1C2", "K7M9P"))


class Printer:
    """A printing command: keeps what it was given, and ends as told."""

    def __init__(self, ending: int | None) -> None:
        self.ending = ending
        self.command: list[str] = []
        self.words = ""

    def __call__(self, command: list[str], **how: object) -> "subprocess.CompletedProcess[str]":
        if self.ending is None:
            raise FileNotFoundError("lp")
        self.command, self.words = command, str(how["input"])
        return subprocess.CompletedProcess(command, self.ending, "", "")


def test_the_sheet_goes_to_the_printer_and_into_no_file(tmp_path: Path) -> None:
    printer = Printer(0)
    assert print_sheet(SHEET, "HP", printer)
    assert printer.command[:3] == ["lp", "-d", "HP"]
    assert not any(group in " ".join(printer.command) for group in SHEET.groups)
    assert printer.words.splitlines() == ["Recovery sheet 0a1b2c3d", "", " 1   AB1C2", " 2   K7M9P"]


@pytest.mark.parametrize("ending", [1, None])
def test_a_printer_that_did_not_take_it_is_told(ending: int | None) -> None:
    assert not print_sheet(SHEET, "HP", Printer(ending))


def test_without_a_printer_no_key_pretends_to_print(theme: Theme, language: WindowLanguage) -> None:
    page = RecoveryPage(theme, SHEET.home_mark, SHEET.groups, 0)
    assert [one.code for one in page.offers()] == ["recovery.print", "recovery.kept"]
    page.set_printable(False)
    assert [one.code for one in page.offers()] == ["recovery.kept"]
