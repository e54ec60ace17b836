"""The plain services, by keys alone, through the real window on the demo's branch, as a process."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from counter_app.domain.masks import find_unmasked
from counter_app.rehearsal.plain_cases import PLAIN_CASES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    out = tmp_path_factory.mktemp("tour")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "main.py", "tour", "--out", str(out), "--keys"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return out, done.stdout


def test_each_plain_service_takes_few_presses(toured: tuple[Path, str]) -> None:
    counts = re.findall(r"^\s*(\d+) / (\d+)  (\S+)", toured[1], re.MULTILINE)
    assert {name for _count, _most, name in counts} == {one.title.zh for one in PLAIN_CASES}
    assert all(0 < int(count) <= int(most) for count, most, _name in counts)


def test_every_page_is_photographed(toured: tuple[Path, str]) -> None:
    names = {file.stem.partition("-")[2] for file in toured[0].glob("*.png")}
    assert {
        "sign-on",
        "reception",
        "xjck-express",
        "xjck-strip-right",
        "zzhk-strip-bottom",
        "zzhk-strip-bottom-done",
        "wcnkh-documents",
        "grkh-need",
        "grkh-documents",
        "grkh-details",
        "grkh-read_back",
        "grkh-core",
        "grkh-completion",
        "grkh-done",
        "sjyh-care",
        "missing-papers",
        "notice",
        "parked",
        "resumed",
        "locked",
        "day-log-replay",
    } <= names


def test_the_papers_went_out_and_show_no_full_number(toured: tuple[Path, str]) -> None:
    papers = sorted(toured[0].glob("*.pdf"))
    kinds = {file.stem.rpartition("-")[2][0] for file in papers}
    assert {"R", "N", "V"} <= kinds
    for file in papers:
        document = pypdfium2.PdfDocument(file)
        words = "".join(page.get_textpage().get_text_range() for page in document)
        assert find_unmasked(words) == ()
        document.close()
