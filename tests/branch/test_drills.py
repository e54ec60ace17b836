"""The drills of the branch are played, counted, told; and a loss is found."""

import json
from pathlib import Path

import pytest

from counter_app.bootstrap.drilling import run_branch_drills
from counter_app.rehearsal.drills.branch.stage import DrillResult, Stage, stage


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


def _twice(made: Stage, ident: str) -> None:
    """Somebody writes again what is written already."""
    other = made.terminals[1]
    assert other.thread is not None
    other.thread.submit(lambda store: other._append(store, "case/twice", [ident])).result()
