"""Undo and redo of a run's changes. Pure; facts that were written are not taken back."""

from dataclasses import dataclass, replace

from counter_app.forms.run_state import STEPS, RunState

MOST = 200
"""So many changes are kept: more than a person remembers to have made."""


@dataclass(frozen=True, slots=True)
class History:
    """The runs before and after the present one. `key` names what the last change was about."""

    before: tuple[RunState, ...] = ()
    after: tuple[RunState, ...] = ()
    key: str = ""

    def changed(self, old: RunState, key: str) -> "History":
        """`old` was left by a change of `key`; typing on in one field is one change."""
        if key and key == self.key and self.before:
            return History(self.before, (), key)
        return History((*self.before, old)[-MOST:], (), key)

    def undo(self, now: RunState) -> "tuple[History, RunState] | None":
        """One change back; None when there is none."""
        if not self.before:
            return None
        return History(self.before[:-1], (*self.after, now)), _back_to(self.before[-1], now)

    def redo(self, now: RunState) -> "tuple[History, RunState] | None":
        """One change forward again; None when there is none."""
        if not self.after:
            return None
        return History((*self.before, now), self.after[:-1]), _back_to(self.after[-1], now)


def _back_to(kept: RunState, now: RunState) -> RunState:
    """What a person changes by hand as it was; what steps have confirmed stays."""
    return replace(
        kept,
        parties=now.parties,
        confirmed=now.confirmed,
        corrections=now.corrections,
        reached=max(now.reached, kept.step, key=STEPS.index),
    )
