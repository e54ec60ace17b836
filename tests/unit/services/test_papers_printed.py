"""Papers issued in a real store: numbers, contents, orders, reprints, and what became of copies."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from queue import SimpleQueue

import pytest

from counter_app.db.print_orders import PrintOrders
from counter_app.db.store import SqliteStore
from counter_app.db.worker import StoreWorker
from counter_app.domain.paper import PaperMark
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.i18n import same
from counter_app.journal.facts.case import ApprovalQuoted, PaperReprinted, PaperSent
from counter_app.journal.folds.case import CaseView
from counter_app.printing.copies import render_copy
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.printers import FolderPrinter
from counter_app.printing.render import PaperRenderer
from counter_app.printing.spool import Job, JobState, Spool
from counter_app.services import overriding, papers, printed, reprinting
from counter_app.services.counter import Acting, Counter, write
from counter_app.services.handling_results import (
    NoticeWish,
    OpenCase,
    OverrideNeeded,
    PaperWish,
)
from counter_app.services.paper_content import mark_of, paper_of
from counter_app.services.ports import Beside, NewFact, PrintOrder
from counter_app.services.reprinting import Reprinted, ReprintWish
from counter_app.services.runs import Place
from tests.unit.services.paper_cases import RESOURCES, Shipped, adult, child
from tests.unit.services.standing import Standing, code_of

COMING = dt.date(2026, 12, 7)


@pytest.fixture(scope="module")
def shipped() -> Shipped:
    return Shipped.load()


@pytest.fixture(scope="module")
def renderer() -> PaperRenderer:
    return PaperRenderer(PaperFonts(RESOURCES / "fonts"))


@pytest.fixture
def teller(here: Standing) -> Acting:
    return here.hire("80231", Role.TELLER)


def case_view(here: Standing, subject: str) -> CaseView:
    view = here.store.view(subject)
    assert isinstance(view, CaseView)
    return view


def opened(here: Standing, shipped: Shipped, acting: Acting, *, child_case: bool) -> OpenCase:
    """A case in the store, with a run built by hand."""
    case = case_view(here, here.begin_case(acting))
    runner = shipped.runners["GRKH"]
    run = child(runner) if child_case else adult(runner)
    return OpenCase(case, None, runner, run, Place(), False, None)


def written(here: Standing, acting: Acting, case: CaseView, issued: papers.Issued) -> CaseView:
    """What was issued, in one commit."""
    facts = [NewFact(case.subject, one) for one in issued.facts]
    beside = Beside(contents=issued.contents, orders=issued.orders)
    assert not isinstance(write(here.counter, acting.actor, facts, [case], beside), Refusal)
    return case_view(here, case.subject)


def completed(here: Standing, shipped: Shipped, acting: Acting) -> CaseView:
    """A case with its receipt and next-step notice issued."""
    one = opened(here, shipped, acting, child_case=False)
    issued = papers.for_completion(here.counter, acting, one, one.run, PaperWish())
    assert isinstance(issued, papers.Issued), issued
    return written(here, acting, one.case, issued)


# --- Issue ----------------------------------------------------------------------------------------


def test_completion_issues_receipt_and_notice(
    here: Standing, shipped: Shipped, teller: Acting
) -> None:
    case = completed(here, shipped, teller)
    assert [(one.paper, one.paper_kind) for one in case.papers] == [
        (f"{case.number}-R1", "R"),
        (f"{case.number}-N1", "N"),
    ]
    assert case.faults == ()
    for paper in case.papers:
        content = here.store.content(paper.content_hash)
        assert content is not None
        assert content.subject == case.subject
        assert paper_of(content.data).number == paper.paper
    orders = here.store.pending_orders()
    assert [(one.paper, one.copy_number, one.mark, state) for one, state in orders] == [
        (f"{case.number}-N1", 1, None, "queued"),
        (f"{case.number}-R1", 1, None, "queued"),
    ]


def test_sheets_run_on_within_case_and_kind(
    here: Standing, shipped: Shipped, teller: Acting
) -> None:
    one = opened(here, shipped, teller, child_case=True)
    for count in (1, 2):
        issued = papers.for_notice(here.counter, teller, one, one.run, NoticeWish(COMING))
        assert isinstance(issued, papers.Issued), issued
        case = written(here, teller, one.case, issued)
        assert case.papers[-1].paper == f"{case.number}-M{count}"
        one = replace(one, case=case)


def test_a_spoken_notice_is_judged_and_issues_nothing(
    here: Standing, shipped: Shipped, teller: Acting
) -> None:
    one = opened(here, shipped, teller, child_case=True)
    wish = NoticeWish(COMING, manner="spoken", reason="打印机坏了")
    assert papers.for_notice(here.counter, teller, one, one.run, wish) == papers.Issued()
    late = replace(wish, coming_on=dt.date(2027, 3, 1))
    assert code_of(papers.for_notice(here.counter, teller, one, one.run, late)) == "coming_too_late"


def test_the_read_back_issues_its_sheet(here: Standing, shipped: Shipped, teller: Acting) -> None:
    one = opened(here, shipped, teller, child_case=False)
    issued = papers.for_read_back(here.counter, teller, one, one.run, PaperWish("both"))
    assert isinstance(issued, papers.Issued)
    assert [fact.paper_kind for fact in issued.facts] == ["V"]


def test_a_practice_home_marks_everything(here: Standing, shipped: Shipped, teller: Acting) -> None:
    founded = here.branch.founded
    assert founded is not None
    purpose = founded.model_copy(update={"purpose": "practice"})
    here.branch = replace(here.branch, founded=purpose)
    case = completed(here, shipped, teller)
    marks = [mark_of(one.mark or "") for one, _state in here.store.pending_orders()]
    assert {mark.kind for mark in marks} == {"practice"}
    again = reprinting.reprint(
        here.counter, teller, case, ReprintWish(case.papers[0].paper, "皱了")
    )
    assert isinstance(again, Reprinted)
    assert mark_of(again.order.mark or "").kind == "practice"


# --- Reprint --------------------------------------------------------------------------------------


def test_a_reprint_of_the_day_needs_a_reason(
    here: Standing, shipped: Shipped, teller: Acting
) -> None:
    case = completed(here, shipped, teller)
    paper = case.papers[0]
    here.clock.go(hours=5)
    blank = reprinting.reprint(here.counter, teller, case, ReprintWish(paper.paper, "  "))
    assert code_of(blank) == "reason_needed"
    done = reprinting.reprint(here.counter, teller, case, ReprintWish(paper.paper, "客户遗失"))
    assert isinstance(done, Reprinted)
    assert done.order.content_hash == paper.content_hash
    assert done.order.copy_number == 2
    assert mark_of(done.order.mark or "") == PaperMark(
        "reprint", 2, "2026-11-23 14:00", "80231", same("客户遗失")
    )
    assert [copy[:2] for copy in done.case.papers[0].copies] == [(1, "asked"), (2, "asked")]
    assert here.kinds(case.subject)[-1] == "paper_reprinted"
    assert (done.order, "queued") in here.store.pending_orders()


def test_a_late_reprint_needs_an_approval_for_that_paper(
    here: Standing, shipped: Shipped, teller: Acting
) -> None:
    head = here.hire("80201", Role.SUPERVISOR, name="李华")
    case = completed(here, shipped, teller)
    paper, other = case.papers[0].paper, case.papers[1].paper
    here.clock.go(days=1)
    needed = reprinting.reprint(here.counter, teller, case, ReprintWish(paper, "客户遗失"))
    assert isinstance(needed, OverrideNeeded)
    assert (needed.matter, needed.item) == ("late_reprint", paper)
    asked = overriding.request(here.counter, teller, case.subject, needed)
    assert not isinstance(asked, Refusal)
    granted = overriding.grant_here(here.counter, head, asked.subject)
    assert not isinstance(granted, Refusal)
    quoted = overriding.quote_in_case(here.counter, teller, case, asked.subject)
    assert isinstance(quoted, CaseView)
    for_other = ReprintWish(other, "客户遗失", asked.subject)
    refused = reprinting.reprint(here.counter, teller, quoted, for_other)
    assert isinstance(refused, OverrideNeeded)
    done = reprinting.reprint(
        here.counter, teller, quoted, ReprintWish(paper, "客户遗失", asked.subject)
    )
    assert isinstance(done, Reprinted)
    assert mark_of(done.order.mark or "").at == "2026-11-24 09:00"
    assert done.case.reprint_approvals == {asked.subject: (paper, 2)}
    again = reprinting.reprint(
        here.counter, teller, done.case, ReprintWish(paper, "又丢了", asked.subject)
    )
    assert again == Refusal("approval_used", {"copy": 2})


def test_a_reprint_on_a_used_or_foreign_approval_is_a_fault_of_the_case(
    here: Standing, shipped: Shipped, teller: Acting
) -> None:
    """As a program might write it that judges less; the paper that came out stays in the record."""
    case = completed(here, shipped, teller)
    paper, other = case.papers[0].paper, case.papers[1].paper
    quoted = ApprovalQuoted(
        override="override/1",
        matter="late_reprint",
        item=paper,
        right="approve",
        requester="80231",
        requester_person="person/1",
        approver="80201",
        approver_person="person/2",
        right_entry="e",
    )
    here.write(teller.actor, (case.subject, quoted))
    told = [(other, 2), (paper, 2), (paper, 3)]
    for number, copy in told:
        fact = PaperReprinted(paper=number, copy_number=copy, reason="丢了", override="override/1")
        here.write(teller.actor, (case.subject, fact))
    view = case_view(here, case.subject)
    codes = ["reprinted_without_approval", "approval_used_twice"]
    assert [one.code for one in view.faults] == codes
    assert view.reprint_approvals == {"override/1": (paper, 2)}
    assert sum(len(one.copies) for one in view.papers) == 5


def test_before_the_cut_off_it_is_still_the_same_day(
    here: Standing, shipped: Shipped, teller: Acting
) -> None:
    case = completed(here, shipped, teller)
    here.clock.go(hours=17)
    assert not reprinting.is_late(here.counter, case.papers[0]), "02:00 belongs to the day before"
    here.clock.go(hours=1)
    assert reprinting.is_late(here.counter, case.papers[0])


def test_who_may_not_print_and_what_is_not_there(
    here: Standing, shipped: Shipped, teller: Acting
) -> None:
    auditor = here.hire("80002", Role.AUDITOR)
    case = completed(here, shipped, teller)
    wish = ReprintWish(case.papers[0].paper, "客户遗失")
    assert code_of(reprinting.reprint(here.counter, auditor, case, wish)) == "not_allowed"
    none = replace(wish, paper="03A-9999X-R1")
    assert code_of(reprinting.reprint(here.counter, teller, case, none)) == "unknown_paper"


# --- The spool's results --------------------------------------------------------------------------


class Clockwork:
    """The clock of the spool: it stands still with the counter's."""

    def __init__(self, here: Standing) -> None:
        self._here = here

    def now(self) -> dt.datetime:
        """The present instant."""
        return self._here.clock.now()


