"""The spool under bad days: dead printers, restarts, old copies, shutdown."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from threading import Condition, Event, Lock

import pytest

from counter_app.printing.printers import NotSent, Sent
from counter_app.printing.spool import HOLD_AFTER, Job, JobState, Spool
from counter_app.services.ports import PrintOrder

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
PATIENCE = 5.0
"""Seconds a test waits for another thread before it fails."""


def order(
    paper: str = "03A-0338W-R1", copy: int = 1, printer: str = "a5", *, minutes_ago: int = 0
) -> PrintOrder:
    at = (NOON - timedelta(minutes=minutes_ago)).isoformat(timespec="milliseconds")
    return PrintOrder(paper, "case/X", copy, "00" * 32, printer, None, at.replace("+00:00", "Z"))


class FixedClock:
    def now(self) -> datetime:
        return NOON


class MemoryStore:
    """Keeps orders and states; remembers every state in order. May fail on demand."""

    def __init__(self, *pending: tuple[PrintOrder, str]) -> None:
        self.orders = {(o.paper, o.copy_number): (o, state) for o, state in pending}
        self.written: list[tuple[str, int, str, str]] = []
        self.broken = False
        self._lock = Lock()

    def pending_orders(self) -> list[tuple[PrintOrder, str]]:
        ended = ("sent", "given_up")
        return [(o, state) for o, state in self.orders.values() if state not in ended]

    def set_order_state(self, paper: str, copy_number: int, state: str, reason: str = "") -> None:
        with self._lock:
            if self.broken:
                raise OSError("disk full")
            self.written.append((paper, copy_number, state, reason))


class RecordingPrinter:
    """Takes what comes; can refuse, or hold on to a job until let go."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.answers: list[Sent | NotSent] = []
        self.reached = Event()
        self.go = Event()
        self.go.set()

    def send(self, pdf: bytes, title: str) -> Sent | NotSent:
        self.reached.set()
        assert self.go.wait(PATIENCE), "the test never let the printer go"
        self.titles.append(title)
        return self.answers.pop(0) if self.answers else Sent()


class Watcher:
    """Hears every change, and waits for one."""

    def __init__(self) -> None:
        self.heard: list[Job] = []
        self._news = Condition()

    def __call__(self, job: Job) -> None:
        with self._news:
            self.heard.append(job)
            self._news.notify_all()

    def wait(self, paper: str, state: JobState, copy: int = 1) -> Job:
        def found() -> Job | None:
            return next(
                (j for j in self.heard if j.key == (paper, copy) and j.state is state), None
            )

        with self._news:
            assert self._news.wait_for(lambda: found() is not None, PATIENCE), (paper, state)
            job = found()
        assert job is not None
        return job


class Desk:
    """A spool with two printers, wired for a test."""

    def __init__(self, store: MemoryStore, pdf_of: Callable[[PrintOrder], bytes]) -> None:
        self.store, self.watcher = store, Watcher()
        self.a5, self.office = RecordingPrinter(), RecordingPrinter()
        printers = {"a5": self.a5, "office": self.office}
        self.spool = Spool(printers, store, pdf_of, FixedClock(), self.watcher)

    def states(self) -> dict[str, str]:
        return {job.order.paper: job.state.value for job in self.spool.jobs()}


def pdf_of(_: PrintOrder) -> bytes:
    return b"%PDF"


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk(MemoryStore(), pdf_of)
    desk.spool.start()
    yield desk
    desk.a5.go.set()
    desk.office.go.set()
    desk.spool.stop(PATIENCE)


def after_restart(*pending: tuple[PrintOrder, str]) -> Desk:
    return Desk(MemoryStore(*pending), pdf_of)


def test_a_copy_goes_from_queued_to_sent_and_every_state_is_stored(desk: Desk) -> None:
    desk.spool.submit(order())
    desk.watcher.wait("03A-0338W-R1", JobState.SENT)
    assert desk.a5.titles == ["03A-0338W-R1"]
    assert [state for _, _, state, _ in desk.store.written] == ["printing", "sent"]
    assert desk.spool.jobs() == ()


