"""Cases built by hand on the shipped procedures, for the tests of papers.

Four visits: an adult opens an account, a parent opens one for a child and lacks three papers, an
agent reports a lost card, a large withdrawal of cash.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from counter_app.domain.calendar import calendar_of, parse_year_table
from counter_app.forms.compiled import compile_procedure, content_hash, to_bytes
from counter_app.forms.loading import load_directory
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import (
    ItemResult,
    Outcome,
    Part,
    Party,
    ReadBackMark,
    RunState,
    StepId,
)
from counter_app.journal.facts.base import Words
from counter_app.journal.facts.case import ApprovalQuoted, CaseStarted
from counter_app.journal.facts.ground import BranchFounded
from counter_app.journal.folds.case import CaseView
from counter_app.services.handling_results import PaperWish
from counter_app.services.paper_sheet import MadeAt, Sheet, sheet_of

RESOURCES = Path(__file__).parents[3] / "resources"
TODAY = dt.date(2026, 11, 23)
AT = dt.datetime(2026, 11, 23, 6, 8, tzinfo=dt.UTC)
CASE = "case/01979f3e-7a10-7c02-8e11-0b5d6a7c8f90"
MADE = MadeAt(AT, "80231", "3")

BRANCH = BranchFounded(
    bank=Words(zh="XX银行", en="XX Bank"),
    outlet=Words(zh="城东支行", en="Chengdong Branch"),
    address=Words(zh="东大街 18 号", en="18 Dongda Street"),
    hours=Words(zh="工作日 9:00–17:00", en="Mon–Fri 9:00–17:00"),
    phone="010-5555 0123",
    complaint_phone="010-5555 0110",
    zone="Asia/Shanghai",
    cut_off_hour=3,
    first_administrator="80001",
    purpose="business",
)

APPROVAL = ApprovalQuoted(
    override="override/1",
    matter="deferral",
    item="tax_residence_proof",
    right="approve",
    requester="80231",
    requester_person="person/1",
    approver="80201",
    approver_person="person/2",
    right_entry="e1",
)

SEEN, COPIED = Outcome.SEEN, Outcome.COPIED


@dataclass(frozen=True, slots=True)
class Shipped:
    """The shipped procedures, ready to run."""

    runners: Mapping[str, ProcedureRunner]

    @classmethod
    def load(cls) -> "Shipped":
        """From the repository's resources."""
        loaded = load_directory(RESOURCES)
        assert loaded.problems == ()
        tables = sorted((RESOURCES / "calendars").glob("*.json"))
        calendar = calendar_of(parse_year_table(one.read_text("utf-8")) for one in tables)
        return cls(
            {
                spec.code: ProcedureRunner(
                    compile_procedure(spec, loaded.rules), loaded.rules, calendar
                )
                for spec in loaded.procedures
            }
        )


def case_of(runner: ProcedureRunner, number: str = "03A-0338W") -> CaseView:
    """A case begun, with nothing issued yet."""
    spec = runner.procedure.spec
    started = CaseStarted(
        number=number,
        visit="visit/1",
        service=spec.code,
        procedure_hash=content_hash(to_bytes(spec)),
        rules_hash="r",
        terminal="03",
        window="3",
        staff="80231",
    )
    return CaseView(CASE, started=started)


def sheet(runner: ProcedureRunner, run: RunState, wish: PaperWish | None = None) -> Sheet:
    """What papers of a run are made from."""
    made = sheet_of(case_of(runner), runner, run, branch=BRANCH, made=MADE)
    return replace(made, wish=wish or PaperWish())


def shown(outcome: Outcome = SEEN, **more: object) -> ItemResult:
    """A paper looked at."""
    return replace(ItemResult(outcome), **more)  # type: ignore[arg-type]


def read_aloud(runner: ProcedureRunner, run: RunState) -> RunState:
    """The run with every row confirmed aloud."""
    for line in runner.read_back(run):
        run = run.with_mark(line.id, ReadBackMark("oral", line.lines))
    return run


def values(**given: str) -> Mapping[str, str]:
    """Values of fields, frozen."""
    return MappingProxyType(given)


def _done(run: RunState, given: Mapping[str, str]) -> RunState:
    return replace(
        run,
        hour=14,
        step=StepId.COMPLETION,
        reached=StepId.COMPLETION,
        values=given,
        confirmed=given,
        completed_on=TODAY,
    )


