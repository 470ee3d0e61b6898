"""A wire between a session and a printer that remembers what was sent, and can be cut."""

import contextlib
import os
import socket
import threading


class Relay:
    """Passes bytes both ways; cut after `cut_after` bytes to the printer, if it is not None."""

    def __init__(self, printer: int, cut_after: int | None = None) -> None:
        self._printer = socket.socket(fileno=printer)
        self._inner, self._outer = socket.socketpair()
        self._cut_after = cut_after
        self.sent = b""
        self._threads = [
            threading.Thread(target=self._to_printer, daemon=True),
            threading.Thread(target=self._from_printer, daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def connection(self) -> int:
        """Return the descriptor of the session's end."""
        return os.dup(self._outer.fileno())

    def cut(self) -> None:
        """Cut the wire; what the printer received until now it keeps."""
        for end in (self._printer, self._inner):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.cut()
        for thread in self._threads:
            thread.join()
        for end in (self._printer, self._inner, self._outer):
            end.close()

    def _to_printer(self) -> None:
        with contextlib.suppress(OSError):
            while piece := self._inner.recv(1 << 16):
                if self._cut_after is not None:
                    piece = piece[: self._cut_after - len(self.sent)]
                self.sent += piece
                self._printer.sendall(piece)
                if self._cut_after is not None and len(self.sent) >= self._cut_after:
                    break
        self.cut()

    def _from_printer(self) -> None:
        with contextlib.suppress(OSError):
            while piece := self._printer.recv(1 << 16):
                self._inner.sendall(piece)
        self.cut()


def requests(sent: bytes) -> list[tuple[bytes, bytes]]:
    """Return the heads and bodies of the requests in `sent`."""
    found = []
    while sent:
        head, _, sent = sent.partition(b"\r\n\r\n")
        length = int(head.rpartition(b"Content-Length: ")[2])
        found.append((head, sent[:length]))
        sent = sent[length:]
    return found


def operations(sent: bytes) -> list[int]:
    return [int.from_bytes(body[2:4], "big") for _, body in requests(sent)]


def split(body: bytes) -> tuple[bytes, bytes]:
    """Return a request's message and the document behind it."""
    at = body.find(b"RaS2PwgRaster")
    return (body, b"") if at < 0 else (body[:at], body[at:])
