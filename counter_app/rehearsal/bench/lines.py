"""What a measurement says: its name, its figures, and whether they hold.

Owns the one line that is printed and its shape as JSON. Measures nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from counter_app.rehearsal.bench_store import Spread, spread

Figure = float | int | bool


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement. `limits` names the figures that are held and the most they may be."""

    name: str
    figures: Mapping[str, Figure]
    limits: Mapping[str, float] = field(default_factory=dict)
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether every figure that is held is within its limit, and every yes or no is a yes."""
        within = all(self.figures[name] <= most for name, most in self.limits.items())
        return within and all(one for one in self.figures.values() if isinstance(one, bool))

    def line(self) -> str:
        """The measurement as it is printed."""
        parts = [
            f"{name} {_said(value)}{self._limit(name)}" for name, value in self.figures.items()
        ]
        verdict = "holds" if self.holds else "MISSED"
        note = f"  ({self.note})" if self.note else ""
        return f"{self.name:10s} {verdict:6s}  {'  '.join(parts)}{note}"

    def told(self) -> dict[str, object]:
        """The measurement as JSON has it."""
        return {**asdict(self), "holds": self.holds}

    def _limit(self, name: str) -> str:
        return f" (≤ {self.limits[name]:g})" if name in self.limits else ""


def spread_figures(what: str, spans: Sequence[float] | Spread) -> dict[str, Figure]:
    """A distribution as figures in milliseconds; spans are given in seconds."""
    one = spans if isinstance(spans, Spread) else spread(spans)
    return {f"{what}_p50_ms": one.p50, f"{what}_p95_ms": one.p95, f"{what}_worst_ms": one.worst}


def _said(value: Figure) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
