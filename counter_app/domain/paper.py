"""What a paper of ours says, apart from how it is laid out.

One frozen content model serves A5, A4 and the roll, both languages and large print. Services fill
it, `printing` renders it, the journal keeps its bytes: a reprint renders the same content again.
Numbers arrive here already masked; nothing in this module knows a full ID number.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from counter_app.i18n import Text

PaperLanguage = Literal["zh", "en", "both"]

CONTENT_HASH_SIGNS = 12
"""How many signs of the content's SHA-256 the QR carries."""


class PaperKind(StrEnum):
    """The letter in a paper's number, e.g. the `M` in `03A-0338W-M1`."""

    RECEIPT = "R"
    NEXT_STEPS = "N"
    ONE_TIME_NOTICE = "M"
    CONFIRMATION = "V"
    DAY_SHEET = "D"
    EMERGENCY_FORM = "E"
    FORM = "F"


SIGNED = frozenset({PaperKind.CONFIRMATION, PaperKind.FORM})
"""Sheets made to be signed: number and code stand on top, the signature at the foot."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `large` is its shorter wording for large print, when there is one.

    `[[…]]` inside the words marks bold (stars would collide with masks).
    """

    text: Text
    large: Text | None = None


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A row of the receipt's "what comes next": the day in large type, what happens, what if not."""

    day: Text
    under_day: Text
    what: Sentence
    kind: Literal["dated_step"] = "dated_step"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A row of the next-step notice. `actor` is who has to act: the branch or the customer."""

    day: Text
    under_day: Text
    actor: Literal["branch", "customer"]
    action: Sentence
    hint: Sentence | None
    kind: Literal["agenda_item"] = "agenda_item"


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """Label and value lines: name, masked number, amount with its capital form, fee…"""

    label: Text
    lines: tuple[Sentence, ...]
    kind: Literal["labelled_row"] = "labelled_row"


@dataclass(frozen=True, slots=True)
class MissingItem:
    """One thing to bring, on the one-time notice."""

    number: int
    title: Sentence
    who_brings: Text
    why: Sentence
    also_accepted: Sentence | None
    kind: Literal["missing_item"] = "missing_item"


@dataclass(frozen=True, slots=True)
class ReadBackRow:
    """One confirmed value on the confirmation sheet.

    `mark` is how the customer confirmed it. `old_value` and `correction` (time and by whom) stand
    when the customer corrected it.
    """

    number: int
    label: Text
    lines: tuple[Sentence, ...]
    mark: Literal["screen", "oral", "not_confirmed"]
    old_value: Text | None = None
    correction: Text | None = None
    kind: Literal["read_back_row"] = "read_back_row"


@dataclass(frozen=True, slots=True)
class Remark:
    """A bold lead and its sentences, over the full width: 请记住, 我声明."""

    lead: Text
    lines: tuple[Sentence, ...]
    kind: Literal["remark"] = "remark"


Row = DatedStep | AgendaItem | LabelledRow | MissingItem | ReadBackRow | Remark


@dataclass(frozen=True, slots=True)
class Block:
    """Rows between two hairlines, in the order printed."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask: this branch, and where to complain."""

    branch_phone: str
    address: Text
    hours: Text
    complaint_phone: str


@dataclass(frozen=True, slots=True)
class Stub:
    """The branch's half below the tear line: what the customer acknowledges by signing."""

    name: str
    service: Text
    sentence: Text
    signer: Text


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole content of one paper.

    `number` is the paper's (`03A-0338W-R1`), `case_number` the case's (`03A-0338W`).
    `particulars_from` is the index of the first block that large print moves to page 2.
    `skeleton` is the QR text of a notice (`CT2/…`), absent on papers whose QR is `CT1`.
    `issued_at` is branch time, `YYYY-MM-DD HH:MM`. `signature` asks for the signature box of the
    confirmation sheet; `signer` says who signs there when it is not the customer (代办人签名).
    `handler` and `reviewer` are staff numbers, printed after 经办 and 复核. `disclaimer` is the
    sentence that this is no voucher of the core system.
    """

    kind: PaperKind
    number: str
    case_number: str
    bank: Text
    outlet: Text
    copy: Text
    title: Text
    verdict: Sentence
    explanation: tuple[Sentence, ...]
    blocks: tuple[Block, ...]
    particulars_from: int
    contact: Contact
    code_notes: tuple[Sentence, ...]
    handler: Text
    stub: Stub | None
    seal_caption: Text | None
    signature: bool
    skeleton: str | None
    disclaimer: Text
    rule_reference: Text
    layout: str
    issued_at: str
    language: PaperLanguage = "zh"
    large: bool = False
    signer: Text | None = None
    reviewer: Text | None = None


@dataclass(frozen=True, slots=True)
class PaperMark:
    """The boxed mark of a copy that is not the first sheet: a reprint, or a practice sample.

    `count` counts copies: the first reprint is the second copy. `at` is branch time.
    """

    kind: Literal["reprint", "practice"]
    count: int
    at: str
    staff: str
    reason: Text


def qr_text(paper: Paper, content_hash: str) -> str:
    """What the paper's QR says: `CT1/<paper number>/<12 signs of the content's hash>`, or its skeleton.

    No name, no ID number, no link: a phone finds nothing in it.
    """
    if paper.skeleton is not None:
        return paper.skeleton
    return f"CT1/{paper.number}/{content_hash[:CONTENT_HASH_SIGNS]}".upper()
