"""Terminals let in and shut out, and a PC that joins from the command line."""

import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from counter_app.bootstrap.adapters import SystemClock, entropy
from counter_app.bootstrap.branch_commands import attempt
from counter_app.bootstrap.catching_up import Progress
from counter_app.bootstrap.joining import Joined, join
from counter_app.bootstrap.saying import DONE, WRONG, refused
from counter_app.bootstrap.settings import Settings, home_of
from counter_app.db.branch.addresses import is_this_machine
from counter_app.db.branch.joining import certificate_shown
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.domain.join_code import PASSWORD_BYTES, JoinCode, mark_of, parse_join_code
from counter_app.domain.refusal import Refusal
from counter_app.printing.qr import QUIET_MODULES, module_matrix
from counter_app.services.branch_ports import BranchRefused

THIS_MACHINE = "127.0.0.1"
TOLD_EVERY = 4_000


@dataclass(frozen=True, slots=True)
class Admission:
    """Which terminal may come, what its PC may hold, how it reaches the server, how long it has."""

    terminal: int
    audiences: tuple[str, ...]
    host: str | None
    hours: int


def admit_terminal(url: str, admission: Admission) -> int:
    """Makes a terminal's role with a one-time password, and prints the join code."""
    if not 1 <= admission.terminal <= 99:
        return refused(Refusal("bad_terminal"))
    return attempt(lambda: _admit(url, admission))


def revoke_terminal(url: str, terminal: int) -> int:
    """Shuts a terminal out at once."""
    if not 1 <= terminal <= 99:
        return refused(Refusal("bad_terminal"))
    return attempt(lambda: _revoke(url, terminal))


def join_home(folder: Path | None, typed: str, window: str) -> int:
    """Joins this PC; 1 when it has joined and not all of the branch is here yet."""
    code = parse_join_code(typed)
    if isinstance(code, Refusal):
        return refused(code)
    home = home_of(folder)
    joined = join(home, code, Settings(window=window), _tell)
    if isinstance(joined, Refusal):
        return refused(joined)
    return _say_joined(joined)


def made_code(url: str, admission: Admission) -> JoinCode:
    """Admits the terminal; what its PC needs to come. Raises `BranchUnreachable`, `BranchRefused`."""
    upkeep = BranchUpkeep(url)
    place = upkeep.place
    host = admission.host or (THIS_MACHINE if place.is_here else place.host)
    certificate = _mark_at(host, place.port)
    until = SystemClock().now() + timedelta(hours=admission.hours)
    secret = entropy(PASSWORD_BYTES)
    code = JoinCode(
        host, place.port, place.database, admission.terminal, until, certificate, secret
    )
    upkeep.admit(admission.terminal, admission.audiences, code.password, until)
    return code


def _admit(url: str, admission: Admission) -> int:
    code = made_code(url, admission)
    until = code.until.astimezone().isoformat(" ", "minutes")
    if sys.stdout.isatty():
        print(_as_blocks(module_matrix("".join(code.groups))))
    print(str(code))
    print(
        f"终端 {code.terminal:02d} 的加入码，只能用一次，到 {until} 为止。"
        f"The join code of terminal {code.terminal:02d}: good once, until {until}."
    )
    if is_this_machine(code.host):
        print(
            "只在服务器这台机器上有用；别的电脑请加 --host。"
            "It works on the server's own machine only; for other PCs give --host."
        )
    return DONE


def _mark_at(host: str, port: int) -> bytes:
    """The mark of the certificate that terminals will see; none on this machine without TLS."""
    try:
        return mark_of(certificate_shown(host, port))
    except BranchRefused as refusal:
        if refusal.code == "no_tls" and is_this_machine(host):
            return b""
        raise


def _revoke(url: str, terminal: int) -> int:
    try:
        BranchUpkeep(url).revoke(terminal)
    except BranchRefused as refusal:
        return refused(Refusal(refusal.code, {"terminal": f"{terminal:02d}"}))
    print(
        f"终端 {terminal:02d} 已作废，连接已断，记录都在。"
        f"Terminal {terminal:02d} is revoked and cut off; its entries stay."
    )
    return DONE


def _tell(progress: Progress) -> None:
    """One line now and then."""
    if progress.done % TOLD_EVERY < 500:
        print(f"{progress.done} / {progress.of}", file=sys.stderr)


def _say_joined(joined: Joined) -> int:
    print(
        f"已加入，这台电脑是终端 {joined.terminal}。Joined: this PC is terminal {joined.terminal}."
    )
    if joined.sheet is not None:
        print(
            "恢复单（只显示这一次，请抄下来锁好）"
            f"Recovery sheet, shown this once, to be copied and locked away: {joined.sheet.home_mark}"
        )
        for number, group in enumerate(joined.sheet.groups, start=1):
            print(f"{number:2d}   {group}")
    if not joined.arriving.is_whole:
        done, of = joined.arriving.done, joined.arriving.of
        print(
            f"可以用了；往日记录已到 {done} / {of} 条，其余在使用时接着传。"
            f"Ready for work: {done} of {of} past entries are here, the rest comes meanwhile."
        )
    if joined.trouble is None:
        return DONE
    refused(joined.trouble)
    print("还没有收全，下次打开时接着收。Not all of it is here yet; the next start goes on.")
    return WRONG


def _as_blocks(matrix: tuple[bytes, ...]) -> str:
    """A QR code in half blocks, light on dark: two rows of modules in one of text."""
    width = len(matrix) + 2 * QUIET_MODULES
    edge = [bytes(width)] * QUIET_MODULES
    quiet = bytes(QUIET_MODULES)
    rows = [*edge, *(quiet + row + quiet for row in matrix), *edge]
    if len(rows) % 2:
        rows.append(bytes(width))
    signs = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join(
        "".join(signs[pair] for pair in zip(upper, lower, strict=True)) for upper, lower in pairs
    )
