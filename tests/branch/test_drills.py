"""The drills of the branch are played, counted, told; and a loss is found."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.bootstrap.drilling import run_branch_drills
from counter_app.bootstrap.recording import recorded_visits
from counter_app.journal.entry import Entry
from counter_app.journal.facts import care, case
from counter_app.journal.folds import FOLDING
from counter_app.journal.folds.case import CaseView
from counter_app.rehearsal.drills.branch import little_room
from counter_app.rehearsal.drills.branch import stage as staging
from counter_app.rehearsal.drills.branch.pages import PageWatch
from counter_app.rehearsal.drills.branch.runs import play
from counter_app.rehearsal.drills.branch.stage import DrillResult, Sizes, Stage, stage
from counter_app.rehearsal.drills.branch.visits import Again, Recorded, Writer
from counter_app.services.ports import NewFact
from tests.store.writing import Hand, new_store


def test_a_drill_is_told_as_json_and_as_a_table(tmp_path: Path) -> None:
    to, table = tmp_path / "drills.json", tmp_path / "drills.md"
    assert (
        run_branch_drills(["two-windows", "--seed", "7", "--json", str(to), "--table", str(table)])
        == 0
    )
    (told,) = json.loads(to.read_text("utf-8"))
    assert (told["name"], told["seed"], told["lost"], told["doubled"]) == ("two-windows", 7, [], [])
    assert told["offered"] == told["stored"] == 10
    assert "| two-windows | 7 | 10 | 10 | 0 | 0 | 0 | ✓ |" in table.read_text("utf-8")


def test_a_name_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_branch_drills(["no-such-drill"]) == 2
    assert "lost-ack" in capsys.readouterr().err


def test_a_full_server_is_told_where_no_small_disk_may_be_mounted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(little_room, "_mounted", lambda _disk, _stage: False)
    result = play("server-full-disk", 7)
    assert result.clean, result.differences
    assert any("53100" in note for note in result.notes)


def test_the_count_finds_what_is_lost_doubled_and_different() -> None:
    result = DrillResult("planted", 1)
    with stage(1, (3, 4)) as made:
        made.all_offer(2)
        made.settle()
        first = made.terminals[0]
        first.acknowledged.append("never written")
        _twice(made, first.acknowledged[0])
        made.count(result)
    assert result.lost == [
        f"never written at {one}" for one in ("branch", "terminal 3", "terminal 4")
    ]
    assert len(result.doubled) == 3
    assert not result.clean


def test_what_is_counted_by_subject_and_kind_is_found_missing_and_twice() -> None:
    result = DrillResult("planted", 1)
    fact = NewFact("case/1", case.CoreSerialRecorded(serial="CB77301840"))
    with stage(1, (3,)) as made:
        terminal = made.terminals[0]
        terminal.write([fact])
        terminal.write([fact])
        terminal.offered.pop()
        terminal.acknowledged.append("case/2 case_cancelled")
        made.count(result)
    assert result.lost == [f"case/2 case_cancelled at {one}" for one in ("branch", "terminal 3")]
    assert len(result.doubled) == 2


def test_a_body_that_a_pc_should_hold_and_does_not_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(staging, "BODIES_WITHIN_S", 1.0)
    result = DrillResult("planted", 1)
    with stage(1, (3, 4)) as made:
        one, other = made.terminals
        asked = care.HelpAskedSilently(terminal="03", window="3", staff="80231")
        one.write([NewFact("silenthelp/1", asked)])
        other.place = replace(other.place, audiences=("all", "restricted"))
        made.count(result)
    assert result.differences == ["terminal 4: 1 bodies amiss"]


def test_a_page_that_lost_rows_is_told() -> None:
    with stage(1, (3,)) as made:
        watch = PageWatch(made.terminals[0], "2026-11-23")
        watch._judge(2)
        watch._judge(0)
        watch.stop()
    assert [one.partition(",")[0] for one in watch.wrong][:1] == ["0 rows where 2 stood"]


@pytest.fixture(scope="module")
def visits() -> tuple[Recorded, ...]:
    """Four real visits."""
    return recorded_visits()


def test_a_visit_written_again_is_the_same_visit_under_other_names(
    visits: tuple[Recorded, ...], tmp_path: Path
) -> None:
    store = new_store(tmp_path / "7", 7)
    hand = Hand(store)
    names = (f"01979f3e-0000-7000-8000-{number:012d}" for number in range(1000))
    for number, visit in enumerate(visits, 1):
        again = Again(visit, Writer(7, "A", "80277"), number, lambda: next(names))
        made: list[Entry] = []
        for before, facts, beside in again.commits():
            written = hand.write_all(facts, beside).entries
            again.learn(before, written)
            made += written
        was = [one for commit in visit.commits for one in commit]
        assert [(one.kind, one.audience) for one in made] == [(e.kind, e.audience) for e in was]
        old = {one.subject.partition("/")[2] for one in was} | {one.hash for one in was}
        old |= {one.hash for one in visit.papers} | {visit.number or "no number", '"80231"'}
        assert [name for name in old for one in made if name in (one.body or "")] == []
        afterwards = [store.view(one) for one in _subjects(made)]
        for once, again_so in zip(_cases(was), afterwards, strict=True):
            assert isinstance(again_so, CaseView)
            assert (again_so.state, again_so.faults) == (once.state, ())
            assert len(again_so.papers) == len(once.papers)
    store.close()


def _subjects(entries: list[Entry]) -> list[str]:
    return list(dict.fromkeys(one.subject for one in entries if one.subject.startswith("case/")))


def _cases(entries: list[Entry]) -> list[CaseView]:
    views = [
        FOLDING.fold(subject, [one for one in entries if one.subject == subject])
        for subject in _subjects(entries)
    ]
    return [one for one in views if isinstance(one, CaseView)]


def test_a_short_day_of_a_branch(visits: tuple[Recorded, ...]) -> None:
    sizes = Sizes(visits=4, pcs=4, fault_s=1.0, record=lambda: visits)
    result = play("branch-day", 5, sizes)
    assert result.clean, result
    assert (result.lost, result.doubled) == ([], [])
    assert result.offered == result.stored > 4 * 4 * 2
    assert any("head office" in one for one in result.notes)


def test_some_thousand_entries_under_random_faults() -> None:
    result = play("hundred-thousand", 5, Sizes(entries=3_000))
    assert result.clean, result
    assert result.offered == result.stored == 3_000


@pytest.mark.parametrize(
    "name", ["doubled-ack", "joining", "lost-key", "old-program", "poisoned", "server-full-disk"]
)
def test_a_quick_drill_is_clean(name: str) -> None:
    result = play(name, 5)
    assert result.clean, result


def _twice(made: Stage, ident: str) -> None:
    """Somebody writes again what is written already."""
    other = made.terminals[1]
    assert other.thread is not None
    other.thread.submit(lambda store: other._append(store, "case/twice", [ident])).result()
