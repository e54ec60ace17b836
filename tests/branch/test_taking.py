"""What the branch's functions make of batches that no terminal of ours sends, and of two at once."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import psycopg
import pytest

from counter_app.db.branch.connecting import BranchAddress, BranchLine
from counter_app.db.branch.shelf import ARRAYS, PUSH, PostgresBranch
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.journal.chain import ChainHead
from counter_app.journal.entry import Entry, body_digest, preimage, sealed
from counter_app.journal.facts import case
from counter_app.rehearsal.local_postgres import LocalPostgres
from tests.branch.conftest import PASSWORD
from tests.fakes.signing import signed
from tests.golden.entries.making import FOLDER, golden_entries
from tests.store.writing import Hand, journal_of, new_store
from tests.unit.journal.test_golden_vectors import ENTRY, HASH, PREIMAGE

COLUMNS = [name for name in Entry._fields if name != "journal_id"]
GOLDEN = [(file, one) for file in sorted(FOLDER.glob("*.jsonl")) for one in golden_entries(file)]
SIGNATURE = "a" * 128


@pytest.fixture
def line(cluster: LocalPostgres, database: str) -> Iterator[BranchLine]:
    """Terminal 3's line."""
    role = BranchUpkeep(cluster.url(database)).admit(3, ("all",), PASSWORD)
    made = BranchLine(BranchAddress(cluster.url(database, role)))
    yield made
    made.close()


@pytest.fixture
def owner(cluster: LocalPostgres, database: str) -> Iterator[psycopg.Connection[Any]]:
    """The administrator's connection."""
    with psycopg.connect(cluster.url(database), autocommit=True) as connection:
        connection.execute("SET search_path = counter")
        yield connection


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> list[Entry]:
    """Seven entries: the opening, then commits of 1, 3 and 2."""
    store = new_store(tmp_path_factory.mktemp("taking") / "home", 3)
    for size in (1, 3, 2):
        Hand(store).write("case/1", *[case.CaseNoted(text="x")] * size)
    found = store.entries_after(store.journal_id, 0, 100)
    store.close()
    return found


def push(
    line: BranchLine, entries: Sequence[Entry], signature: Any = SIGNATURE, **instead: Any
) -> tuple[str, int]:
    """A batch column by column, some columns replaced; the outcome and the head it left."""
    columns = {name: [getattr(one, name) for one in entries] for name in COLUMNS} | instead
    values = (journal_of(3), signature, *columns.values())
    ((outcome, seq, _hash),) = line.rows(PUSH.format(entries=ARRAYS), values)
    return outcome, seq


def test_the_branch_computes_every_golden_hash_and_digest(
    cluster: LocalPostgres, database: str, owner: psycopg.Connection[Any]
) -> None:
    """Each kind that was ever written: pushed, and looked over by what the branch computes."""
    role = BranchUpkeep(cluster.url(database)).admit(9, ("all",), PASSWORD)
    branch = PostgresBranch(BranchLine(BranchAddress(cluster.url(database, role))))
    entries = [one for _file, one in GOLDEN]
    assert branch.push(signed(entries)).outcome == "ok"
    branch.close()
    made = dict(owner.execute("SELECT hash, preimage(entry) FROM entry").fetchall())
    assert made == {one.hash: preimage(one).decode() for one in entries}
    faults = {row[2] for row in owner.execute("SELECT * FROM unsound_entries()").fetchall()}
    assert faults == set()
    owner.execute("UPDATE entry SET actor = actor || '1' WHERE seq = 4")
    owner.execute("UPDATE entry SET body = body || ' ' WHERE seq = 5")
    told = owner.execute("SELECT seq, what FROM unsound_entries() ORDER BY seq").fetchall()
    assert told == [(4, "hash"), (5, "digest")]


def test_an_entry_with_one_sign_changed_is_not_taken(line: BranchLine, mine: list[Entry]) -> None:
    for column in ("body", "salt", "actor", "subject", "kind", "audience", "digest"):
        other = mine[1]._replace(**{column: str(getattr(mine[1], column)) + "0"})  # type: ignore[arg-type]
        assert push(line, [mine[0], other]) == ("bad_hash", 0), column


