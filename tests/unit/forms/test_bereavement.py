"""Who has lost somebody is not thanked for coming, sold anything, or asked for a rating."""

import json

import pytest

from counter_app.forms.compiled import to_bytes
from counter_app.printing import words as printed_words
from counter_app.services import paper_words
from tests.unit.services.standing import shipped

NOT_SAID = (
    "谢谢光临", "感谢光临", "欢迎再来", "欢迎下次", "欢迎您再", "推荐", "评价", "满意", "打分", "再见",
    "welcome back", "please come again", "recommend", "rate us", "satisf",
)  # fmt: skip
BEREAVED = [one for one in shipped().procedures if one.tone == "bereavement"]


def test_there_are_services_in_this_tone() -> None:
    assert BEREAVED


@pytest.mark.parametrize("spec", BEREAVED, ids=lambda spec: spec.code)
def test_nothing_of_the_kind_stands_in_the_service(spec: object) -> None:
    told = _said(json.loads(to_bytes(spec)))  # type: ignore[arg-type]
    text = json.dumps(told, ensure_ascii=False).lower()
    assert [one for one in NOT_SAID if one in text] == []


@pytest.mark.parametrize("module", [paper_words, printed_words])
def test_nothing_of_the_kind_is_printed_on_every_paper(module: object) -> None:
    text = repr(vars(module)).lower()
    assert [one for one in NOT_SAID if one in text] == []


def _said(part: object) -> object:
    """Without what the teller is to mind and nobody hears."""
    if isinstance(part, dict):
        return {name: _said(one) for name, one in part.items() if name != "watch"}
    if isinstance(part, list):
        minded = [one for one in part if isinstance(one, dict) and one.get("kind") == "watch"]
        return [_said(one) for one in part if one not in minded]
    return part
