"""The convergence world as a state machine: Hypothesis chooses the history and shortens what fails."""

import shutil
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.stateful.test_convergence import FillsInHeads
from tests.stateful.world import MEMORY, Bugs, Difference, Terminal, World

TERMINALS = st.integers(0, 4)
CHANCE = st.integers(0, 2**32 - 1)
SUBJECT = st.sampled_from(("case/1", "customer/1", "visit/1"))
ABOUT = st.lists(SUBJECT, min_size=1, max_size=2, unique=True)
BUGS = Bugs()


class Convergence(RuleBasedStateMachine):
    """Terminals write, exchange, restart, go wrong in their clocks; at the end all are equal."""

    bugs = BUGS
    made: type[World] = World

    @initialize(seed=CHANCE)
    def begin(self, seed: int) -> None:
        """A branch with two or three terminals."""
        self.folder = Path(mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        self.world = self.made(self.folder / "world", seed, self.bugs)

    @rule(terminal=TERMINALS, chance=CHANCE, about=ABOUT)
    def write(self, terminal: int, chance: int, about: list[str]) -> None:
        """A commit decided on the present Views."""
        self._at(chance)
        self.world.write(self._terminal(terminal), stale=False, about=about)

    @rule(terminal=TERMINALS, subject=SUBJECT)
    def remember(self, terminal: int, subject: str) -> None:
        """A page is open with this View."""
        self.world.remember(self._terminal(terminal), subject)

    @precondition(lambda self: any(one.old_views for one in self.world.terminals))
    @rule(chance=CHANCE)
    def write_on_an_old_view(self, chance: int) -> None:
        """A commit decided before somebody else wrote."""
        self._at(chance)
        for terminal in self.world.terminals:
            if terminal.old_views:
                self.world.write(terminal, stale=True, about=list(terminal.old_views)[-1:])

    @rule(terminal=TERMINALS, chance=CHANCE)
    def exchange(self, terminal: int, chance: int) -> None:
        """Push and pull, cut anywhere."""
        self._at(chance)
        self.world.exchange(self._terminal(terminal))

    @rule(terminal=TERMINALS)
    def restart(self, terminal: int) -> None:
        """The program ends and starts."""
        self.world.restart(self._terminal(terminal))

    @rule(terminal=TERMINALS, days=st.integers(-366, 366))
    def set_clock(self, terminal: int, days: int) -> None:
        """A clock goes wrong by up to a year."""
        self._terminal(terminal).skew = timedelta(days=days)

    def teardown(self) -> None:
        """Everything flows; then all replicas must be equal."""
        if hasattr(self, "world"):
            try:
                self.world.settle()
            finally:
                self.world.close()
                shutil.rmtree(self.folder, ignore_errors=True)

    def _at(self, chance: int) -> None:
        self.world.random.seed(chance)
        self.world.pass_time()

    def _terminal(self, number: int) -> Terminal:
        return self.world.terminals[number % len(self.world.terminals)]


USUAL = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
Convergence.TestCase.settings = USUAL
TestConvergence = Convergence.TestCase


class WithABug(Convergence):
    """The same world with a store that writes old decisions as if they had seen the present."""

    bugs = Bugs(store=FillsInHeads)


def test_a_planted_bug_is_found_by_the_machine_too() -> None:
    hunting = settings(USUAL, max_examples=500, database=None, phases=[Phase.generate])
    with pytest.raises(Difference):
        run_state_machine_as_test(WithABug, settings=hunting)