def test_the_vector_written_by_hand(owner: psycopg.Connection[Any]) -> None:
    """The first golden vector: its text, its hash and its digest, by the branch's own functions."""
    signs = ", ".join(["%s"] * len(ENTRY))
    owner.execute("INSERT INTO terminal (role_name, terminal, audiences) VALUES ('x', 9, '{}')")
    owner.execute("INSERT INTO journal VALUES (%s, 'x', 42, %s)", (ENTRY.journal_id, HASH))
    owner.execute(f"INSERT INTO entry VALUES ({signs})", ENTRY)
    (made,) = owner.execute("SELECT preimage(entry) FROM entry").fetchall()
    assert made == (PREIMAGE,)
    told = owner.execute("SELECT what FROM unsound_entries()").fetchall()
    assert told == [("gap",)]  # it stands alone; its hash and digest agree


def test_any_text_arrives_as_it_is(
    line: BranchLine, owner: psycopg.Connection[Any], mine: list[Entry]
) -> None:
    """Also the signs between values, which no program of ours writes into a body."""
    first, second = mine[0], mine[1]
    for body in ('"a\x1fb"', '"a\x1eb"', '"甲\U0002000b"', "", "\x1e"):
        digest = body_digest(second.salt or "", body)
        odd = sealed(second._replace(body=body, digest=digest, commit_seq=second.seq))
        answer = PostgresBranch(line).push(signed([first, odd]))
        assert (answer.outcome, answer.head.seq) == ("ok", 2), repr(body)
        assert owner.execute("SELECT body FROM entry WHERE seq = 2").fetchall() == [(body,)]
        owner.execute("TRUNCATE entry, journal CASCADE")


def test_an_empty_batch_is_none(line: BranchLine, mine: list[Entry]) -> None:
    assert push(line, []) == ("bad_hash", 0)
    push(line, mine)
    assert push(line, []) == ("bad_hash", 7)


def test_a_missing_value_is_never_taken(line: BranchLine, mine: list[Entry]) -> None:
    tried = 0
    for column in COLUMNS:
        for at in (0, 1, 6):
            values = [getattr(one, column) for one in mine]
            if values[at] is None:
                continue  # it is absent by right
            values[at], tried = None, tried + 1
            outcome, head = push(line, mine, **{column: values})
            assert (outcome in ("bad_hash", "gap", "fork"), head) == (True, 0), (column, at)
    assert tried == 3 * len(COLUMNS) - 3


def test_columns_of_another_length_are_not_taken(line: BranchLine, mine: list[Entry]) -> None:
    for column in COLUMNS:
        values = [getattr(one, column) for one in mine]
        for other in (values[:-1], [*values, values[-1]]):
            outcome, head = push(line, mine, **{column: other})
            assert (outcome != "ok", head) == (True, 0), column


def test_a_signature_has_its_shape(line: BranchLine, mine: list[Entry]) -> None:
    for signature in (None, "", "a" * 127, "a" * 129, "A" * 128, "g" * 128):
        assert push(line, mine, signature) == ("bad_hash", 0), signature


def chained(count: int, commits: Callable[[int], int]) -> list[Entry]:
    """Entries made by hand; `commits` says which commit an entry belongs to, by its last number."""
    head, made = ChainHead(), []
    for seq in range(1, count + 1):
        entry = sealed(
            ENTRY._replace(
                journal_id=journal_of(3),
                seq=seq,
                commit_seq=commits(seq),
                prev=head.hash,
                digest=body_digest(ENTRY.salt or "", ENTRY.body or ""),
            )
        )
        made.append(entry)
        head = ChainHead(seq, entry.hash)
    return made


def test_a_batch_has_a_size(line: BranchLine) -> None:
    many = chained(2001, lambda seq: seq)
    assert push(line, many) == ("bad_hash", 0)
    assert push(line, many[:2000]) == ("ok", 2000)
    assert push(line, many[1:]) == ("ok", 2001)  # all but the last overlap


def test_a_commit_has_a_size(line: BranchLine) -> None:
    assert push(line, chained(101, lambda _seq: 101)) == ("bad_hash", 0)
    assert push(line, chained(100, lambda _seq: 100)) == ("ok", 100)


def test_a_commit_torn_in_the_middle_is_not_taken(line: BranchLine) -> None:
    assert push(line, chained(4, lambda seq: 3 if seq < 3 else 4)) == ("bad_hash", 0)
    assert push(line, chained(4, lambda seq: 2 if seq in (1, 3) else 4)) == ("bad_hash", 0)
    assert push(line, chained(4, lambda seq: 2 if seq < 3 else 4)) == ("ok", 4)


