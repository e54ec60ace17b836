"""The runner under any order of actions, against a plain model of one small procedure.

The model is written out by hand for that procedure: it knows no condition language and no spec.
"""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from counter_app.forms.compiled import compile_procedure
from counter_app.forms.loading import load_files
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import (
    STEPS,
    ItemResult,
    Outcome,
    Party,
    ReadBackMark,
    RunState,
    StepId,
)
from tests.unit.forms.cases import TODAY, adult, agent, shipped_calendar, shipped_rules

PROCEDURE = """\
code: ORACLE
number: "999"
title: {zh: 试, en: Trial}
edition: "2026-11"
from: 2026-11-01
weight: standard
standard_minutes: 3
tone: warm
sources:
  house: {title: {zh: 本行规定, en: House rule}, mark: R, read: 2026-11-20}
who:
  - {way: self, title: {zh: 本人, en: Self}, allowed_when: holder.age >= rule.real_name_age, why: {zh: 小, en: young}, source: house}
  - {way: agent, title: {zh: 代理, en: Agent}, why: {zh: 可, en: may}, source: house}
needs:
  - {id: amount, label: {zh: 金额, en: Amount}, type: amount, why: {zh: 要, en: w}, source: house}
  - id: kind
    label: {zh: 种类, en: Kind}
    type: choice
    options: [{id: plain, label: {zh: 平, en: plain}}, {id: odd, label: {zh: 怪, en: odd}}]
    why: {zh: 要, en: w}
    source: house
checklist:
  - {id: medium, title: {zh: 卡, en: Card}, form: shown, whose: holder, paper_class: other, required_when: always, who_brings: {zh: 本人, en: h}, why: {zh: 要, en: w}, source: house}
  - {id: paper, title: {zh: 证, en: ID}, form: original, whose: holder, paper_class: identity, needs_expiry: true, required_when: amount >= rule.cash_cdd_cny, who_brings: {zh: 本人, en: h}, why: {zh: 要, en: w}, source: house}
  - {id: letter, title: {zh: 书, en: Letter}, form: original, whose: agent, paper_class: agency, required_when: way == "agent", who_brings: {zh: 人, en: a}, why: {zh: 要, en: w}, source: house}
  - {id: extra, title: {zh: 补, en: Extra}, form: copy, whose: holder, paper_class: other, required_when: kind == "odd", deferrable: {working_days: rule.deferral_days, why: {zh: 可, en: may}}, who_brings: {zh: 人, en: a}, why: {zh: 要, en: w}, source: house}
details:
  - {id: tail, label: {zh: 尾号, en: Tail}, type: last4, why: {zh: 要, en: w}, source: house}
  - {id: note, label: {zh: 备注, en: Note}, type: text, shown_when: kind == "odd", why: {zh: 要, en: w}, source: house}
read_back:
  - {id: amount, label: {zh: 金额, en: Amount}, lines: [{zh: "{amount}", en: "{amount}"}]}
  - {id: tail, label: {zh: 尾号, en: Tail}, lines: [{zh: "{tail}", en: "{tail}"}]}
  - {id: note, label: {zh: 备注, en: Note}, lines: [{zh: "{note}", en: "{note}"}]}
core: {work: {zh: 做, en: do}, serial: expected}
fees: [{text: {zh: 免, en: none}, source: house}]
papers: [{kind: R, seal: true, verdict: {zh: 办, en: done}}]
"""  # noqa: E501

AMOUNTS = {"": None, "abc": None, "100": "100.00", "1,000": "1000.00", "50000": "50000.00"}
KINDS = {"": None, "plain": "plain", "odd": "odd", "else": None}
TAILS = {"": None, "44": None, "4417": "4417", "４４１８": "4418"}
NOTES = {"": None, "甲": "甲", " 乙 ": "乙"}
TYPED = {"amount": AMOUNTS, "kind": KINDS, "tail": TAILS, "note": NOTES}
RETURNED = ("paper", "letter")
COMINGS: dict[str, tuple[Party, ...]] = {
    "nobody": (),
    "adult": (adult(),),
    "expired": (adult(valid_until=TODAY - dt.timedelta(days=1)),),
    "young": (adult(birth_date=dt.date(2015, 1, 1)),),
    "unknown": (adult(birth_date=None),),
    "agent": (adult(present=False), agent()),
    "agent alone": (agent(),),
}


