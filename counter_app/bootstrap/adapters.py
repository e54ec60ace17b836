"""The small ports that the operating system gives: the clock, ids, entropy.

The one place that asks the wall clock.
"""

import secrets
from datetime import UTC, datetime

import uuid_utils.compat as uuids


class SystemClock:
    """This PC's clock."""

    def now(self) -> datetime:
        """The present instant in UTC."""
        return datetime.now(UTC)


class FreshIds:
    """UUIDv7: random, and in the order they were made."""

    def fresh(self) -> str:
        """A new id."""
        return str(uuids.uuid7())


def entropy(count: int) -> bytes:
    """Random bytes fit for keys."""
    return secrets.token_bytes(count)
