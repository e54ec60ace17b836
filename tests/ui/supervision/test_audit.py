"""Nothing nameless, cut, off screen or pale on these pages, in both languages and both sizes."""

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from counter_app.i18n import Language
from counter_app.journal.facts import case as facts
from counter_app.journal.facts import people
from counter_app.services.branch_health import Health
from counter_app.ui.branch.branch_page import BranchMeans, BranchPage
from counter_app.ui.customers.customer_page import CustomerPage
from counter_app.ui.customers.ground import Ground
from counter_app.ui.language import WindowLanguage
from counter_app.ui.profile.appearance import AppearancePort
from counter_app.ui.profile.pages import HomePage
from counter_app.ui.profile.password_dialog import PasswordPort
from counter_app.ui.shell import Frame, Page
from counter_app.ui.supervision.day_log_page import DayLogPage
from counter_app.ui.supervision.follow_ups_page import FollowUpsPage
from counter_app.ui.theme import Look, Theme
from tests.ui.audit import audit
from tests.ui.customers.people import CUSTOMER, belongs, registered
from tests.ui.supervision.day import (
    Day,
    booking_unclear,
    card_lost,
    checked,
    loss_reported,
    promised,
)
from tests.ui.supervision.test_branch_page import Branch
from tests.ui.supervision.test_quarantine import losing, quarantined

WINDOWS = [(1366, 768, 100), (911, 512, 100), (1366, 768, 150), (1024, 768, 100)]
LANGUAGES: list[Language] = ["zh", "en"]

Make = Callable[[Ground, Day], Page]


def log(ground: Ground, day: Day) -> Page:
    """The log with a case of many events."""
    page = DayLogPage(ground)
    page.entered()
    page.table.select(day.cases["lost"])
    return page


def replayed(ground: Ground, day: Day) -> Page:
    """The replay, over the log where there is little room."""
    page = log(ground, day)
    assert isinstance(page, DayLogPage)
    page.show_case(day.cases["lost"])
    return page


def follow_ups(ground: Ground, day: Day) -> Page:
    """What is due."""
    return FollowUpsPage(ground)


def customer(ground: Ground, day: Day) -> Page:
    """A customer with a case."""
    page = CustomerPage(ground)
    page.show_customer(CUSTOMER)
    return page


def home(ground: Ground, day: Day) -> Page:
    """The plain home."""
    appearance = AppearancePort(ground.language, lambda _one: None, lambda _one: None)
    passwords = PasswordPort(day.standing.verifiers, lambda _one, _two: True, str)
    return HomePage(ground, appearance, passwords)


def searching(ground: Ground, day: Day) -> Page:
    """The home with results."""
    page = home(ground, day)
    assert isinstance(page, HomePage)
    page.search.field.insert("lgl")
    return page


def branch(ground: Ground, day: Day) -> Page:
    """The terminals, a PC that was copied, and what of it is in quarantine."""
    case = day.cases["lost"]
    long = "客户说户口簿在老家，等家人下周寄来以后再办，先留下电话，柜员答应到期打电话提醒"
    quarantined(
        day,
        losing(case, facts.CaseNoted(text=long)),
        losing(case, checked(case, "holder_id", "seen", original=True)),
        losing("signon/1", people.SignedOff()),
    )
    health = Health("forked", ground.now(), ground.now(), waiting=7)
    return BranchPage(ground, BranchMeans(Branch(), lambda: health))


PAGES: list[Make] = [log, replayed, follow_ups, customer, home, searching, branch]


@pytest.fixture
def lived(day: Day) -> Day:
    """A day with everything on it."""
    registered(day)
    booking_unclear(day, "unclear", day.wang, 5)
    card_lost(day, "lost", day.chen, 31)
    belongs(day, "lost")
    loss_reported(day, "plain", day.wang, 60)
    promised(day, "old", "补寄后续事项告知单，客户要纸质件，寄到户口所在地", "2026-11-20", day.wang)
    day.office.at(240)
    return day


def settle() -> None:
    """Let layouts come to rest."""
    for _turn in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("make", PAGES, ids=lambda one: one.__name__)
def test_the_page_is_in_order(
    lived: Day, theme: Theme, language: WindowLanguage, frame: Frame, make: Make
) -> None:
    frame.show()
    frame.show_page(make(lived.office.ground(theme, lived.supervisor), lived))
    found = []
    for seen in product(WINDOWS, LANGUAGES):
        (width, height, scale), chosen = seen
        lived.office.language = chosen
        language.choose(chosen)
        theme.choose("light", scale)
        # Narrower first: what stood abreast goes below each other, and only then is it lower.
        frame.resize(width, frame.height())
        settle()
        frame.resize(width, height)
        settle()
        assert (frame.width(), frame.height()) == (width, height)
        found += [(seen, one) for one in audit(frame)]
    assert found == []


@pytest.mark.parametrize("make", PAGES, ids=lambda one: one.__name__)
@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_it_is_in_order_in_every_look(
    lived: Day, theme: Theme, frame: Frame, look: Look, make: Make
) -> None:
    theme.choose(look, 100)
    frame.show()
    frame.show_page(make(lived.office.ground(theme, lived.supervisor), lived))
    settle()
    assert audit(frame) == []


@pytest.mark.parametrize("make", PAGES, ids=lambda one: one.__name__)
def test_language_changes_every_word_at_run_time(
    lived: Day, theme: Theme, language: WindowLanguage, frame: Frame, make: Make
) -> None:
    frame.show()
    frame.show_page(make(lived.office.ground(theme, lived.supervisor), lived))
    settle()
    lived.office.language = "en"
    language.choose("en")
    settle()
    page = frame.page()
    assert page is not None
    words_told = [action.words for action in page.offers()] + [
        row.words for row in page.help_rows()
    ]
    assert [words for words in words_told if any("一" <= sign <= "鿿" for sign in words)] == []
