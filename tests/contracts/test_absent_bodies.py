"""What every branch promises about bodies that are absent: withheld by label, erased, or too big."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from counter_app.db.store import SqliteStore
from counter_app.journal.entry import Entry
from counter_app.journal.erasing import erased_form
from counter_app.journal.facts import care, case, upkeep
from counter_app.journal.facts.base import Fact
from counter_app.rehearsal.simulated_branch import SimulatedBranch
from counter_app.services.branch_ports import Body, Branch, LabelledContent, QuarantinedPart
from counter_app.services.ports import Content
from tests.branch.backing_up import note_backup
from tests.fakes.signing import signed
from tests.store.writing import Hand, new_store

PAPER = Content(sha256(b"paper").hexdigest(), "application/pdf", b"paper", "case/1")
PLAIN = Content(sha256(b"plain").hexdigest(), "text/plain", b"plain")
OTHER = Content(sha256(b"other").hexdigest(), "application/pdf", b"other", "case/1")


@pytest.fixture(params=["simulated", "postgres"])
def branch(request: pytest.FixtureRequest) -> Branch:
    """An empty branch of each kind, asked by a terminal that may hold what all may."""
    if request.param == "simulated":
        return SimulatedBranch()
    admit: Callable[[], Branch] = request.getfixturevalue("admitted")
    return admit()


@pytest.fixture
def backed_up(request: pytest.FixtureRequest) -> Callable[[Branch], None]:
    """Notes a backup of what a branch holds now, and nothing beyond: what comes, comes after it."""

    def note(branch: Branch) -> None:
        if isinstance(branch, SimulatedBranch):
            branch.shelf.backup()
            return
        url = request.getfixturevalue("cluster").url(request.getfixturevalue("database"))
        note_backup(url)

    return note


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """Terminal 3's."""
    made = new_store(tmp_path / "home", 3)
    yield made
    made.close()


def written(store: SqliteStore, subject: str, *facts: Fact) -> list[Entry]:
    """A commit of a store that takes no notice of what it orders."""
    return list(Hand(store).write(subject, *facts).entries)


def noted(text: str) -> Fact:
    return case.CaseNoted(text=text)


def erasing(
    entries: Sequence[str] = (), contents: Sequence[str] = (), subjects: Sequence[str] = ()
) -> Fact:
    return upkeep.BodyErased(
        entries=tuple(entries),
        contents=tuple(contents),
        subjects=tuple(subjects),
        basis="ordered",
        order="1",
        ordered_by="法律合规部",
        right_entry="e" * 64,
    )


def everything(branch: Branch) -> dict[str, Entry]:
    """All that may be pulled, by hash."""
    found = branch.pull({}, 1000)
    return {entry.hash: entry for one in found for entry in one.entries}


def own(store: SqliteStore) -> list[Entry]:
    return store.entries_after(store.journal_id, 0, 1000)


def test_what_is_named_is_erased_and_the_chain_goes_on(branch: Branch, store: SqliteStore) -> None:
    first = own(store)
    gone, stays = written(store, "case/1", noted("gone"), noted("stays"))
    before = [*first, gone, stays]
    order = written(store, "erasure/1", erasing([gone.hash]))
    branch.push(signed(before))
    assert branch.push(signed(order)).outcome == "ok"
    held = everything(branch)
    assert held[gone.hash] == erased_form(gone)
    assert held[stays.hash] == stays
    assert branch.bodies([gone.hash, stays.hash]) == [
        Body(stays.hash, stays.body or "", stays.salt or "")
    ]
    after = written(store, "case/2", noted("after"))
    assert branch.push(signed(after)).outcome == "ok"


def test_an_order_and_what_it_names_may_come_together(branch: Branch, store: SqliteStore) -> None:
    first = own(store)
    (gone,) = written(store, "case/1", noted("gone"))
    order = written(store, "erasure/1", erasing([gone.hash]))
    branch.push(signed([*first, gone, *order]))
    assert everything(branch)[gone.hash] == erased_form(gone)


def test_an_order_may_come_before_what_it_names(
    branch: Branch, store: SqliteStore, tmp_path: Path
) -> None:
    other = new_store(tmp_path / "other", 4)
    theirs = own(other)
    gone, stays = written(other, "case/1", noted("gone"), noted("stays"))
    written(store, "erasure/1", erasing([gone.hash]))
    branch.push(signed(own(store)))
    assert branch.give_back(4, signed([*theirs, gone, stays])).outcome == "ok"
    held = everything(branch)
    assert held[gone.hash] == erased_form(gone)
    assert held[stays.hash].body == stays.body
    other.close()


def test_an_erased_body_is_never_given_again(branch: Branch, store: SqliteStore) -> None:
    first = own(store)
    (gone,) = written(store, "case/1", noted("gone"))
    order = written(store, "erasure/1", erasing([gone.hash]))
    bare = gone._replace(body=None, salt=None, body_state="elsewhere")
    branch.push(signed([*first, bare]))
    assert branch.bodies_wanted([store.journal_id], "", 10) == [gone.hash]
    branch.push(signed(order))
    assert branch.bodies_wanted([store.journal_id], "", 10) == []
    assert branch.give_bodies([gone]) == 0
    assert branch.push(signed([*first, gone, *order])).outcome == "ok"
    assert everything(branch)[gone.hash] == erased_form(gone)
    assert branch.bodies([gone.hash]) == []


