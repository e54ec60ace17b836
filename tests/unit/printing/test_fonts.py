"""Every sign is drawn by a shipped font or shown by its code; all of them extract exactly."""

from dataclasses import replace

import pytest
import reportlab
from reportlab.pdfbase.ttfonts import makeToUnicodeCMap

from counter_app.printing.fonts import SMALLEST_TYPE, FontRun, PaperFonts, code_size
from counter_app.printing.pdf_cures import (
    UncheckedReportLabError,
    refuse_unchecked_version,
    to_unicode_cmap,
)
from counter_app.printing.render import PaperRenderer
from tests.unit.printing.reading import text_of
from tests.unit.printing.samples import (
    CONTENT_HASH,
    LATIN_42,
    MINORITY_30,
    NO_FONT_NAME,
    RARE_NAMES,
    receipt,
    with_name,
)


@pytest.mark.parametrize(
    ("char", "drawn"),
    [
        ("王", "text"),
        ("𬭎", "text"),
        ("𠅤", "text"),
        ("㙍", "text"),
        ("Á", "text"),
        ("·", "text"),
        ("￥", "text"),
        ("𠮷", "rare"),
        ("𪚥", "rare"),
        ("\U0002ebf0", "code"),
        ("\U0001f600", "code"),
    ],
)
def test_coverage_comes_from_the_fonts_own_maps(fonts: PaperFonts, char: str, drawn: str) -> None:
    assert fonts.drawn(char) == drawn


def test_runs_are_split_where_the_font_changes(fonts: PaperFonts) -> None:
    assert fonts.runs("张𠮷𪚥\U0002ebf0明") == (
        FontRun("text", "张"),
        FontRun("rare", "𠮷𪚥"),
        FontRun("code", "[U+2EBF0]"),
        FontRun("text", "明"),
    )


def test_a_code_is_never_smaller_than_the_smallest_type() -> None:
    assert code_size(7.5) == SMALLEST_TYPE
    assert code_size(24) == pytest.approx(14.4)


@pytest.mark.parametrize("name", [*RARE_NAMES, LATIN_42, MINORITY_30, "José Ångström-Đặng"])
def test_names_extract_exactly(renderer: PaperRenderer, name: str) -> None:
    pdf = renderer.render_pdf(with_name(receipt(), name), CONTENT_HASH)
    text = "".join(text_of(pdf).split())
    assert text.count("".join(name.split())) == 2  # particulars and stub


def test_a_sign_without_a_font_is_printed_by_its_code(renderer: PaperRenderer) -> None:
    pdf = renderer.render_pdf(with_name(receipt(), NO_FONT_NAME), CONTENT_HASH)
    assert "王[U+2EBF0]明" in text_of(pdf)


def test_a_bold_sign_without_a_font_is_printed_by_its_code(renderer: PaperRenderer) -> None:
    paper = replace(receipt(), bank=replace(receipt().bank, zh=NO_FONT_NAME))
    assert "王[U+2EBF0]明" in text_of(renderer.render_pdf(paper, CONTENT_HASH))


def test_the_map_is_utf16_in_blocks_of_a_hundred() -> None:
    cmap = to_unicode_cmap("ABC+Noto", [0x2CB4E, *range(0x4E00, 0x4E00 + 150)])
    assert "<00> <D872DF4E>" in cmap
    assert "100 beginbfchar" in cmap
    assert "51 beginbfchar" in cmap


def test_the_defect_that_is_cured_is_still_there() -> None:
    """When this fails, ReportLab was mended and the cure can go."""
    assert reportlab.Version.startswith("5.1.")
    assert "<2CB4E>" in makeToUnicodeCMap("ABC+Noto", [0x2CB4E])


@pytest.mark.parametrize("version", ["5.0.0", "5.2.0", "6.0"])
def test_an_unchecked_reportlab_is_refused(version: str) -> None:
    with pytest.raises(UncheckedReportLabError):
        refuse_unchecked_version(version)
