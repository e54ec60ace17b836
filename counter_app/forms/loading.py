"""Procedure files and rule packs of a directory: read, checked, or told what is wrong.

Owns the way from bytes to checked specs. Errors are values with file, line and column; one bad file
does not keep the others from loading. The only module here that touches a disk, and only to read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Generic, TypeVar

from pydantic import ValidationError

from counter_app.forms.checks import check_procedure
from counter_app.forms.compiled import conditions_in
from counter_app.forms.parts import Laid, PartsFile, PartsPack, lay_in
from counter_app.forms.problems import Problem, problem_at
from counter_app.forms.rules import Figure, RuleBook, RulePack, figure_words
from counter_app.forms.shape import Finding, shape_findings
from counter_app.forms.spec import ProcedureSpec
from counter_app.forms.spec_base import Spec
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


def check_directory(
    path: FilePath, base: RuleBook | None = None, parts: Sequence[PartsFile] = ()
) -> CheckReport:
    """Checks a bank's own files; `base` are the figures and `parts` the parts they build on."""
    loaded = load_directory(path, base, parts)
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


def load_directory(
    path: FilePath, base: RuleBook | None = None, parts: Sequence[PartsFile] = ()
) -> Loaded:
    """Reads every .yaml file below a directory."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    found = sorted(one for one in path.rglob("*") if one.suffix in (".yaml", ".yml"))
    for one in found:
        name = one.relative_to(path).as_posix()
        try:
            files[name] = one.read_bytes()
        except OSError as error:
            detail = {"detail": error.strerror or type(error).__name__}
            problems.append(problem_at(name, (1, 1), "unreadable_file", detail))
    loaded = load_files(files, base, parts)
    return replace(loaded, problems=tuple(problems) + loaded.problems)


def load_files(
    files: Mapping[str, bytes], base: RuleBook | None = None, parts: Sequence[PartsFile] = ()
) -> Loaded:
    """Reads files given as bytes by name.

    A file with `pack` is a rule pack, one with `parts` holds common parts, any other is a procedure.
    """
    reader = _Reader(base or RuleBook(), parts)
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


class _Reader:
    """Collects the files of one directory, then judges them together."""

    def __init__(self, base: RuleBook, parts: Sequence[PartsFile]) -> None:
        self._base = base
        self._trees: list[tuple[str, Tree]] = []
        self._parts: list[PartsFile] = []
        self._base_parts = tuple(parts)
        self._packs: list[_File[RulePack]] = []
        self._procedures: list[_File[ProcedureSpec]] = []
        self._problems: list[Problem] = []

    def read(self, name: str, body: bytes) -> None:
        tree = read_yaml(body)
        if not isinstance(tree, Tree):
            self._problems += [
                problem_at(name, (fault.line, fault.column), fault.code, dict(fault.params))
                for fault in tree
            ]
            return
        if "pack" in tree.data:
            pack = self._validated(RulePack, name, tree)
            self._packs += [_File(name, tree, pack)] if pack is not None else []
        elif "parts" in tree.data:
            parts = self._validated(PartsPack, name, tree)
            self._parts += [PartsFile(name, tree, parts)] if parts is not None else []
        else:
            self._trees.append((name, tree))

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
            self._problems += [_problem(name, tree, one) for one in laid.findings]
            if not laid.findings:
                spec = self._validated(ProcedureSpec, name, tree, laid)
                self._procedures += [_File(name, tree, spec, laid)] if spec is not None else []

    def result(self) -> Loaded:
        self._read_procedures()
        packs = tuple(file.spec for file in self._packs)
        rules = RuleBook(self._base.figures + RuleBook.of(packs).figures)
        self._problems += self._pack_problems()
        self._problems += self._same_names()
        sound = []
        for file in self._procedures:
            found = [file.problem(one) for one in check_procedure(file.spec, rules)]
            self._problems += found
            if not found:
                sound.append(file.spec)
        order = sorted(self._problems, key=lambda one: (one.file, one.line, one.column))
        every = (*self._parts, *self._base_parts)
        return Loaded(tuple(sound), packs, rules, tuple(dict.fromkeys(order)), every)

    def _pack_problems(self) -> list[Problem]:
        problems = []
        seen: list[tuple[str, Figure]] = [("", figure) for figure in self._base.figures]
        for file in self._packs:
            for index, figure in enumerate(file.spec.figures):
                path = ("figures", index)
                if figure.until is not None and figure.until < figure.from_date:
                    problems.append(file.problem(Finding((*path, "until"), "period_reversed")))
                other = next((name for name, one in seen if one.overlaps(figure)), None)
                if other is not None:
                    params = (("name", figure.key), ("other", other or "—"))
                    finding = Finding((*path, "key"), "overlapping_figures", params)
                    problems.append(file.problem(finding))
                seen.append((file.name, figure))
        return problems

    def _same_names(self) -> list[Problem]:
        problems = []
        for index, file in enumerate(self._procedures):
            for other in self._procedures[:index]:
                spec, former = file.spec, other.spec
                if (spec.code, spec.from_date) == (former.code, former.from_date):
                    params = (("code", spec.code), ("other", other.name))
                    problems.append(file.problem(Finding(("code",), "same_code", params)))
                if spec.code != former.code and spec.number == former.number:
                    params = (("number", spec.number), ("other", other.name))
                    problems.append(file.problem(Finding(("number",), "same_number", params)))
        return problems


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
    told = f"{where}: {problem.message.into(language)}"
    if problem.suggestion is None:
        return told
    return f"{told}{'. ' if language == 'en' else '。'}{problem.suggestion.into(language)}"


def _figure_line(figure: Figure, language: Language) -> str:
    value = figure_words(figure.value, figure.unit).into(language)
    label, source = figure.label.into(language), figure.source.into(language)
    return f"  [{figure.mark}] {figure.key} = {value} ({label}; {source}; {figure.read})"
