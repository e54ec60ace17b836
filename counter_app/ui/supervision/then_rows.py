"""The page of a case as it was at a moment, as plain rows: read-only and masked.

Pure: from the View of that moment and its runner to rows. Numbers are masked by the kind of their
field, and once more as text.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from counter_app.domain.dates import branch_time
from counter_app.domain.identity import IdentityKind
from counter_app.domain.masks import mask_number, mask_phone, scrub
from counter_app.forms.procedure_runner import ProcedureRunner
from counter_app.forms.run_state import RunState, StepId
from counter_app.forms.run_views import (
    ChecklistLine,
    FieldLine,
    Need,
    ReadBackLine,
    Standing,
    SumView,
)
from counter_app.i18n import Language, Text
from counter_app.journal.folds.case import CaseView
from counter_app.services.replaying import Replay
from counter_app.services.runs import moment_of, run_of
from counter_app.ui.customers.case_words import day_and_time, instant, state_words
from counter_app.ui.supervision.event_words import Wording, event_told, who_words
from counter_app.ui.words.sentences import paper_reason_words, part_words
from counter_app.ui.words.sums import limit_told, outcome_told, part_told

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ThenRow:
    """A row: words at the left, a mark at the right, a second line; `ink` and `icon` of the mark."""

    words: str
    mark: str = ""
    icon: str = ""
    ink: str = "ink2"
    line: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is needed to show the page: the replay, the runner of its version, and the words."""

    replay: Replay
    runner: ProcedureRunner | None
    wording: Wording


def then_rows(scene: Scene, index: int) -> tuple[ThenRow, ...]:
    """The page right after the event at `index`."""
    event = scene.replay.events[index]
    view = scene.replay.case_at(index)
    if view.started is None or scene.runner is None:
        return tuple(_until(scene, index))
    at = instant(event.at)
    day = dt.date.fromisoformat(view.business_date or branch_time(at).date().isoformat())
    run = run_of(view, moment_of(at, day))
    return (
        *_standing(view),
        *_step_rows(scene.runner, run, view, event.step, scene.wording),
        *(ThenRow(translate("then", "备注"), line=note) for note in view.notes),
    )


def item_titles(runner: ProcedureRunner, language: Language) -> Mapping[str, str]:
    """What the lines, fields and rows of a procedure are called, by their ids.

    A line's alternatives and reasons of refusal stand under `line.id`.
    """
    spec = runner.procedure.spec
    titles = {one.id: one.title for one in spec.checklist}
    for item in spec.checklist:
        titles |= {f"{item.id}.{one.id}": one.title for one in item.alternatives}
        titles |= {f"{item.id}.{one.id}": one.text for one in item.refusals}
    titles |= {one.id: one.label for one in spec.fields}
    return MappingProxyType({key: text.into(language) for key, text in titles.items()})


def _until(scene: Scene, index: int) -> Iterator[ThenRow]:
    """Before the case begins, or without its version: the events so far are all there is."""
    for event in scene.replay.events[: index + 1]:
        told = event_told(event, scene.wording)
        yield ThenRow(told.what, line=told.evidence)


def _standing(view: CaseView) -> Iterator[ThenRow]:
    icons = {"parked": "circle-pause", "handed_over": "users", "cancelled": "minus"}
    if view.state in icons:
        reason = view.cancelled_reason if view.state == "cancelled" else view.waiting_reason
        words = state_words(view.state)
        yield ThenRow(words, icon=icons[view.state], ink="warn", line=scrub(reason or ""))


def _step_rows(
    runner: ProcedureRunner, run: RunState, view: CaseView, step: StepId, wording: Wording
) -> Iterator[ThenRow]:
    language = wording.language
    if step is StepId.RECEPTION:
        yield from _people(run, language)
    elif step in (StepId.NEED, StepId.DETAILS):
        yield from (_field(one, language) for one in runner.fields(run, step))
    elif step is StepId.DOCUMENTS:
        lines = runner.checklist(run)
        yield from (_document(one, language) for one in lines if one.need is not Need.NOT_NEEDED)
    elif step is StepId.READ_BACK:
        yield from _read_back(runner.read_back(run), view, language)
    elif step is StepId.CORE:
        yield _core(view, wording)
    else:
        yield from _ending(view, language)


def _people(run: RunState, language: Language) -> Iterator[ThenRow]:
    for party in run.parties:
        kind = party.identity_kind
        paper = IdentityKind(kind).label.into(language) if kind in set(IdentityKind) else ""
        seen = bool(party.number_masked)
        yield ThenRow(
            f"{part_words(party.part)}  {party.name or ''}".strip(),
            translate("then", "已见") if seen else translate("then", "未看证件"),
            "circle-check" if seen else "circle-dashed",
            "ok" if seen else "ink2",
            "  ".join(one for one in (paper, party.number_masked, party.phone_masked) if one),
        )


