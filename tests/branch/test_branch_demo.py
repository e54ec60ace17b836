"""The demo of a branch paints three windows and leaves nothing behind; without a server it says so."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir

import pytest

from counter_app.bootstrap import branch_demo
from counter_app.bootstrap.commands import main
from counter_app.rehearsal.local_postgres import NoPostgres


def left_over() -> set[Path]:
    return set(Path(gettempdir()).glob("counter-branch-demo-*"))


def test_three_windows_paint_and_nothing_stays(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(os.environ, "QT_QPA_PLATFORM", "offscreen")
    before = left_over()
    assert main(["branch-demo", "--smoke"]) == 0
    assert left_over() <= before
    said = capfd.readouterr().out
    assert [line.split()[2] for line in said.splitlines()] == ["03:", "02:", "01:"]


def without(*_words: object) -> Callable[[], Path]:
    raise NoPostgres


def test_without_server_programs_it_says_so_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(branch_demo, "server_programs", without)
    assert main(["branch-demo", "--smoke"]) == 2
    said = capfd.readouterr().err.strip()
    assert "本机没有 PostgreSQL 服务器程序" in said
    assert len(said.splitlines()) == 1
