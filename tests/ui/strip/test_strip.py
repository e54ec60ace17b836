"""The strip beside the core's window: an express visit by keys in it, and where the keyboard is."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from counter_app.devices.simulator import INVENTED
from counter_app.ui.keys import Key as Keys
from counter_app.ui.shell import Action
from counter_app.ui.strip.edge import WIDTH, Side
from counter_app.ui.strip.strip import Strip
from tests.ui.audit import audit
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import (
    ALT,
    CTRL,
    NUMBER,
    SHIFT,
    Key,
    open_account,
    opened,
    receive,
    run_of,
    to_core,
    to_read_back,
)

SERIAL = "CB77301846"
CARD, OTHER_CARD, _PASSPORT = INVENTED
LICENCE = "91350100M000100Y43"


def stand_in(strip: Strip, width: int, height: int, side: Side = Side.RIGHT) -> None:
    """Fold on a screen of this size."""
    strip.room, strip.side = lambda: QRect(0, 0, width, height), lambda: side
    strip.fold()
    QApplication.processEvents()


def turn_to(strip: Strip, qtbot: QtBot) -> None:
    """The keyboard is the strip's."""
    strip.fold()
    with qtbot.waitActive(strip):
        strip.come_back()


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("initials", ["xjck", "xjqk", "zhls"])
def test_an_express_business_in_the_strip_in_at_most_eight_presses(
    desk: Counterside, strip: Strip, qtbot: QtBot, initials: str, side: Side
) -> None:
    told = {"amount": "3000", "account_last4": "4417"}
    receive(desk)
    stand_in(strip, 1366, 768, side)
    turn_to(strip, qtbot)
    assert strip.standing is side
    type_keys(initials)
    press(Key.Key_Return)
    presses = 0
    for _round in range(12):
        focus = QApplication.focusWidget()
        code = strip.parts.work.form.form.focused_field()
        if focus is strip.parts.work.form.serial:
            type_keys(SERIAL)
            break
        if code in told and not run_of(desk).values.get(code):
            type_keys(told[code])
        presses += 1
        press(Key.Key_Space if focus is strip.parts.work.form.originals else Key.Key_Return)
    press(Key.Key_F8)
    assert opened(desk).case.completed is not None, strip.parts.work.message.text()
    assert opened(desk).case.serial == SERIAL
    assert presses + 1 <= 8


def test_folding_leaves_the_keyboard_where_it_is_and_unfolding_puts_the_caret_back(
    desk: Counterside,
    strip: Strip,
    qtbot: QtBot,
) -> None:
    receive(desk)
    before = QApplication.focusWidget()
    strip.fold()
    assert not desk.frame.isVisible()
    assert strip.width() == WIDTH
    strip.unfold()
    QApplication.processEvents()
    assert desk.frame.isVisible()
    assert QApplication.focusWidget() is before


def test_a_transfer_by_keys_in_the_strip(desk: Counterside, strip: Strip, qtbot: QtBot) -> None:
    receive(desk)
    turn_to(strip, qtbot)
    type_keys("zz")
    press(Key.Key_Return)
    told = {
        "amount": "3000",
        "account_last4": "4417",
        "payee_name": "赵敏",
        "payee_last4": "8812",
    }
    for _round in range(30):
        focus = QApplication.focusWidget()
        code = strip.parts.work.form.form.focused_field()
        if focus is strip.parts.work.form.serial:
            type_keys(SERIAL)
            break
        if code in told and not run_of(desk).values.get(code):
            type_keys(told[code])
        press(Key.Key_Space if focus is strip.parts.work.form.originals else Key.Key_Return)
    press(Key.Key_F8)
    assert opened(desk).case.completed is not None, (
        strip.parts.work.message.text(),
        run_of(desk).values,
    )


