"""Where the strip stands: within what it may take, and at the side where the screen is narrow."""

import pytest
from PySide6.QtCore import QRect

from counter_app.ui.strip.edge import Side, place_at, side_of, side_on

SCREEN = QRect(0, 0, 1366, 728)


def test_it_takes_at_most_340_beside_or_140_below() -> None:
    assert place_at(Side.RIGHT, SCREEN, 100) == QRect(1026, 0, 340, 728)
    assert place_at(Side.BOTTOM, SCREEN, 100) == QRect(0, 588, 1366, 140)
    assert place_at(Side.BOTTOM, QRect(1366, 20, 1920, 1060), 100).bottomRight().x() == 3285


@pytest.mark.parametrize(
    ("width", "scale", "side"),
    [
        (1280, 100, Side.BOTTOM),
        (1279, 100, Side.RIGHT),
        (1366, 115, Side.RIGHT),
        (1920, 150, Side.BOTTOM),
    ],
)
def test_the_lower_edge_needs_the_width(width: int, scale: int, side: Side) -> None:
    assert side_on(QRect(0, 0, width, 768), Side.BOTTOM, scale) is side
    assert side_on(QRect(0, 0, width, 768), Side.RIGHT, scale) is Side.RIGHT


def test_what_was_kept_and_is_no_edge_is_the_right_one() -> None:
    assert side_of("bottom") is Side.BOTTOM
    assert side_of("left") is Side.RIGHT
