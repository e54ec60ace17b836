"""What an ordinary customer says where the script of the day does not care: an answer by kind of field.

Owns no rule: what an answer leads to is the procedure's.
"""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from counter_app.forms.run_state import RunState
from counter_app.forms.run_views import CareView, FieldLine
from counter_app.rehearsal.plain_cases import PHONE
from counter_app.services.caring import CareAnswer

_BY_TYPE: Mapping[str, str] = MappingProxyType(
    {
        "yes_no": "no",
        "amount": "500",
        "last4": "4417",
        "integer": "2",
        "phone": PHONE,
        "name": "王建国",
        "text": "客户所说",
        "id_number": "110105198001010016",
    }
)


def answer_to(line: FieldLine, today: dt.date) -> str:
    """An answer that the field takes: the first option of a choice, today for a date."""
    if line.type == "choice":
        return line.options[0].id
    return today.isoformat() if line.type == "date" else _BY_TYPE[line.type]


def with_answers(
    run: RunState, lines: tuple[FieldLine, ...], values: Mapping[str, str]
) -> RunState:
    """The fields of a step answered: as the script says, else plainly where an answer is needed."""
    for line in lines:
        if line.read_only:
            continue
        if line.id in values and values[line.id] != line.value:
            run = run.with_value(line.id, values[line.id])
        elif line.required and not line.value:
            run = run.with_value(line.id, answer_to(line, run.business_date))
    return run


def calm_answers(care: CareView) -> Mapping[str, CareAnswer]:
    """To every question against fraud the answer that alarms nobody."""
    return {one.id: "no" if one.alarm == "yes" else "yes" for one in care.questions}
