"""A supervisor's page that is read once a second whatever befalls the branch, as the day log does.

Owns the reading and its judgement: a page on which rows stood once is never an empty one again.
"""

import threading
from collections import Counter
from dataclasses import dataclass, field
from time import perf_counter

from counter_app.db.queries import open_reader
from counter_app.rehearsal.drills.branch.terminal import DrillTerminal
from counter_app.services.ports import StoreTrouble
from counter_app.services.read_models import LogFilter

EVERY_S = 1.0
WELL = frozenset(("well", "begun", "none"))


@dataclass
class PageWatch:
    """Reads one PC's day log on a connection of its own. `words` counts what its health said then."""

    terminal: DrillTerminal
    day: str
    readings: int = 0
    longest_s: float = 0.0
    words: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._most = 0
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="page")
        self._thread.start()

    @property
    def in_fault(self) -> int:
        """How many readings were made while the PC's health named a fault."""
        return sum(times for word, times in self.words.items() if word not in WELL)

    def stop(self) -> None:
        """Ends."""
        self._ending.set()
        self._thread.join()

    def _run(self) -> None:
        reader = open_reader(self.terminal.files.database, self.terminal.key.value)
        try:
            while not self._ending.wait(EVERY_S):
                begun = perf_counter()
                try:
                    total = reader.day_log(LogFilter(self.day)).total
                except StoreTrouble as trouble:
                    self.wrong.append(f"the page could not be read: {trouble.code}")
                    continue
                self._judge(total)
                self.longest_s = max(self.longest_s, perf_counter() - begun)
        finally:
            reader.close()

    def _judge(self, total: int) -> None:
        health = self.terminal.health
        word = health.state if health is not None else "none"
        self.readings += 1
        self.words[word] += 1
        if total < self._most:
            self.wrong.append(f"{total} rows where {self._most} stood, health {word}")
        self._most = max(self._most, total)
