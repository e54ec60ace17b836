"""The sentences of the branch database and of joining it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

BRANCH_SENTENCES = {
    "join_code_mistyped": QT_TRANSLATE_NOOP("words", "加入码第 {groups} 组有误，请对照重输"),
    "join_code_shape": QT_TRANSLATE_NOOP("words", "这不是完整的加入码，请从头再输或再扫一遍"),
    "join_expired": QT_TRANSLATE_NOOP("words", "这个加入码到 {until} 为止，请管理员另发一个"),
    "join_not_let_in": QT_TRANSLATE_NOOP(
        "words", "网点库不收这个加入码：用过了、作废了，或后来另发过。请管理员另发一个"
    ),
    "code_used": QT_TRANSLATE_NOOP(
        "words", "这个加入码刚被另一台电脑用了。请告诉管理员，作废终端 {terminal} 后另发"
    ),
    "join_other_server": QT_TRANSLATE_NOOP(
        "words", "应答的不是加入码说的那台服务器，证书不符。密码没有送出，请找管理员"
    ),
    "branch_empty": QT_TRANSLATE_NOOP("words", "网点库还是空的，请先让建立网点的那台电脑加入"),
    "home_has_facts": QT_TRANSLATE_NOOP(
        "words", "这台电脑已有另一个网点的记录，不能加入。请用还没有建立过的电脑"
    ),
    "other_terminal": QT_TRANSLATE_NOOP(
        "words", "这台电脑是终端 {terminal}，这个加入码是给另一台的"
    ),
    "letters_taken": QT_TRANSLATE_NOOP(
        "words", "这台终端的受理编号字母另有日志在用，请管理员换一个终端号"
    ),
    "branch_unreachable": QT_TRANSLATE_NOOP("words", "连不上网点库（{detail}）"),
    "branch_full": QT_TRANSLATE_NOOP(
        "words",
        "网点库的服务器没有地方了，请在服务器上腾出地方；没存上的都在各台电脑上，有了地方自己会上去",
    ),
    "branch_damaged": QT_TRANSLATE_NOOP(
        "words", "网点库的文件坏了，请在服务器上检查磁盘，用备份恢复；各台会把缺的补回去"
    ),
    "no_tls": QT_TRANSLATE_NOOP("words", "服务器没有打开加密（TLS），不连接。请在服务器上打开 ssl"),
    "plain_line": QT_TRANSLATE_NOOP("words", "不加密只能连本机上的服务器，请改用加密的地址"),
    "other_certificate": QT_TRANSLATE_NOOP(
        "words", "服务器出示的不是记下的那张自签证书，不连接。请管理员另发加入码"
    ),
    "bad_url": QT_TRANSLATE_NOOP("words", "网点库的地址要写成 postgresql://用户@主机:端口/库名"),
    "not_let_in": QT_TRANSLATE_NOOP("words", "服务器没有让进：用户、密码或 pg_hba.conf 不对"),
    "role_too_weak": QT_TRANSLATE_NOOP(
        "words", "这个用户没有这个权限，请用库的属主，并给他 CREATEROLE"
    ),
    "not_admitted": QT_TRANSLATE_NOOP("words", "网点库没有接纳这台终端，或已作废"),
    "old_server": QT_TRANSLATE_NOOP("words", "PostgreSQL 至少要 15 版"),
    "other_branch": QT_TRANSLATE_NOOP("words", "这个库是另一个网点的，请另建一个空库"),
    "newer_branch": QT_TRANSLATE_NOOP("words", "这个库是更新的程序建的，请先更新本机程序"),
    "other_version": QT_TRANSLATE_NOOP(
        "words", "网点库与本机程序的版本合不上，请管理员运行 branch upgrade"
    ),
    "changed_step": QT_TRANSLATE_NOOP(
        "words", "这个库的结构与本机程序说的不同，像是别的程序改过，没有动它"
    ),
    "not_made": QT_TRANSLATE_NOOP("words", "这个库还没有建成网点库，请先运行 branch init"),
    "unknown_terminal": QT_TRANSLATE_NOOP("words", "没有接纳过终端 {terminal}"),
    "held": QT_TRANSLATE_NOOP("words", "有连接占着这台终端的角色不放，请再运行一次"),
    "bad_terminal": QT_TRANSLATE_NOOP("words", "终端号是 1 到 99"),
    "bad_instant": QT_TRANSLATE_NOOP("words", "时间要写成 2026-11-23T21:30，不能晚于现在"),
    "practice_apart": QT_TRANSLATE_NOOP("words", "练习用的数据不建网点库，也不加入"),
    "branch_alone": QT_TRANSLATE_NOOP("words", "这台电脑没有加入网点库，只有本机的记录"),
    "branch_away": QT_TRANSLATE_NOOP("words", "网点库现在连不上，连上后再试；别的照常办理"),
    "claimed_elsewhere": QT_TRANSLATE_NOOP(
        "words", "{terminal} 号终端刚接手这笔业务，马上传到，请稍候再看"
    ),
    "in_two_windows": QT_TRANSLATE_NOOP(
        "words", "同一业务在 {windows} 号窗同时继续，先定由谁办：那个窗口按 Alt+T"
    ),
    "settled_already": QT_TRANSLATE_NOOP("words", "已经有人定下来了，请再看一遍"),
    "not_the_same_number": QT_TRANSLATE_NOOP("words", "两份的证件号不同，不能并成一位"),
    "unknown_customer": QT_TRANSLATE_NOOP("words", "本机没有这位客户的资料"),
    "content_nowhere": QT_TRANSLATE_NOOP("words", "这张单据的内容不在网点库，或不许本机看"),
    "given_away": QT_TRANSLATE_NOOP("words", "这笔业务已转交给 {staff}"),
    "held_by_nobody": QT_TRANSLATE_NOOP("words", "这笔业务没有人在办，可以直接接着办"),
    "does_not_serve": QT_TRANSLATE_NOOP("words", "{staff} 不办柜面业务，请换一位"),
    "away_too_long": QT_TRANSLATE_NOOP(
        "words", "本机 {hours} 小时没有见到网点库，签到要运营主管在旁放行"
    ),
    "order_needed": QT_TRANSLATE_NOOP("words", "请写明删除依据的文号和作出决定的人"),
    "nothing_to_erase": QT_TRANSLATE_NOOP("words", "没有留存这位客户的资料，不用删除"),
    "still_open": QT_TRANSLATE_NOOP("words", "这位客户还有没办完的事，办完再删除"),
    "period_unknown": QT_TRANSLATE_NOOP("words", "规则里没有保存年限，不能按年限删除，请先补规则"),
    "period_not_ended": QT_TRANSLATE_NOOP("words", "保存年限没到，{from} 起才能删除"),
    "bytes_not_here": QT_TRANSLATE_NOOP("words", "这条记录的内容没有传到本机，传到后再定"),
    "not_in_quarantine": QT_TRANSLATE_NOOP("words", "隔离的记录里没有这一条，请再看一遍"),
    "settled_before": QT_TRANSLATE_NOOP("words", "这一条已经有人定下来了"),
    "office_empty": QT_TRANSLATE_NOOP(
        "words", "还没有加入一个网点：请网点的管理员 admit，再在这里 office join 加入码"
    ),
    "key_vouched": QT_TRANSLATE_NOOP("words", "这台终端的签名已经有人作保"),
    "another_key": QT_TRANSLATE_NOOP(
        "words", "作过保的是另一把签名钥匙，先查清这台电脑是怎么来的，再决定作废还是另发加入码"
    ),
    "follows_nothing": QT_TRANSLATE_NOOP("words", "本机的日志不是接着别的日志写的，没有要说的"),
    "not_set_up": QT_TRANSLATE_NOOP("words", "这台电脑还没有建立网点，请先打开程序建立"),
}
"""By code, with `{names}`."""
