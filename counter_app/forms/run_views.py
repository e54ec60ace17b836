"""What the runner answers: frozen values that services turn into facts and papers, the desk shows.

Owns their shapes only. Sentences come as `Text`; faults as code and parameters, worded in `ui`.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from counter_app.forms.run_state import Correction, Outcome, StepId
from counter_app.forms.spec_parts import CareOutcome
from counter_app.i18n import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to be mended. `where` is the id of the field, line or row; `code` is worded in ui.

    `step` is where it is mended. `params` fill the wording (expected 11, actual 10). `reason` is a
    sentence from the procedure where it has one (why this way of coming is refused).
    """

    step: StepId
    where: str
    code: str
    params: tuple[tuple[str, str], ...] = ()
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class WayView:
    """How the customer comes, and whether the business can be done that way on a day.

    `allowed` None: something that decides it is not known yet (`unknown`). `title` None: the
    procedure does not offer this way. `why` is what the customer is told when it is refused, `instead`
    the lawful way that remains.
    """

    way: Literal["self", "agent", "guardian"]
    title: Text | None
    allowed: bool | None
    unknown: tuple[Text, ...]
    why: Text | None
    instead: Text | None = None


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where a line comes from, its mark V, S or R, and the day it was read there."""

    title: Text
    mark: Literal["V", "S", "R"]
    read: dt.date


class Need(StrEnum):
    """Whether a line is needed. UNDECIDED: something that decides it is not known yet."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NOT_NEEDED = "not_needed"
    UNDECIDED = "undecided"


class Standing(StrEnum):
    """How a needed line stands at the date asked for.

    EXPIRED: seen, but no longer valid at that date. NO_EXPIRY: seen, its validity not noted yet.
    NO_LAST4: seen, the last four signs on it not noted yet. NOT_COPIED: seen, the copy is lacking.
    NOT_ACCEPTED: it may not be used (see `refusals`).
    """

    NOT_YET = "not_yet"
    IN_HAND = "in_hand"
    DEFERRED = "deferred"
    MISSING = "missing"
    REFUSED = "refused"
    EXPIRED = "expired"
    NO_EXPIRY = "no_expiry"
    NO_LAST4 = "no_last4"
    NOT_COPIED = "not_copied"
    NOT_ACCEPTED = "not_accepted"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class AlternativeView:
    """Something else accepted in place of the paper, under the circumstances of this case."""

    id: str
    title: Text
    source: SourceView


@dataclass(frozen=True, slots=True)
class DeferralView:
    """Until when the line may follow, and why that is sensible."""

    due: dt.date
    provisional: bool
    why: Text


@dataclass(frozen=True, slots=True)
class ReasonView:
    """A reason of refusal, to choose from or chosen by the program."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One line of the checklist at a date.

    `condition` says in a sentence when the line is needed, or may be given where it never must be
    (None: always). `unknown` names the facts that an undecided line waits for. `copy` tells that the
    original must be copied too. `bring_again`: in hand and given back today, shown again next time.
    """

    id: str
    title: Text
    form: Literal["original", "copy", "filled_here", "shown"]
    whose: Literal["holder", "agent", "guardian"]
    person: str | None
    paper_class: Literal["identity", "agency", "guardian", "other"]
    need: Need
    standing: Standing
    outcome: Outcome | None
    condition: Text | None
    unknown: tuple[Text, ...]
    why: Text
    source: SourceView
    who_brings: Text
    look: Text | None
    alternatives: tuple[AlternativeView, ...]
    deferral: DeferralView | None
    refusals: tuple[ReasonView, ...]
    refused_because: Text | None
    needs_expiry: bool
    valid_until: dt.date | None
    needs_last4: bool
    last4: str | None
    copy: bool
    returned: bool
    bring_again: bool

    @property
    def ticked_alone(self) -> bool:
        """Whether only what stands on the paper answers the line, never a tick with others."""
        return self.needs_expiry or self.needs_last4

    @property
    def settled(self) -> bool:
        """Nothing more is to be done about this line at its date."""
        if self.need in (Need.NOT_NEEDED, Need.OPTIONAL):
            return True
        return self.need is Need.REQUIRED and self.standing in (
            Standing.IN_HAND,
            Standing.DEFERRED,
        )


@dataclass(frozen=True, slots=True)
class DateDifference:
    """A line that is missing at the coming date though not today, why, and since which day."""

    line: ChecklistLine
    cause: Literal["expires", "age", "rule", "other"]
    since: dt.date


