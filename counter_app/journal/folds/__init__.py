"""The fold of every kind of subject, in one table."""

from collections.abc import Mapping

from counter_app.journal.folding import Fold, Folding
from counter_app.journal.folds import (
    care,
    case,
    day,
    ground,
    owning,
    people,
    presence,
    upkeep,
)

FOLDS: Mapping[str, Fold] = {
    "journal": ground.JOURNAL,
    "branch": ground.BRANCH,
    "clock": ground.CLOCK,
    "version": ground.VERSION,
    "staff": people.STAFF,
    "signon": people.SIGN_ON,
    "lock": people.LOCK,
    "work": people.WORK,
    "override": people.OVERRIDE,
    "lookup": people.LOOK_UP,
    "visit": presence.VISIT,
    "customer": presence.CUSTOMER,
    "followup": presence.FOLLOW_UP,
    "case": case.CASE,
    "handover": owning.HAND_OVER,
    "dissuasion": care.DISSUASION,
    "silenthelp": care.SILENT_HELP,
    "restricted": care.RESTRICTED,
    "day": day.DAY,
    "windowday": day.WINDOW_DAY,
    "lateentry": day.LATE_ENTRY,
    "export": day.EXPORT,
    "terminal": upkeep.TERMINAL,
    "erasure": upkeep.ERASURE,
    "backup": upkeep.BACKUP,
    "quarantine": upkeep.QUARANTINE,
}

FOLDING = Folding(FOLDS)
