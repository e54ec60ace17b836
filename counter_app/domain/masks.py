"""The only source of masks: how a number or an address looks to everybody who need not read it.

Owns what is shown and what is starred, and the search for numbers that slipped through unmasked.
Stars are ASCII `*` and, for numbers, as many as the signs they hide. Works on code points.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from counter_app.domain.typed import half_width
from counter_app.i18n import Text

STAR = "*"
LONG_NUMBER = 15
"""From this many signs on a number shows 3 + 4; shorter ones 1 + 3."""
SHORTEST_ONE_AND_THREE = 7
"""Below this many signs 1 + 3 would show most of the number: only the first sign stays."""
SHORTEST_PHONE = 7
"""Below this many digits only the last one stays."""
HIDDEN_ADDRESS = STAR * 4
"""House and room, whatever their length: the length alone can name the house."""


class Unmasked(StrEnum):
    """What kind of number stands open in a text."""

    IDENTITY = "identity"
    MOBILE = "mobile"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Finding:
    """An open number: its kind and where it stands, as code points `[start, end)`."""

    kind: Unmasked
    start: int
    end: int


def mask_number(number: str) -> str:
    """An ID, credit code, permit or passport number: `110***********002X`, `E*****678`.

    Spaces between groups stay: `110*** ******** 002X`.
    """
    length = sum(not sign.isspace() for sign in number)
    if length >= LONG_NUMBER:
        return _keep(number, 3, 4)
    if length >= SHORTEST_ONE_AND_THREE:
        return _keep(number, 1, 3)
    return _keep(number, 1, 0)


def mask_phone(phone: str) -> str:
    """A telephone without the four digits before its last four: `138****5678`, `010-****0123`."""
    digits = [index for index, sign in enumerate(phone) if sign.isdecimal()]
    hidden = set(digits[-8:-4] if len(digits) >= SHORTEST_PHONE else digits[:-1])
    return "".join(STAR if index in hidden else sign for index, sign in enumerate(phone))


def card_tail(card: str) -> str:
    """The last four signs of a card or account; nothing of one too short to hide the rest."""
    number = "".join(half_width(card).split())
    return number[-4:] if len(number) > 4 else STAR * len(number)


def mask_card(card: str) -> Text:
    """`尾号 4417`."""
    tail = card_tail(card)
    return Text(f"尾号 {tail}", f"ending in {tail}")


_HOUSE = re.compile(
    r"[0-9０-９]|[甲乙丙丁一二三四五六七八九十百零〇]+(?:号|弄|栋|幢|座|室|单元|楼|层|组)"
)
_STREET = re.compile(r"街道|大道|胡同|[路街巷道弄]")
_PLACE = re.compile(r"[村庄镇乡区县市省州旗盟]")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]")


def mask_address(address: str) -> str:
    """The address to its street; house and room starred.

    A Chinese address runs from the large to the small and is cut after the street, or after the
    village or district where it names no street. In another script every word with a digit is
    starred. An address in which no place is recognised is starred whole.
    """
    if not address.strip():
        return ""
    if not _HAN.search(address):
        masked = re.sub(r"\w*\d[\w/#-]*", HIDDEN_ADDRESS, address)
        return masked if masked != address else HIDDEN_ADDRESS
    house = _HOUSE.search(address)
    before = address[: house.start()] if house else address
    for sign in (_STREET, _PLACE):
        ends = [match.end() for match in sign.finditer(before)]
        if ends:
            return before[: ends[-1]] + HIDDEN_ADDRESS
    return HIDDEN_ADDRESS


# Hashes and random ids are long runs of hex signs: they hold digits by chance and name nobody.
_MACHINE_ID = re.compile(
    r"(?<![0-9A-Za-z])(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    r"|(?=[0-9]*[a-f])[0-9a-f]{32}|(?=[0-9]*[a-f])[0-9a-f]{40}|(?=[0-9]*[a-f])[0-9a-f]{64})(?![0-9A-Za-z])"
)
_GAP = r"[ \u3000-]?"
_OPEN_NUMBERS = re.compile(
    rf"(?<![0-9])(?:(?P<identity>[0-9]{{6}}{_GAP}[0-9]{{8}}{_GAP}[0-9]{{3}}[0-9Xx](?![0-9]))"
    rf"|(?P<mobile>(?:86{_GAP})?1[3-9][0-9]{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}(?![0-9]))"
    rf"|(?P<card>(?:[0-9]{{4}}{_GAP}){{3}}[0-9]{{4}}(?:{_GAP}[0-9]{{1,3}})?(?![0-9])))"
)


def find_unmasked(text: str) -> tuple[Finding, ...]:
    """Every 18-digit ID, 11-digit mobile and 16 to 19-digit card that stands open in `text`.

    Also found in groups (`6222 0212 3456 7890`) and full-width. An 18-digit run counts as an ID
    whether or not its check digit is right: a mistyped number still names somebody.
    """
    return tuple(_findings(half_width(text)))


def scrub(text: str) -> str:
    """`text` with every open number masked: for logs, crash dumps, names of print jobs."""
    pieces: list[str] = []
    done = 0
    for finding in find_unmasked(text):
        pieces += [text[done : finding.start], _starred(finding.kind, text, finding)]
        done = finding.end
    return "".join([*pieces, text[done:]])


def _findings(text: str) -> Iterator[Finding]:
    # Each machine id is replaced by as many letters, so that places stay true.
    searched = _MACHINE_ID.sub(lambda match: "h" * len(match.group()), text)
    for match in _OPEN_NUMBERS.finditer(searched):
        yield Finding(Unmasked(str(match.lastgroup)), match.start(), match.end())


def _starred(kind: Unmasked, text: str, finding: Finding) -> str:
    number = text[finding.start : finding.end]
    if kind is Unmasked.MOBILE:
        return mask_phone(number)
    if kind is Unmasked.IDENTITY:
        return mask_number(number)
    return _keep(number, 0, 4)


def _keep(number: str, first: int, last: int) -> str:
    signs = [index for index, sign in enumerate(number) if not sign.isspace()]
    hidden = set(signs[first : len(signs) - last])
    return "".join(STAR if index in hidden else sign for index, sign in enumerate(number))
