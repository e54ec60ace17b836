"""The same window and branch as for the supervisor's pages."""

from tests.ui.supervision.conftest import (
    day,
    fonts,
    frame,
    language,
    office,
    pytest_collection_modifyitems,
    shown,
    theme,
)

__all__ = [
    "day",
    "fonts",
    "frame",
    "language",
    "office",
    "pytest_collection_modifyitems",
    "shown",
    "theme",
]
