"""How long a month of history takes: built once, and taken again from where it is kept.

Owns the clock. The processor's time is told beside the wall's: other work on the PC moves only one.
"""

from collections.abc import Callable
from time import perf_counter, process_time

from counter_app.rehearsal.bench.lines import Line

BUILT_S = 60.0
TAKEN_S = 2.0


def measure_month(home: Callable[[str], object]) -> Line:
    """`home` gives the demo with a month behind it in a folder of this name."""
    wall, cpu = perf_counter(), process_time()
    home("built")
    figures = {
        "built_s": round(perf_counter() - wall, 1),
        "processor_s": round(process_time() - cpu, 1),
    }
    wall = perf_counter()
    home("taken")
    figures["taken_s"] = round(perf_counter() - wall, 2)
    return Line("month", figures, {"built_s": BUILT_S, "taken_s": TAKEN_S}, "built once, then kept")
