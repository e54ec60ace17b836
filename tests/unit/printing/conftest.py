"""The shipped fonts, registered once for all printing tests."""

from pathlib import Path

import pytest

from counter_app.printing.fonts import PaperFonts
from counter_app.printing.render import PaperRenderer

FONTS = Path(__file__).parents[3] / "resources" / "fonts"


@pytest.fixture(scope="session")
def fonts() -> PaperFonts:
    return PaperFonts(FONTS)


@pytest.fixture(scope="session")
def renderer(fonts: PaperFonts) -> PaperRenderer:
    return PaperRenderer(fonts)
