"""Kinds whose definition changed are folded again: open subjects first, between other work."""

import random
from collections.abc import Generator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.db.encrypted import connect
from counter_app.db.refold import subjects_due
from counter_app.db.row_digests import PREFIX, shipped_digests
from counter_app.db.rows import rows_held, rows_of
from counter_app.db.store import SqliteStore, StoreFiles, open_store
from counter_app.db.verify import verify
from counter_app.db.worker import StoreWorker
from counter_app.journal.facts import case
from counter_app.journal.folding import Fold, Folding
from counter_app.journal.folds import FOLDING, FOLDS
from counter_app.journal.folds.case import CASE, CaseView
from tests.store.writing import KEY, Hand, customer, new_store, started

CASES = 30


def shouting(view: CaseView, _entry: object, fact: case.CaseNoted, _sees: object) -> CaseView:
    """Another definition: a note is what the case waits for, in capitals."""
    return replace(view, notes=(*view.notes, fact.text), waiting_reason=fact.text.upper())


CHANGED = Folding({**FOLDS, "case": Fold(CASE.start, {**CASE.steps, case.CaseNoted: shouting})})
CHANGED_DIGESTS = {**shipped_digests(), "case": "another definition"}


@pytest.fixture
def files(tmp_path: Path) -> StoreFiles:
    """A closed store of three days: old ones are completed but for one."""
    store = new_store(tmp_path / "home")
    hand = Hand(store)
    for number in range(CASES):
        hand.write(f"case/{number:02d}", started(), case.CaseNoted(text=f"note {number}"))
        if number not in (3, 28, 29):
            hand.write(f"case/{number:02d}", case.CaseCompleted(outcome="done", next_steps=()))
        if number in (9, 19):
            hand.now += timedelta(days=1)
        hand.write(f"customer/{number}", customer("王伟"))
    store.close()
    return StoreFiles.in_home(tmp_path / "home")


def reopened(files: StoreFiles, *, changed: bool = True) -> SqliteStore:
    """The store opened by the program whose definition of a case is another."""
    folding, digests = (CHANGED, CHANGED_DIGESTS) if changed else (FOLDING, None)
    return open_store(files, KEY, random.Random(1).randbytes, folding, digests)


def reason_of(store: SqliteStore, subject: str) -> object:
    """What the row of a case says it waits for."""
    ((_table, row), *_rest) = rows_held(store._driver, subject) or [("", {})]
    return row.get("waiting_reason")


def all_as_folded(store: SqliteStore, folding: Folding) -> bool:
    """Whether each subject's rows are what its fold makes."""
    return all(
        sorted(rows_held(store._driver, subject), key=repr)
        == sorted(rows_of(folding.fold(subject, store.entries_of(subject))), key=repr)
        for kind in ("case", "customer")
        for subject in store.subjects(kind)
    )


def test_nothing_is_due_where_nothing_changed(files: StoreFiles) -> None:
    store = reopened(files, changed=False)
    assert store.kinds_due == frozenset()
    assert list(store.refold()) == []
    store.close()


def test_a_changed_definition_folds_its_kind_again(files: StoreFiles) -> None:
    store = reopened(files)
    assert store.kinds_due == {"case"}
    assert reason_of(store, "case/03") is None
    steps = list(store.refold())
    assert [one.total for one in steps] == [CASES] * len(steps)
    assert steps[-1].done == CASES
    assert reason_of(store, "case/03") == "NOTE 3"
    assert all_as_folded(store, CHANGED)
    assert store.kinds_due == frozenset()
    store.close()
    again = reopened(files)
    assert again.kinds_due == frozenset()
    again.close()


def test_open_cases_come_first_and_then_the_latest_days(files: StoreFiles) -> None:
    store = reopened(files)
    order = subjects_due(store._driver, store._file.due)["case"]
    assert set(order[:3]) == {"case/03", "case/28", "case/29"}
    days = [0 if one < "case/10" else 1 if one < "case/20" else 2 for one in order[3:]]
    assert days == sorted(days, reverse=True)
    first = next(iter(store.refold()))
    assert first.done < CASES
    assert reason_of(store, order[0]) is not None
    store.close()


def test_a_refold_that_was_cut_short_begins_anew(files: StoreFiles) -> None:
    store = reopened(files)
    some = store.refold()
    assert next(some).done < CASES
    some.close()
    store.close()
    again = reopened(files)
    assert again.kinds_due == {"case"}
    assert list(again.refold())[-1].done == CASES
    assert all_as_folded(again, CHANGED)
    again.close()


def older_program(files: StoreFiles, *statements: str) -> None:
    """Leaves the file as a program with other tables of rows would have."""
    raw = connect(files.database, KEY)
    for statement in statements:
        raw.execute(statement)
    for kind in ("case", "customer"):
        raw.execute("UPDATE local SET value = 'older' WHERE name = ?", (PREFIX + kind,))
    raw.close()


OTHER_TABLES = (
    "ALTER TABLE case_row ADD COLUMN gone TEXT",
    "DROP INDEX case_row_day",
    "DROP TABLE search_term",
    "CREATE TABLE forgotten_row (subject TEXT)",
)


def test_tables_of_rows_are_made_anew_and_filled(files: StoreFiles) -> None:
    older_program(files, *OTHER_TABLES)
    report = verify(files, KEY)
    assert report.clean, report.faults
    assert set(report.due) == {"case", "customer"}
    store = reopened(files, changed=False)
    assert store.kinds_due == {"case", "customer"}
    assert "case_row" not in dict(rows_held(store._driver, "case/01"))
    assert list(store.refold())[-1].done == 2 * CASES
    assert all_as_folded(store, FOLDING)
    store.close()
    report = verify(files, KEY)
    assert (report.clean, report.due) == (True, ())


def test_open_cases_come_first_even_when_their_table_is_made_anew(files: StoreFiles) -> None:
    older_program(files, *OTHER_TABLES)
    store = reopened(files, changed=False)
    first = next(step for step in store.refold() if step.done >= 3)
    assert first.done < CASES
    assert all(rows_held(store._driver, f"case/{number}") for number in ("03", "28", "29"))
    store.close()


def test_what_is_written_meanwhile_has_whole_rows(files: StoreFiles) -> None:
    older_program(files, *OTHER_TABLES)
    store = reopened(files, changed=False)
    store.view("case/00")
    hand = Hand(store)
    hand.now += timedelta(days=5)
    hand.write("case/00", case.CaseNoted(text="meanwhile"))
    hand.write("case/new", started())
    assert sorted(rows_held(store._driver, "case/00"), key=repr) == sorted(
        rows_of(store.view("case/00")), key=repr
    )
    list(store.refold())
    assert all_as_folded(store, FOLDING)
    store.close()


def test_a_refold_gives_way_to_own_work(files: StoreFiles) -> None:
    store = reopened(files)
    hand = Hand(store)
    hand.now += timedelta(days=5)
    worker = StoreWorker(store)
    told: list[int] = []

    def folding(one: SqliteStore) -> Generator[int, None, None]:
        for step in one.refold():
            told.append(step.done)
            if step.done == told[0]:
                worker.submit(lambda _store: hand.write("case/mine", started()))
            yield step.done

    future = worker.submit_slices(folding)
    worker.start()
    future.result(10)
    due = worker.submit(lambda one: (one.kinds_due, one.view("case/mine").exists)).result(10)
    worker.stop()
    assert due == (frozenset(), True)
    assert told == sorted(told)
    assert told[-1] == CASES
