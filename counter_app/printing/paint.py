"""Pages of ops as a PDF: the only place where ReportLab draws.

Every sign is black; bold is the regular outline with a stroke, which halves the fonts a receipt
carries. The same ops give the same bytes on every run.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from counter_app.printing.fonts import (
    CODE_PADDING,
    RARE_FONT,
    TEXT_FONT,
    Drawn,
    FontRun,
    PaperFonts,
    code_of,
    code_size,
)
from counter_app.printing.measures import PAGE_HEIGHT, PAGE_WIDTH, POINT
from counter_app.printing.ops import Box, Code, Dot, Op, Path, Words
from counter_app.printing.qr import dark_runs
from counter_app.printing.signs import Sign, lead_in, spacing, step

BOLD_STROKE = 0.032
"""Width of the stroke that makes bold, in ems."""

FILL, FILL_AND_STROKE, INVISIBLE = 0, 2, 3
"""PDF text rendering modes."""

CODE_BOX_WEIGHT = 0.35
PRODUCER = "Counter terminal"


@dataclass(frozen=True, slots=True)
class _Pen:
    """How a run is shown: font and size, rendering mode, space after each sign in points."""

    font: str
    size: float
    mode: int = FILL
    gap: float = 0.0


def paint(pages: Sequence[Sequence[Op]], fonts: PaperFonts, title: str) -> bytes:
    """The PDF of `pages`. `title` is the document's name: the paper's number, nothing personal."""
    with fonts.painting:
        sink = BytesIO()
        canvas = Canvas(
            sink,
            pagesize=(PAGE_WIDTH / POINT, PAGE_HEIGHT / POINT),
            initialFontName=TEXT_FONT,
            pageCompression=1,
            invariant=1,
        )
        canvas.setTitle(title)
        canvas.setCreator(PRODUCER)
        for ops in pages:
            canvas.setLineJoin(1)
            for op in ops:
                _draw(canvas, op, fonts)
            canvas.showPage()
        canvas.save()
        return sink.getvalue()


def _x(millimetres: float) -> float:
    return millimetres / POINT


def _y(millimetres: float) -> float:
    return (PAGE_HEIGHT - millimetres) / POINT


def _draw(canvas: Any, op: Op, fonts: PaperFonts) -> None:
    match op:
        case Words():
            _draw_words(canvas, op, fonts)
        case Path():
            _draw_path(canvas, op)
        case Box():
            canvas.setLineWidth(op.weight)
            canvas.rect(
                _x(op.x), _y(op.y + op.height), _x(op.width), _x(op.height), stroke=1, fill=0
            )
        case Dot():
            canvas.circle(_x(op.x), _y(op.y), _x(op.radius), stroke=0, fill=1)
        case Code():
            _draw_code(canvas, op)


def _draw_path(canvas: Any, op: Path) -> None:
    canvas.setLineWidth(op.weight)
    if op.dash is not None:
        canvas.setDash(_x(op.dash), _x(op.dash))
    path = canvas.beginPath()
    (x, y), *others = op.points
    path.moveTo(_x(op.x + x), _y(op.y + y))
    for x, y in others:
        path.lineTo(_x(op.x + x), _y(op.y + y))
    canvas.drawPath(path, stroke=1, fill=0)
    if op.dash is not None:
        canvas.setDash()


def _draw_code(canvas: Any, op: Code) -> None:
    modules, runs = dark_runs(op.text)
    module = op.side / modules
    path = canvas.beginPath()
    for row, column, count in runs:
        left, bottom = op.x + column * module, op.y + (row + 1) * module
        path.rect(_x(left), _y(bottom), _x(count * module), _x(module))
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_words(canvas: Any, op: Words, fonts: PaperFonts) -> None:
    for x, bold, run in _placed_runs(op, fonts):
        if run.drawn == "code":
            _draw_missing(canvas, op, x, run)
            continue
        font = TEXT_FONT if run.drawn == "text" else RARE_FONT
        mode = FILL_AND_STROKE if bold else FILL
        if bold:
            canvas.setLineWidth(BOLD_STROKE * op.size)
        gap = spacing(Sign(run.words[0], bold)) * op.size
        _show(canvas, (x, _y(op.y)), _Pen(font, op.size, mode, gap), run.words)


def _show(canvas: Any, at: tuple[float, float], pen: _Pen, words: str) -> None:
    text = canvas.beginText(*at)
    text.setFont(pen.font, pen.size)
    text.setTextRenderMode(pen.mode)
    text.setCharSpace(pen.gap)
    text.textOut(words)
    text.setTextRenderMode(FILL)
    text.setCharSpace(0)
    canvas.drawText(text)


def _draw_missing(canvas: Any, op: Words, x: float, run: FontRun) -> None:
    """The code of a sign that no font has, boxed. Its brackets are there for the text only."""
    own = code_size(op.size)
    y = _y(op.y)
    edge = CODE_PADDING * own
    hidden = _Pen(TEXT_FONT, own, INVISIBLE)
    canvas.setLineWidth(CODE_BOX_WEIGHT)
    width = canvas.stringWidth(run.words[1:-1], TEXT_FONT, own)
    canvas.rect(x + edge, y - 0.2 * own, width + 2 * edge, 1.1 * own, stroke=1, fill=0)
    _show(canvas, (x, y), hidden, "[")
    _show(canvas, (x + 2 * edge, y), _Pen(TEXT_FONT, own), run.words[1:-1])
    _show(canvas, (x + 2 * edge + width, y), hidden, "]")


def _placed_runs(op: Words, fonts: PaperFonts) -> Iterator[tuple[float, bool, FontRun]]:
    """The runs of a line with their places in points.

    A new run starts where font or weight changes, and where a sign is squeezed or trimmed.
    """
    x = _x(op.x)
    start, pending, bold, gap = x, "", False, 0.0
    drawn: Drawn = "text"
    for index, sign in enumerate(op.signs):
        following = op.signs[index + 1].char if index + 1 < len(op.signs) else None
        advance = fonts.advance(sign.char, op.size)
        trim = lead_in(sign.char, op.size)
        moved = step(sign.char, following, advance, op.size)
        kind = fonts.drawn(sign.char)
        alike = (kind, sign.bold) == (drawn, bold)
        if pending and (trim or not alike or spacing(sign) != gap):
            yield start, bold, FontRun(drawn, pending)
            pending = ""
        if not pending:
            start, drawn, bold, gap = x - trim, kind, sign.bold, spacing(sign)
        pending += sign.char
        x += moved + spacing(sign) * op.size
        if moved != advance or kind == "code":
            yield start, bold, FontRun(kind, code_of(sign.char) if kind == "code" else pending)
            pending = ""
    if pending:
        yield start, bold, FontRun(drawn, pending)
