"""The committed English is complete and fresh."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from counter_app.ui.keys import Key, meaning
from counter_app.ui.language import WindowLanguage
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


def test_switching_changes_our_words_and_qt_s_own(language: WindowLanguage) -> None:
    assert meaning(Key.SUSPEND) == "挂起"
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") != "&Copy"
    assert language.choose("en")
    assert meaning(Key.SUSPEND) == "Suspend"
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Copy"
    language.choose("zh")
    assert meaning(Key.SUSPEND) == "挂起"


def test_words_that_cannot_be_loaded_leave_chinese(
    tmp_path: Path, language: WindowLanguage
) -> None:
    other = WindowLanguage(tmp_path)
    assert not other.choose("en")
    assert other.language == "zh"
    assert meaning(Key.SUSPEND) == "挂起"
