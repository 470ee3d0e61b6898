"""Service: answers one session, a picture at a time, and forgets each before it answers.

Every picture is received into the same room, and is overwritten there when it has been looked at.
"""

import socket
from collections.abc import Callable, Sequence

import numpy as np

from kiosk.errors import SightLost
from kiosk.formats import look
from kiosk.formats.look import Box, Reading, Request, Wish
from kiosk.sight.faces import Picture

Find = Callable[[Picture], Sequence[Box]]
Read = Callable[[Picture], Sequence[Reading]]


class Service:
    """Serves one session over a stream socket."""

    def __init__(self, session: socket.socket, find: Find, read: Read) -> None:
        self._session = session
        self._find = find
        self._read = read
        self._room = memoryview(bytearray(look.LONGEST_SIDE**2))

    def serve(self) -> None:
        """Answer until the session has closed its end. Raises SightLost, OSError."""
        head = bytearray(look.HEAD.size)
        while True:
            self._receive(memoryview(head))
            request = look.decode_request(head)
            self._session.sendall(self._answer(request))

    def close(self) -> None:
        """Let the session know that it gets no answer any more."""
        self._session.close()

    def _answer(self, request: Request) -> bytes:
        room = self._room[: request.pixels]
        pixels = np.frombuffer(room, np.uint8)
        try:
            self._receive(room)
            return self._look(request.wish, pixels.reshape(request.height, request.width))
        finally:
            pixels.fill(0)

    def _look(self, wish: Wish, picture: Picture) -> bytes:
        match wish:
            case Wish.FACES:
                return look.faces(self._find(picture))
            case Wish.READ:
                return look.readings(self._read(picture))

    def _receive(self, room: memoryview) -> None:
        """Fill `room`. Raises SightLost when the session sends no more."""
        filled = 0
        while filled < len(room):
            received = self._session.recv_into(room[filled:])
            if not received:
                raise SightLost
            filled += received
