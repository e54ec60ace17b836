"""Content between this home and the branch, by hash.

What this home holds is offered before the entries that name it are pushed. What concerns nobody in
person comes to every PC; papers with personal data come when somebody opens them.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from counter_app.services.branch_ports import Branch, LabelledContent
from counter_app.services.ports import Content

OFFERED_AT_ONCE = 500
BYTES_AT_ONCE = 4_000_000


class Contents(Protocol):
    """The content of this home."""

    def beyond(self, place: int, limit: int) -> list[tuple[int, str]]:
        """Places and hashes of what was kept after a place, in that order."""
        ...

    def shared(self) -> list[str]:
        """The hashes of what concerns nobody in person."""
        ...

    def labelled(self, hashes: Sequence[str]) -> list[LabelledContent]:
        """Content by hash, each with the label of its subject."""
        ...

    def take(self, contents: Sequence[Content]) -> int:
        """Keeps what fits its hash; how many were new."""
        ...


class ContentExchange:
    """Offers and fetches. The place up to which all was offered is forgotten with the connection."""

    def __init__(self, contents: Contents, branch: Branch) -> None:
        self._contents = contents
        self._branch = branch
        self._place = 0

    def begin_again(self) -> None:
        """Everything is offered once more: the branch may have become an older one."""
        self._place = 0

    def offer(self) -> None:
        """Brings what the branch lacks of all that was kept here since the last time."""
        while found := self._contents.beyond(self._place, OFFERED_AT_ONCE):
            lacking = self._branch.lacks_content([digest for _, digest in found])
            for few in _in_loads(lacking, self._contents.labelled):
                self._branch.put_content(few)
            self._place = found[-1][0]

    def fetch_shared(self) -> int:
        """Brings what concerns nobody in person and is not here; how many."""
        held = set(self._contents.shared())
        return self.fetch([one for one in self._branch.shared_content() if one not in held])

    def fetch(self, hashes: Sequence[str]) -> int:
        """Brings content by its hash; how many were new."""
        return sum(self._contents.take(self._branch.content([one])) for one in hashes)


def _in_loads(
    hashes: Sequence[str], labelled: Callable[[Sequence[str]], list[LabelledContent]]
) -> Iterator[list[LabelledContent]]:
    """A few at a time, so that one call never carries more than a slow line can in its deadline."""
    load: list[LabelledContent] = []
    size = 0
    for digest in hashes:
        for one in labelled([digest]):
            if load and size + len(one.content.data) > BYTES_AT_ONCE:
                yield load
                load, size = [], 0
            load.append(one)
            size += len(one.content.data)
    if load:
        yield load
