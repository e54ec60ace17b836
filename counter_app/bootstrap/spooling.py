"""The wiring of paper: fonts, renderer, spool, and pictures of pages for the window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from counter_app.bootstrap.bridge import PAINT_FIRST_MS, Bridge
from counter_app.bootstrap.fallback import pack_pdf
from counter_app.bootstrap.reaching import FetchContent
from counter_app.config import FONTS, Home
from counter_app.db.print_orders import PrintOrders
from counter_app.db.store import SqliteStore
from counter_app.db.worker import StoreWorker
from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import RunState
from counter_app.printing.dot_matrix import DotMatrix
from counter_app.printing.escpos import ThermalRoll
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.preview import PageImage, page_images
from counter_app.printing.printers import (
    FILE,
    CupsPrinter,
    DevicePrinter,
    FolderPrinter,
    Printer,
    Profile,
    stream_printer,
)
from counter_app.printing.rasters import LineRasters
from counter_app.printing.render import PaperRenderer
from counter_app.printing.spool import Job, PdfOf, Spool
from counter_app.printing.text_lines import SheetNeededError
from counter_app.services import papers, printed
from counter_app.services.counter import Acting, Counter
from counter_app.services.handling_results import NoticeWish, OpenCase
from counter_app.services.paper_content import PACK_MEDIA, mark_of, paper_of, papers_of_pack
from counter_app.services.ports import Content, PrintOrder
from counter_app.ui.desk.means import NotHere, PagesDone, PaperPages

FOLDER = "folder"
PREVIEW_DPI = 110


class Papers:
    """Renders contents; the fonts are read once, when first needed."""

    def __init__(self, fonts: Path = FONTS) -> None:
        self.folder = fonts
        self._renderer: PaperRenderer | None = None
        self._making = Lock()

    @property
    def renderer(self) -> PaperRenderer:
        """Made by whoever comes first: the spool, a preview, or the warming up."""
        with self._making:
            if self._renderer is None:
                self._renderer = PaperRenderer(PaperFonts(self.folder))
            return self._renderer

    def render(self, content: Content, mark: str | None) -> bytes:
        """The PDF of a paper's content, with a copy's mark; of a pack, all its papers."""
        if content.media == PACK_MEDIA:
            return pack_pdf(self.renderer, papers_of_pack(content.data))
        paper = paper_of(content.data)
        return self.renderer.render_pdf(paper, content.hash, mark_of(mark) if mark else None)


class Streams:
    """Renders contents as the bytes of a roll or dot-matrix printer."""

    def __init__(self, papers_: Papers, profile: Profile) -> None:
        self._papers, self._profile = papers_, profile

    def render(self, content: Content, mark: str | None) -> bytes:
        """The stream of a paper's content. Raises `SheetNeededError` for what needs a sheet."""
        if content.media == PACK_MEDIA:
            raise SheetNeededError("forms to be filled in by hand are printed on sheets")
        fonts = self._papers.renderer.fonts
        rasters = LineRasters(self._papers.folder, fonts)
        made = (ThermalRoll if self._profile == "thermal" else DotMatrix)(fonts, rasters)
        paper = paper_of(content.data)
        return made.render(paper, content.hash, mark_of(mark) if mark else None)


def printer_of(name: str, home: Home) -> Printer:
    """The printer of a spool name: files in the home, a queue of the system, or one of streams."""
    if name == FOLDER:
        home.papers.mkdir(parents=True, exist_ok=True)
        return FolderPrinter(home.papers)
    stream = stream_printer(name)
    if stream is None:
        return CupsPrinter(name)
    if stream.target.startswith(FILE):
        return DevicePrinter(Path(stream.target.removeprefix(FILE)))
    return CupsPrinter(stream.target, ("raw",))


class Paperwork:
    """The spool of this PC's printer over the store, and how it takes up new orders."""

    def __init__(
        self,
        counter: Counter,
        worker: StoreWorker[SqliteStore],
        home: Home,
        changed: Callable[[Job], None],
    ) -> None:
        self.papers = Papers()
        self._printed = home.papers
        name = counter.terminal.printer
        self.printer = printer_of(name, home)

        def record(order: PrintOrder, state: str, reason: str, pdf: bytes | None) -> Refusal | None:
            return printed.record(counter, order, state, reason, pdf)

        self.orders = PrintOrders(worker, self.papers.render, record)
        stream = stream_printer(name)
        bytes_of: PdfOf = self.orders.pdf_of
        if stream is not None:
            bytes_of = self.orders.copy_by(Streams(self.papers, stream.profile).render)
        self.spool = Spool({name: self.printer}, self.orders, bytes_of, counter.clock, changed)

    def start(self) -> None:
        """Asks about what an earlier run left, then takes orders; what was erased is not among it."""
        self.orders.wipe(self._printed)
        self.spool.start()

    def take_up(self) -> None:
        """Hands new orders to the spool; each is taken once, however often this is called."""
        self.orders.wipe(self._printed)
        for order in self.orders.queued_orders():
            self.spool.submit(order)

    def stop(self, seconds: float = 2.0) -> None:
        """Ends the printers' threads; what was not sent stays in the store."""
        self.spool.stop(seconds)


class PagePictures:
    """See `ui.desk.means.Previews`."""

    def __init__(
        self,
        bridge: Bridge,
        papers_: Papers,
        acting: Callable[[], Acting],
        fetch: FetchContent,
    ) -> None:
        self._bridge, self._papers, self._acting = bridge, papers_, acting
        self._fetch = fetch

    def notice(
        self, receiver: QObject, opened: OpenCase, run: RunState, wish: NoticeWish, done: PagesDone
    ) -> None:
        """The one-time notice as it would be printed now; no pages while a line is undecided."""

        def contents(counter: Counter) -> Sequence[Content]:
            issued = papers.for_notice(counter, self._acting(), opened, run, wish)
            return () if isinstance(issued, Refusal) else issued.contents

        self._bridge.do(receiver, contents, lambda found: self._picture(receiver, found, done))

    def paper(
        self, receiver: QObject, content_hash: str, done: PagesDone, missing: NotHere
    ) -> None:
        """A paper that was issued, by the hash of its content; another window's is fetched."""

        def took(found: Content | Refusal) -> None:
            if isinstance(found, Refusal):
                missing(found)
            else:
                self._picture(receiver, (found,), done)

        def looked(found: Content | None) -> None:
            if found is None:
                self._fetch(receiver, content_hash, took)
            else:
                took(found)

        self._bridge.do(receiver, lambda counter: counter.store.content(content_hash), looked)

    def _picture(self, receiver: QObject, contents: Sequence[Content], done: PagesDone) -> None:
        def render() -> None:
            self._bridge.aside(receiver, lambda: self._pages(contents), done)

        QTimer.singleShot(PAINT_FIRST_MS, receiver, render)

    def _pages(self, contents: Sequence[Content]) -> PaperPages:
        found: list[tuple[QImage, str]] = []
        for content in contents:
            words = paper_of(content.data).verdict.text.zh
            pdf = self._papers.render(content, None)
            found.extend((_image(one), words) for one in page_images(pdf, PREVIEW_DPI))
        return found


def _image(page: PageImage) -> QImage:
    stride = page.width * 3
    return QImage(page.rgb, page.width, page.height, stride, QImage.Format.Format_RGB888).copy()
