"""The print spool: one plain worker thread per printer, nothing waits for paper.

Owns the order of jobs and their states; what a copy looks like and whether it may be printed was
decided before. Every state is written through `SpoolStore` before anybody is told of it. `sent` is
never called printed. After a restart nothing prints by itself: what was queued is held, what was
being printed is unknown, and a person is asked.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from queue import SimpleQueue
from threading import Event, Lock, Thread
from time import monotonic
from typing import Protocol

from counter_app.printing.printers import NotSent, Printer
from counter_app.printing.text_lines import SheetNeededError
from counter_app.services.ports import Clock, PrintOrder

HOLD_AFTER = timedelta(minutes=30)
"""A copy ordered longer ago asks before it prints: the customer has gone."""

_log = logging.getLogger(__name__)

Key = tuple[str, int]


class JobState(StrEnum):
    """Where a copy stands. Stored as these words."""

    QUEUED = "queued"
    PRINTING = "printing"
    SENT = "sent"
    FAILED = "failed"
    HELD = "held"
    UNKNOWN = "unknown"
    GIVEN_UP = "given_up"


WAITING_FOR_A_PERSON = frozenset({JobState.FAILED, JobState.HELD, JobState.UNKNOWN})
"""States that only a person ends: print again, give up, or say that it came out."""

ENDED = frozenset({JobState.SENT, JobState.GIVEN_UP})


class SpoolStore(Protocol):
    """What the spool keeps durably. Called from the spool's threads: the adapter sees to that."""

    def pending_orders(self) -> Sequence[tuple[PrintOrder, str]]:
        """Copies not yet sent or given up, oldest first, each with its state."""
        ...

    def set_order_state(self, paper: str, copy_number: int, state: str, reason: str = "") -> None:
        """Write the state of one copy; durable when it returns."""
        ...


PdfOf = Callable[[PrintOrder], bytes]
"""The bytes of a copy, with its mark: kept content, or rendered now. Called on a printer's thread."""


@dataclass(frozen=True, slots=True)
class Job:
    """One copy and where it stands. `reason` is a code, empty where the state says all."""

    order: PrintOrder
    state: JobState
    reason: str = ""

    @property
    def key(self) -> Key:
        """What names the copy."""
        return (self.order.paper, self.order.copy_number)


@dataclass(frozen=True, slots=True)
class _Task:
    order: PrintOrder
    confirmed: bool


