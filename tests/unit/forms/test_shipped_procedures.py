"""The three procedures as shipped: clean, the same in both languages, quick where they are plain."""

import datetime as dt
import re

import pytest

from counter_app.forms.compiled import (
    conditions_in,
    content_hash,
    leaves,
    procedure_from_bytes,
    rule_pack_from_bytes,
    to_bytes,
)
from counter_app.forms.condition_words import sentence
from counter_app.forms.loading import check_directory, load_directory
from counter_app.forms.run_state import RunState, StepId
from counter_app.forms.run_views import ChecklistLine, Need
from counter_app.i18n import Text
from tests.unit.forms.cases import (
    PLAIN_LOSS,
    PLAIN_OPENING,
    PLAIN_WITHDRAWAL,
    RESOURCES,
    TODAY,
    adult,
    agent,
    child,
    led_to,
    parent,
    runner_for,
    shipped_catalogue,
    shipped_rules,
    state_of,
)

CODES = tuple(spec.code for spec in shipped_catalogue().procedures)
HAN = re.compile(r"[\u4e00-\u9fff]")


def needed(code: str, state: RunState) -> list[str]:
    return [line.id for line in lines(code, state) if line.need is Need.REQUIRED]


def lines(code: str, state: RunState) -> tuple[ChecklistLine, ...]:
    return runner_for(code).checklist(state)


def texts(code: str) -> list[tuple[str, Text]]:
    spec = next(one for one in shipped_catalogue().procedures if one.code == code)
    return [
        (".".join(str(step) for step in path), value)
        for path, value in leaves(spec)
        if isinstance(value, Text)
    ]


@pytest.mark.parametrize("code", CODES)
def test_no_line_is_said_to_be_needed_never(code: str) -> None:
    said = [one.condition for one in lines(code, RunState(TODAY)) if one.condition is not None]
    assert {text.zh for text in said}.isdisjoint({"从不", "总是"})


def test_procedures_and_rules_load_clean() -> None:
    assert check_directory(RESOURCES / "rules").problems == ()
    assert check_directory(RESOURCES / "procedures", shipped_rules()).problems == ()
    assert len(CODES) == len(list((RESOURCES / "procedures").glob("*.yaml")))


@pytest.mark.parametrize("code", CODES)
def test_both_languages_say_something_of_their_own(code: str) -> None:
    for path, text in texts(code):
        plain = re.sub(r"\{[^}]*\}", "", text.en)
        assert not HAN.search(plain), path
        without_names = re.sub(r"\{[^}]*\}|[^\w]", "", text.zh)
        assert not without_names or HAN.search(without_names), path


@pytest.mark.parametrize("code", CODES)
def test_every_condition_reads_as_a_sentence(code: str) -> None:
    procedure = runner_for(code).procedure
    figures = shipped_rules().all_at(TODAY, shipped_rules().keys())
    for path, source in conditions_in(procedure.spec):
        said = sentence(procedure.nodes[source], figures)
        assert HAN.search(said.zh), path
        assert not HAN.search(said.en), path
        assert "rule." not in said.zh + said.en, path
        assert "_" not in said.zh + said.en, path


@pytest.mark.parametrize("code", CODES)
def test_no_paper_of_identity_agency_or_guardianship_follows_later(code: str) -> None:
    spec = runner_for(code).procedure.spec
    deferrable = [item for item in spec.checklist if item.deferrable is not None]
    assert all(item.paper_class == "other" for item in deferrable)
    assert len(deferrable) <= 1


@pytest.mark.parametrize("code", CODES)
def test_no_secret_is_ever_a_field(code: str) -> None:
    for field in runner_for(code).procedure.spec.fields:
        assert not re.search("密码|验证码|password|code", field.label.zh + field.label.en)


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_form_is_the_same_procedure(code: str) -> None:
    spec = runner_for(code).procedure.spec
    body = to_bytes(spec)
    again = procedure_from_bytes(body)
    assert again == spec
    assert to_bytes(again) == body
    assert len(content_hash(body)) == 64


