"""The rows of a paper's body, each as pieces that a page may be cut between.

One function per kind of row; none knows the page it will stand on.
"""

from collections.abc import Iterable

from counter_app.domain.paper import (
    AgendaItem,
    DatedStep,
    LabelledRow,
    MissingItem,
    ReadBackRow,
    Remark,
    Row,
    Sentence,
)
from counter_app.i18n import Text
from counter_app.printing import words
from counter_app.printing.measures import HAIRLINE, LEFT, RIGHT, Face
from counter_app.printing.ops import Box, Dot, Op, Piece, moved, rule, stacked
from counter_app.printing.readback import read_back_row
from counter_app.printing.signs import bare
from counter_app.printing.typesetting import Setter, baseline

Pieces = tuple[Piece, ...]

LABEL_GUTTER = 1.5
"""White between the label column and the text column."""

BOX_SIDE = 3.2
BOX_WEIGHT = 0.7
DOT_RADIUS = 1.05
AGENDA_TEXT = 46.0
"""Where the action starts, right of its box or dot."""

ITEM_BOX = 4.6
ITEM_NUMBER_MIDDLE = 22.5
ITEM_TEXT = 29.0
ITEM_NUMBER_SIZE = 14.0
WHO_WIDTH = 42.0


def spaced(height: float) -> Piece:
    """White."""
    return Piece(height, ())


def in_row(left: Piece, right: Iterable[Piece]) -> Pieces:
    """`left` beside the first pieces of `right`; what the label needs more is added at the end."""
    pieces = list(right) or [spaced(0.0)]
    pieces[0] = Piece(pieces[0].height, (*left.ops, *pieces[0].ops))
    lack = left.height - sum(piece.height for piece in pieces)
    return tuple(pieces) if lack <= 0 else (*pieces, spaced(lack))


def set_row(row: Row, setter: Setter) -> Pieces:
    """The pieces of `row`, first to last."""
    match row:
        case DatedStep():
            return _large_step(row, setter) if setter.large else _dated_step(row, setter)
        case AgendaItem():
            return _agenda_item(row, setter)
        case LabelledRow():
            return _labelled_row(row, setter)
        case MissingItem():
            return _missing_item(row, setter)
        case ReadBackRow():
            return read_back_row(row, setter)
        case Remark():
            return _remark(row, setter)


def _sentences(sentences: Iterable[Sentence], setter: Setter, face: Face, x: float) -> Pieces:
    return tuple(
        piece
        for sentence in sentences
        for piece in setter.paragraphs(setter.words(sentence), face, x, RIGHT - x)
    )


def _day_words(day: Text, under_day: Text, setter: Setter) -> tuple[str, tuple[str, ...]]:
    """The day in large type, and what stands under it; in both languages the English whole."""
    if setter.language != "both":
        one = setter.language
        return day.into(one), tuple(filter(None, (under_day.into(one),)))
    english = ", ".join(filter(None, (day.en, under_day.en)))
    under = (under_day.zh, english) if english != day.zh else (under_day.zh,)
    return day.zh, tuple(filter(None, under))


def _day(day: Text, under_day: Text, setter: Setter) -> Piece:
    """The day in large type with year and weekday under it, in the label column."""
    style, width = setter.style, setter.text_x - LEFT - LABEL_GUTTER
    words_of_day, under = _day_words(day, under_day, setter)
    caption = Face(style.caption.size, style.caption.line - (0.6 if len(under) > 1 else 0.0))
    column = stacked(
        (
            setter.paragraph(words_of_day, style.date, LEFT, width),
            *(setter.paragraph(line, caption, LEFT, width) for line in under),
        )
    )
    # The day and the text beside it share a baseline, not a top.
    return Piece(column.height, moved(column.ops, 0.0, baseline(style.body) - baseline(style.date)))


def _dated_step(row: DatedStep, setter: Setter) -> Pieces:
    what = _sentences((row.what,), setter, setter.style.body, setter.text_x)
    return in_row(_day(row.day, row.under_day, setter), what)


def _large_step(row: DatedStep, setter: Setter) -> Pieces:
    what = _sentences((row.what,), setter, setter.style.body, LEFT)
    return (_large_day(row.day, row.under_day, setter, LEFT), *what)


def _large_day(day: Text, under_day: Text, setter: Setter, x: float) -> Piece:
    """The day with year and weekday behind it, on one line where they fit."""
    style = setter.style
    words_of_day, lines = _day_words(day, under_day, setter)
    under = "  ".join(lines)
    start = x + setter.text_width(words_of_day, style.date) + 3.0
    head = setter.paragraph(words_of_day, style.date, x, RIGHT - x)
    if not under:
        return head
    if start + setter.text_width(under, style.hint) <= RIGHT:
        beside = setter.line(under, style.hint, start, baseline(style.date))
        return Piece(head.height, (*head.ops, beside))
    return stacked((head, setter.paragraph(under, style.hint, x, RIGHT - x)))


def _agenda_item(row: AgendaItem, setter: Setter) -> Pieces:
    style = setter.style
    x = LEFT + 8.0 if setter.large else AGENDA_TEXT + setter.text_x - style.text_column
    mark = _actor_mark(row, LEFT if setter.large else setter.text_x, baseline(style.body))
    action = list(_sentences((row.action,), setter, style.body, x))
    action[0] = Piece(action[0].height, (mark, *action[0].ops))
    if row.hint is not None:
        action += _sentences((row.hint,), setter, style.hint, x)
    if setter.large:
        return (_large_day(row.day, row.under_day, setter, LEFT), *action)
    return in_row(_day(row.day, row.under_day, setter), action)


