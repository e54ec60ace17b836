"""Every widget in every state, to look at and to test: the kit's own page.

Owns sample words only. Rebuilt as a whole when the language changes.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import clear, column, rule
from counter_app.ui.widgets.gallery_fields import choice_fields, code_fields, ticks
from counter_app.ui.widgets.gallery_lists import checklist, head_of_case, queue, read_back, table
from counter_app.ui.widgets.gallery_states import (
    badges,
    banners,
    buttons,
    colours,
    empty,
    faults,
    hints,
    notice,
    progress,
    script,
    stripe,
    type_sizes,
)
from counter_app.ui.widgets.label import Label

Section = tuple[str, Callable[[Theme], QWidget | QLayout]]


class Gallery(QWidget):
    """All sections under one another, in a scrolling column."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.inner = QFrame()
        self.inner.setProperty("ground", "surface")
        self._sections = column(self.inner)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.inner)
        column(self).addWidget(scroll)
        self._fill()
        theme.follow(self._restyle)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        clear(self._sections)
        for number, (words, build) in enumerate(self._parts(), start=1):
            heading = Label(self.theme, f"{number}　{words}", "head")
            self._sections.addWidget(heading)
            self._sections.addWidget(rule())
            part = build(self.theme)
            if isinstance(part, QWidget):
                self._sections.addWidget(part)
            else:
                self._sections.addLayout(part)
        self._sections.addStretch(1)

    def _parts(self) -> list[Section]:
        return [
            (self.tr("颜色"), colours),
            (self.tr("文字"), type_sizes),
            (self.tr("按钮"), buttons),
            (self.tr("字段"), code_fields),
            (self.tr("日期、选择、只读"), choice_fields),
            (self.tr("单选、多选、开关"), ticks),
            (self.tr("一笔业务的头和步骤条"), head_of_case),
            (self.tr("清单行"), checklist),
            (self.tr("核对确认"), read_back),
            (self.tr("左栏"), queue),
            (self.tr("表格"), table),
            (self.tr("徽标与行内状态"), badges),
            (self.tr("键提示"), hints),
            (self.tr("错误摘要"), faults),
            (self.tr("空状态"), empty),
            (self.tr("通知条与撤销"), notice),
            (self.tr("进度，超过 3 秒才有"), progress),
            (self.tr("整页状态"), banners),
            (self.tr("话术"), script),
            (self.tr("培训条"), stripe),
        ]

    def _restyle(self) -> None:
        px = self.theme.px
        self._sections.setContentsMargins(px(24), px(24), px(24), px(24))
        self._sections.setSpacing(px(12))
