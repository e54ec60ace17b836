"""Every widget in every state: complete, readable and reachable in each look, size and language."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from counter_app.i18n import Language
from counter_app.ui.language import WindowLanguage
from counter_app.ui.theme import Look, Theme
from counter_app.ui.widgets.gallery import Gallery
from tests.ui.audit import audit
from tests.ui.kit.conftest import Show

Way = tuple[Look, int, Language]

WAYS: list[Way] = [
    (look, scale, spoken)
    for look in ("light", "dark", "contrast")
    for scale in (100, 115, 130, 150)
    for spoken in ("zh", "en")
]


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_nothing_is_nameless_cut_or_pale(
    theme: Theme, language: WindowLanguage, show: Show, way: Way
) -> None:
    look, scale, spoken = way
    language.choose(spoken)
    theme.choose(look, scale)
    gallery = Gallery(theme)
    gallery.resize(1366, 768)
    show(gallery)
    gallery.resize(QSize(gallery.width(), gallery.inner.sizeHint().height()))
    assert audit(gallery) == []


def test_language_changes_every_word_at_run_time(
    theme: Theme, language: WindowLanguage, show: Show
) -> None:
    gallery = Gallery(theme)
    show(gallery)
    assert "错误摘要" in _words(gallery)
    language.choose("en")
    words = _words(gallery)
    assert "Error summary" in words
    chinese = [each for each in words.splitlines() if any("一" <= c <= "鿿" for c in each)]
    assert chinese == []


def _words(gallery: Gallery) -> str:
    QApplication.processEvents()
    labels = [label.text() for label in gallery.findChildren(QLabel)]
    buttons = [button.text() for button in gallery.findChildren(QAbstractButton)]
    return "\n".join([*labels, *buttons])
