"""The tour's wiring: the real window offscreen, its pictures, its papers, its presses."""

import json
import os
import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication

from counter_app.bootstrap.window import TerminalWindow
from counter_app.config import Home
from counter_app.rehearsal.tour import Tour

SCREEN = (1366, 768)


def give_screen(folder: Path) -> None:
    """Without a display: a screen of the counters' usual size, told to Qt in a file in `folder`.

    To be called before the application is made. With a display nothing is changed.
    """
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        return
    width, height = SCREEN
    density = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screen = {"name": "counter", "x": 0, "y": 0, "width": width, "height": height, **density}
    told = folder / "screen.json"
    told.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={told}"


def tour(home: Home, out: Path, language: str, *, keys: bool) -> int:
    """Plays it, keeps pictures and PDFs in `out`; 1 when a service took too many presses."""
    give_screen(home.folder)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    out.mkdir(parents=True, exist_ok=True)
    window = TerminalWindow(app, home, language)
    window.open()
    played = Tour(window, out)
    try:
        played.run()
    finally:
        window.stop()
    for paper in sorted(home.papers.glob("*.pdf")):
        shutil.copy(paper, out / paper.name)
    for one in played.counted:
        said = f"{len(one.keys):3d} / {one.most}  {one.service}"
        print(said + (f"  {' '.join(one.keys)}" if keys else ""))
    return 0 if all(len(one.keys) <= one.most for one in played.counted) else 1
