"""Pages of a PDF as pictures for the preview: the true bytes, drawn by PDFium.

No Qt here: a page is raw RGB and its size, and the window makes of it what it shows.
"""

from dataclasses import dataclass

import pypdfium2 as pdfium

POINTS_PER_INCH = 72
SCREEN_DPI = 144


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: `rgb` holds `height` rows of `width` pixels of 3 bytes, without padding."""

    width: int
    height: int
    rgb: bytes


def page_images(pdf: bytes, dpi: int = SCREEN_DPI) -> tuple[PageImage, ...]:
    """The pages of `pdf` at `dpi`. Raises PDFium's `PdfiumError` when the bytes are no PDF."""
    document = pdfium.PdfDocument(pdf)
    try:
        return tuple(_image(document[index], dpi) for index in range(len(document)))
    finally:
        document.close()


def _image(page: pdfium.PdfPage, dpi: int) -> PageImage:
    picture = page.render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True).to_pil().convert("RGB")
    page.close()
    return PageImage(picture.width, picture.height, picture.tobytes())
