"""Nothing typed is lost: drafts a moment after the last change, on leaving, and after a cut."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from counter_app.ui.desk.details_page import DetailsPage
from counter_app.ui.desk.documents_page import DocumentsPage
from counter_app.ui.desk.read_back_page import ReadBackPage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import (
    ALT,
    Key,
    end_visit,
    open_account,
    opened,
    run_of,
    tick_all,
    to_details,
    to_read_back,
)


def details(here: Counterside) -> DetailsPage:
    page = here.frame.page()
    assert isinstance(page, DetailsPage)
    return page


def draft_of(here: Counterside) -> str:
    found = here.standing.store.draft(f"{opened(here).case.subject} 80231")
    return found.data if found else ""


def test_a_draft_is_kept_a_moment_after_the_last_key(desk: Counterside, qtbot: QtBot) -> None:
    to_details(desk)
    details(desk).form.box("address").setFocus()  # type: ignore[union-attr]
    type_keys("东大街18号")
    assert "东大街18号" not in draft_of(desk)
    with qtbot.waitSignal(desk.desk.saved):
        pass
    assert "东大街18号" in draft_of(desk)


def test_leaving_a_field_keeps_it_at_once(desk: Counterside) -> None:
    to_details(desk)
    details(desk).form.box("address").setFocus()  # type: ignore[union-attr]
    type_keys("东大街18号")
    press(Key.Key_Return)
    assert "东大街18号" in draft_of(desk)


def test_a_restart_returns_to_page_field_and_caret(
    desk: Counterside, restart: Callable[[], None]
) -> None:
    to_details(desk)
    details(desk).form.box("address").setFocus()  # type: ignore[union-attr]
    type_keys("东大街18号")
    press(Key.Key_Left)
    press(Key.Key_Left)
    desk.desk.parts.case.keep()
    restart()
    box = QApplication.focusWidget()
    assert isinstance(desk.frame.page(), DetailsPage)
    assert isinstance(box, QLineEdit)
    assert (box.accessibleName(), box.text(), box.cursorPosition()) == (
        "常住地址",
        "东大街18号",
        4,
    )


def test_ticks_come_back_after_a_restart(desk: Counterside, restart: Callable[[], None]) -> None:
    open_account(desk)
    press(Key.Key_1)
    press(Key.Key_2)
    restart()
    assert isinstance(desk.frame.page(), DocumentsPage)
    assert len(run_of(desk).results) == 2
    assert "已齐 2 / 4" in words(desk.frame.page())


def test_oral_answers_come_back_after_a_restart(
    desk: Counterside, restart: Callable[[], None]
) -> None:
    to_read_back(desk)
    press(Key.Key_C, ALT)
    restart()
    page = desk.frame.page()
    assert isinstance(page, ReadBackPage)
    assert "未核对" not in words(page)


def test_what_is_typed_while_a_step_is_being_confirmed_stays(
    desk: Counterside, qtbot: QtBot
) -> None:
    open_account(desk)
    tick_all(desk)
    desk.work.holding = True
    press(Key.Key_F8)
    desk.desk.parts.case.change(run_of(desk).with_value("address", "东大街18号"))
    desk.desk.parts.case.keep()
    with qtbot.waitSignal(desk.desk.saved):
        desk.work.let_go()
    assert isinstance(desk.frame.page(), DetailsPage)
    assert run_of(desk).values["address"] == "东大街18号"
    assert '"step":"details"' in draft_of(desk)
    assert "东大街18号" in draft_of(desk)


def test_a_step_undone_is_the_step_before(desk: Counterside) -> None:
    to_details(desk)
    desk.desk.parts.case.undo()
    assert isinstance(desk.frame.page(), DocumentsPage)
    desk.desk.parts.case.redo()
    assert isinstance(desk.frame.page(), DetailsPage)


def test_escape_discards_nothing(desk: Counterside) -> None:
    to_details(desk)
    details(desk).form.box("address").setFocus()  # type: ignore[union-attr]
    type_keys("东大街18号")
    for _press in range(3):
        press(Key.Key_Escape)
    assert run_of(desk).values["address"] == "东大街18号"
    assert isinstance(desk.frame.page(), DetailsPage)


def test_the_store_in_trouble_leaves_the_page_usable(desk: Counterside) -> None:
    open_account(desk)
    desk.desk.parts.case.busy = True
    desk.desk.work_failed()
    press(Key.Key_F8)
    assert "处需要修改" in words(desk.frame.page())


def test_a_visit_that_ended_keeps_no_names_in_a_draft(desk: Counterside) -> None:
    press(Key.Key_F2)
    type_keys("李桂兰")
    desk.desk.parts.sitting.keep()
    visit = desk.desk.parts.sitting.subject
    assert desk.standing.store.draft(f"{visit} 80231") is not None
    end_visit(desk, "left")
    assert desk.standing.store.draft(f"{visit} 80231") is None
