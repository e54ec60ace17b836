"""Where things lie: the shipped resources, and the folders of a home.

Owns paths only; reads and writes nothing.
"""

from dataclasses import dataclass
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
"""Procedures, rules, texts, fonts, icons, themes, translations, calendars: data, no code."""

CALENDARS = RESOURCES / "calendars"
FONTS = RESOURCES / "fonts"

STORE_CONTENT = ("procedures", "rules")
"""The folders of resources that are published into a branch when it is founded."""


@dataclass(frozen=True, slots=True)
class Home:
    """The folders of one installation. One home per machine, not per user of the system."""

    folder: Path

    @property
    def settings(self) -> Path:
        """Settings of this PC: terminal, printer, window, language."""
        return self.folder / "settings.json"

    @property
    def papers(self) -> Path:
        """Where the folder printer puts its PDFs."""
        return self.folder / "papers"

    @property
    def copies(self) -> Path:
        """The daily copies of the store."""
        return self.folder / "copies"

    @property
    def damaged(self) -> Path:
        """Damaged stores that were set aside, each in a folder of its own."""
        return self.folder / "damaged"

    @property
    def suspect(self) -> Path:
        """Stands there while the store is doubted: it is verified whole before it opens."""
        return self.folder / "suspect"

    @property
    def log(self) -> Path:
        """The program's own log."""
        return self.folder / "log" / "terminal.log"
