"""Forms by key and list, a check of identity, and a matter passed on, all by keys."""

import datetime as dt

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from counter_app.domain.dates import branch_time
from counter_app.journal.folds.care import RestrictedView
from counter_app.ui.desk.care_dialogs import ReferDialog, VerifyDialog
from counter_app.ui.desk.documents_page import DocumentsPage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import ALT, CTRL, SHIFT, Key, open_account, opened, receive
from tests.ui.desk.test_care import to_care

SEVEN, NONE = dt.timedelta(minutes=7), dt.timedelta()


def dialog() -> object:
    QCoreApplication.processEvents()
    return QApplication.activeWindow()


def restricted(here: Counterside) -> list[RestrictedView]:
    store = here.standing.store
    found = [store.view(one) for one in store.subjects("restricted")]
    return [one for one in found if isinstance(one, RestrictedView)]


def test_an_online_check_that_agrees_is_two_digits(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_H, ALT)
    assert isinstance(dialog(), VerifyDialog)
    type_keys("11")
    press(Key.Key_F8)
    (told,) = opened(desk).case.verified
    assert (told.check, told.result, told.way_on) == ("online", "agrees", None)


def test_what_does_not_agree_needs_a_way_on(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_H, ALT)
    type_keys("13")
    press(Key.Key_F8)
    assert opened(desk).case.verified == ()
    type_keys("2")
    press(Key.Key_F8)
    (told,) = opened(desk).case.verified
    assert (told.result, told.way_on) == ("differs", "other_paper")


def test_face_and_online_stand_beside_each_other(desk: Counterside) -> None:
    open_account(desk)
    for digits in ("11", "21"):
        press(Key.Key_H, ALT)
        type_keys(digits)
        press(Key.Key_F8)
    assert [one.check for one in opened(desk).case.verified] == ["online", "face"]


def test_the_checks_stand_on_the_page_of_papers_with_state_and_time(desk: Counterside) -> None:
    open_account(desk)
    assert "联网核查 未记" in words(desk.frame.page())
    assert "人证一致 未记" in words(desk.frame.page())
    desk.standing.clock.go(minutes=5)
    press(Key.Key_H, ALT)
    type_keys("132")
    press(Key.Key_F8)
    desk.standing.clock.go(minutes=7)
    press(Key.Key_H, ALT)
    type_keys("21")
    press(Key.Key_F8)
    at = [f"{branch_time(desk.standing.clock.now()) - ago:%H:%M}" for ago in (SEVEN, NONE)]
    shown = words(desk.frame.page())
    assert f"联网核查 不一致 其他证件佐证 {at[0]}" in shown
    assert f"人证一致 一致 {at[1]}" in shown


def test_the_button_of_the_checks_asks_for_one(desk: Counterside) -> None:
    open_account(desk)
    page = desk.frame.page()
    assert isinstance(page, DocumentsPage)
    page.checks.record.click()
    assert isinstance(dialog(), VerifyDialog)
    press(Key.Key_Escape)


def test_a_matter_is_passed_on_and_the_window_says_nothing(desk: Counterside) -> None:
    open_account(desk)
    before = words(desk.frame)
    press(Key.Key_R, CTRL | SHIFT)
    assert isinstance(dialog(), ReferDialog)
    type_keys("1")
    type_keys("fxq")
    press(Key.Key_F8)
    (told,) = restricted(desk)
    assert told.referred is not None
    assert (told.referred.matter, told.referred.to_post) == ("observation", "fxq")
    assert told.referred.case == opened(desk).case.subject
    assert words(desk.frame) == before


def test_an_enquiry_without_two_officers_stays_open(desk: Counterside) -> None:
    receive(desk)
    press(Key.Key_R, CTRL | SHIFT)
    asked = dialog()
    assert isinstance(asked, ReferDialog)
    type_keys("3")
    type_keys("zg")
    press(Key.Key_F8)
    assert "两名人员" in asked.fault.text()
    assert restricted(desk) == []
    for code, told in {"at": "14:10", "authority": "gaj", "document": "99"}.items():
        asked.fields[code].insert(told)
    asked.fields["first"].insert("7717")
    asked.fields["second"].insert("7718")
    press(Key.Key_F8)
    (view,) = restricted(desk)
    assert view.enquiry is not None
    assert view.enquiry.officers == ("7717", "7718")


def test_the_form_of_a_case_is_printed_by_one_key(desk: Counterside) -> None:
    to_care(desk)
    press(Key.Key_Z, ALT)
    assert [one.paper_kind for one in opened(desk).case.papers] == ["F", "F"]


def test_a_case_without_forms_says_so(desk: Counterside) -> None:
    receive(desk)
    type_keys("zzhk")
    press(Key.Key_Return)
    press(Key.Key_Z, ALT)
    assert opened(desk).case.papers == ()
    assert "没有签字单" in words(desk.frame)
