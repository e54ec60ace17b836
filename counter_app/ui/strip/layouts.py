"""The parts of the strip, and their two orders: below each other at the right, abreast at the bottom.

The parts are made once; an order only puts them somewhere else.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from counter_app.ui.desk.desk import Desk
from counter_app.ui.shell import Frame
from counter_app.ui.strip.acts import StripActs, StripBar
from counter_app.ui.strip.core_lines import CoreLines
from counter_app.ui.strip.edge import Side
from counter_app.ui.strip.foot import StripFoot
from counter_app.ui.strip.head import StripHead
from counter_app.ui.strip.work import StripWork
from counter_app.ui.widgets.base import column, row, rule

HEAD_WIDTH, CORE_WIDTH, ACTS_WIDTH = 204, 280, 340
MOST_WIDTH = 16_777_215
"""Qt's own bound of a widget's width: none."""


class StripParts:
    """What stands in the strip, in whichever order."""

    def __init__(self, frame: Frame, desk: Desk) -> None:
        self.theme = theme = desk.means.theme
        self.bar, self.head = StripBar(theme), StripHead(desk.parts)
        self.work = StripWork(desk)
        self.core = CoreLines(desk.parts, self.work.form)
        self.acts, self.foot = StripActs(theme, frame), StripFoot(desk.parts)

    def set_short(self, *, short: bool) -> None:
        """Where height is short, each part shows only what it must."""
        self.head.set_short(short)
        self.work.set_short(short)
        self.foot.set_short(short)

    def set_flat(self, *, flat: bool) -> None:
        """Each part as low as it can be."""
        for part in (self.head, self.work, self.core, self.acts, self.foot):
            part.set_flat(flat)


def arrange(parts: StripParts, side: Side) -> QWidget:
    """All parts in a new widget, in the order of that edge."""
    flat = side is Side.BOTTOM
    parts.set_flat(flat=flat)
    return Abreast(parts) if flat else Stacked(parts)


class Stacked(QFrame):
    """From top to bottom; what is done now has the height that is left."""

    def __init__(self, parts: StripParts) -> None:
        super().__init__()
        self.setProperty("edge", "left")
        lines = column(self)
        for part in (parts.head, parts.core):
            part.setMinimumWidth(0)
            part.setMaximumWidth(MOST_WIDTH)
        for above in (parts.bar, parts.head):
            lines.addWidget(above)
        lines.addWidget(parts.work, 1)
        for below in (parts.core, parts.acts, parts.foot):
            lines.addWidget(below)


class Abreast(QFrame):
    """From left to right; what is done now has the width that is left."""

    def __init__(self, parts: StripParts) -> None:
        super().__init__()
        self._parts, self._last = parts, QWidget()
        self.setProperty("edge", "top")
        lines = column(self._last)
        for part in (parts.bar, parts.acts, parts.foot):
            lines.addWidget(part)
        lines.addStretch(1)
        across = row(self)
        beside: tuple[tuple[QWidget, int], ...] = (
            (parts.head, 0),
            (parts.work, 1),
            (parts.core, 0),
        )
        for one, stretch in beside:
            across.addWidget(one, stretch)
            across.addWidget(rule("v"))
        across.addWidget(self._last)
        across.setAlignment(parts.head, Qt.AlignmentFlag.AlignTop)
        across.setAlignment(parts.core, Qt.AlignmentFlag.AlignTop)
        parts.theme.follow(self._restyle)

    def _restyle(self) -> None:
        if self._parts.head.parentWidget() not in (None, self):
            return  # The parts stand elsewhere already.
        px = self._parts.theme.px
        for part, width in (
            (self._parts.head, HEAD_WIDTH),
            (self._parts.core, CORE_WIDTH),
            (self._last, ACTS_WIDTH),
        ):
            part.setFixedWidth(px(width))
