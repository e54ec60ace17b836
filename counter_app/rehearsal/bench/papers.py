"""A receipt's time and size, and whether its text comes out of the PDF as it went in.

Owns the measuring; the receipt is a real one of the demo's morning, given by the wiring.
"""

import re
from time import perf_counter

import pypdfium2 as pdfium

from counter_app.domain.paper import Paper, PaperKind
from counter_app.journal.folds.case import CaseView
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.render import PaperRenderer
from counter_app.rehearsal.bench.lines import Line, spread_figures
from counter_app.services.paper_content import paper_of
from counter_app.services.ports import Content, Store

MOST_MS = 15.0
MOST_KB = 45.0
CHINESE = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
SPACE = re.compile(r"[\s\u00a0\u3000]+")
BESIDE_BMP = 0xFFFF


def measure_receipt(paper: Paper, content_hash: str, fonts: PaperFonts, rounds: int) -> Line:
    """Renders one receipt so often, once unmeasured before."""
    renderer = PaperRenderer(fonts)
    pdf = renderer.render_pdf(paper, content_hash)
    spans: list[float] = []
    for _round in range(rounds):
        begun = perf_counter()
        pdf = renderer.render_pdf(paper, content_hash)
        spans.append(perf_counter() - begun)
    told = _squeezed("".join(renderer.paper_lines(paper)))
    figures = {
        **spread_figures("render", spans),
        "size_kb": round(len(pdf) / 1024, 1),
        "chinese": len(CHINESE.findall(told)),
        "beyond_ffff": any(ord(sign) > BESIDE_BMP for sign in told),
        "extracts": told in _squeezed(extracted(pdf)),
    }
    limits = {"render_p50_ms": MOST_MS, "size_kb": MOST_KB}
    return Line("receipt", figures, limits, "A5, with its code, warm")


def receipt_of(store: Store, service: str) -> tuple[Content, Paper]:
    """The last receipt issued for a service. Raises `LookupError` when there is none."""
    for subject in reversed(store.subjects("case")):
        view = store.view(subject)
        assert isinstance(view, CaseView)
        for paper in view.papers:
            content = store.content(paper.content_hash)
            of_service = view.started is not None and view.started.service == service
            if of_service and paper.paper_kind == PaperKind.RECEIPT and content is not None:
                return content, paper_of(content.data)
    raise LookupError(f"no receipt of {service}")


def extracted(pdf: bytes) -> str:
    """All text of a PDF as PDFium gives it, with the hyphens that end its lines."""
    document = pdfium.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return "\n".join(pages).replace("\ufffe", "-")


def _squeezed(text: str) -> str:
    """`text` without white space: lines break anywhere."""
    return SPACE.sub("", text)
