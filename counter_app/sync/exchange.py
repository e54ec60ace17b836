"""One exchange with the branch: push what it lacks of my journal, pull what others wrote, give back.

Owns the order of these and the cursors. The only record of what the branch holds is the branch's own
head: nothing here is marked as sent. Raises `BranchUnreachable` as it comes; repeating an exchange is
always safe.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Protocol

from counter_app.journal.chain import ChainHead
from counter_app.journal.codec import read_entry
from counter_app.journal.entry import Entry
from counter_app.journal.facts.ground import JournalOpened
from counter_app.services.branch_ports import Branch, BranchHead, BranchRefused, SignedBatch
from counter_app.services.ports import HeldEntries, Rejected, SignedHead
from counter_app.sync.offering import Offering
from counter_app.sync.tail import NO_TAIL, Tail

BEYOND = ChainHead(2**62)
"""A cursor beyond any journal's end: nothing of it is asked for."""

IsSigned = Callable[[str, int, str, str], bool]
"""Whether the holder of a public key signed just this number and hash."""


class HeadSigner(Protocol):
    """Signs for one's own journal."""

    def sign(self, seq: int, entry_hash: str) -> str:
        """The signature under an entry's number and hash."""
        ...


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What one exchange did.

    `forked` says that the branch holds another end of my journal. `forged` are the journals that came
    with a signature which is not their writer's: nothing of them was taken. `given_back` counts entries
    of others that the branch had lost. `withheld` are own entries whose bodies it could not hold.
    `unfinished` says that history is still on its way, and that it goes on with the next exchange.
    """

    pushed: int = 0
    pulled: int = 0
    given_back: int = 0
    forked: bool = False
    rejected: tuple[Rejected, ...] = ()
    forged: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    unfinished: bool = False


@dataclass
class Taken:
    """What an exchange has brought so far, and which journals it could not believe."""

    count: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    forged: dict[str, None] = field(default_factory=dict)
    subjects: dict[str, None] = field(default_factory=dict)
    unfinished: bool = False

    def add_forged(self, journals: Iterable[str]) -> None:
        """Notes journals whose signature or history is not their writer's."""
        self.forged.update(dict.fromkeys(journals))

    def unsound(self) -> set[str]:
        """The journals that cannot be taken on with: they stop, the others go on."""
        return {*self.forged, *(one.entry.journal_id for one in self.rejected)}


