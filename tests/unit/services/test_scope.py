"""When a case or a visit is over, so that its bodies may leave a PC."""

from dataclasses import replace

import pytest

from counter_app.journal.facts import case as facts
from counter_app.journal.folds.case_view import CaseView, CopyAnswer, Owner, PaperView
from counter_app.journal.folds.presence import CustomerView, VisitView
from counter_app.journal.views import Held, Register, View
from counter_app.services.scope import is_over

TODAY = "2027-01-22"
STARTED = facts.CaseStarted(
    number="03A-0338W",
    visit="visit/1",
    service="GS",
    procedure_hash="p",
    rules_hash="r",
    terminal="03",
    window="3",
    staff="80231",
)
OVER = CaseView("case/1", ("h",), 2, 2, started=STARTED, state="completed")
ASKED = PaperView("03A-0338W-M1", "receipt", "c", "1", "t")
NOTICE = facts.NoticeGiven(valid_until=TODAY, missing=(), manner="printed")
HERE, THERE = Owner("80231", "03", "3"), Owner("60418", "04", "4")


@pytest.mark.parametrize(
    "case",
    [
        OVER,
        replace(OVER, state="cancelled"),
        replace(OVER, unreadable=("erased",)),
        replace(OVER, notice=NOTICE.model_copy(update={"valid_until": "2027-01-21"})),
        replace(OVER, papers=(replace(ASKED, copies=((1, "sent", ""),)),)),
        replace(
            OVER,
            papers=(ASKED,),
            copies_answered=(CopyAnswer(ASKED.paper, 1, "printed", "staff/80231", "t"),),
        ),
    ],
)
def test_nothing_is_open(case: CaseView) -> None:
    assert is_over(case, TODAY)


@pytest.mark.parametrize(
    "case",
    [
        replace(OVER, started=None),
        replace(OVER, state="parked"),
        replace(OVER, heads=("h", "i")),
        replace(OVER, waiting=1),
        replace(OVER, unreadable=("elsewhere",)),
        replace(OVER, unreadable=("newer_version",)),
        replace(OVER, started=STARTED.model_copy(update={"restricted": True})),
        replace(OVER, started=STARTED.model_copy(update={"provisional": True})),
        replace(OVER, apart=(HERE, THERE)),
        replace(OVER, owner=Register((Held(HERE, "a"), Held(THERE, "b")))),
        replace(OVER, serial_put_off=True),
        replace(OVER, reached_core="t"),
        replace(OVER, notice=NOTICE),
        replace(OVER, papers=(ASKED,)),
    ],
)
def test_something_waits(case: CaseView) -> None:
    assert not is_over(case, TODAY)


def test_a_visit_is_over_when_it_ended_and_nothing_else_ever_is() -> None:
    assert is_over(VisitView("visit/1", ended="2026-11-23T02:00:00.000Z"), TODAY)
    assert not is_over(VisitView("visit/1"), TODAY)
    assert not is_over(CustomerView("customer/1"), TODAY)
    assert not is_over(View("day/2026-11-23"), TODAY)
