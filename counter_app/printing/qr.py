"""QR codes as runs of dark modules."""

import segno

QUIET_MODULES = 4
"""White around a code that a reader asks for (ISO/IEC 18004); the layouts leave it free."""

MASK = 2
"""Fixed: any mask can be read, and trying all eight costs more than drawing the rest of a paper."""

Run = tuple[int, int, int]
"""Row, first column, number of dark modules."""


def module_matrix(text: str) -> tuple[bytes, ...]:
    """The code's modules, 1 is dark. Level M. Raises segno's `DataOverflowError` when too long."""
    code = segno.make(text, error="m", mask=MASK, micro=False, boost_error=False)
    return tuple(bytes(row) for row in code.matrix)


def dark_runs(text: str) -> tuple[int, tuple[Run, ...]]:
    """How many modules a side has, and the dark ones joined along each row."""
    matrix = module_matrix(text)
    runs: list[Run] = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            if not row[x]:
                x += 1
                continue
            start = x
            while x < len(row) and row[x]:
                x += 1
            runs.append((y, start, x - start))
    return len(matrix), tuple(runs)
