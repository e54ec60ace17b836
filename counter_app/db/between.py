"""What one window asks of another, as read: requests to hand over, approvals waiting, doubles.

Read queries over the read rows, for `queries.SqliteReader`.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from counter_app.db.lines import customer_line
from counter_app.db.rows import (
    case_row,
    customer_row,
    hand_over_row,
    override_row,
    staff_row,
)
from counter_app.db.tables import known
from counter_app.domain.dates import BRANCH_ZONE
from counter_app.journal.facts.case import ApprovalQuoted
from counter_app.services.read_models import (
    AskedLine,
    CustomerLine,
    HandOverLine,
    HandOvers,
)

ATTEMPTS = "attempts"
"""Forgiven at the window where the password was wrong."""
MOST = 200
"""Nobody answers more; the bound keeps a forgotten list from filling memory."""


def _case_of(about: Any) -> Any:
    """The case that an approval, or the line of a list it is for, belongs to."""
    return func.substr(about, 1, func.instr(about + "#", "#") - 1)


def customers() -> Select[Any]:
    """Every customer, with whether another one has the same identity number and is not joined."""
    c, other = customer_row.c, customer_row.alias("other")
    same = select(other.c.subject).where(
        other.c.number == c.number,
        other.c.subject != c.subject,
        other.c.into.is_(None),
        c.into.is_(None),
    )
    return select(customer_row, same.exists().label("twice"))


class BetweenWindowsReads:
    """See `read_models.BetweenWindows`."""

    _connection: Connection

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """All reads inside see one state of the store."""
        raise NotImplementedError
        yield

    def _hand_overs(self, staff: str, business_date: str) -> HandOvers:
        """Requests to this person, open ones; and by this person on this date, given ones not."""
        c, case = hand_over_row.c, case_row.c
        goes_on = (case.staff == c.from_staff, case.state.not_in(("completed", "cancelled")))
        to_me = (c.from_staff == staff, c.answer.is_(None), case.state != "handed_over")
        open_still = or_(c.answer.is_(None), c.answer != "given")
        by_me = (c.staff == staff, c.business_date == business_date, open_still)
        return HandOvers(
            self._requests(*to_me, *goes_on),
            self._requests(*by_me, *goes_on, case.state != "handed_over"),
        )

    def approvals_waiting(self) -> tuple[AskedLine, ...]:
        """Approvals asked for and not answered, the oldest first."""
        with self._snapshot():
            return self._asked(override_row.c.state == "asked", override_row.c.matter != ATTEMPTS)

    def doubles(self, customer: str) -> tuple[CustomerLine, ...]:
        """Other customers with the same identity number, not joined yet."""
        c = customer_row.c
        mine = select(c.number).where(c.subject == customer, c.into.is_(None)).scalar_subquery()
        others = customers().where(c.number == mine, c.subject != customer, c.into.is_(None))
        with self._snapshot():
            found = self._connection.execute(others.order_by(c.subject).limit(MOST))
            return tuple(map(customer_line, found))

    def customer_of_number(self, number: str) -> str:
        """The customer with an identity number; empty where there is none, or more than one."""
        c = customer_row.c
        asked = select(c.subject).where(c.number == number.upper(), c.into.is_(None)).limit(2)
        with self._snapshot():
            found = self._connection.execute(asked).scalars().all()
        return str(found[0]) if len(found) == 1 else ""

    def _approvals(self, staff: str, today: str) -> tuple[AskedLine, ...]:
        """Mine of today that wait, or were answered and are not quoted in their case."""
        c = override_row.c
        quoted = select(known.c.hash).where(
            known.c.subject == _case_of(c.about),
            known.c.kind == ApprovalQuoted.KIND,
            func.instr(known.c.body, c.subject) > 0,
        )
        midnight = dt.datetime.combine(dt.date.fromisoformat(today), dt.time(), BRANCH_ZONE)
        since = midnight.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S")
        mine = (c.requester == staff, c.asked_at >= since, c.state != "withdrawn")
        return self._asked(*mine, case_row.c.state != "cancelled", ~quoted.exists())

    def _asked(self, *where: Any) -> tuple[AskedLine, ...]:
        c = override_row.c
        joined = override_row.outerjoin(case_row, case_row.c.subject == _case_of(c.about))
        told = select(override_row, case_row.c.number).select_from(joined).where(*where)
        found = self._connection.execute(told.order_by(c.asked_at, c.subject).limit(MOST))
        return tuple(
            AskedLine(
                row.subject,
                row.matter or "",
                row.about or "",
                row.number or "",
                row.state,
                row.requester or "",
                row.approver or "",
                row.asked_at,
            )
            for row in found
        )

    def _requests(self, *where: Any) -> tuple[HandOverLine, ...]:
        c, asker, holder = hand_over_row.c, staff_row.alias("asker"), staff_row.alias("holder")
        joined = (
            hand_over_row.join(case_row, case_row.c.subject == c.case_subject)
            .outerjoin(asker, asker.c.number == c.staff)
            .outerjoin(holder, holder.c.number == c.from_staff)
        )
        names = asker.c.name.label("asker_name"), holder.c.name.label("holder_name")
        told = select(hand_over_row, *names).select_from(joined).where(*where)
        found = self._connection.execute(told.order_by(c.asked_at, c.subject).limit(MOST))
        return tuple(
            HandOverLine(
                row.subject,
                row.case_subject,
                row.case_number,
                row.from_staff,
                row.holder_name or "",
                row.staff,
                row.asker_name or "",
                row.window,
                row.asked_at,
                row.answer,
            )
            for row in found
        )
