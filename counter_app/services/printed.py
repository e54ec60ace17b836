"""What became of copies: the spool's results as facts of the case, and a person's answers.

"Sent" means that a printer took the file, never that paper came out. Facts are this terminal's own
word. After an interruption nothing prints by itself: a person says whether the copy came out.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, Protocol

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.base import Fact
from counter_app.journal.facts.case import PaperFailed, PaperSent
from counter_app.journal.facts.copies import CopyAnswered
from counter_app.journal.folds.case import CaseView
from counter_app.services.counter import Acting, Counter, still_may, write
from counter_app.services.paper_content import pdf_content
from counter_app.services.ports import NOTHING_BESIDE, Beside, Content, NewFact, PrintOrder

Answer = Literal["printed", "print_again", "give_up"]
"""What a person says of a copy that waits: it came out, print it, or let it be."""

FAILED: Mapping[str, str] = MappingProxyType(
    {"failed": "", "unknown": "unknown", "given_up": "given_up"}
)
"""States of the spool that leave a copy unsent; the reason, where the spool's own is empty."""


class Waiting(Protocol):
    """A copy that waits for a person, as a list shows it or the spool holds it."""

    @property
    def case(self) -> str:
        """The case it is a paper of."""
        ...

    @property
    def paper(self) -> str:
        """Its number."""
        ...

    @property
    def copy_number(self) -> int:
        """Which copy."""
        ...


class Spooler(Protocol):
    """The spool, as a person's answer reaches it. Each says whether the copy was waiting."""

    def came_out(self, paper: str, copy_number: int) -> bool:
        """The paper is in somebody's hands."""
        ...

    def release(self, paper: str, copy_number: int) -> bool:
        """Print it."""
        ...

    def cancel(self, paper: str, copy_number: int) -> bool:
        """Give it up."""
        ...


def take_answer(counter: Counter, acting: Acting, order: Waiting, said: Answer) -> Refusal | None:
    """Whether this person may say it of a copy that waits; who said it is written first.

    Emergency forms are no paper of a case: nothing more is written of them.
    """
    refusal = still_may(counter, acting, Right.PRINT)
    if refusal:
        return refusal
    view = counter.store.view(order.case)
    if not isinstance(view, CaseView) or view.paper(order.paper) is None:
        return None
    fact = CopyAnswered(paper=order.paper, copy_number=order.copy_number, answer=said)
    written = write(counter, acting.actor, [NewFact(order.case, fact)], [view])
    return written if isinstance(written, Refusal) else None


def answer(spooler: Spooler | None, paper: str, copy_number: int, said: Answer) -> Refusal | None:
    """Does what a person says of a waiting copy; refused when it does not wait any more.

    Without a spool no copy waits. Must not run on the store's thread: the spool waits for it.
    """
    if spooler is None:
        return Refusal("copy_not_waiting", {"paper": paper, "copy": copy_number})
    acts = {
        "printed": spooler.came_out,
        "print_again": spooler.release,
        "give_up": spooler.cancel,
    }
    if acts[said](paper, copy_number):
        return None
    return Refusal("copy_not_waiting", {"paper": paper, "copy": copy_number})


def record(
    counter: Counter, order: PrintOrder, state: str, reason: str, pdf: bytes | None
) -> Refusal | None:
    """Writes what the spool tells of a copy, once; states on the way write nothing.

    `pdf` is the copy as it was sent; it is kept with the case. Recording again changes nothing.
    Emergency forms are no paper of a case: that they were given out stands already.
    """
    if order.case.startswith("lateentry/"):
        return None
    view = counter.store.view(order.case)
    if not isinstance(view, CaseView) or view.paper(order.paper) is None:
        return Refusal("unknown_paper", {"paper": order.paper})
    if state == "sent":
        if pdf is None:
            raise ValueError("a copy that was sent has its bytes")
        content = pdf_content(pdf, order.case)
        return _write(counter, order, view, _sent(order, content), Beside(contents=(content,)))
    if state in FAILED:
        failed = PaperFailed(
            paper=order.paper,
            copy_number=order.copy_number,
            printer=order.printer,
            reason=reason or FAILED[state] or state,
        )
        return _write(counter, order, view, failed, NOTHING_BESIDE)
    return None


def _sent(order: PrintOrder, content: Content) -> PaperSent:
    return PaperSent(
        paper=order.paper,
        copy_number=order.copy_number,
        printer=order.printer,
        pdf_hash=content.hash,
    )


def _write(
    counter: Counter, order: PrintOrder, view: CaseView, fact: Fact, beside: Beside
) -> Refusal | None:
    state = ("sent", order.printer)
    if isinstance(fact, PaperFailed):
        state = ("failed", fact.reason)
    paper = view.paper(order.paper)
    if paper is not None and (order.copy_number, *state) in paper.copies:
        return None
    actor = f"terminal/{counter.terminal.number}"
    written = write(counter, actor, [NewFact(order.case, fact)], [view], beside)
    return written if isinstance(written, Refusal) else None
