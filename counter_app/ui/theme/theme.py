"""One theme: colours, type and sizes of the moment, and the signal that they changed.

Owns the choice of look and scale and what Qt is told about it. Widgets take every colour, font
and length from here and keep none of their own.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QToolTip

from counter_app.ui.theme.fonts import FAMILIES
from counter_app.ui.theme.icons import Icons
from counter_app.ui.theme.palette import SCHEMES, Scheme, load_colours
from counter_app.ui.theme.sheet import fill
from counter_app.ui.theme.system import system_scheme

Look = Literal["system", "light", "dark", "contrast"]
Role = Literal["figure", "title", "head", "headbold", "body", "strong", "small", "smallstrong"]

LOOKS: tuple[Look, ...] = ("system", "light", "dark", "contrast")
SCALES: tuple[int, ...] = (100, 115, 130, 150)

# Size in logical pixels and weight; line heights come with the font.
_TYPE: dict[Role, tuple[int, int]] = {
    "figure": (28, 700),
    "title": (20, 500),
    "head": (17, 500),
    "headbold": (17, 700),
    "body": (15, 400),
    "strong": (15, 500),
    "small": (13, 400),
    "smallstrong": (13, 500),
}


class Theme(QObject):
    """The look in force. `changed` is emitted after colours, sizes or both have changed."""

    changed = Signal()

    def __init__(
        self,
        resources: Path,
        look: Look = "system",
        scale: int = 100,
        system: Callable[[], Scheme] = system_scheme,
    ) -> None:
        super().__init__()
        themes = resources / "themes"
        self._schemes = {scheme: load_colours(themes, scheme) for scheme in SCHEMES}
        self._template = (themes / "window.qss").read_text(encoding="utf-8")
        self._icons = Icons(resources / "icons")
        self._fonts: dict[tuple[Role, int], QFont] = {}
        self._look: Look = look
        self._scale = scale
        self._system = system
        self._colours = self._schemes[self._resolved()]
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    @property
    def look(self) -> Look:
        """What the person chose; `system` follows the operating system."""
        return self._look

    @property
    def scheme(self) -> Scheme:
        """What is shown now."""
        return self._colours.scheme

    @property
    def scale(self) -> int:
        """Size of everything in percent."""
        return self._scale

    def choose(self, look: Look | None = None, scale: int | None = None) -> None:
        """Change look, scale or both and repaint everything."""
        self._look = look or self._look
        self._scale = scale or self._scale
        self._refresh()

    def px(self, length: float) -> int:
        """A length of the 100 % drawing in pixels of the present scale."""
        return round(length * self._scale / 100)

    def colour(self, token: str) -> QColor:
        """The colour of a token. Raises KeyError for an unknown one."""
        return QColor(self._colours[token])

    def font(self, role: Role) -> QFont:
        """The font of a role at the present scale."""
        size, weight = _TYPE[role]
        key = (role, self._scale)
        if key not in self._fonts:
            font = QFont()
            font.setFamilies(list(FAMILIES))
            font.setPixelSize(self.px(size))
            font.setWeight(QFont.Weight(weight))
            self._fonts[key] = font
        return self._fonts[key]

    def pixmap(self, icon: str, token: str = "ink", size: int = 16) -> QPixmap:
        """An icon in a token's colour; `size` at 100 %."""
        return self._icons.pixmap(icon, self.colour(token), self.px(size))

    def icon(self, icon: str, token: str = "ink", size: int = 16) -> QIcon:
        """The same for what wants a QIcon."""
        return QIcon(self.pixmap(icon, token, size))

    def draw_icon(self, painter: QPainter, place: QRect, icon: str, token: str) -> None:
        """Draw an icon centred in `place`, as large as the smaller side."""
        side = min(place.width(), place.height())
        drawn = self._icons.pixmap(icon, self.colour(token), side)
        corner = place.center() - QPoint((side - 1) // 2, (side - 1) // 2)
        painter.drawPixmap(corner, drawn)

    def follow(self, restyle: Callable[[], None]) -> None:
        """Call `restyle` now and whenever the theme changes. Give a method of a living widget."""
        self.changed.connect(restyle)
        restyle()

    def style_sheet(self) -> str:
        """The application's style sheet for the present scheme and scale."""
        return fill(self._template, self._colours, self._scale / 100)

    def apply(self, app: QApplication) -> None:
        """Dress the application: base style, palette, font, style sheet."""
        app.setStyle("Fusion")
        self._dress(app)

    def _dress(self, app: QApplication) -> None:
        # Off first: laid over one that is on, each widget hands its font and palette down to all below
        # it once more, and the whole window takes three times as long.
        app.setStyleSheet("")
        app.setPalette(self._colours.qt_palette())
        app.setFont(self.font("body"))
        QToolTip.setFont(self.font("small"))
        app.setStyleSheet(self.style_sheet())

    def _refresh(self) -> None:
        self._colours = self._schemes[self._resolved()]
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._dress(app)
        self.changed.emit()

    def _resolved(self) -> Scheme:
        return self._system() if self._look == "system" else self._look

    def _system_changed(self) -> None:
        if self._look == "system" and self._resolved() != self.scheme:
            self._refresh()
