"""A damaged store is kept, looked at, and made whole: nothing acknowledged is lost unnamed."""

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from counter_app.db.copies import Copied, daily_copy
from counter_app.db.encrypted import connect
from counter_app.db.queries import open_reader
from counter_app.db.read_only import open_read_only
from counter_app.db.salvage import Reopening, Salvaged, next_letters, salvage, set_aside
from counter_app.db.store import SqliteStore, StoreFiles, open_store
from counter_app.db.verify import verify
from counter_app.journal.entry import Entry
from counter_app.journal.facts import case
from counter_app.journal.folds.ground import JournalView
from counter_app.services.ports import Beside, Content, Draft, NewFact, PrintOrder, StoreTrouble
from tests.store.writing import KEY, Hand, customer, first_entry, new_store, stamp_at, started

PAGE = 4096
NEW_JOURNAL = "01979f3e-0000-7000-8000-00000000bbbb"
CONTENT = Content(
    "f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2", "text", b"test\n"
)
ORDER = PrintOrder("03A-0338W-R1", "case/1", 1, CONTENT.hash, "p", None, "2026-11-23T01:00:00.000Z")


@dataclass
class Branch:
    """A home with a copy of the morning, and what was acknowledged by the evening."""

    files: StoreFiles
    copy: StoreFiles
    acknowledged: list[Entry]
    in_copy: int


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Branch:
    home = tmp_path_factory.mktemp("salvage") / "home"
    store = new_store(home)
    files = StoreFiles.in_home(home)
    hand = Hand(store)
    for number in range(10):
        hand.write(f"case/{number}", started(f"03A-{number:04d}W"), case.CaseNoted(text="早"))
    copied = daily_copy(files, KEY, home / "copies", "2026-11-23")
    assert isinstance(copied, Copied)
    in_copy = store.heads()[store.journal_id].seq
    for number in range(10, 40):
        hand.write(f"case/{number}", started(f"03A-{number:04d}W"), case.CaseNoted(text="晚" * 200))
        hand.write(f"customer/{number}", customer("王伟", "110101198501012345"))
    beside = Beside(contents=(CONTENT,), orders=(ORDER,), case_counter=40)
    hand.write("case/1", case.CaseNoted(text="x"), beside=beside)
    store.save_draft(Draft("80231/case/1", "80231", "half typed", "2026-11-23T02:00:00.000Z"))
    store.set_local_value("verifier/80231", "secret")
    acknowledged = store.entries_after(store.journal_id, 0, 10_000)
    store.close()
    return Branch(files, copied.files, acknowledged, in_copy)


@pytest.fixture
def branch(evening: Branch, tmp_path: Path) -> Branch:
    """A home of the test's own, to be damaged."""
    home = tmp_path / "home"
    shutil.copytree(evening.files.database.parent, home)
    copy = StoreFiles(
        home / "copies" / evening.copy.database.name, home / "copies" / evening.copy.witness.name
    )
    return Branch(StoreFiles.in_home(home), copy, evening.acknowledged, evening.in_copy)


def damage_page(files: StoreFiles, page: int) -> None:
    """Makes a page unreadable."""
    with files.database.open("r+b") as file:
        file.seek((page - 1) * PAGE + 100)
        file.write(b"\xff" * 16)


def pages_of(files: StoreFiles, table: str) -> list[int]:
    """The pages of a table or index that hold its rows."""
    root = {}
    raw = connect(files.database, KEY)
    for name, page in raw.execute("SELECT name, rootpage FROM sqlite_master"):
        root[name] = page
    raw.close()
    return [root[table]]


def salvaged(branch: Branch, *, with_copy: bool = True) -> tuple[Salvaged, SqliteStore]:
    """Sets aside, salvages and opens; what must always hold is asserted."""
    before = branch.files.database.read_bytes()
    kept = set_aside(branch.files, branch.files.database.parent / "damaged-2026-11-24")
    begin = Reopening(first_entry(journal_id=NEW_JOURNAL), random.Random(5).randbytes)
    told = salvage(kept, branch.copy if with_copy else None, branch.files, KEY, begin)
    assert kept.database.read_bytes() == before
    report = verify(branch.files, KEY)
    assert report.clean, report.faults

    store = open_store(branch.files, KEY, random.Random(6).randbytes)
    assert store.journal_id == NEW_JOURNAL
    former = branch.acknowledged[0].journal_id
    held = {one.seq for one in store.entries_after(former, 0, 10_000)}
    named = {seq for gap in told.missing for seq in range(gap.first, gap.last + 1)}
    assert held | named == {one.seq for one in branch.acknowledged}
    assert not held & named
    opened = store.view(f"journal/{NEW_JOURNAL}")
    assert isinstance(opened, JournalView)
    assert opened.opened is not None
    head = store.heads()[former]
    assert (opened.opened.follows_journal, opened.opened.follows_seq) == (former, head.seq)
    assert opened.opened.follows_hash == head.hash
    return told, store


