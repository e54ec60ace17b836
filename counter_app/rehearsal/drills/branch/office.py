"""Head office of a drill: a server of its own, reading the branch once in a while, whatever befalls it.

Owns its life and what it holds at the end. It reads as `sync.head_office` does.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from counter_app.db.branch.connecting import BranchAddress, BranchLine
from counter_app.db.branch.head_office import HeadOfficeShelf
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.journal.entry import Entry
from counter_app.rehearsal.drills.branch.stage import DATABASE, PASSWORD, Stage
from counter_app.rehearsal.drills.branch.terminal import BRANCH, DEADLINE_S, EVERYTHING
from counter_app.rehearsal.local_postgres import LocalPostgres, make_cluster
from counter_app.services.branch_ports import BranchRefused, BranchUnreachable
from counter_app.sync.head_office import read_branch
from counter_app.vault.signatures import is_signed

NUMBER = 90
"""The number under which head office is admitted as a reader."""
EVERY_S = 0.5


class HeadOffice:
    """Reads on until it is stopped. `unsound` names whatever it could not believe."""

    def __init__(self, stage: Stage, cluster: LocalPostgres) -> None:
        self._stage, self._url = stage, cluster.url("office")
        self._role = stage.upkeep.admit(NUMBER, EVERYTHING, PASSWORD)
        self.failures = 0
        self.pulled = 0
        self.given_back = 0
        self.unsound: set[str] = set()
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="head office")
        self._thread.start()

    def agrees(self) -> bool:
        """Whether it holds what the branch holds, entry for entry with every body."""
        with psycopg.connect(self._url) as owner:
            columns = ", ".join(Entry._fields)
            found = owner.execute(f"SELECT {columns} FROM counter.entry").fetchall()
        return {Entry(*row) for row in found} == {*self._stage.branch_entries()}

    def stop(self) -> None:
        """Ends."""
        self._ending.set()
        self._thread.join()

    def _run(self) -> None:
        own = BranchLine(BranchAddress(self._url), DEADLINE_S)
        url = self._stage.cluster.url(DATABASE, self._role)
        line = BranchLine(BranchAddress(url), DEADLINE_S)
        held, branch = HeadOfficeShelf(own, BRANCH, "drill"), PostgresBranch(line)
        while not self._ending.wait(EVERY_S):
            try:
                done = read_branch(held, branch, is_signed)
            except (BranchUnreachable, BranchRefused):
                self.failures += 1
                continue
            self.pulled += done.pulled
            self.given_back += done.given_back
            self.unsound |= {*done.forged, *(one.why for one in done.rejected)}
        line.close()
        own.close()


@contextmanager
def head_office(stage: Stage) -> Iterator[HeadOffice]:
    """Head office with a server of its own: what kills the branch's leaves it alone."""
    cluster = make_cluster(stage.folder / "office")
    try:
        cluster.create_database("office")
        BranchUpkeep(cluster.url("office")).init("office/head", "head office")
        office = HeadOffice(stage, cluster)
        try:
            yield office
        finally:
            office.stop()
    finally:
        cluster.stop("immediate")
