"""Who may work at this window: passwords, locks, attempts, and a clock that jumped."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain.roles import Role
from counter_app.domain.work_state import WorkState
from counter_app.journal.facts.ground import ClockJumpConfirmed
from counter_app.journal.facts.people import AttemptsForgiven, SignOnRefused
from counter_app.journal.folds.ground import ClockView
from counter_app.journal.folds.people import SignOnView, SpellView, StaffView
from counter_app.journal.folds.presence import VisitView
from counter_app.services import signing_on, staffing, visiting, work_states
from counter_app.services.accounts import ATTEMPTS, account_view
from counter_app.services.counter import Acting, clock_to_confirm
from counter_app.services.signing_on import PasswordAsked, SignedOnHere
from tests.unit.services.standing import Standing, code_of


@pytest.fixture
def teller(here: Standing) -> Acting:
    """王敏, teller."""
    return here.hire("80231", Role.TELLER)


@pytest.fixture
def supervisor(here: Standing) -> Acting:
    """A supervisor."""
    return here.hire("80201", Role.SUPERVISOR, name="陈亮")


def on(here: Standing, staff: str, *, matched: bool = True) -> object:
    """The second half of a sign-on."""
    here.clock.go(seconds=1)
    return signing_on.signed_on(here.counter, staff, "3", matched)


def wrong(here: Standing, staff: str, times: int) -> str:
    """So many wrong passwords; the last answer."""
    answers = [code_of(on(here, staff, matched=False)) for _ in range(times)]
    return answers[-1]


@pytest.mark.usefixtures("teller")
def test_the_right_password_begins_the_work(here: Standing) -> None:
    asked = signing_on.account_for(here.counter, here.verifiers, "80231")
    assert asked == PasswordAsked("80231", "verifier of 80231")
    done = on(here, "80231")
    assert isinstance(done, SignedOnHere)
    assert done.acting.actor == "staff/80231"
    assert done.sign_on.signed_on is not None
    assert done.sign_on.signed_on.roles == ("teller",)
    assert done.sign_on.signed_on.window == "3"
    here_now = signing_on.sign_on_here(here.counter)
    assert here_now is not None
    assert here_now.subject == done.sign_on.subject


def test_an_unknown_number_is_refused_and_not_kept(here: Standing) -> None:
    before = here.fact_count()
    answer = signing_on.account_for(here.counter, here.verifiers, "MyPassword1")
    assert code_of(answer) == "unknown_staff"
    assert here.fact_count() == before + 1
    last = here.store.entries_after(here.store.journal_id, before, 1)[0]
    assert last.actor == "terminal/03"
    assert "MyPassword1" not in (last.body or "")


@pytest.mark.usefixtures("teller")
def test_who_has_left_does_not_come_in(here: Standing) -> None:
    staffing.close_account(here.counter, here.admin, "80231", "离职")
    assert code_of(signing_on.account_for(here.counter, here.verifiers, "80231")) == (
        "account_left"
    )
    assert code_of(on(here, "80231")) == "account_left"


@pytest.mark.usefixtures("teller")
def test_an_account_without_a_verifier_says_which_kind_of_none(here: Standing) -> None:
    told = staffing.AccountTold("80232", "李强", "柜员")
    staffing.register(here.counter, here.admin, told)
    assert code_of(signing_on.account_for(here.counter, here.verifiers, "80232")) == "no_password"

    class Nowhere:
        def get(self, staff: str) -> str | None:
            return None

        def set(self, staff: str, verifier: str) -> None:
            raise AssertionError

    answer = signing_on.account_for(here.counter, Nowhere(), "80231")
    assert code_of(answer) == "password_elsewhere"


@pytest.mark.usefixtures("teller")
def test_five_wrong_passwords_need_a_supervisor(here: Standing, supervisor: Acting) -> None:
    assert wrong(here, "80231", ATTEMPTS - 1) == "password_wrong"
    assert wrong(here, "80231", 1) == "locked_out"
    assert code_of(signing_on.account_for(here.counter, here.verifiers, "80231")) == "locked_out"
    assert code_of(on(here, "80231")) == "locked_out", "the right one comes too late"
    view = signing_on.forgive_attempts(here.counter, supervisor, "80231")
    assert isinstance(view, StaffView)
    assert isinstance(on(here, "80231"), SignedOnHere)


@pytest.mark.usefixtures("teller")
def test_a_right_password_starts_the_count_anew(here: Standing) -> None:
    wrong(here, "80231", ATTEMPTS - 1)
    assert isinstance(on(here, "80231"), SignedOnHere)
    assert wrong(here, "80231", ATTEMPTS - 1) == "password_wrong"


@pytest.mark.usefixtures("teller")
def test_what_is_left_is_told(here: Standing) -> None:
    answer = on(here, "80231", matched=False)
    assert getattr(answer, "params", None) == {"staff": "80231", "left": ATTEMPTS - 1}


@pytest.mark.usefixtures("teller")
def test_a_clock_that_stands_still_counts_all_the_same(here: Standing, supervisor: Acting) -> None:
    for _ in range(ATTEMPTS):
        signing_on.signed_on(here.counter, "80231", "3", False)
    assert code_of(signing_on.signed_on(here.counter, "80231", "3", True)) == "locked_out"
    signing_on.forgive_attempts(here.counter, supervisor, "80231")
    for _ in range(ATTEMPTS):
        signing_on.signed_on(here.counter, "80231", "3", False)
    assert code_of(signing_on.signed_on(here.counter, "80231", "3", True)) == "locked_out"


@pytest.mark.usefixtures("teller")
def test_attempts_are_counted_for_each_account(here: Standing, supervisor: Acting) -> None:
    wrong(here, "80231", ATTEMPTS)
    assert isinstance(on(here, supervisor.staff), SignedOnHere)


def test_nobody_forgives_himself(here: Standing, teller: Acting, supervisor: Acting) -> None:
    wrong(here, "80201", ATTEMPTS)
    assert code_of(signing_on.forgive_attempts(here.counter, supervisor, "80201")) == (
        "approver_is_requester"
    )
    second = here.hire("80202", Role.SUPERVISOR, person=supervisor.person)
    assert code_of(signing_on.forgive_attempts(here.counter, second, "80201")) == (
        "approver_is_requester"
    )
    assert code_of(signing_on.forgive_attempts(here.counter, teller, "80201")) == "not_allowed"
    here.write("staff/80201", ("staff/80201", AttemptsForgiven(right_entry="x")))
    assert code_of(on(here, "80201")) == "locked_out", "a forged one forgives nothing"


def test_who_gives_rights_today_forgives_nobody_today(here: Standing, teller: Acting) -> None:
    both = here.hire("80005", Role.ADMINISTRATOR, Role.SUPERVISOR)
    told = staffing.AccountTold("80240", "李强", "柜员")
    staffing.register(here.counter, both, told)
    answer = signing_on.forgive_attempts(here.counter, both, teller.staff)
    assert code_of(answer) == "duties_apart_on_a_day"


def test_a_window_is_locked_and_the_same_person_comes_back(
    here: Standing, teller: Acting, supervisor: Acting
) -> None:
    locked = signing_on.lock(here.counter, teller, "key")
    assert isinstance(locked, SpellView)
    assert locked.what == "key"
    another = signing_on.unlock(here.counter, supervisor, True)
    assert code_of(another) == "locked_by_another"
    assert code_of(signing_on.unlock(here.counter, teller, False)) == ("password_wrong")
    here.clock.go(seconds=1)
    back = signing_on.unlock(here.counter, teller, True)
    assert isinstance(back, SpellView)
    assert back.until is not None
    assert signing_on.unlock(here.counter, teller, True) is None
    assert code_of(signing_on.unlock(here.counter, teller, False)) == "password_wrong"


def test_wrong_passwords_at_the_lock_count_and_a_right_one_ends_the_row(
    here: Standing, teller: Acting
) -> None:
    locked = signing_on.lock(here.counter, teller, "idle")
    assert isinstance(locked, SpellView)
    for _ in range(ATTEMPTS - 1):
        here.clock.go(seconds=1)
        signing_on.unlock(here.counter, teller, False)
    here.clock.go(seconds=1)
    assert isinstance(signing_on.unlock(here.counter, teller, True), SpellView)
    assert wrong(here, teller.staff, 1) == "password_wrong"


def test_signing_off_ends_the_work_and_what_was_set(here: Standing, teller: Acting) -> None:
    done = on(here, "80231")
    assert isinstance(done, SignedOnHere)
    set_state = work_states.set_work_state(here.counter, teller, WorkState.AT_CORE)
    assert isinstance(set_state, SpellView)
    ended = signing_on.sign_off(here.counter, teller, done.sign_on.subject)
    assert isinstance(ended, SignOnView)
    assert ended.until is not None
    assert work_states.current_work_state(here.counter) is None
    assert signing_on.sign_off(here.counter, teller, done.sign_on.subject) == ended
    assert code_of(signing_on.sign_off(here.counter, teller, "signon/none")) == "not_signed_on"


@pytest.mark.usefixtures("teller")
def test_a_supervisor_ends_an_absent_colleagues_work(here: Standing, supervisor: Acting) -> None:
    done = on(here, "80231")
    assert isinstance(done, SignedOnHere)
    other = here.hire("80232", Role.TELLER)
    assert code_of(signing_on.sign_off(here.counter, other, done.sign_on.subject)) == "not_allowed"
    called = signing_on.approving_here(here.counter, "80201", "3", True)
    assert isinstance(called, Acting)
    assert isinstance(signing_on.sign_off(here.counter, called, done.sign_on.subject), SignOnView)
    assert here.history(done.sign_on.subject)[-1].entry.actor == supervisor.actor


@pytest.mark.usefixtures("teller")
def test_what_an_interruption_left_open_ends_with_the_next_sign_on(here: Standing) -> None:
    first, second = on(here, "80231"), on(here, "80231")
    assert isinstance(first, SignedOnHere)
    assert isinstance(second, SignedOnHere)
    left = signing_on.sign_on_view(here.counter, first.sign_on.subject)
    assert left.until is not None
    open_here = signing_on.sign_on_here(here.counter)
    assert open_here is not None
    assert open_here.subject == second.sign_on.subject


@pytest.mark.usefixtures("supervisor")
def test_signing_for_one_thing_is_no_sign_on_but_wrong_passwords_count(here: Standing) -> None:
    before = here.fact_count()
    acting = signing_on.approving_here(here.counter, "80201", "3", True)
    assert isinstance(acting, Acting)
    assert here.fact_count() == before
    for _ in range(ATTEMPTS):
        here.clock.go(seconds=1)
        signing_on.approving_here(here.counter, "80201", "3", False)
    assert code_of(signing_on.approving_here(here.counter, "80201", "3", True)) == "locked_out"


@pytest.mark.usefixtures("teller")
@pytest.mark.parametrize(
    ("jump", "code"), [({"hours": -3}, "jumped_back"), ({"days": 3}, "jumped_ahead")]
)
def test_a_clock_that_jumped_is_confirmed_before_work_begins(
    here: Standing, jump: dict[str, float], code: str
) -> None:
    here.clock.go(**jump)
    assert code_of(signing_on.signed_on(here.counter, "80231", "3", False)) == "password_wrong"
    assert code_of(signing_on.signed_on(here.counter, "80231", "3", True)) == code
    teller = signing_on.approving_here(here.counter, "80231", "3", True)
    assert isinstance(teller, Acting)
    confirmed = signing_on.confirm_clock(here.counter, teller)
    assert isinstance(confirmed, ClockView)
    assert confirmed.by == "staff/80231"
    assert isinstance(confirmed.confirmed, ClockJumpConfirmed)
    assert isinstance(signing_on.signed_on(here.counter, "80231", "3", True), SignedOnHere)
    assert code_of(signing_on.confirm_clock(here.counter, teller)) == "clock_is_good"


def test_a_clock_set_back_twice_is_asked_about_twice(here: Standing, teller: Acting) -> None:
    here.clock.go(hours=-3)
    signing_on.confirm_clock(here.counter, teller)
    here.clock.go(minutes=5)
    assert clock_to_confirm(here.counter) is None
    here.clock.go(hours=-1)
    assert code_of(clock_to_confirm(here.counter)) == "jumped_back"


def test_work_goes_on_behind_the_last_entry_and_times_never_fall(
    here: Standing, teller: Acting
) -> None:
    last = here.store.last_instant()
    here.clock.go(hours=-3)
    signing_on.confirm_clock(here.counter, teller)
    signing_on.signed_on(here.counter, "80231", "3", True)
    assert here.store.last_instant() == last


@pytest.mark.parametrize("jump", [{"hours": -3}, {"days": 3}])
def test_while_the_date_is_in_question_no_business_is_written_and_the_rest_goes_on(
    here: Standing, teller: Acting, jump: dict[str, float]
) -> None:
    done = on(here, "80231")
    assert isinstance(done, SignedOnHere)
    here.clock.go(**jump)
    refused = visiting.start_visit(here.counter, teller)
    assert code_of(refused) == code_of(clock_to_confirm(here.counter))
    assert "shown" in refused.params  # type: ignore[union-attr]
    wrong_password = signing_on.signed_on(here.counter, "80231", "3", False)
    assert code_of(wrong_password) == "password_wrong"
    assert isinstance(signing_on.lock(here.counter, teller, "key"), SpellView)
    before = here.fact_count()
    assert isinstance(signing_on.confirm_clock(here.counter, teller), ClockView)
    assert here.fact_count() == before + 1
    assert isinstance(visiting.start_visit(here.counter, teller), VisitView)
    assert isinstance(signing_on.unlock(here.counter, teller, True), SpellView)


def test_leaving_the_window_never_waits_for_a_right_date(here: Standing, teller: Acting) -> None:
    done = on(here, "80231")
    assert isinstance(done, SignedOnHere)
    work_states.set_work_state(here.counter, teller, WorkState.AT_CORE)
    here.clock.go(days=-2)
    ended = signing_on.sign_off(here.counter, teller, done.sign_on.subject)
    assert isinstance(ended, SignOnView)
    assert ended.until is not None


def test_a_clock_put_right_again_needs_nobody(here: Standing, teller: Acting) -> None:
    here.clock.go(hours=-3)
    assert code_of(visiting.start_visit(here.counter, teller)) == "jumped_back"
    here.clock.go(hours=3)
    assert isinstance(visiting.start_visit(here.counter, teller), VisitView)


def test_a_lock_that_falls_by_itself_hides_no_jump(here: Standing, teller: Acting) -> None:
    here.clock.go(days=3)
    locked = signing_on.lock(here.counter, teller, "idle")
    assert isinstance(locked, SpellView)
    assert code_of(signing_on.unlock(here.counter, teller, True)) == ("jumped_ahead")


@settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(tries=st.lists(st.booleans(), max_size=14))
def test_an_account_is_shut_exactly_after_five_in_a_row(here: Standing, tries: list[bool]) -> None:
    number = f"9{here.ids.fresh()[-6:]}"
    here.hire(number, Role.TELLER)
    in_a_row = 0
    for matched in tries:
        answer = on(here, number, matched=matched)
        if in_a_row == ATTEMPTS:
            assert code_of(answer) == "locked_out"
        elif matched:
            assert isinstance(answer, SignedOnHere)
            in_a_row = 0
        else:
            in_a_row += 1
            shut = in_a_row == ATTEMPTS
            assert code_of(answer) == ("locked_out" if shut else "password_wrong")


def test_refusals_are_the_terminals_word(here: Standing, teller: Acting) -> None:
    before = here.fact_count()
    wrong(here, teller.staff, 1)
    entry = here.store.entries_after(here.store.journal_id, before, 1)[0]
    assert (entry.actor, entry.kind) == ("terminal/03", SignOnRefused.KIND)
    assert account_view(here.counter, teller.staff).faults == ()
