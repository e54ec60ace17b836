"""The sentence of every code: what is to be done. Chinese here, English in `resources/i18n`.

Owns the words alone. `{names}` are filled by `sentences`. A code that stands nowhere here is a fault
of the program and found by a test.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.ui.words.branch_table import BRANCH_SENTENCES
from counter_app.ui.words.care_table import CARE_SENTENCES

_TYPED = {
    "required": QT_TRANSLATE_NOOP("words", "这一项还没有填"),
    "number_empty": QT_TRANSLATE_NOOP("words", "请输入证件号码"),
    "number_length": QT_TRANSLATE_NOOP("words", "请输入 {expected} 位证件号码，现为 {actual} 位"),
    "number_signs": QT_TRANSLATE_NOOP("words", "证件号码只能有数字，最后一位可以是 X"),
    "number_check_digit": QT_TRANSLATE_NOOP("words", "请核对证件号码，最后一位与前面对不上"),
    "number_shape": QT_TRANSLATE_NOOP("words", "请核对号码，不像{kind}的号码"),
    "number_first_generation": QT_TRANSLATE_NOOP("words", "15 位的旧证已停用，请输入 18 位号码"),
    "number_of_other_kind": QT_TRANSLATE_NOOP("words", "这是{kind}的号码，请改选证件种类"),
    "birth_date_impossible": QT_TRANSLATE_NOOP("words", "请核对证件号码，里面的出生日期不存在"),
    "paper_read_differs": QT_TRANSLATE_NOOP(
        "words", "读到的{fields}与已填的不同，已填的没有改，请核对证件"
    ),
    "paper_read_nobody": QT_TRANSLATE_NOOP("words", "人已满，读到的证件没有记下"),
    "paper_read_elsewhere": QT_TRANSLATE_NOOP("words", "读到一张证件，请到接待页或材料页再读"),
    "paper_read_stranger": QT_TRANSLATE_NOOP("words", "读到的证件不是这笔业务里的人的"),
    "paper_read_no_date": QT_TRANSLATE_NOOP("words", "这份证件的有效期这里不用记"),
    "paper_read_untouched": QT_TRANSLATE_NOOP("words", "请先看原件、勾这一项，再读证件"),
    "mrz_layout": QT_TRANSLATE_NOOP("words", "护照机读码没有读全，请再扫一次"),
    "mrz_check_digit": QT_TRANSLATE_NOOP("words", "护照机读码校验不对，请再扫一次或手工输入"),
    "mrz_date": QT_TRANSLATE_NOOP("words", "护照机读码里的日期不存在，请手工输入"),
    "reader_message_large": QT_TRANSLATE_NOOP("words", "读卡程序送来的内容太大，请手工输入"),
    "reader_message_unreadable": QT_TRANSLATE_NOOP("words", "读卡程序送来的内容读不出，请再读一次"),
    "reader_message_schema": QT_TRANSLATE_NOOP(
        "words", "读卡程序送来的格式不是 {wanted}，请找管理员"
    ),
    "reader_message_field": QT_TRANSLATE_NOOP("words", "读卡程序送来的“{field}”不对，请手工输入"),
    "birth_date_future": QT_TRANSLATE_NOOP("words", "请核对证件号码，里面的出生日期还没到"),
    "phone_signs": QT_TRANSLATE_NOOP("words", "手机号码只能有数字"),
    "phone_length": QT_TRANSLATE_NOOP("words", "手机号码应为 {expected} 位数字，现为 {actual} 位"),
    "phone_start": QT_TRANSLATE_NOOP("words", "手机号码应以 13 到 19 开头，请核对"),
    "phone_abroad_shape": QT_TRANSLATE_NOOP("words", "境外号码请输入 + 和 7 到 15 位数字"),
    "name_empty": QT_TRANSLATE_NOOP("words", "请输入姓名"),
    "name_needed": QT_TRANSLATE_NOOP("words", "有了证件号码，请输入姓名"),
    "name_too_long": QT_TRANSLATE_NOOP("words", "姓名最多 {longest} 个字，现为 {actual} 个"),
    "name_sign": QT_TRANSLATE_NOOP("words", "姓名里有不能用的符号 {sign}，请按证件改"),
    "name_without_letter": QT_TRANSLATE_NOOP("words", "姓名里没有文字，请按证件输入"),
    "paper_needed": QT_TRANSLATE_NOOP("words", "请先选证件种类"),
    "date_shape": QT_TRANSLATE_NOOP("words", "日期请写成 2026-11-23"),
    "date_unreadable": QT_TRANSLATE_NOOP("words", "日期请写成 2026-11-23"),
    "date_impossible": QT_TRANSLATE_NOOP("words", "没有这一天，请核对日期"),
    "date_too_early": QT_TRANSLATE_NOOP("words", "日期不能早于 {earliest}"),
    "date_too_late": QT_TRANSLATE_NOOP("words", "日期不能晚于 {latest}"),
    "text_too_long": QT_TRANSLATE_NOOP("words", "最多 {longest} 个字，现为 {actual} 个"),
    "amount_empty": QT_TRANSLATE_NOOP("words", "请输入金额"),
    "amount_negative": QT_TRANSLATE_NOOP("words", "金额不能是负数"),
    "amount_zero": QT_TRANSLATE_NOOP("words", "金额不能是零"),
    "sum_below_nothing": QT_TRANSLATE_NOOP("words", "不计入的比计入的还多，请核对各项金额"),
    "sum_above": QT_TRANSLATE_NOOP("words", "合计超过上限"),
    "amount_separators": QT_TRANSLATE_NOOP("words", "请核对金额里逗号和小数点的位置"),
    "amount_signs": QT_TRANSLATE_NOOP("words", "金额只能有数字和小数点"),
    "amount_decimals": QT_TRANSLATE_NOOP("words", "这个币种最多 {digits} 位小数"),
    "amount_too_large": QT_TRANSLATE_NOOP("words", "金额整数部分最多 {digits} 位"),
    "currency_unknown": QT_TRANSLATE_NOOP("words", "不办理币种 {currency}，请另选"),
    "integer_signs": QT_TRANSLATE_NOOP("words", "请输入整数，只用数字"),
    "integer_too_long": QT_TRANSLATE_NOOP("words", "数字太长，请核对"),
    "too_small": QT_TRANSLATE_NOOP("words", "不能小于 {least}"),
    "too_large": QT_TRANSLATE_NOOP("words", "不能大于 {most}"),
    "choice_unknown": QT_TRANSLATE_NOOP("words", "请从列表里选一项"),
    "yes_no_unknown": QT_TRANSLATE_NOOP("words", "请选“是”或“否”"),
    "last4_signs": QT_TRANSLATE_NOOP("words", "后四位只能是数字"),
    "last4_length": QT_TRANSLATE_NOOP("words", "请输入 {expected} 位数字，现为 {actual} 位"),
    "case_number_shape": QT_TRANSLATE_NOOP("words", "受理编号的样子是 03A-0338W，请核对"),
    "case_number_check": QT_TRANSLATE_NOOP("words", "请核对受理编号，最后一位与前面对不上"),
    "paper_number_shape": QT_TRANSLATE_NOOP("words", "单据编号的样子是 03A-0338W-M1，请核对"),
    "qr_unknown": QT_TRANSLATE_NOOP("words", "这个二维码不是本系统单据上的"),
    "qr_damaged": QT_TRANSLATE_NOOP("words", "二维码没有读全，请再扫一次或报受理编号"),
    "skeleton_part": QT_TRANSLATE_NOOP("words", "这笔业务的内容放不进二维码，请报受理编号"),
    "skeleton_too_long": QT_TRANSLATE_NOOP("words", "这笔业务的内容放不进二维码，请报受理编号"),
    "scan_unknown": QT_TRANSLATE_NOOP("words", "读到 {shown}，不是证件号码，也不是本系统的编号"),
}

_STEPS = {
    "organisation_wanted": QT_TRANSLATE_NOOP(
        "words", "这是单位的业务：请登记单位的营业执照，再登记来办的人"
    ),
    "person_wanted": QT_TRANSLATE_NOOP("words", "这是个人的业务：请登记本人的证件"),
    "nobody_named": QT_TRANSLATE_NOOP("words", "请先登记是谁来办"),
    "person_lacking": QT_TRANSLATE_NOOP("words", "还少一人，请登记{part}"),
    "way_not_offered": QT_TRANSLATE_NOOP("words", "这项业务不能这样来办（{way}）"),
    "way_refused": QT_TRANSLATE_NOOP("words", "这项业务现在不能这样来办（{way}）"),
    "way_undecided": QT_TRANSLATE_NOOP("words", "请先问清这一点，再收材料"),
    "line_undecided": QT_TRANSLATE_NOOP("words", "还不知道要不要这份材料，请先问清"),
    "line_not_deferrable": QT_TRANSLATE_NOOP("words", "这份材料不能容缺后补"),
    "line_not_yet": QT_TRANSLATE_NOOP("words", "这份材料还没看"),
    "line_missing": QT_TRANSLATE_NOOP("words", "缺这份材料：按 F9 打告知单，请客户补来"),
    "line_refused": QT_TRANSLATE_NOOP("words", "这份材料没有收下"),
    "line_expired": QT_TRANSLATE_NOOP("words", "这份材料已过有效期"),
    "line_no_expiry": QT_TRANSLATE_NOOP("words", "请填这份材料的有效期"),
    "line_no_last4": QT_TRANSLATE_NOOP("words", "请填这份材料号码的后四位"),
    "line_not_copied": QT_TRANSLATE_NOOP("words", "原件已见，还要留复印件"),
    "line_not_accepted": QT_TRANSLATE_NOOP("words", "这份材料不能用"),
    "row_unseen": QT_TRANSLATE_NOOP("words", "第 {row} 项还没有请客户确认"),
    "row_wrong": QT_TRANSLATE_NOOP("words", "第 {row} 项客户说有误，请修改"),
    "row_changed": QT_TRANSLATE_NOOP("words", "第 {row} 项改过了，请客户再确认"),
    "serial_missing": QT_TRANSLATE_NOOP("words", "请填核心流水号，或按 Alt+L 稍后补"),
    "serial_needed": QT_TRANSLATE_NOOP("words", "请填核心流水号"),
    "serial_there": QT_TRANSLATE_NOOP("words", "这笔业务已有流水号 {serial}，请核对凭证"),
    "serial_not_awaited": QT_TRANSLATE_NOOP("words", "这笔业务不等流水号"),
    "original_not_returned": QT_TRANSLATE_NOOP("words", "原件还没有归还客户"),
    "unknown_field": QT_TRANSLATE_NOOP("words", "这一项在这笔业务里不能改"),
}

_CASES = {
    "account_closed": QT_TRANSLATE_NOOP("words", "这个工号已停用，请找系统管理员"),
    "not_allowed": QT_TRANSLATE_NOOP("words", "您的岗位不能做这件事，请找运营主管"),
    "moved": QT_TRANSLATE_NOOP("words", "别的窗口刚改过这笔业务，已重新读入，请再按一次"),
    "jumped_back": QT_TRANSLATE_NOOP("words", "这台电脑的时间倒回了（{shown}），请先确认日期"),
    "jumped_ahead": QT_TRANSLATE_NOOP("words", "这台电脑的时间跳前了（{shown}），请先确认日期"),
    "service_not_offered": QT_TRANSLATE_NOOP("words", "今天不办理这项业务"),
    "unknown_case": QT_TRANSLATE_NOOP("words", "本机没有这笔业务"),
    "case_from_notice": QT_TRANSLATE_NOOP("words", "本机没有这笔业务，可以在柜面按告知单临时接办"),
    "newer_program": QT_TRANSLATE_NOOP("words", "这笔业务由更新的程序写过，本机只能看，请升级"),
    "at_branch": QT_TRANSLATE_NOOP("words", "这笔业务较早，内容在网点库里，线路恢复后可以看"),
    "version_not_here": QT_TRANSLATE_NOOP("words", "这笔业务用的规程不在本机，请联系管理员"),
    "held_by_another": QT_TRANSLATE_NOOP(
        "words", "{staff} 正在 {window} 号窗口办这笔业务，这里只能看"
    ),
    "not_express": QT_TRANSLATE_NOOP("words", "这笔业务不能一屏办完，请按步骤办"),
    "nothing_to_send": QT_TRANSLATE_NOOP("words", "这笔业务没有要送核心的内容"),
    "authorisation_incomplete": QT_TRANSLATE_NOOP("words", "请填核心的授权人和授权编号"),
    "case_ended": QT_TRANSLATE_NOOP("words", "这笔业务已经结束，不能再改"),
    "identity_needed": QT_TRANSLATE_NOOP("words", "登记客户要先看证件原件"),
    "unknown_outcome": QT_TRANSLATE_NOOP("words", "请选这次到店怎样结束"),
    "handed_to_oneself": QT_TRANSLATE_NOOP("words", "不能转交给自己，请填同事的工号"),
    "receipt_after_completion": QT_TRANSLATE_NOOP("words", "办结后才能打业务受理回执"),
    "receipt_given": QT_TRANSLATE_NOOP("words", "这笔业务的受理回执已经打过，再要请补打"),
    "authorisation_time": QT_TRANSLATE_NOOP("words", "时间写成 时:分，如 10:42，不晚于现在"),
    "reason_needed": QT_TRANSLATE_NOOP("words", "请写明原因"),
    "coming_in_the_past": QT_TRANSLATE_NOOP("words", "拟来日期不能早于今天"),
    "nothing_missing": QT_TRANSLATE_NOOP("words", "那天什么都不缺，不用打告知单"),
    "carries_nothing": QT_TRANSLATE_NOOP("words", "这项业务不按名单办，没有下一人"),
    "person_first": QT_TRANSLATE_NOOP("words", "请先把这一人办完，再办下一人"),
    "list_is_present": QT_TRANSLATE_NOOP("words", "这张告知单照旧认，清单没有换"),
    "approver_is_requester": QT_TRANSLATE_NOOP("words", "不能批准自己的申请，请另一位主管来批"),
    "approver_without_right": QT_TRANSLATE_NOOP("words", "这个工号没有批准权限，请运营主管来批"),
    "approver_roles_conflict": QT_TRANSLATE_NOOP("words", "这个工号兼着不相容岗位，不能批准"),
}

_SIGNING_ON = {
    "unknown_staff": QT_TRANSLATE_NOOP("words", "没有工号 {staff}，请核对"),
    "account_left": QT_TRANSLATE_NOOP("words", "工号 {staff} 已停用，请找系统管理员"),
    "password_wrong": QT_TRANSLATE_NOOP("words", "密码不对，请再试，还可试 {left} 次"),
    "locked_out": QT_TRANSLATE_NOOP("words", "工号 {staff} 密码连错多次，请运营主管来放行"),
    "no_password": QT_TRANSLATE_NOOP("words", "工号 {staff} 还没有密码，请系统管理员设"),
    "password_elsewhere": QT_TRANSLATE_NOOP("words", "工号 {staff} 的密码不在本机，请管理员重设"),
    "password_to_change": QT_TRANSLATE_NOOP("words", "工号 {staff} 要先签到改密码，才能做这件事"),
    "verifier_damaged": QT_TRANSLATE_NOOP("words", "本机核对不了这个密码，请系统管理员重设"),
    "locked_by_another": QT_TRANSLATE_NOOP("words", "{staff} 锁的屏，请本人解锁或由主管交接"),
    "not_signed_on": QT_TRANSLATE_NOOP("words", "这个窗口没有人签到"),
    "clock_is_good": QT_TRANSLATE_NOOP("words", "日期没有问题，不用确认"),
    "duties_apart_on_a_day": QT_TRANSLATE_NOOP("words", "今天做过不相容的岗位，请换一位来"),
}

_APPROVALS = {
    "unknown_matter": QT_TRANSLATE_NOOP("words", "这件事不用批准"),
    "not_asked": QT_TRANSLATE_NOOP("words", "没有这个批准申请，请重新申请"),
    "not_granted": QT_TRANSLATE_NOOP("words", "这个申请没有批准，不能接着办"),
    "answered_already": QT_TRANSLATE_NOOP("words", "这个申请已经答复过了"),
    "asked_by_another": QT_TRANSLATE_NOOP("words", "这是 {staff} 的申请，由申请人接着办"),
    "granted_for_another_case": QT_TRANSLATE_NOOP("words", "这是另一笔业务的批准，不能用在这里"),
    "approval_used": QT_TRANSLATE_NOOP("words", "这个批准已用于第 {copy} 份，再补打请重新申请"),
    "no_number": QT_TRANSLATE_NOOP("words", "没有可显示的号码"),
    "text_needed": QT_TRANSLATE_NOOP("words", "请写明内容"),
    "due_in_the_past": QT_TRANSLATE_NOOP("words", "期限不能早于今天"),
    "unknown_follow_up": QT_TRANSLATE_NOOP("words", "没有这件要跟进的事"),
    "follow_up_done": QT_TRANSLATE_NOOP("words", "这件事已经跟进完了"),
}

_DAY = {
    "day_is_over": QT_TRANSLATE_NOOP("words", "{day} 已经过去，请回到今天"),
    "day_to_come": QT_TRANSLATE_NOOP("words", "{day} 还没到，不能签字"),
    "reason_for_open": QT_TRANSLATE_NOOP("words", "还有 {count} 项未了，请写明原因再结束"),
    "paper_needed_for_late": QT_TRANSLATE_NOOP("words", "请填应急单编号"),
    "paper_entered": QT_TRANSLATE_NOOP("words", "应急单 {paper} 已经补录过"),
    "paper_not_given": QT_TRANSLATE_NOOP(
        "words", "应急单 {paper} 没有发出过，这一种只发到第 {last} 张，请核对编号"
    ),
    "paper_of_other_service": QT_TRANSLATE_NOOP("words", "应急单 {paper} 是另一项业务的，请核对"),
    "folder_needed": QT_TRANSLATE_NOOP("words", "请写存到哪个文件夹"),
    "copies_out_of_range": QT_TRANSLATE_NOOP("words", "份数请填 1 到 {most}"),
    "happened_later": QT_TRANSLATE_NOOP("words", "发生时间还没到，请核对"),
}

_PAPERS = {
    "row_not_confirmed": QT_TRANSLATE_NOOP("words", "还有项没有请客户确认，先确认再打单据"),
    "branch_not_founded": QT_TRANSLATE_NOOP("words", "网点还没有设置好，打不了单据"),
    "coming_too_late": QT_TRANSLATE_NOOP("words", "拟来日期太远，最晚 {latest}"),
    "paper_not_planned": QT_TRANSLATE_NOOP("words", "这项业务不出这种单据"),
    "copy_not_waiting": QT_TRANSLATE_NOOP("words", "这一份已经不在等着了"),
    "unknown_paper": QT_TRANSLATE_NOOP("words", "没有单据 {paper}，请核对编号"),
    "content_not_here": QT_TRANSLATE_NOOP(
        "words", "单据 {paper} 的内容不在本机，请到开出的窗口补打"
    ),
}

_SET_UP = {
    "already_founded": QT_TRANSLATE_NOOP("words", "网点已经设置过了"),
    "not_founded": QT_TRANSLATE_NOOP("words", "网点还没有设置好，请先做首次设置"),
    "branch_name_needed": QT_TRANSLATE_NOOP("words", "请输入银行和网点名称"),
    "branch_of_another_purpose": QT_TRANSLATE_NOOP("words", "这个文件夹已用于别的用途，请换一个"),
    "founder_without_right": QT_TRANSLATE_NOOP("words", "首位管理员没有发布权限，请联系支持"),
    "staff_number_shape": QT_TRANSLATE_NOOP("words", "工号请用 1 到 12 位字母或数字"),
    "staff_number_taken": QT_TRANSLATE_NOOP("words", "这个工号已经有人用了，请换一个"),
    "unknown_person": QT_TRANSLATE_NOOP("words", "没有这个人，请核对"),
    "roles_conflict": QT_TRANSLATE_NOOP("words", "{first}和{second}不能由一人兼任：{why}"),
    "last_administrator": QT_TRANSLATE_NOOP("words", "至少要留一位系统管理员"),
    "own_password_is_changed": QT_TRANSLATE_NOOP("words", "自己的密码请用“改密码”来改"),
    "figures_overlap": QT_TRANSLATE_NOOP("words", "规则包里有的数在同一天有两个值，请核对文件"),
    "from_date_past": QT_TRANSLATE_NOOP("words", "启用日期不能早于今天"),
    "same_number": QT_TRANSLATE_NOOP("words", "两项业务用了同一个编号，请改一个"),
    "procedure_does_not_fit": QT_TRANSLATE_NOOP("words", "规程和规则对不上，没有发布"),
    "version_holds_before": QT_TRANSLATE_NOOP("words", "已经有更晚的版本，请核对启用日期"),
}

_STORE = {
    "disk": QT_TRANSLATE_NOOP("words", "磁盘写不进去，请检查空间和权限"),
    "full": QT_TRANSLATE_NOOP("words", "磁盘满了，没有保存。请先腾出空间"),
    "damaged": QT_TRANSLATE_NOOP("words", "本机数据文件读不出来，请联系管理员"),
    "read_only": QT_TRANSLATE_NOOP("words", "本机数据现在只能读，没有保存"),
    "wrong_key": QT_TRANSLATE_NOOP("words", "本机的钥匙打不开数据文件，请联系管理员"),
    "newer": QT_TRANSLATE_NOOP("words", "数据由更新的程序写过，请升级本机程序"),
    "home_held": QT_TRANSLATE_NOOP("words", "本机已有一个窗口开着这些数据，请用那个窗口"),
    "keys_exist": QT_TRANSLATE_NOOP("words", "这个文件夹已有钥匙，不会再造一把"),
    "key_missing": QT_TRANSLATE_NOOP("words", "找不到本机的钥匙文件，请用恢复单恢复"),
    "key_file_damaged": QT_TRANSLATE_NOOP("words", "本机的钥匙文件坏了，请用恢复单恢复"),
    "key_unreadable": QT_TRANSLATE_NOOP("words", "本机读不出钥匙，请用恢复单恢复"),
    "key_wrong": QT_TRANSLATE_NOOP("words", "钥匙和数据文件对不上，请用恢复单恢复"),
    "recovery_mistyped": QT_TRANSLATE_NOOP("words", "恢复码有几组不对，请对照恢复单"),
    "exists": QT_TRANSLATE_NOOP("words", "这个文件夹已有数据，不会再建一份"),
    "locked": QT_TRANSLATE_NOOP("words", "别的程序正占着本机数据，请稍等再试"),
    "interrupted": QT_TRANSLATE_NOOP("words", "这次查找停下了，请再试一次"),
    "missing": QT_TRANSLATE_NOOP("words", "找不到本机数据文件，请联系管理员"),
    "behind": QT_TRANSLATE_NOOP("words", "数据文件比记录的旧，可能被换过，请联系管理员"),
    "nothing_to_go_on_from": QT_TRANSLATE_NOOP(
        "words", "没有可用的副本，坏文件也读不出网点，请联系管理员"
    ),
    "nothing_to_look_at": QT_TRANSLATE_NOOP("words", "坏文件打不开，也没有可用的副本可看"),
    "look_closed": QT_TRANSLATE_NOOP("words", "密码连错多次，请关闭程序后再试"),
    "doubted": QT_TRANSLATE_NOOP(
        "words", "数据文件查出损坏。请办完手上的业务，签退后关闭程序再打开，按提示处理"
    ),
}

SENTENCES: Mapping[str, object] = MappingProxyType(
    {
        **_TYPED,
        **_STEPS,
        **_CASES,
        **_SIGNING_ON,
        **_APPROVALS,
        **_DAY,
        **_PAPERS,
        **_SET_UP,
        **_STORE,
        **CARE_SENTENCES,
        **BRANCH_SENTENCES,
    }
)
"""By code, with `{names}`."""

EXCEPTIONS: Mapping[str, object] = MappingProxyType(
    {
        "booking_unclear": QT_TRANSLATE_NOOP("words", "核心是否记账不明"),
        "two_minds": QT_TRANSLATE_NOOP("words", "两处同时改过"),
        "faults": QT_TRANSLATE_NOOP("words", "记录有问题"),
        "paper_failed": QT_TRANSLATE_NOOP("words", "单据没打出来"),
        "cancelled_after": QT_TRANSLATE_NOOP("words", "办结后取消"),
        "serial_missing": QT_TRANSLATE_NOOP("words", "流水号未补"),
        "originals_out": QT_TRANSLATE_NOOP("words", "原件未还齐"),
        "not_confirmed": QT_TRANSLATE_NOOP("words", "有项未核对"),
        "approved": QT_TRANSLATE_NOOP("words", "经批准"),
        "deferred": QT_TRANSLATE_NOOP("words", "容缺"),
        "reprinted": QT_TRANSLATE_NOOP("words", "补打过"),
        "corrected": QT_TRANSLATE_NOOP("words", "更正过"),
        "cancelled": QT_TRANSLATE_NOOP("words", "取消"),
    }
)
"""A few words for each exception of the day log."""

PAPER_REASONS: Mapping[str, object] = MappingProxyType(
    {
        "printer_refused": QT_TRANSLATE_NOOP("words", "打印机没收"),
        "sheet_needed": QT_TRANSLATE_NOOP("words", "要签字，请用 A5 打印机"),
        "printer_missing": QT_TRANSLATE_NOOP("words", "找不到打印机"),
        "printer_stalled": QT_TRANSLATE_NOOP("words", "打印机没反应"),
        "printer_no_command": QT_TRANSLATE_NOOP("words", "本机没有打印命令"),
        "restart": QT_TRANSLATE_NOOP("words", "打印时程序关了，请看一眼出纸"),
        "old": QT_TRANSLATE_NOOP("words", "等了半小时以上，客户可能走了"),
        "fault": QT_TRANSLATE_NOOP("words", "本机没能送出，请再打一次"),
        "unknown": QT_TRANSLATE_NOOP("words", "不知打出没有"),
        "given_up": QT_TRANSLATE_NOOP("words", "柜员说不打了"),
        "seen": QT_TRANSLATE_NOOP("words", "柜员看到已打好"),
        "salvaged": QT_TRANSLATE_NOOP("words", "数据修复过，请看一眼出纸"),
    }
)
"""Why a copy did not go out, in a few words; codes of `printing`, `printed` and `salvage`."""
