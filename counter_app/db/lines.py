"""From read rows to read models: what is asked of the rows, whose eyes may see them, and the lines.

Pure statements and values; `queries` runs them on its connection.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, Select, false, func, or_, select, true

from counter_app.db.row_makers import EXCEPTIONS
from counter_app.db.rows import case_row, case_term, staff_row
from counter_app.db.term_search import has_terms, typed_case_number, typed_words
from counter_app.services.read_models import (
    CaseLine,
    CustomerLine,
    LogFilter,
    RestrictedLine,
    Sight,
)


def case_lines() -> Select[Any]:
    """Every case with the names of who works on it and who brought its serial."""
    c = case_row.c
    late = staff_row.alias("late")
    joined = case_row.outerjoin(staff_row, staff_row.c.number == c.staff).outerjoin(
        late, late.c.number == c.serial_late_by
    )
    names = staff_row.c.name.label("staff_name"), late.c.name.label("late_name")
    return select(case_row, *names).select_from(joined)


HEADER_FIRST = (case_row.c.header != case_row.c.subject, case_row.c.started_at)
"""Many cases of one header follow it in the order in which they began."""


def seen_by(sight: Sight) -> Any:
    """Which cases these eyes may see: restricted ones are for who works on them, or by right."""
    c = case_row.c
    if sight.restricted:
        return true()
    own = or_(c.staff == sight.staff, c.handed_to == sight.staff) if sight.staff else false()
    return or_(func.coalesce(c.restricted, 0) == 0, func.coalesce(own, 0) == 1)


def log_conditions(wanted: LogFilter) -> Iterator[Any]:
    """What a filter of the day log asks of a case."""
    c = case_row.c
    yield c.business_date == wanted.business_date
    yield seen_by(wanted.sight)
    for column, value in ((c.staff, wanted.staff), (c.state, wanted.state)):
        if value:
            yield column == value
    if wanted.service:
        yield c.service == wanted.service
    if wanted.only_exceptions:
        yield c.weight < len(EXCEPTIONS)
    number = typed_case_number(wanted.words)
    if number is not None:
        under = func.replace(c.header_number, "-", "") == number
        yield or_(c.plain_number == number, under)
        return
    for word in typed_words(wanted.words):
        named = has_terms(case_term, c.subject, (word,))
        yield or_(*named, func.instr(func.lower(c.service), word) > 0)


def case_line(row: Row[Any]) -> CaseLine:
    """A case's row as read."""
    return CaseLine(
        row.subject,
        row.number or "",
        row.service or "",
        row.state,
        row.step or "",
        row.staff or "",
        row.staff_name or "",
        row.window or "",
        row.visit or "",
        row.holder_name or "",
        row.business_date or "",
        row.started_at or "",
        row.ended_at,
        row.last_at or "",
        row.waiting_reason,
        row.handed_to,
        row.reached_core,
        row.serial,
        row.booking,
        row.notice_on,
        row.due_on,
        codes(row.exceptions),
        row.terminal or "",
        row.serial_late_at,
        row.late_name or row.serial_late_by or "",
        row.on_paper or "",
        row.header or "",
        row.header_number or "",
        bool(row.restricted),
        row.held_since or "",
        codes(row.apart),
    )


def restricted_line(row: Row[Any]) -> RestrictedLine:
    """A matter passed on, as read."""
    return RestrictedLine(
        row.subject,
        row.matter,
        row.to_post,
        row.to_staff,
        row.by,
        row.staff_name or "",
        row.referred_at or "",
        row.at or "",
        row.badge or "",
        row.authority or "",
        row.document or "",
        row.officers or 0,
        row.number or "",
    )


def customer_line(row: Row[Any]) -> CustomerLine:
    """A customer's row as read."""
    return CustomerLine(
        row.subject,
        row.name or "",
        row.kind,
        row.masked_number,
        row.masked_phone,
        row.last_at or "",
        codes(row.conflicts),
        bool(row.twice),
    )


def codes(joined: str | None) -> tuple[str, ...]:
    """Codes kept in one column."""
    return tuple(joined.split(",")) if joined else ()
