"""The anchored foot of a paper: whom to ask, the case number with its QR, the seal zone.

Anchored means: it ends at a fixed place and grows upwards when an address or a note is long; the
body above it gives way, by a second page if need be.
"""

from dataclasses import dataclass

from counter_app.domain.paper import Paper
from counter_app.i18n import Text
from counter_app.printing import words
from counter_app.printing.measures import (
    BESIDE_SEAL,
    BOTTOM_HEIGHT,
    CONTENT_WIDTH,
    HAIRLINE,
    LEFT,
    RIGHT,
    SEAL_LEFT,
    SEAL_SIDE,
    Face,
)
from counter_app.printing.ops import Box, Code, Op, Path, Piece, moved, rule, stacked
from counter_app.printing.rows import LABEL_GUTTER, in_row, spaced
from counter_app.printing.typesetting import Setter

CORNER = 3.0
CAPTION_ABOVE_SEAL_END = 2.0

LARGE_CODE_TEXT = 44.0

SIGNATURE_LEFT = 36.0
SIGNATURE_HEIGHT = 20.0


@dataclass(frozen=True, slots=True)
class Anchored:
    """A block that ends at `end`; `ops` are already in their place on the page."""

    top: float
    end: float
    ops: tuple[Op, ...]


def disclaimer(paper: Paper, setter: Setter) -> Piece:
    """The sentence that this paper is no voucher of the core system."""
    small = Face(setter.style.small.size, setter.style.small.line - 0.2)
    if setter.language != "both":
        said = paper.disclaimer.into(setter.language)
        return setter.paragraph(said, small, LEFT, CONTENT_WIDTH)
    both = (paper.disclaimer.zh, paper.disclaimer.en)
    return stacked(setter.paragraph(said, small, LEFT, CONTENT_WIDTH) for said in both)


def seal_zone(caption: Text, setter: Setter, top: float) -> tuple[Op, ...]:
    """Four corner marks and a caption: a red seal lands on white."""
    face = Face(7.5, 3.0)
    left, right, end = SEAL_LEFT, RIGHT, top + SEAL_SIDE
    said = setter.inline(caption)
    middle = left + SEAL_SIDE / 2 - setter.text_width(said, face) / 2
    corners = (
        Path(left, top, ((0, CORNER), (0, 0), (CORNER, 0)), HAIRLINE),
        Path(right, top, ((-CORNER, 0), (0, 0), (0, CORNER)), HAIRLINE),
        Path(left, end, ((0, -CORNER), (0, 0), (CORNER, 0)), HAIRLINE),
        Path(right, end, ((-CORNER, 0), (0, 0), (0, -CORNER)), HAIRLINE),
    )
    return (*corners, setter.line(said, face, middle, end - CAPTION_ABOVE_SEAL_END))


def contact_and_code(paper: Paper, qr: str, setter: Setter, end: float) -> Anchored:
    """The bottom block of receipts and notices, ending at `end`."""
    foot = disclaimer(paper, setter)
    right = BESIDE_SEAL if paper.seal_caption is not None else RIGHT
    left = stacked(
        (
            spaced(1.5),
            *_ask(paper, setter, right),
            Piece(2.0, (rule(LEFT, right, 0.9, HAIRLINE),)),
            _case_code(paper, qr, setter, right),
        )
    )
    seal_height = SEAL_SIDE + 0.6 if paper.seal_caption is not None else 0.0
    height = max(left.height, seal_height) + foot.height
    top = end - max(height, BOTTOM_HEIGHT)
    ops = [rule(LEFT, RIGHT, top, HAIRLINE), *moved(left.ops, 0.0, top)]
    if paper.seal_caption is not None:
        seal_top = end - foot.height - SEAL_SIDE - 0.2
        ops += seal_zone(paper.seal_caption, setter, seal_top)
    ops += moved(foot.ops, 0.0, end - foot.height)
    return Anchored(top, end, tuple(ops))


def _ask(paper: Paper, setter: Setter, right: float) -> tuple[Piece, ...]:
    style, contact = setter.style, paper.contact
    body = Face(style.body.size, 4.5)
    hint = Face(style.hint.size, 4.2)
    x = setter.text_x
    label = setter.label(words.ASK, body, LEFT, x - LEFT - LABEL_GUTTER)
    branch = f"{setter.inline(words.BRANCH)} [[{contact.branch_phone}]]"
    complaints = f"{setter.inline(words.COMPLAINTS)} [[{contact.complaint_phone}]]"
    lines = (
        setter.paragraph(branch, body, x, right - x),
        setter.paragraph(where_and_when(paper, setter), hint, x, right - x),
        setter.paragraph(complaints, body, x, right - x),
    )
    return in_row(label, lines)


def where_and_when(paper: Paper, setter: Setter) -> str:
    """Address and hours. In both languages the address stays Chinese: it is shown to a driver."""
    contact = paper.contact
    if setter.language == "en":
        return f"{contact.address.en}, {contact.hours.en}"
    hours = contact.hours.en if setter.language == "both" else contact.hours.zh
    return f"{contact.address.zh}，{hours}"


