"""A case in a list, in words: when, how long, how it stands, and what is unusual about it.

Owns the icon and the ink of each state and exception. Words of exceptions stand in `ui.words`.
"""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.domain.dates import branch_time, duration_text, running_time
from counter_app.i18n import Language
from counter_app.services.read_models import CaseLine
from counter_app.ui.widgets.queue_list import State
from counter_app.ui.words.marks import listed
from counter_app.ui.words.sentences import exception_words

_LOOKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "booking_unclear": ("circle-question-mark", "bad"),
        "two_minds": ("users", "bad"),
        "faults": ("triangle-alert", "bad"),
        "paper_failed": ("circle-x", "bad"),
        "cancelled_after": ("undo-2", "bad"),
        "serial_missing": ("clock", "warn"),
        "originals_out": ("id-card", "warn"),
        "not_confirmed": ("circle-dashed", "warn"),
        "approved": ("shield-check", "warn"),
        "deferred": ("file-x", "warn"),
        "reprinted": ("printer", "warn"),
        "corrected": ("rotate-ccw", "warn"),
        "cancelled": ("minus", "ink2"),
    }
)

_STATES: Mapping[str, tuple[object, str, str]] = MappingProxyType(
    {
        "open": (QT_TRANSLATE_NOOP("cases", "办理中"), "circle-dashed", "ink2"),
        "parked": (QT_TRANSLATE_NOOP("cases", "挂起"), "circle-pause", "ink2"),
        "handed_over": (QT_TRANSLATE_NOOP("cases", "已转交"), "users", "ink2"),
        "completed": (QT_TRANSLATE_NOOP("cases", "办结"), "circle-check", "ok"),
        "cancelled": (QT_TRANSLATE_NOOP("cases", "取消"), "minus", "ink2"),
    }
)

STATES = tuple(_STATES)

_APART = QT_TRANSLATE_NOOP("cases", "在 {windows} 号窗同时继续")
_HELD = QT_TRANSLATE_NOOP("cases", "{who} 在 {window} 号窗，{since} 起")
_LATE = QT_TRANSLATE_NOOP("cases", "补录")
_ENTERED_LATE = QT_TRANSLATE_NOOP("cases", "补录 {state}")
_SERIAL_CAME = QT_TRANSLATE_NOOP("cases", "{at} {who} 补流水号")
_PARKED_FOR = QT_TRANSLATE_NOOP("cases", "挂起 {minutes} 分")
_WAITING = QT_TRANSLATE_NOOP("cases", "{state}，{exception}")
_MORE = QT_TRANSLATE_NOOP("cases", "{first}，另 {count} 项")


def state_words(state: str) -> str:
    """办理中, 挂起, 办结…"""
    return _say(_STATES[state][0]) if state in _STATES else state


def exception_state(code: str) -> State:
    """One exception in words with its icon."""
    icon, ink = _LOOKS.get(code, ("triangle-alert", "bad"))
    return State(exception_words(code), icon, ink)


def case_state(line: CaseLine, now: dt.datetime, longest_parked: dt.timedelta | None) -> State:
    """How a case stands: its gravest exception first, else its state; a late entry says so.

    What is parked for longer than `longest_parked`, the rule's figure, stands out: the customer may
    be waiting.
    """
    state = _state_of(line, now, longest_parked)
    if not line.on_paper:
        return state
    return State(_say(_ENTERED_LATE).format(state=state.words), state.icon, state.ink)


def _state_of(line: CaseLine, now: dt.datetime, longest_parked: dt.timedelta | None) -> State:
    if line.exceptions:
        return _unusual(line)
    if line.serial_late_at:
        local = branch_time(instant(line.serial_late_at))
        at = f"{local:%H:%M}" if local.date() == branch_time(now).date() else f"{local:%m-%d}"
        words = _say(_SERIAL_CAME).format(at=at, who=line.serial_late_by)
        return State(words, "circle-check", "ok")
    waited = now - instant(line.last_at) if line.last_at else dt.timedelta()
    if line.state == "parked" and longest_parked is not None and waited > longest_parked:
        minutes = int(waited.total_seconds()) // 60
        return State(_say(_PARKED_FOR).format(minutes=minutes), "clock", "bad")
    _words, icon, ink = _STATES.get(line.state, ("", "", "ink2"))
    return State(state_words(line.state), icon, ink)


def _unusual(line: CaseLine) -> State:
    first = exception_state(line.exceptions[0])
    if line.apart and line.exceptions[0] == "two_minds":
        words = _say(_APART).format(windows=listed(line.apart))
        first = State(words, first.icon, first.ink)
    words, others = first.words, len(line.exceptions) - 1
    if line.state in ("parked", "handed_over"):
        words = _say(_WAITING).format(state=state_words(line.state), exception=words)
    if others:
        words = _say(_MORE).format(first=words, count=others)
    return State(words, first.icon, first.ink)


def holder_words(line: CaseLine, today: dt.date) -> str:
    """Who has it, at which window, since when; the name alone where it has ended."""
    who = line.staff_name or line.staff
    if line.state in ("completed", "cancelled") or not line.held_since or not who:
        return who
    at = branch_time(instant(line.held_since))
    since = f"{at:%H:%M}" if at.date() == today else f"{at:%m-%d %H:%M}"
    return _say(_HELD).format(who=who, window=line.window, since=since)


def time_used(line: CaseLine, now: dt.datetime, language: Language) -> str:
    """From the start to the end, or until now while it goes on; a dash when it never began.

    What was entered after the fact has no time of its own: it says so.
    """
    if line.on_paper:
        return _say(_LATE)
    if not line.started_at:
        return "—"
    used = (instant(line.ended_at) if line.ended_at else now) - instant(line.started_at)
    if used < dt.timedelta(hours=1):
        return running_time(used).into(language)
    return duration_text(used).into(language)


def clock_time(at: str) -> str:
    """`14:03`, branch time, of an entry's instant; empty for none."""
    return branch_time(instant(at)).strftime("%H:%M") if at else ""


def clock_seconds(at: str) -> str:
    """`14:03:12`, branch time."""
    return branch_time(instant(at)).strftime("%H:%M:%S") if at else ""


def day_and_time(at: str, today: dt.date) -> str:
    """`11-23 14:03`, with the year only when it is not this year's."""
    if not at:
        return ""
    local = branch_time(instant(at))
    return local.strftime("%m-%d %H:%M" if local.year == today.year else "%Y-%m-%d %H:%M")


def day_words(day: str, today: dt.date) -> str:
    """`11-26` of a date, with the year only when it is not this year's; empty for none."""
    return day[5:] if day[:4] == str(today.year) else day


def instant(at: str) -> dt.datetime:
    """The instant of an entry's text."""
    return dt.datetime.fromisoformat(at)


def _say(words: object) -> str:
    return QCoreApplication.translate("cases", str(words))
