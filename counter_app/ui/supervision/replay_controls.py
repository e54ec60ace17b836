"""The play row of a replay: to the start, back, play, on, how fast, and the time shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.segmented import Segmented
from counter_app.ui.widgets.value_fields import Choice

PLAY_KEY = "Alt+P"
_PLAIN, _FAST = "1", "4"


class ReplayControls(QWidget):
    """Says what was pressed; `step` is -2 for the start, -1 for back, 1 for on."""

    stepped = Signal(int)
    play_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._start = Button(theme, "", kind="small", icon="skip-back")
        self._back = Button(theme, "", kind="small", icon="step-back")
        self.play = Button(theme, "", PLAY_KEY, kind="small", icon="play")
        self._on = Button(theme, "", kind="small", icon="step-forward")
        self._speed = Segmented(theme, self._speeds(), _PLAIN)
        self._time = Label(theme, "", "body")
        self._row = row(self)
        for part in (self._start, self._back, self.play, self._on, self._speed):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self._time)
        self._start.clicked.connect(lambda _checked=False: self.stepped.emit(-2))
        self._back.clicked.connect(lambda _checked=False: self.stepped.emit(-1))
        self._on.clicked.connect(lambda _checked=False: self.stepped.emit(1))
        self.play.clicked.connect(lambda _checked=False: self.play_pressed.emit())
        theme.follow(self._restyle)

    def speed(self) -> int:
        """How many events a second."""
        return int(self._speed.value() or _PLAIN)

    def set_playing(self, playing: bool) -> None:
        """Say whether it plays."""
        if playing:
            self.play.set_words(self.tr("暂停"), "circle-pause")
        else:
            self.play.set_words(self.tr("播放"), "play")

    def set_time(self, shown: str, end: str) -> None:
        """The moment shown, and the last one."""
        self._time.setText(f"{shown} / {end}" if shown else "")

    def retranslate(self) -> None:
        """All words again."""
        named = (
            (self._start, self.tr("到开头")),
            (self._back, self.tr("退一步")),
            (self._on, self.tr("进一步")),
        )
        for button, words in named:
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._speed.setAccessibleName(self.tr("速度"))
        self._speed.set_choices(self._speeds())

    def _speeds(self) -> tuple[Choice, Choice]:
        return Choice(_PLAIN, "1×"), Choice(_FAST, "4×")

    def _restyle(self) -> None:
        self._row.setSpacing(self.theme.px(8))
        self.setFixedHeight(self.theme.px(32))
