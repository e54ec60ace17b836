"""The words of the window: gathers them, says what is wanting, fills and compiles them.

`python -m tests.ui.words` gathers the words of `counter_app` into `resources/i18n`, compiles
them, and prints what is still without English. With a JSON file of {Chinese: English} as argument it
takes the English from there first. Needs Qt's lupdate and lrelease, which come with PySide6.
"""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "counter_app"
COMMITTED = ROOT / "resources" / "i18n" / "counter_en.ts"
COMPILED = COMMITTED.with_suffix(".qm")


@dataclass(frozen=True, slots=True)
class Wanting:
    """What is not in order with the translation: its kind and the words concerned."""

    code: str
    words: str


def gather(sources: Path, target: Path) -> None:
    """Run Qt's lupdate over all modules under `sources` into `target`, keeping what it holds.

    Raises CalledProcessError when lupdate fails, FileNotFoundError when it is not installed.
    """
    modules = sorted(str(path) for path in sources.rglob("*.py"))
    command = [_tool("pyside6-lupdate"), *modules, "-ts", str(target), "-no-obsolete"]
    command += ["-locations", "none", "-source-language", "zh_CN", "-target-language", "en"]
    subprocess.run(command, check=True, capture_output=True)


def compile_words(source: Path, target: Path) -> None:
    """Run Qt's lrelease. Raises CalledProcessError when it fails."""
    command = [_tool("pyside6-lrelease"), str(source), "-qm", str(target)]
    subprocess.run(command, check=True, capture_output=True)


def messages(file: Path) -> dict[tuple[str, str], str]:
    """English by context and Chinese; unfinished ones are empty."""
    found: dict[tuple[str, str], str] = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            found[name, message.findtext("source") or ""] = _finished(translation)
    return found


def wanting(committed: Path, fresh: Path) -> list[Wanting]:
    """What the committed words lack, hold too much, or have untranslated."""
    have, need = messages(committed), messages(fresh)
    found = [Wanting("missing", words) for _c, words in need.keys() - have.keys()]
    found += [Wanting("left over", words) for _c, words in have.keys() - need.keys()]
    for (_context, words), english in have.items():
        if not english:
            found.append(Wanting("unfinished", words))
        elif _places(words) != _places(english):
            found.append(Wanting("other places", words))
    return sorted(found, key=lambda each: (each.code, each.words))


def _finished(translation: ElementTree.Element | None) -> str:
    if translation is None or translation.get("type") == "unfinished":
        return ""
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return (forms[-1] if all(forms) else "") if forms else (translation.text or "")


def _places(words: str) -> set[str]:
    return set(re.findall(r"\{\w+\}|%n", words))


def fill(file: Path, english: dict[str, str]) -> None:
    """Take the English of these words, wherever they are still unfinished."""
    tree = ElementTree.parse(file)
    for message in tree.getroot().iter("message"):
        words, translation = message.findtext("source") or "", message.find("translation")
        if translation is None or translation.get("type") != "unfinished" or words not in english:
            continue
        del translation.attrib["type"]
        forms = list(translation.iter("numerusform"))
        for form in forms or [translation]:
            form.text = english[words]
    _write(tree, file)


def _write(tree: "ElementTree.ElementTree[ElementTree.Element]", file: Path) -> None:
    body = ElementTree.tostring(tree.getroot(), encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    file.write_text(head + body + "\n", encoding="utf-8")


def _tool(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else name


def main(arguments: list[str]) -> int:
    """Gather, fill from a file if one is named, compile; 1 while anything is wanting."""
    gather(SOURCES, COMMITTED)
    if arguments:
        fill(COMMITTED, json.loads(Path(arguments[0]).read_text(encoding="utf-8")))
        gather(SOURCES, COMMITTED)
    compile_words(COMMITTED, COMPILED)
    left = wanting(COMMITTED, COMMITTED)
    for each in left:
        sys.stdout.write(f"{each.code}: {each.words}\n")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
