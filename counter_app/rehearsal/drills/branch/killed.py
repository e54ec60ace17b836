"""A PC in a process of its own that is killed while it works, and the list kept outside it.

    python -m counter_app.rehearsal.drills.branch.killed

Owns both ends of the pipe. The process says an offer before it tries it, and that it was acknowledged
after the store has answered.
"""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterable
from datetime import datetime
from itertools import count
from pathlib import Path
from threading import Thread
from time import sleep

import counter_app
from counter_app.journal.facts import case
from counter_app.rehearsal.drills.branch.proxy import Proxy
from counter_app.rehearsal.drills.branch.stage import Stage
from counter_app.rehearsal.drills.branch.terminal import DrillTerminal, Place, SteadyClock
from counter_app.services.ports import NewFact
from counter_app.vault.keys import StoreKey

WORKS_AT_MOST_S = 1.5
FACTS_AT_MOST = 5


def kill_at_work(stage: Stage, victim: DrillTerminal, run: str) -> None:
    """One life of the PC in a process of its own, ended by kill -9 at a random moment."""
    task = {
        "folder": str(victim.place.folder),
        "number": victim.place.number,
        "role": victim.place.role,
        "port": stage.cluster.port,
        "key": [victim.key.home_id, victim.key.value.hex()],
        "run": run,
        "seed": stage.random.randrange(10**6),
        "now": stage.clock.now().isoformat(),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "counter_app.rehearsal.drills.branch.killed"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(counter_app.__file__).parents[1],
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps(task) + "\n")
        child.stdin.flush()
        child.stdout.readline()
        reading = Thread(target=_listen, args=(victim, child.stdout))
        reading.start()
        sleep(stage.random.uniform(0, WORKS_AT_MOST_S))
        lived = child.poll() is None
        child.kill()
        reading.join()
    if not lived:
        raise RuntimeError("the process ended by itself")


def _listen(victim: DrillTerminal, lines: Iterable[str]) -> None:
    for line in lines:
        try:
            told = json.loads(line)
        except ValueError:
            continue  # the last line of a killed process may be cut
        victim.offered += told.get("offer", [])
        victim.acknowledged += told.get("stored", [])


def _say(told: object) -> None:
    """In one piece, or not at all."""
    os.write(sys.stdout.fileno(), json.dumps(told).encode() + b"\n")


def main() -> None:
    """Opens, says so, writes and exchanges until it is killed."""
    task = json.loads(sys.stdin.readline())
    place = Place(Path(task["folder"]), task["number"], task["role"])
    clock = SteadyClock(datetime.fromisoformat(task["now"]))
    home_id, value = task["key"]
    terminal = DrillTerminal(place, Proxy(task["port"]), clock)
    terminal.key = StoreKey(home_id, bytes.fromhex(value))
    terminal.start()
    chance = random.Random(task["seed"])
    _say({})
    for number in count(1):
        facts = [
            NewFact(f"case/{task['run']}-{number}-{part}", case.CoreSerialRecorded(serial="1"))
            for part in range(chance.randint(1, FACTS_AT_MOST))
        ]
        marks = [f"{one.subject} {one.fact.KIND}" for one in facts]
        _say({"offer": marks})
        terminal.write(facts)
        _say({"stored": marks})
        terminal.nudge()
        sleep(chance.uniform(0, 0.01))


if __name__ == "__main__":
    main()
