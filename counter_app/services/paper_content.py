"""The bytes of a paper's content and of a copy's mark, and the way back.

Canonical JSON (RFC 8785), so that the same paper has the same bytes and hash everywhere: the hash
stands in the journal and on the paper, and a reprint renders these very bytes.
"""

import rfc8785
from pydantic import TypeAdapter

from counter_app.domain.paper import Paper, PaperMark
from counter_app.forms.compiled import content_hash
from counter_app.services.ports import Content

PAPER_MEDIA = "paper"
PDF_MEDIA = "application/pdf"

_PAPER = TypeAdapter(Paper)
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


def pdf_content(pdf: bytes, case: str) -> Content:
    """A rendered copy as content of its case."""
    return Content(content_hash(pdf), PDF_MEDIA, pdf, case)


def mark_text(mark: PaperMark) -> str:
    """A copy's mark as a print order keeps it."""
    return rfc8785.dumps(_MARK.dump_python(mark, mode="json")).decode()


def mark_of(text: str) -> PaperMark:
    """The mark of its text. Raises pydantic.ValidationError on anything else."""
    return _MARK.validate_json(text)
