"""The words of procedure files: rows of what waits, sentences of what is wrong. No behaviour."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from counter_app.forms.loading import Loaded
from counter_app.forms.problems import Problem
from counter_app.i18n import Language, Text
from counter_app.services.publishing import Waiting
from counter_app.ui.widgets.queue_list import State
from counter_app.ui.widgets.table import Column, GroupRow, TableRow

translate = QCoreApplication.translate


def columns() -> tuple[Column, ...]:
    """The headings of the list."""
    return (
        Column(translate("content", "业务或文件"), 320),
        Column(translate("content", "版本"), 120),
        Column(translate("content", "说明")),
    )


def names_of(loaded: Loaded) -> Mapping[str, Text]:
    """What each procedure and rule pack is called, by the name of its version."""
    procedures = {f"procedure/{one.code}": one.title for one in loaded.procedures}
    return procedures | {f"rules/{one.pack}": one.title for one in loaded.packs}


def content_rows(
    waits: Sequence[Waiting],
    problems: Sequence[Problem],
    names: Mapping[str, Text],
    language: Language,
) -> list[TableRow | GroupRow]:
    """First what is wrong, then what waits."""
    rows: list[TableRow | GroupRow] = []
    if problems:
        rows.append(GroupRow(translate("content", "读不懂的文件")))
    for number, one in enumerate(problems):
        state = State(one.told.into(language), "circle-x", "bad")
        rows.append(TableRow(f"problem/{number}", (place_words(one), "", state)))
    if waits:
        rows.append(GroupRow(translate("content", "等待启用")))
    for wait in waits:
        name = wait.version.name
        words = names[name].into(language) if name in names else name
        rows.append(TableRow(name, (words, wait.version.edition, _change(wait))))
    return rows


def problem_sentence(problems: Sequence[Problem], language: Language) -> str:
    """One sentence: where, what, and that the rest goes on; empty without problems."""
    if not problems:
        return ""
    words = translate("content", "{place}：{what}。其余规程照常")
    if len(problems) > 1:
        words = translate("content", "{place}：{what}。共 {count} 处，其余规程照常")
    first = problems[0]
    return words.format(
        place=place_words(first), what=first.message.into(language), count=len(problems)
    )


def place_words(problem: Problem) -> str:
    """`104-deyy.yaml 第 3 行`"""
    return translate("content", "{file} 第 {line} 行").format(file=problem.file, line=problem.line)


def _change(wait: Waiting) -> str:
    if wait.instead_of is None:
        return translate("content", "新的")
    return translate("content", "代替 {edition}").format(edition=wait.instead_of)
