"""How the window looks to this person: size, language, colours. Changes at once, and is kept."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from counter_app.i18n import Language
from counter_app.ui.strip.edge import Side, side_of
from counter_app.ui.theme import LOOKS, SCALES, Look, Theme
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.segmented import Segmented
from counter_app.ui.widgets.value_fields import Choice


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a person chose; no edge of the strip where there is none."""

    look: Look
    scale: int
    language: Language
    strip: Side | None = None


@dataclass(frozen=True, slots=True)
class AppearancePort:
    """Where the choice takes effect and is kept: the language now, everything for next time.

    `strip` is there for who has a strip: the edge that it stands at.
    """

    language: Callable[[], Language]
    choose_language: Callable[[Language], object]
    keep: Callable[[Appearance], object]
    strip: Callable[[], Side] | None = None


class AppearanceForm(QWidget):
    """Rows of choices; an arrow key is enough."""

    def __init__(self, theme: Theme, port: AppearancePort) -> None:
        super().__init__()
        self.theme, self._port = theme, port
        self.scale = Segmented(theme, (), "")
        self.language = Segmented(theme, (), "")
        self.look = Segmented(theme, (), "")
        self.strip = Segmented(theme, (), "")
        self._labels = [Label(theme) for _ in range(4)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(2, 1)
        for number, box in enumerate(self._boxes()):
            self._labels[number].setBuddy(box)
            self._grid.addWidget(self._labels[number], number, 0)
            self._grid.addWidget(box, number, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.scale.chosen.connect(self._scale_chosen)
        self.language.chosen.connect(self._language_chosen)
        self.look.chosen.connect(self._look_chosen)
        self.strip.chosen.connect(lambda _side: self._keep())
        for part in (self._labels[3], self.strip):
            part.setVisible(port.strip is not None)
        self.retranslate()
        theme.follow(self._restyle)

    def retranslate(self) -> None:
        """All words again, and what is chosen now."""
        named = (
            (self.scale, self.tr("字号")),
            (self.language, self.tr("语言")),
            (self.look, self.tr("颜色")),
            (self.strip, self.tr("侧条")),
        )
        for label, (box, words) in zip(self._labels, named, strict=True):
            label.setText(words)
            box.setAccessibleName(words)
        self.scale.set_choices([Choice(str(one), f"{one} %") for one in SCALES])
        self.language.set_choices([Choice("zh", "中文"), Choice("en", "English")])
        self.look.set_choices([Choice(one, self._look_words(one)) for one in LOOKS])
        sides = ((Side.RIGHT, self.tr("靠右边")), (Side.BOTTOM, self.tr("靠底边（屏够宽时）")))
        self.strip.set_choices([Choice(side.value, words) for side, words in sides])
        self.scale.set_value(str(self.theme.scale))
        self.language.set_value(self._port.language())
        self.look.set_value(self.theme.look)
        if self._port.strip is not None:
            self.strip.set_value(self._port.strip().value)

    def _boxes(self) -> tuple[Segmented, ...]:
        return self.scale, self.language, self.look, self.strip

    def _look_words(self, look: Look) -> str:
        words: dict[Look, str] = {
            "system": self.tr("跟随系统"),
            "light": self.tr("浅色"),
            "dark": self.tr("深色"),
            "contrast": self.tr("高对比"),
        }
        return words[look]

    def _scale_chosen(self, code: str) -> None:
        self.theme.choose(scale=int(code))
        self._keep()

    def _language_chosen(self, code: str) -> None:
        self._port.choose_language("en" if code == "en" else "zh")
        self._keep()

    def _look_chosen(self, code: str) -> None:
        self.theme.choose(look=next(one for one in LOOKS if one == code))
        self._keep()

    def _keep(self) -> None:
        strip = side_of(self.strip.value()) if self._port.strip is not None else None
        chosen = Appearance(self.theme.look, self.theme.scale, self._port.language(), strip)
        self._port.keep(chosen)

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(self.theme.px(16))
        self._grid.setVerticalSpacing(self.theme.px(12))
