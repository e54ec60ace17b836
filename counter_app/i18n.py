"""The two languages of the product, and a text that exists in both.

Owns no translations: words of the window live in Qt Linguist files, words of procedures and
papers in `resources/`. Everything above may import this module; it imports nothing of ours.
"""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]

LANGUAGES: tuple[Language, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in Chinese, which governs, and in English."""

    zh: str
    en: str

    def into(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.en if language == "en" else self.zh


def same(words: str) -> Text:
    """A text that reads alike in both languages: a number, a code, a customer's own name."""
    return Text(words, words)
