"""PCs join a real branch over TLS and SCRAM by the commands that people type."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp
from typing import NamedTuple

import psycopg
import pytest

from counter_app.bootstrap import catching_up
from counter_app.bootstrap.adapters import entropy
from counter_app.bootstrap.branch_address import address_of
from counter_app.bootstrap.commands import main
from counter_app.bootstrap.ground import Ground, journal_opened, open_home
from counter_app.config import Home
from counter_app.db.branch.connecting import BranchLine
from counter_app.db.branch.shelf import PostgresBranch, PostgresOffice
from counter_app.db.branch.snapshots import PostgresSnapshots
from counter_app.db.store import StoreFiles
from counter_app.db.verify import verify
from counter_app.domain.join_code import JoinCode, parse_join_code
from counter_app.rehearsal.demo_branch import PASSWORD
from counter_app.rehearsal.local_postgres import LocalPostgres
from counter_app.sync import offering
from counter_app.sync.meeting import Identity, Meeting
from counter_app.sync.snapshots import SnapshotMeans, Snapshots
from counter_app.vault.branch_access import BranchAccess, read_access
from counter_app.vault.keys import KeyRing, StoreKey
from counter_app.vault.machine_seal import machine_seal
from counter_app.vault.signatures import Signer, is_signed, is_snapshot_signed, make_signer
from tests.branch.secured import administrator_url, make_secured, show_certificate
from tests.unit.bootstrap.homes import morning_home

NUMBERS = count(1)
DAY = "2026-11-23"
CODE = re.compile(r"^[0-9A-Z]{5}(?:-[0-9A-Z]{5})+$", re.MULTILINE)


class Shown(NamedTuple):
    """What a command ended with and said."""

    exit: int
    out: str
    err: str


class Console:
    """Types commands as the administrator and at PCs."""

    def __init__(self, url: str, capture: pytest.CaptureFixture[str]) -> None:
        self.url, self._capture = url, capture

    def branch(self, *words: str) -> Shown:
        first, *rest = words
        return self._run("branch", first, "--url", self.url, *rest)

    def code(self, terminal: int, *words: str) -> str:
        """The join code that an admission prints."""
        shown = self.branch("admit", str(terminal), *words)
        assert shown.exit == 0, shown.err
        found = CODE.search(shown.out)
        assert found is not None, shown.out
        return found[0]

    def join(self, code: str, home: Path) -> Shown:
        return self._run("join", code, "--home", str(home), "--window", "7")

    def _run(self, *words: str) -> Shown:
        self._capture.readouterr()
        ended = main(words)
        said = self._capture.readouterr()
        return Shown(ended, said.out, said.err)


@pytest.fixture(scope="module")
def server() -> Iterator[LocalPostgres]:
    """TLS and SCRAM, as a branch has it."""
    folder = Path(mkdtemp(prefix="counter-secured-"))
    folder.chmod(0o755)
    made = make_secured(folder / "cluster")
    yield made
    made.stop("immediate")
    rmtree(folder)


@pytest.fixture(scope="module")
def founders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the PC that founded the branch, with a morning in it."""
    return morning_home(tmp_path_factory.mktemp("founder") / "home").folder


