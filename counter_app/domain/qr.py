"""What our papers' QR codes say, and the way back.

`CT1` names a paper and shows by 12 signs of its content's hash whether paper and record agree.
`CT2` is a case's skeleton on a notice: it opens the case where it is held, and a provisional one
where it is not. No personal data in either. Both are capitals, so a reader under Caps Lock does no
harm, and CT2 ends in a CRC: a damaged or cut text is refused, never half understood.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID
from zlib import crc32

from counter_app.domain.numbers import ALPHABET, PaperNumber, parse_paper_number
from counter_app.domain.paper import CONTENT_HASH_SIGNS
from counter_app.domain.refusal import Refusal
from counter_app.domain.typed import half_width

SKELETON_MOST_BYTES = 106
"""What a QR of version 6, level M, holds as bytes."""
PROCEDURE_HASH_SIGNS = 12

_CHECK_SIGNS = 7
_UUID_SIGNS = 26
_DATE_DIGITS = 8


class ItemState(StrEnum):
    """How one line of the checklist stood when the notice was printed."""

    OPEN = "open"
    SEEN = "seen"
    COPIED = "copied"
    FILLED = "filled"
    ALTERNATIVE = "alternative"
    REFUSED = "refused"
    MISSING = "missing"
    DEFERRED = "deferred"
    NOT_BROUGHT = "not_brought"
    NOT_NEEDED = "not_needed"


_SIGN_OF_STATE: Mapping[ItemState, str] = MappingProxyType(
    dict(zip(ItemState, "OSCFARMDNX", strict=True))
)
_STATE_OF_SIGN: Mapping[str, ItemState] = MappingProxyType(
    {sign: state for state, sign in _SIGN_OF_STATE.items()}
)


@dataclass(frozen=True, slots=True)
class PaperReference:
    """What `CT1` says. `content_hash` is the first 12 signs, lower-case hex."""

    number: PaperNumber
    content_hash: str


@dataclass(frozen=True, slots=True)
class CaseSkeleton:
    """What `CT2` says.

    `case_id` is the subject's id after `case/`: a UUID, or capitals and digits. `service` is the
    service's code, `procedure_hash` the first 12 signs of the procedure's hash in lower-case hex;
    `items` stand in the order of that procedure's checklist. `issued` is the business date.
    """

    case_id: str
    service: str
    procedure_hash: str
    items: tuple[ItemState, ...]
    issued: date


_CASE_ID = re.compile(r"[0-9A-Z]{1,26}")
_SERVICE = re.compile(r"[0-9A-Z-]{1,12}")
_HASH = re.compile(r"[0-9a-f]{12}")
_PAPER_QR = re.compile(rf"CT1/([0-9A-Z-]+)/([0-9A-F]{{{CONTENT_HASH_SIGNS}}})")
_SKELETON_QR = re.compile(
    rf"CT2/([UP])([0-9A-Z]{{1,26}})/([0-9A-Z-]{{1,12}})/([0-9A-F]{{{PROCEDURE_HASH_SIGNS}}})"
    rf"/([{''.join(_STATE_OF_SIGN)}]*)/([0-9]{{{_DATE_DIGITS}}})/"
)


def encode_skeleton(skeleton: CaseSkeleton) -> str | Refusal:
    """The text of `CT2`; refused where it would not fit the code or a part has no place in it."""
    service, procedure = skeleton.service, skeleton.procedure_hash
    case_id = _encoded_case_id(skeleton.case_id)
    if case_id is None or not _SERVICE.fullmatch(service) or not _HASH.fullmatch(procedure):
        return Refusal("skeleton_part")
    items = "".join(_SIGN_OF_STATE[state] for state in skeleton.items)
    text = f"CT2/{case_id}/{service}/{procedure.upper()}/{items}/{skeleton.issued:%Y%m%d}/"
    length = len(text) + _CHECK_SIGNS
    if length > SKELETON_MOST_BYTES:
        return Refusal("skeleton_too_long", {"most": SKELETON_MOST_BYTES, "actual": length})
    return text + _check(text)


def read_qr(raw: str) -> PaperReference | CaseSkeleton | Refusal:
    """What a scanned text of ours says; or that it is not ours, or damaged."""
    text = half_width(raw).strip().upper()
    if text.startswith("CT1/"):
        return _read_paper(text)
    if text.startswith("CT2/"):
        return _read_skeleton(text)
    return Refusal("qr_unknown")


def _read_paper(text: str) -> PaperReference | Refusal:
    match = _PAPER_QR.fullmatch(text)
    number = parse_paper_number(match[1]) if match else None
    if match is None or number is None or isinstance(number, Refusal):
        return Refusal("qr_damaged")
    return PaperReference(number, match[2].lower())


def _read_skeleton(text: str) -> CaseSkeleton | Refusal:
    body, check = text[:-_CHECK_SIGNS], text[-_CHECK_SIGNS:]
    match = _SKELETON_QR.fullmatch(body)
    if match is None or _check(body) != check:
        return Refusal("qr_damaged")
    form, case_id, service, procedure, items, issued = match.groups()
    try:
        identity = str(UUID(int=_number_of(case_id))) if form == "U" else case_id
        day = date(int(issued[:4]), int(issued[4:6]), int(issued[6:]))
    except ValueError:
        return Refusal("qr_damaged")
    states = tuple(_STATE_OF_SIGN[sign] for sign in items)
    return CaseSkeleton(identity, service, procedure.lower(), states, day)


def _encoded_case_id(case_id: str) -> str | None:
    """`U` and 26 signs for a UUID, `P` and the id itself otherwise; None for an id of other form."""
    if _CASE_ID.fullmatch(case_id):
        return f"P{case_id}"
    try:
        parsed = UUID(case_id)
    except ValueError:
        return None
    return f"U{_signs(parsed.int, _UUID_SIGNS)}" if str(parsed) == case_id else None


def _check(text: str) -> str:
    return _signs(crc32(text.encode("ascii")), _CHECK_SIGNS)


def _signs(number: int, count: int) -> str:
    return "".join(ALPHABET[number >> (5 * place) & 31] for place in reversed(range(count)))


def _number_of(signs: str) -> int:
    number = 0
    for sign in signs:
        number = number << 5 | ALPHABET.index(sign)
    return number
