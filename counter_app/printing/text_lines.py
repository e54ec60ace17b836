"""A paper as lines of columns, for printers that set their own type: thermal rolls and dot matrix.

Owns wrapping, what is set large or heavy, and where the code stands. The words are those of
`content_lines`, so a roll says what the A5 paper says. Sheets that somebody signs are not for a roll.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counter_app.domain.paper import Paper, PaperKind, PaperMark, qr_text
from counter_app.i18n import Text
from counter_app.printing import words
from counter_app.printing.content_lines import content_lines
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.head import footer_parts
from counter_app.printing.layout import printed_language
from counter_app.printing.signs import FULL_CLOSING

ON_A_ROLL = frozenset({PaperKind.RECEIPT, PaperKind.NEXT_STEPS, PaperKind.ONE_TIME_NOTICE})

YEN, FULL_YEN = "¥", "￥"
"""GB 18030 has U+00A5 in four bytes, which printers print as digits; U+FFE5 is in their fonts."""


class SheetNeededError(ValueError):
    """The paper is signed and kept: it goes on a sheet, not on a roll."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line that fits its columns. `is_code` stands where the code is printed, without words."""

    words: str
    is_heavy: bool = False
    is_code: bool = False


def columns_of(char: str) -> int:
    """How many columns a sign takes: Latin one; Han and every sign of the Chinese font two."""
    if char.isascii():
        return 1
    return 2 if in_font(char) or unicodedata.east_asian_width(char) in ("W", "F") else 1


def in_font(char: str) -> bool:
    """Whether the printers' own Chinese font has the sign: GBK, which all of them carry."""
    try:
        return bool(char.encode("gbk"))
    except UnicodeEncodeError:
        return False


def width_of(text: str) -> int:
    """The columns of a text."""
    return sum(columns_of(char) for char in text)


def wrapped(text: str, columns: int) -> Iterator[str]:
    """`text` in lines of at most `columns`; a word moves whole when it fits a line."""
    line, room = "", columns
    for piece in _pieces(text):
        fits_alone = width_of(piece.strip()) <= columns and piece not in FULL_CLOSING
        moves = width_of(piece) > room and line.strip() and fits_alone
        if moves:
            yield line.rstrip()
            line, room = "", columns
        for char in piece.lstrip() if moves else piece:
            if columns_of(char) > room:
                kept = _carried(line, char, columns)
                yield line[: len(line) - len(kept)].rstrip()
                line, room = kept, columns - width_of(kept)
            line, room = line + char, room - columns_of(char)
    if line.strip():
        yield line.rstrip()


def text_lines(
    paper: Paper, mark: PaperMark | None, fonts: PaperFonts, columns: int
) -> tuple[TextLine, ...]:
    """All lines in the order printed. Raises `SheetNeededError` for what is signed and kept."""
    if paper.kind not in ON_A_ROLL:
        raise SheetNeededError(paper.kind.value)
    heavy = {
        fonts.extracted(line)
        for text in (paper.title, paper.verdict.text)
        for line in (text.zh, text.en)
    } | {paper.case_number}
    captions = {words.CODE_CAPTION.zh, words.CODE_CAPTION.en, words.CODE_CAPTION_BOTH}
    foot = footer_parts(paper, printed_language(paper))
    lines: list[TextLine] = []
    for told in (*_mark_lines(paper, mark), *content_lines(paper), *foot):
        if told in (words.TEAR.zh, words.TEAR.en):
            lines.append(TextLine("-" * columns))
        whole = fonts.extracted(told.replace(YEN, FULL_YEN).replace("\u00a0", " "))
        lines += [TextLine(one, whole in heavy) for one in wrapped(whole, columns)]
        if told in captions:
            lines.append(TextLine("", is_code=True))
    return tuple(lines)


def code_text(paper: Paper, content_hash: str) -> str:
    """What the printed code says."""
    return qr_text(paper, content_hash)


def _mark_lines(paper: Paper, mark: PaperMark | None) -> Sequence[str]:
    """A copy says that it is one, before anything else."""
    if mark is None:
        return ()
    kind = words.REPRINT if mark.kind == "reprint" else words.PRACTICE
    said = _said(paper, kind).format(count=mark.count)
    return tuple(one for one in (said, f"{mark.at} {mark.staff}", _said(paper, mark.reason)) if one)


def _said(paper: Paper, text: Text) -> str:
    return text.into("en" if printed_language(paper) == "en" else "zh")


def _carried(line: str, following: str, columns: int) -> str:
    """The sign that goes to the next line with a mark that may not begin one."""
    last = line[-1:]
    if following not in FULL_CLOSING or len(line) < 2 or last in FULL_CLOSING:
        return ""
    return last if width_of(last + following) <= columns and last.strip() else ""


def _pieces(text: str) -> Iterator[str]:
    """Words with the space before them, and each wide sign alone."""
    piece = ""
    for char in text:
        if columns_of(char) == 2 or char == " ":
            if piece:
                yield piece
            piece = ""
            if char != " ":
                yield char
                continue
        piece += char
    if piece:
        yield piece