def test_a_rule_pack_survives_its_compiled_form() -> None:
    for pack in load_directory(RESOURCES / "rules").packs:
        assert rule_pack_from_bytes(to_bytes(pack)) == pack


def test_a_plain_opening_asks_for_one_original_and_few_answers() -> None:
    runner = runner_for("GRKH")
    state = state_of(adult(), **PLAIN_OPENING)
    found = [line for line in lines("GRKH", state) if line.need is Need.REQUIRED]
    assert [line.id for line in found] == [
        "holder_id",
        "phone_in_hand",
        "tax_statement",
        "application",
    ]
    assert [line.id for line in found if line.form == "original"] == ["holder_id"]
    untouched = state_of(adult())
    asked = [
        line.id
        for step in (StepId.NEED, StepId.DETAILS)
        for line in runner.fields(untouched, step)
        if line.required and not line.value
    ]
    assert asked == ["account_class", "occupation", "address", "purpose"]


@pytest.mark.parametrize(
    ("code", "values"),
    [("GRKH", PLAIN_OPENING), ("GS", PLAIN_LOSS), ("XJQK", PLAIN_WITHDRAWAL)],
)
def test_a_plain_case_runs_to_its_end(code: str, values: dict[str, str]) -> None:
    runner = runner_for(code)
    state = led_to(runner, state_of(adult(), **values), StepId.COMPLETION)
    done = runner.leave(state)
    assert isinstance(done, RunState)
    assert done.completed_on == TODAY
    blank = "＿＿"
    for step in runner.next_steps(done):
        assert blank not in step.action.zh + (step.hint.zh if step.hint else "")
    for paper in runner.closing(done).papers:
        said = paper.verdict.zh + "".join(one.zh for one in paper.explanation)
        assert blank not in said
        assert "{" not in said


def test_a_child_is_opened_for_by_a_parent() -> None:
    state = state_of(parent(), child(), account_class="class_two", guardian_relation="parent")
    assert needed("GRKH", state) == [
        "ward_id",
        "guardian_id",
        "guardianship",
        "phone_statement",
        "tax_statement",
        "guardian_statement",
        "child_consent",
        "application",
    ]
    accepted = {
        line.id: [one.id for one in line.alternatives]
        for line in lines("GRKH", state)
        if line.id == "guardianship"
    }
    assert accepted == {"guardianship": ["birth_certificate", "adoption", "police_paper"]}


def test_from_the_consent_age_on_no_separate_consent_is_asked() -> None:
    just = child(birth_date=dt.date(2012, 11, 23))
    before = child(birth_date=dt.date(2012, 11, 24))
    values = {"account_class": "class_two", "guardian_relation": "parent"}
    assert "child_consent" not in needed("GRKH", state_of(parent(), just, **values))
    assert "child_consent" in needed("GRKH", state_of(parent(), before, **values))


@pytest.mark.parametrize(
    ("birth", "allowed"),
    [(dt.date(2010, 11, 23), True), (dt.date(2010, 11, 24), False), (None, None)],
)
def test_who_opens_alone_is_of_the_real_name_age(birth: dt.date | None, allowed: bool) -> None:
    runner = runner_for("GRKH")
    alone = runner.way(state_of(adult(birth_date=birth)))
    assert alone is not None
    assert alone.allowed is allowed
    guarded = runner.way(state_of(parent(), child(birth_date=birth)))
    assert guarded is not None
    if allowed is True:
        assert guarded.allowed is None or guarded.allowed is False
    if allowed is False:
        assert guarded.allowed is True
        assert alone.why is not None
        assert alone.why.zh == "不满 16 周岁的，由父母等监护人带证件来开"


def test_an_adult_without_capacity_has_a_guardian_with_proof() -> None:
    state = state_of(
        parent(), child(birth_date=dt.date(1950, 1, 1), identity_kind="resident_id"),
        account_class="class_two", guardian_relation="adult_ward",
    )  # fmt: skip
    way = runner_for("GRKH").way(state)
    assert way is not None
    assert way.allowed is True
    assert "appointment" in needed("GRKH", state)
    assert "guardianship" not in needed("GRKH", state)


