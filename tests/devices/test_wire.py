import os
import socket
import struct

import pytest

from kiosk.devices.wire import Wire
from kiosk.errors import PrinterLost

NO_LINGER = struct.pack("ii", 1, 0)


def connected() -> tuple[Wire, socket.socket]:
    """Return a wire as the supervisor hands it over, and the printer's end of it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ours = socket.create_connection(listener.getsockname())
        printer, _ = listener.accept()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
    return Wire(ours.detach()), printer


def read_to_the_end(line: socket.socket) -> bytes:
    """Return what came before a regular end."""
    raw = b""
    while more := line.recv(100):
        raw += more
    return raw


def test_what_was_sent_is_delivered_before_the_end() -> None:
    wire, printer = connected()
    with printer:
        assert wire.send(b"a slip", 1.0)
        wire.close(deliver=True)
        assert read_to_the_end(printer) == b"a slip"


def test_what_is_not_to_be_delivered_is_broken_off() -> None:
    wire, printer = connected()
    with printer:
        assert wire.send(b"half a slip", 1.0)
        wire.close(deliver=False)
        with pytest.raises(ConnectionResetError):
            read_to_the_end(printer)


def test_who_says_nothing_is_not_waited_for() -> None:
    wire, printer = connected()
    with printer:
        assert wire.receive(0.01) == b""
        printer.send(b"yes")
        assert wire.receive(1.0) == b"yes"
        wire.close(deliver=False)


def test_who_has_hung_up_is_lost() -> None:
    wire, printer = connected()
    printer.close()
    with pytest.raises(PrinterLost):
        wire.receive(1.0)
    wire.close(deliver=False)


def test_a_device_that_cannot_be_read_is_silent_and_not_lost() -> None:
    reading, writing = os.pipe()
    wire = Wire(writing)
    os.close(reading)
    assert wire.receive(0.01) == b""
    with pytest.raises(PrinterLost):
        wire.send(b"a slip", 1.0)
    wire.close(deliver=True)


def test_a_wire_may_be_closed_twice() -> None:
    wire, printer = connected()
    with printer:
        wire.close(deliver=True)
        wire.close(deliver=True)
