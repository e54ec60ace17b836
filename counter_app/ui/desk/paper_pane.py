"""The papers of a case in the right pane: name, state of the last copy, and the page itself."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counter_app.ui.desk.means import Means, PaperPages
from counter_app.ui.desk.papers_model import PaperShown
from counter_app.ui.keys import Key
from counter_app.ui.widgets.base import clear, row
from counter_app.ui.widgets.label import Label, StateLabel
from counter_app.ui.widgets.panes import PaneHead, SectionFrame
from counter_app.ui.widgets.preview import Pager
from counter_app.ui.widgets.value_fields import Choice, ChoiceField


class PaperPane(QObject):
    """`chosen` with the content's hash of the paper to preview."""

    chosen = Signal(str)

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        theme = means.theme
        self._papers: tuple[PaperShown, ...] = ()
        self._head = PaneHead(theme, "printer", "", Key.PRINT)
        self._states = SectionFrame(theme)
        self._preview = SectionFrame(theme)
        self._which = ChoiceField(theme, (), means.initials)
        self._pager = Pager(theme, "", least=320)
        self._preview.body.addWidget(self._which)
        self._preview.body.addWidget(self._pager)
        self._has_pages = False
        self._missing = Label(theme, "", "body", "ink2", wrap=True)
        self._preview.body.addWidget(self._missing)
        self._missing.hide()
        self._which.chosen.connect(self._chosen)

    def sections(self) -> Sequence[QWidget]:
        """For the right pane."""
        self._head.set_title(self.tr("打印"))
        if self._has_pages:
            return [self._head, self._states, self._preview]
        return [self._head, self._states]

    def widgets(self) -> Sequence[QWidget]:
        """Everything that may stand in the right pane."""
        return [self._head, self._states, self._preview]

    def current(self) -> str:
        """The number of the paper chosen; empty without papers."""
        for paper in self._papers:
            if paper.content_hash == self._which.value():
                return paper.paper
        return self._papers[0].paper if self._papers else ""

    def show_papers(self, papers: Sequence[PaperShown]) -> None:
        """Show these papers with their states."""
        before = [one.content_hash for one in self._papers]
        self._papers = tuple(papers)
        self._fill_states()
        self._which.setAccessibleName(self.tr("预览哪一张"))
        if before != [one.content_hash for one in papers]:
            self._which.set_choices([Choice(one.content_hash, one.name) for one in papers])
            self._has_pages = False
            self._which.set_value(papers[0].content_hash if papers else "")
            self.chosen.emit(self._which.value())

    def show_pages(self, pages: PaperPages) -> None:
        """The pages of the chosen paper."""
        self._pager.view.setAccessibleName(self.tr("单据预览"))
        self._pager.set_pages(pages)
        self._pager.show()
        self._missing.hide()
        self._has_pages = bool(pages)

    def say_missing(self, sentence: str) -> None:
        """Why the chosen paper cannot be shown, where it would stand."""
        self._missing.setText(sentence)
        self._missing.show()
        self._pager.hide()
        self._has_pages = True

    def _chosen(self, content_hash: str) -> None:
        self.chosen.emit(content_hash)

    def _fill_states(self) -> None:
        clear(self._states.body)
        theme = self._means.theme
        for paper in self._papers:
            line = row()
            name = paper.name
            if paper.copies > 1:
                name = self.tr("{name}（第 {count} 份）").format(name=name, count=paper.copies)
            line.addWidget(Label(theme, name, "body"), 1)
            state = StateLabel(theme, paper.state.icon, paper.state.words, paper.state.ink, "body")
            line.addWidget(state)
            self._states.body.addLayout(line)
            if paper.why:
                self._states.body.addWidget(Label(theme, paper.why, "small", "ink2", wrap=True))
        words = self.tr("已送出不等于已打好，请看一眼出纸")
        if not self._papers:
            words = self.tr("这笔业务没有单据")
        self._states.body.addWidget(Label(theme, words, "small", "ink2", wrap=True))
