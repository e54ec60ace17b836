"""The administrator's commands on a branch database: made, looked at, brought up to date, backed up."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from counter_app.bootstrap.adapters import SystemClock
from counter_app.bootstrap.ground import Ground, open_home
from counter_app.bootstrap.saying import DONE, WRONG, refused
from counter_app.bootstrap.settings import home_of, is_set_up
from counter_app.db.branch.upkeep import BranchState, BranchUpkeep, ServerFact
from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.ground import BranchView
from counter_app.services.branch_ports import BranchRefused, BranchUnreachable, TerminalState

USUAL_TERMINALS = 60
BACKUP_TAKES = timedelta(days=1)
"""A backup of unknown begin is taken to have begun so long ago: too early keeps entries, too late
would let terminals forget what no backup holds."""

_FACTS = {
    "version": "PostgreSQL 版本 version",
    "tls": "加密 TLS",
    "scram": "密码方式 passwords",
    "rules": "不经 SCRAM 的规则 rules without SCRAM",
    "connections": "连接上限 max_connections",
    "large_objects": "大对象对人人开放 large objects open to everybody",
    "messages": "消息语言 lc_messages",
    "encoding": "编码 encoding",
    "checksums": "页校验 data_checksums",
    "durable": "落盘 fsync, full_page_writes",
}
_REMEDIES = {
    "version": "要 15 版或更新 15 or later is needed",
    "tls": "请设 ssl = on，配证书 set ssl = on with a certificate",
    "scram": "请设 password_encryption = scram-sha-256 please set it",
    "rules": "请在 pg_hba.conf 里改成 scram-sha-256 change them in pg_hba.conf",
    "connections": f"{USUAL_TERMINALS} 台终端不够用 too few for {USUAL_TERMINALS} terminals",
    "large_objects": "请用超级用户再运行一次 init run init once as superuser",
    "messages": "请设 lc_messages = 'C' please set lc_messages = 'C'",
    "encoding": "要 UTF8 it has to be UTF8",
    "checksums": "请停库运行 pg_checksums --enable，否则坏页不报 else a damaged page is not told",
    "durable": "都要 on，否则断电会丢 both on, or a power cut loses entries",
}


def init_branch(folder: Path | None, url: str) -> int:
    """Makes the database of this home's branch; 1 when something of the server is to be mended."""
    home = home_of(folder)
    if not is_set_up(home):
        return refused(Refusal("not_set_up"))
    ground = open_home(home)
    if isinstance(ground, Refusal):
        return refused(ground)
    try:
        branch = ground.counter.branch
    finally:
        _close(ground)
    return attempt(lambda: _init(branch, url))


def branch_status(url: str) -> int:
    """What the server is and how each terminal stands; 1 when something is to be mended."""
    return attempt(lambda: _status(BranchUpkeep(url)))


def upgrade_branch(url: str) -> int:
    """Brings the schema up to this program."""
    return attempt(lambda: say_steps(BranchUpkeep(url).upgrade()))


def backup_done(url: str, begun: str | None) -> int:
    """Notes that a backup begun then is safely elsewhere: what it holds, terminals may forget."""
    now = SystemClock().now()
    try:
        at = datetime.fromisoformat(begun).astimezone() if begun else now - BACKUP_TAKES
    except ValueError:
        return refused(Refusal("bad_instant"))
    if at > now:
        return refused(Refusal("bad_instant"))
    return attempt(lambda: _back_up(BranchUpkeep(url), at))


def attempt(work: Callable[[], int]) -> int:
    """Does it, or says in one sentence why it cannot be done."""
    try:
        return work()
    except BranchUnreachable as trouble:
        return refused(Refusal("branch_unreachable", {"detail": str(trouble)}))
    except BranchRefused as refusal:
        return refused(Refusal(refusal.code))


def _init(branch: BranchView, url: str) -> int:
    assert branch.founded is not None
    if branch.founded.purpose == "practice":
        return refused(Refusal("practice_apart"))
    upkeep = BranchUpkeep(url)
    outlet = branch.founded.outlet
    say_steps(upkeep.init(branch.subject, outlet.zh))
    if branch.founded.purpose == "demo":
        print(
            "演示网点：只有这个演示的电脑能加入，正式网点的不能。"
            "A demo branch: only PCs of this very demo can join it, none of a real branch."
        )
    return say_facts(upkeep.server_facts(USUAL_TERMINALS))


def _status(upkeep: BranchUpkeep) -> int:
    state = upkeep.state()
    print(f"{state.name}  {state.branch_id}")
    backed = (
        state.backed_up_at.astimezone().isoformat(" ", "minutes") if state.backed_up_at else "-"
    )
    print(f"结构 schema {state.step}，最近备份 last backup {backed}")
    if state.lacking:
        print("有新结构，请运行 branch upgrade. A newer schema is there: run branch upgrade.")
    for one in state.terminals:
        print(_terminal_line(one))
    facts = say_facts(upkeep.server_facts(_terminals(state)))
    return WRONG if state.lacking else facts


def _terminals(state: BranchState) -> int:
    return sum(1 for one in state.terminals if not one.revoked)


def _terminal_line(one: TerminalState) -> str:
    parts = [f"{one.terminal:02d}"]
    if one.revoked:
        parts.append("已作废 revoked")
    parts.append(f"{one.entries} 条 entries")
    parts.append(f"等 {_count(one.waiting)} waiting")
    parts.append(f"{_count(one.asked_s)} 秒前来过 s since seen")
    parts.append(f"钟差 skew {_count(one.skew_ms)} ms")
    parts.append(f"程序 program {one.program or '-'}")
    if one.quarantined:
        parts.append(f"隔离 quarantined {one.quarantined}")
    return "  ".join(parts)


def _count(value: int | None) -> str:
    return "-" if value is None else str(value)


def _back_up(upkeep: BranchUpkeep, at: datetime) -> int:
    covered = upkeep.backup_done(at)
    print(f"备份已记下，覆盖 {covered} 本日志。Noted: the backup covers {covered} journals.")
    return DONE


def say_steps(done: list[str]) -> int:
    """Which steps of the schema were done now."""
    if done:
        print(f"已建 made: {', '.join(done)}")
    else:
        print("结构已是最新。The schema is up to date.")
    return DONE


def say_facts(facts: list[ServerFact]) -> int:
    """What was found of the server, and what is to be mended; 1 when something is."""
    for one in facts:
        found = f": {one.found}" if one.found else ""
        remedy = "" if one.good else f"  → {_REMEDIES[one.code]}"
        print(f"{'好 ok' if one.good else '须改 mend'}  {_FACTS[one.code]}{found}{remedy}")
    return DONE if all(one.good for one in facts) else WRONG


def _close(ground: Ground) -> None:
    ground.store.close()
    ground.release()
