"""The store's figures as lines: a commit, the search, the day's log. Owns their limits."""

from pathlib import Path

from counter_app.rehearsal.bench.lines import Line, spread_figures
from counter_app.rehearsal.bench_store import StoreFigures, measure_store

MOST_TIMES_BARE = 3.0
SEARCH_P95_MS = 100.0
LOG_P95_MS = 300.0
FILTER_P95_MS = 150.0
FEW = 100
"""As many customers or visits as are made up when nobody asks for their figure."""


def measure_stores(
    folder: Path, names: frozenset[str], customers: int, visits: int, commits: int
) -> list[Line]:
    """The lines named, of one store in `folder`."""
    figures = measure_store(
        folder,
        customers if "search" in names else FEW,
        visits if "log" in names else FEW,
        commits,
    )
    lines = {
        "commit": _commit(figures),
        "search": Line(
            "search",
            {**spread_figures("search", figures.search), "customers": customers},
            {"search_p95_ms": SEARCH_P95_MS},
        ),
        "log": _log(figures, visits),
    }
    return [line for name, line in lines.items() if name in names]


def _commit(figures: StoreFigures) -> Line:
    told = {
        **spread_figures("commit", figures.commit),
        **spread_figures("bare", figures.bare_commit),
        "ratio": figures.commit_ratio,
    }
    note = "one fact on a subject of 50 entries, beside plain SQLite, in alternation"
    return Line("commit", told, {"ratio": MOST_TIMES_BARE}, note)


def _log(figures: StoreFigures, visits: int) -> Line:
    told = {
        **spread_figures("open", figures.day_log),
        **spread_figures("filter", figures.filters),
        "visits": visits,
    }
    return Line("log", told, {"open_p95_ms": LOG_P95_MS, "filter_p95_ms": FILTER_P95_MS})
