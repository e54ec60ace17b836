"""Restricted business leaves no word where others look: lists, search, replay, papers, exports.

One word is planted in everything that may be typed into it. Whoever works on it, and who has the right,
must find it: so a search that looks in the wrong place fails here.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from counter_app.db.queries import SqliteReader, open_reader
from counter_app.db.store import StoreFiles
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.exchange.workbook import day_workbook
from counter_app.i18n import Language
from counter_app.journal.facts.case import CaseStarted, PartyTaken
from counter_app.journal.folds.care import RestrictedView
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.render import PaperRenderer
from counter_app.services import following, handling, noting, parking, receipts, referring
from counter_app.services.counter import Acting
from counter_app.services.day_closing import read_own_day
from counter_app.services.day_sheet import DaySheet, paper_of_day, read_sheet, tables_of
from counter_app.services.following import PromiseTold
from counter_app.services.handling_results import NoticeWish, OpenCase, PaperWish
from counter_app.services.paper_content import paper_content
from counter_app.services.read_models import LogFilter, Sight
from counter_app.services.referring import EnquiryTold, Referred
from counter_app.services.runs import Place
from counter_app.services.sight import sight_of
from counter_app.ui.supervision.replay_source import read_replay
from tests.unit.printing.reading import squeezed, text_of
from tests.unit.services.served import begun, served
from tests.unit.services.standing import KEY, RESOURCES, Standing

LANGUAGES: tuple[Language, ...] = ("zh", "en")
WORD = "鲸落"
"""Stands in no procedure, rule or text of ours."""
OFFICER = PartyTaken(person="person/1", part="self", name=f"{WORD}警官", customer="customer/whale")
TOLD = {
    "matter": "freeze",
    "authority_name": f"{WORD}市公安局",
    "officers": "2",
    "letter_number": f"{WORD}冻字1号",
    "received_by": f"{WORD}行长",
}


@dataclass(frozen=True)
class Branch:
    """A branch in which a teller took in what is restricted, and others work."""

    here: Standing
    reader: SqliteReader
    teller: Acting
    other: Acting
    supervisor: Acting
    auditor: Acting
    done: OpenCase
    parked: OpenCase

    @property
    def today(self) -> str:
        return self.here.counter.today().isoformat()


@pytest.fixture
def branch(offering: Standing, tmp_path: Path) -> Iterator[Branch]:
    here = offering
    teller = here.hire("80231", Role.TELLER)
    other = here.hire("80232", Role.TELLER, name="陈亮")
    supervisor = here.hire("80240", Role.SUPERVISOR, name="赵红")
    auditor = here.hire("80260", Role.AUDITOR, name="钱审")
    done = begun(here, teller, "SFYJ", OFFICER)
    answer = served(here, teller, done, TOLD)
    assert isinstance(answer, OpenCase), answer
    noting.note(here.counter, teller, answer.case.subject, f"{WORD}到了")
    owed = PromiseTold(done.case.subject, f"{WORD}回执", here.counter.today(), "80231", "柜员")
    following.promise(here.counter, teller, owed)
    waits = begun(here, teller, "SFYJ", OFFICER)
    run = waits.run.with_value("letter_number", f"{WORD}查字2号")
    parked = parking.park(here.counter, teller, waits.at(run, Place()), f"等{WORD}")
    assert isinstance(parked, OpenCase), parked
    refer_all(here, teller, answer.case.subject)
    reader = open_reader(StoreFiles.in_home(tmp_path / "home").database, KEY)
    yield Branch(here, reader, teller, other, supervisor, auditor, answer, parked)
    reader.close()


def refer_all(here: Standing, teller: Acting, case: str) -> None:
    """What was observed, the police, an authority: each with the word."""
    post = Referred(f"{WORD}岗", case=case)
    enquiry = EnquiryTold(f"{WORD}法院", (f"{WORD}1", f"{WORD}2"), f"{WORD}令", "14:10")
    for answer in (
        referring.refer_observation(here.counter, teller, post),
        referring.refer_police(here.counter, teller, post, "14:05", f"{WORD}-7717"),
        referring.refer_enquiry(here.counter, teller, post, enquiry),
    ):
        assert isinstance(answer, RestrictedView), answer


def lists_of(branch: Branch, acting: Acting) -> str:
    """Everything that lists, searches, number look-ups and the own day show this person."""
    reader, sight, today = branch.reader, sight_of(acting), branch.today
    numbers = (branch.done.case.number, branch.parked.case.number)
    log = reader.day_log(LogFilter(today, sight=sight))
    return repr(
        (
            reader.desk(acting.staff, "03", today),
            reader.search(WORD, 20, sight),
            *(reader.search(one, 20, sight) for one in numbers),
            *(reader.case_by_number(one, sight) for one in numbers),
            reader.cases_of_customer("customer/whale"),
            *(reader.cases_under(one.case.subject) for one in (branch.done, branch.parked)),
            log.lines,
            log.total,
            read_own_day(reader, acting, "03", dt.date.fromisoformat(today)),
            reader.help_calls(),
            reader.staff(),
        )
    )


def opened_by(branch: Branch, acting: Acting) -> str:
    """What opening, resuming and replaying the cases by their subject gives this person."""
    counter, told = branch.here.counter, []
    for one in (branch.done, branch.parked):
        subject = one.case.subject
        told.append(repr(handling.open_case(counter, acting, subject)))
        told.append(repr(read_replay(branch.reader, subject, acting)))
    return "".join(told)


def sheet(branch: Branch) -> DaySheet:
    founded = branch.here.branch.founded
    assert founded is not None
    return read_sheet(branch.reader, founded, {}, dt.date.fromisoformat(branch.today))


def workbook(branch: Branch, language: Language) -> str:
    with zipfile.ZipFile(io.BytesIO(day_workbook(sheet(branch), language))) as book:
        return "".join(book.read(name).decode("utf-8") for name in book.namelist())


def pdf(branch: Branch) -> str:
    paper = paper_of_day(sheet(branch), branch.here.counter.instant(), "80240")
    content = paper_content(paper, "day")
    renderer = PaperRenderer(PaperFonts(RESOURCES / "fonts"))
    return squeezed(text_of(renderer.render_pdf(paper, content.hash)))


def parked_plainly(branch: Branch) -> OpenCase:
    """A case like any other, that waits."""
    plain = begun(branch.here, branch.teller, "GS")
    parked = parking.park(branch.here.counter, branch.teller, plain, "取证件")
    assert isinstance(parked, OpenCase), parked
    return parked


def traces(branch: Branch) -> tuple[str, ...]:
    """What would tell of it: the word, and the numbers of the cases."""
    return (WORD, branch.done.case.number, branch.parked.case.number)


READINGS: tuple[Callable[[Branch, Acting], str], ...] = (lists_of, opened_by)


def test_a_colleague_finds_nothing_and_others_do(branch: Branch) -> None:
    seeing = (branch.teller, branch.supervisor, branch.auditor)
    for read in READINGS:
        hidden = read(branch, branch.other)
        assert [one for one in traces(branch) if one in hidden] == [], read.__name__
        for acting in seeing:
            shown = read(branch, acting)
            missed = [one for one in traces(branch) if one not in shown]
            assert missed == [], (read.__name__, acting.staff)


def test_a_search_names_it_to_the_right_eyes_alone(branch: Branch) -> None:
    def cases(acting: Acting) -> set[str]:
        found = branch.reader.search(WORD, 20, sight_of(acting))
        return {one.subject for one in found.cases}

    both = {branch.done.case.subject, branch.parked.case.subject}
    assert cases(branch.supervisor) == cases(branch.teller) == both
    assert cases(branch.other) == set()
    assert branch.reader.search(WORD).cases == ()


def test_who_may_not_see_it_is_told_that_there_is_none(branch: Branch) -> None:
    subject, counter = branch.parked.case.subject, branch.here.counter
    unknown = Refusal("unknown_case")
    assert handling.open_case(counter, branch.other, subject) == unknown
    assert parking.resume(counter, branch.other, subject) == unknown
    assert read_replay(branch.reader, subject, branch.other) == unknown


def test_the_matters_passed_on_are_read_in_order_with_their_times(branch: Branch) -> None:
    assert branch.reader.beside_cases(branch.today).matters == ()
    lines = branch.reader.beside_cases(branch.today, Sight(restricted=True)).matters
    assert [one.matter for one in lines] == ["observation", "police", "enquiry"]
    assert all(WORD in one.to_post and one.referred_at for one in lines)
    assert (lines[1].badge, lines[1].at) == (f"{WORD}-7717", "14:05")
    assert (lines[2].document, lines[2].officers) == (f"{WORD}令", 2)
    assert f"{WORD}1" not in repr(lines), "the officers' own numbers stay out of every list"


def test_no_export_tells_of_it(branch: Branch) -> None:
    number = parked_plainly(branch).case.number
    exported: list[str] = [pdf(branch)]
    for language in LANGUAGES:
        exported += [workbook(branch, language), repr(tables_of(sheet(branch), language))]
    for one in exported:
        assert number in one, "other cases do stand in it"
        assert [trace for trace in traces(branch) if trace in one] == []


def test_it_gives_no_paper_whatever_is_asked(branch: Branch) -> None:
    counter, teller, done, parked = (
        branch.here.counter,
        branch.teller,
        branch.done,
        branch.parked,
    )
    assert done.case.papers == ()
    receipt = receipts.give_receipt(counter, teller, done, PaperWish(receipt=True))
    assert isinstance(receipt, Refusal)
    wish = NoticeWish(None)
    assert isinstance(parking.give_notice(counter, teller, parked, parked.run, wish), Refusal)
    rows = branch.here.store._driver.execute("SELECT media FROM content WHERE subject IS NOT NULL")
    assert [media for (media,) in rows if media in ("paper", "application/pdf")] == []
    assert branch.reader.desk(teller.staff, "03", branch.today).papers == ()


def test_every_word_of_it_is_of_the_restricted_audience(branch: Branch) -> None:
    store = branch.here.store
    said = [
        one for one in store.entries_after(store.journal_id, 0, 10_000) if WORD in (one.body or "")
    ]
    assert len(said) > 10
    assert {one.audience for one in said} == {"restricted"}
    subjects = {branch.done.case.subject, branch.parked.case.subject}
    entries = [one for subject in subjects for one in store.entries_of(subject)]
    assert {one.audience for one in entries} == {"restricted"}


def test_a_plain_case_says_nothing_of_restriction(branch: Branch) -> None:
    plain = begun(branch.here, branch.teller, "GS")
    assert isinstance(plain.case.started, CaseStarted)
    assert plain.case.started.restricted is None
    bodies = [one.body or "" for one in branch.here.store.entries_of(plain.case.subject)]
    assert "restricted" not in "".join(bodies)


def test_handed_over_it_is_seen_by_the_colleague_who_was_given_it(branch: Branch) -> None:
    counter, teller = branch.here.counter, branch.teller
    resumed = parking.resume(counter, teller, branch.parked.case.subject)
    assert isinstance(resumed, OpenCase), resumed
    given = parking.hand_over(counter, teller, resumed, "80232", f"{WORD}在等")
    assert isinstance(given, OpenCase), given
    desk = branch.reader.desk("80232", "03", branch.today)
    assert [one.subject for one in desk.handed_over] == [given.case.subject]
    assert isinstance(handling.open_case(counter, branch.other, given.case.subject), OpenCase)
