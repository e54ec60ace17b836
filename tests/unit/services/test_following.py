"""Promises after the visit: whose, until when, and what is due now."""

import datetime as dt

import pytest

from counter_app.domain.roles import Role
from counter_app.journal.facts.presence import FollowUpReassigned
from counter_app.journal.folds.presence import FollowUpView
from counter_app.services import following, staffing
from counter_app.services.counter import Acting
from counter_app.services.following import PromiseTold
from counter_app.services.read_models import FollowUpLine
from tests.unit.services.standing import MORNING, Standing, code_of

TODAY = MORNING.date()


@pytest.fixture
def teller(here: Standing) -> Acting:
    return here.hire("80231", Role.TELLER)


def told(here: Standing, teller: Acting, **changes: object) -> PromiseTold:
    """A sound promise but for the changes."""
    sound = {
        "case": "case/1",
        "what": "电话告知结果",
        "due": TODAY + dt.timedelta(days=3),
        "staff": "80231",
        "post": "",
    }
    return PromiseTold(**(sound | changes))  # type: ignore[arg-type]


@pytest.fixture
def promised(here: Standing, teller: Acting) -> FollowUpView:
    here.begin_case(teller)
    view = following.promise(here.counter, teller, told(here, teller))
    assert isinstance(view, FollowUpView)
    return view


def test_a_promise_has_an_owner_and_a_post(promised: FollowUpView) -> None:
    assert promised.promise is not None
    assert promised.promise.case_number == "03A-0001"
    assert promised.promise.post == "柜员"
    assert promised.staff.value == "80231"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"case": "case/none"}, "unknown_case"),
        ({"what": " "}, "text_needed"),
        ({"due": TODAY - dt.timedelta(days=1)}, "due_in_the_past"),
        ({"staff": "9"}, "unknown_staff"),
    ],
)
def test_a_promise_told_badly_is_not_made(
    here: Standing, teller: Acting, changes: dict[str, object], code: str
) -> None:
    here.begin_case(teller)
    before = here.fact_count()
    answer = following.promise(here.counter, teller, told(here, teller, **changes))
    assert code_of(answer) == code
    assert here.fact_count() == before


def test_a_promise_is_kept_once_and_says_how(
    here: Standing, teller: Acting, promised: FollowUpView
) -> None:
    keep = following.keep_promise
    assert code_of(keep(here.counter, teller, promised.subject, "")) == "text_needed"
    done = keep(here.counter, teller, promised.subject, "已电话告知")
    assert isinstance(done, FollowUpView)
    assert done.result == "已电话告知"
    assert code_of(keep(here.counter, teller, promised.subject, "x")) == "follow_up_done"
    assert code_of(keep(here.counter, teller, "followup/none", "x")) == "unknown_follow_up"


def test_only_its_owner_or_a_supervisor_ends_or_passes_on_a_promise(
    here: Standing, teller: Acting, promised: FollowUpView
) -> None:
    other = here.hire("80232", Role.TELLER)
    supervisor = here.hire("80201", Role.SUPERVISOR)
    keep = following.keep_promise
    assert code_of(keep(here.counter, other, promised.subject, "x")) == "not_allowed"
    passed = following.reassign(here.counter, supervisor, promised.subject, "80232", "休假")
    assert isinstance(passed, FollowUpView)
    assert passed.staff.value == "80232"
    assert code_of(keep(here.counter, teller, promised.subject, "x")) == "not_allowed"
    assert isinstance(keep(here.counter, other, promised.subject, "x"), FollowUpView)


def test_a_promise_is_passed_to_somebody_who_is_here(
    here: Standing, teller: Acting, promised: FollowUpView
) -> None:
    here.hire("80232", Role.TELLER)
    staffing.close_account(here.counter, here.admin, "80232", "离职")
    pass_on = following.reassign
    assert code_of(pass_on(here.counter, teller, promised.subject, "80232", "x")) == (
        "account_left"
    )
    assert code_of(pass_on(here.counter, teller, promised.subject, "80001", " ")) == (
        "reason_needed"
    )
    before = here.fact_count()
    assert pass_on(here.counter, teller, promised.subject, "80231", "x") == promised
    assert here.fact_count() == before


def test_a_promise_with_two_owners_is_either_ones(
    here: Standing, teller: Acting, promised: FollowUpView
) -> None:
    other = here.hire("80232", Role.TELLER)
    here.write("staff/80201", (promised.subject, FollowUpReassigned(staff="80232", reason="x")))
    kept = following.keep_promise(here.counter, other, promised.subject, "x")
    assert isinstance(kept, FollowUpView)


def line(subject: str, due: str) -> FollowUpLine:
    """A promise in a list."""
    return FollowUpLine(f"followup/{subject}", "case/1", "03A-0001", "x", due, "80231", "柜员")


def test_what_is_due_is_reckoned_by_the_day_asked() -> None:
    lines = [line("1", "2026-11-23"), line("2", "2026-11-20"), line("3", "2026-11-24")]
    due = following.due_on(lines, TODAY)
    assert [(one.line.subject, one.overdue_days) for one in due] == [
        ("followup/2", 3),
        ("followup/1", 0),
    ]
    assert len(following.due_on(lines, TODAY + dt.timedelta(days=1))) == 3
