"""A PC that was copied or restored goes on in a new journal: the order of the steps, and the command.

Owns the order: the person is judged, the branch is met once more, so that all of the losing end is in
its quarantine, it gives the new letters, and only then the files change. An interruption leaves the
former store, and the command is given again.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from counter_app.bootstrap.adapters import FreshIds, entropy
from counter_app.bootstrap.branch_address import address_of
from counter_app.bootstrap.branch_commands import attempt
from counter_app.bootstrap.branching import signer_of
from counter_app.bootstrap.catching_up import Progress, catch_up
from counter_app.bootstrap.ground import Ground, first_entry, journal_opened, open_home
from counter_app.bootstrap.home_commands import signed_here
from counter_app.bootstrap.mending import kept_folder
from counter_app.bootstrap.saying import DONE, WRONG, refused
from counter_app.bootstrap.settings import home_of, is_set_up
from counter_app.db.branch.connecting import BranchLine
from counter_app.db.branch.joining import Joining
from counter_app.db.branch.shelf import PostgresOffice
from counter_app.db.forking import WentOn, go_on_in_new_journal
from counter_app.db.salvage import Reopening, letters_used, next_letters, set_aside
from counter_app.db.store_files import StoreFiles
from counter_app.domain.refusal import Refusal
from counter_app.services.counter import Acting
from counter_app.services.going_on import may_go_on, say_gone_on
from counter_app.services.ports import StoreTrouble
from counter_app.services.reaching import ALONE
from counter_app.vault.branch_access import BranchAccess, read_access
from counter_app.vault.signatures import Signer, make_signer

Prove = Callable[[Ground, str], Acting | Refusal]


@dataclass(frozen=True, slots=True)
class GoneOn:
    """What came of it. `kept` holds the former files; `trouble` is what could not be told yet."""

    letters: str
    quarantined: int
    kept: Path
    trouble: Refusal | None


@dataclass(frozen=True, slots=True)
class _Agreed:
    """All that is known before the files change."""

    acting: Acting
    access: BranchAccess
    agreed_seq: int
    begin: Reopening


def go_on_here(folder: Path | None, staff: str) -> int:
    """Lets this PC go on in a new journal, signed by an administrator; 0 too when there is no need."""
    home = home_of(folder)
    if not is_set_up(home):
        return refused(Refusal("not_set_up"))
    ground = open_home(home)
    if isinstance(ground, Refusal):
        return refused(ground)
    return attempt(lambda: _say(go_on(ground, staff, signed_here)))


def go_on(ground: Ground, staff: str, prove: Prove) -> GoneOn | Refusal | None:
    """Makes the new journal of an open home, which is closed afterwards. None when nothing has forked.

    Raises `BranchUnreachable` and `BranchRefused`.
    """
    try:
        agreed = _agree(ground, staff, prove)
        if not isinstance(agreed, _Agreed):
            return agreed
        ground.store.close()
        kept, went = _change_files(ground, agreed)
    except StoreTrouble as trouble:
        return Refusal(trouble.code)
    finally:
        ground.store.close()
        ground.release()
    opened = agreed.begin.first.opened
    return GoneOn(opened.letter, went.quarantined, kept, _tell_branch(ground, agreed))


def _agree(ground: Ground, staff: str, prove: Prove) -> _Agreed | Refusal | None:
    access = read_access(ground.home.folder, ground.key)
    if not isinstance(access, BranchAccess):
        return Refusal(ALONE)
    _fetch_verifier(ground, access, staff)
    acting = prove(ground, staff)
    if isinstance(acting, Refusal):
        return acting
    signer = signer_of(ground)
    trouble = may_go_on(ground.counter, acting)
    if trouble or signer is None:
        return trouble or Refusal("damaged")
    trouble = catch_up(ground.home, ground.store, signer, access, _quietly)
    if trouble:
        return trouble
    forked = ground.store.fork_noted()
    return _Agreed(acting, access, forked[0], _beginning(ground, access)) if forked else None


def _fetch_verifier(ground: Ground, access: BranchAccess, staff: str) -> None:
    """An administrator who never signed on at this PC is proved by what the branch keeps."""
    if ground.verifiers.get(staff) is not None:
        return
    line = BranchLine(address_of(ground.home.folder, access))
    try:
        found = PostgresOffice(line).verifier(staff)
    finally:
        line.close()
    if found is not None:
        ground.verifiers.keep(staff, found)


def _beginning(ground: Ground, access: BranchAccess) -> Reopening:
    """What the new journal begins with: a key pair of its own, and letters that the branch gave."""
    journal_id = FreshIds().fresh()
    signer = make_signer(ground.home.folder, journal_id, ground.key, entropy)
    if not isinstance(signer, Signer):
        raise StoreTrouble("disk", signer.file)
    former = journal_opened(ground.store)
    line = BranchLine(address_of(ground.home.folder, access))
    try:
        joining = Joining(line)
        wished = next_letters((*joining.letters(), *letters_used(ground.store, former.terminal)))
        letters = joining.take_letters(journal_id, wished)
    finally:
        line.close()
    settings = replace(ground.settings, terminal=former.terminal, letters=letters)
    journal = (journal_id, signer.public_key)
    return Reopening(first_entry(journal, former.branch, settings, ground.counter.clock), entropy)


def _change_files(ground: Ground, agreed: _Agreed) -> tuple[Path, WentOn]:
    files = StoreFiles.in_home(ground.home.folder)
    folder = kept_folder(ground.home, ground.counter.clock.now())
    kept = set_aside(files, folder)
    went = go_on_in_new_journal(kept, files, ground.key.value, agreed.agreed_seq, agreed.begin)
    return folder, went


def _tell_branch(ground: Ground, agreed: _Agreed) -> Refusal | None:
    """Says in the new journal who let the PC go on, and brings it to the branch; why not, if so."""
    opened = open_home(ground.home, ground.counter.clock)
    if isinstance(opened, Refusal):
        return opened
    try:
        said = say_gone_on(opened.counter, agreed.acting, opened.store.journal_id)
        signer = signer_of(opened)
        if isinstance(said, Refusal) or signer is None:
            return said if isinstance(said, Refusal) else Refusal("damaged")
        return catch_up(opened.home, opened.store, signer, agreed.access, _quietly)
    finally:
        opened.store.close()
        opened.release()


def _quietly(_progress: Progress) -> None:
    """What comes is what changed since the last meeting: little."""


def _say(answer: GoneOn | Refusal | None) -> int:
    if answer is None:
        print("本机账本与网点的一致，不用换。This PC's journal is the branch's: nothing to do.")
        return DONE
    if isinstance(answer, Refusal):
        return refused(answer)
    print(
        f"已在新日志里接着办，受理编号的字母是 {answer.letters}。"
        f"Gone on in a new journal; the letters of its case numbers are {answer.letters}."
    )
    if answer.quarantined:
        print(
            f"分岔以后写的 {answer.quarantined} 条在隔离里，请主管在“网点”页逐条定下来。"
            f"{answer.quarantined} entries written after the fork are in quarantine: "
            "a supervisor settles each on the page Branch."
        )
    print(f"原来的文件在 The former files are in {answer.kept}")
    if answer.trouble is None:
        return DONE
    refused(answer.trouble)
    print("下次打开时接着传。The next start brings it to the branch.", file=sys.stderr)
    return WRONG
