"""What stands beside the steps: why a case is raised, care, forms, knowledge, values for the core."""

from counter_app.forms.beside import Beside
from counter_app.forms.compiled import compile_procedure
from counter_app.forms.loading import load_files
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import ItemResult, Outcome
from counter_app.forms.run_views import Standing
from tests.unit.forms.cases import (
    TODAY,
    adult,
    agent,
    runner_for,
    shipped_calendar,
    shipped_rules,
    state_of,
)
from tests.unit.forms.test_loading import SMALL

BESIDE = """\
care:
  when: amount >= rule.cash_watch_cny
  questions:
    - {id: known, text: {zh: 认识吗, en: "Do you know them?"}, alarm: "no", source: house}
    - id: old
      text: {zh: 家里人知道吗, en: "Does the family know?"}
      when: holder.age >= rule.elder_age
      alarm: "no"
      source: house
  advice: [{zh: "先别转 {amount}", en: "Do not send {amount} yet"}]
  outcomes: [proceed, not_today, against_advice]
  against_advice_when: holder.age < rule.elder_age
  notice: warning
  source: house
forms:
  - id: warning
    title: {zh: 提示书, en: Warning}
    signed_by: holder
    rows:
      - {label: {zh: 金额, en: Amount}, line: {zh: "{amount}", en: "{amount}"}}
      - {label: {zh: 代理人, en: Agent}, line: {zh: "{agent.name}", en: "{agent.name}"}}
    statements: [{zh: 我知道了, en: I know}]
    source: house
knowledge:
  - question: {zh: 要多久, en: How long}
    answer: {zh: 当场, en: At once}
    source: house
"""


def small(text: str = SMALL + BESIDE) -> ProcedureRunner:
    sends = text.replace(
        "serial: expected", "serial: expected\n  sends: [holder.id_number, amount]"
    )
    loaded = load_files({"a.yaml": sends.encode()}, shipped_rules())
    assert loaded.problems == ()
    compiled = compile_procedure(loaded.procedures[0], shipped_rules())
    return ProcedureRunner(compiled, shipped_rules(), shipped_calendar())


def beside(amount: str = "60000", **person: object) -> Beside:
    return small().beside(state_of(adult(**person), amount=amount))


def test_care_asks_by_amount_and_age_and_its_words_are_filled() -> None:
    assert beside("49999").care is None
    care = beside().care
    assert care is not None
    assert [one.id for one in care.questions] == ["known"]
    assert "60,000" in care.advice[0].zh
    assert care.outcomes == ("proceed", "not_today", "against_advice")


def test_going_on_against_advice_is_offered_only_where_the_rule_allows_it() -> None:
    care = beside(birth_date=TODAY.replace(year=1950)).care
    assert care is not None
    assert [one.id for one in care.questions] == ["known", "old"]
    assert "against_advice" not in care.outcomes


def test_a_form_is_filled_as_far_as_is_known() -> None:
    (form,) = beside().forms
    assert form.rows[0][1] is not None
    assert form.rows[1][1] is None
    assert small().beside(state_of(adult(), agent(), amount="1")).forms[0].rows[1][1] is not None


def test_the_core_is_sent_what_it_asks_in_its_order() -> None:
    assert [one.name for one in beside().sent_values] == ["holder.id_number", "amount"]
    assert [one.name for one in beside("").sent_values] == ["holder.id_number"]


def test_knowledge_is_there_with_its_source() -> None:
    (card,) = beside().knowledge
    assert card.answer.zh == "当场"
    assert card.source.mark == "R"


def test_a_raised_case_says_which_part_of_the_condition_holds() -> None:
    runner = runner_for("XJQK")
    by_agent = state_of(adult(present=False), agent(), amount="100")
    by_amount = state_of(adult(), amount="50000")
    assert runner.beside(state_of(adult(), amount="100")).raised_because is None
    agents, amounts = (runner.beside(one).raised_because for one in (by_agent, by_amount))
    assert agents is not None
    assert amounts is not None
    assert "本人" in agents.zh
    assert "50,000" in amounts.zh
    assert "本人" not in amounts.zh


def test_an_express_case_tells_by_what_it_is_weighed_and_no_figure() -> None:
    def checks(amount: str) -> dict[str, bool | None]:
        told = runner_for("XJQK").beside(state_of(adult(), amount=amount)).weight_checks
        assert not any(sign.isdigit() for one in told for sign in one.label.zh + one.label.en)
        return {one.label.zh: one.raises for one in told}

    assert checks("100")["取款金额"] is False
    assert checks("")["取款金额"] is None
    assert checks("50000")["取款金额"] is True
    assert checks("50000")["办理方式"] is False
    assert runner_for("GRKH").beside(state_of(adult())).weight_checks == ()


def test_a_line_answered_by_its_last_four_is_not_settled_without_them() -> None:
    runner = small(SMALL.replace("needs_expiry: true", "needs_expiry: true\n    needs_last4: true"))
    seen = state_of(adult(), amount="60000").with_result("holder_id", ItemResult(Outcome.SEEN))
    (line,) = runner.checklist(seen)
    assert (line.standing, line.ticked_alone) == (Standing.NO_LAST4, True)
    told = seen.with_result("holder_id", ItemResult(Outcome.SEEN, last4="002X"))
    (line,) = runner.checklist(told)
    assert (line.standing, line.last4, line.settled) == (Standing.IN_HAND, "002X", True)
