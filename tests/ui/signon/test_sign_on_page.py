"""The sign-on page by keys: two presses after typing, refusals beside their field, nobody kept."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from counter_app.i18n import Language
from counter_app.ui.language import WindowLanguage
from counter_app.ui.shell import Frame
from counter_app.ui.signon import state_lines
from counter_app.ui.signon.asked import (
    Forgiven,
    Refused,
    SignedIn,
    SignOnMeans,
    StandsBeside,
    Typed,
)
from counter_app.ui.signon.sign_on_page import SignOnPage
from counter_app.ui.theme import Theme
from tests.ui.audit import audit
from tests.ui.conftest import Shown
from tests.ui.desk.fakes import press, type_keys, words

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
JUMPED = Refused("jumped_back", {"shown": "2026-11-23 08:21"})


@dataclass
class FakePort:
    """Answers what the test says; keeps what was asked."""

    answer: SignedIn | Refused
    forgiving: Forgiven | Refused = field(default_factory=lambda: Forgiven("80231"))
    beside: StandsBeside | Refused = field(
        default_factory=lambda: StandsBeside(object())  # type: ignore[arg-type]
    )
    asked: list[tuple[str, ...]] = field(default_factory=list)
    held: list[Callable[[], None]] = field(default_factory=list)
    holds: bool = False

    def sign_on(
        self,
        receiver: QObject,
        typed: Typed,
        window: str,
        done: Callable[[SignedIn | Refused], None],
    ) -> None:
        how = "date" if typed.at_this_date else "beside" if typed.beside else "sign_on"
        self.asked.append((how, typed.staff, typed.password, window))
        self._tell(lambda: done(self.answer))

    def forgive(
        self,
        receiver: QObject,
        approver: str,
        password: str,
        staff: str,
        done: Callable[[Forgiven | Refused], None],
    ) -> None:
        self.asked.append(("forgive", approver, password, staff))
        self._tell(lambda: done(self.forgiving))

    def stand_beside(
        self,
        receiver: QObject,
        approver: str,
        password: str,
        done: Callable[[StandsBeside | Refused], None],
    ) -> None:
        self.asked.append(("stand_beside", approver, password))
        self._tell(lambda: done(self.beside))

    def _tell(self, act: Callable[[], None]) -> None:
        if self.holds:
            self.held.append(act)
        else:
            act()


def signed_in() -> SignedIn:
    """An answer whose person the page does not look at."""
    return SignedIn(object(), "signon/1")  # type: ignore[arg-type]


@pytest.fixture
def page(theme: Theme, language: WindowLanguage) -> SignOnPage:
    means = SignOnMeans(
        lambda: "3",
        lambda: (
            state_lines.printer_line("HP", ("HP",)),
            state_lines.store_line("good"),
        ),
        lambda: (state_lines.signed_off_line("11-20 17:42", "3"), state_lines.parked_line(1)),
        lambda: "演示：80231 demo",
        lambda: language.language,
    )
    made = SignOnPage(theme, means)
    made.language_chosen.connect(language.choose)
    return made


@pytest.fixture
def frame(page: SignOnPage, open_page: Shown) -> Frame:
    return open_page(page)


def ready(page: SignOnPage, answer: SignedIn | Refused) -> FakePort:
    port = FakePort(answer)
    page.set_ready(port)
    return port


def focus() -> object:
    QApplication.processEvents()
    return QApplication.focusWidget()


def type_both(password: str = "secret") -> None:
    type_keys("80231")
    press(Qt.Key.Key_Return)
    type_keys(password)


def test_two_presses_after_typing_sign_on(page: SignOnPage, frame: Frame) -> None:
    port = ready(page, signed_in())
    heard: list[SignedIn] = []
    page.signed_in.connect(heard.append)
    assert focus() is page.form.staff
    type_both()
    press(Qt.Key.Key_Return)
    assert port.asked == [("sign_on", "80231", "secret", "3")]
    assert [one.sign_on for one in heard] == ["signon/1"]
    assert page.form.secret.text() == ""


def test_f8_signs_on_too_and_only_once(page: SignOnPage, frame: Frame) -> None:
    port = ready(page, signed_in())
    port.holds = True
    type_both()
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F8)
    assert len(port.asked) == 1
    assert "正在核对" in words(page)


def test_without_a_window_enter_goes_there(page: SignOnPage, frame: Frame) -> None:
    port = ready(page, signed_in())
    page.form.window_field.set_value("")
    type_both()
    press(Qt.Key.Key_Return)
    assert focus() is page.form.window_field
    type_keys("5")
    press(Qt.Key.Key_Return)
    assert port.asked == [("sign_on", "80231", "secret", "5")]


def test_what_is_empty_says_so_at_its_field(page: SignOnPage, frame: Frame) -> None:
    port = ready(page, signed_in())
    press(Qt.Key.Key_F8)
    assert port.asked == []
    assert page.form.staff_row.error() == "请输入工号"
    assert page.form.secret_row.error() == "请输入密码"
    assert focus() is page.form.staff


def test_a_wrong_password_keeps_the_number_and_says_how_often(
    page: SignOnPage, frame: Frame
) -> None:
    ready(page, Refused("password_wrong", {"staff": "80231", "left": 3}))
    type_both("wrong")
    press(Qt.Key.Key_Return)
    assert page.form.secret_row.error() == "密码不对，还可再试 3 次"
    assert (page.form.staff.value(), page.form.secret.text()) == ("80231", "")
    assert focus() is page.form.secret
    assert not page.form.fetch.isVisible()


def test_an_unknown_number_is_not_repeated_on_the_page(page: SignOnPage, frame: Frame) -> None:
    ready(page, Refused("unknown_staff", {"staff": "80231"}))
    type_both()
    press(Qt.Key.Key_Return)
    assert page.form.staff_row.error() == "没有这个工号，请核对"
    assert focus() is page.form.staff


def test_a_press_before_the_store_is_open_waits_for_it(page: SignOnPage, frame: Frame) -> None:
    type_both()
    press(Qt.Key.Key_Return)
    assert "正在打开本机数据" in words(page)
    port = ready(page, signed_in())
    assert port.asked == [("sign_on", "80231", "secret", "3")]


def test_a_store_that_does_not_open_says_why(page: SignOnPage, frame: Frame) -> None:
    type_both()
    press(Qt.Key.Key_Return)
    page.set_trouble("本机数据文件读不出来")
    assert "本机数据文件读不出来" in words(page)
    assert not page.form.primary.busy


def test_a_store_that_fails_meanwhile_opens_the_question_again(
    page: SignOnPage, frame: Frame
) -> None:
    port = ready(page, signed_in())
    port.holds = True
    type_both()
    press(Qt.Key.Key_Return)
    page.work_failed("磁盘满了，没有保存")
    assert "磁盘满了，没有保存" in words(page)
    assert not page.form.primary.busy
    assert page.form.staff.value() == "80231"


def test_five_wrong_ones_call_a_supervisor_who_lets_the_account_try(
    page: SignOnPage, frame: Frame
) -> None:
    port = ready(page, Refused("locked_out", {"staff": "80231"}))
    type_both("wrong")
    press(Qt.Key.Key_Return)
    assert page.form.secret_row.error() == "密码连错多次，请运营主管来放行"
    press(Qt.Key.Key_A, CONTROL | SHIFT)
    assert focus() is page.forgive_form.number
    assert "工号 80231 密码连错多次。请主管看清是本人，再放行" in words(page)
    type_keys("80201")
    press(Qt.Key.Key_Return)
    type_keys("hers")
    press(Qt.Key.Key_F8)
    assert port.asked[-1] == ("forgive", "80201", "hers", "80231")
    assert "已放行，请本人输入密码" in words(page)
    assert focus() is page.form.secret
    assert page.form.staff.value() == "80231"
    assert page.forgive_form.secret.text() == ""


AWAY = Refused("away_too_long", {"hours": 75})


def test_without_the_branch_for_long_a_supervisor_stands_beside(
    page: SignOnPage, frame: Frame
) -> None:
    port = ready(page, AWAY)
    type_both("mine")
    press(Qt.Key.Key_Return)
    assert "本机 75 小时没有见到网点库，签到要运营主管在旁放行" in words(page)
    assert focus() is page.forgive_form.number
    type_keys("80201")
    press(Qt.Key.Key_Return)
    type_keys("hers")
    signed: list[object] = []
    page.signed_in.connect(signed.append)
    port.answer = signed_in()
    press(Qt.Key.Key_F8)
    assert port.asked[-2:] == [
        ("stand_beside", "80201", "hers"),
        ("beside", "80231", "mine", "3"),
    ]
    assert len(signed) == 1
    assert page.forgive_form.secret.text() == ""


def test_who_may_not_let_in_is_told_and_going_back_forgets_the_password(
    page: SignOnPage, frame: Frame
) -> None:
    port = ready(page, AWAY)
    port.beside = Refused("password_wrong", {"left": 4})
    type_both("mine")
    press(Qt.Key.Key_Return)
    type_keys("80232")
    press(Qt.Key.Key_Return)
    type_keys("x")
    press(Qt.Key.Key_F8)
    assert page.forgive_form.secret_row.error() == "密码不对，还可再试 4 次"
    port.beside = StandsBeside(object())  # type: ignore[arg-type]
    port.answer = Refused("not_allowed", {"right": "approve"})
    type_keys("y")
    QTest.qWait(300)
    press(Qt.Key.Key_F8)
    assert page.forgive_form.secret_row.error() == "这个工号没有这个权限，请运营主管来"
    press(Qt.Key.Key_Escape)
    assert focus() is page.form.secret
    assert page.form.secret.text() == ""


def test_a_supervisor_who_is_none_is_told_and_may_go_back(page: SignOnPage, frame: Frame) -> None:
    port = ready(page, Refused("locked_out", {"staff": "80231"}))
    port.forgiving = Refused("not_allowed", {"right": "approve"})
    type_both("wrong")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_A, CONTROL | SHIFT)
    type_keys("80232")
    press(Qt.Key.Key_Return)
    type_keys("x")
    press(Qt.Key.Key_F8)
    assert page.forgive_form.secret_row.error() == "这个工号没有这个权限，请运营主管来"
    press(Qt.Key.Key_Escape)
    assert focus() is page.form.secret
    assert page.form.fetch.isVisible()


def test_another_number_is_not_told_what_was_said_of_the_first(
    page: SignOnPage, frame: Frame
) -> None:
    ready(page, Refused("locked_out", {"staff": "80231"}))
    type_both("wrong")
    press(Qt.Key.Key_Return)
    page.form.staff.setFocus()
    page.form.staff.selectAll()
    type_keys("80232")
    assert not page.form.fetch.isVisible()
    assert page.form.secret_row.error() == ""


def test_a_date_in_question_is_confirmed_by_a_key_without_typing_again(
    page: SignOnPage, frame: Frame
) -> None:
    port = ready(page, JUMPED)
    heard: list[SignedIn] = []
    page.signed_in.connect(heard.append)
    type_both()
    press(Qt.Key.Key_Return)
    assert "2026-11-23 08:21" in words(page.clock_form)
    press(Qt.Key.Key_Return)
    assert port.asked[-1][0] == "sign_on"
    page.form.staff.setFocus()
    type_once_more(page)
    port.answer = signed_in()
    QTest.qWait(260)
    press(Qt.Key.Key_F8)
    assert port.asked[-1] == ("date", "80231", "secret", "3")
    assert len(heard) == 1


def type_once_more(page: SignOnPage) -> None:
    """Enter on the clock question goes back; sign on again until it is asked."""
    page.form.secret.setFocus()
    type_keys("secret")
    press(Qt.Key.Key_Return)
    assert page.clock_form.isVisible()


def test_going_back_from_the_date_forgets_the_password(page: SignOnPage, frame: Frame) -> None:
    ready(page, JUMPED)
    type_both()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert focus() is page.form.secret
    assert page.form.secret.text() == ""
    assert page._password == ""


def test_the_password_is_shown_by_a_key_pasted_and_hidden_again(
    page: SignOnPage, frame: Frame
) -> None:
    ready(page, Refused("password_wrong", {"left": 4}))
    type_keys("80231")
    press(Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("pasted one")
    QTest.keySequence(page.form.secret, QKeySequence(QKeySequence.StandardKey.Paste))
    assert page.form.secret.text() == "pasted one"
    press(Qt.Key.Key_V, ALT)
    assert page.form.secret.echoMode() == QLineEdit.EchoMode.Normal
    press(Qt.Key.Key_Return)
    assert page.form.secret.echoMode() == QLineEdit.EchoMode.Password
    QGuiApplication.clipboard().clear()


def test_a_card_fills_the_number_and_leads_to_the_password(page: SignOnPage, frame: Frame) -> None:
    page.take_scan("802310")
    assert page.form.staff.value() == "802310"
    assert focus() is page.form.secret


def test_whoever_comes_next_finds_it_empty(page: SignOnPage, frame: Frame) -> None:
    ready(page, Refused("password_wrong", {"left": 4}))
    type_both()
    press(Qt.Key.Key_Return)
    frame.show_page(page)
    assert (page.form.staff.value(), page.form.secret.text()) == ("", "")
    assert page.form.secret_row.error() == ""
    assert page.form.window_field.value() == "3"
    assert focus() is page.form.staff


def test_looks_act_at_once_and_are_told(page: SignOnPage, frame: Frame) -> None:
    told: list[object] = []
    for signal in (page.look_chosen, page.scale_chosen, page.language_chosen):
        signal.connect(told.append)
    page.looks.looks.chosen.emit("dark")
    page.looks.sizes.chosen.emit("130")
    page.looks.languages.chosen.emit("en")
    QApplication.processEvents()
    assert told == ["dark", 130, "en"]
    assert (page.theme.look, page.theme.scale) == ("dark", 130)
    assert page.form.staff_row.label() == "Staff number"
    assert page.title() == "Sign on"
    assert page.looks.languages.value() == "en"


def test_lines_about_this_pc_stand_at_the_right(page: SignOnPage, frame: Frame) -> None:
    shown = words(page.terminal)
    for one in ("打印机", "HP", "本机数据", "完好", "签退", "11-20 17:42", "3 号窗口", "1 笔"):
        assert one in shown
    assert "演示：80231 demo" in shown


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
@pytest.mark.parametrize(
    "look",
    [("zh", 100), ("en", 100), ("zh", 150), ("en", 150)],
    ids=lambda one: f"{one[0]}{one[1]}",
)
def test_the_page_is_whole(
    page: SignOnPage,
    frame: Frame,
    language: WindowLanguage,
    size: tuple[int, int],
    look: tuple[Language, int],
) -> None:
    port = ready(page, Refused("password_wrong", {"left": 4}))
    language.choose(look[0])
    page.theme.choose(scale=look[1])
    frame.resize(*size)
    type_both()
    for answer in (port.answer, Refused("locked_out", {"staff": "80231"}), JUMPED):
        port.answer = answer
        page.form.secret.setText("secret")
        page.form.submit()
        QApplication.processEvents()
        assert audit(frame) == []
    press(Qt.Key.Key_Escape)
    page.form.help_asked.emit()
    QApplication.processEvents()
    assert audit(frame) == []


def test_the_page_loads_no_use_case() -> None:
    ask = (
        "import sys, counter_app.ui.signon.sign_on_page;"
        "heavy = ('services', 'journal', 'forms', 'db', 'domain');"
        "print([m for m in sys.modules if m.split('.')[:1] == ['pydantic']"
        " or m.startswith(tuple('counter_app.' + one for one in heavy))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
