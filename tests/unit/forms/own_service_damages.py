"""Damage that an author may do to his own service, each kind once, and what is told where.

Owns no assertion.
"""

from collections.abc import Callable, Mapping

from tests.unit.forms.own_service import PACK, SERVICE, example

Files = dict[str, bytes]
Damage = Callable[[Files], None]


def exchanged(old: str, new: str, file: str = SERVICE) -> Damage:
    """A piece written otherwise, at its first place."""

    def damage(files: Files) -> None:
        text = files[file].decode()
        assert old in text, old
        files[file] = text.replace(old, new, 1).encode()

    return damage


def as_bytes(change: Callable[[str], bytes], file: str = SERVICE) -> Damage:
    """The whole file written otherwise."""

    def damage(files: Files) -> None:
        files[file] = change(files[file].decode())

    return damage


def beside(name: str, text: str) -> Damage:
    """One more file."""

    def damage(files: Files) -> None:
        files[name] = text.encode()

    return damage


def without(start: str, end: str, file: str = SERVICE) -> Damage:
    """Everything from one piece up to another left out."""

    def damage(files: Files) -> None:
        text = files[file].decode()
        first = text.index(start)
        files[file] = (text[:first] + text[text.index(end, first) :]).encode()

    return damage


def both(*damages: Damage) -> Damage:
    """One mistake that takes two changes to make."""

    def damage(files: Files) -> None:
        for one in damages:
            one(files)

    return damage


LARGE = 'box_size == "large"'
GROWN = "allowed_when: holder.age >= rule.full_age\n"
OWN_PART = "parts: ours\nchecklist:\n  first: {use: first}\n"
CARE = """care:
  when: always
  questions: [{id: q, text: {zh: 认识他吗, en: Known to you}, alarm: "no", source: locker_rules}]
  advice: [{zh: 先问问家里人, en: Ask your family first}]
  outcomes: [proceed]
  notice: no_such_form
  source: locker_rules

knowledge:
"""
AGAINST_ADVICE = CARE.replace(
    "outcomes: [proceed]\n  notice: no_such_form\n",
    "outcomes: [proceed, against_advice]\n  against_advice_when: always\n",
)
FEE_SOURCE = (
    '    source: {zh: 示例银行〔2026〕8号 第六条, en: "Sample Bank paper 2026/8, art. 6"}\n'
)

Told = tuple[Damage, str, int]
"""What is done, the code that is told, and the line."""

