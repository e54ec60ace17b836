"""Looks over a shown window as a person with a screen reader, a keyboard or weak eyes would.

`audit(window)` gives what is not in order; a test of a page asserts that it is nothing. It takes no
picture of beauty: passing is needed, not enough.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from counter_app.ui.theme.palette import contrast

SMALLEST_TARGET = 24
ENOUGH_CONTRAST = 4.5
EDGE = 1
"""Pixels that rounding may take from an edge."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one thing: `no-name`, `clipped`, `off-screen`…"""

    code: str
    what: str


def audit(window: QWidget) -> list[Finding]:
    """All findings in a shown window, in no particular order."""
    image = window.grab().toImage()
    found = [*_names(window), *_labels(window, image), *_places(window), *_shortcuts(window)]
    return sorted(set(found), key=lambda each: (each.code, each.what))


def controls(window: QWidget) -> list[QWidget]:
    """What a person can act on: everything that Tab stops at, and all visible buttons."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


def spoken_name(widget: QWidget) -> str:
    """The name that a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)) if interface is not None else ""


def _names(window: QWidget) -> Iterator[Finding]:
    said: Counter[tuple[str, str, str]] = Counter()
    for widget in controls(window):
        own = widget.accessibleName()
        if not own and isinstance(widget, QAbstractButton):
            own = widget.text()
        if not own:
            code = "borrowed-name" if spoken_name(widget) else "no-name"
            yield Finding(code, _tell(widget))
            continue
        said[type(widget).__name__, own, widget.accessibleDescription()] += 1
    for (kind, name, _description), count in said.items():
        if count > 1:
            yield Finding("same-name", f"{count} x {kind} {name}")
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.accessibleName():
            yield Finding("named-label", label.text())


def _labels(window: QWidget, image: QImage) -> Iterator[Finding]:
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or label.visibleRegion().isEmpty():
            continue
        if (_cut(label) or _cut_off(label, window)) and not label.toolTip():
            yield Finding("clipped", label.text())
        if label.property("role"):
            ground = _commonest(image, window, label)
            ink = label.palette().color(label.foregroundRole()).name()
            if ground and contrast(ink, ground) < ENOUGH_CONTRAST:
                yield Finding("contrast", f"{label.text()} {ink} on {ground}")
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and not button.toolTip():
            wanted = button.sizeHint().width()
            if button.width() < wanted and button.minimumSizeHint().width() >= wanted:
                yield Finding("clipped", button.text())


def _cut(label: QLabel) -> bool:
    room = label.contentsRect()
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    return label.fontMetrics().horizontalAdvance(label.text()) > room.width() + 1


def _commonest(image: QImage, window: QWidget, label: QLabel) -> str:
    """The commonest colour behind a label: its ground."""
    ratio = image.devicePixelRatio()
    corner = label.mapTo(window, QPoint(0, 0))
    place = QRect(corner, label.size()).intersected(window.rect())
    seen = label.visibleRegion().boundingRect().translated(corner)
    place = place.intersected(seen)
    if place.isEmpty():
        return ""
    scaled = QRect(place.topLeft() * ratio, place.size() * ratio)
    piece = image.copy(scaled).convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(piece.constBits()).cast("I")[::3]
    ((colour, _times),) = Counter(pixels.tolist()).most_common(1)
    return f"#{colour & 0xFFFFFF:06x}"


def _places(window: QWidget) -> Iterator[Finding]:
    for widget in controls(window):
        if min(widget.width(), widget.height()) < SMALLEST_TARGET:
            yield Finding("small-target", f"{_tell(widget)} {widget.width()}x{widget.height()}")
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        if not window.rect().contains(place) and not _can_scroll(widget, window):
            yield Finding("off-screen", f"{_tell(widget)} {place.getRect()}")
        elif _cut_off(widget, window):
            yield Finding("cut-off", f"{_tell(widget)} {place.getRect()}")
    yield from _overlaps(window)


def _overlaps(window: QWidget) -> Iterator[Finding]:
    shown = [w for w in controls(window) if not isinstance(w, QAbstractScrollArea)]
    for number, first in enumerate(shown):
        for second in shown[number + 1 :]:
            if first.parentWidget() is second.parentWidget() and first.geometry().intersects(
                second.geometry().adjusted(1, 1, -1, -1)
            ):
                yield Finding("overlap", f"{_tell(first)} / {_tell(second)}")


def _can_scroll(widget: QWidget, window: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _cut_off(widget: QWidget, window: QWidget) -> bool:
    """Whether a part round it hides some of it for good: what can be scrolled to is not hidden."""
    place, inner, parent = QRect(QPoint(0, 0), widget.size()), widget, widget.parentWidget()
    while inner is not window and parent is not None:
        place.translate(inner.pos())
        room, outer = parent.rect().adjusted(-EDGE, -EDGE, EDGE, EDGE), parent.parentWidget()
        if isinstance(outer, QScrollArea) and outer.viewport() is parent:
            fixed = outer.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            return fixed and (place.left() < room.left() or place.right() > room.right())
        if not room.contains(place):
            return True
        inner, parent = parent, outer
    return False


def _shortcuts(window: QWidget) -> Iterator[Finding]:
    keys = Counter(
        shortcut.key().toString()
        for shortcut in window.findChildren(QShortcut)
        if shortcut.isEnabled()
    )
    for key, count in keys.items():
        if count > 1:
            yield Finding("same-key", f"{count} x {key}")


def _tell(widget: QWidget) -> str:
    kind = type(widget).__name__
    state = " chosen" if isinstance(widget, QRadioButton) and widget.isChecked() else ""
    return f"{kind}{state} {spoken_name(widget) or '?'}"
