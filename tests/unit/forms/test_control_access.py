"""Password, phone number, mobile banking and identity details: what is needed, when it falls."""

import datetime as dt

import pytest

from counter_app.forms.run_state import Party, StepId
from counter_app.forms.run_views import Standing
from tests.unit.forms.case_questions import asked, beside, line, needed, on_day, steps
from tests.unit.forms.cases import TODAY, adult, runner_for
from tests.unit.forms.control_cases import (
    AGENT,
    ELDER,
    GUARDIAN,
    SIXTY_TODAY,
    SIXTY_TOMORROW,
    papers,
    plain,
    rows,
    said,
    standing,
    undecided,
)


@pytest.mark.parametrize(
    ("matter", "next_ones", "printed"),
    [
        ("forgotten", {"app_too"}, ["R", "M", "V"]),
        ("locked", set(), ["R", "M", "V"]),
        ("leaked", {"app_too", "check_use"}, ["R", "N", "M", "V"]),
    ],
)
def test_what_a_password_matter_brings(
    matter: str, next_ones: set[str], printed: list[str]
) -> None:
    state = plain("MMCZ", matter=matter)
    assert set(steps("MMCZ", state)) == next_ones
    assert papers("MMCZ", state) == printed
    assert ("新密码" in said("MMCZ", state, StepId.CORE)) is (matter != "locked")


def test_the_id_finds_the_account_for_the_holder_but_not_for_a_relative() -> None:
    mine = line("MMCZ", plain("MMCZ"), "medium")
    relatives = line("MMCZ", plain("MMCZ", *AGENT, agent_relation="child"), "medium")
    assert [one.id for one in mine.alternatives] == ["id_lookup"]
    assert relatives.alternatives == ()


@pytest.mark.parametrize(
    ("values", "lines_needed"),
    [
        ({}, {"holder_id", "medium", "phone_in_hand"}),
        ({"old_reachable": "no"}, {"holder_id", "medium", "phone_in_hand", "other_check"}),
        ({"number_taken": "yes"}, {"holder_id", "medium", "phone_in_hand", "shared_statement"}),
        ({"number_owner": "family"}, {"holder_id", "medium", "phone_in_hand", "shared_statement"}),
        ({"number_owner": "no_number"}, {"holder_id", "medium"}),
    ],
)
def test_what_a_new_number_asks_for(values: dict[str, str], lines_needed: set[str]) -> None:
    state = plain("SJHBG", **values)
    assert needed("SJHBG", state) == lines_needed
    assert undecided("SJHBG", state) == set()


@pytest.mark.parametrize(
    ("parties", "found"),
    [
        ((adult(birth_date=SIXTY_TODAY),), Standing.IN_HAND),
        ((adult(birth_date=SIXTY_TOMORROW),), Standing.NOT_ACCEPTED),
        (GUARDIAN, Standing.IN_HAND),
    ],
)
def test_a_relatives_number_is_for_the_elderly_and_children(
    parties: tuple[Party, ...], found: Standing
) -> None:
    state = plain("SJHBG", *parties, number_owner="family", guardian_relation="minor")
    assert standing("SJHBG", state, "phone_in_hand") is found


def test_without_the_old_number_limits_wait_a_day_and_the_branch_looks() -> None:
    came = steps("SJHBG", plain("SJHBG", old_reachable="no"))
    assert came["limits_again"].day == dt.date(2026, 11, 24)
    assert (came["tell_old"].day, came["tell_old"].actor) == (TODAY, "branch")
    assert came["tell_old"].follow_up is not None
    assert "limits_again" not in steps("SJHBG", plain("SJHBG"))
    told = said("SJHBG", plain("SJHBG", old_reachable="no"), StepId.COMPLETION)
    assert "2026年11月24日" in told


def test_a_number_is_read_back_masked_and_none_is_told_as_none() -> None:
    assert rows("SJHBG", plain("SJHBG"))["new_phone"] == ["139****2222（客户本人的）"]
    without = rows("SJHBG", plain("SJHBG", number_owner="no_number"))
    assert "no_phone" in without
    assert "new_phone" not in without


@pytest.mark.parametrize(
    ("action", "lines_needed"),
    [
        ("sign", {"holder_id", "medium", "phone_in_hand", "terms_told"}),
        ("new_device", {"holder_id", "medium", "phone_in_hand"}),
        ("end", {"holder_id", "medium"}),
    ],
)
def test_what_mobile_banking_asks_for(action: str, lines_needed: set[str]) -> None:
    assert needed("SJYH", plain("SJYH", action=action)) == lines_needed


@pytest.mark.parametrize(("limit", "plain_tool"), [("50000", True), ("50000.01", False)])
def test_above_the_line_mobile_banking_needs_a_key(limit: str, plain_tool: bool) -> None:
    runner, state = runner_for("SJYH"), plain("SJYH", daily_limit=limit)
    tool = next(one for one in runner.fields(state, StepId.DETAILS) if one.id == "tool")
    assert ("message" in [one.id for one in tool.options]) is plain_tool
    faults = [one.where for one in runner.check_fields(state, StepId.DETAILS).faults]
    assert faults == ([] if plain_tool else ["tool"])
    with_key = runner.check_fields(state.with_value("tool", "key"), StepId.DETAILS)
    assert with_key.faults == ()