class Desk:
    """A store on its own thread, print orders and a spool over a folder."""

    def __init__(self, here: Standing, renderer: PaperRenderer, folder: Path) -> None:
        self.counter: Counter = here.counter
        self.worker = StoreWorker(here.store)
        self.worker.start()
        self.printer = FolderPrinter(folder)
        render = partial(render_copy, renderer)
        self.orders = PrintOrders(self.worker, render, partial(printed.record, self.counter))
        self.news: SimpleQueue[Job] = SimpleQueue()
        self.spool = Spool(
            {"printer": self.printer},
            self.orders,
            self.orders.pdf_of,
            Clockwork(here),
            self.news.put,
        )

    def feed(self) -> None:
        """What follows every commit: the spool is told of the orders that wait."""
        for order in self.orders.queued_orders():
            self.spool.submit(order)

    def wait_for(self, key: tuple[str, int], state: JobState) -> None:
        """Until the spool tells a state of a copy; the store has it before that."""
        while (job := self.news.get(timeout=30)).key != key or job.state is not state:
            pass

    def case(self, subject: str) -> CaseView:
        """The View, as the store's thread has it."""
        view = self.worker.submit(lambda store: store.view(subject)).result()
        assert isinstance(view, CaseView)
        return view

    def states(self) -> list[str]:
        """The states of copies not yet ended."""
        return [state for _order, state in self.orders.pending_orders()]


