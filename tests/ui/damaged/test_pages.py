"""The pages of a home that does not open: plain words, everything by keys, going on asked once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from counter_app.domain.refusal import Refusal
from counter_app.i18n import Language
from counter_app.ui.damaged.damaged_page import DamagedPage
from counter_app.ui.damaged.hindered_page import HinderedPage
from counter_app.ui.damaged.look_dialog import LookDialog
from counter_app.ui.damaged.mended_page import SHOWN, MendedPage
from counter_app.ui.damaged.sentences import place_words, report_text, step_words
from counter_app.ui.damaged.told import DamageTold, Finding, Gap, MendedTold
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Frame
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.dialog import Dialog
from tests.ui.audit import audit
from tests.ui.conftest import Shown
from tests.ui.desk.fakes import press, type_keys

ALT = Qt.KeyboardModifier.AltModifier
FOUND = DamageTold(
    "damaged", "/var/lib/counter-terminal/journal.db", Finding("page", "41"), 8, "2026-11-23"
)
LOOKED_FOR = DamageTold("damaged", "/var/lib/counter-terminal/journal.db")
LOSSY = MendedTold(
    "2026-11-23",
    120,
    31,
    (Gap(152, 160), Gap(170, 170)),
    ("03A-0005E", "03A-0006C"),
    (144,),
    (165,),
    "03B",
    "/var/lib/counter-terminal/damaged/2026-11-24-091500",
    "/var/lib/counter-terminal/damaged/2026-11-24-091500/list.txt",
)
WHOLE = MendedTold(None, 0, 90, (), (), (), (), "03B", "/kept", "/kept/list.txt")


class Heard:
    """What a page asked for, in order."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def word(self, what: str) -> Callable[[], None]:
        return lambda: self.words.append(what)


def damaged_page(theme: Theme, told: DamageTold) -> tuple[DamagedPage, Heard]:
    page, heard = DamagedPage(theme, told), Heard()
    page.look_asked.connect(heard.word("look"))
    page.going_on.connect(heard.word("go on"))
    page.again_asked.connect(heard.word("again"))
    return page, heard


def said(frame: Frame) -> str:
    QApplication.processEvents()
    page = frame.page()
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def the_dialog(frame: Frame) -> Dialog:
    return next(one for one in frame.findChildren(Dialog) if one.isVisible())


@pytest.mark.parametrize("chosen", ["zh", "en"])
def test_the_page_says_what_is_damaged_where_it_lies_and_what_each_key_does(
    theme: Theme, language: WindowLanguage, open_page: Shown, chosen: Language
) -> None:
    language.choose(chosen)
    page, _heard = damaged_page(theme, FOUND)
    frame = open_page(page)
    words = said(frame)
    for part in ("41", "8", FOUND.database, "2026-11-23", "F8", "Alt+V", "Alt+R"):
        assert part in words
    assert ("什么都不会删" if chosen == "zh" else "nothing is deleted") in words
    assert [one for one in audit(frame) if one.code != "off-screen"] == []


def test_more_is_said_when_it_was_looked_through(
    theme: Theme, language: WindowLanguage, open_page: Shown
) -> None:
    page, _heard = damaged_page(theme, LOOKED_FOR)
    frame = open_page(page)
    assert "正在查" in said(frame)
    page.set_told(FOUND)
    assert "第 41 页" in said(frame)


def test_going_on_is_asked_once_and_esc_takes_it_back(
    theme: Theme, language: WindowLanguage, open_page: Shown
) -> None:
    page, heard = damaged_page(theme, FOUND)
    frame = open_page(page)
    QTest.keyClick(frame, Qt.Key.Key_F8)
    dialog = the_dialog(frame)
    assert any("/damaged" in one.text() for one in dialog.findChildren(QLabel))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert heard.words == []
    QTest.qWait(300)
    QTest.keyClick(frame, Qt.Key.Key_F8)
    QTest.qWait(300)
    QTest.keyClick(the_dialog(frame), Qt.Key.Key_F8)
    assert heard.words == ["go on"]


def test_looking_and_opening_again_have_their_keys(
    theme: Theme, language: WindowLanguage, open_page: Shown
) -> None:
    page, heard = damaged_page(theme, FOUND)
    frame = open_page(page)
    QTest.keyClick(frame, Qt.Key.Key_V, ALT)
    QTest.keyClick(frame, Qt.Key.Key_R, ALT)
    assert heard.words == ["look", "again"]


def test_while_it_works_no_key_begins_anything_and_a_refusal_frees_them(
    theme: Theme, language: WindowLanguage, open_page: Shown
) -> None:
    page, heard = damaged_page(theme, FOUND)
    frame = open_page(page)
    page.set_busy("正在接上数据")
    assert all(action.why_not for action in page.offers())
    assert "正在接上数据" in said(frame)
    page.refuse("磁盘满了")
    assert not any(action.why_not for action in page.offers())
    assert "磁盘满了" in said(frame)
    assert heard.words == []


