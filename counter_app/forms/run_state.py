"""Where one case stands, as the runner sees it.

Owns the frozen values that services make of View and draft and hand to `procedure_runner`, and the
plain moves on them. Knows no journal, no clock, no procedure: whether a move is sensible is the
runner's to say. Full identity numbers pass through `values` only while typed; `Party` holds masks.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from counter_app.i18n import Text


class StepId(StrEnum):
    """The steps, in order: 接待 需求 材料 受理 核对 核心 办结."""

    RECEPTION = "reception"
    NEED = "need"
    DOCUMENTS = "documents"
    DETAILS = "details"
    READ_BACK = "read_back"
    CORE = "core"
    COMPLETION = "completion"


STEPS: tuple[StepId, ...] = tuple(StepId)


class Part(StrEnum):
    """What a person is in this case."""

    SELF = "self"
    AGENT = "agent"
    GUARDIAN = "guardian"
    WARD = "ward"
    COMPANION = "companion"


class Outcome(StrEnum):
    """What became of a checklist line. A line without a result is "not yet"."""

    SEEN = "seen"
    COPIED = "copied"
    ALTERNATIVE = "alternative"
    REFUSED = "refused"
    MISSING = "missing"
    DEFERRED = "deferred"


@dataclass(frozen=True, slots=True)
class Party:
    """One person of the case, as far as known.

    `part` SELF is the holder also when absent (`present` False) and an agent comes.
    `identity_kind` is one of `facts_table.IDENTITY_KINDS`. `valid_until` is the paper's last valid
    day; `no_expiry` marks a long-term paper. `phone_masked` and `number_masked` are masked already.
    """

    ref: str
    part: Part
    name: str | None = None
    identity_kind: str | None = None
    birth_date: dt.date | None = None
    number_masked: str | None = None
    phone_masked: str | None = None
    valid_until: dt.date | None = None
    no_expiry: bool = False
    present: bool = True


@dataclass(frozen=True, slots=True)
class ItemResult:
    """What was done with one checklist line.

    `alternative` and `refusal` are ids of the line's own lists; `valid_until` is the last valid day
    of the paper seen and `last4` the last four signs on it, when the line asks for them;
    `returned` whether it was given back.
    """

    outcome: Outcome
    alternative: str | None = None
    refusal: str | None = None
    valid_until: dt.date | None = None
    no_expiry: bool = False
    last4: str | None = None
    returned: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadBackMark:
    """How the customer confirmed a row, and the very value confirmed.

    `shown` is the value as the row read then: when the value changes, the mark no longer counts.
    """

    mark: Literal["screen", "oral", "wrong"]
    shown: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class CareSaid:
    """What was heard at the questions against fraud and is settled by no fact yet.

    `answers` by question, `way` how it is to end; `signed` whether the customer signed the notice,
    `taken` whether the customer's copy was handed over. Time and badge of the police are restricted:
    they stay on this PC.
    """

    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    way: str = ""
    signed: bool = False
    taken: bool = False
    police_at: str = ""
    badge: str = ""

    def for_others(self) -> "CareSaid":
        """What may go along with a case that waits or changes hands."""
        return replace(self, police_at="", badge="")


NOTHING_SAID = CareSaid()


@dataclass(frozen=True, slots=True)
class Correction:
    """A value that had been confirmed and was changed: the old raw text is kept.

    `at` is branch time in words for the paper, `by` the staff number.
    """

    field: str
    old: str
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class RunState:
    """The whole state of a running case. Mappings are read-only; every move gives a new state.

    `values` are raw texts by field id, typed or confirmed. `confirmed` are those of them that a
    left step confirmed, in normalised form. `hour` is the branch's hour when known. `step` is the
    step shown, `reached` the furthest one. `core_serial` None with `serial_later` means it follows.
    """

    business_date: dt.date
    hour: int | None = None
    step: StepId = StepId.RECEPTION
    reached: StepId = StepId.RECEPTION
    parties: tuple[Party, ...] = ()
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    confirmed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    results: Mapping[str, ItemResult] = field(default_factory=lambda: MappingProxyType({}))
    marks: Mapping[str, ReadBackMark] = field(default_factory=lambda: MappingProxyType({}))
    corrections: tuple[Correction, ...] = ()
    care: CareSaid = NOTHING_SAID
    core_serial: str | None = None
    serial_later: bool = False
    completed_on: dt.date | None = None

    def go_to(self, step: StepId) -> "RunState":
        """At a step already reached; the same state when it was not reached."""
        if STEPS.index(step) > STEPS.index(self.reached):
            return self
        return replace(self, step=step)

    def with_parties(self, *parties: Party) -> "RunState":
        """These persons instead of the former."""
        return replace(self, parties=parties)

    def with_value(self, field_id: str, raw: str) -> "RunState":
        """Raw text of a field, as typed."""
        return replace(self, values=MappingProxyType({**self.values, field_id: raw}))

    def with_result(self, item_id: str, result: ItemResult) -> "RunState":
        """What became of a checklist line."""
        return replace(self, results=MappingProxyType({**self.results, item_id: result}))

    def without_result(self, item_id: str) -> "RunState":
        """The line is undecided again (a tick undone)."""
        rest = {key: value for key, value in self.results.items() if key != item_id}
        return replace(self, results=MappingProxyType(rest))

    def with_mark(self, row_id: str, mark: ReadBackMark) -> "RunState":
        """The customer's answer to a read-back row."""
        return replace(self, marks=MappingProxyType({**self.marks, row_id: mark}))

    def with_care(self, said: CareSaid) -> "RunState":
        """What was heard so far at the questions against fraud."""
        return replace(self, care=said)

    def with_serial(self, serial: str | None) -> "RunState":
        """The core's serial number; None means that it follows later."""
        return replace(self, core_serial=serial, serial_later=serial is None)
