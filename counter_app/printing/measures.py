"""Sizes and places of the A5 papers, in millimetres from the top left and points of type.

The figures are the designer's; the pictures they were taken from are described in
`docs/papers.md`.
"""

from dataclasses import dataclass

POINT = 25.4 / 72
"""Millimetres in a point."""

PAGE_WIDTH = 148.0
PAGE_HEIGHT = 210.0
LEFT = 12.0
RIGHT = 136.0
CONTENT_WIDTH = RIGHT - LEFT

HAIRLINE = 0.5
HEAVY = 0.9

HEAD_BASELINE = 14.5
HEAD_RULE = 17.0
FOOT_BASELINE = 201.0

SEAL_SIDE = 38.0
SEAL_LEFT = RIGHT - SEAL_SIDE
BESIDE_SEAL = 95.0
"""Right edge of what stands left of the seal zone."""

STUB_ANCHOR = 167.8
"""Where the bottom block ends above the tear line."""

PLAIN_ANCHOR = 194.0
"""Where it ends on a paper without stub."""

OVER_FOOT = 194.0
"""Where a page without bottom block ends."""

BOTTOM_HEIGHT = 41.8
"""The bottom block; more only when an address or a note is long."""


@dataclass(frozen=True, slots=True)
class Face:
    """A size of type in points, its line in millimetres, and its weight."""

    size: float
    line: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """The faces and columns of one print size."""

    text_column: float
    head: Face
    title: Face
    number: Face
    verdict: Face
    body: Face
    second: Face
    hint: Face
    caption: Face
    date: Face
    code: Face
    small: Face
    title_baseline: float
    first_row: float
    block_gap: float
    code_side: float
    tear: float
    stub_head: Face
    stub: Face


REGULAR = Style(
    text_column=40.0,
    head=Face(10.5, 4.0),
    title=Face(18, 7.6, bold=True),
    number=Face(8.5, 4.0),
    verdict=Face(13, 6.4, bold=True),
    body=Face(9.5, 5.0),
    second=Face(8.5, 4.0),
    hint=Face(8.5, 4.5),
    caption=Face(8, 4.4),
    date=Face(11, 5.0, bold=True),
    code=Face(16, 6.6, bold=True),
    small=Face(7.5, 3.0),
    title_baseline=27.5,
    first_row=22.0,
    block_gap=2.0,
    code_side=20.0,
    tear=170.0,
    stub_head=Face(11, 4.8, bold=True),
    stub=Face(9.5, 4.1),
)

LARGE = Style(
    text_column=42.0,
    head=Face(13, 5.0),
    title=Face(24, 10.0, bold=True),
    number=Face(10, 4.4),
    verdict=Face(20, 9.0, bold=True),
    body=Face(15, 8.0),
    second=Face(12, 5.6),
    hint=Face(13, 7.0),
    caption=Face(12, 6.0),
    date=Face(16, 8.0, bold=True),
    code=Face(26, 10.6, bold=True),
    small=Face(10, 4.2),
    title_baseline=30.0,
    first_row=21.0,
    block_gap=3.2,
    code_side=26.0,
    tear=157.0,
    stub_head=Face(13, 6.6, bold=True),
    stub=Face(12, 6.0),
)

BILINGUAL_COLUMN = 42.0
"""Labels in two languages need this much; one language has the style's own column."""
