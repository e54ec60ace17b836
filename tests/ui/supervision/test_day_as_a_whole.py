"""The day as a whole, as the pages read it: times by work state, late entries, promises."""

import datetime as dt
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from counter_app.exchange.workbook import day_workbook
from counter_app.i18n import Language
from counter_app.journal.facts import case as facts
from counter_app.journal.facts import presence
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.people import WorkStateEnded, WorkStateSet
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.render import PaperRenderer
from counter_app.services import day_closing
from counter_app.services.day_sheet import DaySheet, paper_of_day, read_sheet
from counter_app.services.work_times import WorkTimes
from tests.ui.supervision.day import Day, loss_reported, promised
from tests.unit.printing.reading import squeezed, text_of
from tests.unit.services.standing import RESOURCES

TODAY = dt.date(2026, 11, 23)


Moment = tuple[float, str, Fact]


def visit(name: str, start: float, end: float, *also: Moment) -> list[Moment]:
    """王敏 receives somebody at one minute and lets go at another."""
    subject = f"visit/{name}"
    come = presence.VisitStarted(terminal="03", window="3", staff="80231")
    gone = presence.VisitEnded(outcome="served")
    return [(start, subject, come), *also, (end, subject, gone)]


def entered_late(name: str, at: float) -> Moment:
    """A case of a visit that was on paper before."""
    paper = facts.OnPaper(
        paper="E03-GS-261123-07", happened_at="2026-11-23 09:40", served_by="80231"
    )
    started = facts.CaseStarted(
        number="03A-9970X",
        visit=f"visit/{name}",
        service="GS",
        procedure_hash="p",
        rules_hash="r",
        terminal="03",
        window="3",
        staff="80231",
        on_paper=paper,
    )
    return (at, f"case/{name}", started)


def spell(state: str, start: float, end: float) -> list[Moment]:
    """王敏's work state from one minute to another."""
    told = WorkStateSet(terminal="03", state=state, case=None)
    return [(start, f"work/{state}", told), (end, f"work/{state}", WorkStateEnded())]


def lived(day: Day, moments: list[Moment]) -> None:
    """All of it, in order of time."""
    for at, subject, fact in sorted(moments, key=lambda one: one[0]):
        day.office.at(at)
        day.standing.write(day.wang.actor, (subject, fact))


def sheet_of(day: Day) -> DaySheet:
    """The branch's sheet."""
    founded = day.standing.counter.branch.founded
    assert founded is not None
    return read_sheet(day.office.reader, founded, {}, TODAY)


def own_times(day: Day) -> WorkTimes | None:
    """王敏's own day."""
    return day_closing.read_own_day(day.office.reader, day.wang, "03", TODAY).times


def words_of(book: bytes) -> str:
    """All words of a workbook."""
    return ZipFile(BytesIO(book)).read("xl/sharedStrings.xml").decode()


@pytest.fixture
def kept(day: Day) -> Day:
    """Two visits with three work states, and a third that was entered late."""
    moments = [
        *visit("a", 10, 40),
        *spell("at_core", 12, 17),
        *spell("machine_fault", 20, 26),
        *spell("core_slow", 30, 34),
        *visit("b", 50, 60),
        *visit("late", 70, 130, entered_late("late", 71)),
    ]
    lived(day, moments)
    day.office.at(140)
    return day


def test_faults_and_a_slow_core_are_no_serving_time_and_late_entries_no_time(kept: Day) -> None:
    own = own_times(kept)
    assert own is not None
    assert (own.visits, own.whole) == (2, dt.timedelta(minutes=40))
    assert own.serving == dt.timedelta(minutes=30)
    assert own.a_visit == dt.timedelta(minutes=15)
    (of_branch,) = sheet_of(kept).times
    assert of_branch.serving == own.serving


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "zh",
            (
                "机具故障，不计（分）",
                "核心慢，不计（分）",
                "核心系统办理中（分）",
                "每次中位数（分）",
            ),
        ),
        (
            "en",
            ("Machine fault, kept apart (min)", "At the core system (min)", "Median a visit (min)"),
        ),
    ],
)
def test_the_workbook_has_the_times_by_state(
    kept: Day, language: Language, words: tuple[str, ...]
) -> None:
    told = words_of(day_workbook(sheet_of(kept), language))
    for said in words:
        assert said in told, said


def test_the_paper_has_the_times_by_state_and_marks_the_late_entry(kept: Day) -> None:
    paper = paper_of_day(sheet_of(kept), dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC), "80201")
    pdf = PaperRenderer(PaperFonts(RESOURCES / "fonts")).render_pdf(paper, "c" * 64)
    told = squeezed(text_of(pdf))
    for said in (
        "到店2，服务30分，每次中位15分",
        "核心系统办理中5分",
        "机具故障6分不计入服务",
        "核心慢4分不计入服务",
        "03A-9970X",
        "E03-GS-261123-07",
    ):
        assert said in told, said


def test_promises_that_are_due_are_open_with_owner_post_and_who_is_away(day: Day) -> None:
    loss_reported(day, "done", day.wang, 10)
    promised(day, "due", "电话提醒领卡", "2026-11-20", day.wang)
    promised(day, "today", "核实地址", "2026-11-23", day.chen)
    promised(day, "later", "回访", "2026-11-30", day.wang)
    day.office.at(90)
    sheet = sheet_of(day)
    due = [one for one in sheet.open if one.kind == "follow_up"]
    assert [one.words for one in due] == ["电话提醒领卡", "核实地址"]
    assert all(one.absent for one in due)
    assert [one.kind for one in sheet.signature.left_open].count("follow_up") == 2
    told = words_of(day_workbook(sheet, "zh"))
    assert "电话提醒领卡（王敏 80231，柜员，过期 3 天，未签到，请转交）" in told
    assert "当天到期" in told
    assert "not signed on: pass it on" in words_of(day_workbook(sheet, "en"))


def test_a_promise_kept_later_does_not_make_a_signed_day_look_changed(day: Day) -> None:
    loss_reported(day, "done", day.wang, 10)
    subject = promised(day, "due", "电话提醒领卡", "2026-11-20", day.wang)
    day.office.at(90)
    before = sheet_of(day)
    day.standing.write(day.wang.actor, (subject, presence.FollowUpDone(result="已告知")))
    after = sheet_of(day)
    assert len(before.open) == len(after.open) + 1
    assert before.hash == after.hash == replace(after, open=()).hash
