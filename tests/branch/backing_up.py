"""A backup of a branch that holds exactly what is there now, noted without waiting for it."""

import psycopg

from counter_app.db.branch.upkeep import BranchUpkeep

AGED = (
    "UPDATE counter.entry SET pushed_at = pushed_at - interval '1 hour', "
    "body_at = body_at - interval '1 hour'",
    "UPDATE counter.content SET put_at = put_at - interval '1 hour'",
)
"""What is there came an hour before it did: so a backup begun now has it, and none of what comes."""


def note_backup(url: str) -> None:
    """Notes it, by the address of the database's owner."""
    with psycopg.connect(url) as owner:
        for statement in AGED:
            owner.execute(statement)
        (now,) = owner.execute("SELECT clock_timestamp()").fetchone() or (None,)
    assert now is not None
    BranchUpkeep(url).backup_done(now)
