"""The assembled window, page by page of the tour and beyond, in all sizes and languages."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_is_clipped_hidden_nameless_or_pale_on_any_page() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.looks", "--sampled"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    told = re.search(r"^(\d+) pages, 0 findings$", done.stdout, re.MULTILINE)
    assert told is not None, done.stdout[-6000:] + done.stderr[-2000:]
    assert int(told[1]) >= 40
    assert done.returncode == 0, done.stdout
