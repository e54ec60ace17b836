"""The fonts of the window, loaded from a given folder.

Owns the names of the shipped font files and the order of families. Loads nothing by itself.
"""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

SANS = "Noto Sans SC"
RARE = "HanaMinB"

# Noto Sans SC lacks most characters from U+20000 on, which do stand in people's names.
FAMILIES = (SANS, RARE)

_FILES = (
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-Medium.ttf",
    "NotoSansSC-Bold.ttf",
    "HanaMinB.ttf",
)


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Make the shipped fonts known to Qt. Returns the file names that could not be loaded."""
    return tuple(
        name for name in _FILES if QFontDatabase.addApplicationFont(str(folder / name)) < 0
    )
