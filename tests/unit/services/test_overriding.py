"""Approvals: another person, with the right, today, for one named thing; judged again by folds."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain.roles import Right, Role
from counter_app.journal.facts.case import ApprovalQuoted, CaseCancelled, CaseCompleted
from counter_app.journal.facts.people import OverrideGranted, OverrideRefused, OverrideRequested
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.people import OverrideView
from counter_app.services import noting, overriding, publishing, staffing
from counter_app.services.counter import Acting
from counter_app.services.handling_results import OverrideNeeded
from tests.unit.services.standing import Standing, code_of, shipped_versions

DEFERRAL = OverrideNeeded("deferral", "proof@p1", ("补交居住证明", "11010119900307002X"))


@dataclasses.dataclass
class Matter:
    """A teller's case with an approval asked for, and a supervisor."""

    here: Standing
    teller: Acting
    supervisor: Acting
    case: str
    override: str

    def view(self) -> OverrideView:
        """The approval as it stands."""
        return overriding.override_view(self.here.counter, self.override)

    def case_view(self) -> CaseView:
        """The case as it stands."""
        view = self.here.store.view(self.case)
        assert isinstance(view, CaseView)
        return view

    def grant(self, approver: Acting, comment: str = "已核实") -> object:
        """The approver says yes."""
        return overriding.grant_here(self.here.counter, approver, self.override, comment)


@pytest.fixture
def matter(here: Standing) -> Matter:
    teller = here.hire("80231", Role.TELLER)
    supervisor = here.hire("80201", Role.SUPERVISOR, name="陈亮")
    case = here.begin_case(teller)
    asked = overriding.request(here.counter, teller, case, DEFERRAL, "客户明日补交")
    assert isinstance(asked, OverrideView)
    return Matter(here, teller, supervisor, case, asked.subject)


def test_an_approval_is_asked_for_with_its_evidence_masked(matter: Matter) -> None:
    asked = matter.view().requested
    assert asked is not None
    assert asked.about == "case/1#proof@p1"
    assert asked.evidence == ("补交居住证明", "110***********002X")
    assert (asked.requester, asked.requester_person) == ("80231", matter.teller.person)
    assert matter.view().state == "asked"


def test_another_person_with_the_right_approves_and_the_case_quotes_it(matter: Matter) -> None:
    granted = matter.grant(matter.supervisor)
    assert isinstance(granted, OverrideView)
    assert granted.state == "granted"
    assert granted.faults == ()
    assert matter.here.history(matter.override)[-1].entry.actor == "staff/80201"
    quoted = overriding.quote_in_case(
        matter.here.counter, matter.teller, matter.case_view(), matter.override
    )
    assert isinstance(quoted, CaseView)
    (approval,) = quoted.approvals
    assert (approval.matter, approval.item) == ("deferral", "proof@p1")
    assert approval.right_entry == matter.supervisor.right_entry(Right.APPROVE)
    again = overriding.quote_in_case(matter.here.counter, matter.teller, quoted, matter.override)
    assert again == quoted


def test_who_says_no_says_why(matter: Matter) -> None:
    counter = matter.here.counter
    silent = overriding.refuse_here(counter, matter.supervisor, matter.override, " ")
    assert code_of(silent) == "reason_needed"
    refused = overriding.refuse_here(counter, matter.supervisor, matter.override, "材料不符")
    assert isinstance(refused, OverrideView)
    assert refused.state == "refused"
    assert code_of(matter.grant(matter.supervisor)) == "answered_already"
    assert code_of(overriding.quote(counter, matter.case_view(), matter.override)) == (
        "not_granted"
    )


def test_nobody_approves_what_he_asked_for(here: Standing) -> None:
    both = here.hire("80231", Role.TELLER, Role.SUPERVISOR)
    case = here.begin_case(both)
    asked = overriding.request(here.counter, both, case, DEFERRAL)
    assert isinstance(asked, OverrideView)
    answer = overriding.grant_here(here.counter, both, asked.subject)
    assert code_of(answer) == "approver_is_requester"
    refusing = overriding.refuse_here(here.counter, both, asked.subject, "x")
    assert code_of(refusing) == "approver_is_requester"


def test_a_second_account_makes_no_second_person(matter: Matter) -> None:
    second = matter.here.hire("80299", Role.SUPERVISOR, person=matter.teller.person)
    assert code_of(matter.grant(second)) == "approver_is_requester"
    pretending = dataclasses.replace(second, person="person/somebody-else")
    assert code_of(matter.grant(pretending)) == "approver_is_requester"


