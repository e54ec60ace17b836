"""Lines and codes as dots, for what a printer's own font does not have.

Owns drawing with the shipped fonts. One bit a dot, 1 is black.
"""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from counter_app.printing.fonts import RARE_FILE, TEXT_FILE, PaperFonts
from counter_app.printing.qr import QUIET_MODULES, module_matrix
from counter_app.printing.text_lines import columns_of

LINE_DOTS = 24
"""Height of a line of type, and side of a Han sign."""

_RISE = 5
"""Dots that the shipped fonts' own space above the type is taken up by."""


class LineRasters:
    """Draws lines; the font files are opened when the first rare sign comes."""

    def __init__(self, folder: Path, fonts: PaperFonts) -> None:
        self._folder, self._fonts = folder, fonts
        self._faces: dict[str, ImageFont.FreeTypeFont] = {}

    def line(self, text: str, columns: int, column_dots: int) -> Image.Image:
        """A whole line, each sign at its column."""
        image = Image.new("1", (columns * column_dots, LINE_DOTS), 0)
        draw, at = ImageDraw.Draw(image), 0
        for char in text:
            file = RARE_FILE if self._fonts.drawn(char) == "rare" else TEXT_FILE
            rise = 0 if file == RARE_FILE else _RISE
            draw.text((at * column_dots, -rise), char, fill=1, font=self._face(file))
            at += columns_of(char)
        return image

    def _face(self, file: str) -> ImageFont.FreeTypeFont:
        if file not in self._faces:
            self._faces[file] = ImageFont.truetype(str(self._folder / file), LINE_DOTS - 2)
        return self._faces[file]


def code_image(text: str, module_dots: int) -> Image.Image:
    """A QR code with the white around it."""
    matrix = module_matrix(text)
    side = len(matrix) + 2 * QUIET_MODULES
    image = Image.new("1", (side, side), 0)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            image.putpixel((x + QUIET_MODULES, y + QUIET_MODULES), dark)
    return image.resize((side * module_dots, side * module_dots), Image.Resampling.NEAREST)
