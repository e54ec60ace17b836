"""A bank's own service: sound as the guide writes it; damaged, one sentence with its place.

What is damaged keeps nothing else away: a second service beside it and its figures stay.
"""

import re
from pathlib import Path

import pytest

from counter_app.bootstrap.shipped import check_bank_files, load_bank_files
from counter_app.forms.loading import report_lines
from counter_app.forms.problems import SENTENCES
from tests.unit.forms.cases import RESOURCES
from tests.unit.forms.own_service import EXAMPLE, PACK, SERVICE, example, shipped
from tests.unit.forms.own_service_damages import DAMAGES, Damage, exchanged

BESIDE = "902-beside.yaml"
TO_DO_ZH = re.compile("请|应|只能|不能|要|是不是想写|先")
HAN = re.compile(r"[\u4e00-\u9fff]")
NAMED = re.compile(r"“[^”]*”|\{[^}]*\}|U\+\w+|: \w+(?:、\w+)*$")
BLANK = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


@pytest.fixture(autouse=True)
def _shipped_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counter_app.bootstrap.shipped.shipped_content", shipped)


def laid_out(folder: Path, damage: Damage) -> Path:
    """The bank's folder: the damaged files, and a sound service beside them."""
    files = {name: example(name).encode() for name in (SERVICE, PACK)}
    damage(files)
    other = (RESOURCES / "procedures" / "110-czhz.yaml").read_text(encoding="utf-8")
    files[BESIDE] = other.replace("code: CZHZ", "code: OWNTT").replace('"110"', '"902"').encode()
    for name, body in files.items():
        (folder / name).write_bytes(body)
    return folder


def test_the_guides_service_is_sound_and_none_of_the_products() -> None:
    loaded = load_bank_files(EXAMPLE)
    assert loaded.problems == ()
    assert [spec.code for spec in loaded.procedures] == ["BGXZY"]
    assert "BGXZY" not in {spec.code for spec in shipped().procedures}


def test_there_are_fifty_kinds_and_more() -> None:
    assert len(DAMAGES) >= 50
    assert len({code for _, code, _ in DAMAGES.values()}) >= 40


def test_what_stands_beside_is_sound_by_itself(tmp_path: Path) -> None:
    report = check_bank_files(laid_out(tmp_path, lambda _files: None))
    assert (report.problems, report.procedures) == ((), 2)


@pytest.mark.parametrize("what", DAMAGES)
def test_each_damage_is_one_sentence_with_its_place(tmp_path: Path, what: str) -> None:
    damage, code, line = DAMAGES[what]
    folder = laid_out(tmp_path, damage)
    loaded = load_bank_files(folder)
    assert [(one.code, one.line) for one in loaded.problems] == [(code, line)]
    (problem,) = loaded.problems
    assert (folder / problem.file).exists()
    assert TO_DO_ZH.search(problem.told.zh), problem.told.zh
    assert not HAN.search(NAMED.sub("", problem.told.en)), problem.told.en
    for said in (problem.told.zh, problem.told.en):
        assert "\n" not in said
        assert not [name for name in BLANK.findall(SENTENCES[code].zh) if f"{{{name}}}" in said]
    assert "OWNTT" in {spec.code for spec in loaded.procedures}


@pytest.mark.parametrize(
    "body",
    [
        b"\xef\xbb\xbf" + example(SERVICE).encode(),
        example(SERVICE).replace("\n", "\r\n").encode(),
        example(SERVICE).replace("\n", "\r").encode(),
    ],
    ids=["byte order mark", "line ends of Windows", "line ends of old"],
)
def test_what_other_editors_leave_is_no_damage(tmp_path: Path, body: bytes) -> None:
    (tmp_path / SERVICE).write_bytes(body)
    (tmp_path / PACK).write_bytes(example(PACK).encode())
    assert check_bank_files(tmp_path).problems == ()


def test_a_name_that_is_wrong_everywhere_is_counted(tmp_path: Path) -> None:
    folder = laid_out(tmp_path, exchanged("  locker_rules:\n", "  locker_paper:\n"))
    report = check_bank_files(folder)
    uses = example(SERVICE).count("source: locker_rules")
    assert f"还有 {uses - 1} 处" in report_lines(report, "zh")[0]
    assert f"{uses - 1} more" in report_lines(report, "en")[0]
