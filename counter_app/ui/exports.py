"""Where pages send what leaves the program as a file. Owns the Protocol only; `bootstrap` gives it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import QObject

from counter_app.domain.refusal import Refusal
from counter_app.i18n import Language
from counter_app.services.day_sheet import DaySheet

FileKind = Literal["xlsx", "pdf"]


@dataclass(frozen=True, slots=True)
class FileWish:
    """In which form a file leaves, in which language, and into which folder."""

    kind: FileKind
    language: Language
    folder: str


class Exports(Protocol):
    """Writes files off the UI thread, each recorded before it is written."""

    @property
    def folder(self) -> str:
        """Where files go unless somebody says otherwise."""
        ...

    def day_sheet(
        self,
        receiver: QObject,
        sheet: DaySheet,
        wish: FileWish,
        done: Callable[[str | Refusal], None],
    ) -> None:
        """The day's sheet as a workbook or a paper; `done` gets the file's path, or why not."""
        ...
