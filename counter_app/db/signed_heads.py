"""Signatures of others' journals, kept so that what they signed can be given back to a branch.

Owns the rungs: a signature at every few hundred entries and the latest one, never one for each commit.
Used inside the store's own transactions.
"""

from typing import Any

from counter_app.services.ports import SignedHead

RUNG = 500
"""A rung stays when the next one is at least so many entries on; a batch never needs more."""
PREFIX = "signed/"


def signed_heads(driver: Any, journal_id: str) -> list[SignedHead]:
    """The rungs of a journal, in order of seq."""
    found = driver.execute(
        "SELECT name, value FROM local WHERE name GLOB ? ORDER BY name",
        (f"{PREFIX}{journal_id}/*",),
    ).fetchall()
    return [_read(journal_id, name, value) for name, value in found]


def keep_signed_head(driver: Any, head: SignedHead) -> None:
    """Adds a signature; the one before it goes unless it is needed as a rung."""
    rungs = [one for one in signed_heads(driver, head.journal_id) if one.seq < head.seq]
    before = rungs[-2].seq if len(rungs) > 1 else 0
    if rungs and head.seq - before <= RUNG:
        driver.execute("DELETE FROM local WHERE name = ?", (_name(rungs[-1]),))
    driver.execute(
        "INSERT INTO local (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (_name(head), f"{head.hash} {head.signature}"),
    )


def _name(head: SignedHead) -> str:
    """Sorts by seq as text does."""
    return f"{PREFIX}{head.journal_id}/{head.seq:012d}"


def _read(journal_id: str, name: str, value: str) -> SignedHead:
    digest, _, signature = value.partition(" ")
    return SignedHead(journal_id, int(name.rpartition("/")[2]), digest, signature)
