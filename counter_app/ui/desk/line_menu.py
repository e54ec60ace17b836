"""What can be done about one line of the checklist, as a menu moved through by keys."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from counter_app.forms.run_state import Outcome
from counter_app.forms.run_views import ChecklistLine
from counter_app.ui.desk.means import Means

Chosen = Callable[[Outcome | None, str | None], None]
"""Called with the outcome and the id of alternative or reason; without outcome: undecided again."""


class LineMenu(QMenu):
    """Original seen, copied, alternatives, reasons of refusal, missing, undecided again."""

    def __init__(self, means: Means, line: ChecklistLine, owner: QWidget, chosen: Chosen) -> None:
        super().__init__(owner)
        self._means, self._chosen, self._count = means, chosen, 0
        self.setAccessibleName(means.say(line.title))
        self._add(self.tr("原件已见"), Outcome.SEEN)
        self._add(self.tr("原件已见，已复印"), Outcome.COPIED)
        for one in line.alternatives:
            words = self.tr("替代：{title}").format(title=means.say(one.title))
            self._add(words, Outcome.ALTERNATIVE, one.id)
        self.addSeparator()
        self._add(self.tr("缺这一样"), Outcome.MISSING)
        for reason in line.refusals:
            words = self.tr("不收：{reason}").format(reason=means.say(reason.text))
            self._add(words, Outcome.REFUSED, reason.id)
        if line.deferral is not None:
            self._add(self.tr("容缺受理，须主管批准"), Outcome.DEFERRED)
        self.addSeparator()
        self._add(self.tr("还没看"), None)

    def open_at(self, widget: QWidget) -> None:
        """Open under a widget, the first entry lit."""
        self.popup(widget.mapToGlobal(QPoint(0, widget.height())))
        self.setActiveAction(self.actions()[0])

    def _add(self, words: str, outcome: Outcome | None, which: str | None = None) -> None:
        self._count += 1
        digit = f"&{self._count}  " if self._count <= 9 else ""
        entry = QAction(f"{digit}{words.replace('&', '&&')}", self)
        entry.triggered.connect(lambda _checked=False: self._chosen(outcome, which))
        self.addAction(entry)
