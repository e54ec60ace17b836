"""Roles: who may what, and what one person must not join; every pair tried."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import (
    INCOMPATIBLE,
    RIGHTS,
    ROLE_NAMES,
    Duty,
    Right,
    Role,
    Within,
    apart_in_one_matter,
    approval_refusal,
    conflict,
    conflict_on_day,
    may,
    may_approve,
    rights_of,
)

role_sets = st.frozensets(st.sampled_from(Role))


def test_every_role_has_rights_and_a_name() -> None:
    assert set(RIGHTS) == set(ROLE_NAMES) == set(Role)
    for role in Role:
        assert role.label.zh
        assert role.label.en
        assert {Right.SEARCH, Right.SEE_OWN_PROFILE} <= RIGHTS[role]


def test_every_right_belongs_to_a_role() -> None:
    assert rights_of(Role) == set(Right)


@pytest.mark.parametrize(
    ("right", "holders"),
    [
        (Right.SERVE, {Role.TELLER}),
        (Right.APPROVE, {Role.SUPERVISOR}),
        (Right.SIGN_OFF_DAY, {Role.SUPERVISOR}),
        (Right.TAKE_OVER, {Role.SUPERVISOR}),
        (Right.SEE_DAY_LOG, {Role.SUPERVISOR, Role.AUDITOR}),
        (Right.HANDLE_COMPLAINT, {Role.COMPLAINT_OFFICER}),
        (Right.SELL_PRODUCT, {Role.WEALTH_MANAGER}),
        (Right.MANAGE_STAFF, {Role.ADMINISTRATOR}),
        (Right.PUBLISH_CONTENT, {Role.ADMINISTRATOR}),
        (Right.READ_EVERYTHING, {Role.AUDITOR}),
    ],
)
def test_who_holds_a_right(right: Right, holders: set[Role]) -> None:
    assert {role for role in Role if may([role], right)} == holders


def test_the_auditor_changes_nothing() -> None:
    assert RIGHTS[Role.AUDITOR] == {
        Right.SEARCH,
        Right.SEE_OWN_PROFILE,
        Right.SEE_DAY_LOG,
        Right.READ_EVERYTHING,
        Right.READ_RESTRICTED,
        Right.VERIFY,
        Right.EXPORT,
    }


@given(role_sets, st.sampled_from(Right))
def test_rights_add_up(roles: frozenset[Role], right: Right) -> None:
    assert may(roles, right) == any(right in RIGHTS[role] for role in roles)


def test_only_the_auditor_excludes_every_other_role() -> None:
    for pair in combinations(Role, 2):
        assert (conflict(pair) is not None) == (Role.AUDITOR in pair), pair


def test_who_gives_rights_does_not_use_a_supervisors_that_day() -> None:
    pair = [Role.ADMINISTRATOR, Role.SUPERVISOR]
    assert conflict(pair) is None
    found = conflict_on_day(pair)
    assert found is not None
    assert found.within is Within.SAME_DAY
    assert conflict_on_day([Role.SUPERVISOR, Role.TELLER, Role.COMPLAINT_OFFICER]) is None
    assert conflict_on_day([Role.AUDITOR, Role.TELLER]) is not None


@given(role_sets)
def test_what_conflicts_always_conflicts_on_a_day(roles: frozenset[Role]) -> None:
    if conflict(roles):
        assert conflict_on_day(roles) is not None
    if len(roles) < 2:
        assert conflict_on_day(roles) is None


def test_duties_that_two_persons_must_have() -> None:
    apart = {
        frozenset(pair) for pair in product(Duty, Duty) if apart_in_one_matter(pair[0], pair[1])
    }
    assert apart == {
        frozenset({Duty.MAKER, Duty.APPROVER}),
        frozenset({Duty.COMPLAINT_CONCERNED, Duty.COMPLAINT_HANDLER}),
        frozenset({Duty.CANDIDATE, Duty.EXAMINER}),
        frozenset({Duty.ANSWERED_FOR_CUSTOMER, Duty.ASSESSOR}),
    }


def test_every_incompatibility_says_why() -> None:
    for rule in INCOMPATIBLE:
        assert rule.reason.zh
        assert rule.reason.en
        assert rule.first != rule.second


@given(role_sets)
def test_nobody_approves_what_he_asked_for(roles: frozenset[Role]) -> None:
    assert approval_refusal("person/1", "person/1", roles) == Refusal("approver_is_requester")


@pytest.mark.parametrize(
    ("roles", "code"),
    [
        ([Role.SUPERVISOR], None),
        ([Role.SUPERVISOR, Role.TELLER], None),
        ([Role.TELLER], "approver_without_right"),
        ([], "approver_without_right"),
        ([Role.ADMINISTRATOR], "approver_without_right"),
        ([Role.SUPERVISOR, Role.AUDITOR], "approver_roles_conflict"),
    ],
)
def test_who_may_approve_for_another(roles: list[Role], code: str | None) -> None:
    answer = approval_refusal("person/2", "person/1", roles)
    assert (answer.code if answer else None) == code
    assert may_approve("person/2", "person/1", roles) == (code is None)
