"""One thread writes, one reads: the order of work, cancelling, errors and the end."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future

import pytest

from counter_app.db.queries import SqliteReader, open_reader
from counter_app.db.store import SqliteStore, StoreFiles
from counter_app.db.worker import (
    SLICE_SECONDS,
    ReaderWorker,
    Slices,
    StoreWorker,
    accept_in_slices,
    slice_end,
)
from counter_app.journal.entry import Entry
from counter_app.journal.facts import case
from counter_app.services.ports import Accepted, SignedHead, StoreTrouble
from tests.store.writing import KEY, Hand, new_store, started

WAIT = 10.0


class Diary:
    """A store that only notes what was done to it, and on which thread."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.threads: set[str] = set()
        self.closed = False
        self.interrupted = threading.Event()

    def note(self, what: str) -> str:
        """Notes one thing."""
        self.done.append(what)
        self.threads.add(threading.current_thread().name)
        return what

    def accept(self, entries: Sequence[Entry], signed: Sequence[SignedHead] = ()) -> Accepted:
        """Notes how many came."""
        del signed
        self.note(f"accept {len(entries)}")
        return Accepted(("case/1",), len(entries), ())

    def interrupt(self) -> None:
        """Somebody no longer wants what is being read."""
        self.interrupted.set()

    def close(self) -> None:
        """The end."""
        self.closed = True


@pytest.fixture
def diary() -> Diary:
    return Diary()


@pytest.fixture
def worker(diary: Diary) -> Iterator[StoreWorker[Diary]]:
    made = StoreWorker(diary)
    yield made
    if made.is_alive:
        made.stop()


def noting(what: str) -> Callable[[Diary], str]:
    return lambda diary: diary.note(what)


def slices(*names: str) -> Callable[[Diary], Slices[str]]:
    def work(diary: Diary) -> Slices[str]:
        for name in names:
            diary.note(name)
            yield name
        return "all"

    return work


def test_jobs_run_in_order_on_one_thread(worker: StoreWorker[Diary], diary: Diary) -> None:
    futures = [worker.submit(noting(str(number))) for number in range(20)]
    worker.start()
    assert [future.result(WAIT) for future in futures] == [str(number) for number in range(20)]
    assert diary.threads == {"store"}


def test_own_work_goes_before_what_is_not_urgent_and_between_slices(
    worker: StoreWorker[Diary], diary: Diary
) -> None:
    own: list[Future[str]] = []

    def first(store: Diary) -> Slices[None]:
        store.note("slice 1")
        own.append(worker.submit(noting("own 2")))
        yield ""
        store.note("slice 2")

    worker.submit(noting("later"), urgent=False)
    last = worker.submit_slices(first)
    worker.submit(noting("own 1"))
    worker.start()
    last.result(WAIT)
    assert diary.done == ["own 1", "later", "slice 1", "own 2", "slice 2"]


def test_a_failure_reaches_the_one_who_asked_and_nobody_else(worker: StoreWorker[Diary]) -> None:
    def fails(_diary: Diary) -> None:
        raise StoreTrouble("full")

    def fails_later(diary: Diary) -> Slices[None]:
        yield ""
        fails(diary)

    whole, sliced = worker.submit(fails), worker.submit_slices(fails_later)
    after = worker.submit(noting("after"))
    worker.start()
    for future in (whole, sliced):
        error = future.exception(WAIT)
        assert isinstance(error, StoreTrouble)
        assert error.code == "full"
    assert after.result(WAIT) == "after"


def test_callbacks_hear_results_failures_and_cancelling(worker: StoreWorker[Diary]) -> None:
    heard: list[str] = []

    def hear(future: Future[str]) -> None:
        heard.append("cancelled" if future.cancelled() else str(future.exception()))

    def fails(_diary: Diary) -> str:
        raise StoreTrouble("full")

    for future in (worker.submit(fails), worker.submit(noting("fine"))):
        future.add_done_callback(hear)
    unwanted = worker.submit(noting("unwanted"))
    unwanted.add_done_callback(hear)
    assert unwanted.cancel()
    worker.start()
    worker.stop()
    assert heard == ["cancelled", "full", "None"]


def test_stopping_finishes_whole_jobs_and_ends_slices(
    worker: StoreWorker[Diary], diary: Diary
) -> None:
    stopping = threading.Event()

    def endless(store: Diary) -> Slices[None]:
        while True:
            store.note("slice")
            stopping.set()
            yield ""

    in_slices = worker.submit_slices(endless)
    whole = worker.submit(noting("not urgent"), urgent=False)
    worker.start()
    assert stopping.wait(WAIT)
    own = worker.submit(noting("own"))
    worker.stop()
    assert own.result(0) == "own"
    assert whole.result(0) == "not urgent"
    assert in_slices.cancelled()
    assert diary.closed
    assert worker.submit(noting("too late")).cancelled()


def test_a_cancelled_slicing_ends_at_its_next_slice(
    worker: StoreWorker[Diary], diary: Diary
) -> None:
    ran = threading.Event()

    def endless(store: Diary) -> Slices[None]:
        try:
            while True:
                ran.set()
                yield ""
        finally:
            store.note("closed")

    future = worker.submit_slices(endless)
    worker.start()
    assert ran.wait(WAIT)
    assert future.cancel()
    assert worker.submit(noting("after"), urgent=False).result(WAIT) == "after"
    assert diary.done == ["closed", "after"]


