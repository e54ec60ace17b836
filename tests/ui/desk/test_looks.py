"""Every page of the desk in both languages and both sizes: names, targets, contrast, nothing cut."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from counter_app.i18n import Language
from counter_app.ui.language import WindowLanguage
from tests.ui.audit import audit
from tests.ui.desk.conftest import show_desk
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import (
    ALT,
    SHIFT,
    Key,
    fill_details,
    run_of,
    tell,
)

SIZES = ((1366, 768), (911, 512))


@pytest.fixture(params=[("zh", size) for size in SIZES] + [("en", size) for size in SIZES], ids=str)
def shown(
    request: pytest.FixtureRequest, branch: Counterside, qtbot: QtBot, language: WindowLanguage
) -> Iterator[Counterside]:
    """A desk in one language and one size."""
    chosen: Language = request.param[0]
    assert language.choose(chosen)
    branch.language = chosen
    show_desk(branch, qtbot)
    branch.frame.resize(*request.param[1])
    yield branch
    branch.desk.dispose()


def play(here: Counterside, look: Callable[[str], None]) -> None:
    """One visit from F2 to the end, looking at each page on the way."""
    look("home")
    press(Key.Key_F2)
    look("reception")
    press(Key.Key_A, ALT)
    look("two persons")
    press(Key.Key_D, ALT)
    here.desk.parts.sitting.load(here.desk.parts.sitting.visit)  # type: ignore[arg-type]
    press(Key.Key_F8)
    look("picker")
    press(Key.Key_1, ALT)
    here.desk.scanned("11010519491231002X")
    tell(here, name="李桂兰", no_expiry=True, phone="13812345678")
    press(Key.Key_F8)
    type_keys("grkh")
    press(Key.Key_Return)
    look("need")
    press(Key.Key_F8)
    look("need with faults")
    here.desk.parts.case.change(run_of(here).with_value("account_class", "class_two"))
    press(Key.Key_F8)
    look("documents")
    press(Key.Key_Minus)
    look("a paper missing")
    press(Key.Key_F9)
    look("notice")
    press(Key.Key_F8, SHIFT)
    finish(here, look)


def finish(here: Counterside, look: Callable[[str], None]) -> None:
    """From complete papers to the end."""
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_F8):
        press(key)
    look("details")
    press(Key.Key_F8)
    look("details with faults")
    fill_details(here)
    press(Key.Key_F8)
    look("read-back")
    press(Key.Key_C, ALT)
    press(Key.Key_F8)
    look("core")
    press(Key.Key_L, ALT)
    press(Key.Key_F8)
    look("completion")
    press(Key.Key_Space)
    press(Key.Key_F8)
    look("done")


def test_nothing_is_out_of_order_on_any_page(shown: Counterside) -> None:
    found: list[tuple[str, object]] = []

    def look(page: str) -> None:
        words(shown.frame)
        found.extend((page, finding) for finding in audit(shown.frame))

    play(shown, look)
    assert found == []
    assert shown.desk.parts.case.opened is not None


def test_no_number_stands_open_on_any_page(shown: Counterside) -> None:
    open_numbers: list[str] = []

    def look(page: str) -> None:
        text = words(shown.frame)
        if "11010519491231002X" in text or "13812345678" in text:
            open_numbers.append(page)

    play(shown, look)
    assert open_numbers == []
