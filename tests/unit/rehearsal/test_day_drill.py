"""The drill of the day counts right: a sound log lacks nothing, and whatever is planted is found."""

import ast
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from counter_app.bootstrap.daying import HomeStage
from counter_app.bootstrap.ground import Ground, open_home
from counter_app.config import Home
from counter_app.db.encrypted import open_engine
from counter_app.db.store_files import StoreFiles
from counter_app.rehearsal.day import morning, raw, reading, reading_case
from counter_app.rehearsal.day.items import Comparison, Item, compare, item
from counter_app.rehearsal.day.logged import Shown, shown_items
from counter_app.rehearsal.day.raw import Raw
from counter_app.rehearsal.day.reading import items_of
from counter_app.rehearsal.drills.day import DayReport, day_drill, run_day_drill

SHORT = (
    morning.agent_reports_a_loss,
    morning.goes_home_today,
    morning.cancels_what_was_done,
    morning.serial_comes_late,
    morning.serial_stays_out,
    morning.value_is_corrected,
    morning.officers_with_an_order,
    morning.only_asks,
)
"""Served in a moment, and yet of nearly every kind of item at least one."""
NOT_EXPORTED = "sheet_row"


@pytest.fixture(scope="module")
def short_day(tmp_path_factory: pytest.TempPathFactory) -> HomeStage:
    stage = HomeStage(Home(tmp_path_factory.mktemp("day")))
    assert stage.play_morning(SHORT) == len(SHORT)
    return stage


@pytest.fixture(scope="module")
def read(short_day: HomeStage) -> list[Item]:
    entries = short_day.entries()
    found = items_of(entries, entries[-1].day)
    return [one for one in found if one.kind != NOT_EXPORTED]


def shown(stage: HomeStage) -> list[Item]:
    kept: list[Item] = []

    def use(day: Shown) -> Comparison:
        kept.extend(shown_items(day))
        return Comparison()

    stage.read(use)
    return kept


def test_a_sound_log_has_every_item_of_the_journal(short_day: HomeStage, read: list[Item]) -> None:
    found = compare(read, shown(short_day))
    assert found.differences == []
    assert found.counts["visit"] == len(SHORT)
    assert found.counts["case"] == len(SHORT) - 1
    told = {kind for kind, count in found.counts.items() if count}
    assert {"event", "exception", "open", "approval", "work_state", "matter"} <= told


def plants(read: Sequence[Item]) -> Iterator[tuple[str, Item]]:
    """One of each kind with something told of it."""
    for kind in sorted({one.kind for one in read}):
        yield kind, next((one for one in read if one.kind == kind and one.told), read[0])


def test_whatever_the_log_lacks_doubles_invents_or_changes_is_named(read: list[Item]) -> None:
    for _kind, one in plants(read):
        where = (one.kind, one.key)
        rest = [other for other in read if other is not one]
        name = one.told[0][0]
        changed = replace(one, told=((name, "planted"), *one.told[1:]))
        for what, log in (
            ("missing", rest),
            ("doubled", [*read, one]),
            ("otherwise", [*rest, changed]),
            ("strange", [*read, item(one.kind, "planted")]),
        ):
            (found,) = compare(read, log).differences
            assert found.what == what
            assert what == "strange" or (found.kind, found.key) == where
        assert name in found_otherwise(read, rest, changed)


def found_otherwise(read: Sequence[Item], rest: Sequence[Item], changed: Item) -> str:
    (found,) = compare(read, [*rest, changed]).differences
    return found.told


SPOILED: tuple[tuple[str, str], ...] = (
    ("DELETE FROM case_row WHERE state = 'cancelled'", "missing case"),
    ("UPDATE case_row SET serial = 'HX99999999' WHERE serial IS NOT NULL", "otherwise case"),
    ("UPDATE case_row SET exceptions = '' WHERE exceptions <> ''", "missing exception"),
    ("UPDATE visit_row SET outcome = 'served' WHERE outcome = 'advised'", "otherwise visit"),
    ("DELETE FROM spell_row", "missing work_state"),
    ("UPDATE override_row SET state = 'granted'", "otherwise approval"),
    ("DELETE FROM restricted_row", "missing matter"),
)


