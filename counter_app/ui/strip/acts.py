"""The strip's buttons: unfold and lock above, park, print and on below. Each shows its key."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.forms.run_state import StepId
from counter_app.ui.desk.case_page import CasePage
from counter_app.ui.desk.done_page import DonePage
from counter_app.ui.desk.express_page import ExpressPage
from counter_app.ui.keys import Key, meaning
from counter_app.ui.shell import Frame, Page
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import panel, row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.label import ElidedLabel
from counter_app.ui.words.marks import listed


class StripBar(QWidget):
    """Which window this is and where the keyboard is. `unfolded` and `locked` when asked."""

    unfolded = Signal()
    locked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._title = ElidedLabel(theme, "", "small", "barink")
        self._fold = Button(theme, "", Key.STRIP.value, "bar")
        self._lock = Button(theme, "", Key.LOCK.value, "bar")
        bar = panel("bar")
        row(self).addWidget(bar)
        self._across = row(bar)
        self._across.addWidget(self._title, 1)
        self._across.addWidget(self._fold)
        self._across.addWidget(self._lock)
        self._fold.clicked.connect(self.unfolded)
        self._lock.clicked.connect(self.locked)
        theme.follow(self._restyle)

    def show_words(self, window: str, wide: Sequence[str], *, has_keys: bool) -> None:
        """The window's number, or that the keys go elsewhere now, save those held everywhere."""
        here = self.tr("侧条　{window} 号").format(window=window)
        always = self.tr("F 键此刻归核心系统；{keys} 随时可用")
        words = always.format(keys=listed(wide))
        never = self.tr("键只在侧条有焦点时起作用，点一下侧条就回来")
        self._title.setText(here if has_keys else self.tr("键盘在核心系统"))
        self.setToolTip("" if has_keys else words if wide else never)
        self._fold.set_words(self.tr("展开"))
        self._lock.set_words(self.tr("锁"))

    def _restyle(self) -> None:
        px = self.theme.px
        self._across.setContentsMargins(px(12), px(2), px(8), px(2))
        self._across.setSpacing(px(6))


class StripActs(QWidget):
    """What the page on show offers with F7 and F9, and its way on."""

    def __init__(self, theme: Theme, frame: Frame) -> None:
        super().__init__()
        self.theme, self._frame, self._flat = theme, frame, False
        self._park = Button(theme, "", Key.PARK.value, "small")
        self._print = Button(theme, "", Key.PRINT.value, "small")
        self.on = Button(theme, "", Key.NEXT.value, "primary")
        self._across = row(self)
        for button in (self._park, self._print, self.on):
            self._across.addWidget(button)
        self._park.clicked.connect(lambda: self._run(Key.PARK.value))
        self._print.clicked.connect(lambda: self._run(Key.PRINT.value))
        self.on.clicked.connect(lambda: self._run(self.on.key))
        theme.follow(self._restyle)

    def show_page(self, page: Page | None) -> None:
        """The buttons of this page; one that it does not offer is not there."""
        offers = self._frame.offers
        park = offers.with_key(Key.PARK.value)
        lists = park is not None and park.code == "desk.parked"
        self._park.set_words(self.tr("清单") if lists else self.tr("挂起"))
        self._park.setToolTip(park.words if park else "")
        self._park.setVisible(park is not None)
        self._print.set_words(self.tr("打印"))
        self._print.setVisible(offers.with_key(Key.PRINT.value) is not None)
        on = next((one for one in offers.all() if one.place == "primary"), None)
        whole = on.words if on else (page.title() if page else "")
        self.on.set_key(on.key if on else Key.NEXT.value)
        self.on.set_words(self._short(whole, page))
        self.on.setToolTip(whole)

    def set_flat(self, flat: bool) -> None:
        """As low as it can be, as in a strip along the lower edge."""
        self._flat = flat
        self._restyle()

    def _short(self, words: str, page: Page | None) -> str:
        """下一步 without the step's name, 办结 without the count: three buttons stand in the width."""
        if isinstance(page, ExpressPage):
            return self.tr("办结")
        if isinstance(page, DonePage) or self.on.key == Key.CALL:
            return self.tr("下一位")
        if isinstance(page, CasePage) and page.step is not StepId.COMPLETION:
            return meaning(Key.NEXT)
        return words

    def _run(self, key: str) -> None:
        found = self._frame.offers.with_key(key)
        if found is not None:
            self._frame.offers.run(found.code)

    def _restyle(self) -> None:
        px = self.theme.px
        edge = px(3 if self._flat else 8)
        self._across.setContentsMargins(px(12), edge, px(12), edge)
        self._across.setSpacing(px(6))
