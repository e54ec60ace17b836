"""What a damaged store still holds beyond a sound copy.

Owns reading around damaged pages, and telling what chains from what does not. Reads a private copy of
the damaged file; writes nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counter_app.db.journal_store import SELECT_ENTRIES
from counter_app.db.rereading import Rereader
from counter_app.journal.chain import ChainHead, verify_entry
from counter_app.journal.entry import Entry, is_well_typed

STRIDE = 256
UNKNOWN_END = 1 << 17
"""How far to look for rows when the file cannot say how many it has."""

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Tail:
    """Entries that chain beyond the copy, whole commits; and what was readable but does not.

    `bodiless` are taken entries whose body did not agree with its digest: the envelope stands, the
    body is elsewhere.
    """

    sound: tuple[Entry, ...]
    bodiless: tuple[Place, ...]
    stray: tuple[Entry, ...]


def sound_tail(reader: Rereader, heads: Mapping[str, ChainHead], rows_in_copy: int) -> Tail:
    """Reads what lies beyond `heads`, in whatever way the damage leaves."""
    found = {
        (entry.journal_id, entry.seq): entry
        for entry in _by_row(reader, rows_in_copy)
        if entry.seq > heads.get(entry.journal_id, ChainHead()).seq
    }
    sound: list[Entry] = []
    bodiless: list[Place] = []
    for journal_id in sorted({journal_id for journal_id, _seq in found} | set(heads)):
        taken = _chain(reader, found, journal_id, heads.get(journal_id, ChainHead()))
        for entry in taken:
            sound.append(entry)
            if entry.body_state == "elsewhere" and found[entry.journal_id, entry.seq] != entry:
                bodiless.append((entry.journal_id, entry.seq))
    places = {(entry.journal_id, entry.seq) for entry in sound}
    stray = [entry for place, entry in sorted(found.items()) if place not in places]
    return Tail(tuple(sound), tuple(bodiless), tuple(stray))


def _chain(
    reader: Rereader, found: dict[Place, Entry], journal_id: str, head: ChainHead
) -> Sequence[Entry]:
    """The journal's entries after `head` as far as they chain, cut behind a whole commit."""
    chained: list[Entry] = []
    whole = 0
    while True:
        place = (journal_id, head.seq + 1)
        entry = found.get(place) or _by_key(reader, place)
        if entry is None:
            break
        found[place] = entry
        fault = verify_entry(entry, head)
        if fault in ("digest", "state"):
            entry = entry._replace(body=None, salt=None, body_state="elsewhere")
        elif fault is not None:
            break
        chained.append(entry)
        head = ChainHead(entry.seq, entry.hash)
        if entry.seq == entry.commit_seq:
            whole = len(chained)
    return chained[:whole]


def _by_row(reader: Rereader, after: int) -> Iterator[Entry]:
    """Rows in the order they were written, stepping over those that cannot be read."""
    told = reader.rows("SELECT max(rowid) FROM entry")
    end = after + UNKNOWN_END if told is None else told[0][0] or 0
    for start in range(after + 1, end + 1, STRIDE):
        yield from _rows(reader, start, min(start + STRIDE - 1, end))


def _rows(reader: Rereader, first: int, last: int) -> list[Entry]:
    """The readable rows of a range; halved where a page in it cannot be read."""
    if reader.is_spent:
        return []
    rows = reader.rows(f"{SELECT_ENTRIES} rowid BETWEEN ? AND ? ORDER BY rowid", (first, last))
    if rows is not None:
        return [Entry(*row) for row in rows if is_well_typed(row)]
    if first == last:
        return []
    middle = (first + last) // 2
    return _rows(reader, first, middle) + _rows(reader, middle + 1, last)


def _by_key(reader: Rereader, place: Place) -> Entry | None:
    rows = reader.rows(f"{SELECT_ENTRIES} journal_id = ? AND seq = ?", place)
    return Entry(*rows[0]) if rows and is_well_typed(rows[0]) else None
