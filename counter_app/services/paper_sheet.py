"""What one paper is made from, and what every paper of a case has: head, contact, code, stub.

Pure. Numbers come masked from the runner's situation; nothing here sees a full one.
"""

import datetime as dt
from dataclasses import dataclass

from counter_app.domain.dates import date_and_time, stamp
from counter_app.domain.paper import Contact, Paper, PaperKind, Sentence, Stub
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import RunState
from counter_app.forms.run_views import PlannedPaper
from counter_app.forms.situation import Situation, situation_on, way_of
from counter_app.i18n import Text, same
from counter_app.journal.facts.base import Words
from counter_app.journal.facts.ground import BranchFounded
from counter_app.journal.folds.case import CaseView
from counter_app.services import paper_words as words
from counter_app.services.handling_results import PaperWish
from counter_app.services.wording import fill, run_on

NOTHING = Text("", "")


@dataclass(frozen=True, slots=True)
class MadeAt:
    """When, where and by whom a paper is made. `at` is the corrected instant."""

    at: dt.datetime
    staff: str
    window: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The case as it stands, and how its papers are wanted."""

    branch: BranchFounded
    case: CaseView
    runner: ProcedureRunner
    run: RunState
    situation: Situation
    made: MadeAt
    wish: PaperWish

    @property
    def service(self) -> Text:
        """What the service is called."""
        return self.runner.procedure.spec.title

    @property
    def way(self) -> str:
        """How the customer comes: self, agent or guardian."""
        return way_of(self.run.parties) or "self"

    def word(self, name: str) -> Text | None:
        """A value of the case in words, as templates of the procedure name it."""
        return self.situation.words.get(name)

    def person(self, role: str) -> Text:
        """The name of holder, agent, guardian or visitor; nothing while it is not known."""
        return self.word(f"{role}.name") or NOTHING

    def related(self, role: str) -> Text:
        """Agent or guardian with the relation to the holder, where the service asks for it."""
        relation = self.word(f"{role}_relation")
        name = self.person(role)
        return fill(words.RELATED, name=name, relation=relation) if relation else name

    def planned(self, kind: PaperKind) -> PlannedPaper | None:
        """What the procedure says on its paper of a kind; None where it gives none.

        Restricted business stands on no paper, whatever a procedure says.
        """
        if self.case.is_restricted:
            return None
        every = self.runner.closing(self.run).papers
        return next((one for one in every if one.kind == kind.value), None)


def sheet_of(
    case: CaseView, runner: ProcedureRunner, run: RunState, *, branch: BranchFounded, made: MadeAt
) -> Sheet:
    """A sheet in Chinese and normal print; `dataclasses.replace` sets another wish."""
    situation = situation_on(runner.procedure, runner.rules, run, run.business_date)
    return Sheet(branch, case, runner, run, situation, made, PaperWish())


def paper_number(case: CaseView, kind: PaperKind, ahead: int = 0) -> str:
    """The number of the next sheet of a kind, `ahead` sheets on: `03A-0338W-M1`."""
    issued = sum(1 for one in case.papers if one.paper_kind == kind.value)
    return f"{case.number}-{kind.value}{issued + 1 + ahead}"


def frame(sheet: Sheet, planned: PlannedPaper, *, ahead: int = 0) -> Paper:
    """A paper with everything but its own body; verdict and explanation are the procedure's."""
    kind = PaperKind(planned.kind)
    confirmation = kind is PaperKind.CONFIRMATION
    return Paper(
        kind=kind,
        number=paper_number(sheet.case, kind, ahead),
        case_number=sheet.case.number,
        bank=text_of(sheet.branch.bank),
        outlet=text_of(sheet.branch.outlet),
        copy=_copy_words(sheet, confirmation),
        title=words.TITLES[kind],
        verdict=Sentence(planned.verdict),
        explanation=tuple(Sentence(one) for one in planned.explanation),
        blocks=(),
        particulars_from=0,
        contact=contact_of(sheet.branch),
        code_notes=(),
        handler=same(sheet.made.staff),
        stub=stub_of(sheet, planned.stub),
        seal_caption=words.SEAL if planned.seal else None,
        signature=planned.signature,
        skeleton=None,
        disclaimer=_disclaimer(sheet),
        rule_reference=NOTHING,
        layout=f"{kind.value}1",
        issued_at=stamp(sheet.made.at),
        language=sheet.wish.language,
        large=sheet.wish.large,
        signer=words.SIGNATURES[sheet.way],
    )


def _copy_words(sheet: Sheet, confirmation: bool) -> Text:
    """Whose copy it is, and that a case begun from a notice's code is provisional."""
    whose = words.BANK_COPY if confirmation else words.CUSTOMER_COPY
    started = sheet.case.started
    if started is not None and started.on_paper is not None:
        late = fill(words.ENTERED_LATE, paper=same(started.on_paper.paper))
        whose = Text(f"{whose.zh}{late.zh}", f"{whose.en}{late.en}")
    if not sheet.case.is_provisional:
        return whose
    mark = words.BEGUN_FROM_NOTICE
    return Text(f"{whose.zh}{mark.zh}", f"{whose.en}{mark.en}")


def _disclaimer(sheet: Sheet) -> Text:
    said = words.DISCLAIMER
    return run_on([words.FROM_NOTICE, said]) if sheet.case.is_provisional else said


def stub_of(sheet: Sheet, sentence: Text | None) -> Stub | None:
    """The branch's half, for whoever signs: the visitor."""
    if sentence is None:
        return None
    service = sheet.service
    if sheet.way != "self":
        service = fill(words.FOR_HOLDER, service=service, holder=sheet.person("holder"))
    return Stub(sheet.person("visitor").zh, service, sentence, words.SIGNATURES[sheet.way])


def contact_of(branch: BranchFounded) -> Contact:
    """Whom to ask."""
    return Contact(
        branch.phone, text_of(branch.address), text_of(branch.hours), branch.complaint_phone
    )


def text_of(said: Words) -> Text:
    """A fact's words as a text."""
    return Text(said.zh, said.en)


def moment_text(sheet: Sheet) -> Text:
    """`2026年11月23日 14:08`, branch time."""
    return date_and_time(sheet.made.at)


def window_text(sheet: Sheet) -> Text:
    """`3 号窗口`."""
    return fill(words.WINDOW, window=sheet.made.window)
