"""Left pane, page, right pane: how they stand for each width, and which one is next for F6."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from counter_app.ui.keys import Key
from counter_app.ui.shell.context_pane import ContextPane
from counter_app.ui.shell.layout import WindowLayout
from counter_app.ui.shell.page import Page
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import row, rule
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.focus import give_focus, stops
from counter_app.ui.widgets.queue_list import QueueGroup, QueueLine, QueuePane

LEFT_WIDTH = 280


class Body(QWidget):
    """Three panes, or the page with the right one as a drawer over it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.queue = QueuePane(theme)
        self.pages = QStackedWidget()
        self.context = ContextPane(theme)
        self._layout = WindowLayout("three")
        self._drawer_open = False
        self._signed_on = self._left = True
        self._before_drawer: QWidget | None = None
        self._aside = QWidget()
        self._line = QueueLine(theme)
        self.drawer_button = Button(theme, "", Key.DRAWER, "small")
        self._aside_row = row(self._aside)
        self._aside_row.addWidget(self._line)
        self._aside_row.addWidget(self.drawer_button)
        self._edge = rule("v")
        self._row: QHBoxLayout = row(self)
        self._row.addWidget(self.queue)
        self._row.addWidget(self._edge)
        self._row.addWidget(self.pages, 1)
        self._row.addWidget(self.context)
        theme.follow(self.arrange)

    def set_groups(self, groups: Sequence[QueueGroup]) -> None:
        """What the left pane shows, and its one line."""
        self.queue.set_groups(groups)
        self._line.set_groups(groups)

    def set_signed_on(self, signed_on: bool) -> None:
        """Before sign-on there is only the page."""
        self._signed_on = signed_on
        self.arrange()

    def set_left(self, shown: bool) -> bool:
        """Whether what is open, parked and due stands beside the page; True if that is new."""
        changed, self._left = shown != self._left, shown
        if changed:
            self.arrange()
        return changed

    def page(self) -> Page | None:
        """The page on show."""
        shown = self.pages.currentWidget()
        return shown if isinstance(shown, Page) else None

    def show_page(self, page: Page) -> None:
        """Put a page into the middle; its sections come with `refresh_context`."""
        before = self.page()
        if before is not None and before.head is not None:
            before.head.set_aside(None)
        if before is not None and before.rail is not None:
            before.rail.set_aside(None)
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.close_drawer()

    def refresh_context(self) -> None:
        """Ask the page for its sections again."""
        page = self.page()
        self.context.show_sections(page.context() if page is not None else ())
        self.arrange()

    def set_layout(self, layout: WindowLayout) -> None:
        """Stand as this layout says."""
        if layout != self._layout:
            self._layout = layout
            self._drawer_open = False
        self.arrange()

    def has_drawer(self) -> bool:
        """Whether the right pane is a drawer now and holds anything."""
        page = self.page()
        wide = page is not None and page.wide
        return (
            self._signed_on
            and not wide
            and self._layout.panes != "three"
            and not self.context.is_empty()
        )

    def toggle_drawer(self) -> bool:
        """Open or close the drawer; True if it is open now."""
        if self._drawer_open:
            self.close_drawer()
        elif self.has_drawer():
            self._before_drawer = QApplication.focusWidget()
            self._drawer_open = True
            self.arrange()
            inside = stops(self.context)
            if inside:
                inside[0].setFocus(Qt.FocusReason.PopupFocusReason)
        return self._drawer_open

    def close_drawer(self) -> None:
        """Fold the drawer and give the focus back."""
        if self._drawer_open:
            self._drawer_open = False
            self.arrange()
            give_focus(self._before_drawer)

    def panes(self) -> list[QWidget]:
        """What F6 goes round, without the bars."""
        shown = (self.queue, self.pages, self.context)
        return [pane for pane in shown if pane.isVisible()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_drawer()

    def arrange(self) -> None:
        """Show, hide and place the panes."""
        page = self.page()
        wide = page is not None and page.wide
        panes = self._signed_on and not wide
        three = self._layout.panes == "three"
        self.queue.setFixedWidth(self.theme.px(LEFT_WIDTH))
        left = panes and self._left and not self._layout.compact
        self.queue.setVisible(left)
        self._edge.setVisible(left)
        if three and self._row.indexOf(self.context) < 0:
            self._row.addWidget(self.context)
        elif not three and self._row.indexOf(self.context) >= 0:
            self._row.removeWidget(self.context)
        docked = three and not self.context.is_empty()
        self.context.setVisible(panes and (docked or self._drawer_open))
        self._place_drawer()
        self._place_aside(page)

    def _place_drawer(self) -> None:
        if self._row.indexOf(self.context) >= 0:
            return
        width = self.context.width()
        self.context.setGeometry(self.width() - width, 0, width, self.height())
        self.context.raise_()

    def _place_aside(self, page: Page | None) -> None:
        """The queue in one line and the key of the drawer, in the head of the page."""
        head = page.head if page is not None else None
        rail = page.rail if page is not None else None
        in_line = self._layout.compact and self._left
        self._line.setVisible(in_line)
        self.drawer_button.setVisible(self.has_drawer())
        self.drawer_button.set_words(self.tr("右栏"))
        self.drawer_button.set_compact(self._layout.compact)
        self._aside_row.setSpacing(self.theme.px(12))
        wanted = self._signed_on and (in_line or self.has_drawer())
        in_rail = wanted and rail is not None and self._layout.compact
        if rail is not None:
            rail.set_aside(self._aside if in_rail else None)
        if head is not None and not in_rail:
            head.set_aside(self._aside if wanted else None)
