"""The pack of emergency forms: blank papers from the procedures in force, for when nothing works.

Pure: from procedures to papers. Each sheet has a number of its own, to be entered by afterwards, and
names the edition it was made from, so that an outdated pack is found by looking at it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from counter_app.domain.dates import stamp
from counter_app.domain.paper import Block, LabelledRow, Paper, PaperKind, Remark, Sentence
from counter_app.forms.spec import ItemSpec, ProcedureSpec
from counter_app.i18n import Text, same
from counter_app.journal.facts.ground import BranchFounded
from counter_app.services.paper_sheet import NOTHING, contact_of, text_of
from counter_app.services.wording import fill

COPIES = 2
STRIPS = 20
NOTICES = 4

LINE, SHORT = "＿＿＿＿＿＿＿＿＿＿＿＿", "＿＿＿＿＿＿"
TITLE = Text("应急业务单", "Emergency Form")
NOTICE_TITLE = Text("一次性告知单（应急）", "One-time Notice (Emergency)")
STRIPS_TITLE = Text("应急排队号", "Emergency Tickets")
BRANCH_COPY = Text("网点留存，恢复后补录", "Branch copy, to be entered afterwards")
CUSTOMER_COPY = Text("客户联", "Customer's copy")
ENTER = Text(
    "系统恢复后由本窗口补录：填发生时间、经办工号、停用原因。",
    "Enter it at this window once the system is back: time, teller and cause.",
)
TAKE = Text("仅在系统不能使用时填写。", "Only while the system cannot be used.")
BRING = Text("您还须带来：", "Still to be brought:")
WAIT = Text("沿线裁开，一人一张。", "Cut along the lines; one each.")
TIME_AND_TELLER = Text("发生时间、窗口、工号", "Time, window, teller")
CUSTOMER = Text("客户姓名", "Name")
IDENTITY = Text("证件种类、号码后四位", "Paper, last four")
PHONE = Text("联系电话", "Telephone")
SERIAL = Text("核心流水号", "Core serial")
SEEN = Text("□ 已见  □ 缺  有效期至＿＿＿＿＿＿", "□ seen  □ missing  valid until ______")
THING = Text("材料 {number}", "Paper {number}")
BY_DAY = Text("请于何日前来", "Come by")
REMEMBER = Text("说明", "Note")
DISCLAIMER = Text(
    "应急记录，不是核心系统账务凭证。", "An emergency record; no voucher of the core system."
)
EDITION = Text("规程 {edition}，{day} 印", "Procedure {edition}, printed {day}")


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack is made for: the branch, the services in force on a day, and the moment."""

    branch: BranchFounded
    specs: tuple[ProcedureSpec, ...]
    at: dt.datetime
    on: dt.date
    copies: int = COPIES

    @property
    def number(self) -> str:
        """What the pack is called: `E-1124`."""
        return f"E-{self.on:%m%d}"


def papers_of(pack: Pack) -> tuple[Paper, ...]:
    """Blank checklists for each service, one-time notices, ticket strips, in that order."""
    forms = (
        _form(pack, spec, copy)
        for spec in sorted(pack.specs, key=lambda one: one.number)
        for copy in range(1, pack.copies + 1)
    )
    notices = (_notice(pack, number) for number in range(1, NOTICES + 1))
    return (*forms, *notices, _strips(pack))


def form_number(pack: Pack, spec: ProcedureSpec, copy: int) -> str:
    """The number by which a form is entered: `E-GS-1124-01`."""
    return f"E-{spec.code}-{pack.on:%m%d}-{copy:02d}"


def _form(pack: Pack, spec: ProcedureSpec, copy: int) -> Paper:
    title = _text(spec.title)
    reference = fill(EDITION, edition=spec.edition, day=pack.on.isoformat())
    blocks = (
        Block(tuple(_blanks((TIME_AND_TELLER, CUSTOMER, IDENTITY, PHONE)))),
        Block(tuple(_item(one) for one in spec.checklist)),
        Block(tuple(_blanks(_text(one.label) for one in spec.fields))),
        Block((LabelledRow(SERIAL, (Sentence(same(LINE)),)), Remark(REMEMBER, (Sentence(ENTER),)))),
    )
    base = _paper(pack, form_number(pack, spec, copy), TITLE, Sentence(title))
    return _with(base, blocks, reference, signature=True)


def _notice(pack: Pack, number: int) -> Paper:
    base = _paper(pack, f"E-GZ-{pack.on:%m%d}-{number:02d}", NOTICE_TITLE, Sentence(BRING))
    things = [fill(THING, number=one) for one in range(1, 8)]
    blocks = (Block(tuple(_blanks((CUSTOMER, *things, BY_DAY)))),)
    return _with(base, blocks, NOTHING, signature=False)


def _strips(pack: Pack) -> Paper:
    base = _paper(pack, f"E-PH-{pack.on:%m%d}", STRIPS_TITLE, Sentence(WAIT))
    rows = tuple(
        LabelledRow(same(f"E{one:03d}"), (Sentence(same(f"{pack.on.isoformat()}  {SHORT}")),))
        for one in range(1, STRIPS + 1)
    )
    return _with(base, tuple(Block((one,)) for one in rows), NOTHING, signature=False)


def _paper(pack: Pack, number: str, title: Text, verdict: Sentence) -> Paper:
    return Paper(
        kind=PaperKind.EMERGENCY_FORM,
        number=number,
        case_number=pack.number,
        bank=text_of(pack.branch.bank),
        outlet=text_of(pack.branch.outlet),
        copy=BRANCH_COPY if title is TITLE else CUSTOMER_COPY,
        title=title,
        verdict=verdict,
        explanation=(Sentence(TAKE),),
        blocks=(),
        particulars_from=0,
        contact=contact_of(pack.branch),
        code_notes=(),
        handler=same(""),
        stub=None,
        seal_caption=None,
        signature=False,
        skeleton=None,
        disclaimer=DISCLAIMER,
        rule_reference=NOTHING,
        layout="E1",
        issued_at=stamp(pack.at),
    )


def _with(paper: Paper, blocks: Sequence[Block], reference: Text, *, signature: bool) -> Paper:
    return replace(paper, blocks=tuple(blocks), rule_reference=reference, signature=signature)


def _blanks(labels: Iterable[Text]) -> Iterator[LabelledRow]:
    yield from (LabelledRow(label, (Sentence(same(LINE)),)) for label in labels)


def _item(item: ItemSpec) -> LabelledRow:
    return LabelledRow(_text(item.title), (Sentence(SEEN),))


def _text(words: Text) -> Text:
    return Text(words.zh, words.en)
