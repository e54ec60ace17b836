"""快办: an express business on one page, completed by F8; turns to the standard way when it must."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from counter_app.domain.paper_read import PaperRead
from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import StepId
from counter_app.forms.run_views import Fault
from counter_app.services import express
from counter_app.services.counter import Counter
from counter_app.services.handling_results import PaperWish
from counter_app.ui.desk.case_at_desk import Answer, CaseAtDesk, with_approval
from counter_app.ui.desk.case_page import CasePage, Parts, Spot
from counter_app.ui.desk.core_authorisation import AuthorisationLine
from counter_app.ui.desk.express_count import MOST
from counter_app.ui.desk.express_form import ExpressForm
from counter_app.ui.desk.paper_reads import looked_at
from counter_app.ui.keys import HelpRow, Key
from counter_app.ui.shell import Action
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.error_summary import Fault as ShownFault
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.meter import Meter
from counter_app.ui.words.sentences import fault_sentence

NOT_CONFIRMED, AS_STANDARD = "Alt+X", "Alt+W"
translate = QCoreApplication.translate


class ExpressPage(CasePage):
    """One screen from the service to the end."""

    step = StepId.NEED

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "desk.express")
        self.form = ExpressForm(parts)
        self._title = Label(self.theme, "", "strong")
        self._how = Label(self.theme, "", "small", "ink2")
        self._sending = Label(self.theme, "", "small", "ink2")
        self._pressed, self._meter = Label(self.theme, "", "small", "ink2"), Meter(self.theme)
        self.authorised = AuthorisationLine(parts)
        self._receipt_of = ""
        top = row()
        top.addWidget(self._title)
        top.addWidget(self._how)
        top.addStretch(1)
        top.addWidget(self._pressed)
        top.addWidget(self._meter)
        top.setSpacing(self.theme.px(12))
        self.form.setProperty("card", True)
        self.body.addLayout(top)
        self.body.addWidget(self.form)
        self.body.addWidget(self._sending)
        self.body.addWidget(self.authorised)
        self.body.addStretch(1)
        self.form.settled.connect(self.settle)
        self.form.count.changed.connect(self._show_presses)
        parts.wishes.to_core.connect(parts.to_core.send)
        parts.to_core.changed.connect(self._show_sending)
        parts.case.changed.connect(self._run_changed)
        if self.rail is not None:
            self.rail.hide()

    def title(self) -> str:
        return self.tr("快办")

    def first_focus(self) -> QWidget | None:
        return self.form.first_focus() if self.parts.case.is_open else None

    def help_rows(self) -> Sequence[HelpRow]:
        return (
            HelpRow("Space", self.tr("原件均已验")),
            HelpRow("Enter", self.tr("客户答“对”")),
        )

    def go_on(self) -> None:
        if not self.settle():
            return
        finish_express(self.parts.case, PaperWish(receipt=self.receipt_wanted()))

    def receipt_wanted(self) -> bool:
        """Whether the customer of the case on show asked for the receipt."""
        opened = self.parts.case.opened
        return opened is not None and opened.case.subject == self._receipt_of

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """All faults of the screen in one summary, whatever step they belong to."""
        language, shown = self.parts.means.language(), []
        for fault in faults:
            box = self.form.spot(fault.where, fault.step)
            if box is not None:
                words = fault_sentence(fault, language)
                line = self.form.form.row(fault.where)
                name = line.label() if line is not None else box.accessibleName()
                shown.append(ShownFault(f"{name}　{words}" if name else words, box))
        self.faults.set_faults(shown)
        if shown:
            self.show_widget(self.faults)

    def offers(self) -> Sequence[Action]:
        make = self.parts.actions
        return [
            *make.at_desk(free=False),
            *make.of_case(),
            *self._page_actions(),
            self._on_action(),
        ]

    def scanned(self, text: str) -> None:
        """A serial read from the core's voucher."""
        if not self.parts.case.read_only:
            self.form.take_serial(text)

    def paper_read(self, read: PaperRead) -> None:
        """A reader gave a paper: what only the paper tells of it is answered."""
        case = self.parts.case
        if case.read_only or not case.is_open:
            return
        _opened, run, runner = case.at_hand()
        noted = looked_at(runner.checklist(run), run, self.parts.sitting.people, read)
        if isinstance(noted, Refusal):
            self.show_refusal(noted)
        else:
            case.change(noted)

    def _page_actions(self) -> list[Action]:
        case, case_notice = self.parts.case, self.parts.wishes.notice.emit
        return [
            Action("express.print", self._print_words(), self._want_receipt, Key.PRINT),
            Action("express.notice", self.tr("告知单"), case_notice, "", "hidden"),
            self.authorised.action(),
            Action("express.standard", self.tr("转为标准"), case.way.turn_standard, AS_STANDARD),
            Action(
                "express.unanswered",
                self.tr("未确认"),
                self.form.not_confirmed,
                NOT_CONFIRMED,
                "hidden",
            ),
            Action("core.later", self.tr("流水号稍后补"), self._later, Key.SERIAL_LATER, "hidden"),
        ]

    def how(self) -> str:
        """How the screen is worked, or that a receipt will be printed."""
        if self.receipt_wanted():
            return self.tr("办结时打印受理回执")
        return self.tr("从上到下")

    def _print_words(self) -> str:
        return self.tr("不要回执") if self.receipt_wanted() else self.tr("打印回执")

    def _want_receipt(self) -> None:
        """The customer asks for the receipt, or not after all; it is printed at the end."""
        opened, _run, _runner = self.parts.case.at_hand()
        self._receipt_of = "" if self.receipt_wanted() else opened.case.subject
        self._how.setText(self.how())
        self.parts.case.changed.emit()

    def _on_words(self) -> str:
        return finish_words(self.parts.case)

    def _render(self) -> None:
        self._title.setText(self.tr("一屏办完"))
        self._how.setText(self.how())
        self._show_presses()
        self.authorised.render_case()
        self._show_sending()
        self.form.render_case()

    def _run_changed(self) -> None:
        if self.isVisible():
            self._show_sending()
            self.offers_changed.emit()

    def _show_sending(self) -> None:
        words = sending_words(self.parts)
        self._sending.setText(words)
        self._sending.setVisible(bool(words))

    def _show_presses(self) -> None:
        """The key meter; the last press is F8."""
        presses = self.form.count.presses
        words = self.tr("已按 {count} 键，最多 {most}")
        self._pressed.setText(words.format(count=presses, most=MOST))
        self._meter.set_count(presses, MOST)

    def _spot(self, where: str) -> Spot:
        return self.form.spot(where, StepId.NEED), None

    def _place_code(self) -> str:
        return self.form.place_code()

    def _later(self) -> None:
        _opened, run, _runner = self.parts.case.at_hand()
        self.parts.case.change(run.with_serial(None))
        self.parts.case.keep()

    def settle(self) -> bool:
        """Whether the business is still express; turns to the standard way when it is not."""
        case = self.parts.case
        if not case.is_open or case.read_only or not case.way.chosen():
            return False
        if case.way.fits():
            return True
        case.way.turn_standard()
        return False


