"""The benchmark runs whole on a small branch; its figures are for `make.py bench` to judge."""

from pathlib import Path

from counter_app.rehearsal.bench_store import measure_store, spread


def test_every_figure_of_the_store_is_measured(tmp_path: Path) -> None:
    figures = measure_store(tmp_path, customers=60, visits=40, commits=3)
    measured = (figures.search, figures.day_log, figures.filters, figures.commit)
    assert all(0 < one.p50 <= one.p95 <= one.worst for one in measured)
    assert figures.commit_ratio == round(figures.commit.p50 / figures.bare_commit.p50, 2)


def test_a_spread_is_in_milliseconds() -> None:
    one = spread([number / 1000 for number in range(1, 102)])
    assert (one.p50, one.p95, one.worst) == (51.0, 96.0, 101.0)