DAMAGES: Mapping[str, Told] = {
    # How the file is written
    "a tab": (exchanged("  - id: box_size", "\t- id: box_size"), "yaml_tab", 34),
    "an indent too small": (exchanged("    type: choice", "   type: choice"), "yaml_syntax", 36),
    "an indent too large": (
        exchanged("    label: {zh: 箱型", "      label: {zh: 箱型"),
        "yaml_colon",
        35,
    ),
    "a quote left open": (
        exchanged('{box_number} 号", en', "{box_number} 号, en"),
        "yaml_syntax",
        112,
    ),
    "a brace left open": (exchanged("Size of the box}", "Size of the box"), "yaml_syntax", 36),
    "a bracket left open": (exchanged("box_number, rent]", "box_number, rent"), "yaml_syntax", 129),
    "a comma in plain text": (exchanged("en: In person}", "en: In person, today}"), "text_key", 22),
    "braces unquoted": (
        exchanged('zh: "{rent}", en: "{rent}"', "zh: {rent}, en: {rent}"),
        "text_words",
        121,
    ),
    "a full-width colon": (exchanged("weight: standard", "weight：standard"), "full_width", 11),
    "full-width braces": (
        exchanged("{zh: 箱型, en: Size of the box}", "｛zh: 箱型, en: Size of the box｝"),
        "full_width",
        35,
    ),
    "a full-width comma": (exchanged("{zh: 箱号, en", "{zh: 箱号，en"), "full_width", 80),
    "full-width quotes": (exchanged('number: "901"', "number: “901”"), "bad_number", 4),
    "an ideographic space": (exchanged("weight: standard", "weight:　standard"), "wide_space", 11),
    "a space that does not break": (
        exchanged("    type: integer", "\u00a0   type: integer"),
        "wide_space",
        87,
    ),
    "another encoding": (as_bytes(lambda text: text.encode("gb18030")), "not_utf8", 1),
    "two bytes a sign": (as_bytes(lambda text: text.encode("utf-16")), "not_utf8", 1),
    "cut within a sign": (as_bytes(lambda text: text.encode()[:-2] + b"\xe4"), "not_utf8", 209),
    "a zero byte": (exchanged("weight: standard", "weight: stan\0dard"), "odd_sign", 11),
    "nothing in it": (as_bytes(lambda _: b""), "not_a_table", 1),
    "a list of lines": (as_bytes(lambda _: b"- code\n- title\n"), "not_a_table", 1),
    "two services in a file": (
        as_bytes(lambda text: f"{text}---\ncode: X\n".encode()),
        "yaml_two",
        210,
    ),
    "brackets without end": (
        as_bytes(lambda text: f"{text}x: {'[' * 3000}{']' * 3000}\n".encode()),
        "yaml_deep",
        1,
    ),
    "an anchor": (exchanged("label: {zh: 箱号", "label: &box {zh: 箱号"), "yaml_anchor", 80),
    "a type tag": (exchanged("weight: standard", "weight: !!binary standard"), "yaml_tag", 11),
    "a key twice": (exchanged("tone: warm", "tone: warm\ntone: cool"), "key_twice", 14),
    # Shape
    "a key misspelt": (exchanged("standard_minutes: 20", "standard_minuts: 20"), "unknown_key", 12),
    "a key of nobody's": (exchanged("tone: warm", "tone: warm\ncolour: red"), "unknown_key", 14),
    "a key left out": (exchanged("    form: shown\n", ""), "missing", 55),
    "a part left out": (without("core:", "script:"), "missing", 2),
    "a Cyrillic letter in a key": (
        exchanged("weight: standard", "wеight: standard"),
        "unknown_key",
        11,
    ),
    "a Cyrillic letter in a value": (
        exchanged("weight: standard", "weight: stаndard"),
        "not_one_of",
        11,
    ),
    "no English": (exchanged("{zh: 箱型, en: Size of the box}", "{zh: 箱型}"), "text_empty", 35),
    "one language alone": (exchanged("{zh: 箱型, en: Size of the box}", "箱型"), "text_shape", 35),
    "a third language": (
        exchanged("en: Size of the box}", "en: Size, fr: Taille}"),
        "text_key",
        35,
    ),
    "an empty text": (exchanged("{zh: 箱型, en", '{zh: "", en'), "text_empty", 35),
    "a list for a text": (exchanged("{zh: 箱型, en", "{zh: [箱型], en"), "text_words", 35),
    "a number for a text": (exchanged("{zh: 箱型, en", "{zh: 12, en"), "text_words", 35),
    "a text without end": (exchanged("zh: 定到期日", f"zh: {'很' * 3000}"), "text_long", 90),
    "a sign nobody sees": (exchanged("zh: 定到期日", "zh: 定\u200b到期日"), "odd_sign", 90),
    "languages exchanged": (
        exchanged("{zh: 箱型, en: Size of the box}", "{zh: Size of the box, en: 箱型}"),
        "text_chinese",
        35,
    ),
    "a weight of nobody's": (exchanged("weight: standard", "weight: heavy"), "choose", 11),
    "a code in small letters": (exchanged("code: BGXZY", "code: bgxzy"), "bad_code", 2),
    "a number unquoted": (exchanged('number: "901"', "number: 901"), "not_text", 4),
    "a version of another kind": (
        exchanged('edition: "2026-12"', 'edition: "v2"'),
        "bad_edition",
        9,
    ),
    "a day that is none": (exchanged("from: 2026-11-01", "from: 2026-11-31"), "not_day", 10),
    "a day in Chinese": (exchanged("from: 2026-11-01", "from: 2026年11月1日"), "not_day", 10),
    "no minutes at all": (
        exchanged("standard_minutes: 20", "standard_minutes: 0"),
        "too_small",
        12,
    ),
    "minutes in words": (
        exchanged("standard_minutes: 20", "standard_minutes: 二十"),
        "not_number",
        12,
    ),
    "neither true nor false": (exchanged("returned: false", "returned: 不"), "not_flag", 73),
    "nobody may come": (without("  - way: self", "needs:"), "not_list", 20),
    "a row without lines": (
        exchanged('[{zh: "{box_size} {box_number} 号", en: "{box_size}, no. {box_number}"}]', "[]"),
        "too_few",
        112,
    ),
    "a paper as a bare word": (
        exchanged("  - use: holder_id\n    copy_when: always", "  - 身份证"),
        "not_mapping",
        50,
    ),
    "a step of nobody's": (exchanged("  - step: reception", "  - step: welcome"), "choose", 130),
    "too many copies": (exchanged("copies: 2", "copies: 9"), "too_great", 187),
    # Names
    "an unknown source": (
        exchanged("source: locker_rules", "source: locker_rule"),
        "unknown_source",
        25,
    ),
    "a source renamed": (exchanged("  locker_rules:\n", "  locker_paper:\n"), "unknown_source", 25),
    "an unknown part": (exchanged("use: holder_id", "use: holder_ids"), "unknown_part", 50),
    "a part that uses itself": (
        both(beside("parts.yaml", OWN_PART), exchanged("use: agent_id", "use: first")),
        "part_uses_part",
        3,
    ),
    "an id twice": (exchanged("  - id: last_day\n", "  - id: years\n"), "id_twice", 92),
    "an answer twice": (exchanged("{id: large, label", "{id: small, label"), "id_twice", 39),
    "an id of the system's": (
        exchanged("  - id: box_number\n", "  - id: hour\n"),
        "id_reserved",
        79,
    ),
    "an id in Chinese": (exchanged("  - id: box_number\n", "  - id: 箱号\n"), "bad_id", 79),
    "a field renamed": (exchanged("  - id: box_number\n", "  - id: box_no\n"), "unknown_name", 112),
    "a way twice": (exchanged("  - way: self", "  - way: agent"), "id_twice", 26),
    "a paper twice": (exchanged("  - kind: N", "  - kind: R"), "id_twice", 205),
    "sent, but not asked": (
        exchanged("[holder.id_number, box_number, rent]", "[box_size, rents]"),
        "not_there",
        127,
    ),
    "a notice that is no form": (exchanged("knowledge:\n", CARE), "not_there", 196),
    "going on against advice with nothing to sign": (
        exchanged("knowledge:\n", AGAINST_ADVICE),
        "advice_without_notice",
        195,
    ),
    "a number that is taken": (exchanged('number: "901"', 'number: "103"'), "same_number", 4),
    # Sense
    "a choice without answers": (
        without("    options:\n", "    why: {zh: 租金不一样"),
        "choice_without_options",
        34,
    ),
    "bounds of a text": (
        exchanged("    type: integer", "    type: text"),
        "bounds_without_number",
        87,
    ),
    "an answer not offered": (exchanged('default: "yes"', 'default: "ja"'), "unknown_option", 45),
    "a currency of nobody's": (
        exchanged("    type: amount\n", "    type: amount\n    currency: RMB\n"),
        "bad_currency",
        101,
    ),
    "an identity paper that may follow": (
        exchanged(
            "  - use: holder_id\n",
            "  - use: holder_id\n"
            "    deferrable: {working_days: rule.deferral_days, why: {zh: 可, en: ok}}\n",
        ),
        "deferrable_identity",
        51,
    ),
    "a day reckoned from nothing": (
        exchanged("{base: last_day", "{base: lastday"),
        "unknown_base",
        154,
    ),
    "a legal term in digits": (
        exchanged(
            "plus: rule.locker_key_days, unit: working_days, last_day: branch",
            "plus: 5, last_day: legal",
        ),
        "legal_needs_figure",
        144,
    ),
    "a term of another unit": (
        exchanged("unit: working_days, last", "unit: months, last"),
        "figure_unit",
        144,
    ),
    # Conditions
    "a condition on no field": (exchanged(LARGE, 'boxsize == "large"'), "unknown_fact", 60),
    "a condition on no answer": (exchanged(LARGE, 'box_size == "larg"'), "unknown_option", 60),
    "one equals sign": (exchanged(LARGE, 'box_size = "large"'), "wrong_sign", 60),
    "full-width quotes in a condition": (exchanged(LARGE, "box_size == “large”"), "wrong_sign", 60),
    "a bracket open in a condition": (exchanged(LARGE, f"({LARGE}"), "unreadable", 60),
    "a sum in a condition": (exchanged(LARGE, "years + 1 >= 2"), "not_allowed", 60),
    "a condition on what is asked later": (
        exchanged(LARGE, "rent >= rule.locker_deposit_cny"),
        "asked_too_late",
        60,
    ),
    "a field that decides on itself": (
        exchanged("  - id: key_now\n", "  - id: key_now\n    shown_when: key_now\n"),
        "asked_later",
        43,
    ),
    "an age in digits": (exchanged(GROWN, "allowed_when: holder.age >= 18\n"), "bare_figure", 23),
    "an age that no pack has": (
        exchanged(GROWN, "allowed_when: holder.age >= rule.grown_age\n"),
        "unknown_fact",
        23,
    ),
    "an age against money": (
        exchanged(GROWN, "allowed_when: holder.age >= rule.locker_deposit_cny\n"),
        "types_differ",
        23,
    ),
    # Texts
    "a name nobody knows": (
        exchanged(
            'zh: "{rent_capital}", en: "{rent_capital}"', 'zh: "{rent_big}", en: "{rent_big}"'
        ),
        "unknown_name",
        122,
    ),
    "a name in one language": (
        exchanged('en: "years: {years}"', "en: a term"),
        "texts_differ",
        116,
    ),
    "a brace alone": (exchanged('zh: "{years} 年"', 'zh: "{years 年"'), "stray_brace", 116),
    "a figure in a text": (
        exchanged("押金 {rule.locker_deposit_cny} 元，退", "押金 1500 元，退"),
        "figure_in_text",
        167,
    ),
    # Figures
    "a figure without source": (exchanged(FEE_SOURCE, "", PACK), "missing", 15),
    "a figure without a day": (
        exchanged("    unit: CNY\n    from: 2026-01-01\n", "    unit: CNY\n", PACK),
        "missing",
        15,
    ),
    "a figure nobody read": (
        exchanged("    mark: R\n    read: 2026-11-20\n", "    mark: R\n", PACK),
        "missing",
        6,
    ),
    "a figure in words": (exchanged("value: 1500", "value: 一千五", PACK), "not_number", 16),
    "a unit of nobody's": (exchanged("unit: CNY", "unit: yuan", PACK), "choose", 17),
    "a figure that ended": (
        exchanged(
            "    unit: CNY\n    from: 2026-01-01",
            "    unit: CNY\n    from: 2025-01-01\n    until: 2025-12-31",
            PACK,
        ),
        "figure_not_in_force",
        167,
    ),
    "a figure that ends before it begins": (
        exchanged(
            "    unit: CNY\n    from: 2026-01-01",
            "    unit: CNY\n    from: 2026-01-01\n    until: 2025-12-31",
            PACK,
        ),
        "period_reversed",
        19,
    ),
    "a pack unreadable": (exchanged("    value: 1500", "   value: 1500", PACK), "yaml_syntax", 16),
    "a pack twice": (beside("second.yaml", example(PACK)), "same_pack", 2),
    "a shipped pack replaced by less": (
        exchanged("pack: our-bank", "pack: house", PACK),
        "pack_lacks",
        2,
    ),
}
