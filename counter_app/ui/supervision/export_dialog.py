"""The day's sheet as a file: in which form, and where to. Asks and forwards; decides nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.refusal import Refusal
from counter_app.services.day_sheet import DaySheet
from counter_app.ui.customers.ground import Ground
from counter_app.ui.exports import Exports, FileKind, FileWish
from counter_app.ui.keys import Key
from counter_app.ui.widgets.dialog import Dialog
from counter_app.ui.widgets.field_box import TextField
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.value_fields import Choice, ChoiceField


class ExportDialog(Dialog):
    """`said` with the file that was written."""

    said = Signal(str)

    def __init__(self, ground: Ground, owner: QWidget, sheet: DaySheet, exports: Exports) -> None:
        super().__init__(ground.theme, owner, "")
        self.ground, self.sheet, self._exports = ground, sheet, exports
        self.retitle(self.tr("导出 {day} 日志").format(day=f"{sheet.date:%m-%d}"))
        theme = ground.theme
        kinds = [
            Choice("pdf", self.tr("打印版 PDF，签字用")),
            Choice("xlsx", self.tr("表格 XLSX，各笔明细")),
        ]
        self.kind = ChoiceField(theme, kinds, ground.initials)
        self.kind.set_value("pdf")
        self.folder = TextField(theme)
        self.folder.set_value(exports.folder)
        self.kind_row = FieldRow(theme, self.tr("格式"), self.kind)
        hint = self.tr("谁、导出什么、存到哪里，都记入日志")
        self.folder_row = FieldRow(theme, self.tr("存到"), self.folder, hint)
        for one in (self.kind_row, self.folder_row):
            self.body.addWidget(one)
        self._button = self.add_action(self.tr("导出"), self.export, Key.NEXT, "primary")
        self.focus_first(self.kind)

    def export(self) -> None:
        """Write the file, once."""
        if self._button.busy:
            return
        kind: FileKind = "xlsx" if self.kind.value() == "xlsx" else "pdf"
        wish = FileWish(kind, self.ground.language(), self.folder.value().strip())
        self._button.set_busy(self.tr("正在导出"))
        self._exports.day_sheet(self, self.sheet, wish, self._exported)

    def _exported(self, answer: str | Refusal) -> None:
        self._button.set_ready()
        if isinstance(answer, Refusal):
            self.folder_row.set_error(self.ground.tell(answer))
            self.folder.setFocus()
            return
        self.accept()
        self.said.emit(self.tr("已导出 {file}").format(file=answer))
