"""A terminal of the branch as a row of words, and the age of the exchange. Pure but for the words."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from counter_app.domain.dates import branch_time
from counter_app.journal.chain import ChainHead
from counter_app.services.branch_health import Health
from counter_app.services.branch_ports import BranchHead, TerminalState
from counter_app.services.snapshot_ports import Arriving
from counter_app.services.vouching import JournalKey
from counter_app.ui.widgets.queue_list import State
from counter_app.ui.widgets.table import Column, TableRow

translate = QCoreApplication.translate

SILENT_S = 60
"""Terminals ask every few seconds: who has not for a minute is off, or cut off."""
SKEW_MS = 30_000
"""Papers and the log show minutes: a clock that is out by half of one is said (house rule)."""
MINUTE, HOUR, DAY = 60, 3600, 86400


@dataclass(frozen=True, slots=True)
class Holding:
    """How far the branch and this PC hold each journal, which were not believed; this PC's number.

    `keys` are the keys of journals that are held here.
    """

    branch: Mapping[str, BranchHead]
    mine: Mapping[str, ChainHead]
    unsound: Sequence[str]
    terminal: int
    keys: Mapping[str, JournalKey] = field(default_factory=dict)

    def keys_of(self, state: TerminalState) -> dict[str, JournalKey]:
        """The keys of a terminal's journals, as far as they are held here."""
        return {one: self.keys[one] for one in state.journals if one in self.keys}


def terminal_columns() -> tuple[Column, ...]:
    """The columns of the page."""
    return (
        Column(translate("branch", "终端"), 96),
        Column(translate("branch", "最近来过"), 112),
        Column(translate("branch", "网点已存"), 88, figures=True),
        Column(translate("branch", "待传"), 64, figures=True),
        Column(translate("branch", "本机未收"), 88, figures=True),
        Column(translate("branch", "程序版本"), 88),
        Column(translate("branch", "时钟差"), 120),
        Column(translate("branch", "签名"), 144),
        Column(translate("branch", "隔离")),
    )


def terminal_row(state: TerminalState, holding: Holding) -> TableRow:
    """One terminal; what is not as it should be carries an icon."""
    number = f"{state.terminal:02d}"
    own = translate("branch", "{number} 本机").format(number=number)
    cells: tuple[str | State, ...] = (
        own if state.terminal == holding.terminal else number,
        _seen(state),
        str(state.entries),
        "" if state.waiting is None else str(state.waiting),
        str(_not_here(state, holding)),
        state.program,
        _skew(state),
        _signature(state, holding),
        _quarantine(state),
    )
    return TableRow(number, cells)


def exchange_words(health: Health | None, now: dt.datetime) -> str:
    """How old the last confirmed exchange of this PC is, what waits, and with which branch."""
    if health is None:
        return translate("branch", "这台电脑没有加入网点库，只有本机的记录")
    name = health.branch.name if health.branch else ""
    if health.confirmed_at is None:
        words = translate("branch", "本机还没有与网点库对齐过，{waiting} 条待传")
        return words.format(waiting=health.waiting)
    seconds = max(0, int((now - health.confirmed_at).total_seconds()))
    words = translate("branch", "{name}  本机 {at} 与网点库对齐（{age}前），{waiting} 条待传")
    at = branch_time(health.confirmed_at).strftime("%H:%M:%S")
    told = words.format(name=name, at=at, age=age_words(seconds), waiting=health.waiting)
    return (told + withheld_words(health) + _arriving(health.arriving)).strip()


def _arriving(arriving: Arriving) -> str:
    """How much of the journals is here, and which snapshot was belied, by which entry."""
    told = ""
    if not arriving.is_whole:
        words = translate("branch", "；往日记录还在传：{done} / {of} 条")
        if arriving.without_customers:
            words = translate(
                "branch", "；先传客户，已到 {customers} 位；往日记录 {done} / {of} 条"
            )
        told = words.format(done=arriving.done, of=arriving.of, customers=arriving.customers)
    if arriving.lied:
        maker, _space, entry = arriving.lied.partition(" ")
        words = translate("branch", "；账本 {maker} 做的快照与 {entry} 不符，已弃用")
        told += words.format(maker=maker, entry=entry)
    return told


