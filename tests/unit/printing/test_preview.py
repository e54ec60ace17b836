"""The preview shows the true page."""

import pypdfium2 as pdfium
import pytest

from counter_app.printing.preview import page_images
from counter_app.printing.render import PaperRenderer
from tests.unit.printing.samples import CONTENT_HASH, receipt


def test_a_page_comes_as_raw_rgb_of_its_size(renderer: PaperRenderer) -> None:
    (page,) = page_images(renderer.render_pdf(receipt(), CONTENT_HASH), dpi=72)
    assert (page.width, page.height) == (420, 596)
    assert len(page.rgb) == page.width * page.height * 3
    assert page.rgb[:3] == b"\xff\xff\xff"
    assert b"\x00\x00\x00" in page.rgb


def test_bytes_that_are_no_pdf_are_refused() -> None:
    with pytest.raises(pdfium.PdfiumError):
        page_images(b"no pdf")
