"""业务受理回执 on demand: after the end, also where the procedure prints none by itself.

The first receipt of a case only; another copy of one that was issued is a reprint.
"""

from counter_app.domain.paper import PaperKind
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.folds.case import CaseView
from counter_app.services import papers
from counter_app.services.counter import Acting, Counter, still_may, write
from counter_app.services.handling import decided_again, open_case
from counter_app.services.handling_results import OpenCase, PaperWish
from counter_app.services.ports import Beside, NewFact


def give_receipt(
    counter: Counter, acting: Acting, opened: OpenCase, wish: PaperWish
) -> OpenCase | Refusal:
    """Issues the receipt of a completed case that has none, and orders it."""
    return decided_again(counter, acting, opened, lambda now: _give(counter, acting, now, wish))


def has_receipt(case: CaseView) -> bool:
    """Whether a receipt was issued."""
    return any(one.paper_kind == PaperKind.RECEIPT.value for one in case.papers)


def _give(
    counter: Counter, acting: Acting, opened: OpenCase, wish: PaperWish
) -> OpenCase | Refusal:
    refusal = still_may(counter, acting, Right.PRINT)
    if refusal:
        return refusal
    case = opened.case
    if case.completed is None or case.state == "cancelled":
        return Refusal("receipt_after_completion")
    if has_receipt(case):
        return Refusal("receipt_given")
    issued = papers.for_receipt(counter, acting, opened, opened.run, wish)
    if isinstance(issued, Refusal):
        return issued
    facts = [NewFact(case.subject, one) for one in issued.facts]
    beside = Beside(contents=issued.contents, orders=issued.orders)
    written = write(counter, acting.actor, facts, [case], beside)
    return written if isinstance(written, Refusal) else open_case(counter, acting, case.subject)
