"""The one command of a fresh checkout: makes the environment, then runs a part of the program.

    python3 make.py setup | demo | test | check | tour | looks | bench | drill
                            | branch-demo   [its arguments]

Owns the environment in `.venv`, made from the hashed `requirements.lock`.
Uses the standard library only and runs on any Python the program runs on. It must not know what
the program does: everything but the environment is handed to `main.py` and to the tests.
Windows takes the same file with `py make.py`; that is reviewed and not tried.
"""

import ctypes
import hashlib
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "made-from.json"
OLDEST, NEWEST = (3, 11), (3, 13)
WINDOWS = os.name == "nt"


class CannotGoOnError(Exception):
    """Something outside the checkout is missing; the message says what to do about it."""


# --- What the system must have -----------------------------------------------------------------


@dataclass(frozen=True)
class Need:
    """One thing of the operating system: how its absence is seen, and the Debian package of it."""

    package: str
    present: Callable[[], bool]


def loads(soname: str) -> Callable[[], bool]:
    """A check that the loader finds the shared library `soname`."""

    def present() -> bool:
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    return present


def has_ensurepip() -> bool:
    """Whether this Python can make an environment with pip in it; Debian ships that apart."""
    command = [sys.executable, "-c", "import ensurepip, venv"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def has_certificates() -> bool:
    """Whether pip finds certificates: the system's bundle, or one the environment names."""
    named = (os.environ.get(name) for name in ("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"))
    places = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", *named]
    return any(place and Path(place).is_file() for place in places)


TO_INSTALL = (
    Need("python3-venv", has_ensurepip),
    Need("ca-certificates", has_certificates),
)
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libOpenGL.so.0": "libopengl0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
TO_RUN = tuple(Need(package, loads(soname)) for soname, package in QT_LIBRARIES.items())


def has_postgres() -> bool:
    """Whether a PostgreSQL server can be started here: the tests of the branch run on a real one."""
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return shutil.which("initdb") is not None or any(found)


TO_TEST = (
    Need("poppler-utils", lambda: shutil.which("pdftotext") is not None),
    Need("postgresql", has_postgres),
)


def missing_packages(needs: Iterable[Need]) -> list[str]:
    """The Debian packages of the needs that are not met, in order and each once."""
    return list(dict.fromkeys(need.package for need in needs if not need.present()))


def is_debian_like() -> bool:
    """Whether packages come by apt here."""
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def apt_line(packages: Sequence[str]) -> str:
    """The one line that installs `packages` on a Debian-like system."""
    return (
        "apt-get update && DEBIAN_FRONTEND=noninteractive "
        f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    )


def provide(needs: Sequence[Need]) -> None:
    """Install what the system lacks where that is ours to do, else say the line that does it."""
    if platform.system() != "Linux":
        return
    packages = missing_packages(needs)
    if not packages:
        return
    line = apt_line(packages)
    if not is_debian_like():
        raise CannotGoOnError(f"This system lacks what Debian calls: {' '.join(packages)}")
    if os.geteuid() != 0:
        raise CannotGoOnError(f"Please run once as root, then start again:\n    {line}")
    say(f"The system lacks a few packages. Running: {line}")
    if subprocess.run(["sh", "-c", line], check=False).returncode != 0:
        raise CannotGoOnError(f"That line failed. It is needed before anything else:\n    {line}")
    still = missing_packages(needs)
    if still:
        raise CannotGoOnError(f"Installed, and still not found: {' '.join(still)}")


# --- The environment ----------------------------------------------------------------------------


def environment_python() -> Path:
    """The Python of the environment."""
    return VENV / "Scripts" / "python.exe" if WINDOWS else VENV / "bin" / "python"


def wanted_stamp() -> dict[str, str]:
    """What the environment is made from: another lock or another Python makes it anew."""
    return {
        "lock": hashlib.sha256(LOCK.read_bytes().replace(b"\r\n", b"\n")).hexdigest(),
        "python": f"{platform.python_version()} {platform.machine()}",
        "base": sys.base_prefix,
    }


def is_made() -> bool:
    """Whether the environment is whole and made from today's lock and this Python."""
    try:
        made_from = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return bool(made_from == wanted_stamp()) and environment_python().exists()


def child_environment(**changes: str) -> dict[str, str]:
    """The environment variables of a child: ours, but bytecode is kept, or every start compiles."""
    variables = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return variables | {"PYTHONUTF8": "1"} | changes


def run(*command: str | Path, **changes: str) -> int:
    """Run a command in the checkout and return its exit code; `changes` go to its environment."""
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, env=child_environment(**changes), check=False).returncode


def must(what: str, *command: str | Path) -> None:
    """Run one step of making the environment; an interrupted one is taken up by the next call."""
    say(what)
    if run(*command) != 0:
        words = shlex.join(str(word) for word in command)
        raise CannotGoOnError(f"This step failed; the next call takes it up again:\n    {words}")


