"""The first start of a home: the branch, its first administrator, and the shipped content in force.

A new store names the branch it belongs to in its first entry. Versions are proposed first, then the
branch is founded in one commit, then what was proposed is published: a start that was cut short is
taken up where it stopped, by founding again or by `finish`.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from counter_app.domain.dates import BRANCH_ZONE, DEFAULT_CUT_OFF_HOUR
from counter_app.domain.names import check_name
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right, Role
from counter_app.i18n import Text
from counter_app.journal.facts.base import Words
from counter_app.journal.facts.ground import BranchFounded
from counter_app.journal.facts.people import PasswordSet, RoleGranted, StaffRegistered
from counter_app.journal.folds.ground import BranchView, JournalView, VersionView
from counter_app.journal.folds.people import StaffView
from counter_app.services.accounts import account_view
from counter_app.services.counter import Counter, acting_as, write
from counter_app.services.ports import Beside, NewFact
from counter_app.services.publishing import (
    Change,
    Publisher,
    propose_as,
    publish_as,
    version_view,
)
from counter_app.services.staffing import STAFF_NUMBER
from counter_app.services.versions import RULE_PACK, OfferedVersion

Purpose = Literal["business", "demo", "practice"]
APART: tuple[Purpose, ...] = ("demo", "practice")


@dataclass(frozen=True, slots=True)
class BranchTold:
    """The branch as told at the first start."""

    bank: Text
    outlet: Text
    address: Text
    hours: Text
    phone: str
    complaint_phone: str
    purpose: Purpose = "business"
    cut_off_hour: int = DEFAULT_CUT_OFF_HOUR


@dataclass(frozen=True, slots=True)
class AdministratorTold:
    """The first administrator; `verifier` is what is kept in place of the password."""

    number: str
    name: str
    post: str
    verifier: str


@dataclass(frozen=True, slots=True)
class Founded:
    """The branch, its first administrator, and what holds from the first day on."""

    branch: BranchView
    administrator: StaffView
    changes: tuple[Change, ...]


def branch_subject(purpose: Purpose, ident: str) -> str:
    """The branch's subject. A demo or practice home carries an id that no branch admits."""
    return f"branch/{purpose}-{ident}" if purpose in APART else f"branch/{ident}"


def found(
    counter: Counter,
    branch: BranchTold,
    administrator: AdministratorTold,
    versions: Sequence[OfferedVersion],
    from_date: dt.date,
) -> Founded | Refusal:
    """Founds the branch of a new store. The counter need not know the branch yet."""
    subject = _own_branch(counter)
    refusal = _unfounded(counter, subject, branch) or _told_well(branch, administrator)
    if refusal:
        return refusal
    fact = _branch_fact(branch, administrator)
    counter = replace(counter, branch=BranchView(subject, founded=fact))
    actor = f"staff/{administrator.number}"
    proposed = propose_as(counter, actor, versions)
    if isinstance(proposed, Refusal):
        return proposed
    facts = [NewFact(subject, fact), *_administrator_facts(counter, administrator)]
    beside = Beside(verifiers=((administrator.number, administrator.verifier),))
    written = write(counter, actor, facts, [], beside)
    return written if isinstance(written, Refusal) else finish(counter, from_date)


def finish(counter: Counter, from_date: dt.date) -> Founded | Refusal:
    """Publishes what the founder proposed and a cut-short start did not put in force.

    Versions that came later are an administrator's to publish, and stay as they are.
    """
    branch = counter.store.view(_own_branch(counter))
    assert isinstance(branch, BranchView)
    if branch.founded is None:
        return Refusal("not_founded")
    account = account_view(counter, branch.founded.first_administrator)
    due = _founders_versions(counter, branch)
    right_entry = acting_as(account, "").right_entry(Right.PUBLISH_CONTENT)
    if not due:
        return Founded(branch, account, ())
    if right_entry is None:
        return Refusal("founder_without_right")
    changes = publish_as(counter, Publisher(account.subject, right_entry, from_date), due)
    return changes if isinstance(changes, Refusal) else Founded(branch, account, changes)


def _founders_versions(counter: Counter, branch: BranchView) -> list[OfferedVersion]:
    """What was proposed before the branch was founded and never published, packs first."""
    views = [version_view(counter, one) for one in counter.store.subjects("version")]
    due = [one for one in views if not one.published and _not_after(one, branch)]
    contents = [counter.store.content(one.subject.partition("/")[2]) for one in due]
    offered = [
        OfferedVersion(view.name, view.edition, content)
        for view, content in zip(due, contents, strict=True)
        if content is not None
    ]
    return sorted(offered, key=lambda one: one.content.media != RULE_PACK)


def _not_after(view: VersionView, branch: BranchView) -> bool:
    return (view.first_at or "") <= (branch.first_at or "")


def _own_branch(counter: Counter) -> str:
    journal = counter.store.view(f"journal/{counter.store.journal_id}")
    if not isinstance(journal, JournalView) or journal.opened is None:
        raise LookupError("a store without its first entry")
    return journal.opened.branch


def _unfounded(counter: Counter, subject: str, told: BranchTold) -> Refusal | None:
    if counter.store.view(subject).exists:
        return Refusal("already_founded")
    ident = subject.partition("/")[2]
    named = next((one for one in APART if ident.split("-")[0] == one), "business")
    return None if named == told.purpose else Refusal("branch_of_another_purpose")


def _told_well(branch: BranchTold, administrator: AdministratorTold) -> Refusal | None:
    if not STAFF_NUMBER.fullmatch(administrator.number):
        return Refusal("staff_number_shape")
    name = check_name(administrator.name)
    if isinstance(name, Refusal):
        return name
    if not branch.bank.zh.strip() or not branch.outlet.zh.strip():
        return Refusal("branch_name_needed")
    return None


def _branch_fact(told: BranchTold, administrator: AdministratorTold) -> BranchFounded:
    return BranchFounded(
        bank=_words(told.bank),
        outlet=_words(told.outlet),
        address=_words(told.address),
        hours=_words(told.hours),
        phone=told.phone,
        complaint_phone=told.complaint_phone,
        zone=str(BRANCH_ZONE),
        cut_off_hour=told.cut_off_hour,
        first_administrator=administrator.number,
        purpose=told.purpose,
    )


def _administrator_facts(counter: Counter, told: AdministratorTold) -> list[NewFact]:
    subject = f"staff/{told.number}"
    person = counter.fresh("person")
    return [
        NewFact(subject, StaffRegistered(person=person, name=told.name.strip(), post=told.post)),
        NewFact(subject, RoleGranted(role=Role.ADMINISTRATOR.value)),
        NewFact(subject, PasswordSet()),
    ]


def _words(text: Text) -> Words:
    return Words(zh=text.zh, en=text.en)
