"""Words on the page: one label class for every size and ink, and icon with word.

No label carries an accessible name: one would hide the words that stand on it.
"""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from counter_app.ui.theme import Role, Theme
from counter_app.ui.widgets.base import mark, reveal, row
from counter_app.ui.widgets.painting import elided

MOST_HEIGHT = 2000
"""What no label reaches: the room in which lines are counted."""


class Label(QLabel):
    """Plain words in a role and an ink of the theme."""

    def __init__(
        self,
        theme: Theme,
        words: str = "",
        role: Role = "body",
        ink: str = "ink",
        *,
        wrap: bool = False,
    ) -> None:
        super().__init__(words)
        self.theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("ink", ink)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Words that wrap need one line; the true height follows from the width."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        margins = self.contentsMargins()
        line = self.fontMetrics().height() + margins.top() + margins.bottom()
        return QSize(self.theme.px(40), line)

    def set_ink(self, ink: str) -> None:
        """Change the colour, by token."""
        mark(self, "ink", ink)

    def set_role(self, role: Role) -> None:
        """Change size and weight."""
        mark(self, "role", role)


class ElidedLabel(Label):
    """One line that gives way with an ellipsis; the whole stands in the tooltip and the tree."""

    def __init__(
        self, theme: Theme, words: str = "", role: Role = "body", ink: str = "ink"
    ) -> None:
        super().__init__(theme, words, role, ink)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Narrow: the layout may take the room away."""
        return QSize(self.theme.px(24), super().minimumSizeHint().height())

    def is_elided(self) -> bool:
        """Whether the words do not fit now."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._tell_whole()

    def setText(self, words: str) -> None:
        super().setText(words)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = elided(self.fontMetrics(), self.text(), self.contentsRect().width())
        painter.drawText(self.contentsRect(), self.alignment(), words)

    def _tell_whole(self) -> None:
        self.setToolTip(self.text() if self.is_elided() else "")


class IconLabel(QLabel):
    """An icon that repeats in a shape what a word beside it says; silent for screen readers."""

    def __init__(self, theme: Theme, icon: str, token: str = "ink", size: int = 16) -> None:
        super().__init__()
        self.theme = theme
        self._icon, self._token, self._size = icon, token, size
        theme.follow(self._restyle)

    def set_icon(self, icon: str, token: str) -> None:
        """Show another icon or colour; no icon for an empty name."""
        self._icon, self._token = icon, token
        self._restyle()

    def _restyle(self) -> None:
        side = self.theme.px(self._size)
        self.setFixedSize(side, side)
        if not self._icon:
            self.hide()
            return
        reveal(self, True)
        self.setPixmap(self.theme.pixmap(self._icon, self._token, self._size))


class StateLabel(QWidget):
    """A state in words with its icon: never colour alone."""

    def __init__(
        self, theme: Theme, icon: str = "", words: str = "", ink: str = "ink2", role: Role = "small"
    ) -> None:
        super().__init__()
        self.theme = theme
        self._picture = IconLabel(theme, icon, ink, 16 if role != "small" else 14)
        self._words = self._label(words, role, ink)
        box = row(self)
        box.addWidget(self._picture)
        box.addWidget(self._words, 1)
        theme.follow(self._restyle)

    def _label(self, words: str, role: Role, ink: str) -> Label:
        return ElidedLabel(self.theme, words, role, ink)

    def set_state(self, icon: str, words: str, ink: str) -> None:
        """Show another state."""
        self._picture.set_icon(icon, ink)
        self._words.setText(words)
        self._words.set_ink(ink)

    def words(self) -> str:
        """The words on show."""
        return self._words.text()

    def _restyle(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(self.theme.px(4))


class LinesLabel(Label):
    """Words that wrap and whose height their row tells: layouts must not work it out once more."""

    def __init__(self, theme: Theme, words: str, role: Role = "body", ink: str = "ink") -> None:
        super().__init__(theme, words, role, ink, wrap=True)

    def hasHeightForWidth(self) -> bool:
        return False

    def fit(self, width: int, one_line: int) -> int:
        """Be, and tell, as high as the words need in this width; one line has the height `one_line`."""
        self.ensurePolished()
        font = self.fontMetrics()
        # Not heightForWidth: it never tells less than the height kept before, in a larger type as well.
        words = font.boundingRect(
            QRect(0, 0, width, MOST_HEIGHT), Qt.TextFlag.TextWordWrap, self.text()
        )
        lines = max(1, round(words.height() / font.lineSpacing()))
        needed = one_line + (lines - 1) * font.lineSpacing()
        self.setFixedHeight(needed)
        return needed


class StateLines(StateLabel):
    """The same on as many lines as its words need; one line's height stays when there are none."""

    def set_state(self, icon: str, words: str, ink: str) -> None:
        super().set_state(icon, words, ink)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _label(self, words: str, role: Role, ink: str) -> Label:
        self._lines = LinesLabel(self.theme, words, role, ink)
        return self._lines

    def _restyle(self) -> None:
        super()._restyle()
        self._fit()

    def _fit(self) -> None:
        """The row's own height does not follow from its width, so it is told."""
        icon = 0 if self._picture.isHidden() else self._picture.width() + self.theme.px(4)
        room = max(self.width() - icon, self.theme.px(40))
        self.setFixedHeight(self._lines.fit(room, self.theme.px(20)))
