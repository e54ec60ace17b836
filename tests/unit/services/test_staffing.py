"""Accounts and roles: an administrator's work, judged over persons, never without a last one."""

import pytest

from counter_app.domain.roles import Role
from counter_app.journal.facts.people import RoleGranted
from counter_app.journal.folds.people import StaffView
from counter_app.services import publishing, signing_on, staffing
from counter_app.services.accounts import ATTEMPTS, roles_of
from counter_app.services.signing_on import SignedOnHere
from counter_app.services.staffing import AccountTold
from tests.unit.services.standing import Standing, code_of, shipped_versions


def test_an_account_is_registered_with_roles_that_name_who_gave_them(here: Standing) -> None:
    told = AccountTold("80231", " 王敏 ", "柜员", (Role.TELLER, Role.TRAINER))
    view = staffing.register(here.counter, here.admin, told)
    assert isinstance(view, StaffView)
    assert (view.name, view.post, view.password_set) == ("王敏", "柜员", False)
    assert [one.role for one in view.roles] == ["teller", "trainer"]
    granted = [one.fact for one in here.history("staff/80231") if one.entry.kind == "role_granted"]
    right_entry = here.admin.roles[0].entry
    assert {one.right_entry for one in granted if isinstance(one, RoleGranted)} == {right_entry}


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (AccountTold("80231 ", "王敏", "柜员"), "staff_number_shape"),
        (AccountTold("80001", "王敏", "柜员"), "staff_number_taken"),
        (AccountTold("80231", " ", "柜员"), "name_empty"),
        (AccountTold("80231", "王敏", "柜员", person="person/x"), "unknown_person"),
        (AccountTold("80231", "王敏", "柜员", (Role.AUDITOR, Role.TELLER)), "roles_conflict"),
    ],
)
def test_an_account_told_badly_is_not_opened(here: Standing, told: AccountTold, code: str) -> None:
    before = here.fact_count()
    assert code_of(staffing.register(here.counter, here.admin, told)) == code
    assert here.fact_count() == before


def test_duties_are_judged_over_all_accounts_of_a_person(here: Standing) -> None:
    teller = here.hire("80231", Role.TELLER)
    second = AccountTold("80232", "王敏", "审计", (Role.AUDITOR,), teller.person)
    assert code_of(staffing.register(here.counter, here.admin, second)) == "roles_conflict"
    here.hire("80232", Role.TRAINER, person=teller.person)
    answer = staffing.set_roles(here.counter, here.admin, "80232", {Role.AUDITOR})
    assert code_of(answer) == "roles_conflict"
    assert roles_of(here.counter, teller.person) == {Role.TELLER, Role.TRAINER}


def test_a_role_that_has_ended_gives_no_right(here: Standing) -> None:
    second = here.hire("80003", Role.ADMINISTRATOR)
    told = AccountTold("80231", "王敏", "柜员")
    staffing.set_roles(here.counter, here.admin, "80003", ())
    assert code_of(staffing.register(here.counter, second, told)) == "not_allowed"


def test_roles_are_set_as_told_and_only_what_changed_is_written(here: Standing) -> None:
    here.hire("80231", Role.TELLER)
    before = here.fact_count()
    staffing.set_roles(here.counter, here.admin, "80231", {Role.TELLER})
    assert here.fact_count() == before
    staffing.set_roles(here.counter, here.admin, "80231", {Role.TRAINER, Role.LOBBY_MANAGER})
    assert here.kinds("staff/80231")[-3:] == ["role_ended", "role_granted", "role_granted"]
    assert roles_of(here.counter, here.acting("80231").person) == {
        Role.TRAINER,
        Role.LOBBY_MANAGER,
    }


def test_an_auditor_becomes_a_teller_in_one_step(here: Standing) -> None:
    here.hire("80002", Role.AUDITOR)
    both = staffing.set_roles(here.counter, here.admin, "80002", {Role.AUDITOR, Role.TELLER})
    assert code_of(both) == "roles_conflict"
    changed = staffing.set_roles(here.counter, here.admin, "80002", {Role.TELLER})
    assert isinstance(changed, StaffView)
    assert [one.role for one in changed.roles] == ["teller"]


def test_a_given_password_is_changed_before_anything_else(here: Standing) -> None:
    first = AccountTold("80201", "周岚", "主管", (Role.SUPERVISOR,), verifier="given")
    staffing.register(here.counter, here.admin, first)
    here.hire("80231", Role.TELLER)
    assert here.verifiers.get("80201") == "given"
    done = signing_on.signed_on(here.counter, "80201", "3", True)
    assert isinstance(done, SignedOnHere)
    assert done.password_given
    forgiven = signing_on.forgive_attempts(here.counter, done.acting, "80231")
    assert code_of(forgiven) == "password_to_change"
    staffing.change_password(here.counter, done.acting, "own")
    forgiven = signing_on.forgive_attempts(here.counter, done.acting, "80231")
    assert isinstance(forgiven, StaffView)
    again = signing_on.signed_on(here.counter, "80201", "3", True)
    assert isinstance(again, SignedOnHere)
    assert not again.password_given