def test_damage_beside_the_entries_loses_nothing(branch: Branch) -> None:
    for table in ("case_row", "search_term_term", "entry_subject"):
        damage_page(branch.files, pages_of(branch.files, table)[0])
    told, store = salvaged(branch)
    assert told.taken == len(branch.acknowledged) - branch.in_copy
    assert (told.missing, told.stray, told.bodiless) == ((), (), ())
    assert (told.copied, told.letters) == (branch.in_copy, "B")
    store.close()


def test_without_a_copy_everything_comes_from_the_damaged_file(branch: Branch) -> None:
    damage_page(branch.files, pages_of(branch.files, "case_row")[0])
    told, store = salvaged(branch, with_copy=False)
    assert (told.copied, told.taken, told.missing) == (0, len(branch.acknowledged), ())
    store.close()


def test_what_is_local_to_this_pc_is_taken_over(branch: Branch) -> None:
    damage_page(branch.files, pages_of(branch.files, "case_row")[0])
    _told, store = salvaged(branch)
    assert store.content(CONTENT.hash) == CONTENT
    assert store.pending_orders() == [(ORDER, "queued")]
    draft = store.draft("80231/case/1")
    assert draft is not None
    assert draft.data == "half typed"
    assert store.local_value("verifier/80231") == "secret"
    assert store.last_case_counter() == 0
    store.close()