def test_copies_of_one_printer_keep_their_order(desk: Desk) -> None:
    papers = [f"03A-0338W-R{n}" for n in range(1, 9)]
    for paper in papers:
        desk.spool.submit(order(paper))
    desk.watcher.wait(papers[-1], JobState.SENT)
    assert desk.a5.titles == papers


def test_a_dead_printer_blocks_neither_the_caller_nor_another_printer(desk: Desk) -> None:
    desk.a5.go.clear()
    desk.spool.submit(order("03A-0001A-R1"))
    desk.spool.submit(order("03A-0002B-R1"))
    assert desk.a5.reached.wait(PATIENCE)
    desk.spool.submit(order("03A-0003C-R1", printer="office"))
    desk.watcher.wait("03A-0003C-R1", JobState.SENT)
    assert desk.states() == {"03A-0001A-R1": "printing", "03A-0002B-R1": "queued"}


def test_a_refusal_is_kept_with_its_code_and_the_queue_goes_on(
    desk: Desk, expected_warnings: list[str]
) -> None:
    desk.a5.answers = [NotSent("printer_refused", "out of paper")]
    desk.spool.submit(order("03A-0001A-R1"))
    desk.spool.submit(order("03A-0002B-R1"))
    failed = desk.watcher.wait("03A-0001A-R1", JobState.FAILED)
    desk.watcher.wait("03A-0002B-R1", JobState.SENT)
    assert failed.reason == "printer_refused"
    assert len(expected_warnings) == 1
    assert desk.spool.release("03A-0001A-R1", 1)
    desk.watcher.wait("03A-0001A-R1", JobState.SENT)
    assert desk.a5.titles == ["03A-0001A-R1", "03A-0002B-R1", "03A-0001A-R1"]


def test_a_printer_nobody_set_up_fails_at_once(desk: Desk) -> None:
    desk.spool.submit(order(printer="cellar"))
    assert desk.watcher.wait("03A-0338W-R1", JobState.FAILED).reason == "printer_missing"


def test_a_copy_older_than_half_an_hour_asks_before_it_prints(desk: Desk) -> None:
    minutes = int(HOLD_AFTER.total_seconds() / 60)
    desk.spool.submit(order("03A-0001A-R1", minutes_ago=minutes + 1))
    desk.spool.submit(order("03A-0002B-R1", minutes_ago=minutes))
    assert desk.watcher.wait("03A-0001A-R1", JobState.HELD).reason == "old"
    desk.watcher.wait("03A-0002B-R1", JobState.SENT)
    assert desk.a5.titles == ["03A-0002B-R1"]
    assert desk.spool.release("03A-0001A-R1", 1)
    desk.watcher.wait("03A-0001A-R1", JobState.SENT)


def test_nothing_prints_by_itself_after_a_restart() -> None:
    desk = after_restart(
        (order("03A-0001A-R1"), "printing"),
        (order("03A-0002B-R1"), "queued"),
        (order("03A-0003C-R1"), "failed"),
        (order("03A-0004D-R1"), "held"),
        (order("03A-0005E-R1"), "sent"),
    )
    asked = desk.spool.start()
    assert {job.order.paper: (job.state, job.reason) for job in asked} == {
        "03A-0001A-R1": (JobState.UNKNOWN, "restart"),
        "03A-0002B-R1": (JobState.HELD, "restart"),
        "03A-0003C-R1": (JobState.FAILED, ""),
        "03A-0004D-R1": (JobState.HELD, ""),
    }
    assert desk.spool.stop(PATIENCE) == ()
    assert desk.a5.titles == []
    assert desk.store.written == [
        ("03A-0001A-R1", 1, "unknown", "restart"),
        ("03A-0002B-R1", 1, "held", "restart"),
    ]


def test_a_person_says_what_became_of_an_unknown_copy() -> None:
    desk = after_restart((order("03A-0001A-R1"), "printing"), (order("03A-0002B-R1"), "printing"))
    desk.spool.start()
    assert desk.spool.came_out("03A-0001A-R1", 1)
    assert not desk.spool.came_out("03A-0001A-R1", 1)
    assert desk.spool.release("03A-0002B-R1", 1)
    desk.watcher.wait("03A-0002B-R1", JobState.SENT)
    desk.spool.stop(PATIENCE)
    assert desk.a5.titles == ["03A-0002B-R1"]
    assert ("03A-0001A-R1", 1, "sent", "seen") in desk.store.written


