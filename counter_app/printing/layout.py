"""One paper as pages of ops: head, body, anchored foot, stub.

The body flows down to the anchored block; when it would run into it, the paper goes to another
page. Type never shrinks and nothing is cut. Bottom block and stub stand on the last page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counter_app.domain.paper import (
    AgendaItem,
    Block,
    Paper,
    PaperKind,
    PaperLanguage,
    PaperMark,
    ReadBackRow,
    Remark,
    Row,
    qr_text,
)
from counter_app.i18n import Text
from counter_app.printing import bottom, head, stub
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.measures import (
    BESIDE_SEAL,
    HAIRLINE,
    LARGE,
    LEFT,
    OVER_FOOT,
    PLAIN_ANCHOR,
    REGULAR,
    RIGHT,
    SEAL_SIDE,
    STUB_ANCHOR,
)
from counter_app.printing.ops import Op, Piece, moved, rule, stacked
from counter_app.printing.readback import table_head
from counter_app.printing.rows import separator, set_row, spaced
from counter_app.printing.typesetting import Setter

BINDING = frozenset({PaperKind.ONE_TIME_NOTICE, PaperKind.CONFIRMATION, PaperKind.FORM})
"""Papers that bind: never in English alone, Chinese governs."""

GAP_OVER_RULE = 1.6
LEAST_STEP = 0.05
"""Tolerance of a fit, in millimetres: sums of line heights are not exact."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A row that is kept on one page where it can be; `gap` stands above it, `block` counts blocks."""

    gap: Piece
    pieces: tuple[Piece, ...]
    block: int

    @property
    def height(self) -> float:
        """Without the gap."""
        return sum(piece.height for piece in self.pieces)


def printed_language(paper: Paper) -> PaperLanguage:
    """The language a paper is set in: a binding one asked for in English comes in both."""
    return "both" if paper.kind in BINDING and paper.language == "en" else paper.language


