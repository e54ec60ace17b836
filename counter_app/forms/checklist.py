"""The document checklist of a case on a day.

Owns whether a line is needed and how it stands. The day is an argument: today, or the day on which
the customer will come, with that day's ages, expiries and rules.
"""

import datetime as dt

from counter_app.domain.ages import birthday
from counter_app.domain.calendar import BranchCalendar
from counter_app.domain.identity import IdentityKind
from counter_app.forms.compiled import Procedure
from counter_app.forms.condition_words import sentence
from counter_app.forms.conditions import unknown_facts
from counter_app.forms.due_dates import DueDay, due_day, length_of
from counter_app.forms.rules import RuleBook
from counter_app.forms.run_state import ItemResult, Outcome, RunState
from counter_app.forms.run_views import (
    AlternativeView,
    ChecklistLine,
    DeferralView,
    Need,
    ReasonView,
    SourceView,
    Standing,
)
from counter_app.forms.situation import Situation
from counter_app.forms.spec import DueSpec, ItemSpec, ProcedureSpec
from counter_app.forms.templates import filled
from counter_app.i18n import Text

_WITHOUT_EXPIRY = frozenset({IdentityKind.HOUSEHOLD_REGISTER})


def source_view(spec: ProcedureSpec, source: str) -> SourceView:
    """A line's source as shown."""
    found = spec.sources[source]
    return SourceView(found.title, found.mark, found.read)


def checklist_lines(
    procedure: Procedure, calendar: BranchCalendar, state: RunState, situation: Situation
) -> tuple[ChecklistLine, ...]:
    """Every line of the checklist in the order of the procedure."""
    judge = _Judge(procedure, calendar, state, situation)
    return tuple(judge.line(item) for item in procedure.spec.checklist)


