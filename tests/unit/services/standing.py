"""A founded branch on one terminal: clock and ids that a test moves, staff, and cases begun.

Owns no assertion. The store is the real one, in a temporary folder.
"""

import datetime as dt
import gc
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from counter_app.db.store import FirstEntry, SqliteStore, StoreFiles, create_store, open_store
from counter_app.db.verifiers import LocalVerifiers
from counter_app.domain.calendar import BranchCalendar, calendar_of, parse_year_table
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.forms.loading import Loaded, load_directory
from counter_app.i18n import Text
from counter_app.journal.codec import Happened, read_entry
from counter_app.journal.facts import case as facts
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.folding import Folding
from counter_app.journal.folds import FOLDING
from counter_app.journal.folds.ground import BranchView
from counter_app.journal.folds.people import StaffView
from counter_app.services import founding, pinyin, staffing
from counter_app.services.accounts import account_view
from counter_app.services.counter import Acting, Counter, Terminal, acting_as, instant_text
from counter_app.services.ports import NewFact, Stamp, Written
from counter_app.services.publishing import parts_of
from counter_app.services.versions import OfferedVersion, Shelf

RESOURCES = Path(__file__).parents[3] / "resources"
KEY = bytes(range(32))
MORNING = dt.datetime(2026, 11, 23, 1, 0, tzinfo=dt.UTC)
BRANCH_TOLD = founding.BranchTold(
    bank=Text("示例银行", "Sample Bank"),
    outlet=Text("城东支行", "East Branch"),
    address=Text("城东路 1 号", "1 East Road"),
    hours=Text("9:00—17:00", "9:00–17:00"),
    phone="010-60000000",
    complaint_phone="010-60000001",
    purpose="demo",
)
FIRST = founding.AdministratorTold("80001", "周建国", "系统管理员", "verifier of 80001")


class MovingClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.time = MORNING

    def now(self) -> dt.datetime:
        """The present instant."""
        return self.time

    def go(self, **by: float) -> None:
        """Moves on, or back."""
        self.time += dt.timedelta(**by)


@dataclass
class CountingIds:
    """Ids that say their number."""

    given: int = 0

    def fresh(self) -> str:
        """The next one."""
        self.given += 1
        return f"01979f3e-0000-7000-8000-{self.given:012d}"


def _stays() -> None:
    """What was just made stays to the end; it is more than all else that each test looks through."""
    gc.collect()
    gc.freeze()


@cache
def shipped() -> Loaded:
    """Procedures and packs as shipped."""
    rules = load_directory(RESOURCES / "rules")
    loaded = load_directory(RESOURCES / "procedures", rules.rules)
    _stays()
    return Loaded(loaded.procedures, rules.packs, loaded.rules, loaded.problems)


@cache
def shipped_versions() -> tuple[OfferedVersion, ...]:
    """The same as versions that could be proposed."""
    found = parts_of(shipped())
    pinyin.initials("暖")  # its table of two hundred thousand lists is loaded when first needed
    _stays()
    return found


@cache
def calendar() -> BranchCalendar:
    """The calendar as shipped."""
    files = sorted((RESOURCES / "calendars").glob("*.json"))
    return calendar_of(parse_year_table(one.read_text(encoding="utf-8")) for one in files)


