"""The drill of the damage: a store's files are broken in every way, and it is counted what was noticed
and what of the acknowledged entries is neither held nor named afterwards.

Owns the ways of breaking, the driver and its list outside the store.
"""

import json
import random
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from secrets import token_bytes
from tempfile import TemporaryDirectory

from counter_app.db.copies import Copied, daily_copy
from counter_app.db.encrypted import connect
from counter_app.db.salvage import Reopening, Salvaged, salvage, set_aside
from counter_app.db.store import (
    FirstEntry,
    SqliteStore,
    StoreFiles,
    create_store,
    open_store,
)
from counter_app.db.verify import verify
from counter_app.journal.entry import Entry
from counter_app.journal.facts import case
from counter_app.journal.facts.ground import JournalOpened
from counter_app.rehearsal.drills.store_work import STAMP
from counter_app.services.ports import Draft, NewFact

CASES = 60
IN_COPY = 20
DAY = "2026-11-23"
PAGE = 4096
FORMER, NEXT = (f"01979f3e-0000-7000-8000-00000000000{number}" for number in (3, 4))

Break = Callable[[StoreFiles, random.Random], str]
"""Breaks the files somewhere, and says where."""


@dataclass(slots=True)
class DamageReport:
    """The whole drill. `unnoticed` and `lost` name the round, the damage and its place.

    `pages` of the database file were each broken once by itself, `free_pages` among them.
    """

    seed: int
    rounds: int = 0
    pages: int = 0
    free_pages: int = 0
    held: int = 0
    named_missing: int = 0
    unnoticed: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether every damage was noticed, and nothing was lost unnamed."""
        return not (self.unnoticed or self.lost)

    def line(self) -> str:
        """The figures in one line."""
        return (
            f"pages {self.pages}  rounds {self.rounds}  held {self.held}  "
            f"named missing {self.named_missing}  unnoticed {len(self.unnoticed)}  "
            f"lost {len(self.lost)}"
        )


def run_damage_drill(
    rounds: int, json_to: str | None, say: Callable[[str], None], seed: int | None = None
) -> int:
    """The command: `--rounds N`, `--json FILE` or `-`; 1 when anything differs."""
    report = damage_drill(rounds, seed)
    for what, names in (("unnoticed", report.unnoticed), ("lost", report.lost)):
        for name in names:
            say(f"{what} {name}")
    if json_to == "-":
        say(json.dumps(asdict(report)))
        return 0 if report.clean else 1
    if json_to:
        Path(json_to).write_text(json.dumps(asdict(report), indent=1) + "\n", "utf-8")
    say(report.line())
    return 0 if report.clean else 1


def damage_drill(rounds: int, seed: int | None = None) -> DamageReport:
    """Breaks every page once, then as often as asked, each way in turn; the seed chooses the places."""
    report = DamageReport(random.SystemRandom().randrange(10**6) if seed is None else seed)
    chance = random.Random(report.seed)
    with TemporaryDirectory() as folder:
        home = _Home(Path(folder) / "whole")
        home.every_page(Path(folder) / "pages", chance, report)
        for number in range(rounds):
            way = list(WAYS)[number % len(WAYS)]
            home.round(Path(folder) / f"round-{number}", way, chance, report)
    return report


class _Home:
    """A day's store with the morning's copy: as it is when closed, and as a kill leaves it."""

    def __init__(self, folder: Path) -> None:
        self._key = token_bytes(32)
        folder.mkdir()
        files = StoreFiles.in_home(folder)
        store = create_store(files, self._key, _first(FORMER), token_bytes)
        self._serve(store, range(IN_COPY))
        self._copy = daily_copy(files, self._key, folder / "copies", DAY)
        self._serve(store, range(IN_COPY, CASES))
        store.close()
        store = open_store(files, self._key, token_bytes)
        self._serve(store, range(CASES, CASES + IN_COPY))
        self._acknowledged: list[Entry] = store.entries_after(FORMER, 0, 100_000)
        self._killed = shutil.copytree(folder, folder.with_name("killed"))
        # What was typed and dropped again leaves free pages; they are verified too.
        store.save_draft(Draft("drill", "80231", "x" * 20_000, STAMP.occurred_at))
        store.drop_draft("drill")
        store.close()
        self._closed = folder

    def every_page(self, folder: Path, chance: random.Random, report: DamageReport) -> None:
        """One bit of each page of the closed file, one page at a time."""
        folder.mkdir()
        files, whole = StoreFiles.in_home(folder), StoreFiles.in_home(self._closed)
        shutil.copyfile(whole.witness, files.witness)
        sound = whole.database.read_bytes()
        report.free_pages = _free_pages(whole, self._key)
        for start in range(0, len(sound), PAGE):
            files.database.write_bytes(sound)
            place = _flip(files.database, start + chance.randrange(PAGE), chance)
            if verify(files, self._key).clean:
                report.unnoticed.append(f"page {start // PAGE + 1}: flip {place}")
            report.pages += 1
        shutil.rmtree(folder)

    def round(self, folder: Path, way: str, chance: random.Random, report: DamageReport) -> None:
        """One damage, its verification, and the salvage."""
        shutil.copytree(self._killed if way in IN_LOG else self._closed, folder)
        files = StoreFiles.in_home(folder)
        place = WAYS[way](files, chance)
        told = f"round {report.rounds}: {way} {place}"
        report.rounds += 1
        if verify(files, self._key).clean:
            report.unnoticed.append(told)
        salvaged = self._salvage(folder, files)
        store = open_store(files, self._key, token_bytes)
        held = {entry.seq for entry in store.entries_after(FORMER, 0, 100_000)}
        store.close()
        named = {n for gap in salvaged.missing for n in range(gap.first, gap.last + 1)}
        report.held += len(held)
        report.named_missing += len(named)
        lost = {entry.seq for entry in self._acknowledged} - held - named
        if lost:
            report.lost.append(f"{told}: {sorted(lost)}")
        shutil.rmtree(folder)

    def _salvage(self, folder: Path, files: StoreFiles) -> Salvaged:
        if not isinstance(self._copy, Copied):
            raise RuntimeError("the copy of a sound store is unsound")
        copy = StoreFiles(
            folder / "copies" / self._copy.files.database.name,
            folder / "copies" / self._copy.files.witness.name,
        )
        kept = set_aside(files, folder / "damaged")
        return salvage(kept, copy, files, self._key, Reopening(_first(NEXT), token_bytes))

    def _serve(self, store: SqliteStore, cases: range) -> None:
        for number in cases:
            subject = f"case/{number}"
            facts = [case.CaseNoted(text="长" * 40), case.CaseCancelled(reason="left")]
            new = [NewFact(subject, fact) for fact in facts]
            store.append(new, {subject: store.view(subject).heads}, STAMP)


def flip_in_database(files: StoreFiles, chance: random.Random) -> str:
    """One bit anywhere in the database file."""
    size = files.database.stat().st_size
    return _flip(files.database, chance.randrange(size), chance)


def flip_in_log(files: StoreFiles, chance: random.Random) -> str:
    """One bit of the log; a frame that does not add up ends it."""
    size = files.log.stat().st_size
    return _flip(files.log, chance.randrange(32, size // 2), chance)


def cut_database(files: StoreFiles, chance: random.Random) -> str:
    """The end of the database file is gone."""
    return _cut(files.database, chance)


def cut_log(files: StoreFiles, chance: random.Random) -> str:
    """The end of the log is gone, and acknowledged commits with it."""
    return _cut(files.log, chance)


def lose_log(files: StoreFiles, _chance: random.Random) -> str:
    """The log is gone altogether."""
    files.log.unlink()
    return "all of it"


def put_back_copy(files: StoreFiles, _chance: random.Random) -> str:
    """Somebody put the morning's copy in the place of the store: whole, sound, and too old."""
    shutil.copyfile(files.database.parent / "copies" / f"{DAY}.db", files.database)
    return "the morning's copy"