@pytest.fixture
def desk(
    here: Standing, renderer: PaperRenderer, tmp_path: Path, teller: Acting, shipped: Shipped
) -> Iterator[Desk]:
    completed(here, shipped, teller)
    made = Desk(here, renderer, tmp_path / "paper")
    yield made
    made.printer.recover()
    made.spool.stop(5)
    made.worker.stop()


SUBJECT = "case/1"


def test_sent_copies_are_facts_of_the_terminal_and_kept(
    desk: Desk, here: Standing, tmp_path: Path
) -> None:
    desk.spool.start()
    for job in desk.spool.jobs():
        desk.spool.release(*job.key)
    assert desk.spool.stop(30) == ()
    case = desk.case(SUBJECT)
    assert case.faults == ()
    for paper in case.papers:
        assert paper.copies == ((1, "sent", "printer"),)
        printed_file = tmp_path / "paper" / f"{paper.paper}.pdf"
        assert printed_file.read_bytes()[:5] == b"%PDF-"
    assert desk.states() == []
    number, kept = desk.worker.submit(lambda store: last_kept(here, store)).result()
    assert kept == (tmp_path / "paper" / f"{number}.pdf").read_bytes()
    assert actors(desk, here) == {"terminal/03"}


def last_kept(here: Standing, store: SqliteStore) -> tuple[str, bytes]:
    """The paper and the kept bytes of the last copy that was sent."""
    fact = here.history(SUBJECT)[-1].fact
    assert isinstance(fact, PaperSent)
    content = store.content(fact.pdf_hash)
    assert content is not None
    assert (content.media, content.subject) == ("application/pdf", SUBJECT)
    return fact.paper, content.data


