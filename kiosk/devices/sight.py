"""A session's sight: asks the process that looks at pictures, over a descriptor that it is given.

That process is there for advice. It may be slow, wrong, dead or in a stranger's hand, and none of
it may end the session: whatever goes wrong, the sight is lost, every answer is None from then on,
and the session goes on without. Calls wait for the answer, so they are made in a thread at work.
"""

import contextlib
import socket
import threading
import time

from kiosk.errors import NotAPicture, SightLost
from kiosk.formats import look
from kiosk.formats.look import Box, Reading, ReadingKind, Wish

__all__ = ["Box", "Reading", "ReadingKind", "Sight"]

PATIENCE = 5.0  # seconds: to start takes half of one, on a busy machine more


class Sight:
    """What looks at this session's pictures; it owns the descriptor of a stream socket."""

    def __init__(self, descriptor: int, patience: float = PATIENCE) -> None:
        self._end = socket.socket(fileno=descriptor)
        self._patience = patience
        self._asking = threading.Lock()
        self._lost = False

    def faces(self, width: int, height: int, grey: bytes) -> tuple[Box, ...] | None:
        """Return the faces in a picture, None when the sight is lost. Raises NotAPicture.

        `grey` has a byte a pixel, in rows from the top.
        """
        try:
            raw = self._ask(Wish.FACES, width, height, grey)
            return look.decode_faces(raw, width, height)
        except SightLost:
            self.close()
            return None

    def read(self, width: int, height: int, grey: bytes) -> tuple[Reading, ...] | None:
        """Return what can be read in a picture, None when the sight is lost. Raises NotAPicture."""
        try:
            return look.decode_readings(self._ask(Wish.READ, width, height, grey))
        except SightLost:
            self.close()
            return None

    def close(self) -> None:
        """Look no more. Waits for nobody: a call in another thread returns None soon."""
        self._lost = True
        with contextlib.suppress(OSError):
            self._end.shutdown(socket.SHUT_RDWR)  # wakes who waits for it
        self._let_go()

    def _ask(self, wish: Wish, width: int, height: int, grey: bytes) -> bytes:
        """Return the body of the answer. Raises SightLost, NotAPicture."""
        if not look.is_picture(width, height, grey):
            raise NotAPicture
        with self._asking:
            if self._lost:
                raise SightLost
            try:
                return self._exchange(look.request(wish, width, height), grey)
            except OSError:
                raise SightLost from None

    def _exchange(self, head: bytes, grey: bytes) -> bytes:
        latest = time.monotonic() + self._patience
        for piece in (head, grey):
            self._wait_until(latest)
            self._end.sendall(piece)
        length = look.decode_length(self._receive(look.LENGTH.size, latest))
        return self._receive(length, latest)

    def _receive(self, length: int, latest: float) -> bytes:
        received = b""
        while len(received) < length:
            self._wait_until(latest)
            piece = self._end.recv(length - len(received))
            if not piece:
                raise SightLost
            received += piece
        return received

    def _wait_until(self, latest: float) -> None:
        left = latest - time.monotonic()
        if left <= 0:
            raise SightLost
        self._end.settimeout(left)

    def _let_go(self) -> None:
        """Close the descriptor, unless a thread still uses it: that thread comes here itself."""
        if self._asking.acquire(blocking=False):
            self._end.close()
            self._asking.release()
