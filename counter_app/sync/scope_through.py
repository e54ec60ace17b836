"""What lies beyond a home's scope, as the branch worker sees it: asked on the store's own thread.

Owns the crossing only; the rest of it stands in `through_store.py`.
"""

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from counter_app.services.scope import Scope
from counter_app.services.scope_ports import Lacking, LetGo, Offered, ScopedHome
from counter_app.sync.ahead_through import AheadThroughStore

T = TypeVar("T")


class ScopeThroughStore(AheadThroughStore):
    """See `scope_ports.ScopedHome`. Letting go waits behind whatever else is to be written."""

    def may_leave(self, scope: Scope, after: str) -> Offered:
        """Subjects beyond a place that may leave, as far as a slice goes."""
        return self._scoped(lambda home: home.may_leave(scope, after), urgent=False)

    def let_go(self, subjects: Sequence[str], kept: Collection[str], scope: Scope) -> LetGo:
        """Lets go of as many as fit a slice."""
        return self._scoped(lambda home: home.let_go(subjects, kept, scope), urgent=False)

    def lacking(self, subjects: Sequence[str]) -> Lacking:
        """What of these subjects was let go and is not back."""
        return self._scoped(lambda home: home.lacking(subjects))

    def scope_kept(self) -> str | None:
        """The business date on which all beyond the scope was last looked at."""
        return self._scoped(lambda home: home.scope_kept())

    def note_scope_kept(self, day: str) -> None:
        """Nothing more leaves on this business date."""
        self._scoped(lambda home: home.note_scope_kept(day))

    def _scoped(self, job: Callable[[ScopedHome], T], *, urgent: bool = True) -> T:
        return self._thread.submit(job, urgent=urgent).result()
