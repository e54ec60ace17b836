"""Finding subjects by what people type: prefixes of indexed terms, one or two characters included.

Owns the folding of typed words and the walk over a table of terms. It must not know what is found:
customers and cases have the same shape of terms.
"""

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Table, and_, exists, func, select

from counter_app.domain.names import search_key
from counter_app.domain.numbers import parse_case_number, parse_paper_number
from counter_app.domain.refusal import Refusal
from counter_app.domain.typed import half_width, plain_code

CANDIDATES = 400
"""How many matches are looked at to find the best; a word that matches more is too short to rank."""
MATCHES_COUNTED = 4_000
_LAST = "\U0010ffff"
_LONG_NUMBER = re.compile(r"[0-9]{7,}[0-9Xx]?")
_SPLITS_NUMBERS = re.compile(r"[\s-]+")


def typed_words(raw: str) -> tuple[str, ...]:
    """What was typed as folded words; the groups of one long number are one word."""
    whole = _SPLITS_NUMBERS.sub("", half_width(raw))
    if _LONG_NUMBER.fullmatch(whole):
        return (whole.lower(),)
    return tuple(folded for word in raw.split() if (folded := search_key(word)))


def typed_case_number(raw: str) -> str | None:
    """The plain case number in what was typed or scanned, a paper's number too; None if neither."""
    case = parse_case_number(raw)
    if isinstance(case, Refusal):
        paper = parse_paper_number(raw)
        if isinstance(paper, Refusal):
            return None
        case = paper.case
    return plain_code(str(case))


def find_terms(connection: Connection, terms: Table, words: Sequence[str]) -> dict[str, bool]:
    """Subjects with a term that begins with each word, at most `CANDIDATES`.

    Each with whether the leading word is the whole of a term.

    The rarest word leads the walk and the others are looked up for each of its matches, so that a
    common surname costs nothing beside a given name.
    """
    if not words:
        return {}
    leading, *others = sorted(words, key=lambda word: _matches(connection, terms, word))
    statement = (
        select(terms.c.subject, terms.c.term)
        .where(_begins(terms, leading), *(_has(terms, word) for word in others))
        .order_by(terms.c.term, terms.c.subject)
        .limit(CANDIDATES)
    )
    exact: dict[str, bool] = {}
    for subject, term in connection.execute(statement):
        exact[subject] = exact.get(subject, False) or term == leading
    return exact


def has_terms(
    terms: Table, subject: ColumnElement[str], words: Sequence[str]
) -> list[ColumnElement[bool]]:
    """Conditions on rows whose subject has a term that begins with each word."""
    return [
        exists(select(1).where(terms.c.subject == subject, _begins(terms, word))) for word in words
    ]


def _begins(terms: Table, word: str) -> ColumnElement[bool]:
    return and_(terms.c.term >= word, terms.c.term < word + _LAST)


def _has(terms: Table, word: str) -> ColumnElement[bool]:
    other = terms.alias()
    return exists(
        select(1).where(
            other.c.subject == terms.c.subject,
            other.c.term >= word,
            other.c.term < word + _LAST,
        )
    )


def _matches(connection: Connection, terms: Table, word: str) -> int:
    few = select(terms.c.subject).where(_begins(terms, word)).limit(MATCHES_COUNTED).subquery()
    return int(connection.execute(select(func.count()).select_from(few)).scalar() or 0)
