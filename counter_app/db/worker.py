"""The threads that own the connections: one writes, one reads. Plain Python, no Qt.

Owns the order of work. It must not know what a job does. Callbacks of the futures run on the worker's
thread; whoever needs another carries them there. Nobody else may touch a store or reader that was
given to a worker.
"""

import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Generic, Protocol, TypeVar

from counter_app.journal.entry import Entry
from counter_app.services.ports import Accepted, Rejected, SignedHead

SLICE_SECONDS = 0.020
"""Foreign entries and refolding keep the writer no longer than this, or a teller's key would wait."""
FIRST_SLICE = 20
"""Entries in the first slice, before it is known how long one takes here."""


class Closable(Protocol):
    """What a worker owns."""

    def close(self) -> None:
        """Ends its use."""
        ...


class Accepts(Closable, Protocol):
    """A store that takes others' entries."""

    def accept(self, entries: Sequence[Entry], signed: Sequence[SignedHead] = ()) -> Accepted:
        """See `ports.Journal.accept`."""
        ...


class Interruptible(Closable, Protocol):
    """A reader whose running query can be ended from another thread."""

    def interrupt(self) -> None:
        """Ends the query that runs now."""
        ...


S = TypeVar("S", bound=Accepts)
R = TypeVar("R", bound=Interruptible)
T = TypeVar("T")

Slices = Generator[object, None, T]
"""Work in slices: each step is at most `SLICE_SECONDS`; what it returns is the result."""


class StoreWorker(Generic[S]):
    """The one thread that writes.

    Own commits and drafts go first, in the order they came; work in slices goes on between them.
    """

    def __init__(self, store: S, clock: Callable[[], float] = perf_counter) -> None:
        self._store = store
        self._clock = clock
        self._urgent: deque[_Job[Any]] = deque()
        self._waiting: deque[_Job[Any] | _SlicedJob[Any]] = deque()
        self._wake = threading.Condition()
        self._ending = False
        self._thread = threading.Thread(target=self._run, name="store")

    @property
    def is_alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begins to work."""
        self._thread.start()

    def submit(self, job: Callable[[S], T], *, urgent: bool = True) -> Future[T]:
        """Runs a job whole; its result or its exception stands in the future.

        Work that is not urgent waits behind slices that came before it. After `stop` the future is
        cancelled at once.
        """
        queue = self._urgent if urgent else self._waiting
        return self._queued(_Job(lambda: job(self._store)), queue)

    def submit_slices(self, work: Callable[[S], Slices[T]]) -> Future[T]:
        """Runs work in slices, urgent jobs between them. Cancelled at a slice's end by `stop`."""
        return self._queued(_SlicedJob(lambda: work(self._store)), self._waiting)

    def accept(
        self, entries: Sequence[Entry], signed: Sequence[SignedHead] = ()
    ) -> Future[Accepted]:
        """Takes others' entries, a few whole commits at a time."""
        return self.submit_slices(
            lambda store: accept_in_slices(store, entries, signed, self._clock)
        )

    def stop(self) -> None:
        """Finishes what was submitted whole, cancels what is in slices, closes the store, joins."""
        with self._wake:
            self._ending = True
            self._wake.notify()
        self._thread.join()

    def _queued(self, job: "_AnyJob", queue: deque[Any]) -> Future[Any]:
        with self._wake:
            if not self._ending:
                queue.append(job)
                self._wake.notify()
                return job.future
        job.future.cancel()
        return job.future

    def _run(self) -> None:
        while (job := self._next()) is not None:
            if not job.step() and not job.future.cancelled():
                with self._wake:
                    self._waiting.appendleft(job)
        self._store.close()

    def _next(self) -> "_AnyJob | None":
        with self._wake:
            while True:
                if self._urgent:
                    return self._urgent.popleft()
                while self._waiting:
                    job = self._waiting.popleft()
                    if not self._ending or isinstance(job, _Job):
                        return job
                    job.abandon()
                if self._ending:
                    return None
                self._wake.wait()


