"""The top and the foot of every page: bank, title, number or mark, verdict; footer line."""

from datetime import datetime

from counter_app.domain.paper import SIGNED, Paper, PaperLanguage, PaperMark
from counter_app.i18n import Language
from counter_app.printing import words
from counter_app.printing.measures import (
    CONTENT_WIDTH,
    FOOT_BASELINE,
    HAIRLINE,
    HEAD_BASELINE,
    HEAD_RULE,
    HEAVY,
    LEFT,
    RIGHT,
    Face,
)
from counter_app.printing.ops import Box, Code, Op, Piece, moved, rule, stacked
from counter_app.printing.signs import bare
from counter_app.printing.typesetting import Setter, baseline

TITLE_RIGHT = 82.0
"""The title ends here: right of it is the place of the number, or of the mark."""

MARK_WIDTH = 52.0
MARK_TOP = 19.5
SHEET_CODE_SIDE = 16.0
SHEET_CODE_GAP = 3.0
VERDICT_TOP = 32.0
TIGHT_HEAD_LINE = 3.9
"""Distance of the two lines of a letterhead that does not fit on one."""


def letterhead(paper: Paper, setter: Setter, beside: str) -> tuple[Op, ...]:
    """Bank in bold, `beside` after it, the copy on the right, a heavy rule under them.

    A long name takes a second line upwards; the rule stays where it is.
    """
    face = setter.style.head
    bold = Face(face.size, face.line, bold=True)
    bank = paper.bank.into(setter.governing)
    copy = setter.inline(paper.copy)
    beside_x = LEFT + setter.text_width(bank, bold) + 2.0
    copy_x = RIGHT - setter.text_width(copy, face)
    tight = beside_x + setter.text_width(beside, face) > copy_x - 3.0
    first = HEAD_BASELINE + 1.3 - TIGHT_HEAD_LINE if tight else HEAD_BASELINE
    second = first + TIGHT_HEAD_LINE if tight else first
    return (
        setter.line(bank, bold, LEFT, first),
        setter.line(beside, face, LEFT if tight else beside_x, second),
        setter.line(copy, face, copy_x, second),
        rule(LEFT, RIGHT, HEAD_RULE, HEAVY),
    )


def first_page(paper: Paper, qr: str, mark: PaperMark | None, setter: Setter) -> Piece:
    """Letterhead, title zone, verdict and its explanation. The height is where the body begins."""
    style = setter.style
    sheet = paper.kind in SIGNED
    zone_right = RIGHT - (SHEET_CODE_SIDE + SHEET_CODE_GAP if sheet else 0.0)
    title_right = TITLE_RIGHT - (RIGHT - zone_right)
    title = _title(paper, setter, title_right)
    ops: list[Op] = [
        *letterhead(paper, setter, paper.outlet.into(setter.governing)),
        *title.ops,
        *_number_or_mark(paper, mark, setter, zone_right),
    ]
    if sheet:
        ops.append(Code(zone_right + SHEET_CODE_GAP, MARK_TOP, SHEET_CODE_SIDE, qr))
    top = max(title.height, VERDICT_TOP + (3.0 if setter.large else 0.0))
    beside_code = zone_right - LEFT if top < MARK_TOP + SHEET_CODE_SIDE else CONTENT_WIDTH
    verdict = setter.paragraphs(setter.words(paper.verdict), style.verdict, LEFT, beside_code)
    told = [
        piece
        for sentence in paper.explanation
        for piece in setter.paragraphs(setter.words(sentence), style.body, LEFT, CONTENT_WIDTH)
    ]
    text = stacked((*verdict, Piece(0.6, ()), *told))
    below = top + text.height + 1.6
    if sheet:
        below = max(below, MARK_TOP + SHEET_CODE_SIDE + 2.0)
    return Piece(below, (*ops, *moved(text.ops, 0.0, top)))


def _title(paper: Paper, setter: Setter, right: float) -> Piece:
    """The title; in both languages the English beside it where room is, else under it."""
    style = setter.style
    face = style.title
    lines = setter.paragraph(paper.title.into(setter.governing), face, LEFT, right - LEFT)
    shift = style.title_baseline - baseline(face)
    ops = moved(lines.ops, 0.0, shift)
    end = shift + lines.height
    below = max(VERDICT_TOP - style.title_baseline, 4.5) + style.title_baseline
    height = below + lines.height - face.line
    if setter.language != "both" or bare(paper.title.en) == bare(paper.title.zh):
        return Piece(height, ops)
    english = Face(style.head.size, style.head.line)
    x = LEFT + setter.text_width(paper.title.zh, face) + 3.0
    if x + setter.text_width(paper.title.en, english) <= right:
        return Piece(height, (*ops, setter.line(paper.title.en, english, x, style.title_baseline)))
    under = setter.paragraph(paper.title.en, english, LEFT, right - LEFT)
    return Piece(end + under.height + 0.8, (*ops, *moved(under.ops, 0.0, end - 0.3)))


def _number_or_mark(
    paper: Paper, mark: PaperMark | None, setter: Setter, right: float
) -> tuple[Op, ...]:
    if mark is not None:
        return _mark_box(paper, mark, setter, right)
    if paper.kind in SIGNED:
        face = Face(setter.style.date.size, 5.0, bold=True)
    elif setter.large:
        return ()
    else:
        face = setter.style.number
    return (setter.line_to(paper.number, face, right, 27.5),)


