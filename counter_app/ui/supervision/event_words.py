"""The events of a replay in words: what happened, and on what evidence.

Owns the words of every kind of fact and of the codes inside it. Decides nothing; what is not known
here is shown by its code rather than left out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.domain.identity import IdentityKind
from counter_app.i18n import Language
from counter_app.services.replaying import ReplayEvent
from counter_app.ui.words.marks import listed
from counter_app.ui.words.sentences import paper_reason_words, part_words

Naming = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Wording:
    """How codes of this case are called: its lines and fields, its service, the staff.

    `teller` began the case: what the same person wrote names nobody.
    """

    language: Language
    item: Naming = str
    service: Naming = str
    staff: Naming = str
    teller: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What happened, and what it rests on; `evidence` may be empty."""

    what: str
    evidence: str = ""


WHAT: Mapping[str, object] = MappingProxyType(
    {
        "visit_started": QT_TRANSLATE_NOOP("events", "客户到 {window} 号窗口"),
        "person_present": QT_TRANSLATE_NOOP("events", "登记来人 {name}"),
        "identity_seen": QT_TRANSLATE_NOOP("events", "看过 {name} 的{paper}原件"),
        "visit_ended": QT_TRANSLATE_NOOP("events", "客户离开：{outcome}"),
        "case_started": QT_TRANSLATE_NOOP("events", "开始办理 {service}"),
        "case_started.late": QT_TRANSLATE_NOOP(
            "events", "补录 {service}，应急单 {paper}，{happened} {staff}"
        ),
        "parties_taken": QT_TRANSLATE_NOOP("events", "来办的人：{persons}"),
        "need_recorded": QT_TRANSLATE_NOOP("events", "问清需求：{fields}"),
        "document_checked": QT_TRANSLATE_NOOP("events", "{item}：{outcome}"),
        "checklist_decided": QT_TRANSLATE_NOOP("events", "材料清单 {required} 项，缺 {missing} 项"),
        "notice_given": QT_TRANSLATE_NOOP("events", "一次性告知，缺 {missing} 项"),
        "details_recorded": QT_TRANSLATE_NOOP("events", "填好：{fields}"),
        "detail_corrected": QT_TRANSLATE_NOOP("events", "{field} 由 {old} 改为 {new}"),
        "read_back_done": QT_TRANSLATE_NOOP(
            "events", "核对：确认 {confirmed}，更正 {corrected}，未确认 {not_confirmed}"
        ),
        "core_step_reached": QT_TRANSLATE_NOOP("events", "转到核心系统"),
        "core_serial_recorded": QT_TRANSLATE_NOOP("events", "核心流水号 {serial}"),
        "core_serial_recorded.late": QT_TRANSLATE_NOOP("events", "补核心流水号 {serial}"),
        "core_serial_put_off": QT_TRANSLATE_NOOP("events", "流水号稍后补"),
        "core_booking_answered": QT_TRANSLATE_NOOP("events", "核心记账：{answer}"),
        "core_authorisation_noted": QT_TRANSLATE_NOOP(
            "events", "核心授权：{authoriser}，{reference}，{at}"
        ),
        "value_sent_to_core": QT_TRANSLATE_NOOP("events", "送核心一栏"),
        "originals_returned": QT_TRANSLATE_NOOP("events", "归还原件 {count} 件"),
        "case_completed": QT_TRANSLATE_NOOP("events", "办结：{outcome}"),
        "paper_issued": QT_TRANSLATE_NOOP("events", "出单 {paper}"),
        "paper_sent": QT_TRANSLATE_NOOP("events", "{paper} 已送打印机"),
        "paper_failed": QT_TRANSLATE_NOOP("events", "{paper} 没打出来"),
        "paper_reprinted": QT_TRANSLATE_NOOP("events", "补打 {paper}，第 {copy_number} 份"),
        "copy_answered": QT_TRANSLATE_NOOP("events", "{paper} 第 {copy_number} 份：{answer}"),
        "identity_verified": QT_TRANSLATE_NOOP("events", "{check}：{result}"),
        "fraud_asked": QT_TRANSLATE_NOOP("events", "问清再办：问 {asked} 题，要留意 {alarms} 题"),
        "warning_signed": QT_TRANSLATE_NOOP("events", "给提示书 {paper}，客户没有签名"),
        "warning_signed.signed": QT_TRANSLATE_NOOP("events", "给提示书 {paper}，客户签了名"),
        "fraud_outcome_set": QT_TRANSLATE_NOOP("events", "问清后：{outcome}"),
        "list_replaced": QT_TRANSLATE_NOOP(
            "events", "{given_on} 的告知单不再认，改按 {edition} 版清单"
        ),
        "case_parked": QT_TRANSLATE_NOOP("events", "挂起"),
        "case_resumed": QT_TRANSLATE_NOOP("events", "{window} 号窗口继续办理"),
        "case_handed_over": QT_TRANSLATE_NOOP("events", "转交 {to_staff}"),
        "case_taken_over": QT_TRANSLATE_NOOP("events", "主管接管，交给 {to_staff}"),
        "override_withdrawn": QT_TRANSLATE_NOOP("events", "撤回批准申请"),
        "case_cancelled": QT_TRANSLATE_NOOP("events", "取消"),
        "case_noted": QT_TRANSLATE_NOOP("events", "备注：{text}"),
        "approval_quoted": QT_TRANSLATE_NOOP("events", "{approver} 批准{matter}"),
        "override_requested": QT_TRANSLATE_NOOP("events", "申请批准"),
        "override_granted": QT_TRANSLATE_NOOP("events", "主管批准"),
        "override_refused": QT_TRANSLATE_NOOP("events", "主管没有批准"),
    }
)

