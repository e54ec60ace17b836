"""What deciding asks of the store beyond one subject's View: refusals, acts of a day, open spells.

Owns these few queries over read rows and envelopes, on the writing connection, so that a decision and
its append see the same state. Decides nothing.
"""

from counter_app.db.encrypted import telling_trouble
from counter_app.db.journal_store import JournalStore
from counter_app.services.ports import Act, SpellKind

REFUSALS = """
SELECT since FROM sign_on_row
WHERE staff = :staff AND refused = 'wrong_password' AND since > coalesce(
  (SELECT max(since) FROM sign_on_row WHERE staff = :staff AND refused IS NULL), '')
ORDER BY since
"""
ACTS_OF_DAY = """
SELECT actor, kind, subject FROM entry
WHERE subject >= ? AND subject < ? AND business_date = ? AND actor = ? ORDER BY journal_id, seq
"""
ACTS_ABOUT = "SELECT actor, kind, subject FROM entry WHERE subject = ? ORDER BY journal_id, seq"
SPELL_TABLES: dict[SpellKind, str] = {
    "signon": "sign_on_row",
    "lock": "spell_row",
    "work": "spell_row",
}


class AskingStore(JournalStore):
    """The part of `ports.Store` that answers questions across subjects."""

    def refusals_since_success(self, staff: str) -> list[str]:
        """When wrong passwords were typed for an account since it last signed on, in order."""
        with telling_trouble():
            found = self._driver.execute(REFUSALS, {"staff": staff})
            return [row[0] for row in found]

    def acts_of_day(self, actor: str, business_date: str, about: str) -> list[Act]:
        """What an actor wrote on a business date about subjects of one of the smaller kinds."""
        bounds = (f"{about}/", f"{about}0", business_date, actor)
        with telling_trouble():
            return [Act(*row) for row in self._driver.execute(ACTS_OF_DAY, bounds)]

    def acts_about(self, subject: str) -> list[Act]:
        """What was written about a subject, and by whom; bodies need not be here."""
        with telling_trouble():
            return [Act(*row) for row in self._driver.execute(ACTS_ABOUT, (subject,))]

    def open_spells(self, kind: SpellKind, terminal: str) -> list[str]:
        """The sign-ons, locks or work states of a terminal that have not ended, latest first."""
        statement = (
            f"SELECT subject FROM {SPELL_TABLES[kind]} WHERE subject >= ? AND subject < ? "
            "AND terminal = ? AND until IS NULL ORDER BY since DESC, subject DESC"
        )
        with telling_trouble():
            found = self._driver.execute(statement, (f"{kind}/", f"{kind}0", terminal))
            return [row[0] for row in found]
