"""The strip's tests stand at the same desk as the desk's own."""

from tests.ui.desk.conftest import (
    branch,
    desk,
    fonts,
    language,
    pytest_collection_modifyitems,
    theme,
)

__all__ = ["branch", "desk", "fonts", "language", "pytest_collection_modifyitems", "theme"]