@pytest.mark.parametrize(
    ("kind", "asks_tax_residence", "tax_statement"),
    [
        ("foreign_passport", True, True),
        ("hk_macao_permit", True, True),
        ("taiwan_residence_permit", True, True),
        ("permanent_resident_card", True, True),
        ("resident_id", False, True),
        ("military_id", False, False),
    ],
)
def test_what_an_identity_paper_changes(
    kind: str, asks_tax_residence: bool, tax_statement: bool
) -> None:
    state = state_of(adult(identity_kind=kind), **PLAIN_OPENING)
    asked = [line.id for line in runner_for("GRKH").fields(state, StepId.NEED)]
    assert ("tax_residence" in asked) is asks_tax_residence
    assert ("tax_statement" in needed("GRKH", state)) is tax_statement
    assert "holder_id" in needed("GRKH", state)


def test_the_one_deferrable_line_is_a_foreigners_tax_paper() -> None:
    state = state_of(
        adult(identity_kind="foreign_passport"), **PLAIN_OPENING, tax_residence="china"
    )
    found = {line.id: line.deferral for line in lines("GRKH", state) if line.deferral}
    assert [(name, due.due) for name, due in found.items()] == [
        ("tax_residence_proof", dt.date(2026, 11, 30))
    ]


def test_an_agent_needs_authority_and_in_hardship_more() -> None:
    absent = adult(ref="p1", present=False)
    values = {**PLAIN_OPENING, "agent_basis": "notarised"}
    assert needed("GRKH", state_of(absent, agent(), **values)) == [
        "holder_id",
        "agent_id",
        "authority",
        "tax_statement",
        "application",
    ]
    values["agent_basis"] = "hardship"
    more = needed("GRKH", state_of(absent, agent(), **values))
    assert {"relation", "hardship"} <= set(more)


def test_a_loss_is_stopped_at_once_without_papers() -> None:
    runner = runner_for("GS")
    state = state_of(adult(), **PLAIN_LOSS)
    assert needed("GS", state) == []
    came = {step.id: step for step in runner.next_steps(state)}
    assert came["in_writing"].day == dt.date(2026, 11, 28)
    assert came["in_writing"].legal
    assert came["in_writing"].day_words == Text("2026年11月28日（周六）前", "by Sat 28 Nov 2026")
    assert "police" not in came


def test_a_theft_goes_to_the_police_and_is_checked_by_the_branch() -> None:
    runner = runner_for("GS")
    state = state_of(adult(), **{**PLAIN_LOSS, "stolen": "yes"})
    came = {step.id: step for step in runner.next_steps(state)}
    assert (came["police"].actor, came["check_use"].actor) == ("customer", "branch")
    assert came["check_use"].follow_up is not None
    assert runner.procedure.spec.tone == "cool"


def test_a_written_report_by_an_agent_shows_both_papers() -> None:
    state = state_of(
        adult(present=False), agent(), report_kind="written", stolen="no", lost_on="2026-11-22"
    )
    assert needed("GS", state) == ["holder_id", "agent_id", "loss_form"]


def test_a_small_withdrawal_needs_no_identity_paper_and_stays_express() -> None:
    runner = runner_for("XJQK")
    state = state_of(adult(), **PLAIN_WITHDRAWAL)
    assert needed("XJQK", state) == ["medium"]
    assert runner.beside(state).weight == "express"
    assert [paper.kind for paper in runner.closing(state).papers] == ["M"]
    asked = [line.id for line in runner.fields(state, StepId.DETAILS)]
    assert "purpose" not in asked


@pytest.mark.parametrize(
    ("values", "lines_needed", "weight"),
    [
        ({"amount": "49999.99"}, ["medium"], "express"),
        ({"amount": "50000"}, ["medium", "holder_id"], "standard"),
        ({"amount": "20万"}, ["medium", "holder_id", "booking"], "standard"),
        ({"amount": "500", "currency": "USD"}, ["medium", "holder_id"], "express"),
        ({"amount": "10000", "currency": "USD"}, ["medium", "holder_id"], "standard"),
        ({"amount": "10001", "currency": "USD"}, ["medium", "holder_id", "fx_filing"], "standard"),
        (
            {"amount": "90000", "currency": "HKD", "usd_equivalent": "11500"},
            ["medium", "holder_id", "fx_filing"],
            "standard",
        ),
    ],
)
def test_what_an_amount_asks_for(
    values: dict[str, str], lines_needed: list[str], weight: str
) -> None:
    state = state_of(adult(), account_last4="4417", **values)
    assert needed("XJQK", state) == lines_needed
    assert runner_for("XJQK").beside(state).weight == weight