def lay_out(
    paper: Paper, content_hash: str, mark: PaperMark | None, fonts: PaperFonts
) -> tuple[tuple[Op, ...], ...]:
    """The pages of `paper`, each a tuple of ops in reading order."""
    paper = replace(paper, blocks=tuple(block for block in paper.blocks if block.rows))
    style = LARGE if paper.large else REGULAR
    setter = Setter(fonts, style, printed_language(paper), paper.large)
    sheet = _Sheet(paper, qr_text(paper, content_hash), mark, setter)
    split = paper.large and not paper.signature
    bodies = sheet.large_bodies() if split else sheet.bodies()
    return tuple(
        (*body, *head.footer(paper, setter, page + 1, len(bodies)))
        for page, body in enumerate(bodies)
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A paper being laid out."""

    paper: Paper
    qr: str
    mark: PaperMark | None
    setter: Setter

    def _first_head(self) -> Piece:
        return head.first_page(self.paper, self.qr, self.mark, self.setter)

    def _later_head(self) -> Piece:
        return head.later_page(self.paper, self.mark, self.setter)

    def _chunks(self, blocks: Sequence[Block]) -> list[Chunk]:
        chunks: list[Chunk] = []
        for number, block in enumerate(blocks):
            for index, row in enumerate(block.rows):
                if index:
                    gap = separator(block.rows[index - 1], row, self.setter)
                else:
                    above = blocks[number - 1].rows[-1] if number else None
                    gap = self._block_gap(above, row)
                chunks.append(Chunk(gap, set_row(row, self._row_setter(row)), number))
        return chunks

    def _row_setter(self, row: Row) -> Setter:
        """What a customer declares by signing is set in the size of the body, not of a hint."""
        if not (isinstance(row, Remark) and self.paper.signature):
            return self.setter
        style = self.setter.style
        return replace(self.setter, style=replace(style, hint=style.body))

    def _block_gap(self, above: Row | None, row: Row) -> Piece:
        """The rule over a block; over the read-back table its head."""
        over = GAP_OVER_RULE if above is not None else 0.8
        if isinstance(row, ReadBackRow):
            table = table_head(self.setter)
            return Piece(over + table.height, moved(table.ops, 0.0, over))
        if isinstance(above, ReadBackRow):
            return spaced(GAP_OVER_RULE + 1.0)
        narrow = isinstance(above, AgendaItem) and not self.setter.large
        left = self.setter.text_x if narrow else LEFT
        height = over + self.setter.style.block_gap
        return Piece(height, (rule(left, RIGHT, over, HAIRLINE),))

    def _anchored(self, anchor: float) -> bottom.Anchored:
        if self.paper.signature:
            return bottom.signature_block(self.paper, self.setter, anchor)
        return bottom.contact_and_code(self.paper, self.qr, self.setter, anchor)

    def bodies(self) -> list[tuple[Op, ...]]:
        """The pages in ordinary print."""
        paper = self.paper
        foot = self._anchored(STUB_ANCHOR if paper.stub is not None else self._plain_anchor())
        first, later = self._first_head(), self._later_head()
        room = _Room((first.height, later.height), self._page_end(), foot.top)
        pages = _paginate(self._chunks(paper.blocks), room)
        bodies: list[tuple[Op, ...]] = []
        for number, chunks in enumerate(pages):
            top = first if number == 0 else later
            bodies.append((*top.ops, *_flowed(chunks, top.height)))
        bodies[-1] = (*bodies[-1], *foot.ops, *self._stub())
        return bodies

    def _plain_anchor(self) -> float:
        return min(PLAIN_ANCHOR, self._page_end())

    def _page_end(self) -> float:
        """Where a page without anchored block ends."""
        return min(OVER_FOOT, head.footer_top(self.paper, self.setter) - 1.0)

    def _stub(self) -> tuple[Op, ...]:
        if self.paper.stub is None:
            return ()
        footer_top = head.footer_top(self.paper, self.setter)
        below = stub.stub_ops(self.paper, self.paper.stub, self.setter, footer_top)
        return (*stub.tear_line(self.setter), *below)

    def large_bodies(self) -> list[tuple[Op, ...]]:
        """Large print: what is needed at home first, then particulars, seal and stub."""
        cut = self.paper.particulars_from
        home, rest = self.paper.blocks[:cut], self.paper.blocks[cut:]
        if not rest:
            pages = self._home_pages(home, self.paper.seal_caption, self._large_end())
            return [*pages[:-1], (*pages[-1], *self._stub())]
        return self._home_pages(home, None, self._page_end()) + self._particulars_pages(rest)

    def _large_end(self) -> float:
        """Where the last large page ends: at the stub, where there is one."""
        return self.setter.style.tear - 3.0 if self.paper.stub is not None else self._page_end()

    def _home_pages(
        self, blocks: Sequence[Block], seal: Text | None, end: float
    ) -> list[tuple[Op, ...]]:
        """Verdict, steps, whom to ask, case number; the disclaimer at `end` of the last one."""
        contact = bottom.large_contact_and_code(self.paper, self.qr, seal, self.setter)
        chunks = [*self._chunks(blocks), Chunk(bottom.large_gap(), (contact,), len(blocks))]
        note = bottom.disclaimer(self.paper, self.setter)
        first, later = self._first_head(), self._later_head()
        room = _Room((first.height, later.height), self._page_end(), end - note.height - 1.0)
        bodies: list[tuple[Op, ...]] = []
        for number, part in enumerate(_paginate(chunks, room)):
            top = first if number == 0 else later
            bodies.append((*top.ops, *_flowed(part, top.height)))
        bodies[-1] = (*bodies[-1], *moved(note.ops, 0.0, end - note.height))
        return bodies

    def _particulars_pages(self, blocks: Sequence[Block]) -> list[tuple[Op, ...]]:
        paper, setter, later = self.paper, self.setter, self._later_head()
        end = self._large_end()
        foot = self._large_foot(end)
        rows = [row for block in blocks for row in block.rows]
        aside = _trailing_remarks(rows) if paper.seal_caption is not None else 0
        narrow = replace(self, setter=replace(setter, right=BESIDE_SEAL)) if aside else self
        chunks = narrow._chunks(blocks)
        if chunks:
            chunks[0] = replace(chunks[0], gap=spaced(0.0))
        room = _Room((later.height, later.height), self._page_end(), foot.top, aside, end)
        bodies = [(*later.ops, *_flowed(part, later.height)) for part in _paginate(chunks, room)]
        bodies[-1] = (*bodies[-1], *foot.ops, *self._stub())
        return bodies

    def _large_foot(self, end: float) -> bottom.Anchored:
        caption = self.paper.seal_caption
        if caption is None:
            return bottom.Anchored(end, end, ())
        top = end - SEAL_SIDE - 1.0
        return bottom.Anchored(top - 1.0, end, bottom.seal_zone(caption, self.setter, top))


@dataclass(frozen=True, slots=True)
class _Room:
    """Where pages begin and end.

    `heads` are the starts of the first page and of later ones; every page ends at `page_end`, the
    last one at `last_end`. The last `aside` rows may run down to `aside_end`: they stand beside
    what begins at `last_end`.
    """

    heads: tuple[float, float]
    page_end: float
    last_end: float
    aside: int = 0
    aside_end: float = 0.0

    def is_better_later(self, row: Chunk) -> bool:
        """Whether a row that the first page's long head leaves no room for goes whole to the next.

        One that cannot be cut goes wherever a full page holds it.
        """
        end = self.last_end if len(row.pieces) > 1 else self.page_end
        return row.height <= end - self.heads[1] + LEAST_STEP

    def holds_all(self, chunks: Sequence[Chunk], top: float) -> bool:
        """Whether `chunks` fit on a last page that begins at `top`."""
        wide = chunks[: max(len(chunks) - self.aside, 0)]
        fits = top + _height(wide) <= self.last_end + LEAST_STEP
        if not self.aside:
            return fits
        return fits and top + _height(chunks) <= self.aside_end + LEAST_STEP


def _trailing_remarks(rows: Sequence[Row]) -> int:
    """How many rows at the end are remarks, which in large print may stand beside the seal."""
    count = 0
    while count < len(rows) and isinstance(rows[-1 - count], Remark):
        count += 1
    return count


def _flowed(chunks: Sequence[Chunk], top: float) -> tuple[Op, ...]:
    """`chunks` under each other from `top`; the gap over the page's first one is white only."""
    pieces: list[Piece] = []
    for chunk in chunks:
        pieces += [chunk.gap, *chunk.pieces]
    return moved(stacked(pieces).ops, 0.0, top)


def _height(chunks: Sequence[Chunk]) -> float:
    return sum(chunk.gap.height + chunk.height for chunk in chunks)


def _paginate(chunks: list[Chunk], room: _Room) -> list[list[Chunk]]:
    """Rows by page."""
    pages: list[list[Chunk]] = []
    rest = list(chunks)
    while True:
        top = room.heads[1 if pages else 0]
        if room.holds_all(rest, top):
            return [*pages, rest]
        count = _whole_rows(rest, room.page_end - top)
        if count:
            taken, rest = rest[:count], [_topmost(rest[count]), *rest[count + 1 :]]
        elif not pages and room.is_better_later(rest[0]):
            taken, rest = [], [_topmost(rest[0]), *rest[1:]]
        else:
            taken, rest = _cut_row(rest, room.page_end - top)
        pages.append(taken)


def _whole_rows(chunks: list[Chunk], room: float) -> int:
    """How many rows go on a full page of `room` millimetres.

    Something is left for the last page, so that it is not without body: the last block where all
    of it would fit here.
    """
    count, used = 0, 0.0
    while count < len(chunks):
        used += chunks[count].gap.height + chunks[count].height
        if used > room + LEAST_STEP:
            return count
        count += 1
    last = chunks[-1].block
    return next(i for i, chunk in enumerate(chunks) if chunk.block == last) or count - 1


def _cut_row(chunks: list[Chunk], room: float) -> tuple[list[Chunk], list[Chunk]]:
    """The first row cut between its lines, as much of it above as `room` holds."""
    row = chunks[0]
    lines, used = 0, row.gap.height
    for piece in row.pieces:
        used += piece.height
        if used > room + LEAST_STEP:
            break
        lines += 1
    if not lines:
        raise RowTooHighError(row.height)
    if lines == len(row.pieces):
        lines = max(lines - 1, 1)
    above = replace(row, pieces=row.pieces[:lines])
    left = row.pieces[lines:]
    below = [Chunk(spaced(0.0), left, row.block)] if left else []
    return [above], [*below, *chunks[1:]]


def _topmost(chunk: Chunk) -> Chunk:
    """`chunk` at the top of a page: without the rule or space above it, but with a table's head."""
    return chunk if _is_table_head(chunk.gap) else replace(chunk, gap=spaced(0.0))


def _is_table_head(gap: Piece) -> bool:
    return len(gap.ops) > 1


class RowTooHighError(ValueError):
    """One row of a paper is higher than a page and cannot be cut: its text must be shortened."""
