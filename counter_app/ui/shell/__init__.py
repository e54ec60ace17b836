"""The frame of the window: bars, panes, keys, lock, reader. Pages plug into it.

Knows pages only by `page.Page`, and nothing of the business.
"""

from counter_app.ui.shell.actions import Action
from counter_app.ui.shell.frame import Frame
from counter_app.ui.shell.page import Page, rail_actions
from counter_app.ui.shell.pick_list import Pick

__all__ = ["Action", "Frame", "Page", "Pick", "rail_actions"]
