"""A copied PC: its losing end is brought aside byte for byte, and it goes on in a new journal."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from counter_app.db.branch.connecting import BranchAddress, BranchLine
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.forking import go_on_in_new_journal
from counter_app.db.salvage import Reopening, set_aside
from counter_app.db.store import StoreFiles, open_store
from counter_app.db.verify import verify
from counter_app.journal.entry import Entry
from counter_app.journal.facts import case
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.upkeep import QuarantineView
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.services.ports import Draft
from counter_app.services.settling import quarantined_entry
from tests.branch.test_absent_bodies import Pc, owner
from tests.store.writing import KEY, Hand, first_entry, started

__all__ = ["owner"]
Admit = Callable[..., PostgresBranch]
NEXT = "01979f3e-0000-7000-8000-00000000000b"


@pytest.fixture
def original(tmp_path: Path, admitted: Admit) -> Iterator[Pc]:
    """Terminal 3, which has met the branch."""
    made = Pc(tmp_path / "original", 3, admitted(3))
    made.hand.write("case/1", started(), case.CaseNoted(text="before"))
    made.meet()
    yield made
    made.close()


@pytest.fixture
def copied(
    tmp_path: Path,
    original: Pc,
    cluster: LocalPostgres,
    database: str,
    owner: Callable[..., list[Any]],
) -> Iterator[Pc]:
    """The same disk in another PC, with the same role at the branch."""
    ((role,),) = owner("SELECT role_name FROM terminal")
    original.store.close()
    home = tmp_path / "copied"
    shutil.copytree(original.files.database.parent, home)
    original.store = open_store(original.files, KEY, random.Random(1).randbytes)
    original.hand = Hand(original.store)
    line = BranchLine(BranchAddress(cluster.url(database, role)))
    made = Pc(tmp_path / "scratch", 9, PostgresBranch(line))
    made.store.close()
    made.files = StoreFiles.in_home(home)
    made.open_again()
    original.open_again()
    yield made
    made.close()


def test_the_losing_end_is_in_quarantine_and_the_pc_goes_on(
    original: Pc, copied: Pc, owner: Callable[..., list[Any]], tmp_path: Path
) -> None:
    original.hand.write("case/1", case.CaseNoted(text="wins"))
    lost = list(
        copied.hand.write("case/1", case.CaseNoted(text="loses"), case.CaseNoted(text="2")).entries
    )
    lost += copied.hand.write("case/2", started("03A-0339U")).entries
    copied.store.save_draft(Draft("case/1 80231", "80231", "half", "t"))
    assert not original.meet().exchanged.forked
    assert copied.meet().exchanged.forked
    assert quarantined(owner) == lost
    lost += copied.hand.write("case/2", case.CaseNoted(text="later")).entries
    copied.forget_met()
    assert copied.meet().exchanged.forked
    assert quarantined(owner) == lost

    agreed, upto = copied.store.fork_noted() or (0, 0)
    assert (agreed, upto) == (3, 7)
    copied.store.close()
    kept = set_aside(copied.files, tmp_path / "kept")
    begin = Reopening(first_entry(3, "B", NEXT), random.Random(5).randbytes)
    told = go_on_in_new_journal(kept, copied.files, KEY, agreed, begin)
    assert (told.journal_id, told.quarantined) == (NEXT, len(lost))
    assert verify(copied.files, KEY).faults == ()
    copied.open_again()
    met = copied.meet()
    original.meet()
    assert not met.exchanged.forked
    assert met.exchanged.rejected == ()
    assert copied.store.heads() == original.store.heads()
    assert copied.store.journal_id == NEXT
    assert copied.store.draft("case/1 80231") is not None
    for store in (copied.store, original.store):
        view = store.view("case/1")
        assert isinstance(view, CaseView)
        assert view.notes == ("before", "wins")
        assert not store.view("case/2").exists
        settle = store.view(f"quarantine/{NEXT}-0")
        assert isinstance(settle, QuarantineView)
        assert [one.hash for one in settle.open] == [one.hash for one in lost]
    settled = copied.store.view(f"quarantine/{NEXT}-0")
    assert isinstance(settled, QuarantineView)
    for named, entry in zip(settled.open, lost, strict=True):
        assert quarantined_entry(copied.store.content(named.content), named) == entry


def quarantined(owner: Callable[..., list[Any]]) -> list[Entry]:
    """What the branch keeps aside, in order."""
    rows = owner("SELECT data FROM quarantine WHERE reason = 'fork'")
    return sorted(Entry(**json.loads(one)) for (one,) in rows)
