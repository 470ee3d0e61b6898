"""X11: who is connected to an X display, by the server's own word.

The X-Resource extension (version 1.2, XResQueryClientIds) names the process of every client, also
of one in another container, of another user, or on the abstract socket; one that came by TCP has
none. It relies on the server telling the truth and on a cookie that lets us in, and needs no right
beyond the display's. Our own question is a client too and is left out, as is the server itself.
"""

import re
import socket
import struct
from collections.abc import Mapping
from pathlib import Path

_WAIT = 3.0  # seconds; a server that hangs is no answer
_SCREEN_PART = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")

_PROTOCOL = (11, 0)
_LITTLE_ENDIAN = ord("l")
_COOKIE = b"MIT-MAGIC-COOKIE-1"
_LOCAL, _WILD = 256, 65535  # families in an Xauthority file: this machine, any machine

_QUERY_EXTENSION = 98
_NAME = b"X-Resource"
_QUERY_VERSION, _QUERY_CLIENT_IDS = 0, 4
_VERSION = (1, 2)
_XID, _PID = 1, 2  # the masks of the ids that are asked for
_ACCEPTED = _REPLY = 1
_REPLY_SIZE = 32


class NoAnswer(Exception):
    """The display does not tell who is connected to it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def number(display: str) -> int | None:
    """Return the number of a display of this machine, or None if it is reached by a network."""
    found = _SCREEN_PART.fullmatch(display)
    return int(found[1]) if found else None


def clients(display: str, authority: Path | None) -> tuple[int | None, ...]:
    """Return the process of every client but us, None for one that has none here.

    Raises NoAnswer.
    """
    own = number(display)
    if own is None:
        raise NoAnswer(f"the display {display} is not one of this machine")
    try:
        with _connect(own) as server:
            base = _introduce(server, _cookie(authority, own))
            return _others(_ask(server, _extension(server)), base)
    except OSError as refused:
        reason = (refused.strerror or "it does not answer").lower()
        raise NoAnswer(f"the display {display}: {reason}") from None
    except (struct.error, IndexError):
        raise NoAnswer(f"the display {display}: its answer cannot be read") from None


def authority(environment: Mapping[str, str]) -> Path | None:
    """Return the file that holds the display's cookie, where there may be one."""
    named, home = environment.get("XAUTHORITY"), environment.get("HOME")
    return Path(named) if named else Path(home, ".Xauthority") if home else None


def _connect(display: int) -> socket.socket:
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.settimeout(_WAIT)
    try:
        server.connect(f"/tmp/.X11-unix/X{display}")  # noqa: S108  # where X servers listen
    except OSError:
        server.close()
        raise
    return server


def _introduce(server: socket.socket, cookie: bytes) -> int:
    """Be let in, and return the base of the ids that are ours."""
    name = _COOKIE if cookie else b""
    start = struct.pack("<BxHHHHxx", _LITTLE_ENDIAN, *_PROTOCOL, len(name), len(cookie))
    server.sendall(start + _padded(name) + _padded(cookie))
    head = _exactly(server, 8)
    body = _exactly(server, 4 * struct.unpack("<H", head[6:8])[0])
    if head[0] != _ACCEPTED:
        raise NoAnswer("the X server lets this user in on no cookie that is known (XAUTHORITY)")
    return int(struct.unpack_from("<I", body, 4)[0])


def _extension(server: socket.socket) -> int:
    """Return the number of the X-Resource extension, in a version that knows processes."""
    length = 2 + len(_padded(_NAME)) // 4
    server.sendall(struct.pack("<BxHHxx", _QUERY_EXTENSION, length, len(_NAME)) + _padded(_NAME))
    present, opcode = struct.unpack_from("<BB", _reply(server), 8)
    if not present:
        raise NoAnswer("the X server has no X-Resource extension, which names its clients")
    server.sendall(struct.pack("<BBHBBxx", opcode, _QUERY_VERSION, 2, *_VERSION))
    if struct.unpack_from("<HH", _reply(server), 8) < _VERSION:
        raise NoAnswer("the X server's X-Resource extension is too old to name its clients")
    return int(opcode)


def _ask(server: socket.socket, opcode: int) -> dict[int, int | None]:
    """Return every client's base of ids, and its process."""
    every_client = 0
    server.sendall(
        struct.pack("<BBHIII", opcode, _QUERY_CLIENT_IDS, 4, 1, every_client, _XID | _PID)
    )
    reply = _reply(server)
    found: dict[int, int | None] = {}
    place = _REPLY_SIZE
    for _ in range(struct.unpack_from("<I", reply, 8)[0]):
        client, mask, length = struct.unpack_from("<III", reply, place)
        found.setdefault(client, None)
        if mask == _PID and length:
            found[client] = int(struct.unpack_from("<I", reply, place + 12)[0])
        place += 12 + length
    return found


def _others(found: dict[int, int | None], base: int) -> tuple[int | None, ...]:
    server_itself = 0
    return tuple(pid for client, pid in found.items() if client not in (server_itself, base))


def _reply(server: socket.socket) -> bytes:
    head = _exactly(server, _REPLY_SIZE)
    if head[0] != _REPLY:
        raise NoAnswer("the X server does not say who its clients are")
    return head + _exactly(server, 4 * struct.unpack_from("<I", head, 4)[0])


def _exactly(server: socket.socket, size: int) -> bytes:
    received = bytearray()
    while len(received) < size:
        piece = server.recv(size - len(received))
        if not piece:
            raise NoAnswer("the X server closed the connection")
        received += piece
    return bytes(received)


def _cookie(authority: Path | None, display: int) -> bytes:
    """Return the cookie for a display from an Xauthority file, or nothing."""
    try:
        rest = authority.read_bytes() if authority else b""
    except OSError:
        return b""
    while rest:
        family, rest = struct.unpack(">H", rest[:2])[0], rest[2:]
        (host, numbered, name, data), rest = _fields(rest)
        here = family == _WILD or (family == _LOCAL and host == socket.gethostname().encode())
        if here and numbered in (b"", b"%d" % display) and name == _COOKIE:
            return data
    return b""


def _fields(raw: bytes) -> tuple[list[bytes], bytes]:
    """Take address, display number, name and data, each with its length in front."""
    fields = []
    for _ in range(4):
        length = struct.unpack(">H", raw[:2])[0]
        fields.append(raw[2 : 2 + length])
        raw = raw[2 + length :]
    return fields, raw


def _padded(raw: bytes) -> bytes:
    return raw + bytes(-len(raw) % 4)
