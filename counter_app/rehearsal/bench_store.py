"""How fast the store is, as ratios and distributions of one run.

Owns the made-up branch that is measured and the measuring. Prints nothing and judges nothing: the
command compares with the figures that are held.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes
from time import perf_counter
from types import MappingProxyType

from counter_app.db.measuring import BareCommits, fill_rows
from counter_app.db.queries import open_reader
from counter_app.db.store import FirstEntry, SqliteStore, StoreFiles, create_store
from counter_app.journal.facts import case
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.folds.case import CaseView, Owner
from counter_app.journal.folds.presence import CustomerView, Fields
from counter_app.journal.views import Held, Register
from counter_app.services.ports import NewFact, Stamp, Written
from counter_app.services.read_models import LogFilter

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾单仇区解任"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文博宇轩子涵梓欣怡晨曦佳琪"
DAY = "2026-11-23"
CUSTOMERS = 200_000
VISITS = 5_000
SEARCHES = 400
COMMITS = 200
SUBJECT_ENTRIES = 50


@dataclass(frozen=True, slots=True)
class Spread:
    """A distribution of spans, in milliseconds."""

    p50: float
    p95: float
    worst: float


@dataclass(frozen=True, slots=True)
class StoreFigures:
    """One run: searches, opening and filtering the log, and commits beside bare ones."""

    search: Spread
    day_log: Spread
    filters: Spread
    commit: Spread
    bare_commit: Spread

    @property
    def commit_ratio(self) -> float:
        """The median commit as a multiple of the median bare one."""
        return round(self.commit.p50 / self.bare_commit.p50, 2)


def measure_store(
    folder: Path, customers: int = CUSTOMERS, visits: int = VISITS, commits: int = COMMITS
) -> StoreFigures:
    """Everything, in files made in `folder`."""
    files, key = StoreFiles.in_home(folder), token_bytes(32)
    store = create_store(files, key, _first(), token_bytes)
    try:
        chance = random.Random(7)
        fill_rows(files.database, key, (_customer(chance, one) for one in range(customers)))
        fill_rows(files.database, key, (_case(chance, one) for one in range(visits)))
        searches = _search(files.database, key)
        opening, filtering = _day_log(files.database, key)
        commit, bare = _commits(store, folder / "bare.db", commits)
    finally:
        store.close()
    return StoreFigures(searches, opening, filtering, commit, bare)


def spread(spans: Sequence[float]) -> Spread:
    """The distribution of spans given in seconds."""
    ordered = sorted(spans)
    last = len(ordered) - 1
    p50, p95, worst = (round(ordered[round(last * part)] * 1000, 2) for part in (0.5, 0.95, 1.0))
    return Spread(p50, p95, worst)


def _timed(job: Callable[[], object]) -> float:
    start = perf_counter()
    job()
    return perf_counter() - start


def _search(database: Path, key: bytes) -> Spread:
    reader = open_reader(database, key)
    try:
        words = _typed(random.Random(11))
        return spread([_timed(lambda: reader.search(next(words))) for _one in range(SEARCHES)])
    finally:
        reader.close()


def _typed(chance: random.Random) -> Iterator[str]:
    """What people type, letter by letter: surnames, initials, two words, numbers, endings."""
    while True:
        surname, given = chance.choice(SURNAMES), chance.choice(GIVEN)
        yield from (
            surname,
            surname + given,
            f"{surname} {given}",
            f"{surname} {chance.choice(SURNAMES)}",
            given,
            chance.choice("abcdfghjlmnpqrstwxyz"),
            "".join(chance.choices("cdghjlmwxyz", k=2)),
            f"{chance.choice('lwyz')} {chance.randint(0, 9999):04d}",
            str(chance.randint(1, 9)),
            f"{chance.randint(0, 9999):04d}",
            f"138{chance.randint(0, 99999999):08d}",
        )


def _day_log(database: Path, key: bytes) -> tuple[Spread, Spread]:
    filters = (
        LogFilter(DAY, staff="80231"),
        LogFilter(DAY, state="parked"),
        LogFilter(DAY, only_exceptions=True),
        LogFilter(DAY, words="王"),
        LogFilter(DAY, words="w 03"),
        LogFilter(DAY, offset=4_000),
    )
    reader = open_reader(database, key)
    try:
        opening = [_timed(lambda: reader.day_log(LogFilter(DAY))) for _one in range(50)]
        filtering = [
            _timed(lambda one=one: reader.day_log(one))  # type: ignore[misc]
            for one in filters * 10
        ]
    finally:
        reader.close()
    return spread(opening), spread(filtering)


def _commits(store: SqliteStore, bare_file: Path, count: int) -> tuple[Spread, Spread]:
    """One fact on a subject of 50 entries, each beside a bare commit of the same bytes."""
    subjects = [f"case/bench-{number}" for number in range(count)]
    for subject in subjects:
        notes = [case.CaseNoted(text=f"第 {n} 条") for n in range(SUBJECT_ENTRIES)]
        store.append([NewFact(subject, note) for note in notes], {subject: ()}, _stamp())
    bare = BareCommits(bare_file)
    ours, theirs = [], []
    try:
        for subject in subjects:
            seen = {subject: store.view(subject).heads}
            fact = NewFact(subject, case.CoreSerialRecorded(serial="HX20261123000417"))
            start = perf_counter()
            written = store.append([fact], seen, _stamp())
            ours.append(perf_counter() - start)
            assert isinstance(written, Written)
            entries = written.entries
            theirs.append(_timed(lambda entries=entries: bare.commit(entries)))  # type: ignore[misc]
    finally:
        bare.close()
    return spread(ours), spread(theirs)


def _customer(chance: random.Random, number: int) -> CustomerView:
    name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))
    birth = f"{chance.randint(1940, 2010)}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    paper = f"{chance.choice((110101, 310104, 440106))}{birth}{chance.randint(0, 9999):04d}"
    phone = f"1{chance.choice((38, 39, 86))}{chance.randint(0, 99_999_999):08d}"
    groups = {"identity": _group(name=name, number=paper), "contact": _group(phone=phone)}
    last_at = f"2026-{chance.randint(1, 11):02d}-{chance.randint(1, 28):02d}T02:00:00.000Z"
    return CustomerView(
        f"customer/{number:08d}",
        entries=1,
        last_at=last_at,
        registered=True,
        groups=MappingProxyType(groups),
    )


def _group(**fields: str) -> Register[Fields]:
    return Register((Held(tuple(sorted(fields.items())), "e"),))


def _case(chance: random.Random, number: int) -> CaseView:
    staff = f"802{chance.randint(30, 49)}"
    at = f"{DAY}T{number * 8 // VISITS:02d}:{chance.randint(0, 59):02d}:00.000Z"
    started = case.CaseStarted(
        number=f"03A-{number:04d}W",
        visit=f"visit/{number}",
        service=chance.choice(("GS", "GRKH", "QK")),
        procedure_hash="p",
        rules_hash="r",
        terminal="03",
        window="3",
        staff=staff,
    )
    name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=2))
    state = chance.choice(("completed",) * 8 + ("parked", "cancelled"))
    return CaseView(
        f"case/{number:08d}",
        entries=1,
        first_at=at,
        last_at=at,
        business_date=DAY,
        started=started,
        state=state,
        owner=Register((Held(Owner(staff, "03", "3"), "e"),)),
        parties=(case.PartyTaken(person="p1", part="self", name=name),),
    )


def _stamp() -> Stamp:
    return Stamp("staff/80231", f"{DAY}T02:00:00.000Z", DAY)


def _first() -> FirstEntry:
    opened = JournalOpened(
        branch="branch/bench", terminal="03", letter="A", public_key="", program="bench"
    )
    return FirstEntry("01979f3e-0000-7000-8000-000000000003", opened, _stamp())
