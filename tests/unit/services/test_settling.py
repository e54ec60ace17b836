"""A losing end is settled fact by fact, by a supervisor."""

import json
from hashlib import sha256

import pytest

from counter_app.domain.roles import Role
from counter_app.journal.codec import encode_body
from counter_app.journal.entry import Entry, body_digest, sealed
from counter_app.journal.facts import case, upkeep
from counter_app.journal.folds.case import CaseView
from counter_app.journal.folds.upkeep import QuarantineView
from counter_app.services import settling
from counter_app.services.ports import Content
from tests.unit.journal.test_golden_vectors import ENTRY, SALT
from tests.unit.services.standing import Standing, code_of

PLACE = "quarantine/1"


def losing(text: str, kind: str = "case_noted") -> Entry:
    """An entry of a losing end, as it was written."""
    body = encode_body(case.CaseNoted(text=text))
    return sealed(
        ENTRY._replace(kind=kind, subject="case/1", body=body, digest=body_digest(SALT, body))
    )


def found(here: Standing, *entries: Entry, bytes_here: bool = True) -> None:
    """The terminal found them, and keeps their bytes as content under their subject."""
    told, contents = [], []
    for one in entries:
        data = json.dumps(one._asdict()).encode()
        digest = sha256(data).hexdigest()
        contents.append(Content(digest, settling.ENTRY_MEDIA, data, one.subject))
        told.append(
            upkeep.LosingEntry(
                hash=one.hash,
                seq=one.seq,
                kind=one.kind,
                subject=one.subject,
                actor=one.actor,
                occurred_at=one.occurred_at,
                content=digest,
            )
        )
    fact = upkeep.ForkFound(journal="j", agreed_seq=41, entries=tuple(told))
    here.write("terminal/03", (PLACE, fact))
    if bytes_here:
        here.store.contents.take(contents)


@pytest.fixture
def standing(here: Standing) -> Standing:
    here.begin_case(here.hire("80231", Role.TELLER))
    return here


def test_a_fact_is_entered_again_and_another_dropped(standing: Standing) -> None:
    first, second = losing("again"), losing("twice")
    found(standing, first, second)
    chief = standing.hire("80201", Role.SUPERVISOR)
    counter = standing.counter
    view = settling.enter_again(counter, chief, PLACE, first.hash)
    assert isinstance(view, QuarantineView)
    assert [one.hash for one in view.open] == [second.hash]
    about = standing.store.view("case/1")
    assert isinstance(about, CaseView)
    assert about.notes == ("again",)
    assert (
        code_of(settling.drop_by_name(counter, chief, PLACE, second.hash, " ")) == "reason_needed"
    )
    view = settling.drop_by_name(counter, chief, PLACE, second.hash, "重复")
    assert isinstance(view, QuarantineView)
    assert view.open == ()
    assert (view.dropped[0].reason, view.dropped[0].by) == ("重复", "staff/80201")
    for answer in (
        settling.enter_again(counter, chief, PLACE, first.hash),
        settling.drop_by_name(counter, chief, PLACE, first.hash, "x"),
    ):
        assert code_of(answer) == "settled_before"
    assert code_of(settling.enter_again(counter, chief, PLACE, "f" * 64)) == "not_in_quarantine"
    assert standing.store.view(PLACE).faults == ()


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.SUPERVISOR])
def test_nobody_but_a_supervisor_may(standing: Standing, role: Role) -> None:
    one = losing("again")
    found(standing, one)
    acting = standing.hire("80501", role)
    before = standing.fact_count()
    for answer in (
        settling.enter_again(standing.counter, acting, PLACE, one.hash),
        settling.drop_by_name(standing.counter, acting, PLACE, one.hash, "x"),
    ):
        assert code_of(answer) == "not_allowed"
    assert standing.fact_count() == before


def test_what_is_not_here_or_not_its_own_is_not_entered(standing: Standing) -> None:
    gone = losing("gone")
    found(standing, gone, bytes_here=False)
    chief = standing.hire("80201", Role.SUPERVISOR)
    assert (
        code_of(settling.enter_again(standing.counter, chief, PLACE, gone.hash)) == "bytes_not_here"
    )
    data = json.dumps(losing("other")._asdict()).encode()
    named = upkeep.LosingEntry(
        hash=gone.hash,
        seq=1,
        kind="case_noted",
        subject="case/1",
        actor="staff/1",
        occurred_at="x",
        content=sha256(data).hexdigest(),
    )
    other = Content(named.content, settling.ENTRY_MEDIA, data, "case/1")
    assert settling.quarantined_entry(other, named) is None


def test_what_only_a_newer_program_reads_waits_for_it(standing: Standing) -> None:
    newer = losing("newer", "something_newer")
    found(standing, newer)
    chief = standing.hire("80201", Role.SUPERVISOR)
    answer = settling.enter_again(standing.counter, chief, PLACE, newer.hash)
    assert code_of(answer) == "newer_program"


def test_the_file_obeys_an_erasure_of_the_subject(standing: Standing) -> None:
    one = losing("MARKER")
    found(standing, one)
    order = upkeep.BodyErased(
        entries=(),
        subjects=("case/1",),
        basis="ordered",
        order="1",
        ordered_by="x",
        right_entry="e" * 64,
    )
    standing.write("staff/80001", ("erasure/1", order))
    chief = standing.hire("80201", Role.SUPERVISOR)
    answer = settling.enter_again(standing.counter, chief, PLACE, one.hash)
    assert code_of(answer) == "bytes_not_here"
