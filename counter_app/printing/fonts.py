"""The fonts of the papers: which one draws a sign, how wide it is, what no font can draw.

Owns the files in `resources/fonts` as far as papers need them. One weight is embedded: bold is the
same outline with a stroke (see `paint`), which keeps a receipt small. A sign that no shipped font
has is never refused and never an empty box: it is drawn as its code, `[U+2EBF0]`.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Literal

from reportlab.pdfbase import pdfmetrics

from counter_app.printing.pdf_cures import CuredFont, refuse_unchecked_version

TEXT_FILE = "NotoSansSC-Regular.ttf"
RARE_FILE = "HanaMinB.ttf"
TEXT_FONT = "PaperText"
RARE_FONT = "PaperRare"

SMALLEST_TYPE = 7.5
"""Points; nothing on an A5 paper is set smaller."""

CODE_SHARE = 0.6
"""The code of a sign that no font has is set in this share of the text around it."""

CODE_PADDING = 0.17
"""Half the width of a bracket, in ems: the box stands where the brackets would."""

Drawn = Literal["text", "rare", "code"]


@dataclass(frozen=True, slots=True)
class FontRun:
    """Neighbouring signs drawn alike: by the text font, by the rare font, or as one boxed code."""

    drawn: Drawn
    words: str


def code_of(char: str) -> str:
    """How a sign without a glyph is written on paper, e.g. `[U+2EBF0]`."""
    return f"[U+{ord(char):04X}]"


def code_size(size: float) -> float:
    """The type size, in points, of a boxed code inside text of `size` points."""
    return max(SMALLEST_TYPE, CODE_SHARE * size)


class PaperFonts:
    """The registered fonts. Make one for the process and hand it on: it reads 10 MB when made.

    The rare font (30 MB) is read when the first sign needs it. ReportLab keeps fonts by name for
    the whole process; making this object again only replaces them.
    """

    def __init__(self, folder: Path) -> None:
        """Register the fonts of `folder`. Raises ReportLab's `TTFError` when the file is unusable."""
        refuse_unchecked_version()
        self._folder = folder
        self._text = self._register(TEXT_FONT, TEXT_FILE)
        self._drawn: dict[str, Drawn] = {}
        self._advances: dict[str, float] = {}
        self.painting = Lock()
        """Held while a paper is painted: ReportLab reads a font file by one moving position."""

    def _register(self, name: str, file: str) -> CuredFont:
        # Without asciiReadable only the signs in use are embedded, not all of ASCII.
        font = CuredFont(name, str(self._folder / file), asciiReadable=False, shapable=False)
        pdfmetrics.registerFont(font)
        return font

    @cached_property
    def _rare(self) -> CuredFont:
        return self._register(RARE_FONT, RARE_FILE)

    def drawn(self, char: str) -> Drawn:
        """What draws `char`: decided by the fonts' own character maps."""
        known = self._drawn.get(char)
        if known is None:
            known = self._drawn[char] = self._look_up(char)
        return known

    def _look_up(self, char: str) -> Drawn:
        point = ord(char)
        if point in self._text.face.charToGlyph:
            return "text"
        if point in self._rare.face.charToGlyph:
            return "rare"
        return "code"

    def runs(self, words: str) -> tuple[FontRun, ...]:
        """`words` cut where the font changes; each sign without a glyph is a run of its own."""
        runs: list[FontRun] = []
        for char in words:
            drawn = self.drawn(char)
            if drawn == "code":
                runs.append(FontRun("code", code_of(char)))
            elif runs and runs[-1].drawn == drawn:
                runs[-1] = FontRun(drawn, runs[-1].words + char)
            else:
                runs.append(FontRun(drawn, char))
        return tuple(runs)

    def extracted(self, words: str) -> str:
        """`words` as text extraction gives them back: signs without a glyph by their code."""
        return "".join(run.words for run in self.runs(words))

    def advance(self, char: str, size: float) -> float:
        """How far `char` moves the pen, in points, at a type size of `size` points."""
        known = self._advances.get(char)
        if known is not None:
            return known * size
        drawn = self.drawn(char)
        if drawn == "code":
            own = code_size(size)
            letters = sum(self.advance(c, own) for c in code_of(char)[1:-1])
            return letters + 4 * CODE_PADDING * own
        font = self._text if drawn == "text" else self._rare
        width: float = font.face.getCharWidth(ord(char)) / 1000
        self._advances[char] = width
        return width * size
