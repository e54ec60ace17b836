"""The core's serial, the question after an interruption, the end, and what stands after it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from counter_app.domain.refusal import Refusal
from counter_app.services import overriding
from counter_app.ui.desk.completion_page import CompletionPage
from counter_app.ui.desk.core_page import CorePage
from counter_app.ui.desk.done_page import DonePage
from counter_app.ui.desk.need_page import NeedPage
from counter_app.ui.desk.reception_page import ReceptionPage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import (
    ALT,
    Key,
    opened,
    to_completion,
    to_core,
    to_done,
)


def shown(here: Counterside) -> str:
    page = here.frame.page()
    assert page is not None
    return words(page)


def test_the_core_asks_for_the_serial_it_gave(desk: Counterside) -> None:
    to_core(desk)
    assert isinstance(desk.frame.page(), CorePage)
    assert "在核心系统开户" in shown(desk)
    press(Key.Key_F8)
    assert "请填核心流水号，或按 Alt+L 稍后补" in shown(desk)
    assert QApplication.focusWidget().accessibleName() == "核心流水号"  # type: ignore[union-attr]


def test_a_typed_serial_arrives_whole(desk: Counterside) -> None:
    to_completion(desk)
    assert isinstance(desk.frame.page(), CompletionPage)
    assert opened(desk).case.serial == "CB77301846"


def test_a_scanned_serial_is_taken(desk: Counterside) -> None:
    to_core(desk)
    desk.desk.scanned("CB99887766")
    press(Key.Key_F8)
    assert opened(desk).case.serial == "CB99887766"


def test_the_serial_can_follow_later(desk: Counterside) -> None:
    to_core(desk)
    press(Key.Key_L, ALT)
    assert "流水号稍后补：" in shown(desk)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), CompletionPage)
    assert opened(desk).case.serial_put_off


def test_after_an_interruption_the_question_comes_first(
    desk: Counterside, restart: Callable[[], None]
) -> None:
    to_core(desk)
    restart()
    assert isinstance(desk.frame.page(), CorePage)
    assert "核心是否已记账？" in shown(desk)
    press(Key.Key_F8)
    assert "请先选一个答案" in shown(desk)
    press(Key.Key_Space)
    press(Key.Key_F8)
    assert opened(desk).case.booking == "booked"
    assert "核心是否已记账？" not in shown(desk)
    assert QApplication.focusWidget().accessibleName() == "核心流水号"  # type: ignore[union-attr]


def test_without_an_interruption_nothing_is_asked(desk: Counterside) -> None:
    to_core(desk)
    assert "核心是否已记账？" not in shown(desk)


def test_originals_go_back_before_the_end(desk: Counterside) -> None:
    to_completion(desk)
    assert "已归还 1 件，客户已点收" in shown(desk)
    assert "开户人有效身份证件" in shown(desk)
    press(Key.Key_F8)
    assert "原件还没有归还客户" in shown(desk)
    press(Key.Key_Space)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), DonePage)


def test_the_script_and_the_dates_are_said(desk: Counterside) -> None:
    to_completion(desk)
    assert "“账户开好了，证件都还给您" in shown(desk)
    assert "2027-05-23" in shown(desk)


def test_the_number_is_the_largest_and_papers_are_listed(desk: Counterside) -> None:
    to_done(desk)
    page = desk.frame.page()
    assert isinstance(page, DonePage)
    assert "已办结" in shown(desk)
    assert "03A-0001C" in shown(desk)
    pane = words(desk.frame.body.context)
    for name in ("业务受理回执", "后续事项告知单", "客户确认单", "排队"):
        assert name in pane
    assert desk.previews.papers
    assert opened(desk).case.returned_count == 1


@pytest.mark.parametrize("presses", [1, 5])
def test_a_held_f8_completes_once(desk: Counterside, presses: int) -> None:
    to_completion(desk)
    press(Key.Key_Space)
    desk.pressed_at += 1
    desk.pace = 0.02
    for _press in range(presses):
        press(Key.Key_F8)
    kinds = desk.standing.kinds(opened(desk).case.subject)
    assert kinds.count("case_completed") == 1
    assert kinds.count("paper_issued") == 3


def test_f2_ends_the_visit_and_receives_the_next(desk: Counterside) -> None:
    to_done(desk)
    first = desk.desk.parts.sitting.subject
    press(Key.Key_F2)
    assert isinstance(desk.frame.page(), ReceptionPage)
    assert desk.standing.store.view(first).outcome == "served"  # type: ignore[attr-defined]
    assert "李桂兰" not in words(desk.frame)


def test_another_business_keeps_the_persons(desk: Counterside) -> None:
    to_done(desk)
    visit = desk.desk.parts.sitting.subject
    press(Key.Key_N, ALT)
    assert isinstance(desk.frame.page(), NeedPage)
    type_keys("gs")
    press(Key.Key_Return)
    assert opened(desk).case.visits == (visit,)
    assert opened(desk).case.parties[0].name == "李桂兰"


def test_a_correction_after_the_end_keeps_the_old_value(desk: Counterside) -> None:
    to_done(desk)
    press(Key.Key_E, ALT)
    dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert dialog is not None
    type_keys("c")
    press(Key.Key_Return)
    type_keys("西大街9号")
    press(Key.Key_F8)
    case = opened(desk).case
    assert [(one.name, one.old, one.new) for one in case.corrections] == [
        ("address", "东大街18号3单元502室", "西大街9号")
    ]
    assert isinstance(desk.frame.page(), DonePage)


def test_a_reprint_asks_why_and_says_which_copy(desk: Counterside) -> None:
    to_done(desk)
    press(Key.Key_F9)
    type_keys("卡纸")
    press(Key.Key_F8)
    papers = opened(desk).case.papers
    assert max(len(one.copies) for one in papers) == 2
    assert "第 2 份" in words(desk.frame.body.context)


def test_a_late_reprint_granted_elsewhere_is_ordered_from_the_left_pane_once(
    desk: Counterside,
) -> None:
    to_done(desk)
    desk.standing.clock.go(days=1)
    press(Key.Key_F9)
    type_keys("lost")
    press(Key.Key_F8)
    QCoreApplication.processEvents()
    press(Key.Key_Y, ALT)
    assert max(len(one.copies) for one in opened(desk).case.papers) == 1
    (line,) = desk.work.reader.approvals_waiting()
    assert line.matter == "late_reprint"
    supervisor = desk.standing.acting("80201")
    overriding.grant_here(desk.standing.counter, supervisor, line.subject)
    desk.desk.refresh()
    desk.frame.body.queue.opened.emit("approvals", line.subject)
    QCoreApplication.processEvents()
    assert "已按批准补打一份" in words(desk.frame)
    case = opened(desk).case
    assert max(len(one.copies) for one in case.papers) == 2
    assert list(case.reprint_approvals) == [line.subject]
    desk.desk.refresh()
    desk.frame.body.queue.opened.emit("approvals", line.subject)
    assert max(len(one.copies) for one in opened(desk).case.papers) == 2


def test_a_plain_service_takes_at_most_25_presses(desk: Counterside) -> None:
    """Besides names, numbers and the serial: F-keys, ticks, Enter, choices by a letter."""
    presses = 0

    def key(*keys: Key, held: object = None) -> None:
        nonlocal presses
        for one in keys:
            presses += 1
            press(one, held) if held is not None else press(one)  # type: ignore[arg-type]

    key(Key.Key_F2)
    desk.desk.scanned("11010519491231002X")
    type_keys("李桂兰")
    sitting = desk.desk.parts.sitting
    sitting.change(sitting.people.changed("p1", no_expiry=True, phone="13812345678"))
    key(Key.Key_F8)
    type_keys("grkh")
    key(Key.Key_Return, Key.Key_I, Key.Key_I, Key.Key_F8)
    key(Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_F8)
    key(Key.Key_T, Key.Key_Return)
    type_keys("东大街18号")
    key(Key.Key_Return, Key.Key_L, Key.Key_F8)
    key(Key.Key_C, held=ALT)
    key(Key.Key_F8)
    type_keys("cb77301846")
    key(Key.Key_F8, Key.Key_Space, Key.Key_F8, Key.Key_F2)
    assert isinstance(desk.frame.page(), ReceptionPage)
    assert presses <= 25


def test_another_windows_paper_out_of_reach_is_one_sentence(desk: Counterside) -> None:
    desk.previews.away = Refusal("branch_away")
    to_done(desk)
    assert "网点库现在连不上" in words(desk.frame.body.context)
    desk.previews.away = None
    page = desk.frame.page()
    assert isinstance(page, DonePage)
    page.pane.show_pages(())
    page.offers_changed.emit()
    assert "网点库现在连不上" not in words(desk.frame.body.context)
