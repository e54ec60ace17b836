"""Matters that others handle 受限: passed on, and nothing kept of what was thought.

Each is a subject of its own in the restricted audience: no case, visit or customer quotes it, so no
paper, list, search or replay of those can show it. A judicial enquiry is received and handed over only.
"""

from dataclasses import dataclass
from typing import Literal

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.care import EnquiryReceived, PoliceContacted, ReferredOn
from counter_app.journal.folds.care import RestrictedView
from counter_app.services.counter import Acting, Counter, still_may, write
from counter_app.services.ports import NewFact

Matter = Literal["observation", "enquiry", "police"]

LEAST_OFFICERS = 2
"""An authority's order is brought by two officers or more."""


@dataclass(frozen=True, slots=True)
class Referred:
    """To which post, and there to whom; about which case or visit, when there is one."""

    to_post: str
    to_staff: str = ""
    case: str | None = None
    visit: str | None = None


@dataclass(frozen=True, slots=True)
class EnquiryTold:
    """Who came, with which document; times `HH:MM`."""

    authority: str
    officers: tuple[str, ...]
    document: str
    arrived_at: str


def refer_observation(
    counter: Counter, acting: Acting, referred: Referred
) -> RestrictedView | Refusal:
    """An observation goes to its post: that it went, when, and to whom."""
    return _refer(counter, acting, "observation", referred, [])


def refer_police(
    counter: Counter, acting: Acting, referred: Referred, at: str, badge: str = ""
) -> RestrictedView | Refusal:
    """The police were called or came."""
    if not at.strip():
        return Refusal("police_told_needed")
    fact = PoliceContacted(at=at.strip(), badge=badge.strip(), case=referred.case)
    return _refer(counter, acting, "police", referred, [fact])


def refer_enquiry(
    counter: Counter, acting: Acting, referred: Referred, told: EnquiryTold
) -> RestrictedView | Refusal:
    """An authority's enquiry: arrival and hand-over. Never about a case; the post takes it on."""
    officers = tuple(one.strip() for one in told.officers if one.strip())
    needed = (told.authority, told.document, told.arrived_at)
    if len(officers) < LEAST_OFFICERS or not all(one.strip() for one in needed):
        return Refusal("enquiry_told_needed")
    fact = EnquiryReceived(
        authority=told.authority.strip(),
        officers=officers,
        document=told.document.strip(),
        arrived_at=told.arrived_at.strip(),
    )
    where = Referred(referred.to_post, referred.to_staff)
    return _refer(counter, acting, "enquiry", where, [fact])


def _refer(
    counter: Counter, acting: Acting, matter: Matter, referred: Referred, before: list[Fact]
) -> RestrictedView | Refusal:
    refusal = still_may(counter, acting, Right.SERVE)
    if refusal:
        return refusal
    if not referred.to_post.strip():
        return Refusal("unknown_post")
    subject = counter.fresh("restricted")
    passed = ReferredOn(
        matter=matter,
        to_post=referred.to_post.strip(),
        to_staff=referred.to_staff.strip(),
        case=referred.case,
        visit=referred.visit,
    )
    facts = [NewFact(subject, one) for one in (*before, passed)]
    written = write(counter, acting.actor, facts, [])
    if isinstance(written, Refusal):
        return written
    view = counter.store.view(subject)
    assert isinstance(view, RestrictedView)
    return view