def test_a_commit_is_not_gone_on_with_in_another_batch(line: BranchLine) -> None:
    entries = chained(4, lambda _seq: 4)
    assert push(line, entries[:2]) == ("bad_hash", 0)
    assert push(line, entries) == ("ok", 4)


def test_an_overlap_and_news_in_one_batch(line: BranchLine, mine: list[Entry]) -> None:
    push(line, mine[:2])
    assert push(line, mine[1:]) == ("ok", 7)
    other = [mine[0], sealed(mine[1]._replace(actor="staff/1")), *mine[2:]]
    assert push(line, other) == ("fork", 7)
    assert push(line, [mine[0], mine[6]]) == ("ok", 7)


def test_entries_come_in_their_order(line: BranchLine, mine: list[Entry]) -> None:
    for order in ((1, 0), (0, 0), (0, 2)):
        outcome, head = push(line, [mine[one] for one in order])
        assert (outcome != "ok", head) == (True, 0), order


def test_a_subject_has_a_length(line: BranchLine) -> None:
    """A longer one would not fit the index, and would be offered for ever."""
    (one,) = chained(1, lambda seq: seq)
    assert push(line, [sealed(one._replace(subject="case/" + "x" * 600))]) == ("bad_hash", 0)


def test_two_lines_push_one_journal_at_once(
    cluster: LocalPostgres, database: str, line: BranchLine, owner: psycopg.Connection[Any]
) -> None:
    """Whoever comes second finds an overlap; another end is a fork; nothing is there twice."""
    (role,) = owner.execute("SELECT role_name FROM terminal").fetchone() or ("",)
    entries = chained(400, lambda seq: seq)
    forked = [*entries[:200], sealed(entries[200]._replace(actor="staff/1"))]
    outcomes: list[str] = []
    begin = threading.Barrier(4)

    def one(batches: list[list[Entry]]) -> None:
        own = BranchLine(BranchAddress(cluster.url(database, role)))
        begin.wait()
        for batch in batches:
            outcomes.append(push(own, batch)[0])
        own.close()

    parts = [entries[:100], entries[:200], entries[:300], entries]
    works = [parts, list(parts), [entries[:150], entries[:250], entries[:350]], [forked]]
    threads = [threading.Thread(target=one, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(outcomes) <= {"ok", "fork"}
    held = owner.execute("SELECT seq FROM entry ORDER BY seq").fetchall()
    assert [seq for (seq,) in held] == list(range(1, len(held) + 1))
    assert owner.execute("SELECT * FROM unsound_entries()").fetchall() == []


def test_an_erasure_and_what_it_names_at_the_same_time(
    cluster: LocalPostgres, database: str, owner: psycopg.Connection[Any], tmp_path: Path
) -> None:
    """The push that began first has not ended: the order waits for it, and finds what it brought."""
    from tests.contracts.test_absent_bodies import erasing

    store, orderer = new_store(tmp_path / "3", 3), new_store(tmp_path / "4", 4)
    (gone,) = Hand(store).write("case/1", case.CaseNoted(text="gone")).entries
    Hand(orderer).write("erasure/1", erasing([gone.hash]))
    lines = [
        BranchLine(
            BranchAddress(
                cluster.url(
                    database, BranchUpkeep(cluster.url(database)).admit(number, ("all",), PASSWORD)
                )
            )
        )
        for number in (3, 4)
    ]
    with psycopg.connect(cluster.url(database)) as slow:
        slow.execute("SELECT counter.stand_apart(false)")  # a push under way
        ordering = threading.Thread(
            target=lambda: PostgresBranch(lines[1]).push(
                signed(orderer.entries_after(orderer.journal_id, 0, 9))
            )
        )
        ordering.start()
        ordering.join(0.5)
        assert ordering.is_alive()
        slow.execute("SELECT 1")
    ordering.join()
    PostgresBranch(lines[0]).push(signed(store.entries_after(store.journal_id, 0, 9)))
    states = owner.execute("SELECT body_state FROM entry WHERE hash = %s", (gone.hash,)).fetchall()
    assert states == [("erased",)]
    for one in lines:
        one.close()
    for home in (store, orderer):
        home.close()
