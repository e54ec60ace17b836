"""What the papers of the shipped procedures say: rows, conditions, masks, bytes."""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import pytest
from pydantic import ValidationError

from counter_app.domain.masks import find_unmasked
from counter_app.domain.paper import (
    AgendaItem,
    DatedStep,
    LabelledRow,
    MissingItem,
    Paper,
    PaperKind,
    PaperMark,
    ReadBackRow,
    Remark,
)
from counter_app.domain.qr import CaseSkeleton, ItemState, read_qr
from counter_app.domain.refusal import Refusal
from counter_app.forms.compiled import compile_procedure, content_hash
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import Outcome, ReadBackMark, RunState
from counter_app.forms.templates import BLANK
from counter_app.i18n import Text
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.preview import page_images
from counter_app.printing.render import PaperRenderer
from counter_app.services import notice_paper, papers
from counter_app.services.handling_results import PaperWish
from counter_app.services.paper_content import mark_of, mark_text, paper_bytes, paper_of
from counter_app.services.paper_sheet import Sheet
from tests.unit.services.paper_cases import (
    APPROVAL,
    RESOURCES,
    TODAY,
    Shipped,
    adult,
    cash,
    child,
    foreigner,
    lost_card,
    sheet,
    shown,
)

COMING = dt.date(2026, 12, 7)
WISHES = {
    "zh": PaperWish("zh"),
    "en": PaperWish("en"),
    "both": PaperWish("both"),
    "large": PaperWish("zh", large=True),
    "large-both": PaperWish("both", large=True),
}
MADE: Mapping[str, tuple[str, Callable[[ProcedureRunner], RunState]]] = {
    "adult": ("GRKH", adult),
    "foreigner": ("GRKH", foreigner),
    "loss": ("GS", lost_card),
    "cash": ("XJQK", cash),
}


@pytest.fixture(scope="module")
def runners() -> Mapping[str, ProcedureRunner]:
    return Shipped.load().runners


@pytest.fixture(scope="module")
def renderer() -> PaperRenderer:
    return PaperRenderer(PaperFonts(RESOURCES / "fonts"))


def made(runners: Mapping[str, ProcedureRunner], name: str, wish: PaperWish | None = None) -> Sheet:
    code, run_of = MADE[name]
    return sheet(runners[code], run_of(runners[code]), wish)


def receipt(one: Sheet) -> Paper:
    planned = one.planned(PaperKind.RECEIPT)
    assert planned is not None
    return papers.receipt(one, planned, noticed=bool(papers.next_step_notices(one)))


def confirmation(one: Sheet) -> Paper | Refusal:
    planned = one.planned(PaperKind.CONFIRMATION)
    assert planned is not None
    return papers.confirmation_sheet(one, planned)


def notice(one: Sheet, coming: dt.date | None = COMING) -> Paper:
    paper = notice_paper.one_time_notice(one, coming)
    assert isinstance(paper, Paper), paper
    return paper


def every_paper(
    runners: Mapping[str, ProcedureRunner], wish: PaperWish
) -> Iterator[tuple[str, Paper]]:
    for name in MADE:
        one = made(runners, name, wish)
        yield f"{name} receipt", receipt(one)
        for paper in papers.next_step_notices(one):
            yield f"{name} notice", paper
        confirmed = confirmation(one)
        assert isinstance(confirmed, Paper), confirmed
        yield f"{name} confirmation", confirmed
    yield "child", notice(sheet(runners["GRKH"], child(runners["GRKH"]), wish))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def rows(paper: Paper) -> dict[str, list[str]]:
    """The labelled rows of a paper in Chinese, in order."""
    return {
        row.label.zh: [line.text.zh for line in row.lines]
        for block in paper.blocks
        for row in block.rows
        if isinstance(row, LabelledRow)
    }


def steps(paper: Paper) -> list[DatedStep]:
    return [row for block in paper.blocks for row in block.rows if isinstance(row, DatedStep)]


