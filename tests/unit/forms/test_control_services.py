"""Services that change who controls an account: who may come, who is asked with care."""

import datetime as dt

import pytest

from counter_app.forms.run_state import Party, StepId
from tests.unit.forms.case_questions import (
    asked,
    beside,
    everything_said,
    needed,
    on_day,
    steps,
    way,
)
from tests.unit.forms.cases import (
    TODAY,
    adult,
    agent,
    child,
    gone_on,
    led_to,
    parent,
    runner_for,
    state_of,
)
from tests.unit.forms.control_cases import (
    ACCOMPANIED,
    AGENT,
    BY_RELATIVE,
    CODES,
    ELDER,
    GUARDIAN,
    OLD,
    RELATIVE_PAPERS,
    SELF_ONLY,
    SIXTY_TODAY,
    SIXTY_TOMORROW,
    cared,
    plain,
    undecided,
)


@pytest.mark.parametrize("code", CODES)
def test_a_plain_case_runs_to_its_end_and_says_nothing_unfilled(code: str) -> None:
    runner = runner_for(code)
    done = gone_on(runner.leave(led_to(runner, plain(code), StepId.COMPLETION)))
    assert done.completed_on == TODAY
    said = everything_said(runner, done)
    assert not [text for text in said if "＿" in text or "{" in text]
    assert runner.script(done, StepId.COMPLETION)


@pytest.mark.parametrize("code", CODES)
def test_a_plain_case_asks_little(code: str) -> None:
    """Few lines, and hardly a question that is not typed or answered beforehand."""
    runner, state = runner_for(code), plain(code)
    assert len(needed(code, state)) <= 4
    assert undecided(code, state) == set()
    untouched = state_of(adult())
    open_fields = [
        one
        for step in (StepId.NEED, StepId.DETAILS)
        for one in runner.fields(untouched, step)
        if one.required and not one.value
    ]
    assert len([one for one in open_fields if one.type in ("choice", "yes_no")]) <= 1
    assert len(open_fields) <= 4


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("parties", [(adult(),), AGENT, GUARDIAN])
def test_no_step_asks_more_than_a_page_holds(code: str, parties: tuple[Party, ...]) -> None:
    changed = {
        "direction": "raise_for_now",
        "number_owner": "family",
        "number_taken": "yes",
        "rest_same": "no",
        "change": "number",
        "balance_to": "other_person",
        "medium_kind": "passbook",
        "cause": "lost",
    }
    state = plain(code, *parties, **changed)
    for step in (StepId.NEED, StepId.DETAILS):
        assert len(asked(code, state, step)) <= 7, asked(code, state, step)


@pytest.mark.parametrize("code", CODES)
def test_what_goes_to_the_core_and_what_is_asked_about_is_there(code: str) -> None:
    found = beside(code, plain(code))
    assert found.sent_values
    assert 2 <= len(found.knowledge) <= 4


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("birth", "allowed"), [(dt.date(2010, 11, 23), True), (dt.date(2010, 11, 24), False)]
)
def test_from_sixteen_on_one_comes_oneself(code: str, birth: dt.date, allowed: bool) -> None:
    found = way(code, plain(code, adult(birth_date=birth)))
    assert found.allowed is allowed
    assert found.why is not None


@pytest.mark.parametrize("code", CODES)
def test_a_guardian_acts_for_a_child_and_shows_that_he_is_one(code: str) -> None:
    state = plain(code, *GUARDIAN, guardian_relation="minor")
    assert way(code, state).allowed is True
    assert {"holder_id", "guardian_id", "guardianship"} <= needed(code, state)
    assert "appointment" not in needed(code, state)
    assert "guardian_statement" in {one.id for one in beside(code, state).forms}
    grown = plain(
        code, parent(), child(birth_date=dt.date(2010, 11, 23)), guardian_relation="minor"
    )
    assert way(code, grown).allowed is False


@pytest.mark.parametrize("code", CODES)
def test_an_adults_guardian_shows_his_appointment(code: str) -> None:
    ward = child(birth_date=OLD, identity_kind="resident_id", valid_until=dt.date(2040, 1, 1))
    state = plain(code, parent(), ward, guardian_relation="adult_ward")
    assert way(code, state).allowed is True
    assert "appointment" in needed(code, state)
    assert "guardianship" not in needed(code, state)


@pytest.mark.parametrize("code", SELF_ONLY)
def test_no_agent_takes_control_and_a_lawful_way_is_told(code: str) -> None:
    assert way(code, plain(code, *AGENT)).allowed is False
    stopped = runner_for(code).leave(plain(code, *AGENT))
    assert isinstance(stopped, tuple)
    assert [one.code for one in stopped] == ["way_refused"]
    assert stopped[0].reason is not None
    spec = next(one for one in runner_for(code).procedure.spec.who if one.way == "agent")
    assert spec.instead is not None
    assert "上门" in spec.instead.zh