def test_the_serial_and_what_goes_to_the_core_are_in_sight_without_scrolling(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    receive(desk)
    type_keys("zz")
    press(Key.Key_Return)
    type_keys("1")
    for height in (768, 512):
        stand_in(strip, 1366, height)
        for part in (
            strip.parts.work.form.serial,
            strip.parts.core,
            strip.parts.foot,
            strip.parts.acts.on,
        ):
            assert strip.rect().contains(QRect(part.mapTo(strip, QPoint()), part.size())), height


def test_the_serial_is_typed_in_the_strip_at_the_core_step(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    to_core(desk)
    turn_to(strip, qtbot)
    assert "核心系统办理中" in words(strip)
    assert QApplication.focusWidget() is strip.parts.work.form.serial
    type_keys("cb77301846")
    press(Key.Key_F8)
    assert opened(desk).case.serial == SERIAL


def test_alt_s_the_lock_and_the_quiet_call_stand_in_the_strip(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    calls, locks = [], []
    desk.frame.set_program_actions(
        [Action("session.help", "", lambda: calls.append(1), Keys.SILENT_HELP, "hidden")]
    )
    desk.frame.lock_asked.connect(lambda: locks.append(1))
    receive(desk)
    turn_to(strip, qtbot)
    type_keys("xjck")
    press(Key.Key_Return)
    assert "静默求助" in words(strip)
    assert "Ctrl+Shift+H" in words(strip)
    press(Key.Key_H, CTRL | SHIFT)
    press(Key.Key_F12)
    assert (calls, locks) == ([1], [1])
    desk.desk.errands._set_work_state("counting_cash")
    assert "清点现金，不会自动锁屏" in words(strip)


def test_a_lock_takes_the_strip_away_and_brings_it_back(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    receive(desk)
    turn_to(strip, qtbot)
    desk.frame.locker.lock("王敏 80231")
    assert not strip.isVisible()
    assert desk.frame.isVisible()
    desk.frame.locker.unlock()
    assert strip.isVisible()
    assert not desk.frame.isVisible()


def test_where_height_is_short_the_script_is_one_line_and_the_later_items_are_left_out(
    desk: Counterside, strip: Strip
) -> None:
    open_account(desk)
    stand_in(strip, 1366, 768)
    assert "个人税收居民身份声明" in words(strip)
    stand_in(strip, 1366, 600)
    assert "个人税收居民身份声明" not in words(strip)
    assert "请这样说" in words(strip)
    assert "李桂兰" not in words(strip)


def test_f9_in_the_strip_wishes_the_receipt(desk: Counterside, strip: Strip, qtbot: QtBot) -> None:
    receive(desk)
    turn_to(strip, qtbot)
    type_keys("xjck")
    press(Key.Key_Return)
    press(Key.Key_F9)
    assert "办结时打印受理回执" in words(strip)


@pytest.mark.parametrize("side", list(Side))
def test_a_whole_visit_from_the_greeting_on_in_the_strip(
    desk: Counterside, strip: Strip, qtbot: QtBot, side: Side
) -> None:
    stand_in(strip, 1366, 768, side)
    turn_to(strip, qtbot)
    assert "F2" in words(strip)
    for initials in ("zhls", "czhz"):
        press(Key.Key_F2)
        desk.desk.scanned(NUMBER)
        type_keys("李桂兰")
        press(Key.Key_F8)
        assert strip.parts.work.picker.box.text() == ""
        type_keys(initials)
        press(Key.Key_Return)
        assert "李桂兰" in words(strip)
        assert opened(desk).runner.procedure.spec.code == initials.upper()
        desk.desk.errands.park()
    assert "窗口没有客户" in words(strip)


@pytest.mark.parametrize("side", list(Side))
def test_a_firm_and_who_comes_for_it_are_received_in_the_strip(
    desk: Counterside, strip: Strip, qtbot: QtBot, side: Side
) -> None:
    stand_in(strip, 1366, 768, side)
    turn_to(strip, qtbot)
    press(Key.Key_F2)
    desk.desk.scanned(LICENCE)
    type_keys("北辰建材有限公司")
    assert "第 1 人 · 单位" in words(strip)
    assert "第 2 人 · 代理人" in words(strip)
    desk.desk.scanned(NUMBER)
    press(Key.Key_F8)
    assert "第 2 人 · 代理人" in words(strip), "somebody who comes for a firm has a name"
    type_keys("李桂兰")
    press(Key.Key_F8)
    type_keys("dgdzd")
    press(Key.Key_Return)
    assert opened(desk).runner.procedure.spec.code == "DGDZD"
    assert "北辰建材有限公司" in words(strip)


@pytest.mark.parametrize(
    ("key", "parts"), [(Key.Key_A, ["self", "agent"]), (Key.Key_G, ["guardian", "ward"])]
)
def test_one_more_person_is_told_in_the_strip_by_its_key(
    desk: Counterside, strip: Strip, qtbot: QtBot, key: Key, parts: list[str]
) -> None:
    turn_to(strip, qtbot)
    press(Key.Key_F2)
    desk.desk.scanned(NUMBER)
    type_keys("李桂兰")
    press(key, ALT)
    type_keys("李强")
    persons = desk.desk.parts.sitting.people.persons
    assert [one.name for one in persons] == ["李桂兰", "李强"]
    assert [one.part for one in persons] == parts


def test_what_a_reader_reads_in_the_strip_stands_in_the_strip(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    turn_to(strip, qtbot)
    press(Key.Key_F2)
    for read in (CARD, OTHER_CARD):
        desk.desk.paper_read(read)
    people = strip.parts.work.people
    names = [block.boxes["name"].value() for block in people.blocks.values()]
    assert names == [CARD.name, OTHER_CARD.name]
    press(Key.Key_A, ALT)
    people.blocks["p2"].boxes["phone"].setFocus()
    press(Key.Key_D, ALT)
    told = [one.name for one in desk.desk.parts.sitting.people.persons]
    assert told == [CARD.name, ""], "who has the caret is taken away, not who came last"


def test_a_step_that_needs_the_whole_desk_says_so_with_the_key(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    to_read_back(desk)
    turn_to(strip, qtbot)
    assert "“核对”这一步要填的多，展开来办：Ctrl+Alt+J" in words(strip)
    press(Key.Key_J, CTRL | ALT)
    assert desk.frame.isVisible()


def test_a_paper_that_a_tick_does_not_settle_is_named_with_the_key(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    open_account(desk)
    turn_to(strip, qtbot)
    press(Key.Key_Minus)
    assert "还没办完，展开来办：Ctrl+Alt+J" in words(strip)


def test_the_caret_comes_back_to_where_it_was_in_the_strip(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    receive(desk)
    type_keys("xjck")
    press(Key.Key_Return)
    type_keys("30")
    turn_to(strip, qtbot)
    assert strip.parts.work.form.form.focused_field() == "amount"
    type_keys("00")
    press(Key.Key_Return)
    type_keys("44")
    strip.unfold()
    qtbot.waitUntil(desk.frame.isActiveWindow)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert (focus.text(), focus.cursorPosition()) == ("44", 2)


def test_what_is_of_the_whole_window_unfolds_it_and_a_dialog_stands_over_the_strip(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    receive(desk)
    type_keys("xjck")
    press(Key.Key_Return)
    turn_to(strip, qtbot)
    press(Key.Key_S, ALT)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.parentWidget() is strip
    dialog.close()
    qtbot.waitUntil(strip.isActiveWindow)
    press(Key.Key_F4)
    assert desk.frame.isVisible()
    assert not strip.isVisible()


def test_a_lock_covers_a_dialog_over_the_strip(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    receive(desk)
    type_keys("xjck")
    press(Key.Key_Return)
    turn_to(strip, qtbot)
    press(Key.Key_S, ALT)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    desk.frame.locker.lock("王敏 80231")
    assert not dialog.isVisible()
    desk.frame.locker.unlock()
    assert dialog.isVisible()
    dialog.close()


def test_a_notice_of_the_desk_is_read_in_the_strip(
    desk: Counterside, strip: Strip, qtbot: QtBot
) -> None:
    receive(desk)
    turn_to(strip, qtbot)
    desk.frame.say("没有要补的流水号")
    assert "没有要补的流水号" in words(strip)


def test_the_meter_counts_what_is_not_typed(desk: Counterside, strip: Strip, qtbot: QtBot) -> None:
    receive(desk)
    turn_to(strip, qtbot)
    type_keys("xjck")
    press(Key.Key_Return)
    type_keys("3000")
    press(Key.Key_Return)
    assert "已按 0 键" in words(strip)
    while QApplication.focusWidget() is not strip.parts.work.form.originals:
        press(Key.Key_Return)
    before = strip.parts.work.form.count.presses
    press(Key.Key_Space)
    assert strip.parts.work.form.count.presses == before + 1
    assert f"已按 {before + 1} 键" in words(strip)
    strip.unfold()
    assert f"已按 {before + 1} 键" in words(desk.frame)


@pytest.mark.parametrize(
    ("size", "side", "scale"),
    [
        ((1366, 768), Side.RIGHT, 100),
        ((1366, 768), Side.RIGHT, 150),
        ((1366, 768), Side.BOTTOM, 100),
        ((1920, 1080), Side.BOTTOM, 150),
        ((911, 512), Side.RIGHT, 100),
    ],
)
def test_nothing_in_the_strip_is_cut_hidden_or_nameless(
    desk: Counterside, strip: Strip, size: tuple[int, int], side: Side, scale: int
) -> None:
    desk.theme.choose(scale=scale)
    receive(desk)
    stand_in(strip, *size, side)
    QTest.qWait(50)
    found = audit(strip)
    desk.desk.need.service_chosen.emit("ZZHK")
    QTest.qWait(50)
    found += audit(strip)
    desk.desk.errands.park()
    press(Key.Key_F2)
    desk.desk.scanned(LICENCE)
    QTest.qWait(50)
    assert len(strip.parts.work.people.blocks) == 2
    found += audit(strip)
    desk.theme.choose(scale=100)
    assert found == []


def test_with_another_size_the_strip_stands_anew(desk: Counterside, strip: Strip) -> None:
    stand_in(strip, 1920, 768, Side.BOTTOM)
    assert strip.size().toTuple() == (1920, 140)
    desk.theme.choose(scale=115)
    assert strip.size().toTuple() == (1920, 161)
    desk.theme.choose(scale=150)
    assert strip.standing is Side.BOTTOM
    desk.theme.choose(scale=100)
    assert strip.size().toTuple() == (1920, 140)
