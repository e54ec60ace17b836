"""Finding by what was typed or scanned: a case by its number or code, customers and cases by words.

Owns no ranking: the reader's order stands. Customers come masked.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.domain.qr import CaseSkeleton, PaperReference, read_qr
from counter_app.domain.refusal import Refusal
from counter_app.services.read_models import CaseLine, CustomerLine, Found, Reader, Sight
from counter_app.services.snapshot_ports import ALL_HERE, Arriving
from counter_app.ui.customers.case_words import case_state, day_and_time, holder_words
from counter_app.ui.customers.ground import Ground
from counter_app.ui.customers.service_names import ServiceNames
from counter_app.ui.shell.pick_list import Pick
from counter_app.ui.widgets.queue_list import State
from counter_app.ui.widgets.table import Column, GroupRow, TableRow
from counter_app.ui.words.marks import one_by_one

translate = QCoreApplication.translate

LIMIT = 20
_CODES = ("CT1/", "CT2/")


@dataclass(frozen=True, slots=True)
class FindWords:
    """How found lines are put in words."""

    ground: Ground
    names: ServiceNames

    def case(self, line: CaseLine) -> str:
        """`03A-0338W  挂失`."""
        return f"{line.number}  {self.names.words(line.service)}"

    def case_line(self, line: CaseLine) -> str:
        """Whose it is, how it stands, who has it, since when."""
        state = case_state(line, self.ground.now(), self.ground.longest_parked()).words
        at = day_and_time(line.last_at, self.ground.today())
        parts = (line.holder_name, state, holder_words(line, self.ground.today()), at)
        return "  ".join(part for part in parts if part)

    def customer_line(self, line: CustomerLine) -> str:
        """The masked numbers, and that somebody else has the same one."""
        twice = translate("find", "可能重复") if line.twice else ""
        parts = (line.masked_number, line.masked_phone, twice)
        return "  ".join(part for part in parts if part)


def find(reader: Reader, typed: str, sight: Sight) -> Found | Refusal:
    """What was typed, or what a scanned code of our papers names.

    A notice's case that is not held is refused as `case_from_notice`: a desk can begin it.
    """
    plain = typed.strip()
    if not plain.upper().startswith(_CODES):
        return reader.search(plain, LIMIT, sight)
    code = read_qr(plain)
    if isinstance(code, Refusal):
        return code
    if isinstance(code, PaperReference):
        found = reader.case_by_number(str(code.number.case), sight)
    else:
        found = _by_skeleton(reader, code, sight)
    if found:
        return Found(found, ())
    return Refusal("unknown_case" if isinstance(code, PaperReference) else "case_from_notice")


def notice_pick(typed: str) -> Pick:
    """The row of a notice whose case is not held here: its code is what is picked."""
    name = translate("find", "按告知单临时接办")
    return Pick(typed.strip().upper(), name, translate("find", "本机没有这笔业务"))


def found_picks(found: Found, words: FindWords) -> list[Pick]:
    """Rows of the popup: customers first, for one of them may have many cases."""
    case, customer = translate("find", "业务"), translate("find", "客户")
    picks = [
        Pick(line.subject, line.name, words.customer_line(line), customer)
        for line in found.customers
    ]
    picks += [
        Pick(line.subject, words.case(line), words.case_line(line), case) for line in found.cases
    ]
    return picks


def found_note(found: Found, arriving: Arriving = ALL_HERE) -> str:
    """Why there is nothing, or that there is more; and that not everything is here to be found."""
    note = _note(found)
    if arriving.is_whole:
        return note
    partly = translate("find", "客户都到了；往日的业务还在传，只查了已到本机的")
    if arriving.without_customers:
        partly = translate("find", "客户资料还在传，没查到的不等于没有，请稍后再查")
    return one_by_one((partly, note)) if note else partly


def _note(found: Found) -> str:
    if not found.cases and not found.customers:
        return translate("find", "没有找到。可打受理编号、姓名、拼音首字母或号码后四位")
    if len(found.cases) == LIMIT or len(found.customers) == LIMIT:
        return translate("find", "只列前 {count} 个，请再多打几个字").format(count=LIMIT)
    return ""


def found_columns() -> tuple[Column, ...]:
    """The columns of the results as a table."""
    return (
        Column(translate("find", "编号或姓名"), 152),
        Column(translate("find", "业务或证件")),
        Column(translate("find", "客户或手机"), 136),
        Column(translate("find", "最近"), 120),
        Column(translate("find", "状态"), 176),
    )


def found_rows(found: Found, words: FindWords) -> list[TableRow | GroupRow]:
    """The results as rows, each group under its heading."""
    rows: list[TableRow | GroupRow] = []
    if found.customers:
        count = len(found.customers)
        rows.append(GroupRow(translate("find", "客户 {count}").format(count=count)))
        rows += [_customer_row(line, words) for line in found.customers]
    if found.cases:
        count = len(found.cases)
        rows.append(GroupRow(translate("find", "业务 {count}").format(count=count)))
        rows += [_case_row(line, words) for line in found.cases]
    return rows


def conflict_state(conflicts: Sequence[str], *, twice: bool = False) -> State:
    """That a customer is registered twice, or the record amended apart; nothing otherwise."""
    if twice:
        return State(translate("find", "可能重复"), "users", "warn")
    if not conflicts:
        return State("")
    return State(translate("find", "资料不一致"), "triangle-alert", "bad")


def _case_row(line: CaseLine, words: FindWords) -> TableRow:
    today, now = words.ground.today(), words.ground.now()
    cells = (
        line.number,
        words.names.words(line.service),
        line.holder_name,
        day_and_time(line.last_at, today),
        case_state(line, now, words.ground.longest_parked()),
    )
    return TableRow(line.subject, cells)


def _customer_row(line: CustomerLine, words: FindWords) -> TableRow:
    cells = (
        line.name,
        line.masked_number or "",
        line.masked_phone or "",
        day_and_time(line.last_at, words.ground.today()),
        conflict_state(line.conflicts, twice=line.twice),
    )
    return TableRow(line.subject, cells)


def _by_skeleton(reader: Reader, code: CaseSkeleton, sight: Sight) -> tuple[CaseLine, ...]:
    """The case itself, by its id; its number leads to its line."""
    case = f"case/{code.case_id}"
    number = reader.number_of(case)
    held = reader.case_by_number(number, sight) if number else ()
    return tuple(line for line in held if line.subject == case)
