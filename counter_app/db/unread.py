"""Which subjects hold facts that only a newer program reads, so that it folds them again.

Owns the notes. A digest of rows tells of changed definitions; a kind that was not known may leave them
as they are, and only the subjects that have it must be read again.
"""

from hashlib import sha256
from typing import Any

from counter_app.journal.facts import FACT_BY_KIND
from counter_app.journal.views import View

PREFIX = "unread/"


def known_kinds() -> str:
    """What tells apart programs that read other kinds and versions."""
    told = ",".join(sorted(f"{kind}:{fact.VERSION}" for kind, fact in FACT_BY_KIND.items()))
    return sha256(told.encode()).hexdigest()


def note_unread(driver: Any, view: View) -> None:
    """Keeps that this program could not read all of a subject; forgets it once it can."""
    if view.needs_newer_program:
        values = (PREFIX + view.subject, known_kinds())
        driver.execute("INSERT OR REPLACE INTO local VALUES (?, ?)", values)
    else:
        driver.execute("DELETE FROM local WHERE name = ?", (PREFIX + view.subject,))


def unread_by_another(driver: Any) -> list[str]:
    """Subjects that a program which read other kinds than this one could not read whole."""
    found = driver.execute(
        "SELECT substr(name, ?) FROM local WHERE name GLOB ? AND value <> ?",
        (len(PREFIX) + 1, f"{PREFIX}*", known_kinds()),
    )
    return [one for (one,) in found]
