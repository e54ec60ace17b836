"""The words of the first set-up: labels, hints, what is to be mended."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.ui.signon.set_up_model import SetUpFault
from counter_app.ui.words.table import SENTENCES

_LABELS: Mapping[str, object] = MappingProxyType(
    {
        "bank_zh": QT_TRANSLATE_NOOP("setup", "银行名称，中文"),
        "bank_en": QT_TRANSLATE_NOOP("setup", "银行名称，英文"),
        "outlet_zh": QT_TRANSLATE_NOOP("setup", "网点名称，中文"),
        "outlet_en": QT_TRANSLATE_NOOP("setup", "网点名称，英文"),
        "address_zh": QT_TRANSLATE_NOOP("setup", "地址，中文"),
        "address_en": QT_TRANSLATE_NOOP("setup", "地址，英文"),
        "hours_zh": QT_TRANSLATE_NOOP("setup", "营业时间，中文"),
        "hours_en": QT_TRANSLATE_NOOP("setup", "营业时间，英文"),
        "phone": QT_TRANSLATE_NOOP("setup", "网点电话"),
        "complaint_phone": QT_TRANSLATE_NOOP("setup", "投诉电话"),
        "terminal": QT_TRANSLATE_NOOP("setup", "终端号"),
        "window": QT_TRANSLATE_NOOP("setup", "窗口"),
        "printer": QT_TRANSLATE_NOOP("setup", "打印机"),
        "number": QT_TRANSLATE_NOOP("setup", "管理员工号"),
        "name": QT_TRANSLATE_NOOP("setup", "管理员姓名"),
        "password": QT_TRANSLATE_NOOP("setup", "管理员密码"),
        "again": QT_TRANSLATE_NOOP("setup", "再输一次密码"),
    }
)

_HINTS: Mapping[str, object] = MappingProxyType(
    {
        "bank_zh": QT_TRANSLATE_NOOP("setup", "印在每张单据上，如 安澜银行"),
        "bank_en": QT_TRANSLATE_NOOP("setup", "如 Anlan Bank"),
        "outlet_zh": QT_TRANSLATE_NOOP("setup", "如 城东支行"),
        "outlet_en": QT_TRANSLATE_NOOP("setup", "如 Chengdong Branch"),
        "hours_zh": QT_TRANSLATE_NOOP("setup", "如 工作日 9:00–17:00"),
        "hours_en": QT_TRANSLATE_NOOP("setup", "如 working days 9:00–17:00"),
        "complaint_phone": QT_TRANSLATE_NOOP("setup", "客户对服务不满意时打的"),
        "terminal": QT_TRANSLATE_NOOP("setup", "两位数，网点里每台电脑不同"),
        "window": QT_TRANSLATE_NOOP("setup", "平时在哪个窗口，登录时可改"),
        "printer": QT_TRANSLATE_NOOP("setup", "以后可改"),
        "number": QT_TRANSLATE_NOOP("setup", "管人员和规程，不能兼主管"),
        "password": QT_TRANSLATE_NOOP("setup", "至少 8 位，一句话也行"),
    }
)

_FAULTS: Mapping[str, object] = MappingProxyType(
    {
        "office_phone_shape": QT_TRANSLATE_NOOP("setup", "电话请写成 010-5555 0123 这样"),
        "terminal_shape": QT_TRANSLATE_NOOP("setup", "终端号是两位数字，如 03"),
        "window_shape": QT_TRANSLATE_NOOP("setup", "窗口最多 4 位数字或字母"),
        "staff_number_shape": QT_TRANSLATE_NOOP("setup", "工号是 1 到 12 位数字或字母"),
        "again_empty": QT_TRANSLATE_NOOP("setup", "请再输一次密码"),
        "password_short": QT_TRANSLATE_NOOP("setup", "密码至少 {least} 位"),
        "password_differs": QT_TRANSLATE_NOOP("setup", "两次输入的密码不同，请再输一次"),
        "group_differs": QT_TRANSLATE_NOOP("setup", "与恢复单上的不同，请照着再输"),
    }
)


def label(name: str) -> str:
    """What stands above a field."""
    return QCoreApplication.translate("setup", str(_LABELS[name]))


def hint(name: str) -> str:
    """What helps to fill it; empty for most."""
    return QCoreApplication.translate("setup", str(_HINTS[name])) if name in _HINTS else ""


def fault_sentence(fault: SetUpFault) -> str:
    """What is to be mended; a lacking value names its field."""
    if fault.code == "required":
        words = QCoreApplication.translate("setup", "请输入{label}")
        return words.format(label=label(fault.name))
    if fault.code in _FAULTS:
        words = QCoreApplication.translate("setup", str(_FAULTS[fault.code]))
    else:
        words = QCoreApplication.translate("words", str(SENTENCES[fault.code]))
    return words.format(**fault.params)