@dataclass(frozen=True, slots=True)
class FieldOption:
    """One answer that may be chosen."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field to show. `value` is the raw text standing in it (typed, prefilled, or carried)."""

    id: str
    label: Text
    type: Literal[
        "name",
        "text",
        "id_number",
        "phone",
        "amount",
        "choice",
        "date",
        "yes_no",
        "last4",
        "integer",
        "sum",
    ]
    required: bool | None
    value: str
    prefilled: bool
    read_only: bool
    options: tuple[FieldOption, ...]
    hint: Text | None
    max_length: int
    why: Text
    source: SourceView
    sum: "SumView | None" = None


@dataclass(frozen=True, slots=True)
class SumPart:
    """One amount of a sum. `amount` None: not filled, and not needed. `why` it does not count."""

    label: Text
    amount: Text | None
    counts: Literal["adds", "taken_off"]
    why: Text | None


@dataclass(frozen=True, slots=True)
class SumView:
    """A sum against its limit. `total` and `follows` None: a part is still to be filled."""

    parts: tuple[SumPart, ...]
    total: Text | None
    limit: Text
    limit_source: SourceView
    above: bool
    follows: Text | None


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """The result of checking the fields of a step: normalised values, and what is to be mended."""

    values: tuple[tuple[str, str], ...]
    faults: tuple[Fault, ...]


class RowState(StrEnum):
    """How the customer has answered a row. CHANGED: the value changed since it was confirmed."""

    UNSEEN = "unseen"
    SCREEN = "screen"
    ORAL = "oral"
    WRONG = "wrong"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ReadBackLine:
    """One row read back. `fields` are the fields its value is made of, for 修改.

    `old` are the lines as they read before the last correction, `correction` when and by whom.
    """

    id: str
    number: int
    label: Text
    lines: tuple[Text, ...]
    state: RowState
    fields: tuple[str, ...]
    old: tuple[Text, ...] | None
    correction: Correction | None


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """What to say or ask, or (watch) what to mind without saying it."""

    kind: Literal["say", "ask", "watch"]
    text: Text


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A task of the branch that stays after the visit."""

    post: Text
    what: Text


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """What comes next, with its real day.

    `day` None: no day of its own, or its base is not known yet. `provisional`: the holidays of that
    year are not announced, the day may move. `legal` days are never moved.
    """

    id: str
    actor: Literal["branch", "customer"]
    day: dt.date | None
    day_words: Text | None
    reads: Literal["by", "on", "from"] | None
    legal: bool
    provisional: bool
    action: Text
    action_large: Text | None
    hint: Text | None
    on_receipt: bool
    follow_up: FollowUp | None
    why: Text
    source: SourceView


@dataclass(frozen=True, slots=True)
class PlannedPaper:
    """A paper to print, its own sentences filled in."""

    kind: Literal["R", "N", "M", "V", "F"]
    seal: bool
    signature: bool
    verdict: Text
    explanation: tuple[Text, ...]
    stub: Text | None


@dataclass(frozen=True, slots=True)
class CareQuestion:
    """One question against fraud. `alarm` is the answer that gives reason to stop."""

    id: str
    text: Text
    alarm: Literal["yes", "no"]
    source: SourceView


@dataclass(frozen=True, slots=True)
class CareView:
    """What is asked of this customer now, what may be said, and how it may end.

    `notice` is the form handed over and signed.
    """

    questions: tuple[CareQuestion, ...]
    advice: tuple[Text, ...]
    outcomes: tuple[CareOutcome, ...]
    notice: str | None
    source: SourceView


@dataclass(frozen=True, slots=True)
class PlannedForm:
    """A form to be signed. A row whose values are not known is a line to write on."""

    id: str
    title: Text
    rows: tuple[tuple[Text, Text | None], ...]
    statements: tuple[Text, ...]
    signed_by: Literal["holder", "agent", "guardian", "visitor"]
    second: Literal["none", "teller", "supervisor", "other_guardian"]
    copies: int
    source: SourceView


@dataclass(frozen=True, slots=True)
class KnowledgeCard:
    """What customers ask about the service, and the answer."""

    question: Text
    answer: Text
    source: SourceView


@dataclass(frozen=True, slots=True)
class SentValue:
    """A value the core asks for: the field, or a person's value such as `holder.id_number`."""

    name: str
    label: Text


@dataclass(frozen=True, slots=True)
class RememberLine:
    """A line under 请记住, and its shorter wording in large print."""

    text: Text
    large: Text | None


@dataclass(frozen=True, slots=True)
class Closing:
    """What the completion page and the papers say besides the next steps."""

    fee: Text | None
    remember: tuple[RememberLine, ...]
    declarations: tuple[Text, ...]
    papers: tuple[PlannedPaper, ...]
