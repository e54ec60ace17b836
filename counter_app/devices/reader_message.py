"""What a vendor's reader program writes, in our documented schema: `docs/readers.md`.

Owns reading such a message. A picture in it is passed over and never kept.
"""

import json
from datetime import date
from typing import Any

from counter_app.domain.identity import IdentityKind, IdentityNumber, Sex, check_number
from counter_app.domain.paper_read import PaperRead
from counter_app.domain.refusal import Refusal

SCHEMA = "counter-reader/1"
LARGEST_MESSAGE = 512 * 1024
"""In bytes. Some programs cannot leave the picture out; more than this is no message of a reader."""
LONG_TERM = "long_term"


def read_message(body: bytes, on: date) -> PaperRead | Refusal:
    """The paper that a message tells of, judged on the business date `on`; or why it is none."""
    if len(body) > LARGEST_MESSAGE:
        return Refusal("reader_message_large")
    try:
        told = json.loads(body.decode("utf-8-sig"))
    except ValueError:
        return Refusal("reader_message_unreadable")
    if not isinstance(told, dict) or told.get("schema") != SCHEMA:
        return Refusal("reader_message_schema", {"wanted": SCHEMA})
    kind = _text(told, "paper")
    if kind not in set(IdentityKind):
        return Refusal("reader_message_field", {"field": "paper"})
    number = check_number(IdentityKind(kind), _text(told, "number"), on)
    if isinstance(number, Refusal):
        return number
    return _paper(told, number)


def _paper(told: dict[str, Any], number: IdentityNumber) -> PaperRead | Refusal:
    name = " ".join(_text(told, "name").split())
    if not name:
        return Refusal("reader_message_field", {"field": "name"})
    until = _text(told, "valid_until")
    days = {"birth": _text(told, "birth"), "valid_until": "" if until == LONG_TERM else until}
    read: dict[str, date | None] = {}
    for field, text in days.items():
        try:
            read[field] = date.fromisoformat(text) if text else None
        except ValueError:
            return Refusal("reader_message_field", {"field": field})
    sex = _text(told, "sex")
    return PaperRead(
        kind=number.kind,
        number=number.number,
        name=name,
        birth=number.birth or read["birth"],
        sex=number.sex or (Sex(sex) if sex in set(Sex) else None),
        valid_until=read["valid_until"],
        no_expiry=until == LONG_TERM,
    )


def _text(told: dict[str, Any], field: str) -> str:
    value = told.get(field, "")
    return value.strip() if isinstance(value, str) else ""
