"""办结: what to say, which originals go back, how the papers are wanted; F8 completes and prints."""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from counter_app.domain.paper import PaperLanguage
from counter_app.forms.run_state import Outcome, RunState, StepId
from counter_app.services.handling_results import PaperWish
from counter_app.ui.desk.case_page import CasePage, Parts, Spot
from counter_app.ui.desk.next_steps_list import NextStepsList
from counter_app.ui.desk.papers_model import paper_name
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.label import Label
from counter_app.ui.widgets.panes import Script
from counter_app.ui.widgets.segmented import Segmented
from counter_app.ui.widgets.tick_box import CheckBox
from counter_app.ui.widgets.value_fields import Choice
from counter_app.ui.words.marks import listed, quoted

_HELD = (Outcome.SEEN, Outcome.COPIED, Outcome.ALTERNATIVE)


class CompletionPage(CasePage):
    """Before the end: script, originals, papers, next steps."""

    step = StepId.COMPLETION

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, "desk.completion")
        theme = self.theme
        self._say_title = Label(theme, "", "head")
        self._script = Script(theme)
        self._back_title = Label(theme, "", "head")
        self.returned = CheckBox(theme, "")
        self._which = Label(theme, "", "body", "ink2", wrap=True)
        self._papers_title = Label(theme, "", "head")
        self._papers = Label(theme, "", "body", "ink2", wrap=True)
        self.language = Segmented(theme, ())
        self._choices: list[Choice] = []
        self.large = CheckBox(theme, "")
        self._next_title = Label(theme, "", "head")
        self._next = NextStepsList(parts.means)
        self._nothing = QWidget()
        self._lay_out()
        self.returned.clicked.connect(self._returned)
        parts.case.changed.connect(self._run_changed)

    def first_focus(self) -> QWidget | None:
        return self.returned if self._originals() else self.language.focusProxy()

    def context(self) -> Sequence[QWidget]:
        """What to say stands in the middle here."""
        return [*super().context()[:-1], self._nothing]

    def own_sections(self) -> Sequence[QWidget]:
        return [self._nothing]

    def go_on(self) -> None:
        self._show_standing()
        self.parts.case.confirm(self._wish())

    def _lay_out(self) -> None:
        originals = row()
        originals.addWidget(self.returned)
        originals.addWidget(self._which, 1)
        originals.setSpacing(self.theme.px(12))
        papers = row()
        papers.addWidget(self.language)
        papers.addWidget(self.large)
        papers.addWidget(self._papers, 1)
        papers.setSpacing(self.theme.px(16))
        self.body.addWidget(self._say_title)
        self.body.addWidget(self._script)
        self.body.addWidget(self._back_title)
        self.body.addLayout(originals)
        self.body.addWidget(self._papers_title)
        self.body.addLayout(papers)
        self.body.addWidget(self._next_title)
        self.body.addWidget(self._next)
        self.body.addStretch(1)

    def _on_words(self) -> str:
        return self.tr("办结，打印单据")

    def _render(self) -> None:
        if not self.parts.case.is_open:
            return
        means = self.parts.means
        _opened, run, runner = self.parts.case.at_hand()
        self._retitle()
        said = [means.say(one.text) for one in runner.script(run, self.step) if one.kind != "watch"]
        self._script.set_words("\n".join(quoted(one) for one in said))
        self._say_title.setVisible(bool(said))
        self._script.setVisible(bool(said))
        originals = self._originals()
        count = len(originals)
        self.returned.setText(self.tr("已归还 {count} 件，客户已点收").format(count=count))
        self.returned.setChecked(
            bool(originals) and all(run.results[o].returned for o in originals)
        )
        titles = {line.id: means.say(line.title) for line in runner.checklist(run)}
        self._which.setText(listed(titles[one] for one in originals))
        for part in (self._back_title, self.returned, self._which):
            part.setVisible(bool(originals))
        kinds = [paper_name(one.kind) for one in runner.closing(run).papers if one.kind in "RN"]
        self._papers.setText(listed(kinds))
        self._next.show_steps(runner.next_steps(run), run.business_date)

    def _retitle(self) -> None:
        self._say_title.setText(self.tr("请这样说"))
        self._back_title.setText(self.tr("归还证件"))
        self._papers_title.setText(self.tr("客户要的单据"))
        self._next_title.setText(self.tr("接下来"))
        self.large.setText(self.tr("大字"))
        kept = self.language.value() or "zh"
        choices = [
            Choice("zh", self.tr("中文")),
            Choice("en", self.tr("英文")),
            Choice("both", self.tr("中英文")),
        ]
        if choices != self._choices:
            self._choices = choices
            self.language.set_choices(choices)
            self.language.set_value(kept)
        self.language.setAccessibleName(self.tr("单据的语言"))

    def _originals(self) -> list[str]:
        """The lines whose originals are in our hands and go back."""
        if not self.parts.case.is_open:
            return []
        _opened, run, runner = self.parts.case.at_hand()
        going_back = {
            item.id
            for item in runner.procedure.spec.checklist
            if item.returned and item.form == "original"
        }
        needed = {line.id for line in runner.checklist(run) if line.need != "not_needed"}
        return [
            name
            for name, result in run.results.items()
            if name in going_back & needed and result.outcome in _HELD
        ]

    def _wish(self) -> PaperWish:
        languages: dict[str, PaperLanguage] = {"zh": "zh", "en": "en", "both": "both"}
        return PaperWish(languages[self.language.value() or "zh"], self.large.isChecked())

    def _spot(self, where: str) -> Spot:
        if where in self._originals() or where == "returned":
            return self.returned, None
        return self.first_focus(), None

    def _spot_name(self, where: str) -> str:
        _opened, run, runner = self.parts.case.at_hand()
        titles = {line.id: self.parts.means.say(line.title) for line in runner.checklist(run)}
        return titles.get(where, "")

    def _place_code(self) -> str:
        return "returned" if self.returned.hasFocus() else ""

    def _returned(self, back: bool) -> None:
        _opened, run, _runner = self.parts.case.at_hand()
        self.parts.case.change(_with_returned(run, self._originals(), back))
        self.parts.case.keep()
        if back:
            self._clear_faults()

    def _run_changed(self) -> None:
        if self.isVisible():
            self._render()


def _with_returned(run: RunState, items: list[str], back: bool) -> RunState:
    """The originals handed back, or not yet."""
    changed = {name: replace(run.results[name], returned=back) for name in items}
    return replace(run, results=MappingProxyType({**run.results, **changed}))
