"""A field on the page: label above, box, and one line kept free for hint or error.

Owns label, hint, error and what a screen reader hears of them. Decides nothing about the value.
"""

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import announce, column, mark, row
from counter_app.ui.widgets.label import LinesLabel, StateLines
from counter_app.ui.widgets.option_card import OptionGroup
from counter_app.ui.widgets.painting import draw_ring

NARROW_LABEL, TIGHT_LABEL = 96, 128


class FieldRow(QWidget):
    """Label, box, hint or error; nothing moves when one replaces the other.

    `box` is any control with a visible frame: a field of this kit or a group of options.
    """

    def __init__(self, theme: Theme, label: str, box: QWidget, hint: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.box = box
        self._hint, self._error = hint, ""
        self._label = LinesLabel(theme, label)
        self._label.setBuddy(box)
        self._under = StateLines(theme, "", hint)
        self._ring: _OuterRing | None = None
        self._column = column(self)
        self._arrange()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setAccessibleName(label)
        box.setAccessibleDescription(hint)
        box.installEventFilter(self)
        theme.follow(self._restyle)

    def set_label(self, words: str) -> None:
        """Change the label and with it the name of the box."""
        self._label.setText(words)
        self._fit_label()
        self.box.setAccessibleName(words)
        if isinstance(self.box, OptionGroup):
            self.box.ask(words)

    def label(self) -> str:
        """The words above the box."""
        return self._label.text()

    def set_hint(self, hint: str) -> None:
        """What helps to fill the box; hidden while there is an error."""
        self._hint = hint
        self._show_under()

    def set_error(self, sentence: str) -> None:
        """Show a fault that says what to do; an empty sentence takes it away."""
        if sentence and sentence != self._error:
            announce(self.box, sentence)
        self._error = sentence
        self._show_under()

    def error(self) -> str:
        """The fault on show; empty if there is none."""
        return self._error

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and event.type() in (
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
            QEvent.Type.Move,
            QEvent.Type.Resize,
        ):
            self._place_ring(event.type() == QEvent.Type.FocusIn or self.box.hasFocus())
        return False

    def event(self, event: QEvent) -> bool:
        """The ring stands in the parent, over its neighbours: it goes where the row goes."""
        handled = super().event(event)
        if event.type() in (
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Show,
            QEvent.Type.Hide,
            QEvent.Type.ParentChange,
        ):
            self._place_ring(self.box.hasFocus())
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_label()

    def _fit_label(self) -> None:
        """A label of several lines keeps them: the row's own height does not follow from its width."""
        px = self.theme.px
        self._label.fit(max(self._label_room(), px(40)), px(24))

    def _label_room(self) -> int:
        return self.width()

    def _arrange(self) -> None:
        for part in (self._label, self.box, self._under):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _show_under(self) -> None:
        wrong = bool(self._error)
        if wrong:
            self._under.set_state("circle-x", self._error, "bad")
        else:
            self._under.set_state("", self._hint, "ink2")
        mark(self.box, "state", "error" if wrong else "")
        self.box.setAccessibleDescription(self._error or self._hint)
        self._place_ring(self.box.hasFocus())

    def _place_ring(self, focused: bool) -> None:
        host = self.parentWidget()
        if not (focused and self._error and host is not None and self.isVisible()):
            if self._ring is not None:
                self._ring.hide()
            return
        if self._ring is None:
            self._ring = _OuterRing(self.theme, host)
            self.destroyed.connect(self._ring.deleteLater)
        elif self._ring.parentWidget() is not host:
            self._ring.setParent(host)
        place = QRect(self.box.mapTo(host, self.box.rect().topLeft()), self.box.size())
        self._ring.setGeometry(place.adjusted(-4, -4, 4, 4))
        self._ring.show()
        self._ring.raise_()

    def _restyle(self) -> None:
        px = self.theme.px
        self._fit_label()
        self._column.setSpacing(px(2))
        self.setMinimumHeight(px(88))


class NarrowFieldRow(FieldRow):
    """For a narrow window: label beside the box; the line under it is there for a fault alone."""

    label_width: ClassVar[int] = NARROW_LABEL

    def _arrange(self) -> None:
        across = row()
        across.addWidget(self._label)
        across.addWidget(self.box, 1)
        self._column.addLayout(across)
        self._column.addWidget(self._under)
        self._under.hide()

    def _label_room(self) -> int:
        return self.theme.px(self.label_width)

    def _show_under(self) -> None:
        super()._show_under()
        self._under.setVisible(bool(self._error))
        self.box.setToolTip(self._hint)

    def _restyle(self) -> None:
        px = self.theme.px
        self._label.setFixedWidth(px(self.label_width))
        self._fit_label()
        self.box.setMinimumWidth(px(NARROW_LABEL))
        self._column.setSpacing(px(2))


class TightFieldRow(NarrowFieldRow):
    """The same where the window is wide: longer labels keep to two lines."""

    label_width = TIGHT_LABEL


class _OuterRing(QWidget):
    """The ring round a field that has both an error and the focus."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_ring(QPainter(self), self.theme, self.rect(), self.theme.px(4))
