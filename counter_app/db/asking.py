"""What deciding asks of the store beyond one subject's View: wrong passwords, acts, open spells.

Owns these few queries over read rows and envelopes, on the writing connection, so that a decision and
its append see the same state. Decides nothing.
"""

from counter_app.db.encrypted import telling_trouble
from counter_app.db.pruning import PruningStore
from counter_app.services.ports import Act, SpellKind

MET_AT = "met_at"
WRONG_PASSWORDS = """
WITH told (at, seq, refused) AS (
  SELECT e.occurred_at, e.seq, r.refused
  FROM sign_on_row r JOIN known e ON e.subject = r.subject
  WHERE r.staff = :staff AND e.kind IN ('signed_on', 'sign_on_refused')
    AND (r.refused IS NULL OR r.refused = 'wrong_password')
  UNION ALL
  SELECT occurred_at, seq, NULL FROM known
  WHERE subject IN (SELECT subject FROM spell_row WHERE by = :actor)
    AND actor = :actor AND kind = 'terminal_unlocked'
  UNION ALL
  SELECT occurred_at, seq, NULL FROM known
  WHERE subject = :actor AND kind IN ('attempts_forgiven', 'password_set') AND actor <> :actor
), good (at, seq) AS (
  SELECT at, seq FROM told WHERE refused IS NULL ORDER BY at DESC, seq DESC LIMIT 1
)
SELECT count(*) FROM told
WHERE refused IS NOT NULL AND (at, seq) > (
  SELECT coalesce(max(at), ''), coalesce(max(seq), 0) FROM good)
"""
"""In order of time and, where a clock that was set back makes times equal, of the journal."""
LAST_DEED = """
SELECT occurred_at FROM entry
WHERE journal_id = ? AND actor >= 'staff/' AND actor < 'staff0' AND kind <> 'terminal_locked'
ORDER BY seq DESC LIMIT 1
"""
ACTS_OF_DAY = """
SELECT actor, kind, subject, journal_id, seq FROM known
WHERE subject >= ? AND subject < ? AND business_date = ? AND actor = ? ORDER BY journal_id, seq
"""
ACTS_ABOUT = """
SELECT actor, kind, subject, journal_id, seq FROM known WHERE subject = ? ORDER BY journal_id, seq
"""
SPELL_TABLES: dict[SpellKind, str] = {
    "signon": "sign_on_row",
    "lock": "spell_row",
    "work": "spell_row",
}


class AskingStore(PruningStore):
    """The part of `ports.Store` that answers questions across subjects."""

    def wrong_passwords_in_a_row(self, staff: str) -> int:
        """How many were typed for an account since one was right.

        A supervisor who forgave and an administrator who set a new password begin a new row.
        """
        named = {"staff": staff, "actor": f"staff/{staff}"}
        with telling_trouble():
            (count,) = self._driver.execute(WRONG_PASSWORDS, named).fetchone()
            return int(count)

    def last_met(self) -> str | None:
        """When this PC last agreed with its branch, within minutes; None where it never did."""
        row = self._row("SELECT value FROM local WHERE name = ?", MET_AT)
        return str(row[0]) if row else None

    def note_met(self, at: str) -> None:
        """Keeps that this PC agreed with its branch now."""
        with self._commit():
            self._driver.execute("INSERT OR REPLACE INTO local VALUES (?, ?)", (MET_AT, at))

    def last_deed(self) -> str | None:
        """`occurred_at` of the last entry that a person meant to write in this journal."""
        row = self._row(LAST_DEED, self.journal_id)
        return str(row[0]) if row else None

    def acts_of_day(self, actor: str, business_date: str, about: str) -> list[Act]:
        """What an actor wrote on a business date about subjects of one of the smaller kinds."""
        bounds = (f"{about}/", f"{about}0", business_date, actor)
        with telling_trouble():
            return [Act(*row[:3]) for row in self._driver.execute(ACTS_OF_DAY, bounds)]

    def acts_about(self, subject: str) -> list[Act]:
        """What was written about a subject, and by whom; bodies need not be here."""
        with telling_trouble():
            return [Act(*row[:3]) for row in self._driver.execute(ACTS_ABOUT, (subject,))]

    def open_spells(self, kind: SpellKind, terminal: str) -> list[str]:
        """The sign-ons, locks or work states of a terminal that have not ended, latest first."""
        with telling_trouble():
            found = self._driver.execute(
                open_spells_statement(kind), (f"{kind}/", f"{kind}0", terminal)
            )
            return [row[0] for row in found]


def open_spells_statement(kind: SpellKind) -> str:
    """Finds what has not ended; the plus keeps the few that are open ahead of all of the kind."""
    return (
        f"SELECT subject FROM {SPELL_TABLES[kind]} WHERE +subject >= ? AND +subject < ? "
        "AND terminal = ? AND until IS NULL ORDER BY since DESC, subject DESC"
    )
