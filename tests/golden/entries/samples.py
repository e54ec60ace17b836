"""One fact of every kind at least, in commits that give every fold something to say.

Only ever added to: the entries made from it are kept for all later versions.
"""

from collections.abc import Iterator

from counter_app.journal.facts import (
    beside_core,
    care,
    case,
    copies,
    day,
    ground,
    lists,
    owning,
    people,
    presence,
    upkeep,
)
from counter_app.journal.facts.base import Fact, Words
from counter_app.services.ports import NewFact

Commit = list[NewFact]

OVERRIDE = "override/1"


def commits() -> Iterator[Commit]:
    """The commits behind the journal's opening, in order."""
    for part in (
        branch(),
        staff(),
        presences(),
        customers(),
        whole_case(),
        other_cases(),
        beside(),
        cared_for(),
        the_day(),
        under_other_lists(),
        taken_out(),
        signed_for(),
        kept_up(),
        changed_hands(),
    ):
        yield from part


def on(subject: str, *facts: Fact) -> Commit:
    """A commit on one subject."""
    return [NewFact(subject, fact) for fact in facts]


def under_other_lists() -> Iterator[Commit]:
    """A notice that is not honoured any more; many cases of one header; restricted business."""
    replaced = lists.ListReplaced(
        procedure_hash="e" * 64,
        rules_hash="f" * 64,
        edition="2026-12",
        given_on="2026-11-23",
        kept=("id_card",),
    )
    again = case.NoticeGiven(
        valid_until="2026-12-23", missing=("card",), manner="printed", replaces="03A-0340D-M1"
    )
    yield on("case/3", replaced, again)
    header = case.UnderHeader(
        case="case/1", number="03A-0338W", begun_at="2026-11-23T01:00:26.000Z"
    )
    one = start("03A-03427").model_copy(update={"under": header})
    yield on("case/payroll", one)
    closed = start("03A-03435").model_copy(update={"restricted": True})
    yield [NewFact("case/enquiry", closed, "restricted")]


def branch() -> Iterator[Commit]:
    """The branch, a confirmed clock, versions."""
    yield on(
        "branch/demo",
        ground.BranchFounded(
            bank=Words(zh="江城银行", en="Jiangcheng Bank"),
            outlet=Words(zh="解放路支行", en="Jiefang Road Branch"),
            address=Words(zh="江城市解放路 18 号", en="18 Jiefang Road, Jiangcheng"),
            hours=Words(zh="09:00–17:00", en="09:00–17:00"),
            phone="027-55550101",
            complaint_phone="027-55550102",
            zone="Asia/Shanghai",
            cut_off_hour=3,
            first_administrator="80001",
            purpose="demo",
        ),
    )
    yield on(
        "clock/1",
        ground.ClockJumpConfirmed(
            last_known="2026-11-23T01:00:00.000Z", shown="2026-11-20T01:00:00.000Z"
        ),
    )
    proposed = ground.VersionProposed(
        name="procedure/GS", media="application/vnd.counter.procedure+json", edition="2026-11"
    )
    yield on(f"version/{'a' * 64}", proposed)
    published = ground.VersionPublished(from_date="2026-11-23", right_entry="e" * 64)
    yield on(f"version/{'b' * 64}", proposed, published)