def small_runner() -> ProcedureRunner:
    loaded = load_files({"oracle.yaml": PROCEDURE.encode()}, shipped_rules())
    assert loaded.problems == ()
    procedure = compile_procedure(loaded.procedures[0], loaded.rules)
    return ProcedureRunner(procedure, loaded.rules, shipped_calendar())


@dataclass
class Model:
    """The same case in plain Python."""

    coming: str = "nobody"
    typed: dict[str, str] = field(default_factory=dict)
    results: dict[str, ItemResult] = field(default_factory=dict)
    marks: dict[str, tuple[str, str]] = field(default_factory=dict)
    serial: str | None = None
    later: bool = False
    ever_confirmed: set[tuple[str, str]] = field(default_factory=set)

    def value(self, name: str) -> str | None:
        if name == "note" and self.value("kind") != "odd":
            return None
        return TYPED[name][self.typed.get(name, "")]

    def required(self) -> set[str]:
        amount = self.value("amount")
        wanted = {"medium"}
        wanted |= {"paper"} if amount is not None and Decimal(amount) >= 50_000 else set()
        wanted |= {"letter"} if self.coming.startswith("agent") else set()
        return wanted | ({"extra"} if self.value("kind") == "odd" else set())

    def settled(self, item: str) -> bool:
        result = self.results.get(item)
        if result is None:
            return False
        if result.outcome is Outcome.DEFERRED:
            return item == "extra"
        valid = self.coming not in ("expired", "agent alone", "nobody")
        expired = item == "paper" and not valid
        return result.outcome is Outcome.SEEN and not expired

    def rows(self) -> dict[str, str]:
        found = {name: self.value(name) for name in ("amount", "tail", "note")}
        return {name: value for name, value in found.items() if value is not None}

    def may_leave(self, step: StepId) -> bool:
        gates = {
            StepId.RECEPTION: self.coming in ("adult", "expired", "unknown", "agent"),
            StepId.NEED: None not in (self.value("amount"), self.value("kind")),
            StepId.DOCUMENTS: self.documents_settled(),
            StepId.DETAILS: self.value("tail") is not None
            and (self.value("kind") != "odd" or self.value("note") is not None),
            StepId.READ_BACK: all(
                self.marks.get(name) == ("oral", value) for name, value in self.rows().items()
            ),
            StepId.CORE: self.later or bool(self.serial),
            StepId.COMPLETION: all(
                one.returned
                for item, one in self.results.items()
                if item in RETURNED and one.outcome is Outcome.SEEN
            ),
        }
        return all(gates[one] for one in STEPS[: STEPS.index(step) + 1])

    def documents_settled(self) -> bool:
        put_off = any(
            one.outcome is Outcome.DEFERRED and item != "extra"
            for item, one in self.results.items()
        )
        done = all(self.settled(item) for item in self.required())
        return done and not put_off and self.coming != "unknown"

    def confirm(self, step: StepId) -> None:
        names = {StepId.NEED: ("amount", "kind"), StepId.DETAILS: ("tail", "note")}.get(step, ())
        for name in names:
            value = self.value(name)
            if value is not None:
                self.ever_confirmed.add((name, value))


def running(machine: "RunnerAgainstModel") -> bool:
    return machine.state.completed_on is None