class Exchange:
    """Exchanges one home's journal with its branch. Used on one thread at a time."""

    def __init__(
        self,
        journal: HeldEntries,
        branch: Branch,
        signer: HeadSigner,
        is_signed: IsSigned,
        tail: Tail = NO_TAIL,
    ) -> None:
        self._journal = journal
        self._branch = branch
        self._signer = signer
        self._is_signed = is_signed
        self._tail, self._batch = tail, tail.batch
        self._keys: dict[str, str] = {}
        self.confirmed = ChainHead()
        """How far the branch holds my journal, by what it said last."""

    def run(self) -> Exchanged:
        """Pushes, gives back what the branch lost, then pulls, until nothing has anything more.

        A branch that went back to an older copy of itself learns first what was erased since.
        """
        taken = Taken()
        offering = Offering(self._branch, self._signed)
        self.confirmed = self._branch.head(self._journal.journal_id)
        pushed, forked = self.push(offering)
        given = self.give_back(self._branch.heads(), taken)
        self.pull(taken)
        return _told(pushed, forked, given, offering, taken)

    def keep_up(self) -> Exchanged:
        """Pushes and pulls beyond where the last exchange ended: a call each, and none for nothing.

        Only on a line that has held since `run`: a branch that was put back to an older copy cuts it.
        """
        taken = Taken()
        offering = Offering(self._branch, self._signed)
        pushed, forked = self.push(offering)
        self.pull(taken)
        return _told(pushed, forked, 0, offering, taken)

    def only_take(self) -> tuple[str, ...]:
        """Pulls from a branch that takes nothing now; the subjects that changed."""
        taken = Taken()
        self.pull(taken)
        return tuple(taken.subjects)

    def push(self, offering: Offering) -> tuple[int, bool]:
        """Offers my journal beyond what is confirmed; how many it took, and whether it forked."""
        mine = self._journal.journal_id
        head = self.confirmed
        pushed = 0
        while entries := self._journal.entries_after(mine, head.seq, self._batch):
            answer = offering.offer(entries)
            if answer.outcome == "gap" and answer.head.seq < head.seq:
                self.confirmed = head = answer.head
                continue
            if answer.outcome != "ok":
                return pushed, answer.outcome == "fork"
            pushed += answer.head.seq - head.seq
            self.confirmed = head = answer.head
        return pushed, self._is_ahead_of_me(head)

    def pull(self, taken: Taken) -> None:
        """Takes what others wrote, by vector cursor. A journal that is not sound stops alone.

        While history is on its way, what is new comes first, and the rest in slices of a time.
        """
        mine = self._journal.journal_id
        passed = {mine: self.confirmed, **dict.fromkeys(taken.unsound(), BEYOND)}
        self._bring_tail(taken)
        until = monotonic() + self._tail.slice_s
        more = True
        while more:
            if monotonic() >= until and self._tail.may_wait():
                taken.unfinished = True
                break
            more = self._page({**self._journal.heads(), **passed}, taken)
            passed.update(dict.fromkeys(taken.unsound(), BEYOND))
            self._bring_tail(taken)

    def pin(self, journal_id: str) -> None:
        """Takes how a journal begins, and so its writer's key, where it is not here yet."""
        if self._journal.opened(journal_id) is None:
            others = dict.fromkeys(self._branch.heads(), BEYOND)
            self._take_sound(self._branch.pull({**others, journal_id: ChainHead()}, 1), Taken())

    def _bring_tail(self, taken: Taken) -> None:
        """Takes what lies beyond what is held ahead.

        A journal that does not go on from there stops here alone: its chain will say what is so.
        """
        ahead = self._tail.heads()
        news = Taken()
        stopped = {self._journal.journal_id: BEYOND}
        more = bool(ahead)
        while more:
            more = self._page({**self._journal.heads(), **ahead, **stopped}, news)
            stopped.update(dict.fromkeys(news.unsound(), BEYOND))
            ahead = self._tail.heads()
        taken.count += news.count
        taken.subjects.update(news.subjects)

    def _page(self, cursor: Mapping[str, ChainHead], taken: Taken) -> bool:
        """Takes one page beyond a cursor; whether there may be more."""
        batches = self._branch.pull(cursor, self._batch)
        sound, took = self._take_sound(batches, taken)
        stuck = batches and not took and sound == len(batches) and not taken.rejected
        return not stuck and sum(len(one.entries) for one in batches) >= self._batch

    def _take_sound(self, batches: Sequence[SignedBatch], taken: Taken) -> tuple[int, int]:
        """How many batches were sound, and how many entries were taken of them."""
        sound = [one for one in batches if self._is_sound(one, batches)]
        taken.add_forged(one.last.journal_id for one in batches if one not in sound)
        return len(sound), self._take(sound, taken)

    def give_back(self, held: Mapping[str, BranchHead], taken: Taken) -> int:
        """Brings the branch what it lacks of others' journals, as far as their writers signed it.

        A journal of which the branch shows another entry than the one held here was written anew.
        """
        given = 0
        for journal_id, head in self._journal.heads().items():
            at = held[journal_id].head if journal_id in held else ChainHead()
            if journal_id == self._journal.journal_id or head.seq < at.seq or head == at:
                continue
            if at.hash != self._hash_at(journal_id, at.seq):
                taken.add_forged([journal_id])
            elif head.seq > at.seq:
                given += self._give_journal(journal_id, at.seq)
        return given

    def _hash_at(self, journal_id: str, seq: int) -> str | None:
        """The hash of the entry held here under this number: the last of a commit, as heads are."""
        held = self._journal.entries_after(journal_id, seq - 1, 1)
        return held[0].hash if held else None

    def _give_journal(self, journal_id: str, after: int) -> int:
        given = 0
        opened = self._journal.opened(journal_id)
        for signed in self._journal.signed_heads(journal_id):
            if signed.seq <= after or opened is None:
                continue
            limit = signed.seq - after
            entries = self._journal.entries_after(journal_id, after, limit)
            if not entries or entries[-1].hash != signed.hash:
                break
            batch = SignedBatch(tuple(entries), signed.signature)
            if not self._gave(int(opened.terminal), batch):
                break
            given += len(entries)
            after = signed.seq
        return given

    def _gave(self, terminal: int, batch: SignedBatch) -> bool:
        """Another's entry that the branch cannot hold stops that journal alone."""
        try:
            return self._branch.give_back(terminal, batch).outcome == "ok"
        except BranchRefused as refusal:
            if refusal.code != "unstorable":
                raise
            return False

    def _signed(self, entries: Sequence[Entry]) -> SignedBatch:
        last = entries[-1]
        return SignedBatch(tuple(entries), self._signer.sign(last.seq, last.hash))

    def _is_ahead_of_me(self, head: ChainHead) -> bool:
        """Whether the branch holds more of my journal than I do, or another entry at its head."""
        mine = self._journal.heads().get(self._journal.journal_id, ChainHead())
        return head.seq > mine.seq or (head.seq == mine.seq and head.hash != mine.hash)

    def _is_sound(self, batch: SignedBatch, together: Sequence[SignedBatch]) -> bool:
        """Whether the journal's own key signed it: the key that this PC saw first."""
        last = batch.last
        if last.journal_id not in self._keys:
            opened = self._journal.opened(last.journal_id)
            if opened is None:
                # Pinned once its first entry is held here.
                first = _opened_in(last.journal_id, together)
                key = first.public_key if first else self._tail.key_of(last.journal_id)
                return key is not None and self._signs(key, batch)
            self._keys[last.journal_id] = opened.public_key
        return self._signs(self._keys[last.journal_id], batch)

    def _signs(self, public_key: str, batch: SignedBatch) -> bool:
        last = batch.last
        return self._is_signed(public_key, last.seq, last.hash, batch.signature)

    def _take(self, batches: Sequence[SignedBatch], taken: Taken) -> int:
        if not batches:
            return 0
        entries = [entry for one in batches for entry in one.entries]
        signed = [
            SignedHead(one.last.journal_id, one.last.seq, one.last.hash, one.signature)
            for one in batches
        ]
        accepted = self._journal.accept(entries, signed)
        taken.count += accepted.taken
        taken.rejected.extend(accepted.rejected)
        taken.subjects.update(dict.fromkeys(accepted.subjects))
        return accepted.taken


def _told(pushed: int, forked: bool, given: int, offering: Offering, taken: Taken) -> Exchanged:
    return Exchanged(
        pushed,
        taken.count,
        given,
        forked,
        tuple(taken.rejected),
        tuple(taken.forged),
        tuple(taken.subjects),
        tuple(offering.withheld),
        taken.unfinished,
    )


def _opened_in(journal_id: str, batches: Sequence[SignedBatch]) -> JournalOpened | None:
    """How a journal begins that is seen for the first time."""
    first = next((one.entries[0] for one in batches if one.last.journal_id == journal_id), None)
    if first is None or first.seq != 1 or first.kind != JournalOpened.KIND:
        return None
    fact = read_entry(first).fact
    return fact if isinstance(fact, JournalOpened) else None