@pytest.fixture
def founder(founders: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return copytree(founders, tmp_path / "founder")


@pytest.fixture
def console(
    server: LocalPostgres, founder: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[Console]:
    """The administrator's console on a new branch of the founder's."""
    name = f"j{next(NUMBERS)}"
    with socket_of(server) as owner:
        owner.execute(f"CREATE DATABASE {name}")
    made = Console(administrator_url(server, name), capsys)
    shown = made.branch("init", "--home", str(founder))
    assert "001_shelf" in shown.out, shown
    yield made
    with socket_of(server) as owner:
        owner.execute(f"DROP DATABASE {name} WITH (FORCE)")


def socket_of(server: LocalPostgres) -> "psycopg.Connection[tuple[object, ...]]":
    return psycopg.connect(
        f"host={server.folder} port={server.port} user=owner dbname=postgres", autocommit=True
    )


def opened(folder: Path) -> Ground:
    ground = open_home(Home(folder))
    assert isinstance(ground, Ground), ground
    return ground


def closed(ground: Ground) -> None:
    ground.store.close()
    ground.release()


def heads_of(folder: Path) -> dict[str, object]:
    ground = opened(folder)
    heads = ground.store.heads()
    closed(ground)
    return {**heads}


def access_of(folder: Path) -> BranchAccess:
    key = KeyRing(entropy, machine_seal()).open(folder)
    assert isinstance(key, StoreKey)
    access = read_access(folder, key)
    assert isinstance(access, BranchAccess)
    return access


@pytest.fixture
def founded(console: Console, founder: Path) -> Console:
    """The founder has joined."""
    joined = console.join(console.code(3), founder)
    assert joined.exit == 0, joined
    return console


def test_init_says_what_the_server_is_and_may_be_repeated(console: Console, founder: Path) -> None:
    shown = console.branch("init", "--home", str(founder))
    assert "结构已是最新" in shown.out
    assert "好 ok  加密 TLS: on" in shown.out
    assert "须改 mend  落盘 fsync, full_page_writes: off on" in shown.out
    assert "只有这个演示的电脑能加入" in shown.out
    assert shown.exit == 1, "this server forgets a power cut, and the exit code says so"


def test_a_new_pc_joins_and_has_what_the_founder_has(
    founded: Console, founder: Path, tmp_path: Path
) -> None:
    there = tmp_path / "new"
    shown = founded.join(founded.code(4), there)
    assert shown.exit == 0, shown
    assert "终端 04" in shown.out
    assert len(re.findall(r"^ ?[0-9]+   [0-9A-Z]{5}$", shown.out, re.MULTILINE)) == 8
    ground = opened(there)
    assert (ground.settings.terminal, ground.settings.letters) == ("04", "A")
    assert ground.settings.window == "7"
    assert ground.counter.branch.founded is not None
    assert journal_opened(ground.store).branch == ground.counter.branch.subject
    assert ground.store.last_met() is not None
    closed(ground)
    mine = heads_of(there)
    assert len(mine) == 2
    assert heads_of(founder).items() <= mine.items()


def test_who_works_at_the_founders_pc_signs_on_at_the_new_one(
    founded: Console, tmp_path: Path
) -> None:
    """By the verifier that the branch keeps: the founder brought it, the new PC fetches it."""
    there = tmp_path / "new"
    assert founded.join(founded.code(4), there).exit == 0
    address = address_of(there, access_of(there))
    line = BranchLine(address)
    verifier = PostgresOffice(line).verifier("80231")
    line.close()
    ground = opened(there)
    assert verifier is not None
    assert ground.verifiers.get("80231") is None
    assert ground.passwords.judge(verifier, PASSWORD).is_match
    closed(ground)


def test_the_second_pc_of_a_terminal_gets_the_next_letter(founded: Console, tmp_path: Path) -> None:
    for letters, name in (("A", "one"), ("B", "two")):
        assert founded.join(founded.code(5), tmp_path / name).exit == 0
        ground = opened(tmp_path / name)
        assert ground.settings.letters == letters
        closed(ground)


def test_a_code_is_good_once(founded: Console, tmp_path: Path) -> None:
    code = founded.code(4)
    assert founded.join(code, tmp_path / "first").exit == 0
    shown = founded.join(code, tmp_path / "second")
    assert shown.exit == 2
    assert "不收这个加入码" in shown.err
    assert not (tmp_path / "second" / "keys").exists(), "nothing was made"


def test_the_one_time_password_is_good_for_nothing_afterwards(
    founded: Console, tmp_path: Path
) -> None:
    code = parse_join_code(founded.code(4))
    assert isinstance(code, JoinCode)
    assert founded.join(str(code), tmp_path / "new").exit == 0
    access = access_of(tmp_path / "new")
    assert access.password != code.password
    place = f"host=127.0.0.1 port={code.port} dbname={code.database} user={access.role}"
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(f"{place} password={code.password} sslmode=require")
    psycopg.connect(f"{place} password={access.password} sslmode=require").close()


def test_an_expired_code_says_so(founded: Console, tmp_path: Path) -> None:
    code = founded.code(4, "--hours", "-1")
    shown = founded.join(code, tmp_path / "late")
    assert shown.exit == 2
    assert "为止，请管理员另发一个" in shown.err


def test_a_mistyped_group_is_named(founded: Console, tmp_path: Path) -> None:
    groups = founded.code(4).split("-")
    groups[2] = groups[2][::-1]
    shown = founded.join("-".join(groups), tmp_path / "typed")
    assert (shown.exit, "第 3 组" in shown.err) == (2, True)


def test_another_server_in_its_place_hears_no_password(
    founded: Console, server: LocalPostgres, tmp_path: Path
) -> None:
    code = founded.code(4)
    show_certificate(server)
    server.stop()
    server.start()
    shown = founded.join(code, tmp_path / "new")
    assert shown.exit == 2
    assert "证书不符" in shown.err
    assert "FATAL" not in (server.folder / "log").read_text("utf-8").rpartition("ready")[2]


def test_a_home_with_facts_of_its_own_stays_out(founded: Console, tmp_path: Path) -> None:
    other = morning_home(tmp_path / "other").folder
    before = heads_of(other)
    shown = founded.join(founded.code(3), other)
    assert shown.exit == 2
    assert "已有另一个网点的记录" in shown.err
    assert heads_of(other) == before


def test_the_code_of_another_terminal_is_refused_by_the_founder(
    console: Console, founder: Path
) -> None:
    shown = console.join(console.code(4), founder)
    assert (shown.exit, "这台电脑是终端 03" in shown.err) == (2, True)


def test_nobody_joins_an_empty_branch(console: Console, tmp_path: Path) -> None:
    shown = console.join(console.code(4), tmp_path / "new")
    assert (shown.exit, "还是空的" in shown.err) == (2, True)


def test_another_branch_has_another_database(console: Console, tmp_path: Path) -> None:
    other = morning_home(tmp_path / "other").folder
    shown = console.branch("init", "--home", str(other))
    assert (shown.exit, "另一个网点" in shown.err) == (2, True)


def test_a_revoked_terminal_is_out_at_once_and_may_be_admitted_anew(
    founded: Console, tmp_path: Path
) -> None:
    home = tmp_path / "new"
    assert founded.join(founded.code(4), home).exit == 0
    access = access_of(home)
    place = f"host=127.0.0.1 port={access.port} dbname={access.database} sslmode=require"
    with psycopg.connect(
        f"{place} user={access.role} password={access.password}", autocommit=True
    ) as line:
        line.execute("BEGIN")
        line.execute("SELECT counter.hello_v1('x', now(), 0)")  # holds what a revocation changes
        assert founded.branch("revoke", "4").exit == 0
        with pytest.raises(psycopg.OperationalError):
            line.execute("SELECT counter.heads_v1()")
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        psycopg.connect(f"{place} user={access.role} password={access.password}")
    assert "已作废 revoked" in founded.branch("status").out
    assert founded.join(founded.code(4), home).exit == 0
    assert access_of(home).password != access.password


def test_a_pc_that_was_never_admitted_cannot_be_revoked(console: Console) -> None:
    shown = console.branch("revoke", "9")
    assert (shown.exit, "没有接纳过终端 09" in shown.err) == (2, True)


def test_a_joining_cut_off_after_the_password_was_changed_goes_on_with_the_same_code(
    founded: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer to the change of the password is lost; the branch has it, the PC does not know."""
    from counter_app.db.branch import joining
    from counter_app.services.branch_ports import BranchUnreachable

    code, home = founded.code(4), tmp_path / "new"
    take_up = joining.Joining.take_up

    def lost(self: joining.Joining, journal: str, letters: str, scram: str) -> str:
        take_up(self, journal, letters, scram)
        raise BranchUnreachable("cut")

    monkeypatch.setattr(joining.Joining, "take_up", lost)
    assert founded.join(code, home).exit == 2
    monkeypatch.undo()
    shown = founded.join(code, home)
    assert shown.exit == 0, shown
    assert heads_of(home)


def test_a_first_meeting_cut_off_is_taken_up_at_the_next_join(
    founded: Console, founder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from counter_app.db.branch.shelf import PostgresBranch
    from counter_app.services.branch_ports import BranchUnreachable

    code, home = founded.code(4), tmp_path / "new"

    def cut(*_words: object) -> None:
        raise BranchUnreachable("cut")

    monkeypatch.setattr(PostgresBranch, "pull", cut)
    shown = founded.join(code, home)
    assert (shown.exit, "还没有收全" in shown.out) == (1, True)
    monkeypatch.undo()
    assert founded.join(code, home).exit == 0
    assert heads_of(founder).items() <= heads_of(home).items()


def test_a_pc_that_joins_by_a_snapshot_works_before_its_history_is_there(
    console: Console, founder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It joins, opens, and has its history after the next meetings of its open window."""
    monkeypatch.setattr(catching_up, "SnapshotMeans", partial(SnapshotMeans, worth=10))
    monkeypatch.setattr(offering, "BYTES_AT_ONCE", 2_000)
    assert console.join(console.code(3), founder).exit == 0
    with made_ready(founder) as (ground, line, means):
        assert Snapshots(
            ground.store, PostgresBranch(line), ground.counter.branch.subject, means
        ).make_due()
    shown = console.join(console.code(4), tmp_path / "new")
    assert (shown.exit, "可以用了；往日记录已到" in shown.out) == (0, True), shown
    assert verify_home(tmp_path / "new") == ()
    with made_ready(tmp_path / "new") as (ground, line, means):
        store = ground.store
        assert not store.arriving().is_whole
        assert ground.counter.branch.founded is not None
        assert store.view("staff/80231").exists
        signer = means.signer
        assert isinstance(signer, Signer)
        branch = ground.counter.branch.subject
        identity = Identity(branch, "test", signer, is_signed, snapshots=means)
        meeting = Meeting(store, PostgresBranch(line), identity, ground.counter.clock.now)
        while meeting.hold().exchanged.unfinished:
            continue
        assert (store.arriving().is_whole, store.arriving().lied) == (True, "")
    assert heads_of(founder).items() <= heads_of(tmp_path / "new").items()
    assert verify_home(tmp_path / "new") == ()


@contextmanager
def made_ready(folder: Path) -> Iterator[tuple[Ground, BranchLine, SnapshotMeans]]:
    """A home that is open, its line, and what it takes and makes snapshots with."""
    ground = opened(folder)
    line = BranchLine(address_of(folder, access_of(folder)))
    signer = make_signer(folder, ground.store.journal_id, ground.key, entropy)
    assert isinstance(signer, Signer)
    shelf = PostgresSnapshots(line)
    try:
        yield ground, line, SnapshotMeans(shelf, signer, is_snapshot_signed, lambda: DAY, worth=10)
    finally:
        line.close()
        closed(ground)


def verify_home(folder: Path) -> tuple[object, ...]:
    """What is wrong with the store of a closed home."""
    key = KeyRing(entropy, machine_seal()).open(folder)
    assert isinstance(key, StoreKey)
    return verify(StoreFiles.in_home(folder), key.value).faults


def test_a_backup_is_noted(founded: Console) -> None:
    assert founded.branch("backup-done", "--begun", "2099-01-01T00:00").exit == 2
    assert founded.branch("backup-done", "--begun", "soon").exit == 2
    shown = founded.branch("backup-done")
    assert (shown.exit, "覆盖 0 本日志" in shown.out) == (0, True), "pushed after it began"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://x", "postgresql://"),
        ("postgresql://owner@127.0.0.1:1/x", "连不上网点库"),
        ("postgresql://owner@192.0.2.1/x?sslmode=disable", "不加密只能连本机"),
        ("postgresql://owner@192.0.2.1/x?sslmode=prefer", "不加密只能连本机"),
    ],
)
def test_a_bad_address_is_one_sentence(
    url: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["branch", "status", "--url", url]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert len(said.strip().splitlines()) == 1


def test_the_administrators_wrong_password_is_one_sentence(
    console: Console, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = console.url.replace("of%20the", "of%20no")
    assert main(["branch", "status", "--url", wrong]) == 2
    assert "服务器没有让进" in capsys.readouterr().err


def test_a_database_that_is_no_branch(
    server: LocalPostgres, capsys: pytest.CaptureFixture[str]
) -> None:
    url = administrator_url(server, "postgres")
    assert main(["branch", "status", "--url", url]) == 2
    assert "请先运行 branch init" in capsys.readouterr().err
