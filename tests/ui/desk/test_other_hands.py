"""A case that somebody else has: asked for and given by keys, lost to a claim, in two hands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication, QObject, Qt

from counter_app.domain.refusal import Refusal
from counter_app.journal.folds.case import CaseView, Owner
from counter_app.journal.folds.presence import VisitView
from counter_app.services import overriding
from counter_app.services.reaching import AWAY, Reached
from tests.ui.desk.fakes import Counterside, press, type_keys, words
from tests.ui.desk.playing import ALT, Key, open_account, opened


@dataclass
class Reach:
    """A branch that answers at once, or does not; claims of another window."""

    away: bool = False
    held: dict[str, str] = field(default_factory=dict)
    brings: Callable[[Sequence[str]], bool] = bool

    def __call__(
        self, receiver: QObject, errand: Callable[[Reached], object], done: Callable[..., None]
    ) -> None:
        done(Refusal(AWAY) if self.away else errand(Reached(self, self, self, self.brings)))  # type: ignore[arg-type]

    def claim_first(self, keys: tuple[str, ...], holder: str, request_id: str) -> str | None:
        free = next((one for one in keys if one not in self.held), None)
        if free is not None:
            self.held[free] = holder
        return free

    def claims(self, keys: tuple[str, ...]) -> dict[str, str]:
        return {one: self.held[one] for one in keys if one in self.held}


def shown(here: Counterside) -> str:
    page = here.frame.page()
    assert page is not None
    return words(page)


def join(here: Counterside, reach: Reach) -> None:
    """The desk has a branch."""
    means = replace(here.desk.means, reach=reach)
    here.desk.means = here.desk.parts.case.means = means
    object.__setattr__(here.desk.parts, "means", means)


def parked_case(desk: Counterside) -> str:
    open_account(desk)
    subject = opened(desk).case.subject
    press(Key.Key_F7)
    return subject


def state_of(here: Counterside, subject: str) -> str:
    view = here.standing.store.view(subject)
    assert isinstance(view, CaseView)
    return view.state


def test_it_is_asked_for_by_a_key_and_given_by_a_key(
    desk: Counterside, restart: Callable[..., None]
) -> None:
    open_account(desk)
    subject = opened(desk).case.subject
    restart("80232")
    desk.desk.open_line(subject)
    press(Key.Key_A, ALT)
    assert "已请 80231 转交 03A-0001C" in words(desk.frame)
    desk.desk.refresh()
    assert "等 王敏 转交" in pane(desk)
    restart("80231")
    assert "陈亮 在 3 号窗等" in pane(desk)
    (line,) = desk.work.reader.desk("80231", "03", "2026-11-23").asked.of_mine
    desk.frame.body.queue.opened.emit("asked", line.subject)
    QCoreApplication.processEvents()
    press(Key.Key_F8)
    view = desk.standing.store.view(subject)
    assert isinstance(view, CaseView)
    assert (view.state, view.handed_to) == ("handed_over", "80232")
    desk.desk.refresh()
    assert "请我转交" not in pane(desk)


def test_not_now_is_seen_by_who_asked(desk: Counterside, restart: Callable[..., None]) -> None:
    open_account(desk)
    subject = opened(desk).case.subject
    restart("80232")
    desk.desk.open_line(subject)
    press(Key.Key_A, ALT)
    restart("80231")
    (line,) = desk.work.reader.desk("80231", "03", "2026-11-23").asked.of_mine
    desk.frame.body.queue.opened.emit("asked", line.subject)
    QCoreApplication.processEvents()
    press(Key.Key_Down)
    press(Key.Key_F8)
    restart("80232")
    assert "王敏：现在不行" in pane(desk)
    assert state_of(desk, subject) == "open"


def test_a_parked_case_that_another_window_claimed_first_stays_there(desk: Counterside) -> None:
    subject = parked_case(desk)
    reach = Reach(held={f"{subject}/owner/2": "terminal/05"})
    join(desk, reach)
    desk.desk.open_line(subject)
    assert "05 号终端刚接手这笔业务" in shown(desk)
    assert state_of(desk, subject) == "parked"


def test_it_is_claimed_where_the_branch_answers_and_taken_up_where_it_does_not(
    desk: Counterside,
) -> None:
    subject = parked_case(desk)
    reach = Reach()
    join(desk, reach)
    desk.desk.open_line(subject)
    assert reach.held == {f"{subject}/owner/2": "terminal/03"}
    assert state_of(desk, subject) == "open"
    press(Key.Key_F7)
    reach.away = True
    desk.desk.open_line(subject)
    assert state_of(desk, subject) == "open"


def visit_of(here: Counterside, subject: str) -> VisitView:
    view = here.standing.store.view(subject)
    assert isinstance(view, VisitView)
    return view


def test_one_key_puts_it_down_for_a_customer_who_goes(desk: Counterside) -> None:
    open_account(desk)
    subject, visit = opened(desk).case.subject, opened(desk).case.visits[0]
    press(Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert state_of(desk, subject) == "parked"
    assert visit_of(desk, visit).outcome == "comes_back"
    assert "03A-0001C 已挂起" in words(desk.frame)
    desk.desk.open_line(subject)
    assert opened(desk).case.visits[0] == visit
    assert visit_of(desk, opened(desk).case.visits[1]).ended is None


def test_a_case_of_yesterday_goes_on_in_a_visit_of_today(desk: Counterside) -> None:
    subject = parked_case(desk)
    desk.standing.clock.go(days=1)
    desk.desk.open_line(subject)
    first, second = opened(desk).case.visits
    assert visit_of(desk, first).ended is not None
    assert visit_of(desk, second).ended is None
    assert desk.desk.parts.sitting.subject == second


def test_two_hands_are_shown_with_both_windows_and_closed_by_a_key(desk: Counterside) -> None:
    open_account(desk)
    case = desk.desk.parts.case
    held = opened(desk)
    both = (
        Owner("80231", "03", "3", "2026-11-23T01:00:00.000Z"),
        Owner("80232", "04", "4", "2026-11-23T01:05:00.000Z"),
    )
    from counter_app.services.handling_results import Holder

    holders = tuple(Holder(one.staff, "", one.window, one.since) for one in both)
    case.load(replace(held, case=replace(held.case, apart=both), held_by="80232", holders=holders))
    assert "同一业务在 3、4 号窗同时继续" in shown(desk)
    assert "80232 在 4 号窗口办，09:05 起" in shown(desk)
    before = desk.standing.kinds(held.case.subject)
    press(Key.Key_F8)
    assert desk.standing.kinds(held.case.subject) == before
    press(Key.Key_T, ALT)
    assert not case.read_only
    assert desk.standing.kinds(held.case.subject)[-1] == "case_resumed"


def test_a_case_taken_over_meanwhile_is_locked_and_what_was_typed_is_kept(
    desk: Counterside,
) -> None:
    from counter_app.journal.facts.case import CaseResumed

    open_account(desk)
    join(desk, Reach())
    subject = opened(desk).case.subject
    visit = opened(desk).case.visits[0]
    taken = CaseResumed(visit=visit, terminal="04", window="4", staff="80232")
    desk.standing.write("staff/80232", (subject, taken))
    desk.desk.refresh()
    assert "陈亮 80232 在 4 号窗口办" in shown(desk)
    assert desk.desk.parts.case.read_only


def pane(here: Counterside) -> str:
    """The words of the left pane."""
    groups = here.frame.body.queue.groups()
    rows = [one for group in groups for one in (group.title, *map(row_words, group.items))]
    return "\n".join(rows)


def row_words(item: object) -> str:
    return f"{item.number} {item.title} {item.line.words}"  # type: ignore[attr-defined]


def asked_elsewhere(desk: Counterside, restart: Callable[..., None]) -> tuple[str, str]:
    """A colleague's case; the supervisor is asked at his own PC to let this teller go on with it."""
    open_account(desk)
    subject = opened(desk).case.subject
    restart("80232")
    desk.desk.open_line(subject)
    press(Key.Key_T, ALT)
    QCoreApplication.processEvents()
    type_keys("他去培训了")
    press(Key.Key_F8)
    QCoreApplication.processEvents()
    press(Key.Key_Y, ALT)
    assert "已请主管批" in words(desk.frame)
    desk.desk.refresh()
    (line,) = desk.work.reader.desk("80232", "03", "2026-11-23").approvals
    assert (line.matter, line.state) == ("continue_case", "asked")
    return subject, line.subject