class ReaderWorker(Generic[R]):
    """The one thread that reads. Of requests with the same key only the latest is answered."""

    def __init__(self, reader: R) -> None:
        self._reader = reader
        self._asked: dict[str, _Job[Any]] = {}
        self._running: tuple[str, _Job[Any]] | None = None
        self._wake = threading.Condition()
        self._ending = False
        self._thread = threading.Thread(target=self._run, name="reader")

    @property
    def is_alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begins to work."""
        self._thread.start()

    def ask(self, key: str, job: Callable[[R], T]) -> Future[T]:
        """Reads something for `key`, a page or a pane; an older request of it is cancelled."""
        new: _Job[T] = _Job(lambda: job(self._reader))
        with self._wake:
            ending = self._ending
            older = self._asked.pop(key, None)
            if self._running is not None and self._running[0] == key:
                self._running[1].future.cancel()
                self._reader.interrupt()
            if not ending:
                self._asked[key] = new
                self._wake.notify()
        for unwanted in (older, new if ending else None):
            if unwanted is not None:
                unwanted.future.cancel()
        return new.future

    def stop(self) -> None:
        """Cancels what nobody will see any more, closes the reader, joins."""
        with self._wake:
            self._ending = True
            unwanted = list(self._asked.values())
            self._asked.clear()
            self._wake.notify()
        for job in unwanted:
            job.future.cancel()
        self._thread.join()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            job.step()
            with self._wake:
                self._running = None
        self._reader.close()

    def _next(self) -> "_Job[Any] | None":
        with self._wake:
            while not self._asked and not self._ending:
                self._wake.wait()
            if not self._asked:
                return None
            key = next(iter(self._asked))
            job = self._asked.pop(key)
            self._running = (key, job)
            return job


def accept_in_slices(
    store: Accepts,
    entries: Sequence[Entry],
    signed: Sequence[SignedHead] = (),
    clock: Callable[[], float] = perf_counter,
) -> Slices[Accepted]:
    """Accepts a few whole commits at a time, as many as fit a slice by what the last one took."""
    at, size = 0, FIRST_SLICE
    subjects: dict[str, None] = {}
    taken = 0
    rejected: list[Rejected] = []
    while at < len(entries):
        end = slice_end(entries, at, size)
        start = clock()
        accepted = store.accept(entries[at:end], signed)
        spent = clock() - start
        # Half of what would fit: the next commits may be on longer subjects.
        size = max(1, int((end - at) * SLICE_SECONDS / 2 / max(spent, 1e-6)))
        at = end
        subjects.update(dict.fromkeys(accepted.subjects))
        taken += accepted.taken
        rejected.extend(accepted.rejected)
        yield at
    return Accepted(tuple(subjects), taken, tuple(rejected))


def slice_end(entries: Sequence[Entry], start: int, size: int) -> int:
    """Where a slice of about `size` entries ends: behind a commit, for none may be cut."""
    last = min(start + size, len(entries)) - 1
    for at in range(last, start - 1, -1):
        if entries[at].seq == entries[at].commit_seq:
            return at + 1
    for at in range(last + 1, len(entries)):
        if entries[at].seq == entries[at].commit_seq:
            return at + 1
    return len(entries)


@dataclass(slots=True)
class _Job(Generic[T]):
    """A piece of work that runs whole."""

    run: Callable[[], T]
    future: "Future[T]" = field(default_factory=Future)

    def step(self) -> bool:
        """Runs it, unless nobody wants it any more; always done after it."""
        if not self.future.cancelled():
            try:
                result = self.run()
            except BaseException as error:
                _fail(self.future, error)
            else:
                _succeed(self.future, result)
        return True


@dataclass(slots=True)
class _SlicedJob(Generic[T]):
    """A piece of work that runs a step at a time, begun on the worker's thread like all work."""

    begin: Callable[[], Slices[T]]
    future: "Future[T]" = field(default_factory=Future)
    slices: Slices[T] | None = None

    def step(self) -> bool:
        """Runs one slice; whether that was the last."""
        if self.future.cancelled():
            self.abandon()
            return True
        try:
            self.slices = self.slices or self.begin()
            next(self.slices)
        except StopIteration as end:
            _succeed(self.future, end.value)
        except BaseException as error:
            _fail(self.future, error)
        else:
            return False
        return True

    def abandon(self) -> None:
        """Ends it between two slices."""
        if self.slices is not None:
            self.slices.close()
        self.future.cancel()


_AnyJob = _Job[Any] | _SlicedJob[Any]


# A future may be cancelled at the very moment at which its answer comes: then nobody wants it.


def _succeed(future: "Future[T]", result: T) -> None:
    with suppress(InvalidStateError):
        future.set_result(result)


def _fail(future: "Future[Any]", error: BaseException) -> None:
    with suppress(InvalidStateError):
        future.set_exception(error)
