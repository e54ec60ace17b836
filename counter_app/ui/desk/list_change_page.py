"""清单改了: a notice given before is not honoured any more; what is new, what fell away, what changed.

Stands before every other page of the case. One key gives the corrected notice and goes on under the
list in force; answers stay where the line is the same.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from counter_app.domain.dates import plain_date
from counter_app.forms.run_state import StepId
from counter_app.i18n import Text
from counter_app.services import relisting
from counter_app.services.handling_results import NoticeWish, PaperWish
from counter_app.services.lists import NoticeUnder
from counter_app.ui.desk.case_page import CasePage, Parts
from counter_app.ui.desk.dialogs import ReasonDialog
from counter_app.ui.desk.list_words import not_honoured
from counter_app.ui.keys import Key
from counter_app.ui.shell import Action
from counter_app.ui.widgets.base import clear
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.panes import Hint, SectionFrame
from counter_app.ui.widgets.tick_box import CheckBox
from counter_app.ui.words.marks import led, one_by_one


class ListChangePage(CasePage):
    """The difference in plain words, a section each for what is new, gone and changed."""

    step = StepId.DOCUMENTS

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "desk.list_change")
        theme = self.theme
        self._title = Label(theme, "", "head", wrap=True)
        self._why = Label(theme, "", "body", "ink2", wrap=True)
        self._sections = [SectionFrame(theme) for _one in range(3)]
        self._kept = Label(theme, "", "body", "ink2", wrap=True)
        self.large = CheckBox(theme, "")
        for part in (self._title, self._why, *self._sections, self._kept, self.large):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def title(self) -> str:
        return self.tr("清单改了")

    def first_focus(self) -> QWidget | None:
        return self.large

    def go_on(self) -> None:
        """The corrected notice is printed, and the case goes on under the list in force."""
        self._give(NoticeWish(None, paper=PaperWish(large=self.large.isChecked())))

    def offers(self) -> Sequence[Action]:
        make = self.parts.actions
        spoken = self.tr("只念，不打印")
        return [
            *make.at_desk(free=False),
            Action("lists.spoken", spoken, self._speak, "Alt+R"),
            Action("lists.large", self.tr("大字"), self.large.click, "Alt+B", "hidden"),
            *make.of_case(),
            self._on_action(),
        ]

    def _on_words(self) -> str:
        return self.tr("打印更正的告知单，按新清单办")

    def _on_action(self) -> Action:
        why = self.parts.actions.read_only_words()
        words = self._on_words()
        return Action(
            "lists.go_on", words, self.go_on, Key.NEXT, "primary", why_not=why, icon="printer"
        )

    def _speak(self) -> None:
        dialog = ReasonDialog(
            self.theme,
            self,
            self.tr("只念，不打印"),
            self.tr("逐项念给客户听；不要纸的原因会记下"),
            lambda reason: self._give(NoticeWish(None, "spoken", reason)),
        )
        dialog.open()

    def _give(self, wish: NoticeWish) -> None:
        case, acting = self.parts.case, self.parts.means.acting
        opened, run, _runner = case.at_hand()
        held = opened.at(run, self.place())
        case.command(lambda c: relisting.follow_present_list(c, acting, held, wish))

    def _render(self) -> None:
        under = not_honoured(self.parts.case.opened)
        self.large.setText(self.tr("大字"))
        if under is None:
            return
        say, spec = self.parts.means.say, under.present.runner.procedure.spec
        self._title.setText(self.tr("这张告知单的清单已经换了，按新清单办"))
        told = self.tr("{day} 的告知单 {number} 按 {was} 版；{since} 起按 {now} 版")
        self._why.setText(
            told.format(
                day=say(plain_date(under.given_on)),
                number=under.number,
                was=under.edition,
                since=say(plain_date(spec.from_date)),
                now=spec.edition,
            )
        )
        self._kept.setText(self.tr("没变的几项照旧：已看过、已填的都留着，不用重来"))
        for section, (title, icon, lines) in zip(self._sections, self._told(under), strict=True):
            section.set_title(title)
            section.setVisible(bool(lines))
            clear(section.body)
            for line in lines:
                section.body.addWidget(Hint(self.theme, icon, line))

    def _told(self, under: NoticeUnder) -> list[tuple[str, str, list[str]]]:
        say, changes = self.parts.means.say, under.changes
        new = [self._with_why(say(one.title), one.why) for one in changes.added]
        new += [self.tr("要多问：{what}").format(what=say(one)) for one in changes.asked]
        if changes.refused is not None:
            new.append(say(changes.refused))
        gone = [say(one.title) for one in changes.dropped]
        changed = [
            led(say(one.line.title), one_by_one(say(word) for word in one.what))
            for one in changes.changed
        ]
        return [
            (self.tr("新要的 {count}").format(count=len(new)), "file-plus", new),
            (self.tr("不用了的 {count}").format(count=len(gone)), "circle-check", gone),
            (self.tr("改了的 {count}").format(count=len(changed)), "triangle-alert", changed),
        ]

    def _with_why(self, title: str, why: Text) -> str:
        words = self.tr("{title}（{why}）")
        return words.format(title=title, why=self.parts.means.say(why))
