"""Commands speak both languages, and leave the process as they found it."""

import subprocess
import sys

import pytest

from counter_app.bootstrap.saying import CANNOT, refused
from counter_app.domain.refusal import Refusal

ALONE = """
from PySide6.QtCore import QCoreApplication
from counter_app.bootstrap.saying import refused
from counter_app.domain.refusal import Refusal
for _time in range(2):
    refused(Refusal("not_allowed"))
    assert QCoreApplication.instance() is None
"""


def test_a_refusal_is_said_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(Refusal("not_allowed")) == CANNOT
    said = capsys.readouterr().err
    assert "您的岗位" in said
    assert "Your role" in said


def test_no_application_object_is_left_behind() -> None:
    """A window that is opened later in the same process needs one of its own kind."""
    done = subprocess.run(
        [sys.executable, "-c", ALONE], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr.count("Your role")) == (0, 2), done.stderr
