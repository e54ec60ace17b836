"""Facts of a case that tell what was done beside it: identity checks, and the core system's window."""

from typing import ClassVar, Literal

from counter_app.journal.facts.base import Fact, Retention


class IdentityVerified(Fact):
    """A check of identity beyond looking: the online check, or face against paper, and its result.

    `way_on` says how one goes on where the result is not a plain yes.
    """

    KIND: ClassVar[str] = "identity_verified"
    SUBJECT: ClassVar[str] = "case"
    RETENTION: ClassVar[Retention] = "identity"
    PERSONAL: ClassVar[frozenset[str]] = frozenset({"note"})

    person: str
    check: Literal["online", "face"]
    result: Literal["agrees", "differs", "no_photo", "not_found", "no_answer"]
    way_on: str | None = None
    note: str = ""


class ValueSentToCore(Fact):
    """A value was put on the clipboard for the core's window; which, never what it was."""

    KIND: ClassVar[str] = "value_sent_to_core"
    SUBJECT: ClassVar[str] = "case"

    field: str


class CoreAuthorisationNoted(Fact):
    """The core system's own authorisation of this business, as the core says it."""

    KIND: ClassVar[str] = "core_authorisation_noted"
    SUBJECT: ClassVar[str] = "case"

    authoriser: str
    reference: str
    at: str
