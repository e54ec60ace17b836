"""Changes of a list in words for the teller's pages. Pure but for the language."""

from PySide6.QtCore import QCoreApplication

from counter_app.domain.dates import short_date
from counter_app.forms.list_changes import ListAhead, ListChanges, change_ahead
from counter_app.services.handling_results import OpenCase
from counter_app.services.lists import NoticeUnder
from counter_app.services.paper_lists import changed_words
from counter_app.ui.desk.case_at_desk import CaseAtDesk
from counter_app.ui.desk.means import Means

translate = QCoreApplication.translate

Told = tuple[ListAhead, ListChanges]


def known_ahead(case: CaseAtDesk) -> Told | None:
    """The first change known to come that concerns the case at the desk, as it stands."""
    if not case.is_open or case.read_only:
        return None
    opened, run, runner = case.at_hand()
    return change_ahead(runner, run, opened.lists.ahead)


def ahead_words(means: Means, told: Told | None) -> str:
    """`12月1日起清单会变：新要的：…`; empty where nothing is known to change."""
    if told is None:
        return ""
    ahead, changes = told
    words = translate("lists", "{day}起清单会变：{what}")
    return words.format(day=means.say(short_date(ahead.since)), what=joined(means, changes))


def honoured_words(opened: OpenCase) -> str:
    """That the case goes on under the list its notice named; empty where it is the list in force."""
    under = opened.lists.notice
    if under is None or not under.honoured:
        return ""
    words = translate("lists", "按 {day} 的告知单接着办：照 {edition} 版清单，不用新的 {now} 版")
    return words.format(
        day=f"{under.given_on:%m-%d}",
        edition=under.edition,
        now=under.present.runner.procedure.spec.edition,
    )


def joined(means: Means, changes: ListChanges) -> str:
    """All of a difference in one line."""
    return " ".join(means.say(one) for one in changed_words(changes))


def not_honoured(opened: OpenCase | None) -> NoticeUnder | None:
    """The notice that does not count any more, of a case that is worked on here."""
    if opened is None or opened.holders or opened.case.state != "open":
        return None
    under = opened.lists.notice
    return under if under is not None and not under.honoured else None
