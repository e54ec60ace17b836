"""The branch's own numbers: 受理编号 of cases and the numbers of papers.

Owns their form and check sign. Numbers are labels that people say, type and scan, never keys.
"""

import re
from dataclasses import dataclass

from stdnum.iso7064 import mod_37_36

from counter_app.domain.paper import PaperKind
from counter_app.domain.refusal import Refusal
from counter_app.domain.typed import plain_code

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O (read as 1, 1, 0) and U."""
LEAST_COUNTER_DIGITS = 4

_LETTERS = "".join(sign for sign in ALPHABET if sign.isalpha())
_AS_READ = str.maketrans("ILO", "110")
_CASE = re.compile(
    rf"([0-9]{{2}})([{_LETTERS}]{{1,3}})([0-9]{{{LEAST_COUNTER_DIGITS},9}})([{ALPHABET}])"
)
_KINDS = "".join(PaperKind)
_PAPER = re.compile(rf"(.+)([{_KINDS}])([0-9]{{1,3}})")


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A 受理编号: terminal, letters of the journal, its counter. `str` is the printed form.

    Raises ValueError for a part out of range.
    """

    terminal: int
    letters: str
    counter: int

    def __post_init__(self) -> None:
        if not 0 <= self.terminal <= 99:
            raise ValueError("a terminal has two digits")
        if not 1 <= len(self.letters) <= 3 or any(sign not in _LETTERS for sign in self.letters):
            raise ValueError("a journal has one to three letters of the alphabet of numbers")
        if not 1 <= self.counter <= 999_999_999:
            raise ValueError("a counter runs from 1")

    @property
    def check(self) -> str:
        """The check sign, by ISO 7064's hybrid system over our alphabet.

        It finds every single wrong sign and 199 of 200 swaps of neighbours.
        """
        sign: str = mod_37_36.calc_check_digit(self._head + self._counter, ALPHABET)
        return sign

    @property
    def _head(self) -> str:
        return f"{self.terminal:02d}{self.letters}"

    @property
    def _counter(self) -> str:
        return f"{self.counter:0{LEAST_COUNTER_DIGITS}d}"

    def __str__(self) -> str:
        return f"{self._head}-{self._counter}{self.check}"


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """The number of a paper of a case: `03A-0338W-M1`. Sheets run from 1 within case and kind."""

    case: CaseNumber
    kind: PaperKind
    sheet: int

    def __post_init__(self) -> None:
        if not 1 <= self.sheet <= 999:
            raise ValueError("sheets run from 1 to 999")

    def __str__(self) -> str:
        return f"{self.case}-{self.kind.value}{self.sheet}"


def parse_case_number(raw: str) -> CaseNumber | Refusal:
    """A case number as said or typed: any case, dashes or none, I and L for 1, O for 0."""
    match = _CASE.fullmatch(plain_code(raw).translate(_AS_READ))
    if match is None:
        return Refusal("case_number_shape")
    terminal, letters, counter, check = match.groups()
    if int(counter) == 0 or (counter[0] == "0" and len(counter) > LEAST_COUNTER_DIGITS):
        return Refusal("case_number_shape")
    number = CaseNumber(int(terminal), letters, int(counter))
    return number if number.check == check else Refusal("case_number_check")


def parse_paper_number(raw: str) -> PaperNumber | Refusal:
    """A paper's number as typed or scanned, as tolerant as `parse_case_number`."""
    match = _PAPER.fullmatch(plain_code(raw))
    if match is None or int(match[3]) == 0:
        return Refusal("paper_number_shape")
    case = parse_case_number(match[1])
    if isinstance(case, Refusal):
        return case
    return PaperNumber(case, PaperKind(match[2]), int(match[3]))
