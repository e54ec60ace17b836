"""What a page is to the window: a middle, what stands beside it, and what it offers.

A page renders Views and forwards what the person did. It owns no bar and no pane of its own.
"""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from counter_app.ui.keys import HelpRow
from counter_app.ui.shell.actions import Action
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.step_rail import StepRail
from counter_app.ui.widgets.visit_head import VisitHead

BESIDE_BOX = 36
"""A box's label above it or its hint below, in pixels at 100 %, with the gap between."""


@runtime_checkable
class Knowing(Protocol):
    """A page that also answers what is asked about the business on show; over the keys in the help."""

    def knowledge_rows(self) -> Sequence[HelpRow]:
        """Questions with their answers."""
        ...


class Page(QWidget):
    """The middle of the window. Subclass it: fill `body`, override what differs.

    `offers_changed`: actions, title, help or context are others now; the window asks again.
    `put_head` takes what stays above the scrolling body: `VisitHead`, `StepRail`, a bar.
    """

    offers_changed = Signal()

    wide = False
    """A wide page has neither left nor right pane and no padding of its own."""

    def __init__(self, theme: Theme, code: str) -> None:
        super().__init__()
        self.theme = theme
        self.code = code
        self.head: VisitHead | None = None
        self.compact = False
        self.rail: StepRail | None = None
        self.body: QVBoxLayout = column()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heads = column()
        self._inner = QFrame()
        self._inner.setProperty("ground", "surface")
        self._inner.setLayout(self.body)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inner)
        outer = column(self)
        outer.addLayout(self._heads)
        outer.addWidget(self._scroll, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.follow(self._restyle)

    def title(self) -> str:
        """The name of the page for title bar and screen readers, without personal data."""
        return ""

    def offers(self) -> Sequence[Action]:
        """What can be done here; their keys are on the buttons and in the help."""
        return ()

    def context(self) -> Sequence[QWidget]:
        """Sections of the right pane, from top; the last one stands at the bottom."""
        return ()

    def help_rows(self) -> Sequence[HelpRow]:
        """Keys that act only inside a widget of this page."""
        return ()

    def first_focus(self) -> QWidget | None:
        """Where the focus goes when the page is opened; None: the first that Tab stops at."""
        return None

    def retranslate(self) -> None:
        """The language has changed: set all words again."""

    def entered(self) -> None:
        """The page is shown now."""

    def refresh(self) -> None:
        """Something changed in the store: what is on show reads again."""

    def set_compact(self, compact: bool) -> None:
        """Narrow or low window: bars 32, rows in one line."""
        self.compact = compact
        if self.head is not None:
            self.head.set_compact(compact)
        if self.rail is not None:
            self.rail.set_compact(compact)
        self._restyle()

    def put_head(self, *widgets: QWidget) -> None:
        """Stand these above the body; they do not scroll."""
        for widget in widgets:
            self._heads.addWidget(widget)
            if isinstance(widget, VisitHead):
                self.head = widget
            elif isinstance(widget, StepRail):
                self.rail = widget

    def fill_whole(self) -> None:
        """No scrolling and no padding: the body fills the middle, as a log with its table."""
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            inner = self._scroll.takeWidget()
            outer.replaceWidget(self._scroll, inner)
            outer.setStretchFactor(inner, 1)
            self._scroll.hide()
        self.wide = True
        self._restyle()

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until `widget` can be seen, with its label above and its hint below."""
        if not self._inner.isAncestorOf(widget):
            return
        beside, top = self.theme.px(BESIDE_BOX), widget.mapTo(self._inner, QPoint(0, 0))
        if widget.height() + 2 * beside > self._scroll.viewport().height():
            self._scroll.ensureWidgetVisible(widget, 0, beside)
            return
        # Of a field Qt itself only cares for the caret, and leaves the hint below the edge.
        for edge in (top.y() + widget.height(), top.y()):
            self._scroll.ensureVisible(top.x(), edge, 0, beside)

    def leaf(self, step: int) -> None:
        """Scroll by most of what is seen, down or up (-1)."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + step * round(bar.pageStep() * 0.9))

    def scroll_place(self) -> int:
        """How far the body is scrolled, in pixels; kept when a visit is parked."""
        return self._scroll.verticalScrollBar().value()

    def set_scroll_place(self, place: int) -> None:
        """Scroll to where it was."""
        self._scroll.verticalScrollBar().setValue(place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.offers_changed.emit()

    def _restyle(self) -> None:
        px = self.theme.px
        if self.wide:
            self.body.setContentsMargins(0, 0, 0, 0)
            return
        side = px(16 if self.compact else 24)
        self.body.setContentsMargins(side, px(8 if self.compact else 12), side, px(4))
        self.body.setSpacing(px(8))


def rail_actions(rail: StepRail) -> list[Action]:
    """Alt+1 to Alt+7: go to a step already reached. For the `offers` of a page with a rail."""
    return [
        Action(
            f"rail.{number}",
            step.words,
            lambda at=number: rail.step_chosen.emit(at),  # type: ignore[misc]
            f"Alt+{number + 1}",
            "hidden",
        )
        for number, step in enumerate(rail.reached_steps())
    ]
