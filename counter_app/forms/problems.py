"""What is wrong with a bank's own file, told to the person who wrote it.

Owns the wording, in both languages: one plain sentence and, where there is one, a suggestion. What
counts as wrong is decided in `yaml_tree`, `shape`, `checks` and `conditions`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from counter_app.i18n import Text


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: file, line and column (from 1), a sentence, and what to write instead.

    `more` counts the further places of the file at which the same name is wrong.
    """

    file: str
    line: int
    column: int
    code: str
    message: Text
    suggestion: Text | None = None
    more: int = 0

    @property
    def told(self) -> Text:
        """The mistake, how often it stands in the file, and what was probably meant."""
        zh, en = self.message.zh, self.message.en
        if self.more:
            zh, en = (
                f"{zh}（本文件还有 {self.more} 处同样）",
                f"{en} ({self.more} more in this file)",
            )
        if self.suggestion is not None:
            zh, en = f"{zh}。{self.suggestion.zh}", f"{en}. {self.suggestion.en}"
        return Text(zh, en)


SENTENCES: Mapping[str, Text] = {
    # The file as such
    "not_utf8": Text(
        "文件不是 UTF-8 编码，请另存为 UTF-8", "the file is not in UTF-8: save it as UTF-8"
    ),
    "unreadable_file": Text(
        "文件打不开，请看看权限和磁盘：{detail}",
        "the file cannot be opened, look at rights and disk: {detail}",
    ),
    "yaml_unreadable": Text(
        "文件读不出来，请检查缩进和括号（{detail}）",
        "the file cannot be read: look at indents and brackets ({detail})",
    ),
    "yaml_deep": Text(
        "括号套得太深，请改成一行一项", "brackets are nested too deeply: write one item a line"
    ),
    "yaml_two": Text(
        "一个文件只写一项，请删去“---”以后的内容，另写一个文件",
        "a file holds one thing: move what follows “---” to a file of its own",
    ),
    "full_width": Text(
        "这里用了全角的“{sign}”，请改成半角的“{right}”",
        "“{sign}” is full-width here: write “{right}”",
    ),
    "wide_space": Text(
        "这里的空格不是普通空格，请重新按空格键", "this is no plain space: type it anew"
    ),
    "odd_sign": Text(
        "这里有一个看不见的字符（{sign}），请删去",
        "an invisible sign ({sign}) stands here: delete it",
    ),
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
    "not_a_table": Text(
        "文件是空的，或开头不是“名称: 内容”，请从 code 或 pack 写起",
        "the file is empty or does not begin with name: value: begin with code or pack",
    ),
    "key_not_plain": Text("名称只能是一个词", "a name is a single word"),
    "key_twice": Text("“{key}”写了两次，请删去一处", "“{key}” stands here twice: delete one"),
    "leading_zero": Text(
        "“{value}”以 0 开头，要原样保留请加引号", "“{value}” begins with 0: quote it to keep it"
    ),
    # The shape
    "missing": Text("缺少“{name}”，请补上", "“{name}” is missing: add it"),
    "unknown_key": Text(
        "不认识“{name}”，请改名或删去", "“{name}” is not known here: rename or delete it"
    ),
    "text_shape": Text("这里要分 zh、en 两行写", "this is written as two lines, zh and en"),
    "text_key": Text(
        "这里只能有 zh 和 en，不能有“{key}”；文字里有逗号、冒号时请加引号",
        "only zh and en may stand here, not “{key}”; quote text that has a comma or a colon",
    ),
    "text_empty": Text("{key} 没有写文字，请写上", "{key} has no words: write them"),
    "text_words": Text(
        "{key} 应是一句文字；有花括号、方括号或只有数字时请加引号",
        "{key} must be words: quote what has brackets or is only digits",
    ),
    "text_long": Text(
        "文字太长（上限 {limit} 字），请写短些",
        "the text is too long (limit {limit} signs): shorten it",
    ),
    "text_chinese": Text(
        "en 里写了中文，请写英文；zh 和 en 是不是写反了？",
        "en holds Chinese: write English; are zh and en exchanged?",
    ),
    "not_one_of": Text("“{value}”不在可选之列", "“{value}” is not one of the choices"),
    "choose": Text(
        "“{value}”不在可选之列，请从这些里选：{choices}",
        "“{value}” is not one of the choices: {choices}",
    ),
    "bad_pattern": Text(
        "“{value}”的写法不符合要求，请照样例改",
        "“{value}” is not written as it must be: see the sample",
    ),
    "bad_id": Text(
        "“{value}”不能作编号，请用小写英文字母、数字和下划线，如 box_size",
        "“{value}” is no id: small letters, digits and underscores, such as box_size",
    ),
    "bad_code": Text(
        "“{value}”不能作代码，请用 2 到 8 个大写字母，如 GRKH",
        "“{value}” is no code: 2 to 8 capital letters, such as GRKH",
    ),
    "bad_number": Text(
        "“{value}”不能作业务号，请用三位数字，如 901",
        "“{value}” is no number: three digits, such as 901",
    ),
    "bad_edition": Text(
        "“{value}”不能作版本，请写年-月，如 2026-12",
        "“{value}” is no edition: year and month, such as 2026-12",
    ),
    "bad_currency": Text(
        "“{value}”不是币种代码，请写如 CNY、USD",
        "“{value}” is no currency: write CNY, USD or the like",
    ),
    "not_text": Text("这里应是文字，请加引号", "text is wanted here: put it in quotes"),
    "not_number": Text("这里应是整数", "a whole number is wanted here"),
    "not_flag": Text("这里应是 true 或 false", "true or false is wanted here"),
    "not_day": Text("这里应是日期，如 2026-11-01", "a date is wanted here, such as 2026-11-01"),
    "not_list": Text(
        "这里应是一列，每项以“- ”开头", "a list is wanted here, items begin with “- ”"
    ),
    "not_mapping": Text("这里应是“名称: 内容”", "name: value is wanted here"),
    "too_few": Text("这里至少要有一项", "at least one is wanted here"),
    "too_long_text": Text(
        "写得太长（上限 {limit} 个字符），请写短些",
        "this is too long (limit {limit} signs): shorten it",
    ),
    "out_of_range": Text(
        "数值超出范围，请改小（最多两位小数）",
        "the number is out of range: make it smaller, at most two decimals",
    ),
    "too_small": Text("数值不能小于 {bound}", "the number must be {bound} or more"),
    "too_great": Text("数值不能大于 {bound}", "the number must be {bound} or less"),
    "figure_shape": Text(
        "这里应是整数，或 rule. 开头的规则名", "a whole number or rule.<key> is wanted here"
    ),
    "figure_named": Text(
        "这里应是规则包里的数，如 rule.cash_cdd_cny",
        "a figure of a rule pack is wanted: rule.<key>",
    ),
    "invalid": Text(
        "这里的内容不符合要求，请照样例改（{kind}）",
        "this is not valid here: see the sample ({kind})",
    ),
    # Names and references
    "id_twice": Text("“{id}”重复，请换一个", "“{id}” stands twice: change one"),
    "id_reserved": Text("“{id}”是系统用的名称，请换一个", "“{id}” is a name of the system's own"),
    "unknown_source": Text(
        "没有名为“{name}”的依据，请写进 sources",
        "there is no source named “{name}”: add it to sources",
    ),
    "unknown_field": Text("前面没有名为“{name}”的栏目", "there is no earlier field named “{name}”"),
    "field_no_choice": Text(
        "“{name}”不是选择题，不能定币种", "“{name}” is no choice and cannot set the currency"
    ),
    "not_there": Text(
        "本文件里没有“{name}”，请改名或补上", "this file has no “{name}”: rename it or add it"
    ),
    "unknown_part": Text(
        "公用部分里没有“{name}”，请改名，或直接写出这一项",
        "the common parts have no “{name}”: rename it, or write the line itself",
    ),
    "part_uses_part": Text(
        "公用的一行里不能再用 use，请把内容写出来",
        "a common part cannot use another: write it out",
    ),
    "same_part": Text("“{name}”在 {other} 里已有", "“{name}” stands in {other} already"),
    "same_pack": Text(
        "规则包“{name}”在 {other} 里已有，请换个包名，或并成一个文件",
        "the pack “{name}” stands in {other} already: rename it, or make one file of both",
    ),
    "pack_lacks": Text(
        "这个包整个替换出厂的“{pack}”，却少了别的业务要用的 {names}，请补上",
        "this pack replaces the shipped “{pack}” whole but lacks {names},"
        " which other services use: add it",
    ),
    "unknown_base": Text("日期不能从“{name}”起算", "a day cannot be reckoned from “{name}”"),
    "unknown_figure": Text(
        "规则包里没有“{name}”，请改名，或写进规则包",
        "no rule pack has “{name}”: rename it, or add it to a pack",
    ),
    "figure_not_in_force": Text(
        "“{name}”在 {date} 还没有生效或已失效，请核对 from 和 until",
        "“{name}” is not in force on {date}: look at its from and until",
    ),
    "same_code": Text(
        "代码“{code}”在 {other} 里已用于同一生效日，请换一个",
        "the code “{code}” is taken by {other} for that day: choose another",
    ),
    "same_number": Text(
        "业务号“{number}”在 {other} 里已用，请换一个",
        "number “{number}” is taken by {other}: choose another",
    ),
    "overlapping_figures": Text(
        "“{name}”与 {other} 里的期间重叠，请给旧的写上 until",
        "“{name}” overlaps in time with {other}: give the older one an until",
    ),
    "period_reversed": Text("失效日早于生效日，请改", "it ends before it begins: correct it"),
    # Sense
    "deferrable_identity": Text(
        "身份、代理、监护类材料不能后补",
        "papers of identity, agency or guardianship can never follow later",
    ),
    "advice_without_notice": Text(
        "劝了还要办的，要有客户签的告知书：写 notice，或者去掉 against_advice",
        "going on against advice needs a notice to sign: name it as notice, or leave it out",
    ),
    "sum_without_parts": Text(
        "合计要写 sum：由哪几项金额相加、上限是哪个数",
        "a sum needs its sum: which amounts, and which limit",
    ),
    "parts_without_sum": Text("只有合计才有 sum，请删去", "only a sum has a sum: delete it"),
    "sum_of_amounts": Text(
        "合计只能由前面的金额栏目相加，“{name}”不是", "a sum adds earlier amounts, “{name}” is none"
    ),
    "sum_why": Text("不计入的一项要写 why", "what does not count says why"),
    "choice_without_options": Text("选择题要写 options", "a choice needs options"),
    "options_without_choice": Text(
        "只有选择题才有 options，请删去", "only a choice has options: delete them"
    ),
    "bounds_without_number": Text(
        "只有金额和整数才有上下限，请删去",
        "only amounts and whole numbers have bounds: delete them",
    ),
    "figure_unit": Text(
        "“{name}”的单位与这里要的不一样，请用同单位的数",
        "“{name}” is in another unit than wanted here: use one of that unit",
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
        "zh 和 en 用的名称不一样，请写成一样：{names}",
        "zh and en use different names, make them the same: {names}",
    ),
    "unknown_name": Text(
        "文字里的 {{{name}}} 没有这个名称，请改名", "there is no such name as {{{name}}}: rename it"
    ),
    "stray_brace": Text("花括号没有成对，请补齐", "a brace has no partner: add it"),
    "asked_too_late": Text(
        "“{name}”在材料之后才知道，不能决定这里；请放到 needs 里",
        "“{name}” is only known after the documents: ask it in needs",
    ),
    "asked_later": Text(
        "“{name}”排在后面，不能决定这一栏", "“{name}” is asked later and cannot decide this field"
    ),
    # Conditions
    "too_long": Text("条件太长（上限 {limit}）", "the condition is too long (limit {limit})"),
    "too_deep": Text("条件套得太深", "the condition is nested too deeply"),
    "wrong_sign": Text("条件里不能用“{sign}”", "“{sign}” is not used in conditions"),
    "unreadable": Text(
        "条件写到这里读不通，请检查括号、引号和 and、or",
        "the condition cannot be read from here: look at brackets, quotes, and, or",
    ),
    "not_allowed": Text(
        "条件里不能这样写，只能比较，再用 and、or、not 连起来",
        "a condition cannot be written like this: only comparisons, joined by and, or, not",
    ),
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
        "“{left}”和“{right}”不是同一类，不能比较；请换一个",
        "“{left}” and “{right}” cannot be compared: use another",
    ),
    "unknown_fact": Text(
        "没有名为“{name}”的条件项，请改名", "there is no fact named “{name}”: rename it"
    ),
    "not_a_constant": Text("这里应是一个值", "a value is wanted here"),
    "wrong_type": Text("这个值与“{name}”不是同一类", "this value does not fit “{name}”"),
    "bare_figure": Text(
        "条件里直接写了数 {figure}，请放进规则包，写 rule.…",
        "the figure {figure} stands in a condition: put it in a rule pack and write rule.…",
    ),
    "unknown_option": Text(
        "“{name}”没有“{value}”这个选项，请改", "“{name}” has no option “{value}”: correct it"
    ),
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