@dataclass
class Standing:
    """One terminal of a branch, and hands to move what surrounds it."""

    store: SqliteStore
    clock: MovingClock = field(default_factory=MovingClock)
    ids: CountingIds = field(default_factory=CountingIds)
    branch: BranchView = field(default_factory=lambda: BranchView("branch/demo-1"))

    @property
    def counter(self) -> Counter:
        """The ground of the use cases."""
        shelf = Shelf(self.store, calendar())
        place = Terminal("03", "A", "printer")
        return Counter(self.store, self.clock, self.ids, shelf, calendar(), place, self.branch)

    @property
    def verifiers(self) -> LocalVerifiers:
        """The verifiers of this PC."""
        return LocalVerifiers(self.store)

    def found(self) -> founding.Founded:
        """Founds the branch, without content."""
        done = founding.found(self.counter, BRANCH_TOLD, FIRST, (), MORNING.date())
        assert isinstance(done, founding.Founded), done
        self.branch = done.branch
        return done

    def acting(self, staff: str) -> Acting:
        """The person of an account, as after sign-on."""
        return acting_as(account_view(self.counter, staff), "3")

    @property
    def admin(self) -> Acting:
        """The first administrator."""
        return self.acting("80001")

    def hire(
        self, number: str, *roles: Role, name: str = "王敏", person: str | None = None
    ) -> Acting:
        """An account with a password of the person's own."""
        verifier = f"verifier of {number}"
        told = staffing.AccountTold(number, name, "柜员", roles, person, verifier)
        done = staffing.register(self.counter, self.admin, told)
        assert isinstance(done, StaffView), done
        changed = staffing.change_password(self.counter, self.acting(number), verifier)
        assert isinstance(changed, StaffView), changed
        return self.acting(number)

    def write(self, actor: str, *news: tuple[str, Fact]) -> Written:
        """Writes facts past the services, as an older, newer or broken program might."""
        seen = {subject: self.store.view(subject).heads for subject, _fact in news}
        instant = self.counter.instant()
        stamp = Stamp(actor, instant_text(instant), self.counter.today().isoformat())
        written = self.store.append([NewFact(*one) for one in news], seen, stamp)
        assert isinstance(written, Written)
        return written

    def begin_case(self, acting: Acting, name: str = "1") -> str:
        """A case that this person began."""
        subject = f"case/{name}"
        started = facts.CaseStarted(
            number=f"03A-000{name}",
            visit="visit/1",
            service="GS",
            procedure_hash="p",
            rules_hash="r",
            terminal="03",
            window="3",
            staff=acting.staff,
        )
        self.write(acting.actor, (subject, started))
        return subject

    def kinds(self, subject: str) -> list[str]:
        """The kinds of a subject's entries, in order."""
        return [one.entry.kind for one in self.history(subject)]

    def history(self, subject: str, folding: Folding = FOLDING) -> tuple[Happened, ...]:
        """A subject's history, as readers give it."""
        ordered = folding.arrange(self.store.entries_of(subject)).ordered
        return tuple(map(read_entry, ordered))

    def fact_count(self) -> int:
        """How many entries stand in the own journal."""
        return self.store.heads()[self.store.journal_id].seq


def new_standing(home: Path, branch: str = "branch/demo-1") -> Standing:
    """A fresh store, not founded."""
    home.mkdir(parents=True, exist_ok=True)
    opened = JournalOpened(branch=branch, terminal="03", letter="A", public_key="00", program="0")
    stamp = Stamp("terminal/03", instant_text(MORNING), "2026-11-23")
    first = FirstEntry("01979f3e-0000-7000-8000-00000000000a", opened, stamp)
    store = create_store(StoreFiles.in_home(home), KEY, first, random.Random(3).randbytes)
    return Standing(store)


@cache
def _kept(first: Callable[[Path], Standing]) -> tuple[Standing, "TemporaryDirectory[str]"]:
    folder = TemporaryDirectory(prefix="counter-standing-")
    made = first(Path(folder.name))
    made.store.close()
    return made, folder


def copied(first: Callable[[Path], Standing], home: Path) -> Standing:
    """What `first` makes, in a home of its own: made once, closed, and copied for whoever asks."""
    made, folder = _kept(first)
    copytree(folder.name, home)
    store = open_store(StoreFiles.in_home(home), KEY, random.Random(4).randbytes)
    clock = MovingClock()
    clock.time = made.clock.time
    return Standing(store, clock, CountingIds(made.ids.given), made.branch)


def offer(here: Standing) -> None:
    """Founds the branch with the shipped procedures and rules."""
    content = shipped_versions()
    done = founding.found(here.counter, BRANCH_TOLD, FIRST, content, MORNING.date())
    assert isinstance(done, founding.Founded), done
    here.branch = done.branch


def code_of(answer: object) -> str:
    """The code of a refusal; `taken` for anything else."""
    return answer.code if isinstance(answer, Refusal) else "taken"
