"""A strict reading of printer streams, written from the command tables and not from our encoders.

Any byte that is no known command, and any line wider than the paper, is an error.
"""

from dataclasses import dataclass, field

WIDE_DOTS = 576
COLUMNS = 48
MATRIX_COLUMNS = 80


class StreamError(ValueError):
    """The stream holds what a printer would misread."""


@dataclass
class Printed:
    """What came out: text lines, images as (bytes wide, dots high), codes, cuts."""

    events: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    images: list[tuple[int, int, bytes]] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    cuts: int = 0


class _Stream:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, count: int) -> bytes:
        part = self.data[self.at : self.at + count]
        if len(part) < count:
            raise StreamError("the stream ends inside a command")
        self.at += count
        return part

    def number(self, count: int = 2) -> int:
        return int.from_bytes(self.take(count), "little")

    @property
    def more(self) -> bool:
        return self.at < len(self.data)


def _text(stream: _Stream, ends: bytes) -> str:
    """Signs of the Chinese mode up to FS: one byte of ASCII, or two bytes of GBK."""
    found = b""
    while stream.data[stream.at : stream.at + 1] not in (ends, b""):
        first = stream.take(1)
        if first < b"\x20" or first == b"\x7f":
            raise StreamError(f"control {first!r} inside text")
        if first >= b"\x81":
            second = stream.take(1)
            if second < b"\x40":
                raise StreamError("a sign of four bytes: the printer's font has none")
            first += second
        found += first
    return found.decode("gbk")


def _columns(text: str) -> int:
    return sum(1 if char < "\x80" else 2 for char in text)


def read_thermal(data: bytes) -> Printed:  # noqa: PLR0912 - one branch a command
    """A roll of 80 mm: 576 dots, 48 columns."""
    stream, out = _Stream(data), Printed()
    scale, chinese, line = 1, False, ""
    stored = ""
    if data[:2] != b"\x1b@":
        raise StreamError("the stream does not initialise the printer")
    while stream.more:
        head = stream.take(1)
        if head == b"\n":
            out.lines.append(line)
            out.events.append(f"text x{scale} {line}" if line else "feed")
            line = ""
        elif head == b"\x1b":
            match stream.take(1):
                case b"@":
                    out.events.append("init")
                case b"a":
                    out.events.append(f"justify {stream.number(1)}")
                case b"E":
                    out.events.append(f"heavy {stream.number(1)}")
                case b"d":
                    out.events.append(f"feed {stream.number(1)}")
                case other:
                    raise StreamError(f"ESC {other!r}")
        elif head == b"\x1c":
            command = stream.take(1)
            if command not in (b"&", b"."):
                raise StreamError(f"FS {command!r}")
            chinese = command == b"&"
            if chinese:
                line += _text(stream, b"\x1c")
                if _columns(line) * scale > COLUMNS:
                    raise StreamError(f"{_columns(line)} columns at x{scale}: {line}")
        elif head == b"\x1d":
            match stream.take(1):
                case b"!":
                    size = stream.number(1)
                    if size not in (0x00, 0x11):
                        raise StreamError(f"size {size:#x}")
                    scale = 2 if size else 1
                    out.events.append(f"size x{scale}")
                case b"v":
                    if stream.take(1) != b"0":
                        raise StreamError("GS v")
                    mode, wide, high = stream.number(1), stream.number(), stream.number()
                    if mode not in (0, 3) or wide * 8 * (2 if mode else 1) > WIDE_DOTS:
                        raise StreamError("an image wider than the paper")
                    out.images.append((wide, high, stream.take(wide * high)))
                    out.events.append(f"image {wide * 8}x{high}")
                case b"(":
                    if stream.take(1) != b"k":
                        raise StreamError("GS (")
                    body = stream.take(stream.number())
                    if body[:1] != b"1":
                        raise StreamError("no QR function")
                    if body[1:2] == b"P":
                        stored = body[3:].decode("ascii")
                    elif body[1:2] == b"Q":
                        out.codes.append(stored)
                        out.events.append(f"code {stored}")
                    elif body[1:2] not in (b"A", b"C", b"E"):
                        raise StreamError(f"QR function {body[1:2]!r}")
                case b"V":
                    if stream.take(1) not in (b"\x00", b"\x01"):
                        raise StreamError("GS V")
                    out.cuts += 1
                    out.events.append("cut")
                case other:
                    raise StreamError(f"GS {other!r}")
        else:
            raise StreamError(f"{head!r} outside text")
    if line or chinese:
        raise StreamError("the stream ends inside a line")
    return out


def read_matrix(data: bytes) -> Printed:  # noqa: PLR0912 - one branch a command
    """A 24-pin printer of 80 columns."""
    stream, out = _Stream(data), Printed()
    line = ""
    if data[:2] != b"\x1b@":
        raise StreamError("the stream does not initialise the printer")
    while stream.more:
        head = stream.take(1)
        if head == b"\r":
            if stream.take(1) != b"\n":
                raise StreamError("CR without LF")
            if line:
                out.lines.append(line)
                out.events.append(f"text {line}")
            line = ""
        elif head == b"\x0c":
            out.cuts += 1
            out.events.append("form feed")
        elif head == b"\x1b":
            match stream.take(1):
                case b"@" | b"E" | b"F" | b"2":
                    pass
                case b"3":
                    if stream.number(1) != 24:
                        raise StreamError("another pitch than the image's")
                case b"*":
                    if stream.number(1) != 39:
                        raise StreamError("not a 24-pin image")
                    wide = stream.number()
                    if wide > MATRIX_COLUMNS * 18:
                        raise StreamError("an image wider than the paper")
                    out.images.append((wide, 24, stream.take(wide * 3)))
                    out.events.append(f"image {wide}x24")
                case other:
                    raise StreamError(f"ESC {other!r}")
        elif head == b"\x1c":
            command = stream.take(1)
            if command == b"&":
                line += _text(stream, b"\x1c")
                if _columns(line) > MATRIX_COLUMNS:
                    raise StreamError(f"{_columns(line)} columns: {line}")
            elif command != b".":
                raise StreamError(f"FS {command!r}")
        else:
            raise StreamError(f"{head!r} outside text")
    return out
