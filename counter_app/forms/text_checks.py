"""Whether the texts of a procedure can be filled, in both languages, and hold no figure of their own.

Owns these checks alone. A figure of law or house rule in a sentence would outlive its rule: it must
be named, `{rule.loss_oral_days}`, so that source and date stand behind it.
"""

import re
from collections.abc import Iterator
from unicodedata import category

from counter_app.forms.compiled import leaves
from counter_app.forms.rules import RuleBook
from counter_app.forms.shape import Finding, Path, closest
from counter_app.forms.spec import ProcedureSpec
from counter_app.forms.templates import allowed_names, names_in, stray_brace, without_names
from counter_app.i18n import Text

_DIGITS = r"[0-9０-９][0-9０-９,，.]*"
_WORDS = r"[二三四五六七八九十][十百千万]*"
_FIGURE_ZH = re.compile(
    rf"(?:{_DIGITS}|{_WORDS})\s*(?:万?美?元|天内|天|日内|个工作日|工作日|个月|周岁|岁|年内|小时)"
)
_FIGURE_EN = re.compile(
    rf"(?:(?:CNY|USD|RMB|￥|\$)\s*{_DIGITS}"
    rf"|{_DIGITS}\s*(?:yuan|dollars?|(?:working )?days?|months?|years?|hours?)\b)",
    re.IGNORECASE,
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Zl", "Zp"})
"""Unicode's classes of signs that no reader sees: controls, joiners, private ones, line ends."""

LONGEST = 400
"""Signs of a text; the longest of ours has little more than half as many."""

_EXEMPT = frozenset({"sources"})


def check_texts(spec: ProcedureSpec, rules: RuleBook) -> Iterator[Finding]:
    """Findings in every text of the procedure but the titles of its sources."""
    allowed = allowed_names(spec, rules)
    for path, value in leaves(spec):
        if not isinstance(value, Text):
            continue
        odd = written_oddly(value, path)
        if odd is not None:
            yield odd
        elif path[0] not in _EXEMPT:
            yield from _one_text(value, path, allowed)
            yield from _figures_in_force(value, path, spec, rules)


def written_oddly(text: Text, path: Path) -> Finding | None:
    """Something that no sentence has: a sign nobody sees, Chinese for English, no end."""
    for language, words in (("zh", text.zh), ("en", text.en)):
        where = (*path, language)
        at = next((i for i, sign in enumerate(words) if _unseen(sign)), None)
        if at is not None:
            return Finding(where, "odd_sign", (("sign", f"U+{ord(words[at]):04X}"),), offset=at)
        if len(words) > LONGEST:
            return Finding(where, "text_long", (("limit", str(LONGEST)),))
    if _HAN.search(without_names(text.en)):
        return Finding((*path, "en"), "text_chinese")
    return None


def _unseen(sign: str) -> bool:
    return sign != "\n" and category(sign) in _UNSEEN


def _one_text(text: Text, path: Path, allowed: frozenset[str]) -> Iterator[Finding]:
    """What is wrong with each language; only where nothing is, whether both say the same."""
    found = [*_one_language(text, path, allowed)]
    differing = set(names_in(text.zh)) ^ set(names_in(text.en))
    if differing and not found:
        yield Finding(path, "texts_differ", (("names", ", ".join(sorted(differing))),))
    figures = [one for one in found if one.code == "figure_in_text"]
    yield from (one for one in found if one not in figures[1:])


def _one_language(text: Text, path: Path, allowed: frozenset[str]) -> Iterator[Finding]:
    for language, words in (("zh", text.zh), ("en", text.en)):
        where = (*path, language)
        brace = stray_brace(words)
        if brace is not None:
            yield Finding(where, "stray_brace", offset=brace)
        for name in names_in(words):
            if name not in allowed:
                offset = words.index(f"{{{name}}}") + 1
                close = closest(name, allowed)
                yield Finding(where, "unknown_name", (("name", name),), close, offset)
        figure = (_FIGURE_ZH if language == "zh" else _FIGURE_EN).search(words)
        if figure is not None:
            params = (("figure", figure.group().strip()),)
            yield Finding(where, "figure_in_text", params, offset=figure.start())


def _figures_in_force(
    text: Text, path: Path, spec: ProcedureSpec, rules: RuleBook
) -> Iterator[Finding]:
    for name in dict.fromkeys(names_in(text.zh)):
        key = name.removeprefix("rule.")
        known = name.startswith("rule.") and key in rules.keys()  # noqa: SIM118
        if known and rules.at(key, spec.from_date) is None:
            params = (("name", name), ("date", spec.from_date.isoformat()))
            yield Finding((*path, "zh"), "figure_not_in_force", params)
