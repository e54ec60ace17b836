"""Commands on a home and on a bank's files that need no window."""

import sys
from pathlib import Path

from counter_app.config import RESOURCES, STORE_CONTENT
from counter_app.forms.loading import Loaded, check_directory, load_directory, report_lines
from counter_app.forms.rules import RuleBook
from counter_app.i18n import Language


def check_procedures(folder: Path, language: Language) -> int:
    """Checks a bank's own files against the shipped figures; 1 when something is to be mended."""
    if not folder.is_dir():
        print(f"{folder}: 没有这个文件夹 / no such folder", file=sys.stderr)
        return 2
    report = check_directory(folder, figures_beneath(folder))
    for line in report_lines(report, language):
        print(line)
    return 0 if report.clean else 1


def figures_beneath(folder: Path) -> RuleBook:
    """The shipped figures that a bank's files build on: those of packs they do not replace."""
    own = {pack.pack for pack in load_directory(folder).packs}
    shipped = load_directory(RESOURCES / STORE_CONTENT[1]).packs
    return RuleBook.of(pack for pack in shipped if pack.pack not in own)


def shipped_content() -> Loaded:
    """The procedures and rules that come with the program."""
    rules = load_directory(RESOURCES / STORE_CONTENT[1])
    procedures = load_directory(RESOURCES / STORE_CONTENT[0], rules.rules)
    problems = rules.problems + procedures.problems
    return Loaded(procedures.procedures, rules.packs, rules.rules, problems)
