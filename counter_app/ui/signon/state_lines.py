"""Lines about this PC for the sign-on page, from plain facts. Words only."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from counter_app.ui.signon.asked import StateLine

translate = QCoreApplication.translate

FOLDER = "folder"
"""The printer that is none: papers are kept as files."""

StoreState = Literal["opening", "good", "trouble"]


def printer_line(printer: str, queues: tuple[str, ...] | None = None) -> StateLine:
    """Where papers go: `FOLDER`, or a queue of the system. `queues` are those that exist now."""
    name = translate("signon", "打印机")
    if printer == FOLDER:
        words = translate("signon", "存成 PDF 文件，不打印")
        return StateLine(name, words, "printer", "info", "ink2")
    own_type = printer.startswith(("thermal:", "dotmatrix:"))
    queue = printer.partition(":")[2] if own_type else printer
    is_device = own_type and queue.startswith("file:")
    if queues is not None and not is_device and queue not in queues:
        words = translate("signon", "找不到 {printer}").format(printer=printer)
        return StateLine(name, words, "printer", "triangle-alert", "warn")
    return StateLine(name, printer, "printer", "circle-check", "ok")


def store_line(state: StoreState) -> StateLine:
    """Whether this PC's data can be worked with."""
    name = translate("signon", "本机数据")
    if state == "opening":
        return StateLine(name, translate("signon", "正在打开"), "database", "loader", "ink2")
    if state == "good":
        return StateLine(name, translate("signon", "完好"), "database", "circle-check", "ok")
    return StateLine(name, translate("signon", "打不开"), "database", "circle-x", "bad")


def signed_off_line(at: str, window: str) -> StateLine:
    """The last sign-off here. `at` as shown, `11-20 17:42`; empty if there was none."""
    name = translate("signon", "签退")
    if not at:
        return StateLine(name, translate("signon", "还没有过"), ink="ink2")
    words = translate("signon", "{window} 号窗口").format(window=window)
    return StateLine(name, at, note=words)


def parked_line(count: int) -> StateLine:
    """How many cases wait to be taken up again."""
    words = translate("signon", "{count} 笔").format(count=count)
    return StateLine(translate("signon", "挂起待恢复"), words)


def content_line(sentence: str, waiting: int) -> StateLine:
    """What is wrong with the procedure files, else how many wait for an administrator."""
    name = translate("signon", "规程")
    if sentence:
        return StateLine(name, sentence, "file-x", "triangle-alert", "warn")
    if waiting:
        words = translate("signon", "{count} 项等管理员启用").format(count=waiting)
        return StateLine(name, words, "file-text", "info", "ink2")
    return StateLine(name, translate("signon", "都已启用"), "file-text", "circle-check", "ok")


def forked_line() -> StateLine:
    """This PC was copied or restored; an administrator lets it go on in a new journal."""
    words = translate("signon", "像是复制或恢复过，请找管理员")
    return StateLine(translate("signon", "与网点"), words, "database", "triangle-alert", "warn")
