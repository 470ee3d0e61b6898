"""A receipt printer that speaks ESC/POS over TCP: it reads the bytes back into dots.

It shares nothing with the encoder: it knows the commands by their bytes, and stops at any other.
"""

import contextlib
import socket
import threading
from collections.abc import Iterator

from kiosk.formats.bitmap import Bitmap

PATIENCE = 20  # seconds; only a broken test waits that long

FINE = {2: 0x12, 4: 0x12}


class ReceiptPrinter:
    """Listens, and answers DLE EOT by `answers`; a question without an answer is met by silence.

    `slips` are the pictures that were cut off, as rows of dots; `tells_when_done` is what it
    answers to GS r 1, or None; `takes` is how many bytes it takes before it hangs up; `unasked` is
    what it says before every answer; `answers_later` are its answers once it prints. Like a real
    one, it waits for the rest of a picture even if that comes over another connection.
    """

    def __init__(self) -> None:
        self.answers: dict[int, int] = dict(FINE)
        self.tells_when_done: int | None = 0x00
        self.takes: int | None = None
        self.unasked: list[bytes] = []
        self.answers_later: dict[int, int] | None = None
        self.slips: list[list[str]] = []
        self.connections = self.questions = 0
        self._rest, self._ended = 0, 0
        self._cut = threading.Condition()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._lines: list[socket.socket] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    @property
    def uri(self) -> str:
        return f"escpos://127.0.0.1:{self.port}"

    def connect(self) -> int:
        """Return the descriptor of a fresh connection, as a session would be given it."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=None).detach()

    def wait_for_slips(self, count: int) -> None:
        with self._cut:
            assert self._cut.wait_for(lambda: len(self.slips) >= count, PATIENCE)

    def wait_for_the_end(self) -> None:
        """Return when a connection has ended, and what came over it was read."""
        with self._cut:
            assert self._cut.wait_for(lambda: self._ended > 0, PATIENCE)

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join(PATIENCE)
        self._listener.close()
        for line in self._lines:
            line.close()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                self.connections += 1
                self._lines.append(line)
                threading.Thread(target=self._serve, args=(line,), daemon=True).start()

    def _serve(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError, EOFError):
            self._read_jobs(line)
        line.close()
        with self._cut:
            self._ended += 1
            self._cut.notify_all()

    def _read_jobs(self, line: socket.socket) -> None:
        take = _Take(line, self.takes)
        take(self._rest)
        self._rest = 0
        rows: list[str] = []
        while True:
            match take(1):
                case b"\0":
                    pass
                case b"\x10":  # DLE EOT n
                    assert take(1) == b"\x04"
                    self._answer(line, self.answers.get(take(1)[0]))
                case b"\x1b":  # ESC @
                    assert take(1) == b"@"
                    rows = []
                case b"\x1d":
                    rows = self._group_separator(line, take, rows)
                case other:
                    raise AssertionError(other)

    def _group_separator(self, line: socket.socket, take: "_Take", rows: list[str]) -> list[str]:
        match take(1):
            case b"v":  # GS v 0 m xL xH yL yH d1…dk
                assert take(2) == b"0\0"
                stride = int.from_bytes(take(2), "little")
                height = int.from_bytes(take(2), "little")
                self._rest = stride * height
                self.answers = self.answers_later or self.answers
                for _ in range(height):
                    rows.append(_dots(take(stride)))
                    self._rest -= stride
                return rows
            case b"V":  # GS V 66 n
                assert take(2) == b"B\0"
                with self._cut:
                    self.slips.append(rows)
                    self._cut.notify_all()
                return []
            case b"r":  # GS r 1
                assert take(1) == b"\1"
                self._answer(line, self.tells_when_done)
                return rows
            case other:
                raise AssertionError(other)

    def _answer(self, line: socket.socket, answer: int | None) -> None:
        self.questions += 1
        if answer is not None:
            for word in self.unasked:
                line.sendall(word)
            line.sendall(bytes([answer]))


class _Take:
    def __init__(self, line: socket.socket, takes: int | None) -> None:
        self._stream = line.makefile("rb")
        self._left = takes

    def __call__(self, count: int) -> bytes:
        if self._left is not None:
            self._left -= count
            if self._left < 0:
                raise EOFError
        raw = self._stream.read(count)
        if len(raw) < count:
            raise EOFError
        return raw


def dots(bitmap: Bitmap) -> list[str]:
    """Return the rows of a picture as the printer keeps them, of 0 and 1."""
    rows = (bitmap.row(number) for number in range(bitmap.height))
    return [_dots(row) for row in rows]


def _dots(row: bytes) -> str:
    return "".join(f"{byte:08b}" for byte in row)


@contextlib.contextmanager
def receipt_printer() -> Iterator[ReceiptPrinter]:
    printer = ReceiptPrinter()
    try:
        yield printer
    finally:
        printer.close()
