"""The first set-up: what is told, what is wrong with it, and the recovery sheet proved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counter_app.i18n import Language, Text
from counter_app.services.staffing import PASSWORD_LEAST
from counter_app.ui.language import WindowLanguage
from counter_app.ui.signon.recovery_page import RecoveryPage
from counter_app.ui.signon.set_up_model import (
    REQUIRED,
    SetUpFault,
    SetUpTold,
    field_fault,
    is_group,
    told,
)
from counter_app.ui.signon.set_up_page import SetUpPage
from counter_app.ui.signon.set_up_words import fault_sentence
from counter_app.ui.theme import Theme
from tests.ui.audit import audit
from tests.ui.conftest import Shown
from tests.ui.desk.fakes import press, type_keys, words

SHIFT = Qt.KeyboardModifier.ShiftModifier
TYPED = {
    "bank_zh": "安澜银行",
    "bank_en": "Anlan Bank",
    "outlet_zh": " 城东支行 ",
    "outlet_en": "Chengdong  Branch",
    "address_zh": "东大街 18 号",
    "address_en": "18 Dongdajie",
    "hours_zh": "工作日 9:00–17:00",
    "hours_en": "working days 9:00–17:00",
    "phone": "010-5555 0123",
    "complaint_phone": "０１０-5555 0110",
    "terminal": "3",
    "window": "3a",
    "number": "80001",
    "name": "许建国",
    "password": "a long pass phrase",
    "again": "a long pass phrase",
    "printer": "",
}
GROUPS = ("AB1C2", "K7M9P", "3F4G5", "QQ12W", "X9Y8Z", "H5J6K", "M1M2N", "P3Q4R")


def faults(**changed: str) -> list[tuple[str, str]]:
    answer = told({**TYPED, **changed})
    return [] if isinstance(answer, SetUpTold) else [(one.name, one.code) for one in answer]


def test_what_is_told_is_tidied() -> None:
    answer = told(TYPED)
    assert isinstance(answer, SetUpTold)
    assert answer.outlet == Text("城东支行", "Chengdong Branch")
    assert (answer.terminal, answer.window, answer.printer) == ("03", "3A", "folder")
    assert answer.complaint_phone == "010-5555 0110"
    assert answer.password == "a long pass phrase"
    assert "pass phrase" not in repr(answer)


def test_everything_is_asked_for_in_its_order() -> None:
    answer = told({})
    assert not isinstance(answer, SetUpTold)
    assert tuple(one.name for one in answer) == REQUIRED


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"phone": "call us"}, "office_phone_shape"),
        ({"terminal": "103"}, "terminal_shape"),
        ({"window": "12345"}, "window_shape"),
        ({"number": "8000-1"}, "staff_number_shape"),
        ({"name": "许4国"}, "name_sign"),
        ({"again": "another pass phrase"}, "password_differs"),
        ({"password": "short", "again": "short"}, "password_short"),
    ],
)
def test_each_fault_is_found_alone_and_has_a_sentence(changed: dict[str, str], code: str) -> None:
    name = next(iter(changed))
    assert faults(**changed) == [(name, code)]
    found = field_fault(name, {**TYPED, **changed})
    assert found is not None
    assert "{" not in fault_sentence(found)


def test_an_empty_field_that_was_left_is_not_yet_wrong() -> None:
    assert field_fault("phone", {**TYPED, "phone": ""}) is None


@given(st.text(min_size=PASSWORD_LEAST, max_size=40))
def test_any_password_long_enough_is_kept_as_typed(password: str) -> None:
    answer = told({**TYPED, "password": password, "again": password})
    assert isinstance(answer, SetUpTold)
    assert answer.password == password


@pytest.mark.parametrize("typed", ["ab1c2", "ABIC2", "ａｂ１ｃ２", "AB-1C2", " ABL C2"])
def test_a_group_is_known_however_it_is_typed(typed: str) -> None:
    assert is_group(typed, "AB1C2")
    assert not is_group(typed, "AB1C3")


@pytest.fixture
def page(theme: Theme, language: WindowLanguage) -> SetUpPage:
    return SetUpPage(theme, ("HP", "Epson"))


def fill_by_keys(page: SetUpPage) -> None:
    """From field to field with Enter, as a person would."""
    for name in (*REQUIRED[:12], "printer", *REQUIRED[12:]):
        if name != "printer":
            type_keys(TYPED[name].strip())
        press(Qt.Key.Key_Return)
        QApplication.processEvents()


def test_the_whole_page_is_filled_by_keys(page: SetUpPage, open_page: Shown) -> None:
    asked: list[SetUpTold] = []
    page.set_up_asked.connect(asked.append)
    open_page(page)
    fill_by_keys(page)
    press(Qt.Key.Key_F8)
    assert len(asked) == 1
    assert asked[0].bank == Text("安澜银行", "Anlan Bank")
    assert (asked[0].number, asked[0].printer) == ("80001", "folder")
    assert page.offers()[0].words == "正在建立"


def test_a_printer_of_the_system_may_be_chosen(page: SetUpPage) -> None:
    page.printer.set_value("Epson")
    assert page.typed()["printer"] == "Epson"


def test_faults_stand_at_their_fields_and_the_first_has_the_focus(
    page: SetUpPage, open_page: Shown
) -> None:
    asked: list[SetUpTold] = []
    page.set_up_asked.connect(asked.append)
    open_page(page)
    for name, value in TYPED.items():
        if name in page.boxes:
            page.boxes[name].set_value(value)
    page.boxes["terminal"].set_value("x")
    page.boxes["again"].set_value("other")
    press(Qt.Key.Key_F8)
    assert asked == []
    assert "有 2 处需要修改" in words(page)
    assert page.rows["terminal"].error() == "终端号是两位数字，如 03"
    assert page.rows["again"].error() == "两次输入的密码不同，请再输一次"
    assert QApplication.focusWidget() is page.boxes["terminal"]


def test_a_home_that_could_not_be_made_keeps_what_was_typed(
    page: SetUpPage, open_page: Shown
) -> None:
    open_page(page)
    fill_by_keys(page)
    press(Qt.Key.Key_F8)
    page.refuse("磁盘满了")
    assert "磁盘满了" in words(page)
    assert page.boxes["bank_zh"].value() == "安澜银行"
    assert page.offers()[0].words == "建立"


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_both_pages_are_whole(
    page: SetUpPage,
    open_page: Shown,
    language: WindowLanguage,
    size: tuple[int, int],
    spoken: Language,
) -> None:
    language.choose(spoken)
    sheet = RecoveryPage(page.theme, "0197abcd", GROUPS, 4)
    frame = open_page(page)
    frame.resize(*size)
    QApplication.processEvents()
    assert audit(frame) == []
    press(Qt.Key.Key_F8)
    QApplication.processEvents()
    assert audit(frame) == []
    frame.show_page(sheet)
    QApplication.processEvents()
    assert audit(frame) == []


def test_the_sheet_is_proved_without_being_seen(
    theme: Theme, language: WindowLanguage, open_page: Shown, qtbot: object
) -> None:
    sheet = RecoveryPage(theme, "0197abcd", GROUPS, 4)
    done, printed = [], []
    sheet.proved.connect(lambda: done.append(1))
    sheet.print_asked.connect(lambda: printed.append(1))
    open_page(sheet)
    assert all(group in words(sheet) for group in GROUPS)
    press(Qt.Key.Key_F9)
    assert printed == [1]
    sheet.say_printed("已打印", failed=False)
    run(sheet, "recovery.kept")
    assert not any(group in words(sheet) for group in GROUPS)
    type_keys("wrong")
    run(sheet, "recovery.prove")
    assert done == []
    assert sheet.group_row.error() == "与恢复单上的不同，请照着再输"
    run(sheet, "recovery.again")
    assert all(group in words(sheet) for group in GROUPS)
    run(sheet, "recovery.kept")
    type_keys("x9y8z")
    run(sheet, "recovery.prove")
    assert done == [1]


def run(sheet: RecoveryPage, code: str) -> None:
    """What the key of an action would do."""
    next(action for action in sheet.offers() if action.code == code).run()
    QApplication.processEvents()


def test_every_fault_has_a_sentence(language: WindowLanguage) -> None:
    assert fault_sentence(SetUpFault("bank_zh", "required")) == "请输入银行名称，中文"
    language.choose("en")
    assert fault_sentence(SetUpFault("again", "again_empty")) == "Enter the password again"
