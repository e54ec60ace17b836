"""The supervisor's end of the day by keys: remarks, signature, what came after it, and the files."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.domain.cameras import Camera
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.services.day_closing import day_view
from counter_app.services.day_sheet import DaySheet
from counter_app.services.fallback_giving import series_view
from counter_app.ui.day.forms_dialog import FormsDialog
from counter_app.ui.exports import FileWish
from counter_app.ui.supervision.day_log_page import DayLogPage
from counter_app.ui.supervision.export_dialog import ExportDialog
from counter_app.ui.supervision.sign_off_dialog import SignOffDialog
from counter_app.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.supervision.day import Day, booking_unclear, loss_reported
from tests.ui.supervision.seen import words_on

ALT = Qt.KeyboardModifier.AltModifier
TODAY = dt.date(2026, 11, 23)


class FakeExports:
    """Keeps what it was asked for; a full stick takes nothing."""

    folder = "exports"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, int]] = []

    def day_sheet(
        self,
        receiver: QObject,
        sheet: DaySheet,
        wish: FileWish,
        done: Callable[[str | Refusal], None],
    ) -> None:
        self.asked.append((wish.kind, wish.folder, len(sheet.lines)))
        full = wish.folder == "/full"
        done(Refusal("disk") if full else f"{wish.folder}/day.{wish.kind}")


@pytest.fixture
def exports() -> FakeExports:
    """Where files would go."""
    return FakeExports()


@pytest.fixture
def page(day: Day, theme: Theme, shown: Shown, exports: FakeExports) -> DayLogPage:
    """The supervisor's log of a day with two cases."""
    loss_reported(day, "done", day.wang, 10)
    booking_unclear(day, "unclear", day.wang, 30)
    day.office.at(90)
    ground = replace(
        day.office.ground(theme, day.supervisor),
        exports=exports,
        cameras=(Camera("柜台 3 号上", "3", 92),),
    )
    made = DayLogPage(ground)
    shown(made)
    return made


def opened(page: DayLogPage, qtbot: QtBot) -> SignOffDialog:
    """The sheet, by its key."""
    QTest.keyClick(page.table, Qt.Key.Key_G, ALT)
    found = page.window().findChildren(SignOffDialog)[-1]
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_the_day_is_noted_and_signed(page: DayLogPage, day: Day, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    assert "受理 2，办结 1，异常 1，未了" in words_on(dialog)
    dialog.remark.insert("上午停电一小时")
    with qtbot.waitSignal(page.said):
        QTest.keyClick(dialog, Qt.Key.Key_N, ALT)
    qtbot.waitUntil(lambda: not page.window().findChildren(SignOffDialog))
    dialog = opened(page, qtbot)
    assert "上午停电一小时" in words_on(dialog)
    with qtbot.waitSignal(page.said):
        QTest.keyClick(dialog, Qt.Key.Key_F8)
    signed = day_view(day.standing.counter, TODAY).signed
    assert signed is not None
    assert (signed.cases, signed.exceptions, signed.sheet) == (2, 1, dialog.sheet.hash)


def test_what_came_after_the_signature_is_shown(page: DayLogPage, day: Day, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    with qtbot.waitSignal(page.said):
        QTest.keyClick(dialog, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: not page.window().findChildren(SignOffDialog))
    loss_reported(day, "later", day.chen, 120)
    day.office.at(150)
    assert "签字后有变动" in words_on(opened(page, qtbot))


def export_dialog(page: DayLogPage, qtbot: QtBot) -> ExportDialog:
    """What asks how and where to, by its key."""
    QTest.keyClick(page.table, Qt.Key.Key_X, ALT)
    found = page.window().findChildren(ExportDialog)[-1]
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_files_are_exported(page: DayLogPage, qtbot: QtBot, exports: FakeExports) -> None:
    dialog = export_dialog(page, qtbot)
    dialog.kind.set_value("xlsx")
    dialog.folder.set_value("/full")
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert "磁盘写不进去" in words_on(dialog)
    dialog.folder.set_value("/usb")
    with qtbot.waitSignal(page.said) as said:
        QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert said.args == ["已导出 /usb/day.xlsx"]
    assert exports.asked == [("xlsx", "/full", 2), ("xlsx", "/usb", 2)]


def test_the_auditor_exports_and_does_not_sign(
    day: Day, theme: Theme, shown: Shown, qtbot: QtBot, exports: FakeExports
) -> None:
    auditor = day.standing.hire("80301", Role.AUDITOR, name="何审")
    page = DayLogPage(replace(day.office.ground(theme, auditor), exports=exports))
    shown(page)
    offered = [one.code for one in page.offers()]
    assert "log.export" in offered
    assert not {"log.sign", "day.forms"} & set(offered)
    with qtbot.waitSignal(page.said):
        QTest.keyClick(export_dialog(page, qtbot), Qt.Key.Key_F8)
    assert exports.asked == [("pdf", "exports", 0)]


def test_the_supervisor_prints_emergency_forms(page: DayLogPage, day: Day, qtbot: QtBot) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_E, ALT)
    dialog = page.window().findChildren(FormsDialog)[-1]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.what.set_value("GS")
    dialog.copies.set_value("99")
    QTest.keyClick(dialog, Qt.Key.Key_F9)
    assert "份数请填 1 到 20" in words_on(dialog)
    dialog.copies.set_value("3")
    with qtbot.waitSignal(page.said) as said:
        QTest.keyClick(dialog, Qt.Key.Key_F9)
    assert said.args == ["应急单 E03-GS-261123-E01 已送去打印，共 3 张"]
    given = series_view(day.standing.counter, "E03-GS-261123").given
    assert given is not None
    assert given.last == "E03-GS-261123-03"


def test_the_camera_stands_beside_the_replay(page: DayLogPage, day: Day) -> None:
    page.show_case(day.cases["done"])
    assert "录像 柜台 3 号上 11-23" in page.replay.camera.text()
    assert "快 92 秒" in page.replay.camera.text()


def test_a_teller_cannot_sign(day: Day, theme: Theme, shown: Shown) -> None:
    page = DayLogPage(day.office.ground(theme, day.wang))
    shown(page)
    assert not {"log.sign", "log.export"} & {one.code for one in page.offers()}