def test_without_anything_to_go_on_from_that_is_not_offered(
    theme: Theme, language: WindowLanguage, open_page: Shown
) -> None:
    page, _heard = damaged_page(
        theme, DamageTold("wrong_key", "/journal.db", Finding("page", "1"), 1, None, False)
    )
    frame = open_page(page)
    assert [action.code for action in page.offers()] == ["damaged.again", "damaged.look"]
    assert "F8" not in said(frame)


@pytest.mark.parametrize("chosen", ["zh", "en"])
def test_what_was_not_saved_is_listed_by_name(
    theme: Theme, language: WindowLanguage, open_page: Shown, chosen: Language
) -> None:
    language.choose(chosen)
    page, heard = MendedPage(theme, LOSSY), Heard()
    page.sign_on_asked.connect(heard.word("sign on"))
    frame = open_page(page)
    words = said(frame)
    for part in ("03A-0005E", "03A-0006C", "152", "160", "170", "144", "165", "03B", LOSSY.report):
        assert part in words
    text = report_text(LOSSY, "2026-11-24 09:15")
    assert all(line in text for line in page.lines())
    assert LOSSY.kept in text
    assert [one for one in audit(frame) if one.code != "off-screen"] == []
    QTest.keyClick(frame, Qt.Key.Key_F8)
    assert heard.words == ["sign on"]


def test_nothing_missing_says_so(theme: Theme, language: WindowLanguage, open_page: Shown) -> None:
    page = MendedPage(theme, WHOLE)
    words = said(open_page(page))
    assert "没有缺少" in words
    assert "没有救回的" not in words


def test_a_long_list_is_cut_on_the_page_and_whole_in_the_file(
    theme: Theme, language: WindowLanguage, open_page: Shown
) -> None:
    numbers = tuple(f"03A-{number:05d}" for number in range(SHOWN + 30))
    told = MendedTold("2026-11-23", 1, 0, (), numbers, (), (), "03B", "/kept", "/kept/list.txt")
    words = said(open_page(MendedPage(theme, told)))
    assert numbers[-1] not in words
    assert "其余 30 项见清单" in words
    assert numbers[-1] in report_text(told, "")


@pytest.mark.parametrize(
    ("refusal", "part"),
    [
        (Refusal("key_wrong", {"file": "machine.key"}), "main.py recover --home /home"),
        (Refusal("key_missing", {"file": "machine.key"}), "恢复单"),
        (Refusal("newer", {"detail": "9.1", "program": "0.1.0"}), "9.1"),
        (Refusal("full", {"detail": ""}), "移走"),
        (Refusal("disk"), "/home"),
        (Refusal("home_held", {"user": "u", "since": "s"}), "窗口"),
        (Refusal("not_founded"), "首次设置"),
    ],
)
def test_what_hinders_is_said_with_the_next_step_and_tried_again_by_f8(
    theme: Theme, language: WindowLanguage, open_page: Shown, refusal: Refusal, part: str
) -> None:
    heard = Heard()
    page = HinderedPage(theme, lambda: "为什么", lambda: step_words(refusal, "/home"))
    page.again_asked.connect(heard.word("again"))
    frame = open_page(page)
    assert "为什么" in said(frame)
    assert part in page.step.text()
    QTest.keyClick(frame, Qt.Key.Key_F8)
    assert heard.words == ["again"]


@pytest.mark.parametrize(
    ("code", "place", "words"),
    [
        ("chain", "0197-aa:17", "第 17 条记录"),
        ("behind", "0197-aa:21", "第 21 条记录"),
        ("content", "f" * 64, "f" * 12 + "）"),
        ("no_witness", "journal.head", "journal.head"),
        ("of a later program", "x", "x（of a later program）"),
    ],
)
def test_a_place_is_named_as_people_say_it(
    language: WindowLanguage, code: str, place: str, words: str
) -> None:
    assert words in place_words(Finding(code, place))


def test_the_look_asks_for_number_and_password(
    theme: Theme, language: WindowLanguage, open_page: Shown
) -> None:
    page, _heard = damaged_page(theme, FOUND)
    frame = open_page(page)
    dialog = LookDialog(theme, frame)
    asked: list[tuple[str, str]] = []
    dialog.asked.connect(lambda number, password: asked.append((number, password)))
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert asked == []
    type_keys("80201")
    press(Qt.Key.Key_Return)
    type_keys("secret")
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert asked == [("80201", "secret")]
    dialog.refuse(Refusal("password_wrong", {"left": 4}))
    assert any("还可再试 4 次" in one.text() for one in dialog.findChildren(QLabel))
    assert dialog.secret.text() == ""
    dialog.reject()
    QApplication.processEvents()
