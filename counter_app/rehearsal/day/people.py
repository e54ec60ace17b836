"""Who comes on the scripted day: invented persons and a firm. Their numbers have true check signs."""

from counter_app.rehearsal.demo_branch import CUSTOMERS
from counter_app.rehearsal.demo_morning import person
from counter_app.services.visiting import PersonTold

ELDER = person(CUSTOMERS[0])
"""77 years old, with a paper that does not end."""
ADULTS = tuple(person(one) for one in CUSTOMERS[1:])


def _told(ref: str, name: str, number: str, **more: str) -> PersonTold:
    return PersonTold(
        ref,
        name=name,
        paper="resident_id",
        number=number,
        valid_until="2033-05-20",
        part=more.get("part", "self"),  # type: ignore[arg-type]
        phone=more.get("phone", ""),
    )


STUDENT = _told("p1", "周晓彤", "110105200811090038", phone="13500002233")
"""Eighteen, the first time alone at a counter."""
MIDDLE_AGED = _told("p1", "何建军", "110105196803050010", phone="13600004455")
CHILD = _told("p1", "林小满", "110105201506120020", part="ward")
MOTHER = _told("p2", "林静", "310101199212184020", part="guardian", phone="13700008899")
AGENT = _told("p2", "陈雪梅", "320106197805122241", part="agent", phone="13912348802")
FIRM = PersonTold(
    "p1",
    name="安澜路小吃店有限公司",
    paper="business_licence",
    number="91110105MA01ABCD00",
    present=False,
)
ABSENT_HOLDER = PersonTold(
    "p1",
    name=CUSTOMERS[1].name,
    paper=CUSTOMERS[1].paper,
    number=CUSTOMERS[1].number,
    valid_until=CUSTOMERS[1].valid_until,
    present=False,
)
ORDINARY = (*ADULTS, MIDDLE_AGED, ELDER, STUDENT)
"""Taken in turn where the script does not say who comes."""