def overwrite_pages(files: StoreFiles, chance: random.Random) -> str:
    """A few pages are noise."""
    pages = files.database.stat().st_size // PAGE
    chosen = sorted(chance.sample(range(1, pages), 3))
    for page in chosen:
        _write(files.database, page * PAGE, token_bytes(PAGE))
    return f"pages {chosen}"


IN_DATABASE: Mapping[str, Break] = {
    "flip in database": flip_in_database,
    "cut database": cut_database,
    "put back copy": put_back_copy,
    "overwrite pages": overwrite_pages,
}
"""Tried on a store that was closed: all of it is in the database."""
IN_LOG: Mapping[str, Break] = {
    "flip in log": flip_in_log,
    "cut log": cut_log,
    "lose log": lose_log,
}
"""Tried on a store that was killed: its last commits are in the log."""
WAYS: Mapping[str, Break] = {**IN_DATABASE, **IN_LOG}


def _flip(file: Path, offset: int, chance: random.Random) -> str:
    byte = file.read_bytes()[offset]
    _write(file, offset, bytes([byte ^ 1 << chance.randrange(8)]))
    return f"at {offset}"


def _cut(file: Path, chance: random.Random) -> str:
    kept = chance.randrange(file.stat().st_size - PAGE)
    with file.open("r+b") as opened:
        opened.truncate(kept)
    return f"to {kept}"


def _write(file: Path, offset: int, data: bytes) -> None:
    with file.open("r+b") as opened:
        opened.seek(offset)
        opened.write(data)


def _free_pages(files: StoreFiles, key: bytes) -> int:
    driver = connect(files.database, key)
    try:
        return int(driver.execute("PRAGMA freelist_count").fetchone()[0])
    finally:
        driver.close()


def _first(journal_id: str) -> FirstEntry:
    opened = JournalOpened(
        branch="branch/drill", terminal="03", letter="A", public_key="", program="drill"
    )
    return FirstEntry(journal_id, opened, STAMP)
