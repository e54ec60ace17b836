"""Read rows: what lists, search and statistics read, made only from Views, one subject each.

Written in the transaction of the entry. Never migrated: when a fold or a definition here changes, the
kind is folded again. A row that is shown holds masked
numbers only; search terms hold full ones, inside the encrypted file, for exact look-up.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Column, Connection, Index, Integer, MetaData, Table, Text, delete, insert

from counter_app.db import row_makers
from counter_app.journal.entry import subject_kind
from counter_app.journal.views import View

rows_metadata = MetaData()


def _table(name: str, *columns: Column[Any] | Index) -> Table:
    return Table(
        name,
        rows_metadata,
        Column("subject", Text, nullable=False),
        *columns,
        Index(f"{name}_subject", "subject"),
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
    *map(_text, ["exceptions"]),
    *map(_number, ["weight", "missing", "unsent", "reprints", "unread"]),
    Index("case_row_day", "business_date", "started_at"),
    Index("case_row_state", "state"),
    Index("case_row_number", "plain_number"),
    Index("case_row_customer", "holder_customer"),
)
visit_row = _table(
    "visit_row",
    *map(
        _text,
        ["ticket", "staff", "terminal", "window", "started_at", "ended_at", "outcome", "names"],
    ),
    Index("visit_row_open", "ended_at"),
)
staff_row = _table(
    "staff_row", *map(_text, ["number", "name", "post", "person", "roles"]), _number("left")
)
sign_on_row = _table(
    "sign_on_row",
    *map(_text, ["staff", "terminal", "window", "since", "until", "refused"]),
    Index("sign_on_row_staff", "staff", "since"),
)
spell_row = _table(
    "spell_row", *map(_text, ["terminal", "what", "case_subject", "by", "since", "until"])
)
override_row = _table(
    "override_row", *map(_text, ["matter", "about", "state", "requester", "approver", "asked_at"])
)
version_row = _table(
    "version_row", *map(_text, ["name", "media", "edition", "from_date", "published_at"])
)
follow_up_row = _table(
    "follow_up_row",
    *map(_text, ["case_subject", "case_number", "what", "due", "staff", "post", "done", "result"]),
    Index("follow_up_row_due", "staff", "due"),
)
customer_row = _table(
    "customer_row",
    *map(_text, ["name", "kind", "masked_number", "masked_phone", "last_at", "conflicts"]),
)
search_term = _table(
    "search_term",
    Column("term", Text, nullable=False),
    Index("search_term_term", "term", "subject"),
)
look_up_row = _table("look_up_row", *map(_text, ["about", "what", "page", "by", "at"]))

Maker = Callable[[Any], Iterable[Mapping[str, Any]]]

ROWS: Mapping[str, tuple[tuple[Table, Maker], ...]] = {
    "case": ((case_row, row_makers.case_rows),),
    "visit": ((visit_row, row_makers.visit_rows),),
    "staff": ((staff_row, row_makers.staff_rows),),
    "signon": ((sign_on_row, row_makers.sign_on_rows),),
    "lock": ((spell_row, row_makers.spell_rows),),
    "work": ((spell_row, row_makers.spell_rows),),
    "override": ((override_row, row_makers.override_rows),),
    "version": ((version_row, row_makers.version_rows),),
    "followup": ((follow_up_row, row_makers.follow_up_rows),),
    "customer": (
        (customer_row, row_makers.customer_rows),
        (search_term, row_makers.customer_terms),
    ),
    "lookup": ((look_up_row, row_makers.look_up_rows),),
}
"""For each kind of subject, its tables and what makes their rows from a View."""


def write_rows(connection: Connection, views: Iterable[View]) -> None:
    """Replaces the rows of these subjects."""
    for view in views:
        for table, maker in ROWS.get(subject_kind(view.subject), ()):
            connection.execute(delete(table).where(table.c.subject == view.subject))
            made = _made(view, maker)
            if made:
                connection.execute(insert(table), made)


def rows_of(view: View) -> list[tuple[str, dict[str, Any]]]:
    """The rows a View makes, by table, without a database: for verification and digests."""
    return [
        (table.name, row)
        for table, maker in ROWS.get(subject_kind(view.subject), ())
        for row in _made(view, maker)
    ]


def _made(view: View, maker: Maker) -> list[dict[str, Any]]:
    """The rows of a View; none while all that is known waits for its cause."""
    return [{"subject": view.subject, **row} for row in maker(view)] if view.exists else []
