"""The serial that was put off: listed at the left until it is typed, by its teller or a colleague."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog

from counter_app.services.read_models import LogFilter
from counter_app.ui.desk.done_page import DonePage
from counter_app.ui.desk.late_serials import SerialDialog
from counter_app.ui.desk.left_pane import SERIALS
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import ALT, SHIFT, Key, opened, read_pane, to_core

DAY = "2026-11-23"


def complete_without(here: Counterside) -> str:
    """A case taken in, its serial put off."""
    to_core(here)
    press(Key.Key_L, ALT)
    press(Key.Key_F8)
    press(Key.Key_Space)
    press(Key.Key_F8)
    assert isinstance(here.frame.page(), DonePage)
    return opened(here).case.subject


def waiting(here: Counterside) -> list[str]:
    """The numbers under the heading of serials that follow."""
    read_pane(here)
    groups = here.frame.body.queue.groups()
    return [item.number for group in groups if group.code == SERIALS for item in group.items]


def exceptions(here: Counterside) -> tuple[str, ...]:
    (line,) = here.work.reader.day_log(LogFilter(DAY)).lines
    return line.exceptions


def dialog() -> QDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


def test_it_is_listed_and_the_page_says_how_to_add_it(desk: Counterside) -> None:
    complete_without(desk)
    assert waiting(desk) == ["03A-0001C"]
    assert "流水号待补 1" in words(desk.frame.body.queue)
    assert "待补：按 Alt+B 填" in words(desk.frame.page())
    assert "serial_missing" in exceptions(desk)


def test_alt_b_on_the_page_of_the_case_asks_and_clears(desk: Counterside) -> None:
    subject = complete_without(desk)
    press(Key.Key_B, ALT)
    assert "03A-0001C  个人开户  李桂兰" in words(dialog())
    press(Key.Key_F8)
    assert "请填核心流水号" in words(dialog())
    type_keys("cb77301846")
    press(Key.Key_F8)
    assert desk.standing.store.view(subject).serial == "CB77301846"  # type: ignore[attr-defined]
    assert waiting(desk) == []
    assert "serial_missing" not in exceptions(desk)
    assert "待补" not in words(desk.frame.page())
    assert "CB77301846" in words(desk.frame.page())


def test_the_running_digits_alone_are_made_whole(
    desk: Counterside, restart: Callable[[], None]
) -> None:
    desk.serial_pattern = "CB{MM}{DD}######"
    restart()
    subject = complete_without(desk)
    press(Key.Key_B, ALT)
    type_keys("773018")
    press(Key.Key_F8)
    assert desk.standing.store.view(subject).serial == "CB1123773018"  # type: ignore[attr-defined]


def test_the_next_day_the_same_teller_picks_it_by_keys(
    desk: Counterside, restart: Callable[[], None]
) -> None:
    subject = complete_without(desk)
    press(Key.Key_F2)
    desk.standing.clock.go(days=1)
    restart()
    read_pane(desk)
    press(Key.Key_B, ALT)
    assert "流水号待补" in words(dialog())
    press(Key.Key_Return)
    assert isinstance(dialog(), SerialDialog)
    type_keys("cb1")
    press(Key.Key_F8)
    view = desk.standing.store.view(subject)
    assert view.serial_late_at == "2026-11-24T01:00:00.000Z"  # type: ignore[attr-defined]


def test_a_colleague_opens_it_in_the_left_pane(
    desk: Counterside, restart: Callable[[str], None]
) -> None:
    subject = complete_without(desk)
    press(Key.Key_F2)
    restart("80232")
    read_pane(desk)
    press(Key.Key_F6, SHIFT)
    for _stop in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.accessibleName().startswith("流水号待补"):
            break
        press(Key.Key_Tab)
    press(Key.Key_Return)
    assert "王敏" in words(dialog())
    desk.desk.scanned("CB99887766")
    press(Key.Key_F8)
    fact = desk.standing.history(subject)[-1].fact
    assert (fact.serial, fact.manner) == ("CB99887766", "scan")  # type: ignore[union-attr]
    (line,) = desk.work.reader.day_log(LogFilter(DAY)).lines
    assert (line.serial_late_by, line.exceptions) == ("陈亮", ())


def test_without_anything_to_add_the_key_says_so(desk: Counterside) -> None:
    press(Key.Key_B, ALT)
    assert "没有要补的流水号" in words(desk.frame)


def test_escape_leaves_it_waiting(desk: Counterside) -> None:
    complete_without(desk)
    press(Key.Key_B, ALT)
    type_keys("cb1")
    press(Key.Key_Escape)
    assert waiting(desk) == ["03A-0001C"]
    assert isinstance(desk.frame.page(), DonePage)
