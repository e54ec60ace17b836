"""The right pane: what to say where there is something to say, and no empty card where not."""

import pytest
from PySide6.QtCore import Qt

from counter_app.domain.masks import mask_number
from counter_app.forms.run_state import StepId
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import (
    ALT,
    NUMBER,
    SECOND_NUMBER,
    opened,
    receive,
    run_of,
    tell,
    to_core,
    to_details,
    to_read_back,
)


def context(here: Counterside) -> str:
    return words(here.frame.body.context)


@pytest.mark.parametrize("play", [to_details, to_read_back, to_core])
def test_the_script_stands_only_where_there_are_words(desk: Counterside, play: object) -> None:
    play(desk)  # type: ignore[operator]
    run = run_of(desk)
    lines = opened(desk).runner.script(run, run.step)
    said = [one for one in lines if one.kind != "watch"]
    assert ("话术" in context(desk)) == bool(said)


def test_no_step_has_an_empty_card(desk: Counterside) -> None:
    to_details(desk)
    aside, found = desk.desk.parts.aside, set()
    for step in StepId:
        lines = opened(desk).runner.script(run_of(desk), step)
        said = any(one.kind != "watch" for one in lines)
        assert (aside.widgets()[-1] in aside.sections(step)) == said, step
        found.add(said)
    assert found == {True, False}


def test_before_a_business_the_greeting_stands(desk: Counterside) -> None:
    receive(desk)
    assert "您好，请问要办什么业务？" in context(desk)


def test_a_childs_number_stands_under_its_name_and_the_guardians_under_the_guardians(
    desk: Counterside,
) -> None:
    press(Qt.Key.Key_F2)
    desk.desk.scanned(NUMBER)
    type_keys("张伟")
    press(Qt.Key.Key_G, ALT)
    desk.desk.scanned(SECOND_NUMBER)
    type_keys("张小满")
    tell(desk, "p1", no_expiry=True, phone="13812345678")
    tell(desk, "p2", no_expiry=True)
    press(Qt.Key.Key_F8)
    shown = context(desk)
    told = ("张小满", mask_number(SECOND_NUMBER), "张伟", mask_number(NUMBER))
    places = [shown.index(one) for one in told]
    assert places == sorted(places)