def _actor_mark(row: AgendaItem, x: float, base: float) -> Op:
    """A filled dot where the branch acts, a box to tick where the customer does."""
    if row.actor == "branch":
        return Dot(x + BOX_SIDE / 2, base - 1.2, DOT_RADIUS)
    return Box(x, base - 1.2 - BOX_SIDE / 2, BOX_SIDE, BOX_SIDE, BOX_WEIGHT)


def _labelled_row(row: LabelledRow, setter: Setter) -> Pieces:
    style, x = setter.style, setter.text_x
    label = setter.label(row.label, style.body, LEFT, x - LEFT - LABEL_GUTTER)
    lines = [
        piece
        for sentence in row.lines
        for piece in setter.value(setter.words(sentence), style.body, x, RIGHT - x)
    ]
    return in_row(label, lines)


def _missing_item(row: MissingItem, setter: Setter) -> Pieces:
    title = _item_title(row, setter)
    reasons = _item_line(words.WHY, row.why, setter)
    if row.also_accepted is not None:
        reasons += _item_line(words.ALSO, row.also_accepted, setter)
    return (title, *reasons)


def _item_title(row: MissingItem, setter: Setter) -> Piece:
    style = setter.style
    face = Face(style.date.size, style.date.line + 0.4, bold=True)
    base = baseline(face)
    who = setter.inline(row.who_brings)
    who_width = min(setter.text_width(who, style.body), WHO_WIDTH)
    beside = not setter.large and setter.language != "both"
    title_width = RIGHT - ITEM_TEXT - (who_width + 3.0 if beside else 0.0)
    title = stacked(setter.paragraphs(setter.words(row.title), face, ITEM_TEXT, title_width))
    number_face = Face(max(ITEM_NUMBER_SIZE, face.size), face.line, bold=True)
    number = str(row.number)
    middle = ITEM_NUMBER_MIDDLE - setter.text_width(number, number_face) / 2
    marks: tuple[Op, ...] = (
        Box(LEFT, base - 1.4 - ITEM_BOX / 2, ITEM_BOX, ITEM_BOX, BOX_WEIGHT),
        setter.line(number, number_face, middle, base + 0.2),
    )
    if not beside:
        under = setter.paragraph(who, style.hint, ITEM_TEXT, RIGHT - ITEM_TEXT)
        return stacked((Piece(title.height, (*marks, *title.ops)), under))
    lines = setter.paragraph(who, Face(style.body.size, face.line), RIGHT - who_width, who_width)
    right = moved(lines.ops, 0.0, base - baseline(Face(style.body.size, face.line)))
    height = max(title.height, lines.height)
    return Piece(height, (*marks, *title.ops, *right))


def _item_line(label: Text, sentence: Sentence, setter: Setter) -> Pieces:
    style = setter.style
    face = style.body if setter.large else Face(9.0, 4.7)
    bold = Face(face.size, face.line, bold=True)
    head = setter.inline(label)
    x = ITEM_TEXT + max(_item_label_width(setter, bold), setter.text_width(head, bold)) + 3.0
    text = setter.paragraphs(setter.words(sentence), face, x, RIGHT - x)
    return in_row(setter.paragraph(head, bold, ITEM_TEXT, x - ITEM_TEXT), text)


def _item_label_width(setter: Setter, face: Face) -> float:
    return max(setter.text_width(setter.inline(label), face) for label in (words.WHY, words.ALSO))


def _remark(row: Remark, setter: Setter) -> Pieces:
    style = setter.style
    if setter.large:
        return _large_remark(row, setter)
    lead = Face(style.hint.size, style.hint.line, bold=True)
    x = setter.text_x
    label = setter.label(row.lead, lead, LEFT, x - LEFT - LABEL_GUTTER)
    return in_row(label, _sentences(row.lines, setter, style.hint, x))


def _large_remark(row: Remark, setter: Setter) -> Pieces:
    """In large print the lead stands over its sentences."""
    style = setter.style
    width = setter.right - LEFT
    lead = Face(style.body.size, style.body.line, bold=True)
    pieces: list[Piece] = []
    if bare(row.lead.zh):
        pieces += setter.paragraphs(row.lead, lead, LEFT, width)
    for sentence in row.lines:
        pieces += setter.paragraphs(setter.words(sentence), style.body, LEFT, width)
    return tuple(pieces)


def separator(above: Row, below: Row, setter: Setter) -> Piece:
    """What stands between two rows of one block."""
    if isinstance(above, AgendaItem):
        x = setter.text_x if isinstance(below, AgendaItem) and not setter.large else LEFT
        return Piece(3.2, (rule(x, RIGHT, 1.5, HAIRLINE),))
    if isinstance(above, MissingItem):
        return Piece(3.8, (rule(LEFT, RIGHT, 1.8, HAIRLINE),))
    if isinstance(above, ReadBackRow):
        return Piece(0.0, ())
    if isinstance(above, DatedStep):
        return spaced(1.6 if not setter.large else 2.4)
    if isinstance(above, Remark):
        return spaced(1.4)
    return spaced(0.0)
