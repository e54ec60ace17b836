"""The checklist: ticked by keys, dates in the line, what is missing opened in place, undone."""

import datetime as dt

from PySide6.QtWidgets import QApplication, QMenu

from counter_app.forms.run_state import Outcome, StepId
from counter_app.ui.desk.details_page import DetailsPage
from counter_app.ui.desk.documents_page import DocumentsPage
from counter_app.ui.widgets.option_card import OptionCard
from counter_app.ui.widgets.value_fields import DateField
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import (
    ALT,
    CTRL,
    SHIFT,
    Key,
    open_account,
    receive,
    run_of,
    tell,
    tick_all,
)


def shown(here: Counterside) -> str:
    page = here.frame.page()
    assert page is not None
    return words(page)


def card(here: Counterside, words_of_it: str) -> OptionCard:
    page = here.frame.page()
    assert page is not None
    shown_cards = [one for one in page.findChildren(OptionCard) if one.isVisible()]
    return next(one for one in shown_cards if one.text() == words_of_it)


def test_the_list_has_the_focus_and_counts(desk: Counterside) -> None:
    open_account(desk)
    assert isinstance(desk.frame.page(), DocumentsPage)
    assert QApplication.focusWidget().text() == "开户人有效身份证件"  # type: ignore[union-attr]
    assert "已齐 0 / 4" in shown(desk)
    assert "13 项不适用" in shown(desk)


def test_digits_tick_and_a_copy_goes_with_the_original(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_1)
    assert run_of(desk).results["holder_id"].outcome is Outcome.COPIED
    assert "原件已见，已复印" in shown(desk)
    press(Key.Key_1)
    assert "原件已见，待复印" in shown(desk)
    press(Key.Key_1)
    assert "holder_id" not in run_of(desk).results


def test_space_ticks_the_row_in_focus(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert list(run_of(desk).results) == ["own_phone"] or len(run_of(desk).results) == 1
    assert "已齐 1 / 4" in shown(desk)


def test_ctrl_z_takes_ticks_back_one_by_one(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_2)
    press(Key.Key_3)
    press(Key.Key_Z, CTRL)
    assert len(run_of(desk).results) == 1
    press(Key.Key_Y, CTRL)
    assert len(run_of(desk).results) == 2


def test_minus_opens_the_line_with_what_can_be_done(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_Minus)
    text = shown(desk)
    for words_of_it in ("可替代", "谁可送来", "依据", "缺 1"):
        assert words_of_it in text
    cards = [one for one in desk.frame.page().findChildren(OptionCard) if one.isVisible()]  # type: ignore[union-attr]
    assert [card.text() for card in cards] == ["补来", "用替代材料"]


def test_an_alternative_is_taken_and_asks_its_own_date(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_Minus)
    card(desk, "用替代材料").click()
    assert run_of(desk).results["holder_id"].outcome is Outcome.ALTERNATIVE
    assert isinstance(QApplication.focusWidget(), DateField)
    type_keys("20270101")
    press(Key.Key_Return)
    assert run_of(desk).results["holder_id"].valid_until == dt.date(2027, 1, 1)


def test_a_paper_whose_validity_is_open_asks_for_it_in_the_line(desk: Counterside) -> None:
    press(Key.Key_F2)
    desk.desk.scanned("11010519491231002X")
    type_keys("李桂兰")
    press(Key.Key_F8)
    type_keys("grkh")
    press(Key.Key_Return)
    type_keys("ii")
    press(Key.Key_F8)
    press(Key.Key_1)
    assert "有效期待填" in shown(desk)
    assert isinstance(QApplication.focusWidget(), DateField)
    type_keys("20310930")
    press(Key.Key_F8)
    assert run_of(desk).results["holder_id"].valid_until == dt.date(2031, 9, 30)


def test_an_expired_paper_is_missing(desk: Counterside) -> None:
    receive(desk)
    press(Key.Key_F8, SHIFT)
    tell(desk, no_expiry=False, valid_until="2026-11-20")
    press(Key.Key_F8)
    type_keys("grkh")
    press(Key.Key_Return)
    type_keys("ii")
    press(Key.Key_F8)
    press(Key.Key_1)
    assert "已过期" in shown(desk)
    assert "缺 1" in shown(desk)


def test_the_menu_of_a_line_offers_reasons_of_refusal(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_M, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [one.text() for one in menu.actions() if one.text()]
    assert any("不收" in text and "复印件" in text for text in texts)
    refused = next(one for one in menu.actions() if "复印件、照片" in one.text())
    refused.trigger()
    menu.close()
    assert run_of(desk).results["holder_id"].outcome is Outcome.REFUSED
    assert "没有收下" in shown(desk)
    assert "原因" in shown(desk)


def test_f8_with_open_lines_says_which_and_goes_to_the_first(desk: Counterside) -> None:
    open_account(desk)
    press(Key.Key_1)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), DocumentsPage)
    assert "有 3 处需要修改" in shown(desk)
    assert "这份材料还没看" in shown(desk)
    assert QApplication.focusWidget().text() == "本人实名手机，带在身边"  # type: ignore[union-attr]


def test_complete_papers_lead_on(desk: Counterside) -> None:
    open_account(desk)
    tick_all(desk)
    assert "已齐 4 / 4" in shown(desk)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), DetailsPage)


def test_alt_digit_goes_to_a_step_reached_and_loses_nothing(desk: Counterside) -> None:
    open_account(desk)
    tick_all(desk)
    press(Key.Key_2, ALT)
    assert run_of(desk).step is StepId.NEED
    press(Key.Key_3, ALT)
    assert len(run_of(desk).results) == 4


def test_what_is_not_needed_unfolds_with_its_reason(desk: Counterside) -> None:
    open_account(desk)
    page = desk.frame.page()
    assert isinstance(page, DocumentsPage)
    page.list.toggled.emit("-")
    assert "授权委托书" in shown(desk)
    assert "只在这时要" in shown(desk)
