"""Every code that can be answered has a sentence, and the sentence has what it needs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from counter_app.db.row_makers import EXCEPTIONS as LOG_EXCEPTIONS
from counter_app.domain.dates import Clock
from counter_app.domain.refusal import Refusal
from counter_app.forms.run_state import StepId
from counter_app.forms.run_views import Fault, RowState, Standing
from counter_app.i18n import Text
from counter_app.printing.spool import JobState
from counter_app.services.printed import FAILED
from counter_app.services.read_models import PaperLine
from counter_app.ui.desk.papers_model import copy_words
from counter_app.ui.words.sentences import (
    exception_words,
    fault_sentence,
    paper_reason_words,
    part_words,
    refusal_sentence,
    sentence,
)
from counter_app.ui.words.table import EXCEPTIONS, PAPER_REASONS, SENTENCES

ROOMS = ("domain", "forms", "services", "ui", "vault", "bootstrap", "db")
APP = Path(__file__).resolve().parents[3] / "counter_app"
# These are told while procedures are written, by line and column, not at the counter.
TYPED_BY_ADMINISTRATORS = (
    "PostgreSQL",
    "postgresql",
    "pg_hba.conf",
    "ssl",
    "branch init",
    "branch upgrade",
    "office join",
    "admit",
)
"""Names of a database server and its commands: they are told as they are to be typed."""
TO_WRITERS = {"shape.py", "loading.py", "checks.py", "text_checks.py", "yaml_tree.py"}


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    for room in ROOMS:
        for file in sorted((APP / room).rglob("*.py")):
            if file.name in TO_WRITERS:
                continue
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                called = node.func if isinstance(node, ast.Call) else None
                if (
                    isinstance(called, ast.Name)
                    and called.id == name
                    and isinstance(node, ast.Call)
                ):
                    yield file.name, node


def literal_codes(name: str, place: int) -> set[tuple[str, str]]:
    found = set()
    for file, call in calls(name):
        arguments = [*call.args]
        if len(arguments) > place and isinstance(arguments[place], ast.Constant):
            found.add((file, str(arguments[place].value)))  # type: ignore[attr-defined]
    return found


def test_every_refusal_has_a_sentence() -> None:
    unworded = {each for each in literal_codes("Refusal", 0) if each[1] not in SENTENCES}
    assert unworded == set()


def spoken_in(expression: ast.expr) -> set[str]:
    """The texts that stand anywhere in an expression: a code chosen by a condition counts too."""
    return {
        one.value
        for one in ast.walk(expression)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }


def test_every_trouble_of_the_store_has_a_sentence() -> None:
    codes = {code for _file, call in calls("StoreTrouble") for code in spoken_in(call.args[0])}
    assert {"full", "damaged", "locked", "exists"} <= codes
    unworded = {code for code in {*codes, "interrupted", "disk"} if code not in SENTENCES}
    assert unworded == set()


def test_every_refusal_chosen_by_a_condition_has_a_sentence() -> None:
    codes = {code for _file, call in calls("Refusal") for code in spoken_in(call.args[0])}
    codes |= {clock.value for clock in Clock if clock is not Clock.GOOD}
    assert {code for code in codes if code not in SENTENCES} == set()


def reasons_of_copies() -> set[str]:
    """Every code that says why a copy did not go out: of printers, spool, use case and salvage."""
    codes = {reason for reason in FAILED.values() if reason}
    for file in sorted((APP / "printing").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            name = node.func.attr if isinstance(node.func, ast.Attribute) else name
            place = {"NotSent": 0, "Job": 2, "_claim": 3}.get(name)
            if place is not None and len(node.args) > place:
                codes |= spoken_in(node.args[place])
    for file in sorted((APP / "db").rglob("*.py")):
        codes |= set(re.findall(r"state_reason = '(\w+)'", file.read_text(encoding="utf-8")))
    return codes - {""}


def test_every_reason_of_a_copy_has_words(qapp: QApplication) -> None:
    codes = reasons_of_copies()
    assert {"printer_refused", "restart", "old", "fault", "salvaged", "seen"} <= codes
    assert {code for code in codes if code not in PAPER_REASONS} == set()
    for code in codes:
        assert not re.search("[a-z_]{3,}", paper_reason_words(code))


def test_every_state_of_a_copy_is_told_in_words_with_its_reason(qapp: QApplication) -> None:
    for state in JobState:
        for reason in ("", "printer_refused", "never_heard_of"):
            line = PaperLine("03A-0001C-R1", "case/1", 1, state.value, reason, "")
            assert not re.search("[a-z_]{3,}", copy_words(line))


def test_every_fault_has_a_sentence() -> None:
    codes = {code for _file, code in literal_codes("Fault", 2)}
    codes |= {f"line_{one.value}" for one in Standing}
    codes |= {f"row_{one.value}" for one in (RowState.UNSEEN, RowState.WRONG, RowState.CHANGED)}
    settled = {"line_in_hand", "line_deferred", "line_not_applicable"}
    assert {code for code in codes - settled if code not in SENTENCES} == set()


def test_every_exception_of_the_log_has_words(qapp: QApplication) -> None:
    assert set(EXCEPTIONS) == set(LOG_EXCEPTIONS)
    assert exception_words("deferred") == "容缺"


def test_sentences_are_filled_with_what_the_refusal_says(qapp: QApplication) -> None:
    lacking = Refusal("number_length", {"expected": 18, "actual": 17})
    assert refusal_sentence(lacking, "zh") == "请输入 18 位证件号码，现为 17 位"


def test_a_code_among_the_parameters_is_worded(qapp: QApplication) -> None:
    other = Refusal("number_of_other_kind", {"kind": "hk_residence_permit"})
    assert "港澳居民居住证（香港）" in refusal_sentence(other, "zh")
    assert "代理人" in sentence("person_lacking", {"part": "agent"}, "zh")
    assert "监护人代办" in sentence("way_not_offered", {"way": "guardian"}, "zh")
    assert part_words("ward") == "被监护人"


def test_the_reason_of_the_procedure_follows(qapp: QApplication) -> None:
    why = Text("不满 16 周岁由监护人来开", "a guardian opens it")
    fault = Fault(StepId.RECEPTION, "way", "way_refused", (("way", "self"),), why)
    assert fault_sentence(fault, "zh").endswith("：不满 16 周岁由监护人来开")


def test_an_unknown_code_says_so_and_does_not_fail(qapp: QApplication) -> None:
    assert sentence("never_heard_of", {}, "zh") == "现在不能这样做（never_heard_of）"


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_no_sentence_blames_or_shows_a_bare_code(code: str) -> None:
    words = str(SENTENCES[code])
    assert "非法" not in words
    assert "错误" not in words
    for typed in TYPED_BY_ADMINISTRATORS:
        words = words.replace(typed, "")
    assert re.fullmatch(r"[^a-z_]*", re.sub(r"\{[a-z]+\}|Alt|[A-Z]\d?", "", words))
