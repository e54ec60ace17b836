"""Parking, resuming, handing over, taking over, cancelling, approving; who else holds a case."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from counter_app.ui.approvals.dialog import ApprovalDialog
from counter_app.ui.desk.details_page import DetailsPage
from counter_app.ui.desk.dialogs import ReasonDialog
from counter_app.ui.desk.documents_page import DocumentsPage
from counter_app.ui.desk.done_page import DonePage
from counter_app.ui.desk.reception_page import ReceptionPage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import (
    ALT,
    CTRL,
    SHIFT,
    Key,
    open_account,
    opened,
    run_of,
    to_details,
    to_done,
)


def shown(here: Counterside) -> str:
    page = here.frame.page()
    assert page is not None
    return words(page)


def state_of(here: Counterside, subject: str) -> str:
    return str(here.standing.store.view(subject).state)  # type: ignore[attr-defined]


def approval() -> ApprovalDialog:
    """The dialog that asks for a signature."""
    QCoreApplication.processEvents()
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, ApprovalDialog)
    return dialog


def sign(number: str, comment: str = "") -> None:
    """The approver signs in the dialog that is open."""
    type_keys(number)
    press(Key.Key_Return)
    type_keys(f"verifier of {number}")
    press(Key.Key_Return)
    if comment:
        type_keys(comment)


def taking_over(reason: str) -> ApprovalDialog:
    """Alt+T on a case in other hands: why, then the approver's dialog."""
    press(Key.Key_T, ALT)
    QCoreApplication.processEvents()
    press(Key.Key_F8)
    asked = QApplication.activeWindow()
    assert isinstance(asked, ReasonDialog)
    assert "请写明原因" in words(asked)
    type_keys(reason)
    press(Key.Key_F8)
    return approval()


def test_one_key_parks_with_everything_typed(desk: Counterside) -> None:
    to_details(desk)
    desk.frame.page().form.box("address").setFocus()  # type: ignore[union-attr]
    type_keys("东大街")
    subject = opened(desk).case.subject
    press(Key.Key_F7)
    assert state_of(desk, subject) == "parked"
    assert desk.frame.page() is desk.desk.home
    assert "03A-0001C 已挂起" in words(desk.frame)
    press(Key.Key_Z, CTRL)
    assert isinstance(desk.frame.page(), DetailsPage)
    assert run_of(desk).values["address"] == "东大街"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "常住地址"


def test_f7_lists_what_waits_and_enter_resumes(desk: Counterside) -> None:
    open_account(desk)
    subject = opened(desk).case.subject
    press(Key.Key_F7)
    press(Key.Key_F7)
    assert "挂起清单" in words(QApplication.activeWindow())
    press(Key.Key_Return)
    assert opened(desk).case.subject == subject
    assert state_of(desk, subject) == "open"


def test_the_next_customer_is_served_while_one_waits(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_F7)
    press(Key.Key_F2)
    assert isinstance(desk.frame.page(), ReceptionPage)
    groups = {group.code: group for group in desk.frame.body.queue.groups()}
    assert len(groups["parked"].items) == 1
    assert len(groups["open"].items) == 1


def test_over_half_an_hour_stands_out(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_F7)
    desk.standing.clock.go(minutes=31)
    desk.desk.refresh()
    parked = next(g for g in desk.frame.body.queue.groups() if g.code == "parked")
    assert parked.note.words == "1 笔超 30 分"
    assert parked.items[0].time == "31 分"


def test_f2_in_the_middle_of_a_case_explains(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_F2)
    assert isinstance(desk.frame.page(), DocumentsPage)
    assert "请先办结、挂起（F7）" in words(desk.frame)


def test_a_colleague_gets_the_case_with_what_was_ticked(
    desk: Counterside, restart: Callable[..., None]
) -> None:
    open_account(desk)
    press(Key.Key_1)
    subject = opened(desk).case.subject
    press(Key.Key_T, CTRL)
    type_keys("80232")
    press(Key.Key_Return)
    type_keys("等复印件")
    press(Key.Key_F8)
    assert state_of(desk, subject) == "handed_over"
    restart("80232")
    handed = next(g for g in desk.frame.body.queue.groups() if g.code == "handed")
    assert handed.items[0].line.words == "等复印件"
    desk.desk.open_line(subject)
    assert isinstance(desk.frame.page(), DocumentsPage)
    assert "holder_id" in run_of(desk).results
    assert not desk.desk.parts.case.read_only


