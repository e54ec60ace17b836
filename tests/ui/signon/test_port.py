"""Typed passwords on their way to an answer, on a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject

from counter_app.domain.roles import Role
from counter_app.services import signing_on
from counter_app.services.counter import Acting, instant_text
from counter_app.ui.signon.asked import (
    Forgiven,
    HandedOver,
    Refused,
    SignedIn,
    StandsBeside,
    Typed,
    Unlocked,
)
from counter_app.ui.signon.port import SignOnDoor
from tests.ui.desk.fakes import FakeWork
from tests.unit.services.standing import Standing, new_standing

RIGHT, WRONG = "verifier of 80231", "something else"


class Branch:
    """A founded branch with a teller and a supervisor, and the door under test."""

    def __init__(self, home: Path) -> None:
        self.standing: Standing = new_standing(home)
        self.standing.found()
        self.standing.hire("80231", Role.TELLER, name="王敏")
        self.standing.hire("80201", Role.SUPERVISOR, name="周岚")
        self.work = FakeWork(self.standing.counter, None)  # type: ignore[arg-type]
        self.unreadable = False
        self.door = SignOnDoor(self.work, self.standing.verifiers, self._judge)
        self.receiver = QObject()

    def sign_on(self, password: str, staff: str = "80231") -> SignedIn | Refused:
        got: list[SignedIn | Refused] = []
        self.door.sign_on(self.receiver, Typed(staff, password), "3", got.append)
        return got[0]

    def signed_in(self) -> SignedIn:
        answer = self.sign_on(RIGHT)
        assert isinstance(answer, SignedIn)
        return answer

    def lock(self, acting: Acting) -> str:
        got: list[str | Refused] = []
        self.door.lock(self.receiver, acting, "key", got.append)
        assert isinstance(got[0], str)
        return got[0]

    def unlock(
        self, acting: Acting, password: str, *, at_this_date: bool = False
    ) -> Unlocked | Refused:
        got: list[Unlocked | Refused] = []
        typed = Typed(acting.staff, password, at_this_date=at_this_date)
        self.door.unlock(self.receiver, acting, typed, got.append)
        return got[0]

    def _judge(self, verifier: str, password: str) -> bool | None:
        return None if self.unreadable else verifier == password


@pytest.fixture
def branch(tmp_path: Path, qapp: object) -> Iterator[Branch]:
    made = Branch(tmp_path / "home")
    yield made
    made.standing.store.close()


def code(answer: object) -> str:
    return answer.code if isinstance(answer, Refused) else "taken"


def test_the_right_password_begins_the_work_at_the_window(branch: Branch) -> None:
    answer = branch.signed_in()
    assert (answer.acting.staff, answer.acting.window) == ("80231", "3")
    here = signing_on.sign_on_here(branch.standing.counter)
    assert here is not None
    assert here.subject == answer.sign_on


def test_a_wrong_one_says_how_often_it_may_be_tried_and_the_fifth_locks_out(
    branch: Branch,
) -> None:
    lefts = []
    for _each in range(4):
        answer = branch.sign_on(WRONG)
        assert isinstance(answer, Refused)
        lefts.append(answer.params["left"])
    assert lefts == [4, 3, 2, 1]
    assert code(branch.sign_on(WRONG)) == "locked_out"
    assert code(branch.sign_on(RIGHT)) == "locked_out"


def test_an_unreadable_verifier_is_no_wrong_password(branch: Branch) -> None:
    branch.unreadable = True
    assert code(branch.sign_on(RIGHT)) == "verifier_damaged"
    branch.unreadable = False
    assert isinstance(branch.sign_on(RIGHT), SignedIn)
    assert branch.standing.store.wrong_passwords_in_a_row("80231") == 0


def test_a_number_that_nobody_has_is_refused_without_judging(branch: Branch) -> None:
    assert code(branch.sign_on(RIGHT, "99999")) == "unknown_staff"


def test_a_supervisor_lets_the_account_try_again(branch: Branch) -> None:
    for _each in range(5):
        branch.sign_on(WRONG)
    got: list[Forgiven | Refused] = []
    forgive = branch.door.forgive
    forgive(branch.receiver, "80201", "verifier of 80201", "80231", got.append)
    assert got == [Forgiven("80231")]
    assert isinstance(branch.sign_on(RIGHT), SignedIn)


def test_a_supervisor_stands_beside_who_signs_on_without_the_branch(branch: Branch) -> None:
    here = branch.standing
    here.store.note_met(instant_text(here.clock.now()))
    here.clock.go(hours=90)
    signing_on.confirm_clock(here.counter, here.acting("80201"))
    assert code(branch.sign_on(RIGHT)) == "away_too_long"
    got: list[StandsBeside | Refused] = []
    branch.door.stand_beside(branch.receiver, "80201", WRONG, got.append)
    assert code(got[-1]) == "password_wrong"
    branch.door.stand_beside(branch.receiver, "80201", "verifier of 80201", got.append)
    beside = got[-1]
    assert isinstance(beside, StandsBeside)
    answers: list[SignedIn | Refused] = []
    typed = Typed("80231", RIGHT, beside=beside.acting)
    branch.door.sign_on(branch.receiver, typed, "3", answers.append)
    assert isinstance(answers[0], SignedIn)


def test_who_is_no_supervisor_forgives_nobody(branch: Branch) -> None:
    branch.standing.hire("80232", Role.TELLER, name="陈亮")
    got: list[Forgiven | Refused] = []
    branch.door.forgive(branch.receiver, "80232", "verifier of 80232", "80231", got.append)
    branch.door.forgive(branch.receiver, "80201", WRONG, "80231", got.append)
    assert [code(one) for one in got] == ["not_allowed", "password_wrong"]


def test_a_clock_that_went_back_asks_first_and_is_confirmed_once(branch: Branch) -> None:
    branch.signed_in()
    branch.standing.clock.go(days=-2)
    refused = branch.sign_on(RIGHT)
    assert code(refused) == "jumped_back"
    assert isinstance(refused, Refused)
    assert str(refused.params["shown"]).startswith("2026-11-21")
    got: list[SignedIn | Refused] = []
    for password in (WRONG, RIGHT):
        typed = Typed("80231", password, at_this_date=True)
        branch.door.sign_on(branch.receiver, typed, "3", got.append)
    assert code(got[0]) == "password_wrong"
    assert isinstance(got[1], SignedIn)
    assert isinstance(branch.sign_on(RIGHT), SignedIn)


def test_the_same_person_unlocks_and_nobody_else(branch: Branch) -> None:
    acting = branch.signed_in().acting
    branch.lock(acting)
    assert code(branch.unlock(acting, WRONG)) == "password_wrong"
    other = branch.standing.acting("80201")
    assert code(branch.unlock(other, "verifier of 80201")) == "locked_by_another"
    assert branch.unlock(acting, RIGHT) == Unlocked()


def test_unlocking_may_confirm_the_date(branch: Branch) -> None:
    acting = branch.signed_in().acting
    branch.lock(acting)
    branch.standing.clock.go(days=-2)
    assert code(branch.unlock(acting, RIGHT)) == "jumped_back"
    assert code(branch.unlock(acting, WRONG, at_this_date=True)) == "password_wrong"
    assert branch.unlock(acting, RIGHT, at_this_date=True) == Unlocked()


def test_a_password_typed_before_the_lock_is_written_opens_it(branch: Branch) -> None:
    acting = branch.signed_in().acting
    branch.work.holding = True
    locks: list[str | Refused] = []
    opened: list[Unlocked | Refused] = []
    branch.door.lock(branch.receiver, acting, "key", locks.append)
    branch.door.unlock(branch.receiver, acting, Typed("80231", RIGHT), opened.append)
    branch.work.let_go()
    assert opened == [Unlocked()]
    assert isinstance(locks[0], str)
    assert signing_on.lock_view(branch.standing.counter, locks[0]).until is not None


def test_a_window_whose_lock_could_not_be_written_opens_all_the_same(branch: Branch) -> None:
    acting = branch.signed_in().acting
    assert code(branch.unlock(acting, WRONG)) == "password_wrong"
    assert branch.unlock(acting, RIGHT) == Unlocked()


def test_a_supervisor_ends_an_absent_colleague_s_work_here(branch: Branch) -> None:
    sign_on = branch.signed_in().sign_on
    got: list[HandedOver | Refused] = []
    take = branch.door.hand_over
    take(branch.receiver, "80201", WRONG, sign_on, got.append)
    take(branch.receiver, "80201", "verifier of 80201", sign_on, got.append)
    assert code(got[0]) == "password_wrong"
    assert got[1] == HandedOver("80201")
    assert signing_on.sign_on_here(branch.standing.counter) is None


def test_an_answer_that_comes_too_late_meets_nobody(branch: Branch) -> None:
    branch.work.holding = True
    got: list[SignedIn | Refused] = []
    receiver = QObject()
    branch.door.sign_on(receiver, Typed("80231", RIGHT), "3", got.append)
    shiboken6.delete(receiver)
    branch.work.let_go()
    assert got == []
