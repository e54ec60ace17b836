"""Where the focus goes: Enter to the next field, and back to where it was.

A field carries the property `enterStop`.
"""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton, QWidget

from counter_app.ui.widgets.button import Button
from counter_app.ui.widgets.field_box import ENTER_STOP


def go_on(scope: QWidget, primary: Button | None = None) -> None:
    """Enter in `scope`: focus the next field, or after the last one the primary button."""
    here = QApplication.focusWidget()
    if here is None or not scope.isAncestorOf(here):
        return
    for widget in stops_after(here, scope):
        if widget.property(ENTER_STOP) and _is_stop(widget, here):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return
    give_focus(primary or primary_button(scope))


def stops(scope: QWidget) -> list[QWidget]:
    """The widgets in `scope` that Tab stops at, in its order."""
    return [w for w in _chain(scope) if scope.isAncestorOf(w) and takes_tab(w)]


def stops_after(start: QWidget, scope: QWidget) -> list[QWidget]:
    """Those that Tab would reach after `start`, before it comes round."""
    inside = [w for w in _chain(scope) if scope.isAncestorOf(w) and (takes_tab(w) or w is start)]
    return inside[inside.index(start) + 1 :] if start in inside else inside


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops at this widget now."""
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def primary_button(scope: QWidget) -> Button | None:
    """The one filled button of a page or dialog."""
    for button in scope.findChildren(Button):
        if button.kind == "primary" and button.isVisible():
            return button
    return None


def give_focus(widget: QWidget | None) -> bool:
    """Focus `widget` if it still exists and can be seen."""
    if widget is None or not shiboken6.isValid(widget) or not widget.isVisible():
        return False
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def _chain(start: QWidget) -> list[QWidget]:
    chain, widget = [start], start.nextInFocusChain()
    while widget is not None and widget is not start:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain


def _is_stop(widget: QWidget, here: QWidget) -> bool:
    """A group of radios is one stop: its chosen one, and not again while inside it."""
    if not isinstance(widget, QRadioButton):
        return True
    group = widget.group()
    if group is None:
        return True
    if isinstance(here, QAbstractButton) and here.group() is group:
        return False
    checked = group.checkedButton()
    return checked is None or checked is widget
