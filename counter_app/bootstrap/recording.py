"""Real visits for the drills of a branch: served through the use cases in a throw-away home.

Owns the home and which visits are served there. What is made of them is in `rehearsal.drills.branch`.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from counter_app.bootstrap.adapters import SystemClock
from counter_app.bootstrap.demo import DEMO_COST
from counter_app.bootstrap.ground import FirstStart, SetUp, set_up
from counter_app.bootstrap.settings import Settings
from counter_app.bootstrap.shipped import shipped_content
from counter_app.config import Home
from counter_app.domain.refusal import Refusal
from counter_app.rehearsal.demo_branch import ADMINISTRATOR, BRANCH, CUSTOMERS, PASSWORD
from counter_app.rehearsal.demo_morning import hire, loss, opening, withdrawal
from counter_app.rehearsal.drills.branch.visits import Recorded, recorded
from counter_app.rehearsal.playing import serve
from counter_app.services import visiting
from counter_app.services.accounts import account_view
from counter_app.services.counter import Acting, Counter, acting_as

TELLER = "80231"
LARGEST_VISIT = 1_000


def recorded_visits() -> tuple[Recorded, ...]:
    """A withdrawal, a loss, an opening, and one where somebody was only advised."""
    with TemporaryDirectory(prefix="counter-visits-") as folder:
        told = FirstStart(
            BRANCH,
            ADMINISTRATOR.number,
            ADMINISTRATOR.name,
            ADMINISTRATOR.post.zh,
            PASSWORD,
            Settings(terminal="03", window="3"),
        )
        made = set_up(Home(Path(folder)), told, shipped_content(), DEMO_COST, SystemClock())
        if not isinstance(made, SetUp):
            raise SystemExit(f"drill: {made.code}")
        counter = made.ground.counter
        try:
            administrator = acting_as(account_view(counter, ADMINISTRATOR.number), "3")
            hire(counter, administrator, made.ground.passwords.verifier(PASSWORD))
            return tuple(_recorded(counter))
        finally:
            made.ground.store.close()


def _recorded(counter: Counter) -> Sequence[Recorded]:
    store, acting = counter.store, acting_as(account_view(counter, TELLER), "3")
    errands = (withdrawal(CUSTOMERS[1], "3000"), loss(CUSTOMERS[3]), opening(CUSTOMERS[2]), None)
    found = []
    for errand in errands:
        before = store.heads()[store.journal_id].seq
        if errand is None:
            _advise(counter, acting)
        else:
            serve(counter, acting, errand)
        entries = store.entries_after(store.journal_id, before, LARGEST_VISIT)
        found.append(recorded(errand.service if errand else "", entries, store))
    return found


def _advise(counter: Counter, acting: Acting) -> None:
    visit = visiting.start_visit(counter, acting)
    if isinstance(visit, Refusal):
        raise SystemExit(f"drill: {visit.code}")
    visiting.end_visit(counter, acting, visit.subject, "advised")
