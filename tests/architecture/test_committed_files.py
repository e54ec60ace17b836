"""What no committed file holds: where packages come from, and where somebody's checkout lies."""

import re

import pytest

from tests.architecture.sources import ROOT, committed_files

FORBIDDEN = {
    "the address of a package index": re.compile(
        r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs|crates|proxy\.golang|conda|jfrog|pkg\.dev)\b"
        r"|https?://\S+/simple\b",
        re.IGNORECASE,
    ),
    "an index chosen for the reader": re.compile(
        r"(?:^|\s)--(?:extra-)?index-url[ =]|(?:^|\s)-i +https?:|PIP_(?:EXTRA_)?INDEX_URL"
        r"|^\s*(?:extra-)?index-url *=",
        re.MULTILINE,
    ),
    "a path of one machine": re.compile(
        r"(?<![\w.}])/(?:work|root|home/\w+|Users/\w+)/|[A-Z]:\\Users\\|\.\./shared\b"
    ),
}
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
PIN = re.compile(r"^[\w.-]+==\S+", re.MULTILINE)


def findings(text: str) -> list[str]:
    """What of the forbidden a text holds."""
    return [f"{what}: {m.group()!r}" for what, p in FORBIDDEN.items() for m in p.finditer(text)]


def readable() -> dict[str, str]:
    """The committed files that are text, by path."""
    texts = {}
    for path in committed_files():
        content = path.read_bytes()
        if (
            b"\0" not in content[:8000]
            and path != ROOT / "tests/architecture/test_committed_files.py"
        ):
            texts[path.relative_to(ROOT).as_posix()] = content.decode("utf-8")
    return texts


def test_no_committed_file_names_a_registry_or_a_machine() -> None:
    found = {path: findings(text) for path, text in readable().items() if findings(text)}
    assert found == {}


def test_no_lock_of_another_tool_is_committed() -> None:
    names = {path.name for path in committed_files()}
    assert names & {"uv.lock", "poetry.lock", "Pipfile.lock", "pdm.lock", ".env"} == set()


def test_every_line_of_the_lock_has_hashes() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    entries = PIN.split(text)[1:]
    assert len(entries) == len(PIN.findall(text)) > 0
    assert all(HASH.search(entry) for entry in entries)
    outside = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert [line for line in outside if not PIN.match(line)] == []


@pytest.mark.parametrize(
    "text",
    [
        "see https://pypi.org/project/x",
        "https://files.pythonhosted.org/packages/x",
        "pip install --index-url http://mirror/simple x",
        "open('/work/main/x')",
        "/home/teller/x",
        "export PIP_INDEX_URL=x",
    ],
)
def test_a_planted_address_is_found(text: str) -> None:
    assert findings(text)


def test_ordinary_addresses_and_paths_are_allowed() -> None:
    assert findings("https://www.gov.cn/x  GET /case/x  ~/PDF  /usr/bin/lp  app/root/x") == []
