"""Times as the desk shows them. Pure: from the UTC texts of entries and the present."""

import datetime as dt

from counter_app.domain.dates import branch_time, duration_text, running_time
from counter_app.i18n import Language


def instant(text: str) -> dt.datetime:
    """The instant of an entry's UTC text."""
    return dt.datetime.fromisoformat(text)


def clock_words(text: str) -> str:
    """`14:03:05` in branch time."""
    return f"{branch_time(instant(text)):%H:%M:%S}"


def minute_words(text: str) -> str:
    """`14:03` in branch time."""
    return f"{branch_time(instant(text)):%H:%M}"


def since_words(text: str, today: dt.date) -> str:
    """`14:03` of today; with the day before it of another."""
    local = branch_time(instant(text))
    return f"{local:%H:%M}" if local.date() == today else f"{local:%m-%d %H:%M}"


def age_words(text: str, now: dt.datetime, language: Language) -> str:
    """`12 分`: how long ago it was."""
    return duration_text(now - instant(text)).into(language)


def is_long(text: str, now: dt.datetime, longest: dt.timedelta | None) -> bool:
    """Whether it has waited longer than the house wants; never where the house does not say."""
    return longest is not None and now - instant(text) > longest


def running_words(text: str, now: dt.datetime) -> str:
    """`04:21`: the clock of a visit."""
    return running_time(now - instant(text)).zh


def short_day(day: dt.date, today: dt.date) -> str:
    """`11-26`, with the year only when it is not this year's."""
    return f"{day:%m-%d}" if day.year == today.year else day.isoformat()
