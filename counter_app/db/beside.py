"""What a day holds beside its cases: visits, work states, approvals, calls for help, matters passed on.

Pure statements and the lines made of them; `queries` runs them on its connection. A subject belongs to
the business date of its first entry.
"""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from counter_app.db.lines import restricted_line, seen_by
from counter_app.db.rows import (
    case_row,
    help_row,
    override_row,
    restricted_row,
    spell_row,
    staff_row,
    visit_row,
)
from counter_app.db.tables import known
from counter_app.domain.dates import BRANCH_ZONE
from counter_app.services.read_models import (
    AskedLine,
    CallLine,
    DayBeside,
    Sight,
    SpellLine,
    VisitOfDay,
)

ONE_DAY = dt.timedelta(days=1)
_WORK = "work/"
_STAFF = "staff/"


def read_beside(connection: Connection, date: str, sight: Sight) -> DayBeside:
    """All of a day; calls for help and matters passed on only for who may read what is restricted."""
    calls = tuple(map(_call, connection.execute(_calls(date)))) if sight.restricted else ()
    return DayBeside(
        tuple(map(_visit, connection.execute(_visits(date, sight)))),
        tuple(map(_spell, connection.execute(_spells(date)))),
        tuple(map(_asked, connection.execute(_approvals(date, sight)))),
        calls,
        tuple(map(restricted_line, connection.execute(_matters(date)))) if sight.restricted else (),
    )


def _visits(date: str, sight: Sight) -> Select[Any]:
    c = visit_row.c
    hidden = select(case_row.c.visit).where(
        case_row.c.restricted == 1, case_row.c.visit.is_not(None), ~seen_by(sight)
    )
    named = _named(visit_row, c.staff)
    return named.where(*_of_day(visit_row, c.started_at, date), c.subject.not_in(hidden)).order_by(
        c.started_at, c.subject
    )


def _spells(date: str) -> Select[Any]:
    """Work states alone: a locked window is nobody's work."""
    c = spell_row.c
    named = _named(spell_row, func.replace(c.by, _STAFF, ""))
    return named.where(*_of_day(spell_row, c.since, date), c.subject.startswith(_WORK)).order_by(
        c.since, c.subject
    )


def _approvals(date: str, sight: Sight) -> Select[Any]:
    """Each with the number of the case that it, or the line of a list, is about."""
    c = override_row.c
    case = func.substr(c.about, 1, func.instr(c.about + "#", "#") - 1)
    joined = override_row.outerjoin(case_row, case_row.c.subject == case)
    told = select(override_row, case_row.c.number).select_from(joined)
    of_day = told.where(*_of_day(override_row, c.asked_at, date), seen_by(sight))
    return of_day.order_by(c.asked_at, c.subject)


def _calls(date: str) -> Select[Any]:
    c = help_row.c
    named = _named(help_row, c.staff)
    return named.where(*_of_day(help_row, c.called_at, date)).order_by(c.called_at, c.subject)


def _matters(date: str) -> Select[Any]:
    """Where nobody passed it on, it is told of who wrote it down."""
    r = restricted_row.c
    wrote = select(func.replace(known.c.actor, _STAFF, "")).where(
        known.c.subject == r.subject, known.c.turn == 1
    )
    by = func.coalesce(r.by, wrote.limit(1).scalar_subquery())
    joined = restricted_row.outerjoin(staff_row, staff_row.c.number == by).outerjoin(
        case_row, case_row.c.subject == r.case_subject
    )
    columns = [one for one in restricted_row.c if one is not r.by]
    named = (staff_row.c.name.label("staff_name"), case_row.c.number, by.label("by"))
    told = select(*columns, *named)
    of_day = told.select_from(joined).where(r.business_date == date)
    return of_day.order_by(r.referred_at, r.subject)


def _named(table: Table, staff: Any) -> Select[Any]:
    """The rows with the name of the person whose number `staff` gives."""
    joined = table.outerjoin(staff_row, staff_row.c.number == staff)
    return select(table, staff_row.c.name.label("staff_name")).select_from(joined)


def _of_day(table: Table, at: Any, date: str) -> tuple[Any, ...]:
    """The rows whose first entry is of this date; only those up to any cut-off are looked at."""
    day = dt.date.fromisoformat(date)
    first = known.alias()
    is_of_day = select(first.c.subject).where(
        first.c.subject == table.c.subject, first.c.turn == 1, first.c.business_date == date
    )
    midnight = dt.datetime.combine(day, dt.time(), BRANCH_ZONE)
    since, until = _utc(midnight), _utc(midnight + ONE_DAY + ONE_DAY)
    return at >= since, at < until, is_of_day.exists()


def _utc(instant: dt.datetime) -> str:
    return instant.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S")


def _visit(row: Any) -> VisitOfDay:
    return VisitOfDay(
        row.subject,
        row.window or "",
        row.staff or "",
        row.staff_name or "",
        row.started_at,
        row.ended_at,
        row.outcome or "",
    )


def _spell(row: Any) -> SpellLine:
    by = (row.by or "").removeprefix(_STAFF)
    return SpellLine(
        row.subject, row.terminal, row.what, by, row.staff_name or "", row.since, row.until
    )


def _asked(row: Any) -> AskedLine:
    return AskedLine(
        row.subject,
        row.matter or "",
        row.about or "",
        row.number or "",
        row.state,
        row.requester or "",
        row.approver or "",
        row.asked_at,
    )


def _call(row: Any) -> CallLine:
    return CallLine(
        row.subject, row.window, row.staff, row.staff_name or "", row.called_at, row.answer or ""
    )
