"""Rules that change between a notice and the coming: honoured, replaced, and told ahead."""

import datetime as dt

import pytest

from counter_app.domain.paper import Paper
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.forms.run_state import ItemResult, Outcome, StepId
from counter_app.forms.spec import ProcedureSpec
from counter_app.services import handling, parking, publishing, relisting, signing_on
from counter_app.services.counter import Acting
from counter_app.services.handling_results import NoticeWish, OpenCase, PaperWish
from counter_app.services.notice_paper import notice_valid_until
from counter_app.services.paper_content import paper_of
from counter_app.services.versions import offered
from tests.unit.services.served import begun, served
from tests.unit.services.standing import Standing, code_of, shipped

NEED = {"report_kind": "written", "medium": "card", "stolen": "no"}
DETAILS = {"account_last4": "4417", "lost_on": "2026-11-22", "phone": "13812345678"}
CHANGE = dt.date(2026, 12, 1)


@pytest.fixture
def teller(offering: Standing) -> Acting:
    return offering.hire("80231", Role.TELLER)


def edition(*, honours: bool, needs_receipt: bool = True) -> ProcedureSpec:
    """Report of a loss from December on: a receipt of the police as well, the form not any more."""
    spec = next(one for one in shipped().procedures if one.code == "GS")
    lines = [one.model_dump(by_alias=True) for one in spec.checklist]
    form = next(one for one in lines if one["id"] == "loss_form")
    receipt = {**form, "id": "police_receipt", "form": "original", "required_when": "always"}
    receipt["title"] = {"zh": "派出所报案回执", "en": "Police receipt"}
    receipt["alternatives"] = ()
    kept = [one for one in lines if one["id"] != "loss_form"]
    if needs_receipt:
        kept.append(receipt)
    policy = "honoured" if honours else "replaced"
    return spec.edited(
        edition="2026-12", checklist=kept, earlier_notices=policy, **{"from": CHANGE}
    )


def publish(here: Standing, spec: ProcedureSpec, day: dt.date = CHANGE) -> None:
    done = publishing.publish(here.counter, here.admin, offered([spec]), day)
    assert not isinstance(done, Refusal), done


def days_later(here: Standing, days: int) -> None:
    """The clock goes on, and somebody confirms the date."""
    here.clock.go(days=days)
    confirmed = signing_on.confirm_clock(here.counter, here.admin)
    assert not isinstance(confirmed, Refusal), confirmed


def noticed(here: Standing, teller: Acting, coming: dt.date | None = None) -> OpenCase:
    """A loss is to be reported, the identity was seen, the form is lacking: a notice was given."""
    opened = begun(here, teller, "GS")
    run = opened.run
    for name, text in NEED.items():
        run = run.with_value(name, text)
    opened = taken(handling.confirm(here.counter, teller, opened, run, PaperWish()))
    run = opened.run.with_result("holder_id", seen())
    return taken(parking.give_notice(here.counter, teller, opened, run, NoticeWish(coming)))


def seen() -> ItemResult:
    return ItemResult(Outcome.SEEN, valid_until=dt.date(2031, 1, 1))


def taken(answer: object) -> OpenCase:
    assert isinstance(answer, OpenCase), answer
    return answer


def resumed(here: Standing, teller: Acting, opened: OpenCase) -> OpenCase:
    return taken(parking.resume(here.counter, teller, opened.case.subject))


def paper(here: Standing, number: str, opened: OpenCase) -> str:
    found = next(one for one in opened.case.papers if one.paper == number)
    content = here.store.content(found.content_hash)
    assert content is not None
    made = paper_of(content.data)
    assert isinstance(made, Paper)
    return repr(made)


def test_without_a_change_nothing_is_said(offering: Standing, teller: Acting) -> None:
    opened = noticed(offering, teller)
    assert opened.lists.notice is None
    assert resumed(offering, teller, opened).lists.notice is None


def test_a_change_that_does_not_touch_the_case_is_not_told(
    offering: Standing, teller: Acting
) -> None:
    opened = noticed(offering, teller)
    spec = next(one for one in shipped().procedures if one.code == "GS")
    alike = spec.edited(edition="2026-12", earlier_notices="replaced", **{"from": CHANGE})
    publish(offering, alike)
    days_later(offering, 9)
    assert resumed(offering, teller, opened).lists.notice is None


def test_honoured_it_goes_on_under_the_list_of_the_notice_and_says_so(
    offering: Standing, teller: Acting
) -> None:
    opened = noticed(offering, teller)
    publish(offering, edition(honours=True))
    days_later(offering, 9)
    again = resumed(offering, teller, opened)
    under = again.lists.notice
    assert under is not None
    assert under.honoured
    assert (under.given_on, under.edition) == (dt.date(2026, 11, 23), "2026-11")
    assert again.runner.procedure.spec.edition == "2026-11"
    answer = relisting.follow_present_list(offering.counter, teller, again, NoticeWish(None))
    assert code_of(answer) == "list_is_present"
    done = served(offering, teller, again, {**NEED, **DETAILS})
    assert taken(done).case.completed is not None


def test_a_notice_past_its_day_is_not_honoured_by_anybody(
    offering: Standing, teller: Acting
) -> None:
    opened = noticed(offering, teller)
    publish(offering, edition(honours=True))
    days_later(offering, 60)
    under = resumed(offering, teller, opened).lists.notice
    assert under is not None
    assert not under.honoured