def test_a_new_password_from_an_administrator_ends_a_lock_out(here: Standing) -> None:
    here.hire("80231", Role.TELLER)
    for _ in range(ATTEMPTS):
        here.clock.go(seconds=1)
        signing_on.signed_on(here.counter, "80231", "3", False)
    assert states(here)["80231"] == "locked_out"
    here.clock.go(seconds=1)
    staffing.reset_password(here.counter, here.admin, "80231", "v")
    assert states(here)["80231"] == "given"
    assert isinstance(signing_on.signed_on(here.counter, "80231", "3", True), SignedOnHere)


def test_an_administrator_looks_over_all_accounts(here: Standing) -> None:
    here.hire("80231", Role.TELLER)
    staffing.register(here.counter, here.admin, AccountTold("80240", "李强", "柜员"))
    here.hire("80100", Role.TELLER, name="吴芳")
    staffing.close_account(here.counter, here.admin, "80100", "离职")
    assert states(here) == {
        "80001": "good",
        "80231": "good",
        "80240": "no_password",
        "80100": "left",
    }
    assert code_of(staffing.accounts(here.counter, here.acting("80231"))) == "not_allowed"


def states(here: Standing) -> dict[str, str]:
    lines = staffing.accounts(here.counter, here.admin)
    assert isinstance(lines, tuple)
    return {one.number: one.state for one in lines}


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.ADMINISTRATOR])
def test_only_an_administrator_manages_staff(here: Standing, role: Role) -> None:
    acting = here.hire("80231", role)
    told = AccountTold("80240", "李强", "柜员")
    assert code_of(staffing.register(here.counter, acting, told)) == "not_allowed"
    assert code_of(staffing.set_roles(here.counter, acting, "80231", {Role.SUPERVISOR})) == (
        "not_allowed"
    )
    assert code_of(staffing.reset_password(here.counter, acting, "80001", "v")) == "not_allowed"
    assert code_of(staffing.close_account(here.counter, acting, "80001", "x")) == "not_allowed"


def test_the_last_administrator_cannot_be_removed(here: Standing) -> None:
    ended = staffing.set_roles(here.counter, here.admin, "80001", ())
    assert code_of(ended) == "last_administrator"
    told = AccountTold("80003", "李强", "系统管理员", (Role.ADMINISTRATOR,))
    staffing.register(here.counter, here.admin, told)
    closed = staffing.close_account(here.counter, here.admin, "80001", "退休")
    assert code_of(closed) == "last_administrator", "who has no password cannot stand in"
    staffing.reset_password(here.counter, here.admin, "80003", "v")
    closed = staffing.close_account(here.counter, here.admin, "80001", "退休")
    assert isinstance(closed, StaffView)
    assert closed.left
    staffing.change_password(here.counter, here.acting("80003"), "own")
    left = staffing.close_account(here.counter, here.acting("80003"), "80003", "退休")
    assert code_of(left) == "last_administrator"


def test_a_closed_account_is_no_longer_managed(here: Standing) -> None:
    here.hire("80231", Role.TELLER)
    assert code_of(staffing.close_account(here.counter, here.admin, "80231", " ")) == (
        "reason_needed"
    )
    staffing.close_account(here.counter, here.admin, "80231", "离职")
    answer = staffing.set_roles(here.counter, here.admin, "80231", {Role.TELLER})
    assert code_of(answer) == "account_left"
    assert code_of(staffing.set_roles(here.counter, here.admin, "9", {Role.TELLER})) == (
        "unknown_staff"
    )


def test_a_password_is_set_in_the_commit_of_its_fact(here: Standing) -> None:
    teller = here.hire("80231", Role.TELLER)
    assert here.verifiers.get("80231") == "verifier of 80231"
    staffing.change_password(here.counter, teller, "own")
    assert here.verifiers.get("80231") == "own"
    last = here.history("staff/80231")[-1]
    assert (last.entry.kind, last.entry.actor) == ("password_set", "staff/80231")
    assert "own" not in (last.entry.body or "")
    own = staffing.reset_password(here.counter, here.admin, "80001", "x")
    assert code_of(own) == "own_password_is_changed"


def test_a_verifier_is_not_kept_when_its_fact_is_refused(here: Standing) -> None:
    here.hire("80231", Role.TELLER)
    here.hire("80201", Role.SUPERVISOR)
    answer = staffing.reset_password(here.counter, here.acting("80201"), "80231", "stolen")
    assert code_of(answer) == "not_allowed"
    assert here.verifiers.get("80231") == "verifier of 80231"


def test_who_approved_today_administers_tomorrow(here: Standing) -> None:
    both = here.hire("80005", Role.ADMINISTRATOR, Role.SUPERVISOR)
    here.hire("80231", Role.TELLER)
    here.clock.go(days=1)
    forgiven = signing_on.forgive_attempts(here.counter, both, "80231")
    assert isinstance(forgiven, StaffView)
    told = AccountTold("80240", "李强", "柜员")
    assert code_of(staffing.register(here.counter, both, told)) == "duties_apart_on_a_day"
    published = publishing.publish(here.counter, both, shipped_versions(), here.counter.today())
    assert code_of(published) == "duties_apart_on_a_day"
    assert isinstance(staffing.change_password(here.counter, both, "v"), StaffView)
    here.clock.go(days=1)
    assert isinstance(staffing.register(here.counter, both, told), StaffView)
