"""What stands in a YAML text, part by part, each with its place.

Owns how a plain word is understood: as YAML 1.2 (core schema, §10.3.2) says it, by which `no` and
`12:30:00` are text. The parser is libyaml's, in C: the whole catalogue is read in a second, where a
reader in Python takes ten.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

_TEXT_TAG = "tag:yaml.org,2002:str"
_INT = re.compile(r"[-+]?(?:0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+|[0-9][0-9_]*)")
_BOOL = re.compile(r"true|True|TRUE|false|False|FALSE")
_NULL = re.compile(r"null|Null|NULL|~|")


@dataclass(frozen=True, slots=True)
class Node:
    """One part of a text. `line` and `column` count from 0.

    `kind` is `table` (pairs of nodes), `list` (nodes), `text`, `int`, `bool`, `null` (the words as
    written), `tagged` or `anchor`: what people do not need here, and what a file may not hold.
    """

    kind: str
    value: Any
    line: int
    column: int
    quoted: bool = False


class UnreadableError(Exception):
    """The text is not one YAML document. Says nothing more: another reader finds the place."""


def compose(text: str) -> Node | None:
    """The text's one document; None when it is empty. Raises `UnreadableError`."""
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    try:
        inner = (one for one in events if not isinstance(one, yaml.StreamStartEvent))
        if isinstance(next(inner), yaml.StreamEndEvent):
            return None
        root = _node(next(inner), inner)
        after = [one for one in inner if isinstance(one, yaml.DocumentStartEvent)]
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise UnreadableError from error
    if after:
        raise UnreadableError
    return root


def _node(event: Any, events: Iterator[Any]) -> Node:
    at = (event.start_mark.line, event.start_mark.column)
    if isinstance(event, yaml.AliasEvent):
        return Node("anchor", event.anchor, *at)
    if isinstance(event, yaml.ScalarEvent):
        found = _scalar(event, at)
    elif isinstance(event, yaml.MappingStartEvent):
        nodes = iter(list(_until(yaml.MappingEndEvent, events)))
        found = Node("table", list(zip(nodes, nodes, strict=True)), *at)
    else:
        found = Node("list", list(_until(yaml.SequenceEndEvent, events)), *at)
    return found if event.anchor is None else Node("anchor", event.anchor, *at)


def _until(end: type, events: Iterator[Any]) -> Iterator[Node]:
    for event in events:
        if isinstance(event, end):
            return
        yield _node(event, events)


def _scalar(event: Any, at: tuple[int, int]) -> Node:
    quoted = event.style in ("'", '"')
    if event.tag not in (None, "!", _TEXT_TAG):
        return Node("tagged", event.tag, *at, quoted)
    plain = event.implicit[0] and event.tag is None
    return Node(_kind(event.value) if plain else "text", event.value, *at, quoted)


def _kind(word: str) -> str:
    for kind, pattern in (("int", _INT), ("bool", _BOOL), ("null", _NULL)):
        if pattern.fullmatch(word):
            return kind
    return "text"
