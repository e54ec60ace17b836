"""Views of the branch's upkeep: terminals, erasures, backups, quarantined entries."""

from dataclasses import dataclass

from counter_app.journal.changing import replace
from counter_app.journal.entry import Entry
from counter_app.journal.facts.upkeep import (
    BackupMade,
    BackupRestored,
    BackupTried,
    BodyErased,
    FactDroppedByName,
    FactEnteredAgain,
    ForkFound,
    JournalFollowed,
    LosingEntry,
    TerminalAdmitted,
    TerminalKeyCountersigned,
    TerminalRevoked,
)
from counter_app.journal.folding import Fold
from counter_app.journal.views import Sees, View, with_fault


@dataclass(frozen=True, slots=True)
class Countersigned:
    """A public key that an administrator vouched for, of which journal, and by whom."""

    journal: str
    public_key: str
    by: str


@dataclass(frozen=True, slots=True)
class TerminalView(View):
    """A terminal of the branch. `revoked` says why it is shut out; empty while it is not."""

    role: str = ""
    audiences: tuple[str, ...] = ()
    admitted_at: str | None = None
    revoked: str = ""
    keys: tuple[Countersigned, ...] = ()
    journals: tuple[JournalFollowed, ...] = ()

    @property
    def is_admitted(self) -> bool:
        """Whether it may meet the branch."""
        return self.admitted_at is not None and not self.revoked


@dataclass(frozen=True, slots=True)
class ErasureView(View):
    """What was erased, who wrote it, and when."""

    erased: BodyErased | None = None
    by: str = ""
    at: str | None = None


@dataclass(frozen=True, slots=True)
class BackupView(View):
    """A backup: made, tried, restored."""

    made: BackupMade | None = None
    tried: BackupTried | None = None
    tried_by: str = ""
    restored: BackupRestored | None = None
    restored_by: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a quarantined entry: entered again, or dropped for a reason."""

    entry: str
    by: str
    at: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class QuarantineView(View):
    """The losing end of a journal, or a part of it; and which of its entries a person has settled."""

    found: ForkFound | None = None
    again: tuple[Settled, ...] = ()
    dropped: tuple[Settled, ...] = ()

    @property
    def open(self) -> tuple[LosingEntry, ...]:
        """The entries that nobody has settled yet, in their order."""
        settled = {one.entry for one in (*self.again, *self.dropped)}
        entries = self.found.entries if self.found else ()
        return tuple(one for one in entries if one.hash not in settled)


def _admitted(
    view: TerminalView, entry: Entry, fact: TerminalAdmitted, _sees: Sees
) -> TerminalView:
    return replace(
        view,
        role=fact.role,
        audiences=fact.audiences,
        admitted_at=entry.occurred_at,
        revoked="",
    )


def _countersigned(
    view: TerminalView, entry: Entry, fact: TerminalKeyCountersigned, _sees: Sees
) -> TerminalView:
    """A second key for one journal is vouched for by nobody: a journal has one key."""
    if any(one.journal == fact.journal and one.public_key != fact.public_key for one in view.keys):
        return with_fault(view, "another_key", entry.hash, fact.journal)
    signed = Countersigned(fact.journal, fact.public_key, entry.actor)
    return replace(view, keys=(*view.keys, signed))


def _revoked(view: TerminalView, entry: Entry, fact: TerminalRevoked, _sees: Sees) -> TerminalView:
    if view.admitted_at is None:
        return with_fault(view, "never_admitted", entry.hash)
    return replace(view, revoked=fact.reason)


def _followed(
    view: TerminalView, _entry: Entry, fact: JournalFollowed, _sees: Sees
) -> TerminalView:
    return replace(view, journals=(*view.journals, fact))


def _erased(view: ErasureView, entry: Entry, fact: BodyErased, _sees: Sees) -> ErasureView:
    if view.erased is not None:
        return with_fault(view, "erased_twice", entry.hash)
    return replace(view, erased=fact, by=entry.actor, at=entry.occurred_at)


def _made(view: BackupView, entry: Entry, fact: BackupMade, _sees: Sees) -> BackupView:
    if view.made is not None:
        return with_fault(view, "made_twice", entry.hash)
    return replace(view, made=fact)


def _tried(view: BackupView, entry: Entry, fact: BackupTried, _sees: Sees) -> BackupView:
    return replace(view, tried=fact, tried_by=entry.actor)


def _restored(view: BackupView, entry: Entry, fact: BackupRestored, _sees: Sees) -> BackupView:
    return replace(view, restored=fact, restored_by=entry.actor)


def _found(view: QuarantineView, entry: Entry, fact: ForkFound, _sees: Sees) -> QuarantineView:
    if view.found is not None:
        return with_fault(view, "found_twice", entry.hash)
    return replace(view, found=fact)


def _entered_again(
    view: QuarantineView, entry: Entry, fact: FactEnteredAgain, _sees: Sees
) -> QuarantineView:
    why = _not_open(view, fact.entry)
    if why:
        return with_fault(view, why, entry.hash, fact.entry)
    settled = Settled(fact.entry, entry.actor, entry.occurred_at)
    return replace(view, again=(*view.again, settled))


def _dropped(
    view: QuarantineView, entry: Entry, fact: FactDroppedByName, _sees: Sees
) -> QuarantineView:
    why = _not_open(view, fact.entry)
    if why:
        return with_fault(view, why, entry.hash, fact.entry)
    settled = Settled(fact.entry, entry.actor, entry.occurred_at, fact.reason)
    return replace(view, dropped=(*view.dropped, settled))


def _not_open(view: QuarantineView, digest: str) -> str:
    """Two persons apart may settle one entry: the first counts, the second is shown."""
    if view.found is None or all(one.hash != digest for one in view.found.entries):
        return "not_in_quarantine"
    return "" if any(one.hash == digest for one in view.open) else "settled_before"


TERMINAL = Fold(
    TerminalView,
    {
        TerminalAdmitted: _admitted,
        TerminalKeyCountersigned: _countersigned,
        TerminalRevoked: _revoked,
        JournalFollowed: _followed,
    },
)
ERASURE = Fold(ErasureView, {BodyErased: _erased})
BACKUP = Fold(BackupView, {BackupMade: _made, BackupTried: _tried, BackupRestored: _restored})
QUARANTINE = Fold(
    QuarantineView,
    {ForkFound: _found, FactEnteredAgain: _entered_again, FactDroppedByName: _dropped},
)
