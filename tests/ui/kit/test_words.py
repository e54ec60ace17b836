"""The committed English is complete and fresh."""

import ast
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from counter_app.ui.keys import Key, meaning
from counter_app.ui.language import WindowLanguage
from counter_app.ui.words.marks import led, listed, one_by_one, quoted
from tests.architecture.sources import modules_under
from tests.ui.words import COMMITTED, COMPILED, SOURCES, compile_words, fill, gather, wanting


def test_every_word_of_the_window_stands_in_english(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    gather(SOURCES, fresh)
    assert wanting(COMMITTED, fresh) == []


def test_the_compiled_words_are_those_of_the_source(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    compile_words(COMMITTED, fresh)
    assert fresh.read_bytes() == COMPILED.read_bytes()


def test_a_new_word_and_one_without_english_are_told(tmp_path: Path) -> None:
    module = tmp_path / "words.py"
    old, new = tmp_path / "old.ts", tmp_path / "new.ts"
    module.write_text("class A:\n    def f(self):\n        self.tr('甲'); self.tr('乙 {n}')\n")
    gather(tmp_path, old)
    fill(old, {"甲": "one", "乙 {n}": "two"})
    assert [(each.code, each.words) for each in wanting(old, old)] == [("other places", "乙 {n}")]
    module.write_text("class A:\n    def f(self):\n        self.tr('甲'); self.tr('丙')\n")
    gather(tmp_path, new)
    assert [(each.code, each.words) for each in wanting(old, new)] == [
        ("left over", "乙 {n}"),
        ("missing", "丙"),
        ("other places", "乙 {n}"),
    ]
    assert [each.code for each in wanting(new, new)] == ["unfinished", "unfinished"]


def hidden(tree: ast.AST) -> list[int]:
    """The lines on which words stand in an f-string: there lupdate does not see them."""
    within = (
        part
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
    )
    calls = (part.func for part in within if isinstance(part, ast.Call))
    return [
        one.lineno
        for one in calls
        if getattr(one, "attr", getattr(one, "id", "")) in ("tr", "translate")
    ]


def test_no_words_stand_where_they_are_not_gathered() -> None:
    assert hidden(ast.parse("f'{a} {self.tr(b)}'")) == [1]
    found = {module.path: hidden(module.tree()) for module in modules_under("counter_app")}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_marks_between_words_are_those_of_the_language(language: WindowLanguage) -> None:
    told = (listed("甲乙"), one_by_one("甲乙"), led("甲", "乙"), quoted("甲"))
    assert told == ("甲、乙", "甲；乙", "甲：乙", "“甲”")
    language.choose("en")
    told = (listed("ab"), one_by_one("ab"), led("a", "b"), quoted("a"))
    assert told == ("a, b", "a; b", "a: b", '"a"')
    language.choose("zh")


def test_switching_changes_our_words_and_qt_s_own(language: WindowLanguage) -> None:
    assert meaning(Key.PARK) == "挂起"
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") != "&Copy"
    assert language.choose("en")
    assert meaning(Key.PARK) == "Park"
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Copy"
    language.choose("zh")
    assert meaning(Key.PARK) == "挂起"


def test_words_that_cannot_be_loaded_leave_chinese(
    tmp_path: Path, language: WindowLanguage
) -> None:
    other = WindowLanguage(tmp_path)
    assert not other.choose("en")
    assert other.language == "zh"
    assert meaning(Key.PARK) == "挂起"