def make_environment() -> None:
    """Make `.venv` whole, or leave it without its stamp.

    An interrupted call leaves what it fetched in pip's own cache; the half-filled environment is
    thrown away and filled again from there.
    """
    if is_made():
        return
    python = environment_python()
    STAMP.unlink(missing_ok=True)
    must("Making the environment in .venv", sys.executable, "-m", "venv", "--clear", VENV)
    pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    hashed: list[str | Path] = ["--require-hashes", "--only-binary", ":all:", "-r", LOCK]
    must("Installing the locked packages", *pip, "install", "--no-compile", *hashed)
    say("Compiling them")
    # A package may carry a file for another Python, so the exit code says nothing here.
    run(python, "-m", "compileall", "-q", "-q", "-j", "0", VENV / ("Lib" if WINDOWS else "lib"))
    partial = STAMP.with_suffix(".part")
    partial.write_text(json.dumps(wanted_stamp(), indent=2) + "\n", "utf-8")
    partial.replace(STAMP)


# --- The commands -------------------------------------------------------------------------------


def has_display() -> bool:
    """Whether a window can be opened: anywhere but on a Linux without a display."""
    if platform.system() != "Linux":
        return True
    return any(os.environ.get(k) for k in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def setup(_arguments: Sequence[str]) -> int:
    """Make everything ready, run nothing."""
    provide((*TO_INSTALL, *TO_RUN))
    make_environment()
    return 0


def demo(arguments: Sequence[str]) -> int:
    """Open the window on a throw-away home; `--smoke` paints it once and ends."""
    smoke = "--smoke" in arguments
    if not has_display() and not smoke:
        raise CannotGoOnError(
            "There is no display here, and demo opens a window; try demo --smoke."
        )
    platform_name = {} if has_display() else {"QT_QPA_PLATFORM": "offscreen"}
    setup(())
    return run(environment_python(), "main.py", "demo", *arguments, **platform_name)


def program(part: str) -> Callable[[Sequence[str]], int]:
    """A command that is one part of `main.py`, with its arguments."""

    def command(arguments: Sequence[str]) -> int:
        setup(())
        return run(environment_python(), "main.py", part, *arguments)

    return command


def pytest(*arguments: str) -> int:
    """One run of the tests."""
    return run(environment_python(), "-m", "pytest", *arguments)


def run_all_tests(*ignored: str) -> int:
    """All tests but those under the `ignored` paths, as `tests/whole.py` orders them."""
    return run(environment_python(), "-m", "tests.whole", *ignored)


def looks(arguments: Sequence[str]) -> int:
    """Look over the whole window in all sizes, languages and looks; 1 when something is amiss."""
    provide((*TO_INSTALL, *TO_RUN, *TO_TEST))
    make_environment()
    return run(environment_python(), "-m", "tests.journeys.looks", *arguments)


def test(arguments: Sequence[str]) -> int:
    """Run all tests, or with arguments those of pytest's own command line, in one process."""
    provide((*TO_INSTALL, *TO_RUN, *TO_TEST))
    make_environment()
    return pytest(*arguments) if arguments else run_all_tests()


def check(_arguments: Sequence[str]) -> int:
    """Everything that must hold before a change goes in; all of it runs, whatever fails first."""
    provide((*TO_INSTALL, *TO_RUN, *TO_TEST))
    make_environment()
    python = environment_python()
    results = {
        "ruff check": run(python, "-m", "ruff", "check"),
        "ruff format": run(python, "-m", "ruff", "format", "--check"),
        "mypy": run(python, "-m", "mypy"),
        "architecture": pytest("-q", "tests/architecture"),
        "tests": run_all_tests("tests/architecture"),
    }
    for name, code in results.items():
        say(f"{name}: {'passed' if code == 0 else f'failed ({code})'}")
    return 0 if not any(results.values()) else 1


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "setup": setup,
    "demo": demo,
    "test": test,
    "check": check,
    "tour": program("tour"),
    "looks": looks,
    "bench": program("bench"),
    "drill": program("drill"),
    "branch-demo": program("branch-demo"),
}


def say(words: str) -> None:
    """One line for the person at the terminal, in order with what children print."""
    print(words, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Run the named command; 2 when it cannot be run here."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        say(f"Python 3.11, 3.12 or 3.13 is needed; this is {platform.python_version()}.")
        return 2
    if not arguments or arguments[0] not in COMMANDS:
        say(f"python3 make.py {' | '.join(COMMANDS)}   [arguments]")
        return 2
    return attempt(lambda: COMMANDS[arguments[0]](arguments[1:]))


def attempt(command: Callable[[], int | None]) -> int:
    """Run a command and return its exit code; 2 when something outside the checkout is missing."""
    try:
        return command() or 0
    except CannotGoOnError as reason:
        say(str(reason))
        return 2
    except KeyboardInterrupt:
        say("Interrupted; the next call goes on from here.")
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