def _case_code(paper: Paper, qr: str, setter: Setter, right: float) -> Piece:
    style, x = setter.style, setter.text_x
    pieces = [
        setter.paragraph(
            setter.inline(words.CASE_NUMBER), Face(style.caption.size, 3.6), x, right - x
        ),
        setter.paragraph(paper.case_number, style.code, x, right - x),
    ]
    note = Face(style.caption.size, 3.7)
    for sentence in paper.code_notes:
        pieces += setter.paragraphs(setter.words(sentence), note, x, right - x)
    caption = Face(style.small.size, 3.4)
    pieces.append(setter.paragraph(code_caption(setter), caption, x, right - x))
    column = stacked(pieces)
    code = Code(LEFT, 0.4, style.code_side, qr)
    return Piece(max(column.height, style.code_side + 1.0), (code, *column.ops))


def code_caption(setter: Setter) -> str:
    """What the QR is for; in both languages each says half, so that it stays one line."""
    return (
        words.CODE_CAPTION_BOTH if setter.language == "both" else setter.inline(words.CODE_CAPTION)
    )


def large_contact_and_code(paper: Paper, qr: str, seal: Text | None, setter: Setter) -> Piece:
    """The same for large print: full width, flowing after the steps on page 1.

    With the seal's caption where no further page has room for the seal.
    """
    style, contact = setter.style, paper.contact
    body = style.body
    phone = f"[[{setter.inline(words.ASK)}]]\u3000{setter.inline(words.BRANCH)} "
    ask = (
        setter.paragraph(f"{phone}[[{contact.branch_phone}]]", body, LEFT, CONTENT_WIDTH),
        setter.paragraph(where_and_when(paper, setter), body, LEFT, CONTENT_WIDTH),
        setter.paragraph(
            f"{setter.inline(words.COMPLAINTS)} [[{contact.complaint_phone}]]",
            body,
            LEFT,
            CONTENT_WIDTH,
        ),
    )
    x = LARGE_CODE_TEXT
    width = (BESIDE_SEAL if seal is not None else RIGHT) - x
    column = [
        setter.paragraph(setter.inline(words.CASE_NUMBER), style.caption, x, width),
        setter.paragraph(paper.case_number, style.code, x, width),
    ]
    for sentence in paper.code_notes:
        column += setter.paragraphs(setter.words(sentence), style.caption, x, width)
    column.append(setter.paragraph(code_caption(setter), style.small, x, width))
    beside = stacked(column)
    side = style.code_side
    sealed = seal_zone(seal, setter, 0.0) if seal is not None else ()
    height = max(beside.height, SEAL_SIDE + 1.0 if sealed else side)
    code = Piece(height, (Code(LEFT, 0.0, side, qr), *beside.ops, *sealed))
    return stacked((*ask, large_gap(), code))


def large_gap() -> Piece:
    """The rule between the parts of a large page."""
    return Piece(5.0, (rule(LEFT, RIGHT, 2.0, HAIRLINE),))


def signature_block(paper: Paper, setter: Setter, end: float) -> Anchored:
    """The foot of the confirmation sheet: signature box, date, handler and reviewer, seal."""
    foot = disclaimer(paper, setter)
    top = end - foot.height - SEAL_SIDE - 0.8
    body = Face(setter.style.stub.size, 4.6)
    bold = Face(body.size, body.line, bold=True)
    signer = paper.signer or words.CUSTOMER_SIGNATURE
    label_width = SIGNATURE_LEFT - LEFT - LABEL_GUTTER
    label = stacked(
        (
            setter.label(signer, bold, LEFT, label_width),
            *setter.paragraphs(words.OWN_NAME, Face(8.5, 3.8), LEFT, label_width),
        )
    )
    right = BESIDE_SEAL
    ops: list[Op] = [
        rule(LEFT, RIGHT, top, HAIRLINE),
        *moved(label.ops, 0.0, top + 1.6),
        Box(SIGNATURE_LEFT, top + 1.8, right - SIGNATURE_LEFT, SIGNATURE_HEIGHT, HAIRLINE),
        *_date_line(setter, body, top + 27.8),
        *_handlers(paper, setter, body, top + 35.2),
    ]
    if paper.seal_caption is not None:
        ops += seal_zone(paper.seal_caption, setter, end - foot.height - SEAL_SIDE - 0.2)
    ops += moved(foot.ops, 0.0, end - foot.height)
    return Anchored(top, end, tuple(ops))


def _date_line(setter: Setter, face: Face, base: float) -> list[Op]:
    ops: list[Op] = [
        setter.line(setter.inline(words.DATE), face, LEFT, base),
        rule(SIGNATURE_LEFT, BESIDE_SEAL, base + 1.6, HAIRLINE),
    ]
    if setter.language != "en":
        for word, x in zip(words.YEAR_MONTH_DAY, (56.0, 72.0, 88.0), strict=True):
            ops.append(setter.line(word, face, x, base))
    return ops


def _handlers(paper: Paper, setter: Setter, face: Face, base: float) -> list[Op]:
    """`经办 80231 ____`, and the reviewer where the paper has one."""
    ops: list[Op] = []
    people = [(words.HANDLED, paper.handler)]
    if paper.reviewer is not None:
        people.append((words.REVIEWED, paper.reviewer))
    width = (BESIDE_SEAL - LEFT) / len(people)
    for index, (role, number) in enumerate(people):
        x = LEFT + index * (width + 1.5)
        said = f"{role.zh if setter.language != 'en' else role.en} {setter.inline(number)}"
        end = min(x + width, BESIDE_SEAL)
        start = max(x + setter.text_width(said, face) + 2.0, SIGNATURE_LEFT if index == 0 else 0.0)
        ops += [setter.line(said, face, x, base), rule(start, end - 1.5, base + 1.6, HAIRLINE)]
    return ops
