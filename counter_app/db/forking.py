"""Going on in a new journal after the branch was found to hold another end of the former one.

Owns making the new file: everything of the former one but the losing end, whose bytes become content,
each under its own subject, so that audience and erasure reach them. The former files were set aside and
are not changed. The home is held, and nobody has its store open.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from counter_app.db.encrypted import connect, telling_trouble
from counter_app.db.journal_store import SELECT_ENTRIES
from counter_app.db.rereading import Rereader
from counter_app.db.salvage import (
    Reopening,
    copy_locals,
    empty_file,
    taking,
)
from counter_app.db.store import SqliteStore, begin_journal, open_store
from counter_app.db.store_files import StoreFiles
from counter_app.db.verify import verify
from counter_app.db.working_copy import telling_full, working_copy
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.journal.facts.upkeep import ForkFound, LosingEntry
from counter_app.services.ports import Content, NewFact, StoreTrouble
from counter_app.services.settling import ENTRY_MEDIA

TAKEN_AT_ONCE = 1000
NAMED_AT_ONCE = 90
"""A quarantine is settled by one more fact for each entry, within a subject's bound."""
JOURNALS = "SELECT DISTINCT journal_id FROM entry ORDER BY journal_id"


@dataclass(frozen=True, slots=True)
class WentOn:
    """The new journal, and how many entries wait in quarantine to be settled."""

    journal_id: str
    quarantined: int


def go_on_in_new_journal(
    kept: StoreFiles, target: StoreFiles, key: bytes, agreed_seq: int, begin: Reopening
) -> WentOn:
    """Makes the new store in the place of the one that was set aside in `kept`.

    `agreed_seq` is the last entry that both ends have; `begin` has the letters that the branch gave to
    the new journal. Raises `StoreTrouble`: `full`, `disk` or
    `damaged`; the files in `kept` and `target` are as before then.
    """
    part = target.beside("forked")
    with telling_full():
        part.remove()
    empty_file(part, key)
    with working_copy(kept) as looked:
        reader = Rereader(looked.database, key)
        try:
            former = str(
                reader.first_rows("SELECT value FROM local WHERE name = 'journal_id'")[0][0]
            )
            with taking(part, key, begin) as store:
                losing, head = _take(store, reader, former, agreed_seq)
            _copy(reader, part, key)
        finally:
            reader.close()
    follows = {"follows_journal": former, "follows_seq": head.seq, "follows_hash": head.hash}
    opened = begin.first.opened.model_copy(update=follows)
    begin_journal(part, key, replace(begin.first, opened=opened), begin.entropy)
    _name(part, key, begin, (former, head.seq), losing)
    if verify(part, key).faults:
        raise StoreTrouble("damaged", part.database.name)
    with telling_full():
        for file in (target.log, target.kept_log, target.shared_memory):
            file.unlink(missing_ok=True)
        part.move_to(target)
    return WentOn(begin.first.journal_id, len(losing))


def _take(
    store: SqliteStore, reader: Rereader, former: str, agreed_seq: int
) -> tuple[list[Entry], ChainHead]:
    """Everything but the losing end, which is returned, with the last entry of the former journal."""
    losing: list[Entry] = []
    store.erase_again([one for (one,) in reader.first_rows("SELECT named FROM erased")])
    for (journal_id,) in reader.first_rows(JOURNALS):
        for entries in _pages(reader, journal_id):
            sound = [one for one in entries if journal_id != former or one.seq <= agreed_seq]
            losing += entries[len(sound) :]
            if store.accept(sound).rejected:
                raise StoreTrouble("damaged", f"{journal_id}:{sound[0].seq}")
    return losing, store.heads().get(former, ChainHead())


def _pages(reader: Rereader, journal_id: str) -> Iterator[list[Entry]]:
    """Whole commits, about so many entries at a time."""
    after = 0
    statement = f"{SELECT_ENTRIES} journal_id = ? AND seq > ? AND commit_seq <= ? ORDER BY seq"
    closing = "SELECT max(commit_seq) FROM entry WHERE journal_id = ? AND seq > ? AND seq <= ?"
    while True:
        told = reader.rows(closing, (journal_id, after, after + TAKEN_AT_ONCE))
        if not told or told[0][0] is None:
            return
        rows = reader.rows(statement, (journal_id, after, told[0][0])) or []
        yield [Entry(*row) for row in rows]
        after = told[0][0]


def _copy(reader: Rereader, part: StoreFiles, key: bytes) -> None:
    with telling_trouble():
        driver = connect(part.database, key)
        try:
            copy_locals(reader, driver)
            driver.execute("DELETE FROM local WHERE name = 'forked_at'")
        finally:
            driver.close()


def _name(
    part: StoreFiles, key: bytes, begin: Reopening, agreed: tuple[str, int], losing: Sequence[Entry]
) -> None:
    """The new journal says what the losing end is, by name, and keeps its bytes."""
    store = open_store(part, key, begin.entropy)
    try:
        contents = [_content(one) for one in losing]
        store.contents.take(contents)
        named = [_named(one, two.hash) for one, two in zip(losing, contents, strict=True)]
        for at in range(0, len(named), NAMED_AT_ONCE):
            entries = tuple(named[at : at + NAMED_AT_ONCE])
            fact = ForkFound(journal=agreed[0], agreed_seq=agreed[1], entries=entries)
            subject = f"quarantine/{begin.first.journal_id}-{at}"
            store.append([NewFact(subject, fact)], {}, begin.first.stamp)
    finally:
        store.close()


def _content(entry: Entry) -> Content:
    data = json.dumps(entry._asdict(), ensure_ascii=True).encode()
    return Content(sha256(data).hexdigest(), ENTRY_MEDIA, data, entry.subject)


def _named(entry: Entry, content: str) -> LosingEntry:
    return LosingEntry(
        hash=entry.hash,
        seq=entry.seq,
        kind=entry.kind,
        subject=entry.subject,
        actor=entry.actor,
        occurred_at=entry.occurred_at,
        content=content,
    )
