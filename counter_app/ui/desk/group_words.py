"""A batch in words: how many are done, and which person the case on show is for."""

from PySide6.QtCore import QCoreApplication

from counter_app.services.grouping import Group

translate = QCoreApplication.translate


def told_words(group: Group) -> str:
    """`办完 12，没办完 1，共 40 人`."""
    if group.expected is None:
        words = translate("group", "办完 {done}，没办完 {open}")
    else:
        words = translate("group", "办完 {done}，没办完 {open}，共 {all} 人")
    return words.format(done=group.done, open=group.open, all=group.expected)


def place_words(group: Group, subject: str) -> str:
    """`第 13 人 / 40`: the place of a case in its batch; empty for the header itself."""
    order = [one.line.subject for one in group.lines]
    if subject not in order:
        return ""
    number = order.index(subject) + 1
    if group.expected is None:
        return translate("group", "第 {number} 人").format(number=number)
    words = translate("group", "第 {number} 人 / {all}")
    return words.format(number=number, all=group.expected)
