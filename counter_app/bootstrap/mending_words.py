"""What came of a salvage, as pages and lists tell it. Owns the translation of values, no words."""

from datetime import datetime

from counter_app.bootstrap.mending import Mended
from counter_app.domain.dates import branch_time
from counter_app.ui.damaged.told import Gap, MendedTold


def mended_told(mended: Mended) -> MendedTold:
    """What came of a salvage, as the page and the file tell it."""
    told = mended.told
    return MendedTold(
        copy_day=mended.copy_day,
        copied=told.copied if mended.copy_day else 0,
        taken=told.taken,
        gaps=tuple(Gap(one.first, one.last) for one in told.missing),
        numbers=told.numbers,
        bodiless=tuple(seq for _journal, seq in told.bodiless),
        stray=tuple(entry.seq for entry in told.stray),
        prefix=f"{int(mended.terminal):02d}{told.letters}",
        kept=str(mended.kept.absolute()),
    )


def now_words(now: datetime) -> str:
    """The branch's time, to the minute."""
    return branch_time(now).strftime("%Y-%m-%d %H:%M")