_CODES: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "visit_ended.outcome": {
            "served": QT_TRANSLATE_NOOP("events", "办完了"),
            "comes_back": QT_TRANSLATE_NOOP("events", "还要再来"),
            "left": QT_TRANSLATE_NOOP("events", "没办就走了"),
            "advised": QT_TRANSLATE_NOOP("events", "只咨询"),
        },
        "document_checked.outcome": {
            "seen": QT_TRANSLATE_NOOP("events", "原件已见"),
            "copied": QT_TRANSLATE_NOOP("events", "已见并复印"),
            "alternative": QT_TRANSLATE_NOOP("events", "用替代材料"),
            "refused": QT_TRANSLATE_NOOP("events", "没有收下"),
            "missing": QT_TRANSLATE_NOOP("events", "缺"),
            "deferred": QT_TRANSLATE_NOOP("events", "容缺后补"),
        },
        "fraud_outcome_set.outcome": {
            "proceed": QT_TRANSLATE_NOOP("events", "接着办"),
            "not_today": QT_TRANSLATE_NOOP("events", "今天不办"),
            "delayed": QT_TRANSLATE_NOOP("events", "改为延时到账"),
            "family": QT_TRANSLATE_NOOP("events", "请家人到场"),
            "police": QT_TRANSLATE_NOOP("events", "已联系警方"),
            "against_advice": QT_TRANSLATE_NOOP("events", "劝阻后坚持办理"),
        },
        "core_booking_answered.answer": {
            "booked": QT_TRANSLATE_NOOP("events", "已记账"),
            "not_booked": QT_TRANSLATE_NOOP("events", "没有记账"),
            "unclear": QT_TRANSLATE_NOOP("events", "不清楚"),
        },
        "case_completed.outcome": {
            "accepted": QT_TRANSLATE_NOOP("events", "已受理，后面还有事"),
            "done": QT_TRANSLATE_NOOP("events", "当场办完"),
            "declined": QT_TRANSLATE_NOOP("events", "不予受理"),
        },
        "approval_quoted.matter": {
            "deferral": QT_TRANSLATE_NOOP("events", "容缺"),
            "continue_case": QT_TRANSLATE_NOOP("events", "接手同事的业务"),
            "late_reprint": QT_TRANSLATE_NOOP("events", "隔日补打"),
            "cancel_completed": QT_TRANSLATE_NOOP("events", "取消已办结的业务"),
            "attempts": QT_TRANSLATE_NOOP("events", "密码重试"),
            "against_advice": QT_TRANSLATE_NOOP("events", "劝阻后坚持办理"),
        },
        "override_withdrawn.reason": {
            "answered_here": QT_TRANSLATE_NOOP("events", "已当场批准"),
            "not_needed": QT_TRANSLATE_NOOP("events", "不用批了"),
        },
        "copy_answered.answer": {
            "printed": QT_TRANSLATE_NOOP("events", "已打好，纸在手里"),
            "print_again": QT_TRANSLATE_NOOP("events", "送去打印"),
            "give_up": QT_TRANSLATE_NOOP("events", "不打了"),
        },
        "identity_verified.check": {
            "online": QT_TRANSLATE_NOOP("events", "联网核查"),
            "face": QT_TRANSLATE_NOOP("events", "人证一致"),
        },
        "identity_verified.result": {
            "agrees": QT_TRANSLATE_NOOP("events", "一致"),
            "no_photo": QT_TRANSLATE_NOOP("events", "没有照片"),
            "differs": QT_TRANSLATE_NOOP("events", "不一致"),
            "not_found": QT_TRANSLATE_NOOP("events", "查不到号码"),
            "no_answer": QT_TRANSLATE_NOOP("events", "系统没有回答"),
        },
        "identity_verified.way_on": {
            "card_reader": QT_TRANSLATE_NOOP("events", "读卡器再读"),
            "other_paper": QT_TRANSLATE_NOOP("events", "其他证件佐证"),
            "second_person": QT_TRANSLATE_NOOP("events", "请第二人看"),
            "proof_letter": QT_TRANSLATE_NOOP("events", "开核查结果证明"),
            "two_people": QT_TRANSLATE_NOOP("events", "双人手工审核"),
            "check_later": QT_TRANSLATE_NOOP("events", "事后补核"),
        },
        "detail_corrected.cause": {
            "read_back": QT_TRANSLATE_NOOP("events", "核对时客户更正"),
            "staff": QT_TRANSLATE_NOOP("events", "柜员更正"),
            "amendment": QT_TRANSLATE_NOOP("events", "办结后更正"),
        },
        "notice_given.manner": {
            "printed": QT_TRANSLATE_NOOP("events", "打印给客户"),
            "spoken": QT_TRANSLATE_NOOP("events", "只口头告知"),
        },
        "read_back_done.manner": {
            "oral": QT_TRANSLATE_NOOP("events", "口头核对"),
            "screen": QT_TRANSLATE_NOOP("events", "客户看屏核对"),
        },
    }
)

