"""The pure models behind the pages: persons, undo, checklist rows, left pane, notice days."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from counter_app.domain.qr import CaseSkeleton, ItemState, encode_skeleton
from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import ItemResult, Outcome, RunState, StepId
from counter_app.services.read_models import (
    CaseLine,
    Desk,
    FollowUpLine,
    PaperLine,
    VisitLine,
)
from counter_app.services.visiting import PersonTold
from counter_app.ui.desk import checklist_model, notice_model
from counter_app.ui.desk.history import History
from counter_app.ui.desk.left_pane import PaneNow, groups_of
from counter_app.ui.desk.people import People
from counter_app.ui.desk.scans import CaseScanned, read_scan
from counter_app.ui.desk.timing import clock_words, is_long, running_words, short_day
from tests.ui.desk.playing import NUMBER, SECOND_NUMBER
from tests.unit.forms.cases import adult, runner_for
from tests.unit.services.standing import calendar

TODAY = dt.date(2026, 11, 23)
NOW = dt.datetime(2026, 11, 23, 6, 0, tzinfo=dt.UTC)
RUN = RunState(TODAY, parties=(adult(),)).with_value("account_class", "class_two")


# --- persons


def test_a_scan_is_for_the_person_in_focus_without_a_number() -> None:
    two = People((PersonTold("p1"), PersonTold("p2", "agent")))
    scanned = two.scanned(NUMBER, TODAY, "p2")
    assert scanned is not None
    assert [one.number for one in scanned.persons] == ["", NUMBER]


def test_a_scan_for_nobody_in_particular_is_for_the_first_without() -> None:
    told = People((PersonTold("p1", number=SECOND_NUMBER), PersonTold("p2", "agent")))
    scanned = told.scanned(NUMBER, TODAY)
    assert scanned is not None
    assert scanned.person("p2").number == NUMBER


def test_what_is_no_identity_number_changes_nothing() -> None:
    assert People().scanned("#17", TODAY) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("03A-0001C", CaseScanned(number="03A-0001C")),
        ("03a0001c", CaseScanned(number="03A-0001C")),
        ("03A-0001C-M1", CaseScanned(number="03A-0001C")),
        ("CT1/03A-0001C-R1/0123456789AB", CaseScanned(number="03A-0001C")),
        (NUMBER, None),
        ("03A-0001D", None),
        ("CB77301846", None),
    ],
)
def test_codes_of_ours_are_told_from_numbers(text: str, found: CaseScanned | None) -> None:
    assert read_scan(text) == found


def test_a_skeleton_names_its_case() -> None:
    case_id = "01979f3e-7a10-7c02-8e11-0b5d6a7c8f90"
    skeleton = CaseSkeleton(case_id, "GRKH", "0123456789ab", (ItemState.SEEN,), TODAY)
    text = encode_skeleton(skeleton)
    assert isinstance(text, str)
    scanned = read_scan(text)
    assert isinstance(scanned, CaseScanned)
    assert scanned.code is not None
    assert scanned.code.case_id == case_id
    damaged = read_scan(text[:-1])
    assert isinstance(damaged, Refusal)
    assert damaged.code == "qr_damaged"


@pytest.mark.parametrize(
    ("parts", "next_part"),
    [
        (["self"], "agent"),
        (["self", "agent"], "companion"),
        (["ward"], "guardian"),
        (["guardian"], "ward"),
        (["ward", "guardian"], "companion"),
        (["agent"], "self"),
    ],
)
def test_the_part_that_is_lacking_is_offered(parts: list[str], next_part: str) -> None:
    told = tuple(PersonTold(f"p{n}", part) for n, part in enumerate(parts))  # type: ignore[arg-type]
    assert People(told).added().persons[-1].part == next_part


def test_the_last_person_stays() -> None:
    assert len(People().removed("p1").persons) == 1


# --- undo


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=3)), max_size=12))
def test_undoing_everything_leads_back_and_redoing_forth(changes: list[tuple[str, str]]) -> None:
    history, run = History(), RunState(TODAY)
    for number, (field, text) in enumerate(changes):
        history, run = history.changed(run, f"{number}"), run.with_value(field, text)
    last, undone = run, 0
    while (found := history.undo(run)) is not None:
        history, run = found
        undone += 1
    assert undone == len(changes)
    assert run.values == {}
    while (found := history.redo(run)) is not None:
        history, run = found
    assert run == last


def test_typing_on_in_one_field_is_one_change() -> None:
    run = RunState(TODAY)
    history = History()
    for text in ("东", "东大", "东大街"):
        history, run = history.changed(run, "address"), run.with_value("address", text)
    found = history.undo(run)
    assert found is not None
    assert found[1].values == {}


def test_undo_keeps_what_steps_have_confirmed() -> None:
    old = RunState(TODAY, step=StepId.NEED, reached=StepId.NEED)
    now = replace(old, step=StepId.DOCUMENTS, reached=StepId.DOCUMENTS, confirmed={"a": "1"})
    found = History().changed(old, "").undo(now)
    assert found is not None
    assert (found[1].step, found[1].confirmed) == (StepId.NEED, {"a": "1"})


# --- checklist


def test_a_tick_goes_round(qapp: QApplication) -> None:
    runner = runner_for("GRKH")
    run, seen = RUN, []
    for _press in range(4):
        line = next(one for one in runner.checklist(run) if one.id == "holder_id")
        run = checklist_model.ticked(line, run)
        found = run.results.get("holder_id")
        seen.append(found.outcome if found else None)
    assert seen == [Outcome.COPIED, Outcome.SEEN, None, Outcome.COPIED]


def test_lines_not_needed_are_one_row(qapp: QApplication) -> None:
    lines = runner_for("GRKH").checklist(RUN)
    items = checklist_model.items_of(lines, checklist_model.Showing("zh", TODAY))
    assert items[-1].code == checklist_model.SKIPPED
    assert items[-1].title.startswith("13 项不适用：")
    assert len(items) == 5


def test_a_line_not_needed_says_when_it_is_or_that_it_is_not_today(qapp: QApplication) -> None:
    lines = runner_for("GRKH").checklist(RUN)
    shown = checklist_model.Showing("zh", TODAY, checklist_model.SKIPPED)
    bare = [replace(line, condition=None) for line in lines]
    for some in (lines, bare):
        said = [fact.words for fact in checklist_model.items_of(some, shown)[-1].facts]
        assert said
        assert all("只在这时要" in one or "本次不需要" in one for one in said)
        assert not [one for one in said if "从不" in one]


def test_an_undecided_line_says_what_to_ask_first(qapp: QApplication) -> None:
    bare = RunState(TODAY, parties=(replace(adult(), identity_kind=None),))
    lines = runner_for("GRKH").checklist(bare)
    items = checklist_model.items_of(lines, checklist_model.Showing("zh", TODAY))
    undecided = [item for item in items if item.mark and item.mark.words == "先问清"]
    assert undecided
    assert all(item.line.startswith("要先知道：") for item in undecided)


def test_english_rows_are_english(qapp: QApplication) -> None:
    lines = runner_for("GRKH").checklist(RUN)
    item = checklist_model.items_of(lines, checklist_model.Showing("en", TODAY))[0]
    assert item.title == "The account holder's valid identity paper"


def test_a_date_told_before_the_tick_counts_as_seen() -> None:
    line = runner_for("GRKH").checklist(RUN)[0]
    run = checklist_model.with_expiry(line, RUN, dt.date(2031, 9, 30))
    assert run.results[line.id] == ItemResult(Outcome.SEEN, valid_until=dt.date(2031, 9, 30))


# --- notice


@pytest.mark.parametrize(
    ("today", "following", "friday"),
    [
        (dt.date(2026, 11, 23), dt.date(2026, 11, 24), dt.date(2026, 11, 27)),
        (dt.date(2026, 11, 26), dt.date(2026, 11, 27), dt.date(2026, 12, 4)),
        (dt.date(2026, 11, 27), dt.date(2026, 11, 30), dt.date(2026, 12, 4)),
        (dt.date(2026, 9, 30), dt.date(2026, 10, 8), dt.date(2026, 10, 9)),
    ],
)
def test_quick_days_are_working_days(today: dt.date, following: dt.date, friday: dt.date) -> None:
    assert notice_model.quick_days(today, calendar()) == (following, friday)


def test_without_a_day_the_notice_is_for_today() -> None:
    notice = notice_model.notice_for(runner_for("GRKH"), RUN, None)
    assert notice.coming == TODAY
    assert notice.only_by_day == 0
    assert len(notice.items) == 4


# --- left pane


def case_line(**changes: object) -> CaseLine:
    line = CaseLine(
        subject="case/1",
        number="03A-0001C",
        service="GRKH",
        state="parked",
        step="documents",
        staff="80231",
        staff_name="王敏",
        window="3",
        visit="visit/1",
        holder_name="李桂兰",
        business_date="2026-11-23",
        started_at="2026-11-23T05:00:00.000Z",
        ended_at=None,
        last_at="2026-11-23T05:10:00.000Z",
        waiting_reason=None,
        handed_to=None,
        reached_core=None,
        serial=None,
        booking=None,
        notice_on=None,
        due_on=None,
        exceptions=(),
    )
    return replace(line, **changes)  # type: ignore[arg-type]


PANE = PaneNow(NOW, "2026-11-23", "zh", {"GRKH": "个人开户"}, "case/9", "visit/9")
NOBODY = Desk((), (), (), (), (), ())


def test_an_empty_desk_shows_open_and_parked(qapp: QApplication) -> None:
    groups = groups_of(NOBODY, PANE)
    assert [group.code for group in groups] == ["open", "parked"]
    assert groups[0].empty == "没有人在窗口，F2 接待下一位"


def test_every_kind_of_work_has_its_group_and_parked_is_last(qapp: QApplication) -> None:
    desk = Desk(
        (VisitLine("visit/9", None, "2026-11-23T05:59:00.000Z", "李雷"),),
        (case_line(subject="case/9", state="open", visit="visit/2"),),
        (case_line(),),
        (case_line(subject="case/2", state="handed_over"),),
        (FollowUpLine("followup/1", "case/1", "03A-0001C", "回电", "2026-11-20", "80231", "柜员"),),
        (
            PaperLine(
                "03A-0001C-R1", "case/1", 1, "failed", "printer_refused", "2026-11-23T05:50:00.000Z"
            ),
        ),
        (case_line(subject="case/3", state="completed", ended_at="2026-11-23T05:20:00.000Z"),),
    )
    groups = groups_of(desk, PANE)
    codes = ["open", "handed", "due", "serials", "papers", "parked"]
    assert [group.code for group in groups] == codes
    assert [group.key for group in groups] == ["", "", "", "Alt+B", "Alt+O", "F7"]
    current = [item.code for group in groups for item in group.items if item.current]
    assert current == ["case/9", "visit/9"]
    due, serial, papers = (groups[number].items[0] for number in (2, 3, 4))
    assert (due.line.words, due.line.ink) == ("11-20 到期", "bad")
    assert (serial.code, serial.line.words) == ("case/3", "11-23 13:20  王敏")
    assert (papers.number, papers.line.words) == ("回执", "打印机没收")


def test_a_case_with_a_notice_does_not_wait_too_long(qapp: QApplication) -> None:
    desk = replace(NOBODY, parked=(case_line(notice_on="2026-11-27"),))
    parked = groups_of(desk, PANE)[-1]
    assert parked.note.words == ""
    assert parked.items[0].time == "11-27"


def test_the_visit_of_a_parked_case_is_not_open(qapp: QApplication) -> None:
    visit = VisitLine("visit/1", None, "2026-11-23T05:00:00.000Z", "李雷")
    desk = replace(NOBODY, visits=(visit,), parked=(case_line(),))
    assert groups_of(desk, PANE)[0].items == ()


# --- times


def test_times_are_told_in_branch_time() -> None:
    assert clock_words("2026-11-23T06:03:05.123Z") == "14:03:05"
    assert running_words("2026-11-23T05:55:39.000Z", NOW) == "04:21"
    longest = dt.timedelta(minutes=30)
    assert is_long("2026-11-23T05:29:00.000Z", NOW, longest)
    assert not is_long("2026-11-23T05:31:00.000Z", NOW, longest)
    assert not is_long("2026-11-23T05:29:00.000Z", NOW, None)
    assert short_day(dt.date(2026, 12, 2), TODAY) == "12-02"
    assert short_day(dt.date(2027, 1, 2), TODAY) == "2027-01-02"
