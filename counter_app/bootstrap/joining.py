"""A PC joins its branch by a join code: a new one, or the founder's own.

Owns the order, which a cut line or a lost answer cannot spoil: the certificate is compared before a
word is spoken, this PC's own password is kept before the branch hears of it, and the same code takes a
joining up where it stopped. Knows no window.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from counter_app.bootstrap.adapters import FreshIds, SystemClock, entropy
from counter_app.bootstrap.branch_address import address_in
from counter_app.bootstrap.catching_up import Progress, catch_up, finish_joining
from counter_app.bootstrap.ground import PROGRAM, Ground, first_entry, journal_opened, open_home
from counter_app.bootstrap.settings import Settings, is_set_up, write_settings
from counter_app.config import Home
from counter_app.db.branch.addresses import is_this_machine
from counter_app.db.branch.connecting import BranchLine
from counter_app.db.branch.joining import Joining, as_text, certificate_shown, lets_in
from counter_app.db.branch.roles import role_of
from counter_app.db.branch.shelf import PostgresBranch
from counter_app.db.salvage import next_letters
from counter_app.db.store import JOINED, StoreFiles, create_store
from counter_app.domain.join_code import JoinCode, mark_of
from counter_app.domain.refusal import Refusal
from counter_app.services.branch_ports import BranchRefused, BranchUnreachable
from counter_app.services.ports import StoreTrouble
from counter_app.services.snapshot_ports import ALL_HERE, Arriving
from counter_app.vault.branch_access import BranchAccess, keep_access, read_access
from counter_app.vault.keys import Created, KeyRing, StoreKey
from counter_app.vault.machine_seal import machine_seal
from counter_app.vault.recovery import RecoverySheet
from counter_app.vault.scram import scram_verifier
from counter_app.vault.signatures import Signer, journals_with_keys, make_signer

OWN_PASSWORD_BYTES = 24

Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Joined:
    """A PC that belongs to its branch.

    `sheet` is to be printed now; a home that was there before has its own. `trouble` is why what work
    needs of the branch is not here yet: the next start goes on. `arriving` is how much of it is here.
    """

    terminal: str
    sheet: RecoverySheet | None = None
    trouble: Refusal | None = None
    arriving: Arriving = ALL_HERE


@dataclass(frozen=True, slots=True)
class Door:
    """The way in that is open now: by the one-time password, or by an own one of an earlier try."""

    entry: BranchAccess
    own: BranchAccess | None
    branch_id: str
    name: str


def join(home: Home, code: JoinCode, wished: Settings, tell: Tell) -> Joined | Refusal:
    """Joins a PC. `wished` tells window, printer, language; the branch gives terminal and letters."""
    try:
        if is_set_up(home):
            return _join_again(home, code, tell)
        return _join_new(home, code, wished, tell)
    except BranchUnreachable as trouble:
        return Refusal("branch_unreachable", {"detail": str(trouble)})
    except BranchRefused as refusal:
        return Refusal(refusal.code, {"terminal": f"{code.terminal:02d}"})
    except StoreTrouble as trouble:
        return Refusal(trouble.code)
    except OSError as error:
        return Refusal("disk", {"detail": error.strerror or ""})


def _join_new(home: Home, code: JoinCode, wished: Settings, tell: Tell) -> Joined | Refusal:
    """Makes keys and store of a home that has none."""
    keys = KeyRing(entropy, machine_seal())
    key = keys.open(home.folder)
    with TemporaryDirectory() as folder:
        door = find_door(code, _kept(home, key), Path(folder))
        if isinstance(door, Refusal):
            return door
        made = _new_keys(home, keys)
        if isinstance(made, Refusal):
            return made
        key, sheet = made
        signer = _signer(home, key)
        if isinstance(signer, Refusal):
            return signer
        own, letters = take_up(home, key, door, (signer.journal_id, ""), Path(folder))
    settings = replace(wished, terminal=f"{code.terminal:02d}", letters=letters)
    write_settings(home, settings)
    journal = (signer.journal_id, signer.public_key)
    first = first_entry(journal, door.branch_id, settings, SystemClock())
    store = create_store(StoreFiles.in_home(home.folder), key.value, first, entropy)
    try:
        store.set_local_value(JOINED, door.branch_id)
        trouble = catch_up(home, store, signer, own, tell)
        return Joined(settings.terminal, sheet, trouble, store.arriving())
    finally:
        store.close()


def _join_again(home: Home, code: JoinCode, tell: Tell) -> Joined | Refusal:
    """The founder's PC, or one admitted anew. Whoever has facts of another branch stays out."""
    ground = open_home(home)
    if isinstance(ground, Refusal):
        if ground.code != "not_founded":
            return ground
        return Joined(f"{code.terminal:02d}", trouble=finish_joining(home, tell))
    try:
        return _join_ground(ground, code, tell)
    finally:
        ground.store.close()
        ground.release()


