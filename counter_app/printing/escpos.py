"""The bytes of a paper for a thermal roll printer: ESC/POS, 48 columns, GB 18030.

Owns the few commands used: initialise, Chinese on and off, justify, heavy, size, feed, raster image,
native QR code, one cut. No cash drawer is opened and nothing else of the printer is touched.
Commands by the ESC/POS command reference, as makers of rolls of 80 mm share it.
"""

from dataclasses import dataclass

from counter_app.domain.paper import Paper, PaperMark
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.rasters import LineRasters
from counter_app.printing.text_lines import TextLine, code_text, in_font, text_lines

COLUMNS = 48
COLUMN_DOTS = 12
MODULE_DOTS = 6

START = b"\x1b@"
CHINESE, LATIN = b"\x1c&", b"\x1c."
LEFT, CENTRE = b"\x1ba\x00", b"\x1ba\x01"
HEAVY, PLAIN = b"\x1bE\x01", b"\x1bE\x00"
ONE, DOUBLE = b"\x1d!\x00", b"\x1d!\x11"
CUT = b"\x1bd\x05\x1dV\x00"


@dataclass(frozen=True, slots=True)
class ThermalRoll:
    """Renders papers for a roll of 80 mm."""

    fonts: PaperFonts
    rasters: LineRasters

    def render(self, paper: Paper, content_hash: str, mark: PaperMark | None = None) -> bytes:
        """The stream of one paper, cut at its end. Raises `SheetNeededError` for signed sheets."""
        columns = COLUMNS // 2 if paper.large else COLUMNS
        parts = [START, DOUBLE if paper.large else ONE]
        for line in text_lines(paper, mark, self.fonts, columns):
            if line.is_code:
                parts.append(CENTRE + _code(code_text(paper, content_hash)) + LEFT)
            else:
                parts.append(self._line(line, columns, paper.large))
        return b"".join((*parts, ONE, CUT))

    def _line(self, line: TextLine, columns: int, large: bool) -> bytes:
        if not all(in_font(char) for char in line.words):
            return self._raster(line.words, columns, large)
        text = CHINESE + line.words.encode("gb18030") + LATIN + b"\n"
        return HEAVY + text + PLAIN if line.is_heavy else text

    def _raster(self, text: str, columns: int, large: bool) -> bytes:
        """GS v 0: a line of dots; doubled by the printer itself in large print."""
        image = self.rasters.line(text, columns, COLUMN_DOTS)
        width, height = image.width // 8, image.height
        size = width.to_bytes(2, "little") + height.to_bytes(2, "little")
        return b"\x1dv0" + (b"\x03" if large else b"\x00") + size + image.tobytes()


def _code(text: str) -> bytes:
    """The printer's own QR: model 2, module size, correction M, data, print."""
    data = text.encode("ascii")
    functions = (
        b"1A2\x00",
        b"1C" + bytes([MODULE_DOTS]),
        b"1E1",
        b"1P0" + data,
        b"1Q0",
    )
    return b"".join(b"\x1d(k" + len(one).to_bytes(2, "little") + one for one in functions) + b"\n"
