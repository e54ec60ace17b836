"""Two readers of YAML, one fast, one exact about mistakes: both see the same words at one place."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from counter_app.forms.yaml_nodes import Node, compose

ROOT = Path(__file__).parents[3]
FILES = [
    ROOT / "resources" / "procedures" / "104-deyy.yaml",
    ROOT / "resources" / "procedures" / "107-gs.yaml",
    *sorted((ROOT / "docs" / "examples" / "our-bank").rglob("*.yaml")),
]

Seen = tuple[str, str, int, int, bool]
KINDS = {"int": "int", "bool": "bool", "null": "null"}


def by_libyaml(node: Node) -> Iterator[Seen]:
    parts = node.value if node.kind in ("table", "list") else ()
    words = "" if node.kind in ("table", "list") else node.value
    yield node.kind, words, node.line, node.column, node.quoted
    for part in parts:
        for one in part if isinstance(part, tuple) else (part,):
            yield from by_libyaml(one)


def by_ruamel(node: Any) -> Iterator[Seen]:
    kind = str(node.tag).rpartition(":")[2]
    at = (node.start_mark.line, node.start_mark.column)
    if isinstance(node.value, str):
        quoted = node.style in ("'", '"')
        yield KINDS.get(kind, "text"), node.value, *at, quoted
        return
    yield {"map": "table", "seq": "list"}[kind], "", *at, False
    for part in node.value:
        for one in part if isinstance(part, tuple) else (part,):
            yield from by_ruamel(one)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_both_see_the_same(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    fast = compose(text)
    assert fast is not None
    seen = list(by_libyaml(fast))
    assert seen == list(by_ruamel(YAML(typ="safe", pure=True).compose(text)))
    assert len(seen) > 50


@pytest.mark.parametrize(
    "words",
    [
        "no",
        "on",
        "12:30:00",
        "1.10",
        "0123",
        "~",
        "",
        "null",
        "true",
        "TRUE",
        "-5",
        "0x1F",
        "=",
        "1_000",
    ],
)
def test_a_plain_word_is_understood_alike(words: str) -> None:
    text = f"key: {words}\n"
    fast = compose(text)
    assert fast is not None
    exact = YAML(typ="safe", pure=True).compose(text)
    assert [one[:2] for one in by_libyaml(fast)] == [one[:2] for one in by_ruamel(exact)]
