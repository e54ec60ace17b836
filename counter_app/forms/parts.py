"""Parts that many procedures share: the line for the holder's identity paper is written once.

Owns the file of common parts and the laying of a part into a procedure's values, before these are
checked: `use: holder_id` stands for the part of that name, and what is written beside it goes before
the part's own. Remembers where each part came from, so that a mistake is told where it stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from counter_app.forms.shape import Finding, Path, closest
from counter_app.forms.spec_base import Id, SourceSpec, Spec
from counter_app.forms.yaml_tree import Tree

_SECTION = {"needs": "fields", "details": "fields"}
"""Where a list of a procedure looks for its parts, when not under its own name."""

Part = dict[str, Any]
Named = Annotated[dict[Id, Part], Field(default_factory=dict)]


class PartsPack(Spec):
    """A file of common parts, by the list in which they may stand and their name."""

    parts: Id
    sources: Annotated[dict[Id, SourceSpec], Field(default_factory=dict)]
    who: Named
    fields: Named
    checklist: Named
    read_back: Named
    script: Named
    next_steps: Named
    remember: Named
    fees: Named
    declarations: Named
    forms: Named
    knowledge: Named
    papers: Named
    care: Named


@dataclass(frozen=True, slots=True)
class PartsFile:
    """A pack of parts with the file it was read from."""

    name: str
    tree: Tree
    pack: PartsPack

    def part(self, section: str, name: str) -> Part | None:
        """The part of that name for that list."""
        found: Mapping[str, Part] = getattr(self.pack, section, {})
        return found.get(name)


def parts_within_parts(pack: PartsPack) -> Iterator[Finding]:
    """A part is laid in as it stands: `use` inside it would lead nowhere, or round in a circle."""
    for section in PartsPack.model_fields:
        named = getattr(pack, section)
        for name, part in named.items() if isinstance(named, dict) else ():
            if isinstance(part, dict) and "use" in part:
                yield Finding((section, name, "use"), "part_uses_part", of_key=True)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a laid-in part stands: its file, and the path in it."""

    file: PartsFile
    path: Path


@dataclass(frozen=True, slots=True)
class Laid:
    """A procedure's values with the parts laid in. `origins` are by the path of the line."""

    data: dict[str, Any]
    origins: Mapping[Path, Origin]
    findings: tuple[Finding, ...]


def lay_in(data: Mapping[str, Any], files: Sequence[PartsFile]) -> Laid:
    """The values with every `use` filled from the parts, and the sources these parts name."""
    laying = _Laying(files)
    laid = {key: laying.section(key, value) for key, value in data.items()}
    if isinstance(laid.get("sources", {}), dict):
        laid["sources"] = laying.sources(laid)
    return Laid(laid, laying.origins, tuple(laying.findings))


class _Laying:
    """Fills one procedure."""

    def __init__(self, files: Sequence[PartsFile]) -> None:
        self._files = files
        self.origins: dict[Path, Origin] = {}
        self.findings: list[Finding] = []

    def section(self, name: str, value: Any) -> Any:
        section = _SECTION.get(name, name)
        if isinstance(value, list):
            return [self._line(section, (name, index), one) for index, one in enumerate(value)]
        return self._line(section, (name,), value) if name == "care" else value

    def _line(self, section: str, path: Path, line: Any) -> Any:
        if not isinstance(line, dict) or "use" not in line:
            return line
        name = str(line["use"] or "")
        for file in self._files:
            part = file.part(section, name)
            if part is not None:
                self.origins[path] = Origin(file, (section, name))
                return {**part, **{key: value for key, value in line.items() if key != "use"}}
        known = [one for file in self._files for one in getattr(file.pack, section, {})]
        close = closest(name, known)
        self.findings.append(Finding((*path, "use"), "unknown_part", (("name", name),), close))
        return line

    def sources(self, laid: Mapping[str, Any]) -> dict[str, Any]:
        """The procedure's own sources, and of the common ones those that its lines name."""
        own = dict(laid.get("sources", {}))
        for name in _named_sources({key: one for key, one in laid.items() if key != "sources"}):
            for file in self._files:
                if name not in own and name in file.pack.sources:
                    own[name] = file.pack.sources[name].model_dump()
        return own


def _named_sources(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _named_sources(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key == "source" and isinstance(one, str):
                yield one
            yield from _named_sources(one)