def withheld_words(health: Health) -> str:
    """How many own entries the branch's server holds without what they say, and where that is."""
    if not health.withheld:
        return ""
    words = translate("branch", "；{n} 条的内容服务器存不下，在隔离里留着")
    return words.format(n=health.withheld)


def forked_words() -> str:
    """What happened to a PC whose journal has another end at the branch, and what is to be done."""
    return translate(
        "branch",
        "网点库里有本机账本的另一份：这台电脑像是复制过，或从旧备份恢复过。业务照常办理；"
        "请管理员签退、关掉窗口后，在这台电脑上运行 main.py branch go-on --staff 工号，"
        "在新日志里接着办",
    )


def age_words(seconds: int) -> str:
    """`8 秒`, `12 分`, `3 小时`, `2 天`."""
    if seconds < MINUTE:
        return translate("branch", "{n} 秒").format(n=seconds)
    if seconds < HOUR:
        return translate("branch", "{n} 分").format(n=seconds // MINUTE)
    if seconds < DAY:
        return translate("branch", "{n} 小时").format(n=seconds // HOUR)
    return translate("branch", "{n} 天").format(n=seconds // DAY)


def _seen(state: TerminalState) -> State:
    if state.revoked:
        return State(translate("branch", "已作废"), "x", "ink2")
    if state.asked_s is None:
        return State(translate("branch", "还没来过"), "clock", "warn")
    words = translate("branch", "{age}前").format(age=age_words(state.asked_s))
    if state.asked_s > SILENT_S:
        return State(words, "wifi-off", "warn")
    return State(words, "circle-check", "ok")


def _not_here(state: TerminalState, holding: Holding) -> int:
    """Entries of this terminal that the branch has and this PC has not."""
    ahead = 0
    for journal in state.journals:
        there = holding.branch[journal].head.seq if journal in holding.branch else 0
        here = holding.mine[journal].seq if journal in holding.mine else 0
        ahead += max(0, there - here)
    return ahead


def _skew(state: TerminalState) -> State:
    if state.skew_ms is None:
        return State("")
    seconds = abs(state.skew_ms) // 1000
    if abs(state.skew_ms) < 1000:
        return State(translate("branch", "准"), "circle-check", "ok")
    fast = state.skew_ms > 0
    words = translate("branch", "快 {age}") if fast else translate("branch", "慢 {age}")
    told = words.format(age=age_words(seconds))
    out = abs(state.skew_ms) > SKEW_MS
    return State(told, "triangle-alert" if out else "", "bad" if out else "ink2")


def _signature(state: TerminalState, holding: Holding) -> State:
    if any(one in holding.unsound for one in state.journals):
        return State(translate("branch", "对不上，已停收"), "shield-alert", "bad")
    if not state.journals:
        return State(translate("branch", "还没有记录"))
    keys = holding.keys_of(state).values()
    if not keys:
        return State(translate("branch", "还没收到"), "clock", "ink2")
    if any(one.standing == "another" for one in keys):
        return State(translate("branch", "作保的是另一把"), "shield-alert", "bad")
    if any(one.standing == "pinned" for one in keys):
        return State(translate("branch", "相符，没有作保"), "key-round", "ink2")
    return State(translate("branch", "相符，已作保"), "shield-check", "ok")


def key_words(state: TerminalState, holding: Holding, name: Callable[[str], str]) -> str:
    """The signs of a terminal's keys that a person compares, and who vouched for each."""
    parts = []
    for key in holding.keys_of(state).values():
        if key.standing == "vouched":
            words = translate("branch", "{mark}（{who}作保）")
            parts.append(words.format(mark=key.mark, who=name(key.by)))
        else:
            parts.append(key.mark)
    if not parts:
        return ""
    number = f"{state.terminal:02d}"
    told = translate("branch", "终端 {number} 的签名钥匙 {marks}")
    return told.format(number=number, marks=", ".join(parts))


def _quarantine(state: TerminalState) -> State:
    if not state.quarantined:
        return State(translate("branch", "无"))
    words = translate("branch", "{n} 条").format(n=state.quarantined)
    return State(words, "triangle-alert", "bad")
