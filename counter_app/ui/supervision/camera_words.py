"""Beside a replay: which camera saw it, and at which time of its own clock. Pure but for the words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from counter_app.domain.cameras import Camera
from counter_app.domain.dates import branch_time
from counter_app.ui.customers.case_words import instant

translate = QCoreApplication.translate


def camera_words(cameras: Sequence[Camera], at: str) -> str:
    """`录像 柜台 3 号上 14:02:10（快 92 秒）` for each camera; nothing without one."""
    return "    ".join(_told(one, at) for one in cameras)


def _told(camera: Camera, at: str) -> str:
    shown = branch_time(camera.own_time(instant(at))).strftime("%m-%d %H:%M:%S")
    said = translate("camera", "录像 {name} {at}").format(name=camera.name, at=shown)
    if camera.offset_seconds == 0:
        return said
    ahead = camera.offset_seconds > 0
    off = translate("camera", "快 {count} 秒") if ahead else translate("camera", "慢 {count} 秒")
    return f"{said} ({off.format(count=abs(camera.offset_seconds))})"
