"""What lists, search and logs read: one read-only connection, frozen read models out.

Owns the read queries over the read rows. Writes nothing, decides nothing, lets no row out. Used on the
reader's own thread; only `interrupt` may be called from another.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, or_, select

from counter_app.db.beside import read_beside
from counter_app.db.between import BetweenWindowsReads, customers
from counter_app.db.encrypted import READER_SETTINGS, open_engine, telling_trouble
from counter_app.db.lines import (
    HEADER_FIRST,
    case_line,
    case_lines,
    codes,
    customer_line,
    log_conditions,
    seen_by,
)
from counter_app.db.row_makers import EXCEPTIONS
from counter_app.db.rows import (
    case_row,
    case_term,
    customer_row,
    follow_up_row,
    help_row,
    search_term,
    sign_on_row,
    staff_row,
    visit_row,
)
from counter_app.db.scope_reads import ScopeReads
from counter_app.db.tables import known
from counter_app.db.tables import print_order as order_table
from counter_app.db.term_search import (
    find_terms,
    typed_case_number,
    typed_words,
)
from counter_app.journal.codec import Happened, read_entry
from counter_app.journal.entry import Entry
from counter_app.journal.folding import Folding
from counter_app.journal.folds import FOLDING
from counter_app.journal.views import View
from counter_app.services.read_models import (
    IN_PUBLIC,
    CaseLine,
    CustomerLine,
    DayBeside,
    Desk,
    FollowUpLine,
    Found,
    HelpLine,
    LastWork,
    LogFilter,
    LogPage,
    PaperLine,
    Sight,
    StaffLine,
    VisitLine,
)

DESK_LINES = 500
"""A pane never shows so many; the bound keeps a day of nothing but parking from filling memory."""


class SqliteReader(BetweenWindowsReads, ScopeReads):
    """See `read_models.Reader`. Sees what is committed, and cannot write."""

    def __init__(self, engine: Engine, folding: Folding = FOLDING) -> None:
        self._engine = engine
        self._connection: Connection = engine.connect()
        self._driver: Any = self._connection.connection.driver_connection
        self._folding = folding

    def close(self) -> None:
        """Gives the connection back."""
        self._connection.close()
        self._engine.dispose()

    def interrupt(self) -> None:
        """Ends the query that runs now, from another thread; it raises `StoreTrouble`."""
        self._driver.interrupt()

    def desk(self, staff: str, terminal: str, today: str) -> Desk:
        """The left pane of this teller at this terminal; follow-ups due up to `today`."""
        c, seen = case_row.c, seen_by(Sight(staff))
        with self._snapshot():
            return Desk(
                self._visits(staff, terminal),
                self._cases(c.state == "open", c.staff == staff),
                self._cases(c.state == "parked", c.staff == staff),
                self._cases(c.state == "handed_over", c.handed_to == staff),
                self._due(staff, today),
                self._papers(),
                self._cases(
                    c.awaits_serial == 1, or_(c.staff == staff, c.terminal == terminal), seen
                ),
                self._hand_overs(staff, today),
                self._approvals(staff, today),
            )

    def search(self, words: str, limit: int = 20, sight: Sight = IN_PUBLIC) -> Found:
        """Cases by number, serial or name; customers by any part of the name, or by number."""
        with self._snapshot():
            number = typed_case_number(words)
            if number is not None and (cases := self._numbered(number, sight)):
                return Found(cases[:limit], ())
            typed = typed_words(words)
            found = self._found_cases(typed, limit, sight)
            return Found(found, self._found_customers(typed, limit))

    def day_log(self, wanted: LogFilter) -> LogPage:
        """A page of the day's log, exceptions first, then the latest first."""
        c = case_row.c
        where = list(log_conditions(wanted))
        counted = select(func.count(), func.count().filter(c.weight < len(EXCEPTIONS))).where(
            *where
        )
        page = (
            case_lines()
            .where(*where)
            .order_by(c.weight, c.header_at.desc(), c.header, *HEADER_FIRST, c.subject)
            .limit(wanted.limit)
            .offset(wanted.offset)
        )
        with self._snapshot():
            total, exceptions = self._connection.execute(counted).one()
            return LogPage(self._lines(page), total, exceptions)

    def case_by_number(self, number: str, sight: Sight = IN_PUBLIC) -> tuple[CaseLine, ...]:
        """The cases that carry a number, or whose paper does; several when two things carry it."""
        with self._snapshot():
            plain = typed_case_number(number)
            return self._numbered(plain, sight) if plain is not None else ()

    def cases_of_customer(self, customer: str, limit: int = 10) -> tuple[CaseLine, ...]:
        """A customer's latest cases; never a restricted one, whoever looks."""
        c = case_row.c
        joined = select(customer_row.c.subject).where(customer_row.c.into == customer)
        hers = or_(c.holder_customer == customer, c.holder_customer.in_(joined))
        own = (hers, c.restricted == 0)
        latest = case_lines().where(*own).order_by(c.last_at.desc())
        with self._snapshot():
            return self._lines(latest.limit(limit))

    def cases_under(self, header: str) -> tuple[CaseLine, ...]:
        """A case and those that stand under it, in the order in which they began."""
        c = case_row.c
        many = case_lines().where(c.header == header, c.restricted == 0)
        with self._snapshot():
            return self._lines(many.order_by(*HEADER_FIRST, c.subject).limit(DESK_LINES))

    def beside_cases(self, business_date: str, sight: Sight = IN_PUBLIC) -> DayBeside:
        """Visits, work states, approvals; calls and matters passed on for who may see them."""
        with self._snapshot():
            return read_beside(self._connection, business_date, sight)

    def last_work(self, terminal: str) -> LastWork:
        """How the work ended last at a terminal."""
        s, c = sign_on_row.c, case_row.c
        here = (s.terminal == terminal, s.refused.is_(None), s.until.is_not(None))
        ended = select(s.until, s.window).where(*here).order_by(s.until.desc()).limit(1)
        parked = select(func.count()).where(c.state == "parked")
        with self._snapshot():
            last = self._connection.execute(ended).first()
            count = self._connection.execute(parked).scalar_one()
            return LastWork(last.until if last else None, last.window if last else "", count)

    def help_calls(self) -> tuple[HelpLine, ...]:
        """Silent calls for help still open, the oldest first; for supervisor and lobby alone."""
        c = help_row.c
        joined = help_row.outerjoin(staff_row, staff_row.c.number == c.staff)
        calls = select(help_row, staff_row.c.name.label("staff_name")).select_from(joined)
        waiting = calls.where(c.answer.is_(None)).order_by(c.called_at).limit(DESK_LINES)
        with self._snapshot():
            found = self._connection.execute(waiting)
            return tuple(
                HelpLine(row.subject, row.window, row.staff, row.staff_name or "", row.called_at)
                for row in found
            )

    def staff(self) -> tuple[StaffLine, ...]:
        """All accounts, by number."""
        with self._snapshot():
            found = self._connection.execute(select(staff_row).order_by(staff_row.c.number))
            return tuple(
                StaffLine(
                    row.number, row.name, row.post, row.person, codes(row.roles), bool(row.left)
                )
                for row in found
            )

    def signed_on_since(self, instant: str) -> frozenset[str]:
        """The accounts that signed on at or after an instant, at any terminal held here."""
        s = sign_on_row.c
        there = select(s.staff).where(s.since >= instant, s.refused.is_(None), s.staff.is_not(None))
        with self._snapshot():
            return frozenset(self._connection.execute(there).scalars())

    def view(self, subject: str) -> View:
        """A subject's View."""
        return self._folding.fold(subject, self._entries(subject))

    def history(self, subject: str) -> tuple[Happened, ...]:
        """A subject's entries in the order of the fold, each with its fact."""
        return tuple(map(read_entry, self._folding.arrange(self._entries(subject)).ordered))

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """All reads inside see one state of the store."""
        with telling_trouble():
            if (
                self._driver.in_transaction
            ):  # the statement that should have ended it was interrupted
                self._driver.execute("ROLLBACK")
            self._driver.execute("BEGIN")
            try:
                yield
            finally:
                self._driver.execute("ROLLBACK")

    def _entries(self, subject: str) -> list[Entry]:
        c = known.c
        with self._snapshot():
            found = self._connection.execute(select(known).where(c.subject == subject))
            return [Entry(*row) for row in found]

    def _lines(self, statement: Select[Any]) -> tuple[CaseLine, ...]:
        return tuple(map(case_line, self._connection.execute(statement)))

    def _cases(self, *where: Any) -> tuple[CaseLine, ...]:
        latest = case_lines().where(*where).order_by(case_row.c.last_at.desc())
        return self._lines(latest.limit(DESK_LINES))

    def _numbered(self, plain: str, sight: Sight) -> tuple[CaseLine, ...]:
        c = case_row.c
        carrying = select(case_term.c.subject).where(case_term.c.term == plain.lower())
        numbered = or_(c.plain_number == plain, c.subject.in_(carrying))
        same = case_lines().where(numbered, seen_by(sight)).order_by(c.started_at.desc())
        return self._lines(same)

    def _visits(self, staff: str, terminal: str) -> tuple[VisitLine, ...]:
        c = visit_row.c
        hidden = select(case_row.c.visit).where(
            case_row.c.restricted == 1, case_row.c.visit.is_not(None), ~seen_by(Sight(staff))
        )
        found = self._connection.execute(
            select(visit_row)
            .where(c.ended_at.is_(None), c.terminal == terminal, c.subject.not_in(hidden))
            .order_by(c.started_at.desc())
            .limit(DESK_LINES)
        )
        return tuple(VisitLine(row.subject, row.ticket, row.started_at, row.names) for row in found)

    def _due(self, staff: str, today: str) -> tuple[FollowUpLine, ...]:
        c = follow_up_row.c
        found = self._connection.execute(
            select(follow_up_row, case_row.c.restricted)
            .outerjoin(case_row, case_row.c.subject == c.case_subject)
            .where(c.staff == staff, c.due <= today, c.done.is_(None))
            .order_by(c.due, c.subject)
            .limit(DESK_LINES)
        )
        return tuple(
            FollowUpLine(
                row.subject,
                row.case_subject,
                row.case_number,
                row.what,
                row.due,
                row.staff,
                row.post,
                bool(row.restricted),
            )
            for row in found
        )

    def _papers(self) -> tuple[PaperLine, ...]:
        c = order_table.c
        found = self._connection.execute(
            select(order_table)
            .where(c.state.not_in(("sent", "given_up")))
            .order_by(c.ordered_at, c.paper, c.copy_number)
            .limit(DESK_LINES)
        )
        return tuple(
            PaperLine(
                row.paper,
                row.case_subject,
                row.copy_number,
                row.state,
                row.state_reason,
                row.ordered_at,
            )
            for row in found
        )

    def _found_cases(self, words: Sequence[str], limit: int, sight: Sight) -> tuple[CaseLine, ...]:
        found = find_terms(self._connection, case_term, words)
        latest = case_lines().where(case_row.c.subject.in_(found), seen_by(sight))
        lines = sorted(self._lines(latest), key=lambda one: one.last_at, reverse=True)
        return tuple(sorted(lines, key=lambda one: not found[one.subject])[:limit])

    def _found_customers(self, words: Sequence[str], limit: int) -> tuple[CustomerLine, ...]:
        found = find_terms(self._connection, search_term, words)
        rows = self._connection.execute(
            customers().where(customer_row.c.subject.in_(found), customer_row.c.into.is_(None))
        )
        lines = sorted(map(customer_line, rows), key=lambda one: one.last_at, reverse=True)
        return tuple(sorted(lines, key=lambda one: not found[one.subject])[:limit])


def open_reader(path: Path, key: bytes, folding: Folding = FOLDING) -> SqliteReader:
    """A reader of the store's file. Raises `StoreTrouble`."""
    with telling_trouble():
        return SqliteReader(open_engine(path, key, READER_SETTINGS), folding)
