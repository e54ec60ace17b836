"""A copy's bytes from what the journal keeps: the content of its paper and the mark of its order."""

from counter_app.printing.render import PaperRenderer
from counter_app.services.paper_content import mark_of, paper_of
from counter_app.services.ports import Content


def render_copy(renderer: PaperRenderer, content: Content, mark: str | None) -> bytes:
    """The PDF of one copy. Raises pydantic.ValidationError where content or mark is damaged."""
    paper = paper_of(content.data)
    return renderer.render_pdf(paper, content.hash, mark_of(mark) if mark else None)
