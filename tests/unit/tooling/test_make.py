"""The one command: what it finds missing, what it says, and an environment made once and whole."""

import base64
import hashlib
import os
import platform
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import make

ROOT = Path(make.__file__).parent
ABSENT = make.Need("libabsent1", make.loads("libabsent-here.so.1"))
PRESENT = make.Need("python3", lambda: True)


def call(*arguments: str, folder: Path = ROOT, **variables: str) -> tuple[int, str]:
    """Run `make.py` as a person would, without a display; its exit code and what it said."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {k: v for k, v in os.environ.items() if k not in hidden}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=kept | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_what_is_missing_is_named_once_and_in_order() -> None:
    other = make.Need("libother2", lambda: False)
    assert make.missing_packages([PRESENT, ABSENT, other, ABSENT]) == ["libabsent1", "libother2"]
    assert make.missing_packages([PRESENT]) == []


def test_the_apt_line_is_one_line_with_every_package() -> None:
    line = make.apt_line(["libgl1", "python3-venv"])
    assert "\n" not in line
    assert line.startswith("apt-get update && ")
    assert line.endswith(" libgl1 python3-venv")


def test_who_may_not_install_is_told_the_exact_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(make, "is_debian_like", lambda: True)
    with pytest.raises(make.CannotGoOnError) as told:
        make.provide([PRESENT, ABSENT])
    assert make.apt_line(["libabsent1"]) in str(told.value)


def test_another_system_is_told_what_debian_calls_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make, "is_debian_like", lambda: False)
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    with pytest.raises(make.CannotGoOnError, match="libabsent1"):
        make.provide([ABSENT])


def test_a_present_need_installs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make, "is_debian_like", lambda: pytest.fail("nothing was missing"))
    make.provide([PRESENT])


@pytest.mark.parametrize("arguments", [[], ["--help"], ["deploy"]])
def test_an_unknown_part_is_answered_with_the_parts(arguments: list[str]) -> None:
    code, said = call("make.py", *arguments)
    assert code == 2
    assert said.count("\n") == 1
    assert "setup | demo | test | check | tour | looks | bench | drill | branch-demo" in said


def test_demo_without_a_display_says_so_in_one_sentence() -> None:
    code, said = call("make.py", "demo")
    assert code == 2
    assert said == "There is no display here, and demo opens a window; try demo --smoke.\n"


def test_an_older_or_newer_python_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for version in ((3, 10, 0), (3, 14, 0)):
        monkeypatch.setattr(sys, "version_info", version)
        assert make.main(["setup"]) == 2
        assert "Python 3.11, 3.12 or 3.13 is needed" in capsys.readouterr().out


def test_children_keep_their_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in make.child_environment()
    assert make.child_environment(QT_QPA_PLATFORM="offscreen")["QT_QPA_PLATFORM"] == "offscreen"


# --- An environment of one small package --------------------------------------------------------


def a_wheel(folder: Path, version: str) -> str:
    """A package of one line in `folder`; its line for the lock."""
    folder.mkdir(exist_ok=True)
    path = folder / f"penny-{version}-py3-none-any.whl"
    info = f"penny-{version}.dist-info"
    files = {
        "penny.py": f"VERSION = '{version}'\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: penny\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(path, "w") as wheel:
        records = []
        for name, text in files.items():
            wheel.writestr(zipfile.ZipInfo(name), text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
            records.append(f"{name},sha256={digest.decode().rstrip('=')},{len(text)}")
        wheel.writestr(f"{info}/RECORD", "\n".join([*records, f"{info}/RECORD,,"]) + "\n")
    digest_of_file = hashlib.sha256(path.read_bytes()).hexdigest()
    return f"penny=={version} \\\n    --hash=sha256:{digest_of_file}\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with `make.py` and nothing else of the product."""
    (tmp_path / "make.py").write_bytes((ROOT / "make.py").read_bytes())
    return tmp_path


def make_environment(checkout: Path) -> tuple[int, str]:
    """Make the environment there from the wheels at hand alone."""
    script = "import sys, make; sys.exit(make.attempt(make.make_environment))"
    wheels = str(checkout / "shelf")
    return call("-c", script, folder=checkout, PIP_FIND_LINKS=wheels, PIP_NO_INDEX="1")


def run_in(checkout: Path) -> str:
    """The version of the package that the environment's own Python finds."""
    python = checkout / make.environment_python().relative_to(ROOT)
    done = subprocess.run(
        [python, "-c", "import penny; print(penny.VERSION)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_an_environment_is_made_once_and_again_for_another_lock(checkout: Path) -> None:
    lock = checkout / "requirements.lock"
    lock.write_text(a_wheel(checkout / "shelf", "1.0"))
    code, said = make_environment(checkout)
    assert code == 0, said
    assert run_in(checkout) == "1.0"
    assert list((checkout / ".venv").rglob("__pycache__/penny.*.pyc"))
    assert make_environment(checkout) == (0, "")
    lock.write_text(a_wheel(checkout / "shelf", "2.0"))
    code, said = make_environment(checkout)
    assert code == 0, said
    assert run_in(checkout) == "2.0"


def test_what_ended_half_way_is_taken_up_by_the_next_call(checkout: Path) -> None:
    lock = checkout / "requirements.lock"
    line = a_wheel(checkout / "shelf", "1.0")
    lock.write_text(line.replace("sha256:", "sha256:0")[:-2] + "\n")
    code, said = make_environment(checkout)
    assert code == 2
    assert "HASHES" in said
    assert "the next call takes it up again" in said
    assert not (checkout / ".venv" / "made-from.json").exists()
    lock.write_text(line)
    code, said = make_environment(checkout)
    assert code == 0, said
    assert run_in(checkout) == "1.0"