def _field(line: FieldLine, language: Language) -> ThenRow:
    if line.sum is not None:
        return _sum(line, line.sum, language)
    return ThenRow(line.label.into(language), shown_value(line, language), ink="ink")


def _sum(line: FieldLine, view: SumView, language: Language) -> ThenRow:
    """A sum with how it was made up, against which limit, and which way followed."""
    parts = [part_told(one, language) for one in view.parts]
    workings = "\n".join((*parts, limit_told(view, language), outcome_told(view, language)))
    total = view.total.into(language) if view.total else ""
    icon, ink = ("triangle-alert", "warn") if view.above else ("", "ink")
    return ThenRow(line.label.into(language), total, icon, ink, scrub(workings))


def shown_value(line: FieldLine, language: Language) -> str:
    """A field's value for people, masked."""
    option = next((one.label for one in line.options if one.id == line.value), None)
    if option is not None:
        return option.into(language)
    if line.type == "yes_no" and line.value in ("yes", "no"):
        return translate("then", "是") if line.value == "yes" else translate("then", "否")
    if line.type == "id_number":
        return mask_number(line.value)
    if line.type == "phone":
        return mask_phone(line.value)
    return scrub(line.value)


def _document(line: ChecklistLine, language: Language) -> ThenRow:
    words, icon, ink = _standing_words(line)
    reason = line.refused_because.into(language) if line.refused_because else ""
    return ThenRow(line.title.into(language), words, icon, ink, scrub(reason))


def _standing_words(line: ChecklistLine) -> tuple[str, str, str]:
    if line.standing is Standing.IN_HAND:
        return translate("then", "已见"), "circle-check", "ok"
    if line.standing is Standing.DEFERRED:
        return translate("then", "容缺"), "file-x", "warn"
    if line.standing is Standing.MISSING:
        return translate("then", "缺"), "circle-x", "bad"
    if line.standing in (Standing.REFUSED, Standing.NOT_ACCEPTED):
        return translate("then", "没有收下"), "circle-x", "bad"
    if line.standing is Standing.EXPIRED:
        return translate("then", "已过期"), "calendar", "bad"
    if line.need is Need.OPTIONAL:
        return translate("then", "可不要"), "circle-dashed", "ink2"
    return translate("then", "未看"), "circle-dashed", "ink2"


def _read_back(
    lines: Sequence[ReadBackLine], view: CaseView, language: Language
) -> Iterator[ThenRow]:
    answers = {row.row: row.outcome for row in view.read_back.rows} if view.read_back else {}
    for line in lines:
        mark, icon, ink = _answer(answers.get(line.id, ""))
        value = scrub("  ".join(one.into(language) for one in line.lines))
        yield ThenRow(line.label.into(language), mark, icon, ink, value)


def _answer(outcome: str) -> tuple[str, str, str]:
    if outcome == "confirmed":
        return translate("then", "已确认"), "circle-check", "ok"
    if outcome == "corrected":
        return translate("then", "更正后确认"), "rotate-ccw", "warn"
    if outcome == "not_confirmed":
        return translate("then", "没有确认"), "circle-x", "bad"
    return translate("then", "待核对"), "circle-dashed", "ink2"


def _core(view: CaseView, wording: Wording) -> ThenRow:
    label = translate("then", "核心流水号")
    if view.serial is not None:
        line = ""
        if view.serial_late_at:
            at = day_and_time(view.serial_late_at, instant(view.serial_late_at).date())
            who = who_words(view.serial_late_by, wording)
            line = translate("then", "办结后补：{at} {who}").format(at=at, who=who)
        return ThenRow(label, scrub(view.serial), "circle-check", "ok", line)
    if view.booking == "unclear":
        return ThenRow(label, translate("then", "是否记账不明"), "circle-question-mark", "bad")
    if view.serial_put_off:
        return ThenRow(label, translate("then", "稍后补"), "clock", "warn")
    return ThenRow(label, translate("then", "还没填"), "circle-dashed", "ink2")


def _ending(view: CaseView, language: Language) -> Iterator[ThenRow]:
    for step in view.completed.next_steps if view.completed else ():
        action = Text(step.action.zh, step.action.en).into(language)
        yield ThenRow(scrub(action), step.date or "", "calendar", "ink", step.source)
    if view.returned_count:
        returned = str(view.returned_count)
        yield ThenRow(translate("then", "归还原件"), returned, "circle-check", "ok")
    states = {
        "asked": (translate("then", "待打印"), "clock", "warn"),
        "sent": (translate("then", "已送出"), "circle-check", "ok"),
        "failed": (translate("then", "没打出来"), "circle-x", "bad"),
    }
    for paper in view.papers:
        _number, state, place = paper.copies[-1]
        mark, icon, ink = states[state]
        reason = paper_reason_words(place) if state == "failed" else ""
        yield ThenRow(paper.paper, mark, icon, ink, reason)
