"""The one-time notice: the day, what it changes, the preview, giving it by paper or by word."""

import datetime as dt

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.ui.desk.documents_page import DocumentsPage
from counter_app.ui.desk.notice_page import NoticePage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import ALT, SHIFT, Key, open_account, opened, receive, tell


def shown(here: Counterside) -> str:
    page = here.frame.page()
    assert page is not None
    return words(page)


def to_notice(here: Counterside, valid_until: str = "") -> None:
    """One paper is lacking, the notice is open."""
    receive(here)
    if valid_until:
        press(Key.Key_F8, SHIFT)
        tell(here, no_expiry=False, valid_until=valid_until)
        press(Key.Key_F8)
    type_keys("grkh")
    press(Key.Key_Return)
    type_keys("ii")
    press(Key.Key_F8)
    for key in (Key.Key_1, Key.Key_2, Key.Key_3):
        press(key)
    press(Key.Key_F9)


def test_f9_opens_the_notice_with_the_next_working_day(desk: Counterside) -> None:
    to_notice(desk)
    page = desk.frame.page()
    assert isinstance(page, NoticePage)
    assert page.day.value() == "2026-11-24"
    assert QApplication.focusWidget() is page.day
    assert "要带 1 样" in shown(desk)
    assert "今天就缺" in shown(desk)


def test_the_day_changes_what_has_to_be_brought(desk: Counterside) -> None:
    to_notice(desk, "2026-11-30")
    assert "要带 1 样" in shown(desk)
    type_keys("20261202")
    assert "要带 2 样" in shown(desk)
    assert "按 12-02 重新算过：比今天多 1 样" in shown(desk)
    assert "12-01 起过期" in shown(desk)


def test_quick_choices_set_the_day(desk: Counterside) -> None:
    to_notice(desk)
    page = desk.frame.page()
    assert isinstance(page, NoticePage)
    press(Key.Key_2, ALT)
    assert page.day.date() == dt.date(2026, 11, 27)
    press(Key.Key_3, ALT)
    assert page.day.value() == ""
    assert "说不定的，按今天算" in shown(desk)


def test_a_day_gone_by_is_said_at_the_field(desk: Counterside) -> None:
    to_notice(desk)
    type_keys("20261101")
    press(Key.Key_F8)
    assert "拟来日期不能早于今天" in shown(desk)
    assert isinstance(desk.frame.page(), NoticePage)


def test_the_true_page_is_previewed_a_moment_after_a_change(
    desk: Counterside, qtbot: QtBot
) -> None:
    to_notice(desk)
    qtbot.waitUntil(lambda: bool(desk.previews.notices))
    assert desk.previews.notices[-1].coming_on == dt.date(2026, 11, 24)
    assert "客户拿到的样子" in words(desk.frame.body.context)


def test_f8_gives_it_and_the_customer_comes_back(desk: Counterside) -> None:
    to_notice(desk)
    subject, visit = opened(desk).case.subject, desk.desk.parts.sitting.subject
    press(Key.Key_F8)
    assert desk.frame.page() is desk.desk.home
    case = desk.standing.store.view(subject)
    assert case.state == "parked"  # type: ignore[attr-defined]
    assert case.notice.coming_on == "2026-11-24"  # type: ignore[attr-defined]
    assert desk.standing.store.view(visit).outcome == "comes_back"  # type: ignore[attr-defined]
    assert "告知单已给" in words(desk.frame)


def test_who_wants_no_paper_is_asked_why(desk: Counterside) -> None:
    to_notice(desk)
    subject = opened(desk).case.subject
    press(Key.Key_R, ALT)
    press(Key.Key_F8)
    assert "请写明原因" in words(QApplication.activeWindow())
    type_keys("客户记住了")
    press(Key.Key_F8)
    notice = desk.standing.store.view(subject).notice  # type: ignore[attr-defined]
    assert (notice.manner, notice.reason) == ("spoken", "客户记住了")
    assert desk.frame.page() is desk.desk.home


def test_shift_f8_leads_back_to_the_list(desk: Counterside) -> None:
    to_notice(desk)
    press(Key.Key_F8, SHIFT)
    assert isinstance(desk.frame.page(), DocumentsPage)


def test_a_noticed_case_is_taken_up_in_a_new_visit(desk: Counterside) -> None:
    to_notice(desk)
    subject = opened(desk).case.subject
    press(Key.Key_F8)
    desk.standing.clock.go(days=1)
    desk.desk.open_line(subject)
    assert opened(desk).case.subject == subject
    assert len(opened(desk).case.visits) == 2
    assert isinstance(desk.frame.page(), DocumentsPage)


def test_without_anything_missing_the_notice_says_so(desk: Counterside) -> None:
    open_account(desk)
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_F9, Key.Key_F8):
        press(key)
    assert "那天什么都不缺" in shown(desk)


def test_a_notice_that_is_scanned_opens_its_case(desk: Counterside) -> None:
    to_notice(desk)
    subject = opened(desk).case.subject
    press(Key.Key_F8)
    press(Key.Key_F2)
    visit = desk.desk.parts.sitting.subject
    desk.desk.scanned("03A-0001C-M1")
    assert opened(desk).case.subject == subject
    assert opened(desk).case.visits[-1] == visit
    assert not desk.desk.parts.case.read_only


def test_a_number_that_is_not_held_here_is_said(desk: Counterside) -> None:
    press(Key.Key_F2)
    desk.desk.scanned("03A-0002A")
    assert "本机没有这笔业务" in shown(desk)
