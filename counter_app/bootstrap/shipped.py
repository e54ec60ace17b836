"""The procedures and figures that come with the program, as loaded files."""

from pathlib import Path

from counter_app.config import RESOURCES, STORE_CONTENT
from counter_app.forms.loading import Loaded, load_directory
from counter_app.forms.rules import RuleBook


def shipped_content() -> Loaded:
    """The procedures and rules that come with the program."""
    procedures, packs = (RESOURCES / name for name in STORE_CONTENT)
    rules = load_directory(packs)
    loaded = load_directory(procedures, rules.rules)
    problems = rules.problems + loaded.problems
    return Loaded(loaded.procedures, rules.packs, rules.rules, problems)


def figures_beneath(folder: Path) -> RuleBook:
    """The shipped figures that a bank's files build on: those of packs they do not replace."""
    own = {pack.pack for pack in load_directory(folder).packs}
    shipped = load_directory(RESOURCES / STORE_CONTENT[1]).packs
    return RuleBook.of(pack for pack in shipped if pack.pack not in own)
