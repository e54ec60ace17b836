"""The readers that settings name: started, told in one word, and no others loaded."""

import datetime as dt
import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from counter_app.bootstrap.readers import Readers
from counter_app.bootstrap.settings import Settings
from counter_app.devices.loopback import LoopbackReader
from counter_app.domain.paper_read import PaperRead

TODAY = dt.date(2026, 11, 24)
TOLD = {
    "schema": "counter-reader/1",
    "paper": "resident_id",
    "number": "110101198405060022",
    "name": "李桂兰",
    "valid_until": "2031-09-30",
}


def readers(**named: object) -> Readers:
    return Readers(Settings(**named), lambda: TODAY)  # type: ignore[arg-type]


def test_without_a_reader_nothing_is_said_of_one(qtbot: QtBot) -> None:
    made = readers()
    made.start()
    assert made.state == ""


def test_a_file_that_a_reader_program_writes_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    made = readers(reader_file=str(tmp_path / "paper.json"))
    made.start()
    assert made.state == "ready"
    with qtbot.waitSignal(made.read) as heard:
        (tmp_path / "paper.json").write_text(json.dumps(TOLD), "utf-8")
    assert isinstance(heard.args[0], PaperRead)
    assert not (tmp_path / "paper.json").exists()


def test_a_folder_that_is_not_there_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    made = readers(reader_file=str(tmp_path / "gone" / "paper.json"))
    made.start()
    assert made.state == "down"


def test_a_port_that_is_taken_is_told_beside_a_reader_that_works(
    qtbot: QtBot, tmp_path: Path
) -> None:
    other = LoopbackReader(lambda: TODAY)
    assert other.listen(0)
    made = readers(reader_file=str(tmp_path / "paper.json"), reader_port=other.port)
    made.start()
    assert made.state == "down"


def test_the_demos_reader_gives_one_paper_after_another(qtbot: QtBot) -> None:
    made = readers()
    made.start(simulate=True)
    heard: list[object] = []
    made.read.connect(heard.append)
    made.lay_on()
    made.lay_on()
    assert len(set(heard)) == 2
    assert made.state == "ready"


def test_an_invented_paper_is_laid_on_in_the_demo_only(qtbot: QtBot) -> None:
    made = readers()
    made.start()
    heard: list[object] = []
    made.read.connect(heard.append)
    made.lay_on()
    assert heard == []
