"""Printers as the spool sees them: something that takes a finished PDF, or says why not.

A printer blocks only the thread of its own queue. It never claims that paper came out: `Sent` means
that the system's queue has taken the file. Job titles are paper numbers, never names.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Condition
from typing import Literal, Protocol

Profile = Literal["thermal", "dotmatrix"]
"""Printers that set their own type: a roll of 80 mm by ESC/POS, 24 pins by ESC/P-K."""

FILE = "file:"

_TITLE = re.compile(r"[0-9A-Z-]{1,32}")


@dataclass(frozen=True, slots=True)
class Sent:
    """The printer's queue has the file. Whether paper came out, only a person can say."""


@dataclass(frozen=True, slots=True)
class NotSent:
    """The file was not taken.

    `code` is one of `printer_missing`, `printer_refused`, `printer_stalled`, `printer_no_command`;
    `detail` is the system's own words for the log, without anything of the paper.
    """

    code: str
    detail: str = ""


class Printer(Protocol):
    """One queue. `send` is called from one thread only and returns in bounded time."""

    def send(self, pdf: bytes, title: str) -> Sent | NotSent:
        """Hand `pdf` over. `title` is the paper number."""
        ...


def checked_title(title: str) -> str:
    """`title` when it is a paper number. Raises ValueError: anything else might be personal."""
    if not _TITLE.fullmatch(title):
        raise ValueError("a print job is titled by its paper number alone")
    return title


@dataclass(frozen=True, slots=True)
class CupsPrinter:
    """A CUPS queue, by `lp`: the PDF goes as it is, so what is archived is what is printed.

    `options` go to `lp -o`. `seconds` bounds the hand-over, not the printing.
    """

    queue: str
    options: tuple[str, ...] = ()
    command: str = "lp"
    seconds: float = 60.0

    def send(self, pdf: bytes, title: str) -> Sent | NotSent:
        """Hand `pdf` to the queue; the file lies in a private temporary folder meanwhile."""
        with tempfile.TemporaryDirectory(prefix="print-") as folder:
            file = Path(folder) / f"{checked_title(title)}.pdf"
            file.write_bytes(pdf)
            options = [part for option in self.options for part in ("-o", option)]
            return self._run([self.command, "-d", self.queue, "-t", title, *options, str(file)])

    def _run(self, command: Sequence[str]) -> Sent | NotSent:
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                timeout=self.seconds,
                check=False,
                env={**os.environ, "LC_ALL": "C"},
            )
        except FileNotFoundError:
            return NotSent("printer_no_command", self.command)
        except subprocess.TimeoutExpired:
            return NotSent("printer_stalled", f"no answer in {self.seconds:.0f} s")
        if done.returncode == 0:
            return Sent()
        said = done.stderr.decode(errors="replace").strip()
        missing = "does not exist" in said or "No such" in said or "not exist" in said
        return NotSent("printer_missing" if missing else "printer_refused", said)


@dataclass(frozen=True, slots=True)
class StreamPrinter:
    """A printer that sets its own type: its profile, and a queue or `file:` with a device."""

    profile: Profile
    target: str


def stream_printer(name: str) -> StreamPrinter | None:
    """What `thermal:…` or `dotmatrix:…` of the settings names; None for a printer of PDFs."""
    profile, _colon, target = name.partition(":")
    if profile not in ("thermal", "dotmatrix") or not target:
        return None
    return StreamPrinter("thermal" if profile == "thermal" else "dotmatrix", target)


@dataclass(frozen=True, slots=True)
class DevicePrinter:
    """A device file of the system that takes a printer's own bytes, or a file for them."""

    device: Path

    def send(self, pdf: bytes, title: str) -> Sent | NotSent:
        """Write the bytes of the copy. A device that does not take them holds its own thread."""
        checked_title(title)
        try:
            with self.device.open("ab", buffering=0) as device:
                rest = memoryview(pdf)
                while rest:
                    rest = rest[device.write(rest) or 0 :]
        except FileNotFoundError as error:
            return NotSent("printer_missing", error.strerror or "")
        except OSError as error:
            return NotSent("printer_refused", error.strerror or "")
        return Sent()


class FolderPrinter:
    """Writes each paper as a PDF into a folder: the printer of the demo and of the tour.

    For drills it can refuse or stall until told to go on.
    """

    def __init__(self, folder: Path) -> None:
        """Files go to `folder`, which is made when the first paper comes."""
        self._folder = folder
        self._mood: Literal["ready", "refusing", "stalled"] = "ready"
        self._changed = Condition()

    def refuse(self) -> None:
        """From now on refuse every paper."""
        self._turn("refusing")

    def stall(self) -> None:
        """From now on take no paper and give no answer."""
        self._turn("stalled")

    def recover(self) -> None:
        """Print again, beginning with a paper that waits in a stall."""
        self._turn("ready")

    def _turn(self, mood: Literal["ready", "refusing", "stalled"]) -> None:
        with self._changed:
            self._mood = mood
            self._changed.notify_all()

    def send(self, pdf: bytes, title: str) -> Sent | NotSent:
        """Write `pdf`; a second copy of the same paper gets a name of its own."""
        with self._changed:
            self._changed.wait_for(lambda: self._mood != "stalled")
            if self._mood == "refusing":
                return NotSent("printer_refused")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            target = self._free_name(checked_title(title))
            part = target.with_suffix(".part")
            part.write_bytes(pdf)
            part.replace(target)
        except OSError as error:
            return NotSent("printer_refused", error.strerror or "")
        return Sent()

    def _free_name(self, title: str) -> Path:
        target, count = self._folder / f"{title}.pdf", 1
        while target.exists():
            count += 1
            target = self._folder / f"{title}-copy{count}.pdf"
        return target
