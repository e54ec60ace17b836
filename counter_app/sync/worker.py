"""The one thread that speaks with the branch: claims before pages, meetings, and waiting in between.

Owns timing: when to meet, and how long to leave an unreachable branch alone. It never asks anybody
anything and never stops trying. Hints wake it; polling is the guarantee.
"""

import random
import socket
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import replace
from datetime import datetime
from selectors import EVENT_READ, DefaultSelector
from time import monotonic
from typing import Any, Protocol, TypeVar

from counter_app.services.branch_health import Health, HealthState
from counter_app.services.branch_ports import BranchIsFull, BranchRefused, BranchUnreachable
from counter_app.services.ports import StoreTrouble
from counter_app.services.snapshot_ports import Arriving
from counter_app.sync.meeting import Met

POLL_S = (2.0, 4.0)
BACK_OFF_S = (1.0, 2.0, 4.0, 8.0, 15.0)
JITTER = 0.3
"""Sixty PCs that lost their branch at once must not come back at once."""

T = TypeVar("T")


class Meets(Protocol):
    """Holds meetings."""

    def hold(self) -> Met:
        """One whole meeting."""
        ...

    def waiting(self) -> int:
        """How many own entries the branch has not confirmed."""
        ...

    def arriving(self) -> Arriving:
        """How much of the branch's journals is here."""
        ...


class Ear(Protocol):
    """Hears that something came."""

    def wait(self, seconds: float, waker: socket.socket, own: str) -> None:
        """Waits so long, or until there is news, or until woken."""
        ...

    def close(self) -> None:
        """Hangs up."""
        ...


class BranchWorker:
    """Meets the branch again and again.

    `tell` is called on this thread with the health after each attempt and the subjects that changed.
    """

    def __init__(
        self,
        meeting: Meets,
        ear: Ear,
        own: str,
        now: Callable[[], datetime],
        tell: Callable[[Health, tuple[str, ...]], None],
    ) -> None:
        self._meeting, self._ear, self._own, self._now, self._tell = meeting, ear, own, now, tell
        self._health = Health("begun", now())
        self._errands: deque[tuple[Callable[[], Any], Future[Any]]] = deque()
        self._wake_in, self._wake_out = socket.socketpair()
        self._wake_out.setblocking(False)
        self._wake_in.setblocking(False)
        self._ending = threading.Event()
        self._failures = 0
        self._thread = threading.Thread(target=self._run, name="branch")

    @property
    def health(self) -> Health:
        """How it stands now."""
        return self._health

    def start(self) -> None:
        """Begins to meet."""
        self._thread.start()

    def wake(self) -> None:
        """Something was written here: meet soon. From any thread."""
        try:
            self._wake_in.send(b"x")
        except (BlockingIOError, OSError):
            return  # it is awake already, or ended

    def ask(self, errand: Callable[[], T]) -> "Future[T]":
        """Runs a claim or a question of the branch before the next meeting; on this thread."""
        future: Future[T] = Future()
        self._errands.append((errand, future))
        self.wake()
        return future

    def stop(self) -> None:
        """Ends after the call that runs now; errands that did not run are cancelled."""
        self._ending.set()
        self.wake()
        self._thread.join()
        for _, future in self._errands:
            future.cancel()
        self._wake_in.close()
        self._wake_out.close()

    def _run(self) -> None:
        while not self._ending.is_set():
            self._hush()
            self._run_errands()
            try:
                if self._meet():
                    continue  # history goes on at once, after claims and pages have had their turn
                self._ear.wait(random.uniform(*POLL_S), self._wake_out, self._own)
            except BranchUnreachable as trouble:
                self._failed("unreachable", str(trouble))
            except BranchIsFull as full:
                self._failed("refused", full.code, full.subjects)
            except BranchRefused as refusal:
                self._failed(
                    "other_branch" if refusal.code == "other_branch" else "refused", refusal.code
                )
            except StoreTrouble as trouble:
                self._failed("store_trouble", trouble.code)
            except CancelledError:
                break  # the store has ended before us
            except Exception as mistake:
                # A mistake of the program: it is shown that nobody meets the branch any more.
                self._say(replace(self._health, state="ended", detail=type(mistake).__name__), ())
                raise
        self._ear.close()

    def _meet(self) -> bool:
        """One meeting; whether the next is due at once."""
        met = self._meeting.hold()
        self._failures = 0
        done = met.exchanged
        state: HealthState = "forked" if done.forked else "well"
        since = self._health.since if self._health.state == state else self._now()
        unsound = {*done.forged, *(one.entry.journal_id for one in done.rejected)}
        self._say(
            Health(
                state,
                since,
                self._now(),
                met.waiting,
                "",
                met.skew_ms,
                met.greeting,
                tuple(sorted(unsound)),
                met.withheld,
                met.arriving,
            ),
            done.subjects,
        )
        return done.unfinished

    def _failed(self, state: HealthState, detail: str, subjects: tuple[str, ...] = ()) -> None:
        since = self._health.since if self._health.state == state else self._now()
        waiting, arriving = self._meeting.waiting(), self._meeting.arriving()
        told = replace(self._health, state=state, since=since, detail=detail, waiting=waiting)
        self._say(replace(told, arriving=arriving), subjects)
        pause = BACK_OFF_S[min(self._failures, len(BACK_OFF_S) - 1)]
        self._failures += 1
        self._leave_alone(pause * random.uniform(1 - JITTER, 1 + JITTER))

    def _leave_alone(self, seconds: float) -> None:
        """Lets the branch be; whoever asks something meanwhile is told at once that it is not there."""
        until = monotonic() + seconds
        with DefaultSelector() as ears:
            ears.register(self._wake_out, EVENT_READ)
            while not self._ending.is_set() and (left := until - monotonic()) > 0:
                if ears.select(left):
                    self._hush()
                    self._run_errands()

    def _say(self, health: Health, subjects: tuple[str, ...]) -> None:
        self._health = health
        self._tell(health, subjects)

    def _hush(self) -> None:
        """Whoever woke us is heard."""
        try:
            while self._wake_out.recv(1024):
                pass
        except BlockingIOError:
            return

    def _run_errands(self) -> None:
        while self._errands and not self._ending.is_set():
            errand, future = self._errands.popleft()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(errand())
            except (BranchUnreachable, BranchRefused) as trouble:
                future.set_exception(trouble)