def actors(desk: Desk, here: Standing) -> set[str]:
    """Who wrote what became of copies."""
    told = desk.worker.submit(lambda _store: here.history(SUBJECT)).result()
    return {one.entry.actor for one in told if one.entry.kind in ("paper_sent", "paper_failed")}


def test_orders_left_by_an_earlier_run_are_asked_about(desk: Desk) -> None:
    waiting = desk.spool.start()
    assert {job.state for job in waiting} == {JobState.HELD}
    desk.feed()
    assert desk.spool.stop(5) == ()
    assert desk.states() == ["held", "held"]
    assert {paper.copies for paper in desk.case(SUBJECT).papers} == {((1, "asked", ""),)}


def test_orders_committed_later_are_printed_at_once_and_once(
    desk: Desk, here: Standing, shipped: Shipped, teller: Acting, tmp_path: Path
) -> None:
    for job in desk.spool.start():
        desk.spool.cancel(*job.key)
    case = desk.case(SUBJECT)
    wish = ReprintWish(case.papers[0].paper, "客户遗失")
    done = desk.worker.submit(
        lambda _store: reprinting.reprint(desk.counter, teller, case_view(here, SUBJECT), wish)
    ).result()
    assert isinstance(done, Reprinted)
    for _again in range(3):
        desk.feed()
    assert desk.spool.stop(30) == ()
    assert len(list((tmp_path / "paper").glob("*.pdf"))) == 1
    copies = desk.case(SUBJECT).papers[0].copies
    assert copies == ((1, "failed", "given_up"), (2, "sent", "printer"))


def test_a_copy_refused_is_a_fact_and_may_be_sent_later(
    desk: Desk, expected_warnings: list[str]
) -> None:
    order = desk.orders.queued_orders()[0]
    key = (order.paper, order.copy_number)
    desk.spool.start()
    desk.printer.refuse()
    desk.spool.release(*key)
    desk.wait_for(key, JobState.FAILED)
    assert copies_of(desk, order) == ((1, "failed", "printer_refused"),)
    assert any("printer_refused" in one for one in expected_warnings)
    desk.printer.recover()
    assert printed.answer(desk.spool, *key, "print_again") is None
    assert desk.spool.stop(30) == ()
    assert copies_of(desk, order) == ((1, "sent", "printer"),)


def test_after_a_crash_a_person_says_that_it_came_out(
    desk: Desk, here: Standing, renderer: PaperRenderer
) -> None:
    order = desk.orders.queued_orders()[0]
    desk.orders.set_order_state(order.paper, 1, "printing")
    waiting = {job.key: job.state for job in desk.spool.start()}
    assert waiting[order.paper, 1] is JobState.UNKNOWN
    assert copies_of(desk, order) == ((1, "failed", "restart"),)
    assert printed.answer(desk.spool, order.paper, 1, "printed") is None
    assert copies_of(desk, order) == ((1, "sent", "printer"),)
    again = printed.answer(desk.spool, order.paper, 1, "print_again")
    assert again == Refusal("copy_not_waiting", {"paper": order.paper, "copy": 1})


def copies_of(desk: Desk, order: PrintOrder) -> tuple[tuple[int, str, str], ...]:
    """What became of an order's copies."""
    paper = desk.case(SUBJECT).paper(order.paper)
    assert paper is not None
    return paper.copies


def test_a_result_told_twice_is_one_fact(desk: Desk, here: Standing) -> None:
    order = desk.orders.queued_orders()[0]
    for _turn in range(2):
        desk.worker.submit(
            lambda _store: printed.record(desk.counter, order, "sent", "", b"%PDF-x")
        ).result()
    kinds = desk.worker.submit(lambda _store: here.kinds(SUBJECT)).result()
    assert kinds.count("paper_sent") == 1


def test_a_copy_of_an_unknown_case_is_refused(here: Standing, teller: Acting) -> None:
    order = PrintOrder("03A-0001X-R1", "case/none", 1, "h", "printer", None, "2026-11-23T01:00:00Z")
    assert code_of(printed.record(here.counter, order, "failed", "x", None)) == "unknown_paper"
