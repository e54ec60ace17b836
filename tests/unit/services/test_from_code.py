"""A case goes on from its notice's code where it is not held, and is one with the original later."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.db.queries import open_reader
from counter_app.db.store import FirstEntry, StoreFiles, create_store
from counter_app.domain.qr import CaseSkeleton, ItemState, read_qr
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.forms.run_state import ItemResult, Outcome, RunState, StepId
from counter_app.journal.facts.case import PartyTaken
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.facts.people import StaffLeft
from counter_app.journal.folds.case import CaseView
from counter_app.rehearsal.simulated_branch import SimulatedBranch
from counter_app.services import founding, from_code, handling, parking, visiting
from counter_app.services.counter import Acting, Counter, Terminal, instant_text
from counter_app.services.handling_results import NoticeWish, OpenCase, PaperWish
from counter_app.services.paper_content import paper_of
from counter_app.services.ports import Beside, NewFact, Stamp, Written
from tests.fakes.signing import exchange
from tests.unit.services.standing import (
    BRANCH_TOLD,
    FIRST,
    KEY,
    MORNING,
    CountingIds,
    Standing,
    code_of,
    new_standing,
    shipped_versions,
)


class OtherWindow(Standing):
    """A second PC of the branch, with letters of its own."""

    @property
    def counter(self) -> Counter:
        return replace(super().counter, terminal=Terminal("04", "B", "printer"))


class Branch:
    """Window 3 with its home, window 4 with its, and the shelf between them."""

    def __init__(self, folder: Path) -> None:
        self.shelf = SimulatedBranch()
        self.here = new_standing(folder / "three")
        content = shipped_versions()
        done = founding.found(self.here.counter, BRANCH_TOLD, FIRST, content, MORNING.date())
        assert isinstance(done, founding.Founded), done
        self.here.branch = done.branch
        self.here.hire("80231", Role.TELLER, name="王敏")
        self.here.hire("80232", Role.TELLER, name="陈亮")
        self.there = other_window(folder / "four", self.here)
        self.there_files = StoreFiles.in_home(folder / "four")
        self.exchange()
        hold_content(self.there)

    def exchange(self) -> None:
        """Both windows reach the branch, twice, so that each has all."""
        for _round in range(2):
            for one in (self.here, self.there):
                assert exchange(one.store, self.shelf).rejected == ()


def other_window(home: Path, first: Standing) -> OtherWindow:
    home.mkdir(parents=True)
    opened = JournalOpened(
        branch="branch/demo-1", terminal="04", letter="B", public_key="00", program="0"
    )
    stamp = Stamp("terminal/04", instant_text(MORNING), "2026-11-23")
    entry = FirstEntry("01979f3e-0000-7000-8000-00000000000b", opened, stamp)
    store = create_store(StoreFiles.in_home(home), KEY, entry, random.Random(4).randbytes)
    return OtherWindow(store, ids=CountingIds(1000), branch=first.branch)


def hold_content(there: Standing) -> None:
    """The branch's content comes with the exchange; here it is put in by hand."""
    contents = tuple(one.content for one in shipped_versions())
    stamp = Stamp("staff/80001", instant_text(there.counter.instant()), "2026-11-23")
    noted = NewFact("staff/80299", StaffLeft(reason="x"))
    answer = there.store.append([noted], {}, stamp, Beside(contents=contents))
    assert isinstance(answer, Written)


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Branch]:
    made = Branch(tmp_path)
    yield made
    made.here.store.close()
    made.there.store.close()


def at_window(standing: Standing, staff: str, window: str) -> Acting:
    return replace(standing.acting(staff), window=window)


def begin(
    standing: Standing, acting: Acting, name: str = "李桂兰"
) -> tuple[str, tuple[PartyTaken, ...]]:
    """A visit with one person whose card was looked at."""
    visit = visiting.start_visit(standing.counter, acting)
    assert not isinstance(visit, Refusal)
    told = visiting.PersonTold(
        "p1", name=name, paper="resident_id", number="11010519491231002X", no_expiry=True
    )
    received = visiting.receive(standing.counter, acting, visit.subject, [told])
    assert isinstance(received, visiting.Received), received
    return visit.subject, received.parties


