"""The command lines of `bench` and `drill`, and the shape of what a measurement says."""

import json
from pathlib import Path

import pytest

from counter_app.bootstrap.commands import main
from counter_app.bootstrap.rehearsals import (
    BENCHES,
    bench_parser,
    bench_report,
    run_bench,
    run_drill,
    write_json,
)
from counter_app.journal.chain import ChainHead, verify_chain
from counter_app.rehearsal.bench.foreign import JOURNAL, foreign_entries
from counter_app.rehearsal.bench.lines import Line, spread_figures

HELD = Line("step", {"step_p95_ms": 40.0, "steps": 7}, {"step_p95_ms": 100.0}, "F8")


def test_all_is_measured_unless_something_is_named() -> None:
    assert bench_parser().parse_args([]).only is None
    chosen = bench_parser().parse_args(["--only", "start", "--only", "log", "--quick"])
    assert chosen.only == ["start", "log"]
    assert chosen.quick


def test_an_unknown_measurement_is_told_with_the_names(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run_bench(["--only", "nothing"])
    assert end.value.code == 2
    told = capsys.readouterr().err
    assert all(name in told for name in BENCHES)


@pytest.mark.parametrize("args", [[], ["flood"], ["flood", "--rounds", "3"]])
def test_an_unknown_drill_is_told_with_the_names(
    args: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_drill(args) == 2
    assert "kill | damage" in capsys.readouterr().err


@pytest.mark.parametrize("rounds", ["0", "-1", "many"])
def test_a_drill_has_at_least_one_round(rounds: str) -> None:
    with pytest.raises(SystemExit) as end:
        run_drill(["kill", "--rounds", rounds])
    assert end.value.code == 2


def test_the_kill_drill_is_run_and_tells_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_drill(["kill", "--rounds", "1", "--seed", "3", "--json", "-"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["rounds"], told["lost"], told["doubled"]) == (1, [], [])


def test_the_program_hands_both_their_own_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["bench", "--only", "nothing"])
    assert "invalid choice: 'nothing'" in capsys.readouterr().err
    assert main(["drill", "nothing", "--rounds", "1"]) == 2
    assert "kill" in "".join(capsys.readouterr())


def test_a_line_says_figure_limit_and_verdict() -> None:
    assert HELD.line() == "step       holds   step_p95_ms 40 (≤ 100)  steps 7  (F8)"


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        (HELD, True),
        (Line("step", {"p95": 100.0}, {"p95": 100.0}), True),
        (Line("step", {"p95": 100.1}, {"p95": 100.0}), False),
        (Line("receipt", {"extracts": False}), False),
        (Line("receipt", {"extracts": True, "chinese": 0}), True),
    ],
)
def test_it_holds_when_every_limit_is_kept_and_nothing_says_no(line: Line, holds: bool) -> None:
    assert line.holds is holds


def test_a_distribution_is_in_milliseconds() -> None:
    figures = spread_figures("key", [0.001, 0.002, 0.010])
    assert figures == {"key_p50_ms": 2.0, "key_p95_ms": 10.0, "key_worst_ms": 10.0}


def test_the_report_has_the_machine_and_every_line(tmp_path: Path) -> None:
    file = tmp_path / "bench.json"
    write_json(str(file), bench_report([HELD], quick=True))
    told = json.loads(file.read_text("utf-8"))
    assert told["quick"] is True
    assert set(told["machine"]) == {"system", "processor", "cores", "python"}
    assert told["lines"] == [
        {
            "name": "step",
            "figures": {"step_p95_ms": 40.0, "steps": 7},
            "limits": {"step_p95_ms": 100.0},
            "note": "F8",
            "holds": True,
        }
    ]


def test_nothing_is_written_without_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    write_json(None, {"quick": True})
    assert capsys.readouterr().out == ""


def test_foreign_entries_are_one_sound_journal(tmp_path: Path) -> None:
    entries = foreign_entries(tmp_path, "branch/b", 50)
    assert len(entries) == 51, "the journal's opening, and ten commits of five"
    assert {entry.journal_id for entry in entries} == {JOURNAL}
    assert list(verify_chain(entries)) == [ChainHead(51, entries[-1].hash)]


def test_the_store_benches_give_the_lines_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_bench(["--quick", "--only", "commit", "--json", "-"]) == 0
    told = json.loads(capsys.readouterr().out)
    (line,) = told["lines"]
    assert line["name"] == "commit"
    assert set(line["limits"]) == {"ratio"}