def test_a_copy_is_kept_from_the_line_on_and_not_below() -> None:
    large = {line.id: line.copy for line in lines("XJQK", state_of(adult(), amount="50000"))}
    small = {line.id: line.copy for line in lines("XJQK", state_of(adult(), amount="49999"))}
    assert large["holder_id"]
    assert not small["holder_id"]


def test_an_agent_with_a_large_sum_shows_authority_or_the_holder_is_called() -> None:
    runner = runner_for("XJQK")
    state = state_of(adult(present=False), agent(), amount="60000")
    assert needed("XJQK", state) == ["medium", "holder_id", "agent_id", "authority"]
    line = next(one for one in runner.checklist(state) if one.id == "authority")
    assert [one.id for one in line.alternatives] == ["call_holder"]


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("GRKH", state_of(adult(), **PLAIN_OPENING, channels="mobile")),
        ("GRKH", state_of(adult(present=False), agent(), **PLAIN_OPENING, agent_basis="hardship")),
        ("GRKH", state_of(parent(), child(), **PLAIN_OPENING, guardian_relation="parent")),
        ("GS", state_of(adult(present=False), agent(), **{**PLAIN_LOSS, "stolen": "yes"})),
        ("XJQK", state_of(adult(present=False), agent(), amount="300000")),
    ],
)
def test_no_step_asks_more_than_a_page_holds(code: str, state: RunState) -> None:
    runner = runner_for(code)
    for step in (StepId.NEED, StepId.DETAILS):
        assert len(runner.fields(state, step)) <= 7, [one.id for one in runner.fields(state, step)]


def test_the_purpose_is_asked_only_where_something_is_unusual() -> None:
    runner = runner_for("XJQK")
    state = state_of(adult(), amount="300000", account_last4="4417")
    assert "purpose" not in [line.id for line in runner.fields(state, StepId.DETAILS)]
    odd = state.with_value("risk_reason", "told_by_others")
    assert "purpose" in [line.id for line in runner.fields(odd, StepId.DETAILS)]


def test_care_comes_with_the_amount_and_for_the_old_below_it_in_the_script() -> None:
    runner = runner_for("XJQK")
    plain = state_of(adult(), amount="3000")
    assert runner.script(plain, StepId.DETAILS) == ()
    assert runner.beside(plain).care is None
    large = state_of(adult(), amount="50000")
    care = runner.beside(large).care
    assert care is not None
    assert [one.id for one in care.questions] == ["to_someone", "told_secret", "on_phone"]
    assert "fraud_notice" in {one.id for one in runner.beside(large).forms}
    assert {line.kind for line in runner.script(large, StepId.DETAILS)} == {"watch"}
    old = adult(birth_date=dt.date(1949, 12, 31))
    asked = runner.script(state_of(old, amount="3000"), StepId.DETAILS)
    assert {line.kind for line in asked} == {"ask", "watch"}
    older = runner.beside(state_of(old, amount="50000")).care
    assert older is not None
    assert "fetched" in {one.id for one in older.questions}


def test_nothing_advises_how_to_stay_under_a_line() -> None:
    for code in CODES:
        for path, text in texts(code):
            if re.search("分几笔|分次|拆分|split", text.zh + text.en):
                assert "不要" in text.zh, path
                assert "never" in text.en, path


def test_outcomes_and_ways_out_exist_for_every_original() -> None:
    for code in CODES:
        for item in runner_for(code).procedure.spec.checklist:
            if item.form == "original" and item.paper_class in ("identity", "agency", "guardian"):
                assert item.look is not None, item.id
                assert item.refusals or item.alternatives, item.id
