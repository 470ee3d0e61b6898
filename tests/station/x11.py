"""A second client on a display, by the X11 protocol itself: what it sees is what anybody would.

No library, because a library hides what a server keeps. Numbers of requests and places in replies:
X Window System Protocol, X Version 11, appendix B.
"""

import socket
import struct
from collections.abc import Iterator
from types import TracebackType
from typing import Self

_SELECTIONS = ("PRIMARY", "SECONDARY", "CLIPBOARD")
_ABOUT_SELECTIONS = (29, 30)  # SelectionClear, SelectionRequest
_HEADER = 32  # bytes of a reply, an error or an event


class Client:
    """A connection to `display`, such as ":7"; closed when the block ends.

    `events` counts how often somebody has taken a selection from it, or asked for one.
    """

    def __init__(self, display: str) -> None:
        self.events = 0
        self._end = socket.socket(socket.AF_UNIX)
        self._end.connect(f"/tmp/.X11-unix/X{display.removeprefix(':')}")  # noqa: S108
        self._end.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        accepted, _, _, words = struct.unpack("<BBHxxH", self._read(8))
        setup = self._read(words * 4)
        assert accepted == 1
        (self.first_id,) = struct.unpack_from("<I", setup, 4)
        vendor, _, _, formats = struct.unpack_from("<HHBB", setup, 16)
        (self.root,) = struct.unpack_from("<I", setup, 32 + (vendor + 3) // 4 * 4 + 8 * formats)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: object, trace: TracebackType | None
    ) -> None:
        self._end.close()

    def tell(self, opcode: int, data: int = 0, body: bytes = b"") -> None:
        """Send a request that has no reply."""
        padded = body + bytes(-len(body) % 4)
        self._end.sendall(struct.pack("<BBH", opcode, data, 1 + len(padded) // 4) + padded)

    def ask(self, opcode: int, data: int = 0, body: bytes = b"") -> bytes | None:
        """Send a request and return its reply, or None for an error."""
        self.tell(opcode, data, body)
        while True:
            head = self._read(_HEADER)
            if head[0] == 0:
                return None
            if head[0] == 1:
                return head + self._read(4 * self._number(head, "<I", 4))
            self.events += head[0] & 0x7F in _ABOUT_SELECTIONS

    def wait(self) -> None:
        """Return when the server has done all that was asked (GetInputFocus)."""
        self.ask(43)

    def atom(self, name: str) -> int:
        raw = name.encode()
        reply = self.ask(16, 0, struct.pack("<Hxx", len(raw)) + raw)
        return self._number(reply, "<I", 8)

    def atoms(self) -> Iterator[str]:
        """Return every name that the server has been told since it started."""
        for atom in range(1, 1 << 16):
            reply = self.ask(17, 0, struct.pack("<I", atom))
            if reply is None:
                return
            yield reply[_HEADER : _HEADER + self._number(reply, "<H", 8)].decode("latin-1")

    def windows(self, top: int | None = None) -> Iterator[int]:
        """Return a window, the root unless another is named, and all below it."""
        window = self.root if top is None else top
        yield window
        reply = self.ask(15, 0, struct.pack("<I", window))
        if reply is not None:
            for child in struct.unpack_from(f"<{self._number(reply, '<H', 16)}I", reply, _HEADER):
                yield from self.windows(child)

    def properties(self, window: int) -> dict[str, bytes]:
        reply = self.ask(21, 0, struct.pack("<I", window))
        if reply is None:  # it is gone
            return {}
        atoms = struct.unpack_from(f"<{self._number(reply, '<H', 8)}I", reply, _HEADER)
        return {self._name(atom): self._property(window, atom) for atom in atoms}

    def owners(self) -> dict[str, int]:
        """Return the window that owns each selection; 0 is nobody."""
        asked = {name: self.ask(23, 0, struct.pack("<I", self.atom(name))) for name in _SELECTIONS}
        return {name: self._number(reply, "<I", 8) for name, reply in asked.items()}

    def make_window(self) -> int:
        """Return a new window, which is not shown."""
        shape = struct.pack("<IIhhHHHHII", self.first_id, self.root, 0, 0, 9, 9, 0, 0, 0, 0)
        self.tell(1, 0, shape)
        return int(self.first_id)

    def own_selections(self) -> None:
        window = self.make_window()
        for name in _SELECTIONS:
            self.tell(22, 0, struct.pack("<III", window, self.atom(name), 0))

    def wait_for_windows(self, count: int) -> None:
        """Return when there are no more than so many windows, or after a thousand looks."""
        for _ in range(1000):
            if len(list(self.windows())) <= count:
                return

    def _property(self, window: int, atom: int) -> bytes:
        reply = self.ask(20, 0, struct.pack("<5I", window, atom, 0, 0, 1 << 20))
        if reply is None:
            return b""
        return reply[_HEADER : _HEADER + self._number(reply, "<I", 16) * reply[1] // 8]

    def _name(self, atom: int) -> str:
        reply = self.ask(17, 0, struct.pack("<I", atom))
        assert reply is not None
        return reply[_HEADER : _HEADER + self._number(reply, "<H", 8)].decode("latin-1")

    @staticmethod
    def _number(reply: bytes | None, shape: str, place: int) -> int:
        assert reply is not None
        return int(struct.unpack_from(shape, reply, place)[0])

    def _read(self, length: int) -> bytes:
        raw = bytearray()
        while len(raw) < length:
            piece = self._end.recv(length - len(raw))
            assert piece, "the X server closed the connection"
            raw += piece
        return bytes(raw)
