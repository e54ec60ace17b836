"""After the end: the number largest, what comes next by date, what to say, the papers and their state.

Nothing here goes back: a correction is one more entry that names the old value.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from counter_app.domain.dates import short_date
from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import StepId
from counter_app.forms.run_views import PlannedStep
from counter_app.services import receipts
from counter_app.services.grouping import carries
from counter_app.services.handling_results import PaperWish
from counter_app.ui.desk.case_page import CasePage, Parts
from counter_app.ui.desk.group_words import told_words
from counter_app.ui.desk.means import PaperPages
from counter_app.ui.desk.next_steps_list import NextStepsList
from counter_app.ui.desk.paper_pane import PaperPane
from counter_app.ui.desk.papers_model import shown
from counter_app.ui.desk.result_card import ResultCard
from counter_app.ui.desk.step_actions import waiting_actions
from counter_app.ui.keys import Key
from counter_app.ui.shell import Action
from counter_app.ui.widgets.base import column, row, rule
from counter_app.ui.widgets.label import IconLabel, Label, StateLabel
from counter_app.ui.widgets.panes import Script
from counter_app.ui.words.marks import one_by_one, quoted
from counter_app.ui.words.sentences import refusal_sentence

BATCH = "Alt+G"


class DonePage(CasePage):
    """The result of a completed case. F2 is the way on."""

    step = StepId.COMPLETION
    serial_wanted = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "desk.done")
        theme = self.theme
        self.card = ResultCard(theme)
        self._next_title = Label(theme, "", "head")
        self._next = NextStepsList(parts.means)
        self._say_title = Label(theme, "", "head")
        self._script = Script(theme)
        self._batch = _Line(self, "users")
        self._serial = _Line(self, "clock")
        self._originals = _Line(self, "id-card")
        self._promises = _Line(self, "calendar-clock")
        self._amend = _Line(self, "pencil")
        self.pane = PaperPane(parts.means)
        for part in (
            self.card,
            self._next_title,
            self._next,
            self._say_title,
            self._script,
            rule(),
            self._batch,
            self._serial,
            self._originals,
            self._promises,
            self._amend,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.pane.chosen.connect(self._show_paper)

    def title(self) -> str:
        return self.tr("已办结")

    def first_focus(self) -> QWidget | None:
        return self.card

    def context(self) -> Sequence[QWidget]:
        return self.pane.sections()

    def own_sections(self) -> Sequence[QWidget]:
        return self.pane.widgets()

    def go_on(self) -> None:
        self.parts.wishes.next_visit.emit()

    def result_words(self) -> str:
        """How it ended: done, or what is still to come and by when."""
        _opened, run, runner = self.parts.case.at_hand()
        return self._verdict(runner.next_steps(run))

    def _free(self) -> bool:
        return True

    def offers(self) -> Sequence[Action]:
        wishes = self.parts.wishes
        words = self.tr("接待下一位")
        return [
            self._print_action(),
            *self._batch_actions(),
            Action("done.amend", self.tr("记更正"), wishes.amend.emit, "Alt+E"),
            Action("done.another", self.tr("接着办另一项"), wishes.another_case.emit, "Alt+N"),
            *waiting_actions(wishes),
            Action("desk.parked", self.tr("挂起清单"), wishes.parked_list.emit, Key.PARK, "desk"),
            Action("desk.cancel", self.tr("取消这笔业务"), wishes.cancel.emit, "", "hidden"),
            Action("desk.next", words, wishes.next_visit.emit, Key.CALL, "primary"),
        ]

    def _show_standing(self) -> None:
        """An ended case is read-only by nature: no banner says so."""
        self.banner.set_words("")

    def _render(self) -> None:
        if not self.parts.case.is_open:
            return
        opened, run, runner = self.parts.case.at_hand()
        means, case = self.parts.means, opened.case
        steps = runner.next_steps(run)
        cancelled = case.state == "cancelled"
        self.card.show_result(self._verdict(steps), case.number, case.serial or "", bad=cancelled)
        self._next_title.setText(self.tr("接下来"))
        self._next.show_steps(steps, run.business_date)
        self._next_title.setVisible(bool(steps) and not cancelled)
        self._next.setVisible(bool(steps) and not cancelled)
        said = [means.say(one.text) for one in runner.script(run, self.step) if one.kind != "watch"]
        self._say_title.setText(self.tr("请这样说"))
        self._script.set_words("\n".join(quoted(one) for one in said))
        for part in (self._say_title, self._script):
            part.setVisible(bool(said) and not cancelled)
        self._show_batch()
        self._serial.show_line(
            self.tr("流水号"), self.tr("待补：按 {key} 填").format(key=Key.SERIALS.value), ""
        )
        self._serial.setVisible(case.awaits_serial)
        count = case.returned_count
        self._originals.show_line(
            self.tr("归还证件"),
            self.tr("{count} 件，客户已点收").format(count=count),
            self.tr("已归还"),
        )
        self._originals.setVisible(bool(count))
        promised = self._promised(steps) if not cancelled else ""
        self._promises.show_line(self.tr("跟进"), promised, "")
        self._promises.setVisible(bool(promised))
        self._amend.show_line(
            self.tr("更正"), self.tr("已办结不能改回；要更正，按 Alt+E 另记一笔，原值留着"), ""
        )
        self.pane.show_papers([shown(one) for one in case.papers])

    def _show_batch(self) -> None:
        group = self.parts.case.group
        told = told_words(group) if group is not None else ""
        words = self.tr("{told}，按 {key} 看").format(told=told, key=BATCH)
        self._batch.show_line(self.tr("名单"), words, "")
        self._batch.setVisible(group is not None)

    def _promised(self, steps: Sequence[PlannedStep]) -> str:
        """What the branch still has to do, and by when."""
        say = self.parts.means.say
        told = [
            self.tr("{day}：{what}").format(
                day=say(short_date(one.day)), what=say(one.follow_up.what)
            )
            for one in steps
            if one.follow_up is not None and one.day is not None
        ]
        return one_by_one(told)

    def _verdict(self, steps: Sequence[PlannedStep]) -> str:
        opened, _run, _runner = self.parts.case.at_hand()
        case, say = opened.case, self.parts.means.say
        if case.state == "cancelled":
            return self.tr("已取消：{reason}").format(reason=case.cancelled_reason or "")
        if case.completed is not None and case.completed.outcome == "done":
            return self.tr("已办结")
        days = [one.day for one in steps if one.day is not None]
        if not days:
            return self.tr("已受理")
        return self.tr("已受理，{day}前还有事").format(day=say(short_date(min(days))))

    def _batch_actions(self) -> list[Action]:
        """Of a batch: the next person, and the list of all."""
        opened = self.parts.case.opened
        if opened is None or not carries(opened.runner.procedure.spec):
            return []
        wishes, why = self.parts.wishes, ""
        if opened.case.state != "completed":
            why = self.tr("这一笔没有办成，从名单里接着办")
        return [
            Action(
                "done.person",
                self.tr("下一人"),
                wishes.next_person.emit,
                Key.NEXT,
                why_not=why,
                icon="users",
            ),
            Action("done.batch", self.tr("名单"), wishes.batch.emit, BATCH),
        ]

    def _print_action(self) -> Action:
        """The receipt while none was given; then another copy of what was."""
        opened = self.parts.case.opened
        ended = opened is not None and opened.case.completed is not None
        if opened is not None and ended and not receipts.has_receipt(opened.case):
            words = self.tr("打印受理回执")
            return Action("done.receipt", words, self._give_receipt, Key.PRINT, icon="printer")
        words = self.tr("补打")
        return Action("done.reprint", words, self._reprint, Key.PRINT, icon="printer")

    def _give_receipt(self) -> None:
        case, acting = self.parts.case, self.parts.means.acting
        opened, _run, _runner = case.at_hand()
        case.command(lambda c: receipts.give_receipt(c, acting, opened, PaperWish()))

    def _reprint(self) -> None:
        self.parts.wishes.reprint.emit(self.pane.current())

    def _show_paper(self, content_hash: str) -> None:
        previews = self.parts.means.previews
        if previews is not None and content_hash:
            previews.paper(self, content_hash, self._pages, self._not_here)

    def _pages(self, pages: PaperPages) -> None:
        self.pane.show_pages(pages)

    def _not_here(self, refusal: Refusal) -> None:
        """Another window's paper that cannot be had now: one sentence where it would stand."""
        self.pane.say_missing(refusal_sentence(refusal, self.parts.means.language()))


class _Line(QFrame):
    """Icon, what, sentence, state: one line of 40."""

    def __init__(self, page: DonePage, icon: str) -> None:
        super().__init__()
        theme = page.theme
        self._what = Label(theme, "", "body")
        self._words = Label(theme, "", "body", "ink2", wrap=True)
        self._state = StateLabel(theme, role="body")
        across = row()
        across.addWidget(IconLabel(theme, icon, "ink2"))
        across.addWidget(self._what)
        across.addWidget(self._words, 1)
        across.addWidget(self._state)
        across.setSpacing(theme.px(8))
        self._what.setMinimumWidth(theme.px(80))
        column(self).addLayout(across)
        self.setMinimumHeight(theme.px(36))

    def show_line(self, what: str, words: str, state: str) -> None:
        """Show these words."""
        self._what.setText(what)
        self._words.setText(words)
        self._state.set_state("circle-check" if state else "", state, "ok")
