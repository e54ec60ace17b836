"""What stands only on the paper: its last four signs, typed at its line; nothing stays for the next."""

from counter_app.ui.desk.documents_page import DocumentsPage
from counter_app.ui.desk.paper_boxes import PaperBoxes
from tests.ui.desk.fakes import Counterside, press, type_keys
from tests.ui.desk.playing import Key, receive


def to_papers_of_a_replacement(here: Counterside) -> DocumentsPage:
    """A worn card to be replaced: its papers are open."""
    receive(here)
    type_keys("bhk")
    press(Key.Key_Return)
    here.desk.parts.case.change(here.desk.parts.case.run.with_value("cause", "expired"))  # type: ignore[union-attr]
    press(Key.Key_F8)
    page = here.frame.page()
    assert isinstance(page, DocumentsPage)
    return page


def line_with_signs(page: DocumentsPage) -> int:
    """The place of the first line that wants its last four signs."""
    return next(at for at, line in enumerate(page._asked()) if line.needs_last4)


def test_a_seen_paper_asks_for_its_signs_and_is_settled_by_them(desk: Counterside) -> None:
    page = to_papers_of_a_replacement(desk)
    at = line_with_signs(page)
    press(Key(Key.Key_1 + at))
    assert page._asked()[at].settled is False
    type_keys("4417")
    press(Key.Key_Return)
    line = page._asked()[at]
    assert (line.last4, line.settled) == ("4417", True)


def test_three_signs_are_not_enough(desk: Counterside) -> None:
    page = to_papers_of_a_replacement(desk)
    at = line_with_signs(page)
    press(Key(Key.Key_1 + at))
    type_keys("441")
    press(Key.Key_F8)
    assert desk.frame.page() is page
    assert page._asked()[at].last4 is None


def test_a_date_of_the_last_customers_paper_does_not_stay_in_the_box(desk: Counterside) -> None:
    page = to_papers_of_a_replacement(desk)
    line = page._asked()[0]
    boxes = PaperBoxes(page.parts.means, line.id, page.parts.sitting.today)
    boxes.expiry.field.set_value("2031-09-30")
    boxes.expiry.show_line(line, "")
    assert line.valid_until is None
    assert boxes.expiry.field.value() == ""
