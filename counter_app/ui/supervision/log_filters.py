"""The filter bar of the day's log: teller, service, state, day, words, and how many there are.

Turns what was chosen into a `LogFilter`; reads nothing.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from counter_app.domain.dates import weekday
from counter_app.domain.staff_naming import named
from counter_app.services.read_models import LogFilter, StaffLine
from counter_app.services.sight import sight_of
from counter_app.ui.customers.case_words import STATES, state_words
from counter_app.ui.customers.ground import Ground
from counter_app.ui.customers.service_names import ServiceNames
from counter_app.ui.supervision.filter_boxes import FilterChoice, FilterDate, FilterWords
from counter_app.ui.widgets.base import row
from counter_app.ui.widgets.label import ElidedLabel
from counter_app.ui.widgets.value_fields import Choice

WORDS_KEY = "Alt+F"
ONLY_EXCEPTIONS = "exceptions"


class LogFilters(QFrame):
    """56 high, 44 in the narrow layout.

    `changed` when other cases are wanted, `renamed` when services are called otherwise,
    `ended` on Enter in a field.
    """

    changed = Signal()
    renamed = Signal()
    ended = Signal()

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.ground = ground
        self.theme = theme = ground.theme
        self._compact, self._sight = False, sight_of(ground.acting)
        self._staff: tuple[StaffLine, ...] = ()
        self._names = ServiceNames(ground, self)
        self.setProperty("ground", "surface")
        self.setProperty("edge", "bottom")
        self.title = ElidedLabel(theme, "", "head")
        self.staff = FilterChoice(theme, ground.initials)
        self.service = FilterChoice(theme, ground.initials)
        self.state = FilterChoice(theme, ground.initials)
        self.date = FilterDate(theme, ground.today)
        self.words = FilterWords(theme, WORDS_KEY)
        self._count = ElidedLabel(theme, "", "body", "ink2")
        self._unusual = ElidedLabel(theme, "", "body", "bad")
        self._row = row(self)
        for part in self._parts():
            self._row.addWidget(part)
        self._row.addStretch(0)
        self._row.addWidget(self._count)
        self._row.addWidget(self._unusual)
        self._row.setStretchFactor(self.words, 1)
        self.date.set_date(ground.today())
        self._day = ground.today()
        self._connect()
        self.retranslate()
        theme.follow(self._restyle)

    def wanted(self) -> LogFilter:
        """What is chosen now, from the first line."""
        state = self.state.value()
        only = state == ONLY_EXCEPTIONS
        return LogFilter(
            business_date=self._day.isoformat(),
            staff=self.staff.value(),
            service=self.service.value(),
            state="" if only else state,
            words=self.words.value().strip(),
            only_exceptions=only,
            sight=self._sight,
        )

    @property
    def day(self) -> dt.date:
        """The business date on show."""
        return self._day

    def narrows(self) -> bool:
        """Whether the choice leaves out any case of the day."""
        return self.wanted() != LogFilter(business_date=self._day.isoformat(), sight=self._sight)

    def load(self) -> None:
        """Ask what the services are called."""
        self._names.load()

    def service_words(self, code: str) -> str:
        """The title of a service."""
        return self._names.words(code)

    def staff_words(self, number: str) -> str:
        """`陈亮 60418`, or the number alone for an account not known here."""
        name = next((one.name for one in self._staff if one.number == number), "")
        return named(name, number)

    def set_staff(self, staff: Sequence[StaffLine]) -> None:
        """The accounts to choose from."""
        if tuple(staff) != self._staff:
            self._staff = tuple(staff)
            self._offer_staff()

    def set_counts(self, total: int, exceptions: int) -> None:
        """How many cases there are and how many of them are unusual."""
        self._count.setText(self.tr("{total} 笔").format(total=total))
        self._unusual.setText(
            self.tr("异常 {count}").format(count=exceptions) if exceptions else ""
        )
        self._unusual.setVisible(bool(exceptions))

    def clear_all(self) -> None:
        """All cases of the day again."""
        for choice in (self.staff, self.service, self.state):
            choice.set_value("")
        self.words.set_value("")
        self.changed.emit()

    def go_to_day(self, day: dt.date) -> None:
        """Show another day's log."""
        self._day = day
        self.date.set_date(day)
        self._retitle()
        self.changed.emit()

    def set_compact(self, compact: bool) -> None:
        """Lower, and without the title that the window has anyway."""
        self._compact = compact
        self._restyle()

    def retranslate(self) -> None:
        """All words again."""
        self.staff.set_label(self.tr("柜员"))
        self.service.set_label(self.tr("业务"))
        self.state.set_label(self.tr("状态"))
        self.date.setAccessibleName(self.tr("日期"))
        self.words.setAccessibleName(self.tr("在结果里筛"))
        self.words.setPlaceholderText(self.tr("在结果里筛"))
        self._offer_staff()
        self._offer_services()
        states = [
            Choice("", self.tr("先看异常")),
            Choice(ONLY_EXCEPTIONS, self.tr("只看异常")),
            *(Choice(code, state_words(code)) for code in STATES),
        ]
        _offer(self.state, states)
        self._retitle()

    def _parts(self) -> Sequence[QWidget]:
        return (self.title, self.staff, self.service, self.state, self.date, self.words)

    def _connect(self) -> None:
        for choice in (self.staff, self.service, self.state):
            choice.chosen.connect(self.changed)
        self.words.edited.connect(self.changed)
        self.date.left.connect(self._date_left)
        self.date.ended.connect(self._date_left)
        self.date.ended.connect(self.ended)
        self.words.ended.connect(self.ended)
        self._names.changed.connect(self._services_told)

    def _date_left(self) -> None:
        day = self.date.date()
        if day is None:
            self.date.set_date(self._day)
        elif day != self._day:
            self.go_to_day(day)

    def _services_told(self) -> None:
        self._offer_services()
        self.renamed.emit()

    def _offer_staff(self) -> None:
        served = [one for one in self._staff if "teller" in one.roles]
        everybody = Choice("", self.tr("全部"))
        _offer(self.staff, [everybody, *(Choice(one.number, one.name) for one in served)])

    def _offer_services(self) -> None:
        codes = self._names.codes()
        offered = [Choice(code, self._names.words(code)) for code in codes]
        _offer(self.service, [Choice("", self.tr("全部")), *offered])

    def _retitle(self) -> None:
        day, today = self._day, self.ground.today()
        written = day.strftime("%m-%d" if day.year == today.year else "%Y-%m-%d")
        words = self.tr("今日日志") if day == today else self.ground.say(weekday(day))
        self.title.setText(f"{words} {written}")

    def _restyle(self) -> None:
        px = self.theme.px
        for words in (self.title, self._count):
            words.setVisible(not self._compact)
        self._row.setContentsMargins(px(16), 0, px(16), 0)
        self._row.setSpacing(px(8))
        self.setFixedHeight(px(44 if self._compact else 56))


def next_page(wanted: LogFilter, offset: int, limit: int) -> LogFilter:
    """The same choice from another line on."""
    return replace(wanted, offset=offset, limit=limit)


def _offer(box: FilterChoice, choices: Sequence[Choice]) -> None:
    kept = box.value()
    box.set_choices(choices)
    box.set_value(kept)
