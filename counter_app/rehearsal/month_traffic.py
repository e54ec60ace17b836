"""What an ordinary branch is asked for in a month: every service, how often, by whom, and how it ends.

Owns the mix and the answers that make a case an ordinary one. The shares are a house guess of a small
branch's counter: cash most, the rest thinning out. What else a service asks is answered plainly.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from counter_app.rehearsal.day.people import (
    ABSENT_HOLDER,
    ADULTS,
    AGENT,
    CHILD,
    ELDER,
    FIRM,
    MIDDLE_AGED,
    MOTHER,
    ORDINARY,
)
from counter_app.rehearsal.plain_cases import PLAIN_CASES
from counter_app.services.visiting import PersonTold

People = tuple[PersonTold, ...]

ALONE: Sequence[People] = tuple((one,) for one in ORDINARY)
"""Somebody comes for himself; another person each time."""
BY_AGENT: Sequence[People] = ((ABSENT_HOLDER, AGENT),)
WITH_CHILD: Sequence[People] = ((CHILD, MOTHER),)
FOR_FIRM: Sequence[People] = ((FIRM, AGENT),)
OLD: Sequence[People] = ((ELDER,),)
MIDDLE: Sequence[People] = ((MIDDLE_AGED,),)
OF_AGE: Sequence[People] = tuple((one,) for one in ADULTS)
"""Where somebody just grown up is refused."""

_ANSWERS = {one.code.upper(): one.answers for one in PLAIN_CASES if one.firm is None} | {
    "GS": {"report_kind": "oral", "stolen": "no"},
    "DFGZ": {"matter": "agreement"},
}
SUMS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "XJCK": ("200", "600", "1500", "3000", "8000", "12000", "20000", "36000"),
        "XJQK": ("300", "500", "1200", "2000", "3000", "8000", "12000", "20000"),
        "ZZHK": ("500", "800", "1600", "2500", "4800"),
        "DQKL": ("5000", "10000", "20000", "30000"),
        "LCDH": ("100", "200", "300", "500"),
    }
)
"""Ordinary sums in yuan, where one sum alone would look invented."""

Fate = Literal["served", "parked", "noticed", "cancelled", "serial_late", "dissuaded"]
"""What becomes of a case: done at once; something is fetched first; a paper is missing; given up; done
with the serial put off; left for today after the questions against fraud."""

USUAL: Mapping[Fate, int] = MappingProxyType(
    {"served": 885, "parked": 35, "noticed": 30, "cancelled": 20, "serial_late": 30}
)
AT_ONCE: Mapping[Fate, int] = MappingProxyType({"served": 1})
ASKED: Mapping[Fate, int] = MappingProxyType({"served": 1, "dissuaded": 1})


@dataclass(frozen=True, slots=True)
class Traffic:
    """A service as some people ask for it; `share` counts among all, `fates` among each other."""

    service: str
    share: int
    comes: Sequence[People] = ALONE
    more: Mapping[str, str] = field(default_factory=dict)
    fates: Mapping[Fate, int] = field(default_factory=lambda: USUAL)

    def fate(self, chance: random.Random) -> Fate:
        """What becomes of it this time."""
        return chance.choices(list(self.fates), list(self.fates.values()))[0]

    def values(self, chance: random.Random) -> Mapping[str, str]:
        """What is answered this time."""
        usual = dict(_ANSWERS.get(self.service, {}))
        if self.service in SUMS:
            usual["amount"] = chance.choice(SUMS[self.service])
        return {**usual, **self.more}


def _of(comes: Sequence[People], **shares: int) -> tuple[Traffic, ...]:
    return tuple(Traffic(service, share, comes) for service, share in shares.items())


TRAFFIC: tuple[Traffic, ...] = (
    *_of(ALONE, XJQK=230, XJCK=190, ZZHK=70, DQKL=50, ZHLS=45, CZHZ=45, MMCZ=28, GRKH=26),
    *_of(ALONE, XXGX=24, TQZQ=22, BHK=22, SJHBG=20, GS=16, SJYH=16, LCDH=14, SBKJH=10),
    *_of(ALONE, CSB=8, GRXH=8, FGMXE=7, DEYY=7, CKZM=6, JXJH=5, ZHJX=5, CXGS=4),
    *_of(ALONE, TKLQ=4, CXGZ=4, ZDKK=3, JQZM=3, JBSJ=3, JSH=3, YGCKJHTQ=3, JWHK=2),
    *_of(ALONE, SMFW=1, JCGZ=1),
    *_of(OF_AGE, GRYLJ=4, ZXCX=4, LCGM=2),
    *_of(BY_AGENT, XJCK=10, GS=4, ZZHK=3),
    *_of(WITH_CHILD, GRKH=4, XJCK=3),
    *_of(FOR_FIRM, DGDZD=12, ZPGM=6, XJZPDF=6, DFGZ=5, DGXXBG=3, DGJBH=2, FDDBRBG=1, YJGS=1),
    *_of(FOR_FIRM, YJGH=1, DGXH=1),
    Traffic("SFYJ", 1, MIDDLE, fates=AT_ONCE),
    Traffic("XJQK", 5, more={"amount": "60000"}),
    Traffic("ZZHK", 5, OLD, {"amount": "60000", "payee_name": "赵某"}, ASKED),
)
"""The last two are large: more is asked, and of the last one it is asked against fraud."""

ONLY_ASK = 0.12
"""Of all visits: somebody is advised and goes."""
EACH_FROM = 10
"""So many cases for each kind of traffic, and every kind is among them; fewer are as chance has it."""


def traffic_of(chance: random.Random, visits: int) -> list[Traffic | None]:
    """So many visits in the order they come, by their shares; None where somebody only asks."""
    advised = round(visits * ONLY_ASK)
    cases = visits - advised
    once = TRAFFIC if cases >= EACH_FROM * len(TRAFFIC) else ()
    shares = [one.share for one in TRAFFIC]
    drawn = chance.choices(TRAFFIC, shares, k=cases - len(once))
    found: list[Traffic | None] = [*once, *drawn, *(None for _ in range(advised))]
    chance.shuffle(found)
    return found
