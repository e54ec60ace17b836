"""What the customer has to bring, row by row: why, what else will do, who may bring it."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from counter_app.ui.desk import notice_model as model
from counter_app.ui.desk.means import Means
from counter_app.ui.widgets.badge import Badge
from counter_app.ui.widgets.base import clear, column, row, rule
from counter_app.ui.widgets.label import Label, StateLabel
from counter_app.ui.words.marks import one_by_one


class NoticeItems(QFrame):
    """A card of items; the last row names what was seen and comes along again."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self.setProperty("card", True)
        self._column = column(self)
        self._column.setContentsMargins(1, 1, 1, 1)

    def show_notice(self, notice: model.NoticeShown, today: dt.date) -> None:
        """Show the items of a notice."""
        clear(self._column)
        for number, item in enumerate(notice.items, start=1):
            if number > 1:
                self._column.addWidget(rule())
            self._column.addWidget(self._item(number, item, today))
        if notice.again:
            self._column.addWidget(rule())
            self._column.addWidget(self._again(notice))

    def _item(self, number: int, item: model.NoticeItem, today: dt.date) -> QFrame:
        theme, say, line = self._means.theme, self._means.say, item.line
        frame, grid = QFrame(), QGridLayout()
        top = row()
        top.addWidget(Label(theme, say(line.title), "strong", wrap=True), 1)
        top.addWidget(Badge(theme, model.cause_mark(item, today)), 0, Qt.AlignmentFlag.AlignTop)
        facts = [(self.tr("为什么"), say(line.why))]
        if line.alternatives:
            also = one_by_one(say(one.title) for one in line.alternatives)
            facts.append((self.tr("也可以"), also))
        facts.append((self.tr("谁带来"), say(line.who_brings)))
        for at, (label, said) in enumerate(facts):
            name = Label(theme, label, "small", "ink2")
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(theme, said, "small", wrap=True), at, 1)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(0)
        words = column()
        words.addLayout(top)
        words.addLayout(grid)
        across = row(frame)
        count = Label(theme, str(number), "small", "ink2")
        count.setFixedWidth(theme.px(20))
        across.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        across.setContentsMargins(theme.px(12), theme.px(8), theme.px(16), theme.px(8))
        across.setSpacing(theme.px(8))
        return frame

    def _again(self, notice: model.NoticeShown) -> QFrame:
        theme, frame = self._means.theme, QFrame()
        seen = self.tr("已看过，下次把原件再带来：{titles}").format(
            titles=model.titles(notice.again, self._means.language())
        )
        across = row(frame)
        across.addWidget(StateLabel(theme, "circle-check", seen, "ok", "body"), 1)
        across.setContentsMargins(theme.px(12), theme.px(8), theme.px(16), theme.px(8))
        return frame
