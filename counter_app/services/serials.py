"""The core's serial that was put off: recorded after the end of the case, by anybody who serves.

Owns who may and when. The business itself is over; nothing else of it changes.
"""

from typing import Literal

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.case import CoreSerialRecorded
from counter_app.journal.folds.case import CaseView
from counter_app.services.counter import Acting, Counter, still_may, write
from counter_app.services.handling import case_view
from counter_app.services.ports import NewFact


def record_serial(
    counter: Counter,
    acting: Acting,
    subject: str,
    serial: str,
    manner: Literal["scan", "typed"] = "typed",
) -> CaseView | Refusal:
    """Records the serial of a completed case that waits for one; the same once more changes nothing.

    Refused when the case does not wait for a serial, and when it has another one already.
    """
    refusal = still_may(counter, acting, Right.SERVE)
    if refusal:
        return refusal
    told = serial.strip()
    if not told:
        return Refusal("serial_needed")
    case = case_view(counter, subject)
    if case.started is None:
        return Refusal("unknown_case")
    if case.needs_newer_program:
        return Refusal("newer_program")
    if case.serial is not None:
        return case if case.serial == told else Refusal("serial_there", {"serial": case.serial})
    if not case.awaits_serial:
        return Refusal("serial_not_awaited")
    fact = CoreSerialRecorded(serial=told, manner=manner)
    written = write(counter, acting.actor, [NewFact(subject, fact)], [case])
    return written if isinstance(written, Refusal) else case_view(counter, subject)
