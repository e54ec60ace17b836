"""A person at the real window, by keys alone: sign on, receive, serve a plain case, go.

Owns the ways that tour and drills have in common. Knows the desk only as a person does: by its keys and
by what has the focus. The window is given as an argument.
"""

from typing import Protocol

from counter_app.rehearsal.demo_branch import PASSWORD
from counter_app.rehearsal.hands import Hands, HandsError
from counter_app.rehearsal.plain_cases import PlainCase
from counter_app.rehearsal.serving import Serving
from counter_app.ui.desk.case_page import CasePage
from counter_app.ui.shell import Frame

STEP_S = 0.4
EXPRESS = "desk.express"


class Touring(Protocol):
    """The window that is used."""

    frame: Frame

    @property
    def usable_now(self) -> bool:
        """Whether somebody can sign on."""
        ...


class AtWindow:
    """One pair of hands at one window. `pause` is how long a new page is looked at, in seconds."""

    def __init__(self, window: Touring, pause: float = STEP_S) -> None:
        self.frame, self._window, self._pause = window.frame, window, pause
        self.hands = Hands(window.frame)

    def picture(self, name: str) -> None:
        """A page stands as it is left; whoever takes pictures takes one."""

    def _page(self) -> str:
        """The code of the page on show; empty without one."""
        page = self.frame.page()
        return page.code if page is not None else ""

    def press(self, *keys: str) -> None:
        """Counted presses, one after another."""
        for key in keys:
            self.hands.press(key)

    def _rest(self) -> None:
        """Looks at the page."""
        self.hands.settle(self._pause)

    def _reach(self, *pages: str) -> None:
        """Waits for one of these pages."""
        self.hands.wait_for(f"{pages}, not {self._page()}", lambda: self._page() in pages)
        self._rest()

    def _next(self, *pages: str) -> None:
        """F8, on to one of these pages."""
        self.press("F8")
        self._reach(*pages)

    def sign_on(self, staff: str) -> None:
        """Number and password; the window stays as last time."""
        self.hands.wait_for("the sign-on page", lambda: self._window.usable_now)
        self.hands.type(staff)
        self.hands.type(PASSWORD)
        self.hands.wait_for("the first page", lambda: self._page() != "signon")
        self._rest()

    def sign_off(self) -> None:
        """By the command list, as everything that has no key of its own, in the window's language."""
        self._command("session.sign_off")
        self.hands.wait_for("the sign-on page", lambda: self._page() == "signon")

    def _command(self, code: str) -> None:
        """An action that has no key, by its words in the command list."""
        action = self.frame.offers.action(code)
        if action is None:
            raise HandsError(f"no command {code}")
        self.press("Ctrl+K")
        self.hands.type(action.words)

    def _receive(self, number: str, name: str) -> None:
        """The next customer: the paper is scanned, the name typed."""
        self.press("F2")
        self._reach("desk.reception")
        self.hands.scan_paper(number, name)
        self.picture("reception")
        self._next("desk.need")

    def _choose(self, code: str) -> None:
        """The service, by what is typed to find it, until its number is on show."""
        self.hands.type(code)
        self.hands.wait_for(f"a case of {code}", self._case_is_open)
        self._rest()

    def _case_is_open(self) -> bool:
        page = self.frame.page()
        return isinstance(page, CasePage) and page.parts.case.is_open

    def serve_on(self, case: PlainCase, serial: str, until: str = "desk.done") -> None:
        """From the page on show step by step to the page `until`."""
        serving = Serving(self.frame, self.hands, case.answers)
        while (page := self._page()) != until:
            self._work_on(page, serving, serial)
            self.picture(f"{case.code}-{page.removeprefix('desk.')}")
            self.press("F8")
            self.hands.wait_for(f"more than {page}", lambda left=page: self._page() != left)  # type: ignore[misc]
            self._rest()

    def _work_on(self, page: str, serving: Serving, serial: str) -> None:
        """What a step asks, before F8."""
        work = {
            "desk.need": serving.fill_in,
            "desk.documents": serving.look_at_papers,
            "desk.details": serving.fill_in,
            "desk.care": serving.ask_calmly,
            "desk.read_back": serving.confirm,
            "desk.completion": serving.hand_back,
        }
        if page in work:
            work[page]()
        elif page == EXPRESS:
            serving.all_on_one_screen(serial)
        elif page == "desk.core" and serving.gives_serial:
            self.hands.type(serial)
