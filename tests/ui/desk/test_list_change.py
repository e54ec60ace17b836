"""Rules that change, at the desk: the page of the difference, a notice honoured, a change ahead."""

import datetime as dt

from PySide6.QtWidgets import QApplication

from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import StepId
from counter_app.services import publishing, signing_on
from counter_app.services.versions import offered
from counter_app.ui.desk.documents_page import DocumentsPage
from counter_app.ui.desk.list_change_page import ListChangePage
from counter_app.ui.desk.notice_page import NoticePage
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import ALT, Key, opened, run_of
from tests.ui.desk.test_notice import to_notice
from tests.unit.services.standing import shipped

CHANGE = dt.date(2026, 11, 26)


def publish(here: Counterside, policy: str) -> None:
    """From the 26th on an account needs proof of an address, and not the form of before."""
    spec = next(one for one in shipped().procedures if one.code == "GRKH")
    lines = [one.model_dump(by_alias=True) for one in spec.checklist]
    last = next(one for one in lines if one["required_when"] == "always")
    proof = {**last, "id": "address_proof", "form": "original", "alternatives": (), "refusals": ()}
    proof |= {"title": {"zh": "住址证明", "en": "Proof of address"}, "needs_expiry": False}
    changed = spec.edited(
        edition="2026-12", checklist=[*lines, proof], earlier_notices=policy, **{"from": CHANGE}
    )
    standing = here.standing
    done = publishing.publish(standing.counter, standing.admin, offered([changed]), CHANGE)
    assert not isinstance(done, Refusal), done


def noticed_then(here: Counterside, policy: str) -> None:
    """A notice is given, the rules change, and the customer is back three days later."""
    to_notice(here)
    press(Key.Key_F8)
    subject = here.standing.store.subjects("case")[0]
    publish(here, policy)
    here.standing.clock.go(days=4)
    confirmed = signing_on.confirm_clock(here.standing.counter, here.standing.admin)
    assert not isinstance(confirmed, Refusal), confirmed
    here.desk.open_line(subject)


def shown(here: Counterside) -> str:
    return words(here.frame.page())


def test_what_changed_is_shown_and_one_key_goes_on_under_the_new_list(desk: Counterside) -> None:
    noticed_then(desk, "replaced")
    assert isinstance(desk.frame.page(), ListChangePage)
    assert QApplication.focusWidget() is not None
    text = shown(desk)
    assert "新要的 1" in text
    assert "住址证明" in text
    assert "11月23日" in text
    assert opened(desk).case.papers[-1].paper in text
    ticked = dict(run_of(desk).results)
    press(Key.Key_F8)
    assert not isinstance(desk.frame.page(), ListChangePage)
    case = opened(desk).case
    assert case.relisted is not None
    assert case.notice is not None
    assert case.notice.replaces == case.papers[0].paper
    assert [one.paper_kind for one in case.papers] == ["M", "M"]
    assert set(ticked) <= set(run_of(desk).results)
    press(Key.Key_F8)
    assert run_of(desk).step is StepId.DOCUMENTS
    assert "住址证明" in shown(desk)
    assert "2026-12" in shown(desk)


def test_honoured_the_page_says_under_which_list_it_goes_on(desk: Counterside) -> None:
    noticed_then(desk, "honoured")
    assert not isinstance(desk.frame.page(), ListChangePage)
    text = shown(desk)
    assert "按 11-23 的告知单接着办" in text
    assert "住址证明" not in text
    assert opened(desk).case.relisted is None


def test_a_change_known_ahead_stands_on_the_checklist_and_on_the_notice(desk: Counterside) -> None:
    publish(desk, "replaced")
    to_notice(desk)
    assert isinstance(desk.frame.page(), NoticePage)
    assert "11月26日起清单会变：新要的：住址证明" in shown(desk)
    press(Key.Key_Escape)
    desk.desk.parts.wishes.show_step.emit(StepId.DOCUMENTS)
    assert isinstance(desk.frame.page(), DocumentsPage)
    assert "11月26日起清单会变" in shown(desk)


def test_read_out_only_it_asks_why_and_gives_no_paper(desk: Counterside) -> None:
    noticed_then(desk, "replaced")
    press(Key.Key_R, ALT)
    type_keys("bu yao zhi")
    press(Key.Key_F8)
    case = opened(desk).case
    assert case.relisted is not None
    assert case.notice is not None
    assert (case.notice.manner, case.notice.reason) == ("spoken", "bu yao zhi")
    assert len(case.papers) == 1