def confirmed(standing: Standing, acting: Acting, opened: OpenCase, run: RunState) -> OpenCase:
    answer = handling.confirm(standing.counter, acting, opened, run, PaperWish())
    assert isinstance(answer, OpenCase), answer
    return answer


def noticed(branch: Branch) -> OpenCase:
    """A case of window 3: one paper is lacking, the customer goes home with a notice."""
    here, acting = branch.here, at_window(branch.here, "80231", "3")
    visit, parties = begin(here, acting)
    opened = handling.start_case(here.counter, acting, visit, "GRKH", parties)
    assert isinstance(opened, OpenCase), opened
    opened = confirmed(here, acting, opened, opened.run.with_value("account_class", "class_two"))
    run = opened.run
    for line in opened.runner.checklist(run)[:1]:
        run = run.with_result(line.id, ItemResult(Outcome.COPIED, no_expiry=True))
    given = parking.give_notice(here.counter, acting, opened, run, NoticeWish(None))
    assert isinstance(given, OpenCase), given
    return given


def skeleton_of(branch: Branch, case: CaseView) -> CaseSkeleton:
    """What the printed notice's code says."""
    content = branch.here.store.content(case.papers[-1].content_hash)
    assert content is not None
    text = paper_of(content.data).skeleton
    assert text is not None
    code = read_qr(text)
    assert isinstance(code, CaseSkeleton)
    return code


def opened_there(branch: Branch, code: CaseSkeleton) -> tuple[Acting, OpenCase]:
    """The customer comes to window 4, which has not heard of the case."""
    there = branch.there
    there.clock.go(days=1)
    acting = at_window(there, "80232", "4")
    visit, parties = begin(there, acting)
    answer = from_code.start_from_code(there.counter, acting, code, visit, parties)
    assert isinstance(answer, OpenCase), answer
    return acting, answer


def test_the_code_opens_the_case_under_its_own_subject(branch: Branch) -> None:
    given = noticed(branch)
    code = skeleton_of(branch, given.case)
    assert not from_code.is_held(branch.there.counter, code)
    _acting, opened = opened_there(branch, code)
    case = opened.case
    assert case.subject == given.case.subject
    assert case.is_provisional
    assert case.service == "GRKH"
    assert case.number.startswith("04B-")
    assert case.started is not None
    assert given.case.started is not None
    assert case.started.procedure_hash == given.case.started.procedure_hash
    assert opened.run.step is StepId.NEED


def test_what_was_given_back_is_asked_again_and_what_stayed_is_not(branch: Branch) -> None:
    given = noticed(branch)
    code = skeleton_of(branch, given.case)
    items = given.runner.procedure.spec.checklist
    stays = next(
        place for place, one in enumerate(items) if not one.returned or one.form == "filled_here"
    )
    goes = next(place for place, one in enumerate(items) if one.returned and one.form == "original")
    states = list(code.items)
    states[stays], states[goes] = ItemState.FILLED, ItemState.COPIED
    _acting, opened = opened_there(branch, replace(code, items=tuple(states)))
    assert opened.run.results[items[stays].id].outcome is Outcome.SEEN
    assert items[goes].id not in opened.run.results


def test_the_original_arrives_later_and_both_are_one(branch: Branch) -> None:
    """Whoever folds when: both windows hold the same View, and nothing is lost."""
    given = noticed(branch)
    acting, opened = opened_there(branch, skeleton_of(branch, given.case))
    opened = confirmed(
        branch.there, acting, opened, opened.run.with_value("account_class", "class_two")
    )
    own_number = opened.case.number
    branch.exchange()
    subject = given.case.subject
    one, other = (window.store.view(subject) for window in (branch.here, branch.there))
    assert isinstance(one, CaseView)
    assert one == other
    assert one.faults == ()
    assert not one.is_provisional
    assert one.number == given.case.number
    assert one.also_numbered == (own_number,)
    assert one.state == "open"
    assert one.owner.value is not None
    assert one.owner.value.staff == "80232"
    assert not one.owner.in_conflict
    assert one.notice == given.case.notice
    assert one.visits[-1] == opened.case.visits[-1]
    assert set(one.visits) == {*given.case.visits, *opened.case.visits}
    assert set(given.case.documents) <= set(one.documents)


