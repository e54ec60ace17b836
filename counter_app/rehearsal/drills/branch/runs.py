"""The drills of the branch by name: played, counted, and told as JSON."""

import random
from collections.abc import Callable, Mapping
from time import monotonic

from counter_app.rehearsal.drills.branch import (
    answer_faults,
    day,
    joining_faults,
    line_faults,
    many,
    scope_faults,
    server_faults,
    store_faults,
    terminal_faults,
    trust_faults,
)
from counter_app.rehearsal.drills.branch.stage import USUAL, DrillResult, Sizes, Stage, stage

Play = Callable[[Stage, DrillResult], None]

PLAYS: Mapping[str, Play] = {
    "lost-ack": line_faults.lost_ack,
    "cut-lines": line_faults.cut_lines,
    "throttled": line_faults.throttled,
    "black-hole": line_faults.black_hole,
    "stopped-client": line_faults.stopped_client,
    "server-kill": server_faults.server_kill,
    "server-full-disk": server_faults.full_server,
    "older-backup": server_faults.older_backup,
    "joining": joining_faults.joining,
    "returns-late": terminal_faults.returns_late,
    "wrong-clocks": terminal_faults.wrong_clocks,
    "two-windows": terminal_faults.two_windows,
    "full-disk": terminal_faults.full_disk,
    "cloned-disk": terminal_faults.cloned_disk,
    "replaced-pc": terminal_faults.replaced_pc,
    "changed-body": trust_faults.changed_body,
    "rewritten-chain": trust_faults.rewritten_chain,
    "invented-journal": trust_faults.invented_journal,
    "terminal-kill": store_faults.terminal_kill,
    "torn-writes": store_faults.torn_writes,
    "lost-key": store_faults.lost_key,
    "doubled-ack": answer_faults.doubled_ack,
    "old-program": answer_faults.old_program,
    "poisoned": answer_faults.poisoned,
    "flipped-page": server_faults.flipped_page,
    "hundred-thousand": many.hundred_thousand,
    "pruned": scope_faults.pruned,
    "branch-day": day.branch_day,
}


def play(name: str, seed: int | None = None, sizes: Sizes = USUAL) -> DrillResult:
    """One drill from an empty branch to the count."""
    result = DrillResult(name, random.SystemRandom().randrange(10**6) if seed is None else seed)
    begun = monotonic()
    with stage(result.seed, sizes=sizes) as made:
        try:
            PLAYS[name](made, result)
            made.count(result)
        except TimeoutError as missed:
            result.differences.append(f"never came: {missed}")
    result.seconds = round(monotonic() - begun, 1)
    return result
