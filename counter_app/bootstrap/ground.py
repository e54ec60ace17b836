"""Opening a home, or founding one: keys, store, calendars, the counter that use cases stand on.

Owns the order in which these come up. What keeps a home from opening is a value with a code.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from counter_app.bootstrap.adapters import FreshIds, SystemClock, entropy
from counter_app.bootstrap.settings import Settings, read_settings, write_settings
from counter_app.config import CALENDARS, Home
from counter_app.db.home import HeldElsewhere, HomeLock, hold_home, keep_reserve
from counter_app.db.store import (
    JOINED,
    WRITTEN_BY,
    FirstEntry,
    SqliteStore,
    StoreFiles,
    create_store,
    open_store,
)
from counter_app.db.verifiers import LocalVerifiers
from counter_app.db.verify import broken_pages, verify
from counter_app.db.working_copy import telling_full
from counter_app.domain.calendar import BranchCalendar, calendar_of, parse_year_table
from counter_app.domain.dates import business_date
from counter_app.domain.refusal import Refusal
from counter_app.forms.loading import Loaded
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.folds.ground import BranchView, JournalView
from counter_app.services.counter import Counter, Terminal, instant_text
from counter_app.services.founding import (
    AdministratorTold,
    BranchTold,
    Founded,
    branch_subject,
    finish,
    found,
)
from counter_app.services.ports import Clock, Stamp, StoreTrouble
from counter_app.services.publishing import parts_of
from counter_app.services.versions import Shelf
from counter_app.vault.keys import Created, KeyRing, StoreKey
from counter_app.vault.machine_seal import machine_seal
from counter_app.vault.passwords import PasswordCost, Passwords
from counter_app.vault.recovery import RecoverySheet
from counter_app.vault.signatures import Signer, make_signer

PROGRAM = "0.1.0"
USUAL_COST = PasswordCost()


@dataclass(frozen=True, slots=True)
class Ground:
    """An open home."""

    home: Home
    settings: Settings
    store: SqliteStore
    counter: Counter
    key: StoreKey
    passwords: Passwords
    verifiers: LocalVerifiers
    hold: HomeLock | None = None

    def release(self) -> None:
        """Gives the home up, once its store is closed."""
        if self.hold is not None:
            self.hold.release()


@dataclass(frozen=True, slots=True)
class FirstStart:
    """What is told when a home is set up: the branch, its first administrator, this PC."""

    branch: BranchTold
    number: str
    name: str
    post: str
    password: str
    settings: Settings


@dataclass(frozen=True, slots=True)
class SetUp:
    """A home that was set up, and the recovery sheet to print now."""

    ground: Ground
    sheet: RecoverySheet


def set_up(
    home: Home,
    told: FirstStart,
    shipped: Loaded,
    cost: PasswordCost = USUAL_COST,
    clock: Clock | None = None,
) -> SetUp | Refusal:
    """Makes the keys and the store of a new home and founds its branch."""
    write_settings(home, told.settings)
    keys = KeyRing(entropy, machine_seal())
    created = keys.create(home.folder)
    if not isinstance(created, Created):
        return Refusal(created.code)
    clock = clock or SystemClock()
    journal_id = FreshIds().fresh()
    signer = make_signer(home.folder, journal_id, created.key, entropy)
    if not isinstance(signer, Signer):
        return Refusal(signer.code)
    branch = branch_subject(told.branch.purpose, FreshIds().fresh())
    first = first_entry((signer.journal_id, signer.public_key), branch, told.settings, clock)
    store = create_store(StoreFiles.in_home(home.folder), created.key.value, first, entropy)
    passwords = Passwords(cost, entropy)
    counter = counter_on(store, told.settings, BranchView(branch), clock)
    verifier = passwords.verifier(told.password)
    administrator = AdministratorTold(told.number, told.name, told.post, verifier)
    today = business_date(clock.now(), told.branch.cut_off_hour)
    founded = found(counter, told.branch, administrator, parts_of(shipped), today)
    if not isinstance(founded, Founded):
        store.close()
        return founded
    ground = _ground(home, store, created.key, replace(counter, branch=founded.branch))
    return SetUp(replace(ground, passwords=passwords), created.sheet)


def open_home(home: Home, clock: Clock | None = None) -> Ground | Refusal:
    """Opens a home that was set up, and takes up a founding that was cut short."""
    clock = clock or SystemClock()
    try:
        held = hold_home(home.folder, clock.now().isoformat(timespec="minutes"))
    except StoreTrouble as trouble:
        return Refusal(trouble.code)
    if isinstance(held, HeldElsewhere):
        return Refusal(held.code, {"user": held.user or "", "since": held.since or ""})
    opened = _open_held(home, clock)
    if isinstance(opened, Refusal):
        held.release()
        return opened
    return replace(opened, hold=held)


def doubt(home: Home) -> None:
    """Has the store verified whole before it is opened again."""
    home.suspect.touch()


def _open_held(home: Home, clock: Clock) -> Ground | Refusal:
    key = KeyRing(entropy, machine_seal()).open(home.folder)
    if not isinstance(key, StoreKey):
        return Refusal(key.code, {"file": key.file})
    try:
        if home.suspect.exists():
            if not verify(StoreFiles.in_home(home.folder), key.value).clean:
                return Refusal("damaged")
            home.suspect.unlink()
        store = open_store(StoreFiles.in_home(home.folder), key.value, entropy)
    except StoreTrouble as trouble:
        return Refusal(trouble.code, {"detail": trouble.detail, "program": PROGRAM})
    opened = _open_branch(home, key, store, clock)
    if isinstance(opened, Refusal):
        store.close()
    return opened


def _open_branch(home: Home, key: StoreKey, store: SqliteStore, clock: Clock) -> Ground | Refusal:
    """What stands on an opened store, once every page of it is as it was written."""
    try:
        if broken_pages(StoreFiles.in_home(home.folder), key.value):
            return Refusal("damaged")
        keep_reserve(home.folder)
        if store.local_value(WRITTEN_BY) != PROGRAM:
            store.set_local_value(WRITTEN_BY, PROGRAM)
        settings = _settings_of(home, store)
        branch = own_branch(store)
        if branch.founded is None:
            return Refusal("not_founded")
        counter = counter_on(store, settings, branch, clock)
        # Only who founded the branch goes on founding it: elsewhere it is not here whole, or it is.
        joined = store.local_value(JOINED) is not None
        finished = None if joined else finish(counter, counter.today())
    except StoreTrouble as trouble:
        return Refusal(trouble.code)
    except LookupError:
        return Refusal("damaged")
    return finished if isinstance(finished, Refusal) else _ground(home, store, key, counter)


def _settings_of(home: Home, store: SqliteStore) -> Settings:
    """This PC's settings, with the letters of the journal: two journals never share a number."""
    settings = read_settings(home)
    letters = journal_opened(store).letter
    if settings.letters != letters:
        settings = replace(settings, letters=letters)
        with telling_full():
            write_settings(home, settings)
    return settings


