"""The whole run: every file of windows' tests is in one part, and the worst code is the run's."""

from pathlib import Path

import pytest

from tests import whole


def test_every_file_is_in_one_part_and_no_part_is_empty() -> None:
    files = [file for file in whole.window_files() if file.parent != whole.JOURNEYS]
    parts = whole.in_parts(files)
    assert sorted(file for part in parts for file in part) == sorted(files)
    assert len(parts) == whole.WINDOW_PARTS
    assert all(parts)


def test_the_worst_code_of_all_parts_is_the_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[Path] = []

    def one_part(files: list[Path]) -> int:
        played.extend(files)
        return -11 if any(file.parent == whole.JOURNEYS for file in files) else 0

    monkeypatch.setattr(whole, "window_tests", one_part)
    monkeypatch.setattr(whole, "bulk_tests", lambda _left_out: 1)
    assert whole.whole_run([]) == -11
    assert sorted(played) == sorted(whole.window_files())
