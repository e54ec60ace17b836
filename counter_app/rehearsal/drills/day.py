"""The drill of the day: sixty customers at one window, with everything that goes wrong, read twice.

Owns the driver: a morning through the use cases, two lives of the window as processes of their own, the
first of which is killed, and at the end the day's log against an independent reading of the journal.
The home, the window and the reader are given as an argument.
"""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import monotonic
from typing import Protocol

from counter_app.rehearsal.day.items import Comparison, compare
from counter_app.rehearsal.day.logged import Shown, shown_items
from counter_app.rehearsal.day.raw import Raw
from counter_app.rehearsal.day.reading import items_of

Say = Callable[[str], None]

EXPECTED: Mapping[str, int] = {
    "customers": 60,
    "parked": 5,
    "notices_resumed": 3,
    "parked_resumed": 1,
    "jam_answered": 1,
    "copies_not_out": 0,
    "crash_gone_on": 1,
    "entered_late": 1,
    "work_states_of_outage": 2,
}
"""What the day is to hold, as the journal tells it; a script that skips something is no drill."""
LONGEST_LIFE_S = 900


class Stage(Protocol):
    """What the drill is played on."""

    def play_morning(self) -> int:
        """The visits through the use cases; how many customers came."""
        ...

    def life(self, name: str) -> Sequence[str]:
        """The command of a process that lives at the window: `first` or `second`."""
        ...

    def entries(self) -> list[Raw]:
        """The journal as it lies in the file."""
        ...

    def read(self, use: Callable[[Shown], Comparison]) -> Comparison:
        """Opens what the supervisor reads, and closes it again."""
        ...


@dataclass(slots=True)
class DayReport:
    """The whole drill. `faults` are what the script did not come to, `differences` what was read."""

    customers: int = 0
    by_services: int = 0
    by_keys: int = 0
    entries: int = 0
    seconds: float = 0.0
    counts: dict[str, int] = field(default_factory=dict)
    script: dict[str, int] = field(default_factory=dict)
    differences: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether the script was played whole, and both readings say the same."""
        return not (self.differences or self.faults)

    def line(self) -> str:
        """The figures in one line."""
        items = sum(self.counts.values())
        return (
            f"customers {self.customers} (window {self.by_keys}, use cases {self.by_services})  "
            f"entries {self.entries}  items {items}  differences {len(self.differences)}  "
            f"faults {len(self.faults)}  {self.seconds:.0f} s"
        )


def run_day_drill(stage: Stage, json_to: str | None, say: Say) -> int:
    """The command: figures, every difference by name, `--json FILE` or `-`; 1 when anything differs."""
    told = say if json_to != "-" else lambda _line: None
    report = day_drill(stage, told)
    for kind, count in report.counts.items():
        told(f"{count:5d}  {kind}")
    for line in (*report.faults, *report.differences):
        told(line)
    told(report.line())
    text = json.dumps(asdict(report), ensure_ascii=False, indent=1)
    if json_to == "-":
        say(text)
    elif json_to:
        Path(json_to).write_text(text + "\n", "utf-8")
    return 0 if report.clean else 1


def day_drill(stage: Stage, say: Say = lambda _line: None) -> DayReport:
    """Plays the day and reads it twice."""
    report, begun = DayReport(), monotonic()
    report.by_services = stage.play_morning()
    say(f"{report.by_services} customers through the use cases  {monotonic() - begun:.0f} s")
    lives = [_lived(stage.life("first"), "", report)]
    say(f"killed with details half typed  {monotonic() - begun:.0f} s")
    if not report.faults:
        lives.append(_lived(stage.life("second"), json.dumps(lives[0]["typed"]), report))
    for one in lives:
        report.script = dict(Counter(report.script) + Counter(one.get("told", {})))
    entries = stage.entries()
    report.entries = len(entries)
    _count(report, entries)
    day = entries[-1].day
    found = stage.read(lambda shown: compare(items_of(entries, day), shown_items(shown)))
    report.counts = found.counts
    report.differences = [one.line() for one in found.differences]
    report.seconds = monotonic() - begun
    return report


def _lived(command: Sequence[str], told: str, report: DayReport) -> dict[str, dict[str, object]]:
    """One life: ended by itself, or killed without warning at the moment that it names."""
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdin.write(told + "\n")
        child.stdin.flush()
        line = child.stdout.readline()
        said: dict[str, dict[str, object]] = json.loads(line) if line.strip() else {}
        if "typed" in said:
            child.kill()
        trouble = child.stderr.read()
        child.wait(LONGEST_LIFE_S)
    if not said:
        report.faults.append(f"the window did not come to its end: {trouble.strip()[-600:]}")
    return said or {"typed": {}, "told": {}}


def _count(report: DayReport, entries: Sequence[Raw]) -> None:
    """What the day held, by the journal alone."""
    kinds = Counter(one.kind for one in entries)
    states = Counter(one.text("state") for one in entries if one.kind == "work_state_set")
    returned = report.script.get("notices_resumed", 0) + report.script.get("parked_resumed", 0)
    report.customers = kinds["visit_started"] - returned - report.script.get("nobody", 0)
    report.by_keys = report.customers - report.by_services
    failed = {_copy(one) for one in entries if one.kind == "paper_failed"}
    if not failed:
        report.faults.append("no copy met the jam")
    told = {
        **report.script,
        "copies_failed": len(failed),
        "copies_not_out": len(failed - {_copy(one) for one in entries if one.kind == "paper_sent"}),
        "customers": report.customers,
        "parked": kinds["case_parked"],
        "work_states_of_outage": states["core_slow"] + states["machine_fault"],
    }
    for name, wanted in EXPECTED.items():
        if told.get(name, 0) != wanted:
            report.faults.append(f"{name} {told.get(name, 0)}, not {wanted}")
    report.script = told


def _copy(one: Raw) -> tuple[str, str]:
    return one.text("paper"), one.text("copy_number")


def say_lived(told: Mapping[str, object]) -> None:
    """The child's side: what came of a life, in one line."""
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    sys.stdout.flush()
