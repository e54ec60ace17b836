"""Putting sentences together in both languages at once: filling, joining, ending.

Pure. Values are worded and masked before they come here.
"""

from collections.abc import Iterable

from counter_app.i18n import Text

_END_OF_BOLD = "]]"
_ENDED_ZH = ("。", "！", "？", "；", "：")
_ENDED_EN = (".", "!", "?", ";", ":")


def fill(template: Text, **values: Text | str | int) -> Text:
    """The template with its `{names}` filled, each in its own language."""
    zh = {key: one.zh if isinstance(one, Text) else one for key, one in values.items()}
    en = {key: one.en if isinstance(one, Text) else one for key, one in values.items()}
    return Text(template.zh.format(**zh), template.en.format(**en))


def ended(text: Text) -> Text:
    """The text as a sentence: with its full stop."""
    bare_zh, bare_en = text.zh.removesuffix(_END_OF_BOLD), text.en.removesuffix(_END_OF_BOLD)
    zh = text.zh if bare_zh.endswith(_ENDED_ZH) else f"{text.zh}。"
    en = text.en if bare_en.endswith(_ENDED_EN) else f"{text.en}."
    return Text(zh, en)


def run_on(sentences: Iterable[Text]) -> Text:
    """Sentences one behind the other, each with its full stop."""
    every = [ended(one) for one in sentences]
    return Text("".join(one.zh for one in every), " ".join(one.en for one in every))


def listed(texts: Iterable[Text], zh: str = "；", en: str = "; ") -> Text:
    """Texts as one list."""
    every = list(texts)
    return Text(zh.join(one.zh for one in every), en.join(one.en for one in every))
