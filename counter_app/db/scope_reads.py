"""What lies beyond this PC's scope, as read: for `queries.SqliteReader`."""

from contextlib import AbstractContextManager

from sqlalchemy import Connection, select

from counter_app.db.rows import case_row
from counter_app.db.tables import closing


class ScopeReads:
    """See `read_models.ScopeReader`."""

    _connection: Connection

    def _snapshot(self) -> AbstractContextManager[None]:
        """All reads inside see one state of the store."""
        raise NotImplementedError

    def is_let_go(self, subject: str) -> bool:
        """Whether the bodies of a subject lie at the branch alone."""
        there = select(closing.c.subject).where(closing.c.subject == subject)
        with self._snapshot():
            return self._connection.execute(there).first() is not None

    def number_of(self, case: str) -> str:
        """The number of a case by its line, wherever its content is; empty where there is none."""
        numbered = select(case_row.c.number).where(case_row.c.subject == case)
        with self._snapshot():
            return self._connection.execute(numbered).scalar() or ""
