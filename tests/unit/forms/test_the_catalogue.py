"""What the catalogue holds: services, signed forms, dated figures; and the same in both languages.

Each list is what a branch's counter must have. A service may be written otherwise, but not be missing.
"""

import datetime as dt
import re

import pytest

from counter_app.forms.compiled import figures_used, leaves
from counter_app.forms.rules import Figure
from counter_app.forms.spec import ProcedureSpec
from counter_app.forms.spec_parts import FormSpec
from counter_app.i18n import Text
from tests.unit.forms.cases import TODAY, shipped_catalogue, shipped_rules

SERVICES = {
    "personal and minor's account": "GRKH",
    "cash in": "XJCK",
    "cash out": "XJQK",
    "large cash booked ahead": "DEYY",
    "transfer": "ZZHK",
    "time deposit": "DQKL",
    "loss of card, book, certificate": "GS",
    "early withdrawal": "TQZQ",
    "statement": "ZHLS",
    "passbook": "CZHZ",
    "certificate of deposit": "CKZM",
    "replacement": "BHK",
    "loss report withdrawn": "CXGS",
    "password": "MMCZ",
    "identity update": "XXGX",
    "phone update": "SJHBG",
    "closing": "GRXH",
    "limits of non-counter channels": "FGMXE",
    "mobile banking": "SJYH",
    "swallowed card": "TKLQ",
    "small change": "LCDH",
    "damaged notes": "CSB",
    "counterfeit notes": "JBSJ",
    "dormant account": "JXJH",
    "limited account": "ZHJX",
    "automatic debit": "ZDKK",
    "credit report": "ZXCX",
    "loan repayment proof": "JQZM",
    "personal pension account": "GRYLJ",
    "social-security card": "SBKJH",
    "foreign currency": "JSH",
    "remittance abroad": "JWHK",
    "savings bonds": "CXGZ",
    "wealth products": "LCGM",
    "visit at home": "SMFW",
    "deceased depositor": "YGCKJHTQ",
    "inheritance by notary or court": "JCGZ",
    "authorities": "SFYJ",
    "company opening": "DGJBH",
    "company information": "DGXXBG",
    "legal representative": "FDDBRBG",
    "seal loss": "YJGS",
    "company statements": "DGDZD",
    "cheques": "ZPGM",
    "cash cheque": "XJZPDF",
    "payroll opening": "DFGZ",
    "company closing": "DGXH",
    "seal change": "YJGH",
}

FORMS = {
    "授权委托书": ("GRKH", "XJQK", "ZZHK", "GRXH", "DGJBH", "DGXH"),
    "承诺书": ("GRKH", "YGCKJHTQ"),
    "监护人声明": ("GRKH", "GS", "MMCZ", "SJHBG", "BHK"),
    "税收居民身份声明": ("GRKH", "DGJBH"),
    "防范电信网络诈骗提示书": ("XJCK", "XJQK", "ZZHK", "TQZQ", "JWHK"),
    "大额现金": ("DEYY",),
}
"""Words of a signed form's title, and services that must have it."""

DATED = {
    "cash_cdd_cny": dt.date(2026, 1, 1),
    "cash_cdd_usd": dt.date(2026, 1, 1),
    "deceased_limit_cny": dt.date(2024, 6, 1),
    "wealth_elder_age": dt.date(2026, 2, 1),
    "crs_change_days": None,
    "real_name_age": None,
    "full_age": None,
    "no_capacity_age": None,
    "consent_age": None,
    "elder_age": None,
    "fx_year_usd": None,
    "fx_visitor_day_usd": None,
    "credit_objection_days": None,
    "credit_complaint_days": None,
    "limit_objection_days": None,
    "complaint_answer_days": dt.date(2020, 3, 1),
    "complaint_complex_days": dt.date(2020, 3, 1),
    "complaint_extension_days": dt.date(2020, 3, 1),
    "loss_oral_days": None,
    "deferral_days": None,
}
"""Figures that a counter stands on, and from when they hold where that day is itself a rule."""

WITHOUT_FORM = {"ZHLS", "CZHZ", "LCDH", "DGDZD", "ZPGM", "LCGM", "SFYJ"}
"""Services at which nothing of the bank's own is signed but the core's voucher."""

