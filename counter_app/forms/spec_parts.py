"""The parts of a procedure beside its checklist and fields: care against fraud, forms, knowledge.

Owns their shape only. `spec` puts them into a procedure.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from counter_app.forms.spec_base import RULE, Condition, Id, PersonName, Spec, Words

PersonValue = Literal[
    "holder.name",
    "holder.id_number",
    "holder.phone",
    "holder.birth_date",
    "holder.valid_until",
    "agent.name",
    "agent.id_number",
    "agent.phone",
    "guardian.name",
    "guardian.id_number",
    "guardian.phone",
]


class SumPartSpec(Spec):
    """One amount of a sum: counted, or taken off again.

    `of` is an amount asked before. What does not count says `why`.
    """

    of: Id
    counts: Literal["adds", "taken_off"] = "adds"
    why: Words | None = None


class SumSpec(Spec):
    """What a sum is made of, the figure it is held against, and which way follows.

    The limit itself is still within. `above` also says what is done then: the business cannot be read
    back to the customer as it stands.
    """

    parts: tuple[SumPartSpec, ...] = Field(min_length=1)
    limit: Annotated[str, StringConstraints(pattern=RULE)]
    within: Words
    above: Words


class CareQuestionSpec(Spec):
    """One question against fraud, for the teller's eyes, in words that accuse nobody.

    `alarm` is the answer that gives reason to stop.
    """

    id: Id
    text: Words
    when: Condition = "always"
    alarm: Literal["yes", "no"]
    source: Id


CareOutcome = Literal["proceed", "not_today", "delayed", "family", "police", "against_advice"]
"""What came of it: goes on; not today; arrives later; family asked; police called (time, badge);
goes on against our advice."""


class CareSpec(Spec):
    """When and what is asked so that nobody is deceived, and how it may end.

    `advice` is what is said to dissuade. `notice` is the form handed over and signed. Going on
    against advice is offered only where `against_advice_when` holds, with a supervisor and a second
    signature.
    """

    when: Condition
    questions: tuple[CareQuestionSpec, ...] = Field(min_length=1)
    advice: tuple[Words, ...] = Field(min_length=1)
    outcomes: tuple[CareOutcome, ...] = Field(min_length=1)
    against_advice_when: Condition = "never"
    notice: Id | None = None
    source: Id


class FormRowSpec(Spec):
    """One row of a form; where its values are not known, a line to write on."""

    label: Words
    line: Words


class FormSpec(Spec):
    """A form of the bank's own that somebody signs: an authority, a commitment, a statement.

    `signed_by` signs it (`visitor`: who stands at the counter); `second` signs beside. `copies`
    counts what is printed: one stays here.
    """

    id: Id
    title: Words
    when: Condition = "always"
    signed_by: PersonName | Literal["visitor"]
    second: Literal["none", "teller", "supervisor", "other_guardian"] = "none"
    rows: tuple[FormRowSpec, ...] = ()
    statements: tuple[Words, ...] = Field(min_length=1)
    copies: int = Field(default=1, ge=1, le=3)
    source: Id


class KnowledgeSpec(Spec):
    """What customers ask about this service, and the answer in a sentence or two."""

    question: Words
    answer: Words
    when: Condition = "always"
    source: Id
