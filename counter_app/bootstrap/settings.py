"""This PC's home and its settings: light, so that the window comes before everything heavy."""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from counter_app.config import Home
from counter_app.db.store_files import StoreFiles


@dataclass(frozen=True, slots=True)
class Settings:
    """What is chosen for this PC: its terminal and window, the printer, the looks before sign-on.

    `printer` is `folder` (PDF files in the home) or the name of a queue of the system.
    """

    terminal: str = "01"
    letters: str = "A"
    window: str = "1"
    printer: str = "folder"
    language: str = "zh"
    scheme: str = "system"
    scale: int = 100


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
        known = {name: data[name] for name in asdict(Settings()) if name in data}
        return replace(Settings(), **known)
    except (OSError, ValueError, TypeError):
        return Settings()


def write_settings(home: Home, settings: Settings) -> None:
    """Keeps this PC's settings. Raises OSError when the disk does not take them."""
    home.folder.mkdir(parents=True, exist_ok=True)
    part = home.settings.with_suffix(".part")
    part.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
    part.replace(home.settings)


def is_set_up(home: Home) -> bool:
    """Whether the home has a store already, or had one: then its copies are there."""
    return StoreFiles.in_home(home.folder).database.exists() or any(home.copies.glob("*.db"))
