"""The items of a day, as either reading tells them, and what the two say differently.

An item has a kind, a key that is its own within the kind, and what is told of it. Pure.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

KINDS = (
    "visit",
    "case",
    "event",
    "exception",
    "open",
    "late_entry",
    "approval",
    "work_state",
    "call",
    "matter",
    "remark",
    "signature",
    "window_day",
    "file",
    "sheet_row",
)
"""Everything a day log is to hold."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of the day; `told` gives text by name, and what is empty is left out."""

    kind: str
    key: str
    told: tuple[tuple[str, str], ...] = ()


def item(kind: str, key: str, **told: object) -> Item:
    """An item with what is told of it in order of the names; nothing, no and zero are left out."""
    known = {name: str(value) for name, value in told.items() if value not in (None, "", False, 0)}
    return Item(kind, key, tuple(sorted(known.items())))


@dataclass(frozen=True, slots=True)
class Difference:
    """What the log says otherwise than the journal.

    `what` is missing (the log lacks it), doubled, strange (no journal says it) or otherwise; then
    `told` names each field with what the journal and what the log say.
    """

    what: str
    kind: str
    key: str
    told: str = ""

    def line(self) -> str:
        """In one line."""
        return f"{self.what} {self.kind} {self.key} {self.told}".strip()


@dataclass(slots=True)
class Comparison:
    """How many items the journal has of each kind, and every difference."""

    counts: dict[str, int] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)

    def told(self) -> dict[str, object]:
        """As JSON has it."""
        return asdict(self)


def compare(journal: Iterable[Item], log: Iterable[Item]) -> Comparison:
    """Every item of the journal against the log, and every item of the log against the journal."""
    read, shown = _by_key(journal), _by_key(log)
    found = Comparison(dict.fromkeys(KINDS, 0))
    found.counts.update(Counter(kind for kind, _key in read))
    for place, items in read.items():
        found.differences.extend(_of(place, items, shown.get(place, [])))
    found.differences.extend(Difference("strange", *place) for place in shown if place not in read)
    return found


def _of(place: tuple[str, str], read: list[Item], shown: list[Item]) -> Iterable[Difference]:
    if len(read) > 1:
        yield Difference("doubled", *place, "in the journal itself")
    if not shown:
        yield Difference("missing", *place)
    if len(shown) > 1:
        yield Difference("doubled", *place)
    for one in shown[:1]:
        otherwise = _otherwise(dict(read[0].told), dict(one.told))
        if otherwise:
            yield Difference("otherwise", *place, otherwise)


def _otherwise(read: Mapping[str, str], shown: Mapping[str, str]) -> str:
    """Each field that differs: `serial CB1 / CB2`, the journal's first."""
    return "; ".join(
        f"{name} {read.get(name, '-')} / {shown.get(name, '-')}"
        for name in sorted({*read, *shown})
        if read.get(name) != shown.get(name)
    )


def _by_key(items: Iterable[Item]) -> dict[tuple[str, str], list[Item]]:
    found: dict[tuple[str, str], list[Item]] = {}
    for one in items:
        found.setdefault((one.kind, one.key), []).append(one)
    return found
