"""All pages of one desk, and that none of them outlives it or is a window of its own.

Owns making and removing them. Which one is on show is the desk's.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from counter_app.forms.run_state import StepId
from counter_app.ui.desk.care_page import CarePage
from counter_app.ui.desk.case_at_desk import CaseAtDesk
from counter_app.ui.desk.case_page import CasePage, Parts
from counter_app.ui.desk.completion_page import CompletionPage
from counter_app.ui.desk.core_page import CorePage
from counter_app.ui.desk.details_page import DetailsPage
from counter_app.ui.desk.documents_page import DocumentsPage
from counter_app.ui.desk.done_page import DonePage
from counter_app.ui.desk.express_page import ExpressPage
from counter_app.ui.desk.home_page import HomePage
from counter_app.ui.desk.list_change_page import ListChangePage
from counter_app.ui.desk.list_words import not_honoured
from counter_app.ui.desk.need_page import NeedPage
from counter_app.ui.desk.notice_page import NoticePage
from counter_app.ui.desk.read_back_page import ReadBackPage
from counter_app.ui.desk.reception_page import ReceptionPage
from counter_app.ui.shell import Frame


@dataclass(frozen=True, slots=True)
class DeskPages:
    """The pages, and each step's."""

    home: HomePage
    reception: ReceptionPage
    need: NeedPage
    notice: NoticePage
    care: CarePage
    done: DonePage
    core: CorePage
    express: ExpressPage
    lists: ListChangePage
    steps: Mapping[StepId, CasePage]

    def all_steps(self) -> list[CasePage]:
        """The pages of a visit; the home page is none."""
        own = (self.notice, self.care, self.done, self.express, self.lists)
        return [*own, *self.steps.values()]

    def serving(self, case: CaseAtDesk) -> CasePage:
        """Where the case at the desk is worked on: on one screen, or at its step.

        A notice that does not count any more is seen to before anything else.
        """
        opened, run, _runner = case.at_hand()
        if not_honoured(opened) is not None:
            return self.lists
        at_once = case.way.chosen() and case.way.fits()
        return self.express if at_once else self.steps[run.step]

    def widgets(self, parts: Parts) -> list[QWidget]:
        """All pages and sections of the right pane, on show or not."""
        own = [section for page in self.all_steps() for section in page.own_sections()]
        return [self.home, *self.all_steps(), *parts.aside.widgets(), *own]

    def remove(self, frame: Frame, parts: Parts) -> None:
        """Take everything out of the window and let it be deleted."""
        frame.body.context.show_sections(())
        for page in (self.home, *self.all_steps()):
            for part in (page.head, page.rail):
                if part is not None:
                    part.set_aside(None)
            frame.body.pages.removeWidget(page)
        for widget in self.widgets(parts):
            widget.hide()
            widget.deleteLater()


def make_pages(frame: Frame, parts: Parts) -> DeskPages:
    """All pages, none on show yet."""
    reception, need, core = ReceptionPage(parts), NeedPage(parts), CorePage(parts)
    pages = DeskPages(
        HomePage(parts.means, parts.wishes),
        reception,
        need,
        NoticePage(parts),
        CarePage(parts),
        DonePage(parts),
        core,
        ExpressPage(parts),
        ListChangePage(parts),
        {
            StepId.RECEPTION: reception,
            StepId.NEED: need,
            StepId.DOCUMENTS: DocumentsPage(parts),
            StepId.DETAILS: DetailsPage(parts),
            StepId.READ_BACK: ReadBackPage(parts),
            StepId.CORE: core,
            StepId.COMPLETION: CompletionPage(parts),
        },
    )
    for widget in pages.widgets(parts):
        # What is not on show yet has a parent too: without one it would be a window of its own.
        widget.setParent(frame.body)
        widget.hide()
    return pages