def items(paper: Paper) -> list[MissingItem]:
    return [row for block in paper.blocks for row in block.rows if isinstance(row, MissingItem)]


def read_rows(paper: Paper) -> dict[str, ReadBackRow]:
    found = (row for block in paper.blocks for row in block.rows if isinstance(row, ReadBackRow))
    return {row.label.zh: row for row in found}


# --- All of them ----------------------------------------------------------------------------------


@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES)
def test_every_paper_survives_its_bytes_and_hides_numbers(
    runners: Mapping[str, ProcedureRunner], wish: PaperWish
) -> None:
    for name, paper in every_paper(runners, wish):
        data = paper_bytes(paper)
        assert paper_of(data) == paper, name
        assert paper_bytes(paper_of(data)) == data, name
        for said in strings(json.loads(data)):
            assert find_unmasked(said) == (), (name, said)
            assert BLANK not in said, (name, said)
            assert "{" not in said, (name, said)
            assert not any(twice in said for twice in ("。。", "..", "。]]。", ".]].", "；。")), (
                said
            )
        assert (paper.language, paper.large) == (wish.language, wish.large)
        assert paper.disclaimer.zh == (
            "本单仅证明受理及告知事项，不作为记账、收付款或权益凭证，以核心系统凭证为准。"
        )


@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES)
def test_every_paper_can_be_laid_out(
    runners: Mapping[str, ProcedureRunner], renderer: PaperRenderer, wish: PaperWish
) -> None:
    for name, paper in every_paper(runners, wish):
        pdf = renderer.render_pdf(paper, content_hash(paper_bytes(paper)))
        assert 1 <= len(page_images(pdf, 20)) <= 4, name


@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES)
def test_papers_of_a_case_begun_from_a_notice_say_so(
    runners: Mapping[str, ProcedureRunner], renderer: PaperRenderer, wish: PaperWish
) -> None:
    lacking = sheet(runners["GRKH"], child(runners["GRKH"]), wish)
    for plain, make in ((made(runners, "adult", wish), receipt), (lacking, notice)):
        assert plain.case.started is not None
        started = plain.case.started.model_copy(update={"provisional": True})
        begun = replace(plain, case=replace(plain.case, started=started))
        before, paper = make(plain), make(begun)
        assert paper.copy.zh == f"{before.copy.zh}，临时接办"
        assert "provisional" in paper.copy.en
        assert "按一次性告知单临时接办" in paper.disclaimer.zh
        assert paper.disclaimer.zh.endswith(before.disclaimer.zh)
        pdf = renderer.render_pdf(paper, content_hash(paper_bytes(paper)))
        assert 1 <= len(page_images(pdf, 20)) <= 4


@pytest.mark.parametrize("name", ["adult", "loss", "cash"])
def test_a_plain_receipt_is_one_page(
    runners: Mapping[str, ProcedureRunner], renderer: PaperRenderer, name: str
) -> None:
    paper = receipt(made(runners, name))
    assert len(page_images(renderer.render_pdf(paper, "0" * 64), 20)) == 1


def test_the_childs_notice_is_one_page(
    runners: Mapping[str, ProcedureRunner], renderer: PaperRenderer
) -> None:
    paper = notice(sheet(runners["GRKH"], child(runners["GRKH"])))
    assert len(page_images(renderer.render_pdf(paper, "0" * 64), 20)) == 1


def test_bytes_of_anything_else_are_no_paper() -> None:
    with pytest.raises(ValidationError):
        paper_of(b'{"kind":"R"}')


def test_a_mark_survives_its_text() -> None:
    mark = PaperMark("reprint", 2, "2026-11-24 09:12", "80236", Text("客户遗失", "lost"))
    assert mark_of(mark_text(mark)) == mark


# --- Receipt --------------------------------------------------------------------------------------


