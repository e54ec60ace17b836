"""What leaves the program as a file: who may take what out, and the record that stands before it goes.

Owns the table of rights. The fact is written before the file is: a file without its fact would be worse
than a fact whose file the disk refused, which has a fact of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from counter_app.domain.refusal import Refusal
from counter_app.domain.roles import Right
from counter_app.journal.facts.day import ExportFailed, FileExported
from counter_app.journal.folds.day import ExportView
from counter_app.services.accounts import may_with
from counter_app.services.counter import Acting, Counter, write
from counter_app.services.ports import NewFact

What = Literal["day_sheet"]

MAY_EXPORT: Mapping[What, tuple[Right, ...]] = MappingProxyType(
    {"day_sheet": (Right.SIGN_OFF_DAY, Right.EXPORT)}
)
"""Who may take what out: any of these rights. The supervisor takes the day that he signs; the auditor
takes out what he may read. Nobody else takes out anything."""


@dataclass(frozen=True, slots=True)
class FileTold:
    """A file about to leave: what, of which day, in which form, to which path, its hash and size."""

    what: What
    about: str
    form: str
    to: str
    digest: str
    size: int


def may_export(acting: Acting, what: What) -> bool:
    """Whether a page offers it; judged again when it is done."""
    return any(map(acting.may, MAY_EXPORT[what]))


def right_to_export(counter: Counter, acting: Acting, what: What) -> str | Refusal:
    """The entry that gave the right to take this out, or why it may not go."""
    answers = [may_with(counter, acting, right) for right in MAY_EXPORT[what]]
    given = [one[1] for one in answers if not isinstance(one, Refusal)]
    refusals = [one for one in answers if isinstance(one, Refusal)]
    return given[0] if given else refusals[0]


def record_export(counter: Counter, acting: Acting, told: FileTold) -> ExportView | Refusal:
    """Writes who takes what where; only then may the file be written."""
    given = right_to_export(counter, acting, told.what)
    if isinstance(given, Refusal):
        return given
    if not told.to.strip():
        return Refusal("folder_needed")
    fact = FileExported(
        what=told.what,
        about=told.about,
        form=told.form,
        to=told.to,
        digest=told.digest,
        size=told.size,
        right_entry=given,
    )
    subject = counter.fresh("export")
    written = write(counter, acting.actor, [NewFact(subject, fact)], [])
    return written if isinstance(written, Refusal) else export_view(counter, subject)


def record_failure(counter: Counter, acting: Acting, export: str, reason: str) -> Refusal | None:
    """Says that the file did not come to be after all."""
    view = export_view(counter, export)
    fact = ExportFailed(reason=reason)
    written = write(counter, acting.actor, [NewFact(export, fact)], [view])
    return written if isinstance(written, Refusal) else None


def export_view(counter: Counter, subject: str) -> ExportView:
    """What is known of a file that left."""
    view = counter.store.view(subject)
    assert isinstance(view, ExportView)
    return view
