"""The store in memory: plain Python, no file, the promises of `ports.Store`.

Written by hand and apart from the real one, so that the contract suite compares two minds. It folds a
subject whenever it is asked, keeps everything in lists, and forgets it all at the end.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from counter_app.journal.chain import ChainHead, verify_body, verify_entry
from counter_app.journal.codec import encode_body, read_entry
from counter_app.journal.entry import (
    MAX_COMMIT,
    Entry,
    body_digest,
    join_heads,
    sealed,
    subject_kind,
)
from counter_app.journal.erasing import erased_form, is_named, names_of
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.folding import Folding
from counter_app.journal.folds import FOLDING
from counter_app.journal.folds.people import SignOnView, SpellView
from counter_app.journal.views import View
from counter_app.services.ports import (
    NOTHING_BESIDE,
    Accepted,
    Act,
    Beside,
    Content,
    Draft,
    Moved,
    NewFact,
    PrintOrder,
    Rejected,
    SignedHead,
    SpellKind,
    Stamp,
    Written,
)


@dataclass
class MemoryStore:
    """See `ports.Store`."""

    journal_id: str
    entropy: Callable[[int], bytes]
    folding: Folding = FOLDING
    journals: dict[str, list[Entry]] = field(default_factory=dict)
    contents: dict[str, Content] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    orders: list[PrintOrder] = field(default_factory=list)
    verifiers: dict[str, str] = field(default_factory=dict)
    signed: list[SignedHead] = field(default_factory=list)
    counter: int = 0
    erased: set[str] = field(default_factory=set)
    met_at: str | None = None

    def view(self, subject: str) -> View:
        """The subject's View."""
        return self.folding.fold(subject, [e for e in self._all() if e.subject == subject])

    def append(
        self,
        facts: Sequence[NewFact],
        seen: Mapping[str, tuple[str, ...]],
        stamp: Stamp,
        beside: Beside = NOTHING_BESIDE,
    ) -> Written | Moved:
        """All of it, or nothing."""
        if not 0 < len(facts) <= MAX_COMMIT:
            raise ValueError(f"a commit has 1 to {MAX_COMMIT} entries")
        subjects = list(dict.fromkeys(one.subject for one in facts))
        views = {subject: self.view(subject) for subject in subjects}
        moved = tuple(one for one in subjects if views[one].heads != seen.get(one, ()))
        if moved:
            return Moved(moved)
        held = {(one.paper, one.copy_number) for one in self.orders}
        if held & {(one.paper, one.copy_number) for one in beside.orders}:
            raise ValueError("this copy was ordered before")
        tips = {subject: (view.heads, view.turn) for subject, view in views.items()}
        entries: list[Entry] = []
        for new in facts:
            entries.append(self._next(new, tips, stamp, entries, len(facts)))
            tips[new.subject] = ((entries[-1].hash,), entries[-1].turn)
        self.journals.setdefault(self.journal_id, []).extend(entries)
        self._beside(beside)
        self._obey(entries)
        return Written(tuple(entries))

    def accept(self, entries: Sequence[Entry], signed: Sequence[SignedHead] = ()) -> Accepted:
        """Others' commits, each whole or not at all."""
        rejected: list[Rejected] = []
        subjects: dict[str, None] = {}
        taken = 0
        for commit in _commits(entries, rejected):
            fault = self._fault(commit)
            if fault is not None:
                rejected.append(fault)
                continue
            self._obey(commit)
            for entry in map(self._allowed, commit):
                journal = self.journals.setdefault(entry.journal_id, [])
                if entry.seq > len(journal):
                    journal.append(entry)
                    taken += 1
                elif journal[entry.seq - 1].body_state == "elsewhere" and entry.body is not None:
                    journal[entry.seq - 1] = entry
                else:
                    continue
                subjects[entry.subject] = None
        held = {entry.hash for entry in self._all()}
        self.signed.extend(one for one in signed if one.hash in held)
        return Accepted(tuple(subjects), taken, tuple(rejected))

    def signed_heads(self, journal_id: str) -> list[SignedHead]:
        """All signatures of a journal."""
        return sorted({one for one in self.signed if one.journal_id == journal_id})

    def opened(self, journal_id: str) -> JournalOpened | None:
        """How a journal begins."""
        held = self.journals.get(journal_id)
        fact = read_entry(held[0]).fact if held else None
        return fact if isinstance(fact, JournalOpened) else None

    def heads(self) -> Mapping[str, ChainHead]:
        """The last entry of each journal."""
        return {one: ChainHead(held[-1].seq, held[-1].hash) for one, held in self.journals.items()}

    def entries_after(self, journal_id: str, seq: int, limit: int) -> list[Entry]:
        """Whole commits beyond seq."""
        beyond = self.journals.get(journal_id, [])[seq:]
        closing = max((one.commit_seq for one in beyond[:limit]), default=0)
        return [one for one in beyond if one.seq <= closing]

    def content(self, digest: str) -> Content | None:
        """Content by its hash."""
        return self.contents.get(digest)

    def save_draft(self, draft: Draft) -> None:
        """Replaces the draft of the same key."""
        self.drafts[draft.key] = draft

    def drop_draft(self, key: str) -> None:
        """Forgets a draft."""
        self.drafts.pop(key, None)

    def draft(self, key: str) -> Draft | None:
        """The draft of this key."""
        return self.drafts.get(key)

    def is_let_go(self, subject: str) -> bool:
        """This store lets nothing go."""
        del subject
        return False

    def last_case_counter(self) -> int:
        """The last counter given."""
        return self.counter

    def last_instant(self) -> str | None:
        """When my journal's last entry was written."""
        own = self.journals.get(self.journal_id)
        return own[-1].occurred_at if own else None

    def subjects(self, kind: str) -> list[str]:
        """All subjects of a kind, by their first entry."""
        first: dict[str, str] = {}
        for entry in self._all():
            if subject_kind(entry.subject) == kind:
                first[entry.subject] = min(
                    first.get(entry.subject, entry.occurred_at), entry.occurred_at
                )
        return sorted(first, key=lambda one: (first[one], one))

    def wrong_passwords_in_a_row(self, staff: str) -> int:
        """Since one was right, or since a colleague forgave them."""
        account = f"staff/{staff}"
        told: list[tuple[str, int, bool]] = []
        for entry in self._all():
            body = json.loads(entry.body or "{}")
            about = body.get("staff") == staff
            right = (
                (entry.kind == "signed_on" and about)
                or (entry.kind == "terminal_unlocked" and self._is_own_lock(entry, account))
                or (entry.kind == "attempts_forgiven" and entry.subject == account != entry.actor)
            )
            wrong = about and body.get("reason") == "wrong_password"
            if right or (wrong and entry.kind == "sign_on_refused"):
                told.append((entry.occurred_at, entry.seq, right))
        last_right = max((one[:2] for one in told if one[2]), default=("", 0))
        return sum(1 for one in told if not one[2] and one[:2] > last_right)

    def last_deed(self) -> str | None:
        """The last entry that a person meant to write in my journal."""
        for entry in reversed(self.journals.get(self.journal_id, [])):
            if entry.actor.startswith("staff/") and entry.kind != "terminal_locked":
                return entry.occurred_at
        return None

    def acts_of_day(self, actor: str, business_date: str, about: str) -> list[Act]:
        """What an actor wrote that day about subjects of a kind."""
        return [
            Act(entry.actor, entry.kind, entry.subject)
            for entry in self._all()
            if (entry.actor, entry.business_date) == (actor, business_date)
            and subject_kind(entry.subject) == about
        ]

    def acts_about(self, subject: str) -> list[Act]:
        """Who wrote what about a subject."""
        return [Act(e.actor, e.kind, e.subject) for e in self._all() if e.subject == subject]

    def last_met(self) -> str | None:
        """When it last agreed with its branch."""
        return self.met_at

    def note_met(self, at: str) -> None:
        """Keeps that it did now."""
        self.met_at = at

    def open_spells(self, kind: SpellKind, terminal: str) -> list[str]:
        """What has not ended at a terminal, the latest first."""
        found = []
        for subject in self.subjects(kind):
            view = self.view(subject)
            if isinstance(view, SignOnView):
                told = view.signed_on or view.refused
                here = told.terminal if told else None
            else:
                assert isinstance(view, SpellView)
                here = view.terminal
            if here == terminal and view.until is None:
                found.append((view.since or "", subject))
        return [subject for _since, subject in sorted(found, reverse=True)]

    def _allowed(self, entry: Entry) -> Entry:
        return erased_form(entry) if is_named(entry, self.erased) else entry

    def _obey(self, entries: Sequence[Entry]) -> None:
        """What they order goes, from all that is kept."""
        gone = names_of(map(read_entry, entries))
        if not gone:
            return
        self.erased |= gone
        for journal_id, held in self.journals.items():
            self.journals[journal_id] = [self._allowed(one) for one in held]
        kept = [one for one in self.contents.values() if not gone & {one.hash, one.subject}]
        self.contents = {one.hash: one for one in kept}
        self.orders = [one for one in self.orders if not gone & {one.case, one.content_hash}]
        self.drafts = {
            key: one for key, one in self.drafts.items() if key.partition(" ")[0] not in gone
        }

    def _is_own_lock(self, entry: Entry, account: str) -> bool:
        view = self.view(entry.subject)
        return isinstance(view, SpellView) and view.by == account == entry.actor

    def _all(self) -> Iterator[Entry]:
        for _journal, held in sorted(self.journals.items()):
            yield from held

    def _next(
        self,
        new: NewFact,
        tips: Mapping[str, tuple[tuple[str, ...], int]],
        stamp: Stamp,
        before: Sequence[Entry],
        count: int,
    ) -> Entry:
        held = self.journals.get(self.journal_id, [])
        last = before[-1] if before else (held[-1] if held else None)
        heads, turn = tips[new.subject]
        salt, body = self.entropy(16).hex(), encode_body(new.fact)
        return sealed(
            Entry(
                journal_id=self.journal_id,
                seq=last.seq + 1 if last else 1,
                kind=new.fact.KIND,
                version=new.fact.VERSION,
                subject=new.subject,
                audience=new.read_by,
                turn=turn + 1,
                saw=join_heads(heads),
                occurred_at=stamp.occurred_at,
                business_date=stamp.business_date,
                actor=stamp.actor,
                commit_seq=len(held) + count,
                digest=body_digest(salt, body),
                prev=last.hash if last else None,
                hash="",
                body=body,
                salt=salt,
                body_state="here",
            )
        )

    def _beside(self, beside: Beside) -> None:
        if beside.drop_draft is not None:
            self.drop_draft(beside.drop_draft)
        for one in beside.contents:
            if not self.erased & {one.hash, one.subject}:
                self.contents.setdefault(one.hash, one)
        self.orders.extend(beside.orders)
        self.counter = beside.case_counter if beside.case_counter is not None else self.counter
        self.verifiers.update(beside.verifiers)

    def _fault(self, commit: Sequence[Entry]) -> Rejected | None:
        held = self.journals.get(commit[0].journal_id, [])
        head = ChainHead(held[-1].seq, held[-1].hash) if held else ChainHead()
        begins = head.seq + 1
        for entry in commit:
            if entry.seq < begins:
                here = held[entry.seq - 1]
                if here.hash != entry.hash:
                    return Rejected(entry, "fork")
                envelope = entry._replace(body=None, salt=None, body_state="elsewhere")
                if envelope != here._replace(body=None, salt=None, body_state="elsewhere"):
                    return Rejected(entry, "hash")
                if (wrong := verify_body(entry)) is not None:
                    return Rejected(entry, wrong)
                continue
            fault = verify_entry(entry, head)
            if fault == "prev" and entry.seq == begins:
                return Rejected(entry, "fork")
            if fault is not None:
                return Rejected(entry, fault)
            if entry.journal_id == self.journal_id:
                return Rejected(entry, "fork")
            head = ChainHead(entry.seq, entry.hash)
        return None


def _commits(entries: Sequence[Entry], rejected: list[Rejected]) -> Iterator[list[Entry]]:
    """Whole commits; the first entry of one that is not complete is rejected as torn."""
    rest = list(entries)
    while rest:
        first = rest[0]
        size = next(
            (
                at
                for at, one in enumerate(rest)
                if (one.journal_id, one.commit_seq) != (first.journal_id, first.commit_seq)
            ),
            len(rest),
        )
        closing = next(
            (at + 1 for at, one in enumerate(rest[:size]) if one.seq == one.commit_seq), None
        )
        if closing is None:
            rejected.append(Rejected(first, "torn"))
            rest = rest[size:]
        else:
            yield rest[:closing]
            rest = rest[closing:]
