"""The first start of a home: whole, once, and taken up again where it was cut short."""

import dataclasses
from pathlib import Path

import pytest

from counter_app.domain.roles import Right
from counter_app.journal.folds.ground import VersionView
from counter_app.services import founding, publishing
from counter_app.services.founding import Founded, branch_subject
from counter_app.services.ports import StoreTrouble
from tests.unit.services.standing import (
    BRANCH_TOLD,
    FIRST,
    MORNING,
    Standing,
    code_of,
    new_standing,
    shipped,
    shipped_versions,
)

TODAY = MORNING.date()


def test_a_home_is_founded_with_everything_shipped_in_force(bare: Standing) -> None:
    versions = shipped_versions()
    done = founding.found(bare.counter, BRANCH_TOLD, FIRST, versions, TODAY)
    assert isinstance(done, Founded)
    assert done.branch.founded is not None
    assert done.branch.founded.first_administrator == "80001"
    assert done.branch.founded.outlet.zh == "城东支行"
    assert done.branch.founded.zone == "Asia/Shanghai"
    assert {one.outcome for one in done.changes} == {"published"}
    assert len(done.changes) == len(versions)
    bare.branch = done.branch
    in_force = bare.counter.shelf.in_force(TODAY)
    assert set(in_force.procedure_hashes) == {spec.code for spec in shipped().procedures}
    assert bare.admin.may(Right.PUBLISH_CONTENT)
    assert bare.verifiers.get("80001") == FIRST.verifier


def test_publications_rest_on_the_role_that_the_founder_was_given(bare: Standing) -> None:
    versions = shipped_versions()[:1]
    done = founding.found(bare.counter, BRANCH_TOLD, FIRST, versions, TODAY)
    assert isinstance(done, Founded)
    published = bare.history(versions[0].subject)[-1].fact
    assert published is not None
    assert published.model_dump()["right_entry"] == done.administrator.roles[0].entry


def test_a_branch_is_founded_once(here: Standing) -> None:
    before = here.fact_count()
    again = founding.found(here.counter, BRANCH_TOLD, FIRST, (), TODAY)
    assert code_of(again) == "already_founded"
    assert here.fact_count() == before


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": "80 001"}, "staff_number_shape"),
        ({"name": ""}, "name_empty"),
    ],
)
def test_an_administrator_told_badly_founds_nothing(
    bare: Standing, changes: dict[str, str], code: str
) -> None:
    told = dataclasses.replace(FIRST, **changes)
    answer = founding.found(bare.counter, BRANCH_TOLD, told, (), TODAY)
    assert code_of(answer) == code
    assert bare.fact_count() == 1


def test_a_practice_home_carries_an_id_that_no_branch_admits(tmp_path: Path) -> None:
    assert branch_subject("practice", "7") == "branch/practice-7"
    assert branch_subject("business", "7") == "branch/7"
    real = new_standing(tmp_path / "real", "branch/7")
    answer = founding.found(real.counter, BRANCH_TOLD, FIRST, (), TODAY)
    assert code_of(answer) == "branch_of_another_purpose"
    told = dataclasses.replace(BRANCH_TOLD, purpose="business")
    assert isinstance(founding.found(real.counter, told, FIRST, (), TODAY), Founded)
    real.store.close()


@pytest.mark.parametrize("commits", [1, 2])
def test_a_founding_cut_short_is_taken_up_again(
    bare: Standing, commits: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = shipped_versions()
    whole, left = bare.store.append, [commits]

    def failing(*args: object, **named: object) -> object:
        if not left[0]:
            raise StoreTrouble("full")
        left[0] -= 1
        return whole(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(bare.store, "append", failing)
    with pytest.raises(StoreTrouble):
        founding.found(bare.counter, BRANCH_TOLD, FIRST, versions, TODAY)
    monkeypatch.undo()
    again = founding.found(bare.counter, BRANCH_TOLD, FIRST, versions, TODAY)
    if isinstance(again, Founded):
        done = again
    else:
        assert again.code == "already_founded"
        finished = founding.finish(bare.counter, TODAY)
        assert isinstance(finished, Founded)
        done = finished
    assert len([one for one in done.changes if one.outcome == "published"]) == len(versions)
    views = [bare.store.view(one) for one in bare.store.subjects("version")]
    assert all(isinstance(one, VersionView) and one.entries == 2 for one in views)


def test_finishing_publishes_nothing_that_came_later(here: Standing) -> None:
    versions = shipped_versions()[:1]
    here.clock.go(hours=1)
    publishing.propose(here.counter, here.admin, versions)
    done = founding.finish(here.counter, TODAY)
    assert isinstance(done, Founded)
    assert done.changes == ()
    view = here.store.view(versions[0].subject)
    assert isinstance(view, VersionView)
    assert view.from_date is None


def test_finishing_needs_a_founded_branch(bare: Standing) -> None:
    assert code_of(founding.finish(bare.counter, TODAY)) == "not_founded"
