"""An old program and facts of a newer one: kept, passed on, read-only; read after an upgrade."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from counter_app.db.store import SqliteStore, StoreFiles, open_store
from counter_app.db.verify import verify
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.journal import codec, facts
from counter_app.journal.entry import Entry
from counter_app.journal.facts import case
from counter_app.journal.facts.base import Fact
from counter_app.journal.folding import Fold, Folding
from counter_app.journal.folds import FOLDS
from counter_app.journal.folds.case import CaseView
from counter_app.rehearsal.simulated_branch import SimulatedBranch
from counter_app.services.counter import write
from counter_app.services.ports import NewFact
from tests.fakes.signing import exchange
from tests.store.writing import KEY, Hand, new_store, started
from tests.unit.services.standing import Standing, new_standing


class CaseWeighed(Fact):
    """A kind that the program of today does not know."""

    KIND: ClassVar[str] = "case_weighed_some_day"
    SUBJECT: ClassVar[str] = "case"

    grams: int


def weighed(view: CaseView, _entry: Entry, fact: CaseWeighed, _sees: object) -> CaseView:
    return replace(view, notes=(*view.notes, f"{fact.grams} g"))


NEWER = Folding(
    {**FOLDS, "case": Fold(FOLDS["case"].start, {**FOLDS["case"].steps, CaseWeighed: weighed})}
)


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """While it is set, this is the newer program."""
    with monkeypatch.context() as patched:
        patched.setitem(facts.FACT_BY_KIND, CaseWeighed.KIND, CaseWeighed)
        yield patched


def written_by_newer(folder: Path) -> list[Entry]:
    store = new_store(folder, 4)
    hand = Hand(store)
    hand.write("case/1", started(), CaseWeighed(grams=7))
    hand.write("case/1", case.CaseNoted(text="after"))
    entries = store.entries_after(store.journal_id, 0, 100)
    store.close()
    return entries


def test_it_is_kept_chained_and_passed_on(tmp_path: Path) -> None:
    entries = written_by_newer(tmp_path / "newer")
    home = StoreFiles.in_home(tmp_path / "old")
    store = new_store(home.database.parent, 3)
    assert store.accept(entries).rejected == ()
    view = store.view("case/1")
    assert isinstance(view, CaseView)
    assert view.needs_newer_program
    assert (view.notes, view.unreadable) == (("after",), ("unknown_kind",))
    assert store.entries_after(entries[0].journal_id, 0, 100) == entries
    branch, third = SimulatedBranch(), new_store(tmp_path / "third", 5)
    exchange(store, branch)
    exchange(third, branch)
    store.close()
    third.close()
    assert verify(home, KEY).faults == ()


def test_a_newer_version_of_a_known_kind_likewise(tmp_path: Path) -> None:
    entries = written_by_newer(tmp_path / "newer")
    store = new_store(tmp_path / "old", 3)
    later = [one._replace(version=2) if one.kind == "case_noted" else one for one in entries]
    happened = [codec.read_entry(one).absence for one in later]
    assert happened == [None, None, "unknown_kind", "newer_version"]
    store.close()


def test_nobody_writes_there_but_the_terminal(tmp_path: Path) -> None:
    here: Standing = new_standing(tmp_path / "old")
    here.found()
    here.store.accept(written_by_newer(tmp_path / "newer"))
    teller = here.hire("80231", Role.TELLER)
    views = [here.store.view("case/1")]
    note = NewFact("case/1", case.CaseNoted(text="x"))
    before = here.fact_count()
    assert write(here.counter, teller.actor, [note], views) == Refusal("newer_program")
    assert here.fact_count() == before
    sent = NewFact("case/1", case.PaperFailed(paper="p", copy_number=1, printer="p", reason="x"))
    assert not isinstance(write(here.counter, "terminal/03", [sent], views), Refusal)
    other = NewFact("case/2", case.CaseNoted(text="x"))
    assert not isinstance(write(here.counter, teller.actor, [other], []), Refusal)
    here.store.close()


def test_after_the_upgrade_it_is_folded_again(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    entries = written_by_newer(tmp_path / "newer")
    home = StoreFiles.in_home(tmp_path / "old")
    old = new_store(home.database.parent, 3)
    old.accept(entries)
    assert unread(old) == 1
    old.close()
    request.getfixturevalue("newer")
    upgraded = open_store(home, KEY, bytes, NEWER)
    view = upgraded.view("case/1")
    assert isinstance(view, CaseView)
    assert (view.notes, view.needs_newer_program) == (("7 g", "after"), False)
    assert unread(upgraded) == 0
    upgraded.close()
    again = open_store(home, KEY, bytes, NEWER)
    assert again.local_value("unread/case/1") is None
    again.close()


def unread(store: SqliteStore) -> int:
    """What the row of the case says of facts that could not be read."""
    row = store._row("SELECT unread FROM case_row WHERE subject = 'case/1'")
    return int(row[0])
