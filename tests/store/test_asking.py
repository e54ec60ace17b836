"""What deciding asks of the store: answered from an index, however long the branch has worked."""

import pytest

from counter_app.db import asking
from counter_app.db.store import SqliteStore
from counter_app.journal.facts import people
from tests.store.writing import Hand


def plan(store: SqliteStore, statement: str, named: object) -> str:
    """How the file would be searched."""
    found = store._driver.execute(f"EXPLAIN QUERY PLAN {statement}", named)
    return "\n".join(str(row[-1]) for row in found)


def test_what_lasts_is_found_by_the_index_of_open_spells(store: SqliteStore, hand: Hand) -> None:
    for number in range(3):
        hand.write(f"work/{number}", people.WorkStateSet(terminal="03", state="at_core"))
    hand.write("work/1", people.WorkStateEnded())
    hand.write("work/9", people.WorkStateSet(terminal="04", state="at_core"))
    hand.write("lock/1", people.TerminalLocked(terminal="03", cause="key"))
    assert store.open_spells("work", "03") == ["work/2", "work/0"]
    assert store.open_spells("lock", "03") == ["lock/1"]
    assert store.open_spells("signon", "03") == []


@pytest.mark.parametrize(("kind", "index"), [("work", "spell_row"), ("signon", "sign_on_row")])
def test_open_spells_are_not_looked_for_among_ended_ones(
    store: SqliteStore, kind: str, index: str
) -> None:
    statement = asking.open_spells_statement("work" if kind == "work" else "signon")
    told = plan(store, statement, (f"{kind}/", f"{kind}0", "03"))
    assert f"{index}_open" in told


def test_acts_and_the_last_deed_are_found_without_reading_the_whole_journal(
    store: SqliteStore,
) -> None:
    day = plan(store, asking.ACTS_OF_DAY, ("staff/", "staff0", "2026-11-23", "staff/1"))
    assert "entry_subject" in day
    assert "SCAN" not in day
    assert "SCAN" not in plan(store, asking.ACTS_ABOUT, ("case/1",))
    assert "SCAN" not in plan(store, asking.LAST_DEED, (store.journal_id,))


def test_the_last_deed_is_a_persons(store: SqliteStore, hand: Hand) -> None:
    assert store.last_deed() is None
    hand.write("work/1", people.WorkStateSet(terminal="03", state="at_core"))
    deed = store.last_instant()
    hand.write("lock/1", people.TerminalLocked(terminal="03", cause="idle"))
    assert store.last_deed() == deed != store.last_instant()


def test_acts_say_who_wrote_what_about_which_subject(store: SqliteStore, hand: Hand) -> None:
    hand.write("staff/80231", people.StaffRegistered(person="p", name="王敏", post="柜员"))
    hand.write("staff/80231", people.RoleGranted(role="teller"))
    hand.write("work/1", people.WorkStateSet(terminal="03", state="at_core"))
    acts = store.acts_of_day("staff/80231", "2026-11-23", "staff")
    assert [(one.kind, one.subject) for one in acts] == [
        ("staff_registered", "staff/80231"),
        ("role_granted", "staff/80231"),
    ]
    assert store.acts_of_day("staff/80231", "2026-11-24", "staff") == []
    assert store.acts_of_day("staff/80232", "2026-11-23", "staff") == []
    assert store.acts_about("staff/80231") == acts