def test_not_honoured_it_goes_on_under_the_list_in_force(
    offering: Standing, teller: Acting
) -> None:
    opened = noticed(offering, teller)
    number = opened.case.papers[-1].paper
    publish(offering, edition(honours=False))
    days_later(offering, 9)
    again = resumed(offering, teller, opened)
    under = again.lists.notice
    assert under is not None
    assert not under.honoured
    assert [one.title.zh for one in under.changes.added] == ["派出所报案回执"]
    assert [one.id for one in under.changes.dropped] == ["loss_form"]
    after = taken(relisting.follow_present_list(offering.counter, teller, again, NoticeWish(None)))
    assert after.runner.procedure.spec.edition == "2026-12"
    assert after.lists.notice is None
    assert after.run.step is StepId.NEED
    assert after.run.values["medium"] == "card"
    assert after.run.results["holder_id"].outcome is Outcome.SEEN
    assert after.case.notice is not None
    assert after.case.notice.replaces == number
    assert after.case.notice.missing == ("police_receipt",)
    assert offering.kinds(after.case.subject)[-3:] == [
        "list_replaced",
        "notice_given",
        "paper_issued",
    ]
    done = served(offering, teller, after, {**NEED, **DETAILS})
    assert taken(done).case.completed is not None


def test_the_corrected_notice_names_what_it_replaces_and_what_is_other(
    offering: Standing, teller: Acting
) -> None:
    opened = noticed(offering, teller)
    number = opened.case.papers[-1].paper
    publish(offering, edition(honours=False))
    days_later(offering, 9)
    again = resumed(offering, teller, opened)
    after = taken(relisting.follow_present_list(offering.counter, teller, again, NoticeWish(None)))
    said = paper(offering, after.case.papers[-1].paper, after)
    assert f"[[更正：替代2026年11月23日的告知单 {number}]]" in said
    assert f"[[Corrected: replaces notice {number} of" in said
    assert "新要的：派出所报案回执（原件）。" in said
    assert "不用了的：" in said
    assert "checklist 2026-12" in said


def test_a_paper_whose_line_changed_is_looked_at_again(offering: Standing, teller: Acting) -> None:
    opened = noticed(offering, teller)
    spec = edition(honours=False)
    lines = [one.model_dump(by_alias=True) for one in spec.checklist]
    next(one for one in lines if one["id"] == "holder_id")["needs_last4"] = True
    publish(offering, spec.edited(checklist=lines))
    days_later(offering, 9)
    again = resumed(offering, teller, opened)
    after = taken(relisting.follow_present_list(offering.counter, teller, again, NoticeWish(None)))
    assert "holder_id" not in after.run.results
    assert "holder_id" not in after.case.documents


def test_where_nothing_is_lacking_any_more_no_paper_is_given(
    offering: Standing, teller: Acting
) -> None:
    opened = noticed(offering, teller)
    publish(offering, edition(honours=False, needs_receipt=False))
    days_later(offering, 9)
    again = resumed(offering, teller, opened)
    after = taken(relisting.follow_present_list(offering.counter, teller, again, NoticeWish(None)))
    assert len(after.case.papers) == 1
    assert offering.kinds(after.case.subject)[-1] == "list_replaced"


def test_a_case_that_only_waited_keeps_the_list_it_began_with(
    offering: Standing, teller: Acting
) -> None:
    opened = begun(offering, teller, "GS")
    parked = taken(parking.park(offering.counter, teller, opened))
    publish(offering, edition(honours=False))
    days_later(offering, 9)
    again = resumed(offering, teller, parked)
    assert again.lists.notice is None
    assert again.runner.procedure.spec.edition == "2026-11"


@pytest.mark.parametrize("honours", [True, False])
def test_a_notice_before_a_known_change_states_both_lists(
    offering: Standing, teller: Acting, honours: bool
) -> None:
    publish(offering, edition(honours=honours))
    opened = noticed(offering, teller, dt.date(2026, 11, 25))
    assert [one.since for one in opened.lists.ahead if one.runner is not opened.runner] == [CHANGE]
    said = paper(offering, opened.case.papers[-1].paper, opened)
    assert "起来办" in said
    assert "派出所报案回执（原件）" in said
    assert "loss" in said.lower()
    assert ("仍按上面的办" in said) is honours
    until = opened.case.notice.valid_until if opened.case.notice else ""
    assert (until == "2026-11-30") is not honours


def test_who_comes_after_the_change_is_told_of_both_days(
    offering: Standing, teller: Acting
) -> None:
    publish(offering, edition(honours=False))
    opened = noticed(offering, teller, dt.date(2026, 12, 3))
    said = paper(offering, opened.case.papers[-1].paper, opened)
    assert "请看下面那天起的清单" in said
    assert opened.case.notice is not None
    assert opened.case.notice.valid_until > "2026-12-03"
    day = dt.date(2026, 12, 3)
    assert notice_valid_until(opened, opened.run, day).isoformat() == opened.case.notice.valid_until


def test_a_change_beyond_the_time_of_a_notice_is_not_told(
    offering: Standing, teller: Acting
) -> None:
    publish(offering, edition(honours=False), dt.date(2027, 3, 1))
    opened = noticed(offering, teller)
    assert all(one.runner is opened.runner for one in opened.lists.ahead)
