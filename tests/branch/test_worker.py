"""Terminals against a real branch: what one writes stands at the other, whatever befalls the line."""

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from counter_app.db.branch.shelf import _PUSHED, _TYPES, PostgresBranch
from counter_app.db.branch.upkeep import BranchUpkeep
from counter_app.journal.facts import case
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.services.branch_ports import BRANCH_FULL, BranchRefused
from tests.branch.terminals import RunningTerminal, Told

Admit = Callable[..., PostgresBranch]
HAS_NO_ROOM = """
CREATE FUNCTION counter.has_no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full';
END $$;
CREATE TRIGGER has_no_room BEFORE INSERT OR UPDATE ON counter.entry
    EXECUTE FUNCTION counter.has_no_room();
CREATE TRIGGER has_no_room BEFORE INSERT OR UPDATE ON counter.terminal
    EXECUTE FUNCTION counter.has_no_room();
"""
"""What a server with a full disk says, of entries and of what it notes of its callers."""


@pytest.fixture
def two(tmp_path: Path, admitted: Admit) -> Iterator[tuple[RunningTerminal, RunningTerminal]]:
    """Terminals 3 and 4."""
    both = tuple(RunningTerminal(tmp_path / str(n), n, admitted(n)) for n in (3, 4))
    yield both  # type: ignore[misc]
    for one in both:
        one.stop()


def is_level(told: Told) -> bool:
    """Whether the branch has all that is written here."""
    return told.state() == "well" and told.healths[-1].waiting == 0


def noted(text: str = "x") -> case.CaseNoted:
    return case.CaseNoted(text=text)


def test_what_one_writes_stands_at_the_other(two: tuple[RunningTerminal, RunningTerminal]) -> None:
    here, there = two
    here.write("case/1", noted(), noted())
    there.told.wait_for(lambda told: "case/1" in told.subjects)
    there.write("case/1", noted())
    here.told.wait_for(lambda told: "case/1" in told.subjects)
    assert here.heads() == there.heads()
    assert here.told.healths[-1].waiting == 0


def test_it_goes_on_by_itself_after_the_server_died(
    two: tuple[RunningTerminal, RunningTerminal], cluster: LocalPostgres
) -> None:
    here, there = two
    for one in two:
        one.told.wait_for(lambda told: told.state() == "well")
    cluster.kill()
    here.write("case/2", noted())
    here.told.wait_for(lambda told: told.state() == "unreachable" and told.healths[-1].waiting == 1)
    cluster.start()
    there.told.wait_for(lambda told: "case/2" in told.subjects)
    assert here.heads() == there.heads()


def test_a_revoked_terminal_is_refused_and_keeps_what_it_has(
    two: tuple[RunningTerminal, RunningTerminal], cluster: LocalPostgres, database: str
) -> None:
    here, _there = two
    here.told.wait_for(lambda told: told.state() == "well")
    BranchUpkeep(cluster.url(database)).revoke(3)
    here.write("case/3", noted())
    here.told.wait_for(
        lambda told: told.state() in ("unreachable", "refused") and told.healths[-1].waiting == 1
    )


def test_another_branch_is_not_spoken_to(
    tmp_path: Path, cluster: LocalPostgres, admitted: Admit, database: str
) -> None:
    with psycopg.connect(cluster.url(database)) as owner:
        owner.execute("UPDATE counter.branch SET branch_id = 'branch/other'")
    here = RunningTerminal(tmp_path / "3", 3, admitted(3))
    here.told.wait_for(lambda told: told.state() == "other_branch")
    assert here.told.healths[-1].branch is None
    here.stop()


def test_a_branch_whose_files_are_damaged_is_named_and_met_again_once_it_is_mended(
    tmp_path: Path, cluster: LocalPostgres, admitted: Admit, database: str
) -> None:
    url = cluster.url(database)
    here = RunningTerminal(tmp_path / "3", 3, admitted(3))
    here.told.wait_for(lambda told: told.state() == "well")
    with psycopg.connect(url) as owner:
        owner.execute("ALTER FUNCTION counter.push_v1 RENAME TO push_sound")
        owner.execute(damaged_push())
        owner.execute("GRANT EXECUTE ON FUNCTION counter.push_v1 TO PUBLIC")
    here.write("case/1", noted())
    here.told.wait_for(lambda told: told.healths[-1].detail == "branch_damaged")
    assert (here.told.state(), here.told.healths[-1].waiting) == ("refused", 1)
    with psycopg.connect(url) as owner:
        owner.execute("DROP FUNCTION counter.push_v1")
        owner.execute("ALTER FUNCTION counter.push_sound RENAME TO push_v1")
    here.told.wait_for(lambda told: told.state() == "well")
    here.stop()


def test_a_branch_without_room_is_named_and_still_gives_what_others_wrote(
    tmp_path: Path, cluster: LocalPostgres, admitted: Admit, database: str
) -> None:
    there = RunningTerminal(tmp_path / "4", 4, admitted(4))
    there.write("case/1", noted())
    there.told.wait_for(is_level)
    written = there.heads()[there.journal_id]
    there.stop()
    third = admitted(3)
    with psycopg.connect(cluster.url(database)) as owner:
        owner.execute(HAS_NO_ROOM)
    here = RunningTerminal(tmp_path / "3", 3, third)
    here.told.wait_for(lambda told: "case/1" in told.subjects)
    here.write("case/2", noted())
    here.told.wait_for(lambda told: told.healths[-1].waiting == 2)
    assert (here.told.state(), here.told.healths[-1].detail) == ("refused", BRANCH_FULL)
    assert here.heads()[there.journal_id] == written
    with pytest.raises(BranchRefused, match=BRANCH_FULL):
        BranchUpkeep(cluster.url(database)).admit(5, ("all",), "only here")
    with psycopg.connect(cluster.url(database)) as owner:
        owner.execute("DROP FUNCTION counter.has_no_room CASCADE")
    here.told.wait_for(is_level)
    here.stop()


def damaged_push() -> str:
    """A push that meets a page of the server's disk that does not add up."""
    names = ", ".join(["text", "text"] + [_TYPES.get(one, "text") + "[]" for one in _PUSHED])
    return f"""CREATE FUNCTION counter.push_v1({names})
    RETURNS TABLE (outcome text, head_seq bigint, head_hash text) LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'invalid page in block 7' USING ERRCODE = 'data_corrupted'; END $$"""
