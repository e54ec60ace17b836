"""Names of persons: kept exactly as on the ID, compared by a folded form.

Owns which signs a name may have, its length in code points, its search key and its surname. Must not
change a sign of what is stored: no NFKC, no case, rare characters and private-use ones as they come.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from counter_app.domain.refusal import Refusal

LONGEST_NAME = 80
"""In code points; the longest names on papers are Latin ones of foreigners."""
MIDDLE_DOT = "·"

_DOTS = "·•.．・‧∙⋅●･᛫"
_APOSTROPHES = "'’‘ʼ"
_HYPHENS = "-‐‑‒–−"
_OTHER_SIGNS = frozenset(" .,()（）" + _DOTS + _APOSTROPHES + _HYPHENS)

_FIRM_SIGNS = frozenset("&＆+/“”《》〈〉[]【】")

_COMPOUND_SURNAMES = frozenset(
    (
        *("欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人"),
        *("夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶"),
        *("太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于"),
        *("司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良"),
        *("漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里"),
        *("呼延", "东郭", "南门", "羊舌", "微生", "梁丘", "左丘", "东门", "西门", "第五"),
        *("歐陽", "諸葛", "尉遲", "鍾離", "長孫"),
    )
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name that passed. `shown` is what is stored, printed and read out."""

    shown: str

    @property
    def key(self) -> str:
        """What names are compared and searched by."""
        return search_key(self.shown)


def check_name(raw: str) -> PersonName | Refusal:
    """A typed name without the spaces around it; or why it cannot be one.

    Letters of every script are taken, unassigned and private-use characters too (older systems hold
    rare characters there); digits, line breaks and invisible signs are not.
    """
    return _checked(raw, _may_stand_in_a_name)


def check_organisation_name(raw: str) -> PersonName | Refusal:
    """The registered name of an organisation: digits and the signs of firms may stand in it too."""
    return _checked(raw, lambda sign: _may_stand_in_a_name(sign) or _of_a_firm(sign))


def _checked(raw: str, may_stand: Callable[[str], bool]) -> PersonName | Refusal:
    shown = raw.strip()
    if not shown:
        return Refusal("name_empty")
    if len(shown) > LONGEST_NAME:
        return Refusal("name_too_long", {"longest": LONGEST_NAME, "actual": len(shown)})
    for sign in shown:
        if not may_stand(sign):
            return Refusal("name_sign", {"sign": f"U+{ord(sign):04X}"})
    if not any(_is_letter(sign) for sign in shown):
        return Refusal("name_without_letter")
    return PersonName(shown)


def search_key(name: str) -> str:
    """Dots of all kinds as one, full-width and accented Latin as plain small letters, no spaces.

    Han characters stay what they are: compatibility forms fold together different surnames.
    """
    plain = "".join(_without_accents(sign) for sign in name)
    return "".join(_one_of_its_kind(sign) for sign in plain if not sign.isspace())


def surname(name: str) -> str:
    """The surname of a Chinese name: two characters for a compound one, else the first.

    Empty where the order is not Chinese: a name with a middle dot, or in another script.
    """
    if not name or any(sign in _DOTS for sign in name) or not _is_han(name[0]):
        return ""
    compound = name[:2]
    return compound if compound in _COMPOUND_SURNAMES and len(name) > 2 else name[0]


def _without_accents(sign: str) -> str:
    if _is_han(sign) or _is_private(sign):
        return sign
    # Twice, because a capital's small form can itself carry an accent.
    small = unicodedata.normalize("NFKD", sign).casefold()
    parts = unicodedata.normalize("NFKD", small)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _one_of_its_kind(sign: str) -> str:
    if sign in _DOTS:
        return MIDDLE_DOT
    if sign in _APOSTROPHES:
        return "'"
    return "-" if sign in _HYPHENS else sign


def _may_stand_in_a_name(sign: str) -> bool:
    return sign in _OTHER_SIGNS or _is_letter(sign) or unicodedata.category(sign).startswith("M")


def _of_a_firm(sign: str) -> bool:
    return sign in _FIRM_SIGNS or unicodedata.category(sign) == "Nd"


def _is_letter(sign: str) -> bool:
    # Python's tables may be older than a character: unassigned ones are letters that came later.
    return unicodedata.category(sign) in {"Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "Co", "Cn"}


def _is_private(sign: str) -> bool:
    return unicodedata.category(sign) in {"Co", "Cn"}


def _is_han(sign: str) -> bool:
    code = ord(sign)
    return (
        0x3400 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFD
        or sign == "〇"
    )
