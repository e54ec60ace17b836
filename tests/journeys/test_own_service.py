"""A bank lays its own service over the product and uses it the same day: serve, print, replay."""

from collections.abc import Iterator

import pytest

from counter_app.bootstrap.shipped import load_bank_files
from counter_app.domain.roles import Role
from counter_app.forms.run_state import StepId
from counter_app.journal.folds.case import CaseView
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.render import PaperRenderer
from counter_app.services import publishing
from counter_app.services.counter import Acting
from counter_app.services.handling_results import OpenCase, PaperWish
from counter_app.services.paper_content import paper_of
from counter_app.services.paper_forms import print_form
from counter_app.services.replaying import replay
from tests.unit.forms.own_service import EXAMPLE
from tests.unit.printing.reading import squeezed, text_of
from tests.unit.services.served import AGENT, SELF, begun, served
from tests.unit.services.standing import RESOURCES, Standing, new_standing, offer

TOLD = {
    "box_size": "large",
    "key_now": "no",
    "box_number": "B0712",
    "years": "2",
    "last_day": "2028-11-22",
    "rent": "600",
    "agent_relation": "child",
}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    """A branch at work, with the bank's own files put in force from today; the cases do not meet."""
    made = new_standing(tmp_path_factory.mktemp("own") / "home")
    offer(made)
    own = load_bank_files(EXAMPLE)
    assert own.problems == ()
    versions = publishing.parts_of(own)
    changes = publishing.publish(made.counter, made.admin, versions, made.counter.today())
    assert isinstance(changes, tuple), changes
    assert {one.outcome for one in changes} == {"published"}
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def teller(here: Standing) -> Acting:
    return here.hire("80231", Role.TELLER)


def printed(here: Standing, case: CaseView) -> dict[str, str]:
    """The text of each paper of a case, as drawn."""
    renderer = PaperRenderer(PaperFonts(RESOURCES / "fonts"))
    texts = {}
    for paper in case.papers:
        content = here.store.content(paper.content_hash)
        assert content is not None
        pdf = renderer.render_pdf(paper_of(content.data), paper.content_hash)
        texts[paper.paper.rpartition("-")[2]] = squeezed(text_of(pdf))
    return texts


def test_it_is_found_as_every_other_service(here: Standing) -> None:
    catalogue = here.counter.shelf.in_force(here.counter.today()).catalogue
    for typed in ("901", "bgxzy", "保管箱", "locker", "租箱"):
        assert "BGXZY" in {one.code for one in catalogue.find(typed, here.counter.today())}, typed


@pytest.mark.parametrize("parties", [(SELF,), (SELF, AGENT)], ids=["self", "agent"])
def test_it_serves_a_customer_to_the_end(
    here: Standing, teller: Acting, parties: tuple[object, ...]
) -> None:
    done = served(here, teller, begun(here, teller, "BGXZY", *parties), TOLD)  # type: ignore[arg-type]
    assert isinstance(done, OpenCase), done
    case = done.case
    assert case.details["last_day"] == "2028-11-22"
    assert {one.action.zh: one.date for one in case.completed.next_steps} == {  # type: ignore[union-attr]
        "带身份证来领钥匙": "2026-11-26",
        "续租或者退箱": "2028-11-22",
    }


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_its_papers_say_what_its_author_wrote(
    here: Standing, teller: Acting, language: str
) -> None:
    wish = PaperWish(language)  # type: ignore[arg-type]
    opened = begun(here, teller, "BGXZY", SELF)
    done = served(here, teller, opened, TOLD, wish)
    assert isinstance(done, OpenCase), done
    done = print_form(here.counter, teller, done, "agreement_form", wish)
    assert isinstance(done, OpenCase), done
    texts = printed(here, done.case)
    assert set(texts) == {"V1", "R1", "N1", "F1", "F2"}
    everything = "".join(texts.values())
    assert "{" not in everything
    chinese, english = language != "en", language != "zh"
    assert "保管箱租用协议" in texts["F1"], "what is signed here is always kept in Chinese too"
    assert ("Agreementonasafe-depositbox" in texts["F1"]) is english
    assert "600.00" in texts["F1"]
    assert "1,500" in texts["F1"]
    assert "陆佰元整" in texts["F1"]
    assert ("保管箱已租好" in texts["R1"]) is chinese
    assert ("续租或者退箱" in texts["N1"]) is chinese
    assert ("Reneworgivebackthebox" in texts["N1"]) is english


def test_it_is_replayed_under_the_rules_it_ran_by(here: Standing, teller: Acting) -> None:
    done = served(here, teller, begun(here, teller, "BGXZY", SELF), TOLD)
    assert isinstance(done, OpenCase), done
    case = done.case
    told = replay(
        case.subject, here.history(case.subject), [here.history(one) for one in case.visits]
    )
    assert [one.step for one in told.ticks] == list(StepId)
    last = told.case_at(len(told.events) - 1)
    assert last == here.store.view(case.subject)
    runner = here.counter.shelf.runner(last.procedure_hash, last.rules_hash)
    assert runner is not None
    assert runner.procedure.spec.title.zh == "保管箱租用"
    assert {mark.row for mark in last.read_back.rows} == {"holder", "box", "term", "rent"}  # type: ignore[union-attr]
