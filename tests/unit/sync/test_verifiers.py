"""Verifiers travel: what was set here to the branch, what was changed elsewhere to who has it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from counter_app.db.verifiers import LocalVerifiers, verifier_name
from counter_app.services.branch_ports import BranchGreeting, BranchUnreachable
from counter_app.sync.exchange import Exchanged
from counter_app.sync.meeting import Met
from counter_app.sync.verifiers import HeldVerifiers, MeetingWithVerifiers

T = TypeVar("T")
GREETING = BranchGreeting("branch/1", "x", 3, ("all",), datetime(2026, 11, 23, tzinfo=UTC), 1)


@dataclass
class Values:
    """The local values of a PC, and the accounts it knows."""

    values: dict[str, str] = field(default_factory=dict)

    def local_value(self, name: str) -> str | None:
        return self.values.get(name)

    def set_local_value(self, name: str, value: str) -> None:
        self.values[name] = value

    def subjects(self, kind: str) -> list[str]:
        return [f"{kind}/80101", f"{kind}/80102"]


@dataclass
class Office:
    """The branch's verifiers, and whether facts had come before them."""

    kept: dict[str, str] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)

    def put_verifier(self, staff: str, verifier: str) -> None:
        self.log.append(f"put {staff}")
        self.kept[staff] = verifier

    def verifier(self, staff: str) -> str | None:
        return self.kept.get(staff)


class Pc:
    """A PC whose meetings bring what a test says."""

    def __init__(self, office: Office) -> None:
        self.values = Values()
        self.verifiers = LocalVerifiers(self.values)
        self.office = office
        self.subjects: tuple[str, ...] = ()
        self.meeting = MeetingWithVerifiers(self, self._ask, office)  # type: ignore[arg-type]

    def set_password(self, staff: str, verifier: str) -> None:
        """As the store does beside the fact."""
        self.values.set_local_value(verifier_name(staff), verifier)

    def meet(self, *subjects: str) -> None:
        self.subjects = subjects
        self.meeting.hold()

    def hold(self) -> Met:
        self.office.log.append("facts")
        return Met(GREETING, 0, Exchanged(subjects=self.subjects), 0)

    def waiting(self) -> int:
        return 7

    def _ask(self, job: Callable[[HeldVerifiers], T]) -> T:
        return job(self.verifiers)


@pytest.fixture
def office() -> Office:
    return Office()


def test_what_was_set_here_goes_to_the_branch_once(office: Office) -> None:
    here = Pc(office)
    here.set_password("80101", "first")
    here.meet()
    here.meet()
    assert office.kept == {"80101": "first"}
    assert office.log.count("put 80101") == 1


def test_nothing_is_brought_to_a_branch_that_nobody_has_met(office: Office) -> None:
    here = Pc(office)
    here.set_password("80101", "first")
    here.meet()
    assert office.log[0] == "facts"


def test_a_later_verifier_goes_before_the_fact_that_it_was_set(office: Office) -> None:
    here = Pc(office)
    here.meet()
    here.set_password("80101", "second")
    here.meet()
    assert office.log == ["facts", "put 80101", "facts"]


def test_what_was_changed_elsewhere_comes_to_who_has_it_and_to_nobody_else(office: Office) -> None:
    here, there, third = Pc(office), Pc(office), Pc(office)
    here.set_password("80101", "first")
    here.meet()
    assert there.verifiers.keep("80101", "first")  # it signed on there
    there.set_password("80101", "second")
    there.meet()
    here.meet("staff/80101")
    third.meet("staff/80101")
    assert here.verifiers.get("80101") == "second"
    assert third.verifiers.get("80101") is None
    assert here.verifiers.due() == []


def test_a_verifier_that_comes_just_after_its_fact_is_not_missed(office: Office) -> None:
    here = Pc(office)
    here.set_password("80101", "first")
    here.meet()
    here.meet("staff/80101")
    office.kept["80101"] = "second"
    here.meet()
    assert here.verifiers.get("80101") == "second"


def test_the_same_password_at_another_cost_is_no_news(office: Office) -> None:
    """Or an old password, used offline, would push out the one that was set meanwhile."""
    here = Pc(office)
    here.set_password("80101", "first")
    here.meet()
    here.verifiers.set("80101", "first, dearer")
    office.kept["80101"] = "second"
    here.meet("staff/80101")
    assert office.kept["80101"] == "second"
    assert here.verifiers.get("80101") == "second"


def test_the_same_password_at_another_cost_goes_while_nothing_was_brought(office: Office) -> None:
    here = Pc(office)
    here.set_password("80101", "first")
    here.verifiers.set("80101", "first, dearer")
    here.meet()
    assert office.kept == {"80101": "first, dearer"}


def test_a_verifier_that_did_not_arrive_is_brought_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Pc(office)
    here.set_password("80101", "first")

    def lost(*_words: str) -> None:
        raise BranchUnreachable("cut")

    monkeypatch.setattr(office, "put_verifier", lost)
    with pytest.raises(BranchUnreachable):
        here.meet()
    monkeypatch.undo()
    here.meet()
    assert office.kept == {"80101": "first"}


def test_what_waits_is_the_meetings_to_say(office: Office) -> None:
    assert Pc(office).meeting.waiting() == 7
