"""Views of the branch's day: each window's end, the supervisor's signature, late entries, exports."""

from dataclasses import dataclass

from counter_app.journal.changing import replace
from counter_app.journal.entry import Entry
from counter_app.journal.facts.day import (
    DayNoted,
    DayReopened,
    DaySignedOff,
    ExportFailed,
    FallbackFormEntered,
    FallbackFormGiven,
    FileExported,
    WindowClosed,
    WindowReopened,
)
from counter_app.journal.folding import Fold
from counter_app.journal.views import Sees, View, with_fault


@dataclass(frozen=True, slots=True)
class WindowDayView(View):
    """One window's day; `closed` None while work goes on."""

    closed: WindowClosed | None = None
    closed_at: str | None = None
    closings: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark with when and by which actor."""

    text: str
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class DayView(View):
    """The branch's day; `signed` None until the supervisor has signed what was there last."""

    remarks: tuple[Remark, ...] = ()
    signed: DaySignedOff | None = None
    signed_at: str | None = None
    signed_by: str = ""
    signatures: int = 0
    reopened: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LateEntryView(View):
    """Paper forms of one series handed out, the last lot of them; or one form entered afterwards."""

    given: FallbackFormGiven | None = None
    entered: FallbackFormEntered | None = None
    entered_at: str | None = None
    entered_by: str = ""


@dataclass(frozen=True, slots=True)
class ExportView(View):
    """A file that left; `failed` says why it did not come to be."""

    exported: FileExported | None = None
    by: str = ""
    failed: str = ""


def _closed(view: WindowDayView, entry: Entry, fact: WindowClosed, _sees: Sees) -> WindowDayView:
    return replace(view, closed=fact, closed_at=entry.occurred_at, closings=view.closings + 1)


def _opened(
    view: WindowDayView, _entry: Entry, _fact: WindowReopened, _sees: Sees
) -> WindowDayView:
    return replace(view, closed=None, closed_at=None)


def _noted(view: DayView, entry: Entry, fact: DayNoted, _sees: Sees) -> DayView:
    remark = Remark(fact.text, entry.occurred_at, entry.actor)
    return replace(view, remarks=(*view.remarks, remark))


def _signed(view: DayView, entry: Entry, fact: DaySignedOff, _sees: Sees) -> DayView:
    return replace(
        view,
        signed=fact,
        signed_at=entry.occurred_at,
        signed_by=entry.actor,
        signatures=view.signatures + 1,
    )


def _reopened(view: DayView, _entry: Entry, fact: DayReopened, _sees: Sees) -> DayView:
    return replace(view, signed=None, reopened=(*view.reopened, fact.reason))


def _given(
    view: LateEntryView, _entry: Entry, fact: FallbackFormGiven, _sees: Sees
) -> LateEntryView:
    return replace(view, given=fact)


def _entered(
    view: LateEntryView, entry: Entry, fact: FallbackFormEntered, _sees: Sees
) -> LateEntryView:
    """A form is entered once; two PCs that did not see each other make the second one a fault."""
    if view.entered is not None:
        return with_fault(view, "form_entered_twice", entry.hash)
    return replace(view, entered=fact, entered_at=entry.occurred_at, entered_by=entry.actor)


def _exported(view: ExportView, entry: Entry, fact: FileExported, _sees: Sees) -> ExportView:
    return replace(view, exported=fact, by=entry.actor)


def _failed(view: ExportView, _entry: Entry, fact: ExportFailed, _sees: Sees) -> ExportView:
    return replace(view, failed=fact.reason)


WINDOW_DAY = Fold(WindowDayView, {WindowClosed: _closed, WindowReopened: _opened})
DAY = Fold(DayView, {DayNoted: _noted, DaySignedOff: _signed, DayReopened: _reopened})
LATE_ENTRY = Fold(LateEntryView, {FallbackFormGiven: _given, FallbackFormEntered: _entered})
EXPORT = Fold(ExportView, {FileExported: _exported, ExportFailed: _failed})
