"""A number shown while its key is held, written down first; a deferral approved where it is asked."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.ui.approvals.dialog import ApprovalDialog
from counter_app.ui.desk.details_page import DetailsPage
from counter_app.ui.desk.documents_page import DocumentsPage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import NUMBER, Key, open_account, opened, run_of, tell

CTRL = Qt.KeyboardModifier.ControlModifier


def aside(here: Counterside) -> str:
    return words(here.frame.body.context)


def hold(here: Counterside) -> None:
    QTest.keyPress(here.frame.windowHandle(), Key.Key_H, CTRL)


def let_go(here: Counterside) -> None:
    QTest.keyRelease(here.frame.windowHandle(), Key.Key_H, CTRL)


def test_the_number_shows_while_ctrl_h_is_held(desk: Counterside) -> None:
    open_account(desk)
    assert NUMBER not in aside(desk)
    hold(desk)
    assert NUMBER in aside(desk)
    let_go(desk)
    assert NUMBER not in aside(desk)
    assert "110***********002X" in aside(desk)


def test_each_look_is_written_with_its_page(desk: Counterside) -> None:
    open_account(desk)
    hold(desk)
    let_go(desk)
    looks = desk.standing.store.subjects("lookup")
    assert len(looks) == 1
    fact = desk.standing.history(looks[0])[0].fact
    assert fact.page == "desk.documents"  # type: ignore[union-attr]
    assert fact.about == opened(desk).case.subject  # type: ignore[union-attr]


def test_nothing_is_shown_before_the_look_is_written(desk: Counterside) -> None:
    open_account(desk)
    desk.work.holding = True
    hold(desk)
    assert NUMBER not in aside(desk)
    let_go(desk)
    desk.work.let_go()
    assert NUMBER not in aside(desk)


def test_after_sign_off_the_key_shows_nothing(desk: Counterside, qtbot: QtBot) -> None:
    open_account(desk)
    desk.desk.dispose()
    QCoreApplication.sendPostedEvents(None, 52)
    before = desk.standing.fact_count()
    hold(desk)
    let_go(desk)
    assert desk.standing.fact_count() == before
    desk.open()
    qtbot.addWidget(desk.frame)


def defer(here: Counterside) -> None:
    """A foreigner whose proof of tax residence follows later."""
    press(Key.Key_F2)
    tell(here, paper="foreign_passport", number="PA1234567", birth="1980-05-01")
    tell(here, name="陈大文", valid_until="2031-09-30", phone="13812345678")
    press(Key.Key_F8)
    type_keys("grkh")
    press(Key.Key_Return)
    run = run_of(here).with_value("account_class", "class_two")
    here.desk.parts.case.change(run.with_value("tax_residence", "china"))
    press(Key.Key_F8)
    page = here.frame.page()
    assert isinstance(page, DocumentsPage)
    for line in opened(here).runner.missing(run_of(here)):
        if line.deferral is not None:
            page.list.chosen.emit(line.id, "defer")
        else:
            page.list.toggled.emit(line.id)
    press(Key.Key_F8)
    QCoreApplication.processEvents()


def test_a_deferral_is_approved_where_it_is_asked(desk: Counterside) -> None:
    defer(desk)
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, ApprovalDialog)
    said = words(dialog)
    assert "这份材料容缺，后补" in said
    for label in ("材料", "为什么要", "后补期限", "依据"):
        assert label in said
    type_keys("80201")
    press(Key.Key_Return)
    type_keys("verifier of 80201")
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), DetailsPage)
    approval = opened(desk).case.approvals[0]
    assert (approval.matter, approval.requester, approval.approver) == (
        "deferral",
        "80231",
        "80201",
    )


def test_the_maker_cannot_approve_the_deferral(desk: Counterside) -> None:
    defer(desk)
    type_keys("80231")
    press(Key.Key_Return)
    type_keys("verifier of 80231")
    press(Key.Key_F8)
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, ApprovalDialog)
    assert "您的岗位不能做这件事" in words(dialog)
    press(Key.Key_Escape)
    assert isinstance(desk.frame.page(), DocumentsPage)
    assert "容缺，" in words(desk.frame.page())
