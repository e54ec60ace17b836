"""Samples for the gallery: colours, type, buttons, badges, and the states of a page."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from counter_app.ui.theme import Role, Theme
from counter_app.ui.widgets.badge import Badge, Mark
from counter_app.ui.widgets.base import column, row
from counter_app.ui.widgets.button import Button, LinkButton
from counter_app.ui.widgets.error_summary import ErrorSummary, Fault
from counter_app.ui.widgets.keycap import KeyHints
from counter_app.ui.widgets.label import Label, StateLabel
from counter_app.ui.widgets.notice import Notice, NoticeLine
from counter_app.ui.widgets.panes import Script
from counter_app.ui.widgets.segmented import Segmented
from counter_app.ui.widgets.states import Banner, EmptyState, Progress, TrainingStripe
from counter_app.ui.widgets.value_fields import Choice

_SHOWN = (
    *("canvas", "side", "surface", "sunken", "line", "ctl", "ink", "ink2"),
    *("accent", "soft", "ok", "warn", "bad", "train", "bar", "c2"),
)


def tr(words: str) -> str:
    """The sample words in the language of the window; lupdate gathers them without a context."""
    return QCoreApplication.translate("", words)


class _Swatch(QWidget):
    def __init__(self, theme: Theme, token: str) -> None:
        super().__init__()
        self.theme, self._token = theme, token
        theme.follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("line"))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), self.theme.colour(self._token))


def colours(theme: Theme) -> QLayout:
    """Sixteen tokens with their values."""
    grid = QGridLayout()
    grid.setSpacing(theme.px(8))
    for number, token in enumerate(_SHOWN):
        at, side = divmod(number, 8)
        cell = column()
        cell.addWidget(_Swatch(theme, token))
        words = f"{token} {theme.colour(token).name().upper()}"
        cell.addWidget(Label(theme, words, "small", "ink2"))
        grid.addLayout(cell, at, side)
    return grid


def type_sizes(theme: Theme) -> QLayout:
    """Each role with digits, letters and a rare character."""
    lines = column()
    lines.setSpacing(theme.px(4))
    samples: tuple[tuple[Role, str], ...] = (
        ("figure", "A012　8:10"),
        ("title", tr("个人开户")),
        ("head", tr("材料清单")),
        ("body", tr("请输入 18 位证件号码")),
        ("small", tr("依据 个人开户规程 第 3 条")),
        ("body", "110***********002X　1,111.11　8,888.88　𠮷"),
    )
    for role, words in samples:
        lines.addWidget(Label(theme, words, role))
    return lines


def buttons(theme: Theme) -> QLayout:
    """All kinds, small, busy, link, segmented."""
    line = row()
    line.setSpacing(theme.px(12))
    busy = Button(theme, tr("保存"), "F8")
    busy.set_busy(tr("正在保存"))
    parts = (Choice("1", "1×"), Choice("4", "4×"))
    widgets: tuple[QWidget, ...] = (
        Button(theme, tr("下一步：受理"), "F8", "primary"),
        Button(theme, tr("挂起"), "F7"),
        Button(theme, tr("退回"), "Alt+R", "danger"),
        Button(theme, tr("打印"), "F9", icon="printer"),
        busy,
        Button(theme, tr("修改"), "1", "small"),
        LinkButton(theme, tr("展开")),
        Segmented(theme, parts, "1"),
    )
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line


def badges(theme: Theme) -> QLayout:
    """All tones, and states in words."""
    line = row()
    line.setSpacing(theme.px(8))
    marks = (
        Mark(tr("原件已见"), "ok", "circle-check"),
        Mark(tr("将到期"), "warn", "triangle-alert"),
        Mark(tr("缺 1 份"), "bad", "circle-x"),
        Mark(tr("首次开户"), "info", "info"),
        Mark(tr("本人办理"), "plain", "user"),
        Mark(tr("培训"), "train", "graduation-cap"),
    )
    for shown in marks:
        line.addWidget(Badge(theme, shown))
    line.addWidget(StateLabel(theme, "clock", tr("超过 15 分"), "warn"))
    line.addWidget(StateLabel(theme, "shield-alert", tr("等主管批准"), "bad"))
    line.addStretch(1)
    return line


def hints(theme: Theme) -> QWidget:
    """Key caps with what they do."""
    return KeyHints(
        theme, (("1-9", tr("勾选")), ("F9", tr("打印一次性告知单")), ("Ctrl+Z", tr("撤销")))
    )


def faults(theme: Theme) -> QWidget:
    """A summary of two faults."""
    summary = ErrorSummary(theme)
    wrong = [tr("请输入 18 位证件号码，现为 17 位"), tr("手机号码应为 11 位数字，现为 10 位")]
    summary.set_faults([Fault(words, summary) for words in wrong], focus_first=False)
    return summary


def empty(theme: Theme) -> QWidget:
    """Nothing here, and what leads on."""
    return EmptyState(
        theme,
        "inbox",
        tr("没有在办的业务"),
        (("F2", tr("接待一位客户")), ("F7", tr("恢复挂起 2 笔"))),
    )


def notice(theme: Theme) -> QWidget:
    """A notice that can be undone; its seconds stand still at the start."""
    line = NoticeLine(theme)
    line.say(Notice(tr("已删去一项，30 秒内可撤"), "undo-2", lambda: None))
    return line


def progress(theme: Theme) -> QWidget:
    """Work with a count."""
    bar = Progress(theme)
    bar.set_progress(tr("正在导入规程，第 1,240 / 4,000 条"), 1240, 4000)
    return bar


def banners(theme: Theme) -> QLayout:
    """States of a whole page."""
    lines = column()
    lines.setSpacing(theme.px(8))
    for tone, icon, words in (
        ("warn", "wifi-off", tr("支行数据库连不上，可照常办理；有 3 笔待上传")),
        ("bad", "lock", tr("数据只读：文件已损坏，请叫管理员")),
        ("info", "info", tr("这份规程 12 月 1 日起换新版")),
        ("ok", "circle-check", tr("已受理，资料收齐")),
    ):
        banner = Banner(theme)
        banner.set_words(words, icon, tone)
        lines.addWidget(banner)
    return lines


def script(theme: Theme) -> QWidget:
    """What to say."""
    return Script(theme, tr("“请您报一遍自己的身份证号，我逐位核对。”"))


def stripe(theme: Theme) -> QWidget:
    """Practice data."""
    return TrainingStripe(theme)
