"""The bytes of a paper's content and of a copy's mark, and the way back.

Canonical JSON (RFC 8785), so that the same paper has the same bytes and hash everywhere: the hash
stands in the journal and on the paper, and a reprint renders these very bytes.
"""

from collections.abc import Sequence

import rfc8785
from pydantic import TypeAdapter

from counter_app.domain.paper import Paper, PaperMark
from counter_app.forms.compiled import content_hash
from counter_app.services.ports import Content

PAPER_MEDIA = "paper"
PACK_MEDIA = "pack"
PDF_MEDIA = "application/pdf"

_PAPER = TypeAdapter(Paper)
_PACK = TypeAdapter(tuple[Paper, ...])
_MARK = TypeAdapter(PaperMark)


def paper_bytes(paper: Paper) -> bytes:
    """The canonical bytes of a paper's content."""
    data: bytes = rfc8785.dumps(_PAPER.dump_python(paper, mode="json"))
    return data


def paper_of(data: bytes) -> Paper:
    """The paper of its canonical bytes. Raises pydantic.ValidationError on anything else."""
    return _PAPER.validate_json(data)


def paper_content(paper: Paper, case: str) -> Content:
    """A paper as content; it names people, so it follows the case's audience and erasure."""
    data = paper_bytes(paper)
    return Content(content_hash(data), PAPER_MEDIA, data, case)


def pack_content(papers: Sequence[Paper]) -> Content:
    """Blank papers that are printed as one; they name nobody, so they are no subject's."""
    data: bytes = rfc8785.dumps(_PACK.dump_python(tuple(papers), mode="json"))
    return Content(content_hash(data), PACK_MEDIA, data)


def papers_of_pack(data: bytes) -> tuple[Paper, ...]:
    """The papers of a pack's bytes. Raises pydantic.ValidationError on anything else."""
    return _PACK.validate_json(data)


def pdf_content(pdf: bytes, case: str) -> Content:
    """A rendered copy as content of its case."""
    return Content(content_hash(pdf), PDF_MEDIA, pdf, case)


def mark_text(mark: PaperMark) -> str:
    """A copy's mark as a print order keeps it."""
    return rfc8785.dumps(_MARK.dump_python(mark, mode="json")).decode()


def mark_of(text: str) -> PaperMark:
    """The mark of its text. Raises pydantic.ValidationError on anything else."""
    return _MARK.validate_json(text)
