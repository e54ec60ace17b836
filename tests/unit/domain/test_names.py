"""Names: kept as on the ID, rare characters and dots included; found by a folded key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.names import LONGEST_NAME, PersonName, check_name, search_key, surname
from counter_app.domain.refusal import Refusal


@pytest.mark.parametrize(
    "name",
    [
        "张龑",
        "王𬭎",
        "㛃",
        "䶮𬱖",
        "买买提·吐尔逊",
        "买买提•吐尔逊",
        "阿依古丽．艾山",
        "ALEXANDRA MARIA KONSTANTINOPOULOU-FERNÁNDEZ",
        "O'Brien, Seán Jr.",
        "NGUYỄN VĂN ANH",
        "Ａｎｎａ",
        "김민수",
        "アンナ",
        "王\ue863",
        "王\U00030edd",
        "王\U000323b0",
        "〇",
        "欧阳（曾用名）",
    ],
)
def test_a_name_is_kept_sign_by_sign(name: str) -> None:
    assert check_name(f" {name}\u3000") == PersonName(name)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "name_empty"),
        (" \u3000 ", "name_empty"),
        ("张3", "name_sign"),
        ("张\n三", "name_sign"),
        ("张\u200b三", "name_sign"),
        ("张\u202e三", "name_sign"),
        ("张<三>", "name_sign"),
        ("张😀", "name_sign"),
        ("···", "name_without_letter"),
        ("字" * (LONGEST_NAME + 1), "name_too_long"),
    ],
)
def test_what_cannot_be_a_name(raw: str, code: str) -> None:
    answer = check_name(raw)
    assert isinstance(answer, Refusal)
    assert answer.code == code


def test_a_refused_sign_is_told_by_its_code() -> None:
    assert check_name("张😀") == Refusal("name_sign", {"sign": "U+1F600"})


def test_length_counts_code_points() -> None:
    assert isinstance(check_name("𬱖" * LONGEST_NAME), PersonName)
    assert check_name("𬱖" * (LONGEST_NAME + 1)) == Refusal(
        "name_too_long", {"longest": LONGEST_NAME, "actual": LONGEST_NAME + 1}
    )


def test_all_dots_find_the_same_name() -> None:
    keys = {search_key(f"买买提{dot}吐尔逊") for dot in "·•.．・‧∙⋅●･"}
    assert keys == {"买买提·吐尔逊"}


def test_latin_names_are_found_without_accents_case_and_width() -> None:
    assert search_key("Fernández") == search_key("FERNANDEZ") == search_key("ｆｅｒｎａｎｄｅｚ")
    assert search_key("O’Brien") == search_key("o'brien")
    assert search_key("MARIA ANNA") == search_key("Maria  Anna")


@pytest.mark.parametrize(
    ("one", "other"), [("﨑", "崎"), ("凞", "熙"), ("㛃", "洁"), ("王\ufa11", "王崎")]
)
def test_han_characters_are_never_folded_together(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


@given(st.text(max_size=50))
def test_the_key_is_a_key(name: str) -> None:
    assert search_key(search_key(name)) == search_key(name)


@given(st.text(max_size=90))
def test_a_name_that_passes_passes_again_unchanged(raw: str) -> None:
    answer = check_name(raw)
    if isinstance(answer, PersonName):
        assert check_name(answer.shown) == answer
        assert answer.shown in raw
        assert answer.key == search_key(answer.shown)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("张龑", "张"),
        ("欧阳修", "欧阳"),
        ("欧阳", "欧"),
        ("尉迟恭", "尉迟"),
        ("𬱖三", "𬱖"),
        ("买买提·吐尔逊", ""),
        ("ANNA LEE", ""),
        ("", ""),
    ],
)
def test_surnames(name: str, expected: str) -> None:
    assert surname(name) == expected
