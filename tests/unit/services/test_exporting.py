"""What leaves as a file: who may, and the fact that stands before the file does."""

import pytest

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.journal.facts.people import StaffLeft
from counter_app.journal.folds.day import ExportView
from counter_app.services import exporting
from counter_app.services.exporting import FileTold
from tests.unit.services.standing import Standing, code_of

FILE = FileTold("day_sheet", "2026-11-23", "xlsx", "/usb/day-2026-11-23.xlsx", "d" * 64, 8192)


@pytest.mark.parametrize("role", list(Role))
def test_only_supervisor_and_auditor_take_a_day_out(here: Standing, role: Role) -> None:
    acting = here.hire("80501", role)
    before = here.fact_count()
    answer = exporting.record_export(here.counter, acting, FILE)
    may = role in (Role.SUPERVISOR, Role.AUDITOR)
    assert exporting.may_export(acting, "day_sheet") is may
    if may:
        assert isinstance(answer, ExportView)
        assert here.fact_count() == before + 1
    else:
        assert code_of(answer) == "not_allowed"
        assert here.fact_count() == before


def test_the_fact_says_what_and_where_to_and_by_which_right(here: Standing) -> None:
    acting = here.hire("80301", Role.AUDITOR)
    view = exporting.record_export(here.counter, acting, FILE)
    assert isinstance(view, ExportView)
    assert view.exported is not None
    assert (view.exported.what, view.exported.about, view.exported.form) == (
        "day_sheet",
        "2026-11-23",
        "xlsx",
    )
    assert (view.exported.to, view.exported.digest, view.by) == (FILE.to, "d" * 64, "staff/80301")
    assert view.exported.right_entry == acting.roles[0].entry
    assert exporting.record_failure(here.counter, acting, view.subject, "disk") is None
    assert exporting.export_view(here.counter, view.subject).failed == "disk"


def test_a_place_must_be_named(here: Standing) -> None:
    acting = here.hire("80301", Role.AUDITOR)
    nowhere = FileTold("day_sheet", "2026-11-23", "pdf", " ", "d" * 64, 1)
    assert exporting.record_export(here.counter, acting, nowhere) == Refusal("folder_needed")


def test_a_right_that_has_ended_takes_nothing_out(here: Standing) -> None:
    acting = here.hire("80301", Role.AUDITOR)
    here.write("staff/80001", ("staff/80301", StaffLeft(reason="离职")))
    answer = exporting.record_export(here.counter, acting, FILE)
    assert code_of(answer) == "account_closed"
