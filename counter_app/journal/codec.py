"""Facts to bodies and back.

A body is the fact's canonical JSON (RFC 8785): decimals as text, no floats, names never normalised,
absent values left out. A body this program cannot read is a value that says why, never an exception:
the entry is stored, chained and passed on all the same.
"""

import json
import re
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


_FULL_CARE = re.compile("[0-9]{16}|[^\x00-\ud7ff\ue000-\uffff]")
"""Where plain JSON with sorted keys may differ from RFC 8785: whole numbers beyond 2^53, and keys with
signs beyond U+FFFF, which sort by their UTF-16 halves. Decimals are text, and facts hold no floats."""


def encode_body(fact: Fact) -> str:
    """The canonical JSON of a fact."""
    told = fact.model_dump(mode="json", exclude_none=True)
    plain = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return rfc8785.dumps(told).decode() if _FULL_CARE.search(plain) else plain


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