def adult(runner: ProcedureRunner) -> RunState:
    """张龑 opens an account in person; the occupation is corrected at the read-back."""
    holder = Party(
        ref="p1",
        part=Part.SELF,
        name="张龑",
        identity_kind="resident_id",
        birth_date=dt.date(1990, 3, 14),
        number_masked="110***********002X",
        phone_masked="138****5678",
        valid_until=dt.date(2038, 3, 14),
    )
    given = values(
        account_class="class_one",
        phone_owner="own",
        identity_doubt="no",
        phone="138****5678",
        occupation="freelance",
        address="北京市东城区东大街 18 号 302 室",
        purpose="wages",
        channels="mobile",
        daily_limit="5000.00",
    )
    run = _done(RunState(TODAY).with_parties(holder), given)
    results = {
        "holder_id": shown(COPIED, returned=True),
        "phone_in_hand": shown(),
        "tax_statement": shown(),
        "application": shown(),
    }
    run = replace(run, results=MappingProxyType(results)).with_serial("7730219846")
    corrected = runner.correct(run, "occupation", "public_service", "14:03", "80231")
    assert isinstance(corrected, RunState)
    return read_aloud(runner, corrected)


def foreigner(runner: ProcedureRunner) -> RunState:
    """A long Latin name, a passport, and a paper that follows later with an approval."""
    run = adult(runner)
    holder = replace(
        run.parties[0],
        name="ALEXANDRA MARIA KONSTANTINOPOULOU-FERNÁNDEZ",
        identity_kind="foreign_passport",
        number_masked="E*****321",
    )
    run = run.with_parties(holder).with_value("tax_residence", "china")
    return read_aloud(runner, run.with_result("tax_residence_proof", shown(Outcome.DEFERRED)))


def child(runner: ProcedureRunner) -> RunState:
    """李雷 opens an account for his child and has neither register nor proof nor statement."""
    father = Party(
        ref="p1",
        part=Part.GUARDIAN,
        name="李雷",
        identity_kind="resident_id",
        birth_date=dt.date(1988, 6, 1),
        number_masked="110***********0014",
        phone_masked="139****0001",
        valid_until=dt.date(2030, 6, 1),
    )
    ward = Party(ref="p2", part=Part.WARD, name="李小禾", birth_date=dt.date(2019, 5, 2))
    ward = replace(ward, identity_kind="household_register")
    given = values(account_class="class_one", guardian_relation="parent", identity_doubt="no")
    run = replace(
        RunState(TODAY, hour=10, step=StepId.DOCUMENTS, reached=StepId.DOCUMENTS),
        parties=(father, ward),
        values=given,
        confirmed=given,
    )
    filled = ("tax_statement", "guardian_statement", "child_consent", "application")
    results = {one: shown() for one in filled}
    results["guardian_id"] = shown(COPIED)
    return replace(run, results=MappingProxyType(results))


def lost_card(runner: ProcedureRunner) -> RunState:
    """A daughter reports her mother's stolen card in writing."""
    mother = Party(
        ref="p1",
        part=Part.SELF,
        name="王𬭎",
        identity_kind="resident_id",
        birth_date=dt.date(1950, 1, 8),
        number_masked="110***********1029",
        phone_masked="136****2200",
        no_expiry=True,
        present=False,
    )
    agent = Party(
        ref="p2",
        part=Part.AGENT,
        name="陈静",
        identity_kind="resident_id",
        birth_date=dt.date(1978, 9, 30),
        number_masked="110***********3345",
        phone_masked="137****8899",
        valid_until=dt.date(2035, 1, 1),
    )
    given = values(
        report_kind="written",
        medium="card",
        stolen="yes",
        account_last4="4417",
        lost_on="2026-11-22",
        last_use="2026-11-20",
        phone="136****2200",
        agent_relation="child",
        police_number="京东 2026-1187",
    )
    run = _done(RunState(TODAY).with_parties(mother, agent), given)
    results = {
        "holder_id": shown(returned=True),
        "agent_id": shown(returned=True),
        "loss_form": shown(),
    }
    run = replace(run, results=MappingProxyType(results), serial_later=True)
    return read_aloud(runner, run)


def cash(runner: ProcedureRunner, amount: str = "216409.02") -> RunState:
    """A booked withdrawal of more than two hundred thousand."""
    holder = Party(
        ref="p1",
        part=Part.SELF,
        name="赵明",
        identity_kind="resident_id",
        birth_date=dt.date(1970, 2, 3),
        number_masked="110***********5513",
        phone_masked="135****4321",
        valid_until=dt.date(2040, 5, 5),
    )
    given = values(
        currency="CNY",
        amount=amount,
        account_last4="8812",
        profile_current="yes",
        risk_reason="none_seen",
    )
    run = _done(RunState(TODAY).with_parties(holder), given)
    results = {
        "medium": shown(),
        "holder_id": shown(COPIED, returned=True),
        "booking": shown(),
    }
    run = replace(run, results=MappingProxyType(results)).with_serial("7730219990")
    return read_aloud(runner, run)
