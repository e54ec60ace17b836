"""An express business on one screen, by keys; the presses besides typing and the serial are counted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counter_app.journal.folds.case_view import CaseView
from counter_app.ui.desk.express_page import ExpressPage
from counter_app.ui.widgets.label import Label
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import ALT, CTRL, SHIFT, Key, opened, receive, run_of

SERIAL = "CB77301846"


class Hand:
    """Counts presses that are neither typing nor a scan."""

    def __init__(self) -> None:
        self.presses = 0

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.presses += 1
        press(key, held)


def choose(here: Counterside, initials: str) -> ExpressPage:
    """The service is chosen: the count begins."""
    receive(here)
    type_keys(initials)
    press(Key.Key_Return)
    page = here.frame.page()
    assert isinstance(page, ExpressPage), page
    return page


def serve(here: Counterside, hand: Hand, told: dict[str, str]) -> None:
    """From the first field to the end: Enter from field to field, Space, Enter, serial, F8."""
    page = here.frame.page()
    assert isinstance(page, ExpressPage)
    for _round in range(20):
        focus = QApplication.focusWidget()
        code = page.form.form.focused_field()
        if code:
            if code in told and not run_of(here).values.get(code):
                type_keys(told[code])
            hand.press(Key.Key_Return)
        elif focus is page.form.originals:
            hand.press(Key.Key_Space)
        elif focus is page.form.sentence:
            hand.press(Key.Key_Return)
        elif focus is page.form.serial:
            type_keys(SERIAL)
            break
        else:
            type_keys("0931")
            hand.press(Key.Key_Return)
    hand.press(Key.Key_F8)


def test_a_cash_deposit_in_at_most_eight_presses(desk: Counterside) -> None:
    choose(desk, "xjck")
    hand = Hand()
    serve(desk, hand, {"amount": "3000", "account_last4": "4417"})
    assert opened(desk).case.completed is not None, words(desk.frame.page())
    assert opened(desk).case.serial == SERIAL
    assert hand.presses <= 8


def test_a_withdrawal_and_a_statement_in_at_most_eight_presses(desk: Counterside) -> None:
    for initials, told in (
        ("xjqk", {"amount": "3000", "account_last4": "4417"}),
        ("zhls", {"account_last4": "4417"}),
    ):
        choose(desk, initials)
        hand = Hand()
        serve(desk, hand, told)
        assert opened(desk).case.completed is not None, words(desk.frame.page())
        assert hand.presses <= 8, (initials, hand.presses)


def test_a_transfer_begins_at_the_amount_and_passes_the_payers_account(desk: Counterside) -> None:
    page = choose(desk, "zzhk")
    assert page.form.form.focused_field() == "amount"
    hand = Hand()
    serve(desk, hand, {"amount": "800", "payee_name": "Wang Jianguo", "payee_last4": "9021"})
    assert opened(desk).case.completed is not None, words(desk.frame.page())
    assert "account_last4" not in opened(desk).case.details
    assert hand.presses <= 8


@pytest.mark.parametrize("height", [640, 680, 720, 768])
def test_the_box_reached_by_keys_is_seen_with_its_hint(desk: Counterside, height: int) -> None:
    desk.frame.resize(1366, height)
    page = choose(desk, "zzhk")
    for typed in ("800", "Wang Jianguo", "9021", "", ""):
        type_keys(typed)
        press(Key.Key_Return)
    press(Key.Key_Space)
    press(Key.Key_Return)
    for _round in range(3):
        QApplication.processEvents()
    assert QApplication.focusWidget() is page.form.serial
    (hint,) = [one for one in page.form.core.findChildren(Label) if "扫凭证" in one.text()]
    assert hint.visibleRegion().boundingRect() == hint.rect()


def test_the_same_facts_as_step_by_step(desk: Counterside) -> None:
    choose(desk, "xjck")
    serve(desk, Hand(), {"amount": "3000", "account_last4": "4417"})
    case = opened(desk).case
    assert case.need["amount"] == "3000.00"
    assert case.details["account_last4"] == "4417"
    assert case.documents["medium"].outcome == "seen"
    assert case.read_back is not None
    assert {row.outcome for row in case.read_back.rows} == {"confirmed"}
    assert case.papers == ()


def test_an_amount_that_raises_it_turns_to_the_standard_way_and_keeps_what_was_typed(
    desk: Counterside,
) -> None:
    choose(desk, "xjck")
    type_keys("60000")
    press(Key.Key_Return)
    page = desk.frame.page()
    assert not isinstance(page, ExpressPage)
    assert run_of(desk).values["amount"] == "60000"
    assert "已由快办升为标准" in words(page)


def test_alt_w_turns_it_to_the_standard_way(desk: Counterside) -> None:
    choose(desk, "xjck")
    type_keys("3000")
    press(Key.Key_W, ALT)
    assert desk.frame.page() is desk.desk.need
    assert run_of(desk).values["amount"] == "3000"


def test_an_unanswered_sentence_is_recorded_as_not_confirmed(desk: Counterside) -> None:
    page = choose(desk, "xjck")
    type_keys("3000")
    press(Key.Key_Return)
    type_keys("4417")
    press(Key.Key_Return)
    press(Key.Key_Space)
    press(Key.Key_X, ALT)
    assert page.form.serial.hasFocus()
    type_keys(SERIAL)
    press(Key.Key_F8)
    done = opened(desk).case.read_back
    assert done is not None
    assert {row.outcome for row in done.rows} == {"not_confirmed"}


def test_nothing_is_written_while_anything_is_to_be_mended(desk: Counterside) -> None:
    page = choose(desk, "xjck")
    press(Key.Key_F8)
    assert opened(desk).case.step == ""
    assert page.faults.isVisible()


def test_values_go_to_the_core_one_by_one_and_leave_the_clipboard(desk: Counterside) -> None:
    page = choose(desk, "xjck")
    type_keys("3000")
    press(Key.Key_Return)
    type_keys("4417")
    clipboard, sending = QGuiApplication.clipboard(), page.parts.to_core
    press(Key.Key_C, CTRL | SHIFT)
    assert clipboard.text() == "4417"
    press(Key.Key_C, CTRL | SHIFT)
    assert clipboard.text() == "李桂兰"
    assert sending.place() == (2, 3)
    for _second in range(15):
        sending._second()
    assert clipboard.text() == ""
    fresh = desk.standing.store.view(opened(desk).case.subject)
    assert isinstance(fresh, CaseView)
    assert [field for field, _at in fresh.sent_to_core] == ["account_last4", "holder.name"]


def test_the_clipboard_is_left_alone_when_something_else_stands_there(desk: Counterside) -> None:
    page = choose(desk, "xjck")
    press(Key.Key_C, CTRL | SHIFT)
    QGuiApplication.clipboard().setText("别的")
    page.parts.to_core.clear()
    assert QGuiApplication.clipboard().text() == "别的"


def test_no_approval_of_ours_is_asked(desk: Counterside) -> None:
    wanted: list[object] = []
    desk.desk.parts.case.approval_wanted.connect(lambda needed, _retry: wanted.append(needed))
    choose(desk, "xjck")
    press(Key.Key_C, CTRL | SHIFT)
    serve(desk, Hand(), {"amount": "3000", "account_last4": "4417"})
    assert opened(desk).case.completed is not None
    assert wanted == []


def test_f9_prints_the_receipt_at_the_end_for_who_asks(desk: Counterside) -> None:
    page = choose(desk, "xjck")
    press(Key.Key_F9)
    assert "办结时打印受理回执" in words(page)
    serve(desk, Hand(), {"amount": "3000", "account_last4": "4417"})
    assert [one.paper_kind for one in opened(desk).case.papers] == ["R"]


def test_f9_again_takes_the_wish_back(desk: Counterside) -> None:
    choose(desk, "xjck")
    press(Key.Key_F9)
    press(Key.Key_F9)
    serve(desk, Hand(), {"amount": "3000", "account_last4": "4417"})
    assert opened(desk).case.papers == ()


def test_f9_on_the_done_page_gives_the_receipt_once_and_then_asks_why(desk: Counterside) -> None:
    choose(desk, "xjck")
    serve(desk, Hand(), {"amount": "3000", "account_last4": "4417"})
    press(Key.Key_F9)
    (paper,) = opened(desk).case.papers
    assert paper.paper_kind == "R"
    press(Key.Key_F9)
    type_keys("卡纸")
    press(Key.Key_F8)
    (paper,) = opened(desk).case.papers
    assert len(paper.copies) == 2


def test_the_cores_authorisation_is_noted_on_the_page(desk: Counterside) -> None:
    page = choose(desk, "xjck")
    type_keys("3000")
    press(Key.Key_K, ALT)
    press(Key.Key_F8)
    assert "请填核心的授权人和授权编号" in words(QApplication.activeModalWidget())
    type_keys("80201")
    press(Key.Key_Return)
    type_keys("sq0417")
    press(Key.Key_F8)
    (noted,) = opened(desk).case.core_authorisations
    assert (noted.authoriser, noted.reference, noted.at) == ("80201", "SQ0417", "09:00")
    assert "80201　SQ0417　09:00" in words(page)
    assert run_of(desk).values["amount"] == "3000"
    serve(desk, Hand(), {"amount": "3000", "account_last4": "4417"})
    assert opened(desk).case.completed is not None
