"""Bodies that go to where they may be, and come from there: by the labels this PC may hold.

Owns these moves on the store's own thread. What an erasure does is in `erasing.py`.
"""

from collections.abc import Collection, Sequence

from counter_app.db.customers_ahead import CustomersAheadStore
from counter_app.db.encrypted import telling_trouble
from counter_app.db.erasing import PAPER_TO_WIPE
from counter_app.db.unread import note_unread, unread_by_another
from counter_app.journal.chain import verify_body
from counter_app.services.branch_ports import Body

FORKED_AT = "forked_at"
LABELS = "labels"
"""The labels that this PC held bodies of, when it was last told them."""


class AbsenceStore(CustomersAheadStore):
    """The part of the store that is about absent bodies."""

    def bodies_wanted(self, labels: Collection[str], after: str, limit: int) -> list[str]:
        """Hashes of entries of these labels whose bodies are elsewhere, beyond a hash, in order."""
        with telling_trouble():
            return self._eraser.bodies_wanted(labels, after, limit)

    def take_bodies(self, bodies: Sequence[Body]) -> tuple[str, ...]:
        """Bodies that were elsewhere are here, as far as they fit; the subjects that changed."""
        offered = {one.hash: one for one in bodies}
        held = [
            entry._replace(body=one.body, salt=one.salt, body_state="here")
            for one in offered.values()
            for entry in self._entries("hash = ? AND body_state = 'elsewhere'", one.hash)
        ]
        sound = [one for one in held if verify_body(one) is None]
        if not sound:
            return ()
        with self._commit():
            allowed = self._eraser.allow([], sound)
            self._restore_bodies(allowed.returned)
            self._fold_and_write(allowed.returned)
            erased = self._erase(allowed.ordered)
        return tuple(dict.fromkeys([one.subject for one in allowed.returned] + erased))

    def hold_only(self, labels: Collection[str]) -> tuple[str, ...]:
        """Others' bodies of other labels go; the subjects that changed.

        For a PC whose enrolment was narrowed, once all it holds is known to be at the branch. The same
        labels as last time ask for nothing.
        """
        wanted = " ".join(sorted(labels))
        if self._row("SELECT 1 FROM local WHERE name = ? AND value = ?", LABELS, wanted):
            return ()
        with self._commit():
            subjects = self._eraser.send_away(self.journal_id, labels)
            self._driver.execute("INSERT OR REPLACE INTO local VALUES (?, ?)", (LABELS, wanted))
            self._read_anew(subjects)
        return tuple(subjects)

    def fork_noted(self) -> tuple[int, int] | None:
        """How far both ends of my journal agree, and up to where mine was brought aside."""
        row = self._row("SELECT value FROM local WHERE name = ?", FORKED_AT)
        if row is None:
            return None
        agreed, _space, upto = str(row[0]).partition(" ")
        return int(agreed), int(upto)

    def note_fork(self, agreed_seq: int, upto: int) -> None:
        """Keeps this, for the next start: then the PC goes on in another journal."""
        with self._commit():
            values = (FORKED_AT, f"{agreed_seq} {upto}")
            self._driver.execute("INSERT OR REPLACE INTO local VALUES (?, ?)", values)

    def erase_again(self, names: Collection[str]) -> None:
        """What a later state of this file had erased goes from it once more: a copy is older."""
        if names:
            with self._commit():
                self._eraser.remember(names)
                self._erase(names)

    def subjects_naming(self, words: str) -> list[str]:
        """Subjects with a body that holds these words: every body is looked at."""
        with telling_trouble():
            found = self._driver.execute(
                "SELECT DISTINCT subject FROM known WHERE instr(body, ?) > 0 ORDER BY subject",
                (words,),
            )
            return [one for (one,) in found]

    def contents_of(self, subject: str) -> list[str]:
        """The hashes of content that names a subject."""
        with telling_trouble():
            found = self._driver.execute("SELECT hash FROM content WHERE subject = ?", (subject,))
            return [one for (one,) in found]

    def papers_to_wipe(self) -> list[str]:
        """Numbers of papers whose printed files go, for their subjects are erased."""
        with telling_trouble():
            found = self._driver.execute(
                "SELECT substr(name, ?) FROM local WHERE name GLOB ?",
                (len(PAPER_TO_WIPE) + 1, f"{PAPER_TO_WIPE}*"),
            )
            return [one for (one,) in found]

    def paper_wiped(self, paper: str) -> None:
        """The files of a paper are gone."""
        with self._commit():
            self._driver.execute("DELETE FROM local WHERE name = ?", (PAPER_TO_WIPE + paper,))

    def read_again(self) -> None:
        """Subjects about which a newer program wrote are read anew, where this is another program."""
        with telling_trouble():
            subjects = unread_by_another(self._driver)
        if subjects:
            with self._commit():
                self._read_anew(subjects)
                for subject in subjects:
                    note_unread(self._driver, self.view(subject))

    def wipe(self) -> bool:
        """Whether no page of file or log holds what was erased; the file is written anew for it."""
        with telling_trouble():
            return self._eraser.wipe()