_ABSENT: Mapping[str, object] = MappingProxyType(
    {
        "elsewhere": QT_TRANSLATE_NOOP("events", "内容不在本机"),
        "erased": QT_TRANSLATE_NOOP("events", "内容已依法删除"),
        "unknown_kind": QT_TRANSLATE_NOOP("events", "由更新的程序写下，本机读不了"),
        "newer_version": QT_TRANSLATE_NOOP("events", "由更新的程序写下，本机读不了"),
        "unreadable": QT_TRANSLATE_NOOP("events", "这条记录读不出来"),
    }
)

_UNKNOWN = QT_TRANSLATE_NOOP("events", "一件本机叫不出名字的事")
_VALID_UNTIL = QT_TRANSLATE_NOOP("events", "有效期到 {day}")
_COMING_ON = QT_TRANSLATE_NOOP("events", "拟 {day} 来")
_REASON = QT_TRANSLATE_NOOP("events", "原因：{reason}")
_TERMINAL = QT_TRANSLATE_NOOP("events", "{number} 号终端")
_CUSTOMER = QT_TRANSLATE_NOOP("events", "客户本人")


_FORMS = ("late", "signed")
"""What is told in other words when it is so."""


def event_told(event: ReplayEvent, wording: Wording) -> Told:
    """One event as a line, with the line under it."""
    own = event.who == f"staff/{wording.teller}"
    who = "" if own else who_words(event.who, wording)
    if event.absence is not None:
        return Told(_say(_ABSENT.get(event.absence, _ABSENT["unreadable"])), who)
    template = WHAT.get(event.code)
    for form in _FORMS:
        if form in event.params:
            template = WHAT.get(f"{event.code}.{form}", template)
    if template is None:
        return Told(_say(_UNKNOWN), who)
    worded = _Worded(_params(event, wording))
    what = _say(template).format_map(worded).rstrip("：: ")
    return Told(what, "  ".join(one for one in (*_evidence(event, worded), who) if one))