@pytest.mark.parametrize(("spoil", "wanted"), SPOILED)
def test_a_row_spoiled_in_the_store_is_found(
    short_day: HomeStage, read: list[Item], tmp_path: Path, spoil: str, wanted: str
) -> None:
    for file in short_day.home.folder.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "keys").mkdir()
    for file in (short_day.home.folder / "keys").iterdir():
        (tmp_path / "keys" / file.name).write_bytes(file.read_bytes())
    spoiled = HomeStage(Home(tmp_path))
    ground = open_home(spoiled.home)
    assert isinstance(ground, Ground), ground
    key = ground.key.value
    ground.store.close()
    ground.release()
    engine = open_engine(StoreFiles.in_home(tmp_path).database, key, ())
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute(spoil)
        driver.commit()
    engine.dispose()
    lines = [one.line() for one in compare(read, shown(spoiled)).differences]
    assert any(one.startswith(wanted) for one in lines), lines


def test_the_reading_is_independent_of_what_it_checks() -> None:
    """Entries and JSON alone: no fold, View, read row or use case, so no common mistake."""
    own = {"counter_app.rehearsal.day.raw", "counter_app.rehearsal.day.items"}
    own |= {"counter_app.rehearsal.day.reading_case"}
    opening = {"counter_app.db.read_only", "counter_app.db.store_files"}
    for module, more in ((raw, opening), (reading_case, set()), (reading, set())):
        tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
        used = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        used |= {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
        ours = {name for name in used if name and name.startswith("counter_app")}
        assert ours <= own | more, module


class FakeStage:
    """A drill whose lives are what a test says; its journal holds one visit."""

    def __init__(self, *lives: str) -> None:
        self.lives = list(lives)

    def play_morning(self) -> int:
        return 1

    def life(self, name: str) -> Sequence[str]:
        assert name in ("first", "second")
        return (sys.executable, "-c", self.lives.pop(0))

    def entries(self) -> list[Raw]:
        told = {"terminal": "03", "window": "3", "staff": "80231"}
        at = "2026-11-23T02:00:00.000Z"
        who = "staff/80231"
        return [Raw("h", "visit_started", "visit/1", at, who, "2026-11-23", "all", told)]

    def read(self, use: Callable[[Shown], Comparison]) -> Comparison:
        return Comparison({"visit": 1})


DIES = "import sys; sys.stdin.readline(); sys.exit('a page did not come')"
TYPED = (
    "import sys, time; sys.stdin.readline(); "
    'print(\'{"typed": {"phone": "139"}, "told": {"nobody": 1}}\', flush=True); time.sleep(60)'
)
SAYS_WHAT_IT_READ = (
    "import sys, json; typed = json.loads(sys.stdin.readline()); "
    "print(json.dumps({'told': {'crash_gone_on': typed['phone'] == '139'}}))"
)


def test_a_window_that_does_not_come_to_its_end_is_a_fault() -> None:
    report = day_drill(FakeStage(DIES))
    assert not report.clean
    assert "a page did not come" in report.faults[0]


def test_the_first_life_is_killed_and_what_was_typed_is_handed_to_the_second() -> None:
    report = day_drill(FakeStage(TYPED, SAYS_WHAT_IT_READ))
    assert report.script["crash_gone_on"] == 1
    assert report.script["nobody"] == 1


def test_a_script_that_was_not_played_whole_is_a_fault() -> None:
    report = day_drill(FakeStage(TYPED, SAYS_WHAT_IT_READ))
    assert "parked 0, not 5" in report.faults
    assert "no copy met the jam" in report.faults


def test_the_command_writes_its_figures_and_ends_with_their_code(tmp_path: Path) -> None:
    lines: list[str] = []
    file = tmp_path / "day.json"
    assert run_day_drill(FakeStage(TYPED, SAYS_WHAT_IT_READ), str(file), lines.append) == 1
    assert lines[-1].startswith("customers 0 ")
    told = json.loads(file.read_text("utf-8"))
    assert told["counts"] == {"visit": 1}
    assert DayReport().clean
    assert not DayReport(differences=["missing case case/1"]).clean
