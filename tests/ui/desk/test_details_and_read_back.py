"""Details with their faults, reading back, corrections that lead back, and typed-ahead values."""

from PySide6.QtWidgets import QApplication

from counter_app.forms.run_state import StepId
from counter_app.forms.run_views import RowState
from counter_app.ui.desk.core_page import CorePage
from counter_app.ui.desk.details_page import DetailsPage
from counter_app.ui.desk.read_back_page import ReadBackPage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import (
    ALT,
    SHIFT,
    Key,
    fill_details,
    opened,
    run_of,
    to_details,
    to_read_back,
)


def shown(here: Counterside) -> str:
    page = here.frame.page()
    assert page is not None
    return words(page)


def focus_name() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def details(here: Counterside) -> DetailsPage:
    page = here.frame.page()
    assert isinstance(page, DetailsPage)
    return page


def test_known_values_are_not_asked_again(desk: Counterside) -> None:
    to_details(desk)
    box = details(desk).form.box("phone")
    assert box is not None
    assert box.value() == "138****5678"
    assert focus_name() == "职业"


def test_f8_with_faults_says_them_twice_and_focuses_the_first(desk: Counterside) -> None:
    to_details(desk)
    press(Key.Key_F8)
    assert "有 3 处需要修改" in shown(desk)
    assert shown(desk).count("这一项还没有填") == 6
    assert focus_name() == "职业"


def test_a_field_is_judged_when_it_is_left_and_not_before(desk: Counterside) -> None:
    to_details(desk)
    box = details(desk).form.box("phone")
    assert box is not None
    box.setFocus()
    box.selectAll()  # type: ignore[union-attr]
    type_keys("1381234567")
    assert "手机号码应为" not in shown(desk)
    press(Key.Key_Return)
    assert "手机号码应为 11 位数字，现为 10 位" in shown(desk)
    box.setFocus()
    press(Key.Key_End)
    type_keys("8")
    assert "手机号码应为" not in shown(desk)


def test_an_empty_field_is_not_red_before_f8(desk: Counterside) -> None:
    to_details(desk)
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert "这一项还没有填" not in shown(desk)


def test_an_answer_brings_its_field_and_the_caret_stays(desk: Counterside) -> None:
    to_details(desk)
    box = details(desk).form.box("channels")
    assert box is not None
    box.setFocus()
    type_keys("j")
    assert run_of(desk).values["channels"] == "mobile"
    assert details(desk).form.box("daily_limit") is not None
    assert focus_name() == "开通渠道"
    press(Key.Key_Return)
    assert focus_name() == "手机银行每日转出限额"


def test_typed_ahead_values_survive_the_confirming_of_an_earlier_step(desk: Counterside) -> None:
    to_details(desk)
    fill_details(desk)
    press(Key.Key_F8, SHIFT)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), DetailsPage)
    assert run_of(desk).values["address"] == "东大街18号3单元502室"


def test_rows_are_read_back_masked(desk: Counterside) -> None:
    to_read_back(desk)
    assert isinstance(desk.frame.page(), ReadBackPage)
    assert "110***********002X" in shown(desk)
    assert "138****5678" in shown(desk)
    assert "未核对" in shown(desk)


def test_unread_rows_stop_f8(desk: Counterside) -> None:
    to_read_back(desk)
    press(Key.Key_F8)
    assert "第 1 项还没有请客户确认" in shown(desk)
    assert isinstance(desk.frame.page(), ReadBackPage)


def test_one_key_confirms_all_rows_aloud(desk: Counterside) -> None:
    to_read_back(desk)
    press(Key.Key_C, ALT)
    rows = opened(desk).runner.read_back(run_of(desk))
    assert {row.state for row in rows} == {RowState.ORAL}
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), CorePage)
    done = opened(desk).case.read_back
    assert done is not None
    assert done.manner == "oral"


def test_a_digit_marks_a_row_and_leads_to_its_field_and_back(desk: Counterside) -> None:
    to_read_back(desk)
    press(Key.Key_C, ALT)
    press(Key.Key_7)
    assert isinstance(desk.frame.page(), DetailsPage)
    assert focus_name() == "账户用途"
    type_keys("l")
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), ReadBackPage)
    assert "原：领养老金、社保" in shown(desk)
    assert "待再看" in shown(desk)
    press(Key.Key_C, ALT)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), CorePage)
    assert opened(desk).case.corrections[0].old == "pension"


def test_a_correction_of_the_need_passes_the_steps_between(desk: Counterside) -> None:
    to_read_back(desk)
    press(Key.Key_C, ALT)
    press(Key.Key_6)
    assert run_of(desk).step is StepId.NEED
    assert focus_name() == "账户类别"
    type_keys("iii")
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), ReadBackPage)
    assert "III类户" in shown(desk)


def test_what_was_said_to_be_wrong_may_be_right_after_all(desk: Counterside) -> None:
    to_read_back(desk)
    press(Key.Key_C, ALT)
    press(Key.Key_7)
    press(Key.Key_F8)
    assert "有误" in shown(desk)
    press(Key.Key_C, ALT)
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), CorePage)


def test_a_wrong_name_leads_to_reception_and_back(desk: Counterside) -> None:
    to_read_back(desk)
    press(Key.Key_C, ALT)
    press(Key.Key_1)
    assert desk.frame.page() is desk.desk.reception
    box = desk.desk.reception.people.blocks["p1"].boxes["name"]
    box.setFocus()
    box.selectAll()  # type: ignore[union-attr]
    type_keys("李桂蓝")
    press(Key.Key_F8)
    assert isinstance(desk.frame.page(), ReadBackPage)
    assert "李桂蓝" in shown(desk)
