"""The end of a day: what is open, the reason it needs, going on afterwards, remarks and signature."""

import datetime as dt
from pathlib import Path

import pytest

from counter_app.db.queries import open_reader
from counter_app.db.store import StoreFiles
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.journal.folds.day import DayView, WindowDayView
from counter_app.services import day_closing, founding, late_entry, visiting
from counter_app.services.counter import Acting
from counter_app.services.day_closing import OwnDay, Signature
from counter_app.services.handling_results import OpenCase
from counter_app.services.late_entry import FormTold
from tests.unit.services.standing import (
    BRANCH_TOLD,
    FIRST,
    KEY,
    MORNING,
    Standing,
    code_of,
    new_standing,
    shipped_versions,
)

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def branch(tmp_path: Path) -> Standing:
    """Founded with the shipped services."""
    made = new_standing(tmp_path / "home")
    done = founding.found(made.counter, BRANCH_TOLD, FIRST, shipped_versions(), MORNING.date())
    assert isinstance(done, founding.Founded)
    made.branch = done.branch
    made.clock.go(hours=2)
    return made


@pytest.fixture
def wang(branch: Standing) -> Acting:
    """A teller."""
    return branch.hire("80231", Role.TELLER)


def own_day(branch: Standing, acting: Acting, tmp_path: Path) -> OwnDay:
    """The day as the page reads it."""
    reader = open_reader(StoreFiles.in_home(tmp_path / "home").database, KEY)
    try:
        return day_closing.read_own_day(reader, acting, "03", TODAY)
    finally:
        reader.close()


def told(paper: str = "E-CK-0001", **more: object) -> FormTold:
    """A form taken in while the power was out."""
    values = {
        "paper": paper,
        "service": "GS",
        "happened_at": dt.datetime(2026, 11, 23, 9, 40),  # noqa: DTZ001 - branch time, as written
        "served_by": "80231",
        "cause": "power",
    }
    return FormTold(**{**values, **more})  # type: ignore[arg-type]


def test_an_empty_day_is_closed_without_a_reason(
    branch: Standing, wang: Acting, tmp_path: Path
) -> None:
    own = own_day(branch, wang, tmp_path)
    assert own.open == ()
    closed = day_closing.close_window(branch.counter, wang, own, "")
    assert isinstance(closed, WindowDayView)
    assert closed.closed is not None
    again = day_closing.close_window(branch.counter, wang, own, "")
    assert isinstance(again, WindowDayView)
    assert again.closings == 1


def test_what_is_open_needs_a_reason_and_stands_in_the_fact(
    branch: Standing, wang: Acting, tmp_path: Path
) -> None:
    case = branch.begin_case(wang)
    own = own_day(branch, wang, tmp_path)
    assert [(one.kind, one.case) for one in own.open] == [("running", case)]
    assert code_of(day_closing.close_window(branch.counter, wang, own, " ")) == "reason_for_open"
    closed = day_closing.close_window(branch.counter, wang, own, "客户明早再来")
    assert isinstance(closed, WindowDayView)
    assert closed.closed is not None
    assert [(one.kind, one.about) for one in closed.closed.left_open] == [("running", case)]


def test_work_afterwards_reopens(branch: Standing, wang: Acting, tmp_path: Path) -> None:
    day_closing.close_window(branch.counter, wang, own_day(branch, wang, tmp_path), "")
    visiting.start_visit(branch.counter, wang)
    view = day_closing.window_view(branch.counter, "03", TODAY)
    assert view.closed is None
    assert branch.kinds("windowday/03-2026-11-23") == ["window_closed", "window_reopened"]


def test_a_late_entry_is_a_case_marked_for_ever(
    branch: Standing, wang: Acting, tmp_path: Path
) -> None:
    opened = late_entry.enter(branch.counter, wang, told(" e-ck-0001 "))
    assert isinstance(opened, OpenCase), opened
    line = own_day(branch, wang, tmp_path).lines[0]
    assert (line.subject, line.on_paper) == (opened.case.subject, "E-CK-0001")
    entered = late_entry.late_entry(branch.counter, "E-CK-0001").entered
    assert entered is not None
    assert (entered.case, entered.cause) == (opened.case.subject, "power")


def test_a_form_counts_as_entered_in_the_very_commit_of_its_case(
    branch: Standing, wang: Acting
) -> None:
    late_entry.enter(branch.counter, wang, told())
    store = branch.store
    commits = {
        one.commit_seq
        for one in store.entries_after(store.journal_id, 0, 10_000)
        if one.kind in ("case_started", "fallback_form_entered")
    }
    assert len(commits) == 1


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"paper": " "}, "paper_needed_for_late"),
        ({"happened_at": dt.datetime(2026, 11, 23, 23, 0)}, "happened_later"),  # noqa: DTZ001
        ({"served_by": "99999"}, "unknown_staff"),
        ({"service": "NOSUCH"}, "service_not_offered"),
    ],
)
def test_a_late_entry_is_refused_before_anything_is_written(
    branch: Standing, wang: Acting, more: dict[str, object], code: str
) -> None:
    before = branch.fact_count()
    assert code_of(late_entry.enter(branch.counter, wang, told(**more))) == code  # type: ignore[arg-type]
    assert branch.fact_count() == before


def test_a_form_is_entered_once(branch: Standing, wang: Acting) -> None:
    late_entry.enter(branch.counter, wang, told())
    again = late_entry.enter(branch.counter, wang, told("e-ck-0001"))
    assert again == Refusal("paper_entered", {"paper": "E-CK-0001"})


def test_the_supervisor_notes_and_signs(branch: Standing, wang: Acting) -> None:
    chief = branch.hire("80201", Role.SUPERVISOR, name="周岚")
    signature = Signature(TODAY, "a" * 64, 3, 1)
    assert code_of(day_closing.sign_off(branch.counter, wang, signature)) == "not_allowed"
    noted = day_closing.note_day(branch.counter, chief, TODAY, "上午停电一小时")
    assert isinstance(noted, DayView)
    assert [one.text for one in noted.remarks] == ["上午停电一小时"]
    signed = day_closing.sign_off(branch.counter, chief, signature)
    same = day_closing.sign_off(branch.counter, chief, signature)
    assert isinstance(signed, DayView)
    assert isinstance(same, DayView)
    assert (signed.signatures, same.signatures) == (1, 1)
    branch.clock.go(minutes=5)
    other = day_closing.sign_off(branch.counter, chief, Signature(TODAY, "b" * 64, 4, 1))
    assert isinstance(other, DayView)
    assert (other.signatures, len(other.reopened)) == (2, 1)


def test_a_remark_after_the_signature_reopens(branch: Standing, wang: Acting) -> None:
    chief = branch.hire("80201", Role.SUPERVISOR, name="周岚")
    day_closing.sign_off(branch.counter, chief, Signature(TODAY, "a" * 64, 0, 0))
    noted = day_closing.note_day(branch.counter, chief, TODAY, "补记一事")
    assert isinstance(noted, DayView)
    assert noted.signed is None
