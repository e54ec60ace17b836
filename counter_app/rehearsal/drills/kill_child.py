"""The process that the drill kills: opens the store and works until it dies.

    python -m counter_app.rehearsal.drills.kill_child [module:script]

Its task comes as one line on standard input, what it does goes to standard output.
"""

import sys
from importlib import import_module
from pathlib import Path
from secrets import token_bytes

from counter_app.db.store import StoreFiles, open_store
from counter_app.rehearsal.drills.offers import Teller, task_of
from counter_app.rehearsal.drills.store_work import Script, Work

USUAL_WORK = "counter_app.rehearsal.drills.store_work:serve"


def script_of(name: str) -> Script:
    """The script of a name `module:function`."""
    module, _colon, function = name.partition(":")
    script: Script = getattr(import_module(module), function)
    return script


def main(arguments: list[str]) -> None:
    """Opens, says so, and works."""
    script = script_of(arguments[0] if arguments else USUAL_WORK)
    task = task_of(sys.stdin.readline())
    files = StoreFiles.in_home(Path(task.home))
    store = open_store(files, bytes.fromhex(task.key), token_bytes)
    teller = Teller(sys.stdout.fileno())
    teller.ready()
    script(Work(store, teller, task))


if __name__ == "__main__":
    main(sys.argv[1:])
