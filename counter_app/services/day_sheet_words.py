"""The fixed words of the day's sheet and its workbook, in both languages. Owns the words alone."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from counter_app.i18n import Text

TITLE = Text("日终业务汇总", "Day Sheet")
BRANCH_COPY = Text("网点留存", "Branch copy")
VERDICT = Text("{day} 的业务汇总", "Business of {day}")
SIGNED_BY_HAND = Text(
    "本表由当日日志生成，主管核对后签字。", "Made from the day's log; signed once it was read."
)
CHANGED_SINCE = Text(
    "签字后有业务变动，须重新核对签字。", "Cases went on after the signature: read and sign again."
)
BALANCED_LEAD = Text("现金、重空、印章", "Cash, vouchers, seals")
BALANCED = Text(
    "已在核心系统及登记簿核对相符。核对人签名：＿＿＿＿＿＿  监交人签名：＿＿＿＿＿＿",
    "Balanced in the core system and its registers. Checked by: ____________  Witness: ____________",
)
DISCLAIMER = Text(
    "本表只汇总柜面服务记录，不是核心系统账务凭证。",
    "Sums up the counter's records; no voucher of the core system.",
)
SIGNER = Text("运营主管签名", "Supervisor")
FIGURES = Text("汇总", "Figures")
CASES = Text("业务", "Cases")
OPEN = Text("未了", "Open")
REMARKS = Text("备注", "Remarks")
TAKEN = Text("受理", "Taken in")
EXCEPTIONS = Text("异常", "Exceptions")
LATE = Text("补录", "Late entries")
AFTER = Text("签字后变动", "After the signature")

FIGURE_HEADS = (Text("项目", "Figure"), Text("数量", "Count"))
CASE_HEADS = (
    Text("受理时间", "Taken in"),
    Text("受理编号", "Case number"),
    Text("窗口", "Window"),
    Text("柜员", "Teller"),
    Text("业务", "Service"),
    Text("状态", "State"),
    Text("异常", "Exceptions"),
    Text("核心流水号", "Core serial"),
    Text("结束时间", "Ended"),
    Text("补录应急单", "Late entry of"),
)
OPEN_HEADS = (
    Text("事项", "Kind"),
    Text("受理编号", "Case number"),
    Text("业务", "Service"),
    Text("说明", "What"),
)
REMARK_HEADS = (Text("时间", "Time"), Text("工号", "By"), Text("备注", "Remark"))
VISITS = Text("到店", "Visits")
WORK_STATES = Text("工作状态", "Work states")
APPROVALS = Text("批准", "Approvals")
REFUSED = Text("批准被拒", "Approvals refused")
VISIT_HEADS = (
    Text("到店时间", "Came"),
    Text("窗口", "Window"),
    Text("柜员", "Teller"),
    Text("怎样结束", "How it ended"),
    Text("离开时间", "Left"),
)
SPELL_HEADS = (
    Text("从", "From"),
    Text("状态", "State"),
    Text("柜员", "Teller"),
    Text("到", "Until"),
)
APPROVAL_HEADS = (
    Text("申请时间", "Asked"),
    Text("事项", "What"),
    Text("受理编号", "Case number"),
    Text("申请人", "Asked by"),
    Text("结果", "Answer"),
    Text("批准人", "Answered by"),
)
OUTCOMES: Mapping[str, Text] = MappingProxyType(
    {
        "served": Text("办完", "Served"),
        "comes_back": Text("还要再来", "Comes back"),
        "left": Text("没办就走了", "Left"),
        "advised": Text("只咨询", "Advice only"),
        "": Text("还在窗口", "Still here"),
    }
)
MATTERS: Mapping[str, Text] = MappingProxyType(
    {
        "deferral": Text("容缺", "Deferred paper"),
        "continue_case": Text("接手同事的业务", "Going on with a colleague's case"),
        "late_reprint": Text("隔日补打", "Late reprint"),
        "cancel_completed": Text("取消已办结的业务", "Cancelling a completed case"),
        "against_advice": Text("劝阻后坚持要办", "Going on against advice"),
        "attempts": Text("密码重试", "Another try of the password"),
    }
)
ANSWERS: Mapping[str, Text] = MappingProxyType(
    {
        "asked": Text("没有答复", "No answer"),
        "granted": Text("批准", "Approved"),
        "refused": Text("拒绝", "Refused"),
    }
)

STATES: Mapping[str, Text] = MappingProxyType(
    {
        "completed": Text("办结", "Completed"),
        "open": Text("办理中", "In progress"),
        "parked": Text("挂起", "Parked"),
        "handed_over": Text("已转交", "Handed over"),
        "cancelled": Text("取消", "Cancelled"),
    }
)

LATE_OF = Text("补录，应急单 {paper}", "entered late, form {paper}")
OVERDUE = Text("过期 {days} 天", "{days} days overdue")
DUE_TODAY = Text("当天到期", "due that day")
NOT_HERE = Text("未签到，请转交", "not signed on: pass it on")

KINDS: Mapping[str, Text] = MappingProxyType(
    {
        "booking": Text("记账不明", "Booking unclear"),
        "originals": Text("原件未还", "Originals out"),
        "serial": Text("流水未填", "Serial missing"),
        "running": Text("办理中", "In progress"),
        "handed_over": Text("转交未接", "Handed over"),
        "parked": Text("挂起", "Parked"),
        "paper": Text("未打印", "Not printed"),
        "follow_up": Text("后续到期", "Follow-up due"),
    }
)

_EXCEPTIONS: Mapping[str, Text] = MappingProxyType(
    {
        "booking_unclear": Text("核心是否记账不明", "booking unclear"),
        "two_minds": Text("两处同时改过", "changed in two places"),
        "faults": Text("记录有问题", "faulty record"),
        "paper_failed": Text("单据没打出来", "paper failed"),
        "cancelled_after": Text("办结后取消", "cancelled after completion"),
        "serial_missing": Text("流水号未补", "serial missing"),
        "originals_out": Text("原件未还齐", "originals out"),
        "not_confirmed": Text("有项未核对", "not confirmed"),
        "approved": Text("经批准", "approved"),
        "deferred": Text("容缺", "deferred"),
        "reprinted": Text("补打过", "reprinted"),
        "corrected": Text("更正过", "corrected"),
        "cancelled": Text("取消", "cancelled"),
    }
)


def exceptions_told(codes: Sequence[str]) -> Text:
    """The exceptions of a case; a code without words stands as it is."""
    found = [_EXCEPTIONS.get(code, Text(code, code)) for code in codes]
    return Text("、".join(one.zh for one in found), ", ".join(one.en for one in found))
