"""The independent reading: what a day holds, from the journal's bodies alone.

Written from `docs/facts.md`, on purpose without the program's folds, Views, read rows and use cases:
what both got wrong in the same way nobody would see. One journal and one window, so its own order is
the order in which things happened.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from counter_app.rehearsal.day.items import Item, item
from counter_app.rehearsal.day.raw import Raw
from counter_app.rehearsal.day.reading_case import ReadCase, read_case

TOLD: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "visit_started": ("terminal", "window"),
        "visit_ended": ("outcome",),
        "case_started": ("number", "service", "window"),
        "document_checked": ("item", "person", "outcome", "valid_until", "reason"),
        "notice_given": ("coming_on", "valid_until", "manner"),
        "core_serial_recorded": ("serial", "manner"),
        "core_booking_answered": ("answer",),
        "core_authorisation_noted": ("authoriser", "reference", "at"),
        "identity_verified": ("check", "result", "way_on"),
        "originals_returned": ("count",),
        "case_completed": ("outcome",),
        "paper_issued": ("paper", "paper_kind"),
        "paper_sent": ("paper", "copy_number"),
        "paper_failed": ("paper", "copy_number", "reason"),
        "paper_reprinted": ("paper", "copy_number", "reason"),
        "case_parked": ("step", "reason"),
        "case_resumed": ("window", "staff"),
        "case_handed_over": ("to_staff", "note"),
        "case_cancelled": ("reason",),
        "case_noted": ("text",),
        "approval_quoted": ("matter", "item", "requester", "approver"),
        "detail_corrected": ("field", "cause"),
        "fraud_outcome_set": ("outcome",),
        "warning_signed": ("paper",),
        "copy_answered": ("paper", "copy_number", "answer"),
    }
)
"""What of a fact a reader of the log must be told, word for word, by kind; of any other that it was."""


def items_of(entries: Sequence[Raw], day: str) -> list[Item]:
    """Every item of a business date: what began on it, whatever came of it later."""
    of_day = _of_day(entries, day)
    cases = [read_case(subject, own) for subject, own in _of("case", of_day)]
    found = [
        *_visits(of_day),
        *(one for case in cases for one in _of_case(case, of_day)),
        *_due(entries, day),
        *_late_entries(of_day),
        *_approvals(of_day),
        *_work_states(of_day),
        *_restricted(of_day),
        *_files(of_day),
    ]
    still = sum(one.kind == "open" for one in found)
    return [*found, *_day(of_day, cases, still)]


def _of_day(entries: Iterable[Raw], day: str) -> dict[str, list[Raw]]:
    """Entries by subject, in order, of the subjects that began on the day."""
    found: dict[str, list[Raw]] = {}
    for one in entries:
        found.setdefault(one.subject, []).append(one)
    return {subject: own for subject, own in found.items() if own[0].day == day}


def _of(kind: str, of_day: Mapping[str, list[Raw]]) -> Iterator[tuple[str, list[Raw]]]:
    for subject, own in of_day.items():
        if subject.partition("/")[0] == kind:
            yield subject, own


def _first(own: Iterable[Raw], kind: str) -> Raw | None:
    return next((one for one in own if one.kind == kind), None)


def _staff(actor: str) -> str:
    return actor.removeprefix("staff/")


def _visits(of_day: Mapping[str, list[Raw]]) -> Iterator[Item]:
    for subject, own in _of("visit", of_day):
        begun, ended = own[0], _first(own, "visit_ended")
        yield item(
            "visit",
            subject,
            window=begun.text("window"),
            staff=begun.text("staff"),
            since=begun.at,
            until=(ended.text("left_at") or ended.at) if ended else "",
            outcome=ended.text("outcome") if ended else "",
        )


def _of_case(case: ReadCase, of_day: Mapping[str, list[Raw]]) -> Iterator[Item]:
    yield item("case", case.subject, **case.told())
    yield from (item("exception", f"{case.subject} {code}") for code in case.exceptions())
    lanes = [case.own, *(of_day.get(one, []) for one in case.visits)]
    lanes.append(of_day.get(f"dissuasion/{case.subject.partition('/')[2]}", []))
    lanes += [of_day.get(one, []) for one in case.overrides]
    yield from (event(case.subject, one) for own in lanes for one in own)
    if not case.restricted:
        yield from (item("open", f"{kind} {case.subject}") for kind in case.left_open())
        yield item("sheet_row", case.number, serial=case.serial, paper=case.on_paper)


def event(case: str, one: Raw) -> Item:
    """An entry as a moment in the replay of a case."""
    told = {name: one.text(name) for name in TOLD.get(one.kind, ())}
    return item("event", f"{case} {one.hash}", code=one.kind, moment=one.at, who=one.actor, **told)


def _due(entries: Sequence[Raw], day: str) -> Iterator[Item]:
    """Promises that are due by the day and not kept, whenever they were given."""
    subjects: dict[str, list[Raw]] = {}
    for one in entries:
        if one.subject.partition("/")[0] == "followup":
            subjects.setdefault(one.subject, []).append(one)
    for subject, own in subjects.items():
        due, public = own[0].text("due") <= day, own[0].audience != "restricted"
        if due and public and _first(own, "follow_up_done") is None:
            yield item("open", f"follow_up {subject}")


def _late_entries(of_day: Mapping[str, list[Raw]]) -> Iterator[Item]:
    for _subject, own in _of("lateentry", of_day):
        for one in own:
            if one.kind == "fallback_form_entered":
                yield item(
                    "late_entry",
                    one.text("paper"),
                    case=one.text("case"),
                    happened=one.text("happened_at"),
                    by=one.text("served_by"),
                )


def _approvals(of_day: Mapping[str, list[Raw]]) -> Iterator[Item]:
    for subject, own in _of("override", of_day):
        asked, answer = own[0], own[-1] if len(own) > 1 else None
        yield item(
            "approval",
            subject,
            matter=asked.text("matter"),
            about=asked.text("about"),
            state=answer.kind.removeprefix("override_") if answer else "asked",
            requester=asked.text("requester"),
            approver=answer.text("approver") if answer else "",
        )


def _work_states(of_day: Mapping[str, list[Raw]]) -> Iterator[Item]:
    for subject, own in _of("work", of_day):
        ended = _first(own, "work_state_ended")
        yield item(
            "work_state",
            subject,
            state=own[0].text("state"),
            staff=_staff(own[0].actor),
            since=own[0].at,
            until=ended.at if ended else "",
        )


def _restricted(of_day: Mapping[str, list[Raw]]) -> Iterator[Item]:
    for subject, own in _of("silenthelp", of_day):
        answer = _first(own, "help_answered")
        yield item(
            "call",
            subject,
            window=own[0].text("window"),
            staff=own[0].text("staff"),
            moment=own[0].at,
            answer=answer.text("answer") if answer else "",
        )
    for subject, own in _of("restricted", of_day):
        passed, police = _first(own, "referred_on"), _first(own, "police_contacted")
        enquiry = _first(own, "enquiry_received")
        yield item(
            "matter",
            subject,
            to=passed.text("to_post") if passed else "",
            staff=_staff(own[0].actor),
            badge=police.text("badge") if police else "",
            authority=enquiry.text("authority") if enquiry else "",
            officers=len(enquiry.body["officers"]) if enquiry else 0,
        )


def _day(of_day: Mapping[str, list[Raw]], cases: Sequence[ReadCase], still: int) -> Iterator[Item]:
    """Remarks and signature; what the signature says is counted here once more."""
    public = [one for one in cases if not one.restricted]
    unusual = sum(bool(tuple(one.exceptions())) for one in public)
    for _subject, own in _of("day", of_day):
        for one in own:
            if one.kind == "day_noted":
                yield item("remark", f"{one.at} {one.actor}", text=one.text("text"))
        signed = [one for one in own if one.kind == "day_signed_off"]
        for valid in signed[-1:]:
            told = {"cases": len(public), "exceptions": unusual, "open": still}
            yield item("signature", "day", moment=valid.at, who=valid.actor, **told)
    for subject, own in _of("windowday", of_day):
        last = own[-1] if own[-1].kind == "window_closed" else None
        yield item(
            "window_day",
            subject,
            at=last.at if last else "",
            cases=len(cases) if last else 0,
            reason=last.text("reason") if last else "",
        )


def _files(of_day: Mapping[str, list[Raw]]) -> Iterator[Item]:
    for _subject, own in _of("export", of_day):
        if len(own) == 1:
            yield item("file", own[0].text("to"), digest=own[0].text("digest"))