def _join_ground(ground: Ground, code: JoinCode, tell: Tell) -> Joined | Refusal:
    home, opened = ground.home, journal_opened(ground.store)
    if int(opened.terminal) != code.terminal:
        return Refusal("other_terminal", {"terminal": opened.terminal})
    signer = make_signer(home.folder, ground.store.journal_id, ground.key, entropy)
    if not isinstance(signer, Signer):
        return Refusal(signer.code)
    with TemporaryDirectory() as folder:
        door = find_door(code, _kept(home, ground.key), Path(folder), founding=True)
        if isinstance(door, Refusal):
            return door
        if door.branch_id != opened.branch:
            return Refusal("home_has_facts")
        journal = (signer.journal_id, opened.letter)
        own, _letters = take_up(home, ground.key, door, journal, Path(folder))
    return Joined(opened.terminal, None, catch_up(home, ground.store, signer, own, tell))


def find_door(
    code: JoinCode, kept: BranchAccess | None, folder: Path, *, founding: bool = False
) -> Door | Refusal:
    """Finds the way in, and who is behind it, before anything is made here."""
    certificate = _pinned(code)
    if isinstance(certificate, Refusal):
        return certificate
    role = role_of(code.database, code.terminal)
    first = BranchAccess(code.host, code.port, code.database, role, certificate, code.password)
    own = kept if kept and replace(kept, password=code.password) == first else None
    entry = next((one for one in (first, own) if one and lets_in(address_in(folder, one))), None)
    if entry is None:
        late = SystemClock().now() > code.until
        until = code.until.astimezone().strftime("%m-%d %H:%M")
        return Refusal("join_expired", {"until": until}) if late else Refusal("join_not_let_in")
    line = BranchLine(address_in(folder, entry))
    try:
        branch = PostgresBranch(line)
        greeting = branch.greet(PROGRAM, SystemClock().now(), 0)
        if not founding and not branch.heads():
            return Refusal("branch_empty")
    finally:
        line.close()
    return Door(entry, None if entry is first else own, greeting.branch_id, greeting.name)


def _pinned(code: JoinCode) -> str | Refusal:
    """The server's certificate, when it is the one that the code speaks of."""
    if not code.certificate:
        return "" if is_this_machine(code.host) else Refusal("plain_line")
    shown = certificate_shown(code.host, code.port)
    if mark_of(shown) != code.certificate:
        return Refusal("join_other_server")
    return as_text(shown)


def take_up(
    home: Home, key: StoreKey, door: Door, journal: tuple[str, str], folder: Path
) -> tuple[BranchAccess, str]:
    """Puts an own password in place of the one-time one: kept here first, so that no answer that is
    lost shuts this PC out. `journal` is its id and the letters it has already."""
    own = door.own or replace(door.entry, password=entropy(OWN_PASSWORD_BYTES).hex())
    keep_access(home.folder, key, own, entropy)
    line = BranchLine(address_in(folder, door.entry))
    try:
        joining = Joining(line)
        journal_id, letters = journal
        wished = letters or next_letters(joining.letters())
        scram = scram_verifier(own.password, entropy)
        return own, joining.take_up(journal_id, wished, scram)
    finally:
        line.close()


def _kept(home: Home, key: object) -> BranchAccess | None:
    """The access of an earlier try, or of an earlier admission."""
    if not isinstance(key, StoreKey):
        return None
    access = read_access(home.folder, key)
    return access if isinstance(access, BranchAccess) else None


def _new_keys(home: Home, keys: KeyRing) -> tuple[StoreKey, RecoverySheet] | Refusal:
    """The keys of a new home; those of a try that was cut short, with another sheet."""
    created = keys.create(home.folder)
    if isinstance(created, Created):
        return created.key, created.sheet
    key = keys.open(home.folder)
    if not isinstance(key, StoreKey):
        return Refusal(key.code, {"file": key.file})
    sheet = keys.new_sheet(home.folder)
    if not isinstance(sheet, RecoverySheet):
        return Refusal(sheet.code, {"file": sheet.file})
    return key, sheet


def _signer(home: Home, key: StoreKey) -> Signer | Refusal:
    """The key pair of the journal to come; that of a try that was cut short."""
    begun = journals_with_keys(home.folder)
    signer = make_signer(home.folder, begun[0] if begun else FreshIds().fresh(), key, entropy)
    return signer if isinstance(signer, Signer) else Refusal(signer.code)
