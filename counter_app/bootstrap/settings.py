"""This PC's home and its settings: light, so that the window comes before everything heavy."""

import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from pathlib import Path

from counter_app.config import Home
from counter_app.db.store_files import StoreFiles
from counter_app.domain.cameras import Camera
from counter_app.domain.work_state import LockSettings

LEAST_REST_S, MOST_REST_S, MOST_HELD_MIN = 60, 600, 15
"""Bounds of the lock's settings; house rules of the product, not law."""
LEAST_HONOURED_H, MOST_HONOURED_H = 1, 168
"""Bounds of how long people sign on without the branch; a house rule too."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is chosen for this PC: its terminal and window, the printer, the looks before sign-on.

    `printer` is `folder` (PDF files in the home), the name of a queue of the system, or `thermal:` or
    `dotmatrix:` with a queue's name or with `file:` and a device. The window
    locks when the PC has rested for `lock_seconds`; a state of work keeps that away for
    `lock_held_minutes` at most. Both are house rules within bounds that no PC leaves. A reader of
    identity papers writes to `reader_file` or calls `reader_port`; see `docs/readers.md`.
    People sign on for `honoured_hours` without the branch, then only with a supervisor.
    Closed business older than `scope_days` lies at the branch alone; 0 is the usual of the PC's kind.
    `send_to_core` allows values on the clipboard for the core's window; `serial_pattern` is how its
    serials run that day, as `CB{MM}{DD}######`. The strip stands at the `right` or the `bottom` edge of
    the screen.
    """

    terminal: str = "01"
    letters: str = "A"
    window: str = "1"
    printer: str = "folder"
    language: str = "zh"
    scheme: str = "system"
    scale: int = 100
    lock_seconds: int = 180
    lock_held_minutes: int = 15
    honoured_hours: int = 72
    scope_days: int = 0
    reader_file: str = ""
    reader_port: int = 0
    send_to_core: bool = True
    serial_pattern: str = ""
    strip: str = "right"
    cameras: tuple[Camera, ...] = ()

    @property
    def honoured(self) -> timedelta:
        """How long people sign on without the branch, within the bounds."""
        return timedelta(hours=min(max(self.honoured_hours, LEAST_HONOURED_H), MOST_HONOURED_H))

    @property
    def lock(self) -> LockSettings:
        """When the window locks, within the bounds."""
        seconds = min(max(self.lock_seconds, LEAST_REST_S), MOST_REST_S)
        minutes = min(max(self.lock_held_minutes, 0), MOST_HELD_MIN)
        return LockSettings(timedelta(seconds=seconds), timedelta(minutes=minutes))


def home_of(folder: Path | None) -> Home:
    """The home named, or the PC's own: one per machine, not per user of the system."""
    if folder is not None:
        return Home(folder)
    if os.name == "nt":
        return Home(Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "CounterTerminal")
    return Home(Path("/var/lib/counter-terminal"))


def read_settings(home: Home) -> Settings:
    """This PC's settings; what is missing or not readable is as shipped."""
    try:
        data = json.loads(home.settings.read_text(encoding="utf-8"))
        shipped = asdict(Settings())
        known = {
            name: data[name]
            for name, value in shipped.items()
            if name in data and type(data[name]) is type(value) and name != "cameras"
        }
        return replace(Settings(), **known, cameras=_cameras(data))
    except (OSError, ValueError, TypeError):
        return Settings()


def _cameras(data: object) -> tuple[Camera, ...]:
    """Raises TypeError for a camera that is not one; the settings are as shipped then."""
    told = data.get("cameras") if isinstance(data, dict) else None
    listed = told if isinstance(told, list) else []
    return tuple(Camera(**one) for one in listed)


def write_settings(home: Home, settings: Settings) -> None:
    """Keeps this PC's settings. Raises OSError when the disk does not take them."""
    home.folder.mkdir(parents=True, exist_ok=True)
    part = home.settings.with_suffix(".part")
    part.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
    part.replace(home.settings)


def is_set_up(home: Home) -> bool:
    """Whether the home has a store already, or had one: then its copies are there."""
    return StoreFiles.in_home(home.folder).database.exists() or any(home.copies.glob("*.db"))
