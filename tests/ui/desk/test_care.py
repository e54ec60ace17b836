"""Questions against fraud by keys: nothing alarming, an alarm, and what came of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.forms.run_state import ItemResult, Outcome, StepId
from counter_app.forms.run_views import Need
from counter_app.journal.folds.care import DissuasionView, RestrictedView
from counter_app.journal.folds.case import CaseView
from counter_app.services import overriding
from counter_app.services.care_gate import dissuasion_of
from counter_app.ui.desk.care_page import CarePage
from counter_app.ui.desk.read_back_page import ReadBackPage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import ALT, Key, opened, receive, run_of
from tests.ui.desk.test_waiting import sign


def to_care(here: Counterside, amount: str = "60000") -> None:
    """A transfer to somebody else: F8 at the details brings the questions."""
    receive(here)
    type_keys("zzhk")
    press(Key.Key_Return)
    case = here.desk.parts.case
    case.change(run_of(here).with_value("amount", amount))
    case.way.turn_standard()
    press(Key.Key_F8)
    see_papers(here)
    assert run_of(here).step is StepId.DETAILS, words(here.frame.page())
    told = {"account_last4": "1234", "payee_name": "刘强", "payee_last4": "0926"}
    for name, value in told.items():
        case.change(run_of(here).with_value(name, value))
    press(Key.Key_F8)


def see_papers(here: Counterside) -> None:
    """Every paper that is asked for was looked at; how is the matter of other tests."""
    case, run = here.desk.parts.case, run_of(here)
    for line in opened(here).runner.checklist(run):
        if line.need is Need.REQUIRED:
            seen = ItemResult(Outcome.COPIED if line.copy else Outcome.SEEN, no_expiry=True)
            run = run.with_result(
                line.id, replace(seen, last4="1234" if line.needs_last4 else None)
            )
    case.change(run)
    case.confirm()
    here.frame.activateWindow()
    QCoreApplication.processEvents()


def dissuasion(here: Counterside) -> DissuasionView:
    view = here.standing.store.view(dissuasion_of(here_case(here)))
    assert isinstance(view, DissuasionView)
    return view


def here_case(here: Counterside) -> str:
    reader = here.work.reader
    desk = reader.desk("80231", "03", here.standing.counter.today().isoformat())
    open_now = here.desk.parts.case.opened
    return open_now.case.subject if open_now else (*desk.open, *desk.parked)[0].subject


def page(here: Counterside) -> CarePage:
    shown = here.frame.page()
    assert isinstance(shown, CarePage), words(shown)
    return shown


def calm(here: Counterside) -> None:
    """Knows the payee, nobody told to keep it secret, nobody on the phone."""
    for key in (Key.Key_1, Key.Key_2, Key.Key_2):
        press(key)


def alarm(here: Counterside) -> None:
    """Never met the payee."""
    for key in (Key.Key_2, Key.Key_2, Key.Key_2):
        press(key)


def test_the_questions_come_before_the_core(desk: Counterside) -> None:
    to_care(desk)
    assert "收款的人您认识吗" in words(page(desk))
    assert run_of(desk).step is StepId.DETAILS


def test_nothing_alarming_is_three_keys_and_f8(desk: Counterside) -> None:
    to_care(desk)
    calm(desk)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), ReadBackPage)
    view = dissuasion(desk)
    assert view.asked is not None
    assert view.outcome is not None
    assert view.asked.alarms == ()
    assert (view.outcome.outcome, view.outcome.dissuaded) == ("proceed", False)


def test_f8_does_not_pass_an_open_question(desk: Counterside) -> None:
    to_care(desk)
    press(Key.Key_1)
    press(Key.Key_F8)
    assert "还有没问到的" in words(page(desk))
    assert dissuasion(desk).outcome is None


def test_an_alarm_shows_what_to_say_and_asks_for_the_way(desk: Counterside) -> None:
    to_care(desk)
    alarm(desk)
    shown = words(page(desk))
    assert "要留意" in shown
    assert "安全账户" in shown
    press(Key.Key_F8)
    assert "请选怎样处理" in words(page(desk))
    assert dissuasion(desk).outcome is None


def test_who_cannot_say_is_heeded(desk: Counterside) -> None:
    to_care(desk)
    for key in (Key.Key_1, Key.Key_2, Key.Key_3):
        press(key)
    assert "要留意" in words(page(desk))


@pytest.mark.parametrize(("key", "outcome"), [(Key.Key_1, "proceed"), (Key.Key_3, "delayed")])
def test_after_an_alarm_it_may_go_on(desk: Counterside, key: Key, outcome: str) -> None:
    to_care(desk)
    alarm(desk)
    press(key)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), ReadBackPage)
    told = dissuasion(desk).outcome
    assert told is not None
    assert told.outcome == outcome


def test_not_today_ends_the_case_and_is_recorded(desk: Counterside) -> None:
    to_care(desk)
    alarm(desk)
    press(Key.Key_2)
    press(Key.Key_F8)
    told = dissuasion(desk).outcome
    assert told is not None
    assert (told.outcome, told.dissuaded) == ("not_today", True)
    assert opened(desk).case.state == "cancelled"


def test_waiting_for_family_parks_the_case(desk: Counterside) -> None:
    to_care(desk)
    alarm(desk)
    press(Key.Key_4)
    press(Key.Key_F8)
    assert not desk.desk.parts.case.is_open
    told = dissuasion(desk).outcome
    assert told is not None
    assert told.outcome == "family"


def test_the_police_need_time_and_badge(desk: Counterside) -> None:
    to_care(desk)
    alarm(desk)
    press(Key.Key_5)
    press(Key.Key_F8)
    assert dissuasion(desk).outcome is None
    press(Key.Key_Return)
    assert page(desk).at.hasFocus(), "Enter leads from the way to what it needs"
    type_keys("14:05")
    press(Key.Key_Return)
    type_keys("012345")
    press(Key.Key_F8)
    told = dissuasion(desk).outcome
    assert told is not None
    assert told.outcome == "police"
    store = desk.standing.store
    (matter,) = [store.view(one) for one in store.subjects("restricted")]
    assert isinstance(matter, RestrictedView)
    assert matter.police is not None
    assert (matter.police.at, matter.police.badge) == ("14:05", "012345")


def test_the_notice_is_printed_and_its_signature_recorded(desk: Counterside) -> None:
    to_care(desk)
    alarm(desk)
    press(Key.Key_F9)
    kinds = [one.paper_kind for one in opened(desk).case.papers]
    assert kinds == ["F", "F"]
    press(Key.Key_Space)
    page(desk).ways.setFocus()
    press(Key.Key_1)
    press(Key.Key_F8)
    view = dissuasion(desk)
    assert dict(view.warnings) == {opened(desk).case.papers[0].paper: True}


def insist(here: Counterside) -> None:
    """An alarm, and the customer wants it all the same."""
    to_care(here)
    alarm(here)
    press(Key.Key_6)


def sign_notice(here: Counterside) -> None:
    """F9, the customer signs, the customer's sheet goes over the counter."""
    press(Key.Key_F9)
    page(here).signed.setFocus()
    press(Key.Key_Space)
    page(here).taken.setFocus()
    press(Key.Key_Space)


