"""An expected refusal: something typed or asked for that cannot be taken, as a value.

Owns the shape only. The sentence that the teller reads is made in `ui` from `code` and `params`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not. `params` fill the sentence and never hold the refused number itself."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict, hash=False)
