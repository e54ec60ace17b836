"""How the window looks: colours, type, sizes and icons, handed to every widget as one `Theme`."""

from counter_app.ui.theme.theme import LOOKS, SCALES, Look, Role, Theme

__all__ = ["LOOKS", "SCALES", "Look", "Role", "Theme"]
