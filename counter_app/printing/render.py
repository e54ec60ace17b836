"""A paper's bytes: the one entry to the layouts."""

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.domain.paper import Paper, PaperMark
from counter_app.printing.content_lines import content_lines
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.layout import lay_out
from counter_app.printing.paint import paint


@dataclass(frozen=True, slots=True)
class PaperRenderer:
    """Renders papers with fonts that were registered once."""

    fonts: PaperFonts

    def render_pdf(self, paper: Paper, content_hash: str, mark: PaperMark | None = None) -> bytes:
        """The PDF of `paper`: the same bytes for the same arguments, on every run and machine.

        `content_hash` is the SHA-256 of the content in hex; the QR carries its first signs. Raises
        `StubTooFullError` or `RowTooHighError` when the text itself is too long for any page.
        """
        return paint(lay_out(paper, content_hash, mark, self.fonts), self.fonts, paper.number)

    def render_pack(self, papers: Sequence[tuple[Paper, str]], title: str) -> bytes:
        """The PDF of several papers one after another, each with its content's hash."""
        pages = [
            page
            for paper, content_hash in papers
            for page in lay_out(paper, content_hash, None, self.fonts)
        ]
        return paint(pages, self.fonts, title)

    def paper_lines(self, paper: Paper) -> tuple[str, ...]:
        """The strings that text extraction gives for `paper`, in order.

        Without what repeats on every page (letterhead of later pages, footers). Signs that no font
        has stand as their code.
        """
        return tuple(self.fonts.extracted(line) for line in content_lines(paper))