def test_against_advice_needs_the_signed_notice_and_the_copy_handed_over(desk: Counterside) -> None:
    insist(desk)
    press(Key.Key_F8)
    assert "客户签名" in words(page(desk))
    press(Key.Key_F9)
    press(Key.Key_Space)
    press(Key.Key_F8)
    assert "客户联交给客户" in words(page(desk))
    assert dissuasion(desk).outcome is None


def test_an_approver_here_is_the_second_signature_against_advice(desk: Counterside) -> None:
    insist(desk)
    sign_notice(desk)
    press(Key.Key_F8)
    assert dissuasion(desk).outcome is None
    dialog = QApplication.activeModalWidget()
    assert desk_notice(desk) in words(dialog)
    sign("80201")
    press(Key.Key_F8)
    view = dissuasion(desk)
    assert view.outcome is not None
    assert (view.outcome.outcome, view.outcome.second_signature) == ("against_advice", True)
    (approval,) = opened(desk).case.approvals
    assert (approval.matter, approval.approver) == ("against_advice", "80201")
    assert view.outcome.override == approval.override
    sheets = [one.paper for one in opened(desk).case.papers if one.form == "fraud_notice"]
    assert dict(view.warnings) == {sheets[0]: True}
    assert view.copies_taken == (sheets[1],)
    assert isinstance(desk.frame.page(), ReadBackPage)


