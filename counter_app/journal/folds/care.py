"""Views of care: questions against fraud, silent help, matters passed on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from counter_app.journal.changing import replace
from counter_app.journal.entry import Entry
from counter_app.journal.facts.care import (
    EnquiryReceived,
    FraudAsked,
    FraudOutcomeSet,
    HelpAnswered,
    HelpAskedSilently,
    PoliceContacted,
    ReferredOn,
    WarningSigned,
)
from counter_app.journal.folding import Fold
from counter_app.journal.views import Sees, View, with_fault


@dataclass(frozen=True, slots=True)
class DissuasionView(View):
    """What was asked of one customer for one case, and how it ended; the last outcome counts.

    `warnings` tells of each written warning whether it was signed, `copies_taken` the customer's sheets
    handed over, `overrides` the approvals used: each serves once.
    """

    asked: FraudAsked | None = None
    asked_at: str | None = None
    asked_by: str = ""
    outcome: FraudOutcomeSet | None = None
    outcome_at: str | None = None
    warnings: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))
    copies_taken: tuple[str, ...] = ()
    overrides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SilentHelpView(View):
    """A silent call for help: where, and who answered."""

    call: HelpAskedSilently | None = None
    called_at: str | None = None
    answer: HelpAnswered | None = None
    answered_at: str | None = None
    answered_by: str = ""


@dataclass(frozen=True, slots=True)
class RestrictedView(View):
    """A matter that others handle."""

    referred: ReferredOn | None = None
    referred_at: str | None = None
    referred_by: str = ""
    police: PoliceContacted | None = None
    enquiry: EnquiryReceived | None = None


def _asked(view: DissuasionView, entry: Entry, fact: FraudAsked, _sees: Sees) -> DissuasionView:
    return replace(view, asked=fact, asked_at=entry.occurred_at, asked_by=entry.actor)


def _outcome(
    view: DissuasionView, entry: Entry, fact: FraudOutcomeSet, _sees: Sees
) -> DissuasionView:
    """Going on against advice needs an approval and the second signature, also here."""
    approved = fact.override is not None and fact.second_signature
    if fact.outcome == "against_advice" and not approved:
        return with_fault(view, "went_on_without_approval", entry.hash)
    if fact.override in view.overrides:
        return with_fault(view, "approval_used_twice", entry.hash)
    used = (fact.override,) if fact.override is not None else ()
    return replace(
        view,
        outcome=fact,
        outcome_at=entry.occurred_at,
        overrides=(*view.overrides, *used),
    )


def _warned(
    view: DissuasionView, _entry: Entry, fact: WarningSigned, _sees: Sees
) -> DissuasionView:
    warnings = MappingProxyType({**view.warnings, fact.paper: fact.signed})
    taken = (fact.copy_taken,) if fact.copy_taken is not None else ()
    kept = tuple(one for one in view.copies_taken if one not in taken)
    return replace(view, warnings=warnings, copies_taken=(*kept, *taken))


def _called(
    view: SilentHelpView, entry: Entry, fact: HelpAskedSilently, _sees: Sees
) -> SilentHelpView:
    if view.call is not None:
        return view
    return replace(view, call=fact, called_at=entry.occurred_at)


def _answered(
    view: SilentHelpView, entry: Entry, fact: HelpAnswered, _sees: Sees
) -> SilentHelpView:
    return replace(view, answer=fact, answered_at=entry.occurred_at, answered_by=entry.actor)


def _referred(view: RestrictedView, entry: Entry, fact: ReferredOn, _sees: Sees) -> RestrictedView:
    return replace(view, referred=fact, referred_at=entry.occurred_at, referred_by=entry.actor)


def _police(
    view: RestrictedView, _entry: Entry, fact: PoliceContacted, _sees: Sees
) -> RestrictedView:
    return replace(view, police=fact)


def _enquiry(
    view: RestrictedView, _entry: Entry, fact: EnquiryReceived, _sees: Sees
) -> RestrictedView:
    return replace(view, enquiry=fact)


DISSUASION = Fold(
    DissuasionView, {FraudAsked: _asked, FraudOutcomeSet: _outcome, WarningSigned: _warned}
)
SILENT_HELP = Fold(SilentHelpView, {HelpAskedSilently: _called, HelpAnswered: _answered})
RESTRICTED = Fold(
    RestrictedView, {ReferredOn: _referred, PoliceContacted: _police, EnquiryReceived: _enquiry}
)