class Spool:
    """Takes orders, tells each change to `changed`; safe to call from any thread.

    `changed` is called on the thread that made the change, after the state was stored.
    """

    def __init__(
        self,
        printers: Mapping[str, Printer],
        store: SpoolStore,
        pdf_of: PdfOf,
        clock: Clock,
        changed: Callable[[Job], None],
    ) -> None:
        """Nothing starts here; see `start`."""
        self._store, self._pdf_of, self._clock, self._changed = store, pdf_of, clock, changed
        self._jobs: dict[Key, Job] = {}
        self._lock = Lock()
        self._abandoned = Event()
        self._queues: dict[str, SimpleQueue[_Task | None]] = {n: SimpleQueue() for n in printers}
        self._threads = [
            Thread(target=self._work, args=(name, printer), name=f"print-{name}", daemon=True)
            for name, printer in printers.items()
        ]

    def start(self) -> tuple[Job, ...]:
        """Take over what an earlier run left, ask about all of it, and start the workers.

        Returns the copies a person has to decide on.
        """
        for order, state in self._store.pending_orders():
            left = JobState(state)
            if left is JobState.PRINTING:
                self._record(Job(order, JobState.UNKNOWN, "restart"))
            elif left is JobState.QUEUED:
                self._record(Job(order, JobState.HELD, "restart"))
            else:
                with self._lock:
                    self._jobs[order.paper, order.copy_number] = Job(order, left)
        for thread in self._threads:
            thread.start()
        return tuple(job for job in self.jobs() if job.state in WAITING_FOR_A_PERSON)

    def jobs(self) -> tuple[Job, ...]:
        """Every copy of this run that has not ended, in the order they came."""
        with self._lock:
            return tuple(job for job in self._jobs.values() if job.state not in ENDED)

    def submit(self, order: PrintOrder) -> None:
        """Queue a copy whose order is already stored as queued. Returns at once.

        A copy that is known already is not queued again: another one has another number.
        """
        key = (order.paper, order.copy_number)
        with self._lock:
            if key in self._jobs:
                return
            self._jobs[key] = Job(order, JobState.QUEUED)
        self._hand_to_worker(_Task(order, confirmed=False))

    def release(self, paper: str, copy_number: int) -> bool:
        """A person says: print it (again). False when it does not wait for a person."""
        job = self._claim((paper, copy_number), WAITING_FOR_A_PERSON, JobState.QUEUED)
        if job is None:
            return False
        self._tell(job)
        self._hand_to_worker(_Task(job.order, confirmed=True))
        return True

    def cancel(self, paper: str, copy_number: int) -> bool:
        """Give the copy up. False when it is with the printer already, or ended."""
        cancellable = WAITING_FOR_A_PERSON | {JobState.QUEUED}
        job = self._claim((paper, copy_number), cancellable, JobState.GIVEN_UP)
        if job is not None:
            self._tell(job)
        return job is not None

    def came_out(self, paper: str, copy_number: int) -> bool:
        """A person holds the paper of a copy that was unknown: it counts as sent."""
        unknown = frozenset({JobState.UNKNOWN})
        job = self._claim((paper, copy_number), unknown, JobState.SENT, "seen")
        if job is not None:
            self._tell(job)
        return job is not None

    def stop(self, seconds: float) -> tuple[str, ...]:
        """Print what is queued, in order, for at most `seconds`; end the workers.

        Returns the names of the workers that did not end: their printers give no answer. What they
        still hold is asked about at the next start.
        """
        for queue in self._queues.values():
            queue.put(None)
        until = monotonic() + seconds
        for thread in self._threads:
            if thread.is_alive():
                thread.join(max(0.0, until - monotonic()))
        self._abandoned.set()
        return tuple(thread.name for thread in self._threads if thread.is_alive())

    def _hand_to_worker(self, task: _Task) -> None:
        queue = self._queues.get(task.order.printer)
        if queue is None:
            self._record(Job(task.order, JobState.FAILED, "printer_missing"))
        else:
            queue.put(task)

    def _claim(
        self, key: Key, allowed: frozenset[JobState], state: JobState, reason: str = ""
    ) -> Job | None:
        """Move a job in one step when its state allows it, so that two callers never both do."""
        with self._lock:
            job = self._jobs.get(key)
            if job is None or job.state not in allowed:
                return None
            moved = Job(job.order, state, reason)
            self._jobs[key] = moved
        return moved

    def _tell(self, job: Job) -> None:
        self._store.set_order_state(*job.key, job.state.value, job.reason)
        self._changed(job)

    def _record(self, job: Job) -> None:
        with self._lock:
            self._jobs[job.key] = job
        self._tell(job)

    def _work(self, name: str, printer: Printer) -> None:
        queue = self._queues[name]
        while (task := queue.get()) is not None:
            if self._abandoned.is_set():
                return
            try:
                self._print(task, printer)
            except Exception:
                # A fault of the store or of the renderer: this copy fails, the queue goes on.
                _log.exception("print job %s failed", task.order.paper)
                self._fail_after_fault(task.order)

    def _print(self, task: _Task, printer: Printer) -> None:
        order, queued = task.order, frozenset({JobState.QUEUED})
        key = (order.paper, order.copy_number)
        if not task.confirmed and self._is_old(order):
            held = self._claim(key, queued, JobState.HELD, "old")
            if held is not None:
                self._tell(held)
            return
        printing = self._claim(key, queued, JobState.PRINTING)
        if printing is None:
            return
        self._tell(printing)
        try:
            copy = self._pdf_of(order)
        except SheetNeededError:
            self._record(Job(order, JobState.FAILED, "sheet_needed"))
            return
        answer = printer.send(copy, order.paper)
        if isinstance(answer, NotSent):
            _log.warning("print job %s: %s %s", order.paper, answer.code, answer.detail)
            self._record(Job(order, JobState.FAILED, answer.code))
        else:
            self._record(Job(order, JobState.SENT))

    def _is_old(self, order: PrintOrder) -> bool:
        return self._clock.now() - datetime.fromisoformat(order.ordered_at) > HOLD_AFTER

    def _fail_after_fault(self, order: PrintOrder) -> None:
        try:
            self._record(Job(order, JobState.FAILED, "fault"))
        except Exception:
            # The store itself is at fault: the copy is asked about at the next start.
            _log.exception("state of print job %s could not be stored", order.paper)