def entries_of(sizes: Sequence[int]) -> list[Entry]:
    """Entries in commits of these sizes."""
    found: list[Entry] = []
    for size in sizes:
        closing = len(found) + size
        found += [
            Entry(
                *("j", len(found) + 1 + at, "k", 1, "case/1", "all", 1, None, "", "", "", closing),
                *("", None, "", None, None, "here"),
            )
            for at in range(size)
        ]
    return found


def test_no_slice_cuts_a_commit() -> None:
    entries = entries_of([3, 1, 5, 2])
    assert [slice_end(entries, 0, size) for size in (1, 2, 3, 4, 5, 9, 99)] == [
        *(3, 3, 3, 4, 4, 9, 11)
    ]
    assert slice_end(entries[:7], 4, 1) == 7


def test_slices_grow_and_shrink_with_what_they_take(diary: Diary) -> None:
    per_entry = iter([0.0001] * 4 + [0.004] * 1000)
    now = [0.0]

    def clock() -> float:
        if diary.done and len(diary.done) > len(spans):
            spans.append(int(diary.done[-1].split()[1]))
            now[0] += spans[-1] * next(per_entry)
        return now[0]

    spans: list[int] = []
    work = accept_in_slices(diary, entries_of([1] * 1000), (), clock)
    for _step in work:
        pass
    assert spans[:3] == [20, 100, 100]
    assert all(span * 0.004 <= SLICE_SECONDS for span in spans[5:])
    assert sum(spans) == 1000


def test_foreign_entries_are_taken_while_own_ones_are_written(
    store: SqliteStore, hand: Hand, files: StoreFiles, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = new_store(tmp_path_factory.mktemp("other") / "home", terminal=4)
    writing = Hand(other)
    for number in range(60):
        writing.write(f"case/{number}", started(), case.CaseNoted(text="x"))
    foreign = other.entries_after(other.journal_id, 0, 10_000)
    other.close()

    worker = StoreWorker(store)
    accepted = worker.accept(foreign)
    mine = worker.submit(lambda _store: hand.write("case/mine", started()))
    worker.start()
    assert accepted.result(WAIT).taken == len(foreign)
    assert set(accepted.result().subjects) == {one.subject for one in foreign}
    assert mine.result(WAIT).entries[0].subject == "case/mine"
    worker.stop()
    reader = open_reader(files.database, KEY)
    assert len(reader.case_by_number("03A-0338W")) == 61
    reader.close()


@pytest.fixture
def reading(diary: Diary) -> Iterator[ReaderWorker[Diary]]:
    made = ReaderWorker(diary)
    yield made
    if made.is_alive:
        made.stop()


def test_of_requests_with_one_key_the_latest_is_answered(
    reading: ReaderWorker[Diary], diary: Diary
) -> None:
    asked = [reading.ask("search", noting(word)) for word in ("w", "wa", "wan")]
    other = reading.ask("log", noting("log"))
    reading.start()
    assert asked[-1].result(WAIT) == "wan"
    assert other.result(WAIT) == "log"
    assert [future.cancelled() for future in asked] == [True, True, False]
    assert diary.done == ["wan", "log"]
    assert diary.threads == {"reader"}


def test_a_newer_request_ends_the_one_that_runs(reading: ReaderWorker[Diary], diary: Diary) -> None:
    begun = threading.Event()

    def slow(store: Diary) -> str:
        begun.set()
        assert store.interrupted.wait(WAIT)
        raise StoreTrouble("interrupted")

    older = reading.ask("search", slow)
    reading.start()
    assert begun.wait(WAIT)
    newer = reading.ask("search", noting("newer"))
    assert newer.result(WAIT) == "newer"
    assert older.cancelled()


def test_a_failure_of_a_reader_is_told(reading: ReaderWorker[Diary]) -> None:
    def fails(_diary: Diary) -> None:
        raise StoreTrouble("damaged")

    future = reading.ask("log", fails)
    reading.start()
    assert isinstance(future.exception(WAIT), StoreTrouble)


def test_a_stopped_reader_cancels_what_nobody_will_see(
    reading: ReaderWorker[Diary], diary: Diary
) -> None:
    waiting = reading.ask("log", noting("log"))
    reading.start()
    waiting.result(WAIT)
    reading.stop()
    assert diary.closed
    assert reading.ask("log", noting("log")).cancelled()


def test_an_interrupted_query_leaves_the_reader_usable(
    store: SqliteStore, files: StoreFiles
) -> None:
    reader = open_reader(files.database, KEY)
    working = ReaderWorker(reader)
    begun = threading.Event()

    def endless(one: SqliteReader) -> None:
        one._driver.create_function("begun", 0, begun.set)
        with one._snapshot():
            one._driver.execute(
                "WITH RECURSIVE n(x) AS (SELECT begun() UNION ALL SELECT 1 FROM n) "
                "SELECT max(x) FROM n"
            ).fetchall()

    older = working.ask("search", endless)
    working.start()
    assert begun.wait(WAIT)
    newer = working.ask("search", lambda one: one.search("x"))
    assert newer.result(WAIT).cases == ()
    assert older.cancelled()
    working.stop()