def test_the_receipt_of_an_opening(runners: Mapping[str, ProcedureRunner]) -> None:
    paper = receipt(made(runners, "adult"))
    assert paper.number == "03A-0338W-R1"
    assert paper.verdict.text.zh == "个人开户已办结"
    assert list(rows(paper)) == ["姓名", "证件", "手机", "材料", "费用", "核心流水号", "受理"]
    assert rows(paper)["证件"] == ["居民身份证 110***********002X"]
    assert rows(paper)["材料"] == [
        "开户人有效身份证件：已核对并复印，[[已还给您]]",
        "个人税收居民身份声明；开户申请书和账户使用承诺：已收下，不退还",
    ]
    assert rows(paper)["受理"] == ["2026年11月23日 14:08，3 号窗口，柜员 80231"]
    assert paper.stub is not None
    assert (paper.stub.name, paper.stub.signer.zh) == ("张龑", "客户签名")
    assert paper.seal_caption is not None


def test_few_steps_stand_on_the_receipt_with_the_pointer(
    runners: Mapping[str, ProcedureRunner],
) -> None:
    first, last = steps(receipt(made(runners, "adult")))
    assert (first.day.zh, first.under_day.zh) == ("5月23日前", "2027年，周日")
    assert first.what.text.zh == (
        "用一次账户（存、取、转、消费都算）。"
        "一直不用，手机和自助机业务会暂停；带身份证来柜台核实后恢复。"
    )
    assert first.what.large == Text("至少用一次账户。", "Use the account once.")
    assert last.what.text.zh == "看《后续事项告知单》，上面有每件事的日期。"


def test_many_steps_leave_two_and_the_pointer(runners: Mapping[str, ProcedureRunner]) -> None:
    shown_steps = steps(receipt(made(runners, "loss")))
    assert [one.day.zh for one in shown_steps] == ["今天", "今天", "其他事项"]
    assert shown_steps[1].what.text.zh.startswith("我们：核查止付前的交易")


def test_without_a_notice_no_step_is_left_out(runners: Mapping[str, ProcedureRunner]) -> None:
    one = made(runners, "loss")
    planned = one.planned(PaperKind.RECEIPT)
    assert planned is not None
    alone = steps(papers.receipt(one, planned, noticed=False))
    assert len(alone) == sum(1 for step in one.runner.next_steps(one.run) if step.on_receipt)
    assert all("告知单" not in step.what.text.zh for step in alone)


def test_an_agent_signs_and_a_serial_to_come_is_no_row(
    runners: Mapping[str, ProcedureRunner],
) -> None:
    paper = receipt(made(runners, "loss"))
    assert rows(paper)["姓名"] == ["王𬭎"]
    assert rows(paper)["代理人"] == ["陈静（子女）"]
    assert rows(paper)["账户"] == ["尾号 4417"]
    assert "核心流水号" not in rows(paper)
    assert paper.stub is not None
    assert (paper.stub.name, paper.stub.service.zh) == ("陈静", "挂失（代王𬭎）")
    assert paper.stub.signer.zh == "代办人签名"


def test_an_amount_stands_with_the_form_that_binds(
    runners: Mapping[str, ProcedureRunner],
) -> None:
    paper = receipt(made(runners, "cash"))
    assert rows(paper)["金额"] == ["￥216,409.02", "人民币贰拾壹万陆仟肆佰零玖元零贰分"]
    assert rows(paper)["费用"] == ["免收"]
    assert rows(paper)["核心流水号"] == ["7730219990"]


def test_who_approved_and_what_is_owed(runners: Mapping[str, ProcedureRunner]) -> None:
    one = made(runners, "foreigner")
    one = replace(one, case=replace(one.case, approvals=(APPROVAL,)))
    paper = receipt(one)
    assert rows(paper)["批准"] == ["80201"]
    assert "中国税收居民的说明材料：[[还没交]]，2026年11月30日（周一）前补来" in rows(paper)["材料"]
    assert steps(paper)[0].day.zh == "11月30日前"


