"""Cameras over the windows: which looks where, and how wrong its clock is.

True on paper: a camera's own time is ours with its offset added. Owns no picture.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera as the branch calls it, the window it looks at, and seconds its clock is ahead."""

    name: str
    window: str
    offset_seconds: int = 0

    def own_time(self, at: dt.datetime) -> dt.datetime:
        """What the camera's clock shows at an instant."""
        return at + dt.timedelta(seconds=self.offset_seconds)


def cameras_at(cameras: Iterable[Camera], window: str) -> tuple[Camera, ...]:
    """The cameras that look at a window."""
    return tuple(one for one in cameras if one.window == window)
