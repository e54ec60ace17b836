"""What a drill's child offers to the store, and how it tells the driver, who keeps the list.

Owns the words on the pipe. The child says an offer before it tries it, and that it was acknowledged
after the store has answered: what the driver has read of the second kind must never be lost.
"""

import json
import os
from dataclasses import asdict, dataclass
from typing import Literal

Deed = Literal["start", "draft", "confirm", "complete"]


@dataclass(frozen=True, slots=True)
class Offer:
    """One commit. `ident` stands in what is stored, and so is found again; `subject` is a case."""

    ident: str
    deed: Deed
    subject: str


@dataclass(frozen=True, slots=True)
class Task:
    """What a child is told: where, with which key, and what nobody knows about."""

    home: str
    key: str
    run: str
    seed: int
    unanswered: tuple[Offer, ...]

    def words(self) -> str:
        """The task as one line."""
        return json.dumps(asdict(self))


def task_of(words: str) -> Task:
    """The task of a line."""
    told = json.loads(words)
    unanswered = tuple(Offer(**one) for one in told.pop("unanswered"))
    return Task(**told, unanswered=unanswered)


class Teller:
    """The child's end of the pipe. Each line leaves in one piece, or not at all."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe

    def ready(self) -> None:
        """The store is open."""
        self._say({"ready": True})

    def offer(self, offer: Offer) -> None:
        """About to try."""
        self._say({"offer": asdict(offer)})

    def acknowledge(self, offer: Offer) -> None:
        """The store has it; from now on it must not be lost."""
        self._say({"stored": offer.ident})

    def _say(self, told: dict[str, object]) -> None:
        os.write(self._pipe, json.dumps(told).encode() + b"\n")


class Ledger:
    """The driver's list, outside the store: every offer in order, and which were acknowledged."""

    def __init__(self) -> None:
        self.offers: dict[str, Offer] = {}
        self.acknowledged: set[str] = set()
        self.is_ready = False

    def read(self, line: str) -> None:
        """Takes in a line of the child's; the last may be cut."""
        try:
            told = json.loads(line)
        except ValueError:
            return
        if "offer" in told:
            offer = Offer(**told["offer"])
            self.offers[offer.ident] = offer
        elif "stored" in told:
            self.acknowledged.add(told["stored"])
        elif told.get("ready"):
            self.is_ready = True

    def unanswered(self) -> tuple[Offer, ...]:
        """What was offered and not acknowledged: it may be stored, or not."""
        return tuple(one for one in self.offers.values() if one.ident not in self.acknowledged)
