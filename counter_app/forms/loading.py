"""Procedure files and rule packs of a directory: read, checked, or told what is wrong.

Owns the way from bytes to checked specs. Errors are values with file, line and column; one bad file
does not keep the others from loading. The only module here that touches a disk, and only to read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import Generic, TypeVar

from pydantic import ValidationError

from counter_app.forms.checks import check_procedure
from counter_app.forms.compiled import conditions_in, leaves
from counter_app.forms.one_cause import Lost, each_name_once, mistakes
from counter_app.forms.parts import Laid, PartsFile, PartsPack, lay_in, parts_within_parts
from counter_app.forms.problems import Problem, problem_at
from counter_app.forms.rules import Figure, RuleBook, RulePack, figure_words
from counter_app.forms.shape import Finding, shape_findings
from counter_app.forms.spec import ProcedureSpec
from counter_app.forms.spec_base import Spec
from counter_app.forms.text_checks import written_oddly
from counter_app.forms.yaml_tree import Tree, read_yaml
from counter_app.i18n import Language, Text

S = TypeVar("S", bound=Spec)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a directory holds. `rules` and `parts` are its own together with those it builds on."""

    procedures: tuple[ProcedureSpec, ...]
    packs: tuple[RulePack, ...]
    rules: RuleBook
    problems: tuple[Problem, ...]
    parts: tuple[PartsFile, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The result of checking a directory. `unverified` are its figures of marks S and R."""

    procedures: int
    packs: int
    figures: int
    conditions: int
    lines: int
    unverified: tuple[Figure, ...]
    problems: tuple[Problem, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong; figures not verified are no fault."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stays in force beside a bank's own files.

    `numbers` are the service numbers that are taken, each with the code of its service; `needed` the
    figures that services use, by the shipped pack that holds them.
    """

    numbers: Mapping[str, str] = field(default_factory=dict)
    needed: Mapping[str, frozenset[str]] = field(default_factory=dict)


NOBODY = Neighbours()


def check_directory(
    path: FilePath,
    base: RuleBook | None = None,
    parts: Sequence[PartsFile] = (),
    neighbours: Neighbours = NOBODY,
) -> CheckReport:
    """Checks a bank's own files; `base` are the figures and `parts` the parts they build on."""
    loaded = load_directory(path, base, parts, neighbours)
    own = RuleBook.of(loaded.packs)
    return CheckReport(
        procedures=len(loaded.procedures),
        packs=len(loaded.packs),
        figures=len(own.figures),
        conditions=sum(1 for spec in loaded.procedures for _ in conditions_in(spec)),
        lines=sum(len(spec.checklist) for spec in loaded.procedures),
        unverified=own.unverified(),
        problems=loaded.problems,
    )


def packs_in(path: FilePath) -> frozenset[str]:
    """The names of the rule packs below a directory; nothing else there is read."""
    packs = {}
    for one in _yaml_files(path):
        with suppress(OSError):
            packs[one.as_posix()] = one.read_bytes()
    packs = {name: body for name, body in packs.items() if _PACK.search(body)}
    return frozenset(pack.pack for pack in load_files(packs).packs)


def _yaml_files(path: FilePath) -> list[FilePath]:
    return sorted(one for one in path.rglob("*") if one.suffix in (".yaml", ".yml"))


def load_directory(
    path: FilePath,
    base: RuleBook | None = None,
    parts: Sequence[PartsFile] = (),
    neighbours: Neighbours = NOBODY,
) -> Loaded:
    """Reads every .yaml file below a directory."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for one in _yaml_files(path):
        name = one.relative_to(path).as_posix()
        try:
            files[name] = one.read_bytes()
        except OSError as error:
            detail = {"detail": error.strerror or type(error).__name__}
            problems.append(problem_at(name, (1, 1), "unreadable_file", detail))
    loaded = load_files(files, base, parts, neighbours)
    return replace(loaded, problems=tuple(problems) + loaded.problems)


def load_files(
    files: Mapping[str, bytes],
    base: RuleBook | None = None,
    parts: Sequence[PartsFile] = (),
    neighbours: Neighbours = NOBODY,
) -> Loaded:
    """Reads files given as bytes by name.

    A file with `pack` is a rule pack, one with `parts` holds common parts, any other is a procedure.
    """
    reader = _Reader(base or RuleBook(), parts, neighbours)
    for name, body in files.items():
        reader.read(name, body)
    return reader.result()


@dataclass(frozen=True, slots=True)
class _File(Generic[S]):
    name: str
    tree: Tree
    spec: S
    laid: Laid | None = None

    def problem(self, finding: Finding) -> Problem:
        return _problem(self.name, self.tree, finding, self.laid)


def _problem(name: str, tree: Tree, finding: Finding, laid: Laid | None = None) -> Problem:
    """Told where it stands: in the procedure, or in the file of parts the line came from."""
    for length in (2, 1):
        origin = laid.origins.get(finding.path[:length]) if laid is not None else None
        rest = finding.path[length:]
        if origin is not None and rest and not tree.has(finding.path[: length + 1]):
            name, tree = origin.file.name, origin.file.tree
            finding = replace(finding, path=(*origin.path, *rest))
            break
    place = tree.place(finding.path, of_key=finding.of_key)
    inside = place.inside if finding.offset else 0
    at = (place.line, place.column + inside + finding.offset)
    return problem_at(name, at, finding.code, dict(finding.params), finding.suggestion)


_PACK, _PARTS = re.compile(rb"^\W*pack\W", re.M), re.compile(rb"^\W*parts\W", re.M)


class _Reader:
    """Collects the files of one directory, then judges them together."""

    def __init__(self, base: RuleBook, parts: Sequence[PartsFile], neighbours: Neighbours) -> None:
        self._base, self._neighbours = base, neighbours
        self._trees: list[tuple[str, Tree]] = []
        self._parts: list[PartsFile] = []
        self._base_parts = tuple(parts)
        self._packs: list[_File[RulePack]] = []
        self._procedures: list[_File[ProcedureSpec]] = []
        self._problems: list[Problem] = []
        self._lost = Lost()

    def read(self, name: str, body: bytes) -> None:
        tree = read_yaml(body)
        if not isinstance(tree, Tree):
            self._lost.every_figure |= _PACK.search(body) is not None
            self._lost.parts |= _PARTS.search(body) is not None
            self._problems += [
                problem_at(name, (fault.line, fault.column), fault.code, dict(fault.params))
                for fault in tree
            ]
            return
        if "pack" in tree.data:
            pack = self._validated(RulePack, name, tree)
            self._packs += [_File(name, tree, pack)] if pack is not None else []
            self._lost_figures(tree.data if pack is None else {})
        elif "parts" in tree.data:
            self._read_parts(name, tree)
        else:
            self._trees.append((name, tree))

    def _lost_figures(self, data: Mapping[str, object]) -> None:
        keys = set(_keys_told(data))
        self._lost.figures |= keys
        self._lost.every_figure |= bool(data) and not keys

    def _read_parts(self, name: str, tree: Tree) -> None:
        pack = self._validated(PartsPack, name, tree)
        wrong = list(parts_within_parts(pack)) if pack is not None else []
        self._problems += [_problem(name, tree, one) for one in wrong]
        if pack is None or wrong:
            self._lost.parts = True
        else:
            self._parts.append(PartsFile(name, tree, pack))

    def _validated(
        self, model: type[S], name: str, tree: Tree, laid: Laid | None = None
    ) -> S | None:
        try:
            return model.model_validate(tree.data if laid is None else laid.data)
        except ValidationError as error:
            findings = shape_findings(model, error)
            self._problems += [_problem(name, tree, finding, laid) for finding in findings]
            return None

    def _read_procedures(self) -> None:
        """Procedures are read last: the parts they use may stand in any file."""
        for name, tree in self._trees:
            laid = lay_in(tree.data, (*self._parts, *self._base_parts))
            told = mistakes(laid.findings, self._lost)
            self._problems += [_problem(name, tree, one) for one in told]
            if not laid.findings:
                spec = self._validated(ProcedureSpec, name, tree, laid)
                self._procedures += [_File(name, tree, spec, laid)] if spec is not None else []

    def result(self) -> Loaded:
        self._read_procedures()
        packs = tuple(file.spec for file in self._packs)
        rules = RuleBook(self._base.figures + RuleBook.of(packs).figures)
        for index, file in enumerate(self._packs):
            self._problems += self._pack_problems(file, self._packs[:index], rules)
        self._problems += self._same_names()
        sound = []
        for procedure in self._procedures:
            found = check_procedure(procedure.spec, rules)
            told = [(one, procedure.problem(one)) for one in mistakes(found, self._lost)]
            self._problems += each_name_once(told)
            if not found:
                sound.append(procedure.spec)
        order = sorted(self._problems, key=lambda one: (one.file, one.line, one.column))
        every = (*self._parts, *self._base_parts)
        return Loaded(tuple(sound), packs, rules, tuple(dict.fromkeys(order)), every)

    def _pack_problems(
        self, file: _File[RulePack], before: Sequence[_File[RulePack]], rules: RuleBook
    ) -> Iterator[Problem]:
        same = next((one for one in before if one.spec.pack == file.spec.pack), None)
        if same is not None:
            params = (("name", file.spec.pack), ("other", same.name))
            yield file.problem(Finding(("pack",), "same_pack", params))
            return
        yield from (file.problem(one) for one in _odd_texts(file.spec))
        lacking = self._neighbours.needed.get(file.spec.pack, frozenset()) - rules.keys()
        if lacking:
            params = (("pack", file.spec.pack), ("names", "、".join(sorted(lacking))))
            yield file.problem(Finding(("pack",), "pack_lacks", params))
        seen: list[tuple[str, Figure]] = [("", figure) for figure in self._base.figures]
        seen += [(one.name, figure) for one in before for figure in one.spec.figures]
        for index, figure in enumerate(file.spec.figures):
            for finding in _figure_findings(figure, index, seen):
                self._lost.figures.add(figure.key)
                yield file.problem(finding)
            seen.append((file.name, figure))

    def _same_names(self) -> list[Problem]:
        problems = []
        own = {file.spec.code for file in self._procedures}
        for index, file in enumerate(self._procedures):
            spec = file.spec
            for other in self._procedures[:index]:
                former = other.spec
                if (spec.code, spec.from_date) == (former.code, former.from_date):
                    params = (("code", spec.code), ("other", other.name))
                    problems.append(file.problem(Finding(("code",), "same_code", params)))
                if spec.code != former.code and spec.number == former.number:
                    params = (("number", spec.number), ("other", other.name))
                    problems.append(file.problem(Finding(("number",), "same_number", params)))
            holder = self._neighbours.numbers.get(spec.number, spec.code)
            if holder not in own:
                params = (("number", spec.number), ("other", holder))
                problems.append(file.problem(Finding(("number",), "same_number", params)))
        return problems


def _keys_told(data: Mapping[str, object]) -> Iterator[str]:
    """The keys of a pack that did not pass, as far as they can be read."""
    figures = data.get("figures")
    for figure in figures if isinstance(figures, list) else ():
        if isinstance(figure, dict) and isinstance(figure.get("key"), str):
            yield figure["key"]


def _odd_texts(pack: RulePack) -> Iterator[Finding]:
    for path, value in leaves(pack):
        odd = written_oddly(value, path) if isinstance(value, Text) else None
        if odd is not None:
            yield odd


def _figure_findings(
    figure: Figure, index: int, seen: Sequence[tuple[str, Figure]]
) -> Iterator[Finding]:
    path = ("figures", index)
    if figure.until is not None and figure.until < figure.from_date:
        yield Finding((*path, "until"), "period_reversed")
    other = next((name for name, one in seen if one.overlaps(figure)), None)
    if other is not None:
        params = (("name", figure.key), ("other", other or "—"))
        yield Finding((*path, "key"), "overlapping_figures", params)


def report_lines(report: CheckReport, language: Language) -> list[str]:
    """The report in lines for a terminal: mistakes, figures to be verified, counts."""
    lines = [_problem_line(problem, language) for problem in report.problems]
    if report.unverified:
        heading = Text("未在法规原文中核实的数：", "Figures not verified in the law's own text:")
        lines.append(heading.into(language))
        lines += [_figure_line(figure, language) for figure in report.unverified]
    counts = Text(
        f"业务 {report.procedures} 个，规则包 {report.packs} 个，数 {report.figures} 个，"
        f"条件 {report.conditions} 条，材料 {report.lines} 项；问题 {len(report.problems)} 处",
        f"{report.procedures} procedures, {report.packs} rule packs, {report.figures} figures, "
        f"{report.conditions} conditions, {report.lines} checklist lines; "
        f"{len(report.problems)} problems",
    )
    return [*lines, counts.into(language)]


def _problem_line(problem: Problem, language: Language) -> str:
    where = f"{problem.file}:{problem.line}:{problem.column}"
    return f"{where}: {problem.told.into(language)}"


def _figure_line(figure: Figure, language: Language) -> str:
    value = figure_words(figure.value, figure.unit).into(language)
    label, source = figure.label.into(language), figure.source.into(language)
    return f"  [{figure.mark}] {figure.key} = {value} ({label}; {source}; {figure.read})"
