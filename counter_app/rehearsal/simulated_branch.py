"""A branch in memory: the shelf of journals with the promises of the real one.

It judges envelope, chain and size only, and can lose an acknowledgement after it has stored, refuse to
be reached, or go back to an older copy of itself.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from counter_app.journal.chain import ChainHead, verify_body, verify_entry
from counter_app.journal.codec import read_entry
from counter_app.journal.entry import Entry
from counter_app.journal.erasing import erased_form, is_named, names_of
from counter_app.journal.facts.upkeep import BodyErased
from counter_app.services.branch_ports import (
    Body,
    BranchGreeting,
    BranchHead,
    BranchUnreachable,
    LabelledContent,
    PushAnswer,
    QuarantinedPart,
    SignedBatch,
)
from counter_app.services.ports import Content
from counter_app.services.snapshot_ports import CustomersPage, Snapshot, SnapshotOnShelf

SIGNATURE_SIGNS = 128
BODY_BYTES = 1_000_000


class KeptSnapshot(NamedTuple):
    """A snapshot as it was brought."""

    shown: SnapshotOnShelf
    parts: tuple[bytes, ...]


@dataclass
class Shelf:
    """What a simulated branch holds: entries, and the signatures under some of them by hash."""

    journals: dict[str, list[Entry]] = field(default_factory=dict)
    signatures: dict[str, str] = field(default_factory=dict)
    contents: dict[str, LabelledContent] = field(default_factory=dict)
    erased: frozenset[str] = frozenset()
    quarantined: dict[str, QuarantinedPart] = field(default_factory=dict)
    snapshots: dict[str, KeptSnapshot] = field(default_factory=dict)
    backed_up: frozenset[str] = frozenset()

    def copy(self) -> "Shelf":
        """A backup of it."""
        journals = {journal_id: list(held) for journal_id, held in self.journals.items()}
        return Shelf(
            journals,
            dict(self.signatures),
            dict(self.contents),
            self.erased,
            dict(self.quarantined),
            dict(self.snapshots),
            self.backed_up,
        )

    def hashes(self) -> frozenset[str]:
        """Of all entries whose bodies it holds, and of its content."""
        held = (one for journal in self.journals.values() for one in journal if one.body)
        return frozenset({one.hash for one in held} | self.contents.keys())

    def backup(self) -> "Shelf":
        """A backup that is safely elsewhere, noted here; what it holds is the same without the note."""
        made = self.copy()
        self.backed_up |= self.hashes()
        return made


@dataclass
class SimulatedLine:
    """A shelf and the line to it.

    A drill turns `lose_acks` and `unreachable` on and off; `answers_left` cuts the line after so many
    answers. `shelf` is put back to an older copy by setting it.
    """

    shelf: Shelf = field(default_factory=Shelf)
    audiences: tuple[str, ...] = ("all",)
    unreachable: bool = False
    answers_left: int | None = None
    lose_acks: bool = False

    def answer_or_not(self) -> None:
        """Raises `BranchUnreachable` where a drill cuts the line."""
        if self.unreachable or self.answers_left == 0:
            raise BranchUnreachable
        if self.answers_left is not None:
            self.answers_left -= 1


@dataclass
class SimulatedBranch(SimulatedLine):
    """See `branch_ports.Branch`."""

    def greet(self, program: str, now: datetime, waiting: int) -> BranchGreeting:  # noqa: ARG002
        """Answers as the branch of a rehearsal."""
        self.answer_or_not()
        return BranchGreeting("branch/demo", "demo", 1, self.audiences, now, 1)

    def push(self, batch: SignedBatch) -> PushAnswer:
        """Takes a batch, or says why not; with `lose_acks` it takes it and does not answer."""
        self.answer_or_not()
        answer = self._take(batch)
        if answer.outcome == "ok" and self.lose_acks:
            raise BranchUnreachable
        return answer

    def give_back(self, terminal: int, batch: SignedBatch) -> PushAnswer:  # noqa: ARG002
        """Takes what another terminal once brought."""
        return self.push(batch)

    def give_bodies(self, entries: Sequence[Entry]) -> int:
        """Takes bodies that it holds entries without."""
        self.answer_or_not()
        taken = 0
        for entry in entries:
            held = self.shelf.journals.get(entry.journal_id, [])[entry.seq - 1 : entry.seq]
            wanted = held and held[0].body_state == "elsewhere" and verify_body(entry) is None
            if wanted and not is_named(entry, self.shelf.erased) and not _is_too_big(entry):
                self.shelf.journals[entry.journal_id][entry.seq - 1] = entry
                taken += 1
        self._obey(entries)
        return taken

    def bodies_wanted(self, journals: Sequence[str], after: str, limit: int) -> list[str]:
        """The hashes of entries that it holds without their bodies."""
        self.answer_or_not()
        found = [
            entry.hash
            for journal_id in journals
            for entry in self.shelf.journals.get(journal_id, [])
            if entry.body_state == "elsewhere" and entry.hash > after
        ]
        return sorted(found)[:limit]

    def bodies(self, hashes: Sequence[str]) -> list[Body]:
        """Bodies that it has and the caller may hold."""
        self.answer_or_not()
        return [
            Body(one.hash, one.body, one.salt)
            for held in self.shelf.journals.values()
            for one in held
            if one.hash in hashes and one.audience in self.audiences and one.body and one.salt
        ]

    def kept(self, hashes: Sequence[str]) -> list[str]:
        """Those of the hashes whose bytes it holds and a backup of it covers."""
        self.answer_or_not()
        safe = self.shelf.hashes() & self.shelf.backed_up
        return [one for one in hashes if one in safe]

    def quarantine(self, journal_id: str, reason: str, parts: Sequence[QuarantinedPart]) -> None:  # noqa: ARG002
        """Keeps what cannot stand in it as it is."""
        self.answer_or_not()
        for one in parts:
            if not self.shelf.erased & {one.hash, one.subject}:
                self.shelf.quarantined.setdefault(one.hash, one)

    def head(self, journal_id: str) -> ChainHead:
        """The last entry held of a journal."""
        self.answer_or_not()
        return self._head(journal_id)

    def heads(self) -> Mapping[str, BranchHead]:
        """The last entry held of each journal; no backup holds any."""
        self.answer_or_not()
        return {one: BranchHead(self._head(one), 0) for one in self.shelf.journals}

    def pull(self, cursor: Mapping[str, ChainHead], limit: int) -> list[SignedBatch]:
        """Entries beyond the cursor, each batch up to its signature."""
        self.answer_or_not()
        found: list[SignedBatch] = []
        count = 0
        for journal_id, held in sorted(self.shelf.journals.items()):
            pending: list[Entry] = []
            for entry in held[cursor.get(journal_id, ChainHead()).seq :]:
                if count >= limit and not pending:
                    return found
                pending.append(self._shown(entry))
                count += 1
                if signature := self.shelf.signatures.get(entry.hash):
                    found.append(SignedBatch(tuple(pending), signature))
                    pending = []
        return found

    def lacks_content(self, hashes: Sequence[str]) -> list[str]:
        """Those of the hashes that it does not hold."""
        self.answer_or_not()
        known = self.shelf.contents.keys() | self.shelf.erased
        return [one for one in hashes if one not in known]

    def put_content(self, contents: Sequence[LabelledContent]) -> None:
        """Takes content that fits its hash."""
        self.answer_or_not()
        for one in contents:
            fits = sha256(one.content.data).hexdigest() == one.content.hash
            if fits and not self.shelf.erased & {one.content.hash, one.content.subject}:
                self.shelf.contents.setdefault(one.content.hash, one)

    def shared_content(self) -> list[str]:
        """The hashes of all content that concerns nobody in person."""
        self.answer_or_not()
        return [one for one, held in self.shelf.contents.items() if held.content.subject is None]

    def content(self, hashes: Sequence[str]) -> list[Content]:
        """Content by hash."""
        self.answer_or_not()
        found = (self.shelf.contents.get(one) for one in hashes)
        return [one.content for one in found if one and one.audience in self.audiences]

    def _take(self, batch: SignedBatch) -> PushAnswer:
        journal_id = batch.last.journal_id
        held = self.shelf.journals.get(journal_id, [])
        fresh: list[Entry] = []
        for entry in batch.entries:
            if entry.seq <= len(held):
                if held[entry.seq - 1].hash != entry.hash:
                    return PushAnswer("fork", self._head(journal_id))
                continue
            last = fresh[-1] if fresh else (held[-1] if held else None)
            head = ChainHead(last.seq, last.hash) if last else ChainHead()
            fault = verify_entry(entry, head)
            if fault is not None:
                outcome = {"gap": "gap", "prev": "fork"}.get(fault, "bad_hash")
                return PushAnswer(outcome, self._head(journal_id))  # type: ignore[arg-type]
            fresh.append(entry)
        torn = fresh and fresh[-1].seq != fresh[-1].commit_seq
        if torn or len(batch.signature) != SIGNATURE_SIGNS:
            return PushAnswer("bad_hash", self._head(journal_id))
        if any(map(_is_too_big, fresh)):
            return PushAnswer("too_big", self._head(journal_id))
        self.shelf.journals[journal_id] = [
            *held,
            *(erased_form(one) if is_named(one, self.shelf.erased) else one for one in fresh),
        ]
        if fresh:
            self.shelf.signatures[fresh[-1].hash] = batch.signature
            self._obey(fresh)
        return PushAnswer("ok", self._head(journal_id))

    def _obey(self, entries: Sequence[Entry]) -> None:
        """What these entries order to erase goes from the shelf."""
        gone = names_of(map(read_entry, entries))
        if not gone:
            return
        shelf = self.shelf
        shelf.erased |= gone
        shelf.snapshots.clear()
        for journal_id, held in shelf.journals.items():
            shelf.journals[journal_id] = [
                erased_form(one) if is_named(one, gone) else one for one in held
            ]
        shelf.contents = {
            digest: one
            for digest, one in shelf.contents.items()
            if not gone & {digest, one.content.subject}
        }
        shelf.quarantined = {
            digest: one
            for digest, one in shelf.quarantined.items()
            if not gone & {digest, one.subject}
        }

    def _shown(self, entry: Entry) -> Entry:
        """The entry, without its body where the caller may not hold it."""
        if entry.audience in self.audiences or entry.body_state != "here":
            return entry
        return entry._replace(body=None, salt=None, body_state="elsewhere")

    def _head(self, journal_id: str) -> ChainHead:
        held = self.shelf.journals.get(journal_id)
        return ChainHead(held[-1].seq, held[-1].hash) if held else ChainHead()


@dataclass
class SimulatedSnapshots:
    """See `snapshot_ports.SnapshotShelf`, at a simulated branch."""

    branch: SimulatedBranch

    def put(self, shown: SnapshotOnShelf, parts: Sequence[bytes], snapshot: Snapshot) -> bool:
        """Keeps it, unless it was made before an erasure that stands here."""
        self.branch.answer_or_not()
        shelf = self.branch.shelf
        for journal_id, held in shelf.journals.items():
            beyond = held[snapshot.heads.get(journal_id, ChainHead()).seq :]
            if any(one.kind == BodyErased.KIND for one in beyond):
                return False
        shelf.snapshots.pop(shown.name, None)
        shelf.snapshots[shown.name] = KeptSnapshot(shown, tuple(parts))
        return True

    def newest(self) -> Sequence[SnapshotOnShelf]:
        """The two that came last."""
        self.branch.answer_or_not()
        return [one.shown for one in reversed(self.branch.shelf.snapshots.values())][:2]

    def part(self, name: str, number: int) -> bytes | None:
        """One part, from 1."""
        self.branch.answer_or_not()
        kept = self.branch.shelf.snapshots.get(name)
        return kept.parts[number - 1] if kept is not None else None

    def customers(self, after: str, limit: int, heads: Mapping[str, ChainHead]) -> CustomersPage:
        """Whole customers after one, each entry with what follows it up to a signed one."""
        self.branch.answer_or_not()
        shelf = self.branch.shelf
        within = [
            one
            for journal_id, head in heads.items()
            for one in shelf.journals.get(journal_id, [])[: head.seq]
            if one.subject.startswith("customer/") and one.subject > after
        ]
        few = sorted({one.subject for one in within})[:limit]
        wanted = {one.hash for one in within if one.subject in few}
        batches = [
            batch
            for journal_id, held in sorted(shelf.journals.items())
            for batch in _proofs(held, wanted, shelf.signatures, self.branch.audiences)
        ]
        return CustomersPage(tuple(batches), frozenset(wanted))


def _proofs(
    held: Sequence[Entry],
    wanted: Collection[str],
    signatures: Mapping[str, str],
    labels: Collection[str],
) -> Iterator[SignedBatch]:
    """From each wanted entry of a journal to the next signed one."""
    pending: list[Entry] = []
    for one in held:
        is_open = one.hash in wanted and one.audience in labels
        if pending or one.hash in wanted:
            bare = one._replace(body=None, salt=None, body_state="elsewhere")
            pending.append(one if is_open or one.body_state != "here" else bare)
        if pending and (signature := signatures.get(one.hash)):
            yield SignedBatch(tuple(pending), signature)
            pending = []


def _is_too_big(entry: Entry) -> bool:
    return entry.body is not None and len(entry.body.encode()) > BODY_BYTES
