"""The shape of one service procedure as data.

Owns the frozen models that a procedure file is read into, and nothing they do: conditions are kept
as written (`conditions` types and evaluates them), texts keep their `{names}` (`templates` fills
them), figures are named `rule.<key>` (`rules` holds them with source and date). Reads no file.
"""

import datetime as dt
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints

from counter_app.forms.spec_base import (
    CODE,
    CURRENCY,
    EDITION,
    NUMBER,
    Condition,
    FigureOrNumber,
    Id,
    PersonName,
    SourceSpec,
    Spec,
    StepName,
    WayName,
    Words,
)
from counter_app.forms.spec_parts import CareSpec, FormSpec, KnowledgeSpec, PersonValue, SumSpec


class WaySpec(Spec):
    """One way of coming: oneself, through an agent, through a guardian.

    `allowed_when` false: refused, and `why` is what the customer is told; `instead` is the lawful way
    that remains, such as a visit at home. Holder is the person or organisation whose business it
    is: oneself, the agent's principal, the guardian's ward.
    """

    way: WayName
    title: Words
    allowed_when: Condition = "always"
    why: Words
    instead: Words | None = None
    source: Id


class OptionSpec(Spec):
    """One answer of a choice; `when` hides it where it does not apply.

    Currencies are answers too, by their ISO codes: capitals are allowed here.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,39}$")]
    label: Words
    when: Condition = "always"


FieldType = Literal[
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


class FieldSpec(Spec):
    """One thing asked.

    `prefill` names a person's value offered as the first text; `default` is the answer a choice or
    a yes-or-no starts with. `carried_from` names an earlier field whose value stands here read-only.
    `options` belong to a choice; an amount is in `currency`, or in that of the choice named by
    `currency_from`. `minimum` and `maximum` bound amounts
    and integers; `not_before` and `not_after` bound dates by the business date. A `sum` is never typed:
    it adds up earlier amounts.
    """

    id: Id
    label: Words
    type: FieldType
    required_when: Condition = "always"
    shown_when: Condition = "always"
    options: tuple[OptionSpec, ...] = ()
    hint: Words | None = None
    prefill: PersonValue | None = None
    carried_from: Id | None = None
    default: str | None = None
    currency: Annotated[str, StringConstraints(pattern=CURRENCY)] = "CNY"
    currency_from: Id | None = None
    minimum: FigureOrNumber | None = None
    maximum: FigureOrNumber | None = None
    not_before: Literal["business_date"] | None = None
    not_after: Literal["business_date"] | None = None
    sum: SumSpec | None = None
    max_length: int = Field(default=60, ge=1, le=200)
    why: Words
    source: Id


class AlternativeSpec(Spec):
    """Something else that is accepted in place of the paper."""

    id: Id
    title: Words
    when: Condition = "always"
    needs_expiry: bool = False
    source: Id


class RefusalSpec(Spec):
    """A reason for not accepting a paper, in words for the customer.

    With `when`, the program refuses by itself where it holds, also at the coming date.
    """

    id: Id
    text: Words
    when: Condition | None = None


class DeferralSpec(Spec):
    """The paper may follow later. Never for papers of identity, agency or guardianship."""

    working_days: FigureOrNumber
    why: Words


PaperClass = Literal["identity", "agency", "guardian", "other"]
ItemForm = Literal["original", "copy", "filled_here", "shown"]
"""`shown` is a thing that is looked at and has no paper form: a telephone in the hand."""


class ItemSpec(Spec):
    """One line of the document checklist.

    `whose` is the person it belongs to. Required where `required_when` holds, else optional where
    `optional_when` holds, else not needed. `copy_when`: the original must be copied too.
    `who_brings` is what the notice says to the right of the line. A line that `needs_expiry` or
    `needs_last4` is answered by what stands on the paper alone: it is never ticked with others.
    """

    id: Id
    title: Words
    form: ItemForm
    whose: PersonName
    paper_class: PaperClass
    required_when: Condition
    optional_when: Condition | None = None
    copy_when: Condition | None = None
    alternatives: tuple[AlternativeSpec, ...] = ()
    deferrable: DeferralSpec | None = None
    needs_expiry: bool = False
    needs_last4: bool = False
    returned: bool = True
    who_brings: Words
    why: Words
    source: Id
    look: Words | None = None
    refusals: tuple[RefusalSpec, ...] = ()


class ReadBackSpec(Spec):
    """One row read back to the customer; a row whose values are all unknown is left out."""

    id: Id
    label: Words
    lines: tuple[Words, ...] = Field(min_length=1)
    when: Condition = "always"


class ScriptLineSpec(Spec):
    """What to say (`say`, `ask`) or, for the teller's eyes only, what to mind (`watch`)."""

    step: StepName
    kind: Literal["say", "ask", "watch"] = "say"
    text: Words
    when: Condition = "always"


class DueSpec(Spec):
    """A day reckoned from another: `base` + `plus` `unit`s.

    `base` is `business_date`, `completion`, `holder.birth_date`, `holder.valid_until`, or the id of
    a date field. `last_day` "legal" is printed as the law gives it and takes its length from a
    figure; "branch" is a day the branch chooses or advises and moves earlier from a rest day.
    `reads` is how the day is said: by that day, on it, from it on.
    """

    base: str
    plus: FigureOrNumber = 0
    unit: Literal["days", "working_days", "months", "years"] = "days"
    last_day: Literal["legal", "branch"]
    reads: Literal["by", "on", "from"] = "by"


