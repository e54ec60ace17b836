"""Where a line of a paper may end.

Pure: knows signs and a measure, nothing of fonts or pages. A Chinese line may end after almost any
sign, but a closing mark never starts a line, an opening mark never ends one, and what is read as
one thing (a date, an amount, a telephone, a word of letters) stays on one line.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from counter_app.printing.signs import FULL_CLOSING, FULL_OPENING, Sign, Signs, is_wide, words_of

CLOSING = FULL_CLOSING | frozenset("%％℃…—·～‥,.;:!?)]}")
OPENING = FULL_OPENING | frozenset("￥$([{")

LONELY = 2
"""A last line of this many signs or fewer, or of one word, takes one more unit from above."""

NO_BREAK_SPACE = "\u00a0"

_WHOLE = re.compile(
    r"\d{1,2}月\d{1,2}日(?:[（(](?:周|星期).[）)])?[前后起止内]?"
    r"|\+?\d[\d-]*(?:[ \u00a0]\d{3,4})+(?!\d)"
    r"|[Ⅰ-Ⅻ][类级]"
    r"|(?:柜员|经办|复核)[ \u00a0]?\d+"
    r"|第[ \u00a0]?\d+[ \u00a0]?\w?"
    r"|￥?\d[\d,.:]*[ \u00a0]?(?:个?工作日|个自然日|个月|小时|分钟|[百千万亿]+元?|[^\W\d_a-zA-Z])?"
)
"""What stays together: month, day and weekday; a telephone; an ordinal; who, by
number; a number and its measure."""

Measure = Callable[[Sequence[Sign]], float]


def _may_part(words: str, place: int) -> bool:
    before, after = words[place - 1], words[place]
    if NO_BREAK_SPACE in (before, after) or after == " ":
        return False
    if before == " ":
        return after not in CLOSING and words[:place].rstrip(" ")[-1:] not in OPENING
    if after in CLOSING or before in OPENING:
        return False
    marks = CLOSING | OPENING
    in_word = not (is_wide(before) or is_wide(after))
    return not in_word or (before in marks and before in "…—·")


def units(signs: Sequence[Sign]) -> tuple[Signs, ...]:
    """`signs` cut at every place where a line may end; joined they are `signs` again."""
    words = words_of(signs)
    whole = {
        place for match in _WHOLE.finditer(words) for place in range(match.start() + 1, match.end())
    }
    cuts = [
        place for place in range(1, len(words)) if place not in whole and _may_part(words, place)
    ]
    edges = [0, *cuts, len(signs)]
    return tuple(tuple(signs[start:end]) for start, end in pairwise(edges) if start < end)


def break_lines(signs: Sequence[Sign], width: float, measure: Measure) -> tuple[Signs, ...]:
    """The lines of `signs`, none wider than `width`; spaces at their ends are dropped.

    A single unit wider than the line is cut: after a hyphen between letters when that helps, else
    between any two signs. The text is never shortened.
    """
    lines = _fill(_fitting(units(signs), width, measure), width, measure)
    _feed_lonely_end(lines, width, measure)
    stripped = (_trimmed([sign for unit in line for sign in unit]) for line in lines)
    return tuple(line for line in stripped if line)


def _trimmed(signs: Sequence[Sign]) -> Signs:
    start, end = 0, len(signs)
    while start < end and signs[start].char == " ":
        start += 1
    while end > start and signs[end - 1].char == " ":
        end -= 1
    return tuple(signs[start:end])


def _fitting(found: Sequence[Signs], width: float, measure: Measure) -> list[Signs]:
    fitting: list[Signs] = []
    for unit in found:
        if measure(_trimmed(unit)) <= width:
            fitting.append(unit)
            continue
        for part in _at_hyphens(unit):
            fitting += [part] if measure(_trimmed(part)) <= width else _anywhere(part)
    return fitting


def _at_hyphens(unit: Signs) -> list[Signs]:
    cuts = [
        place
        for place in range(2, len(unit) - 1)
        if unit[place - 1].char == "-"
        and unit[place - 2].char.isalpha()
        and unit[place].char.isalpha()
    ]
    edges = [0, *cuts, len(unit)]
    return [unit[start:end] for start, end in pairwise(edges)]


def _anywhere(unit: Signs) -> list[Signs]:
    """Single signs, each with the marks that must stay with it."""
    parts: list[Signs] = []
    for sign in unit:
        joins = parts and (sign.char in FULL_CLOSING or parts[-1][-1].char in FULL_OPENING)
        if joins and len(parts[-1]) < LONELY + 1:
            parts[-1] = (*parts[-1], sign)
        else:
            parts.append((sign,))
    return parts


def _fill(fitting: Sequence[Signs], width: float, measure: Measure) -> list[list[Signs]]:
    lines: list[list[Signs]] = []
    most = 0.0  # what the last line takes at most: marks side by side take less, never more
    for unit in fitting:
        own = measure(unit)
        if lines and (most + own <= width or measure(_joined([*lines[-1], unit])) <= width):
            lines[-1].append(unit)
            most += own
        else:
            lines.append([unit])
            most = own
    return lines


def _joined(line: Sequence[Signs]) -> Signs:
    return _trimmed([sign for unit in line for sign in unit])


def _feed_lonely_end(lines: list[list[Signs]], width: float, measure: Measure) -> None:
    if len(lines) < 2 or len(lines[-2]) < 2:
        return
    lonely = len(_joined(lines[-1])) <= LONELY or (len(lines[-1]) == 1 and len(lines[-2]) > 2)
    if not lonely:
        return
    fuller = [lines[-2][-1], *lines[-1]]
    if measure(_joined(fuller)) <= width:
        lines[-2].pop()
        lines[-1] = fuller