class _Judge:
    """Judges the lines of one case on one day."""

    def __init__(
        self,
        procedure: Procedure,
        calendar: BranchCalendar,
        state: RunState,
        situation: Situation,
    ) -> None:
        self._procedure = procedure
        self._calendar = calendar
        self._state = state
        self._situation = situation

    def line(self, item: ItemSpec) -> ChecklistLine:
        situation = self._situation
        result = self._state.results.get(item.id)
        need = self._need(item)
        standing = self._standing(item, need, result)
        party = situation.people.get(item.whose)
        wanted = self._procedure.nodes[item.required_when]
        say = self._say
        return ChecklistLine(
            id=item.id,
            title=say(item.title),
            form=item.form,
            whose=item.whose,
            person=None if party is None else party.ref,
            paper_class=item.paper_class,
            need=need,
            standing=standing,
            outcome=None if result is None else result.outcome,
            condition=self._condition(item),
            unknown=tuple(fact.label for fact in unknown_facts(wanted, situation.values)),
            why=say(item.why),
            source=source_view(self._procedure.spec, item.source),
            who_brings=say(item.who_brings),
            look=None if item.look is None else say(item.look),
            alternatives=self._alternatives(item),
            deferral=self._deferral(item),
            refusals=tuple(ReasonView(one.id, say(one.text)) for one in item.refusals),
            refused_because=self._refused_because(item, result),
            needs_expiry=self._needs_expiry(item, result),
            valid_until=self._valid_until(item, result),
            needs_last4=item.needs_last4,
            last4=None if result is None else result.last4,
            copy=self._holds(item.copy_when) is True,
            returned=result is not None and result.returned,
            bring_again=self._bring_again(item, result, standing),
        )

    def _say(self, text: Text) -> Text:
        return filled(text, self._situation.words)

    def _holds(self, condition: str | None) -> bool | None:
        if condition is None:
            return False
        return self._procedure.holds(condition, self._situation.values)

    def _need(self, item: ItemSpec) -> Need:
        required = self._holds(item.required_when)
        if required is None:
            return Need.UNDECIDED
        if required:
            return Need.REQUIRED
        return Need.NOT_NEEDED if self._holds(item.optional_when) is False else Need.OPTIONAL

    def _condition(self, item: ItemSpec) -> Text | None:
        """When it is asked for, in words: a line that is never required is one that may be given."""
        wanted = item.required_when if item.required_when != "never" else item.optional_when
        if wanted in (None, "always", "never"):
            return None
        return sentence(self._procedure.nodes[wanted], self._situation.figures)

    def _alternatives(self, item: ItemSpec) -> tuple[AlternativeView, ...]:
        return tuple(
            AlternativeView(
                one.id, self._say(one.title), source_view(self._procedure.spec, one.source)
            )
            for one in item.alternatives
            if self._holds(one.when) is not False
        )

    def _standing(self, item: ItemSpec, need: Need, result: ItemResult | None) -> Standing:
        if need is Need.NOT_NEEDED:
            return Standing.NOT_APPLICABLE
        if result is None:
            return Standing.NOT_YET
        match result.outcome:
            case Outcome.REFUSED:
                return Standing.REFUSED
            case Outcome.MISSING:
                return Standing.MISSING
            case Outcome.DEFERRED:
                return self._deferred(item)
            case Outcome.ALTERNATIVE:
                return self._alternative(item, result)
            case Outcome.SEEN | Outcome.COPIED:
                return self._seen(item, result)

    def _deferred(self, item: ItemSpec) -> Standing:
        due = self._deferral_day(item)
        if due is None or due.day < self._situation.on:
            return Standing.MISSING
        return Standing.DEFERRED

    def _alternative(self, item: ItemSpec, result: ItemResult) -> Standing:
        chosen = next((one for one in item.alternatives if one.id == result.alternative), None)
        if chosen is None or self._holds(chosen.when) is not True:
            return Standing.NOT_ACCEPTED
        return self._validity(item, result) or self._copied(item, result)

    def _seen(self, item: ItemSpec, result: ItemResult) -> Standing:
        if self._barred(item) is not None:
            return Standing.NOT_ACCEPTED
        return self._validity(item, result) or self._copied(item, result)

    def _copied(self, item: ItemSpec, result: ItemResult) -> Standing:
        # An alternative is noted as such, copied or not; a copy is asked of the paper itself.
        if item.needs_last4 and result.outcome is not Outcome.ALTERNATIVE and not result.last4:
            return Standing.NO_LAST4
        if result.outcome is Outcome.SEEN and self._holds(item.copy_when) is True:
            return Standing.NOT_COPIED
        return Standing.IN_HAND

    def _validity(self, item: ItemSpec, result: ItemResult) -> Standing | None:
        if not self._needs_expiry(item, result) or self._unlimited(item, result):
            return None
        until = self._valid_until(item, result)
        if until is None:
            return Standing.NO_EXPIRY
        return Standing.EXPIRED if until < self._situation.on else None

    def _needs_expiry(self, item: ItemSpec, result: ItemResult | None) -> bool:
        if result is not None and result.outcome is Outcome.ALTERNATIVE:
            chosen = (one for one in item.alternatives if one.id == result.alternative)
            return any(one.needs_expiry for one in chosen)
        return item.needs_expiry

    def _own_paper(self, item: ItemSpec, result: ItemResult | None) -> bool:
        """Whether the person's own identity paper is meant, whose validity is known with him."""
        if result is not None and result.outcome is Outcome.ALTERNATIVE:
            return False
        return item.paper_class == "identity" and item.needs_expiry

    def _unlimited(self, item: ItemSpec, result: ItemResult) -> bool:
        if result.no_expiry:
            return True
        party = self._situation.people.get(item.whose)
        if party is None or result.valid_until is not None or not self._own_paper(item, result):
            return False
        return party.no_expiry or party.identity_kind in _WITHOUT_EXPIRY

    def _valid_until(self, item: ItemSpec, result: ItemResult | None) -> dt.date | None:
        if result is not None and result.valid_until is not None:
            return result.valid_until
        party = self._situation.people.get(item.whose)
        return party.valid_until if party is not None and self._own_paper(item, result) else None

    def _barred(self, item: ItemSpec) -> Text | None:
        """The reason for which the program itself does not accept this person's paper."""
        for refusal in item.refusals:
            if refusal.when is not None and self._holds(refusal.when) is True:
                return self._say(refusal.text)
        return None

    def _refused_because(self, item: ItemSpec, result: ItemResult | None) -> Text | None:
        if result is not None and result.outcome is Outcome.REFUSED:
            chosen = (one for one in item.refusals if one.id == result.refusal)
            return next((self._say(one.text) for one in chosen), None)
        if result is not None and result.outcome is Outcome.ALTERNATIVE:
            return None
        return self._barred(item)

    def _deferral(self, item: ItemSpec) -> DeferralView | None:
        due = self._deferral_day(item)
        if due is None or item.deferrable is None:
            return None
        return DeferralView(due.day, due.provisional, self._say(item.deferrable.why))

    def _deferral_day(self, item: ItemSpec) -> DueDay | None:
        if item.deferrable is None:
            return None
        length = length_of(item.deferrable.working_days, self._situation.values)
        if length is None:
            return None
        spec = DueSpec(base="business_date", plus=length, unit="working_days", last_day="branch")
        return due_day(spec, self._state.business_date, length, self._calendar)

    def _bring_again(self, item: ItemSpec, result: ItemResult | None, standing: Standing) -> bool:
        later = self._situation.on > self._state.business_date
        given_back = item.returned and item.form in ("original", "shown")
        return later and given_back and result is not None and standing is Standing.IN_HAND


def change_days(
    procedure: Procedure, rules: RuleBook, state: RunState, until: dt.date
) -> tuple[dt.date, ...]:
    """The days after the business date, up to `until`, on which the checklist may change.

    Birthdays, days after an expiry, days on which a figure begins or has ended, days that a
    condition names. Between them nothing can change but working days.
    """
    days: set[dt.date] = set()
    one_day = dt.timedelta(days=1)
    for figure in rules.figures:
        days.add(figure.from_date)
        if figure.until is not None and figure.until < dt.date.max:
            days.add(figure.until + one_day)
    for expiry in [party.valid_until for party in state.parties] + [
        result.valid_until for result in state.results.values()
    ]:
        if expiry is not None and expiry < dt.date.max:
            days.add(expiry + one_day)
    days |= set(_birthdays(state, until)) | set(procedure.dates)
    return tuple(sorted(day for day in days if state.business_date < day <= until))


def _birthdays(state: RunState, until: dt.date) -> list[dt.date]:
    found = []
    for party in state.parties:
        if party.birth_date is None:
            continue
        for year in range(state.business_date.year, min(until.year, dt.MAXYEAR - 1) + 1):
            age = year - party.birth_date.year
            if age >= 0:
                found.append(birthday(party.birth_date, age))
    return found
