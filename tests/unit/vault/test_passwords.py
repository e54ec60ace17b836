"""Passwords: right, wrong, outdated and damaged told apart, and nothing of them kept."""

import pytest

from counter_app.vault.passwords import PasswordCost, Passwords, Verdict
from tests.unit.vault.conftest import CountedEntropy

CHEAP = PasswordCost(passes=1, memory_kib=8, lanes=1)


@pytest.fixture
def passwords() -> Passwords:
    """Verifiers that cost next to nothing."""
    return Passwords(CHEAP, CountedEntropy())


def test_right_and_wrong(passwords: Passwords) -> None:
    verifier = passwords.verifier("正确 horse")
    assert passwords.judge(verifier, "正确 horse") is Verdict.MATCHED
    assert passwords.judge(verifier, "正确 Horse") is Verdict.WRONG
    assert passwords.judge(verifier, "") is Verdict.WRONG
    assert [v for v in Verdict if v.is_match] == [Verdict.MATCHED, Verdict.MATCHED_OUTDATED]


def test_the_password_is_not_in_its_verifier_and_two_differ(passwords: Passwords) -> None:
    one, other = passwords.verifier("demo"), passwords.verifier("demo")
    assert one != other
    assert "demo" not in one
    assert one.startswith("$argon2id$v=19$m=8,t=1,p=1$")


def test_another_cost_asks_for_a_new_verifier(passwords: Passwords) -> None:
    dearer = Passwords(PasswordCost(passes=2, memory_kib=16, lanes=1), CountedEntropy())
    verifier = passwords.verifier("demo")
    assert dearer.judge(verifier, "demo") is Verdict.MATCHED_OUTDATED
    assert dearer.judge(verifier, "wrong") is Verdict.WRONG
    assert dearer.judge(dearer.verifier("demo"), "demo") is Verdict.MATCHED


@pytest.mark.parametrize("verifier", ["", "demo", "$argon2id$v=19$m=8,t=1,p=1$", "核对"])
def test_what_is_no_verifier_is_damaged(passwords: Passwords, verifier: str) -> None:
    assert passwords.judge(verifier, "demo") is Verdict.DAMAGED


def test_a_changed_verifier_never_matches(passwords: Passwords) -> None:
    verifier = passwords.verifier("demo")
    for place in range(len(verifier)):
        changed = verifier[:place] + "~" + verifier[place + 1 :]
        assert not passwords.judge(changed, "demo").is_match


def test_one_letter_typed_in_two_ways_is_one_letter(passwords: Passwords) -> None:
    assert passwords.judge(passwords.verifier("caf\u00e9"), "cafe\u0301") is Verdict.MATCHED
    assert passwords.judge(passwords.verifier("\ud800"), "\ud800") is Verdict.MATCHED


def test_the_defaults_are_the_recommended_ones() -> None:
    assert PasswordCost() == PasswordCost(passes=3, memory_kib=65_536, lanes=4)
