"""What a test can see of a rendered paper: its text by PDFium, its ink, its placed words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2 as pdfium

from counter_app.domain.paper import Paper, PaperMark
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.layout import lay_out
from counter_app.printing.measures import POINT
from counter_app.printing.ops import Op
from counter_app.printing.preview import PageImage, page_images
from tests.unit.printing.samples import CONTENT_HASH

DPI = 150
MILLIMETRES_PER_INCH = 25.4
DARK = 128
"""Below this a pixel is ink."""


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page as PDFium extracts it."""
    document = pdfium.PdfDocument(pdf)
    try:
        # PDFium gives U+FFFE for a hyphen that ends a line.
        texts = (page.get_textpage().get_text_range() for page in document)
        return [text.replace("\ufffe", "-") for text in texts]
    finally:
        document.close()


def text_of(pdf: bytes) -> str:
    """All text of a PDF, pages joined."""
    return "\n".join(page_texts(pdf))


def squeezed(text: str) -> str:
    """`text` without white space: lines break anywhere."""
    return re.sub(r"[\s\u00a0\u3000]+", "", text)


def pages_of(
    paper: Paper, fonts: PaperFonts, mark: PaperMark | None = None
) -> tuple[tuple[Op, ...], ...]:
    """The laid-out pages of `paper`."""
    return lay_out(paper, CONTENT_HASH, mark, fonts)


@dataclass(frozen=True, slots=True)
class Ink:
    """The dark pixels of one page, by rows."""

    image: PageImage

    def row(self, y: int) -> bytes:
        """One row of green values: text and lines are black, so any channel tells."""
        start = y * self.image.width * 3
        return self.image.rgb[start + 1 : start + self.image.width * 3 : 3]

    def dark_in(self, left: float, top: float, right: float, end: float) -> int:
        """How many dark pixels lie in a rectangle given in millimetres."""
        x1, x2 = _dots(left), _dots(right)
        return sum(
            value < DARK
            for y in range(_dots(top), min(_dots(end), self.image.height))
            for value in self.row(y)[x1:x2]
        )

    def share(self) -> float:
        """The share of the page that is dark."""
        whole = self.image.width * self.image.height
        dark = sum(value < DARK for y in range(self.image.height) for value in self.row(y))
        return dark / whole

    def box(self, skip: Iterable[int] = ()) -> tuple[float, float, float, float]:
        """Left, top, right and lower edge of all ink, in millimetres; rows in `skip` left out."""
        left_out = set(skip)
        lefts, rights, rows = [], [], []
        for y in range(self.image.height):
            found = [x for x, value in enumerate(self.row(y)) if value < DARK]
            if found and y not in left_out:
                lefts.append(found[0])
                rights.append(found[-1])
                rows.append(y)
        dots = (min(lefts), min(rows), max(rights) + 1, max(rows) + 1)
        left, top, right, end = (dot * MILLIMETRES_PER_INCH / DPI for dot in dots)
        return left, top, right, end


def rows_of(top: float, end: float) -> range:
    """The pixel rows between two heights in millimetres."""
    return range(_dots(top), _dots(end) + 1)


def inks(pdf: bytes) -> list[Ink]:
    """The ink of every page."""
    return [Ink(image) for image in page_images(pdf, DPI)]


def _dots(millimetres: float) -> int:
    return round(millimetres / MILLIMETRES_PER_INCH * DPI)


def points(millimetres: float) -> float:
    """Millimetres as points."""
    return millimetres / POINT
