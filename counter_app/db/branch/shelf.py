"""What a terminal asks of the branch, as calls of its functions.

Owns the text of the calls and how entries cross. Every call is one statement in autocommit: no lock is
ever held across the line. A column of entries crosses as one text that the server takes apart; an array
of values costs the client twice that. Both ways any text crosses as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from socket import socket

from counter_app.db.branch.bodies import BranchBodies
from counter_app.db.branch.connecting import BranchLine
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry
from counter_app.services.branch_ports import (
    BranchGreeting,
    BranchHead,
    LabelledContent,
    PushAnswer,
    SignedBatch,
    TerminalState,
)
from counter_app.services.ports import Content

_TYPES = {"seq": "int8", "version": "int8", "turn": "int8", "commit_seq": "int8"}
_PUSHED = tuple(name for name in Entry._fields if name != "journal_id")
_BETWEEN, _ABSENT = "\x1f", "\x1e"
"""Between the values of a column, and for one that is absent: signs that no canonical text has."""
ARRAYS = ", ".join(f"%b::{_TYPES.get(name, 'text')}[]" for name in _PUSHED)
TEXTS = ", ".join(
    f"string_to_array(%b::text, E'\\x1f', E'\\x1e')::{_TYPES.get(name, 'text')}[]"
    for name in _PUSHED
)
PUSH = "SELECT * FROM push_v1(%b::text, %b::text, {entries})"
GIVE_BACK = "SELECT * FROM give_back_v1(%b::int4, %b::text, %b::text, {entries})"
KEEP = "SELECT * FROM take(%b::text, %b::text, %b::text, {entries})"
PULL = "SELECT * FROM pull_v1(%b::text[], %b::int8[], %b::int8)"
PUT = "SELECT content_put_v1(%b::text[], %b::text[], %b::text[], %b::text[], %b::bytea[])"


class PostgresBranch(BranchBodies):
    """See `branch_ports.Branch`. For one thread: that of the branch worker."""

    def greet(self, program: str, now: datetime, waiting: int) -> BranchGreeting:
        """Says who asks; learns who answers."""
        statement = "SELECT * FROM hello_v1(%b::text, %b::timestamptz, %b::int8)"
        ((branch, name, terminal, labels, their_now, step),) = self._line.rows(
            statement, (program, now, waiting)
        )
        return BranchGreeting(branch, name, terminal, tuple(labels), their_now, step)

    def head(self, journal_id: str) -> ChainHead:
        """The last entry the branch holds of a journal."""
        found = self._line.rows("SELECT * FROM head_v1(%b::text)", (journal_id,))
        return ChainHead(*found[0]) if found else ChainHead()

    def heads(self) -> Mapping[str, BranchHead]:
        """The last entry of each journal, and how far a backup holds it."""
        found = self._line.rows("SELECT * FROM heads_v1()")
        return {
            journal: BranchHead(ChainHead(seq, digest), kept)
            for journal, seq, digest, kept in found
        }

    def push(self, batch: SignedBatch) -> PushAnswer:
        """Offers a batch of my own journal. Safe to repeat."""
        return self._taken(PUSH, (), batch)

    def give_back(self, terminal: int, batch: SignedBatch) -> PushAnswer:
        """Offers what a terminal once brought and the branch no longer has. Safe to repeat."""
        return self._taken(GIVE_BACK, (terminal,), batch)

    def keep(self, branch_id: str, batch: SignedBatch) -> PushAnswer:
        """Head office keeps what it read of a branch. The owner of the database alone can do this."""
        return self._taken(KEEP, (branch_id,), batch)

    def pull(self, cursor: Mapping[str, ChainHead], limit: int) -> list[SignedBatch]:
        """Entries beyond a vector cursor, read in one snapshot, each batch up to its signature."""
        seqs = [head.seq for head in cursor.values()]
        return list(batches_of(self._line.rows(PULL, (list(cursor), seqs, limit))))

    def lacks_content(self, hashes: Sequence[str]) -> list[str]:
        """Those of the hashes that the branch does not hold."""
        found = self._line.rows("SELECT content_missing_v1(%b::text[])", (list(hashes),))
        return [one for (one,) in found]

    def put_content(self, contents: Sequence[LabelledContent]) -> None:
        """Brings content; what does not fit its hash is not taken."""
        columns = zip(
            *((c.hash, c.media, c.subject, label, c.data) for c, label in contents), strict=True
        )
        self._line.rows(PUT, [list(one) for one in columns])

    def shared_content(self) -> list[str]:
        """The hashes of all content that concerns nobody in person."""
        return [one for (one,) in self._line.rows("SELECT content_shared_v1()")]

    def content(self, hashes: Sequence[str]) -> list[Content]:
        """Content by hash, as far as the branch has it and this terminal may hold it."""
        found = self._line.rows("SELECT * FROM content_get_v1(%b::text[])", (list(hashes),))
        return [Content(digest, media, data, subject) for digest, media, subject, _, data in found]

    def wait(self, seconds: float, waker: socket, own: str) -> None:
        """Waits for a hint that another journal grew, or until woken."""
        self._line.wait(seconds, waker, own)

    def close(self) -> None:
        """Hangs up."""
        self._line.close()

    def _taken(self, statement: str, first: tuple[object, ...], batch: SignedBatch) -> PushAnswer:
        columns = [list(column) for column in zip(*(one[1:] for one in batch.entries), strict=True)]
        before = (*first, batch.entries[0].journal_id, batch.signature)
        texts = [_one_text(column) for column in columns]
        # What some program wrote with a sign of ours in it, or nothing at all, goes as arrays.
        apart = None in texts
        asked = statement.format(entries=ARRAYS if apart else TEXTS)
        ((outcome, seq, digest),) = self._line.rows(
            asked, (*before, *(columns if apart else texts))
        )
        return PushAnswer(outcome, ChainHead(seq, digest))


class PostgresOffice:
    """See `branch_ports.Claims` and `BranchOffice`. For one thread: that of the branch worker."""

    def __init__(self, line: BranchLine) -> None:
        self._line = line

    def claim_first(self, keys: Sequence[str], holder: str, request_id: str) -> str | None:
        """The first free key, now the holder's; the same answer to the same request."""
        statement = "SELECT claim_first_v1(%b::text[], %b::text, %b::text)"
        ((got,),) = self._line.rows(statement, (list(keys), holder, request_id))
        return str(got) if got is not None else None

    def claims(self, keys: Sequence[str]) -> Mapping[str, str]:
        """Who holds which of the keys."""
        return dict(self._line.rows("SELECT * FROM claims_v1(%b::text[])", (list(keys),)))

    def put_verifier(self, staff: str, verifier: str) -> None:
        """Keeps the verifier of an account for the whole branch."""
        self._line.rows("SELECT verifier_put_v1(%b::text, %b::text)", (staff, verifier))

    def verifier(self, staff: str) -> str | None:
        """The verifier of an account."""
        ((found,),) = self._line.rows("SELECT verifier_get_v1(%b::text)", (staff,))
        return str(found) if found is not None else None

    def terminals(self) -> list[TerminalState]:
        """All terminals of the branch, as it last saw them."""
        return [TerminalState(*row) for row in self._line.rows("SELECT * FROM status_v1()")]


def _one_text(column: Sequence[object]) -> str | None:
    """The values as one text that can be taken apart again; None where it cannot."""
    text = _BETWEEN.join([_ABSENT if value is None else str(value) for value in column])
    whole = text.count(_BETWEEN) == len(column) - 1 and text.count(_ABSENT) == column.count(None)
    return text if whole and text else None


def batches_of(rows: Sequence[tuple[object, ...]]) -> Iterator[SignedBatch]:
    """Entries in order of their journals, each row with its signature last, up to a signed one each."""
    for _journal, of_journal in groupby(rows, key=lambda row: row[0]):
        entries: list[Entry] = []
        for row in of_journal:
            entries.append(Entry(*row[:-1]))  # type: ignore[arg-type]
            if row[-1] is not None:
                yield SignedBatch(tuple(entries), str(row[-1]))
                entries = []
