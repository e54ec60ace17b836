"""What the operating system asks for: light, dark or high contrast. Reads only."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from counter_app.ui.theme.palette import Scheme


def system_scheme() -> Scheme:
    """The scheme the system prefers now; light where the platform does not say."""
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    if accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
