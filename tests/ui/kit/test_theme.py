"""Colours, contrast, sizes, icons, and the style sheet made of them."""

import re

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from counter_app.ui.shell import Frame
from counter_app.ui.theme import SCALES, Theme
from counter_app.ui.theme.icons import Icons
from counter_app.ui.theme.palette import SCHEMES, Scheme, contrast, load_colours
from counter_app.ui.theme.sheet import fill
from tests.unit.services.standing import RESOURCES

TEXT = 4.5
EDGE = 3.0

# Ink, ground, ratio needed. Source: WCAG 2.2, 1.4.3 and 1.4.11.
PAIRS = [
    *[("ink", ground, TEXT) for ground in ("surface", "side", "canvas", "soft", "sunken")],
    *[("ink2", g, TEXT) for g in ("surface", "side", "canvas", "soft", "sunken", "warns")],
    *[("accent", ground, TEXT) for ground in ("surface", "side", "soft")],
    *[("on", ground, TEXT) for ground in ("accent", "accent2", "train")],
    *[("ok", ground, TEXT) for ground in ("surface", "side", "canvas", "soft", "oks")],
    *[("warn", ground, TEXT) for ground in ("surface", "side", "canvas", "soft", "warns")],
    *[("bad", ground, TEXT) for ground in ("surface", "side", "canvas", "soft", "bads")],
    ("train", "trains", TEXT),
    *[("barink", ground, TEXT) for ground in ("bar", "bar2")],
    *[("barink2", ground, TEXT) for ground in ("bar", "bar2")],
    *[(ink, "bar", TEXT) for ink in ("barok", "barwarn", "barbad")],
    ("tipink", "tip", TEXT),
    ("count", "countfill", TEXT),
    *[("ctl", ground, EDGE) for ground in ("surface", "side", "canvas", "soft")],
    ("barctl", "bar", EDGE),
    ("tab", "bar", EDGE),
    ("c1", "surface", EDGE),
    ("c2", "surface", EDGE),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground", "needed"), PAIRS)
def test_ink_stands_out_from_its_ground(
    scheme: Scheme, ink: str, ground: str, needed: float
) -> None:
    colours = load_colours(RESOURCES / "themes", scheme)
    assert contrast(colours[ink], colours[ground]) >= needed


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#FFFFFF", 1.0), ("#14202A", "#FFFFFF", 16.54)],
)
def test_contrast_is_computed_as_wcag_says(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)
    assert contrast(second, first) == contrast(first, second)


def test_all_schemes_have_the_same_tokens() -> None:
    tokens = [set(load_colours(RESOURCES / "themes", scheme).tokens) for scheme in SCHEMES]
    assert tokens[0] == tokens[1] == tokens[2]


def test_colours_are_six_digits() -> None:
    for scheme in SCHEMES:
        for value in load_colours(RESOURCES / "themes", scheme).tokens.values():
            assert re.fullmatch(r"#[0-9A-F]{6}", value)


@pytest.mark.parametrize("scale", SCALES)
def test_the_sheet_scales_lengths_but_never_the_hairline(scale: int) -> None:
    colours = load_colours(RESOURCES / "themes", "light")
    sheet = fill("a { border: 1px solid @line; width: 40dp; }", colours, scale / 100)
    assert sheet == f"a {{ border: 1px solid #D5DCE1; width: {round(40 * scale / 100)}px; }}"


def test_the_shipped_sheet_leaves_no_token_and_no_unscaled_length(theme: Theme) -> None:
    sheet = theme.style_sheet()
    assert "@" not in sheet.replace("at sign", "")
    assert not re.search(r"\d+dp", sheet.split("*/", 1)[1])


def test_no_widget_holds_a_literal_colour() -> None:
    sources = [*(RESOURCES.parent / "counter_app" / "ui").rglob("*.py")]
    assert sources
    for path in sources:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"#[0-9A-Fa-f]{6}\b", text), path
        assert not re.search(r"Qt\.GlobalColor\.(?!transparent)", text), path
        assert not re.search(r"QColor\(\s*\d", text), path


def test_choosing_a_look_and_a_scale_changes_everything_at_once(
    theme: Theme, qapp: QApplication
) -> None:
    told: list[str] = []
    theme.changed.connect(lambda: told.append(theme.scheme))
    theme.choose("dark", 150)
    assert told == ["dark"]
    assert theme.colour("accent") == QColor("#63B9D2")
    assert theme.px(40) == 60
    assert theme.font("body").pixelSize() == 22
    assert qapp.palette().window().color() == QColor("#0F1519")


class Counting(QObject):
    """How often widgets are told that their dress has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.told = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        self.told += event.type() in kinds
        return False


def test_a_window_is_dressed_again_once_and_whole(
    theme: Theme, frame: Frame, qapp: QApplication
) -> None:
    """Dressed over a sheet that is on, each widget is told by everything above it: 20 times here."""
    frame.show()
    qapp.processEvents()
    counting = Counting()
    qapp.installEventFilter(counting)
    theme.choose("dark", 150)
    qapp.removeEventFilter(counting)
    assert counting.told < 8 * len(qapp.allWidgets())
    qapp.processEvents()
    switched = frame.grab().toImage()
    theme.apply(qapp)
    theme.changed.emit()
    qapp.processEvents()
    assert frame.grab().toImage() == switched


def test_follows_the_system_when_asked_and_only_then(qapp: QApplication) -> None:
    wishes: list[Scheme] = ["light"]
    theme = Theme(RESOURCES, "system", 100, lambda: wishes[-1])
    for wish in SCHEMES:
        wishes.append(wish)
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
        assert (theme.look, theme.scheme) == ("system", wish)
    theme.choose("light")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.scheme == "light"


def test_an_unknown_system_is_light(qapp: QApplication) -> None:
    assert Theme(RESOURCES).scheme == "light"


def test_every_icon_draws_in_the_colour_asked_for(qapp: QApplication) -> None:
    folder = RESOURCES / "icons"
    icons = Icons(folder)
    for file in folder.glob("*.svg"):
        image = icons.pixmap(file.stem, QColor("#A4201A"), 24).toImage()
        inks = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }
        assert "#a4201a" in inks, file.name


def test_an_icon_is_drawn_once(qapp: QApplication) -> None:
    icons = Icons(RESOURCES / "icons")
    first = icons.pixmap("lock", QColor("#14202A"), 16)
    assert icons.pixmap("lock", QColor("#14202A"), 16).cacheKey() == first.cacheKey()
    assert icons.pixmap("lock", QColor("#A4201A"), 16).cacheKey() != first.cacheKey()


def test_the_rare_character_is_drawn_by_the_fallback(theme: Theme) -> None:
    assert theme.font("body").families() == ["Noto Sans SC", "HanaMinB"]