def staff() -> Iterator[Commit]:
    """Accounts, sign-ons, locks, work states, approvals, looks at numbers."""
    yield on(
        "staff/80231",
        people.StaffRegistered(person="person/1", name="王敏", post="柜员"),
        people.RoleGranted(role="teller", right_entry="e" * 64),
        people.RoleGranted(role="lobby_manager"),
        people.RoleEnded(role="lobby_manager"),
        people.PasswordSet(by_reset=True),
        people.AttemptsForgiven(right_entry="e" * 64),
    )
    yield on(
        "staff/80299",
        people.StaffRegistered(person="person/2", name="𠮷野 健", post="大堂经理"),
        people.RoleGranted(role="lobby_manager"),
        people.StaffLeft(reason="调离"),
    )
    sign_on = people.SignedOn(staff="80231", terminal="03", window="3", roles=("teller",))
    yield on("signon/1", sign_on, people.SignedOff())
    yield on("signon/2", sign_on)
    yield on(
        "signon/3", people.SignOnRefused(staff="80231", terminal="03", reason="wrong_password")
    )
    yield on(
        "lock/1", people.TerminalLocked(terminal="03", cause="idle"), people.TerminalUnlocked()
    )
    yield on("lock/2", people.TerminalLocked(terminal="03", cause="key"))
    working = people.WorkStateSet(terminal="03", state="at_core", case="case/1")
    yield on("work/1", working, people.WorkStateEnded())
    asked = people.OverrideRequested(
        matter="cancel_completed",
        about="case/2",
        right="approve_cancelling",
        requester="80231",
        requester_person="person/1",
        evidence=("受理编号 03A-0339U",),
        note="客户改变主意",
    )
    granted = people.OverrideGranted(
        approver="80201",
        approver_person="person/3",
        right="approve_cancelling",
        right_entry="e" * 64,
        comment="同意",
    )
    yield on(OVERRIDE, asked)
    yield on(OVERRIDE, granted)
    refused = people.OverrideRefused(
        approver="80201", approver_person="person/3", comment="证据不足"
    )
    yield on("override/2", asked, refused)
    yield on(
        "lookup/1", people.NumberShown(about="customer/1", what="identity_number", page="customer")
    )


def presences() -> Iterator[Commit]:
    """Visits, and promises to follow up."""
    begun = presence.VisitStarted(terminal="03", window="3", staff="80231", ticket="A012")
    yield on(
        "visit/1",
        begun,
        presence.PersonPresent(person="p1", name="单小明", customer="customer/1"),
        presence.IdentitySeen(
            person="p1",
            paper="id_card",
            name="单小明",
            number="11010119900307002X",
            valid_until="2031-09-30",
            birth="1990-03-07",
            sex="M",
        ),
        presence.PersonPresent(person="p2"),
        presence.VisitEnded(outcome="served"),
    )
    yield on("visit/2", begun)
    promise = presence.FollowUpSet(
        case="case/1",
        case_number="03A-0338W",
        what="补寄卡片",
        due="2026-11-30",
        staff="80231",
        post="柜员",
    )
    yield on("followup/1", promise, presence.FollowUpReassigned(staff="80232", reason="休假"))
    yield on("followup/2", promise, presence.FollowUpDone(result="已寄出"))


def customers() -> Iterator[Commit]:
    """A person with a rare surname, one amended, a company."""
    identity = presence.CustomerGroup(
        name="identity",
        fields={"name": "单小明", "paper": "id_card", "number": "11010119900307002X"},
    )
    contact = presence.CustomerGroup(name="contact", fields={"phone": "13800138000"})
    yield on("customer/1", presence.CustomerRegistered(groups=(identity, contact)))
    changed = presence.CustomerGroup(name="contact", fields={"phone": "13912345678"})
    yield on("customer/1", presence.CustomerAmended(group=changed, source="self"))
    company = presence.CustomerGroup(
        name="identity", fields={"name": "江城𠮷野贸易有限公司", "number": "91420100MA4KXXXXXX"}
    )
    yield on("customer/2", presence.CustomerRegistered(customer_kind="company", groups=(company,)))


def start(number: str, *, provisional: bool = False) -> case.CaseStarted:
    """A case begins."""
    return case.CaseStarted(
        number=number,
        visit="visit/1",
        service="GS",
        procedure_hash="c" * 64,
        rules_hash="d" * 64,
        terminal="03",
        window="3",
        staff="80231",
        provisional=provisional,
    )


