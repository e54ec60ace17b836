"""The status line: what is saved, what waits at the printer, that nothing is booked here."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject

from counter_app.domain.dates import branch_time, short_date, weekday
from counter_app.services.branch_health import Health
from counter_app.services.branch_ports import BRANCH_DAMAGED, BRANCH_FULL
from counter_app.services.read_models import PaperLine
from counter_app.ui.shell import Frame
from counter_app.ui.widgets.queue_list import State
from counter_app.ui.window.means import WindowMeans


class StatusKeeper(QObject):
    """Says the state in words; a colour never stands alone."""

    def __init__(self, frame: Frame, means: WindowMeans) -> None:
        super().__init__(frame)
        self._frame, self._means = frame, means
        self._saved = ""
        self._trouble: Callable[[], str] | None = None
        self._papers: Sequence[PaperLine] = ()
        self._serves = False
        self._health: Health | None = None
        self._lied_before = ""

    def saved(self, at: str) -> None:
        """Something was kept durably at this instant (UTC text)."""
        self._saved = branch_time(dt.datetime.fromisoformat(at)).strftime("%H:%M:%S")
        self._trouble = None
        self.show()

    def trouble(self, sentence: Callable[[], str]) -> None:
        """The store could not work; stands until the next thing is saved."""
        self._trouble = sentence
        self.show()

    def branch(self, health: Health) -> None:
        """How it stands with the branch."""
        if self._health is None:
            self._lied_before = health.arriving.lied
        self._health = health
        self.show()

    def papers(self, papers: Sequence[PaperLine], *, serves: bool) -> None:
        """The copies that have not gone out; who serves has them in the left pane."""
        self._papers, self._serves = papers, serves
        self.show()

    def show(self) -> None:
        """Everything again, in the language of the window."""
        states = [
            self._saving(),
            *self._exchanging(),
            *self._arriving(),
            *self._withheld(),
            self._printing(),
            *self._reading(),
        ]
        self._frame.set_states(states)
        today = self._means.today()
        language = self._means.language.language
        now = branch_time(self._means.now()).strftime("%H:%M")
        day = f"{short_date(today).into(language)} {weekday(today).into(language)} {now}"
        self._frame.status.set_note(self.tr("本终端只作引导与存证，不记账"), day)

    def _saving(self) -> State:
        if self._trouble is not None:
            return State(self._trouble(), "triangle-alert", "bad")
        if not self._saved:
            return State(self.tr("本机数据完好"), "circle-check", "ok")
        return State(self.tr("已保存 {0}").format(self._saved), "circle-check", "ok")

    def _exchanging(self) -> tuple[State, ...]:
        """How old the last confirmed exchange is, and what waits; nothing on a PC that stands alone."""
        health = self._health
        if health is None:
            return ()
        if health.state == "well" and not health.arriving.is_whole and not health.unsound:
            return ()
        if health.state == "well":
            return (self._exchanged(health),)
        if health.state == "begun":
            return (State(self.tr("正在连网点"), "cloud-upload", "ink2"),)
        if health.detail == BRANCH_DAMAGED:
            words = self.tr("网点库的文件坏了，照常办理，请告诉管理员")
            return (State(f"{words}{self._owed(health)}", "triangle-alert", "bad"),)
        if health.detail == BRANCH_FULL:
            words = self.tr("网点库没有地方了，照常办理，请告诉管理员")
            return (State(f"{words}{self._owed(health)}", "triangle-alert", "bad"),)
        words = {
            "unreachable": self.tr("网点连不上，照常办理"),
            "refused": self.tr("网点不认本机，请告诉管理员"),
            "other_branch": self.tr("连到了别的网点，请告诉管理员"),
            "forked": self.tr("本机像是复制或恢复过，照常办理，请告诉管理员"),
            "store_trouble": self.tr("本机存不下网点来的内容，请告诉管理员"),
            "ended": self.tr("与网点的往来停了，请重启本程序"),
        }[health.state]
        return (State(f"{words}{self._owed(health)}", "triangle-alert", "warn"),)

    def _arriving(self) -> Iterator[State]:
        """That history is still on its way, and whose snapshot was belied since this window began."""
        if self._health is None:
            return
        arriving = self._health.arriving
        if not arriving.is_whole:
            words = self.tr("往日记录还在传：{done} / {of}")
            if arriving.without_customers:
                words = self.tr("先传客户，已到 {customers} 位；往日记录 {done} / {of}")
            told = words.format(
                done=f"{arriving.done:,}",
                of=f"{arriving.of:,}",
                customers=f"{arriving.customers or 0:,}",
            )
            yield State(f"{told}{self._waiting(self._health)}", "cloud-upload", "ink2")
        if arriving.lied and arriving.lied != self._lied_before:
            words = self.tr("快照与账本不符，已弃用，请告诉管理员")
            yield State(words, "triangle-alert", "bad")

    def _exchanged(self, health: Health) -> State:
        minutes = health.minutes_without(self._means.now()) or 0
        words = (
            self.tr("网点已收齐")
            if minutes == 0
            else self.tr("{0} 分钟前与网点对齐").format(minutes)
        )
        if health.unsound:
            return State(self.tr("有账本对不上，请告诉管理员"), "triangle-alert", "bad")
        return State(
            f"{words}{self._waiting(health)}", "cloud-upload", "ok" if minutes == 0 else "warn"
        )

    def _withheld(self) -> tuple[State, ...]:
        """Own entries that the branch's server cannot hold whole: they are safe, and a person looks."""
        count = self._health.withheld if self._health is not None else 0
        if not count:
            return ()
        words = self.tr("{0} 条网点存不下内容，请告诉管理员")
        return (State(words.format(count), "triangle-alert", "warn"),)

    def _owed(self, health: Health) -> str:
        """Since when nothing was confirmed, and how much waits."""
        if health.confirmed_at is None:
            return self._waiting(health)
        at = branch_time(health.confirmed_at).strftime("%H:%M")
        return self.tr("（{0} 对齐过").format(at) + self._waiting(health) + self.tr("）")

    def _waiting(self, health: Health) -> str:
        return self.tr("，{0} 条待传").format(health.waiting) if health.waiting else ""

    def _reading(self) -> tuple[State, ...]:
        """Of the readers of identity papers, where one is set."""
        state = self._means.reader_state()
        if state == "ready":
            return (State(self.tr("读证 就绪"), "id-card", "ink2"),)
        if state == "down":
            return (State(self.tr("读证 没有连上"), "triangle-alert", "warn"),)
        return ()

    def _printing(self) -> State:
        waiting = [one for one in self._papers if one.state in ("failed", "held", "unknown")]
        if waiting:
            words = self.tr("{0} 份未打出，见左栏")
            if not self._serves:
                words = self.tr("{0} 份未打出，请本窗口柜员处理")
            return State(words.format(len(waiting)), "printer", "warn")
        if self._papers:
            words = self.tr("打印中 {0} 份").format(len(self._papers))
            return State(words, "printer", "ink2")
        return State(self.tr("打印机 正常"), "printer", "ink2")
