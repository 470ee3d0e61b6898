"""A printer that answers each operation as it was told: for what a real process never says."""

import contextlib
import socket
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping
from struct import pack

from kiosk.formats import ipp
from kiosk.formats.ipp import Group, Operation, Tag

Field = tuple[Tag, str, bytes]


def field(tag: Tag, name: str, raw: bytes | int | str) -> bytes:
    if isinstance(raw, int):
        raw = pack(">i", raw)
    raw = raw.encode() if isinstance(raw, str) else raw
    return pack(">BH", tag, len(name)) + name.encode() + pack(">H", len(raw)) + raw


READY = b"".join(
    [
        field(Tag.ENUM, "printer-state", 3),
        field(Tag.KEYWORD, "printer-state-reasons", "none"),
        field(Tag.BOOLEAN, "printer-is-accepting-jobs", b"\x01"),
        field(Tag.INTEGER, "printer-up-time", 90),
        field(Tag.INTEGER, "queued-job-count", 0),
        field(Tag.ENUM, "operations-supported", 0),
        *(field(Tag.ENUM, "", operation) for operation in Operation),
        field(Tag.MIME_TYPE, "document-format-supported", ipp.PWG_RASTER),
        field(Tag.KEYWORD, "sides-supported", ipp.TWO_SIDED),
        field(Tag.KEYWORD, "pwg-raster-document-type-supported", "srgb_8"),
    ]
)
JOB = field(Tag.INTEGER, "job-id", 5)
COMPLETED = b"".join(
    [
        field(Tag.URI, "job-uuid", "urn:uuid:1"),
        field(Tag.ENUM, "job-state", 9),
        field(Tag.KEYWORD, "job-state-reasons", "job-completed-successfully"),
        field(Tag.INTEGER, "job-impressions-completed", 2),
    ]
)


def said(fields: bytes = b"", group: Group = Group.JOB, status: int = 0) -> bytes:
    """Return an answer that still lacks the number of its request."""
    return pack(">HH", 0x0200, status) + bytes(4) + bytes([group]) + fields + b"\x03"


GOOD: Mapping[Operation, bytes] = {
    Operation.GET_PRINTER_ATTRIBUTES: said(READY, Group.PRINTER),
    Operation.CREATE_JOB: said(JOB),
    Operation.SEND_DOCUMENT: said(),
    Operation.GET_JOB_ATTRIBUTES: said(COMPLETED),
    Operation.CANCEL_JOB: said(),
}
HANG_UP = b""
PATIENCE = 5  # seconds; only a broken test waits that long


class ScriptedPrinter:
    """Answers by `script`: an answer for ever, or several of which the last stays."""

    uri = "ipp://localhost/ipp/print"

    def __init__(self) -> None:
        self.script: dict[Operation, list[bytes]] = {op: [raw] for op, raw in GOOD.items()}
        self.asked: dict[Operation, int] = defaultdict(int)
        self.header = b""
        self.number_is_wrong = False
        self.connections = 0
        self._threads: list[threading.Thread] = []

    def answer(self, operation: Operation, *answers: bytes) -> None:
        self.script[operation] = list(answers)

    def connect(self) -> int:
        """Return a fresh connection."""
        ours, theirs = socket.socketpair()
        self.connections += 1
        thread = threading.Thread(target=self._serve, args=(theirs,), daemon=True)
        thread.start()
        self._threads.append(thread)
        return ours.detach()

    def join(self) -> None:
        for thread in self._threads:
            thread.join(PATIENCE)

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            for request in _requests(connection):
                answer = self._next(Operation(int.from_bytes(request[2:4], "big")))
                if not answer:
                    return
                number = b"\0\0\0\0" if self.number_is_wrong else request[4:8]
                body = answer[:4] + number + answer[8:]
                length = b"Content-Length: %d\r\n" % len(body)
                connection.sendall(b"HTTP/1.1 200 OK\r\n" + self.header + length + b"\r\n" + body)

    def _next(self, operation: Operation) -> bytes:
        self.asked[operation] += 1
        answers = self.script[operation]
        return answers.pop(0) if len(answers) > 1 else answers[0]


def _requests(connection: socket.socket) -> Iterator[bytes]:
    stream = connection.makefile("rb")
    with stream:
        while stream.readline():
            length = 0
            while (line := stream.readline()) != b"\r\n":
                name, _, value = line.partition(b":")
                length = int(value) if name == b"Content-Length" else length
            yield stream.read(length)
