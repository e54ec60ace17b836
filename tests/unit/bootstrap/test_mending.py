"""A damaged home is refused, kept, looked at, and gone on from; nothing is lost unnamed."""

import shutil
from pathlib import Path

import pytest

from counter_app.bootstrap.adapters import entropy
from counter_app.bootstrap.ground import PROGRAM, Ground, doubt, open_home
from counter_app.bootstrap.mending import (
    REPORT,
    Damaged,
    Looked,
    Mended,
    examine,
    keep_report,
    look,
    mend,
    take_damaged,
)
from counter_app.bootstrap.settings import is_set_up, read_settings, write_settings
from counter_app.config import Home
from counter_app.db.tables import SCHEMA_VERSION
from counter_app.db.verify import verify
from counter_app.domain.refusal import Refusal
from counter_app.services.ports import StoreTrouble
from counter_app.services.read_models import LogFilter
from counter_app.vault.keys import KeyRing
from counter_app.vault.machine_seal import machine_seal
from tests.unit.bootstrap.homes import (
    AFTERWARDS,
    DAY,
    break_pages,
    change,
    closed,
    entry_page,
    files_of,
    key_of,
    last_entry,
    numbers_of,
    opened,
)


def refused(home: Home) -> str:
    """Why the home does not open."""
    answer = open_home(home, AFTERWARDS)
    assert isinstance(answer, Refusal), answer
    return answer.code


def taken(home: Home) -> Damaged:
    answer = take_damaged(home, AFTERWARDS)
    assert isinstance(answer, Damaged)
    return answer


def mended(home: Home) -> Mended:
    damaged = taken(home)
    answer = mend(damaged)
    damaged.hold.release()
    assert isinstance(answer, Mended), answer
    return answer


def test_a_sound_home_opens_and_keeps_no_doubt(home: Home) -> None:
    doubt(home)
    ground = opened(home)
    assert not home.suspect.exists()
    assert ground.settings.letters == "A"
    closed(ground)


def test_a_flipped_byte_is_found_on_opening_and_its_page_is_told(home: Home) -> None:
    page = entry_page(home, last_entry(home) - 3)
    break_pages(home, page)
    assert refused(home) == "damaged"
    damaged = taken(home)
    found = examine(damaged)
    damaged.hold.release()
    assert (found.faults[0].code, found.faults[0].place) == ("page", str(page))
    assert found.copy is not None
    assert found.copy.database.stem == DAY
    assert found.source is not None


def test_what_is_not_a_page_is_found_when_it_is_doubted(home: Home) -> None:
    change(home, "UPDATE case_row SET staff = '80299'")
    closed(opened(home))
    doubt(home)
    assert refused(home) == "damaged"
    assert home.suspect.exists()
    assert mended(home).told.missing == ()
    closed(opened(home))
    assert not home.suspect.exists()


def test_going_on_keeps_the_file_takes_the_sound_tail_and_names_the_rest(home: Home) -> None:
    before, end = numbers_of(home), last_entry(home)
    break_pages(home, entry_page(home, end - 30))
    broken = files_of(home).database.read_bytes()
    assert refused(home) == "damaged"
    done = mended(home)
    assert (done.kept / "journal.db").read_bytes() == broken
    assert done.kept.parent == home.damaged
    assert done.copy_day == DAY
    assert done.told.taken > 0
    (gap,) = done.told.missing
    assert gap.last == end
    assert done.told.copied + done.told.taken == gap.first - 1
    assert set(done.told.numbers) == before - numbers_of(home)
    assert done.told.numbers
    assert numbers_of(home)
    assert verify(files_of(home), key_of(home)).clean
    ground = opened(home)
    assert ground.settings.letters == ground.counter.terminal.letters == "B"
    closed(ground)


