"""The branch's half of a sheet: below the tear line, complete without the upper part.

The customer signs only here. At least 9 mm stay clear over the signature line; where an
exceptionally long name or sentence leaves less, the words still stand and the room shrinks, down to
a limit at which the paper is refused rather than overprinted.
"""

from counter_app.domain.paper import Paper, Stub
from counter_app.printing import words
from counter_app.printing.measures import (
    CONTENT_WIDTH,
    HEAVY,
    LEFT,
    PAGE_WIDTH,
    RIGHT,
    Face,
)
from counter_app.printing.ops import Op, Path, Piece, moved, rule, stacked
from counter_app.printing.signs import bare
from counter_app.printing.typesetting import LABEL_GAP, Setter, baseline

SIGNATURE_LINE = 194.4
"""Where to sign, unless a footer of several lines stands there."""

OVER_FOOTER = 0.8
CLEAR_OVER_SIGNATURE = 9.0
LEAST_CLEAR = 3.0
LEAST_TOP = 1.4
"""From the tear line to the first words, at least."""

DASH = 0.9
ASCII_END = 0x250
"""Below this code point a letter is Latin: such names are set smaller, they are long."""


class StubTooFullError(ValueError):
    """The stub's words leave no room to sign: the paper's own text must be shortened."""


def tear_line(setter: Setter) -> tuple[Op, ...]:
    """Dashed from edge to edge, with its caption in a gap, so that perforated stock fits."""
    y, face = setter.style.tear, Face(7.5, 3.0)
    said = words.TEAR.into(setter.governing)
    width = setter.text_width(said, face)
    left = (PAGE_WIDTH - width) / 2
    return (
        Path(0.0, y, ((0.0, 0.0), (left - 2.0, 0.0)), HEAVY, DASH),
        setter.line(said, face, left, y - face.line / 2 + baseline(face)),
        Path(
            left + width + 2.0, y, ((0.0, 0.0), (PAGE_WIDTH - left - width - 2.0, 0.0)), HEAVY, DASH
        ),
    )


def stub_ops(paper: Paper, stub: Stub, setter: Setter, footer_top: float) -> tuple[Op, ...]:
    """Title, name, number, the sentence that is acknowledged, and the line to sign on.

    Raises `StubTooFullError` when nothing is left to sign on.
    """
    head, sentence = _head(paper, stub, setter), _sentence(stub, setter)
    top = setter.style.tear + LEAST_TOP
    line = min(SIGNATURE_LINE, footer_top - OVER_FOOTER)
    spare = line - CLEAR_OVER_SIGNATURE - (top + head.height + sentence.height)
    if spare < LEAST_CLEAR - CLEAR_OVER_SIGNATURE:
        raise StubTooFullError(paper.number)
    above, between = min(max(spare, 0.0) * 0.4, 1.8), min(max(spare, 0.0) * 0.5, 2.6)
    body = stacked((head, Piece(between, ()), sentence))
    return (*moved(body.ops, 0.0, top + above), *_to_sign(stub, setter, line))


def _head(paper: Paper, stub: Stub, setter: Setter) -> Piece:
    style = setter.style
    title = words.BANK_COPY.into(setter.governing)
    base = baseline(style.stub_head)
    code_left = RIGHT - setter.text_width(paper.case_number, style.stub_head)
    name_left = LEFT + setter.text_width(title, style.stub_head) + 3.0
    face = _name_face(stub.name, setter)
    ops = (setter.line(title, style.stub_head, LEFT, base),)
    code = setter.line(paper.case_number, style.stub_head, code_left, base)
    if name_left + setter.text_width(stub.name, face) <= code_left - 2.0:
        name = setter.line(stub.name, face, name_left, base)
        return Piece(style.stub_head.line, (*ops, name, code))
    below = setter.paragraph(stub.name, face, LEFT, CONTENT_WIDTH)
    name_below = moved(below.ops, 0.0, style.stub_head.line)
    return Piece(style.stub_head.line + below.height, (*ops, *name_below, code))


def _name_face(name: str, setter: Setter) -> Face:
    style = setter.style
    latin = all(ord(char) < ASCII_END for char in name)
    return Face(style.number.size, 3.6) if latin else style.stub


def _sentence(stub: Stub, setter: Setter) -> Piece:
    face = setter.style.stub
    if setter.language == "both":
        chinese = f"{stub.service.zh}\u3000{stub.sentence.zh}"
        pieces = [setter.paragraph(chinese, face, LEFT, CONTENT_WIDTH)]
        if bare(stub.sentence.en) != bare(stub.sentence.zh):
            second = Face(setter.style.second.size, 3.5)
            pieces.append(setter.paragraph(stub.sentence.en, second, LEFT, CONTENT_WIDTH))
        return stacked(pieces)
    service, sentence = stub.service.into(setter.language), stub.sentence.into(setter.language)
    gap = "\u3000" if setter.language == "zh" else ": "
    return setter.paragraph(f"{service}{gap}{sentence}", face, LEFT, CONTENT_WIDTH)


def _to_sign(stub: Stub, setter: Setter, y: float) -> list[Op]:
    face, base = setter.style.stub, y - 1.2
    ops: list[Op] = []
    x = LEFT
    small = Face(min(setter.style.second.size, 8.5), face.line)
    for index, label in enumerate((stub.signer, words.DATE, words.HANDLED)):
        said = label.into(setter.governing)
        ops.append(setter.line(said, face, x, base))
        end = x + setter.text_width(said, face)
        if setter.language == "both" and index == 0:
            ops.append(setter.line(label.en, small, end + LABEL_GAP, base))
            end += LABEL_GAP + setter.text_width(label.en, small)
        stop = (70.0, 103.0, RIGHT)[index]
        ops.append(rule(max(end + 2.5, 30.0 if index == 0 else 0.0), stop, y))
        x = stop + 4.0
    return ops
