"""Plain cases of the counter's traffic: an adult in person, for a child or for a firm, all in hand.

Owns the answers alone, by the procedure's own field ids. A choice is named by its option, a date is as
it is typed. What is not named here is left as the desk offers it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from counter_app.i18n import Text
from counter_app.rehearsal.demo_branch import FIRM


@dataclass(frozen=True, slots=True)
class PlainCase:
    """What is typed to find the service, and what the customer answers.

    An express one is served in the strip. `ward` is the child, by number and name, for whom the
    customer comes as guardian; `firm`, by credit code and name, the one that he comes for.
    """

    code: str
    title: Text
    answers: Mapping[str, str]
    express: bool = False
    ward: tuple[str, str] | None = None
    firm: tuple[str, str] | None = None


def _case(code: str, zh: str, en: str, **answers: str) -> PlainCase:
    return PlainCase(code, Text(zh, en), MappingProxyType(answers))


def _express(code: str, zh: str, en: str, **answers: str) -> PlainCase:
    return replace(_case(code, zh, en, **answers), express=True)


_CARD = {"account_last4": "4417"}
PHONE = "13800138000"
"""The customer's, where a service asks for one and reception did not."""

PLAIN_CASES: tuple[PlainCase, ...] = (
    _express("xjck", "现金存款", "cash in", amount="3000", **_CARD),
    _express("xjqk", "现金取款", "cash out", amount="3000", **_CARD),
    _express("zhls", "账户流水", "statement", **_CARD),
    _express("czhz", "存折补登", "passbook", **_CARD),
    _express(
        "zzhk",
        "转账汇款",
        "transfer",
        amount="800",
        payee_name="王建国",
        payee_last4="9021",
    ),
    _express("xxgx", "身份信息更新", "identity update"),
    _express("120", "吞卡领取", "swallowed card", machine="03", **_CARD),
    _express("lcdh", "零钞兑换", "small change", amount="500"),
    _express("122", "残损币兑换", "damaged notes", face_value="100", paid="100"),
    replace(
        _express(
            "dgdzd",
            "对公回单和明细",
            "company statement",
            from_day="20261101",
            to_day="20261123",
            **_CARD,
        ),
        firm=(FIRM.number, FIRM.name),
    ),
    _case(
        "dqkl",
        "定期存款",
        "time deposit",
        amount="10000",
        term="one",
        rate="0.95%",
        rollover="none",
        **_CARD,
    ),
    _case(
        "tqzq",
        "提前支取",
        "early withdrawal",
        kind="certificate",
        amount="10000",
        due_on="20270301",
        interest_less="78.50",
        into_last4="4417",
    ),
    _case(
        "grkh",
        "个人开户",
        "personal account",
        account_class="class_one",
        occupation="employee",
        address="东城区东大街18号院2号楼301室",
        purpose="wages",
        channels="counter_only",
        phone="13900001234",
    ),
    replace(
        _case(
            "wcnkh",
            "未成年人开户",
            "minor's account",
            account_class="class_one",
            guardian_relation="parent",
            occupation="student",
            address="东城区东大街18号院2号楼301室",
            purpose="saving",
            guardian_phone="13900001234",
        ),
        ward=("110105201803150015", "张小满"),
    ),
    _case(
        "107",
        "挂失",
        "lost card",
        report_kind="written",
        stolen="no",
        lost_on="20261120",
        **_CARD,
    ),
    _case("bhk", "补换卡", "replacement", cause="expired", new_last4="8806", **_CARD),
    _case("mmcz", "密码重置", "password", **_CARD),
    _case("sjhbg", "手机号变更", "phone update", new_phone="13900002222"),
    _case(
        "sjyh", "手机银行", "mobile banking", bound_phone="13812345678", daily_limit="5000", **_CARD
    ),
)
"""The services whose presses the tour counts, the express ones first."""
