"""The text of the repository, as the architecture tests read it.

Owns which files count as product and which as committed. It judges nothing.
"""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEVER_COMMITTED = {".git", ".venv", "build", "dist", "out", "__pycache__"}


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its path from the root, with strokes, and its text."""

    path: str
    text: str

    @property
    def room(self) -> str:
        """`db` of `counter_app/db/tables.py`, `bootstrap` of `counter_app/bootstrap.py`."""
        parts = self.path.removeprefix("counter_app/").split("/")
        return parts[0].removesuffix(".py")

    def tree(self) -> ast.Module:
        """The parsed file."""
        return ast.parse(self.text, self.path)


def modules_under(*places: str) -> Iterator[Module]:
    """The Python files of these files and folders, in order."""
    for place in places:
        start = ROOT / place
        files = [start] if start.is_file() else sorted(start.rglob("*.py"))
        for file in files:
            yield Module(file.relative_to(ROOT).as_posix(), file.read_text("utf-8"))


def product() -> list[Module]:
    """Everything that runs at the counter."""
    return list(modules_under("counter_app", "main.py"))


def committed_files() -> list[Path]:
    """What git keeps; in a tree without git, everything that is not made by a command."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
        )
        return [ROOT / name for name in listed.stdout.split("\0") if (ROOT / name).is_file()]
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.is_file() and not NEVER_COMMITTED & set(path.relative_to(ROOT).parts)
    ]


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method, nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def docstrings(tree: ast.AST) -> set[ast.Constant]:
    """The constants that are documentation: a docstring, or a text standing alone after a name."""
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }
