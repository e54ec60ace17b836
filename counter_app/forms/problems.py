"""What is wrong with a bank's own file, told to the person who wrote it.

Owns the wording, in both languages: one plain sentence and, where there is one, a suggestion. What
counts as wrong is decided in `yaml_tree`, `shape`, `checks` and `conditions`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from counter_app.i18n import Text


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: file, line and column (from 1), a sentence, and what to write instead."""

    file: str
    line: int
    column: int
    code: str
    message: Text
    suggestion: Text | None = None


SENTENCES: Mapping[str, Text] = {
    # The file as such
    "not_utf8": Text("文件不是 UTF-8 编码", "the file is not in UTF-8"),
    "unreadable_file": Text("文件打不开：{detail}", "the file cannot be opened: {detail}"),
    "yaml_unreadable": Text("文件读不出来（{detail}）", "the file cannot be read ({detail})"),
    "yaml_syntax": Text(
        "这里的 YAML 写法读不通，请检查缩进、引号和括号",
        "the YAML cannot be read here: look at indents, quotes and brackets",
    ),
    "yaml_colon": Text(
        "这里多了一个冒号，或上一行缩进不对；文字里有冒号时请加引号",
        "a colon too many, or the line above is indented wrongly; quote text that has a colon",
    ),
    "yaml_tab": Text("缩进请用空格，不要用 Tab", "indent with spaces, not with tabs"),
    "yaml_anchor": Text("不能用锚点和引用（& 和 *）", "anchors and aliases (& and *) are not used"),
    "yaml_tag": Text("不能用类型标记 {tag}", "type tags such as {tag} are not used"),
    "not_a_table": Text("文件开头应是“名称: 内容”", "the file must begin with name: value"),
    "key_not_plain": Text("名称只能是一个词", "a name is a single word"),
    "key_twice": Text("“{key}”写了两次", "“{key}” stands here twice"),
    "leading_zero": Text(
        "“{value}”以 0 开头，要原样保留请加引号", "“{value}” begins with 0: quote it to keep it"
    ),
    # The shape
    "missing": Text("缺少“{name}”", "“{name}” is missing"),
    "unknown_key": Text("不认识“{name}”", "“{name}” is not known here"),
    "text_shape": Text("这里要分 zh、en 两行写", "this is written as two lines, zh and en"),
    "text_key": Text(
        "这里只能有 zh 和 en，不能有“{key}”", "only zh and en may stand here, not “{key}”"
    ),
    "text_empty": Text("{key} 没有写文字", "{key} has no words"),
    "not_one_of": Text("“{value}”不在可选之列", "“{value}” is not one of the choices"),
    "bad_pattern": Text("“{value}”的写法不符合要求", "“{value}” is not written as it must be"),
    "not_text": Text("这里应是文字，请加引号", "text is wanted here: put it in quotes"),
    "not_number": Text("这里应是整数", "a whole number is wanted here"),
    "not_flag": Text("这里应是 true 或 false", "true or false is wanted here"),
    "not_day": Text("这里应是日期，如 2026-11-01", "a date is wanted here, such as 2026-11-01"),
    "not_list": Text(
        "这里应是一列，每项以“- ”开头", "a list is wanted here, items begin with “- ”"
    ),
    "not_mapping": Text("这里应是“名称: 内容”", "name: value is wanted here"),
    "too_few": Text("这里至少要有一项", "at least one is wanted here"),
    "too_long_text": Text("文字太长", "the text is too long"),
    "out_of_range": Text("数值超出范围", "the number is out of range"),
    "figure_shape": Text(
        "这里应是整数，或 rule. 开头的规则名", "a whole number or rule.<key> is wanted here"
    ),
    "invalid": Text("这里的内容不符合要求（{kind}）", "this is not valid here ({kind})"),
    # Names and references
    "id_twice": Text("编号“{id}”重复", "the id “{id}” stands twice"),
    "id_reserved": Text("“{id}”是系统用的名称，请换一个", "“{id}” is a name of the system's own"),
    "unknown_source": Text("没有名为“{name}”的依据", "there is no source named “{name}”"),
    "unknown_field": Text("前面没有名为“{name}”的栏目", "there is no earlier field named “{name}”"),
    "not_there": Text("本文件里没有“{name}”", "this file has no “{name}”"),
    "unknown_part": Text("公用部分里没有“{name}”", "the common parts have no “{name}”"),
    "same_part": Text("“{name}”在 {other} 里已有", "“{name}” stands in {other} already"),
    "unknown_base": Text("日期不能从“{name}”起算", "a day cannot be reckoned from “{name}”"),
    "unknown_figure": Text("规则包里没有“{name}”", "no rule pack has “{name}”"),
    "figure_not_in_force": Text(
        "“{name}”在 {date} 还没有生效或已失效", "“{name}” is not in force on {date}"
    ),
    "same_code": Text(
        "代码“{code}”在 {other} 里已用于同一生效日", "the code “{code}” is taken by {other}"
    ),
    "same_number": Text(
        "业务号“{number}”在 {other} 里已用", "number “{number}” is taken by {other}"
    ),
    "overlapping_figures": Text(
        "“{name}”与 {other} 里的期间重叠", "“{name}” overlaps in time with {other}"
    ),
    "period_reversed": Text("失效日早于生效日", "it ends before it begins"),
    # Sense
    "deferrable_identity": Text(
        "身份、代理、监护类材料不能后补",
        "papers of identity, agency or guardianship can never follow later",
    ),
    "choice_without_options": Text("选择题要写 options", "a choice needs options"),
    "options_without_choice": Text("只有选择题才有 options", "only a choice has options"),
    "bounds_without_number": Text(
        "只有金额和整数才有上下限", "only amounts and whole numbers have bounds"
    ),
    "figure_unit": Text(
        "“{name}”的单位与这里要的不一样", "“{name}” is in another unit than wanted here"
    ),
    "legal_needs_figure": Text(
        "法定期限要用规则包里的数（rule.…），带出处和日期",
        "a legal term comes from a rule pack (rule.…), with source and date",
    ),
    "figure_in_text": Text(
        "文字里直接写了数“{figure}”，请放进规则包，用 {{rule.…}} 引用",
        "the figure “{figure}” stands in a text: put it in a rule pack and write {{rule.…}}",
    ),
    "texts_differ": Text(
        "zh 和 en 用的名称不一样：{names}", "zh and en use different names: {names}"
    ),
    "unknown_name": Text("文字里的 {{{name}}} 没有这个名称", "there is no such name as {{{name}}}"),
    "stray_brace": Text("花括号没有成对", "a brace has no partner"),
    "asked_too_late": Text(
        "“{name}”在材料之后才知道，不能决定这里", "“{name}” is only known after the documents"
    ),
    "asked_later": Text(
        "“{name}”排在后面，不能决定这一栏", "“{name}” is asked later and cannot decide this field"
    ),
    # Conditions
    "too_long": Text("条件太长（上限 {limit}）", "the condition is too long (limit {limit})"),
    "too_deep": Text("条件套得太深", "the condition is nested too deeply"),
    "wrong_sign": Text("条件里不能用“{sign}”", "“{sign}” is not used in conditions"),
    "unreadable": Text("条件写到这里读不通", "the condition cannot be read from here"),
    "not_allowed": Text("条件里不能这样写", "a condition cannot be written like this"),
    "not_a_flag": Text(
        "“{name}”不是是非题，要与一个值比较", "“{name}” is no yes-or-no: compare it with a value"
    ),
    "not_a_list": Text(
        'in 后面要写一列值，如 ("a", "b")', 'after “in” comes a list, such as ("a", "b")'
    ),
    "fact_first": Text("请把名称写在前、数值写在后", "write the name first, then the value"),
    "flag_compared": Text(
        "“{name}”是是非题，直接写 {name} 或 not {name}",
        "“{name}” is a yes-or-no: write {name} or not {name}",
    ),
    "not_ordered": Text("“{name}”不能比大小", "“{name}” cannot be compared by size"),
    "types_differ": Text(
        "“{left}”和“{right}”不是同一类，不能比较", "“{left}” and “{right}” cannot be compared"
    ),
    "unknown_fact": Text("没有名为“{name}”的条件项", "there is no fact named “{name}”"),
    "not_a_constant": Text("这里应是一个值", "a value is wanted here"),
    "wrong_type": Text("这个值与“{name}”不是同一类", "this value does not fit “{name}”"),
    "bare_figure": Text(
        "条件里直接写了数 {figure}，请放进规则包，写 rule.…",
        "the figure {figure} stands in a condition: put it in a rule pack and write rule.…",
    ),
    "unknown_option": Text("“{name}”没有“{value}”这个选项", "“{name}” has no option “{value}”"),
    "not_a_date": Text("“{value}”不是日期", "“{value}” is not a date"),
}


def problem_at(
    file: str,
    place: tuple[int, int],
    code: str,
    params: Mapping[str, str],
    suggestion: str | None = None,
) -> Problem:
    """The problem worded. `suggestion` is what was probably meant."""
    sentence = SENTENCES[code]
    message = Text(sentence.zh.format(**params), sentence.en.format(**params))
    meant = None
    if suggestion is not None:
        meant = Text(f"是不是想写“{suggestion}”？", f"Did you mean “{suggestion}”?")
    return Problem(file, place[0], place[1], code, message, meant)
