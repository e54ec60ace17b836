"""Keys of terminals: pinned, vouched for by an administrator, or another than was vouched for."""

import pytest

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.journal.facts.upkeep import TerminalKeyCountersigned
from counter_app.services import vouching
from tests.unit.services.standing import Standing, code_of


def test_a_key_is_pinned_until_an_administrator_vouches(here: Standing) -> None:
    journal = here.store.journal_id
    key = vouching.journal_keys(here.counter)[journal]
    assert (key.standing, key.terminal) == ("pinned", "03")
    administrator = here.hire("80009", Role.ADMINISTRATOR)
    keys = vouching.vouch(here.counter, administrator, [journal])
    assert not isinstance(keys, Refusal)
    assert (keys[journal].standing, keys[journal].by) == ("vouched", "staff/80009")
    assert vouching.terminal_view(here.counter, "03").faults == ()
    before = here.fact_count()
    assert code_of(vouching.vouch(here.counter, administrator, [journal])) == "key_vouched"
    assert here.fact_count() == before


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.ADMINISTRATOR])
def test_nobody_else_vouches(here: Standing, role: Role) -> None:
    acting = here.hire("80501", role)
    before = here.fact_count()
    answer = vouching.vouch(here.counter, acting, [here.store.journal_id])
    assert code_of(answer) == "not_allowed"
    assert here.fact_count() == before


def test_another_key_than_the_vouched_one_is_told_and_not_vouched_for(here: Standing) -> None:
    journal = here.store.journal_id
    other = TerminalKeyCountersigned(journal=journal, public_key="f" * 64, right_entry="e" * 64)
    here.write("staff/80001", ("terminal/03", other))
    assert vouching.journal_keys(here.counter)[journal].standing == "another"
    administrator = here.hire("80009", Role.ADMINISTRATOR)
    assert code_of(vouching.vouch(here.counter, administrator, [journal])) == "another_key"


def test_a_journal_that_is_not_here_is_not_vouched_for(here: Standing) -> None:
    administrator = here.hire("80009", Role.ADMINISTRATOR)
    assert code_of(vouching.vouch(here.counter, administrator, ["j9"])) == "key_vouched"


def test_the_signs_to_compare_are_the_first_of_the_key() -> None:
    key = vouching.JournalKey("03", "0a1b2c3d4e5f6071" + "f" * 48, "pinned")
    assert key.mark == "0A1B-2C3D-4E5F-6071"