def test_a_supervisor_elsewhere_approves_while_the_desk_goes_on(
    desk: Counterside, restart: Callable[..., None]
) -> None:
    subject, override = asked_elsewhere(desk, restart)
    assert "等主管批" in pane(desk)
    supervisor = desk.standing.acting("80201")
    overriding.grant_here(desk.standing.counter, supervisor, override)
    desk.desk.refresh()
    assert "已批准：03A-0001C" in words(desk.frame)
    assert "批准了，接着办" in pane(desk)
    desk.frame.body.queue.opened.emit("approvals", override)
    view = desk.standing.store.view(subject)
    assert isinstance(view, CaseView)
    assert view.owner.value is not None
    assert view.owner.value.staff == "80232"
    desk.desk.refresh()
    assert "请批" not in pane(desk)


def test_what_was_asked_elsewhere_is_taken_back(
    desk: Counterside, restart: Callable[..., None]
) -> None:
    _subject, override = asked_elsewhere(desk, restart)
    desk.frame.body.queue.opened.emit("approvals", override)
    QCoreApplication.processEvents()
    press(Key.Key_Down)
    press(Key.Key_F8)
    assert overriding.override_view(desk.standing.counter, override).state == "withdrawn"
    assert "请批" not in pane(desk)


def test_closing_the_question_takes_the_request_back(
    desk: Counterside, restart: Callable[..., None]
) -> None:
    open_account(desk)
    subject = opened(desk).case.subject
    restart("80232")
    desk.desk.open_line(subject)
    press(Key.Key_T, ALT)
    QCoreApplication.processEvents()
    type_keys("x")
    press(Key.Key_F8)
    QCoreApplication.processEvents()
    press(Key.Key_Escape)
    assert desk.work.reader.approvals_waiting() == ()
