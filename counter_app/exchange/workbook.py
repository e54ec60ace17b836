"""The day's sheet as an XLSX workbook: figures, cases, open items, remarks.

Every cell of words is written as text: nothing a customer or colleague typed becomes a formula.
"""

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from counter_app.i18n import Language
from counter_app.services.day_sheet import DaySheet, Table, tables_of

WIDTH = 18
"""Of a column, in signs; wide enough for a case number, a time and most services."""


def day_workbook(sheet: DaySheet, language: Language) -> bytes:
    """The workbook's bytes: a page for each table of the sheet."""
    sink = BytesIO()
    book = Workbook(sink, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": f"{sheet.outlet.into(language)} {sheet.date.isoformat()}"})
    bold = book.add_format({"bold": True, "bottom": 1})
    for table in tables_of(sheet, language):
        _write(book.add_worksheet(table.name), table, bold)
    book.close()
    return sink.getvalue()


def _write(page: Worksheet, table: Table, bold: Format) -> None:
    _row(page, 0, table.heads, bold)
    for number, cells in enumerate(table.rows, start=1):
        _row(page, number, cells, None)
    page.freeze_panes(1, 0)
    page.set_column(0, max(len(table.heads) - 1, 0), WIDTH)


def _row(page: Worksheet, number: int, cells: Sequence[str | int], bold: Format | None) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, int):
            page.write_number(number, column, cell, bold)
        else:
            page.write_string(number, column, cell, bold)
