"""Letting go of bodies that are beyond this PC's scope, and having them here again.

Envelopes stay, and the read rows as they were; one closing record says so. Owns these moves on the
store's own thread, a few subjects at a time. Which subjects are over is `services.scope`'s rule;
whether the branch holds their bodies safely is asked by `sync`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from time import perf_counter
from typing import Any

from counter_app.db.absent_bodies import AbsenceStore
from counter_app.db.closings import Closing, Closings, named_in
from counter_app.db.encrypted import telling_trouble
from counter_app.journal.entry import Entry
from counter_app.journal.views import View
from counter_app.services.scope import Scope, is_over
from counter_app.services.scope_ports import Lacking, Leaving, LetGo, Offered

SLICE_S = 0.006
"""So long one slice looks or lets go: with its commit a teller's key waits for less than 20 ms."""
ROWS_AT_ONCE = 100
SCOPE_KEPT = "scope_kept"
"""The business date on which everything beyond the scope was last looked at."""
PAGES: Mapping[str, str] = {
    "case/": """
        SELECT r.subject, r.state IN ('completed', 'cancelled') AND r.business_date < ?2
            AND NOT EXISTS (SELECT 1 FROM closing c WHERE c.subject = r.subject)
        FROM case_row r WHERE r.subject > ?1 ORDER BY r.subject LIMIT ?3
    """,
    "visit/": """
        SELECT r.subject, r.ended_at IS NOT NULL AND r.started_at < ?2
            AND NOT EXISTS (SELECT 1 FROM closing c WHERE c.subject = r.subject)
        FROM visit_row r WHERE r.subject > ?1 ORDER BY r.subject LIMIT ?3
    """,
}
"""For each kind in order: a page of its rows, and which of them may be over."""
WAITS = """
SELECT EXISTS (SELECT 1 FROM print_order
        WHERE case_subject = ?1 AND state NOT IN ('sent', 'given_up'))
    OR EXISTS (SELECT 1 FROM follow_up_row WHERE case_subject = ?1 AND done IS NULL)
    OR EXISTS (SELECT 1 FROM override_row
        WHERE state = 'asked' AND substr(about, 1, instr(about || '#', '#') - 1) = ?1)
    OR EXISTS (SELECT 1 FROM case_row WHERE visit = ?1 AND state IN ('open', 'parked', 'handed_over'))
    OR EXISTS (SELECT 1 FROM draft WHERE key = ?1 OR substr(key, 1, instr(key, ' ') - 1) = ?1)
"""
CONTENTS = """
SELECT hash FROM content WHERE subject = ? AND rowid < (SELECT max(rowid) FROM content)
"""
"""But for the last one: its place would be filled again, and what fills it is to be offered."""


