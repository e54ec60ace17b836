"""Facts to bodies and back.

A body is the fact's canonical JSON (RFC 8785): decimals as text, no floats, names never normalised,
absent values left out. A body this program cannot read is a value that says why, never an exception:
the entry is stored, chained and passed on all the same.
"""

from dataclasses import dataclass
from typing import Literal

import rfc8785
from pydantic import ValidationError

from counter_app.journal.entry import Entry
from counter_app.journal.facts import FACT_BY_KIND
from counter_app.journal.facts.base import Fact

Absence = Literal["elsewhere", "erased", "unknown_kind", "newer_version", "unreadable"]


@dataclass(frozen=True, slots=True)
class Happened:
    """An entry with its fact, or with the reason why the fact cannot be read here."""

    entry: Entry
    fact: Fact | None
    absence: Absence | None = None


def encode_body(fact: Fact) -> str:
    """The canonical JSON of a fact."""
    return rfc8785.dumps(fact.model_dump(mode="json", exclude_none=True)).decode()


def read_entry(entry: Entry) -> Happened:
    """The entry with its fact, when body and kind are known here and the body agrees with the kind."""
    if entry.body_state != "here" or entry.body is None:
        return Happened(entry, None, "erased" if entry.body_state == "erased" else "elsewhere")
    fact_class = FACT_BY_KIND.get(entry.kind)
    if fact_class is None:
        return Happened(entry, None, "unknown_kind")
    if entry.version > fact_class.VERSION:
        return Happened(entry, None, "newer_version")
    try:
        return Happened(entry, fact_class.model_validate_json(entry.body))
    except ValidationError:
        return Happened(entry, None, "unreadable")
