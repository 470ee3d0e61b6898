"""HTTP/1.1 as far as IPP needs it: the head of a POST, and one answer read from a stream.

The standard library's client opens its own connections, obeys proxies named in the environment
and builds on `email`; a session is given its connection, and a card must go nowhere else. Source:
RFC 9112; IPP over HTTP: RFC 8010 section 4.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.errors import PrinterAddressWrong, PrinterLost

_ADDRESS = re.compile(r"ipps?://([A-Za-z0-9.:\[\]-]+)(/[!-~]*)")
_STATUS = re.compile(rb"HTTP/1\.[01] ([0-9]{3})(?: [^\r\n]*)?")
_LONGEST_LINE = 4096
_MOST_FIELDS = 64
_LONGEST_BODY = 1 << 20
_CONTINUE = 100
_OK = 200


@dataclass(frozen=True, slots=True)
class Address:
    """Where an IPP printer answers: `host` (with its port) and `path` of the URI `uri`."""

    uri: str
    host: str
    path: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of an answer, and whether the connection may be used again."""

    body: bytes
    stays_open: bool


def address(uri: str) -> Address:
    """Return the parts of an `ipp` or `ipps` URI (RFC 3510, RFC 7472).

    Raises PrinterAddressWrong if it is not one, so that no line break can enter a request.
    """
    match = _ADDRESS.fullmatch(uri)
    if match is None:
        raise PrinterAddressWrong
    return Address(uri, match[1], match[2])


def post(to: Address, length: int) -> bytes:
    """Return the head of a POST of `length` bytes of IPP; the body follows it on the wire."""
    return (
        f"POST {to.path} HTTP/1.1\r\nHost: {to.host}\r\n"
        f"Content-Type: application/ipp\r\nContent-Length: {length}\r\n\r\n"
    ).encode("ascii")


def read_answer(receive: Callable[[], bytes]) -> Answer:
    """Return the answer to the one request under way; `receive` returns b"" at the end.

    Raises PrinterLost if the answer is cut, too long, not HTTP/1.1, not "200", or followed by
    bytes that nobody asked for.
    """
    stream = _Stream(receive)
    status, fields = _read_head(stream)
    while status == _CONTINUE:
        status, fields = _read_head(stream)
    if status != _OK:
        raise PrinterLost
    if fields.get(b"transfer-encoding", b"").lower() == b"chunked":
        body = _read_chunks(stream)
    else:
        body = stream.exactly(_length(fields.get(b"content-length", b""), 10))
    if stream.rest:
        raise PrinterLost
    return Answer(body, fields.get(b"connection", b"").lower() != b"close")


class _Stream:
    """Bytes received but not yet used: the only state there is while an answer is read."""

    def __init__(self, receive: Callable[[], bytes]) -> None:
        self._receive = receive
        self.rest = b""

    def line(self) -> bytes:
        while b"\r\n" not in self.rest:
            if len(self.rest) > _LONGEST_LINE:
                raise PrinterLost
            self._receive_more()
        line, _, self.rest = self.rest.partition(b"\r\n")
        return line

    def exactly(self, length: int) -> bytes:
        while len(self.rest) < length:
            self._receive_more()
        taken, self.rest = self.rest[:length], self.rest[length:]
        return taken

    def _receive_more(self) -> None:
        received = self._receive()
        if not received:
            raise PrinterLost
        self.rest += received


def _read_head(stream: _Stream) -> tuple[int, dict[bytes, bytes]]:
    match = _STATUS.fullmatch(stream.line())
    if match is None:
        raise PrinterLost
    return int(match[1]), _read_fields(stream)


def _read_fields(stream: _Stream) -> dict[bytes, bytes]:
    fields: dict[bytes, bytes] = {}
    while line := stream.line():
        name, colon, value = line.partition(b":")
        if not colon or len(fields) == _MOST_FIELDS:
            raise PrinterLost
        fields[name.lower()] = value.strip()
    return fields


def _read_chunks(stream: _Stream) -> bytes:
    body = b""
    while size := _length(stream.line().partition(b";")[0], 16):
        body += stream.exactly(size)
        if stream.exactly(2) != b"\r\n" or len(body) > _LONGEST_BODY:
            raise PrinterLost
    _read_fields(stream)
    return body


def _length(digits: bytes, base: int) -> int:
    # `int` alone would also take signs, blanks and underscores.
    digit = rb"[0-9a-fA-F]{1,8}" if base == 16 else rb"[0-9]{1,8}"  # noqa: PLR2004 (hexadecimal)
    if re.fullmatch(digit, digits.strip()) is None:
        raise PrinterLost
    length = int(digits, base)
    if length > _LONGEST_BODY:
        raise PrinterLost
    return length
