"""The few shapes that widgets paint themselves: edges, key caps, check marks, rings.

Every colour comes from the theme; nothing here knows what it is drawn for.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from counter_app.ui.theme import Theme

CAP_HEIGHT = 20
CAP_PADDING = 5


def draw_box(
    painter: QPainter, box: QRect, fill: QColor | None, edge: tuple[QColor, float], radius: float
) -> None:
    """A rounded rectangle whose edge of `(colour, width)` lies inside `box`."""
    colour, width = edge
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width) if width else Qt.PenStyle.NoPen)
    inset = width / 2
    painter.drawRoundedRect(
        QRectF(box).adjusted(inset, inset, -inset, -inset),
        max(radius - inset, 0),
        max(radius - inset, 0),
    )
    painter.restore()


def draw_ring(painter: QPainter, theme: Theme, box: QRect, radius: float) -> None:
    """The outer focus ring: a gap of 2 in `surface`, then 2 in `accent`, inside `box`."""
    draw_box(painter, box, None, (theme.colour("accent"), 2), radius + 4)
    draw_box(painter, box.adjusted(2, 2, -2, -2), None, (theme.colour("surface"), 2), radius + 2)


def cap_size(theme: Theme, key: str) -> QSize:
    """The room that a key cap takes."""
    width = QFontMetrics(theme.font("small")).horizontalAdvance(key)
    return QSize(width + 2 * theme.px(CAP_PADDING) + 2, theme.px(CAP_HEIGHT))


def draw_cap(
    painter: QPainter, theme: Theme, box: QRect, key: str, tokens: tuple[str, str]
) -> None:
    """A key cap filling `box`; `tokens` are those of its border and of its words."""
    border, ink = tokens
    draw_box(painter, box, None, (theme.colour(border), 1), theme.px(3))
    painter.save()
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def draw_tick(painter: QPainter, box: QRect, colour: QColor) -> None:
    """A check mark in the middle of `box`."""
    side = box.width()
    points = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.31))
    line = [QPointF(box.x() + x * side, box.y() + y * side) for x, y in points]
    _stroke(painter, line, colour, side / 11)


def draw_cross(painter: QPainter, box: QRect, colour: QColor) -> None:
    """A cross in the middle of `box`."""
    side = box.width()
    for start, end in (((0.32, 0.32), (0.68, 0.68)), ((0.68, 0.32), (0.32, 0.68))):
        line = [QPointF(box.x() + x * side, box.y() + y * side) for x, y in (start, end)]
        _stroke(painter, line, colour, side / 11)


def draw_radio(painter: QPainter, theme: Theme, box: QRect, chosen: bool) -> None:
    """A radio of 20 filling `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = theme.px(2) if chosen else 1
    painter.setPen(QPen(theme.colour("accent" if chosen else "ctl"), width))
    painter.setBrush(theme.colour("surface"))
    inset = width / 2
    painter.drawEllipse(QRectF(box).adjusted(inset, inset, -inset, -inset))
    if chosen:
        dot = box.width() * 0.27
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QRectF(box).adjusted(dot, dot, -dot, -dot))
    painter.restore()


def elided(painter_font: QFontMetrics, words: str, width: int) -> str:
    """`words` cut with an ellipsis to `width` pixels, if they are longer.

    Qt's own elision also cuts words whose width is a fraction above a whole pixel.
    """
    if painter_font.horizontalAdvance(words) <= width:
        return words
    return painter_font.elidedText(words, Qt.TextElideMode.ElideRight, max(width, 0))


def _stroke(painter: QPainter, points: list[QPointF], colour: QColor, width: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
    painter.restore()
