"""What it costs a PC to take others' entries: the chain checked, folded, rows and index written.

Owns the measuring. They are taken as the store's thread takes them, a slice at a time.
"""

from collections.abc import Sequence
from pathlib import Path
from secrets import token_bytes
from time import perf_counter, process_time

from counter_app.db.store import FirstEntry, StoreFiles, create_store
from counter_app.db.worker import accept_in_slices
from counter_app.journal.entry import Entry
from counter_app.journal.facts.ground import JournalOpened
from counter_app.rehearsal.bench.crossing import batches
from counter_app.rehearsal.bench.lines import Line, spread_figures
from counter_app.services.ports import Stamp

JOURNAL = "01979f3e-0000-7000-8000-00000000acce"
DAY = "2026-11-23"


def measure_accepting(folder: Path, entries: Sequence[Entry]) -> Line:
    """The processor's time for an entry, and how long a slice keeps the store's thread."""
    stamp = Stamp("terminal/03", f"{DAY}T01:00:00.000Z", DAY)
    opened = JournalOpened(
        branch="branch/bench", terminal="03", letter="A", public_key="", program="bench"
    )
    folder.mkdir(exist_ok=True)
    files = StoreFiles.in_home(folder)
    store = create_store(files, token_bytes(32), FirstEntry(JOURNAL, opened, stamp), token_bytes)
    slices: list[float] = []
    try:
        before = process_time()
        for batch in batches(entries):
            begun = perf_counter()
            for _slice in accept_in_slices(store, batch):
                slices.append(perf_counter() - begun)
                begun = perf_counter()
        spent = process_time() - before
    finally:
        store.close()
    figures = {
        "entry_us": spent / len(entries) * 1e6,
        **spread_figures("slice", slices),
        "entries": len(entries),
    }
    return Line("accepting", figures, {"entry_us": 60.0}, "the processor's time, and a slice's")