def whole_case() -> Iterator[Commit]:
    """A case from its start to the papers taken home."""
    taken = case.PartyTaken(
        person="p1",
        part="self",
        name="单小明",
        customer="customer/1",
        paper="id_card",
        number="11010119900307002X",
        valid_until="2031-09-30",
        phone="13800138000",
        birth="1990-03-07",
        sex="M",
        identity_entry="f" * 64,
    )
    yield on("case/1", start("03A-0338W"))
    yield on(
        "case/1",
        case.PartiesTaken(visit="visit/1", parties=(taken,)),
        case.NeedRecorded(values={"loss": "card"}),
    )
    why = Words(zh="本人办理", en="The customer comes in person")
    line = case.ChecklistLine(
        item="id_card", need="required", outcome="seen", why=why, source="实名制规定"
    )
    yield on(
        "case/1",
        case.DocumentChecked(
            case="case/1",
            item="id_card",
            person="p1",
            outcome="seen",
            original=True,
            valid_until="2031-09-30",
            note="人证一致",
        ),
        case.ChecklistDecided(for_date="2026-11-23", procedure_hash="c" * 64, lines=(line,)),
    )
    yield on("case/1", case.DetailsRecorded(values={"card_tail": "4417", "phone": "13800138000"}))
    yield on(
        "case/1",
        case.DetailCorrected(
            field="phone", old="13800138000", new="13912345678", cause="read_back"
        ),
        case.ReadBackDone(
            manner="oral",
            person="p1",
            rows=(
                case.ReadBackMark(row="card_tail", value="4417", outcome="confirmed"),
                case.ReadBackMark(
                    row="phone", value="13912345678", outcome="corrected", old_value="13800138000"
                ),
            ),
        ),
    )
    yield on("case/1", case.CoreStepReached())
    yield on("case/1", case.CoreSerialRecorded(serial="HX20261123000417", manner="scan"))
    step = case.NextStepSet(
        step="pick_up_card",
        date="2026-11-30",
        provisional=False,
        actor="customer",
        action=Words(zh="凭身份证领取新卡", en="Collect the new card with the ID card"),
        day=Words(zh="2026 年 11 月 30 日起", en="from 30 November 2026"),
        source="本行服务规定",
    )
    yield on(
        "case/1",
        case.OriginalsReturned(items=("id_card",), count=1),
        case.CaseCompleted(outcome="done", next_steps=(step,)),
        case.PaperIssued(
            paper="03A-0338W-R1", paper_kind="receipt", content_hash="1" * 64, layout="receipt/1"
        ),
        case.PaperIssued(
            paper="03A-0338W-N1", paper_kind="next_steps", content_hash="2" * 64, layout="next/1"
        ),
    )
    yield on(
        "case/1",
        case.PaperSent(
            paper="03A-0338W-R1", copy_number=1, printer="hp-window-3", pdf_hash="3" * 64
        ),
        case.PaperFailed(
            paper="03A-0338W-N1", copy_number=1, printer="hp-window-3", reason="no_paper"
        ),
    )
    yield on("case/1", case.PaperReprinted(paper="03A-0338W-N1", copy_number=2, reason="卡纸"))


def other_cases() -> Iterator[Commit]:
    """Cases that wait, are cancelled with and without approval, and are unclear at the core."""
    done = case.CaseCompleted(outcome="done", next_steps=())
    approved = case.ApprovalQuoted(
        override=OVERRIDE,
        matter="cancel_completed",
        right="approve_cancelling",
        requester="80231",
        requester_person="person/1",
        approver="80201",
        approver_person="person/3",
        right_entry="e" * 64,
    )
    yield on("case/2", start("03A-0339U"), done, approved)
    yield on("case/2", case.CaseCancelled(reason="客户改变主意", override=OVERRIDE))
    yield on("case/3", start("03A-0340D", provisional=True))
    yield on(
        "case/3",
        case.DocumentChecked(case="case/3", item="card", outcome="deferred", reason="later"),
        case.NoticeGiven(
            coming_on="2026-11-25",
            valid_until="2026-12-23",
            missing=("id_card", "card"),
            manner="printed",
        ),
        case.CaseParked(step="documents", draft='{"loss":"card"}', reason="回家取证件"),
        case.CaseNoted(text="老人，请慢一点"),
    )
    yield on("case/4", start("03A-0341B"))
    yield on(
        "case/4",
        case.CaseHandedOver(to_staff="80232", step="details", draft="{}", note="我去培训"),
    )
    yield on(
        "case/4",
        case.CaseResumed(visit="visit/2", terminal="04", window="4", staff="80232"),
        case.CoreStepReached(),
        case.CoreBookingAnswered(answer="unclear"),
    )
    mark = case.ReadBackMark(row="amount", value="100.00", outcome="not_confirmed")
    yield on(
        "case/5",
        start("03A-03429"),
        case.ReadBackDone(manner="oral", person="p1", rows=(mark,)),
        case.CoreStepReached(),
        case.CoreSerialPutOff(),
        done,
    )
    yield on("case/6", start("03A-0343F"), case.CaseCancelled(reason="left"))


