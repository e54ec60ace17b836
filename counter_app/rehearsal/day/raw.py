"""A store's own journal as plain values: each entry's envelope and its body as JSON.

The beginning of the independent reading. Knows the form of an entry and nothing of what it means: no
fold, View, read row or use case may be used here nor in `reading`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from counter_app.db.read_only import open_read_only
from counter_app.db.store_files import StoreFiles

EVERY_ENTRY = 1_000_000


@dataclass(frozen=True, slots=True)
class Raw:
    """One entry: who wrote what about which subject, and what the body says."""

    hash: str
    kind: str
    subject: str
    at: str
    actor: str
    day: str
    audience: str
    body: Mapping[str, Any] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A field of the body as text; empty when it is not there."""
        value = self.body.get(name)
        return "" if value is None else str(value)


def raw_entries(files: StoreFiles, key: bytes) -> list[Raw]:
    """Every entry of the store's own journal in its order, from a private copy of the file."""
    held = open_read_only(files, key)
    try:
        entries = held.store.entries_after(held.store.journal_id, 0, EVERY_ENTRY)
    finally:
        held.close()
    return [
        Raw(
            one.hash,
            one.kind,
            one.subject,
            one.occurred_at,
            one.actor,
            one.business_date,
            one.audience,
            json.loads(one.body) if one.body else {},
        )
        for one in entries
    ]
