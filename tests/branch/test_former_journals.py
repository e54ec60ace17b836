"""What a PC wrote and had not brought before its store was salvaged reaches the branch."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_bytes

import pytest

from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.salvage import Reopening, salvage, set_aside
from counter_app.db.store import SqliteStore, StoreFiles, open_store
from counter_app.journal.facts import care, case
from counter_app.services.branch_ports import BranchRefused, PushAnswer, SignedBatch
from counter_app.sync.meeting import Identity, Meeting
from tests.fakes.signing import PlainSigner, is_plainly_signed
from tests.store.writing import KEY, Hand, first_entry, journal_of, new_store

FORMER = journal_of(3)
NEXT = journal_of(33)
HELP = care.HelpAskedSilently(terminal="03", window="3", staff="80231")
Admit = Callable[..., PostgresBranch]


@pytest.fixture
def salvaged(tmp_path: Path) -> SqliteStore:
    """A PC that wrote six entries apart, one of them not for everybody, and had to be salvaged."""
    store = new_store(tmp_path / "3")
    hand = Hand(store)
    hand.write("case/1", case.CaseNoted(text="one"), case.CaseNoted(text="two"))
    hand.write("silenthelp/1", HELP)
    hand.write("case/1", case.CaseNoted(text="three"), case.CaseNoted(text="four"))
    store.close()
    files = StoreFiles.in_home(tmp_path / "3")
    kept = set_aside(files, tmp_path / "aside")
    salvage(kept, None, files, KEY, Reopening(first_entry(3, "B", NEXT), token_bytes))
    return open_store(files, KEY, token_bytes)


def meet(store: SqliteStore, branch: PostgresBranch, formers: tuple[str, ...] = (FORMER,)) -> None:
    """One whole meeting on a fresh line."""
    signers = dict.fromkeys(formers, PlainSigner())
    identity = Identity("branch/demo", "test", PlainSigner(), is_plainly_signed, signers)
    Meeting(store, branch, identity, lambda: datetime.now(UTC)).hold()


def test_the_end_of_a_former_journal_is_brought_by_whoever_has_its_key(
    salvaged: SqliteStore, admitted: Admit, tmp_path: Path
) -> None:
    own, other = admitted(3), admitted(4, ("all", "restricted"))
    reader = new_store(tmp_path / "4", 4)
    meet(salvaged, own, formers=())
    assert own.head(FORMER).seq == 0
    assert all(one.body_state == "here" for one in salvaged.entries_after(FORMER, 0, 9))
    meet(salvaged, own)
    assert own.head(FORMER) == salvaged.heads()[FORMER]
    assert own.head(NEXT) == salvaged.heads()[NEXT]
    meet(reader, other, formers=())
    every = reader.entries_after(FORMER, 0, 9)
    assert [one.body_state for one in every] == ["here"] * 6
    assert [one.body_state for one in salvaged.entries_after(FORMER, 0, 9)].count("elsewhere") == 1
    salvaged.close()
    reader.close()


def test_a_former_journal_that_the_branch_is_ahead_of_is_taken_from_there(
    salvaged: SqliteStore, admitted: Admit
) -> None:
    own = admitted(3)
    meet(salvaged, own)
    before = own.head(FORMER)
    meet(salvaged, own)
    assert own.head(FORMER) == before
    salvaged.close()


class TakesNothingLong(PostgresBranch):
    """A branch that cannot store one body."""

    def __init__(self, behind: PostgresBranch) -> None:
        super().__init__(behind._line)

    def give_back(self, terminal: int, batch: SignedBatch) -> PushAnswer:
        if any("three" in (one.body or "") for one in batch.entries):
            raise BranchRefused("unstorable")
        return super().give_back(terminal, batch)


def test_a_body_that_the_branch_cannot_hold_keeps_nothing_else_away(
    salvaged: SqliteStore, admitted: Admit
) -> None:
    own = TakesNothingLong(admitted(3))
    meet(salvaged, own)
    assert own.head(FORMER) == salvaged.heads()[FORMER]
    salvaged.close()
