"""The result of a case: verdict, number in the largest type, the core's serial."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import announce, column, row
from counter_app.ui.widgets.label import IconLabel, Label
from counter_app.ui.widgets.painting import draw_box


class ResultCard(QFrame):
    """A card in the colour of its outcome; icon and words say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._tone = "ok"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon = IconLabel(theme, "circle-check", "ok", 28)
        self._verdict = Label(theme, "", "body", "ok", wrap=True)
        self._number = Label(theme, "", "figure")
        self._number_name = Label(theme, "", "body", "ink2")
        self._serial_name = Label(theme, "", "small", "ink2")
        self._serial = Label(theme, "", "body")
        number = row()
        number.addWidget(self._number)
        number.addWidget(self._number_name)
        number.addStretch(1)
        number.setSpacing(theme.px(12))
        words = column()
        words.addWidget(self._verdict)
        words.addLayout(number)
        serial = column()
        serial.addStretch(1)
        serial.addWidget(self._serial_name)
        serial.addWidget(self._serial)
        serial.addStretch(1)
        self._row = row(self)
        self._row.addWidget(self._icon)
        self._row.addLayout(words, 1)
        self._row.addLayout(serial)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.follow(self._restyle)

    def show_result(self, verdict: str, number: str, serial: str, *, bad: bool) -> None:
        """Show how the case ended."""
        if verdict != self._verdict.text():
            announce(self, f"{verdict} {number}")
        self.setAccessibleName(f"{verdict} {number}")
        self._tone = "bad" if bad else "ok"
        self._icon.set_icon("circle-x" if bad else "circle-check", self._tone)
        self._verdict.setText(verdict)
        self._verdict.set_ink(self._tone)
        self._number.setText(number)
        self._number_name.setText(self.tr("受理编号"))
        self._serial_name.setText(self.tr("核心流水号"))
        self._serial.setText(serial)
        for part in (self._serial_name, self._serial):
            part.setVisible(bool(serial))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self.theme.colour
        edge = (colour(f"{self._tone}l"), 1)
        if self.hasFocus():
            edge = (colour("accent"), 2)
        draw_box(painter, self.rect(), colour(f"{self._tone}s"), edge, self.theme.px(4))

    def _restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(px(16), px(12), px(16), px(12))
        self._row.setSpacing(px(16))