def desk_notice(here: Counterside) -> str:
    return opened(here).case.papers[0].paper


def test_the_answers_come_back_after_a_cut(
    desk: Counterside, restart: Callable[[], None], qtbot: QtBot
) -> None:
    """In the middle of the questions, a second after the last key."""
    to_care(desk)
    press(Key.Key_2)
    with qtbot.waitSignal(desk.desk.saved, timeout=1000):
        press(Key.Key_3)
    restart()
    assert page(desk).asked.answers() == {"known": "no", "told_secret": "unsure"}
    press(Key.Key_2)
    press(Key.Key_2)
    press(Key.Key_F8)
    view = dissuasion(desk)
    assert view.asked is not None
    assert view.asked.alarms == ("known", "told_secret")
    assert opened(desk).case.state == "cancelled"


def test_way_police_and_signature_come_back_where_the_caret_was(
    desk: Counterside, restart: Callable[[], None], qtbot: QtBot
) -> None:
    to_care(desk)
    alarm(desk)
    press(Key.Key_F9)
    press(Key.Key_Space)
    page(desk).ways.setFocus()
    press(Key.Key_5)
    page(desk).at.setFocus()
    type_keys("14:05")
    page(desk).badge.setFocus()
    with qtbot.waitSignal(desk.desk.saved, timeout=1000):
        type_keys("0123")
    restart()
    back = page(desk)
    told = (back.ways.value(), back.at.value(), back.badge.value(), back.signed.isChecked())
    assert told == ("police", "14:05", "0123", True)
    assert back.badge.hasFocus()


def test_a_case_that_waits_takes_the_answers_along_and_no_badge(
    desk: Counterside, restart: Callable[[], None]
) -> None:
    to_care(desk)
    alarm(desk)
    press(Key.Key_5)
    page(desk).badge.setFocus()
    type_keys("012345")
    case = opened(desk).case.subject
    press(Key.Key_F7)
    waiting = desk.standing.store.view(case)
    assert isinstance(waiting, CaseView)
    assert "012345" not in waiting.draft
    desk.desk.errands.taking.resume(case)
    QCoreApplication.processEvents()
    assert page(desk).asked.answers()["known"] == "no"
    assert page(desk).ways.value() == "police"
    assert page(desk).badge.value() == ""


def test_an_answer_is_taken_back(desk: Counterside) -> None:
    to_care(desk)
    press(Key.Key_2)
    assert page(desk).asked.answers() == {"known": "no"}
    desk.desk.parts.case.undo()
    assert page(desk).asked.answers() == {}


def test_who_was_settled_begins_no_second_asking(
    desk: Counterside, restart: Callable[[], None]
) -> None:
    to_care(desk)
    calm(desk)
    press(Key.Key_F8)
    restart()
    assert isinstance(desk.frame.page(), ReadBackPage)


def test_a_supervisor_elsewhere_is_the_second_signature_while_others_are_served(
    desk: Counterside,
) -> None:
    """Asked from the step, parked, another customer begun; granted at the supervisor's own PC."""
    insist(desk)
    sign_notice(desk)
    subject = opened(desk).case.subject
    press(Key.Key_F8)
    press(Key.Key_Y, ALT)
    press(Key.Key_F7)
    press(Key.Key_F2)
    (line,) = desk.work.reader.approvals_waiting()
    counter = desk.standing.counter
    overriding.grant_here(counter, desk.standing.acting("80201"), line.subject)
    desk.desk.refresh()
    desk.frame.body.queue.opened.emit("approvals", line.subject)
    QCoreApplication.processEvents()
    assert opened(desk).case.subject == subject
    assert page(desk).ways.value() == "against_advice"
    press(Key.Key_F8)
    assert QApplication.activeModalWidget() is None, "nobody is asked twice"
    view = dissuasion(desk)
    assert view.outcome is not None
    assert view.outcome.override == line.subject
    assert isinstance(desk.frame.page(), ReadBackPage)
