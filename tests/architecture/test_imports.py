"""Imports point one way, and a library is used in the room that answers for it."""

import subprocess
import sys

import grimp
import pytest

from tests.architecture.sources import ROOT

ONLY_IN = {
    "PySide6": {"ui", "devices", "bootstrap", "rehearsal"},
    "shiboken6": {"ui", "bootstrap", "rehearsal"},
    "sqlalchemy": {"db"},
    "sqlcipher3": {"db"},
    "sqlite3": {"db"},
    "psycopg": {"db", "rehearsal"},
    "reportlab": {"printing"},
    "xlsxwriter": {"exchange"},
    "cryptography": {"vault"},
    "argon2": {"vault"},
}
DOMAIN_MAY_USE = {"stdnum"}
"""Check digits; else the domain is the standard library's."""


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """Who imports whom, with the libraries."""
    return grimp.build_graph("counter_app", include_external_packages=True, cache_dir=None)


def room_of(module: str) -> str:
    """`db` of `counter_app.db.tables`."""
    return module.split(".")[1] if "." in module else ""


def test_the_contracts_of_the_rooms_hold() -> None:
    script = (
        "import sys; from importlinter.cli import lint_imports;"
        "sys.exit(lint_imports(no_cache=True, no_logo=True))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 kept, 0 broken" in done.stdout


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_stays_in_its_room(graph: grimp.ImportGraph, library: str) -> None:
    importers = (
        graph.find_modules_that_directly_import(library) if library in graph.modules else set()
    )
    strangers = {module for module in importers if room_of(module) not in ONLY_IN[library]}
    assert strangers == set()


def test_the_domain_uses_the_standard_library_alone(graph: grimp.ImportGraph) -> None:
    used = {
        imported
        for module in graph.find_descendants("counter_app.domain") | {"counter_app.domain"}
        for imported in graph.find_modules_directly_imported_by(module)
        if not imported.startswith("counter_app")
    }
    assert used - set(sys.stdlib_module_names) - DOMAIN_MAY_USE == set()


def test_no_room_is_empty_of_meaning(graph: grimp.ImportGraph) -> None:
    assert "counter_app.domain" in graph.modules
    assert len(graph.modules) > len(ONLY_IN)