def test_a_page_of_entries_is_lost_and_named(branch: Branch) -> None:
    """A dozen pages, each by itself: each acknowledged entry is held or named as missing."""
    whole = branch.files.database.read_bytes()
    lossy = 0
    for page in random.Random(3).sample(range(2, len(whole) // PAGE + 1), 12):
        branch.files.database.write_bytes(whole)
        damage_page(branch.files, page)
        shutil.rmtree(branch.files.database.parent / "damaged-2026-11-24", ignore_errors=True)
        branch.files.witness.write_bytes(read_kept(branch))
        told, store = salvaged(branch)
        lossy += bool(told.missing)
        store.close()
    assert lossy > 0


def read_kept(branch: Branch) -> bytes:
    """The witness as it was in the evening."""
    last = branch.acknowledged[-1]
    return f"{last.journal_id} {last.seq} {last.hash}\n".encode().ljust(160)


def test_what_reads_but_does_not_chain_is_listed_by_name(branch: Branch) -> None:
    raw = connect(branch.files.database, KEY)
    raw.execute("DROP TRIGGER entry_is_final")
    lost = branch.in_copy + 21
    raw.execute("UPDATE entry SET actor = 'staff/80299' WHERE seq = ?", (lost,))
    raw.close()
    told, store = salvaged(branch)
    kept_to = told.missing[0].first - 1
    assert kept_to < lost <= kept_to + 2
    assert [one.seq for one in told.stray] == list(range(kept_to + 1, len(branch.acknowledged) + 1))
    store.close()


def test_a_tampered_body_costs_the_body_and_not_the_chain(branch: Branch) -> None:
    raw = connect(branch.files.database, KEY)
    raw.execute("DROP TRIGGER entry_is_final")
    seq = branch.in_copy + 4
    raw.execute("UPDATE entry SET body = '{}' WHERE seq = ?", (seq,))
    raw.close()
    told, store = salvaged(branch)
    assert (told.missing, told.stray) == ((), ())
    assert [place[1] for place in told.bodiless] == [seq]
    (entry,) = [
        one
        for one in store.entries_after(branch.acknowledged[0].journal_id, 0, 999)
        if one.seq == seq
    ]
    assert (entry.body, entry.body_state) == (None, "elsewhere")
    store.close()


@pytest.mark.parametrize("offset", [0, 9, 15])
def test_a_damaged_salt_is_told_from_the_copy(branch: Branch, offset: int) -> None:
    with branch.files.database.open("r+b") as file:
        file.seek(offset)
        file.write(bytes([branch.files.database.read_bytes()[offset] ^ 64]))
    with pytest.raises(StoreTrouble):
        open_store(branch.files, KEY, bytes)
    told, store = salvaged(branch)
    assert told.missing == ()
    store.close()


def test_an_unreadable_first_page_leaves_the_copy_and_names_the_rest(branch: Branch) -> None:
    damage_page(branch.files, 1)
    told, store = salvaged(branch)
    assert told.taken == 0
    assert (told.missing[0].first, told.missing[0].last) == (
        branch.in_copy + 1,
        len(branch.acknowledged),
    )
    store.close()


def test_a_file_behind_an_acknowledged_commit_is_not_gone_on_with(branch: Branch) -> None:
    for one in (branch.files.database, branch.files.log, branch.files.shared_memory):
        one.unlink(missing_ok=True)
    shutil.copyfile(branch.copy.database, branch.files.database)
    with pytest.raises(StoreTrouble) as told:
        open_store(branch.files, KEY, bytes)
    assert told.value.code == "behind"
    found, store = salvaged(branch)
    assert found.missing[0].last == len(branch.acknowledged)
    store.close()


def test_work_goes_on_in_the_new_journal_and_a_second_damage_is_salvaged_too(
    branch: Branch,
) -> None:
    damage_page(branch.files, pages_of(branch.files, "case_row")[0])
    _told, store = salvaged(branch)
    Hand(store).write("case/new", started("03B-00013"), beside=Beside(case_counter=1))
    store.close()
    damage_page(branch.files, pages_of(branch.files, "case_row")[0])
    kept = set_aside(branch.files, branch.files.database.parent / "damaged-2026-11-25")
    third = NEW_JOURNAL.replace("b", "c")
    begin = Reopening(first_entry(journal_id=third, letter="B"), random.Random(7).randbytes)
    told = salvage(kept, branch.copy, branch.files, KEY, begin)
    assert (told.letters, told.missing) == ("C", ())
    reader = open_reader(branch.files.database, KEY)
    assert [one.subject for one in reader.search("03B0001").cases] == ["case/new"]
    reader.close()


def test_an_interrupted_salvage_is_begun_again(branch: Branch) -> None:
    """Set aside, half assembled, and killed: the next one finds the same."""
    damage_page(branch.files, pages_of(branch.files, "case_row")[0])
    folder = branch.files.database.parent / "damaged-2026-11-24"
    set_aside(branch.files, folder)
    branch.files.beside("salvaged").database.write_bytes(b"half")
    branch.files.log.unlink(missing_ok=True)
    told, store = salvaged(branch)
    assert told.missing == ()
    store.close()


def test_a_copy_with_faults_is_not_built_on(branch: Branch) -> None:
    damage_page(branch.copy, 5)
    before = branch.files.database.read_bytes()
    kept = set_aside(branch.files, branch.files.database.parent / "damaged-2026-11-24")
    begin = Reopening(first_entry(journal_id=NEW_JOURNAL), bytes)
    with pytest.raises(StoreTrouble) as told:
        salvage(kept, branch.copy, branch.files, KEY, begin)
    assert told.value.code == "damaged"
    assert branch.files.database.read_bytes() == before


def test_a_damaged_store_is_looked_at_and_not_written(branch: Branch) -> None:
    damage_page(branch.files, pages_of(branch.files, "customer_row")[0])
    before = {one: one.read_bytes() for one in branch.files.database.parent.glob("journal*")}
    looked = open_read_only(branch.files, KEY)
    store = looked.store
    assert store.view("case/39").exists
    fact = NewFact("case/39", case.CaseNoted(text="x"))
    seen = {"case/39": store.view("case/39").heads}
    with pytest.raises(StoreTrouble) as told:
        store.append([fact], seen, stamp_at(Hand(store).now))
    assert told.value.code == "read_only"
    with pytest.raises(StoreTrouble) as refused:
        store.save_draft(Draft("k", "o", "d", "t"))
    assert refused.value.code == "read_only"
    reader = open_reader(looked.files.database, KEY)
    assert reader.case_by_number("03A0338W") == ()
    reader.close()
    looked.close()
    assert {
        one: one.read_bytes() for one in branch.files.database.parent.glob("journal*")
    } == before
    assert not list(branch.files.database.parent.glob("looking-*"))


def test_what_cannot_even_be_read_says_so(branch: Branch) -> None:
    damage_page(branch.files, 1)
    with pytest.raises(StoreTrouble) as told:
        open_read_only(branch.files, KEY)
    assert told.value.code == "wrong_key"
    assert not list(branch.files.database.parent.glob("looking-*"))


def test_letters_of_a_journal_are_never_used_twice() -> None:
    assert next_letters([]) == "A"
    assert next_letters(["A", "B"]) == "C"
    assert next_letters("ABCDEFGHJKMNPQRSTVWXYZ") == "AA"
