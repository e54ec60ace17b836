"""What is damaged, what was saved and what was not, in plain words.

Owns the sentences of pages and of the file that is kept beside the damaged store. Decides nothing.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.domain.refusal import Refusal
from counter_app.ui.damaged.told import DamageTold, Finding, MendedTold

translate = QCoreApplication.translate

_HEADS: Mapping[str, object] = MappingProxyType(
    {
        "behind": QT_TRANSLATE_NOOP("damaged", "本机数据文件少了已经存好的记录"),
        "missing": QT_TRANSLATE_NOOP("damaged", "本机数据文件不见了"),
    }
)
_HEAD = QT_TRANSLATE_NOOP("damaged", "本机数据文件有损坏")

_PLACES: Mapping[str, object] = MappingProxyType(
    {
        "page": QT_TRANSLATE_NOOP("damaged", "数据文件第 {place} 页的内容被改动过，或者没有写全"),
        "unreadable": QT_TRANSLATE_NOOP("damaged", "数据文件读不下去（{place}）"),
        "structure": QT_TRANSLATE_NOOP("damaged", "数据文件的内部结构乱了（{place}）"),
        "schema": QT_TRANSLATE_NOOP("damaged", "数据文件的结构和本程序的不同（{place}）"),
        "chain": QT_TRANSLATE_NOOP("damaged", "第 {place} 条记录和前后接不上，可能被人改过"),
        "content": QT_TRANSLATE_NOOP("damaged", "存下的单据内容变了（{place}）"),
        "rows": QT_TRANSLATE_NOOP("damaged", "清单里的 {place} 和记录不一致"),
        "behind": QT_TRANSLATE_NOOP("damaged", "第 {place} 条记录已经存好过，文件里却没有"),
        "no_witness": QT_TRANSLATE_NOOP("damaged", "旁边的核对文件 {place} 不在，或者读不出来"),
        "missing": QT_TRANSLATE_NOOP("damaged", "文件夹里没有 {place}"),
        "nothing": QT_TRANSLATE_NOOP("damaged", "再次查过，没有发现损坏，请按“再打开一次”"),
    }
)
_PLACE = QT_TRANSLATE_NOOP("damaged", "{place}（{code}）")
_BY_NUMBER = frozenset(("chain", "behind"))
_SHOWN_OF_A_HASH = 12


_STEPS: Mapping[str, object] = MappingProxyType(
    {
        "newer": QT_TRANSLATE_NOOP(
            "damaged",
            "数据是程序 {detail} 版写的，本机是 {program} 版。装上 {detail} 版或更新的，再打开",
        ),
        "full": QT_TRANSLATE_NOOP(
            "damaged", "请删去或移走这个磁盘上别的文件，再打开。本程序的文件夹 {folder} 不要动"
        ),
        "disk": QT_TRANSLATE_NOOP(
            "damaged", "请看磁盘有没有接好、这个用户能不能写 {folder}，再打开"
        ),
        "home_held": QT_TRANSLATE_NOOP("damaged", "请到已经开着的窗口去，或关掉它再打开这里"),
        "not_founded": QT_TRANSLATE_NOOP("damaged", "首次设置没有做完。请系统管理员来看 {folder}"),
    }
)
_KEY_STEP = QT_TRANSLATE_NOOP(
    "damaged", "请取来恢复单，运行 main.py recover --home {folder}，照单输入，再打开"
)
_STEP = QT_TRANSLATE_NOOP("damaged", "请系统管理员来看 {folder}，再打开")


def step_words(refusal: Refusal, folder: str) -> str:
    """What to do about a home that does not open and is not damaged."""
    words = _KEY_STEP if refusal.code.startswith("key_") else _STEPS.get(refusal.code, _STEP)
    params = {name: str(value) for name, value in refusal.params.items()}
    return _say(words).format(**{"detail": "?", "program": "?", **params, "folder": folder})


def look_words() -> str:
    """What stays above all pages of a look."""
    return translate("damaged", "数据文件有损坏，只看不写。这里是副本和完好的记录，坏了的不在里面")


def head_words(code: str) -> str:
    """The heading of the page."""
    return _say(_HEADS.get(code, _HEAD))


def place_words(finding: Finding) -> str:
    """Where it is broken. A record is named by its number alone, for this PC writes one journal."""
    place = finding.place
    if finding.code in _BY_NUMBER:
        place = place.rpartition(":")[2]
    elif finding.code == "content":
        place = place[:_SHOWN_OF_A_HASH]
    return _say(_PLACES.get(finding.code, _PLACE)).format(place=place, code=finding.code)


def damage_words(told: DamageTold) -> str:
    """The first broken place, and how many more there are."""
    if told.first is None:
        return translate("damaged", "正在查哪里坏了，可以先看，也可以直接接着用")
    first = place_words(told.first)
    if told.count < 2:
        return first
    return translate("damaged", "{first}。一共 {count} 处").format(first=first, count=told.count)


def copy_words(told: DamageTold) -> str:
    """Which copy there is."""
    if told.first is None:
        return translate("damaged", "正在查")
    if told.copy_day is None:
        return translate("damaged", "没有可用的副本，只能用文件里完好的部分")
    return translate("damaged", "{day} 做的副本，核对过，是好的").format(day=told.copy_day)


def saved_words(told: MendedTold) -> str:
    """What is here again."""
    if told.copy_day is None:
        return translate("damaged", "从坏文件里取出 {taken} 条记录").format(taken=told.taken)
    return translate("damaged", "{day} 的副本 {copied} 条，坏文件里完好的 {taken} 条").format(
        day=told.copy_day, copied=told.copied, taken=told.taken
    )


def unsaved_lines(told: MendedTold) -> list[str]:
    """What is not, by name; one line each."""
    lines = [translate("damaged", "业务 {number}").format(number=number) for number in told.numbers]
    for gap in told.gaps:
        count = gap.last - gap.first + 1
        words = translate("damaged", "第 {first} 条到第 {last} 条记录，共 {count} 条")
        if count == 1:
            words = translate("damaged", "第 {first} 条记录")
        lines.append(words.format(first=gap.first, last=gap.last, count=count))
    lines += [
        translate("damaged", "第 {seq} 条记录：记下了有这回事，内容没有了").format(seq=seq)
        for seq in told.bodiless
    ]
    lines += [
        translate("damaged", "第 {seq} 条记录：读得出，但接不上，没有采用").format(seq=seq)
        for seq in told.stray
    ]
    return lines


def next_words(told: MendedTold) -> str:
    """What people do about it."""
    if told.whole:
        return translate("damaged", "没有缺少。今后的受理编号以 {prefix} 开头").format(
            prefix=told.prefix
        )
    return translate(
        "damaged", "请对照纸质回执和核心流水补记。今后的受理编号以 {prefix} 开头，不会和以前的重复"
    ).format(prefix=told.prefix)


def report_text(told: MendedTold, now: str) -> str:
    """The whole list as a text to keep and to print."""
    unsaved: Sequence[str] = unsaved_lines(told) or [translate("damaged", "没有")]
    lines = [
        translate("damaged", "数据修复记录 {now}").format(now=now),
        "",
        translate("damaged", "坏文件留在：{kept}").format(kept=told.kept),
        translate("damaged", "已接上：{saved}").format(saved=saved_words(told)),
        "",
        translate("damaged", "没有救回的："),
        *(f"  {line}" for line in unsaved),
        "",
        next_words(told),
    ]
    return "\n".join(lines) + "\n"


def _say(words: object) -> str:
    return translate("damaged", str(words))