def test_letters_follow_the_journal_even_if_they_were_never_written_down(home: Home) -> None:
    """A power cut between the new store and the settings must not let two cases share a number."""
    break_pages(home, 1)
    mended(home)
    settings = read_settings(home)
    assert settings.letters == "B"
    write_settings(home, type(settings)(terminal="03", window="3", letters="A"))
    ground = opened(home)
    assert ground.counter.terminal.letters == "B"
    assert read_settings(home).letters == "B"
    closed(ground)


def test_an_older_file_in_its_place_is_behind_and_its_gap_is_named(home: Home) -> None:
    end = last_entry(home)
    shutil.copyfile(home.copies / f"{DAY}.db", files_of(home).database)
    assert refused(home) == "behind"
    done = mended(home)
    (gap,) = done.told.missing
    assert (gap.first, gap.last) == (done.told.copied + 1, end)
    closed(opened(home))


def test_a_file_that_is_gone_is_damage_and_not_a_first_start(home: Home) -> None:
    files_of(home).database.unlink()
    assert is_set_up(home)
    assert refused(home) == "missing"
    damaged = taken(home)
    assert examine(damaged).faults[0].code == "missing"
    looked = look(damaged)
    assert isinstance(looked, Looked)
    looked.reader.close()
    looked.close()
    damaged.hold.release()
    done = mended(home)
    assert (done.kept / "journal.db").stat().st_size == 0
    assert done.told.missing
    closed(opened(home))


def test_with_neither_copy_nor_a_readable_head_nothing_is_touched(home: Home) -> None:
    shutil.rmtree(home.copies)
    break_pages(home, 1)
    assert refused(home) == "wrong_key"
    damaged = taken(home)
    before = sorted(path.name for path in home.folder.iterdir())
    assert mend(damaged) == Refusal("nothing_to_go_on_from")
    assert look(damaged) == Refusal("nothing_to_look_at")
    assert sorted(path.name for path in home.folder.iterdir()) == before
    damaged.hold.release()


def test_the_list_lies_beside_the_kept_file(home: Home) -> None:
    break_pages(home, 1)
    done = mended(home)
    path = keep_report(done, "清单\n")
    assert path == done.kept / REPORT
    assert path.read_text("utf-8") == "清单\n"


@pytest.mark.parametrize("page", ["first", "of entries"])
def test_a_look_reads_copy_and_sound_tail_and_refuses_to_write(home: Home, page: str) -> None:
    break_pages(home, 1 if page == "first" else entry_page(home, last_entry(home) - 3))
    files = files_of(home)
    before = files.database.read_bytes()
    damaged = taken(home)
    looked = look(damaged)
    assert isinstance(looked, Looked)
    log = looked.reader.day_log(LogFilter(DAY))
    assert bool(log.lines) is (page != "first")
    assert looked.reader.staff()
    with pytest.raises(StoreTrouble) as told:
        looked.opened.store.set_local_value("x", "y")
    assert told.value.code == "read_only"
    looked.reader.close()
    looked.close()
    damaged.hold.release()
    assert files.database.read_bytes() == before
    assert not list(home.folder.glob("looking-*"))


def test_newer_data_tells_which_program_wrote_it(home: Home) -> None:
    closed(opened(home))
    change(home, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    change(home, "UPDATE local SET value = '9.1' WHERE name = 'program'")
    assert open_home(home, AFTERWARDS) == Refusal("newer", {"detail": "9.1", "program": PROGRAM})


def test_another_homes_keys_are_told_from_damage(home: Home, tmp_path: Path) -> None:
    KeyRing(entropy, machine_seal()).create(tmp_path)
    shutil.copyfile(tmp_path / "keys" / "store.keys", home.folder / "keys" / "store.keys")
    assert refused(home).startswith("key_")
    assert isinstance(take_damaged(home, AFTERWARDS), Refusal)


def test_a_home_in_use_is_not_mended(home: Home) -> None:
    ground = open_home(home, AFTERWARDS)
    assert isinstance(ground, Ground)
    answer = take_damaged(home, AFTERWARDS)
    assert isinstance(answer, Refusal)
    assert answer.code == "home_held"
    closed(ground)
