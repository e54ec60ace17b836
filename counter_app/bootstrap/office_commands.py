"""Head office's commands: its database made, a branch joined as a reader, all branches read.

Owns the order and what is said. One branch that does not answer, or is not believed, hinders no other.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from counter_app.bootstrap.adapters import SystemClock, entropy
from counter_app.bootstrap.branch_commands import attempt, say_facts, say_steps
from counter_app.bootstrap.ground import PROGRAM
from counter_app.bootstrap.joining import find_door, take_up
from counter_app.bootstrap.office_folder import (
    JoinedBranch,
    joined_branches,
    keep_branch,
    kept_access,
    place_of_branch,
)
from counter_app.bootstrap.saying import DONE, WRONG, in_both, refused
from counter_app.bootstrap.settings import home_of
from counter_app.config import Home
from counter_app.db.branch.addresses import with_encryption
from counter_app.db.branch.connecting import BranchAddress, BranchLine
from counter_app.db.branch.head_office import HeadOfficeShelf
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.domain.join_code import JoinCode, parse_join_code
from counter_app.domain.refusal import Refusal
from counter_app.services.branch_ports import BranchRefused, BranchUnreachable
from counter_app.sync.exchange import Exchanged
from counter_app.sync.head_office import read_branch
from counter_app.ui.words.sentences import refusal_sentence
from counter_app.vault.keys import Created, KeyRing, StoreKey
from counter_app.vault.machine_seal import machine_seal
from counter_app.vault.signatures import is_signed

OFFICE_ID = "office/head"
FEW_LINES = 8
"""Head office's server is read by few programs; a branch's by sixty terminals."""


def init_office(url: str, name: str) -> int:
    """Makes head office's database; 1 when something of the server is to be mended."""

    def work() -> int:
        upkeep = BranchUpkeep(url)
        say_steps(upkeep.init(OFFICE_ID, name))
        return say_facts(upkeep.server_facts(FEW_LINES))

    return attempt(work)


def join_branch(folder: Path | None, typed: str) -> int:
    """Takes up a branch's join code: from then on `read_branches` reads it. The same code may be
    repeated."""
    code = parse_join_code(typed)
    if isinstance(code, Refusal):
        return refused(code)
    home = home_of(folder)
    key = _key(home)
    if isinstance(key, Refusal):
        return refused(key)
    return attempt(lambda: _join(home, key, code))


def read_branches(folder: Path | None, url: str) -> int:
    """Reads every branch once; 1 when one was not read, or held what could not be believed."""
    home = home_of(folder)
    key = KeyRing(entropy, machine_seal()).open(home.folder)
    try:
        branches = tuple(joined_branches(home, key)) if isinstance(key, StoreKey) else ()
    except OSError as error:
        return refused(Refusal("disk", {"detail": error.strerror or ""}))
    if not branches:
        return refused(Refusal("office_empty"))
    return attempt(lambda: _read(branches, url))


def _key(home: Home) -> StoreKey | Refusal:
    """The key of the folder; made with the first branch. What it seals can be had anew by admitting."""
    keys = KeyRing(entropy, machine_seal())
    try:
        made = keys.create(home.folder)
    except OSError as error:
        return Refusal("disk", {"detail": error.strerror or ""})
    key = made.key if isinstance(made, Created) else keys.open(home.folder)
    return key if isinstance(key, StoreKey) else Refusal(key.code, {"file": key.file})


def _join(home: Home, key: StoreKey, code: JoinCode) -> int:
    place = place_of_branch(home, code)
    with TemporaryDirectory() as folder:
        door = find_door(code, kept_access(place, key), Path(folder), founding=True)
        if isinstance(door, Refusal):
            return refused(door)
        take_up(place, key, door, (f"{OFFICE_ID}/{key.home_id}", ""), Path(folder))
    keep_branch(place, door.branch_id, door.name)
    print(
        f"已加入 {door.name}，用 office read 来读。"
        f"Joined {door.name}: office read reads it from now on."
    )
    return DONE


def _read(branches: tuple[JoinedBranch, ...], url: str) -> int:
    own = BranchLine(BranchAddress(with_encryption(url)))
    try:
        answers = [_read_one(own, one) for one in branches]
    finally:
        own.close()
    return max(answers)


def _read_one(own: BranchLine, branch: JoinedBranch) -> int:
    """Trouble of head office's own database is raised: without it no branch can be read."""
    held = HeadOfficeShelf(own, branch.branch_id, branch.name)
    line = BranchLine(branch.address)
    try:
        done = _exchanged(held, PostgresBranch(line), branch)
    except BranchUnreachable as trouble:
        _require(own)
        return _not_read(branch, Refusal("branch_unreachable", {"detail": str(trouble)}))
    except BranchRefused as refusal:
        _require(own)
        return _not_read(branch, Refusal(refusal.code))
    finally:
        line.close()
    return _say_read(branch, done)


def _exchanged(held: HeadOfficeShelf, shelf: PostgresBranch, branch: JoinedBranch) -> Exchanged:
    greeting = shelf.greet(PROGRAM, SystemClock().now(), 0)
    if greeting.branch_id != branch.branch_id:
        raise BranchRefused("other_branch")
    return read_branch(held, shelf, is_signed)


def _require(own: BranchLine) -> None:
    own.rows("SELECT 1")


def _not_read(branch: JoinedBranch, refusal: Refusal) -> int:
    said = " ".join(in_both(lambda language: refusal_sentence(refusal, language)))
    print(f"{branch.name}：{said}", file=sys.stderr)
    return WRONG


def _say_read(branch: JoinedBranch, done: Exchanged) -> int:
    back = f"，还回 gave back {done.given_back}" if done.given_back else ""
    print(f"{branch.name}：取 read {done.pulled} 条 entries{back}")
    unsound = {*done.forged, *(one.entry.journal_id for one in done.rejected)}
    if not unsound:
        return DONE
    print(
        f"{branch.name}：{len(unsound)} 本日志对不上，没有收 journals that are not believed: "
        f"{', '.join(sorted(unsound))}",
        file=sys.stderr,
    )
    return WRONG
