"""What no module of the product does: print, read the clock where it pleases, swallow an error."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.sources import Module, product

MAY_PRINT = {"bootstrap", "rehearsal"}
CLOCK_CALLS = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
}
"""The wall clock. `perf_counter` and `monotonic` measure spans and are nobody's date."""
CLOCK_ADAPTERS_AT_MOST = 1
NEVER_READS_THE_CLOCK = {"domain", "forms", "journal", "services", "printing", "vault", "ui"}
BROAD = {"Exception", "BaseException"}


def spelled(node: ast.expr) -> str:
    """`datetime.now` of the expression that says so."""
    if isinstance(node, ast.Attribute):
        return f"{spelled(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def calls(module: Module) -> Iterator[tuple[str, int]]:
    """What a module calls, by its spelling, and where."""
    for node in ast.walk(module.tree()):
        if isinstance(node, ast.Call):
            yield spelled(node.func), node.lineno


def prints(module: Module) -> list[str]:
    """Where a module prints."""
    return [f"{module.path}:{line}" for name, line in calls(module) if name == "print"]


def clock_reads(module: Module) -> list[str]:
    """Where a module reads the wall clock."""
    return [
        f"{module.path}:{line}"
        for name, line in calls(module)
        if name.removeprefix("dt.") in CLOCK_CALLS
    ]


def swallowed(module: Module) -> list[str]:
    """Where a module catches everything and does nothing about it."""
    found = []
    for node in ast.walk(module.tree()):
        if isinstance(node, ast.ExceptHandler) and is_broad(node.type) and does_nothing(node.body):
            found.append(f"{module.path}:{node.lineno}")
        if isinstance(node, ast.Call) and spelled(node.func).endswith("suppress"):
            found += [
                f"{module.path}:{node.lineno}" for argument in node.args if is_broad(argument)
            ]
    return found


def is_broad(caught: ast.expr | None) -> bool:
    """Whether a handler catches whatever comes."""
    if isinstance(caught, ast.Tuple):
        return any(is_broad(item) for item in caught.elts)
    return caught is None or spelled(caught) in BROAD


def does_nothing(body: list[ast.stmt]) -> bool:
    """Whether a handler's body loses the error: nothing at all, or on to the next."""
    return all(
        isinstance(statement, ast.Pass | ast.Continue)
        or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        for statement in body
    )


def test_only_the_command_line_prints() -> None:
    found = [place for m in product() if m.room not in MAY_PRINT for place in prints(m)]
    assert found == []


def test_one_module_reads_the_wall_clock() -> None:
    readers = {module.path: clock_reads(module) for module in product() if clock_reads(module)}
    rooms = {Module(path, "").room for path in readers}
    assert rooms & NEVER_READS_THE_CLOCK == set(), readers
    assert len(readers) <= CLOCK_ADAPTERS_AT_MOST, readers


def test_no_error_is_swallowed() -> None:
    assert [place for module in product() for place in swallowed(module)] == []


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    f()\nexcept Exception:\n    pass\n",
        "try:\n    f()\nexcept:\n    ...\n",
        "for x in y:\n    try:\n        f()\n    except (ValueError, Exception):\n        continue\n",
        "with contextlib.suppress(Exception):\n    f()\n",
    ],
)
def test_a_swallowed_error_is_found(text: str) -> None:
    assert len(swallowed(Module("counter_app/a.py", text))) == 1


def test_a_named_or_told_error_is_not_swallowed() -> None:
    told = "try:\n    f()\nexcept Exception as error:\n    tell(error)\n"
    named = "try:\n    f()\nexcept FileNotFoundError:\n    pass\n"
    assert swallowed(Module("counter_app/a.py", told + named)) == []


def test_prints_and_clock_reads_are_found() -> None:
    module = Module("counter_app/a.py", "print(datetime.now(UTC))\nx = dt.date.today()\n")
    assert prints(module) == ["counter_app/a.py:1"]
    assert sorted(clock_reads(module)) == ["counter_app/a.py:1", "counter_app/a.py:2"]
