"""The replay of one case: play row, track, the page as it was, the events, and a remark.

Renders what `ReplaySource` fetched and forwards the remark. Plays event by event: what lay between two
facts nobody wrote down.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from counter_app.domain.cameras import cameras_at
from counter_app.domain.refusal import Refusal
from counter_app.services.noting import may_note
from counter_app.services.read_models import CaseLine
from counter_app.ui.customers.case_words import case_state, clock_seconds, exception_state
from counter_app.ui.customers.ground import Ground
from counter_app.ui.desk.steps import step_name
from counter_app.ui.supervision.camera_words import camera_words
from counter_app.ui.supervision.event_list import EventLine, EventList
from counter_app.ui.supervision.event_words import Naming, Wording, event_told
from counter_app.ui.supervision.replay_controls import ReplayControls
from counter_app.ui.supervision.replay_source import Fetched
from counter_app.ui.supervision.replay_track import ReplayTrack, TrackTick
from counter_app.ui.supervision.then_card import ThenCard
from counter_app.ui.supervision.then_rows import Scene, item_titles, then_rows
from counter_app.ui.widgets.base import column, panel, row
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import ElidedLabel, IconLabel, StateLabel
from counter_app.ui.widgets.states import EmptyState

SECOND_MS = 1000


class ReplayPane(QFrame):
    """`noted` when the remark was typed and Enter or F8 pressed; the page writes it."""

    noted = Signal(str, str)

    def __init__(self, ground: Ground, staff: Naming, service: Naming) -> None:
        super().__init__()
        self.ground, self.theme = ground, ground.theme
        self._staff, self._service = staff, service
        self._scene: Scene | None = None
        self._line: CaseLine | None = None
        self._version_here = True
        self.setProperty("ground", "side")
        self.none = EmptyState(self.theme, "history", "")
        self.trouble = EmptyState(self.theme, "triangle-alert", "")
        self.controls = ReplayControls(self.theme)
        self.track = ReplayTrack(self.theme)
        self.camera = ElidedLabel(self.theme, "", "small", "ink2")
        self._window = ""
        self.then = ThenCard(self.theme)
        self.events = EventList(self.theme)
        self.note = TextField(self.theme)
        self.note_row = FieldRow(self.theme, "", self.note)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._build()
        self._connect()
        self.retranslate()
        self.theme.follow(self._restyle)

    @property
    def case(self) -> str:
        """The case on show; empty if none."""
        return self._scene.replay.case if self._scene else ""

    def show_nothing(self) -> None:
        """No case is chosen."""
        self.stop()
        self._scene, self._line = None, None
        self._stack.setCurrentWidget(self.none)

    def show_refusal(self, refusal: Refusal) -> None:
        """It cannot be shown, and why."""
        self.stop()
        self._scene = None
        self.trouble.set_words(self.ground.tell(refusal))
        self._stack.setCurrentWidget(self.trouble)

    def show_replay(self, fetched: Fetched, line: CaseLine | None) -> None:
        """A case from its log line; the same case stays at the moment it was at."""
        same = fetched.replay.case == self.case
        here = self.track.value() if same else len(fetched.replay.events) - 1
        if not same:
            self.stop()
            self.note.set_value("")
            self.note_row.set_error("")
        self._line, self._version_here = line, fetched.runner is not None
        self._scene = Scene(fetched.replay, fetched.runner, self._wording(fetched))
        self._stack.setCurrentWidget(self._content)
        self._show_head(fetched)
        self._show_events()
        self.track.setValue(min(here, self.track.maximum()))
        self._show_moment()

    def step(self, by: int) -> None:
        """On, back, or to the start."""
        self.track.setValue(0 if by < -1 else self.track.value() + by)

    def play_or_pause(self) -> None:
        """Play from here, from the start if it is at its end; or pause."""
        if self._timer.isActive() or self._scene is None:
            self.stop()
            return
        if self.track.value() == self.track.maximum():
            self.track.setValue(0)
        self._timer.start(SECOND_MS // self.controls.speed())
        self.controls.set_playing(True)

    def stop(self) -> None:
        """Stay at the moment on show."""
        self._timer.stop()
        self.controls.set_playing(False)

    def save_note(self) -> None:
        """Hand the remark over; an empty one says what is missing."""
        words = self.note.value().strip()
        if not words:
            self.note_row.set_error(self.tr("请先写备注"))
            self.note.setFocus()
        elif self.case:
            self.noted.emit(self.case, words)

    def note_kept(self) -> None:
        """The remark was written."""
        self.note.set_value("")
        self.note_row.set_error("")

    def retranslate(self) -> None:
        """All words again."""
        self.none.set_words(self.tr("选一笔业务，看它是怎样办的"), ("↑ ↓", self.tr("换一笔")))
        self.controls.retranslate()
        self.controls.set_playing(self._timer.isActive())
        self.track.setAccessibleName(self.tr("回放进度"))
        self.events.setAccessibleName(self.tr("事件"))
        self.note_row.set_label(self.tr("备注"))
        self.note_row.set_hint(self.tr("写进这笔业务，写后不能改，里面的号码会遮盖"))

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._content = QWidget()
        self._title = ElidedLabel(self.theme, "", "body")
        self._who = ElidedLabel(self.theme, "", "body", "ink2")
        self._state = StateLabel(self.theme, role="body")
        self._head = panel("surface", "bottom")
        self._head_row = row(self._head)
        self._head_row.addWidget(IconLabel(self.theme, "history", "ink"))
        self._head_row.addWidget(self._title)
        self._head_row.addWidget(self._who, 1)
        self._head_row.addWidget(self._state)
        self._play = panel("side", "bottom")
        self._play_column = column(self._play)
        self._play_column.addWidget(self.controls)
        self._play_column.addWidget(self.track)
        self._play_column.addWidget(self.camera)
        self._cards = row()
        self._cards.addWidget(self.then, 1)
        self._event_card = QFrame()
        self._event_card.setProperty("card", True)
        column(self._event_card).addWidget(self.events)
        self._cards.addWidget(self._event_card, 1)
        self._bottom = panel("surface", "top")
        self._bottom_column: QVBoxLayout = column(self._bottom)
        self._bottom_column.addWidget(self.note_row)
        inner = column(self._content)
        for part in (self._head, self._play):
            inner.addWidget(part)
        inner.addLayout(self._cards, 1)
        inner.addWidget(self._bottom)
        self._bottom.setVisible(may_note(self.ground.acting))
        for page in (self.none, self.trouble, self._content):
            self._stack.addWidget(page)
        column(self).addWidget(self._stack)

    def _connect(self) -> None:
        self.controls.stepped.connect(self.step)
        self.controls.play_pressed.connect(self.play_or_pause)
        self.track.valueChanged.connect(self._show_moment)
        self.events.moved.connect(self.track.setValue)
        self.note.edited.connect(lambda _words: self.note_row.set_error(""))

    def _wording(self, fetched: Fetched) -> Wording:
        language = self.ground.language()
        titles = item_titles(fetched.runner, language) if fetched.runner else {}
        return Wording(
            language,
            lambda code: titles.get(code.partition("@")[0], code),
            self._service,
            self._staff,
            fetched.case.started.staff if fetched.case.started else "",
        )

    def _show_head(self, fetched: Fetched) -> None:
        case = fetched.case
        self._title.setText(f"{case.number}  {self._service(case.service)}")
        owner = case.owner.value
        self._who.setText(self._staff(owner.staff) if owner else "")
        self._window = owner.window if owner else ""
        if self._line is None:
            self._state.set_state("", "", "ink2")
            return
        state = case_state(self._line, self.ground.now(), self.ground.longest_parked())
        self._state.set_state(state.icon, state.words, state.ink)
        every = [exception_state(code).words for code in self._line.exceptions]
        self._state.setToolTip("\n".join(every))

    def _show_events(self) -> None:
        assert self._scene is not None
        wording = self._scene.wording
        lines = []
        for event in self._scene.replay.events:
            told = event_told(event, wording)
            at, step = clock_seconds(event.at), step_name(event.step)
            lines.append(EventLine(at, step, told.what, told.evidence))
        self.events.set_events(lines)
        ticks = [TrackTick(one.index, step_name(one.step)) for one in self._scene.replay.ticks]
        self.track.set_track(len(lines), ticks)

    def _show_moment(self) -> None:
        if self._scene is None or not self._scene.replay.events:
            return
        events, here = self._scene.replay.events, self.track.value()
        self.events.set_current(here)
        self.controls.set_time(clock_seconds(events[here].at), clock_seconds(events[-1].at))
        cameras = cameras_at(self.ground.cameras, self._window)
        self.camera.setText(camera_words(cameras, events[here].at))
        self.camera.setVisible(bool(cameras))
        title = step_name(events[here].step)
        if not self._version_here:
            title = self.tr("规程版本不在本机，只列事件")
        self.then.show_rows(title, then_rows(self._scene, here))

    def _tick(self) -> None:
        self.step(1)
        self._timer.setInterval(SECOND_MS // self.controls.speed())
        if self.track.value() == self.track.maximum():
            self.stop()

    def _restyle(self) -> None:
        px = self.theme.px
        self._head.setFixedHeight(px(40))
        self._head_row.setContentsMargins(px(16), 0, px(16), 0)
        self._head_row.setSpacing(px(8))
        self._play_column.setContentsMargins(px(16), px(8), px(16), px(4))
        self._play_column.setSpacing(px(4))
        self._cards.setContentsMargins(px(16), px(8), px(16), px(8))
        self._cards.setSpacing(px(16))
        self._bottom_column.setContentsMargins(px(16), px(4), px(16), 0)
