"""Copies that wait for a person: asked about by keys, each state with its own ways on."""

from PySide6.QtWidgets import QApplication, QDialog

from counter_app.domain.roles import Role
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.case_view import CopyAnswer
from counter_app.services.printed import record, take_answer
from counter_app.ui.desk.left_pane import PAPERS
from tests.ui.desk.fakes import Counterside, press, words
from tests.ui.desk.playing import ALT, SHIFT, Key, read_pane, to_core, to_done
from tests.unit.services.standing import code_of

PAPER = "03A-0001C-V1"


def leave(here: Counterside, state: str, reason: str) -> None:
    """The confirmation sheet of a case stands so in the spool."""
    to_core(here)
    here.standing.store.set_order_state(PAPER, 1, state, reason)
    read_pane(here)


def state_of(here: Counterside) -> str:
    """How the copy stands; `ended` once it waits no more."""
    states = {order.paper: state for order, state in here.standing.store.pending_orders()}
    return states.get(PAPER, "ended")


def pane(here: Counterside) -> str:
    read_pane(here)
    groups = here.frame.body.queue.groups()
    return "\n".join(
        item.spoken() for group in groups if group.code == PAPERS for item in group.items
    )


def dialog() -> QDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


def test_what_the_printer_refused_is_printed_again(desk: Counterside) -> None:
    leave(desk, "failed", "printer_refused")
    assert "打印机没收" in pane(desk)
    press(Key.Key_O, ALT)
    said = words(dialog())
    assert "客户确认单  03A-0001C-V1" in said
    assert "没打出来：打印机没收" in said
    assert "printer_refused" not in said
    assert "已打好" not in said, "a copy that the printer refused did not come out"
    press(Key.Key_F8)
    assert state_of(desk) == "queued"
    assert "已送去打印" in words(desk.frame)


def test_the_end_tells_why_a_paper_did_not_go_out(desk: Counterside) -> None:
    to_done(desk)
    order = desk.standing.store.pending_orders()[0][0]
    record(desk.standing.counter, order, "failed", "printer_missing", None)
    desk.desk.open_line(order.case)
    said = words(desk.frame.body.context)
    assert "没打出来" in said
    assert "找不到打印机" in said
    assert "printer_missing" not in said


def test_what_nobody_knows_of_is_answered_printed(desk: Counterside) -> None:
    leave(desk, "unknown", "restart")
    press(Key.Key_O, ALT)
    assert "不知打出没有：打印时程序关了" in words(dialog())
    press(Key.Key_F8)
    assert state_of(desk) == "ended"
    assert "打好了" in words(desk.frame)


def test_a_copy_may_be_given_up_from_the_left_pane(desk: Counterside) -> None:
    leave(desk, "held", "old")
    press(Key.Key_F6, SHIFT)
    for _stop in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.accessibleName().startswith("没打出"):
            break
        press(Key.Key_Tab)
    press(Key.Key_Return)
    assert "等人确认：等了半小时以上" in words(dialog())
    press(Key.Key_Right)
    press(Key.Key_F8)
    assert state_of(desk) == "ended"


def test_an_answer_that_comes_too_late_says_so(desk: Counterside) -> None:
    leave(desk, "failed", "printer_stalled")
    press(Key.Key_O, ALT)
    desk.standing.store.set_order_state(PAPER, 1, "sent")
    press(Key.Key_F8)
    assert "这一份已经不在等着了" in words(desk.frame.page())


def test_several_are_picked_from_a_list(desk: Counterside) -> None:
    to_done(desk)
    store = desk.standing.store
    papers = [order.paper for order, _state in store.pending_orders()]
    assert len(papers) == 3
    for paper in papers:
        store.set_order_state(paper, 1, "held", "restart")
    read_pane(desk)
    press(Key.Key_O, ALT)
    assert dialog().windowTitle() == "没打出的单据"
    press(Key.Key_Down)
    press(Key.Key_Return)
    chosen = dialog().windowTitle().split()[-1]
    press(Key.Key_F8)
    states = {order.paper: state for order, state in store.pending_orders()}
    assert states[chosen] == "queued"
    assert sorted(states.values()) == ["held", "held", "queued"]


def test_a_copy_on_its_way_is_left_alone(desk: Counterside) -> None:
    leave(desk, "printing", "")
    press(Key.Key_O, ALT)
    assert "没有等人处理的单据" in words(desk.frame)


def test_who_may_not_print_does_not_decide(desk: Counterside) -> None:
    leave(desk, "unknown", "restart")
    order, _state = desk.standing.store.pending_orders()[0]
    auditor = desk.standing.hire("80002", Role.AUDITOR)
    counter = desk.standing.counter
    assert code_of(take_answer(counter, auditor, order, "printed")) == "not_allowed"
    assert answers(desk) == []


def test_who_said_what_of_a_copy_is_on_record(desk: Counterside) -> None:
    leave(desk, "unknown", "restart")
    press(Key.Key_O, ALT)
    press(Key.Key_1)
    press(Key.Key_F8)
    (said,) = answers(desk)
    assert (said.answer, said.copy_number, said.by) == ("printed", 1, "staff/80231")
    assert said.at


def answers(here: Counterside) -> list[CopyAnswer]:
    """What persons said of the copies of all cases here."""
    store = here.standing.store
    views = [store.view(one) for one in store.subjects("case")]
    return [one for view in views if isinstance(view, CaseView) for one in view.copies_answered]
