"""A PostgreSQL of one's own, made and thrown away, for drills, benches, tests and the demo.

Owns a cluster in a folder. Uses the server's programs of this machine and never runs them as root:
there the system's `postgres` user does. Must not know what is kept in it.
"""

import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

SYSTEM_USER = "postgres"
OWNER = "owner"
INSTALL_LINE = "apt-get install -y --no-install-recommends postgresql"
PLACES = ("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt/postgresql")
PROGRAMS = ("initdb", "postgres", "pg_ctl", "createdb", "dropdb", "pg_dump", "pg_restore")
OLDEST = 15
SUFFIX = ".exe" if os.name == "nt" else ""
PATIENCE_S = 30.0


class NoPostgres(Exception):  # noqa: N818 - says what is so
    """No server of PostgreSQL 15 or later is on this machine; the message says how it comes here."""

    def __init__(self) -> None:
        super().__init__(f"No PostgreSQL server is on this machine. Please run: {INSTALL_LINE}")


def server_programs() -> Path:
    """The folder that holds the server's programs; what the path names first, then the newest."""
    named = shutil.which("initdb")
    found: list[Path] = [
        folder
        for place in PLACES
        for folder in Path(place).glob("*/bin")
        if folder.parent.name.isdigit() and int(folder.parent.name) >= OLDEST
    ]
    found.sort(key=lambda one: int(one.parent.name), reverse=True)
    candidates: list[Path] = [*([Path(named).parent] if named else ()), *found]
    for candidate in candidates:
        if all((candidate / f"{one}{SUFFIX}").exists() for one in PROGRAMS):
            return candidate
    raise NoPostgres


def free_port() -> int:
    """A port of this machine that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@dataclass(frozen=True, slots=True)
class LocalPostgres:
    """One cluster: its folder and the port it answers on."""

    folder: Path
    port: int

    def url(self, database: str, user: str = OWNER) -> str:
        """Where a database of it is."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Starts the server, waits until it answers. Raises `CalledProcessError` when it does not."""
        _run(self, "pg_ctl", "-D", str(self.data), "-l", str(self.folder / "log"), "-w", "start")

    def stop(self, how: str = "fast") -> None:
        """Ends the server: `fast` in order, `immediate` as a loss of power does."""
        _run(self, "pg_ctl", "-D", str(self.data), "-m", how, "-w", "stop")

    def kill(self) -> None:
        """kill -9 of the server and of what serves its callers."""
        first = self.server_process()
        everybody = (first, *_children(first))
        for pid in everybody:
            _signal(pid, signal.SIGKILL)
        until = monotonic() + PATIENCE_S
        while any(_is_alive(pid) for pid in everybody) and monotonic() < until:
            sleep(0.01)
        # Where nobody reaps a dead server, its process still seems to hold these.
        for lock in (self.data / "postmaster.pid", self.folder / f".s.PGSQL.{self.port}.lock"):
            lock.unlink(missing_ok=True)

    def server_process(self) -> int:
        """The process that the server runs in."""
        return int((self.data / "postmaster.pid").read_text("utf-8").split()[0])

    def is_running(self) -> bool:
        """Whether the server runs."""
        return _run(self, "pg_ctl", "-D", str(self.data), "status", check=False) == 0

    def create_database(self, name: str) -> str:
        """An empty database; its address."""
        _run(self, "createdb", "-h", str(self.folder), "-p", str(self.port), "-U", OWNER, name)
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Removes a database, with whoever is still connected to it."""
        words = (
            "-h",
            str(self.folder),
            "-p",
            str(self.port),
            "-U",
            OWNER,
            "--force",
            "--if-exists",
        )
        _run(self, "dropdb", *words, name)

    def backup(self, database: str, file: Path) -> None:
        """A backup of one database, as a branch's administrator makes it."""
        words = ("-h", str(self.folder), "-p", str(self.port), "-U", OWNER, "-Fc", "-f", str(file))
        _run(self, "pg_dump", *words, database)

    def restore(self, database: str, file: Path) -> None:
        """Puts a backup in the place of a database."""
        self.drop_database(database)
        self.create_database(database)
        words = ("-h", str(self.folder), "-p", str(self.port), "-U", OWNER, "-d", database)
        _run(self, "pg_restore", *words, str(file))

    @property
    def data(self) -> Path:
        """The cluster's own folder."""
        return self.folder / "data"


def make_cluster(folder: Path, settings: Mapping[str, str] | None = None) -> LocalPostgres:
    """A new cluster in an empty folder, started.

    `settings` go into its configuration. The folder's parents must be open to the system's `postgres`
    user where this runs as root. Raises `NoPostgres`, and `CalledProcessError` when a program fails.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if _is_root():
        shutil.chown(folder, SYSTEM_USER)
    made = LocalPostgres(folder, free_port())
    words = ("-E", "UTF8", "--locale=C.UTF-8", "-N", "-k", "-A", "trust", "-U", OWNER)
    _run(made, "initdb", "-D", str(made.data), *words)
    lines = {
        "port": str(made.port),
        "listen_addresses": "'127.0.0.1'",
        "unix_socket_directories": f"'{folder}'",
        **(settings or {}),
    }
    with (made.data / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.writelines(f"{name} = {value}\n" for name, value in lines.items())
    made.start()
    return made


def _is_root() -> bool:
    return os.name != "nt" and os.geteuid() == 0


def _run(cluster: LocalPostgres, program: str, *words: str, check: bool = True) -> int:
    command: Sequence[str] = (str(server_programs() / program), *words)
    if _is_root():
        command = ("runuser", "-u", SYSTEM_USER, "--", *command)
    # A server keeps the pipes of whoever started it open: a file takes what is said.
    with (cluster.folder / f"{program}.out").open("ab") as out:
        done = subprocess.run(command, stdout=out, stderr=out, cwd=cluster.folder, check=False)
    if check and done.returncode != 0:
        said = (cluster.folder / f"{program}.out").read_text("utf-8", "replace")[-2000:]
        raise subprocess.CalledProcessError(done.returncode, command, said)
    return done.returncode


def _children(parent: int) -> list[int]:
    listed = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(one) for one in listed.read_text("ascii").split()] if listed.exists() else []


def _signal(pid: int, what: signal.Signals) -> None:
    try:
        os.kill(pid, what)
    except ProcessLookupError:
        return


def _is_alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text("ascii", "replace").rsplit(")", 1)[-1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
