"""What is a mistake, and what only follows from one: each mistake is told once.

Owns the leaving out of consequences: a field whose id is wrong is missing everywhere it is named, a
figure of a pack that cannot be read is missing in every procedure. Finds nothing itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from counter_app.forms.problems import Problem
from counter_app.forms.shape import Finding

REFERENCES = frozenset(
    {
        "unknown_source",
        "unknown_name",
        "unknown_fact",
        "unknown_figure",
        "unknown_option",
        "unknown_field",
        "unknown_base",
        "figure_not_in_force",
        "not_there",
    }
)
"""A name that leads nowhere: one wrong name may be used in many places."""

_IDS = frozenset({"id_twice", "id_reserved"})
_FIGURE = "rule."


@dataclass
class Lost:
    """What other files would have held, had they been sound."""

    every_figure: bool = False
    figures: set[str] = field(default_factory=set)
    parts: bool = False

    def holds(self, finding: Finding) -> bool:
        """Whether the finding only says that something lost is missing."""
        if finding.code == "unknown_part":
            return self.parts
        name = about(finding) or ""
        figure = name.removeprefix(_FIGURE)
        return name.startswith(_FIGURE) and (self.every_figure or figure in self.figures)


def about(finding: Finding) -> str | None:
    """The name that leads nowhere; None where a finding is of another kind."""
    return dict(finding.params).get("name") if finding.code in REFERENCES else None


def mistakes(findings: Sequence[Finding], lost: Lost) -> list[Finding]:
    """The findings of one file without those that follow from another or from what is lost."""
    ids_wrong = any(one.code in _IDS for one in findings)
    without_answers = {
        dict(one.params)["name"] for one in findings if one.code == "choice_without_options"
    }
    return [
        one
        for one in findings
        if not lost.holds(one)
        and not (ids_wrong and _names_an_own_id(one))
        and not (one.code == "unknown_option" and about(one) in without_answers)
    ]


def _names_an_own_id(finding: Finding) -> bool:
    name = about(finding)
    own = name is not None and not name.startswith(_FIGURE)
    return own and finding.code != "unknown_source"


def each_name_once(told: Iterable[tuple[Finding, Problem]]) -> list[Problem]:
    """The problems of one file; a name that leads nowhere at its first place, with the count."""
    first: dict[str, Problem] = {}
    others: list[Problem] = []
    for finding, problem in sorted(told, key=lambda one: (one[1].line, one[1].column)):
        name = about(finding)
        if name is None:
            others.append(problem)
        elif name in first:
            first[name] = replace(first[name], more=first[name].more + 1)
        else:
            first[name] = problem
    return [*others, *first.values()]
