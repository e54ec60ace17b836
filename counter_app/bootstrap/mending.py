"""A home whose store is damaged: what is wrong, a look at it, and going on from copy and sound tail.

Owns the hold on the home meanwhile, the order of the steps and the names of what is kept. Nothing is
deleted, and the damaged file is not written to. Knows no window.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from counter_app.bootstrap.adapters import FreshIds, SystemClock, entropy
from counter_app.bootstrap.ground import counter_on, first_entry, journal_opened, own_branch
from counter_app.bootstrap.settings import read_settings, write_settings
from counter_app.config import Home
from counter_app.db.copies import last_good_copy
from counter_app.db.encrypted import READER_SETTINGS, open_engine
from counter_app.db.home import HeldElsewhere, HomeLock, hold_home
from counter_app.db.queries import SqliteReader
from counter_app.db.read_only import ReadOnly, open_read_only
from counter_app.db.salvage import Reopening, Salvaged, salvage, set_aside
from counter_app.db.store_files import StoreFiles
from counter_app.db.verify import StoreFault, verify
from counter_app.db.working_copy import PREFIX
from counter_app.domain.dates import branch_time
from counter_app.domain.refusal import Refusal
from counter_app.journal.facts.ground import JournalOpened
from counter_app.services.counter import Counter
from counter_app.services.ports import Clock, StoreTrouble
from counter_app.vault.keys import KeyRing, StoreKey
from counter_app.vault.machine_seal import machine_seal
from counter_app.vault.signatures import Signer, make_signer

DAMAGE = frozenset(("damaged", "wrong_key", "behind", "missing"))
"""What keeps a store from opening and can be mended. The key is known to be right by then: a file it
does not open is damaged at its head, or another home's."""

REPORT = "list.txt"


@dataclass(frozen=True, slots=True)
class Damaged:
    """A home with a damaged store, held."""

    home: Home
    key: StoreKey
    hold: HomeLock
    clock: Clock

    @property
    def files(self) -> StoreFiles:
        """The damaged store's files."""
        return StoreFiles.in_home(self.home.folder)


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong, the last good copy, and whether anything tells whose journal it was."""

    faults: tuple[StoreFault, ...]
    copy: StoreFiles | None
    source: JournalOpened | None


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of a salvage, when, and the folder that keeps the damaged file."""

    told: Salvaged
    copy_day: str | None
    terminal: str
    kept: Path
    at: datetime


@dataclass(frozen=True, slots=True)
class Looked:
    """A private store opened to look at it: the last good copy and the sound tail."""

    folder: Path
    opened: ReadOnly
    counter: Counter
    reader: SqliteReader

    def close(self) -> None:
        """Ends the looking, once its workers have ended; nothing of it stays on the disk."""
        self.opened.close()
        rmtree(self.folder, ignore_errors=True)


def take_damaged(home: Home, clock: Clock | None = None) -> Damaged | Refusal:
    """Takes hold of a home whose store does not open. Raises `StoreTrouble`: `full`, `disk`."""
    clock = clock or SystemClock()
    held = hold_home(home.folder, clock.now().isoformat(timespec="minutes"))
    if isinstance(held, HeldElsewhere):
        return Refusal(held.code, {"user": held.user or "", "since": held.since or ""})
    key = KeyRing(entropy, machine_seal()).open(home.folder)
    if not isinstance(key, StoreKey):
        held.release()
        return Refusal(key.code, {"file": key.file})
    return Damaged(home, key, held, clock)


def examine(damaged: Damaged) -> Findings:
    """Looks at file and copies whole. Raises `StoreTrouble`: `newer`, `full`, `locked`, `disk`."""
    key = damaged.key.value
    try:
        faults = verify(damaged.files, key).faults
    except StoreTrouble as trouble:
        if trouble.code != "missing":
            raise
        faults = (StoreFault("missing", damaged.files.database.name),)
    copy = last_good_copy(damaged.home.copies, key)
    return Findings(faults, copy, _source(copy, key) or _source(damaged.files, key))


def mend(damaged: Damaged) -> Mended | Refusal:
    """Sets the file aside and makes a new store of copy and sound tail; the home opens then.

    Begun again after an interruption it begins anew. Raises `StoreTrouble`: `full`, `disk`, `damaged`.
    """
    found = examine(damaged)
    if found.source is None:
        return Refusal("nothing_to_go_on_from")
    now = damaged.clock.now()
    kept = set_aside(damaged.files, kept_folder(damaged.home, now))
    journal_id = FreshIds().fresh()
    signer = make_signer(damaged.home.folder, journal_id, damaged.key, entropy)
    if not isinstance(signer, Signer):
        return Refusal(signer.code)
    settings = replace(read_settings(damaged.home), terminal=found.source.terminal)
    first = first_entry(
        (journal_id, signer.public_key), found.source.branch, settings, damaged.clock
    )
    told = salvage(kept, found.copy, damaged.files, damaged.key.value, Reopening(first, entropy))
    write_settings(damaged.home, replace(settings, letters=told.letters))
    damaged.home.suspect.unlink(missing_ok=True)
    return Mended(told, _day(found.copy), settings.terminal, kept.database.parent, now)


def keep_report(mended: Mended, text: str) -> Path:
    """Keeps the list of what came of it beside the damaged file. Raises OSError."""
    path = mended.kept / REPORT
    path.write_text(text, "utf-8")
    return path


def look(damaged: Damaged) -> Looked | Refusal:
    """What could be gone on from, made whole in a private folder, to read: the damaged file stays shut.

    A connection that meets a bad page answers nothing more, so the file itself is no good to look at.
    Raises `StoreTrouble`: `full`, `disk`.
    """
    found = examine(damaged)
    if found.source is None:
        return Refusal("nothing_to_look_at")
    folder = Path(mkdtemp(prefix=PREFIX, dir=damaged.home.folder))
    try:
        return _look_in(folder, damaged, found.copy, found.source)
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise


def _look_in(
    folder: Path, damaged: Damaged, copy: StoreFiles | None, source: JournalOpened
) -> Looked:
    whole, key = StoreFiles.in_home(folder), damaged.key.value
    settings = replace(read_settings(damaged.home), terminal=source.terminal)
    first = first_entry((FreshIds().fresh(), ""), source.branch, settings, damaged.clock)
    damaged_files = damaged.files
    if copy is not None and not damaged_files.database.exists():
        damaged_files = copy
    salvage(damaged_files, copy, whole, key, Reopening(first, entropy))
    opened = open_read_only(whole, key)
    counter = counter_on(opened.store, settings, own_branch(opened.store), damaged.clock)
    reader = SqliteReader(open_engine(opened.files.database, key, READER_SETTINGS))
    return Looked(folder, opened, counter, reader)


def _read_only(files: StoreFiles, key: bytes) -> ReadOnly | None:
    """None where not even the first pages can be read; a full disk is told."""
    try:
        return open_read_only(files, key)
    except StoreTrouble as trouble:
        if trouble.code not in DAMAGE:
            raise
        return None


def _source(files: StoreFiles | None, key: bytes) -> JournalOpened | None:
    """The first entry of the journal that a store's files belong to, where it can be read."""
    opened = _read_only(files, key) if files else None
    if opened is None:
        return None
    try:
        return journal_opened(opened.store)
    except (StoreTrouble, LookupError):
        return None
    finally:
        opened.close()


def kept_folder(home: Home, now: datetime) -> Path:
    """Where the files of a store that is set aside now are kept."""
    return home.damaged / branch_time(now).strftime("%Y-%m-%d-%H%M%S")


def _day(copy: StoreFiles | None) -> str | None:
    return copy.database.stem if copy else None
