"""Papers as streams of thermal and dot-matrix printers, read back by a strict interpreter."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.paper import Paper, PaperMark, qr_text
from counter_app.i18n import same
from counter_app.printing.content_lines import content_lines
from counter_app.printing.dot_matrix import DotMatrix
from counter_app.printing.escpos import ThermalRoll
from counter_app.printing.fonts import PaperFonts
from counter_app.printing.rasters import LineRasters
from counter_app.printing.text_lines import SheetNeededError, in_font, width_of, wrapped
from tests.unit.printing import samples
from tests.unit.printing.roll_reading import Printed, StreamError, read_matrix, read_thermal

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
GOLDEN = Path(__file__).parents[2] / "golden" / "rolls"

Variant = tuple[Paper, PaperMark | None]


def variants() -> dict[str, Variant]:
    receipt = samples.receipt()
    return {
        "receipt": (receipt, None),
        "receipt-both": (replace(receipt, language="both"), None),
        "receipt-en": (replace(receipt, language="en"), None),
        "receipt-large": (replace(receipt, large=True), None),
        "receipt-reprint": (receipt, samples.REPRINT),
        "receipt-rare": (samples.with_name(receipt, "王𬭎"), None),
        "next-steps": (samples.next_steps(7), None),
        "one-time-notice": (samples.one_time_notice(), None),
    }


@pytest.fixture(scope="module")
def roll(fonts: PaperFonts) -> ThermalRoll:
    return ThermalRoll(fonts, LineRasters(FONTS, fonts))


@pytest.fixture(scope="module")
def matrix(fonts: PaperFonts) -> DotMatrix:
    return DotMatrix(fonts, LineRasters(FONTS, fonts))


def squeezed(text: str) -> str:
    """Without white space, which wrapping takes and gives; ¥ as a roll writes it."""
    return "".join(text.replace("¥", "￥").split())


def assert_says(printed: Printed, paper: Paper, fonts: PaperFonts) -> None:
    """Every line of the content stands in the text, in order; only lines of dots are not text."""
    text, at = squeezed("".join(printed.lines)), 0
    missing = []
    for line in content_lines(paper):
        found = text.find(squeezed(fonts.extracted(line)), at)
        if found < 0:
            missing.append(line)
        else:
            at = found + len(squeezed(fonts.extracted(line)))
    assert [line for line in missing if all(in_font(char) for char in fonts.extracted(line))] == []
    assert len(missing) <= len(printed.images)


@pytest.mark.parametrize("name", variants())
def test_a_roll_says_what_the_content_says_within_its_columns(
    name: str, roll: ThermalRoll, fonts: PaperFonts
) -> None:
    paper, mark = variants()[name]
    printed = read_thermal(roll.render(paper, samples.CONTENT_HASH, mark))
    assert_says(printed, paper, fonts)
    assert printed.cuts == 1
    assert printed.events[-1] == "cut"
    assert printed.codes == [qr_text(paper, samples.CONTENT_HASH)]


@pytest.mark.parametrize("name", variants())
def test_a_dot_matrix_says_what_the_content_says_within_its_columns(
    name: str, matrix: DotMatrix, fonts: PaperFonts
) -> None:
    paper, mark = variants()[name]
    printed = read_matrix(matrix.render(paper, samples.CONTENT_HASH, mark))
    assert_says(printed, paper, fonts)
    assert printed.events[-1] == "form feed"


@pytest.mark.parametrize("name", variants())
def test_the_streams_are_as_kept(name: str, roll: ThermalRoll) -> None:
    paper, mark = variants()[name]
    printed = read_thermal(roll.render(paper, samples.CONTENT_HASH, mark))
    assert "\n".join(printed.events) + "\n" == (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_a_rare_name_is_drawn_and_not_written(roll: ThermalRoll) -> None:
    plain = read_thermal(roll.render(samples.with_name(samples.receipt(), "王明"), "0" * 64))
    for name in samples.RARE_NAMES[:3]:
        paper = samples.with_name(samples.receipt(), name)
        printed = read_thermal(roll.render(paper, "0" * 64))
        more = len(printed.images) - len(plain.images)
        assert more >= 1
        assert all(any(dots) for _wide, _high, dots in printed.images)
        assert not any(name in line for line in printed.lines)


def test_a_sign_that_no_font_has_is_its_code(roll: ThermalRoll) -> None:
    paper = samples.with_name(samples.receipt(), samples.NO_FONT_NAME)
    printed = read_thermal(roll.render(paper, "0" * 64))
    assert "[U+2EBF0]" in "".join(printed.lines)


def test_money_is_written_with_the_sign_that_printers_have(roll: ThermalRoll) -> None:
    paper = replace(samples.receipt(), bank=same("¥ 50,000.00"))
    printed = read_thermal(roll.render(paper, "0" * 64))
    assert any("￥ 50,000.00" in line for line in printed.lines)


def test_a_copy_says_so_first(roll: ThermalRoll) -> None:
    printed = read_thermal(roll.render(samples.receipt(), "0" * 64, samples.REPRINT))
    assert printed.lines[0].startswith("补打 第")


@pytest.mark.parametrize("paper", [samples.confirmation, samples.form])
def test_what_is_signed_goes_on_no_roll(
    paper: Callable[[], Paper], roll: ThermalRoll, matrix: DotMatrix
) -> None:
    with pytest.raises(SheetNeededError):
        roll.render(paper(), "0" * 64)
    with pytest.raises(SheetNeededError):
        matrix.render(paper(), "0" * 64)


@given(
    st.text(st.sampled_from("账户开A1 ,.·—é\u00c9𠮷ab-"), max_size=200),
    st.integers(min_value=2, max_value=80),
)
def test_wrapping_loses_nothing_and_is_never_wide(text: str, columns: int) -> None:
    lines = list(wrapped(text, columns))
    assert squeezed("".join(lines)) == squeezed(text)
    assert all(width_of(line) <= columns for line in lines)


@pytest.mark.parametrize(
    "stream",
    [
        b"\x1b@\x1bp\x00\x19\xfa",
        b"\x1b@plain",
        b"\x1b@\x1c&" + b"a" * 49 + b"\x1c.\n",
        b"\x1b@\x1c&" + "𠮷".encode("gb18030") + b"\x1c.\n",
        b"\x1dV\x00",
    ],
    ids=["drawer", "outside", "wide", "four bytes", "not initialised"],
)
def test_the_interpreter_is_strict(stream: bytes) -> None:
    with pytest.raises(StreamError):
        read_thermal(stream)


def write_golden() -> None:
    """Writes the kept streams anew: a change is read in the diff."""
    fonts = PaperFonts(FONTS)
    roll = ThermalRoll(fonts, LineRasters(FONTS, fonts))
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name, (paper, mark) in variants().items():
        printed = read_thermal(roll.render(paper, samples.CONTENT_HASH, mark))
        (GOLDEN / f"{name}.txt").write_text("\n".join(printed.events) + "\n", "utf-8")


if __name__ == "__main__":
    write_golden()
