"""What lists, search and logs show, read on a connection that cannot write."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from counter_app.db.queries import SqliteReader, open_reader
from counter_app.db.store import SqliteStore, StoreFiles, open_store
from counter_app.journal.facts import case, people, presence
from counter_app.journal.folds.people import SignOnView
from counter_app.services.ports import Beside, NewFact, PrintOrder, StoreTrouble
from counter_app.services.read_models import LogFilter, Reader
from tests.store.writing import KEY, Hand, customer, holder, started

DAY = "2026-11-23"


@pytest.fixture
def reader(store: SqliteStore, files: StoreFiles) -> Iterator[SqliteReader]:
    opened = open_reader(files.database, KEY)
    yield opened
    opened.close()


@pytest.fixture
def people_known(hand: Hand) -> None:
    """A few customers."""
    known = {
        "1": ("单小明", "11010119900307002X", "13800138000"),
        "2": ("王伟", "110101198501012345", "13912345678"),
        "3": ("王小明", "", "13811112222"),
        "4": ("\U00020bb7野家", "E12345678", ""),
        "5": ("O'Neill·Seán", "", ""),
    }
    for ident, (name, number, phone) in known.items():
        hand.write(f"customer/{ident}", customer(name, number, phone))


def found(reader: Reader, words: str) -> set[str]:
    return {one.subject.partition("/")[2] for one in reader.search(words).customers}


def test_a_reader_sees_each_commit_and_keeps_none_of_it_open(
    reader: SqliteReader, hand: Hand
) -> None:
    assert reader.search("王").customers == ()
    hand.write("customer/1", customer("王伟"))
    assert [one.name for one in reader.search("王").customers] == ["王伟"]
    hand.write("customer/2", customer("王芳"))
    assert len(reader.search("王").customers) == 2


def test_a_reader_cannot_write(reader: SqliteReader, files: StoreFiles) -> None:
    with pytest.raises(DBAPIError, match="readonly"):
        reader._connection.exec_driver_sql("DELETE FROM local")
    with pytest.raises(DBAPIError, match="readonly"):
        reader._connection.exec_driver_sql("PRAGMA user_version = 9")
    assert open_reader(files.database, KEY).search("x").cases == ()


def test_a_reader_goes_on_while_the_store_writes_and_closes(
    reader: SqliteReader, hand: Hand, files: StoreFiles
) -> None:
    hand.write("customer/1", customer("王伟"))
    hand.store.close()  # type: ignore[attr-defined]
    assert found(reader, "王") == {"1"}
    again = open_store(files, KEY, bytes)
    Hand(again).write("customer/2", customer("王芳"))
    assert found(reader, "王") == {"1", "2"}
    again.close()


def test_a_reader_of_nothing_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble) as told:
        open_reader(tmp_path / "no" / "journal.db", KEY)
    assert told.value.code == "disk"


@pytest.mark.usefixtures("people_known")
@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("单", {"1"}),
        ("小", {"1", "3"}),
        ("小明", {"1", "3"}),
        ("王 明", {"3"}),
        ("sxm", {"1"}),
        ("shanxiaoming", {"1"}),
        ("SXM", {"1"}),
        ("w", {"2", "3"}),
        ("002x", {"1"}),
        ("11010119900307002X", {"1"}),
        ("11010119900307002x", {"1"}),
        ("110101 19900307 002X", {"1"}),
        ("138 0013 8000", {"1"}),
        ("8000", {"1"}),
        ("王 5678", {"2"}),
        ("𠮷", {"4"}),
        ("e12345678", {"4"}),
        ("sean", {"5"}),
        ("o’neill", {"5"}),
        ("李", set()),
        ("%", set()),
        ("   ", set()),
    ],
)
def test_a_customer_is_found_by_what_people_type(
    reader: SqliteReader, words: str, who: set[str]
) -> None:
    assert found(reader, words) == who


@pytest.mark.usefixtures("people_known")
def test_what_is_found_is_masked_and_exact_matches_stand_first(reader: SqliteReader) -> None:
    assert reader.search("11010119900307002X").customers[0].masked_number == "110***********002X"
    assert reader.search("13800138000").customers[0].masked_phone == "138****8000"
    names = [one.name for one in reader.search("小明").customers]
    assert names[0] in {"单小明", "王小明"}


@pytest.fixture
def cases(hand: Hand) -> None:
    """A day of cases, one of each state; a supervisor's and a teller's."""
    hand.write("staff/80231", people.StaffRegistered(person="person/1", name="王敏", post="柜员"))
    hand.write("case/1", started("03A-0338W"), holder("单小明", "customer/1"))
    hand.write("case/2", started("01B-00018"), holder("王伟"))
    hand.write("case/2", case.CaseParked(step="details", draft="{}", reason="等配偶"))
    hand.write("case/3", started("03A-0339U", staff="80232"), holder("李四"))
    hand.write("case/3", case.CaseHandedOver(to_staff="80231", step="details", draft="{}"))
    hand.write("case/4", started("03A-0340D"), holder("张三"))
    hand.write("case/4", case.CaseCompleted(outcome="done", next_steps=()))
    hand.write("case/5", started("03A-0341B"), holder("赵六"))
    hand.write("case/5", case.CaseCancelled(reason="left"))
    hand.write("case/6", started("03A-03429"), holder("钱七"))
    hand.write(
        "case/6",
        case.CoreStepReached(),
        case.CoreSerialPutOff(),
        case.CaseCompleted(outcome="done", next_steps=()),
    )


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize(
    "typed", ["03A-0338W", "03a0338w", "03a-0338w", "O3A-O338W", "03A-0338W-M1", "03a0338wr2"]
)
def test_a_case_is_found_by_its_number_however_it_is_typed(
    reader: SqliteReader, typed: str
) -> None:
    assert [one.subject for one in reader.case_by_number(typed)] == ["case/1"]
    assert [one.subject for one in reader.search(typed).cases] == ["case/1"]


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize("typed", ["0338", "03a033", "单小", "sxm", "小明 03"])
def test_a_case_is_found_by_a_part_of_number_or_name(reader: SqliteReader, typed: str) -> None:
    assert "case/1" in {one.subject for one in reader.search(typed).cases}


def test_a_number_that_two_things_carry_shows_both(reader: SqliteReader, hand: Hand) -> None:
    hand.write("case/1", started())
    hand.write("case/2", started())
    assert {one.subject for one in reader.case_by_number("03a0338w")} == {"case/1", "case/2"}
    assert reader.case_by_number("03a0338x") == ()


@pytest.mark.usefixtures("cases")
def test_a_case_is_found_by_the_core_serial(reader: SqliteReader, hand: Hand) -> None:
    hand.write("case/1", case.CoreSerialRecorded(serial="HX20261123000417"))
    assert [one.serial for one in reader.search("hx2026").cases] == ["HX20261123000417"]


@pytest.mark.usefixtures("cases")
def test_the_desk_shows_what_is_mine(reader: SqliteReader, hand: Hand) -> None:
    hand.write("visit/1", presence.VisitStarted(terminal="03", window="3", staff="80231"))
    hand.write("visit/1", presence.PersonPresent(person="p1", name="单小明"))
    hand.write("visit/2", presence.VisitStarted(terminal="04", window="4", staff="80232"))
    hand.write("visit/3", presence.VisitStarted(terminal="03", window="3", staff="80231"))
    hand.write("visit/3", presence.VisitEnded(outcome="served"))
    for ident, due in (("1", DAY), ("2", "2026-11-24"), ("3", DAY)):
        promise = presence.FollowUpSet(
            case="case/1", case_number="03A-0338W", what="寄卡", due=due, staff="80231", post="柜员"
        )
        hand.write(f"followup/{ident}", promise)
    hand.write("followup/3", presence.FollowUpDone(result="kept"))
    order = PrintOrder(
        "03A-0338W-R1", "case/1", 1, "h", "printer", None, "2026-11-23T01:00:00.000Z"
    )
    hand.write("case/1", case.CaseNoted(text="x"), beside=Beside(orders=(order,)))

    desk = reader.desk("80231", "03", DAY)
    assert [(one.subject, one.names) for one in desk.visits] == [("visit/1", "单小明")]
    assert [one.subject for one in desk.open] == ["case/1"]
    assert [one.waiting_reason for one in desk.parked] == ["等配偶"]
    assert [one.subject for one in desk.handed_over] == ["case/3"]
    assert [one.subject for one in desk.due] == ["followup/1"]
    assert [(one.paper, one.state) for one in desk.papers] == [("03A-0338W-R1", "queued")]
    assert desk.open[0].staff_name == "王敏"


@pytest.mark.usefixtures("cases")
def test_the_day_log_shows_exceptions_first_then_the_latest(reader: SqliteReader) -> None:
    page = reader.day_log(LogFilter(DAY))
    assert [one.subject for one in page.lines] == [
        *("case/6", "case/5"),
        *("case/4", "case/3", "case/2", "case/1"),
    ]
    assert page.lines[0].exceptions == ("serial_missing",)
    assert (page.total, page.exceptions) == (6, 2)


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize(
    ("wanted", "subjects"),
    [
        (LogFilter(DAY, staff="80232"), {"case/3"}),
        (LogFilter(DAY, state="completed"), {"case/4", "case/6"}),
        (LogFilter(DAY, service="GS", state="parked"), {"case/2"}),
        (LogFilter(DAY, only_exceptions=True), {"case/5", "case/6"}),
        (LogFilter(DAY, words="张三"), {"case/4"}),
        (LogFilter(DAY, words="03a-0338w"), {"case/1"}),
        (LogFilter(DAY, words="0341"), {"case/5"}),
        (LogFilter(DAY, words="gs 王"), {"case/2"}),
        (LogFilter(DAY, service="GRKH"), set()),
        (LogFilter("2026-11-24"), set()),
    ],
)
def test_the_day_log_is_filtered(
    reader: SqliteReader, wanted: LogFilter, subjects: set[str]
) -> None:
    page = reader.day_log(wanted)
    assert {one.subject for one in page.lines} == subjects
    assert page.total == len(subjects)


@pytest.mark.usefixtures("cases")
def test_a_page_of_the_log_counts_the_whole(reader: SqliteReader) -> None:
    page = reader.day_log(LogFilter(DAY, offset=4, limit=2))
    assert [one.subject for one in page.lines] == ["case/2", "case/1"]
    assert (page.total, page.exceptions) == (6, 2)


@pytest.mark.usefixtures("cases")
def test_staff_and_a_customers_cases_are_listed(reader: SqliteReader, hand: Hand) -> None:
    assert [(one.number, one.name, one.left) for one in reader.staff()] == [
        ("80231", "王敏", False)
    ]
    assert [one.subject for one in reader.cases_of_customer("customer/1")] == ["case/1"]


@pytest.mark.usefixtures("cases")
def test_how_the_work_ended_last_is_told_of_one_terminal(reader: SqliteReader, hand: Hand) -> None:
    before = reader.last_work("09")
    assert (before.signed_off_at, before.window) == (None, "")
    for ident, window, place in (("1", "5", "09"), ("2", "6", "09"), ("3", "7", "10")):
        on = people.SignedOn(staff="80231", terminal=place, window=window, roles=())
        hand.write(f"signon/{ident}", on)
    wrong = people.SignOnRefused(staff="80231", terminal="09", reason="wrong_password")
    hand.write("signon/4", wrong)
    for ident in ("2", "3", "1"):
        hand.write(f"signon/{ident}", people.SignedOff())
    last = reader.last_work("09")
    assert last.window == "5"
    ended = reader.view("signon/1")
    assert isinstance(ended, SignOnView)
    assert last.signed_off_at == ended.until
    assert last.parked == before.parked == 1


@pytest.mark.usefixtures("cases")
def test_a_subject_is_read_with_its_history(
    reader: SqliteReader, store: SqliteStore, hand: Hand
) -> None:
    assert reader.view("case/2") == store.view("case/2")
    kinds = [one.entry.kind for one in reader.history("case/2")]
    assert kinds == ["case_started", "parties_taken", "case_parked"]
    hand.write_all([NewFact("case/2", case.CaseNoted(text="x"))])
    assert [type(one.fact).__name__ for one in reader.history("case/2")][-1] == "CaseNoted"


@pytest.mark.usefixtures("cases")
def test_a_serial_that_follows_is_listed_until_it_is_there_and_then_tells_who(
    reader: SqliteReader, hand: Hand
) -> None:
    assert [one.subject for one in reader.desk("80231", "09", DAY).serials] == ["case/6"]
    assert [one.subject for one in reader.desk("80232", "03", DAY).serials] == ["case/6"]
    assert reader.desk("80232", "04", DAY).serials == ()
    hand.write("case/6", case.CoreSerialRecorded(serial="CB1"))
    assert reader.desk("80231", "03", DAY).serials == ()
    (line,) = reader.search("钱七").cases
    assert line.exceptions == ()
    assert (line.serial_late_by, line.serial_late_at) == ("王敏", line.last_at)
