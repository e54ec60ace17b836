"""Nothing nameless, cut, off screen or pale on these pages, in both languages and all sizes."""

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from counter_app.domain.roles import Role
from counter_app.i18n import Language
from counter_app.services import staffing
from counter_app.ui.customers.ground import Ground
from counter_app.ui.language import WindowLanguage
from counter_app.ui.profile.first_password import FirstPasswordPage
from counter_app.ui.profile.password_dialog import PasswordPort
from counter_app.ui.shell import Frame, Page
from counter_app.ui.staff.staff_page import StaffPage
from counter_app.ui.theme import Look, Theme
from tests.ui.audit import audit
from tests.ui.supervision.day import Day

WINDOWS = [(1366, 768, 100), (1366, 768, 150), (911, 512, 100), (1920, 1080, 100)]
LANGUAGES: list[Language] = ["zh", "en"]
LOOKS: list[Look] = ["light", "dark", "contrast"]

Make = Callable[[Ground, Day], Page]


def listed(ground: Ground, _day: Day) -> Page:
    """The list, with a long name chosen."""
    page = StaffPage(ground, str)
    page.entered()
    page.table.select("80241")
    return page


def wanting(ground: Ground, _day: Day) -> Page:
    """The form, with all that it wants."""
    page = StaffPage(ground, str)
    page.entered()
    page.show_new()
    page.save()
    return page


def first_password(ground: Ground, day: Day) -> Page:
    """The page before all others."""
    page = FirstPasswordPage(
        ground, PasswordPort(day.standing.verifiers, lambda _kept, _typed: False, str)
    )
    page.take()
    return page


MAKES: list[Make] = [listed, wanting, first_password]


@pytest.mark.parametrize("make", MAKES, ids=lambda one: one.__name__)
def test_nothing_is_out_of_order(
    make: Make, theme: Theme, frame: Frame, day: Day, language: WindowLanguage
) -> None:
    show(make, theme, frame, day)
    found = []
    for seen in product(WINDOWS, LANGUAGES):
        (width, height, scale), language_now = seen
        day.office.language = language_now
        language.choose(language_now)
        theme.choose(scale=scale)
        frame.resize(width, height)
        settle()
        found += [(seen, one) for one in audit(frame)]
    assert found == []


@pytest.mark.parametrize("make", [listed, wanting])
@pytest.mark.parametrize("look", LOOKS)
def test_every_look_is_readable(
    look: Look, make: Make, theme: Theme, frame: Frame, day: Day
) -> None:
    theme.choose(look=look)
    show(make, theme, frame, day)
    assert audit(frame) == []


def show(make: Make, theme: Theme, frame: Frame, day: Day) -> None:
    """The page in the window, as after sign-on, with somebody of a long name in the list."""
    told = staffing.AccountTold("80241", "阿卜杜热合曼·吾买尔", "理财经理", (Role.WEALTH_MANAGER,))
    staffing.register(day.standing.counter, day.standing.admin, told)
    frame.show()
    frame.activateWindow()
    frame.set_left(False)
    frame.show_page(make(day.office.ground(theme, day.standing.admin), day))
    settle()


def settle() -> None:
    """Let layouts come to rest."""
    for _round in range(5):
        QApplication.processEvents()
