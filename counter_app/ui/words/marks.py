"""Marks between words and about them, as the window's language has them. No behaviour."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def listed(words: Iterable[str]) -> str:
    """`户口簿、出生证明`; `household register, certificate of birth`."""
    return translate("marks", "、").join(words)


def one_by_one(words: Iterable[str]) -> str:
    """`户口簿；或者出生证明`: of what has commas of its own."""
    return translate("marks", "；").join(words)


def led(first: str, then: str) -> str:
    """`原因：已过期`."""
    return translate("marks", "{first}：{then}").format(first=first, then=then)


def quoted(words: str) -> str:
    """`“请出示证件”`: what is said aloud."""
    return translate("marks", "“{words}”").format(words=words)
