"""Text as signs with a weight, and the room each takes: `[[bold]]`, squeezed and hung punctuation.

Pure. Positions only: no sign is ever added to the text or taken from it, so that a paper's text
extracts as it was written.
"""

import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

FULL_CLOSING = frozenset("，。；：！？、）》”’」』】〕〉〗")
FULL_OPENING = frozenset("（《“‘「『【〔〈〖")

HALF_EM = 0.5
"""What the first of two full-width marks side by side gives up of its empty half."""

HANG = 0.45
"""How far, in ems, an opening mark that starts a line moves out: the edge then looks straight."""

BOLD_SPACING = 0.03
"""Ems that follow a bold letter or digit: the stroke that makes it bold takes as much of its sides."""

ROMAN_ONE = "Ⅰ"
FULL_MARKS = FULL_CLOSING | FULL_OPENING
MOVED = FULL_MARKS | {ROMAN_ONE}
"""The signs that may move the pen otherwise than their font says."""

ROMAN_ONE_TRIM = 0.22
"""Ems of white taken from either side of Ⅰ, which the font sets in a full square."""

Advance = Callable[[str], float]
"""Width of one sign at the size in question."""


class Sign(NamedTuple):
    """One code point and its weight."""

    char: str
    bold: bool


Signs = tuple[Sign, ...]


def signs_of(text: str, *, bold: bool = False) -> Signs:
    """The signs of `text`; `[[…]]` is bold, white space of any kind but U+00A0 is a space."""
    found: list[Sign] = []
    heavy = bold
    index = 0
    while index < len(text):
        pair = text[index : index + 2]
        if pair in ("[[", "]]"):
            heavy = bold or pair == "[["
            index += 2
            continue
        char = text[index]
        found.append(Sign(" " if char in "\n\r\t\v\f\u2028\u2029" else char, heavy))
        index += 1
    return tuple(found)


def words_of(signs: Sequence[Sign]) -> str:
    """The bare text of `signs`."""
    return "".join(sign.char for sign in signs)


def bare(text: str) -> str:
    """`text` without its marks of weight."""
    return words_of(signs_of(text))


def lead_in(char: str, em: float) -> float:
    """How far `char` is drawn left of the pen."""
    return ROMAN_ONE_TRIM * em if char == ROMAN_ONE else 0.0


def is_wide(char: str) -> bool:
    """Whether `char` stands for itself (Han, full-width) rather than being a letter of a word."""
    return unicodedata.east_asian_width(char) in ("W", "F")


def spacing(sign: Sign) -> float:
    """Ems between `sign` and the next one, beyond what the font gives."""
    return BOLD_SPACING if sign.bold and not is_wide(sign.char) else 0.0


def step(char: str, following: str | None, advance: float, em: float) -> float:
    """How far the pen moves over `char` when `following` comes next on the line."""
    if char == ROMAN_ONE:
        return advance - 2 * ROMAN_ONE_TRIM * em
    if char in FULL_CLOSING and following is not None and following in FULL_MARKS:
        return advance - HALF_EM * em
    if char in FULL_OPENING and following is not None and following in FULL_OPENING:
        return advance - HALF_EM * em
    return advance


def width_of(signs: Sequence[Sign], advance: Advance, em: float) -> float:
    """The width of `signs` on one line, in the unit of `advance` and `em`."""
    total = 0.0
    last = len(signs) - 1
    for index, sign in enumerate(signs):
        moved = advance(sign.char)
        if sign.char in MOVED:
            following = signs[index + 1].char if index < last else None
            moved = step(sign.char, following, moved, em)
        total += moved + spacing(sign) * em if sign.bold else moved
    return total


def hang(signs: Sequence[Sign], em: float) -> float:
    """How far a line starting with these signs moves out to the left."""
    return HANG * em if signs and signs[0].char in FULL_OPENING else 0.0
