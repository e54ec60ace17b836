"""The bytes of a paper for a 24-pin dot-matrix printer: ESC/P-K, 80 columns, GB 18030.

Owns the few commands used: initialise, Chinese on and off, heavy, line pitch, 24-pin image, form feed.
"""

from dataclasses import dataclass

from PIL import Image

from counter_app.domain.paper import Paper, PaperMark
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.rasters import LINE_DOTS, LineRasters, code_image
from counter_app.printing.text_lines import TextLine, code_text, in_font, text_lines

COLUMNS = 80
COLUMN_DOTS = 18
"""Ten columns an inch at 180 dots."""
MODULE_DOTS = 6

START = b"\x1b@"
CHINESE, LATIN = b"\x1c&", b"\x1c."
HEAVY, PLAIN = b"\x1bE", b"\x1bF"
NEW_LINE = b"\r\n"
IMAGE_PITCH, TEXT_PITCH = b"\x1b3\x18", b"\x1b2"
"""24/180 inch joins the bands of an image; then back to six lines an inch."""
END = b"\x0c"


@dataclass(frozen=True, slots=True)
class DotMatrix:
    """Renders papers for continuous or single sheets of 80 columns."""

    fonts: PaperFonts
    rasters: LineRasters

    def render(self, paper: Paper, content_hash: str, mark: PaperMark | None = None) -> bytes:
        """The stream of one paper. Raises `SheetNeededError` for signed sheets."""
        parts = [START]
        for line in text_lines(paper, mark, self.fonts, COLUMNS):
            if line.is_code:
                parts.append(_image(code_image(code_text(paper, content_hash), MODULE_DOTS)))
            else:
                parts.append(self._line(line))
        return b"".join((*parts, END))

    def _line(self, line: TextLine) -> bytes:
        if not all(in_font(char) for char in line.words):
            return _image(self.rasters.line(line.words, COLUMNS, COLUMN_DOTS))
        text = CHINESE + line.words.encode("gb18030") + LATIN + NEW_LINE
        return HEAVY + text + PLAIN if line.is_heavy else text


def _image(image: Image.Image) -> bytes:
    """ESC * 39: bands of 24 dots, three bytes a column, the top dot first."""
    bands = [_band(image, top) for top in range(0, image.height, LINE_DOTS)]
    return IMAGE_PITCH + b"".join(bands) + TEXT_PITCH


def _band(image: Image.Image, top: int) -> bytes:
    # Turned on its side, a column of dots is a row of bytes.
    band = Image.new("1", (image.width, LINE_DOTS), 0)
    band.paste(image.crop((0, top, image.width, min(top + LINE_DOTS, image.height))), (0, 0))
    columns = band.transpose(Image.Transpose.TRANSPOSE)
    return b"\x1b*\x27" + image.width.to_bytes(2, "little") + columns.tobytes() + NEW_LINE