def test_an_order_whose_body_comes_later_is_obeyed_then(branch: Branch, store: SqliteStore) -> None:
    first = own(store)
    (gone,) = written(store, "case/1", noted("gone"))
    (order,) = written(store, "erasure/1", erasing([gone.hash]))
    bare = order._replace(body=None, salt=None, body_state="elsewhere")
    branch.push(signed([*first, gone, bare]))
    assert everything(branch)[gone.hash] == gone
    assert branch.give_bodies([order]) == 1
    assert everything(branch)[gone.hash] == erased_form(gone)


def test_orders_and_beginnings_are_not_erased(branch: Branch, store: SqliteStore) -> None:
    (opened,) = own(store)
    (order,) = written(store, "erasure/1", erasing(["1" * 64]))
    (other,) = written(store, "erasure/2", erasing([opened.hash, order.hash]))
    branch.push(signed([opened, order, other]))
    assert everything(branch) == {one.hash: one for one in (opened, order, other)}


def test_erased_content_is_gone_and_never_taken_again(branch: Branch, store: SqliteStore) -> None:
    branch.put_content([LabelledContent(one, "all") for one in (PAPER, PLAIN, OTHER)])
    written(store, "erasure/1", erasing(contents=[PLAIN.hash], subjects=["case/1"]))
    branch.push(signed(own(store)))
    hashes = [PAPER.hash, PLAIN.hash, OTHER.hash]
    assert branch.content(hashes) == []
    assert PLAIN.hash not in branch.lacks_content(hashes)
    branch.put_content([LabelledContent(one, "all") for one in (PAPER, PLAIN, OTHER)])
    assert branch.content(hashes) == []


def test_quarantine_obeys_too(branch: Branch, store: SqliteStore) -> None:
    parts = [QuarantinedPart("1" * 64, "case/1", "{}"), QuarantinedPart("2" * 64, "case/2", "{}")]
    branch.quarantine(store.journal_id, "fork", parts)
    branch.quarantine(store.journal_id, "fork", parts)
    written(store, "erasure/1", erasing(["2" * 64], subjects=["case/1"]))
    branch.push(signed(own(store)))
    branch.quarantine(store.journal_id, "fork", parts)
    if isinstance(branch, SimulatedBranch):
        assert branch.shelf.quarantined == {}


def test_a_body_of_another_label_is_withheld(branch: Branch, store: SqliteStore) -> None:
    first = own(store)
    (secret,) = written(store, "silenthelp/1", care.HelpAnswered(answer="going", note="MARKER"))
    (shown,) = written(store, "case/1", noted("x"))
    branch.push(signed([*first, secret, shown]))
    held = everything(branch)
    assert held[secret.hash] == secret._replace(body=None, salt=None, body_state="elsewhere")
    assert held[shown.hash] == shown
    assert [one.hash for one in branch.bodies([secret.hash, shown.hash])] == [shown.hash]


def test_a_body_that_is_too_big_is_told_apart_from_a_wrong_one(
    branch: Branch, store: SqliteStore
) -> None:
    first = own(store)
    (big,) = written(store, "case/1", noted("大" * 400_000))
    answer = branch.push(signed([*first, big]))
    assert (answer.outcome, answer.head.seq) == ("too_big", 0)
    bare = big._replace(body=None, salt=None, body_state="elsewhere")
    assert branch.push(signed([*first, bare])).outcome == "ok"
    assert branch.give_bodies([big]) == 0
    assert everything(branch)[big.hash] == bare


def test_only_what_a_backup_covers_is_kept(
    branch: Branch, store: SqliteStore, backed_up: Callable[[Branch], None]
) -> None:
    first = own(store)
    early, bare = written(store, "case/1", noted("early"), noted("comes later"))
    without = bare._replace(body=None, salt=None, body_state="elsewhere")
    branch.push(signed([*first, early, without]))
    branch.put_content([LabelledContent(PAPER, "all")])
    asked = [early.hash, bare.hash, PAPER.hash, OTHER.hash, "0" * 64]
    assert branch.kept(asked) == []
    backed_up(branch)
    assert set(branch.kept(asked)) == {early.hash, PAPER.hash}
    branch.give_bodies([bare])
    branch.put_content([LabelledContent(OTHER, "all")])
    (late,) = written(store, "case/1", noted("late"))
    branch.push(signed([late]))
    assert set(branch.kept([*asked, late.hash])) == {early.hash, PAPER.hash}
    backed_up(branch)
    assert set(branch.kept([*asked, late.hash])) == {*asked[:4], late.hash}


def test_what_is_erased_is_kept_by_nobody(
    branch: Branch, store: SqliteStore, backed_up: Callable[[Branch], None]
) -> None:
    first = own(store)
    gone, stays = written(store, "case/1", noted("gone"), noted("stays"))
    branch.push(signed([*first, gone, stays]))
    backed_up(branch)
    branch.push(signed(written(store, "erasure/1", erasing([gone.hash]))))
    assert branch.kept([gone.hash, stays.hash]) == [stays.hash]
