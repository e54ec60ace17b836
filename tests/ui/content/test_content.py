"""The program's procedure files: a wrong one keeps out no other, a changed one waits for who may."""

import shutil
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap.content_watch import ContentWatch
from counter_app.bootstrap.shipped import shipped_content
from counter_app.config import RESOURCES, STORE_CONTENT
from counter_app.domain.roles import Role
from counter_app.i18n import Language
from counter_app.services import publishing
from counter_app.services.publishing import parts_of
from counter_app.ui.content.content_page import ContentPage
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Frame
from counter_app.ui.signon.state_lines import content_line
from counter_app.ui.theme import Theme
from tests.ui.audit import audit
from tests.ui.conftest import Shown
from tests.ui.desk.fakes import press, type_keys, words
from tests.ui.supervision.day import Day
from tests.ui.supervision.seen import rows_of
from tests.unit.services.standing import code_of

EDITION = "2027-01"
WINDOWS = [(1366, 768), (911, 512)]
LANGUAGES: list[Language] = ["zh", "en"]
Seen = tuple[tuple[int, int], Language]
KEPT = ("GRKH", "GS", "XJQK")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the program's folder with a few procedures, to be spoiled."""
    made = tmp_path / "resources"
    for name in STORE_CONTENT:
        shutil.copytree(RESOURCES / name, made / name)
    kept = {file_of(made, code) for code in KEPT}
    for file in (made / "procedures").glob("*.yaml"):
        if file not in kept:
            file.unlink()
    return made


def file_of(folder: Path, code: str) -> Path:
    """The file of a procedure."""
    files = sorted((folder / "procedures").glob("*.yaml"))
    return next(one for one in files if f"\ncode: {code}\n" in f"\n{one.read_text('utf-8')}")


def change(folder: Path, code: str) -> None:
    """A new edition of a procedure."""
    file = file_of(folder, code)
    lines = file.read_text("utf-8").split("\n")
    at = next(number for number, one in enumerate(lines) if one.startswith("edition:"))
    lines[at] = f'edition: "{EDITION}"'
    file.write_text("\n".join(lines), "utf-8")


def spoil(folder: Path, code: str) -> str:
    """A tab where none may be, in the third line; gives the file's name."""
    file = file_of(folder, code)
    lines = file.read_text("utf-8").split("\n")
    file.write_text("\n".join([*lines[:2], "\tspoiled: [", *lines[2:]]), "utf-8")
    return file.name


def page_of(day: Day, theme: Theme, folder: Path) -> ContentPage:
    """As the first administrator sees it."""
    ground = day.office.ground(theme, day.standing.admin)
    return ContentPage(ground, lambda: shipped_content(folder))


def test_nothing_waits_after_the_founding(
    day: Day, theme: Theme, shown: Shown, folder: Path
) -> None:
    page = page_of(day, theme, folder)
    shown(page)
    assert "程序自带的规程都已启用" in words(page)
    assert not page.offers()


def test_a_wrong_file_is_told_in_one_sentence_and_the_others_go_on(
    day: Day, theme: Theme, shown: Shown, folder: Path
) -> None:
    name = spoil(folder, "GS")
    change(folder, "XJQK")
    loaded = shipped_content(folder)
    assert {one.code for one in loaded.procedures} >= {"GRKH", "XJQK"}
    page = page_of(day, theme, folder)
    shown(page)
    banner = words(page.banner)
    assert banner.startswith(f"{name} 第 3 行：")
    assert banner.endswith("其余规程照常")
    assert any(EDITION in row for row in rows_of(page.table))
    assert "GS" in day.standing.counter.shelf.in_force(page.ground.today()).procedure_hashes


def test_what_changed_is_put_in_force_from_a_day_by_keys(
    day: Day, theme: Theme, shown: Shown, folder: Path, qtbot: QtBot
) -> None:
    change(folder, "GS")
    counter = day.standing.counter
    before = counter.shelf.in_force(counter.today()).procedure_hashes["GS"]
    page = page_of(day, theme, folder)
    shown(page)
    assert counter.shelf.in_force(counter.today()).procedure_hashes["GS"] == before
    page.from_date.setFocus()
    page.from_date.selectAll()
    type_keys("20260101")
    press(Qt.Key.Key_F8)
    assert page.from_row.error() == "启用日期不能早于今天"
    page.from_date.set_date(counter.today())
    with qtbot.waitSignal(page.said):
        page.publish()
    assert counter.shelf.in_force(counter.today()).procedure_hashes["GS"] != before
    assert "程序自带的规程都已启用" in words(page)


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.ADMINISTRATOR])
def test_only_an_administrator_puts_a_changed_folder_in_force(
    role: Role, day: Day, folder: Path
) -> None:
    change(folder, "GS")
    counter, acting = day.standing.counter, day.standing.hire("80300", role)
    waits = publishing.waiting(counter, parts_of(shipped_content(folder)))
    assert [one.version.edition for one in waits] == [EDITION]
    versions = [one.version for one in waits]
    answer = publishing.publish(counter, acting, versions, counter.today())
    assert code_of(answer) == "not_allowed"
    assert len(publishing.waiting(counter, versions)) == 1


def test_the_watch_tells_after_the_start_what_is_wrong_and_what_waits(
    day: Day, theme: Theme, folder: Path, qtbot: QtBot
) -> None:
    name = spoil(folder, "GS")
    change(folder, "XJQK")
    watch = ContentWatch(day.office.work, lambda: shipped_content(folder))
    with qtbot.waitSignal(watch.reviewed, timeout=20_000):
        watch.look()
    watch.stop()
    assert [(one.file, one.line) for one in watch.problems] == [(name, 3)]
    assert watch.waiting == 1
    assert "1 项" in content_line("", watch.waiting).words


@pytest.mark.parametrize("seen", list(product(WINDOWS, LANGUAGES)))
def test_nothing_is_out_of_order(
    seen: Seen, day: Day, frame: Frame, language: WindowLanguage, folder: Path
) -> None:
    size, language_now = seen
    spoil(folder, "GS")
    change(folder, "XJQK")
    day.office.language = language_now
    language.choose(language_now)
    frame.resize(*size)
    frame.show()
    frame.activateWindow()
    frame.set_left(False)
    frame.show_page(page_of(day, frame.theme, folder))
    for _round in range(5):
        QApplication.processEvents()
    assert audit(frame) == []
