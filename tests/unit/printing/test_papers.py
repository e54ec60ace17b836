"""The papers: what stands on them, where it stands, what they weigh."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pypdfium2 as pdfium
import pytest
import segno

from counter_app.domain.paper import Block, LabelledRow, Paper, PaperKind, PaperMark, qr_text
from counter_app.i18n import Language, Text
from counter_app.printing.fonts import SMALLEST_TYPE, PaperFonts
from counter_app.printing.head import footer_parts
from counter_app.printing.layout import printed_language
from counter_app.printing.measures import (
    LARGE,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    REGULAR,
    RIGHT,
    SEAL_LEFT,
    SEAL_SIDE,
)
from counter_app.printing.ops import Box, Code, Op, Words
from counter_app.printing.ops import Path as Line
from counter_app.printing.qr import dark_runs, module_matrix
from counter_app.printing.render import PaperRenderer
from counter_app.printing.signs import words_of
from counter_app.printing.stub import CLEAR_OVER_SIGNATURE, StubTooFullError
from counter_app.printing.words import page_of
from tests.unit.printing import samples
from tests.unit.printing.reading import (
    inks,
    page_texts,
    pages_of,
    points,
    rows_of,
    squeezed,
    text_of,
)
from tests.unit.printing.samples import CONTENT_HASH

LEAST_MARGIN = 8.0
MOST_INK = 0.09
RECEIPT_KILOBYTES = 45
LANGUAGES: tuple[Literal["zh", "en", "both"], ...] = ("zh", "en", "both")


def golden() -> Iterator[tuple[str, Paper]]:
    """Every kind in every language and print size, and the papers at their limits."""
    for name, paper in samples.all_kinds().items():
        for language in LANGUAGES:
            for large in (False, True):
                size = "-large" if large else ""
                yield f"{name}-{language}{size}", replace(paper, language=language, large=large)
    yield "five-documents", samples.five_documents()
    yield "five-documents-both", replace(samples.five_documents(), language="both")
    yield "seven-steps", samples.next_steps(7)
    yield "seven-steps-both", replace(samples.next_steps(7), language="both")
    for language in LANGUAGES:
        for large in (False, True):
            name = f"hard-read-back-{language}{'-large' if large else ''}"
            yield name, replace(samples.hard_read_back(), language=language, large=large)
    yield "no-seal", replace(samples.receipt(), seal_caption=None)
    for name, who in (("latin", samples.LATIN_42), ("minority", samples.MINORITY_30)):
        for language in LANGUAGES:
            paper = samples.with_name(samples.receipt(), who)
            yield f"{name}-{language}", replace(paper, language=language)
        yield f"{name}-large", replace(samples.with_name(samples.receipt(), who), large=True)
    for index, who in enumerate((*samples.RARE_NAMES, samples.NO_FONT_NAME)):
        yield f"rare-{index}", samples.with_name(samples.receipt(), who)


GOLDEN = dict(golden())
PAGES = {
    "receipt-zh": 1,
    "receipt-en": 1,
    "receipt-both": 2,
    "receipt-zh-large": 2,
    "next_steps-zh": 1,
    "next_steps-en": 1,
    "next_steps-both": 2,
    "next_steps-zh-large": 2,
    "one_time_notice-zh": 1,
    "one_time_notice-both": 2,
    "one_time_notice-zh-large": 3,
    "confirmation-zh": 1,
    "confirmation-both": 2,
    "confirmation-zh-large": 2,
    "five-documents": 2,
    "seven-steps": 1,
    "latin-zh": 1,
    "minority-zh": 1,
}


@pytest.fixture(scope="module")
def rendered(renderer: PaperRenderer) -> dict[str, bytes]:
    return {name: renderer.render_pdf(paper, CONTENT_HASH) for name, paper in GOLDEN.items()}


def content_of(pdf: bytes, paper: Paper) -> str:
    """The text of `pdf` without what repeats: footers, and the letterhead of later pages."""
    language = printed_language(paper)
    one: Language = "en" if language == "en" else "zh"
    copy = f"{paper.copy.zh}{paper.copy.en}" if language == "both" else paper.copy.into(one)
    head = squeezed(paper.bank.into(one) + paper.title.into(one) + copy)
    pages = [squeezed(page) for page in page_texts(pdf)]
    content = ""
    for number, text in enumerate(pages, start=1):
        parts = (*footer_parts(paper, language), page_of(number, len(pages)).into(one))
        foot = squeezed("".join(parts))
        assert text.endswith(foot)
        assert number == 1 or text.startswith(head)
        content += text[len(head) if number > 1 else 0 : -len(foot)]
    return content


@pytest.mark.parametrize("name", GOLDEN)
def test_the_text_is_the_content_in_order(
    name: str, rendered: dict[str, bytes], renderer: PaperRenderer
) -> None:
    paper = GOLDEN[name]
    expected = squeezed("".join(renderer.paper_lines(paper)))
    assert content_of(rendered[name], paper) == expected


def test_the_footer_names_paper_layout_time_rule_and_page(rendered: dict[str, bytes]) -> None:
    text = text_of(rendered["one_time_notice-zh"])
    for part in (
        "告知单 05A-0117K-M1",
        "版式 M1",
        "2026-11-23 14:08 打印",
        "依据：材料清单 2026-11 第 4、7、9 条",
        "第 1 页，共 1 页",
    ):
        assert part in text


@pytest.mark.parametrize("kind", ["one_time_notice", "confirmation"])
def test_a_binding_paper_is_never_in_english_alone(kind: str, rendered: dict[str, bytes]) -> None:
    assert rendered[f"{kind}-en"] == rendered[f"{kind}-both"]
    assert "中文为准" in text_of(rendered[f"{kind}-en"])


@pytest.mark.parametrize(("name", "pages"), PAGES.items())
def test_page_counts_stand(name: str, pages: int, rendered: dict[str, bytes]) -> None:
    assert len(pdfium.PdfDocument(rendered[name])) == pages


@pytest.mark.parametrize("name", GOLDEN)
def test_every_page_is_true_a5(name: str, rendered: dict[str, bytes]) -> None:
    for page in pdfium.PdfDocument(rendered[name]):
        assert page.get_size() == pytest.approx((points(PAGE_WIDTH), points(PAGE_HEIGHT)), abs=0.01)


@pytest.mark.parametrize("name", GOLDEN)
def test_only_the_tear_line_leaves_the_margins_and_ink_is_light(
    name: str, rendered: dict[str, bytes]
) -> None:
    paper = GOLDEN[name]
    tear = (LARGE if paper.large else REGULAR).tear
    for ink in inks(rendered[name]):
        left, top, right, end = ink.box(skip=rows_of(tear - 0.5, tear + 0.5))
        assert min(left, top) >= LEAST_MARGIN
        assert PAGE_WIDTH - right >= LEAST_MARGIN
        assert PAGE_HEIGHT - end >= LEAST_MARGIN - 0.2  # a pixel of the picture
        assert ink.share() <= MOST_INK


def seal_corner(ops: tuple[Op, ...]) -> Line | None:
    """The upper left corner mark of the seal zone."""
    marks = (op for op in ops if isinstance(op, Line) and len(op.points) == 3)
    return next((op for op in marks if op.x == SEAL_LEFT and op.points[1] == (0, 0)), None)


@pytest.mark.parametrize("name", GOLDEN)
def test_the_seal_lands_on_white(name: str, rendered: dict[str, bytes], fonts: PaperFonts) -> None:
    paper = GOLDEN[name]
    sealed = 0
    for ops, ink in zip(pages_of(paper, fonts), inks(rendered[name]), strict=True):
        corner = seal_corner(ops)
        if corner is None:
            continue
        sealed += 1
        inside = (SEAL_LEFT + 0.5, corner.y + 0.5, RIGHT - 0.5, corner.y + SEAL_SIDE - 5)
        corners = 4 * 3.5 / 25.4 * 150 * 3  # what the marks themselves may blacken
        assert ink.dark_in(*inside) <= corners
        middle = (SEAL_LEFT + 4, corner.y + 4, RIGHT - 4, corner.y + SEAL_SIDE - 5)
        assert ink.dark_in(*middle) == 0
    assert sealed == (0 if paper.seal_caption is None else 1)


@pytest.mark.parametrize("name", GOLDEN)
def test_words_keep_their_columns_and_sizes(name: str, fonts: PaperFonts) -> None:
    smallest = 10.0 if GOLDEN[name].large else SMALLEST_TYPE
    captions = {"业务章", "Seal", "业务章 Seal", "沿虚线撕开", "Tear here", "签本人姓名"}
    for ops in pages_of(GOLDEN[name], fonts):
        for op in ops:
            if not isinstance(op, Words):
                continue
            said = words_of(op.signs)
            assert op.size >= smallest or said in captions or op.size >= 8.5, said
            assert LEFT - 2 <= op.x < RIGHT, said


def overlapping(ops: tuple[Op, ...], fonts: PaperFonts) -> list[tuple[str, str]]:
    """Pairs of words that stand over each other."""
    boxes = []
    for op in ops:
        if isinstance(op, Words) and op.signs:
            wide = sum(fonts.advance(sign.char, op.size) for sign in op.signs)
            em = op.size * 25.4 / 72
            boxes.append((op.x, op.y - 0.62 * em, op.x + wide * 25.4 / 72 * 0.93, op.y, op.signs))
    return [
        (words_of(a[4]), words_of(b[4]))
        for index, a in enumerate(boxes)
        for b in boxes[index + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


@pytest.mark.parametrize("mark", [None, samples.REPRINT, samples.PRACTICE])
@pytest.mark.parametrize("name", GOLDEN)
def test_no_words_stand_over_others(name: str, mark: PaperMark | None, fonts: PaperFonts) -> None:
    for ops in pages_of(GOLDEN[name], fonts, mark):
        assert overlapping(ops, fonts) == []


@pytest.mark.parametrize("name", GOLDEN)
def test_no_full_number_is_printed(name: str, rendered: dict[str, bytes]) -> None:
    text = text_of(rendered[name])
    assert re.search(r"(?<!\d)\d{17}[\dX]", text) is None
    assert re.search(r"(?<!\d)1\d{10}(?!\d)", text) is None
    assert re.search(r"(?<!\d)\d{16,19}(?!\d)", text) is None


@pytest.mark.parametrize("name", GOLDEN)
def test_the_same_content_gives_the_same_bytes(
    name: str, rendered: dict[str, bytes], renderer: PaperRenderer
) -> None:
    assert renderer.render_pdf(GOLDEN[name], CONTENT_HASH) == rendered[name]


def test_fonts_registered_anew_give_the_same_bytes(
    rendered: dict[str, bytes], fonts: PaperFonts
) -> None:
    folder = Path(__file__).parents[3] / "resources" / "fonts"
    again = PaperRenderer(PaperFonts(folder)).render_pdf(samples.receipt(), CONTENT_HASH)
    assert again == rendered["receipt-zh"]


@pytest.mark.parametrize("mark", [samples.REPRINT, samples.PRACTICE])
@pytest.mark.parametrize("name", ["receipt-zh", "confirmation-zh", "receipt-both", "latin-zh"])
def test_a_marked_copy_differs_only_in_the_mark(
    name: str, mark: PaperMark, fonts: PaperFonts
) -> None:
    paper = GOLDEN[name]
    plain, marked = pages_of(paper, fonts), pages_of(paper, fonts, mark)
    later = [
        op for old, new in zip(plain[1:], marked[1:], strict=True) for op in new if op not in old
    ]
    said = "补打 第 2 次" if mark.kind == "reprint" else "培训样张，无效"
    repeated = [words_of(op.signs) for op in later if isinstance(op, Words)]
    assert repeated == [said] * (len(plain) - 1)
    assert len(later) == 2 * (len(plain) - 1)
    only_plain = [op for op in plain[0] if op not in marked[0]]
    only_marked = [op for op in marked[0] if op not in plain[0]]
    assert [words_of(op.signs) for op in only_plain if isinstance(op, Words)] == [paper.number]
    frame = next(op for op in only_marked if isinstance(op, Box))
    for op in only_marked:
        assert frame.x <= op.x <= frame.x + frame.width
        assert frame.y <= op.y <= frame.y + frame.height
    words = "".join(words_of(op.signs) for op in only_marked if isinstance(op, Words))
    assert paper.number in words
    assert said in words


def test_a_reprint_says_when_who_and_why(renderer: PaperRenderer) -> None:
    text = text_of(renderer.render_pdf(samples.receipt(), CONTENT_HASH, samples.REPRINT))
    assert "11月24日 09:12，陈亮 80236，客户遗失" in text
    later = replace(samples.REPRINT, at="2027-01-04 09:12")
    text = text_of(renderer.render_pdf(samples.receipt(), CONTENT_HASH, later))
    assert "2027年1月4日 09:12" in squeezed(text).replace("日09", "日 09")


def test_a_long_reason_grows_the_box_and_overlaps_nothing(fonts: PaperFonts) -> None:
    mark = replace(samples.REPRINT, reason=Text("客户说原件在回家路上被雨淋湿看不清了", "wet"))
    for ops in pages_of(samples.receipt(), fonts, mark):
        assert overlapping(ops, fonts) == []


@pytest.mark.parametrize("name", ["receipt-zh", "one_time_notice-zh", "confirmation-zh"])
def test_the_qr_is_segnos_and_says_the_paper(name: str, fonts: PaperFonts) -> None:
    paper = GOLDEN[name]
    (code,) = [op for page in pages_of(paper, fonts) for op in page if isinstance(op, Code)]
    assert code.text == qr_text(paper, CONTENT_HASH)
    expected = segno.make(code.text, error="m", mask=2, micro=False, boost_error=False)
    assert module_matrix(code.text) == tuple(bytes(row) for row in expected.matrix)
    modules, runs = dark_runs(code.text)
    drawn = {(y, x) for y, start, count in runs for x in range(start, start + count)}
    dark = {(y, x) for y, row in enumerate(expected.matrix) for x, value in enumerate(row) if value}
    assert drawn == dark
    assert code.side / modules >= 0.4


def test_the_longest_notice_keeps_its_modules_readable(fonts: PaperFonts) -> None:
    paper = replace(samples.one_time_notice(), skeleton="CT2/" + "A" * 102)
    (code,) = [op for page in pages_of(paper, fonts) for op in page if isinstance(op, Code)]
    assert code.side / dark_runs(code.text)[0] >= 0.4


def test_a_receipt_stays_small(rendered: dict[str, bytes]) -> None:
    for name in ("receipt-zh", "receipt-en", "receipt-both", "receipt-zh-large", "minority-zh"):
        assert len(rendered[name]) <= RECEIPT_KILOBYTES * 1024, name


def test_only_embedded_fonts_are_named(rendered: dict[str, bytes]) -> None:
    for pdf in rendered.values():
        assert b"Helvetica" not in pdf
        assert b"/FontFile2" in pdf


@pytest.mark.parametrize("name", ["receipt-zh", "receipt-en", "one_time_notice-zh", "latin-zh"])
def test_room_to_sign_is_left_on_the_stub(name: str, fonts: PaperFonts) -> None:
    ops = pages_of(GOLDEN[name], fonts)[-1]
    line = max(op.y for op in ops if isinstance(op, Line) and 180 < op.y < 196)
    above = [op.y for op in ops if isinstance(op, Words) and REGULAR.tear < op.y < line - 4]
    assert line - max(above) >= CLEAR_OVER_SIGNATURE


def test_a_stub_without_room_to_sign_is_refused(renderer: PaperRenderer) -> None:
    paper = samples.receipt()
    assert paper.stub is not None
    endless = replace(paper.stub, sentence=Text("我已收到上联。" * 40, ""))
    with pytest.raises(StubTooFullError):
        renderer.render_pdf(replace(paper, stub=endless), CONTENT_HASH)


def test_an_endless_row_goes_over_pages_and_loses_nothing(
    renderer: PaperRenderer, fonts: PaperFonts
) -> None:
    lines = tuple(samples.say(f"第 {n} 份材料", f"Document {n}") for n in range(1, 81))
    block = Block((LabelledRow(Text("材料", "Documents"), lines),))
    paper = replace(samples.receipt(), blocks=(samples.STEPS, block))
    pdf = renderer.render_pdf(paper, CONTENT_HASH)
    assert content_of(pdf, paper) == squeezed("".join(renderer.paper_lines(paper)))
    assert len(pages_of(paper, fonts)) == 4


def test_a_row_after_a_long_head_moves_whole_to_the_next_page(fonts: PaperFonts) -> None:
    told = tuple(samples.say(f"第 {n} 句说明。", f"Sentence {n}.") for n in range(1, 31))
    paper = replace(samples.one_time_notice(), explanation=told, blocks=(Block(samples.MISSING),))
    first, second = pages_of(paper, fonts)
    assert not any(isinstance(op, Box) for op in first)
    assert sum(isinstance(op, Box) for op in second) == len(samples.MISSING)


def test_empty_blocks_leave_no_trace(renderer: PaperRenderer) -> None:
    paper = samples.receipt()
    emptied = replace(paper, blocks=(*paper.blocks, Block(())))
    assert renderer.render_pdf(emptied, CONTENT_HASH) == renderer.render_pdf(paper, CONTENT_HASH)


def test_large_print_uses_the_shorter_words(rendered: dict[str, bytes]) -> None:
    text = squeezed(text_of(rendered["receipt-zh-large"]))
    assert "个人开户已受理" in text
    assert "资料已收齐，账户还不能使用。" in text


def test_kinds_are_all_here() -> None:
    assert {paper.kind for paper in GOLDEN.values()} == set(PaperKind)
