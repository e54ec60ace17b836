"""Making a store whole again: the last good copy, the sound tail of the damaged file, a new journal.

Owns the order of the steps, so that an interrupted salvage is simply begun again, and the naming of
what is missing. The damaged files are set aside first and never changed. The home is held, and nobody
has its store open.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

from counter_app.db.ahead import AHEAD, CURSOR, CUSTOMERS
from counter_app.db.encrypted import connect, open_engine, telling_trouble
from counter_app.db.erasing import erase_beside
from counter_app.db.lost_numbers import lost_numbers
from counter_app.db.refold import prepare_rows
from counter_app.db.rereading import Rereader
from counter_app.db.row_digests import shipped_digests
from counter_app.db.sound_tail import Place, Tail, sound_tail
from counter_app.db.store import (
    CASE_COUNTER,
    JOURNAL_ID,
    FirstEntry,
    OpenedFile,
    SqliteStore,
    begin_journal,
    driver_of,
    make_tables,
)
from counter_app.db.store_files import StoreFiles
from counter_app.db.verify import verify
from counter_app.db.witness import HeadWitness, read_witness
from counter_app.db.worker import slice_end
from counter_app.db.working_copy import telling_full, working_copy
from counter_app.domain.numbers import ALPHABET
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.folds.ground import JournalView
from counter_app.services.ports import StoreTrouble

TAKEN_AT_ONCE = 1000
SALT = 16
"""Bytes at the head of the file; a copy has the same, so a damaged salt can be told."""
LOCALS_OF_A_JOURNAL = (JOURNAL_ID, CASE_COUNTER, AHEAD, CUSTOMERS)
LOCALS_OF_A_FILE = ("rows/", CURSOR)
"""Names that begin so tell what stands in a file's own tables."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Acknowledged entries of the former journal that no file holds any more: named, not hidden."""

    journal_id: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of it: entries of the copy and beyond it, and what is missing, by name.

    `letters` are those of the new journal; `stray` were readable but chain to nothing. `numbers` are
    those of cases that were begun and are not held any more.
    """

    journal_id: str
    letters: str
    copied: int
    taken: int
    missing: tuple[Missing, ...]
    bodiless: tuple[Place, ...]
    stray: tuple[Entry, ...]
    numbers: tuple[str, ...]


def set_aside(files: StoreFiles, folder: Path) -> StoreFiles:
    """Keeps the damaged files, log and witness too, in a folder of their own; once.

    A database that is gone is kept as an empty file. Raises `StoreTrouble`: `full`, `disk`.
    """
    kept = StoreFiles(folder / files.database.name, folder / files.witness.name)
    if kept.database.exists():
        return kept
    with telling_full():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        log = files.kept_log if files.kept_log.exists() else files.log
        for one, other in ((files.witness, kept.witness), (log, kept.log)):
            if one.exists():
                shutil.copyfile(one, other)
        part = kept.database.with_suffix(".part")
        if files.database.exists():
            shutil.copyfile(files.database, part)
        else:
            part.touch(mode=0o600)
        part.replace(kept.database)
    return kept


def salvage(
    kept: StoreFiles,
    copy: StoreFiles | None,
    target: StoreFiles,
    key: bytes,
    begin: "Reopening",
) -> Salvaged:
    """Puts a whole store in the place of the damaged one that was set aside in `kept`.

    Without a copy everything comes from the damaged file. Raises `StoreTrouble`: `full`, `disk`, or
    `damaged` when the copy itself is not clean; the files in `kept` and `target` are as before then.
    """
    if copy is not None and verify(copy, key).faults:
        raise StoreTrouble("damaged", copy.database.name)
    part = target.beside("salvaged")
    with telling_full():
        part.remove()
        if copy is not None:
            shutil.copyfile(copy.database, part.database)
            os.chmod(part.database, 0o600)
    if copy is None:
        empty_file(part, key)
    told = _assemble(kept, part, key, begin, same_salt=copy is not None)
    if verify(part, key).faults:
        raise StoreTrouble("damaged", part.database.name)
    with telling_full():
        # The old log would be taken for the new database's own.
        target.log.unlink(missing_ok=True)
        target.kept_log.unlink(missing_ok=True)
        target.shared_memory.unlink(missing_ok=True)
        part.move_to(target)
    return told


@dataclass(frozen=True, slots=True)
class Reopening:
    """What the new journal begins with; its letters and what it follows are filled in here."""

    first: FirstEntry
    entropy: Callable[[int], bytes]


def next_letters(used: Iterable[str]) -> str:
    """The first letters of a journal that no other journal of the terminal has."""
    signs = [sign for sign in ALPHABET if sign.isalpha()]
    taken = set(used)
    for length in (1, 2, 3):
        for letters in product(signs, repeat=length):
            if "".join(letters) not in taken:
                return "".join(letters)
    raise ValueError("a terminal has had more journals than there are letters")


def _assemble(
    kept: StoreFiles, part: StoreFiles, key: bytes, begin: Reopening, *, same_salt: bool
) -> Salvaged:
    with working_copy(kept) as looked:
        if same_salt:
            _restore_salt(looked.database, part.database)
        with taking(part, key, begin) as store:
            _obey_erasures(store, looked, key)
            copied = sum(head.seq for head in store.heads().values())
            tail = _take_entries(store, looked, key, copied)
            follows, missing = _former(store, kept)
            used = letters_used(store, begin.first.opened.terminal)
            former = _opened(store, str(follows.get("follows_journal", "")))
        with telling_trouble():
            numbers = _take_locals(looked, part, key, former)
    letters = next_letters((*used, begin.first.opened.letter))
    opened = begin.first.opened.model_copy(update={"letter": letters, **follows})
    begin_journal(part, key, replace(begin.first, opened=opened), begin.entropy)
    return Salvaged(
        begin.first.journal_id,
        letters,
        copied,
        len(tail.sound),
        missing,
        tail.bodiless,
        tail.stray,
        numbers,
    )


@contextmanager
def taking(part: StoreFiles, key: bytes, begin: Reopening) -> Iterator[SqliteStore]:
    """A store that takes the former journal's entries, for they are no longer its own."""
    with telling_trouble():
        engine = open_engine(part.database, key)
        due = prepare_rows(driver_of(engine), shipped_digests())
        journal_id = begin.first.journal_id
        file = OpenedFile(engine, journal_id, HeadWitness(part.witness, journal_id), due)
        store = SqliteStore(file, begin.entropy)
    try:
        for _batch in store.refold():
            """Rows that an earlier program made are made anew: numbers are looked up in them."""
        yield store
    finally:
        store.close()


