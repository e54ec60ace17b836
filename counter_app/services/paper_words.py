"""The fixed words of our papers' contents, in both languages.

Owns labels and sentences that every service shares. What a service says of itself comes from its
procedure; what stands on every sheet whatever it says (问谁, 补打) belongs to the layouts. `{names}`
are filled with `str.format`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from counter_app.domain.paper import PaperKind, Sentence
from counter_app.i18n import Text


def say(zh: str, en: str, large: tuple[str, str] | None = None) -> Sentence:
    """A sentence, with its shorter wording for large print where there is one."""
    return Sentence(Text(zh, en), Text(*large) if large else None)


TITLES: Mapping[PaperKind, Text] = MappingProxyType(
    {
        PaperKind.RECEIPT: Text("业务受理回执", "Service Receipt"),
        PaperKind.NEXT_STEPS: Text("后续事项告知单", "Next-step Notice"),
        PaperKind.ONE_TIME_NOTICE: Text("一次性告知单", "One-time Notice"),
        PaperKind.CONFIRMATION: Text("核对确认单", "Confirmation Sheet"),
        PaperKind.FORM: Text("签字单", "Form to Sign"),
    }
)
CUSTOMER_COPY = Text("客户联", "Customer copy")
BANK_COPY = Text("银行留存联", "Bank copy")
ENTERED_LATE = Text("（补录，应急单 {paper}）", " (entered late, form {paper})")
BEGUN_FROM_NOTICE = Text("，临时接办", ", provisional")
FROM_NOTICE = Text(
    "按一次性告知单临时接办，本机尚无原记录；原记录传到后并为一笔，编号以原受理编号为准。",
    "Taken up provisionally from a one-time notice; once the first record arrives both are one case "
    "under its first number.",
)
SEAL = Text("业务章", "Seal")
DISCLAIMER = Text(
    "本单仅证明受理及告知事项，不作为记账、收付款或权益凭证，以核心系统凭证为准。",
    "Proof of acceptance and advice only, not of booking, payment or title; the core voucher prevails.",
)

NAME = Text("姓名", "Name")
AGENT = Text("代理人", "Agent")
GUARDIAN = Text("监护人", "Guardian")
IDENTITY = Text("证件", "ID")
MOBILE = Text("手机", "Mobile")
ACCOUNT = Text("账户", "Account")
AMOUNT = Text("金额", "Amount")
DOCUMENTS = Text("材料", "Documents")
FEE = Text("费用", "Fee")
NO_FEE = Text("免收", "None")
APPROVED_BY = Text("批准", "Approved by")
CORE_REFERENCE = Text("核心流水号", "Core reference")
ACCEPTED = Text("受理", "Accepted")
ACCEPTED_VALUE = Text("{at}，{window}，柜员 {staff}", "{at}, {window}, teller {staff}")
ACCEPTED_LARGE = Text("{at}，{window}，{staff}", "{at}, {window}, {staff}")
WINDOW = Text("{window} 号窗口", "counter {window}")

CHECKED = Text("已核对", "checked")
CHECKED_RETURNED = Text("已核对，[[已还给您]]", "checked and [[returned to you]]")
COPIED_RETURNED = Text("已核对并复印，[[已还给您]]", "checked, copied and [[returned to you]]")
RETURNED = Text("[[已还给您]]", "[[returned]]")
KEPT = Text("已收下，不退还", "kept")
OWED = Text("[[还没交]]，{by}补来", "[[still to come]] {by}")

ANY_TIME = Text("随时", "Any time")
TODAY = Text("今天", "Today")
FROM_DAY = Text("{day}起", "from {day}")
FURTHER = Text("其他事项", "Also")
SEE_NEXT_STEPS = say(
    "看《后续事项告知单》，上面有每件事的日期。",
    "See the Next-step Notice: it has the date of each thing.",
    ("看《后续事项告知单》。", "See the Next-step Notice."),
)
PROVISIONAL = Text(
    "那一年的放假安排还没公布，日期可能调整。",
    "The holidays of that year are not announced yet, so the day may move.",
)
WE = Text("我们", "We")
YOU = Text("您", "You")

NOT_DONE = Text("{service}未能办理", "{service}: not done")
TAKEN_IN = Text("{service}已受理", "{service}: accepted")
RECEIPT_NOTE = say(
    "再来时报此编号或出示本单，已登记的内容不用重填。",
    "Show this number when you come back.",
    ("再来时报此编号，或带本单。", "Show this number when you come back."),
)

STILL_TO_DO = Text("{service}：还有 {count} 件事", "{service}: {count} still to do")
SHEET_OF = Text("（第 {sheet} 张，共 {sheets} 张）", " (sheet {sheet} of {sheets})")
GREETING = Text("{name}，您好。", "For {name}.")
HOW_TO_READ = Text(
    "按日期排好了：空格的由您来做，做完打勾；圆点的由我们做。",
    "In order of date: boxes are yours to do and tick, dots are ours.",
)
HOW_TO_READ_YOURS = Text(
    "按日期排好了，做完一件打一个勾。",
    "In order of date: tick each when it is done.",
)
REMEMBER = Text("请记住", "Remember")
NEXT_STEPS_NOTE = say(
    "办任何一件事，报此编号或出示本单。",
    "For any of these, show this number.",
)
EXPLAINED = Text("{at}，柜员 {staff} 讲解", "Explained {at}, teller {staff}")

STILL_MISSING = Text(
    "{service}：还缺 {count} 样，{by}带齐",
    "{service}: {count} missing, bring all {by}",
)
STILL_MISSING_LARGE = Text("还缺 {count} 样，{by}带齐", "{count} missing, bring all {by}")
ACTS_FOR = Text("{actor}替{holder}办。", "{actor} for {holder}.")
OF_AGE = Text("{name}（{age} 岁）", "{name} (aged {age})")
RELATED = Text("{name}（{relation}）", "{name} ({relation})")
LISTED_FOR = Text("按您 {day}来办列出。", "Worked out for {day}.")
SEEN = Text("已看过", "Seen")
BRING_ALL_AGAIN = Text("下次[[都要再带来]]。", "[[Bring all of it again.]]")
BRING_AGAIN = Text("下次[[还要再带来]]：{titles}。", "[[Bring again]]: {titles}.")
FILLED = Text(
    "当场填好的 {count} 份不用重填。",
    "What was filled in here ({count}) need not be filled in again.",
)
ORIGINAL = Text("，原件", ", original")
COPY = Text("，复印件", ", copy")
FILLED_HERE = Text("，当场填写", ", filled in here")
RAN_OUT = Text(
    "看过的这份有效期到{until}，来办那天已经过期。",
    "The one seen is valid until {until} only, not on the day of coming.",
)
WHEN_YOU_RETURN = Text("再来时", "On return")
ON_RETURN = say(
    "到窗口出示本单，已填的不用重填。过期要重新登记。",
    "Show this notice at the counter; nothing is filled in twice. After that day it lapses.",
)
NOTICE_NOTE = say(
    "本网点任一窗口报此编号即可接着办。",
    "Any counter of this branch goes on with it.",
)
LIST_FROM = Text("{day}起来办", "From {day} on")
WHOLE_LIST = Text("那时的清单：{titles}。", "The list then: {titles}.")
NEW_LIST_THEN = Text(
    "[[{day}起按这份清单办]]，之前来按上面的办。",
    "[[From {day} on this list counts]], before it the one above.",
)
STILL_HONOURED = Text(
    "[[{day}起凭本单仍按上面的办]]，到本单的日期为止。",
    "[[From {day} on this notice still counts as above]], up to its own day.",
)
CHANGED_SINCE = Text(
    "和上次告知不同（规则 {day}起改了）", "Other than told before (rules of {day})"
)
ADDED = Text("新要的：{what}。", "New: {what}.")
DROPPED = Text("不用了的：{what}。", "No longer needed: {what}.")
ASKED = Text("要多问的：{what}。", "Asked as well: {what}.")
CHANGED = Text("{title}：{what}。", "{title}: {what}.")
REPLACES = Text(
    "[[更正：替代{day}的告知单 {number}]]，那张请不要再用。",
    "[[Corrected: replaces notice {number} of {day}]], which please do not use any more.",
)
REPLACES_SPOKEN = Text(
    "[[更正：替代{day}口头告知的清单]]。",
    "[[Corrected: replaces the list told on {day}]].",
)
LATER_LIST = Text(
    "您 {day}来，请看下面那天起的清单。",
    "For {day} see the list below, from that day on.",
)
ORIGINAL_OF = Text("（原件）", " (original)")
COPY_OF = Text("（复印件）", " (copy)")
FILLED_OF = Text("（当场填写）", " (filled in here)")
NOTICE_BY = Text("{at}，{window}，{staff}", "{at}, {window}, {staff}")
CHECKLIST_RULES = Text(
    "依据：材料清单 {edition} 第 {items} 条",
    "Rules: checklist {edition}, items {items}",
)
COUNT_MISSING = Text("缺 {count} 样　", "{count} missing. ")

CONFIRMED_ALOUD = Text(
    "{at}，柜员逐项念给您听，您说“对”。证件和手机的完整号码当面核对，本单不印。",
    "{at}: each line was read to you and you said yes. Full numbers were checked with you and are "
    "not printed.",
)
CONFIRMED_ON_SCREEN = Text(
    "{at}，您在客户屏上逐项按了“无误”。证件和手机的完整号码在屏上核对，本单不印。",
    "{at}: you confirmed each line on the customer screen. Full numbers were checked there and are "
    "not printed.",
)
CORRECTED = Text("{at} 更正，柜员 {staff}", "corrected {at}, teller {staff}")
DECLARE = Text("我声明", "I declare")

FOR_HOLDER = Text("{service}（代{holder}）", "{service} (for {holder})")
SIGNATURES: Mapping[str, Text] = MappingProxyType(
    {
        "self": Text("客户签名", "Signature"),
        "agent": Text("代办人签名", "Agent's signature"),
        "guardian": Text("监护人签名", "Guardian's signature"),
    }
)
"""Who signs, by the way of coming."""
BLANK = Text("_" * 24, "_" * 24)
"""Where something is to be written by hand."""
SIGNERS: Mapping[str, Text] = MappingProxyType(
    {
        "holder": Text("本人签名", "Signature"),
        "agent": Text("代办人签名", "Agent's signature"),
        "guardian": Text("监护人签名", "Guardian's signature"),
    }
)
"""Who signs a form that names its signer."""
SECONDS: Mapping[str, Text] = MappingProxyType(
    {
        "teller": Text("柜员签名", "Teller's signature"),
        "supervisor": Text("主管签名", "Supervisor's signature"),
        "other_guardian": Text("另一监护人签名", "Other guardian's signature"),
    }
)
"""Who signs a form beside."""
