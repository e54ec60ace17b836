"""Whatever a name is, any part of it finds it; what people type is folded as terms are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.db.row_makers import name_terms
from counter_app.db.term_search import typed_case_number, typed_words
from counter_app.domain.names import search_key

SIGNS = st.characters(exclude_categories=("Cs", "Cc"))
NAMES = st.one_of(
    st.text(SIGNS, max_size=12),
    st.text(st.sampled_from("单解王欧阳𠮷野·'-Oé ßİ"), max_size=8),
)


@given(NAMES, st.data())
def test_any_part_of_a_name_begins_one_of_its_terms(name: str, data: st.DataObject) -> None:
    terms = list(name_terms(name))
    assert all(isinstance(term, str) and term for term in terms)
    key = search_key(name)
    if key:
        start = data.draw(st.integers(0, len(key) - 1))
        end = data.draw(st.integers(start + 1, len(key)))
        assert any(term.startswith(key[start:end]) for term in terms)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_folded_to_words(raw: str) -> None:
    words = typed_words(raw)
    assert all(word and not any(sign.isspace() for sign in word) for word in words)
    assert typed_words(" ".join(words)) == words or len(words) > 1


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("", ()),
        (" 王  伟 ", ("王", "伟")),
        ("WANG Wei", ("wang", "wei")),
        ("110101 19900307 002X", ("11010119900307002x",)),
        ("138-0013-8000", ("13800138000",)),
        ("１３８００１３８０００", ("13800138000",)),
        ("12 34", ("12", "34")),
        ("王 8000", ("王", "8000")),
        ("欧阳•娜娜", ("欧阳·娜娜",)),
    ],
)
def test_words_as_typed(raw: str, words: tuple[str, ...]) -> None:
    assert typed_words(raw) == words


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("03A-0338W", "03A0338W"),
        ("o3a o338w", "03A0338W"),
        ("03A-0338W-M12", "03A0338W"),
        ("03A-0338X", None),
        ("王伟", None),
        ("", None),
    ],
)
def test_a_case_number_is_known_in_what_is_typed(raw: str, number: str | None) -> None:
    assert typed_case_number(raw) == number
