"""Scripts of work with planted bugs, for the drill to find."""

import os
from time import sleep

from counter_app.rehearsal.drills.offers import Offer
from counter_app.rehearsal.drills.store_work import Work, attempt, endless_offers


class LateTeller:
    """Says that something is stored long after it is: most kills fall between."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def acknowledge(self, offer: Offer) -> None:
        """After a while."""
        sleep(0.05)
        self._work.teller.acknowledge(offer)


def acknowledges_early(work: Work) -> None:
    """Says that something is stored before it is."""
    for offer in endless_offers(work.task):
        work.teller.offer(offer)
        work.teller.acknowledge(offer)
        sleep(0.05)
        attempt(work, offer)


def offers_again_blindly(work: Work) -> None:
    """Repeats what nobody answered without looking whether it is stored."""
    late = Work(work.store, LateTeller(work), work.task)  # type: ignore[arg-type]
    for offer in work.task.unanswered:
        if offer.deed != "draft":
            attempt(late, offer)
    for offer in endless_offers(work.task):
        if offer.deed != "draft":
            work.teller.offer(offer)
            attempt(late, offer)


def ends_by_itself(_work: Work) -> None:
    """Never gets to be killed: it ends at once, also where a machine is slow to end a process."""
    os._exit(0)
