"""A wire to a printer that speaks first and listens a little: a stream socket or a raw device.

Wraps a descriptor that was given, and never opens one. Nothing here waits for ever.
"""

import os
import select
import socket
import struct
from contextlib import suppress

from kiosk.errors import PrinterLost

_PIECE = 1 << 14
_LET_GO_WITHIN = 5  # seconds
_LINGER = struct.pack("ii", 1, _LET_GO_WITHIN)


class Wire:
    """Owns `descriptor` from now on. It comes with SO_LINGER {1,0}: what is unsent is dropped."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._connection = _connection(descriptor)
        os.set_blocking(descriptor, False)

    def send(self, data: bytes, patience: float) -> bool:
        """Send all of `data`; False if nothing was taken for `patience` seconds.

        Raises PrinterLost if there is nobody.
        """
        left = memoryview(data)
        while left:
            if not self._wait(select.POLLOUT, patience):
                return False
            try:
                left = left[os.write(self._descriptor, left[:_PIECE]) :]
            except BlockingIOError:
                continue
            except OSError:
                raise PrinterLost from None
        return True

    def receive(self, patience: float) -> bytes:
        """Return what has come, b"" if nothing comes for `patience` seconds.

        Raises PrinterLost if the other side has closed; a raw device may be deaf, not lost.
        """
        if not self._wait(select.POLLIN, patience):
            return b""
        try:
            raw = os.read(self._descriptor, _PIECE)
        except BlockingIOError:
            return b""
        except OSError:
            raw = b""
        if not raw and self._connection is not None:
            raise PrinterLost
        return raw

    def close(self, *, deliver: bool) -> None:
        """Close; with `deliver` the kernel first brings out what was sent, for some seconds."""
        if self._descriptor < 0:
            return
        if deliver and self._connection is None:
            # A driver takes back what it still has when its device is closed (usblp).
            self._wait(select.POLLOUT, _LET_GO_WITHIN)
        self._descriptor, descriptor = -1, self._descriptor
        if self._connection is None:
            os.close(descriptor)
            return
        if deliver:
            self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)
        with suppress(OSError):  # the other side may have hung up
            self._connection.close()

    def _wait(self, event: int, patience: float) -> bool:
        poll = select.poll()
        poll.register(self._descriptor, event)
        return bool(poll.poll(patience * 1000))


def _connection(descriptor: int) -> socket.socket | None:
    """Return the socket that this is, None if it is a device; a sealed process has no fstat."""
    try:
        return socket.socket(fileno=descriptor)
    except OSError:
        return None