def test_a_queued_copy_can_be_given_up_but_not_one_with_the_printer(desk: Desk) -> None:
    desk.a5.go.clear()
    desk.spool.submit(order("03A-0001A-R1"))
    desk.spool.submit(order("03A-0002B-R1"))
    assert desk.a5.reached.wait(PATIENCE)
    assert not desk.spool.cancel("03A-0001A-R1", 1)
    assert desk.spool.cancel("03A-0002B-R1", 1)
    assert not desk.spool.cancel("03A-0002B-R1", 1)
    assert not desk.spool.release("03A-0002B-R1", 1)
    desk.a5.go.set()
    desk.watcher.wait("03A-0001A-R1", JobState.SENT)
    assert desk.spool.stop(PATIENCE) == ()
    assert desk.a5.titles == ["03A-0001A-R1"]


def test_the_same_copy_submitted_twice_prints_once(desk: Desk) -> None:
    desk.spool.submit(order())
    desk.spool.submit(order())
    desk.watcher.wait("03A-0338W-R1", JobState.SENT)
    desk.spool.submit(order())
    desk.spool.stop(PATIENCE)
    assert desk.a5.titles == ["03A-0338W-R1"]


def test_two_copies_of_a_paper_are_two_jobs(desk: Desk) -> None:
    desk.spool.submit(order(copy=1))
    desk.spool.submit(order(copy=2))
    desk.watcher.wait("03A-0338W-R1", JobState.SENT, copy=2)
    assert len(desk.a5.titles) == 2


def test_stopping_prints_what_is_queued_in_order() -> None:
    desk = Desk(MemoryStore(), pdf_of)
    desk.spool.start()
    desk.a5.go.clear()
    papers = [f"03A-0338W-R{n}" for n in range(1, 6)]
    for paper in papers:
        desk.spool.submit(order(paper))
    desk.a5.go.set()
    assert desk.spool.stop(PATIENCE) == ()
    assert desk.a5.titles == papers


def test_stopping_does_not_wait_for_a_printer_that_never_answers() -> None:
    desk = Desk(MemoryStore(), pdf_of)
    desk.spool.start()
    desk.a5.go.clear()
    desk.spool.submit(order("03A-0001A-R1"))
    desk.spool.submit(order("03A-0002B-R1"))
    assert desk.a5.reached.wait(PATIENCE)
    assert desk.spool.stop(0.05) == ("print-a5",)
    desk.a5.go.set()
    desk.watcher.wait("03A-0001A-R1", JobState.SENT)
    assert desk.states() == {"03A-0002B-R1": "queued"}


def test_a_copy_that_cannot_be_rendered_fails_alone(expected_warnings: list[str]) -> None:
    def broken_once(asked: PrintOrder) -> bytes:
        if asked.paper == "03A-0001A-R1":
            raise KeyError(asked.content_hash)
        return b"%PDF"

    desk = Desk(MemoryStore(), broken_once)
    desk.spool.start()
    desk.spool.submit(order("03A-0001A-R1"))
    desk.spool.submit(order("03A-0002B-R1"))
    assert desk.watcher.wait("03A-0001A-R1", JobState.FAILED).reason == "fault"
    desk.watcher.wait("03A-0002B-R1", JobState.SENT)
    desk.spool.stop(PATIENCE)
    assert len(expected_warnings) == 1


def test_nothing_is_sent_while_its_state_cannot_be_stored(expected_warnings: list[str]) -> None:
    desk = Desk(MemoryStore(), pdf_of)
    desk.spool.start()
    desk.store.broken = True
    desk.spool.submit(order("03A-0001A-R1"))
    desk.spool.stop(PATIENCE)
    assert desk.a5.titles == []
    assert len(expected_warnings) == 2
    assert desk.watcher.heard == []
