"""Which layout fits a window: pure arithmetic on logical pixels."""

from dataclasses import dataclass
from typing import Literal

Panes = Literal["three", "drawer", "narrow"]

THREE_PANES_FROM = 1280
DRAWER_FROM = 1000
LOW_UNDER = 600


@dataclass(frozen=True, slots=True)
class WindowLayout:
    """How the panes stand; `compact` means bars of 32 and rows in one line."""

    panes: Panes

    @property
    def compact(self) -> bool:
        """Whether everything but the middle takes as little height as it can."""
        return self.panes == "narrow"


def layout_for(width: int, height: int, scale: int) -> WindowLayout:
    """The layout for a window of device-independent pixels at `scale` percent."""
    wide, high = width * 100 / scale, height * 100 / scale
    if wide < DRAWER_FROM or high < LOW_UNDER:
        return WindowLayout("narrow")
    return WindowLayout("three" if wide >= THREE_PANES_FROM else "drawer")
