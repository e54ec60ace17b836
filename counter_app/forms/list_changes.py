"""What differs between two checklists for one case: what is new, what fell away, what changed.

Pure. Owns which lines are the same, so that an answer given under one list stands under the other, and
the words for a difference. Which list counts, and from when, is decided by services.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from counter_app.forms.checklist import checklist_lines
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import RunState, StepId
from counter_app.forms.run_views import ChecklistLine, Need
from counter_app.forms.situation import situation_on
from counter_app.i18n import Text

_FORMS: Mapping[str, Text] = MappingProxyType(
    {
        "original": Text("要原件", "the original"),
        "copy": Text("要复印件", "a copy"),
        "filled_here": Text("当场填写", "filled in here"),
        "shown": Text("出示就行", "shown is enough"),
    }
)
_NEEDED = Text("现在必须有", "now required")
_MAY = Text("改为可带可不带", "now optional")
_COPY = Text("另要复印件", "a copy as well")
_NO_COPY = Text("不再要复印件", "no copy any more")
_EXPIRY = Text("要看有效期", "its validity is looked at")
_LAST4 = Text("要核对后四位", "its last four signs are compared")
_NOT_LATER = Text("不能后补了", "may not follow later any more")
_LATER = Text("可以后补", "may follow later")
_ALWAYS = Text("任何情况都要", "always needed")


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line that both lists have: as it was, as it is, and in words what changed of it."""

    was: ChecklistLine
    line: ChecklistLine
    what: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ListChanges:
    """The difference for one case on one day. `asked` are questions that are new."""

    added: tuple[ChecklistLine, ...] = ()
    dropped: tuple[ChecklistLine, ...] = ()
    changed: tuple[ChangedLine, ...] = ()
    asked: tuple[Text, ...] = ()
    refused: Text | None = None

    def __bool__(self) -> bool:
        return bool(self.added or self.dropped or self.changed or self.asked or self.refused)


@dataclass(frozen=True, slots=True)
class ListAhead:
    """A list that may hold from a day on: the versions then, and whether earlier notices count."""

    since: dt.date
    runner: ProcedureRunner
    honours: bool = False


def lines_under(
    runner: ProcedureRunner, run: RunState, on: dt.date, rules_on: dt.date | None = None
) -> tuple[ChecklistLine, ...]:
    """The checklist on a day; `rules_on` looks at it with another day's figures."""
    situation = situation_on(runner.procedure, runner.rules, run, on, rules_on)
    return checklist_lines(runner.procedure, runner.calendar, run, situation)


def changes_on(
    before: ProcedureRunner, after: ProcedureRunner, run: RunState, on: dt.date
) -> ListChanges:
    """What the list of `after` asks otherwise than that of `before`, both on the same day."""
    moved = moved_run(run, after)
    lines = compared(lines_under(before, run, on), lines_under(after, moved, on))
    way = after.way(moved, on)
    was = before.way(run, on)
    refused = way.why if way and way.allowed is False and was and was.allowed is not False else None
    return replace(lines, asked=tuple(_new_questions(before, after, moved)), refused=refused)


def change_ahead(
    runner: ProcedureRunner, run: RunState, ahead: Iterable[ListAhead]
) -> tuple[ListAhead, ListChanges] | None:
    """The first of the lists ahead that asks this customer for something else than the list before."""
    for one in sorted(ahead, key=lambda each: each.since):
        changes = _changes_at(runner, run, one)
        if changes:
            return one, changes
    return None


def same_lines(before: ProcedureRunner, after: ProcedureRunner, run: RunState) -> tuple[str, ...]:
    """The lines that both editions write alike: what was answered of them stands."""
    on = run.business_date
    old = {one.id: one for one in lines_under(before, run, on)}
    new = lines_under(after, moved_run(run, after), on)
    return tuple(one.id for one in new if one.id in old and not _of_line(old[one.id], one))


