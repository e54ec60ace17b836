"""YAML text as plain values, with the place of every one of them.

Owns the reading of YAML 1.2 as people write it here: no anchors, aliases or tags, no key twice, no
number that would be changed by reading it. Decides nothing about the content. A file that cannot be
read is read once more by a reader in Python, which says where and why.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from counter_app.forms.yaml_nodes import Node, UnreadableError, compose


@dataclass(frozen=True, slots=True)
class Fault:
    """Something unreadable. Line and column count from 1."""

    line: int
    column: int
    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands. `inside` is how far its text begins behind that: 1 for a quote."""

    line: int
    column: int
    inside: int


@dataclass(frozen=True, slots=True)
class Tree:
    """The values of one file and their places."""

    data: Any
    root: Node

    def place(self, path: Sequence[str | int], of_key: bool = False) -> Place:
        """Where the value at a path stands, or the deepest part of the path that exists."""
        node, key = self.root, None
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            key, node = found
        shown = key if of_key and key is not None else node
        return Place(shown.line + 1, shown.column + 1, 1 if shown.quoted else 0)

    def has(self, path: Sequence[str | int]) -> bool:
        """Whether something is written at that path."""
        node: Node = self.root
        for step in path:
            found = _child(node, step)
            if found is None:
                return False
            node = found[1]
        return True


def _child(node: Node, step: str | int) -> tuple[Node | None, Node] | None:
    if node.kind == "table":
        for key, value in node.value:
            if key.value == str(step):
                return key, value
    if node.kind == "list" and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def read_yaml(body: bytes) -> Tree | tuple[Fault, ...]:
    """The values of a file; or every fault found in reading it."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        return (Fault(line, 1, "not_utf8"),)
    try:
        root = compose(text)
    except UnreadableError:
        return (_trouble(text) or Fault(1, 1, "yaml_unreadable", (("detail", "YAML 1.2"),)),)
    # Between words a tab is let pass by one reader and not by another, and nobody sees it.
    trouble = _trouble(text) if "\t" in text else None
    if trouble is not None:
        return (trouble,)
    if root is None or root.kind not in ("table", "anchor"):
        return (Fault(1, 1, "not_a_table"),)
    reader = _Reader()
    data = reader.value(root)
    return tuple(reader.faults) if reader.faults else Tree(data, root)


def _trouble(text: str) -> Fault | None:
    """What the reader in Python, slower and exact about the place, has against the text."""
    try:
        YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        return _full_width(text, error) or _marked(error)
    except ReaderError as error:
        return _unseen(text, error)
    except RecursionError:
        return Fault(1, 1, "yaml_deep")
    except YAMLError as error:
        return Fault(1, 1, "yaml_unreadable", (("detail", type(error).__name__),))
    return None


def _unseen(text: str, error: ReaderError) -> Fault:
    """A sign that YAML does not allow at all."""
    before = text[: error.position]
    column = error.position - before.rfind("\n")
    sign = f"U+{ord(text[error.position]):04X}"
    return Fault(before.count("\n") + 1, column, "odd_sign", (("sign", sign),))


_WIDE = (
    (re.compile(r"^\s*(?:- )?[\w.]+(：)"), ": "),
    (re.compile(r"[:：]\s*(｛)"), "{"),
    (re.compile(r"[{,]\s*(?:zh|en|id|label|text|title)(：)"), ": "),
    (re.compile(r"\{[^\"'{}]*?(，)\s*(?:zh|en|id|label|text|title)\s*:"), ", "),
    (re.compile(r"[:：]\s*(［)"), "["),
    (re.compile(r"^[ ]*([\u00a0\u3000])"), None),
    (re.compile(r"^[ ]*(?:- )?\w+:([\u00a0\u3000])"), None),
)
"""Signs that a Chinese keyboard gives where YAML wants its own, and what is meant; None: a space."""


def _full_width(text: str, error: MarkedYAMLError) -> Fault | None:
    """The wide sign in the line at which reading stopped, or in the one before it."""
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines()
    for number in () if mark is None else (mark.line, mark.line - 1):
        words = lines[number] if 0 <= number < len(lines) else ""
        for pattern, right in _WIDE:
            match = pattern.search(words)
            if match is not None:
                at = (number + 1, match.start(1) + 1)
                if right is None:
                    return Fault(*at, "wide_space")
                return Fault(
                    *at, "full_width", (("sign", match.group(1)), ("right", right.strip()))
                )
    return None


def _marked(error: MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    line, column = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
    problem = str(error.problem or "")
    if "'\\t'" in problem:
        return Fault(line, column, "yaml_tab")
    if "mapping values are not allowed" in problem:
        return Fault(line, column, "yaml_colon")
    if "another document" in problem or "single document" in str(error.context or ""):
        return Fault(line, column, "yaml_two")
    if "alias" in problem or "anchor" in problem:
        return Fault(line, column, "yaml_anchor")
    return Fault(line, column, "yaml_syntax")


class _Reader:
    """Makes plain values of nodes and keeps what is wrong with them."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def value(self, node: Node) -> Any:
        if node.kind == "anchor":
            return self._fault(node, "yaml_anchor")
        if node.kind == "table":
            return self._mapping(node)
        if node.kind == "list":
            return [self.value(one) for one in node.value]
        return self._scalar(node)

    def _mapping(self, node: Node) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            if key.kind in ("table", "list", "anchor"):
                self._fault(key, "key_not_plain")
                continue
            if key.value in found:
                self._fault(key, "key_twice", key=key.value)
            found[key.value] = self.value(value)
        return found

    def _scalar(self, node: Node) -> Any:
        text = node.value
        if node.kind == "int":
            if text.lstrip("+-").startswith("0") and len(text.lstrip("+-")) > 1:
                return self._fault(node, "leading_zero", value=text)
            return int(text, 0) if text.lstrip("+-").isdecimal() else text
        if node.kind == "bool":
            return text.lower() == "true"
        if node.kind == "null":
            return None
        return self._fault(node, "yaml_tag", tag=text) if node.kind == "tagged" else text

    def _fault(self, node: Node, code: str, **params: str) -> None:
        self.faults.append(Fault(node.line + 1, node.column + 1, code, tuple(params.items())))