def _obey_erasures(store: SqliteStore, looked: StoreFiles, key: bytes) -> None:
    """A copy may be older than an erasure: what the damaged file knows to be erased goes first."""
    reader = Rereader(looked.database, key)
    try:
        store.erase_again([one for (one,) in reader.first_rows("SELECT named FROM erased")])
    finally:
        reader.close()


def _take_entries(store: SqliteStore, looked: StoreFiles, key: bytes, copied: int) -> Tail:
    """Accepts what chains beyond the copy; what is rejected all the same is stray."""
    reader = Rereader(looked.database, key)
    try:
        tail = sound_tail(reader, store.heads(), copied)
    finally:
        reader.close()
    sound, rejected = 0, list(tail.stray)
    while sound < len(tail.sound):
        end = slice_end(tail.sound, sound, TAKEN_AT_ONCE)
        rejected += [one.entry for one in store.accept(tail.sound[sound:end]).rejected]
        sound = end
    return replace(tail, stray=tuple(rejected))


def _take_locals(
    looked: StoreFiles, part: StoreFiles, key: bytes, former: JournalOpened | None
) -> tuple[str, ...]:
    """Content whose bytes are what its hash says; drafts, values and orders as far as readable.

    Returns the numbers of cases that are lost.
    """
    damaged, driver = Rereader(looked.database, key), connect(part.database, key)
    try:
        copy_locals(damaged, driver)
        return lost_numbers(damaged, driver, former)
    finally:
        damaged.close()
        driver.close()


def copy_locals(damaged: Rereader, driver: Any) -> None:
    """Content, drafts, values and orders of a file into one that has its entries; erased ones not."""
    driver.execute("BEGIN IMMEDIATE")
    for row in damaged.first_rows("SELECT hash, media, subject, data FROM content"):
        if hashlib.sha256(row[3]).hexdigest() == row[0]:
            driver.execute("INSERT OR IGNORE INTO content VALUES (?, ?, ?, ?)", row)
    for name, value in damaged.first_rows("SELECT name, value FROM local"):
        if name not in LOCALS_OF_A_JOURNAL and not name.startswith(LOCALS_OF_A_FILE):
            driver.execute("INSERT OR REPLACE INTO local VALUES (?, ?)", (name, value))
    for row in damaged.first_rows("SELECT * FROM draft"):
        driver.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?)", row)
    # Whether a copy that waited has been printed since is not known: the desk asks.
    driver.execute(
        "UPDATE print_order SET state = 'unknown', state_reason = 'salvaged' "
        "WHERE state NOT IN ('sent', 'given_up')"
    )
    for row in damaged.first_rows("SELECT * FROM print_order"):
        signs = ", ".join("?" * len(row))
        driver.execute(f"INSERT OR REPLACE INTO print_order VALUES ({signs})", row)
    # Nobody can be asked about a paper whose case is lost.
    driver.execute(
        "UPDATE print_order SET state = 'given_up' "
        "WHERE state <> 'sent' AND case_subject NOT IN (SELECT subject FROM known)"
    )
    erase_beside(driver)
    driver.execute("COMMIT")


def _former(store: SqliteStore, kept: StoreFiles) -> tuple[dict[str, object], tuple[Missing, ...]]:
    """What the new journal follows, and what is missing of that by its witness."""
    told = read_witness(kept.witness)
    former = told.journal_id if told else store.local_value(JOURNAL_ID)
    if former is None:
        return {}, ()
    head = store.heads().get(former, ChainHead())
    follows = {"follows_journal": former, "follows_seq": head.seq, "follows_hash": head.hash}
    if told is None or head.seq >= told.head.seq:
        return follows, ()
    return follows, (Missing(former, head.seq + 1, told.head.seq),)


def letters_used(store: SqliteStore, terminal: str) -> list[str]:
    """The letters that a terminal's journals have had, as far as they are held."""
    found = []
    for journal_id in store.heads():
        opened = _opened(store, journal_id)
        if opened and opened.terminal == terminal:
            found.append(opened.letter)
    return found


def _opened(store: SqliteStore, journal_id: str) -> JournalOpened | None:
    view = store.view(f"journal/{journal_id}")
    return view.opened if isinstance(view, JournalView) else None


def empty_file(part: StoreFiles, key: bytes) -> None:
    """A file with its tables and nothing in them."""
    with telling_trouble():
        driver = connect(part.database, key)
        make_tables(driver)
        driver.close()


def _restore_salt(damaged: Path, sound: Path) -> None:
    with sound.open("rb") as source:
        salt = source.read(SALT)
    with damaged.open("r+b") as file:
        file.write(salt)
