"""The strip: a narrow window at the edge of the screen with what the desk shows, and its keys.

Another view of the same desk: it offers the actions of the page on show and renders the same case. It
never takes the focus by itself; its keys act only while it has it.
"""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from counter_app.services.runs import Place
from counter_app.services.visiting import PersonFault
from counter_app.ui.desk.case_page import CasePage
from counter_app.ui.desk.desk import Desk
from counter_app.ui.desk.express_page import ExpressPage
from counter_app.ui.shell import Frame
from counter_app.ui.shell.actions import Shortcuts
from counter_app.ui.shell.focus_keeper import FocusKeeper
from counter_app.ui.strip.edge import SHORT, Side, place_at, side_on
from counter_app.ui.strip.keys import StripKeys
from counter_app.ui.strip.layouts import StripParts, arrange
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.focus import give_focus, go_on

FLAGS = (
    Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
)


class Strip(QWidget):
    """`unfolded` when the desk is wanted whole again, `turned` when it has come or gone.

    `side` is read each time it is folded.
    """

    unfolded = Signal()
    turned = Signal()

    def __init__(
        self, frame: Frame, desk: Desk, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(None, FLAGS)
        self._frame, self._desk, self.theme = frame, desk, desk.means.theme
        self.side: Callable[[], Side] = lambda: Side.RIGHT
        self.room: Callable[[], QRect] = self._free_room
        self._caret: QWidget | None = None
        self._under_lock = False
        self._wide: tuple[str, ...] = ()
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self.parts = StripParts(frame, desk)
        # Put into the strip at once: a part without a parent would be a window of its own.
        self.standing = Side.RIGHT
        self._whole = arrange(self.parts, self.standing)
        self._outer = column(self)
        self._outer.addWidget(self._whole)
        self.shortcuts = Shortcuts(self, clock, self._say)
        self._keys = StripKeys(frame, self.shortcuts, self.unfold)
        self._keeper = FocusKeeper(self, self.first_focus)
        self._connect()

    def fold(self) -> None:
        """Stand at the edge in place of the desk, without taking the focus."""
        self._caret = self._frame.focusWidget()
        self.stand()
        self.refresh()
        self.show()
        self._place_caret()
        self._frame.stand_in = self
        self._frame.hide()

    def stand(self) -> None:
        """At its edge of the screen as it is now, with its parts in the order of that edge."""
        room, scale = self.room(), self.theme.scale
        side = side_on(room, self.side(), scale)
        if side is not self.standing:
            self.standing = side
            old, self._whole = self._whole, arrange(self.parts, side)
            self._outer.addWidget(self._whole)
            self._whole.show()
            old.hide()
            old.deleteLater()
        place = place_at(side, room, scale)
        self.setFixedSize(place.size())
        self.setGeometry(place)
        self._shorten()

    def unfold(self) -> None:
        """The whole desk again, the caret where it was: in the strip, else before it was folded."""
        self._frame.stand_in = None
        typing = self._typing()
        self._frame.show()
        self._frame.activateWindow()
        self.hide()
        page = self._frame.page()
        if page is not None:
            page.refresh()
        if isinstance(page, ExpressPage) and typing.focus:
            page.restore(typing)
        else:
            give_focus(self._caret)
        self.unfolded.emit()

    def dismiss(self) -> None:
        """The person has signed off: the strip goes, the window is whole."""
        self._frame.stand_in = None
        if self.isVisible():
            self._frame.show()
        self.hide()
        self.deleteLater()

    def come_back(self) -> None:
        """The person is back from the core: the keyboard is the strip's, the caret where it was."""
        self.activateWindow()
        here = self.focusWidget() or self.first_focus()
        if here is not None:
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_wide(self, keys: Sequence[str]) -> None:
        """The keys that act from every window now."""
        self._wide = tuple(keys)
        self._show_bar()

    def first_focus(self) -> QWidget | None:
        """What waits first."""
        first = self.parts.work.first_focus()
        if first is None and self.parts.work.form.core.isVisibleTo(self):
            first = self.parts.work.form.serial
        return first or self.parts.acts.on

    def refresh(self) -> None:
        """Everything as the desk stands."""
        page, parts = self._frame.page(), self.parts
        self.setWindowTitle(self.tr("侧条"))
        self._show_bar()
        parts.foot.retranslate()
        serial = parts.core.show_serial(page)
        parts.head.show_page(page)
        parts.work.render_page(page, serial=serial)
        self._show_presses()
        parts.core.show_sending()
        parts.acts.show_page(page)
        self._keys.offer(self.tr("展开"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            go_on(self, self.parts.acts.on)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticking.start()
        self.parts.foot.look()
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticking.stop()
        self.turned.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self._show_bar()
        elif event.type() == QEvent.Type.LanguageChange:
            self.parts.work.tell("")
            self._again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _typing(self) -> Place:
        """Where the person is on the one screen in the strip."""
        focus = self.focusWidget()
        caret = focus.cursorPosition() if isinstance(focus, QLineEdit) else 0
        return Place(self.parts.work.form.place_code(), caret)

    def _place_caret(self) -> None:
        """Where the person was at the desk, else what waits; the keyboard stays where it is."""
        page, found = self._frame.page(), None
        if isinstance(page, ExpressPage) and (code := page.place().focus):
            found = self.parts.work.form.spot(code, page.step)
        first = found or self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shorten(self) -> None:
        """What gives way where there is little height."""
        flat = self.standing is Side.BOTTOM
        self.parts.set_short(short=not flat and self.height() < self.theme.px(SHORT))

    def _show_bar(self) -> None:
        window = self._desk.means.acting.window
        self.parts.bar.show_words(window, self._wide, has_keys=self.isActiveWindow())

    def _connect(self) -> None:
        parts, desk = self.parts, self._desk.parts
        parts.work.form.settled.connect(self._settled)
        parts.work.form.count.changed.connect(self._show_presses)
        parts.work.changed.connect(self.refresh)
        desk.case.changed.connect(self._again)
        desk.sitting.changed.connect(self._again)
        desk.to_core.changed.connect(parts.core.show_sending)
        desk.case.refused.connect(self._tell)
        desk.case.stopped.connect(self._tell)
        desk.sitting.refused.connect(self._tell)
        desk.sitting.faulty.connect(self._faulty)
        parts.work.people.reshaped.connect(self._focus_first)
        self._desk.saved.connect(parts.foot.saved)
        self._desk.errands.turned.connect(parts.foot.look)
        self._frame.locker.changed.connect(self._lock_changed)
        self._frame.page_shown.connect(self._page_shown)
        self._frame.notices.said.connect(self._say)
        self._ticking.timeout.connect(parts.head.tick)
        self.theme.follow(self._restyled)
        parts.bar.unfolded.connect(self.unfold)
        parts.bar.locked.connect(self._frame.lock_asked)

    def _show_presses(self) -> None:
        self.parts.head.show_presses(self.parts.work.form.count.presses)

    def _restyled(self) -> None:
        if self.isVisible():
            self.stand()

    def _page_shown(self, _page: object) -> None:
        if self.isVisible():
            self.parts.work.tell("")
            self.refresh()
            self.parts.foot.look()
            self._focus_first()
            # The window asks the page what it offers once it is shown: the keys come after.
            QTimer.singleShot(0, self, self._again)

    def _focus_first(self) -> None:
        """Only inside: which window has the keyboard is not changed."""
        first = self.first_focus()
        if first is not None and self.isActiveWindow():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lock_changed(self, locked: bool) -> None:
        """A lock covers the window; nothing of the customer stays beside it."""
        if locked and self.isVisible():
            self._under_lock = True
            self._frame.stand_in = None
            self._frame.show()
            self._frame.activateWindow()
            self.hide()
        elif not locked and self._under_lock:
            self._under_lock = False
            caret = self._caret
            self.fold()
            self._caret = caret
            self.come_back()

    def _again(self) -> None:
        if self.isVisible():
            self.refresh()

    def _settled(self) -> None:
        page = self._frame.page()
        if isinstance(page, ExpressPage):
            page.settle()

    def _say(self, words: str) -> None:
        """A notice, or why a key does nothing now."""
        if self.isVisible():
            self.parts.work.tell(words, "ink2")

    def _tell(self, answer: object) -> None:
        """What stands in the way, as the page words it; the desk has the whole of it."""
        page = self._frame.page()
        if not self.isVisible() or not isinstance(page, CasePage):
            return
        self.parts.work.tell(page.trouble_words(answer))
        if isinstance(page, ExpressPage) and isinstance(answer, tuple) and answer:
            box = self.parts.work.form.spot(answer[0].where, answer[0].step)
            if box is not None and self.isActiveWindow():
                box.setFocus()

    def _faulty(self, faults: Sequence[PersonFault]) -> None:
        """The sentence at each field, the caret at the first, which may be out of sight."""
        people = self.parts.work.people
        people.show_faults(faults)
        box = people.spot(f"{faults[0].ref}.{faults[0].field}")[0] if faults else None
        if box is not None and self.isActiveWindow():
            box.setFocus()

    def _free_room(self) -> QRect:
        """What the screen of the desk leaves free of the system's own bars."""
        screen = self._frame.screen() or QGuiApplication.primaryScreen()
        return screen.availableGeometry()
