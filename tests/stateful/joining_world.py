"""The convergence world with PCs that join: by a snapshot, honest, old or lying, cut off anywhere.

A PC that joined works at once, on what is ahead of its chains, while its history comes in pieces
between everybody's commits, restarts and erasures. At the end it must be as all the others are.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from counter_app.db.verify import verify
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry, body_digest, sealed
from counter_app.journal.erasing import NEVER_ERASED
from counter_app.journal.facts.upkeep import BodyErased
from counter_app.rehearsal.simulated_branch import SimulatedSnapshots
from counter_app.services.branch_ports import Branch, BranchUnreachable
from counter_app.services.ports import NewFact
from counter_app.services.snapshot_ports import Snapshot, SnapshotOnShelf, SnapshotShelf
from counter_app.sync.exchange import Exchange
from counter_app.sync.snapshot_bytes import in_parts, name_of, snapshot_bytes
from counter_app.sync.snapshots import SnapshotMeans, Snapshots
from counter_app.sync.tail import TailOf
from tests.fakes.signing import PlainSigner, is_plainly_signed, is_plainly_signed_snapshot
from tests.stateful.world import KEY, Bugs, Difference, Terminal, World, live_out, stamp_at

JOINERS = (4, 5)
"""The numbers of PCs that are not there from the beginning."""
STEPS = 60
BATCHES = (1, 2, 5, 500)
MAY_BE_ERASED = ("customer/1", "case/1", "visit/1")


class JoiningWorld(World):
    """See the module."""

    def __init__(self, folder: Path, seed: int, bugs: Bugs) -> None:
        super().__init__(folder, seed, bugs)
        self.to_come = list(JOINERS)
        self.befell: Counter[str] = Counter()
        self.forged: set[str] = set()
        self.deceived: set[str] = set()

    def step(self) -> None:
        """One random event."""
        roll = self.random.random()
        if roll < 0.06:
            self.make_snapshot(self.random.choice(self.terminals))
        elif roll < 0.12:
            self.lie(self.random.choice(self.terminals))
        elif roll < 0.18 and self.to_come:
            self.join(self.to_come.pop(0))
        elif roll < 0.21:
            self.erase(self.random.choice(self.terminals))
        elif roll < 0.33 and self._ahead():
            self.exchange(self.random.choice(self._ahead()))
        elif roll < 0.37 and self._ahead():
            self.restart(self.random.choice(self._ahead()))
        else:
            super().step()

    def join(self, number: int) -> None:
        """A PC that has nothing meets the branch for the first time."""
        terminal = self._terminal(number)
        self.terminals.append(terminal)
        self.meet(terminal)

    def meet(self, terminal: Terminal) -> None:
        """Takes a snapshot where one is to be had; the line may be cut anywhere."""
        self._cut_somewhere()
        tail = TailOf(terminal.store, 0.0, self.random.choice(BATCHES))
        branch = self.branch_of(terminal)
        meeting = Exchange(terminal.store, branch, PlainSigner(), is_plainly_signed, tail)
        try:
            if self._snapshots(terminal).take(meeting):
                self.befell["by_snapshot"] += 1
                self._judge_held(terminal)
            meeting.run()
        except BranchUnreachable:
            return
        finally:
            self._mend_line()

    def exchange(self, terminal: Terminal) -> None:
        """As ever; a PC whose history is on its way may take only what is new."""
        if terminal in self._ahead() and self.random.random() < 0.8:
            self.meet(terminal)
        else:
            super().exchange(terminal)

    def restart(self, terminal: Terminal) -> None:
        """The program ends and starts again, and the file says the same of what is ahead."""
        ahead = dict(terminal.store.ahead_heads())
        if ahead:
            self.befell["restarted_ahead"] += 1
        super().restart(terminal)
        if dict(terminal.store.ahead_heads()) != ahead:
            raise Difference("a restart forgot what is ahead")

    def make_snapshot(self, terminal: Terminal) -> None:
        """One that has everything makes a snapshot; a moment later it is old."""
        super().exchange(terminal)
        try:
            self._snapshots(terminal).make_due()
        except BranchUnreachable:
            return

    def lie(self, terminal: Terminal) -> None:
        """A PC signs what was never written: in one entry, the words of somebody are others."""
        super().exchange(terminal)
        chosen = terminal.store.choose_snapshot("2000-01-01")
        entries = terminal.store.entries_within(chosen.subjects, chosen.heads)
        may = [one for one in entries if one.body and one.kind not in NEVER_ERASED]
        others = [one for one in may if one.journal_id != terminal.store.journal_id]
        if not others or terminal.store.ahead_heads():
            return
        honest = {one.hash for one in entries}
        entries, heads = _falsified(entries, dict(chosen.heads), self.random.choice(others))
        maker = terminal.store.journal_id
        snapshot = Snapshot("branch/demo", maker, "2026-11-23", heads, tuple(entries))
        try:
            put(self._shelf(terminal), snapshot)
        except BranchUnreachable:
            return
        self.forged |= {one.hash for one in entries} - honest

    def erase(self, terminal: Terminal) -> None:
        """Bodies are ordered to go, wherever they are."""
        subject = self.random.choice(MAY_BE_ERASED)
        held = [one.hash for one in terminal.store.entries_of(subject) if one.body_state == "here"]
        if not held:
            return
        named = tuple(self.random.sample(held, min(len(held), 2)))
        order = BodyErased(
            entries=named, basis="ordered", order="1", ordered_by="p", right_entry="r"
        )
        if self._ahead():
            self.befell["erased_ahead"] += 1
        name = f"erasure/{self.random.randrange(10**9)}"
        terminal.store.append([NewFact(name, order)], {}, stamp_at(self.now, "staff/80231"))

    def settle(self) -> None:
        """Everything flows; nothing is ahead any more, and every file verifies."""
        super().settle()
        self._judge_joined()

    def _judge_joined(self) -> None:
        for terminal in self.terminals:
            if not terminal.store.arriving().is_whole:
                raise Difference("something is still ahead of its chain")
            if terminal.store.journal_id in self.deceived and not terminal.store.arriving().lied:
                raise Difference("a snapshot lied, and nobody was told")
        for terminal in self.terminals[-1:]:
            faults = verify(terminal.files, KEY).faults
            if faults:
                raise Difference(f"a file does not verify: {faults[0]}")

    def may_wait(self) -> bool:
        """Whoever believed a lie may have written on it: that waits for its cause for ever."""
        return bool(self.deceived)

    def branch_of(self, terminal: Terminal) -> Branch:
        """The branch as a terminal sees it."""
        del terminal
        return self.branch

    def _shelf(self, terminal: Terminal) -> SnapshotShelf:
        del terminal
        return SimulatedSnapshots(self.branch)

    def _snapshots(self, terminal: Terminal) -> Snapshots:
        day = (self.now + terminal.skew).date().isoformat()
        means = SnapshotMeans(
            self._shelf(terminal), PlainSigner(), is_plainly_signed_snapshot, lambda: day, worth=1
        )
        return Snapshots(terminal.store, self.branch_of(terminal), "branch/demo", means)

    def _judge_held(self, terminal: Terminal) -> None:
        """What is held ahead makes rows as what is chained does, and the file verifies."""
        held = {one for (one,) in terminal.store._driver.execute("SELECT hash FROM ahead")}
        if held & self.forged:
            self.deceived.add(terminal.store.journal_id)
            self.befell["deceived"] += 1
        faults = verify(terminal.files, KEY).faults
        if faults:
            raise Difference(f"a file with entries ahead does not verify: {faults[0]}")

    def _ahead(self) -> list[Terminal]:
        return [one for one in self.terminals if not one.store.arriving().is_whole]

    def _cut_somewhere(self) -> None:
        self.branch.answers_left = self.random.choice((None, None, 3, 5, 8))

    def _mend_line(self) -> None:
        self.branch.answers_left = None


def put(shelf: SnapshotShelf, snapshot: Snapshot) -> bool:
    """Signs a snapshot, whatever it says, and brings it."""
    data = snapshot_bytes(snapshot)
    parts, name = in_parts(data), name_of(data)
    signature = PlainSigner().sign_snapshot(name)
    shown = SnapshotOnShelf(
        name, len(parts), snapshot.maker, signature, snapshot.day, snapshot.upto, 0
    )
    return shelf.put(shown, parts, snapshot)


def _falsified(
    entries: Sequence[Entry], heads: dict[str, ChainHead], victim: Entry
) -> tuple[list[Entry], dict[str, ChainHead]]:
    """The same with other words in one entry: whole in itself, and in no chain."""
    body = (victim.body or "").replace("1", "2").replace("王", "李")
    salt = "00" * 16
    other = sealed(victim._replace(body=body, salt=salt, digest=body_digest(salt, body)))
    told = [other if one == victim else one for one in entries]
    head = heads[victim.journal_id]
    if head.seq == victim.seq:
        heads[victim.journal_id] = replace(head, hash=other.hash)
    return told, heads


def run_joining_seed(folder: Path, seed: int, bugs: Bugs | None = None) -> Counter[str]:
    """One whole history, and what befell in it. Raises `Difference`."""
    world = JoiningWorld(folder / f"joining-{seed}", seed, bugs or Bugs())
    live_out(world, STEPS)
    return world.befell
