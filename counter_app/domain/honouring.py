"""How long a PC honours sign-ons while it does not see its branch.

A right that ended elsewhere is not known here meanwhile: so after a while a supervisor has to be there.
The hours are a house setting, not law.
"""

from datetime import datetime, timedelta

HONOURED = timedelta(hours=72)
"""As shipped: a weekend and a day."""


def is_honoured(last_met: datetime | None, now: datetime, honoured: timedelta) -> bool:
    """Whether a PC may let people sign on by itself. One that never met a branch stands alone."""
    return last_met is None or now - last_met <= honoured
