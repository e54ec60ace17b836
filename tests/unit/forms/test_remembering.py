"""Remembered answers: each question about a state is worked out once, and never answers another."""

import datetime as dt

from counter_app.forms.remembering import KEPT, LastAnswers
from counter_app.forms.run_state import RunState

TODAY = dt.date(2026, 11, 23)


class Asked:
    """Counts how often an answer was worked out."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def test_the_same_question_about_an_equal_state_is_worked_out_once() -> None:
    last, asked = LastAnswers(), Asked()
    state = RunState(TODAY).with_value("amount", "500")
    assert last.of(state, "lines", asked) == 1
    assert last.of(state, "lines", asked) == 1
    assert last.of(RunState(TODAY).with_value("amount", "500"), "lines", asked) == 1
    assert asked.times == 1


def test_another_state_or_another_question_is_worked_out_anew() -> None:
    last, asked = LastAnswers(), Asked()
    state = RunState(TODAY).with_value("amount", "500")
    answers = [
        last.of(state, "lines", asked),
        last.of(state, ("lines", TODAY), asked),
        last.of(state.with_value("amount", "501"), "lines", asked),
        last.of(RunState(TODAY + dt.timedelta(days=1)).with_value("amount", "500"), "lines", asked),
    ]
    assert answers == [1, 2, 3, 4]


def test_only_the_last_few_are_kept() -> None:
    last, asked = LastAnswers(), Asked()
    states = [RunState(TODAY).with_value("amount", str(number)) for number in range(KEPT + 1)]
    for state in states:
        last.of(state, "lines", asked)
    assert last.of(states[-1], "lines", asked) == KEPT + 1
    assert last.of(states[0], "lines", asked) == KEPT + 2