def test_what_could_not_be_done_says_why(runners: Mapping[str, ProcedureRunner]) -> None:
    one = made(runners, "adult")
    planned = one.planned(PaperKind.RECEIPT)
    assert planned is not None
    reason = Text("核心系统里已经有一个Ⅰ类户", "There is a class I account already")
    paper = papers.receipt(one, planned, noticed=False, not_done=reason)
    assert paper.verdict.text.zh == "个人开户未能办理"
    assert paper.explanation[0].text.zh == "核心系统里已经有一个Ⅰ类户。"
    assert steps(paper) == []
    assert paper.particulars_from == 0


# --- Next-step notice -----------------------------------------------------------------------------


def test_the_notice_names_who_acts_by_day(runners: Mapping[str, ProcedureRunner]) -> None:
    (paper,) = papers.next_step_notices(made(runners, "loss"))
    agenda = [one for one in paper.blocks[0].rows if isinstance(one, AgendaItem)]
    assert paper.verdict.text.zh == "挂失：还有 5 件事"
    assert [one.actor for one in agenda] == ["customer", "branch", *["customer"] * 3]
    assert [one.day.zh for one in agenda] == ["今天", "今天", "随时", "随时", "随时"]
    assert agenda[1].action.text.zh.startswith("[[我们]]：核查")
    assert "圆点的由我们做" in paper.explanation[0].text.zh
    assert paper.stub is None
    remembered = [one for one in paper.blocks[1].rows if isinstance(one, Remark)]
    assert remembered[0].lines[0].text.zh.startswith("挂失后不会有人打电话")
    assert paper.code_notes[1].text.zh == "2026年11月23日 14:08，柜员 80231 讲解"


def test_more_than_seven_items_take_a_second_sheet(
    runners: Mapping[str, ProcedureRunner],
) -> None:
    base = runners["GS"]
    spec = base.procedure.spec
    more = [
        one.model_copy(update={"id": f"{one.id}_{turn}"})
        for turn in range(2)
        for one in spec.next_steps
    ]
    longer = spec.model_copy(update={"next_steps": tuple(more)})
    runner = ProcedureRunner(compile_procedure(longer, base.rules), base.rules, base.calendar)
    first, second = papers.next_step_notices(sheet(runner, lost_card(runner)))
    assert (first.number, second.number) == ("03A-0338W-N1", "03A-0338W-N2")
    assert len(first.blocks[0].rows) == papers.MOST_ITEMS
    assert len(second.blocks[0].rows) == 3
    assert first.verdict.text.zh == "挂失：还有 10 件事（第 1 张，共 2 张）"
    assert len(first.blocks) == 1, "what to remember stands on the last sheet"


# --- One-time notice ------------------------------------------------------------------------------


def test_the_notice_lists_what_is_missing_on_the_day(
    runners: Mapping[str, ProcedureRunner],
) -> None:
    one = sheet(runners["GRKH"], child(runners["GRKH"]))
    paper = notice(one)
    assert paper.verdict.text.zh == "个人开户：还缺 3 样，2026年12月23日（周三）前带齐"
    assert paper.explanation[0].text.zh == (
        "李雷（父亲或母亲）替李小禾（7 岁）办。按您 2026年12月7日（周一）来办列出。"
    )
    assert [one.title.text.zh for one in items(paper)] == [
        "孩子（被监护人）的户口簿或居民身份证，原件",
        "户口簿上能看出父母子女关系，原件",
        "手机号共用说明（当场填写）",
    ]
    assert [one.number for one in items(paper)] == [1, 2, 3]
    assert items(paper)[1].also_accepted is not None
    assert items(paper)[1].who_brings.zh == "监护人"
    assert rows(paper)["已看过"] == [
        "监护人有效身份证件。下次[[都要再带来]]。当场填好的 4 份不用重填。"
    ]
    assert paper.rule_reference.zh == "依据：材料清单 2026-11 第 2、4、11 条"
    assert paper.stub is not None
    assert paper.stub.sentence.zh == "缺 3 样　我已拿到上联，柜员逐项讲过。"
    assert paper.stub.signer.zh == "监护人签名"


