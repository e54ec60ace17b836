"""The journal entry: its columns, the exact bytes that are hashed, and its digest.

Owns the irreversible shape of an entry. Must not know facts, folds, storage or time. The preimage is
each hashed column as `<length in UTF-8 bytes>:<text>`, nothing between them, an absent value as the
single sign `-`; hashes are SHA-256 in lower-case hex. Every column is text or integer as written.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Literal, NamedTuple

BodyState = Literal["here", "elsewhere", "erased"]

HASHED = 14
"""So many of the columns are inside the hash."""

MAX_COMMIT = 100
"""At most so many entries are written in one commit; push and pull never cut inside one."""


class Entry(NamedTuple):
    """One immutable entry of one journal.

    The columns up to `prev` are inside the hash, in this order. `saw` holds the hashes of the
    subject's heads as its writer's View had them, sorted and joined by commas; None when the writer
    saw none. `prev` is None on a journal's first entry. `occurred_at` is UTC with milliseconds.
    `body` is canonical JSON and `salt` 32 hex signs; both are None unless `body_state` is "here".
    """

    journal_id: str
    seq: int
    kind: str
    version: int
    subject: str
    audience: str
    turn: int
    saw: str | None
    occurred_at: str
    business_date: str
    actor: str
    commit_seq: int
    digest: str
    prev: str | None
    hash: str
    body: str | None
    salt: str | None
    body_state: BodyState

    @property
    def seen(self) -> tuple[str, ...]:
        """The hashes of the heads that the writer saw."""
        return tuple(self.saw.split(",")) if self.saw else ()


def join_heads(hashes: Iterable[str]) -> str | None:
    """The `saw` column for a set of heads: sorted, joined by commas, None when there are none."""
    return ",".join(sorted(hashes)) or None


def preimage(entry: Entry) -> bytes:
    """The bytes that are hashed."""
    text = _plain_preimage(entry)
    return text.encode() if text.isascii() else _preimage_of_any(entry)


def _plain_preimage(e: Entry) -> str:
    """The preimage as text, right where every sign is one byte. Written out: it is half of a check."""
    n, v, t, c = str(e.seq), str(e.version), str(e.turn), str(e.commit_seq)
    seen = "-" if e.saw is None else f"{len(e.saw)}:{e.saw}"
    after = "-" if e.prev is None else f"{len(e.prev)}:{e.prev}"
    return (
        f"{len(e.journal_id)}:{e.journal_id}{len(n)}:{n}{len(e.kind)}:{e.kind}{len(v)}:{v}"
        f"{len(e.subject)}:{e.subject}{len(e.audience)}:{e.audience}{len(t)}:{t}{seen}"
        f"{len(e.occurred_at)}:{e.occurred_at}{len(e.business_date)}:{e.business_date}"
        f"{len(e.actor)}:{e.actor}{len(c)}:{c}{len(e.digest)}:{e.digest}{after}"
    )


def _preimage_of_any(entry: Entry) -> bytes:
    """The same by bytes, whatever the signs."""
    parts: list[bytes] = []
    for value in entry[:HASHED]:
        if value is None:
            parts.append(b"-")
        else:
            text = str(value).encode()
            parts.append(b"%d:%b" % (len(text), text))
    return b"".join(parts)


def entry_hash(entry: Entry) -> str:
    """The SHA-256 of the preimage, as the `hash` column must hold it."""
    return sha256(preimage(entry)).hexdigest()


def body_digest(salt: str, body: str) -> str:
    """SHA-256 over the 16 bytes of the salt and the body's UTF-8 bytes."""
    return sha256(bytes.fromhex(salt) + body.encode()).hexdigest()


def subject_kind(subject: str) -> str:
    """`case` of `case/01979f3e…`; the part before the first stroke."""
    return subject.partition("/")[0]


def sealed(entry: Entry) -> Entry:
    """The entry with its own hash filled in."""
    return entry._replace(hash=entry_hash(entry))


def in_public(entry: Entry) -> Entry:
    """The entry as everybody may hold it: without its body, where its label says so."""
    if entry.audience == "all" or entry.body_state != "here":
        return entry
    return entry._replace(body=None, salt=None, body_state="elsewhere")


_TEXT, _WHOLE, _MAYBE = (str,), (int,), (str, type(None))
_COLUMN_TYPES = (
    *(_TEXT, _WHOLE, _TEXT, _WHOLE, _TEXT, _TEXT, _WHOLE, _MAYBE),
    *(_TEXT, _TEXT, _TEXT, _WHOLE, _TEXT, _MAYBE),
    *(_TEXT, _MAYBE, _MAYBE, _TEXT),
)


def is_well_typed(row: Sequence[object]) -> bool:
    """Whether a row has an entry's columns, of their types; others no writer of ours made."""
    return len(row) == len(_COLUMN_TYPES) and all(map(isinstance, row, _COLUMN_TYPES))
