"""The times of a day's visits on its sheet: a table for the workbook, rows for the paper, words.

What counts, and what is kept apart, is `work_times`'. A length is told in whole minutes.
"""

import datetime as dt
from collections.abc import Sequence

from counter_app.domain.dates import duration_text
from counter_app.domain.paper import LabelledRow, Sentence
from counter_app.domain.work_state import WorkState
from counter_app.i18n import Language, Text, same
from counter_app.services.wording import fill
from counter_app.services.work_times import KEPT_APART, WorkTimes

TIMES = Text("用时", "Times")
LEAD = Text("用时（补录不计）", "Times (without late entries)")
HEADS = (
    Text("柜员", "Teller"),
    Text("到店数", "Visits"),
    Text("服务用时（分）", "Serving (min)"),
    Text("每次中位数（分）", "Median a visit (min)"),
    Text("当面（分）", "In person (min)"),
)
MINUTES = Text("{state}（分）", "{state} (min)")
APART = Text("{state}，不计（分）", "{state}, kept apart (min)")
SERVED = Text(
    "到店 {visits}，服务 {serving}，每次中位 {a_visit}",
    "{visits} visits, serving {serving}, median {a_visit}",
)
STATE = Text("{state} {length}", "{state} {length}")
OUTSIDE = Text("{state} {length} 不计入服务", "{state} {length}, not serving time")


def heads(language: Language) -> tuple[str, ...]:
    """Teller, visits, serving, median, in person, then every state in its order."""
    states = (fill(APART if one in KEPT_APART else MINUTES, state=one.label) for one in WorkState)
    return tuple(one.into(language) for one in (*HEADS, *states))


def cells(times: WorkTimes) -> tuple[str | int, ...]:
    """A person's row, in minutes."""
    return (
        f"{times.staff_name} {times.staff}".strip(),
        times.visits,
        _minutes(times.serving),
        _minutes(times.a_visit or dt.timedelta()),
        _minutes(times.in_person),
        *(_minutes(times.by_state[one]) for one in WorkState),
    )


def rows(everybody: Sequence[WorkTimes]) -> tuple[LabelledRow, ...]:
    """The rows of the paper, one a person; states that took no minute are left out."""
    return tuple(
        LabelledRow(
            same(f"{one.staff_name} {one.staff}".strip()),
            tuple(Sentence(words) for words in (served_words(one), *state_words(one))),
        )
        for one in everybody
    )


def served_words(times: WorkTimes) -> Text:
    """How many visits, how long they were served, and the median of one."""
    return fill(
        SERVED,
        visits=times.visits,
        serving=duration_text(times.serving),
        a_visit=duration_text(times.a_visit or dt.timedelta()),
    )


def state_words(times: WorkTimes) -> tuple[Text, ...]:
    """Each state that took a minute or more; what is kept apart says so."""
    return tuple(
        fill(
            OUTSIDE if state in KEPT_APART else STATE,
            state=state.label,
            length=duration_text(length),
        )
        for state, length in times.by_state.items()
        if _minutes(length)
    )


def _minutes(length: dt.timedelta) -> int:
    return int(length.total_seconds()) // 60
