"""What stands in a window, as words."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from counter_app.ui.widgets.table import GroupRow, Table, TableRow


def words_on(widget: QWidget) -> str:
    """All words of labels and buttons that can be seen."""
    for _settling in range(3):
        QApplication.processEvents()
    shown: list[QLabel | QAbstractButton] = [
        *widget.findChildren(QLabel),
        *widget.findChildren(QAbstractButton),
    ]
    return "\n".join(one.text() for one in shown if one.isVisible() and one.text())


def rows_of(table: Table) -> list[str]:
    """The rows of a table in words, headings in brackets."""
    told = []
    for number in range(table.rows.rowCount()):
        row = table.rows.row_at(number)
        if isinstance(row, GroupRow):
            told.append(f"[{row.words}]")
        elif isinstance(row, TableRow):
            cells = [one if isinstance(one, str) else one.words for one in row.cells]
            told.append(" ".join(cell for cell in cells if cell))
    return told
