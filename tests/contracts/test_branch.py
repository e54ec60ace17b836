"""What every branch promises: it is a shelf that judges envelope, chain and size only."""

from collections.abc import Callable, Mapping

import pytest

from counter_app.db.store import SqliteStore
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry, sealed
from counter_app.journal.facts import case
from counter_app.rehearsal.simulated_branch import SimulatedBranch
from counter_app.services.branch_ports import Branch
from tests.fakes.signing import PUBLIC_KEY, is_plainly_signed, signed
from tests.store.writing import Hand, journal_of, new_store


@pytest.fixture(params=["simulated", "postgres"])
def branch(request: pytest.FixtureRequest) -> Branch:
    """An empty branch of each kind."""
    if request.param == "simulated":
        return SimulatedBranch()
    admit: Callable[[], Branch] = request.getfixturevalue("admitted")
    return admit()


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[Entry]]:
    """What terminals 3 and 4 wrote: the opening, then commits of 1, 3 and 2 entries."""
    found = {}
    for terminal in (3, 4):
        store: SqliteStore = new_store(tmp_path_factory.mktemp("branch") / "home", terminal)
        for size in (1, 3, 2):
            Hand(store).write("case/1", *[case.CaseNoted(text="x")] * size)
        found[terminal] = store.entries_after(store.journal_id, 0, 100)
        store.close()
    return found


@pytest.fixture
def mine(journals: dict[int, list[Entry]]) -> list[Entry]:
    """Terminal 3's seven entries."""
    return journals[3]


def head_of(entry: Entry) -> ChainHead:
    return ChainHead(entry.seq, entry.hash)


def pulled(
    branch: Branch, cursor: Mapping[str, ChainHead] | None = None, limit: int = 100
) -> list[Entry]:
    """One page of entries; every batch must end at a signature that its writer made."""
    found = branch.pull(cursor or {}, limit)
    for one in found:
        assert is_plainly_signed(PUBLIC_KEY, one.last.seq, one.last.hash, one.signature)
    return [entry for one in found for entry in one.entries]


def test_an_empty_branch_has_no_head_and_nothing_to_pull(branch: Branch) -> None:
    assert branch.head(journal_of(3)) == ChainHead()
    assert pulled(branch) == []


def test_what_is_pushed_is_held_and_its_head_moves(branch: Branch, mine: list[Entry]) -> None:
    answer = branch.push(signed(mine[:2]))
    assert (answer.outcome, answer.head) == ("ok", head_of(mine[1]))
    assert branch.push(signed(mine[2:])).head == head_of(mine[-1])
    assert branch.head(journal_of(3)) == head_of(mine[-1])
    assert pulled(branch) == mine


def test_a_push_may_be_repeated_and_overlap(branch: Branch, mine: list[Entry]) -> None:
    branch.push(signed(mine[:5]))
    for again in (mine[:5], mine[:2], mine, mine):
        assert branch.push(signed(again)).outcome == "ok"
    assert pulled(branch) == mine


def test_a_gap_is_answered_with_the_head_to_go_on_from(branch: Branch, mine: list[Entry]) -> None:
    branch.push(signed(mine[:1]))
    answer = branch.push(signed(mine[2:]))
    assert (answer.outcome, answer.head) == ("gap", head_of(mine[0]))
    assert pulled(branch) == mine[:1]


def test_another_end_of_a_journal_is_a_fork(branch: Branch, mine: list[Entry]) -> None:
    branch.push(signed(mine[:2]))
    other = sealed(mine[1]._replace(actor="staff/80299"))
    assert branch.push(signed([mine[0], other])).outcome == "fork"
    behind = sealed(mine[2]._replace(prev="f" * 64, commit_seq=3))
    assert branch.push(signed([behind])).outcome == "fork"
    assert pulled(branch) == mine[:2]


@pytest.mark.parametrize(
    "changes", [{"actor": "staff/80299"}, {"hash": "f" * 64}, {"body": "{}"}, {"body": None}]
)
def test_what_does_not_verify_is_not_taken_at_all(
    branch: Branch, mine: list[Entry], changes: dict[str, str]
) -> None:
    batch = [*mine[:3], mine[3]._replace(**changes), *mine[4:]]  # type: ignore[arg-type]
    answer = branch.push(signed(batch))
    assert (answer.outcome, answer.head) == ("bad_hash", ChainHead())
    assert pulled(branch) == []


def test_a_torn_commit_is_not_taken(branch: Branch, mine: list[Entry]) -> None:
    assert branch.push(signed(mine[:4])).outcome == "bad_hash"
    assert branch.head(journal_of(3)) == ChainHead()


def test_a_body_may_be_elsewhere(branch: Branch, mine: list[Entry]) -> None:
    bare = [one._replace(body=None, salt=None, body_state="elsewhere") for one in mine]
    assert branch.push(signed(bare)).outcome == "ok"
    assert pulled(branch) == bare


def test_a_pull_gives_what_is_beyond_the_cursor(
    branch: Branch, journals: dict[int, list[Entry]]
) -> None:
    for entries in journals.values():
        branch.push(signed(entries))
    cursor = {journal_of(3): head_of(journals[3][-1]), journal_of(4): head_of(journals[4][1])}
    assert pulled(branch, cursor) == journals[4][2:]
    cursor[journal_of(4)] = head_of(journals[4][-1])
    assert pulled(branch, cursor) == []


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 6])
def test_no_page_cuts_a_commit_and_pages_bring_everything(
    branch: Branch, journals: dict[int, list[Entry]], limit: int
) -> None:
    for entries in journals.values():
        branch.push(signed(entries))
    cursor: dict[str, ChainHead] = {}
    brought: list[Entry] = []
    while page := pulled(branch, cursor, limit):
        last = {one.journal_id: one for one in page}
        assert all(one.seq == one.commit_seq for one in last.values())
        cursor.update({one.journal_id: head_of(one) for one in last.values()})
        brought += page
    assert sorted(brought) == sorted(journals[3] + journals[4])
