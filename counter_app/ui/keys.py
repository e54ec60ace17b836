"""The key map: one table for every page, printed on buttons and in the help.

Owns which key means what. Registers nothing: pages offer actions, the window makes shortcuts.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


class Key(StrEnum):
    """Keys with one meaning everywhere; the value is the key sequence and what is printed."""

    HELP = "F1"
    CALL = "F2"
    RECALL = "F3"
    FIND = "F4"
    SCRIPT = "F5"
    PANE = "F6"
    PANE_BACK = "Shift+F6"
    PARK = "F7"
    PARK_LEFT = "Shift+F7"
    NEXT = "F8"
    BACK = "Shift+F8"
    NEXT_TOO = "Ctrl+Return"
    PRINT = "F9"
    PREVIEW = "Shift+F9"
    MENU = "F10"
    CUSTOMER_SCREEN = "F11"
    LOCK = "F12"
    CLOSE = "Esc"
    COMMANDS = "Ctrl+K"
    DRAWER = "Ctrl+3"
    NO_SHOW = "Ctrl+Shift+N"
    TRANSFER = "Ctrl+T"
    SUPERVISOR = "Ctrl+Shift+A"
    UNDO = "Ctrl+Z"
    REDO = "Ctrl+Y"
    REVEAL = "Ctrl+H"
    NOTICES = "Ctrl+Shift+M"
    STRIP = "Ctrl+Alt+J"
    TO_CORE = "Ctrl+Shift+C"
    SILENT_HELP = "Ctrl+Shift+H"
    WORK_STATE = "Alt+S"
    SERIAL_LATER = "Alt+L"
    ORAL_CONFIRMED = "Alt+C"
    SERIALS = "Alt+B"
    COPIES = "Alt+O"
    ROOM_DESK = "Ctrl+Alt+1"
    ROOM_LOG = "Ctrl+Alt+2"
    ROOM_DUE = "Ctrl+Alt+3"
    ROOM_HOME = "Ctrl+Alt+4"
    ROOM_STAFF = "Ctrl+Alt+5"
    ROOM_CONTENT = "Ctrl+Alt+6"
    ROOM_DAY = "Ctrl+Alt+7"
    ROOM_HELP = "Ctrl+Alt+8"
    ROOM_APPROVALS = "Ctrl+Alt+9"
    ROOM_BRANCH = "Ctrl+Alt+0"


# A held or repeated one of these acts once: what they start cannot be taken back by a key.
ONCE = frozenset({Key.CALL, Key.NEXT, Key.NEXT_TOO, Key.PRINT})

# Editing keys belong to the fields while one has the focus.
EDITING = frozenset({Key.UNDO, Key.REDO})

_MEANINGS: dict[Key, object] = {
    Key.HELP: QT_TRANSLATE_NOOP("keys", "帮助和本页的键"),
    Key.CALL: QT_TRANSLATE_NOOP("keys", "叫号、接待下一位"),
    Key.RECALL: QT_TRANSLATE_NOOP("keys", "重呼"),
    Key.FIND: QT_TRANSLATE_NOOP("keys", "查找"),
    Key.SCRIPT: QT_TRANSLATE_NOOP("keys", "话术开关"),
    Key.PANE: QT_TRANSLATE_NOOP("keys", "下一栏"),
    Key.PANE_BACK: QT_TRANSLATE_NOOP("keys", "上一栏"),
    Key.PARK: QT_TRANSLATE_NOOP("keys", "挂起"),
    Key.PARK_LEFT: QT_TRANSLATE_NOOP("keys", "挂起，客户先走"),
    Key.NEXT: QT_TRANSLATE_NOOP("keys", "下一步"),
    Key.BACK: QT_TRANSLATE_NOOP("keys", "上一步"),
    Key.NEXT_TOO: QT_TRANSLATE_NOOP("keys", "下一步"),
    Key.PRINT: QT_TRANSLATE_NOOP("keys", "打印"),
    Key.PREVIEW: QT_TRANSLATE_NOOP("keys", "预览"),
    Key.MENU: QT_TRANSLATE_NOOP("keys", "菜单"),
    Key.CUSTOMER_SCREEN: QT_TRANSLATE_NOOP("keys", "客户屏开关"),
    Key.LOCK: QT_TRANSLATE_NOOP("keys", "锁屏"),
    Key.CLOSE: QT_TRANSLATE_NOOP("keys", "关掉最上面的一层，不丢内容"),
    Key.COMMANDS: QT_TRANSLATE_NOOP("keys", "命令，打名称或拼音首字母"),
    Key.DRAWER: QT_TRANSLATE_NOOP("keys", "右栏"),
    Key.NO_SHOW: QT_TRANSLATE_NOOP("keys", "过号"),
    Key.TRANSFER: QT_TRANSLATE_NOOP("keys", "转窗"),
    Key.SUPERVISOR: QT_TRANSLATE_NOOP("keys", "请主管"),
    Key.UNDO: QT_TRANSLATE_NOOP("keys", "撤销"),
    Key.REDO: QT_TRANSLATE_NOOP("keys", "重做"),
    Key.REVEAL: QT_TRANSLATE_NOOP("keys", "按住显示号码，会记下"),
    Key.NOTICES: QT_TRANSLATE_NOOP("keys", "再看上一条通知"),
    Key.STRIP: QT_TRANSLATE_NOOP("keys", "回到窄条"),
    Key.TO_CORE: QT_TRANSLATE_NOOP("keys", "送核心"),
    Key.SILENT_HELP: QT_TRANSLATE_NOOP("keys", "静默求助"),
    Key.WORK_STATE: QT_TRANSLATE_NOOP("keys", "工作状态"),
    Key.SERIAL_LATER: QT_TRANSLATE_NOOP("keys", "流水号稍后补"),
    Key.ORAL_CONFIRMED: QT_TRANSLATE_NOOP("keys", "客户口头确认"),
    Key.SERIALS: QT_TRANSLATE_NOOP("keys", "补流水号"),
    Key.COPIES: QT_TRANSLATE_NOOP("keys", "没打出的单据"),
    Key.ROOM_DESK: QT_TRANSLATE_NOOP("keys", "到柜面"),
    Key.ROOM_LOG: QT_TRANSLATE_NOOP("keys", "到日志"),
    Key.ROOM_DUE: QT_TRANSLATE_NOOP("keys", "到后续事项"),
    Key.ROOM_HOME: QT_TRANSLATE_NOOP("keys", "到我的资料"),
    Key.ROOM_STAFF: QT_TRANSLATE_NOOP("keys", "到人员"),
    Key.ROOM_CONTENT: QT_TRANSLATE_NOOP("keys", "到规程"),
    Key.ROOM_DAY: QT_TRANSLATE_NOOP("keys", "到日终"),
    Key.ROOM_HELP: QT_TRANSLATE_NOOP("keys", "到求助"),
    Key.ROOM_APPROVALS: QT_TRANSLATE_NOOP("keys", "到待批准"),
    Key.ROOM_BRANCH: QT_TRANSLATE_NOOP("keys", "到网点"),
}


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A line of the help: the key as printed, and what it does here."""

    key: str
    words: str


def meaning(key: Key) -> str:
    """What a key does everywhere, in the language of the window."""
    return QCoreApplication.translate("keys", str(_MEANINGS[key]))


def row(key: Key) -> HelpRow:
    """The help line of a key."""
    return HelpRow(key.value, meaning(key))
