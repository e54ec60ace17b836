"""Read rows: what lists, search and statistics read, made only from Views, one subject each.

Written in the transaction of the entry. Never migrated: when a fold or a definition here changes, the
kind is folded again. A row that is shown holds masked
numbers only; search terms hold full ones, inside the encrypted file, for exact look-up.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text, text

from counter_app.db import row_makers
from counter_app.journal.entry import subject_kind
from counter_app.journal.views import View

rows_metadata = MetaData()


def _table(name: str, *columns: Column[Any] | Index) -> Table:
    """At most one row a subject; kept in order of the subject, which is the order of time."""
    subject = Column("subject", Text, primary_key=True)
    return Table(name, rows_metadata, subject, *columns, sqlite_with_rowid=False)


def _term_table(name: str) -> Table:
    """What subjects are found by. Both of its trees are walked: by term, and by subject."""
    return Table(
        name,
        rows_metadata,
        Column("subject", Text, primary_key=True),
        Column("term", Text, primary_key=True),
        Index(f"{name}_term", "term", "subject"),
        sqlite_with_rowid=False,
    )


def _text(name: str) -> Column[str | None]:
    return Column(name, Text)


def _number(name: str) -> Column[int | None]:
    return Column(name, Integer)


case_row = _table(
    "case_row",
    *map(
        _text,
        [
            "number",
            "plain_number",
            "service",
            "state",
            "step",
            "staff",
            "terminal",
            "window",
            "visit",
        ],
    ),
    *map(
        _text,
        ["business_date", "started_at", "ended_at", "last_at", "holder_name", "holder_customer"],
    ),
    *map(
        _text,
        ["handed_to", "waiting_reason", "reached_core", "serial", "booking", "notice_on", "due_on"],
    ),
    *map(_text, ["exceptions", "serial_late_at", "serial_late_by", "on_paper"]),
    *map(_text, ["header", "header_number", "header_at", "held_since", "apart"]),
    *map(_number, ["weight", "missing", "unsent", "reprints", "unread", "awaits_serial"]),
    _number("restricted"),
    Index("case_row_serial", "staff", sqlite_where=text("awaits_serial = 1")),
    Index("case_row_day", "business_date", "weight", "header_at"),
    Index("case_row_header", "header", "started_at"),
    Index("case_row_restricted", "visit", sqlite_where=text("restricted = 1")),
    Index("case_row_state", "state", "staff"),
    Index("case_row_number", "plain_number"),
    Index("case_row_customer", "holder_customer"),
)
visit_row = _table(
    "visit_row",
    *map(
        _text,
        ["ticket", "staff", "terminal", "window", "started_at", "ended_at", "outcome", "names"],
    ),
    Index("visit_row_open", "ended_at", "terminal"),
)
staff_row = _table(
    "staff_row", *map(_text, ["number", "name", "post", "person", "roles"]), _number("left")
)
sign_on_row = _table(
    "sign_on_row",
    *map(_text, ["staff", "terminal", "window", "since", "until", "refused"]),
    Index("sign_on_row_staff", "staff", "since"),
    Index("sign_on_row_open", "terminal", sqlite_where=text("until IS NULL")),
)
spell_row = _table(
    "spell_row",
    *map(_text, ["terminal", "what", "case_subject", "by", "since", "until"]),
    Index("spell_row_open", "terminal", sqlite_where=text("until IS NULL")),
)
override_row = _table(
    "override_row",
    *map(_text, ["matter", "about", "state", "requester", "approver", "asked_at"]),
    Index("override_row_open", "asked_at", sqlite_where=text("state = 'asked'")),
)
hand_over_row = _table(
    "hand_over_row",
    *map(_text, ["case_subject", "case_number", "from_staff", "staff", "window", "asked_at"]),
    *map(_text, ["answer", "business_date"]),
    Index("hand_over_row_from", "from_staff", sqlite_where=text("answer IS NULL")),
    Index("hand_over_row_staff", "staff", "business_date"),
)
version_row = _table(
    "version_row", *map(_text, ["name", "media", "edition", "from_date", "published_at"])
)
follow_up_row = _table(
    "follow_up_row",
    *map(_text, ["case_subject", "case_number", "what", "due", "staff", "post", "done", "result"]),
    Index("follow_up_row_due", "staff", "due"),
    Index("follow_up_row_open", "case_subject", sqlite_where=text("done IS NULL")),
)
customer_row = _table(
    "customer_row",
    *map(_text, ["name", "kind", "masked_number", "masked_phone", "last_at", "conflicts"]),
    *map(_text, ["number", "into"]),
    Index("customer_row_number", "number"),
    Index("customer_row_into", "into"),
)
search_term = _term_table("search_term")
case_term = _term_table("case_term")
help_row = _table(
    "help_row",
    *map(_text, ["terminal", "window", "staff", "called_at", "answer"]),
    Index("help_row_open", "called_at", sqlite_where=text("answer IS NULL")),
)
restricted_row = _table(
    "restricted_row",
    *map(_text, ["matter", "to_post", "to_staff", "by", "referred_at", "business_date"]),
    *map(_text, ["at", "badge", "authority", "document", "case_subject"]),
    _number("officers"),
    Index("restricted_row_day", "business_date", "referred_at"),
)
look_up_row = _table("look_up_row", *map(_text, ["about", "what", "page", "by", "at"]))

Row = dict[str, Any]
Maker = Callable[[Any], Iterable[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class RowSpec:
    """A table and what makes its rows from a View.

    `basis` is what the rows depend on, where making them costs more than looking whether it changed.
    """

    table: Table
    maker: Maker
    basis: Callable[[Any], object] | None = None

    def made(self, view: View) -> list[Row]:
        """The rows of a View; none while all that is known waits for its cause."""
        return [{"subject": view.subject, **row} for row in self.maker(view)] if view.exists else []

    def unchanged(self, before: View, view: View) -> bool:
        """Whether both Views certainly make the same rows."""
        return self.basis is not None and self.basis(before) == self.basis(view)


ROWS: Mapping[str, tuple[RowSpec, ...]] = {
    "case": (
        RowSpec(case_row, row_makers.case_rows),
        RowSpec(case_term, row_makers.case_terms, row_makers.case_terms_basis),
    ),
    "visit": (RowSpec(visit_row, row_makers.visit_rows),),
    "staff": (RowSpec(staff_row, row_makers.staff_rows),),
    "signon": (RowSpec(sign_on_row, row_makers.sign_on_rows),),
    "lock": (RowSpec(spell_row, row_makers.spell_rows),),
    "work": (RowSpec(spell_row, row_makers.spell_rows),),
    "override": (RowSpec(override_row, row_makers.override_rows),),
    "version": (RowSpec(version_row, row_makers.version_rows),),
    "followup": (RowSpec(follow_up_row, row_makers.follow_up_rows),),
    "customer": (
        RowSpec(customer_row, row_makers.customer_rows),
        RowSpec(search_term, row_makers.customer_terms, row_makers.customer_terms_basis),
    ),
    "handover": (RowSpec(hand_over_row, row_makers.hand_over_rows),),
    "silenthelp": (RowSpec(help_row, row_makers.help_rows),),
    "restricted": (RowSpec(restricted_row, row_makers.restricted_rows),),
    "lookup": (RowSpec(look_up_row, row_makers.look_up_rows),),
}
"""For each kind of subject, its tables and what makes their rows from a View."""


def write_rows(driver: Any, view: View, before: View | None) -> None:
    """Brings a subject's rows up to its View; see `write_all_rows`."""
    write_all_rows(driver, ((view, before),))


