"""Budgets of size: what rots is the tail, so the tail is held; and every module says what it owns.

A function's own documentation is not counted against it, and neither are the methods that Qt asks
a class to override. An exception is listed here with its reason, and goes when it is not needed.
"""

import ast
from collections.abc import Iterator

from tests.architecture.sources import Module, functions, modules_under

FUNCTION_LINES = 40
MODULE_LINES = 400
PUBLIC_METHODS = 15

EXCEPTIONS: dict[str, str] = {}
"""`path`, `path:function` or `path:Class` to the reason why it may be longer."""


def measured() -> list[Module]:
    """What the budgets are for: the product and the tools beside it."""
    return list(modules_under("counter_app", "main.py", "make.py"))


def too_large(module: Module) -> Iterator[tuple[str, str]]:
    """What of a module exceeds a budget: its name in the list of exceptions, and the excess."""
    tree = module.tree()
    lines = module.text.count("\n")
    if lines > MODULE_LINES:
        yield module.path, f"{lines} lines, at most {MODULE_LINES}"
    for function in functions(tree):
        if (length := own_lines(function)) > FUNCTION_LINES:
            yield f"{module.path}:{function.name}", f"{length} lines, at most {FUNCTION_LINES}"
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and (count := public_methods(node)) > PUBLIC_METHODS:
            yield f"{module.path}:{node.name}", f"{count} public methods, at most {PUBLIC_METHODS}"


def own_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function from `def` to its end, without its docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None and first.end_lineno:
        lines -= first.end_lineno - first.lineno + 1
    return lines


def public_methods(node: ast.ClassDef) -> int:
    """How many methods a class offers of its own; camel case is Qt's."""
    names = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
    return sum(1 for name in names if not name.startswith("_") and name == name.lower())


def undocumented(module: Module) -> bool:
    """Whether a module does not say what it owns."""
    return not (ast.get_docstring(module.tree()) or "").strip()


def test_everything_is_within_its_budget() -> None:
    found = {name: excess for module in measured() for name, excess in too_large(module)}
    assert {n: e for n, e in found.items() if n not in EXCEPTIONS} == {}
    assert [name for name in EXCEPTIONS if name not in found] == [], "no longer needed"


def test_every_module_says_what_it_owns() -> None:
    everything = modules_under("counter_app", "tests", "main.py", "make.py")
    assert [module.path for module in everything if undocumented(module)] == []


def test_a_long_function_is_found_and_its_documentation_is_free() -> None:
    body = "".join(f"    x = {number}\n" for number in range(FUNCTION_LINES))
    long = Module("counter_app/a.py", f"def f():\n{body}")
    assert dict(too_large(long)) == {"counter_app/a.py:f": "41 lines, at most 40"}
    documented = "".join(f'    """{n}."""\n' if n == 0 else "    x = 1\n" for n in range(40))
    assert dict(too_large(Module("counter_app/a.py", f"def f():\n{documented}"))) == {}


def test_a_long_module_and_a_wide_class_are_found() -> None:
    many = "".join(f"    def m{number}(self): ...\n" for number in range(PUBLIC_METHODS + 1))
    qt = "    def paintEvent(self): ...\n    def _own(self): ...\n"
    wide = Module("counter_app/a.py", f"class C:\n{qt}{many}")
    assert dict(too_large(wide)) == {"counter_app/a.py:C": "16 public methods, at most 15"}
    long = Module("counter_app/a.py", "\n" * (MODULE_LINES + 1))
    assert dict(too_large(long)) == {"counter_app/a.py": "401 lines, at most 400"}
    assert undocumented(long)
