"""One meeting with the branch: greeting, content, journals, bodies that are missing there.

Owns the order. A meeting may break anywhere and is simply held again.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import monotonic
from typing import Protocol

from counter_app.journal.chain import ChainHead
from counter_app.services.branch_ports import (
    BRANCH_FULL,
    Branch,
    BranchGreeting,
    BranchIsFull,
    BranchRefused,
    BranchUnreachable,
)
from counter_app.services.scope_ports import ScopedHome
from counter_app.services.snapshot_ports import AheadHome, Arriving
from counter_app.sync.body_exchange import Bodies, BodyExchange
from counter_app.sync.content_exchange import ContentExchange, Contents
from counter_app.sync.customers import CustomersFirst
from counter_app.sync.exchange import Exchange, Exchanged, HeadSigner, IsSigned
from counter_app.sync.fork_finding import losing_end, quarantine
from counter_app.sync.former_journals import FormerJournals
from counter_app.sync.scope_keeping import ScopeKeeping, ScopeMeans
from counter_app.sync.snapshots import SnapshotMeans, Snapshots
from counter_app.sync.tail import SLICE_S, TailOf

WHOLE_EVERY_S = 15.0
"""Clocks, heads of all journals and labels are compared so often; in between only news crosses."""
CONTENT_KINDS = "version"
"""Subjects of this kind name content that everybody needs."""


class Home(Bodies, AheadHome, ScopedHome, Protocol):
    """This home as a meeting sees it."""

    @property
    def contents(self) -> Contents:
        """Its content."""
        ...


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this home is to the branch; `formers` sign for journals that it wrote before.

    `snapshots` is with what it takes and makes snapshots, `scope` how much it keeps; where it does.
    """

    branch_id: str
    program: str
    signer: HeadSigner
    is_signed: IsSigned
    formers: Mapping[str, HeadSigner] = field(default_factory=dict)
    snapshots: SnapshotMeans | None = None
    scope: ScopeMeans | None = None


@dataclass(frozen=True, slots=True)
class Met:
    """What one meeting brought. `waiting` counts own entries that the branch has not taken.

    `withheld` counts those that it took without their bodies, because it cannot hold them. `arriving`
    is how much of the branch's journals is here.
    """

    greeting: BranchGreeting
    skew_ms: int
    exchanged: Exchanged
    waiting: int
    withheld: int = 0
    arriving: Arriving = field(default_factory=Arriving)


class Meeting:
    """Holds meetings of one home with one branch, on the branch worker's thread.

    A home that works from a snapshot takes its history a `slice_s` at a time, a meeting each.

    Raises `BranchUnreachable`; `BranchRefused` with `other_branch` when another branch answers than the
    one this home belongs to, or with what the branch says.
    """

    def __init__(
        self,
        home: Home,
        branch: Branch,
        identity: Identity,
        now: Callable[[], datetime],
        slice_s: float = SLICE_S,
    ) -> None:
        self._home, self._branch, self._identity, self._now = home, branch, identity, now
        self._contents = ContentExchange(home.contents, branch)
        self._slice_s = slice_s
        self._snapshots: Snapshots | None = None
        self._customers: CustomersFirst | None = None
        tail = TailOf(home, slice_s, comes_first=self._lacks_customers)
        self._exchange = Exchange(home, branch, identity.signer, identity.is_signed, tail=tail)
        if (means := identity.snapshots) is not None:
            self._snapshots = Snapshots(home, branch, identity.branch_id, means)
            self._customers = CustomersFirst(home, means.shelf, self._exchange, identity.is_signed)
        self._scope: ScopeKeeping | None = None
        if identity.scope is not None:
            self._scope = ScopeKeeping(home, branch, identity.scope)
        self._formers = FormerJournals(home, branch, identity.formers)
        self._bodies = BodyExchange(home, branch, (home.journal_id, *identity.formers))
        self._met: BranchGreeting | None = None
        self._skew_ms = 0
        self._whole_at = 0.0
        self._withheld = 0

    def hold(self) -> Met:
        """A whole meeting, or on a line that has held since a moment ago a short one."""
        try:
            met, fresh = self._met, monotonic() - self._whole_at < WHOLE_EVERY_S
            return self._hold_shortly(met) if met is not None and fresh else self._hold()
        except (BranchUnreachable, BranchRefused):
            self._met = None
            raise

    def waiting(self) -> int:
        """How many own entries the branch has not confirmed, as far as this PC knows."""
        mine = self._home.heads().get(self._home.journal_id, ChainHead())
        return max(0, mine.seq - self._exchange.confirmed.seq)

    def arriving(self) -> Arriving:
        """How much of the branch's journals is here."""
        return self._home.arriving()

    def _hold(self) -> Met:
        greeting, skew_ms = self._greet()
        with self._taking_at_least():
            exchanged = self._exchange_all(greeting)
        self._met, self._skew_ms, self._whole_at = greeting, skew_ms, monotonic()
        return self._told(greeting, exchanged)

    def _exchange_all(self, greeting: BranchGreeting) -> Exchanged:
        first = self._met is None
        if first:
            self._begin()
        self._contents.offer()
        self._formers.bring()
        if first and self._snapshots is not None:
            self._snapshots.take(self._exchange)
        exchanged = self._with_customers(self._exchange.run())
        if first or any(one.startswith(f"{CONTENT_KINDS}/") for one in exchanged.subjects):
            self._contents.fetch_shared()
        # Another PC may have given what came bare, or a wider enrolment may hold more: asked each time.
        self._withheld = self._bodies.give()
        changed = self._bodies.fit(greeting.audiences)
        exchanged = replace(exchanged, subjects=(*exchanged.subjects, *changed))
        if exchanged.forked:
            self._quarantine()
        elif self._snapshots is not None:
            self._snapshots.offer()
        self._keep_scope(greeting, exchanged)
        return exchanged

    def _hold_shortly(self, greeting: BranchGreeting) -> Met:
        """Only what is new on either side; anything unusual makes the next meeting a whole one."""
        with self._taking_at_least():
            self._contents.offer()
            exchanged = self._with_customers(self._exchange.keep_up())
        named = any(one.startswith(f"{CONTENT_KINDS}/") for one in exchanged.subjects)
        if named or exchanged.withheld or exchanged.forked:
            self._whole_at = 0.0
        if exchanged.withheld:
            self._withheld = self._bodies.give()
        if named:
            self._contents.fetch_shared()
        return self._told(greeting, exchanged)

    @contextmanager
    def _taking_at_least(self) -> Iterator[None]:
        """A branch that has no room for what is mine still has what others wrote before."""
        try:
            yield
        except BranchRefused as refusal:
            if refusal.code != BRANCH_FULL:
                raise
            raise BranchIsFull(self._exchange.only_take()) from refusal

    def _keep_scope(self, greeting: BranchGreeting, exchanged: Exchanged) -> None:
        """Lets go of what is beyond the scope, where every journal here stands undoubted and whole at
        the branch."""
        doubtful = exchanged.forked or exchanged.forged or exchanged.rejected or self._withheld
        if self._scope is None or doubtful or not self._scope.is_due(greeting):
            return
        whole = self._home.fork_noted() is None and self._home.arriving().is_whole
        if whole and self._bodies.all_is_there():
            self._scope.keep(greeting)

    def _with_customers(self, exchanged: Exchanged) -> Exchanged:
        """After what is new, a new PC's customers have their slice of time, before history has its."""
        if self._customers is None or not self._lacks_customers():
            return exchanged
        changed = self._customers.bring(monotonic() + self._slice_s)
        return replace(exchanged, subjects=(*exchanged.subjects, *changed))

    def _lacks_customers(self) -> bool:
        return self._customers is not None and self._home.customers_after() is not None

    def _told(self, greeting: BranchGreeting, exchanged: Exchanged) -> Met:
        return Met(
            greeting,
            self._skew_ms,
            exchanged,
            self.waiting(),
            self._withheld,
            self._home.arriving(),
        )

    def _greet(self) -> tuple[BranchGreeting, int]:
        """The clocks are compared half-way through the call."""
        before = self._now()
        greeting = self._branch.greet(self._identity.program, before, self.waiting())
        if greeting.branch_id != self._identity.branch_id:
            raise BranchRefused("other_branch")
        middle = before + (self._now() - before) / 2
        return greeting, round((middle - greeting.now).total_seconds() * 1000)

    def _begin(self) -> None:
        """The line was down: the branch may have gone back to an older copy meanwhile."""
        self._contents.begin_again()

    def _quarantine(self) -> None:
        """My journal has another end at the branch: mine is brought aside once, and noted for the
        next start, when this PC goes on in another journal."""
        mine = self._home.journal_id
        upto = self._home.heads()[mine].seq
        noted = self._home.fork_noted()
        if noted is None or noted[1] < upto:
            end = losing_end(self._home, self._branch)
            quarantine(mine, end, self._branch)
            self._home.note_fork(end.agreed.seq, upto)
