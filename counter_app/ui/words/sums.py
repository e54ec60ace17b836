"""A sum in words: its parts, what does not count and why, and which way follows. No behaviour."""

from PySide6.QtCore import QCoreApplication

from counter_app.forms.run_views import SumPart, SumView
from counter_app.i18n import Language
from counter_app.ui.words.marks import led

translate = QCoreApplication.translate


def part_told(part: SumPart, language: Language) -> str:
    """`－ 丧葬费、抚恤金 ￥3,000.00：能证明的不计入`; an amount that is not there is a dash."""
    sign = "＋" if part.counts == "adds" else "－"
    amount = part.amount.into(language) if part.amount is not None else "—"
    told = f"{sign} {part.label.into(language)}  {amount}"
    if part.why is None:
        return told
    return led(told, part.why.into(language))


def parts_told(view: SumView, language: Language) -> str:
    """Every part, one a line."""
    return "\n".join(part_told(one, language) for one in view.parts)


def limit_told(view: SumView, language: Language) -> str:
    """The limit and where it comes from."""
    return translate("sums", "上限 {limit}（{source}）").format(
        limit=view.limit.into(language), source=view.limit_source.title.into(language)
    )


def outcome_told(view: SumView, language: Language) -> str:
    """Within or above, and what follows; what is still wanting while a part is open."""
    if view.follows is None:
        return translate("sums", "填好上面各项，自动相加")
    words = translate("sums", "没超过上限：{follows}")
    if view.above:
        words = translate("sums", "超过上限：{follows}")
    return words.format(follows=view.follows.into(language))
