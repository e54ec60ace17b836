"""Bringing from the branch what was let go of here, so that a page can ask again.

Owns how often: each subject once for one wish, for what does not come the first time is not there.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from counter_app.domain.refusal import Refusal
from counter_app.services.scope import AT_BRANCH
from counter_app.ui.work import AskBranch


class Bringing:
    """One page's wishes. `reach` gives who asks the branch; answers come while `receiver` lives."""

    def __init__(self, reach: Callable[[], AskBranch], receiver: QObject) -> None:
        self._reach, self._receiver = reach, receiver
        self._wish = ""
        self._asked: set[str] = set()

    def begin(self, wish: str) -> None:
        """Somebody wishes to see something."""
        self._wish, self._asked = wish, set()

    def helps(self, refusal: object, again: Callable[[], None], fail: Callable[[], None]) -> bool:
        """Whether a refusal is because of what lies at the branch, and that is being brought.

        Then it is asked `again`, or the page is told to `fail`; only the latest wish counts.
        """
        if not isinstance(refusal, Refusal) or refusal.code != AT_BRANCH:
            return False
        subject, wish = str(refusal.params["subject"]), self._wish
        if subject in self._asked:
            return False
        self._asked.add(subject)

        def came(answer: bool | Refusal) -> None:
            if wish == self._wish:
                (again if answer is True else fail)()

        self._reach()(self._receiver, lambda reached: reached.bring_back([subject]), came)
        return True
