"""The procedures and figures that come with the program, as loaded files."""

from dataclasses import replace
from pathlib import Path

from counter_app.config import RESOURCES, STORE_CONTENT
from counter_app.forms.compiled import figures_used
from counter_app.forms.loading import (
    CheckReport,
    Loaded,
    Neighbours,
    check_directory,
    load_directory,
    packs_in,
)
from counter_app.forms.rules import RuleBook


def shipped_content(resources: Path = RESOURCES) -> Loaded:
    """The procedures and rules that come with the program; a file that is wrong keeps out no other."""
    procedures, packs = (resources / name for name in STORE_CONTENT)
    rules = load_directory(packs)
    loaded = load_directory(procedures, rules.rules)
    return replace(loaded, packs=rules.packs, problems=rules.problems + loaded.problems)


def load_bank_files(folder: Path) -> Loaded:
    """A bank's own files, on the shipped figures and parts they build on."""
    shipped = shipped_content()
    beneath = _figures_beneath(folder, shipped)
    return load_directory(folder, beneath, shipped.parts, _neighbours(shipped))


def check_bank_files(folder: Path) -> CheckReport:
    """What is wrong with a bank's own files."""
    shipped = shipped_content()
    beneath = _figures_beneath(folder, shipped)
    return check_directory(folder, beneath, shipped.parts, _neighbours(shipped))


def _figures_beneath(folder: Path, shipped: Loaded) -> RuleBook:
    """The shipped figures of packs that the bank's files do not replace."""
    own = packs_in(folder)
    return RuleBook.of(pack for pack in shipped.packs if pack.pack not in own)


def _neighbours(shipped: Loaded) -> Neighbours:
    """The shipped services that stand beside the bank's own, and the figures they use."""
    used = frozenset(key for spec in shipped.procedures for key in figures_used(spec))
    return Neighbours(
        numbers={spec.number: spec.code for spec in shipped.procedures},
        needed={
            pack.pack: used & {figure.key for figure in pack.figures} for pack in shipped.packs
        },
    )
