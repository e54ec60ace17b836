"""Bodies that are missing at one side: given where they are known, fetched where they may be held.

Owns the order of these and what is done about a body that the branch cannot hold. What was erased is
refused by either side, whoever offers it.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from counter_app.journal.entry import Entry
from counter_app.services.branch_ports import Body, Branch, BranchRefused, QuarantinedPart
from counter_app.services.ports import Journal
from counter_app.sync.offering import BYTES_AT_ONCE

ASKED_AT_ONCE = 500
TAKEN_AT_ONCE = 20
"""Each is folded anew on the store's thread, between a teller's own commits."""
UNSTORABLE = "unstorable"


class Bodies(Journal, Protocol):
    """This home's bodies."""

    def with_bodies(self, hashes: Sequence[str]) -> list[Entry]:
        """Those of the entries whose bodies are here."""
        ...

    def bodies_wanted(self, labels: Collection[str], after: str, limit: int) -> list[str]:
        """Hashes of entries of these labels whose bodies are elsewhere, beyond a hash, in order."""
        ...

    def take_bodies(self, bodies: Sequence[Body]) -> tuple[str, ...]:
        """Keeps bodies that fit; the subjects that changed."""
        ...

    def fork_noted(self) -> tuple[int, int] | None:
        """How far both ends of my journal agree, and up to where mine was brought aside."""
        ...

    def note_fork(self, agreed_seq: int, upto: int) -> None:
        """Keeps this, for the next start."""
        ...

    def hold_only(self, labels: Collection[str]) -> tuple[str, ...]:
        """Lets go of others' bodies of other labels; the subjects that changed."""
        ...


class BodyExchange:
    """Gives and fetches bodies of one home and its branch; `own` are the journals that it wrote."""

    def __init__(self, home: Bodies, branch: Branch, own: Sequence[str]) -> None:
        self._home, self._branch, self._own = home, branch, own

    def give(self) -> int:
        """Brings what the branch lacks and somebody here knows; how many of mine it cannot hold.

        Those are brought to quarantine, byte for byte in signs that any server stores.
        """
        for wanted in self._wanted_there(list(self._home.heads())):
            for few in _loads(self._home.with_bodies(wanted)):
                self._give(few)
        refused = 0
        for wanted in self._wanted_there(self._own):
            for entry in self._home.with_bodies(wanted):
                self._quarantine(entry)
                refused += 1
        return refused

    def fit(self, labels: Sequence[str]) -> tuple[str, ...]:
        """This home comes to hold what its enrolment says: others' bodies of these labels, no others.

        Nothing is let go of while something here is not at the branch. The subjects that changed.
        """
        changed = dict.fromkeys(self._home.hold_only(labels) if self.all_is_there() else ())
        after = ""
        while wanted := self._home.bodies_wanted(labels, after, ASKED_AT_ONCE):
            found = self._branch.bodies(wanted)
            for at in range(0, len(found), TAKEN_AT_ONCE):
                changed |= dict.fromkeys(self._home.take_bodies(found[at : at + TAKEN_AT_ONCE]))
            after = wanted[-1]
        return tuple(changed)

    def all_is_there(self) -> bool:
        """Whether the branch holds every journal as far as it is held here."""
        there = self._branch.heads()
        return all(
            one in there and there[one].head.seq >= head.seq
            for one, head in self._home.heads().items()
        )

    def _wanted_there(self, journals: Sequence[str]) -> Iterator[list[str]]:
        after = ""
        while wanted := self._branch.bodies_wanted(journals, after, ASKED_AT_ONCE):
            yield wanted
            after = wanted[-1]

    def _give(self, entries: Sequence[Entry]) -> None:
        """One that cannot be stored must not keep the others away."""
        try:
            self._branch.give_bodies(entries)
        except BranchRefused as refusal:
            if refusal.code != UNSTORABLE:
                raise
            if len(entries) > 1:
                for one in entries:
                    self._give([one])

    def _quarantine(self, entry: Entry) -> None:
        part = QuarantinedPart(entry.hash, entry.subject, entry_text(entry))
        self._branch.quarantine(entry.journal_id, UNSTORABLE, [part])


def entry_text(entry: Entry) -> str:
    """An entry byte for byte, in signs that every server and every line carries."""
    return json.dumps(entry._asdict(), ensure_ascii=True)


def _loads(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """As many at a time as a slow line carries within the deadline of one call."""
    load: list[Entry] = []
    size = 0
    for entry in entries:
        size += len((entry.body or "").encode())
        if load and size > BYTES_AT_ONCE:
            yield load
            load, size = [], len((entry.body or "").encode())
        load.append(entry)
    if load:
        yield load
