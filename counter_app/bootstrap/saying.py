"""What commands say: in Chinese and in English, and with which exit code."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from counter_app.config import RESOURCES
from counter_app.domain.refusal import Refusal
from counter_app.i18n import Language
from counter_app.ui.language import WindowLanguage
from counter_app.ui.words.sentences import refusal_sentence

DONE, WRONG, CANNOT = 0, 1, 2


def refused(refusal: Refusal) -> int:
    """Says why not, in both languages."""
    return cannot(" ".join(in_both(lambda language: refusal_sentence(refusal, language))))


def cannot(sentence: str) -> int:
    """Says a sentence where errors go."""
    print(sentence, file=sys.stderr)
    return CANNOT


def in_both(say: Callable[[Language], str]) -> tuple[str, str]:
    """Words of the window in Chinese and in English. Leaves no application object behind."""
    made = QCoreApplication([]) if QCoreApplication.instance() is None else None
    try:
        words = WindowLanguage(RESOURCES / "i18n")
        chinese = say("zh")
        words.choose("en")
        english = say("en")
        words.choose("zh")
        return chinese, english
    finally:
        if made is not None:
            made.shutdown()  # Qt's binding holds it, so forgetting it would not end it
