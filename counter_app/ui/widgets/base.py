"""Small things that every widget of the kit needs: properties, frames, announcements."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

_Box = TypeVar("_Box", bound=QBoxLayout)


def mark(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the style sheet looks at, and dress the widget again if it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def reveal(widget: QWidget, shown: bool) -> None:
    """Show or hide a part. One that stands nowhere yet appears with its page, not as a window."""
    if shown and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(shown)


def announce(widget: QWidget, words: str) -> None:
    """Say `words` through a screen reader without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def panel(ground: str = "", edge: str = "") -> QFrame:
    """A frame on one of the theme's grounds with at most one hairline."""
    frame = QFrame()
    if ground:
        frame.setProperty("ground", ground)
    if edge:
        frame.setProperty("edge", edge)
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return frame


def rule(direction: str = "h") -> QFrame:
    """A hairline: `h`, `v`, or `vbar` in the top bar."""
    line = QFrame()
    line.setProperty("rule", direction)
    return line


def column(owner: QWidget | None = None) -> QVBoxLayout:
    """A vertical layout without margins or spacing."""
    return _bare(QVBoxLayout(owner) if owner else QVBoxLayout())


def row(owner: QWidget | None = None) -> QHBoxLayout:
    """A horizontal layout without margins or spacing."""
    return _bare(QHBoxLayout(owner) if owner else QHBoxLayout())


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it be deleted."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def _bare(layout: _Box) -> _Box:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