def test_an_unknown_colleague_is_said_at_the_field(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_T, CTRL)
    type_keys("99999")
    press(Key.Key_F8)
    assert "没有这个工号，请核对" in words(QApplication.activeWindow())
    press(Key.Key_Escape)
    assert opened(desk).case.state == "open"


def test_a_case_in_other_hands_can_only_be_looked_at(
    desk: Counterside, restart: Callable[..., None]
) -> None:
    open_account(desk)
    subject = opened(desk).case.subject
    restart("80232")
    desk.desk.open_line(subject)
    assert "王敏 80231 在 3 号窗口办，09:00 起，这里只能看" in shown(desk)
    press(Key.Key_1)
    assert run_of(desk).results == {}
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), DocumentsPage)
    assert opened(desk).case.owner.value.staff == "80231"  # type: ignore[union-attr]


def test_taking_over_needs_a_supervisor(desk: Counterside, restart: Callable[..., None]) -> None:
    open_account(desk)
    subject = opened(desk).case.subject
    restart("80232")
    desk.desk.open_line(subject)
    dialog = taking_over("他去培训了")
    assert "接着办同事手里的业务" in words(dialog)
    for told in ("03A-0001C", "王敏 80231", "11-23 09:00", "他去培训了"):
        assert told in words(dialog)
    sign("80201")
    press(Key.Key_F8)
    assert opened(desk).case.owner.value.staff == "80232"  # type: ignore[union-attr]
    assert not desk.desk.parts.case.read_only


def test_a_teller_cannot_approve(desk: Counterside, restart: Callable[..., None]) -> None:
    open_account(desk)
    subject = opened(desk).case.subject
    restart("80232")
    desk.desk.open_line(subject)
    dialog = taking_over("他去培训了")
    sign("80231")
    press(Key.Key_F8)
    assert "您的岗位不能做这件事" in words(dialog)
    press(Key.Key_Escape)
    assert desk.desk.parts.case.read_only


def test_a_wrong_password_is_said_and_may_be_tried_again(
    desk: Counterside, restart: Callable[..., None]
) -> None:
    open_account(desk)
    subject = opened(desk).case.subject
    restart("80232")
    desk.desk.open_line(subject)
    dialog = taking_over("他去培训了")
    type_keys("80201")
    press(Key.Key_Return)
    type_keys("guess")
    press(Key.Key_F8)
    assert "密码不对" in words(dialog)
    assert QApplication.focusWidget() is dialog.secret
    type_keys("verifier of 80201")
    press(Key.Key_F8)
    assert not desk.desk.parts.case.read_only


def test_sending_back_wants_a_reason(desk: Counterside, restart: Callable[..., None]) -> None:
    open_account(desk)
    subject = opened(desk).case.subject
    restart("80232")
    desk.desk.open_line(subject)
    dialog = taking_over("他去培训了")
    sign("80201")
    press(Key.Key_R, ALT)
    assert "退回请写明原因" in words(dialog)
    dialog.comment.setText("等他回来")
    press(Key.Key_R, ALT)
    assert "没有批准：等他回来" in words(desk.frame)
    assert desk.desk.parts.case.read_only


def test_cancelling_asks_why_and_says_it(desk: Counterside) -> None:
    open_account(desk)
    desk.desk.errands.cancel()
    type_keys("客户改主意")
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), DonePage)
    assert "已取消：客户改主意" in shown(desk)


def test_cancelling_a_completed_case_needs_an_approval(desk: Counterside) -> None:
    to_done(desk)
    desk.desk.errands.cancel()
    type_keys("办错人了")
    press(Key.Key_F8)
    dialog = approval()
    assert "办错人了" in words(dialog)
    sign("80201")
    press(Key.Key_F8)
    assert opened(desk).case.state == "cancelled"
    assert "已取消：办错人了" in shown(desk)


def test_ctrl_shift_a_says_when_nothing_is_to_be_approved(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_A, CTRL | SHIFT)
    assert "现在没有要批准的事" in words(desk.frame)