def beside() -> Iterator[Commit]:
    """What is done beside a case: identity checks, values sent, the core's own authorisation."""
    yield on(
        "case/7",
        start("03A-0344M"),
        beside_core.IdentityVerified(
            person="p1", check="online", result="no_answer", way_on="later"
        ),
        beside_core.ValueSentToCore(field="holder.id_number"),
        beside_core.CoreAuthorisationNoted(authoriser="80201", reference="SQ0417", at="10:42"),
        case.DocumentChecked(case="case/7", item="card", outcome="seen", last4="4417"),
    )
    on_paper = case.OnPaper(paper="B-000123", happened_at="2026-11-23 10:40", served_by="80231")
    late = start("03A-0345K").model_copy(update={"on_paper": on_paper})
    yield on("case/8", late)


def cared_for() -> Iterator[Commit]:
    """Questions against fraud, a silent call, matters passed on."""
    asked = care.FraudAsked(
        case="case/1",
        case_number="03A-0338W",
        visit="visit/1",
        answers={"known": "no", "told_secret": "unsure"},
        alarms=("known",),
    )
    yield on("dissuasion/1", asked, care.FraudOutcomeSet(outcome="family", dissuaded=True))
    yield on("dissuasion/1", care.WarningSigned(paper="03A-0338W-F1", signed=True))
    went_on = care.FraudOutcomeSet(
        outcome="against_advice", dissuaded=False, override=OVERRIDE, second_signature=True
    )
    yield on("dissuasion/2", asked, went_on)
    call = care.HelpAskedSilently(terminal="03", window="3", staff="80231", case="case/1")
    yield on("silenthelp/1", call, care.HelpAnswered(answer="going"))
    yield on(
        "restricted/1", care.ReferredOn(matter="observation", to_post="运营主管", to_staff="80201")
    )
    yield on("restricted/2", care.PoliceContacted(at="10:42", badge="012345", case="case/1"))
    enquiry = care.EnquiryReceived(
        authority="江城市公安局",
        officers=("012345", "012346"),
        document="江公（经）查询字〔2026〕12号",
        arrived_at="14:05",
    )
    yield on("restricted/3", enquiry)


def the_day() -> Iterator[Commit]:
    """A window closed and opened again, a day signed and reopened, forms given and entered."""
    left = day.OpenItem(kind="parked", about="03A-0340D")
    closed = day.WindowClosed(
        staff="80231", cases=4, serials=3, left_open=(left,), reason="明早续办"
    )
    yield on("windowday/03-2026-11-23", closed, day.WindowReopened(staff="80231"))
    yield on("windowday/04-2026-11-23", closed)
    signed = day.DaySignedOff(sheet="4" * 64, cases=8, exceptions=2, right_entry="e" * 64)
    yield on("day/2026-11-23", day.DayNoted(text="上午停电 20 分钟"), signed)
    yield on("day/2026-11-22", signed, day.DayReopened(reason="补录一笔"))
    yield on(
        "lateentry/1",
        day.FallbackFormGiven(form="R", first="B-000121", last="B-000140", edition="2026-11"),
    )
    yield on(
        "lateentry/2",
        day.FallbackFormEntered(
            paper="B-000123",
            case="case/8",
            happened_at="2026-11-23 10:40",
            served_by="80231",
            cause="power",
        ),
    )


def taken_out() -> Iterator[Commit]:
    """A file that left, and one that the disk refused."""
    file = {
        "what": "day_sheet",
        "about": "2026-11-22",
        "form": "xlsx",
        "to": "exports/day-2026-11-22.xlsx",
        "digest": "d" * 64,
        "size": 8192,
        "right_entry": "e" * 64,
    }
    yield on("export/1", day.FileExported.model_validate(file))
    other = day.FileExported.model_validate({**file, "to": "usb/day-2026-11-22.xlsx"})
    yield on("export/2", other, day.ExportFailed(reason="disk"))


