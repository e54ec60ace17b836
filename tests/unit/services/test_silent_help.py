"""Silent help: written from anywhere, seen and answered by supervisor and lobby alone."""

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.journal.folds.care import SilentHelpView
from counter_app.services import silent_help
from tests.unit.services.standing import Standing


def calls(here: Standing) -> list[str]:
    return here.store.subjects("silenthelp")


def test_a_call_names_window_and_caller(here: Standing) -> None:
    teller = here.hire("80231", Role.TELLER)
    assert silent_help.call_help(here.counter, teller, "case/1") is None
    view = here.store.view(calls(here)[0])
    assert isinstance(view, SilentHelpView)
    assert view.call is not None
    assert (view.call.window, view.call.staff, view.call.case) == ("3", "80231", "case/1")


def test_a_call_does_not_wait_for_the_date_to_be_confirmed(here: Standing) -> None:
    teller = here.hire("80231", Role.TELLER)
    here.clock.go(days=-40)
    assert silent_help.call_help(here.counter, teller) is None
    assert len(calls(here)) == 1


def test_a_supervisor_answers(here: Standing) -> None:
    teller, chief = here.hire("80231", Role.TELLER), here.hire("80201", Role.SUPERVISOR)
    silent_help.call_help(here.counter, teller)
    answered = silent_help.answer_help(here.counter, chief, calls(here)[0], "going")
    assert isinstance(answered, SilentHelpView)
    assert answered.answer is not None
    assert (answered.answer.answer, answered.answered_by) == ("going", "staff/80201")


def test_a_teller_does_not_see_or_answer_calls(here: Standing) -> None:
    teller = here.hire("80231", Role.TELLER)
    silent_help.call_help(here.counter, teller)
    refused = silent_help.answer_help(here.counter, teller, calls(here)[0], "by_mistake")
    assert isinstance(refused, Refusal)
    assert refused.code == "not_allowed"
    assert not silent_help.may_see(teller)


def test_the_lobby_sees_calls(here: Standing) -> None:
    lobby = next(one for one in Role if "lobby" in one.value)
    assert silent_help.may_see(here.hire("80240", lobby))


def test_what_was_never_called_is_not_answered(here: Standing) -> None:
    chief = here.hire("80201", Role.SUPERVISOR)
    answer = silent_help.answer_help(here.counter, chief, "silenthelp/none", "going")
    assert answer == Refusal("unknown_call")