@pytest.mark.parametrize("code", BY_RELATIVE)
@pytest.mark.parametrize(
    ("relation", "birth", "allowed"),
    [
        ("spouse", dt.date(1978, 5, 12), True),
        ("child", dt.date(2008, 11, 23), True),
        ("child", dt.date(2008, 11, 24), False),
        ("parent", OLD, True),
        ("other", dt.date(1978, 5, 12), False),
    ],
)
def test_only_a_near_relative_of_age_acts_for_one_who_cannot_come(
    code: str, relation: str, birth: dt.date, allowed: bool
) -> None:
    state = plain(
        code,
        adult(present=False),
        agent(birth_date=birth),
        agent_relation=relation,
        agent_basis="hardship",
    )
    assert way(code, state).allowed is allowed
    assert needed(code, state) >= RELATIVE_PAPERS
    assert "authority_form" in {one.id for one in beside(code, state).forms}
    assert not cared(code, state)


def test_a_notarised_authority_closes_an_account_without_kinship() -> None:
    state = plain("GRXH", *AGENT, agent_basis="notarised")
    assert way("GRXH", state).allowed is True
    assert needed("GRXH", state) == {
        "holder_id",
        "nothing_open",
        "old_medium",
        "agent_id",
        "notarised_authority",
    }
    assert "authority_form" not in {one.id for one in beside("GRXH", state).forms}


@pytest.mark.parametrize(
    ("day", "called"),
    [
        (dt.date(2026, 11, 23), dt.date(2026, 11, 24)),
        (dt.date(2026, 11, 27), dt.date(2026, 11, 30)),
        (dt.date(2026, 9, 30), dt.date(2026, 10, 8)),
    ],
)
def test_the_holder_is_called_on_the_next_working_day(day: dt.date, called: dt.date) -> None:
    state = on_day(plain("MMCZ", *AGENT, agent_relation="child"), day)
    step = steps("MMCZ", state)["call_back"]
    assert (step.day, step.actor) == (called, "branch")
    assert step.follow_up is not None
    assert "call_back" not in steps("MMCZ", plain("MMCZ"))


@pytest.mark.parametrize(
    ("code", "values", "parties", "care"),
    [
        ("MMCZ", {}, (adult(),), False),
        ("MMCZ", {"matter": "leaked"}, (adult(),), True),
        ("MMCZ", {}, ACCOMPANIED, True),
        ("MMCZ", {}, (adult(birth_date=SIXTY_TODAY),), True),
        ("MMCZ", {}, (adult(birth_date=SIXTY_TOMORROW),), False),
        ("SJHBG", {}, (adult(),), False),
        ("SJHBG", {"old_reachable": "no"}, (adult(),), True),
        ("SJHBG", {"number_taken": "yes"}, (adult(),), True),
        ("SJHBG", {}, (ELDER,), True),
        ("SJHBG", {"number_owner": "no_number"}, (ELDER,), False),
        ("SJYH", {}, (adult(),), True),
        ("SJYH", {"action": "new_device"}, (adult(),), True),
        ("SJYH", {"action": "end"}, (ELDER,), False),
        ("XXGX", {}, (ELDER,), False),
        ("XXGX", {"change": "number"}, (adult(),), False),
        ("XXGX", {"change": "number"}, (ELDER,), True),
        ("FGMXE", {}, (ELDER,), False),
        ("FGMXE", {"direction": "raise"}, (adult(),), True),
        ("GRXH", {}, (adult(),), False),
        ("GRXH", {"balance_to": "other_person"}, (adult(),), True),
        ("GRXH", {"balance_to": "nothing"}, (ELDER,), True),
        ("BHK", {"cause": "expired"}, (ELDER,), False),
        ("BHK", {"cause": "lost"}, (ELDER,), True),
        ("CXGS", {}, (adult(),), False),
        ("CXGS", {"stolen": "yes"}, (adult(),), True),
    ],
)
def test_care_is_asked_where_control_may_pass_to_another(
    code: str, values: dict[str, str], parties: tuple[Party, ...], care: bool
) -> None:
    found = beside(code, plain(code, *parties, **values))
    assert (found.care is not None) is care
    if found.care is not None:
        assert found.care.notice in {one.id for one in found.forms}
        assert len(found.care.questions) in (2, 3)


def test_whether_the_payee_is_known_is_asked_only_where_there_is_one() -> None:
    to_other = beside("GRXH", plain("GRXH", balance_to="other_person")).care
    to_self = beside("GRXH", plain("GRXH", ELDER)).care
    assert to_other is not None
    assert to_self is not None
    assert [one.id for one in to_other.questions] == ["told_to_close", "known", "directed"]
    assert [one.id for one in to_self.questions] == ["told_to_close", "directed"]
