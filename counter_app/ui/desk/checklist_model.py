"""What the checklist shows for each line, and what a tick or a choice makes of it. Pure.

Owns the order of a tick (seen, copied where a copy is asked, none) and the words of the states. Which
line is needed and settled is the runner's to say.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from counter_app.forms.run_state import ItemResult, Outcome, RunState
from counter_app.forms.run_views import ChecklistLine, Need, Standing
from counter_app.i18n import Language, Text
from counter_app.ui.desk.timing import short_day
from counter_app.ui.widgets.badge import Mark
from counter_app.ui.widgets.checklist_row import ChecklistItem, Fact, ItemState
from counter_app.ui.widgets.option_card import Option
from counter_app.ui.words.marks import led, listed, one_by_one

translate = QCoreApplication.translate

SKIPPED = "-"
"""The code of the row that sums up what is not needed."""

_NAMED = 2
"""So many of the lines that are not needed are named while their row is folded."""

BRING, INSTEAD, DEFER = "bring", "instead", "defer"

_OPEN = frozenset(
    {
        Standing.MISSING,
        Standing.REFUSED,
        Standing.EXPIRED,
        Standing.NO_EXPIRY,
        Standing.NO_LAST4,
        Standing.NOT_ACCEPTED,
    }
)
_IN_HAND = frozenset({Outcome.SEEN, Outcome.COPIED, Outcome.ALTERNATIVE})


@dataclass(frozen=True, slots=True)
class Showing:
    """How lines are worded now: language, business date, what the person unfolded."""

    language: Language
    today: dt.date
    unfolded: str = ""

    def say(self, text: Text) -> str:
        """A text in the language of the window."""
        return text.into(self.language)


def asked(lines: Sequence[ChecklistLine]) -> list[ChecklistLine]:
    """The lines that are needed, may be given, or are not decided yet."""
    return [line for line in lines if line.need is not Need.NOT_NEEDED]


def items_of(lines: Sequence[ChecklistLine], showing: Showing) -> list[ChecklistItem]:
    """All rows: the asked lines, then one for those that are not needed."""
    items = [item_of(line, showing) for line in asked(lines)]
    skipped = [line for line in lines if line.need is Need.NOT_NEEDED]
    return [*items, _skipped_item(skipped, showing)] if skipped else items


def item_of(line: ChecklistLine, showing: Showing) -> ChecklistItem:
    """One line as a row."""
    opened = line.standing in _OPEN or showing.unfolded == line.id
    return ChecklistItem(
        code=line.id,
        title=showing.say(line.title),
        line=_second_line(line, showing),
        state=_state(line),
        mark=_mark(line, showing),
        facts=_facts(line, showing) if opened else (),
        options=ways_on(line, showing) if _wants_way(line) else (),
        chosen=_chosen_way(line),
        open=opened,
    )


def ticked(line: ChecklistLine, run: RunState) -> RunState:
    """The next state of a line: seen, with its copy where one is asked; seen only; none again."""
    before = run.results.get(line.id)
    if before is None or before.outcome not in (Outcome.SEEN, Outcome.COPIED):
        outcome = Outcome.COPIED if line.copy else Outcome.SEEN
        return run.with_result(line.id, ItemResult(outcome))
    if before.outcome is Outcome.COPIED and line.copy:
        return run.with_result(line.id, replace(before, outcome=Outcome.SEEN))
    return run.without_result(line.id)


def with_outcome(
    line: ChecklistLine, run: RunState, outcome: Outcome, which: str | None = None
) -> RunState:
    """A line said to be missing, deferred, refused for a reason, or replaced by an alternative."""
    result = ItemResult(
        outcome,
        alternative=which if outcome is Outcome.ALTERNATIVE else None,
        refusal=which if outcome is Outcome.REFUSED else None,
    )
    return run.with_result(line.id, result)


def with_expiry(
    line: ChecklistLine, run: RunState, until: dt.date | None, *, unlimited: bool = False
) -> RunState:
    """The last valid day of the paper seen."""
    before = run.results.get(line.id) or ItemResult(Outcome.SEEN)
    return run.with_result(line.id, replace(before, valid_until=until, no_expiry=unlimited))


def wants_expiry(line: ChecklistLine) -> bool:
    """Whether the row takes a date: the paper is in hand and its validity is open or over."""
    return line.outcome in _IN_HAND and line.standing in (Standing.NO_EXPIRY, Standing.EXPIRED)


def wants_last4(line: ChecklistLine) -> bool:
    """Whether the row takes the last four signs: the paper is in hand and they are open."""
    return line.outcome in _IN_HAND and line.standing is Standing.NO_LAST4


def with_last4(line: ChecklistLine, run: RunState, signs: str) -> RunState:
    """The last four signs on the paper seen."""
    before = run.results.get(line.id) or ItemResult(Outcome.SEEN)
    return run.with_result(line.id, replace(before, last4=signs))


def counts(lines: Sequence[ChecklistLine]) -> tuple[int, int, int]:
    """How many required lines are settled, how many there are, and how many are said missing."""
    required = [line for line in lines if line.need is Need.REQUIRED]
    bad = (Standing.MISSING, Standing.REFUSED, Standing.EXPIRED, Standing.NOT_ACCEPTED)
    return (
        sum(line.settled for line in required),
        len(required),
        sum(line.standing in bad for line in required),
    )


def ways_on(line: ChecklistLine, showing: Showing) -> tuple[Option, ...]:
    """What can be done about a line that is not there: bring it, give another, let it follow."""
    ways = [
        Option(
            BRING,
            translate("checklist", "补来"),
            translate("checklist", "打告知单，凭编号续办"),
        )
    ]
    if line.alternatives:
        words = showing.say(line.alternatives[0].title)
        if len(line.alternatives) > 1:
            words = translate("checklist", "{count} 种里选一种").format(
                count=len(line.alternatives)
            )
        ways.append(Option(INSTEAD, translate("checklist", "用替代材料"), words))
    if line.deferral is not None:
        due = short_day(line.deferral.due, showing.today)
        words = translate("checklist", "{day} 前补，须主管批准").format(day=due)
        ways.append(Option(DEFER, translate("checklist", "容缺受理"), words))
    return tuple(ways)


def _wants_way(line: ChecklistLine) -> bool:
    return line.need is not Need.OPTIONAL and (
        line.standing in (Standing.MISSING, Standing.REFUSED, Standing.NOT_ACCEPTED)
    )


def _chosen_way(line: ChecklistLine) -> str:
    ways = {Outcome.MISSING: BRING, Outcome.ALTERNATIVE: INSTEAD, Outcome.DEFERRED: DEFER}
    return ways.get(line.outcome, "") if line.outcome else ""


def _state(line: ChecklistLine) -> ItemState:
    if line.standing in (
        Standing.IN_HAND,
        Standing.DEFERRED,
        Standing.NOT_COPIED,
        Standing.NO_EXPIRY,
        Standing.NO_LAST4,
    ):
        return "done"
    return "todo" if line.standing is Standing.NOT_YET else "missing"


def _mark(line: ChecklistLine, showing: Showing) -> Mark:
    if line.standing is Standing.IN_HAND:
        return _in_hand_mark(line)
    if line.standing is Standing.DEFERRED and line.deferral is not None:
        due = short_day(line.deferral.due, showing.today)
        words = translate("checklist", "容缺，{day} 前补").format(day=due)
        return Mark(words, "warn", "shield-alert")
    if line.standing is Standing.NOT_YET:
        return _not_yet_mark(line)
    return {
        Standing.MISSING: Mark(translate("checklist", "缺"), "bad", "circle-x"),
        Standing.REFUSED: Mark(translate("checklist", "没有收下"), "bad", "circle-x"),
        Standing.EXPIRED: Mark(translate("checklist", "已过期"), "bad", "calendar"),
        Standing.NOT_ACCEPTED: Mark(translate("checklist", "不能用"), "bad", "circle-x"),
        Standing.NO_EXPIRY: Mark(translate("checklist", "有效期待填"), "warn", "calendar"),
        Standing.NO_LAST4: Mark(translate("checklist", "末四位待填"), "warn", "circle-dashed"),
        Standing.NOT_COPIED: Mark(translate("checklist", "原件已见，待复印"), "warn", "copy"),
    }.get(line.standing, Mark(""))


def _not_yet_mark(line: ChecklistLine) -> Mark:
    if line.need is Need.UNDECIDED:
        return Mark(translate("checklist", "先问清"), "warn", "circle-question-mark")
    if line.need is Need.OPTIONAL:
        return Mark(translate("checklist", "可不带"), "plain", "minus")
    return Mark(translate("checklist", "未看"), "plain", "circle-dashed")


def _in_hand_mark(line: ChecklistLine) -> Mark:
    if line.outcome is Outcome.ALTERNATIVE:
        return Mark(translate("checklist", "替代材料已见"), "ok", "circle-check")
    if line.outcome is Outcome.COPIED:
        return Mark(translate("checklist", "原件已见，已复印"), "ok", "circle-check")
    words = {
        "original": translate("checklist", "原件已见"),
        "copy": translate("checklist", "复印件已收"),
        "filled_here": translate("checklist", "已填好"),
        "shown": translate("checklist", "已看过"),
    }
    return Mark(words[line.form], "ok", "circle-check")


def _second_line(line: ChecklistLine, showing: Showing) -> str:
    if line.need is Need.UNDECIDED:
        facts = listed(showing.say(one) for one in line.unknown)
        return translate("checklist", "要先知道：{facts}").format(facts=facts)
    if line.standing is Standing.IN_HAND and line.valid_until is not None:
        until = line.valid_until.isoformat()
        return translate("checklist", "有效期至 {day}").format(day=until)
    if line.standing in _OPEN:
        return showing.say(line.why)
    return showing.say(line.look or line.why)


def _facts(line: ChecklistLine, showing: Showing) -> tuple[Fact, ...]:
    say, facts = showing.say, []
    if line.refused_because is not None:
        facts.append(Fact(translate("checklist", "原因"), say(line.refused_because)))
    if line.alternatives:
        words = one_by_one(say(one.title) for one in line.alternatives)
        facts.append(Fact(translate("checklist", "可替代"), words))
    facts.append(Fact(translate("checklist", "谁可送来"), say(line.who_brings)))
    if showing.unfolded == line.id and line.condition is not None:
        facts.append(Fact(translate("checklist", "何时要"), say(line.condition), quiet=True))
    source = say(line.source.title)
    facts.append(Fact(translate("checklist", "依据"), source, quiet=True))
    return tuple(facts)


def _skipped_item(skipped: Sequence[ChecklistLine], showing: Showing) -> ChecklistItem:
    titles = listed(showing.say(line.title) for line in skipped)
    shown = titles
    if len(skipped) > _NAMED:
        shown = listed(showing.say(line.title) for line in skipped[:_NAMED])
        shown = translate("checklist", "{titles}等").format(titles=shown)
    opened = showing.unfolded == SKIPPED
    words = translate("checklist", "{count} 项不适用").format(count=len(skipped))
    return ChecklistItem(
        code=SKIPPED,
        title=words if opened else led(words, shown),
        line=titles,
        state="skipped",
        facts=tuple(
            Fact(
                translate("checklist", "不用"),
                _why_not(line, showing),
                quiet=True,
            )
            for line in skipped
        )
        if opened
        else (),
        open=opened,
    )


def _why_not(line: ChecklistLine, showing: Showing) -> str:
    title = showing.say(line.title)
    if line.condition is None:
        return translate("checklist", "{title}（本次不需要）").format(title=title)
    words = translate("checklist", "{title}（只在这时要：{when}）")
    return words.format(title=title, when=showing.say(line.condition))