def _mark_box(paper: Paper, mark: PaperMark, setter: Setter, right: float) -> tuple[Op, ...]:
    """`补打 第 2 次`, number, when, who, why: boxed, in the place of the number."""
    left = right - MARK_WIDTH
    bold, small = Face(9.5, 4.4, bold=True), Face(7.5, 3.4)
    lines = setter.paragraph(
        _mark_details(paper, mark, setter), small, left + 2.0, MARK_WIDTH - 4.0
    )
    height = 5.9 + lines.height + 0.6
    top = min(MARK_TOP, VERDICT_TOP - 0.6 - height)
    head_line = (
        setter.line(_mark_words(mark, setter), bold, left + 2.0, top + 4.5),
        setter.line_to(paper.number, small, right - 2.0, top + 4.5),
    )
    return (
        Box(left, top, MARK_WIDTH, height, HEAVY),
        *head_line,
        *moved(lines.ops, 0.0, top + 5.7),
    )


def _mark_words(mark: PaperMark, setter: Setter) -> str:
    if mark.kind == "practice":
        return words.PRACTICE.into(setter.governing)
    return words.REPRINT.into(setter.governing).format(count=mark.count)


def _mark_details(paper: Paper, mark: PaperMark, setter: Setter) -> str:
    """When, who, why. The year is left out while it is the paper's own."""
    at = datetime.strptime(mark.at, "%Y-%m-%d %H:%M")  # noqa: DTZ007 - branch time, no zone on paper
    year = not paper.issued_at.startswith(f"{at.year}-")
    reason = mark.reason.into(setter.governing)
    if setter.language == "en":
        day = f"{at.day} {at:%b}" + (f" {at.year}" if year else "")
        return ", ".join(part for part in (f"{day} {at:%H:%M}", mark.staff, reason) if part)
    day = (f"{at.year}年" if year else "") + f"{at.month}月{at.day}日"
    return "，".join(part for part in (f"{day} {at:%H:%M}", mark.staff, reason) if part)


def later_page(paper: Paper, mark: PaperMark | None, setter: Setter) -> Piece:
    """The head of the second page and those after it: bank and title again, and the mark's words.

    The mark is repeated because a page, or the stub on it, may be kept without the first one.
    """
    ops = letterhead(paper, setter, paper.title.into(setter.governing))
    if mark is not None:
        ops = (*ops, *_later_mark(mark, setter))
    return Piece(setter.style.first_row, ops)


def _later_mark(mark: PaperMark, setter: Setter) -> tuple[Op, ...]:
    face = Face(7.5, 3.4, bold=True)
    said = _mark_words(mark, setter)
    width = setter.text_width(said, face) + 2.4
    top = HEAD_RULE + 0.6
    return (
        Box(RIGHT - width, top, width, face.line, HAIRLINE),
        setter.line_to(said, face, RIGHT - 1.2, top + baseline(face)),
    )


def footer(paper: Paper, setter: Setter, page: int, pages: int) -> tuple[Op, ...]:
    """Kind, number, layout, print time, rule reference; the page on the right.

    What does not fit on one line grows upwards; a part is not broken between lines.
    """
    face = setter.style.small
    number = words.page_of(page, pages).into(setter.governing)
    text = _footer_text(paper, setter)
    return (
        *moved(text.ops, 0.0, _top_of(text, face)),
        setter.line_to(number, face, RIGHT, FOOT_BASELINE),
    )


def footer_top(paper: Paper, setter: Setter) -> float:
    """Where the footer begins: nothing of the page may stand lower."""
    return _top_of(_footer_text(paper, setter), setter.style.small)


def _top_of(text: Piece, face: Face) -> float:
    return FOOT_BASELINE - baseline(face) - (text.height - face.line)


def _footer_text(paper: Paper, setter: Setter) -> Piece:
    face = setter.style.small
    widest = words.page_of(99, 99).into(setter.governing)
    width = CONTENT_WIDTH - setter.text_width(widest, face) - 2.0
    lines: list[str] = []
    for part in footer_parts(paper, setter.language):
        longer = f"{lines[-1]}\u3000{part}" if lines else part
        if lines and setter.text_width(longer, face) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return stacked(setter.paragraph(line, face, LEFT, width) for line in lines)


def footer_parts(paper: Paper, language: PaperLanguage) -> tuple[str, ...]:
    """What the footer's left side says, part by part."""
    one: Language = "en" if language == "en" else "zh"
    kind = words.KINDS[paper.kind]
    name = f"{kind.zh} {kind.en}" if language == "both" else kind.into(one)
    printed = words.PRINTED.into(one)
    parts = (
        f"{name} {paper.number}",
        f"{words.LAYOUT.into(one)} {paper.layout}",
        f"{printed} {paper.issued_at}" if one == "en" else f"{paper.issued_at} {printed}",
        paper.rule_reference.into(one),
        f"{words.CHINESE_GOVERNS.zh} {words.CHINESE_GOVERNS.en}" if language == "both" else "",
    )
    return tuple(part for part in parts if part)