def finish_express(case: CaseAtDesk, wish: PaperWish) -> None:
    """Complete the business on show from its one screen."""
    opened, run, _runner = case.at_hand()
    acting = case.means.acting

    def again(override: str) -> None:
        def job(counter: Counter) -> Answer:
            fresh = with_approval(counter, acting, opened.case.subject, override)
            if isinstance(fresh, Refusal):
                return fresh
            return express.finish(counter, acting, fresh, run, wish)

        case.command(job, again)

    case.command(lambda c: express.finish(c, acting, opened, run, wish), again)


def finish_words(case: CaseAtDesk) -> str:
    """办结，归还 n 件."""
    if not case.is_open:
        return translate("ExpressPage", "办结")
    _opened, run, runner = case.at_hand()
    count = len(express.originals_in_hand(runner, run))
    if not count:
        return translate("ExpressPage", "办结")
    return translate("ExpressPage", "办结，归还 {count} 件").format(count=count)


def sending_words(parts: Parts) -> str:
    """送核心: how many of how many, the next one masked, and when the last one is cleared."""
    sent, count = parts.to_core.place()
    if not count:
        return ""
    name, value = parts.to_core.next_words()
    words = translate("ExpressPage", "送核心 {sent}/{count}　{name} {value}").format(
        sent=sent, count=count, name=name, value=value
    )
    if not parts.to_core.seconds:
        return words
    cleared = translate("ExpressPage", "0:{seconds:02d} 后清除").format(
        seconds=parts.to_core.seconds
    )
    return f"{words}　{cleared}"
