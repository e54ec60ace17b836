"""What the pages of the desk are given from outside. Owns no behaviour."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import RunState
from counter_app.i18n import Language, Text
from counter_app.services.counter import Acting
from counter_app.services.handling_results import NoticeWish, OpenCase
from counter_app.services.printed import Spooler
from counter_app.ui.theme import Theme
from counter_app.ui.work import AskBranch, Work

PaperPages = Sequence[tuple[QImage, str]]
"""Per page its picture and all its words, for screen readers."""

PagesDone = Callable[[PaperPages], None]

NotHere = Callable[[Refusal], None]


class Previews(Protocol):
    """Pages of papers as pictures, made off the UI thread; `done` only while its receiver lives."""

    def notice(
        self, receiver: QObject, opened: OpenCase, run: RunState, wish: NoticeWish, done: PagesDone
    ) -> None:
        """The one-time notice as it would be printed now."""
        ...

    def paper(
        self, receiver: QObject, content_hash: str, done: PagesDone, missing: NotHere
    ) -> None:
        """A paper that was issued, by the hash of its content.

        Another window's is fetched from the branch; `missing` says why it cannot be shown.
        """
        ...


@dataclass(frozen=True, slots=True)
class Means:
    """The ground of the desk's pages: look, work, who acts, language, clock, previews, spool."""

    theme: Theme
    work: Work
    acting: Acting
    terminal: str
    language: Callable[[], Language]
    now: Callable[[], dt.datetime]
    previews: Previews | None = None
    initials: Callable[[str], str] = str
    spooler: Spooler | None = None
    send_to_core: bool = True
    serial_pattern: str = ""
    reach: AskBranch | None = None

    def say(self, text: Text) -> str:
        """A procedure's text in the language of the window."""
        return text.into(self.language())
