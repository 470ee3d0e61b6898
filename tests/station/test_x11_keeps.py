"""What an X server keeps of a client that is gone: measured, since no wall of ours can change it.

A sealed session must be able to draw, so that its connection stays, and whatever an attacker in it
sends there is not seen by any filter. See docs/decisions/display.md.
"""

# ruff: noqa: E501 - one line each

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tests.station.runs import x_server
from tests.station.x11 import Client

NAME = "Lumi Examplova"
_LOOKS = 200  # far more than it takes the server to notice that a client is gone
_RETAIN = 1  # RetainPermanent


@dataclass(frozen=True)
class Trace:
    """A way to leave something, and how another client finds it afterwards."""

    name: str
    leave: Callable[[Client], None]
    find: Callable[[Client], object]


def _atom(client: Client) -> None:
    client.atom(NAME)


def _root_property(client: Client) -> None:
    head = struct.pack("<IIIBxxxI", client.root, client.atom("KIOSK"), 31, 8, len(NAME))
    client.tell(18, 0, head + NAME.encode())


def _retained_window(client: Client) -> None:
    client.tell(112, _RETAIN)
    client.make_window()


def _window(client: Client) -> None:
    client.make_window()


def _selection(client: Client) -> None:
    client.own_selections()


def _number(opcode: int, shape: str, place: int) -> Callable[[Client], int]:
    def find(client: Client) -> int:
        body = struct.pack("<I", client.root) if opcode == 38 else b""
        reply = client.ask(opcode, 0, body)
        assert reply is not None
        return int(struct.unpack_from(shape, reply, place)[0])

    return find


def _keyboard(client: Client) -> bytes | None:
    reply = client.ask(101, 0, struct.pack("<BB", 200, 1))
    return None if reply is None else reply[32:36]


KEPT = (
    Trace("a name that was asked for", _atom, lambda client: NAME in client.atoms()),
    Trace("a property of the root window", _root_property,
          lambda client: client.properties(client.root).get("KIOSK")),
    Trace("a window that was to be kept", _retained_window,
          lambda client: len(list(client.windows()))),
    Trace("what a key means", lambda client: client.tell(100, 1, struct.pack("<BBxxI", 200, 1, 77)),
          _keyboard),
    Trace("the order of the buttons", lambda client: client.tell(116, 10, bytes([3, 2, 1, *range(4, 11)])),
          _number(117, "<B", 32)),
    Trace("the pitch of the bell", lambda client: client.tell(102, 0, struct.pack("<II", 4, 777)),
          _number(103, "<H", 14)),
    Trace("the speed of the pointer", lambda client: client.tell(105, 0, struct.pack("<hhhBB", 7, 3, 4, 1, 1)),
          _number(106, "<H", 8)),
    Trace("where the pointer is", lambda client: client.tell(41, 0, struct.pack("<IIhhHHhh", 0, client.root, 0, 0, 0, 0, 77, 55)),
          _number(38, "<h", 16)),
    Trace("when the screen saver comes", lambda client: client.tell(107, 0, struct.pack("<hhBBxx", 777, 5, 1, 1)),
          _number(108, "<H", 8)),
    Trace("who may connect", lambda client: client.tell(109, 0, struct.pack("<BxH4B", 0, 4, 10, 76, 117, 109)),
          _number(110, "<H", 8)),
)  # fmt: skip
GONE = (
    Trace("a window", _window, lambda client: len(list(client.windows()))),
    Trace("who owns a selection", _selection, lambda client: client.owners()["PRIMARY"]),
)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with x_server("800x600") as name:
        yield name


def _left(trace: Trace, display: str) -> Iterator[object]:
    """Yield what is found before, while the client is there, and again and again when it is not."""
    with Client(display) as other:
        yield trace.find(other)
        with Client(display) as client:
            trace.leave(client)
            client.wait()
            yield trace.find(other)
        for _ in range(_LOOKS):
            yield trace.find(other)


@pytest.mark.parametrize("trace", KEPT, ids=lambda trace: trace.name)
def test_is_kept_when_its_client_is_gone(trace: Trace, display: str) -> None:
    before, *found = _left(trace, display)
    assert before != found[0]
    assert set(found) == {found[0]}


@pytest.mark.parametrize("trace", GONE, ids=lambda trace: trace.name)
def test_goes_with_its_client(trace: Trace, display: str) -> None:
    before, while_there, *found = _left(trace, display)
    assert before != while_there
    assert found[-1] == before
