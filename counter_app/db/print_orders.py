"""Print orders between the store and the spool.

Owns the way of the spool's questions and news to the store's thread, and the bytes of a copy between
rendering and sending. Every piece of news is recorded in the journal before its state is stored: if
the program ends between the two, the copy is asked about, and its fact is not written twice.
"""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock

from counter_app.db.store import SqliteStore
from counter_app.db.worker import StoreWorker
from counter_app.domain.refusal import Refusal
from counter_app.services.ports import Content, PrintOrder

Render = Callable[[Content, str | None], bytes]
"""The PDF of a paper's content with the text of a copy's mark."""

Record = Callable[[PrintOrder, str, str, bytes | None], Refusal | None]
"""Tells the use case of a copy's state, its reason and, when it was sent, its bytes."""

QUEUED = "queued"
SENT = "sent"
ENDED = (SENT, "given_up")

_log = logging.getLogger(__name__)

Key = tuple[str, int]


class PrintOrders:
    """See `printing.spool.SpoolStore`. Safe from any thread but the store's own, which it waits for."""

    def __init__(self, worker: StoreWorker[SqliteStore], render: Render, record: Record) -> None:
        self._worker, self._render, self._record = worker, render, record
        self._lock = Lock()
        self._orders: dict[Key, PrintOrder] = {}
        self._sent: dict[Key, bytes] = {}

    def pending_orders(self) -> list[tuple[PrintOrder, str]]:
        """Copies not yet sent or given up, oldest first, each with its state."""
        pending = self._worker.submit(lambda store: store.pending_orders()).result()
        with self._lock:
            self._orders.update({(one.paper, one.copy_number): one for one, _ in pending})
        return pending

    def queued_orders(self) -> list[PrintOrder]:
        """Copies that wait to be printed. The spool takes each up once, however often it is told."""
        return [order for order, state in self.pending_orders() if state == QUEUED]

    def set_order_state(self, paper: str, copy_number: int, state: str, reason: str = "") -> None:
        """Records the news of a copy in the journal, then stores its state; durable on return."""
        key = (paper, copy_number)
        order = self._order(key)
        pdf = (self._kept(key) or self._rendered(order)) if state == SENT else None

        def tell(store: SqliteStore) -> None:
            refusal = self._record(order, state, reason, pdf)
            if refusal is not None:
                _log.warning("copy %s of %s: %s", copy_number, paper, refusal.code)
            store.set_order_state(paper, copy_number, state, reason)

        self._worker.submit(tell).result()
        if state in ENDED:
            self._forget(key)

    def wipe(self, folder: Path) -> None:
        """Removes the files of papers whose subjects are erased from the folder they were printed into.

        Raises OSError when one cannot be removed; it is tried again the next time.
        """
        for paper in self._worker.submit(lambda store: store.papers_to_wipe()).result():
            for file in (*folder.glob(f"{paper}.p*"), *folder.glob(f"{paper}-copy*.p*")):
                file.unlink()
            with self._lock:
                gone = [key for key in {*self._orders, *self._sent} if key[0] == paper]
            for key in gone:
                self._forget(key)
            self._worker.submit(partial(_tell_wiped, paper)).result()

    def pdf_of(self, order: PrintOrder) -> bytes:
        """The bytes of a copy, kept until it is known what became of it."""
        pdf = self._rendered(order)
        with self._lock:
            self._sent[order.paper, order.copy_number] = pdf
        return pdf

    def copy_by(self, render: Render) -> Callable[[PrintOrder], bytes]:
        """How the bytes of a copy are made for a printer that takes no PDF; the PDF is still kept."""
        return lambda order: render(self._content(order), order.mark)

    def _rendered(self, order: PrintOrder) -> bytes:
        return self._render(self._content(order), order.mark)

    def _content(self, order: PrintOrder) -> Content:
        content = self._worker.submit(lambda store: store.content(order.content_hash)).result()
        if content is None:
            raise LookupError(f"the content of {order.paper} is not held here")
        return content

    def _kept(self, key: Key) -> bytes | None:
        with self._lock:
            return self._sent.get(key)

    def _forget(self, key: Key) -> None:
        with self._lock:
            self._orders.pop(key, None)
            self._sent.pop(key, None)

    def _order(self, key: Key) -> PrintOrder:
        with self._lock:
            known = self._orders.get(key)
        if known is None:
            self.pending_orders()
            with self._lock:
                known = self._orders.get(key)
        if known is None:
            raise LookupError(f"no copy {key[1]} of {key[0]} was ordered here")
        return known


def _tell_wiped(paper: str, store: SqliteStore) -> None:
    store.paper_wiped(paper)
