"""What an erasure names, and what it makes of an entry: the same at every holder.

Pure. The orders themselves stay, and so does how a journal begins: without the first a new holder
would not know what is erased, without the second nobody could check the journal's signatures.
"""

from collections.abc import Collection, Iterable

from counter_app.journal.codec import Happened
from counter_app.journal.entry import Entry
from counter_app.journal.facts.ground import JournalOpened
from counter_app.journal.facts.upkeep import BodyErased

NEVER_ERASED = (BodyErased.KIND, JournalOpened.KIND)


def names_of(happened: Iterable[Happened]) -> frozenset[str]:
    """What these facts order to erase: hashes of entries and content, and subjects."""
    orders = (one.fact for one in happened if isinstance(one.fact, BodyErased))
    return frozenset(
        name for one in orders for name in (*one.entries, *one.contents, *one.subjects)
    )


def is_named(entry: Entry, names: Collection[str]) -> bool:
    """Whether an entry's body must go."""
    return entry.hash in names and entry.kind not in NEVER_ERASED


def erased_form(entry: Entry) -> Entry:
    """The entry as it stands for ever after: its envelope without body and salt."""
    return entry._replace(body=None, salt=None, body_state="erased")
