"""A case shown again as it went: one timeline, masked, and the page as it was at any place in it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain.masks import find_unmasked
from counter_app.domain.roles import Role
from counter_app.forms.run_state import StepId
from counter_app.journal.facts import case as facts
from counter_app.journal.facts import presence
from counter_app.journal.facts.base import Fact, Words
from counter_app.journal.folds.case import CaseView
from counter_app.services.counter import Acting
from counter_app.services.replaying import Replay, replay
from tests.unit.services.standing import Standing

NUMBER = "11010119900307002X"
PHONE = "13800138000"
CARD = "6222021234567890123"


@pytest.fixture
def teller(here: Standing) -> Acting:
    return here.hire("80231", Role.TELLER)


def line(item: str, outcome: str) -> facts.ChecklistLine:
    """A required line of the checklist."""
    why = Words(zh="x", en="x")
    return facts.ChecklistLine(item=item, need="required", outcome=outcome, why=why, source="x")


def life(case: str) -> list[tuple[str, Fact]]:
    """A whole visit with one case, in the order it went."""
    party = facts.PartyTaken(person="p1", part="self", name="单小明", number=NUMBER, phone=PHONE)
    rows = (
        facts.ReadBackMark(row="phone", value=PHONE, outcome="corrected", old_value="x"),
        facts.ReadBackMark(row="card", value=CARD, outcome="confirmed"),
    )
    return [
        ("visit/1", presence.VisitStarted(terminal="03", window="3", staff="80231")),
        (
            "visit/1",
            presence.IdentitySeen(person="p1", paper="resident_id", name="单小明", number=NUMBER),
        ),
        (
            case,
            facts.CaseStarted(
                number="03A-0001J",
                visit="visit/1",
                service="GS",
                procedure_hash="p",
                rules_hash="r",
                terminal="03",
                window="3",
                staff="80231",
            ),
        ),
        (case, facts.PartiesTaken(visit="visit/1", parties=(party,))),
        (case, facts.NeedRecorded(values={"card": CARD})),
        (case, facts.DocumentChecked(case=case, item="id_card", outcome="seen", original=True)),
        (
            case,
            facts.ChecklistDecided(
                for_date="2026-11-23",
                procedure_hash="p",
                lines=(line("id_card", "seen"), line("card", "missing")),
            ),
        ),
        (case, facts.DetailsRecorded(values={"phone": PHONE})),
        (case, facts.CaseParked(step="read_back", draft='{"phone": "13800138000"}')),
        (case, facts.CaseResumed(visit="visit/1", terminal="03", window="3", staff="80231")),
        (
            case,
            facts.DetailCorrected(field="phone", old=PHONE, new="13912345678", cause="read_back"),
        ),
        (case, facts.ReadBackDone(manner="oral", person="p1", rows=rows)),
        (case, facts.CoreStepReached()),
        (case, facts.CoreSerialRecorded(serial="HX20261123000417")),
        (case, facts.OriginalsReturned(items=("id_card",), count=1)),
        (case, facts.CaseCompleted(outcome="done", next_steps=())),
        ("visit/1", presence.VisitEnded(outcome="served")),
    ]


def lived(here: Standing, case: str = "case/1") -> Replay:
    """The replay of a whole visit, a minute apart."""
    for subject, fact in life(case):
        here.clock.go(minutes=1)
        here.write("staff/80231", (subject, fact))
    return replay(case, here.history(case), [here.history("visit/1")])


def test_case_and_visit_stand_in_one_timeline(here: Standing) -> None:
    told = lived(here)
    assert [one.code for one in told.events] == [fact.KIND for _subject, fact in life("case/1")]
    assert {one.who for one in told.events} == {"staff/80231"}
    assert [one.at for one in told.events] == sorted(one.at for one in told.events)


def test_each_step_has_its_tick(here: Standing) -> None:
    told = lived(here)
    assert [one.step for one in told.ticks] == list(StepId)
    assert [told.events[one.index].at for one in told.ticks] == [one.at for one in told.ticks]
    assert [told.events[one.index].step for one in told.ticks] == [one.step for one in told.ticks]


def test_events_say_what_changed_and_no_number_stands_open(here: Standing) -> None:
    told = {one.code: one.params for one in lived(here).events}
    assert told["identity_seen"]["number"] == "110***********002X"
    assert told["detail_corrected"]["new"] == "139****5678"
    assert told["checklist_decided"] == {
        "for_date": "2026-11-23",
        "required": "2",
        "missing": "1",
    }
    assert told["read_back_done"]["corrected"] == "1"
    assert told["core_serial_recorded"]["serial"] == "HX20261123000417"
    assert told["need_recorded"] == {"fields": "card"}
    assert "draft" not in told["case_parked"]
    for params in told.values():
        assert not any(find_unmasked(text) for text in params.values())


def test_the_page_is_shown_as_it_was(here: Standing) -> None:
    told = lived(here)
    codes = [one.code for one in told.events]
    before, after = codes.index("case_parked"), codes.index("case_resumed")
    assert told.case_at(before).state == "parked"
    assert told.case_at(after).state == "open"
    assert told.case_at(after).details == {"phone": PHONE}
    assert told.case_at(after + 1).details == {"phone": "13912345678"}
    assert told.case_at(1).started is None
    assert told.case_at(-1) == CaseView("case/1")
    assert told.case_at(len(codes) - 1) == here.store.view("case/1")


def test_a_moment_finds_its_place(here: Standing) -> None:
    told = lived(here)
    assert told.index_at("2026-11-22T00:00:00.000Z") == -1
    assert told.index_at(told.events[3].at) == 3
    assert told.index_at("2027-01-01T00:00:00.000Z") == len(told.events) - 1


def test_what_cannot_be_read_stands_in_its_place(here: Standing) -> None:
    lived(here)
    history = list(here.history("case/1"))
    gone = history[3].entry._replace(body=None, salt=None, body_state="erased")
    history[3] = history[3].__class__(gone, None, "erased")
    told = replay("case/1", history)
    assert (told.events[3].absence, told.events[3].params) == ("erased", {})
    assert told.case_at(len(history) - 1).unreadable == ("erased",)


def test_a_wrong_clock_moves_no_effect_before_its_cause(here: Standing) -> None:
    lived(here)
    history = list(here.history("case/1"))
    wild = history[1].entry._replace(occurred_at="2099-01-01T00:00:00.000Z")
    history[1] = history[1].__class__(wild, history[1].fact)
    told = replay("case/1", history, [here.history("visit/1")])
    mine = [one.entry for one in told.events if one.subject == "case/1"]
    assert mine == [one.entry.hash for one in history]


def test_nothing_makes_an_empty_timeline() -> None:
    told = replay("case/none", ())
    assert (told.events, told.ticks) == ((), ())
    assert told.case_at(0) == CaseView("case/none")


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(st.integers(0, 3), min_size=17, max_size=17))
def test_whatever_the_clock_says_each_history_keeps_its_order(
    here: Standing, minutes: list[int]
) -> None:
    case, visit = f"case/{here.ids.fresh()}", f"visit/{here.ids.fresh()}"
    for (subject, fact), pause in zip(life(case), minutes, strict=True):
        here.clock.go(minutes=pause)
        here.write("staff/80231", (visit if subject == "visit/1" else subject, fact))
    told = replay(case, here.history(case), [here.history(visit)])
    for subject in (case, visit):
        mine = [one.entry for one in told.events if one.subject == subject]
        assert mine == [one.entry.hash for one in here.history(subject)]
    assert told.case_at(len(told.events) - 1) == here.store.view(case)