def test_it_is_found_by_the_number_its_papers_had_before(branch: Branch) -> None:
    given = noticed(branch)
    _acting, opened = opened_there(branch, skeleton_of(branch, given.case))
    own = opened.case.number
    branch.exchange()
    reader = open_reader(branch.there_files.database, KEY)
    try:
        for number in (own, f"{own}-R1", given.case.number):
            found = reader.case_by_number(number)
            assert [(one.subject, one.number) for one in found] == [
                (given.case.subject, given.case.number)
            ]
    finally:
        reader.close()


def test_the_desk_goes_on_after_the_original_has_arrived(branch: Branch) -> None:
    given = noticed(branch)
    acting, opened = opened_there(branch, skeleton_of(branch, given.case))
    branch.exchange()
    opened = confirmed(
        branch.there, acting, opened, opened.run.with_value("account_class", "class_two")
    )
    assert opened.case.number == given.case.number
    assert opened.held_by is None
    assert opened.run.step is not StepId.RECEPTION
    branch.exchange()
    one, other = (window.store.view(given.case.subject) for window in (branch.here, branch.there))
    assert one == other
    assert len(one.heads) == 1
    assert one.faults == ()


def test_two_windows_that_opened_it_apart_are_in_conflict_about_whose_it_is(
    branch: Branch,
) -> None:
    given = noticed(branch)
    code = skeleton_of(branch, given.case)
    opened_there(branch, code)
    here = branch.here
    acting = at_window(here, "80231", "3")
    resumed = parking.resume(here.counter, acting, given.case.subject)
    assert isinstance(resumed, OpenCase)
    branch.exchange()
    view = here.store.view(given.case.subject)
    assert isinstance(view, CaseView)
    assert view.owner.in_conflict
    assert view == branch.there.store.view(given.case.subject)


def test_a_case_that_is_held_is_not_begun_again(branch: Branch) -> None:
    given = noticed(branch)
    code = skeleton_of(branch, given.case)
    before = branch.here.fact_count()
    acting = at_window(branch.here, "80231", "3")
    answer = from_code.start_from_code(branch.here.counter, acting, code, "visit/1")
    assert answer is None
    assert branch.here.fact_count() == before


def test_another_version_of_the_procedure_asks_every_paper_anew(branch: Branch) -> None:
    given = noticed(branch)
    code = replace(skeleton_of(branch, given.case), procedure_hash="0" * 12)
    _acting, opened = opened_there(branch, code)
    assert opened.run.results == {}
    assert opened.case.service == "GRKH"


def test_a_service_nobody_offers_is_refused(branch: Branch) -> None:
    code = CaseSkeleton("ABC", "NONE", "0" * 12, (), dt.date(2026, 11, 23))
    acting = at_window(branch.there, "80232", "4")
    refused = from_code.start_from_code(branch.there.counter, acting, code, "visit/1")
    assert code_of(refused) == "service_not_offered"


def test_with_nobody_at_the_window_a_visit_begins(branch: Branch) -> None:
    code = skeleton_of(branch, noticed(branch).case)
    acting = at_window(branch.there, "80232", "4")
    opened = from_code.start_from_code(branch.there.counter, acting, code)
    assert isinstance(opened, OpenCase)
    assert opened.visit is not None
    assert opened.visit.ended is None
    assert opened.case.parties == ()


def test_only_who_serves_opens_it(branch: Branch) -> None:
    code = CaseSkeleton("ABC", "GRKH", "0" * 12, (), dt.date(2026, 11, 23))
    acting = at_window(branch.there, "80001", "4")
    refused = from_code.start_from_code(branch.there.counter, acting, code, "visit/1")
    assert code_of(refused) == "not_allowed"
