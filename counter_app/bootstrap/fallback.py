"""The pack of emergency forms as one PDF, and as a file."""

from collections.abc import Sequence
from pathlib import Path

from counter_app.domain.paper import Paper
from counter_app.forms.compiled import content_hash
from counter_app.printing.render import PaperRenderer
from counter_app.services.fallback_pack import Pack, papers_of
from counter_app.services.paper_content import paper_bytes


def pack_pdf(renderer: PaperRenderer, papers: Sequence[Paper]) -> bytes:
    """Blank papers one after another in one PDF, named as the pack they belong to."""
    told = [(one, content_hash(paper_bytes(one))) for one in papers]
    return renderer.render_pack(told, papers[0].case_number)


def write_pack(pack: Pack, renderer: PaperRenderer, folder: Path) -> Path:
    """One PDF in the folder. Raises OSError when the disk does not take it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{pack.label}.pdf"
    file.write_bytes(pack_pdf(renderer, papers_of(pack)))
    return file