def test_mobile_banking_is_first_used_within_its_days() -> None:
    assert steps("SJYH", plain("SJYH"))["first_login"].day == dt.date(2026, 11, 30)
    new_year = on_day(plain("SJYH"), dt.date(2026, 12, 25))
    assert steps("SJYH", new_year)["first_login"].day == dt.date(2026, 12, 31)
    ended = plain("SJYH", action="end", pending_orders="yes")
    assert set(steps("SJYH", ended)) == {"stop_orders"}
    assert papers("SJYH", ended) == ["R", "N", "M", "V"]


def test_a_childs_mobile_banking_only_looks() -> None:
    state = plain("SJYH", *GUARDIAN, guardian_relation="minor")
    assert "daily_limit" not in asked("SJYH", state)
    assert "不能转账" in rows("SJYH", state)["child_scope"][0]


def test_a_renewed_paper_is_an_express_case_of_one_line() -> None:
    state = plain("XXGX")
    found = beside("XXGX", state)
    assert found.weight == "express"
    assert found.care is None
    assert needed("XXGX", state) == {"holder_id"}
    assert not line("XXGX", state, "holder_id").copy
    assert papers("XXGX", state) == ["M"]
    assert list(rows("XXGX", state)) == ["name", "identity"]
    assert {one.id for one in runner_for("XXGX").fields(state, StepId.NEED)} == {"change"}


@pytest.mark.parametrize(
    ("kind", "change", "proof"),
    [
        ("resident_id", "name", {"name_proof", "old_medium"}),
        ("resident_id", "number", {"number_proof"}),
        ("temporary_id", "number", {"number_proof"}),
        ("foreign_passport", "name", {"former_passport", "old_medium"}),
        ("foreign_passport", "number", {"former_passport"}),
        ("taiwan_permit", "number", {"former_passport"}),
        ("resident_id", "particulars", set()),
    ],
)
def test_a_changed_name_or_number_shows_the_same_person(
    kind: str, change: str, proof: set[str]
) -> None:
    state = plain("XXGX", adult(identity_kind=kind), change=change)
    assert needed("XXGX", state) == {"holder_id"} | proof
    assert undecided("XXGX", state) == set()
    raised = change in ("name", "number")
    assert beside("XXGX", state).weight == ("standard" if raised else "express")
    assert ("V" in papers("XXGX", state)) is raised


def test_old_and_new_name_are_read_back_and_the_new_card_follows() -> None:
    state = plain("XXGX", change="name", old_name="李桂花", other_signings="yes")
    assert rows("XXGX", state)["name"] == ["李桂兰", "原来是 李桂花"]
    came = steps("XXGX", state)
    assert came["follows"].day == dt.date(2026, 11, 30)
    assert {"new_medium", "other_places"} <= set(came)
    over_holiday = steps("XXGX", on_day(state, dt.date(2026, 9, 30)))
    assert over_holiday["follows"].day == dt.date(2026, 10, 13)


def test_a_household_register_no_longer_identifies_from_sixteen_on() -> None:
    sixteen = adult(identity_kind="household_register", birth_date=dt.date(2010, 11, 23))
    assert standing("XXGX", plain("XXGX", sixteen), "holder_id") is Standing.NOT_ACCEPTED
    card = adult(birth_date=dt.date(2010, 11, 23))
    assert standing("XXGX", plain("XXGX", card), "holder_id") is Standing.IN_HAND


def test_a_temporary_card_is_followed_by_the_lasting_one() -> None:
    holder = adult(identity_kind="temporary_id", valid_until=dt.date(2027, 2, 20))
    came = steps("XXGX", plain("XXGX", holder))
    assert came["lasting_id"].day == dt.date(2027, 2, 20)
    assert "renew_id" not in came


@pytest.mark.parametrize(("asked_for", "changed"), [("no", set()), ("yes", {"tax_statement"})])
def test_tax_residence_is_asked_of_whom_it_may_concern(asked_for: str, changed: set[str]) -> None:
    foreigner = adult(identity_kind="foreign_passport")
    state = plain("XXGX", foreigner, tax_changed=asked_for)
    assert needed("XXGX", state) == {"holder_id"} | changed
    assert "tax_changed" in asked("XXGX", state, StepId.NEED)
    assert "tax_changed" not in asked("XXGX", plain("XXGX"), StepId.NEED)


@pytest.mark.parametrize(
    ("values", "heard"),
    [
        ({}, "每日转出"),
        ({"scope": "view"}, "不能转账"),
        ({"action": "new_device"}, "换到您手上这部手机"),
        ({"action": "end"}, "解约，卡照常用"),
    ],
)
def test_what_is_set_up_on_the_phone_is_said_before_it_is_done(
    values: dict[str, str], heard: str
) -> None:
    spoken = [
        one.text.zh for one in runner_for("SJYH").script(plain("SJYH", **values), StepId.READ_BACK)
    ]
    assert len(spoken) == 1
    assert heard in spoken[0]


def test_who_leaves_no_number_is_told_what_stops_and_declares_it() -> None:
    state = plain("SJHBG", ELDER, number_owner="no_number")
    assert asked("SJHBG", state) == []
    assert "柜台照常" in said("SJHBG", state, StepId.COMPLETION)
    assert "换好了" not in said("SJHBG", state, StepId.COMPLETION)
    declared = runner_for("SJHBG").closing(state).declarations
    assert ["不再留手机号" in one.zh for one in declared] == [True]
