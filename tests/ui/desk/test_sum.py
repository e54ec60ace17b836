"""The deposits of somebody who has died: the total adds itself up, and says which way follows."""

import os

from PySide6.QtWidgets import QLabel

from counter_app.forms.run_state import StepId
from counter_app.services.replaying import replay
from counter_app.ui.desk.details_page import DetailsPage
from counter_app.ui.desk.field_boxes import focused
from counter_app.ui.desk.need_page import NeedPage
from counter_app.ui.desk.read_back_page import ReadBackPage
from counter_app.ui.desk.sum_row import SumRow
from counter_app.ui.supervision.event_words import Wording
from counter_app.ui.supervision.then_rows import Scene, ThenRow, then_rows
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import ALT, Key, opened, receive, run_of

NEEDS = {
    "relation": "child",
    "deceased_name": "李大山",
    "deceased_number": "110105194001010018",
    "died_on": "2026-10-01",
    "excluded_claimed": "yes",
}


def to_sums(here: Counterside) -> DetailsPage:
    """The papers are seen: what is found in the accounts is asked."""
    receive(here)
    type_keys("137")
    press(Key.Key_Return)
    for name, value in NEEDS.items():
        here.desk.parts.case.change(run_of(here).with_value(name, value))
    press(Key.Key_F8)
    for at, line in enumerate(opened(here).runner.missing(run_of(here))):
        assert line.id
        press(Key(Key.Key_1 + at))
    press(Key.Key_F8)
    page = here.frame.page()
    assert isinstance(page, DetailsPage), words(page) if page else ""
    return page


def amounts(page: DetailsPage, *told: str) -> SumRow:
    """Type an amount into each field in turn, by keys alone."""
    for amount in told:
        type_keys(amount)
        press(Key.Key_Return)
    row = page.form.row("counted_total")
    assert isinstance(row, SumRow)
    return row


def shown_total(page: DetailsPage) -> str:
    box = page.form.box("counted_total")
    assert box is not None
    return box.value()


def at_replay(here: Counterside) -> ThenRow:
    """What the replay shows of the total right after the details were recorded."""
    case, store = opened(here).case, here.standing.store
    told = replay(case.subject, here.standing.history(case.subject))
    at = next(n for n, one in enumerate(told.events) if one.code == "details_recorded")
    runner = here.standing.counter.shelf.runner(case.procedure_hash, case.rules_hash)
    wording = Wording("zh", str, str, str, "80231")
    assert store.view(case.subject) == told.case_at(len(told.events) - 1)
    return next(
        row for row in then_rows(Scene(told, runner, wording), at) if row.words == "计入合计"
    )


def test_the_total_adds_up_as_it_is_typed(desk: Counterside) -> None:
    page = to_sums(desk)
    assert shown_total(page) == ""
    row = amounts(page, "30000", "15000", "5000", "3000")
    assert shown_total(page) == "￥47,000.00"
    assert (
        row.workings()[3] == "－ 丧葬费、抚恤金（不计入）  ￥3,000.00：能证明的不计入，另外全额付"
    )
    assert row.workings()[4].startswith("上限 ￥50,000.00（")
    assert row.told().startswith("没超过上限：可以用简化手续")
    box = page.form.box("payment")
    assert box is not None
    assert focused(box), "Enter goes past what cannot be typed"
    _picture(desk, "sum-within.png")


def test_above_the_limit_it_is_recorded_and_goes_no_further(desk: Counterside) -> None:
    page = to_sums(desk)
    row = amounts(page, "60000", "", "", "3000")
    assert row.told().startswith("超过上限：不能用简化手续")
    lowest = max(child.geometry().bottom() for child in row.findChildren(QLabel))
    assert lowest <= row.height(), "no line is cut off"
    _picture(desk, "sum-above.png")
    desk.desk.parts.case.change(run_of(desk).with_value("payee_last4", "4417"))
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), ReadBackPage)
    assert opened(desk).case.details["counted_total"] == "57000.00"
    press(Key.Key_C, ALT)
    press(Key.Key_F8)
    assert run_of(desk).step is StepId.DETAILS
    page = desk.frame.page()  # type: ignore[assignment]
    assert "合计超过上限：不能用简化手续，凭继承公证书或者法院文书办" in words(page)
    told = at_replay(desk)
    assert (told.mark, told.ink) == ("￥57,000.00", "warn")
    assert "能证明的不计入" in told.line
    assert "超过上限" in told.line


def test_within_the_limit_the_case_goes_on_and_the_replay_shows_how(desk: Counterside) -> None:
    amounts(to_sums(desk), "50000", "", "", "1")
    desk.desk.parts.case.change(run_of(desk).with_value("payee_last4", "4417"))
    press(Key.Key_F8)
    press(Key.Key_C, ALT)
    press(Key.Key_F8)
    assert run_of(desk).step is StepId.CORE
    told = at_replay(desk)
    assert (told.mark, told.ink) == ("￥49,999.00", "ink")
    assert "没超过上限" in told.line


def test_the_family_is_told_what_to_bring_instead(desk: Counterside) -> None:
    amounts(to_sums(desk), "60000", "", "", "1")
    desk.desk.parts.case.go_to(StepId.NEED)
    assert isinstance(desk.frame.page(), NeedPage)
    desk.desk.parts.case.change(run_of(desk).with_value("total_found", "over"))
    press(Key.Key_F8)
    assert "继承公证书" in words(desk.frame)


def _picture(here: Counterside, name: str) -> None:
    folder = os.environ.get("COUNTER_PICTURES")
    if folder:
        here.frame.grab().save(f"{folder}/{name}")
