"""Views of the ground: journals, the branch, confirmed clocks, versions of procedures and rules."""

from dataclasses import dataclass

from counter_app.journal.changing import replace
from counter_app.journal.entry import Entry
from counter_app.journal.facts.ground import (
    BranchFounded,
    ClockJumpConfirmed,
    JournalOpened,
    VersionProposed,
    VersionPublished,
)
from counter_app.journal.folding import Fold
from counter_app.journal.views import Sees, View, with_fault


@dataclass(frozen=True, slots=True)
class JournalView(View):
    """Whose journal it is."""

    opened: JournalOpened | None = None


@dataclass(frozen=True, slots=True)
class BranchView(View):
    """The branch as founded. A second founding has no effect."""

    founded: BranchFounded | None = None


@dataclass(frozen=True, slots=True)
class ClockView(View):
    """A confirmed jump of a PC's clock."""

    confirmed: ClockJumpConfirmed | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class VersionView(View):
    """One version of a procedure, rule pack or calendar, and since when it holds.

    `published` are (from-date, entry) in the order published; the last one counts.
    """

    name: str = ""
    media: str = ""
    edition: str = ""
    published: tuple[tuple[str, str], ...] = ()

    @property
    def from_date(self) -> str | None:
        """The date it is in force from; None while it is only proposed."""
        return self.published[-1][0] if self.published else None


def _opened(view: JournalView, entry: Entry, fact: JournalOpened, _sees: Sees) -> JournalView:
    if view.opened is not None:
        return with_fault(view, "opened_twice", entry.hash)
    return replace(view, opened=fact)


def _founded(view: BranchView, entry: Entry, fact: BranchFounded, _sees: Sees) -> BranchView:
    if view.founded is not None:
        return with_fault(view, "founded_twice", entry.hash)
    return replace(view, founded=fact)


def _confirmed(view: ClockView, entry: Entry, fact: ClockJumpConfirmed, _sees: Sees) -> ClockView:
    return replace(view, confirmed=fact, by=entry.actor)


def _proposed(view: VersionView, _entry: Entry, fact: VersionProposed, _sees: Sees) -> VersionView:
    if view.name:
        return view
    return replace(view, name=fact.name, media=fact.media, edition=fact.edition)


def _published(view: VersionView, entry: Entry, fact: VersionPublished, _sees: Sees) -> VersionView:
    return replace(view, published=(*view.published, (fact.from_date, entry.hash)))


JOURNAL = Fold(JournalView, {JournalOpened: _opened})
BRANCH = Fold(BranchView, {BranchFounded: _founded})
CLOCK = Fold(ClockView, {ClockJumpConfirmed: _confirmed})
VERSION = Fold(VersionView, {VersionProposed: _proposed, VersionPublished: _published})
