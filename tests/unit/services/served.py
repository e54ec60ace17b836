"""Cases served through the services alone on the shipped procedures. Owns no assertion of its own."""

from counter_app.journal.facts.case import PartyTaken
from counter_app.journal.folds.presence import VisitView
from counter_app.services import handling, visiting
from counter_app.services.counter import Acting
from counter_app.services.handling_results import OpenCase
from tests.unit.services.standing import Standing

SELF = PartyTaken(
    person="person/1",
    part="self",
    name="李桂兰",
    paper="resident_id",
    number="11010519840506002X",
    valid_until="2031-09-30",
    phone="13812345678",
    birth="1984-05-06",
    sex="F",
)
FIRM = PartyTaken(person="person/2", part="self", name="示例公司", paper="business_licence")
AGENT = PartyTaken(
    person="person/3",
    part="agent",
    name="陈雪梅",
    paper="resident_id",
    number="320106197805122241",
    valid_until="2030-01-01",
    phone="13912348802",
    birth="1978-05-12",
    sex="F",
)


def begun(here: Standing, acting: Acting, service: str, *parties: PartyTaken) -> OpenCase:
    """A case of a service at the window of a person."""
    visit = visiting.start_visit(here.counter, acting)
    assert isinstance(visit, VisitView), visit
    opened = handling.start_case(here.counter, acting, visit.subject, service, parties or (SELF,))
    assert isinstance(opened, OpenCase), opened
    return opened
