"""Where the strip stands: at the right edge of the screen, or along its lower edge. Pure."""

from enum import StrEnum

from PySide6.QtCore import QRect

WIDTH, HEIGHT = 340, 140
"""What the strip takes of the screen beside the core's window, in logical pixels at 100 %."""
WIDE_ENOUGH, SHORT = 1280, 700
"""A screen narrower than the first has room for the side alone; lower than the second is short."""


class Side(StrEnum):
    """The edge of the screen, as it is kept for this PC."""

    RIGHT = "right"
    BOTTOM = "bottom"


def side_of(kept: str) -> Side:
    """The edge as kept; anything else is the right one."""
    return Side.BOTTOM if kept == Side.BOTTOM else Side.RIGHT


def side_on(room: QRect, chosen: Side, scale: int) -> Side:
    """The edge on a screen with this room: the lower one needs the width for all parts abreast."""
    wide = room.width() * 100 / scale >= WIDE_ENOUGH
    return Side.BOTTOM if chosen is Side.BOTTOM and wide else Side.RIGHT


def place_at(side: Side, room: QRect, scale: int) -> QRect:
    """The strip's place at an edge of the room."""
    if side is Side.BOTTOM:
        height = round(HEIGHT * scale / 100)
        return QRect(room.left(), room.bottom() - height + 1, room.width(), height)
    width = round(WIDTH * scale / 100)
    return QRect(room.right() - width + 1, room.top(), width, room.height())
