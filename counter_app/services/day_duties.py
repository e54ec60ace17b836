"""Duties that one person must not join on one day: who gives rights must not use a supervisor's.

Owns which facts count as acting in which of the two roles. Judged over persons, not accounts.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role, conflict_on_day
from counter_app.journal.facts import ground, people
from counter_app.services.accounts import accounts_of
from counter_app.services.counter import Counter
from counter_app.services.ports import Act

ACTED_AS: Mapping[str, Role] = MappingProxyType(
    {
        people.StaffRegistered.KIND: Role.ADMINISTRATOR,
        people.RoleGranted.KIND: Role.ADMINISTRATOR,
        people.RoleEnded.KIND: Role.ADMINISTRATOR,
        people.PasswordSet.KIND: Role.ADMINISTRATOR,
        people.StaffLeft.KIND: Role.ADMINISTRATOR,
        ground.VersionPublished.KIND: Role.ADMINISTRATOR,
        people.AttemptsForgiven.KIND: Role.SUPERVISOR,
        people.OverrideGranted.KIND: Role.SUPERVISOR,
        people.OverrideRefused.KIND: Role.SUPERVISOR,
    }
)
SUBJECTS = ("staff", "version", "override")


def day_refusal(counter: Counter, person: str, role: Role) -> Refusal | None:
    """Why the person must not act in this role today, having acted in another."""
    acted = roles_acted_in(counter, person)
    if conflict_on_day({role, *acted}) is None:
        return None
    other = next(one for one in sorted(acted) if conflict_on_day({role, one}))
    return Refusal("duties_apart_on_a_day", {"acted_as": other.value, "wanted": role.value})


def roles_acted_in(counter: Counter, person: str) -> frozenset[Role]:
    """As administrator, as supervisor: what the person's entries of today show."""
    return frozenset(ACTED_AS[act.kind] for act in _acts(counter, person) if _counts(act))


def _acts(counter: Counter, person: str) -> Iterator[Act]:
    today = counter.today().isoformat()
    for account in accounts_of(counter, person):
        for about in SUBJECTS:
            yield from counter.store.acts_of_day(account.subject, today, about)


def _counts(act: Act) -> bool:
    """One's own new password is nobody's administration."""
    own_password = act.kind == people.PasswordSet.KIND and act.subject == act.actor
    return act.kind in ACTED_AS and not own_password
