"""The one-time notice: the day of coming, what is to be brought then, and the paper as it will be.

Owned by the documents step: giving it ends the visit, and the customer comes back with it.
"""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from counter_app.forms.run_state import StepId
from counter_app.services.handling_results import NoticeWish, PaperWish
from counter_app.ui.desk import notice_model as model
from counter_app.ui.desk.case_page import CasePage, Parts, Spot
from counter_app.ui.desk.list_words import ahead_words, known_ahead
from counter_app.ui.desk.means import PaperPages
from counter_app.ui.desk.notice_items import NoticeItems
from counter_app.ui.keys import Key
from counter_app.ui.shell import Action
from counter_app.ui.widgets.base import column, row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label, StateLabel
from counter_app.ui.widgets.panes import PaneHead, SectionFrame
from counter_app.ui.widgets.preview import Pager
from counter_app.ui.widgets.states import Banner
from counter_app.ui.widgets.tick_box import CheckBox
from counter_app.ui.widgets.value_fields import DateField

PREVIEW_AFTER_MS = 200


class NoticePage(CasePage):
    """`given(wish)` when the notice is to be given."""

    step = StepId.DOCUMENTS
    given = Signal(object)
    spoken = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "desk.notice")
        theme = self.theme
        self._unsure = False
        self.day = DateField(theme, lambda: parts.sitting.today)
        self._row = FieldRow(theme, "", self.day)
        self._quick = [Button(theme, "", f"Alt+{number}") for number in (1, 2, 3)]
        self._changed, self._ahead = Banner(theme), Banner(theme)
        self._title = Label(theme, "", "head")
        self._subtitle = Label(theme, "", "body", "ink2")
        self._items = NoticeItems(parts.means)
        self.large = CheckBox(theme, "")
        self._holds = StateLabel(theme)
        self._head_pane = PaneHead(theme, "eye", "")
        self._preview = SectionFrame(theme)
        self._pager = Pager(theme, "", least=420)
        self._preview.body.addWidget(self._pager)
        self._paper = QWidget()
        paper = column(self._paper)
        paper.addWidget(self._head_pane)
        paper.addWidget(self._preview)
        self._has_pages = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PREVIEW_AFTER_MS)
        self._wait.timeout.connect(self._ask_preview)
        self._lay_out()
        self._listen()
        theme.follow(self._measure)

    def title(self) -> str:
        return self.tr("一次性告知单")

    def first_focus(self) -> QWidget | None:
        return self.day

    def entered(self) -> None:
        self._unsure = False
        opened, run, runner = self.parts.case.at_hand()
        known = opened.case.notice
        coming = known.coming_on if known else None
        following, _friday = model.quick_days(run.business_date, runner.calendar)
        day = dt.date.fromisoformat(coming) if coming else following
        self.day.set_date(max(day, following))
        super().entered()
        self.day.selectAll()

    def context(self) -> Sequence[QWidget]:
        self._head_pane.set_title(self.tr("客户拿到的样子"))
        if not self._has_pages:
            return super().context()
        return [self._paper]

    def own_sections(self) -> Sequence[QWidget]:
        return [self._paper]

    def go_on(self) -> None:
        if self._is_wrong():
            return
        self.given.emit(self._wish())

    def offers(self) -> Sequence[Action]:
        make = self.parts.actions
        words = self.tr("打印并结束，等客户再来")
        back = self.tr("回到清单")
        show = self.parts.wishes.show_step.emit
        quick = [
            Action(
                f"notice.{number}",
                self._quick[number - 1].text(),
                lambda at=number: self._choose(at),  # type: ignore[misc]
                f"Alt+{number}",
                "hidden",
            )
            for number in (1, 2, 3)
        ]
        return [
            *make.at_desk(free=False),
            Action("notice.spoken", self.tr("只念，不打印"), self._speak, "Alt+R"),
            Action("notice.large", self.tr("大字"), self.large.click, "Alt+B", "hidden"),
            *quick,
            Action("desk.back", back, lambda: show(self.step), Key.BACK, "back"),
            Action("notice.give", words, self.go_on, Key.NEXT, "primary", icon="printer"),
        ]

    def _lay_out(self) -> None:
        days = row()
        days.addWidget(self._row)
        for button in self._quick:
            # The boxes stand on one line: above the field there is its label.
            under_label = column()
            under_label.addSpacing(self.theme.px(26))
            under_label.addWidget(button)
            under_label.addStretch(1)
            days.addLayout(under_label)
        days.addStretch(1)
        days.setSpacing(self.theme.px(8))
        heads = row()
        heads.addWidget(self._title)
        heads.addWidget(self._subtitle)
        heads.addStretch(1)
        heads.addWidget(self.large)
        heads.setSpacing(self.theme.px(12))
        self.body.addLayout(days)
        self.body.addWidget(self._changed)
        self.body.addWidget(self._ahead)
        self.body.addLayout(heads)
        self.body.addWidget(self._items)
        self.body.addWidget(self._holds)
        self.body.addStretch(1)

    def _listen(self) -> None:
        self.day.edited.connect(self._day_edited)
        self.day.left.connect(self._day_left)
        self.large.clicked.connect(lambda _on: self._wait.start())
        for number, button in enumerate(self._quick, start=1):
            button.clicked.connect(lambda _on=False, at=number: self._choose(at))

    def _coming(self) -> dt.date | None:
        return None if self._unsure else self.day.date()

    def _wish(self) -> NoticeWish:
        return NoticeWish(self._coming(), paper=PaperWish(large=self.large.isChecked()))

    def _render(self) -> None:
        if not self.parts.case.is_open:
            return
        _opened, run, runner = self.parts.case.at_hand()
        means, today = self.parts.means, run.business_date
        self._row.set_label(self.tr("拟来日期"))
        self._row.set_hint(self.tr("说不定的，按今天算") if self._unsure else "")
        following, friday = model.quick_days(today, runner.calendar)
        words = [model.day_name(day, today, means.language()) for day in (following, friday)]
        for button, text in zip(self._quick, [*words, self.tr("说不定")], strict=True):
            button.set_words(text)
        told = known_ahead(self.parts.case)
        self._ahead.set_words(ahead_words(means, told), "calendar-clock", "info")
        notice = model.notice_for(runner, run, self._coming(), told and told[0])
        self._changed.set_words(model.changed_words(notice, today), "calendar-clock", "warn")
        self._title.setText(self.tr("要带 {count} 样").format(count=len(notice.items)))
        self._subtitle.setText(self.tr("一次说全，来一次就办"))
        self._items.show_notice(notice, today)
        self.large.setText(self.tr("大字"))
        self._show_holds(notice)
        self._wait.start()

    def _show_holds(self, notice: model.NoticeShown) -> None:
        words = self.tr("凭单有效到 {day}：带齐这些就能办")
        self._holds.set_state(
            "shield-check", words.format(day=notice.holds_until.isoformat()), "ink2"
        )

    def _spot(self, _where: str) -> Spot:
        return self.day, self._row

    def _day_edited(self, _raw: str) -> None:
        self._unsure = False
        if self.day.date() is not None:
            self._row.set_error("")
            self._render()

    def _day_left(self) -> None:
        if self.day.value() and not self._unsure:
            self._is_wrong()

    def _is_wrong(self) -> bool:
        if self._unsure:
            return False
        day, today = self.day.date(), self.parts.sitting.today
        words = ""
        if day is None:
            words = self.tr("日期请写成 2026-12-02")
        elif day < today:
            words = self.tr("拟来日期不能早于今天")
        self._row.set_error(words)
        if words:
            self.day.setFocus()
        return bool(words)

    def _choose(self, number: int) -> None:
        _opened, run, runner = self.parts.case.at_hand()
        following, friday = model.quick_days(run.business_date, runner.calendar)
        self._unsure = number == 3
        day = {1: following, 2: friday}.get(number)
        self.day.set_date(day)
        self._row.set_error("")
        self._render()

    def _speak(self) -> None:
        if not self._is_wrong():
            self.spoken.emit(self._wish())

    def _ask_preview(self) -> None:
        case, previews = self.parts.case, self.parts.means.previews
        if previews is not None and case.is_open and self.isVisible():
            opened, run, _runner = case.at_hand()
            previews.notice(self, opened, run, self._wish(), self._show_pages)

    def _show_pages(self, pages: PaperPages) -> None:
        self._pager.view.setAccessibleName(self.tr("告知单预览"))
        self._pager.set_pages(pages)
        if bool(pages) != self._has_pages:
            self._has_pages = bool(pages)
            self.offers_changed.emit()

    def _measure(self) -> None:
        self._row.setMaximumWidth(self.theme.px(240))
