"""The sentences of care for the customer: questions against fraud, forms, help, matters passed on."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CARE_SENTENCES = {
    "care_open": QT_TRANSLATE_NOOP("words", "进核心以前还有几句要问"),
    "care_unanswered": QT_TRANSLATE_NOOP("words", "还有 {count} 题没有问到"),
    "care_way_not_offered": QT_TRANSLATE_NOOP("words", "这笔业务不能这样处理，请另选"),
    "police_told_needed": QT_TRANSLATE_NOOP("words", "请记出警时间和警号"),
    "signed_notice_needed": QT_TRANSLATE_NOOP(
        "words", "坚持要办的，先打印提示书，请客户签名，客户联交给客户"
    ),
    "form_not_planned": QT_TRANSLATE_NOOP("words", "这笔业务没有这张签字单"),
    "unknown_call": QT_TRANSLATE_NOOP("words", "没有这次求助"),
    "unknown_post": QT_TRANSLATE_NOOP("words", "请写明转给哪个岗位"),
    "enquiry_told_needed": QT_TRANSLATE_NOOP("words", "请记机关、两名人员的证件号、文书和时间"),
    "way_on_needed": QT_TRANSLATE_NOOP("words", "核查不一致的，请选怎样接着办"),
}
"""By code, with `{names}`."""
