"""Which case numbers were given out and have no case any more, after a salvage.

Owns gathering the numbers that a damaged file still names: by its rows, their index, its print orders,
and the counter that gave them. Reads a private copy; writes nothing.
"""

from collections.abc import Iterator
from typing import Any

from counter_app.db.rereading import Rereader
from counter_app.domain.numbers import (
    CaseNumber,
    PaperNumber,
    parse_case_number,
    parse_paper_number,
)
from counter_app.journal.facts.ground import JournalOpened

COUNTER = "SELECT value FROM local WHERE name = 'case_counter'"
BY_ROW = "SELECT number FROM case_row"
BY_INDEX = "SELECT plain_number FROM case_row ORDER BY plain_number"
BY_PAPER = "SELECT paper FROM print_order"


def lost_numbers(damaged: Rereader, whole: Any, opened: JournalOpened | None) -> tuple[str, ...]:
    """The numbers that `damaged` names and no case of `whole` bears, in order.

    `opened` says whose counter the damaged file kept; without it only what is named counts.
    """
    held = {number for (number,) in whole.execute(BY_ROW)}
    named = {*_written(damaged), *_counted(damaged, opened)}
    return tuple(sorted(number for number in named if number not in held))


def _written(damaged: Rereader) -> Iterator[str]:
    for statement in (BY_ROW, BY_INDEX):
        for (number,) in damaged.first_rows(statement):
            case = parse_case_number(str(number))
            if isinstance(case, CaseNumber):
                yield str(case)
    for (number,) in damaged.first_rows(BY_PAPER):
        paper = parse_paper_number(str(number))
        if isinstance(paper, PaperNumber):
            yield str(paper.case)


def _counted(damaged: Rereader, opened: JournalOpened | None) -> Iterator[str]:
    """Each case takes the next number in the commit that begins it: none was skipped."""
    told = damaged.first_rows(COUNTER)
    if opened is None or not told or not str(told[0][0]).isdecimal():
        return
    for counter in range(1, int(told[0][0]) + 1):
        yield str(CaseNumber(int(opened.terminal), opened.letter, counter))
