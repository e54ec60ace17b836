"""The colours of one scheme, read from data, and the contrast between two of them.

Owns the reading of `resources/themes/*.json`. Names no colour itself and knows no widget.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtGui import QColor, QPalette

Scheme = Literal["light", "dark", "contrast"]

SCHEMES: tuple[Scheme, ...] = ("light", "dark", "contrast")

_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink2",
    QPalette.ColorRole.Highlight: "soft",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "tip",
    QPalette.ColorRole.ToolTipText: "tipink",
    QPalette.ColorRole.Mid: "ctl",
    QPalette.ColorRole.Midlight: "line",
}


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour of one scheme by the name of its token."""

    scheme: Scheme
    tokens: Mapping[str, str]

    def __getitem__(self, token: str) -> str:
        """The colour as `#RRGGBB`. Raises KeyError for a token that no scheme has."""
        return self.tokens[token]

    def qt_palette(self) -> QPalette:
        """The same colours for what Qt paints by itself."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, QColor(self.tokens[token]))
        return palette


def load_colours(folder: Path, scheme: Scheme) -> Colours:
    """Read `<folder>/<scheme>.json`. Raises OSError or ValueError when it is not readable."""
    data = json.loads((folder / f"{scheme}.json").read_text(encoding="utf-8"))
    return Colours(scheme, dict(data["colours"]))


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two `#RRGGBB` colours, 1 to 21. Source: WCAG 2.2, relative luminance."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
