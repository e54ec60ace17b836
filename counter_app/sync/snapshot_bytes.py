"""The bytes of a snapshot: canonical, compressed, in parts; and what of them is to be believed.

Pure. A first line says whose, of which day and at which heads; then a line for each entry, in order of
journal and number. What was not written just so is no snapshot.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from hashlib import sha256

from counter_app.journal.chain import ChainHead, verify_body
from counter_app.journal.entry import Entry, entry_hash, is_well_typed
from counter_app.services.snapshot_ports import Snapshot

FORM = "counter snapshot 1"
PART_BYTES = 4_000_000
"""What a slow line carries within the deadline of one call."""
MOST_NUMBER = 2**62
MOST_BYTES = 600_000_000
"""More than any day of a branch; whoever sends more wants to fill the memory of a PC."""


def snapshot_bytes(snapshot: Snapshot) -> bytes:
    """A snapshot as it is hashed, signed and sent."""
    heads = [[one, head.seq, head.hash] for one, head in sorted(snapshot.heads.items())]
    first = [FORM, snapshot.branch, snapshot.maker, snapshot.day, heads]
    entries = sorted(snapshot.entries, key=lambda one: (one.journal_id, one.seq))
    lines = "\n".join(_line(one) for one in (first, *entries))
    return zlib.compress(lines.encode(), 6)


def name_of(data: bytes) -> str:
    """The hash by which a snapshot is called, and which its maker signs."""
    return sha256(data).hexdigest()


def in_parts(data: bytes) -> list[bytes]:
    """As many bytes at a time as one call carries."""
    return [data[at : at + PART_BYTES] for at in range(0, len(data), PART_BYTES)]


def read_snapshot(data: bytes) -> Snapshot | None:
    """The snapshot of these bytes; None where it is not whole in itself.

    Each entry is what its own hash says, lies within the heads, and is the one that a head names. That
    it stands in its journal's chain is not known before the chain is here.
    """
    try:
        lines = _inflated(data)
        form, branch, maker, day, heads = json.loads(lines[0])
        rows = [json.loads(line) for line in lines[1:]]
        told = {one: ChainHead(seq, digest) for one, seq, digest in heads}
    except (ValueError, TypeError, RecursionError, zlib.error):
        return None
    if form != FORM or not all(map(is_well_typed, rows)) or not _are_heads(told):
        return None
    snapshot = Snapshot(branch, maker, day, told, tuple(Entry(*row) for row in rows))
    try:
        return snapshot if all(_is_sound(snapshot)) else None
    except ValueError:  # signs that no text of a file holds
        return None


def _inflated(data: bytes) -> Sequence[str]:
    reading = zlib.decompressobj()
    plain = reading.decompress(data, MOST_BYTES)
    if not reading.eof or reading.unused_data:
        raise ValueError("not one compressed whole")
    return plain.decode().split("\n")


def _are_heads(heads: dict[str, ChainHead]) -> bool:
    return all(
        isinstance(one.seq, int) and one.seq > 0 and isinstance(one.hash, str)
        for one in heads.values()
    )


def _is_sound(snapshot: Snapshot) -> Iterator[bool]:
    """One answer after another: the first that is no settles it."""
    yield all(isinstance(one, str) for one in (snapshot.branch, snapshot.maker, snapshot.day))
    yield snapshot.maker in snapshot.heads
    places = [(one.journal_id, one.seq) for one in snapshot.entries]
    yield places == sorted(set(places))
    for one in snapshot.entries:
        head = snapshot.heads.get(one.journal_id, ChainHead())
        yield max(one.version, one.turn, one.commit_seq) < MOST_NUMBER and one.seq <= one.commit_seq
        yield 0 < one.seq <= head.seq and (one.seq < head.seq or one.hash == head.hash)
        yield entry_hash(one) == one.hash and verify_body(one) is None


def _line(values: Sequence[object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
