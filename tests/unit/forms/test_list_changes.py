"""Two lists of one case: what is new, gone and changed, in words; and what of the answers stands."""

import datetime as dt
from decimal import Decimal

import pytest

from counter_app.forms.compiled import compile_procedure
from counter_app.forms.list_changes import (
    ListAhead,
    change_ahead,
    changes_on,
    moved_run,
    same_lines,
)
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.rules import RuleBook
from counter_app.forms.run_state import ItemResult, Outcome, Part, Party, RunState
from counter_app.forms.spec import ProcedureSpec
from tests.unit.services.standing import calendar, shipped

TODAY = dt.date(2026, 11, 23)
LATER = dt.date(2026, 12, 1)


def spec_of(code: str) -> ProcedureSpec:
    return next(one for one in shipped().procedures if one.code == code)


def runner_of(spec: ProcedureSpec, rules: RuleBook | None = None) -> ProcedureRunner:
    book = rules or shipped().rules
    return ProcedureRunner(compile_procedure(spec, book), book, calendar())


@pytest.fixture
def loss() -> RunState:
    """Somebody reports a loss in writing, identity seen, a form to fill in."""
    holder = Party("p1", Part.SELF, "李桂兰", "resident_id", dt.date(1984, 5, 6), no_expiry=True)
    run = RunState(TODAY, 10).with_parties(holder)
    for name, text in {"report_kind": "written", "medium": "card", "stolen": "no"}.items():
        run = run.with_value(name, text)
    return run.with_result("holder_id", ItemResult(Outcome.SEEN))


def test_the_same_edition_differs_in_nothing(loss: RunState) -> None:
    runner = runner_of(spec_of("GS"))
    assert not changes_on(runner, runner_of(spec_of("GS")), loss, TODAY)


def test_new_gone_and_changed_are_told_apart(loss: RunState) -> None:
    spec = spec_of("GS")
    before = runner_of(spec)
    lines = [one for one in before.checklist(loss) if one.need.value == "required"]
    gone, changed = lines[-1], lines[0]
    plain = [one.model_dump(by_alias=True) for one in spec.checklist if one.id != gone.id]
    for one in plain:
        if one["id"] == changed.id:
            one["copy_when"] = "never" if changed.copy else "always"
    extra = next(one.model_dump(by_alias=True) for one in spec.checklist if one.id == gone.id)
    extra |= {"id": "receipt", "title": {"zh": "报案回执", "en": "Police receipt"}}
    after = runner_of(spec.edited(edition="2026-12", checklist=[*plain, extra]))
    found = changes_on(before, after, loss, TODAY)
    assert [one.title.zh for one in found.added] == ["报案回执"]
    assert [one.id for one in found.dropped] == [gone.id]
    assert [one.line.id for one in found.changed] == [changed.id]
    words = "".join(one.zh for one in found.changed[0].what)
    assert words == ("不再要复印件" if changed.copy else "另要复印件")
    assert changed.id not in same_lines(before, after, loss)


def test_an_answer_stands_where_the_line_is_the_same_and_else_is_asked_again(
    loss: RunState,
) -> None:
    spec = spec_of("GS")
    before = runner_of(spec)
    changed = [one.model_dump(by_alias=True) for one in spec.checklist]
    for one in changed:
        if one["id"] == "holder_id":
            one["needs_last4"] = True
    after = runner_of(spec.edited(edition="2026-12", checklist=changed))
    kept = same_lines(before, after, loss)
    assert "holder_id" not in kept
    moved = moved_run(loss, after, kept)
    assert "holder_id" not in moved.results
    assert moved.values == loss.values
    same = runner_of(spec.edited(edition="2026-12"))
    assert moved_run(loss, same, same_lines(before, same, loss)).results == loss.results


def test_a_question_that_is_new_is_told(loss: RunState) -> None:
    spec = spec_of("GS")
    asked = next(one for one in spec.needs if one.id == "report_kind").model_dump(by_alias=True)
    more = {**asked, "id": "where_lost", "label": {"zh": "丢在哪里", "en": "Where it was lost"}}
    needs = [one.model_dump(by_alias=True) for one in spec.needs]
    after = runner_of(spec.edited(edition="2026-12", needs=[*needs, more]))
    found = changes_on(runner_of(spec), after, loss, TODAY)
    assert [one.zh for one in found.asked] == ["丢在哪里"]


def test_of_the_lists_ahead_the_first_that_concerns_the_case_counts(loss: RunState) -> None:
    spec = spec_of("GS")
    runner = runner_of(spec)
    lines = [one.model_dump(by_alias=True) for one in spec.checklist]
    shorter = runner_of(spec.edited(edition="2026-12", checklist=lines[:1]))
    alike = runner_of(spec.edited(edition="2026-12"))
    ahead = [
        ListAhead(dt.date(2026, 12, 20), shorter),
        ListAhead(LATER, alike),
        ListAhead(dt.date(2026, 12, 10), shorter),
    ]
    told = change_ahead(runner, loss, ahead)
    assert told is not None
    assert told[0].since == dt.date(2026, 12, 10)
    assert told[1].dropped


def test_a_figure_that_changes_on_a_day_is_a_change_of_the_same_edition() -> None:
    rules = shipped().rules
    old = next(one for one in rules.figures if one.key == "cash_cdd_cny")
    figures = [one for one in rules.figures if one.key != old.key]
    day = dt.timedelta(days=1)
    figures.append(old.model_copy(update={"until": LATER - day}))
    figures.append(
        old.model_copy(update={"value": Decimal(10000), "from_date": LATER, "until": None})
    )
    runner = runner_of(spec_of("XJQK"), RuleBook(tuple(figures)))
    holder = Party("p1", Part.SELF, "李桂兰", "resident_id", dt.date(1984, 5, 6), no_expiry=True)
    run = RunState(TODAY, 10).with_parties(holder).with_value("currency", "CNY")
    small, middling = run.with_value("amount", "9000"), run.with_value("amount", "20000")
    ahead = [ListAhead(LATER, runner)]
    assert change_ahead(runner, small, ahead) is None
    told = change_ahead(runner, middling, ahead)
    assert told is not None
    assert told[1].added or told[1].changed
