"""Size, language and look of the window: chosen before sign-on, and at once."""

from typing import cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.theme.theme import SCALES, Look
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.segmented import Segmented
from counter_app.ui.widgets.value_fields import Choice


class LookRow(QWidget):
    """Three choices in a line; one under the other where the line is too short."""

    language_chosen = Signal(str)
    look_chosen = Signal(str)
    scale_chosen = Signal(int)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self.theme = theme
        self._labels = [Label(theme) for _each in range(3)]
        self.sizes = Segmented(theme, [Choice(str(s), f"{s}%") for s in SCALES], str(theme.scale))
        both = [Choice("zh", "中文"), Choice("en", "English")]
        self.languages = Segmented(theme, both, language)
        self.looks = Segmented(theme, self._look_choices(), theme.look)
        self.sizes.chosen.connect(self._size_chosen)
        self.languages.chosen.connect(self.language_chosen)
        self.looks.chosen.connect(self._look_chosen)
        self._box: QBoxLayout = row(self)
        self._pairs = [
            self._pair(label, choice)
            for label, choice in zip(
                self._labels, (self.sizes, self.languages, self.looks), strict=True
            )
        ]
        self._box.setStretchFactor(self._pairs[-1], 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.retranslate()
        theme.follow(self._restyle)

    def retranslate(self) -> None:
        """Set the words again."""
        words = (self.tr("字号"), self.tr("语言"), self.tr("外观"))
        for label, word in zip(self._labels, words, strict=True):
            label.setText(word)
        self.looks.set_choices(self._look_choices())
        self._arrange()

    def set_language(self, language: str) -> None:
        """Which language is in force."""
        self.languages.set_value(language)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest choice: the line breaks."""
        widest = max(self._wanted(pair) for pair in self._pairs)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _pair(self, label: Label, choice: Segmented) -> QWidget:
        pair = QWidget()
        inner = row(pair)
        inner.addWidget(label)
        inner.addWidget(choice)
        inner.addStretch(1)
        self._box.addWidget(pair)
        return pair

    def _look_choices(self) -> list[Choice]:
        return [
            Choice("system", self.tr("跟随系统")),
            Choice("light", self.tr("浅")),
            Choice("dark", self.tr("深")),
            Choice("contrast", self.tr("高对比")),
        ]

    def _size_chosen(self, code: str) -> None:
        self.theme.choose(scale=int(code))
        self.scale_chosen.emit(int(code))

    def _look_chosen(self, code: str) -> None:
        self.theme.choose(look=cast(Look, code))
        self.look_chosen.emit(code)

    def _arrange(self) -> None:
        px, ways = self.theme.px, QBoxLayout.Direction
        for pair in self._pairs:
            layout = pair.layout()
            if layout is not None:
                layout.setSpacing(px(8))
        room = self.width() - sum(self._wanted(pair) for pair in self._pairs)
        gap = next((px(one) for one in (24, 12) if 2 * px(one) <= room), 0)
        direction = ways.LeftToRight if gap else ways.TopToBottom
        if self._box.direction() != direction:
            self._box.setDirection(direction)
        self._box.setSpacing(gap or px(8))

    def _wanted(self, pair: QWidget) -> int:
        """The width of label and parts, asked of themselves: the layouts between know it later."""
        labels, parts = pair.findChildren(Label), pair.findChildren(QAbstractButton)
        return sum(one.sizeHint().width() for one in (*labels, *parts)) + self.theme.px(8)

    def _restyle(self) -> None:
        self.sizes.set_value(str(self.theme.scale))
        self.looks.set_value(self.theme.look)
        self._arrange()
