"""Forms that somebody signs: filled as far as known, one sheet a copy, ordered in their commit."""

from dataclasses import replace

import pytest

from counter_app.domain.paper import LabelledRow, PaperKind, Remark
from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Role
from counter_app.forms.run_views import PlannedForm, SourceView
from counter_app.i18n import Text
from counter_app.services.counter import write
from counter_app.services.handling import case_view
from counter_app.services.handling_results import OpenCase, PaperWish
from counter_app.services.paper_forms import for_form, form_sheet, last_form, print_form
from counter_app.services.ports import Beside, NewFact
from counter_app.services.runs import Place
from tests.unit.services.paper_cases import TODAY, Shipped, adult, cash, sheet
from tests.unit.services.standing import Standing

FORM = PlannedForm(
    id="promise",
    title=Text("承诺书", "Commitment"),
    rows=((Text("客户", "Customer"), Text("张龑", "张龑")), (Text("日期", "Date"), None)),
    statements=(Text("我没有受人指使。", "Nobody has told me to."),),
    signed_by="visitor",
    second="supervisor",
    copies=2,
    source=SourceView(Text("内控", "House rule"), "R", TODAY),
)


@pytest.fixture(scope="module")
def shipped() -> Shipped:
    return Shipped.load()


def test_known_values_are_printed_and_unknown_ones_are_lines(shipped: Shipped) -> None:
    runner = shipped.runners["GRKH"]
    made = form_sheet(sheet(runner, adult(runner)), FORM)
    known, unknown = made.blocks[0].rows
    assert isinstance(known, LabelledRow)
    assert known.lines[0].text.zh == "张龑"
    assert isinstance(unknown, LabelledRow)
    assert set(unknown.lines[0].text.zh) == {"_"}


def test_statements_and_both_signatures_stand_on_it(shipped: Shipped) -> None:
    runner = shipped.runners["GRKH"]
    made = form_sheet(sheet(runner, adult(runner)), FORM)
    said, beside = made.blocks[1].rows[0], made.blocks[2].rows[0]
    assert isinstance(said, Remark)
    assert said.lines[0].text.zh == "我没有受人指使。"
    assert isinstance(beside, LabelledRow)
    assert beside.label.zh == "主管签名"
    assert made.signature
    assert made.signer == Text("客户签名", "Signature")


def test_the_first_copy_stays_here_the_second_goes_home(shipped: Shipped) -> None:
    runner = shipped.runners["GRKH"]
    stands = sheet(runner, adult(runner))
    first, second = form_sheet(stands, FORM), form_sheet(stands, FORM, 1)
    assert (first.copy.zh, second.copy.zh) == ("银行留存联", "客户联")
    assert first.number[:-1] == second.number[:-1]
    assert (first.number[-2:], second.number[-2:]) == ("F1", "F2")


def test_without_a_second_signature_there_is_no_line_for_one(shipped: Shipped) -> None:
    runner = shipped.runners["GRKH"]
    made = form_sheet(sheet(runner, adult(runner)), replace(FORM, second="none"))
    assert len(made.blocks) == 2


def test_a_form_is_issued_and_ordered_in_one_commit(here: Standing, shipped: Shipped) -> None:
    teller = here.hire("80231", Role.TELLER)
    case = case_view(here.counter, here.begin_case(teller))
    runner = shipped.runners["ZDKK"]
    run = cash(runner)
    planned = runner.beside(run).forms[0]
    opened = OpenCase(case, None, runner, run, Place(), asks_booking=False, held_by=None)
    issued = for_form(here.counter, teller, opened, planned, PaperWish())
    assert not isinstance(issued, Refusal)
    facts = [NewFact(case.subject, one) for one in issued.facts]
    beside = Beside(contents=issued.contents, orders=issued.orders)
    assert not isinstance(write(here.counter, teller.actor, facts, [case], beside), Refusal)
    held = case_view(here.counter, case.subject)
    assert [one.paper_kind for one in held.papers] == [PaperKind.FORM.value] * planned.copies
    assert last_form(held, planned) == held.papers[0].paper


def test_a_form_that_the_case_does_not_have_is_refused(here: Standing, shipped: Shipped) -> None:
    teller = here.hire("80231", Role.TELLER)
    case = case_view(here.counter, here.begin_case(teller))
    runner = shipped.runners["GRKH"]
    opened = OpenCase(case, None, runner, adult(runner), Place(), asks_booking=False, held_by=None)
    answer = print_form(here.counter, teller, opened, "nothing", PaperWish())
    assert answer == Refusal("form_not_planned", {"form": "nothing"})
