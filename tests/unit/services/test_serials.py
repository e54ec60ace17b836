"""The serial that was put off: recorded after the end, by anybody who serves, once."""

from counter_app.domain.roles import Role
from counter_app.journal.facts import case as facts
from counter_app.journal.facts.base import Fact
from counter_app.journal.folds.case import CaseView
from counter_app.services import serials
from tests.unit.services.standing import Standing, code_of

COMPLETED = facts.CaseCompleted(outcome="done", next_steps=())


def ended(here: Standing, *before: Fact) -> str:
    """A case of 80231 that is over, with these facts on the way."""
    subject = here.begin_case(here.hire("80231", Role.TELLER, name="王敏"))
    here.write("staff/80231", *((subject, one) for one in (*before, COMPLETED)))
    return subject


def waiting(here: Standing) -> str:
    """A case that is over, whose serial was to follow."""
    return ended(here, facts.CoreStepReached(), facts.CoreSerialPutOff())


def view_of(here: Standing, subject: str) -> CaseView:
    view = here.store.view(subject)
    assert isinstance(view, CaseView)
    return view


def test_a_colleague_records_it_the_next_day(here: Standing) -> None:
    subject = waiting(here)
    assert view_of(here, subject).awaits_serial
    colleague = here.hire("80232", Role.TELLER, name="陈亮")
    here.clock.go(days=1)
    done = serials.record_serial(here.counter, colleague, subject, " CB77301846 ")
    assert isinstance(done, CaseView), done
    assert (done.serial, done.booking, done.step) == ("CB77301846", "booked", "completion")
    assert not done.awaits_serial
    assert done.serial_late_by == "staff/80232"
    assert done.serial_late_at == "2026-11-24T01:00:00.000Z"
    assert done.faults == ()


def test_the_same_once_more_changes_nothing_and_another_is_refused(here: Standing) -> None:
    subject = waiting(here)
    teller = here.acting("80231")
    assert isinstance(serials.record_serial(here.counter, teller, subject, "CB1"), CaseView)
    count = here.fact_count()
    assert isinstance(serials.record_serial(here.counter, teller, subject, "CB1"), CaseView)
    assert code_of(serials.record_serial(here.counter, teller, subject, "CB2")) == "serial_there"
    assert here.fact_count() == count


def test_who_may_not_serve_records_none(here: Standing) -> None:
    subject = waiting(here)
    supervisor = here.hire("80201", Role.SUPERVISOR)
    answer = serials.record_serial(here.counter, supervisor, subject, "CB1")
    assert code_of(answer) == "not_allowed"


def test_only_what_waits_for_a_serial_gets_one(here: Standing) -> None:
    teller = here.hire("80231", Role.TELLER)
    subject = here.begin_case(teller)
    for told, code in (("CB1", "serial_not_awaited"), ("  ", "serial_needed")):
        assert code_of(serials.record_serial(here.counter, teller, subject, told)) == code
    unknown = serials.record_serial(here.counter, teller, "case/none", "CB1")
    assert code_of(unknown) == "unknown_case"


def test_an_unclear_booking_is_settled_by_the_serial(here: Standing) -> None:
    unclear = facts.CoreBookingAnswered(answer="unclear")
    subject = ended(here, facts.CoreStepReached(), unclear, facts.CoreSerialPutOff())
    assert view_of(here, subject).booking == "unclear"
    serials.record_serial(here.counter, here.acting("80231"), subject, "CB1")
    assert view_of(here, subject).booking == "booked"


def test_a_second_serial_after_the_end_is_a_fault_and_the_first_stays(here: Standing) -> None:
    subject = waiting(here)
    serials.record_serial(here.counter, here.acting("80231"), subject, "CB1")
    here.write("staff/80232", (subject, facts.CoreSerialRecorded(serial="CB2")))
    view = view_of(here, subject)
    assert view.serial == "CB1"
    assert [one.code for one in view.faults] == ["serial_twice"]
