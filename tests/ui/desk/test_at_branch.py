"""A case that was let go of, opened at the desk: it is brought from the branch, or said to be there."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QCoreApplication

from counter_app.db.pruning import PruningStore
from counter_app.services.branch_ports import Body
from counter_app.services.scope import Scope
from tests.ui.desk.fakes import Counterside, words
from tests.ui.desk.test_other_hands import Reach, join, parked_case

EVERYTHING = Scope("9999-12-31", "9999-12-31")
AT_BRANCH = "这笔业务较早，内容在网点库里，线路恢复后可以看"


def let_go(here: Counterside, subject: str, monkeypatch: pytest.MonkeyPatch) -> list[Body]:
    """The case leaves, whatever it is; what the branch has of it."""
    monkeypatch.setattr(PruningStore, "_is_over", lambda _self, view, _scope: view.exists)
    monkeypatch.setattr("counter_app.db.pruning.WAITS", "SELECT 0 WHERE ?1 > ''")
    store = here.standing.store
    assert isinstance(store, PruningStore)
    held = [Body(one.hash, one.body or "", one.salt or "") for one in store.entries_of(subject)]
    assert store.let_go([subject], {one.hash for one in held}, EVERYTHING).subjects == (subject,)
    return held


def test_it_is_brought_and_goes_on(desk: Counterside, monkeypatch: pytest.MonkeyPatch) -> None:
    subject = parked_case(desk)
    bodies = let_go(desk, subject, monkeypatch)
    store = desk.standing.store
    assert isinstance(store, PruningStore)

    def bring_back(subjects: Sequence[str]) -> bool:
        assert list(subjects) == [subject]
        return store.take_bodies(bodies) == (subject,)

    join(desk, Reach(brings=bring_back))
    desk.desk.open_line(subject)
    QCoreApplication.processEvents()
    assert AT_BRANCH not in words(desk.frame)
    assert not store.is_let_go(subject)


def test_without_the_line_it_says_where_it_is(
    desk: Counterside, monkeypatch: pytest.MonkeyPatch
) -> None:
    subject = parked_case(desk)
    let_go(desk, subject, monkeypatch)
    join(desk, Reach(away=True))
    desk.desk.open_line(subject)
    QCoreApplication.processEvents()
    assert AT_BRANCH in words(desk.frame)
