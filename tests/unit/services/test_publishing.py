"""Files are proposed by anybody, and put in force by an administrator from a day on."""

import datetime as dt

import pytest

from counter_app.domain.roles import Role
from counter_app.forms.rules import RulePack
from counter_app.forms.spec import ProcedureSpec
from counter_app.services import founding, publishing
from counter_app.services.publishing import Change
from counter_app.services.versions import OfferedVersion, offered
from tests.unit.services.standing import (
    BRANCH_TOLD,
    FIRST,
    MORNING,
    Standing,
    code_of,
    shipped,
    shipped_versions,
)

TODAY = MORNING.date()
TOMORROW = TODAY + dt.timedelta(days=1)


def edited(part: ProcedureSpec | RulePack, edition: str = "2099-12") -> OfferedVersion:
    """The next edition of a file."""
    (version,) = offered([part.model_copy(update={"edition": edition})])
    return version


@pytest.fixture
def stocked(bare: Standing) -> Standing:
    """A branch with the shipped content in force."""
    versions = shipped_versions()
    done = founding.found(bare.counter, BRANCH_TOLD, FIRST, versions, TODAY)
    assert isinstance(done, founding.Founded)
    bare.branch = done.branch
    # What is published in one instant has no order but that of its hashes.
    bare.clock.go(minutes=1)
    return bare


def outcomes(answer: object) -> list[str]:
    """What became of each version."""
    assert isinstance(answer, tuple), answer
    return [one.outcome for one in answer if isinstance(one, Change)]


def test_what_is_proposed_has_no_effect_and_is_kept(stocked: Standing) -> None:
    teller = stocked.hire("80231", Role.TELLER)
    version = edited(shipped().procedures[0])
    before = stocked.counter.shelf.in_force(TODAY).procedure_hashes
    assert outcomes(publishing.propose(stocked.counter, teller, [version])) == ["proposed"]
    assert stocked.counter.shelf.in_force(TODAY).procedure_hashes == before
    assert stocked.store.content(version.content.hash) == version.content
    assert outcomes(publishing.propose(stocked.counter, teller, [version])) == ["known"]


def test_an_administrator_puts_a_version_in_force_from_a_day(stocked: Standing) -> None:
    spec = shipped().procedures[0]
    version = edited(spec)
    answer = publishing.publish(stocked.counter, stocked.admin, [version], TOMORROW)
    assert outcomes(answer) == ["published"]
    assert isinstance(answer, tuple)
    assert answer[0].instead_of == spec.edition
    shelf = stocked.counter.shelf
    assert shelf.in_force(TODAY).procedure_hashes[spec.code] != version.content.hash
    assert shelf.in_force(TOMORROW).procedure_hashes[spec.code] == version.content.hash


def test_what_holds_already_is_left_alone(stocked: Standing) -> None:
    before = stocked.fact_count()
    versions = shipped_versions()
    answer = publishing.publish(stocked.counter, stocked.admin, versions, TOMORROW)
    assert set(outcomes(answer)) == {"in_force"}
    assert stocked.fact_count() == before


def test_a_former_edition_can_be_put_in_force_again(stocked: Standing) -> None:
    spec = shipped().procedures[0]
    (former,) = offered([spec])
    stocked.clock.go(hours=1)
    publishing.publish(stocked.counter, stocked.admin, [edited(spec)], TODAY)
    stocked.clock.go(hours=1)
    answer = publishing.publish(stocked.counter, stocked.admin, [former], TODAY)
    assert outcomes(answer) == ["published"]
    held = stocked.counter.shelf.in_force(TODAY).procedure_hashes[spec.code]
    assert held == former.content.hash


def test_a_version_that_holds_cannot_be_put_off(stocked: Standing) -> None:
    spec = shipped().procedures[0]
    (former,) = offered([spec])
    publishing.publish(stocked.counter, stocked.admin, [edited(spec)], TOMORROW)
    later = TOMORROW + dt.timedelta(days=5)
    before = stocked.fact_count()
    answer = publishing.publish(stocked.counter, stocked.admin, [former], later)
    assert code_of(answer) == "version_holds_before"
    assert stocked.fact_count() == before


def test_publishing_is_an_administrators(stocked: Standing) -> None:
    for number, role in (("80231", Role.TELLER), ("80201", Role.SUPERVISOR)):
        acting = stocked.hire(number, role)
        answer = publishing.publish(
            stocked.counter, acting, [edited(shipped().procedures[0])], TODAY
        )
        assert code_of(answer) == "not_allowed"


def test_nothing_is_published_for_days_gone(stocked: Standing) -> None:
    yesterday = TODAY - dt.timedelta(days=1)
    answer = publishing.publish(
        stocked.counter, stocked.admin, [edited(shipped().procedures[0])], yesterday
    )
    assert code_of(answer) == "from_date_past"


def test_a_pack_that_takes_a_procedures_figure_away_is_refused_whole(stocked: Standing) -> None:
    pack = max(shipped().packs, key=lambda one: len(one.figures))
    poorer = edited(pack.model_copy(update={"figures": pack.figures[:1]}))
    before = stocked.fact_count()
    answer = publishing.publish(stocked.counter, stocked.admin, [poorer], TODAY)
    assert code_of(answer) == "procedure_does_not_fit"
    assert stocked.fact_count() == before


def test_two_packs_with_one_figure_for_one_day_are_refused(stocked: Standing) -> None:
    pack = shipped().packs[0]
    twin = edited(pack.model_copy(update={"pack": "twin"}))
    answer = publishing.publish(stocked.counter, stocked.admin, [twin], TODAY)
    assert code_of(answer) == "figures_overlap"


def test_two_services_with_one_number_are_refused(stocked: Standing) -> None:
    twin = edited(shipped().procedures[0].model_copy(update={"code": "ZZZZ"}))
    answer = publishing.publish(stocked.counter, stocked.admin, [twin], TODAY)
    assert code_of(answer) == "same_number"


def test_more_versions_than_a_commit_holds_are_published_in_portions(here: Standing) -> None:
    pack = shipped().packs[0]
    figure = pack.figures[0]
    packs = [
        pack.model_copy(
            update={
                "pack": f"pack{number}",
                "figures": (figure.model_copy(update={"key": f"figure{number}"}),),
            }
        )
        for number in range(130)
    ]
    answer = publishing.publish(here.counter, here.admin, offered(packs), TODAY)
    assert outcomes(answer) == ["published"] * 130
    assert len(here.store.subjects("version")) == 130
