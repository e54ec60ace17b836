"""What a quarantined entry says, in words: as the replay tells it, and the kinds no replay tells.

Owns the words of those kinds only. A kind of a newer program says that this one cannot read it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.services.in_quarantine import Waiting
from counter_app.ui.supervision.event_words import Told, Wording, event_told
from counter_app.ui.words.marks import led

OTHER_KINDS: Mapping[str, object] = MappingProxyType(
    {
        "journal_opened": QT_TRANSLATE_NOOP("branch", "打开一本日志"),
        "branch_founded": QT_TRANSLATE_NOOP("branch", "建立网点"),
        "clock_jump_confirmed": QT_TRANSLATE_NOOP("branch", "确认日期"),
        "version_proposed": QT_TRANSLATE_NOOP("branch", "装入一份规程，等启用"),
        "version_published": QT_TRANSLATE_NOOP("branch", "启用一份规程"),
        "staff_registered": QT_TRANSLATE_NOOP("branch", "登记人员"),
        "role_granted": QT_TRANSLATE_NOOP("branch", "给岗位"),
        "role_ended": QT_TRANSLATE_NOOP("branch", "收回岗位"),
        "password_set": QT_TRANSLATE_NOOP("branch", "设密码"),
        "staff_left": QT_TRANSLATE_NOOP("branch", "停用账号"),
        "signed_on": QT_TRANSLATE_NOOP("branch", "签到"),
        "sign_on_refused": QT_TRANSLATE_NOOP("branch", "没有签到成"),
        "attempts_forgiven": QT_TRANSLATE_NOOP("branch", "准许再试密码"),
        "signed_off": QT_TRANSLATE_NOOP("branch", "签退"),
        "terminal_locked": QT_TRANSLATE_NOOP("branch", "锁屏"),
        "terminal_unlocked": QT_TRANSLATE_NOOP("branch", "解锁"),
        "work_state_set": QT_TRANSLATE_NOOP("branch", "离开键盘办事"),
        "work_state_ended": QT_TRANSLATE_NOOP("branch", "回到键盘"),
        "number_shown": QT_TRANSLATE_NOOP("branch", "看过一个完整号码"),
        "customer_registered": QT_TRANSLATE_NOOP("branch", "登记一位客户"),
        "customer_amended": QT_TRANSLATE_NOOP("branch", "更改客户资料"),
        "customers_joined": QT_TRANSLATE_NOOP("branch", "把两份客户资料并成一位"),
        "follow_up_set": QT_TRANSLATE_NOOP("branch", "记下后续事项"),
        "follow_up_done": QT_TRANSLATE_NOOP("branch", "后续事项办好"),
        "follow_up_reassigned": QT_TRANSLATE_NOOP("branch", "后续事项转给别人"),
        "hand_over_asked": QT_TRANSLATE_NOOP("branch", "请同事转交业务"),
        "hand_over_answered": QT_TRANSLATE_NOOP("branch", "答复转交"),
        "help_asked_silently": QT_TRANSLATE_NOOP("branch", "静默求助"),
        "help_answered": QT_TRANSLATE_NOOP("branch", "答复求助"),
        "referred_on": QT_TRANSLATE_NOOP("branch", "转给专人处理"),
        "police_contacted": QT_TRANSLATE_NOOP("branch", "联系警方"),
        "enquiry_received": QT_TRANSLATE_NOOP("branch", "有权机关持文书来"),
        "window_closed": QT_TRANSLATE_NOOP("branch", "窗口日终"),
        "window_reopened": QT_TRANSLATE_NOOP("branch", "窗口日终后又办"),
        "day_noted": QT_TRANSLATE_NOOP("branch", "当日备注"),
        "day_signed_off": QT_TRANSLATE_NOOP("branch", "日终签字"),
        "day_reopened": QT_TRANSLATE_NOOP("branch", "签字后又有变动"),
        "fallback_form_given": QT_TRANSLATE_NOOP("branch", "发出应急单"),
        "fallback_form_entered": QT_TRANSLATE_NOOP("branch", "补录一张应急单"),
        "file_exported": QT_TRANSLATE_NOOP("branch", "导出文件"),
        "export_failed": QT_TRANSLATE_NOOP("branch", "文件没有导出成"),
        "terminal_admitted": QT_TRANSLATE_NOOP("branch", "接纳一台终端"),
        "terminal_key_countersigned": QT_TRANSLATE_NOOP("branch", "为一台终端的签名作保"),
        "terminal_revoked": QT_TRANSLATE_NOOP("branch", "作废一台终端"),
        "journal_followed": QT_TRANSLATE_NOOP("branch", "在新日志里接着办"),
        "body_erased": QT_TRANSLATE_NOOP("branch", "依法删除"),
        "backup_made": QT_TRANSLATE_NOOP("branch", "做了备份"),
        "backup_tried": QT_TRANSLATE_NOOP("branch", "试过备份"),
        "backup_restored": QT_TRANSLATE_NOOP("branch", "从备份恢复"),
        "fork_found": QT_TRANSLATE_NOOP("branch", "发现账本分岔"),
        "fact_entered_again": QT_TRANSLATE_NOOP("branch", "隔离的一条照记"),
        "fact_dropped_by_name": QT_TRANSLATE_NOOP("branch", "隔离的一条不算"),
    }
)
"""Facts that are of no case and no visit, by kind."""

_SUBJECTS: Mapping[str, object] = MappingProxyType(
    {
        "visit": QT_TRANSLATE_NOOP("branch", "来访"),
        "customer": QT_TRANSLATE_NOOP("branch", "客户资料"),
        "followup": QT_TRANSLATE_NOOP("branch", "后续事项"),
        "override": QT_TRANSLATE_NOOP("branch", "批准"),
        "case": QT_TRANSLATE_NOOP("branch", "一笔业务"),
    }
)
_NONE = QT_TRANSLATE_NOOP("branch", "不属于业务")


def said_words(waiting: Waiting, wording: Wording) -> Told:
    """What the entry said, and what it rests on; who said it stands beside."""
    words = OTHER_KINDS.get(waiting.losing.kind)
    if words is None or waiting.event.absence is not None:
        told = event_told(waiting.event, wording)
        return told if words is None else Told(led(_say(words), told.what), told.evidence)
    return Told(_say(words))


def business_words(waiting: Waiting) -> str:
    """The number of the case, or what it is of."""
    kind = waiting.losing.subject.partition("/")[0]
    return waiting.number or _say(_SUBJECTS.get(kind, _NONE))


def _say(words: object) -> str:
    return QCoreApplication.translate("branch", str(words))
