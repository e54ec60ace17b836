"""What stands on a page: words, lines and boxes at a place.

Millimetres from the top left corner of the page; type sizes and line weights in points. A layout is
a value that can be looked at without a PDF; `paint` alone turns it into one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from counter_app.printing.signs import Signs


@dataclass(frozen=True, slots=True)
class Words:
    """Signs on one line: `x` is where the first one starts, `y` the baseline."""

    x: float
    y: float
    size: float
    signs: Signs


@dataclass(frozen=True, slots=True)
class Path:
    """An open line through `points`, relative to (`x`, `y`). Also ticks and the seal's corners."""

    x: float
    y: float
    points: tuple[tuple[float, float], ...]
    weight: float
    dash: float | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that is not filled."""

    x: float
    y: float
    width: float
    height: float
    weight: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle around (`x`, `y`)."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code of `side` millimetres saying `text`."""

    x: float
    y: float
    side: float
    text: str


Op = Words | Path | Box | Dot | Code


def rule(x1: float, x2: float, y: float, weight: float = 0.5) -> Path:
    """A level line."""
    return Path(x1, y, ((0.0, 0.0), (x2 - x1, 0.0)), weight)


def moved(ops: Iterable[Op], dx: float, dy: float) -> tuple[Op, ...]:
    """`ops`, shifted."""
    return tuple(replace(op, x=op.x + dx, y=op.y + dy) for op in ops)


@dataclass(frozen=True, slots=True)
class Piece:
    """Ops below their own top edge (y 0) and the height they take."""

    height: float
    ops: tuple[Op, ...]


def stacked(pieces: Iterable[Piece]) -> Piece:
    """`pieces` one below the other."""
    height = 0.0
    ops: list[Op] = []
    for piece in pieces:
        ops += moved(piece.ops, 0.0, height)
        height += piece.height
    return Piece(height, tuple(ops))
