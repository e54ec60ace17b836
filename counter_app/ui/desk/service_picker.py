"""Choosing the service: typed by number, pinyin initials or words, moved through by keys.

The focus stays in the box; Enter takes the row that is lit. Finding is the catalogue's.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy

from counter_app.forms.spec import ProcedureSpec
from counter_app.services.versions import InForce
from counter_app.ui.desk.means import Means
from counter_app.ui.shell.pick_list import Pick, PickList
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.field_box import ENTER_STOP, TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.label import Label

_SHOWN, _SHOWN_FLAT = 6, 3


class ServicePicker(QFrame):
    """A box and the services that fit. `picked` with the service's code."""

    picked = Signal(str)

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        theme = means.theme
        self._in_force: InForce | None = None
        self.box = TextField(theme)
        # Enter takes a service here; it must not go on to the next field.
        self.box.setProperty(ENTER_STOP, False)
        self.row = FieldRow(theme, "", self.box)
        self._card = QFrame()
        self._card.setProperty("card", True)
        self.rows = PickList(theme, "")
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = Label(theme, "", "body", "ink2", wrap=True)
        inside = column(self._card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.rows)
        inside.addWidget(self._none)
        self._flat = False
        self._lines = column(self)
        self._lines.addWidget(self.row, 2)
        self._lines.addWidget(self._card, 3)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.box.textChanged.connect(lambda _typed: self._find())
        self.box.installEventFilter(self)
        self.rows.picked.connect(self.picked)
        theme.follow(self._restyle)

    def set_services(self, in_force: InForce) -> None:
        """The services of the day."""
        self._in_force = in_force
        self._find()

    def set_flat(self, flat: bool) -> None:
        """The rows beside the box, where width is there and height is not."""
        self._flat = flat
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._lines.setDirection(across if flat else down)
        self._tell_how()
        self._restyle()

    def clear(self) -> None:
        """Nothing typed."""
        self.box.clear()

    def retranslate(self) -> None:
        """The words in the language of the window."""
        self.row.set_label(self.tr("要办什么"))
        self._tell_how()
        self.rows.setAccessibleName(self.tr("可以办的业务"))
        self._none.setText(self.tr("没有这样的业务，换个说法，或退格重打"))
        self._find()

    def _tell_how(self) -> None:
        """Under the box; in it where height is not there."""
        how = self.tr("打编号、拼音首字母或几个字，上下键选，回车定")
        self.row.set_hint("" if self._flat else how)
        self.box.setPlaceholderText(self.tr("编号、拼音首字母或几个字") if self._flat else "")

    def take(self) -> None:
        """Take the row that is lit."""
        self.rows.take()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not plain:
                self.rows.move(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not plain:
                self.take()
                return True
        return super().eventFilter(watched, event)

    def _find(self) -> None:
        if self._in_force is None:
            return
        found = self._in_force.catalogue.find(self.box.text(), self._in_force.on, limit=20)
        self.rows.set_picks([self._pick(spec) for spec in found])
        self._restyle()

    def _pick(self, spec: ProcedureSpec) -> Pick:
        minutes = self.tr("约 {count} 分").format(count=spec.standard_minutes)
        return Pick(spec.code, self._means.say(spec.title), "", minutes, f"{spec.number}")

    def _restyle(self) -> None:
        px = self._means.theme.px
        self.rows.setFixedHeight(self.rows.height_for(_SHOWN_FLAT if self._flat else _SHOWN))
        self.rows.setVisible(bool(self.rows.picks()))
        self._none.setVisible(not self.rows.picks())
        self._none.setContentsMargins(px(16), px(8), px(16), px(8))