def test_the_notices_code_opens_the_case(runners: Mapping[str, ProcedureRunner]) -> None:
    one = sheet(runners["GRKH"], child(runners["GRKH"]))
    found = read_qr(notice(one).skeleton or "")
    assert isinstance(found, CaseSkeleton)
    assert f"case/{found.case_id}" == one.case.subject
    assert one.case.started is not None
    assert one.case.started.procedure_hash.startswith(found.procedure_hash)
    states = dict(
        zip([i.id for i in one.runner.procedure.spec.checklist], found.items, strict=True)
    )
    assert states["guardian_id"] is ItemState.COPIED
    assert states["application"] is ItemState.FILLED
    assert states["ward_id"] is ItemState.OPEN
    assert states["agent_id"] is ItemState.NOT_NEEDED
    assert found.issued == TODAY


def test_other_papers_carry_no_skeleton(runners: Mapping[str, ProcedureRunner]) -> None:
    assert receipt(made(runners, "adult")).skeleton is None
    assert papers.next_step_notices(made(runners, "adult"))[0].skeleton is None


def test_an_undecided_line_refuses_the_notice(runners: Mapping[str, ProcedureRunner]) -> None:
    run = replace(child(runners["GRKH"]), values={"account_class": "class_one"})
    answer = notice_paper.one_time_notice(sheet(runners["GRKH"], run), COMING)
    assert isinstance(answer, Refusal)
    assert answer.code == "line_undecided"
    assert answer.params["line"] in {one.id for one in runners["GRKH"].procedure.spec.checklist}


def test_nothing_missing_needs_no_notice(runners: Mapping[str, ProcedureRunner]) -> None:
    answer = notice_paper.one_time_notice(made(runners, "adult"), TODAY)
    assert answer == Refusal("nothing_missing")


def test_an_expiring_paper_ends_the_notice(runners: Mapping[str, ProcedureRunner]) -> None:
    run = child(runners["GRKH"])
    father = replace(run.parties[0], valid_until=dt.date(2026, 12, 10))
    run = run.with_parties(father, *run.parties[1:])
    assert "2026年12月10日（周四）前带齐" in notice(sheet(runners["GRKH"], run)).verdict.text.zh


def test_a_paper_expired_on_the_day_is_missing_and_says_so(
    runners: Mapping[str, ProcedureRunner],
) -> None:
    run = child(runners["GRKH"])
    father = replace(run.parties[0], valid_until=dt.date(2026, 12, 1))
    paper = notice(sheet(runners["GRKH"], run.with_parties(father, *run.parties[1:])))
    why = {one.title.text.zh: one.why.text.zh for one in items(paper)}
    assert why["监护人有效身份证件，原件"].startswith(
        "看过的这份有效期到2026年12月1日，来办那天已经过期。"
    )
    assert "已看过" in rows(paper)


def test_a_refused_paper_says_why(runners: Mapping[str, ProcedureRunner]) -> None:
    run = child(runners["GRKH"])
    run = run.with_result("ward_id", shown(Outcome.REFUSED, refusal="birth_certificate"))
    why = items(notice(sheet(runners["GRKH"], run)))[0].why.text
    assert why.zh.startswith("出生医学证明只能证明关系，不能当孩子的身份证件。账户开在")


def test_the_branchs_limit_moves_earlier_from_a_rest_day(
    runners: Mapping[str, ProcedureRunner],
) -> None:
    run = replace(child(runners["GRKH"]), business_date=dt.date(2026, 11, 20))
    until = notice_paper.valid_until(runners["GRKH"], run, dt.date(2026, 11, 23))
    assert until == dt.date(2026, 12, 18), "20 December 2026 is a Sunday"


