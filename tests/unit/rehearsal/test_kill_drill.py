"""The drill counts right: a sound store loses nothing, and each planted bug is told."""

import json
from pathlib import Path

import pytest

from counter_app.rehearsal.drills.kill import KillReport, kill_drill, run_kill_drill
from counter_app.rehearsal.drills.offers import Ledger, Offer, Task, task_of

BAD = "tests.unit.rehearsal.bad_scripts"


def test_killed_at_random_moments_the_store_loses_and_doubles_nothing() -> None:
    report = kill_drill(4)
    assert report.clean, report
    assert report.rounds == 4
    assert report.offered >= report.stored >= report.acknowledged > 0


def test_what_is_acknowledged_before_it_is_stored_is_counted_as_lost() -> None:
    report = kill_drill(5, f"{BAD}:acknowledges_early", seed=2)
    assert report.lost
    assert not report.faults


def test_what_is_offered_again_without_looking_is_counted_as_doubled() -> None:
    report = kill_drill(5, f"{BAD}:offers_again_blindly", seed=2)
    assert report.doubled
    assert not report.lost


def test_a_process_that_was_never_killed_is_no_drill() -> None:
    report = kill_drill(6, f"{BAD}:ends_by_itself", seed=2)
    assert not report.clean
    assert {one.partition(": ")[2] for one in report.faults} == {"the process ended by itself"}


def test_the_command_prints_figures_and_ends_with_their_code(tmp_path: Path) -> None:
    lines: list[str] = []
    assert run_kill_drill(1, str(tmp_path / "drill.json"), lines.append, seed=3) == 0
    assert lines[-1].startswith("rounds 1  offered ")
    told = json.loads((tmp_path / "drill.json").read_text("utf-8"))
    assert (told["rounds"], told["lost"], told["doubled"]) == (1, [], [])
    assert run_kill_drill(1, "-", lines.append, seed=3) == 0
    assert json.loads(lines[-1])["seed"] == 3


@pytest.mark.parametrize("wrong", ["lost", "doubled", "faults"])
def test_any_difference_is_not_clean(wrong: str) -> None:
    report = KillReport(seed=1)
    assert report.clean
    getattr(report, wrong).append("one")
    assert not report.clean


def test_a_line_cut_by_the_kill_is_not_taken_for_a_word() -> None:
    ledger = Ledger()
    for line in (
        '{"ready": true}',
        '{"offer": {"ident": "r0-1-0", "deed": "start", "subject": "case/r0-1"}}',
        '{"stored": "r0-1-',
    ):
        ledger.read(line)
    offer = Offer("r0-1-0", "start", "case/r0-1")
    assert ledger.is_ready
    assert ledger.unanswered() == (offer,)
    ledger.read('{"stored": "r0-1-0"}')
    assert ledger.unanswered() == ()


def test_a_task_is_one_line() -> None:
    task = Task("/home", "00", "r1", 7, (Offer("a", "draft", "case/1"),))
    assert "\n" not in task.words()
    assert task_of(task.words()) == task
