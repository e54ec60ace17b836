"""Why signing on was refused, in words. Light: reads no use case.

What is said here is short, for it stands under a field with the number above it, and never repeats a
number that nobody has. It goes before the same code elsewhere; the rest is said as on every page.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.ui.signon.asked import Refused
from counter_app.ui.words.table import SENTENCES

CLOCK_CODES = frozenset({"jumped_back", "jumped_ahead"})
"""A person has to look at the date first."""

AWAY_CODE = "away_too_long"
"""A supervisor has to stand beside."""

BESIDE_CODES = frozenset(
    {"not_allowed", "approver_is_requester", "account_closed", "password_to_change"}
)
"""Another supervisor is needed."""

_OWN: Mapping[str, object] = MappingProxyType(
    {
        "unknown_staff": QT_TRANSLATE_NOOP("signon", "没有这个工号，请核对"),
        "password_wrong": QT_TRANSLATE_NOOP("signon", "密码不对，还可再试 {left} 次"),
        "locked_out": QT_TRANSLATE_NOOP("signon", "密码连错多次，请运营主管来放行"),
        "account_left": QT_TRANSLATE_NOOP("signon", "这个工号已停用，请找系统管理员"),
        "no_password": QT_TRANSLATE_NOOP("signon", "这个工号还没有密码，请系统管理员设"),
        "password_elsewhere": QT_TRANSLATE_NOOP(
            "signon", "密码不是在本机设的，请系统管理员在本机重设"
        ),
        "verifier_damaged": QT_TRANSLATE_NOOP("signon", "本机核对不了密码，请系统管理员重设"),
        "moved": QT_TRANSLATE_NOOP("signon", "刚才别处也在登记，请再按一次"),
        "not_allowed": QT_TRANSLATE_NOOP("signon", "这个工号没有这个权限，请运营主管来"),
        "duties_apart_on_a_day": QT_TRANSLATE_NOOP(
            "signon", "今天做过不相容的岗位，请另一位运营主管来"
        ),
        "approver_is_requester": QT_TRANSLATE_NOOP("signon", "不能给自己放行，请另一位运营主管来"),
        "jumped_back": QT_TRANSLATE_NOOP(
            "signon", "本机时间是 {shown}，比最后一笔记录早。请对照墙上的钟和日历"
        ),
        "jumped_ahead": QT_TRANSLATE_NOOP(
            "signon", "本机时间是 {shown}，比最后一笔记录晚很多。请对照墙上的钟和日历"
        ),
    }
)
_UNKNOWN = QT_TRANSLATE_NOOP("signon", "现在不能登录（{code}）")


def sentence(refused: Refused) -> str:
    """What to do now."""
    if refused.code in _OWN:
        words = QCoreApplication.translate("signon", str(_OWN[refused.code]))
    elif refused.code in SENTENCES:
        words = QCoreApplication.translate("words", str(SENTENCES[refused.code]))
    else:
        return QCoreApplication.translate("signon", str(_UNKNOWN)).format(code=refused.code)
    return words.format(**refused.params)
