"""The true page of a paper, as an image given by the page, and leafing through several pages."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column, reveal, row
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.label import Label


class PageView(QWidget):
    """One page, scaled into the room there is, with a hairline round it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.follow(self.update)

    def set_page(self, image: QImage, words: str) -> None:
        """Show a page; `words` is all that is printed on it, for screen readers."""
        self._image = image
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(288), self.theme.px(408))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("canvas"))
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self.size() * ratio - QSize(4, 4)
        page = QPixmap.fromImage(
            self._image.scaled(
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        page.setDevicePixelRatio(ratio)
        size = page.deviceIndependentSize().toSize()
        left, top = (self.width() - size.width()) // 2, 2
        painter.drawPixmap(left, top, page)
        painter.setPen(self.theme.colour("accent" if self.hasFocus() else "line"))
        painter.drawRect(left - 1, top - 1, size.width() + 1, size.height() + 1)


class Pager(QWidget):
    """Pages of a paper with page number; PgUp and PgDn leaf. `least` is its height at 100 %."""

    def __init__(self, theme: Theme, name: str, least: int = 0) -> None:
        super().__init__()
        self.theme, self._least = theme, least
        self._pages: tuple[tuple[QImage, str], ...] = ()
        self._number = 0
        self.view = PageView(theme)
        self.view.setAccessibleName(name)
        self._count = Label(theme, "", "small", "ink2")
        self._back = Button(theme, "", "PgUp", "small")
        self._next = Button(theme, "", "PgDn", "small")
        self._back.clicked.connect(lambda _checked=False: self._leaf(-1))
        self._next.clicked.connect(lambda _checked=False: self._leaf(1))
        self._bar = row()
        for part in (self._back, self._next):
            self._bar.addWidget(part)
        self._bar.addStretch(1)
        self._bar.addWidget(self._count)
        self._column = column(self)
        self._column.addWidget(self.view, 1)
        self._column.addLayout(self._bar)
        theme.follow(self._restyle)

    def set_pages(self, pages: Sequence[tuple[QImage, str]]) -> None:
        """Show a paper: per page its image and its words."""
        self._pages, self._number = tuple(pages), 0
        self._show()

    def page_number(self) -> int:
        """The page on show, from 1; 0 without pages."""
        return self._number + 1 if self._pages else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._leaf(step)
        else:
            super().keyPressEvent(event)

    def _leaf(self, step: int) -> None:
        if self._pages:
            self._number = min(max(self._number + step, 0), len(self._pages) - 1)
            self._show()

    def _show(self) -> None:
        several = len(self._pages) > 1
        reveal(self._back, several)
        reveal(self._next, several)
        self._count.setText(
            self.tr("第 {page} / {count} 页").format(page=self._number + 1, count=len(self._pages))
            if several
            else ""
        )
        image, words = self._pages[self._number] if self._pages else (QImage(), "")
        self.view.set_page(image, words)

    def _restyle(self) -> None:
        self._back.set_words(self.tr("上一页"))
        self._next.set_words(self.tr("下一页"))
        self.setMinimumHeight(self.theme.px(self._least))
        self._bar.setSpacing(self.theme.px(8))
        self._column.setSpacing(self.theme.px(8))
        self._show()
