"""Fills the template of the application's style sheet.

In the template `@token` is a colour and `12dp` a length at 100 %; `1px` and `2px` stay as they
are: hairlines and the focus line never grow.
"""

import re

from counter_app.ui.theme.palette import Colours

_TOKEN = re.compile(r"@([a-z][a-z0-9]*)")
_LENGTH = re.compile(r"\b(\d+(?:\.\d+)?)dp\b")


def fill(template: str, colours: Colours, factor: float) -> str:
    """The style sheet of one scheme and scale. Raises KeyError for an unknown token."""
    coloured = _TOKEN.sub(lambda found: colours[found[1]], template)
    return _LENGTH.sub(lambda found: f"{round(float(found[1]) * factor)}px", coloured)