def test_a_day_beyond_the_limit_is_refused(runners: Mapping[str, ProcedureRunner]) -> None:
    one = sheet(runners["GRKH"], child(runners["GRKH"]))
    answer = notice_paper.one_time_notice(one, dt.date(2027, 1, 15))
    assert answer == Refusal("coming_too_late", {"latest": "2026-12-23"})


def test_a_seen_paper_without_copy_is_not_missing(
    runners: Mapping[str, ProcedureRunner],
) -> None:
    run = child(runners["GRKH"]).with_result("guardian_id", shown())
    paper = notice(sheet(runners["GRKH"], run), None)
    assert len(items(paper)) == 3
    assert rows(paper)["已看过"][0].startswith("监护人有效身份证件。")


# --- Confirmation sheet ---------------------------------------------------------------------------


def test_the_sheet_shows_confirmed_and_old_values(
    runners: Mapping[str, ProcedureRunner],
) -> None:
    paper = confirmation(made(runners, "adult"))
    assert isinstance(paper, Paper)
    table = read_rows(paper)
    occupation = table["职业"]
    assert occupation.lines[0].text.zh == "机关事业单位"
    assert occupation.old_value == Text("自由职业", "Freelance")
    assert occupation.correction is not None
    assert occupation.correction.zh == "14:03 更正，柜员 80231"
    assert {row.mark for row in table.values()} == {"oral"}
    assert [row.number for row in table.values()] == list(range(1, len(table) + 1))
    assert "念给您听" in paper.explanation[0].text.zh
    assert paper.signature
    assert paper.copy.zh == "银行留存联"
    declared = paper.blocks[1].rows[0]
    assert isinstance(declared, Remark)
    assert declared.lead.zh == "我声明"


def test_an_address_is_masked_to_its_street(runners: Mapping[str, ProcedureRunner]) -> None:
    paper = confirmation(made(runners, "adult"))
    assert isinstance(paper, Paper)
    assert read_rows(paper)["常住地址"].lines[0].text.zh == "北京市东城区东大街****"


def test_a_number_typed_into_free_text_is_masked(
    runners: Mapping[str, ProcedureRunner],
) -> None:
    runner = runners["XJQK"]
    run = cash(runner).with_value("denominations", "打电话 13812345678")
    lines = next(one for one in runner.read_back(run) if one.id == "denominations").lines
    run = run.with_mark("denominations", ReadBackMark("oral", lines))
    paper = confirmation(sheet(runner, run))
    assert isinstance(paper, Paper)
    assert read_rows(paper)["券别"].lines[0].text.zh == "打电话 138****5678"


@pytest.mark.parametrize("change", ["unseen", "changed", "wrong"])
def test_an_unconfirmed_row_refuses_the_sheet(
    runners: Mapping[str, ProcedureRunner], change: str
) -> None:
    runner = runners["XJQK"]
    run = cash(runner)
    if change == "unseen":
        rest = {key: one for key, one in run.marks.items() if key != "amount"}
        run = replace(run, marks=rest)
    elif change == "changed":
        run = run.with_value("amount", "216409.03")
    else:
        run = run.with_mark("amount", replace(run.marks["amount"], mark="wrong"))
    assert confirmation(sheet(runner, run)) == Refusal("row_not_confirmed", {"row": 3})


def test_rows_confirmed_on_the_screen_say_so(runners: Mapping[str, ProcedureRunner]) -> None:
    runner = runners["XJQK"]
    run = cash(runner)
    for row, mark in list(run.marks.items()):
        run = run.with_mark(row, replace(mark, mark="screen"))
    paper = confirmation(sheet(runner, run))
    assert isinstance(paper, Paper)
    assert "客户屏" in paper.explanation[0].text.zh
    assert {row.mark for row in read_rows(paper).values()} == {"screen"}