class FollowUpSpec(Spec):
    """A task that the branch keeps for itself; `due` is the step's own day."""

    post: Words
    what: Words


class NextStepSpec(Spec):
    """What comes after the visit. Without `date` it has no day of its own ("at any time")."""

    id: Id
    when: Condition = "always"
    date: DueSpec | None = None
    actor: Literal["branch", "customer"]
    action: Words
    action_large: Words | None = None
    hint: Words | None = None
    on_receipt: bool = False
    follow_up: FollowUpSpec | None = None
    why: Words
    source: Id


class RememberSpec(Spec):
    """A line under 请记住; `large` is its shorter wording in large print."""

    text: Words
    large: Words | None = None
    when: Condition = "always"


class FeeSpec(Spec):
    """What it costs; the first whose condition holds is the fee row."""

    text: Words
    when: Condition = "always"
    source: Id


class DeclarationSpec(Spec):
    """What the customer declares on the confirmation sheet."""

    text: Words
    when: Condition = "always"


class CoreSpec(Spec):
    """What is done in the core system's window, and whether it gives a serial number.

    `sends` are the fields or person's values that the core asks for, in the order it asks.
    """

    work: Words
    serial: Literal["expected", "none"]
    sends: tuple[str, ...] = ()


class PaperSpec(Spec):
    """A paper this procedure gives: R receipt, N next steps, M one-time notice, V confirmation.

    `verdict`, `explanation` and `stub` are templates for the paper's own sentences.
    """

    kind: Literal["R", "N", "M", "V"]
    when: Condition = "always"
    seal: bool
    signature: bool = False
    verdict: Words
    explanation: tuple[Words, ...] = ()
    stub: Words | None = None


class SearchWordsSpec(Spec):
    """Other words by which the service is looked for."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class ProcedureSpec(Spec):
    """One service procedure, complete.

    `code` are the pinyin initials, `also_codes` those of its parts that are looked for separately,
    `number` the short number typed at the desk. An express service is `raised_when` it needs the
    care of a standard one after all: then no row may be passed over at the read-back. `needs` are
    asked in the step 需求 and may steer the checklist; `details` in the step 受理. In the tone
    `bereavement` nobody is thanked for coming, nothing is recommended and no rating asked.
    `restricted` business is taken in and handed over only, and stands on no paper of the customer.
    `earlier_notices` tells whether a notice given under the edition before is honoured. `carries` are
    the needs whose answers, and the papers whose look, go into the next person's case: one payroll,
    many cards. `count_in` is the field of the first case that says how many persons will come.
    """

    code: Annotated[str, StringConstraints(pattern=CODE)]
    also_codes: tuple[Annotated[str, StringConstraints(pattern=CODE)], ...] = ()
    number: Annotated[str, StringConstraints(pattern=NUMBER)]
    title: Words
    words: SearchWordsSpec = SearchWordsSpec()
    edition: Annotated[str, StringConstraints(pattern=EDITION)]
    from_date: dt.date = Field(alias="from")
    weight: Literal["express", "standard", "full"]
    raised_when: Condition = "never"
    standard_minutes: int = Field(ge=1, le=240)
    tone: Literal["warm", "cool", "bereavement"]
    restricted: bool = False
    earlier_notices: Literal["honoured", "replaced"] = "honoured"
    carries: tuple[Id, ...] = ()
    count_in: Id | None = None
    customer_kinds: tuple[Literal["individual", "organisation"], ...] = ("individual",)
    sources: dict[Id, SourceSpec]
    who: tuple[WaySpec, ...] = Field(min_length=1)
    needs: tuple[FieldSpec, ...] = ()
    checklist: tuple[ItemSpec, ...] = ()
    details: tuple[FieldSpec, ...] = ()
    read_back: tuple[ReadBackSpec, ...] = Field(min_length=1)
    core: CoreSpec
    script: tuple[ScriptLineSpec, ...] = ()
    next_steps: tuple[NextStepSpec, ...] = ()
    remember: tuple[RememberSpec, ...] = ()
    fees: tuple[FeeSpec, ...] = Field(min_length=1)
    declarations: tuple[DeclarationSpec, ...] = ()
    care: CareSpec | None = None
    forms: tuple[FormSpec, ...] = ()
    knowledge: tuple[KnowledgeSpec, ...] = ()
    papers: tuple[PaperSpec, ...] = Field(min_length=1)

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        """Everything asked, in the order asked."""
        return self.needs + self.details

    def field(self, field_id: str) -> FieldSpec | None:
        """The field of that id."""
        return next((one for one in self.fields if one.id == field_id), None)

    def form(self, form_id: str) -> FormSpec | None:
        """The form of that id."""
        return next((one for one in self.forms if one.id == form_id), None)

    def item(self, item_id: str) -> ItemSpec | None:
        """The checklist line of that id."""
        return next((one for one in self.checklist if one.id == item_id), None)

    def edited(self, **changes: Any) -> Self:
        """A copy with some parts exchanged, checked again."""
        return type(self).model_validate({**self.model_dump(by_alias=True), **changes})
