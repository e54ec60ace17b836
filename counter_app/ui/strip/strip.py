"""The strip: a narrow window at the edge of the screen with what the desk shows, and its keys.

Another view of the same desk: it offers the actions of the page on show and renders the same case. It
never takes the focus by itself; its keys act only while it has it.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from counter_app.forms.run_state import STEPS, StepId
from counter_app.ui.desk.case_page import CasePage
from counter_app.ui.desk.desk import Desk
from counter_app.ui.desk.express_form import ExpressForm
from counter_app.ui.desk.express_page import ExpressPage
from counter_app.ui.desk.service_picker import ServicePicker
from counter_app.ui.desk.timing import running_words
from counter_app.ui.keys import Key, meaning
from counter_app.ui.shell import Action, Frame
from counter_app.ui.shell.actions import Shortcuts
from counter_app.ui.strip.core_lines import CoreLines
from counter_app.ui.strip.foot import StripFoot
from counter_app.ui.strip.next_item import NextItem
from counter_app.ui.strip.said import Said
from counter_app.ui.widgets.base import column, panel, row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.focus import go_on
from counter_app.ui.widgets.label import ElidedLabel, Label

WIDTH, SHORT = 340, 700
FLAGS = (
    Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
)


class Strip(QWidget):
    """`unfolded` when the desk is wanted whole again."""

    unfolded = Signal()

    def __init__(
        self, frame: Frame, desk: Desk, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(None, FLAGS)
        self._frame, self._desk, self._parts = frame, desk, desk.parts
        self._caret: QWidget | None = None
        self._under_lock = False
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self._ticking.timeout.connect(self.tick)
        theme = desk.means.theme
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self.setFixedWidth(theme.px(WIDTH))
        self._title = Label(theme, "", "small", "barink")
        self._fold = Button(theme, "", Key.STRIP.value, "bar")
        self._lock = Button(theme, "", Key.LOCK.value, "bar")
        self._number = Label(theme, "", "figure", "accent")
        self._business = ElidedLabel(theme, "", "body")
        self._clock = Label(theme, "", "body", "ink2")
        self._who = ElidedLabel(theme, "", "small", "ink2")
        self._step = Label(theme, "", "strong", "accent")
        self.message = Label(theme, "", "small", "bad", wrap=True)
        self.form = ExpressForm(self._parts, narrow=True)
        self.item = NextItem(self._parts)
        self.picker = ServicePicker(desk.means)
        self._hint = Label(theme, "", "body", "ink2", wrap=True)
        self._said = Said(theme)
        self._scroll = QScrollArea()
        self.core = CoreLines(self._parts, self.form)
        self.foot = StripFoot(self._parts)
        self._park = Button(theme, "", Key.SUSPEND.value, "small")
        self._print = Button(theme, "", Key.PRINT.value, "small")
        self.on = Button(theme, "", Key.NEXT.value, "primary")
        self.shortcuts = Shortcuts(self, clock, self.message.setText)
        self._shape: tuple[tuple[str, str], ...] = ()
        self._build()
        self._connect()

    def fold(self) -> None:
        """Stand at the edge in place of the desk, without taking the focus."""
        self._caret = self._frame.focusWidget()
        self.refresh()
        self.setGeometry(self._edge())
        self.show()
        self._frame.hide()

    def unfold(self) -> None:
        """The whole desk again, the caret where it was."""
        self._frame.show()
        self._frame.activateWindow()
        self.hide()
        page = self._frame.page()
        if page is not None:
            page.refresh()
        caret = self._caret
        if caret is not None and caret.isVisible():
            caret.setFocus(Qt.FocusReason.OtherFocusReason)
        self.unfolded.emit()

    def dismiss(self) -> None:
        """The person has signed off: the strip goes, the window is whole."""
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

    def first_focus(self) -> QWidget | None:
        """What waits first."""
        if self.form.isVisibleTo(self):
            return self.form.first_focus()
        if self.picker.isVisibleTo(self):
            return self.picker.box
        if self.form.core.isVisibleTo(self):
            return self.form.serial
        return self.item.tick if self.item.isVisibleTo(self) else self.on

    def refresh(self) -> None:
        """Everything as the desk stands."""
        self._words()
        self._show_work()
        self._show_case()
        visitor = self._parts.aside.visitor()
        self._who.setText(visitor.name or "" if visitor else "")
        self.core.show_sending()
        self._offer()
        self.tick()

    def tick(self) -> None:
        """A second has passed."""
        visit = self._parts.sitting.visit
        since = visit.first_at if visit else None
        self._clock.setText(running_words(since, self._desk.means.now()) if since else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            go_on(self, self.on)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticking.start()
        self.foot.look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticking.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        short = self.height() < self.theme.px(SHORT)
        self._who.setVisible(not short)
        for part in (self.item, self._said, self.foot):
            part.set_short(short)

    def _shown_step(self) -> StepId:
        page = self._frame.page()
        return page.step if isinstance(page, CasePage) else StepId.RECEPTION

    def _show_work(self) -> None:
        """What is to be done now, and nothing else of it."""
        page, case, step = self._frame.page(), self._parts.case, self._shown_step()
        at_once = isinstance(page, ExpressPage) and case.is_open
        picking = page is self._desk.need and not case.is_open
        documents = case.is_open and step is StepId.DOCUMENTS and not at_once
        self.form.setVisible(at_once)
        self.picker.setVisible(picking)
        self.item.setVisible(documents)
        if picking:
            if self._desk.need.services is not None:
                self.picker.set_services(self._desk.need.services)
            self.picker.retranslate()
        if at_once:
            self.form.render_case()
        serial = self.core.show_serial(page)
        if documents:
            self.item.render_case()
        self._hint.setVisible(not (at_once or picking or documents or serial))
        self._hint.setText(self.tr("这一步要填的多，展开再办；已填的都在"))
        self._step.setText(
            (page.how() if page.receipt_wanted() else self.tr("快办：一屏办完"))
            if at_once and isinstance(page, ExpressPage)
            else f"{STEPS.index(step) + 1} / {len(STEPS)}　{page.title() if page else ''}"
        )

    def _show_case(self) -> None:
        """Which case it is, and what to say at its step."""
        page, case, means = self._frame.page(), self._parts.case, self._desk.means
        said: list[str] = []
        if case.is_open:
            opened, run, runner = case.at_hand()
            script = runner.script(run, self._shown_step())
            self._number.setText(opened.case.number)
            self._business.setText(means.say(runner.procedure.spec.title))
            said = [means.say(line.text) for line in script if line.kind != "watch"]
        else:
            self._number.setText("")
            self._business.setText(page.title() if page else "")
        self._said.set_words(said[:2])
        self._said.setVisible(bool(said) and self._parts.aside.script_on)

    def _build(self) -> None:
        lines = column(self)
        lines.addWidget(self._bar())
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._middle())
        lines.addWidget(scroll, 1)
        lines.addWidget(self.core)
        px = self.theme.px
        acts = row()
        acts.setContentsMargins(px(12), px(8), px(12), px(8))
        acts.setSpacing(px(6))
        for button in (self._park, self._print, self.on):
            acts.addWidget(button)
        lines.addLayout(acts)
        lines.addWidget(self.foot)

    def _bar(self) -> QWidget:
        px = self.theme.px
        bar = panel("bar")
        across = row(bar)
        across.setContentsMargins(px(12), px(2), px(8), px(2))
        across.addWidget(self._title)
        across.addStretch(1)
        across.addWidget(self._fold)
        across.addWidget(self._lock)
        across.setSpacing(px(6))
        return bar

    def _middle(self) -> QWidget:
        px = self.theme.px
        inner = panel("surface")
        middle = column(inner)
        middle.setContentsMargins(px(12), px(8), px(12), px(8))
        middle.setSpacing(px(6))
        head = row()
        head.addWidget(self._number)
        head.addWidget(self._business, 1)
        head.addWidget(self._clock)
        head.setSpacing(px(8))
        middle.addLayout(head)
        for part in (
            self._who,
            self._step,
            self.message,
            self.form,
            self.picker,
            self.item,
            self._hint,
            self._said,
        ):
            middle.addWidget(part)
        middle.addStretch(1)
        return inner

    def _connect(self) -> None:
        parts = self._parts
        self.form.settled.connect(self._settled)
        self.picker.picked.connect(self._desk.need.service_chosen)
        self.item.changed.connect(self.refresh)
        parts.case.changed.connect(self._again)
        parts.sitting.changed.connect(self._again)
        parts.to_core.changed.connect(self.core.show_sending)
        parts.case.refused.connect(self._tell)
        parts.case.stopped.connect(self._tell)
        self._desk.saved.connect(self.foot.saved)
        self._desk.errands.turned.connect(self.foot.look)
        self._frame.locker.changed.connect(self._lock_changed)
        self._frame.page_shown.connect(self._page_shown)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self._fold.clicked.connect(self.unfold)
        self._lock.clicked.connect(self._frame.lock_asked)
        self._park.clicked.connect(lambda: self._frame.offers.run("desk.park"))
        self._print.clicked.connect(lambda: self._run_key(Key.PRINT.value))
        self.on.clicked.connect(lambda: self._run_key(Key.NEXT.value))

    def _page_shown(self, _page: object) -> None:
        if self.isVisible():
            self.message.setText("")
            self.refresh()
            self.foot.look()
            self._focus_first()
            # The window asks the page what it offers once it is shown: the keys come after.
            QTimer.singleShot(0, self, self._again)

    def _follow(self, _before: object, now: QWidget | None) -> None:
        """What has the focus is never out of sight."""
        inner = self._scroll.widget()
        if now is not None and inner is not None and inner.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now)

    def _focus_first(self) -> None:
        """Only inside: which window has the keyboard is not changed."""
        first = self.first_focus()
        if first is not None and self.isActiveWindow():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lock_changed(self, locked: bool) -> None:
        """A lock covers the window; nothing of the customer stays beside it."""
        if locked and self.isVisible():
            self._under_lock = True
            self._frame.show()
            self._frame.activateWindow()
            self.hide()
        elif not locked and self._under_lock:
            self._under_lock = False
            self.fold()
            self.come_back()

    def _again(self) -> None:
        if self.isVisible():
            self.refresh()

    def _settled(self) -> None:
        page = self._frame.page()
        if isinstance(page, ExpressPage):
            page.settle()

    def _tell(self, answer: object) -> None:
        """What stands in the way, as the page words it; the desk has the whole of it."""
        page = self._frame.page()
        if not self.isVisible() or not isinstance(page, CasePage):
            return
        words = page.trouble_words(answer)
        self.message.setText(words)
        if isinstance(page, ExpressPage) and isinstance(answer, tuple) and answer:
            box = self.form.spot(answer[0].where, answer[0].step)
            if box is not None and self.isActiveWindow():
                box.setFocus()

    def _words(self) -> None:
        self._title.setText(
            self.tr("侧条　{window} 号").format(window=self._desk.means.acting.window)
        )
        self._fold.set_words(self.tr("展开"))
        self._lock.set_words(self.tr("锁"))
        self.foot.retranslate()
        self._park.set_words(self.tr("挂起"))
        self._print.set_words(self.tr("打印"))
        page = self._frame.page()
        on = self._frame.offers.with_key(Key.NEXT.value)
        whole = on.words if on else (page.title() if page else "")
        self.on.set_words(self._short_on(whole))
        self.on.setToolTip(whole)

    def _short_on(self, words: str) -> str:
        """下一步 without the step's name, 办结 without the count: three buttons stand in the width."""
        page = self._frame.page()
        if isinstance(page, ExpressPage):
            return self.tr("办结")
        if isinstance(page, CasePage) and page.step is not StepId.COMPLETION:
            return meaning(Key.NEXT)
        return words

    def _offer(self) -> None:
        offered = [one for one in self._frame.offers.all() if one.key and one.key != Key.STRIP]
        shape = tuple((one.code, one.key) for one in offered)
        if shape == self._shape:
            return
        self._shape = shape
        run = self._frame.offers.run
        keys = [
            Action(one.code, one.words, lambda code=one.code: run(code), one.key)  # type: ignore[misc]
            for one in offered
        ]
        fold = Action("strip.unfold", self.tr("展开"), self.unfold, Key.STRIP.value)
        self.shortcuts.offer([*keys, fold])

    def _run_key(self, key: str) -> None:
        found = self._frame.offers.with_key(key)
        if found is not None:
            self._frame.offers.run(found.code)

    def _edge(self) -> QRect:
        screen = self._frame.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        width = self.minimumWidth()
        return QRect(room.right() - width + 1, room.top(), width, room.height())