def signed_for() -> Iterator[Commit]:
    """A form that was signed against advice, a copy a person answered for, an approval used twice."""
    yield on("case/9", start("03A-0345K"))
    sheets = [
        case.PaperIssued(
            paper=f"03A-0345K-F{number}",
            paper_kind="F",
            content_hash=str(number) * 64,
            layout="form/1",
            form="fraud_notice",
        )
        for number in (1, 2)
    ]
    yield on("case/9", *sheets)
    copy = copies.CopyAnswered(paper="03A-0345K-F1", copy_number=1, answer="printed")
    again = case.CaseResumed(
        visit="visit/2", terminal="04", window="4", staff="80232", override=OVERRIDE
    )
    yield on("case/9", copy, again)
    yield on("case/9", again)
    asked = care.FraudAsked(
        case="case/9",
        case_number="03A-0345K",
        visit="visit/1",
        answers={"known": "no"},
        alarms=("known",),
    )
    signed = care.WarningSigned(paper="03A-0345K-F1", signed=True, copy_taken="03A-0345K-F2")
    went_on = care.FraudOutcomeSet(
        outcome="against_advice", dissuaded=False, override=OVERRIDE, second_signature=True
    )
    yield on("dissuasion/9", asked, signed, went_on)
    yield on("dissuasion/9", went_on)


def kept_up() -> Iterator[Commit]:
    """Terminals, an erasure, a pruned subject, a backup, a losing end and what became of it."""
    right = "e" * 64
    admitted = upkeep.TerminalAdmitted(role="branch_t04", audiences=("all",), right_entry=right)
    signed = upkeep.TerminalKeyCountersigned(
        journal="journal-4", public_key="0" * 64, right_entry=right
    )
    followed = upkeep.JournalFollowed(
        journal="journal-5",
        letter="B",
        follows_journal="journal-4",
        follows_seq=7,
        follows_hash="f" * 64,
        cause="replaced",
        right_entry=right,
    )
    revoked = upkeep.TerminalRevoked(reason="报废", right_entry=right)
    yield on("terminal/04", admitted, signed, followed)
    yield on("terminal/05", admitted, revoked)
    erased = upkeep.BodyErased(
        entries=("1" * 64,),
        contents=("2" * 64,),
        subjects=("customer/gone",),
        basis="ordered",
        order="江银法〔2026〕7 号",
        ordered_by="法律合规部",
        right_entry=right,
    )
    yield on("erasure/1", erased)
    made = upkeep.BackupMade(
        of="branch", place="磁带 12", began_at="2026-11-23T10:00:00.000Z", entries=9000
    )
    tried = upkeep.BackupTried(entries=9000, faults=0, right_entry=right)
    restored = upkeep.BackupRestored(reason="磁盘损坏", lost=("journal-4:8-9",), right_entry=right)
    yield on("backup/1", made)
    yield on("backup/1", tried, restored)
    losing = tuple(
        upkeep.LosingEntry(
            hash=digit * 64,
            seq=seq,
            kind="case_noted",
            subject="case/1",
            actor="staff/80231",
            occurred_at="2026-11-23T02:00:00.000Z",
            content="9" * 64,
        )
        for seq, digit in ((8, "4"), (9, "5"), (10, "6"))
    )
    yield on("quarantine/1", upkeep.ForkFound(journal="journal-4", agreed_seq=7, entries=losing))
    again = upkeep.FactEnteredAgain(entry="4" * 64, right_entry=right)
    dropped = upkeep.FactDroppedByName(entry="5" * 64, reason="重复", right_entry=right)
    yield on("quarantine/1", again, dropped)


def changed_hands() -> Iterator[Commit]:
    """Cases asked for and taken over; an approval not needed any more; a customer registered twice."""
    yield on("case/14", start("03A-0351R"))
    taken = owning.CaseTakenOver(
        from_staff="80231", to_staff="80232", reason="电脑坏了", right_entry="e" * 64
    )
    yield on("case/14", taken)
    asked = owning.HandOverAsked(
        case="case/4",
        case_number="03A-0341B",
        from_staff="80231",
        staff="80232",
        terminal="04",
        window="4",
    )
    yield on("handover/1", asked, owning.HandOverAnswered(answer="not_now"))
    request = people.OverrideRequested(
        matter="deferral",
        about="case/1#id_card",
        right="approve",
        requester="80231",
        requester_person="person/1",
    )
    yield on("override/9", request, people.OverrideWithdrawn(reason="not_needed"))
    yield on("customer/2", presence.CustomersJoined(into="customer/1"))