class PruningStore(AbsenceStore):
    """The part of the store that is about subjects beyond this PC's scope."""

    def may_leave(self, scope: Scope, after: str) -> Offered:
        """Subjects beyond a place that are over and beyond the scope, as far as a slice goes."""
        until = perf_counter() + SLICE_S
        found: list[Leaving] = []
        with telling_trouble():
            at, page = self._page(scope, after)
            for subject, may in page:
                leaving = self._leaving(subject, scope) if may else None
                if leaving is not None:
                    found.append(leaving[0])
                at = subject
                if perf_counter() > until:
                    break
        return Offered(tuple(found), at)

    def let_go(self, subjects: Sequence[str], kept: Collection[str], scope: Scope) -> LetGo:
        """Lets go of as many of the subjects as fit a slice, each with all its bodies or none.

        `kept` are the hashes of what the branch holds safely. Each is judged once more: somebody may
        have written since.
        """
        until = perf_counter() + SLICE_S
        safe = frozenset(kept)
        gone, looked = [], 0
        with self._commit():
            for subject in subjects:
                looked += 1
                found = self._leaving(subject, scope)
                if found is not None and safe.issuperset(found[0].bodies):
                    self._close(*found, safe)
                    gone.append(subject)
                if perf_counter() > until:
                    break
        return LetGo(tuple(gone), looked)

    def lacking(self, subjects: Sequence[str]) -> Lacking:
        """What of these subjects was let go and is not back."""
        with telling_trouble():
            standing = self._closings.among(subjects)
            bodies = [one for subject in subjects for one in self._closings.away(subject)]
            contents = [one for subject in standing for one in self._closings.contents(subject)]
            return Lacking(tuple(bodies), tuple(c for c in contents if not self._has(c)))

    def is_let_go(self, subject: str) -> bool:
        """See `ports.Store.is_let_go`."""
        with telling_trouble():
            return bool(self._closings.among([subject]))

    def subjects_naming(self, words: str) -> list[str]:
        """Subjects with a body that holds these words, or held them: of what was let go, an id only."""
        found = super().subjects_naming(words)
        with telling_trouble():
            return sorted({*found, *self._closings.naming(words)})

    def contents_of(self, subject: str) -> list[str]:
        """The hashes of content that names a subject, here or let go."""
        found = super().contents_of(subject)
        with telling_trouble():
            return [*found, *(one for one in self._closings.contents(subject) if one not in found)]

    def scope_kept(self) -> str | None:
        """The business date on which all beyond the scope was last looked at."""
        row = self._row("SELECT value FROM local WHERE name = ?", SCOPE_KEPT)
        return str(row[0]) if row else None

    def note_scope_kept(self, day: str) -> None:
        """Nothing more leaves on this business date."""
        with self._commit():
            self._keep_local(SCOPE_KEPT, day)

    @property
    def _closings(self) -> Closings:
        return Closings(self._driver)

    def _is_over(self, view: View, scope: Scope) -> bool:
        return is_over(view, scope.today)

    def _page(self, scope: Scope, after: str) -> tuple[str, list[Any]]:
        """A page beyond a place, with where it ends when none of it is looked at; '' at the end."""
        for kind, statement in PAGES.items():
            if after < kind or after.startswith(kind):
                start = max(after, kind)
                values = (start, scope.first_day, ROWS_AT_ONCE)
                page = self._driver.execute(statement, values).fetchall()
                if page:
                    return start, page
        return "", []

    def _leaving(self, subject: str, scope: Scope) -> "tuple[Leaving, Closing] | None":
        """What would leave of a subject, and its record; None where it stays."""
        entries = self.entries_of(subject)
        if not all(_may_go(one, scope) for one in entries):
            return None
        bodies = tuple(one.hash for one in entries if one.body_state == "here")
        (waits,) = self._driver.execute(WAITS, (subject,)).fetchone()
        if not bodies or waits:
            return None
        view = self._folding.fold(subject, entries)
        if not self._is_over(view, scope):
            return None
        contents = tuple(one for (one,) in self._driver.execute(CONTENTS, (subject,)))
        last_day = max(one.business_date for one in entries)
        closing = Closing(
            subject,
            scope.today,
            last_day,
            len(entries),
            view.heads,
            contents,
            named_in(entries),
        )
        return Leaving(subject, bodies, contents), closing

    def _close(self, leaving: Leaving, closing: Closing, safe: frozenset[str]) -> None:
        contents = tuple(one for one in leaving.contents if one in safe)
        self._closings.close(replace(closing, contents=contents), leaving.bodies)
        self._views.pop(leaving.subject, None)

    def _has(self, content: str) -> bool:
        return self._row("SELECT 1 FROM content WHERE hash = ?", content) is not None

    def _write_rows(self, changed: Iterable[tuple[View, View | None]]) -> None:
        """The rows of what was let go stay as they were made: its Views are bare."""
        told = list(changed)
        standing = self._closings.among(view.subject for view, _before in told)
        super()._write_rows(one for one in told if one[0].subject not in standing)

    def _fold_and_write(self, entries: Sequence[Entry]) -> None:
        """Something is new about what was let go: it is here again, or is called back to be read."""
        for subject in self._standing(one.subject for one in entries):
            if self._closings.away(subject):
                self._closings.call_back(subject)
            else:
                self._open_again(subject)
        super()._fold_and_write(entries)

    def _erase(self, names: Collection[str]) -> list[str]:
        """Nothing that is erased stays in rows: they are made of what is here, and the rest comes."""
        subjects = super()._erase(names)
        standing = list(self._standing(subjects))
        for subject in standing:
            self._closings.call_back(subject)
            self._open_again(subject)
        self._read_anew(standing)
        return subjects

    def _open_again(self, subject: str) -> None:
        self._closings.end(subject)
        self._views.pop(subject, None)

    def _standing(self, subjects: Iterable[str]) -> Iterator[str]:
        yield from sorted(self._closings.among(dict.fromkeys(subjects)))


def _may_go(entry: Entry, scope: Scope) -> bool:
    return (
        entry.audience == "all"
        and entry.body_state != "elsewhere"
        and entry.business_date < scope.first_day
    )