def moved_run(run: RunState, after: ProcedureRunner, kept: Iterable[str] | None = None) -> RunState:
    """The run under another edition: answers to the same questions, and of the lines in `kept`.

    It begins again at the need, so that every step is confirmed under the list that counts now.
    """
    asked = {one.id: one.type for one in after.procedure.spec.fields}
    items = {one.id for one in after.procedure.spec.checklist}
    wanted = items if kept is None else items & set(kept)
    return replace(
        run,
        step=StepId.NEED,
        reached=StepId.NEED,
        values=_only(run.values, asked),
        confirmed=_only(run.confirmed, asked),
        results=MappingProxyType({key: one for key, one in run.results.items() if key in wanted}),
        marks=MappingProxyType({}),
    )


def compared(old: Iterable[ChecklistLine], new: Iterable[ChecklistLine]) -> ListChanges:
    """The difference of two lists of one case; lines that are not needed are not on a list."""
    before = {one.id: one for one in old if one.need is not Need.NOT_NEEDED}
    after = {one.id: one for one in new if one.need is not Need.NOT_NEEDED}
    both = [(before[key], one) for key, one in after.items() if key in before]
    changed = [ChangedLine(was, one, _of_line(was, one)) for was, one in both]
    return ListChanges(
        added=tuple(one for key, one in after.items() if key not in before),
        dropped=tuple(one for key, one in before.items() if key not in after),
        changed=tuple(one for one in changed if one.what),
    )


def _changes_at(runner: ProcedureRunner, run: RunState, ahead: ListAhead) -> ListChanges:
    """On the first day of the list ahead, against what held the day before."""
    if ahead.runner is not runner:
        return changes_on(runner, ahead.runner, run, ahead.since)
    eve = ahead.since - dt.timedelta(days=1)
    return compared(lines_under(runner, run, eve), lines_under(runner, run, ahead.since))


def _of_line(was: ChecklistLine, line: ChecklistLine) -> tuple[Text, ...]:
    return (*_asked_for(was, line), *_accepted(was, line))


def _asked_for(was: ChecklistLine, line: ChecklistLine) -> Iterator[Text]:
    if was.title != line.title:
        yield Text(f"原来是“{was.title.zh}”", f'formerly "{was.title.en}"')
    if was.form != line.form:
        yield _FORMS[line.form]
    if was.copy != line.copy:
        yield _COPY if line.copy else _NO_COPY
    if Need.REQUIRED in (was.need, line.need):
        # When a line is asked for matters to whom it is asked of.
        if was.need is not line.need:
            yield _NEEDED if line.need is Need.REQUIRED else _MAY
        if was.condition != line.condition:
            yield _condition(line)
    if line.needs_expiry and not was.needs_expiry:
        yield _EXPIRY
    if line.needs_last4 and not was.needs_last4:
        yield _LAST4


def _accepted(was: ChecklistLine, line: ChecklistLine) -> Iterator[Text]:
    had = {one.id: one.title for one in was.alternatives}
    has = {one.id: one.title for one in line.alternatives}
    for key, title in has.items():
        if key not in had:
            yield Text(f"也可以用{title.zh}", f"{title.en} will do as well")
    for key, title in had.items():
        if key not in has:
            yield Text(f"不再收{title.zh}", f"{title.en} is no longer accepted")
    if (was.deferral is None) != (line.deferral is None):
        yield _NOT_LATER if line.deferral is None else _LATER
    known = {one.id for one in was.refusals}
    for reason in line.refusals:
        if reason.id not in known:
            yield Text(f"不收的：{reason.text.zh}", f"not accepted: {reason.text.en}")
    if was.who_brings != line.who_brings:
        yield Text(f"由{line.who_brings.zh}带", f"brought by: {line.who_brings.en}")


def _condition(line: ChecklistLine) -> Text:
    if line.condition is None:
        return _ALWAYS
    return Text(f"条件改为：{line.condition.zh}", f"now when: {line.condition.en}")


def _new_questions(
    before: ProcedureRunner, after: ProcedureRunner, run: RunState
) -> Iterator[Text]:
    known = {one.id for one in before.procedure.spec.fields}
    for step in (StepId.NEED, StepId.DETAILS):
        for field in after.fields(run, step):
            if field.id not in known:
                yield field.label


def _only(values: Mapping[str, str], asked: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({key: text for key, text in values.items() if key in asked})
