"""Where pages send what leaves the program as a file. Owns the Protocol only; `bootstrap` gives it."""

from collections.abc import Callable
from typing import Literal, Protocol

from PySide6.QtCore import QObject

from counter_app.domain.refusal import Refusal
from counter_app.i18n import Language
from counter_app.services.day_sheet import DaySheet

FileKind = Literal["xlsx", "pdf"]


class Exports(Protocol):
    """Writes files into the home's folder for exports, off the UI thread."""

    def day_sheet(
        self,
        receiver: QObject,
        sheet: DaySheet,
        kind: FileKind,
        language: Language,
        done: Callable[[str | Refusal], None],
    ) -> None:
        """The day's sheet as a workbook or a paper; `done` gets the file's path, or why not."""
        ...