def write_all_rows(driver: Any, changed: Iterable[tuple[View, View | None]]) -> None:
    """Brings the rows of subjects up to their Views, on the driver's own connection.

    Beside each View stands the one whose rows are in the file, where it is known: then only what
    differs is written, because each page touched is encrypted and flushed once more. The rows of
    subjects that were not there before go into each table together.
    """
    added: dict[str, list[Row]] = {}
    for view, before in changed:
        for spec in ROWS.get(subject_kind(view.subject), ()):
            if before is None:
                _replace(driver, spec.table, view.subject, spec.made(view))
            elif not before.exists:
                added.setdefault(spec.table.name, []).extend(spec.made(view))
            elif not spec.unchanged(before, view):
                _amend(driver, spec.table, spec.made(before), spec.made(view))
    for table, made in added.items():
        _insert(driver, table, made)


def rows_of(view: View) -> list[tuple[str, Row]]:
    """The rows a View makes, by table, without a database: for verification and digests."""
    specs = ROWS.get(subject_kind(view.subject), ())
    return [(spec.table.name, row) for spec in specs for row in spec.made(view)]


def rows_held(driver: Any, subject: str) -> list[tuple[str, Row]]:
    """The rows of a subject as they stand in the file, by table."""
    held: list[tuple[str, Row]] = []
    for spec in ROWS.get(subject_kind(subject), ()):
        names = [column.name for column in spec.table.columns]
        columns = ", ".join(map(_quoted, names))
        statement = f"SELECT {columns} FROM {spec.table.name} WHERE subject = ?"
        for row in driver.execute(statement, (subject,)):
            held.append((spec.table.name, dict(zip(names, row, strict=True))))
    return held


def _amend(driver: Any, table: Table, old: Sequence[Row], new: Sequence[Row]) -> None:
    if len(old) == len(new) == 1:
        changed = {name: value for name, value in new[0].items() if old[0][name] != value}
        if changed:
            names = ", ".join(f"{_quoted(name)} = ?" for name in changed)
            values = (*changed.values(), new[0]["subject"])
            driver.execute(f"UPDATE {table.name} SET {names} WHERE subject = ?", values)
    elif old != new:
        for row in old:
            if row not in new:
                names = " AND ".join(f"{_quoted(name)} IS ?" for name in row)
                driver.execute(f"DELETE FROM {table.name} WHERE {names}", tuple(row.values()))
        _insert(driver, table.name, [row for row in new if row not in old])


def _replace(driver: Any, table: Table, subject: str, made: Sequence[Row]) -> None:
    driver.execute(f"DELETE FROM {table.name} WHERE subject = ?", (subject,))
    _insert(driver, table.name, made)


def _insert(driver: Any, table: str, made: Sequence[Row]) -> None:
    if made:
        names = ", ".join(map(_quoted, made[0]))
        signs = ", ".join("?" * len(made[0]))
        statement = f"INSERT INTO {table} ({names}) VALUES ({signs})"
        driver.executemany(statement, map(itemgetter(*made[0]), made))


def _quoted(name: str) -> str:
    return f'"{name}"'
