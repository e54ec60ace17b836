"""A hundred thousand entries while lines and server fail at random: none is lost, none stands twice."""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic, sleep

from counter_app.rehearsal.drills.branch.stage import DATABASE, DrillResult, Stage
from counter_app.rehearsal.drills.branch.terminal import DrillTerminal

LARGEST, SMALLEST = 100, 40
"""Entries of a commit: the most there may be, and fewer."""
PAUSE_S = (1.0, 4.0)
FAULT_S = (0.5, 2.5)


def hundred_thousand(stage: Stage, result: DrillResult) -> None:
    """Three PCs write their parts of all entries; one fault follows the other until they have."""
    part = -(-stage.sizes.entries // len(stage.terminals))
    befallen: Counter[str] = Counter()
    begun = monotonic()
    with ThreadPoolExecutor(len(stage.terminals), "writer") as pool:
        seeds = [stage.random.randrange(10**9) for _one in stage.terminals]
        writing = [
            pool.submit(_write, terminal, part, random.Random(seed))
            for terminal, seed in zip(stage.terminals, seeds, strict=True)
        ]
        stage.cluster.backup(DATABASE, _backup(stage))
        while not all(one.done() for one in writing):
            sleep(stage.random.uniform(*PAUSE_S))
            name = stage.random.choice(list(FAULTS))
            FAULTS[name](stage)
            befallen[name] += 1
        for one in writing:
            one.result()
    stage.settle()
    told = ", ".join(f"{times} × {name}" for name, times in sorted(befallen.items()))
    result.expect(bool(befallen), f"{monotonic() - begun:.0f} s: {told}")


def _write(terminal: DrillTerminal, entries: int, chance: random.Random) -> None:
    while entries > 0:
        facts = min(entries, chance.randint(SMALLEST, LARGEST))
        terminal.offer(1, facts)
        entries -= facts


def _kill(stage: Stage) -> None:
    stage.cluster.kill()
    _while(stage)
    stage.cluster.start()


def _lose_power(stage: Stage) -> None:
    stage.cluster.stop("immediate")
    _while(stage)
    stage.cluster.start()


def _cut(stage: Stage) -> None:
    for terminal in stage.terminals:
        terminal.proxy.weather.cut_after = stage.random.randrange(200_000)
    _while(stage)
    for terminal in stage.terminals:
        terminal.proxy.weather.cut_after = None


def _lose_answers(stage: Stage) -> None:
    victim = stage.random.choice(stage.terminals)
    victim.proxy.weather.loses_answers = True
    _while(stage)
    victim.proxy.weather.loses_answers = False


def _swallow(stage: Stage) -> None:
    victim = stage.random.choice(stage.terminals)
    victim.proxy.weather.swallows = True
    _while(stage)
    victim.proxy.weather.swallows = False
    victim.proxy.cut()


def _restore(stage: Stage) -> None:
    stage.cluster.restore(DATABASE, _backup(stage))
    _while(stage)
    stage.cluster.backup(DATABASE, _backup(stage))


def _backup(stage: Stage) -> Path:
    return Path(stage.cluster.folder) / "backup"


def _while(stage: Stage) -> None:
    sleep(stage.random.uniform(*FAULT_S))


FAULTS: Mapping[str, Callable[[Stage], None]] = {
    "killed server": _kill,
    "loss of power": _lose_power,
    "cut lines": _cut,
    "lost answers": _lose_answers,
    "black hole": _swallow,
    "older backup": _restore,
}
