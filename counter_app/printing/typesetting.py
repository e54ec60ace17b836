"""Lines of text as ops: measured with the font that draws them, broken, set under each other.

Knows one print size and one choice of language; nothing of papers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.domain.paper import PaperLanguage, Sentence
from counter_app.i18n import Language, Text
from counter_app.printing.breaking import break_lines
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.measures import BILINGUAL_COLUMN, POINT, RIGHT, Face, Style
from counter_app.printing.ops import Piece, Words, stacked
from counter_app.printing.signs import Sign, Signs, bare, hang, signs_of, width_of

LABEL_GAP = 1.6
"""Between a label and the same label in English."""

BASELINE_SHARE = 0.36
"""How far under the middle of its line a baseline stands, in ems."""


def baseline(face: Face) -> float:
    """Millimetres from the top of a line to its baseline."""
    return face.line / 2 + BASELINE_SHARE * face.size * POINT


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets text in one style and language with the given fonts."""

    fonts: PaperFonts
    style: Style
    language: PaperLanguage
    large: bool
    right: float = RIGHT
    """Where a remark's lines end: in large print it may stand left of the seal zone."""

    @property
    def text_x(self) -> float:
        """Where the text column starts."""
        return BILINGUAL_COLUMN if self.language == "both" else self.style.text_column

    @property
    def governing(self) -> Language:
        """The language of a place with room for one: Chinese unless the paper is English alone."""
        return "en" if self.language == "en" else "zh"

    def words(self, sentence: Sentence) -> Text:
        """The wording of `sentence` for this print size."""
        return sentence.large if self.large and sentence.large is not None else sentence.text

    def width(self, signs: Sequence[Sign], size: float) -> float:
        """Millimetres that `signs` take at `size` points."""
        advance = self.fonts.advance
        return width_of(signs, lambda char: advance(char, size) * POINT, size * POINT)

    def text_width(self, text: str, face: Face) -> float:
        """Millimetres that `text` takes on one line."""
        return self.width(signs_of(text, bold=face.bold), face.size)

    def line(self, text: str, face: Face, x: float, y: float) -> Words:
        """`text` on one line from `x`, baseline at `y`."""
        return Words(x, y, face.size, signs_of(text, bold=face.bold))

    def line_to(self, text: str, face: Face, right: float, y: float) -> Words:
        """`text` on one line ending at `right`."""
        return self.line(text, face, right - self.text_width(text, face), y)

    def broken(self, text: str, face: Face, width: float) -> tuple[Signs, ...]:
        """The lines of `text` within `width` millimetres."""
        signs = signs_of(text, bold=face.bold)
        return break_lines(signs, width, lambda part: self.width(part, face.size))

    def paragraph(self, text: str, face: Face, x: float, width: float) -> Piece:
        """`text` broken into lines of `face`."""
        lines = self.broken(text, face, width)
        first, em = baseline(face), face.size * POINT
        ops = tuple(
            Words(x - hang(signs, em), first + index * face.line, face.size, signs)
            for index, signs in enumerate(lines)
        )
        return Piece(face.line * len(lines), ops)

    def paragraphs(self, text: Text, face: Face, x: float, width: float) -> tuple[Piece, ...]:
        """`text` in the paper's language; in both, the English under the Chinese and smaller."""
        if self.language != "both":
            return (self.paragraph(text.into(self.language), face, x, width),)
        chinese = self.paragraph(text.zh, face, x, width)
        if not text.en or bare(text.en) == bare(text.zh):
            return (chinese,)
        english = self.paragraph(text.en, self.under(face), x, width)
        return (chinese, english)

    def under(self, face: Face) -> Face:
        """The face of an English sentence under a Chinese one set in `face`."""
        second = self.style.second
        return second if second.size <= face.size else Face(face.size, face.line)

    def value(self, text: Text, face: Face, x: float, width: float) -> tuple[Piece, ...]:
        """A value of a labelled row: in both languages on one line when it is only words."""
        if self.language == "both" and bare(text.en) != bare(text.zh):
            joined = f"{text.zh} {text.en}"
            only_words = not any(char.isdigit() or char == "*" for char in joined)
            if only_words and self.text_width(joined, face) <= width / 2:
                return (self.paragraph(joined, face, x, width),)
        return self.paragraphs(text, face, x, width)

    def inline(self, text: Text) -> str:
        """`text` on one line in the paper's language: `客户联 Customer copy`."""
        if self.language != "both":
            return text.into(self.language)
        return text.zh if bare(text.zh) == bare(text.en) else f"{text.zh} {text.en}"

    def label(self, text: Text, face: Face, x: float, width: float) -> Piece:
        """A label of the left column; English beside the Chinese, or under it when too wide."""
        if self.language != "both":
            return self.paragraph(text.into(self.language), face, x, width)
        chinese = self.paragraph(text.zh, face, x, width)
        small = Face(min(self.style.caption.size, face.size), face.line)
        start = x + self.text_width(text.zh, face) + LABEL_GAP
        if start + self.text_width(text.en, small) <= x + width:
            beside = self.line(text.en, small, start, baseline(face))
            return Piece(chinese.height, (*chinese.ops, beside))
        below = self.paragraph(text.en, self.under(face), x, width)
        return stacked((chinese, below))
