"""Where a scan or a reader's paper goes: to the page that has a use for it, or to a sentence.

Owns the routing only. A page is asked; what it makes of it is its own.
"""

import datetime as dt
from collections.abc import Callable

from counter_app.domain.masks import scrub
from counter_app.domain.paper_read import PaperRead
from counter_app.domain.refusal import Refusal
from counter_app.ui.desk.case_page import Parts
from counter_app.ui.desk.core_page import CorePage
from counter_app.ui.desk.documents_page import DocumentsPage
from counter_app.ui.desk.express_page import ExpressPage
from counter_app.ui.desk.pages import DeskPages
from counter_app.ui.desk.paper_reads import ZoneLines
from counter_app.ui.desk.scans import CaseScanned, read_scan
from counter_app.ui.desk.visit_errands import VisitErrands
from counter_app.ui.shell import Frame


class Readings:
    """`refused` says a refusal on the page shown; `of_ours` opens a scanned case or notice."""

    def __init__(self, frame: Frame, parts: Parts, pages: DeskPages, visits: VisitErrands) -> None:
        self._frame, self._parts, self._pages, self._visits = frame, parts, pages, visits
        self._zone = ZoneLines()
        self.refused: Callable[[Refusal], None] = lambda _refusal: None
        self.of_ours: Callable[[CaseScanned], None] = lambda _found: None

    def scanned(self, text: str, today: dt.date) -> None:
        """A paper of ours anywhere, a person or a serial on its page."""
        zone = self._zone.take(text, self._parts.means.now(), today)
        if not isinstance(zone, bool):
            self.paper_read(zone)
            return
        if zone:
            return
        page, found = self._frame.page(), read_scan(text)
        if isinstance(found, CaseScanned):
            self.of_ours(found)
        elif isinstance(found, Refusal):
            self.refused(found)
        elif isinstance(page, CorePage | ExpressPage):
            page.scanned(text)
        elif page is self._pages.reception:
            self._visits.scanned(text)
        else:
            self.refused(Refusal("scan_unknown", {"shown": scrub(text)}))

    def paper_read(self, read: PaperRead | Refusal) -> None:
        """A reader gave an identity paper, or could not."""
        page = self._frame.page()
        if isinstance(read, Refusal):
            self.refused(read)
        elif page is self._pages.reception and self._parts.sitting.is_open:
            self._visits.paper_read(read)
        elif isinstance(page, DocumentsPage | ExpressPage):
            page.paper_read(read)
        else:
            self.refused(Refusal("paper_read_elsewhere"))
