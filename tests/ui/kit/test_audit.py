"""The audit finds each fault that it is for."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGroupBox, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from counter_app.ui.theme import Theme
from counter_app.ui.widgets.base import column
from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.label import ElidedLabel, Label
from tests.ui.audit import audit
from tests.ui.kit.conftest import Show


def _nameless(_theme: Theme, page: QWidget) -> None:
    _column(page).addWidget(QLineEdit())


def _borrowed(_theme: Theme, page: QWidget) -> None:
    group = QGroupBox("证件")
    column(group).addWidget(QLineEdit())
    _column(page).addWidget(group)


def _twice(theme: Theme, page: QWidget) -> None:
    _column(page).addWidget(Button(theme, "修改"))
    _column(page).addWidget(Button(theme, "修改"))


def _cut(theme: Theme, page: QWidget) -> None:
    label = Label(theme, "一句放不下的话，不会自己变短")
    label.setFixedWidth(60)
    _column(page).addWidget(label)


def _cut_below(theme: Theme, page: QWidget) -> None:
    label = Label(theme, "一句放不下的话，换行以后还是放不下，因为高度不够", wrap=True)
    label.setFixedSize(80, 30)
    _column(page).addWidget(label)


def _outside(theme: Theme, page: QWidget) -> None:
    button = Button(theme, "远处")
    button.setParent(page)
    button.move(page.width() - 10, 0)


def _small(theme: Theme, page: QWidget) -> None:
    button = Button(theme, "小")
    button.setFixedSize(40, 20)
    _column(page).addWidget(button)


def _pale(theme: Theme, page: QWidget) -> None:
    label = _label(theme, page)
    label.setStyleSheet(f"color: {theme.colour('line').name()}")


def _label(theme: Theme, page: QWidget) -> Label:
    label = Label(theme, "淡字")
    _column(page).addWidget(label)
    return label


def _named(theme: Theme, page: QWidget) -> None:
    _label(theme, page).setAccessibleName("别的话")


def _one_key_twice(_theme: Theme, page: QWidget) -> None:
    QShortcut(QKeySequence("F8"), page)
    QShortcut(QKeySequence("F8"), page)


def _over_one_another(theme: Theme, page: QWidget) -> None:
    for number, words in enumerate(("甲", "乙")):
        button = Button(theme, words)
        button.setParent(page)
        button.move(20 * number, 0)


def _behind_an_edge(theme: Theme, page: QWidget) -> None:
    frame = QFrame(page)
    frame.setFixedSize(60, 60)
    button = Button(theme, "半个")
    button.setParent(frame)
    button.move(20, 0)


def _beside_a_fixed_column(theme: Theme, page: QWidget) -> None:
    _scrolled(theme, page).setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def _scrolled(theme: Theme, page: QWidget) -> QScrollArea:
    """A button wider than the column that it stands in."""
    button = Button(theme, "宽")
    button.setMinimumWidth(600)
    scroll = QScrollArea()
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(button)
    _column(page).addWidget(scroll)
    return scroll


@pytest.mark.parametrize(
    ("plant", "code"),
    [
        (_nameless, "no-name"),
        (_borrowed, "borrowed-name"),
        (_twice, "same-name"),
        (_cut, "clipped"),
        (_cut_below, "clipped"),
        (_outside, "off-screen"),
        (_behind_an_edge, "cut-off"),
        (_beside_a_fixed_column, "cut-off"),
        (_small, "small-target"),
        (_pale, "contrast"),
        (_named, "named-label"),
        (_one_key_twice, "same-key"),
        (_over_one_another, "overlap"),
    ],
)
def test_a_planted_fault_is_found(
    theme: Theme, show: Show, plant: Callable[[Theme, QWidget], None], code: str
) -> None:
    page = QWidget()
    page.resize(400, 300)
    plant(theme, page)
    show(page)
    assert code in [each.code for each in audit(page)]


def test_what_can_be_scrolled_to_is_not_hidden(theme: Theme, show: Show) -> None:
    page = QWidget()
    page.resize(400, 300)
    _scrolled(theme, page)
    show(page)
    assert audit(page) == []


def test_a_sound_page_has_no_findings(theme: Theme, show: Show) -> None:
    page = QWidget()
    page.resize(300, 200)
    _column(page).addWidget(Label(theme, "客户"))
    _column(page).addWidget(ElidedLabel(theme, "很长的一句话" * 20))
    _column(page).addWidget(Button(theme, "下一步", "F8", "primary"))
    show(page)
    assert audit(page) == []


def _column(page: QWidget) -> QVBoxLayout:
    layout = page.layout()
    return layout if isinstance(layout, QVBoxLayout) else column(page)
