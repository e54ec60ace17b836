"""Initials and readings of Chinese words and names, for search by keys.

A name is found under every reading of its surname: a teller types what the customer says. Words of
the trade that a general table reads wrongly are corrected here. The library loads slowly and is
imported when first used.
"""

from collections.abc import Iterable
from functools import lru_cache

SURNAMES: dict[str, tuple[str, ...]] = {
    "单": ("shan",), "仇": ("qiu",), "曾": ("zeng",), "区": ("ou",), "查": ("zha",),
    "朴": ("piao", "pu"), "盖": ("ge", "gai"), "翟": ("zhai", "di"), "乐": ("yue", "le"),
    "缪": ("miao",), "覃": ("qin", "tan"), "解": ("xie",), "任": ("ren",), "冼": ("xian",),
    "华": ("hua",), "重": ("chong",), "秘": ("bi",), "种": ("chong",), "员": ("yun",),
    "折": ("she",), "洗": ("xian",), "繁": ("po",), "俞": ("yu",), "尉": ("wei", "yu"),
    "万": ("wan",), "黑": ("he", "hei"), "召": ("shao",), "燕": ("yan",), "幺": ("yao",),
    "那": ("na",), "柏": ("bai",), "卜": ("bu",), "晟": ("cheng",), "谌": ("chen", "shen"),
    "褚": ("chu",), "都": ("du",), "干": ("gan",), "葛": ("ge",), "句": ("gou",), "过": ("guo",),
    "哈": ("ha",), "纪": ("ji",), "靳": ("jin",), "隽": ("juan",), "阚": ("kan",), "令": ("ling",),
    "娄": ("lou",), "麦": ("mai",), "宁": ("ning",), "戚": ("qi",), "瞿": ("qu",), "撒": ("sa",),
    "沙": ("sha",), "石": ("shi",), "眭": ("sui",), "佟": ("tong",), "危": ("wei",), "相": ("xiang",),
    "肖": ("xiao",), "幸": ("xing",), "应": ("ying",), "於": ("yu",), "臧": ("zang",), "长": ("zhang",),
    "祭": ("zhai", "ji"), "中": ("zhong",), "訾": ("zi",), "仉": ("zhang",), "尹": ("yin",),
}  # fmt: skip
"""Surnames whose common reading is not their reading as a surname, or which have two."""

COMPOUND_SURNAMES: dict[str, tuple[str, str]] = {
    "万俟": ("mq", "moqi"), "尉迟": ("yc", "yuchi"), "单于": ("cy", "chanyu"),
    "长孙": ("zs", "zhangsun"), "澹台": ("tt", "tantai"), "宰父": ("zf", "zaifu"),
    "欧阳": ("oy", "ouyang"), "令狐": ("lh", "linghu"), "司马": ("sm", "sima"),
    "诸葛": ("zg", "zhuge"), "上官": ("sg", "shangguan"), "皇甫": ("hf", "huangfu"),
}  # fmt: skip

WORDS: dict[str, str] = {
    "重置": "cz", "重开": "ck", "重打": "cd", "重印": "cy", "长治": "cz", "行内": "hn", "银行": "yh",
    "支行": "zh", "分行": "fh", "本行": "bh", "同行": "th", "跨行": "kh", "他行": "th", "行号": "hh",
    "调整": "tz", "调额": "te", "调查": "dc", "会计": "kj", "存折": "cz", "折旧": "zj", "打折": "dz",
    "兑换": "dh", "解限": "jx", "解冻": "jd", "结清": "jq", "长期": "cq", "限额": "xe", "还款": "hk",
    "退还": "th", "还有": "hy", "便民": "bm", "便宜": "py", "教育": "jy", "数字": "sz", "参加": "cj",
    "人参": "rs", "差额": "ce", "差错": "cc", "出差": "cc", "单位": "dw", "存单": "cd", "账单": "zd",
    "对账": "dz", "应付": "yf", "应收": "ys", "供应": "gy", "相符": "xf", "相片": "xp", "处理": "cl",
    "处所": "cs", "传真": "cz", "给付": "jf", "供给": "gj", "假币": "jb", "假期": "jq", "降低": "jd",
    "强制": "qz", "曾用": "cy", "零头": "lt", "种类": "zl", "中签": "zq", "转账": "zz", "转存": "zc",
    "着急": "zj", "藏族": "zz", "收藏": "sc", "率先": "sx", "利率": "ll", "汇率": "hl", "费率": "fl",
}  # fmt: skip
"""Initials of words of the trade, where one sign has several readings."""


def initials(text: str) -> str:
    """The first letters of each sign's reading, lower case; Latin letters and digits stay.

    `重置密码` gives `czmm`. Signs that have no reading are left out.
    """
    out: list[str] = []
    at = 0
    while at < len(text):
        word = text[at : at + 2]
        if word in WORDS:
            out.append(WORDS[word])
            at += 2
        else:
            out.append(_letter(text[at]))
            at += 1
    return "".join(out)


def name_readings(name: str) -> tuple[str, ...]:
    """The initials of a name under every reading of its surname, and the whole readings.

    `单小明` gives `sxm` and `shanxiaoming`.
    """
    compound = COMPOUND_SURNAMES.get(name[:2])
    rest = name[2:] if compound else name[1:]
    tail = "".join(_first(_readings(sign)) for sign in rest)
    heads = (
        [compound]
        if compound
        else [(reading[:1], reading) for reading in SURNAMES.get(name[:1]) or _readings(name[:1])]
    )
    found = [
        whole for letters, reading in heads for whole in (letters + initials(rest), reading + tail)
    ]
    return tuple(dict.fromkeys(one for one in found if one))


def _letter(sign: str) -> str:
    if sign.isascii():
        return sign.lower() if sign.isalnum() else ""
    return _first(_readings(sign))[:1]


def _first(readings: Iterable[str]) -> str:
    return next(iter(readings), "")


@lru_cache(maxsize=8_192)  # the library takes thirty microseconds a sign, and names share signs
def _readings(sign: str) -> tuple[str, ...]:
    """Every reading of one sign, the commonest first."""
    if sign.isascii():
        return (sign.lower(),) if sign.isalnum() else ()
    from pypinyin import Style, pinyin  # loaded late: it costs a sixth of a second at start

    found = pinyin(sign, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(dict.fromkeys(found[0])) if found else ()
