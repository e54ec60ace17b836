"""Fetches what a replay is made of: histories by the reader, the version by the store's thread.

Keeps the runners it has fetched; they never change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter_app.domain.refusal import Refusal
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.journal.codec import Happened
from counter_app.journal.folds.case import CaseView
from counter_app.services.care_gate import dissuasion_of
from counter_app.services.counter import Acting, Counter
from counter_app.services.read_models import Reader
from counter_app.services.replaying import Replay, replay
from counter_app.services.scope import kept_at_branch
from counter_app.services.sight import may_see
from counter_app.ui.bringing import Bringing
from counter_app.ui.customers.ground import Ground, told

Version = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A replay with the case as it stands now; without a runner its version is not held here."""

    replay: Replay
    case: CaseView
    runner: ProcedureRunner | None


class ReplaySource(QObject):
    """`fetched` with a `Fetched`, `refused` with why not. Only the latest case asked for counts."""

    fetched = Signal(object)
    refused = Signal(object)

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground = ground
        self._runners: dict[Version, ProcedureRunner] = {}
        self._asked = ""
        self._bringing = Bringing(lambda: ground.reach, self)

    def ask(self, case: str) -> None:
        """Fetch a case's replay, from the branch where its content is there alone."""
        self._asked = case
        self._bringing.begin(case)
        self._ask(case)

    def _ask(self, case: str) -> None:
        acting = self._ground.acting

        def job(reader: Reader) -> Replay | Refusal:
            return read_replay(reader, case, acting)

        self._ground.work.read(self, "replay", told(job), lambda answer: self._read(case, answer))

    def forget(self) -> None:
        """No case is wanted any more."""
        self._asked = ""

    def _read(self, case: str, answer: Replay | Refusal) -> None:
        if case != self._asked:
            return
        if isinstance(answer, Refusal):
            refuse = partial(self.refused.emit, answer)
            if not self._bringing.helps(answer, partial(self._ask, case), refuse):
                refuse()
            return
        view = answer.case_at(len(answer.events) - 1)
        if view.started is None:
            self.refused.emit(Refusal("unknown_case"))
            return
        version = (view.procedure_hash, view.rules_hash)
        if version in self._runners:
            self.fetched.emit(Fetched(answer, view, self._runners[version]))
            return

        def fetch(counter: Counter) -> ProcedureRunner | None:
            return counter.shelf.runner(*version)

        self._ground.work.do(
            self, told(fetch), lambda runner: self._took(answer, view, version, runner)
        )

    def _took(
        self,
        answer: Replay,
        view: CaseView,
        version: Version,
        runner: ProcedureRunner | Refusal | None,
    ) -> None:
        if isinstance(runner, Refusal):
            if answer.case == self._asked:
                self.refused.emit(runner)
            return
        if runner is not None:
            self._runners[version] = runner
        if answer.case == self._asked:
            self.fetched.emit(Fetched(answer, view, runner))


def read_replay(reader: Reader, case: str, acting: Acting) -> Replay | Refusal:
    """A case's timeline with its visits', its approvals' and that of the questions against fraud.

    Of a case that the person may not see, nothing. `at_branch` where something of it is there alone.
    """
    away = kept_at_branch(reader, [case])
    if away is not None:
        return away
    history = reader.history(case)
    view = reader.view(case)
    others: Sequence[Sequence[Happened]] = ()
    if isinstance(view, CaseView):
        if not may_see(view, acting):
            return Refusal("unknown_case")
        approvals = (one.override for one in view.approvals)
        away = kept_at_branch(reader, view.visits)
        if away is not None:
            return away
        subjects = dict.fromkeys((*view.visits, dissuasion_of(case), *approvals))
        others = [reader.history(one) for one in subjects]
    return replay(case, history, others)