def test_a_request_that_names_another_person_helps_nobody(matter: Matter) -> None:
    """The fact states a stranger as maker; the account says who it was."""
    second = matter.here.hire("80299", Role.SUPERVISOR, person=matter.teller.person)
    forged = OverrideRequested(
        matter="deferral",
        about=matter.case,
        right="approve",
        requester="80231",
        requester_person="person/stranger",
    )
    matter.here.write("staff/80231", ("override/forged", forged))
    answer = overriding.grant_here(matter.here.counter, second, "override/forged")
    assert code_of(answer) == "approver_is_requester"


def test_who_worked_on_the_case_does_not_approve_in_it(here: Standing) -> None:
    maker = here.hire("80231", Role.TELLER, Role.SUPERVISOR)
    colleague = here.hire("80232", Role.TELLER)
    case = here.begin_case(maker)
    asked = overriding.request(here.counter, colleague, case, DEFERRAL)
    assert isinstance(asked, OverrideView)
    answer = overriding.grant_here(here.counter, maker, asked.subject)
    assert code_of(answer) == "approver_is_requester"


def test_a_supervisors_remark_makes_no_maker(matter: Matter) -> None:
    noting.note(matter.here.counter, matter.supervisor, matter.case, "已看")
    assert isinstance(matter.grant(matter.supervisor), OverrideView)


def test_a_right_that_has_ended_approves_nothing(matter: Matter) -> None:
    staffing.set_roles(matter.here.counter, matter.here.admin, "80201", ())
    assert code_of(matter.grant(matter.supervisor)) == "not_allowed"


def test_who_has_left_approves_nothing(matter: Matter) -> None:
    staffing.close_account(matter.here.counter, matter.here.admin, "80201", "离职")
    assert code_of(matter.grant(matter.supervisor)) == "account_closed"


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.SUPERVISOR])
def test_only_a_supervisor_approves(matter: Matter, role: Role) -> None:
    other = matter.here.hire("80300", role)
    assert code_of(matter.grant(other)) == "not_allowed"


def test_who_gave_rights_today_approves_tomorrow(matter: Matter) -> None:
    both = matter.here.hire("80005", Role.ADMINISTRATOR, Role.SUPERVISOR)
    told = staffing.AccountTold("80240", "李强", "柜员")
    staffing.register(matter.here.counter, both, told)
    assert code_of(matter.grant(both)) == "duties_apart_on_a_day"
    matter.here.clock.go(days=1)
    assert isinstance(matter.grant(both), OverrideView)


def test_who_published_today_under_another_account_approves_tomorrow(matter: Matter) -> None:
    here = matter.here
    publisher = here.hire("80005", Role.ADMINISTRATOR)
    second = here.hire("80006", Role.SUPERVISOR, person=publisher.person)
    publishing.publish(here.counter, publisher, shipped_versions(), here.counter.today())
    assert code_of(matter.grant(second)) == "duties_apart_on_a_day"


def test_ones_own_new_password_is_no_administration(matter: Matter) -> None:
    staffing.change_password(matter.here.counter, matter.supervisor, "v")
    assert isinstance(matter.grant(matter.supervisor), OverrideView)


def test_an_approval_serves_the_case_it_was_given_for(matter: Matter) -> None:
    matter.grant(matter.supervisor)
    counter = matter.here.counter
    other = matter.here.begin_case(matter.teller, "2")
    view = matter.here.store.view(other)
    assert isinstance(view, CaseView)
    assert code_of(overriding.quote(counter, view, matter.override)) == "granted_for_another_case"
    assert code_of(overriding.quote(counter, view, "override/none")) == "not_asked"
    colleague = matter.here.hire("80232", Role.TELLER)
    taken = overriding.quote_in_case(counter, colleague, matter.case_view(), matter.override)
    assert code_of(taken) == "asked_by_another"


def test_what_may_not_be_asked_for_is_not(matter: Matter) -> None:
    counter, lobby = matter.here.counter, matter.here.hire("80210", Role.LOBBY_MANAGER)
    assert code_of(overriding.request(counter, lobby, matter.case, DEFERRAL)) == "not_allowed"
    reprint = OverrideNeeded("late_reprint", "03A-0001-R1", ())
    assert isinstance(overriding.request(counter, lobby, matter.case, reprint), OverrideView)
    attempts = OverrideNeeded("attempts", None, ())
    answer = overriding.request(counter, matter.teller, matter.case, attempts)
    assert code_of(answer) == "unknown_matter"
    missing = overriding.request(counter, matter.teller, "case/none", DEFERRAL)
    assert code_of(missing) == "unknown_case"


