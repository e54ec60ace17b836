"""Head office reads two real branches by the commands that people type, over TLS and SCRAM."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from counter_app.domain.refusal import Refusal
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.services import signing_on
from tests.branch.secured import administrator_url
from tests.branch.test_going_on import acting, meet
from tests.branch.test_joining import (
    NUMBERS,
    Console,
    Shown,
    closed,
    console,
    founded,
    founder,
    founders,
    heads_of,
    opened,
    server,
    socket_of,
)
from tests.unit.bootstrap.homes import morning_home

__all__ = ["console", "founded", "founder", "founders", "server"]


class Office(Console):
    """Head office's console: its own database, and the folder of its ways to the branches."""

    def __init__(self, url: str, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        super().__init__(url, capture)
        self.folder = folder

    def init(self) -> Shown:
        return self._run("office", "init", "--url", self.url)

    def join_branch(self, code: str) -> Shown:
        return self._run("office", "join", code, "--home", str(self.folder))

    def read(self) -> Shown:
        return self._run("office", "read", "--url", self.url, "--home", str(self.folder))

    def heads(self) -> dict[str, tuple[int, str]]:
        """What head office holds, by journal."""
        with psycopg.connect(self.url) as owner:
            statement = "SELECT journal_id, seq, hash FROM counter.journal"
            return {journal: (seq, digest) for journal, seq, digest in owner.execute(statement)}


@pytest.fixture
def office(
    server: LocalPostgres, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[Office]:
    """Head office with its database made."""
    name = f"o{next(NUMBERS)}"
    with socket_of(server) as owner:
        owner.execute(f"CREATE DATABASE {name}")
    made = Office(administrator_url(server, name), tmp_path / "office", capsys)
    shown = made.init()
    assert "001_shelf" in shown.out, shown
    yield made
    with socket_of(server) as owner:
        owner.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def second(
    server: LocalPostgres, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[tuple[Console, Path]]:
    """Another branch with its founder's PC."""
    name, home = f"j{next(NUMBERS)}", morning_home(tmp_path / "south").folder
    with socket_of(server) as owner:
        owner.execute(f"CREATE DATABASE {name}")
    made = Console(administrator_url(server, name), capsys)
    made.branch("init", "--home", str(home))
    assert made.join(made.code(3), home).exit == 0
    yield made, home
    with socket_of(server) as owner:
        owner.execute(f"DROP DATABASE {name} WITH (FORCE)")


def seqs(home: Path) -> dict[str, tuple[int, str]]:
    return {journal: (one.seq, one.hash) for journal, one in heads_of(home).items()}  # type: ignore[attr-defined]


def next_day(home: Path) -> None:
    """Somebody compares the date: one more entry of this branch."""
    ground = opened(home)
    answer = signing_on.confirm_clock(ground.counter, acting(ground, "80201"))
    assert not isinstance(answer, Refusal), answer
    closed(ground)


def joined(office: Office, branch: Console) -> None:
    code = branch.code(90, "--audience", "complaint", "--audience", "restricted")
    shown = office.join_branch(code)
    assert (shown.exit, "已加入" in shown.out) == (0, True), shown


def test_two_branches_are_read_whole_and_then_only_what_is_new(
    office: Office, founded: Console, founder: Path, second: tuple[Console, Path]
) -> None:
    south, south_home = second
    joined(office, founded)
    joined(office, south)
    shown = office.read()
    assert shown.exit == 0, shown
    assert len(shown.out.strip().splitlines()) == 2
    assert office.heads() == {**seqs(founder), **seqs(south_home)}
    assert office.read().out.count("取 read 0 条") == 2
    next_day(south_home)
    meet(south_home)
    shown = office.read()
    assert (shown.exit, shown.out.count("取 read 0 条")) == (0, 1)
    assert office.heads() == {**seqs(founder), **seqs(south_home)}


def test_its_database_is_brought_up_to_date_with_branches_in_it(
    office: Office, founded: Console
) -> None:
    joined(office, founded)
    assert office.read().exit == 0
    shown = office.init()
    assert "结构已是最新" in shown.out, shown
    assert office.read().exit == 0


def test_a_branch_that_is_away_hinders_no_other_and_is_named(
    office: Office, founded: Console, founder: Path, second: tuple[Console, Path]
) -> None:
    south, _home = second
    joined(office, founded)
    joined(office, south)
    assert south.branch("revoke", "90").exit == 0
    shown = office.read()
    assert shown.exit == 1
    assert "服务器没有让进" in shown.err
    assert len(shown.out.strip().splitlines()) == 1
    assert office.heads() == seqs(founder)
    joined(office, south)
    assert office.read().exit == 0


def test_a_code_is_taken_up_again_after_a_cut_and_by_nobody_else(
    office: Office, founded: Console, tmp_path: Path
) -> None:
    code = founded.code(90)
    assert office.join_branch(code).exit == 0
    assert office.join_branch(code).exit == 0
    other = Office(office.url, tmp_path / "other", founded._capture)
    shown = other.join_branch(code)
    assert (shown.exit, "不收这个加入码" in shown.err) == (2, True)


def test_without_a_branch_it_says_so(office: Office) -> None:
    shown = office.read()
    assert (shown.exit, "还没有加入一个网点" in shown.err) == (2, True)


def test_without_its_own_database_nothing_is_read(office: Office, founded: Console) -> None:
    joined(office, founded)
    office.url = office.url.replace("/o", "/nowhere_o")
    shown = office.read()
    assert (shown.exit, len(shown.err.strip().splitlines())) == (2, 1), shown


def test_another_branch_in_its_place_is_not_read(
    office: Office, founded: Console, server: LocalPostgres, founder: Path, tmp_path: Path
) -> None:
    """The same server, database and role, and in it another branch: a mistake of an administrator."""
    joined(office, founded)
    name = founded.url.rpartition("/")[2].partition("?")[0]
    with psycopg.connect(founded.url, autocommit=True) as owner:
        owner.execute("UPDATE counter.branch SET branch_id = 'demo-other'")
    shown = office.read()
    assert (shown.exit, name != "", "另一个网点" in shown.err) == (1, True, True), shown
    assert office.heads() == {}


def test_a_mistyped_group_is_named(office: Office, founded: Console) -> None:
    groups = founded.code(90).split("-")
    groups[2] = groups[2][::-1]
    shown = office.join_branch("-".join(groups))
    assert (shown.exit, "第 3 组" in shown.err) == (2, True)
