"""Entries of another PC of the branch, for measuring how they are taken. Owns invented work only."""

from itertools import islice
from pathlib import Path
from secrets import token_bytes

from counter_app.db.store import FirstEntry, StoreFiles, create_store
from counter_app.journal.entry import Entry
from counter_app.journal.facts import case
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.ground import JournalOpened
from counter_app.services.ports import NewFact, Stamp

JOURNAL = "01979f3e-0000-7000-8000-00000000b0b0"
DAY = "2026-11-23"
PER_COMMIT = 5


def foreign_entries(folder: Path, branch: str, count: int) -> list[Entry]:
    """About `count` entries of one other journal: cases of five facts, a commit each."""
    stamp = Stamp("staff/80232", f"{DAY}T02:00:00.000Z", DAY)
    opened = JournalOpened(branch=branch, terminal="09", letter="H", public_key="", program="bench")
    folder.mkdir(exist_ok=True)
    files = StoreFiles.in_home(folder)
    store = create_store(files, token_bytes(32), FirstEntry(JOURNAL, opened, stamp), token_bytes)
    try:
        for number in range(count // PER_COMMIT):
            subject = f"case/01979f3e-0000-7000-9000-{number:012d}"
            facts = [NewFact(subject, fact) for fact in islice(case_work(number), PER_COMMIT)]
            store.append(facts, {subject: ()}, stamp)
        return store.entries_after(JOURNAL, 0, count + PER_COMMIT)
    finally:
        store.close()


def case_work(number: int) -> list[Fact]:
    """A small case, from its beginning to its end."""
    return [
        case.CaseStarted(
            number=f"09H-{number:04d}W",
            visit=f"visit/{number}",
            service="GS",
            procedure_hash="p",
            rules_hash="r",
            terminal="09",
            window="9",
            staff="80232",
        ),
        case.PartiesTaken(
            visit=f"visit/{number}",
            parties=(case.PartyTaken(person="p1", part="self", name="王小明"),),
        ),
        case.CaseNoted(text="客户说卡在超市丢失"),
        case.CoreSerialRecorded(serial=f"HX{number:012d}"),
        case.CaseCancelled(reason="left"),
    ]
