"""Outline icons, tinted with a colour of the theme and kept once drawn.

Owns the drawing of `resources/icons/*.svg`. Chooses neither icon nor colour.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_STROKE = 'stroke-width="2.25"'


class Icons:
    """Draws an icon file in any colour and size; asks the disk once per file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._drawn: dict[tuple[str, int, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, size: int) -> QPixmap:
        """The icon `name` at `size` device-independent pixels. Raises OSError if there is none."""
        ratio = _device_ratio()
        key = (name, colour.rgba(), size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour, size, ratio)
        return self._drawn[key]

    def _draw(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        tinted = self._source(name).replace("currentColor", colour.name())
        renderer = QSvgRenderer(QByteArray(tinted.encode()))
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            text = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            self._sources[name] = text.replace('stroke-width="2"', _STROKE)
        return self._sources[name]


def _device_ratio() -> float:
    """The finest screen decides, so that an icon is never scaled up."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
