"""The drill breaks a store in every way; each is noticed, and nothing is lost unnamed."""

import json
from pathlib import Path

import pytest

from counter_app.rehearsal.drills import damage
from counter_app.rehearsal.drills.damage import (
    WAYS,
    DamageReport,
    damage_drill,
    run_damage_drill,
)


def test_every_way_of_breaking_is_noticed_and_salvaged() -> None:
    report = damage_drill(len(WAYS))
    assert report.clean, report
    assert report.rounds == len(WAYS)
    assert report.pages > 20
    assert 0 < report.free_pages < report.pages
    assert report.named_missing > 0
    assert report.held > 0


def test_the_command_prints_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []
    assert run_damage_drill(1, str(tmp_path / "drill.json"), lines.append, seed=1) == 0
    assert lines[-1].startswith("pages ")
    assert "  rounds 1  held " in lines[-1]
    assert json.loads((tmp_path / "drill.json").read_text("utf-8"))["lost"] == []
    monkeypatch.setattr(damage, "damage_drill", lambda _rounds, seed: DamageReport(seed=seed))
    assert run_damage_drill(1, "-", lines.append, seed=1) == 0
    assert json.loads(lines[-1])["seed"] == 1


@pytest.mark.parametrize("wrong", ["unnoticed", "lost"])
def test_any_difference_is_not_clean(wrong: str) -> None:
    report = DamageReport(seed=1)
    assert report.clean
    getattr(report, wrong).append("one")
    assert not report.clean
