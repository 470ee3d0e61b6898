"""Channel: everything that may pass between a session and the supervisor, one byte at a time.

A message is one byte on a `SOCK_SEQPACKET` pair, so that the supervisor cannot learn a name: no
message has room for one. Descriptors travel from the supervisor to the session only. The supervisor
reads two bytes and takes any length but one, and any descriptor, as a reason to kill the sender.
"""

import os
import socket
from dataclasses import dataclass
from enum import IntEnum


class Say(IntEnum):
    """From a session to the supervisor."""

    READY = ord("r")  # warm and waiting
    PAINTED = ord("p")  # the first page is on the screen
    PONG = ord("h")
    # What the session needs from outside.
    PRINTER = ord("P")
    CAMERA = ord("C")
    SIGNER = ord("S")
    SLIP = ord("T")  # the slip printer
    SIGHT = ord("V")  # what looks at pictures, once
    # A blank: opened before the first byte leaves, settled once by what a person saw.
    OPENED = ord("o")
    GOOD = ord("g")  # the card was seen, and its code read back: issued
    VOUCHED = ord("w")  # the card was seen, and a clerk's word had to do: issued
    SPOILED = ord("s")
    UNUSED = ord("u")
    TAKEN = ord("t")  # the card is in the resident's hand
    # A clerk is wanted, or no longer.
    CALL = ord("!")
    CALL_OVER = ord("-")
    # Endings.
    ISSUED = ord("I")
    ERASED = ord("E")
    IDLE = ord("L")
    PANIC = ord("N")
    MISPRINT = ord("M")
    REFUSED = ord("X")  # the clerk said "not today", or no card can be made of the answers


class Tell(IntEnum):
    """From the supervisor to a session."""

    SHOW = ord("s")
    SHOW_LOOK = ord("l")  # show only "call a clerk: look in the printer"
    PING = ord("h")
    PRINTER = ord("P")  # with a descriptor
    NO_PRINTER = ord("p")
    CAMERA = ord("C")  # with a descriptor
    NO_CAMERA = ord("c")
    SIGNER = ord("S")  # with a descriptor
    NO_SIGNER = ord("x")
    SLIP = ord("T")  # with a descriptor
    NO_SLIP = ord("t")
    SIGHT = ord("V")  # with a descriptor
    NO_SIGHT = ord("v")
    BOOKED = ord("b")  # the blank is booked as opened: the first byte may leave
    SHOW_LEFT = ord("L")  # show only "call a clerk: a card may have been left"


ENDINGS = frozenset({Say.ISSUED, Say.ERASED, Say.IDLE, Say.PANIC, Say.MISPRINT, Say.REFUSED})

# Between the supervisor and a wiper.
WIPER_READY = b"r"
WIPE = WIPED = b"w"

# A fault in the program is told by the class of the exception, which is one of these or "another".
FAULTS = (
    "another", "ArithmeticError", "AssertionError", "AttributeError", "EOFError", "ImportError",
    "IndexError", "KeyError", "LookupError", "MemoryError", "ModuleNotFoundError", "NameError",
    "NotImplementedError", "OSError", "OverflowError", "RecursionError", "RuntimeError",
    "StopIteration", "SystemError", "TypeError", "UnboundLocalError", "UnicodeError", "ValueError",
    "ZeroDivisionError", "PermissionError", "TimeoutError", "BrokenPipeError", "FileNotFoundError",
    "ConnectionResetError", "BlockingIOError", "KioskError", "error",
)  # fmt: skip
_FAULT_BASE = 0x80


@dataclass(frozen=True, slots=True)
class Fault:
    """A bug ended the session; nothing about it leaves but the name of the exception's class."""

    name: str


class Broken(Exception):
    """The other side sent what no message is: it is not to be trusted any longer."""


def fault_byte(kind: type[BaseException]) -> bytes:
    """Return the one byte that names the class of an exception, or the nearest base it has."""
    names = (base.__name__ for base in kind.__mro__)
    place = next((FAULTS.index(name) for name in names if name in FAULTS), 0)
    return bytes([_FAULT_BASE + place])


def pair() -> tuple[socket.socket, socket.socket]:
    """Return a connected pair that keeps message boundaries; both ends close on exec."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


class SupervisorEnd:
    """The supervisor's end of the channel to one session. It never waits."""

    def __init__(self, end: socket.socket) -> None:
        end.setblocking(False)
        self._end = end

    def fileno(self) -> int:
        return self._end.fileno()

    def tell(self, message: Tell, descriptor: int | None = None) -> None:
        """Send one byte, and a descriptor if given. A dead or stuffed session is not waited for."""
        try:
            if descriptor is None:
                self._end.send(bytes([message]))
            else:
                socket.send_fds(self._end, [bytes([message])], [descriptor])
        except OSError:
            pass  # its death is told by its pidfd, its silence by the watchdog

    def hear(self) -> Say | Fault | None:
        """Return the next message, or None when the session has closed its end.

        Raises Broken if it is not one known byte, or if a descriptor came with it.
        """
        try:
            raw, ancillary, flags, _ = self._end.recvmsg(2)
        except BlockingIOError:
            raise
        except OSError:
            return None
        if ancillary or flags & socket.MSG_CTRUNC or len(raw) > 1:
            raise Broken
        return _read(raw[0]) if raw else None

    def close(self) -> None:
        self._end.close()


class SessionEnd:
    """The session's end of the channel."""

    def __init__(self, descriptor: int) -> None:
        self._end = socket.socket(fileno=descriptor)

    def fileno(self) -> int:
        return self._end.fileno()

    def say(self, message: Say) -> None:
        """Send one byte; without a supervisor there is no session."""
        self._send(bytes([message]))

    def confess(self, kind: type[BaseException]) -> None:
        """Send the one byte that names the class of the exception that ends this session."""
        self._send(fault_byte(kind))

    def hear(self) -> tuple[Tell, int | None] | None:
        """Return the next message and its descriptor, or None if there is none yet.

        Exits at once when the supervisor is gone.
        """
        try:
            raw, descriptors, _, _ = socket.recv_fds(self._end, 1, 1, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return None
        except OSError:
            os._exit(0)
        if not raw:
            os._exit(0)
        return Tell(raw[0]), (descriptors[0] if descriptors else None)

    def close(self) -> None:
        self._end.close()

    def _send(self, raw: bytes) -> None:
        try:
            self._end.send(raw)
        except OSError:
            os._exit(0)


def _read(byte: int) -> Say | Fault:
    if byte >= _FAULT_BASE:
        if byte - _FAULT_BASE >= len(FAULTS):
            raise Broken
        return Fault(FAULTS[byte - _FAULT_BASE])
    try:
        return Say(byte)
    except ValueError:
        raise Broken from None
