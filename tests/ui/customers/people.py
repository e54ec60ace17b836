"""Customers of the branch, and their cases, for the tests of these pages."""

from pathlib import Path

from counter_app.journal.facts import presence
from counter_app.journal.facts.case import PartiesTaken
from counter_app.services.ports import NewFact
from tests.store.writing import new_store, stamp_at
from tests.ui.supervision.day import HOLDER, NUMBER, PHONE, Day

CUSTOMER = "customer/1"


def group(named: str, **fields: str) -> presence.CustomerGroup:
    """One group of a customer's fields."""
    return presence.CustomerGroup.model_validate({"name": named, "fields": fields})


def registered(day: Day) -> str:
    """李桂兰 is known to the branch."""
    identity = group(
        "identity", name="李桂兰", paper="resident_id", number=NUMBER, birth="1949-12-31"
    )
    address = group("address", address="北京市东城区东大街 18 号 302 室")
    known = presence.CustomerRegistered(groups=(identity, group("contact", phone=PHONE), address))
    day.standing.write(day.wang.actor, (CUSTOMER, known))
    return CUSTOMER


def belongs(day: Day, name: str) -> None:
    """A case is hers."""
    party = HOLDER.model_copy(update={"customer": CUSTOMER})
    taken = PartiesTaken(visit=f"visit/{name}", parties=(party,))
    day.standing.write(day.wang.actor, (day.cases[name], taken))


def amended_apart(day: Day, folder: Path) -> None:
    """Two windows change her phone without seeing each other."""
    here, other = day.standing.store, new_store(folder / "other", 4)
    other.accept(here.entries_after(here.journal_id, 0, 10_000))
    heads = other.view(CUSTOMER).heads
    mine, theirs = _phone("13900001111"), NewFact(CUSTOMER, _phone("13700002222"))
    day.standing.clock.go(minutes=1)
    day.standing.write("staff/80231", (CUSTOMER, mine))
    stamp = stamp_at(day.standing.clock.time, "staff/60418")
    other.append([theirs], {CUSTOMER: heads}, stamp)
    here.accept(other.entries_after(other.journal_id, 0, 10_000))
    other.close()


def _phone(phone: str) -> presence.CustomerAmended:
    return presence.CustomerAmended(group=group("contact", phone=phone), source="客户口述")