def granted(**changes: str) -> OverrideGranted:
    """A grant as a forger would write it, sound but for the changes."""
    sound = {
        "approver": "80201",
        "approver_person": "person/sound",
        "right": "approve",
        "right_entry": "entry",
    }
    return OverrideGranted(**(sound | changes))


@pytest.mark.parametrize(
    ("actor", "changes", "fault"),
    [
        ("staff/80231", {"approver": "80231"}, "approved_own"),
        ("staff/80201", {"approver_person": "THE TELLER"}, "approved_own"),
        ("staff/80231", {}, "approved_for_another"),
        ("terminal/03", {}, "approved_for_another"),
        ("staff/80201", {"right": "serve"}, "approved_without_right"),
        ("staff/80201", {"right_entry": ""}, "approved_without_right"),
    ],
)
def test_a_forged_grant_has_no_effect_and_is_a_fault(
    matter: Matter, actor: str, changes: dict[str, str], fault: str
) -> None:
    person = matter.teller.person
    named = {key: person if it == "THE TELLER" else it for key, it in changes.items()}
    matter.here.write(actor, (matter.override, granted(**named)))
    view = matter.view()
    assert view.state == "asked"
    assert [one.code for one in view.faults] == [fault]
    answer = overriding.quote(matter.here.counter, matter.case_view(), matter.override)
    assert code_of(answer) == "not_granted"
    assert isinstance(matter.grant(matter.supervisor), OverrideView), "a true one still can"


def test_a_grant_for_nothing_asked_is_a_fault(matter: Matter) -> None:
    matter.here.write("staff/80201", ("override/x", granted()))
    view = overriding.override_view(matter.here.counter, "override/x")
    assert (view.granted, [one.code for one in view.faults]) == (None, ["not_asked"])


def test_what_is_refused_is_not_granted_after(matter: Matter) -> None:
    no = OverrideRefused(approver="80201", approver_person="p", comment="x")
    matter.here.write("staff/80201", (matter.override, no), (matter.override, granted()))
    assert matter.view().state == "refused"
    assert [one.code for one in matter.view().faults] == ["answered_twice"]


def test_a_forged_quotation_opens_nothing_in_the_case(matter: Matter) -> None:
    own = ApprovalQuoted(
        override=matter.override,
        matter="cancel_completed",
        right="approve",
        requester="80231",
        requester_person=matter.teller.person,
        approver="80201",
        approver_person=matter.teller.person,
        right_entry="x",
    )
    matter.here.write(
        "staff/80231",
        (matter.case, CaseCompleted(outcome="done", next_steps=())),
        (matter.case, own),
        (matter.case, CaseCancelled(reason="x", override=matter.override)),
    )
    view = matter.case_view()
    assert (view.state, view.approvals) == ("completed", ())
    assert [one.code for one in view.faults] == ["approved_own", "cancelled_without_approval"]


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.data())
def test_by_no_path_does_a_person_approve_the_own_matter(
    here: Standing, data: st.DataObject
) -> None:
    """Persons with one or two accounts and any roles; whoever asks, whoever signs."""
    roles = st.lists(st.sampled_from([Role.TELLER, Role.SUPERVISOR]), min_size=1, unique=True)
    accounts: list[Acting] = []
    for _person in range(2):
        person = None
        for _ in range(data.draw(st.integers(1, 2))):
            number = here.ids.fresh()[-9:]
            acting = here.hire(number, *data.draw(roles), person=person)
            person = acting.person
            accounts.append(acting)
    asker = data.draw(st.sampled_from(accounts))
    signer = data.draw(st.sampled_from(accounts))
    case = f"case/{here.ids.fresh()}"
    here.write(asker.actor, (case, CaseCancelled(reason="x")))
    asked = overriding.request(here.counter, asker, case, DEFERRAL)
    if not asker.may(Right.SERVE):
        assert code_of(asked) == "not_allowed"
        return
    assert isinstance(asked, OverrideView)
    answer = overriding.grant_here(here.counter, signer, asked.subject)
    taken = isinstance(answer, OverrideView)
    assert taken == (signer.person != asker.person and signer.may(Right.APPROVE))
    assert overriding.override_view(here.counter, asked.subject).faults == ()
