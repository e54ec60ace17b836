"""What an approval is about, in words: its matter and the evidence beside it. Pure."""

from PySide6.QtCore import QCoreApplication

from counter_app.services.handling_results import OverrideNeeded
from counter_app.ui.widgets.checklist_row import Fact

translate = QCoreApplication.translate


def matter_words(matter: str) -> str:
    """What is asked for."""
    return {
        "deferral": translate("approvals", "这份材料容缺，后补"),
        "continue_case": translate("approvals", "接着办同事手里的业务"),
        "late_reprint": translate("approvals", "过了当天再补打"),
        "cancel_completed": translate("approvals", "取消已办结的业务"),
        "against_advice": translate("approvals", "劝阻后客户坚持要办"),
        "attempts": translate("approvals", "密码连错多次，放行"),
    }[matter]


def evidence_facts(needed: OverrideNeeded) -> list[Fact]:
    """The evidence, each piece with its name."""
    names = {
        "deferral": (
            translate("approvals", "材料"),
            translate("approvals", "为什么要"),
            translate("approvals", "后补期限"),
            translate("approvals", "依据"),
        ),
        "continue_case": (
            translate("approvals", "受理编号"),
            translate("approvals", "在谁手里"),
            translate("approvals", "窗口"),
            translate("approvals", "从何时起"),
            translate("approvals", "接管原因"),
        ),
        "cancel_completed": (
            translate("approvals", "受理编号"),
            translate("approvals", "取消原因"),
        ),
        "against_advice": (
            translate("approvals", "受理编号"),
            translate("approvals", "要留意的回答"),
            translate("approvals", "客户签名的提示书"),
        ),
        "late_reprint": (
            translate("approvals", "单据编号"),
            translate("approvals", "开出日期"),
            translate("approvals", "已打份数"),
            translate("approvals", "补打原因"),
        ),
    }.get(needed.matter, ())
    facts = []
    for number, words in enumerate(needed.evidence):
        name = names[number] if number < len(names) else ""
        if words:
            facts.append(Fact(name, words))
    return facts
