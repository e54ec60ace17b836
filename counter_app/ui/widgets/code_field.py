"""Fields for codes: identity and phone numbers, tickets, serials.

Refuses the input method, so that a reader arrives whole; sets full-width signs and a lower-case
x right; draws groups without storing spaces; hides the middle of the number once it is left.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
)

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.field_box import FieldBox

IDENTITY_GROUPS = (6, 8, 4)
PHONE_GROUPS = (3, 4, 4)
_FULL_WIDTH = range(0xFF01, 0xFF5F)


def plain_code(text: str) -> str:
    """`text` in half-width capitals without spaces: what a reader would have sent."""
    half = (chr(ord(c) - 0xFEE0) if ord(c) in _FULL_WIDTH else c for c in text)
    return "".join("".join(half).split()).upper()


class CodeField(FieldBox):
    """A code of at most `length` signs; `length` 0 means any. `mask` makes it safe to show."""

    def __init__(
        self,
        theme: Theme,
        length: int = 0,
        groups: tuple[int, ...] = (),
        mask: Callable[[str], str] | None = None,
        placeholder: str = "",
    ) -> None:
        super().__init__(theme, placeholder)
        self._length, self._groups, self._mask = length, groups, mask
        self._code = ""
        self._masked = False
        self.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)
        self.textChanged.connect(self._text_changed)

    def value(self) -> str:
        """The code itself, never masked."""
        return self._code

    def set_value(self, value: str) -> None:
        self._code = plain_code(value)
        self._masked = False
        self._show(self._code)
        if not self.hasFocus():
            self._hide_middle()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # type: ignore[override]
        """No input method here: it eats Latin letters and reorders a reader's digits."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._masked:
            self._masked = False
            self._show(self._code)
        super().focusInEvent(event)
        self._dress()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._hide_middle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        copies = event.matches(QKeySequence.StandardKey.Copy)
        if self._mask is not None and (copies or event.matches(QKeySequence.StandardKey.Cut)):
            QGuiApplication.clipboard().setText(self._mask(self._code))
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """None: its Copy would carry the number in full."""
        if self._mask is None:
            super().contextMenuEvent(event)

    def _pass_on(self, text: str) -> None:
        """Qt says that a text was edited before it says that it changed: take it first."""
        self._text_changed(text)
        super()._pass_on(text)

    def _hide_middle(self) -> None:
        if self._mask is not None and self._code:
            self._masked = True
            self._show(self._mask(self._code))
        else:
            self._dress()

    def _show(self, text: str) -> None:
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)
        self._dress()

    def _text_changed(self, text: str) -> None:
        code = plain_code(text)
        if self._length:
            code = code[: self._length]
        self._code = code
        if code != text:
            caret = len(plain_code(text[: self.cursorPosition()]))
            self._show(code)
            self.setCursorPosition(min(caret, len(code)))
        self._dress()

    def _dress(self) -> None:
        """Draw the counter and the gaps between groups; the text has no spaces in it."""
        count = len(self._code)
        if self._length:
            counts = count and (self.hasFocus() or count < self._length)
            self.set_aside(f"{count} / {self._length}" if counts else "")
        if self._groups:
            QCoreApplication.sendEvent(self, QInputMethodEvent("", self._gaps()))

    def _gaps(self) -> list[QInputMethodEvent.Attribute]:
        gap = QTextCharFormat()
        gap.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        gap.setFontLetterSpacing(self.theme.px(6))
        attributes: list[QInputMethodEvent.Attribute] = []
        if self._masked:
            return attributes
        end = 0
        for size in self._groups[:-1]:
            end += size
            if end >= len(self.text()):
                break
            start = end - 1 - self.cursorPosition()
            attributes.append(
                QInputMethodEvent.Attribute(
                    QInputMethodEvent.AttributeType.TextFormat, start, 1, gap
                )
            )
        return attributes
