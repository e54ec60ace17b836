"""A store in a temporary home, and a hand that writes facts into it with a ticking clock."""

import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from counter_app.db.store import FirstEntry, SqliteStore, StoreFiles, create_store
from counter_app.journal.facts import case, presence
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.ground import JournalOpened
from counter_app.services.ports import NOTHING_BESIDE, Beside, NewFact, Stamp, Store, Written

KEY = bytes(range(32))
OPENED_AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def stamp_at(instant: datetime, actor: str = "staff/80231", date: str | None = None) -> Stamp:
    """A stamp in the form of the entries."""
    text = instant.strftime("%Y-%m-%dT%H:%M:%S.") + f"{instant.microsecond // 1000:03d}Z"
    return Stamp(actor, text, date or text[:10])


def journal_of(terminal: int) -> str:
    """The id of a terminal's first journal."""
    return f"01979f3e-0000-7000-8000-{terminal:012d}"


def first_entry(terminal: int = 3, letter: str = "A", journal_id: str | None = None) -> FirstEntry:
    """What a terminal's journal begins with."""
    opened = JournalOpened(
        branch="branch/demo",
        terminal=f"{terminal:02d}",
        letter=letter,
        public_key="00",
        program="0",
    )
    stamp = stamp_at(OPENED_AT, f"terminal/{terminal:02d}")
    return FirstEntry(journal_id or journal_of(terminal), opened, stamp)


def new_store(home: Path, terminal: int = 3) -> SqliteStore:
    """A fresh store in `home`."""
    home.mkdir(parents=True, exist_ok=True)
    entropy = random.Random(terminal).randbytes
    return create_store(StoreFiles.in_home(home), KEY, first_entry(terminal), entropy)


class Hand:
    """Writes into a store, each commit a second after the last."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now = OPENED_AT

    def write(self, subject: str, *facts: Fact, beside: Beside = NOTHING_BESIDE) -> Written:
        """One commit on one subject, decided on its present View."""
        return self.write_all([NewFact(subject, fact) for fact in facts], beside)

    def write_all(self, facts: Iterable[NewFact], beside: Beside = NOTHING_BESIDE) -> Written:
        """One commit."""
        every = list(facts)
        self.now += timedelta(seconds=1)
        seen = {one.subject: self.store.view(one.subject).heads for one in every}
        written = self.store.append(every, seen, stamp_at(self.now), beside)
        assert isinstance(written, Written)
        return written


def started(number: str = "03A-0338W", *, staff: str = "80231", visit: str = "visit/1") -> Fact:
    """A case begins."""
    return case.CaseStarted(
        number=number,
        visit=visit,
        service="GS",
        procedure_hash="p",
        rules_hash="r",
        terminal="03",
        window="3",
        staff=staff,
    )


def holder(name: str, customer: str | None = None) -> Fact:
    """The case's holder."""
    party = case.PartyTaken(person="p1", part="self", name=name, customer=customer)
    return case.PartiesTaken(visit="visit/1", parties=(party,))


def customer(name: str, number: str = "", phone: str = "") -> Fact:
    """A customer becomes known."""
    identity = presence.CustomerGroup(name="identity", fields={"name": name, "number": number})
    contact = presence.CustomerGroup(name="contact", fields={"phone": phone})
    return presence.CustomerRegistered(groups=(identity, contact))
