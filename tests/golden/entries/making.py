"""Makes the golden entries of this version and the digests of the read rows.

    python -m tests.golden.entries.making

Entries of a released version are never made again: a new version gets a file of its own. The digests
are always of the program as it is.
"""

import json
import random
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from counter_app.db.row_digests import SHIPPED, digest_of
from counter_app.db.rows import ROWS
from counter_app.db.store import StoreFiles, create_store
from counter_app.journal.entry import Entry
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.people import OverrideGranted
from counter_app.journal.folds import FOLDING
from tests.golden.entries.samples import commits
from tests.store.writing import KEY, OPENED_AT, first_entry, stamp_at

FOLDER = Path(__file__).parent
THIS_VERSION = FOLDER / "0.1.0.jsonl"


def made_entries() -> list[Entry]:
    """The samples written by a store with fixed time, ids and salts."""
    with TemporaryDirectory() as home:
        entropy = random.Random(2026).randbytes
        store = create_store(StoreFiles.in_home(Path(home)), KEY, first_entry(), entropy)
        for number, facts in enumerate(commits()):
            seen = {one.subject: store.view(one.subject).heads for one in facts}
            at = OPENED_AT + timedelta(seconds=number + 1)
            store.append(facts, seen, stamp_at(at, actor_of(facts[0].fact)))
        entries = store.entries_after(store.journal_id, 0, 10_000)
        store.close()
    return entries


def actor_of(fact: Fact) -> str:
    """Whose actor may say it: a grant is the approver's own, some things are the terminal's."""
    if isinstance(fact, OverrideGranted):
        return f"staff/{fact.approver}"
    return "terminal/03" if fact.WRITER == "terminal" else "staff/80231"


def golden_entries(file: Path) -> list[Entry]:
    """The entries of a file, one a line, each column by its name."""
    lines = file.read_text("utf-8").splitlines()
    return [Entry(**json.loads(line)) for line in lines]


def digests(entries: Iterable[Entry]) -> dict[str, str]:
    """What each kind's folds make of the golden entries, and the schema of its rows."""
    every = list(entries)
    return {kind: digest_of(kind, every, FOLDING) for kind in ROWS}


def main() -> None:
    """Writes both files."""
    lines = [json.dumps(one._asdict(), ensure_ascii=False) for one in made_entries()]
    THIS_VERSION.write_text("\n".join(lines) + "\n", "utf-8")
    told = digests(golden_entries(THIS_VERSION))
    SHIPPED.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