def who_words(actor: str, wording: Wording) -> str:
    """Who wrote it: a person by name and number, the customer, or a terminal by itself."""
    kind, _slash, number = actor.partition("/")
    if kind == "staff":
        return wording.staff(number)
    if kind == "terminal":
        return _say(_TERMINAL).format(number=number)
    return _say(_CUSTOMER)


class _Worded(dict[str, str]):
    """Parameters in words; one that an event leaves out counts as nothing."""

    def __missing__(self, key: str) -> str:
        return "0" if key in ("confirmed", "corrected", "not_confirmed", "missing") else ""


def _params(event: ReplayEvent, wording: Wording) -> dict[str, str]:
    told = dict(event.params)
    for name, value in event.params.items():
        codes = _CODES.get(f"{event.code}.{name}")
        if codes is not None and value in codes:
            told[name] = _say(codes[value])
        elif (event.code, name) == ("paper_failed", "reason"):
            told[name] = paper_reason_words(value)
        elif (event.code, name) in _OF_AN_ITEM:
            item = event.params.get("item", "").partition("@")[0]
            code = f"{item}.{value}"
            worded = wording.item(code)
            told[name] = "" if worded == code else worded
        elif name in ("item", "field"):
            told[name] = wording.item(value)
        elif name == "fields":
            told[name] = listed(filter(None, map(wording.item, value.split("、"))))
        elif name == "persons":
            told[name] = listed(filter(None, map(_person, value.split("、"))))
        elif name == "paper" and value in set(IdentityKind):
            told[name] = IdentityKind(value).label.into(wording.language)
        elif name == "service":
            told[name] = wording.service(value)
        elif name in ("to_staff", "staff", "approver", "requester"):
            told[name] = wording.staff(value)
    return told


_OF_AN_ITEM = frozenset({("document_checked", "alternative"), ("document_checked", "reason")})
"""Codes that a line of the checklist gives words to: its alternatives, its reasons of refusal."""


def _person(told: str) -> str:
    part, _space, name = told.partition(" ")
    return f"{part_words(part)} {name}".strip()


def _evidence(event: ReplayEvent, worded: Mapping[str, str]) -> list[str]:
    """What an event rests on, in the order in which it is read."""
    lines: list[str] = []
    plain = {
        "visit_started": ("ticket",),
        "identity_seen": ("number",),
        "case_started": ("number",),
        "document_checked": ("alternative", "note"),
        "notice_given": ("manner", "replaces"),
        "detail_corrected": ("cause",),
        "identity_verified": ("way_on",),
        "read_back_done": ("manner",),
        "case_handed_over": ("note",),
        "fraud_outcome_set": ("note",),
        "approval_quoted": ("item", "comment"),
    }
    lines += [worded[name] for name in plain.get(event.code, ()) if worded.get(name)]
    if "valid_until" in worded and event.code != "notice_given":
        lines.append(_say(_VALID_UNTIL).format(day=worded["valid_until"]))
    if "coming_on" in worded:
        lines.append(_say(_COMING_ON).format(day=worded["coming_on"]))
    if worded.get("reason"):
        lines.append(_say(_REASON).format(reason=worded["reason"]))
    return lines


def _say(words: object) -> str:
    return QCoreApplication.translate("events", str(words))
