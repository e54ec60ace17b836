"""What is typed short at the counter and means something longer: a paper's month, a serial's end.

Pure. The pattern of a serial is the bank's data; nothing here knows one.
"""

import calendar
import datetime as dt
from typing import Literal

SIGN = "#"
CENTURY = 2000


def expiry_typed(text: str, today: dt.date) -> dt.date | Literal["day_needed"] | None:
    """The last valid day typed as `MMYY`, or whole as `YYYYMMDD`; None while it is neither.

    A month alone lasts to its end. In the month itself the day decides, so it is asked for.
    """
    try:
        if len(text) == 8:
            return dt.date(int(text[:4]), int(text[4:6]), int(text[6:]))
        if len(text) != 4:
            return None
        month, year = int(text[:2]), CENTURY + int(text[2:])
        if (year, month) == (today.year, today.month):
            return "day_needed"
        return dt.date(year, month, calendar.monthrange(year, month)[1])
    except ValueError:
        return None


def serial_start(pattern: str, today: dt.date) -> str:
    """What stands before the running digits of that day: `CB{MM}{DD}######` gives `CB1123`."""
    filled = pattern.replace("{YYYY}", f"{today:%Y}").replace("{YY}", f"{today:%y}")
    filled = filled.replace("{MM}", f"{today:%m}").replace("{DD}", f"{today:%d}")
    return filled.rstrip(SIGN)


def whole_serial(pattern: str, today: dt.date, typed: str) -> str:
    """A serial of which only the last digits were typed, made whole; anything else as it is."""
    running = pattern.count(SIGN)
    if running and len(typed) == running and typed.isdigit():
        return serial_start(pattern, today) + typed
    return typed