PROCEDURES = shipped_catalogue().procedures
HAN = re.compile("[\u4e00-\u9fff]")


def by_code(code: str) -> ProcedureSpec:
    return next(one for one in PROCEDURES if one.code == code)


def test_the_services_of_a_counter_are_there_and_no_other() -> None:
    assert len(SERVICES) >= 35
    assert sorted(SERVICES.values()) == sorted(one.code for one in PROCEDURES)


@pytest.mark.parametrize("words", FORMS)
def test_the_forms_that_are_signed_come_from_the_content(words: str) -> None:
    for code in FORMS[words]:
        titles = {form.title.zh for form in by_code(code).forms}
        assert [title for title in titles if words in title], (code, titles)


@pytest.mark.parametrize("spec", PROCEDURES, ids=lambda spec: spec.code)
def test_each_service_is_whole(spec: ProcedureSpec) -> None:
    steps = {line.step for line in spec.script}
    assert {"reception", "completion"} <= steps
    assert len(spec.knowledge) >= 2
    assert bool(spec.forms) is (spec.code not in WITHOUT_FORM)
    assert spec.standard_minutes
    assert {one.id for one in spec.checklist}
    assert spec.sources
    for source in spec.sources.values():
        assert source.read <= TODAY
    if not spec.restricted:
        assert {"M"} <= {paper.kind for paper in spec.papers}


@pytest.mark.parametrize("spec", PROCEDURES, ids=lambda spec: spec.code)
def test_whoever_may_only_come_himself_hears_of_a_lawful_way(spec: ProcedureSpec) -> None:
    """Where an agent is refused outright, the visit at home or another way is told."""
    for way in spec.who:
        if way.way == "agent" and way.allowed_when == "never":
            assert way.instead is not None


@pytest.mark.parametrize("key", DATED)
def test_a_figure_of_the_counter_has_source_and_date(key: str) -> None:
    figure = shipped_rules().at(key, TODAY)
    assert figure is not None, key
    assert figure.source.zh
    assert figure.source.en
    assert figure.read <= TODAY
    since = DATED[key]
    assert since is None or figure.from_date == since


@pytest.mark.parametrize("figure", shipped_rules().figures, ids=lambda one: one.key)
def test_what_is_not_read_in_the_law_says_so(figure: Figure) -> None:
    if figure.mark == "R":
        assert re.search("核定|行业常识|待核", figure.source.zh), figure.source.zh
    if figure.mark == "S" and figure.scope == "national":
        assert re.search("转述|转引|引文|要点|解读|公告|题解|通知|令|号", figure.source.zh)


def test_every_figure_is_used_or_named_by_the_product() -> None:
    used = {key for spec in PROCEDURES for key in figures_used(spec)}
    spare = {one.key for one in shipped_rules().figures} - used
    assert spare <= SPARE, sorted(spare - SPARE)


SPARE = {
    "complaint_answer_days",
    "complaint_complex_days",
    "complaint_extension_days",
    "notice_valid_days",
    "parked_wait_minutes",
}
"""Figures kept for what stands beside the procedures: complaints, notices, parking."""


@pytest.mark.parametrize("spec", PROCEDURES, ids=lambda spec: spec.code)
def test_both_languages_have_the_same_items(spec: ProcedureSpec) -> None:
    """Every line has both, they use the same names, and neither is the other's words."""
    found = 0
    for path, text in leaves(spec):
        if isinstance(text, Text):
            found += 1
            assert text.zh.strip(), path
            assert text.en.strip(), path
            names = [sorted(set(re.findall(r"\{[^}]*\}", one))) for one in (text.zh, text.en)]
            assert names[0] == names[1], path
            assert not HAN.search(re.sub(r"\{[^}]*\}", "", text.en)), path
    assert found > 20
    words = spec.words
    assert bool(words.zh) is bool(words.en) is True


@pytest.mark.parametrize("spec", PROCEDURES, ids=lambda spec: spec.code)
def test_a_signed_form_says_who_signs_and_what(spec: ProcedureSpec) -> None:
    for form in spec.forms:
        assert isinstance(form, FormSpec)
        assert form.statements
        assert form.rows, form.id
        assert len({row.label.zh for row in form.rows}) == len(form.rows)
        assert len({row.label.en for row in form.rows}) == len(form.rows)
