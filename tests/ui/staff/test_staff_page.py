"""The administrator's page by keys: registered, refused with the sentence, roles, passwords, closed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.roles import Role
from counter_app.services import signing_on
from counter_app.services.accounts import ATTEMPTS, account_view
from counter_app.services.counter import known_roles
from counter_app.services.signing_on import SignedOnHere
from counter_app.ui.profile.first_password import FirstPasswordPage
from counter_app.ui.profile.password_dialog import PasswordPort
from counter_app.ui.shell import Frame
from counter_app.ui.staff.dialogs import CloseAccountDialog, GivePasswordDialog
from counter_app.ui.staff.staff_page import StaffPage
from counter_app.ui.theme import Theme
from counter_app.ui.widgets.dialog import Dialog
from tests.ui.conftest import Shown
from tests.ui.desk.fakes import press, type_keys, words
from tests.ui.supervision.day import Day
from tests.ui.supervision.seen import rows_of

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
GIVEN = "first password"


def made(password: str) -> str:
    """A verifier says what it is of."""
    return f"verifier of {password}"


def passwords(day: Day) -> PasswordPort:
    """Judges by the words of the verifier."""
    return PasswordPort(day.standing.verifiers, lambda kept, typed: kept == made(typed), made)


@pytest.fixture
def page(day: Day, theme: Theme, shown: Shown) -> StaffPage:
    """As the first administrator sees it."""
    opened = StaffPage(day.office.ground(theme, day.standing.admin), made)
    shown(opened)
    QApplication.processEvents()
    return opened


def fill(number: str, name: str, post: str, password: str = GIVEN) -> None:
    """From field to field with Enter; the first role is ticked."""
    for typed in (number, name, post):
        type_keys(typed)
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    for _role in Role:
        press(Qt.Key.Key_Return)
    type_keys(password)
    press(Qt.Key.Key_Return)
    type_keys(password)


def dialog_of(page: StaffPage, kind: type[Dialog]) -> Dialog:
    """The dialog that is open."""
    found = [one for one in page.window().findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def roles_of(day: Day, number: str) -> set[Role]:
    return set(known_roles(account_view(day.standing.counter, number).roles))


def test_everybody_is_listed_with_post_roles_and_state(page: StaffPage) -> None:
    rows = rows_of(page.table)
    assert rows[0].startswith("60418")
    assert any("80201" in row and "运营主管" in row and "可签到" in row for row in rows)
    assert page.table.hasFocus()


def test_somebody_is_registered_by_keys_and_signs_on_with_the_first_password(
    page: StaffPage, day: Day, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_N, ALT)
    fill("80250", "李强", "柜员")
    with qtbot.waitSignal(page.said) as said:
        press(Qt.Key.Key_F8)
    assert said.args == ["已登记 李强 80250，可以用首次密码签到"]
    assert page.table.current_code() == "80250"
    assert "首次签到要改密码" in rows_of(page.table)[-1]
    assert roles_of(day, "80250") == {Role.TELLER}
    counter = day.standing.counter
    asked = signing_on.account_for(counter, day.standing.verifiers, "80250")
    assert asked == signing_on.PasswordAsked("80250", made(GIVEN))
    on = signing_on.signed_on(counter, "80250", "3", matched=True)
    assert isinstance(on, SignedOnHere)
    assert on.password_given


def test_each_thing_wanting_is_said_at_its_field_and_the_first_has_the_focus(
    page: StaffPage, day: Day
) -> None:
    before = day.standing.fact_count()
    press(Qt.Key.Key_N, ALT)
    type_keys("80250")
    press(Qt.Key.Key_F8)
    errors = {name: line.error() for name, line in page.new.rows.items() if line.error()}
    assert list(errors) == ["name", "post", "roles", "password"]
    assert errors["roles"] == "请至少勾选一个角色"
    assert page.new.name.hasFocus()
    assert day.standing.fact_count() == before


def test_a_number_that_is_taken_is_said_at_the_number(page: StaffPage) -> None:
    press(Qt.Key.Key_N, ALT)
    fill("80231", "李强", "柜员")
    press(Qt.Key.Key_F8)
    assert page.new.rows["number"].error() == "这个工号已经有人用了，请换一个"
    assert page.new.number.hasFocus()
    assert page.new.name.value() == "李强", "what was typed is still there"


def test_a_second_number_of_a_person_is_judged_over_the_person(page: StaffPage) -> None:
    press(Qt.Key.Key_N, ALT)
    fill("80250", "王敏", "审计")
    wang = next(one for one in page._lines if one.number == "80231")
    page.new.person.set_value(wang.person)
    page.new.roles.set_roles({Role.AUDITOR})
    press(Qt.Key.Key_F8)
    told = page.new.rows["roles"].error()
    assert "柜员" in told
    assert "审计" in told
    assert told.endswith("不能由一人兼任：审计只看不做")


def test_a_password_is_not_kept_when_the_form_is_left(page: StaffPage) -> None:
    press(Qt.Key.Key_N, ALT)
    fill("80250", "李强", "柜员")
    press(Qt.Key.Key_F8, SHIFT)
    assert page.table.hasFocus()
    press(Qt.Key.Key_N, ALT)
    assert page.new.number.value() == "80250"
    assert page.new.password.value() == page.new.again.value() == ""


def test_roles_are_ticked_kept_while_looking_elsewhere_and_saved(
    page: StaffPage, day: Day, qtbot: QtBot
) -> None:
    page.table.select("80231")
    press(Qt.Key.Key_Return)
    assert page.card.roles.boxes[Role.TELLER].hasFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    page.table.select("60418")
    assert page.card.roles.roles() == {Role.TELLER}
    page.table.select("80231")
    assert "改了还没有保存，按 F8" in words(page.card)
    with qtbot.waitSignal(page.said):
        press(Qt.Key.Key_F8)
    assert roles_of(day, "80231") == {Role.TELLER, Role.LOBBY_MANAGER}


def test_incompatible_duties_are_refused_with_the_reason(page: StaffPage, day: Day) -> None:
    page.table.select("80231")
    page.card.roles.boxes[Role.AUDITOR].click()
    press(Qt.Key.Key_F8)
    assert page.card.roles_row.error().endswith("不能由一人兼任：审计只看不做")
    assert roles_of(day, "80231") == {Role.TELLER}


def test_the_last_administrator_keeps_the_role(page: StaffPage, day: Day) -> None:
    page.table.select("80001")
    page.card.roles.boxes[Role.ADMINISTRATOR].click()
    press(Qt.Key.Key_F8)
    assert page.card.roles_row.error() == "至少要留一位系统管理员"
    assert roles_of(day, "80001") == {Role.ADMINISTRATOR}


def test_a_new_password_opens_an_account_locked_by_wrong_ones(page: StaffPage, day: Day) -> None:
    counter = day.standing.counter
    for _ in range(ATTEMPTS):
        day.standing.clock.go(seconds=1)
        signing_on.signed_on(counter, "80231", "3", matched=False)
    day.standing.clock.go(seconds=1)
    page.refresh()
    page.table.select("80231")
    assert "密码连错，已锁" in words(page.card)
    press(Qt.Key.Key_P, ALT)
    dialog = dialog_of(page, GivePasswordDialog)
    type_keys("short")
    press(Qt.Key.Key_F8)
    assert "密码至少 8 位" in words(dialog)
    type_keys("er than before")
    press(Qt.Key.Key_Return)
    type_keys("shorter than before")
    press(Qt.Key.Key_F8)
    assert "首次签到要改密码" in words(page.card)
    on = signing_on.signed_on(counter, "80231", "3", matched=True)
    assert isinstance(on, SignedOnHere)


def test_ones_own_password_is_not_set_here(page: StaffPage) -> None:
    page.table.select("80001")
    press(Qt.Key.Key_P, ALT)
    assert not page.window().findChildren(GivePasswordDialog)
    frame = page.window()
    assert isinstance(frame, Frame)
    assert "自己的密码在“我的”里改" in words(frame.notices)


def test_an_account_is_closed_with_a_reason(page: StaffPage, day: Day) -> None:
    page.table.select("80231")
    press(Qt.Key.Key_E, ALT)
    dialog = dialog_of(page, CloseAccountDialog)
    press(Qt.Key.Key_F8)
    assert "请写明原因" in words(dialog)
    type_keys("离职")
    press(Qt.Key.Key_F8)
    assert account_view(day.standing.counter, "80231").left
    assert "80231" in rows_of(page.table)[-1]
    assert "已停用" in rows_of(page.table)[-1]


def test_the_own_password_differs_from_the_given_one(
    day: Day, theme: Theme, shown: Shown, page: StaffPage, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_N, ALT)
    fill("80250", "李强", "柜员")
    press(Qt.Key.Key_F8)
    first = FirstPasswordPage(
        day.office.ground(theme, day.standing.acting("80250")), passwords(day)
    )
    shown(first)
    for password in (GIVEN, "my own password"):
        first.forget()
        first.new.setFocus()
        type_keys(password)
        press(Qt.Key.Key_Return)
        type_keys(password)
        if password == GIVEN:
            press(Qt.Key.Key_F8)
            assert first.new_row.error() == "新密码要和现在的不同"
    with qtbot.waitSignal(first.changed):
        first.take()
    assert day.standing.verifiers.get("80250") == made("my own password")
    assert not account_view(day.standing.counter, "80250").password_given