def own_branch(store: SqliteStore) -> BranchView:
    """The branch that this store's journal belongs to. Raises LookupError where it names none."""
    branch = store.view(journal_opened(store).branch)
    assert isinstance(branch, BranchView)
    return branch


def journal_opened(store: SqliteStore) -> JournalOpened:
    """The first entry of this store's own journal. Raises LookupError where it cannot be read."""
    journal = store.view(f"journal/{store.journal_id}")
    assert isinstance(journal, JournalView)
    if journal.opened is None:
        raise LookupError("the journal does not say whose it is")
    return journal.opened


def calendars(folder: Path = CALENDARS) -> BranchCalendar:
    """The shipped years."""
    files = sorted(folder.glob("*.json"))
    return calendar_of(parse_year_table(one.read_text(encoding="utf-8")) for one in files)


def first_entry(
    journal: tuple[str, str], branch: str, settings: Settings, clock: Clock
) -> FirstEntry:
    """What a new journal of this PC begins with; `journal` is its id and its public key."""
    journal_id, public_key = journal
    now = clock.now().astimezone(UTC)
    opened = JournalOpened(
        branch=branch,
        terminal=settings.terminal,
        letter=settings.letters,
        public_key=public_key,
        program=PROGRAM,
    )
    stamp = Stamp(f"terminal/{settings.terminal}", instant_text(now), _day(now))
    return FirstEntry(journal_id, opened, stamp)


def _day(instant: datetime) -> str:
    return business_date(instant).isoformat()


def counter_on(store: SqliteStore, settings: Settings, branch: BranchView, clock: Clock) -> Counter:
    """The ground under the use cases, on a store of this PC."""
    calendar = calendars()
    terminal = Terminal(settings.terminal, settings.letters, settings.printer, settings.honoured)
    shelf = Shelf(store, calendar)
    return Counter(store, clock, FreshIds(), shelf, calendar, terminal, branch)


def _ground(home: Home, store: SqliteStore, key: StoreKey, counter: Counter) -> Ground:
    passwords = Passwords(USUAL_COST, entropy)
    settings = read_settings(home)
    return Ground(home, settings, store, counter, key, passwords, LocalVerifiers(store))
