"""A line between a terminal and its branch that can be cut, slowed, swallowed, or lose what comes back.

Owns the bytes on the way and nothing of what they mean. Plain threads and sockets: the kernel of a test
machine seldom has a network emulator.
"""

import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from time import sleep

CHUNK = 4096


@dataclass
class Weather:
    """What befalls the bytes. All of it may be changed while they flow."""

    refuses: bool = False
    swallows: bool = False
    """Takes everything and passes nothing on, either way: a cable pulled behind a switch."""
    loses_answers: bool = False
    """Requests arrive; when the answer comes, the line is cut instead."""
    bytes_a_second: int | None = None
    cut_after: int | None = None
    """So many more bytes from the branch, and the line is cut."""


@dataclass
class Proxy:
    """Listens on a port of its own and passes on to the branch's, as the weather lets it."""

    port_behind: int
    weather: Weather = field(default_factory=Weather)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._lines: list[socket.socket] = []
        self._closed = False
        self._thread = threading.Thread(target=self._listen, name="proxy", daemon=True)
        self._thread.start()

    def cut(self) -> None:
        """Cuts every line that is open now."""
        lines, self._lines = self._lines, []
        for one in lines:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def close(self) -> None:
        """Ends."""
        self._closed = True
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()
        self.cut()

    def _listen(self) -> None:
        while not self._closed:
            try:
                caller, _ = self._listener.accept()
            except OSError:
                return
            if self.weather.refuses:
                caller.close()
                continue
            try:
                behind = socket.create_connection(("127.0.0.1", self.port_behind))
            except OSError:
                caller.close()
                continue
            self._lines += [caller, behind]
            for source, sink, answers in ((caller, behind, False), (behind, caller, True)):
                words = (source, sink, answers)
                threading.Thread(target=self._pass_on, args=words, daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket, answers: bool) -> None:
        with suppress(OSError):
            while data := source.recv(CHUNK):
                while self.weather.swallows and not self._closed:
                    sleep(0.01)
                if answers and self._is_lost(len(data)):
                    break
                if self.weather.bytes_a_second:
                    sleep(len(data) / self.weather.bytes_a_second)
                sink.sendall(data)
        for one in (source, sink):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _is_lost(self, size: int) -> bool:
        weather = self.weather
        if weather.loses_answers:
            return True
        if weather.cut_after is None:
            return False
        weather.cut_after -= size
        if weather.cut_after >= 0:
            return False
        weather.cut_after = None
        return True


@dataclass
class Straight(Proxy):
    """No proxy at all: whoever is given this goes straight to the branch, whatever the weather."""

    def __post_init__(self) -> None:
        self.port = self.port_behind

    def cut(self) -> None:
        """There is nothing between to be cut."""

    def close(self) -> None:
        """There is nothing to end."""
