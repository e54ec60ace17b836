"""The roles of an account as boxes to tick, in two columns."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy

from counter_app.domain.roles import Role
from counter_app.ui.customers.ground import Ground
from counter_app.ui.widgets.tick_box import CheckBox


class RoleBoxes(QFrame):
    """`ticked` with the roles after each change by hand. Which may be joined is not judged here."""

    ticked = Signal(object)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.ground = ground
        self.boxes = {role: CheckBox(ground.theme, "") for role in Role}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        for place, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
            box.clicked.connect(lambda _on=False: self.ticked.emit(self.roles()))
        self.setFocusProxy(self.boxes[Role.TELLER])
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()
        ground.theme.follow(self._restyle)

    def roles(self) -> frozenset[Role]:
        """What is ticked."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())

    def set_roles(self, roles: Collection[Role]) -> None:
        """Tick these, without reporting it."""
        for role, box in self.boxes.items():
            box.setChecked(role in roles)

    def retranslate(self) -> None:
        """The names of the roles again."""
        for role, box in self.boxes.items():
            box.setText(self.ground.say(role.label))
            box.updateGeometry()

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(self.ground.theme.px(24))