class RunnerAgainstModel(RuleBasedStateMachine):
    """Any order of what a teller may do, back and forth."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = small_runner()
        self.state = RunState(TODAY, hour=10)
        self.model = Model()

    @precondition(running)
    @rule(coming=st.sampled_from([*COMINGS, "adult", "adult", "agent"]))
    def comes(self, coming: str) -> None:
        self.state = self.state.with_parties(*COMINGS[coming])
        self.model.coming = coming

    @precondition(running)
    @rule(data=st.data(), name=st.sampled_from(list(TYPED)))
    def types(self, data: st.DataObject, name: str) -> None:
        raw = data.draw(st.sampled_from(list(TYPED[name])))
        self.state = self.state.with_value(name, raw)
        self.model.typed[name] = raw

    @precondition(running)
    @rule(
        item=st.sampled_from(["medium", "paper", "letter", "extra"]),
        outcome=st.sampled_from(
            [Outcome.SEEN, Outcome.SEEN, Outcome.MISSING, Outcome.REFUSED, Outcome.DEFERRED]
        ),
        returned=st.booleans(),
    )
    def decides(self, item: str, outcome: Outcome, returned: bool) -> None:
        result = ItemResult(outcome, returned=returned)
        self.state = self.state.with_result(item, result)
        self.model.results[item] = result

    @precondition(running)
    @rule(item=st.sampled_from(["medium", "paper", "letter", "extra"]))
    def unticks(self, item: str) -> None:
        self.state = self.state.without_result(item)
        self.model.results.pop(item, None)

    @precondition(running)
    @rule(steps=st.integers(0, 7), returned=st.booleans())
    def does_all_that_is_asked(self, steps: int, returned: bool) -> None:
        """Fills everything in and goes on, so that the later steps are reached often."""
        self.comes("adult")
        for name, raw in (("amount", "50000"), ("kind", "odd"), ("tail", "4417"), ("note", "甲")):
            self.state = self.state.with_value(name, raw)
            self.model.typed[name] = raw
        for item in ("medium", "paper", "letter", "extra"):
            self.decides(item, Outcome.SEEN, returned=returned)
        self.confirms_aloud()
        self.notes_serial("CB1")
        for _ in range(steps):
            if running(self):
                self.goes_on()

    @precondition(running)
    @rule(mark=st.sampled_from(["oral", "wrong"]), index=st.integers(0, 2))
    def answers_row(self, mark: str, index: int) -> None:
        rows = self.runner.read_back(self.state)
        if index < len(rows):
            row = rows[index]
            words = ReadBackMark("oral", row.lines)
            if mark == "wrong":
                words = ReadBackMark("wrong", row.lines)
            self.state = self.state.with_mark(row.id, words)
            self.model.marks[row.id] = (mark, self.model.rows()[row.id])

    @precondition(running)
    @rule()
    def confirms_aloud(self) -> None:
        for index in range(3):
            self.answers_row("oral", index)

    @precondition(running)
    @rule(serial=st.sampled_from(["", "CB1", None]))
    def notes_serial(self, serial: str | None) -> None:
        self.state = self.state.with_serial(serial)
        self.model.serial, self.model.later = serial, serial is None

    @precondition(running)
    @rule()
    def goes_on(self) -> None:
        step = self.state.step
        answer = self.runner.leave(self.state, "14:06", "80231")
        assert isinstance(answer, RunState) is self.model.may_leave(step), answer
        if isinstance(answer, RunState):
            self.model.confirm(step)
            self.state = answer

    @precondition(running)
    @rule(step=st.sampled_from(list(STEPS)))
    def goes_to(self, step: StepId) -> None:
        reached = STEPS.index(self.state.reached)
        before = self.state
        self.state = before.go_to(step)
        assert self.state.step is (step if STEPS.index(step) <= reached else before.step)

    @precondition(running)
    @rule(data=st.data(), name=st.sampled_from(["amount", "tail"]))
    def corrects(self, data: st.DataObject, name: str) -> None:
        raw = data.draw(st.sampled_from(list(TYPED[name])))
        answer = self.runner.correct(self.state, name, raw, "14:07", "80231")
        assert isinstance(answer, RunState) is (TYPED[name][raw] is not None)
        if isinstance(answer, RunState):
            self.model.typed[name] = raw
            self.model.confirm(StepId.NEED if name == "amount" else StepId.DETAILS)
            self.state = answer

    @precondition(lambda self: not running(self))
    @rule()
    def a_completed_case_goes_no_further(self) -> None:
        assert self.runner.leave(self.state) == self.state

    @invariant()
    def no_confirmed_value_is_lost(self) -> None:
        kept = set(self.state.confirmed.items())
        kept |= {(one.field, one.old) for one in self.state.corrections}
        assert self.model.ever_confirmed <= kept

    @invariant()
    def what_was_decided_stands(self) -> None:
        assert dict(self.state.results) == self.model.results

    @invariant()
    def the_lines_missing_are_those_of_the_model(self) -> None:
        if self.model.value("amount") is None or self.model.value("kind") is None:
            return
        if self.model.coming == "nobody":
            return
        wanted = {item for item in self.model.required() if not self.model.settled(item)}
        assert {line.id for line in self.runner.missing(self.state)} == wanted

    @invariant()
    def nothing_is_completed_with_a_line_open(self) -> None:
        if self.state.completed_on is not None:
            assert self.model.may_leave(StepId.COMPLETION)
            assert self.runner.missing(self.state) == ()

    @invariant()
    def the_step_shown_was_reached(self) -> None:
        assert STEPS.index(self.state.step) <= STEPS.index(self.state.reached)


TestRunnerAgainstModel = RunnerAgainstModel.TestCase
TestRunnerAgainstModel.settings = settings(max_examples=100, stateful_step_count=20, deadline=None)
