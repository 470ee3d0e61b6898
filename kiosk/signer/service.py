"""Service: the signer's one loop. It answers the supervisor's pings and the sessions' requests.

What may be asked is in `kiosk.isolation.approval`; whatever else comes ends the channel without a
word. One approval, one signature: each ends its channel and takes a PIN anew. A session is known by
its ordinal alone, and one ordinal gets at most four signatures, a family's, and three wrong tries,
however many channels it is given; one PIN is a try, and so are the two of an exception. Nothing
about a request is kept but these two counts.
"""

import contextlib
import selectors
import socket
import struct
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kiosk.isolation import approval
from kiosk.signer import staff
from kiosk.signer.staff import Staff

TRIES = 3

_PING = b"p"
_OPEN = b"c"
_CHANNEL = struct.Struct(">cI")  # _OPEN and the ordinal of the session that gets the other end
_LOCKED_OUT = b"\0"
_NO_ANSWER = b""
# How many people stand in a request, by its length; what follows them is the digest.
_PEOPLE = {approval.CHECK.size: 1, approval.SIGN.size: 1, approval.SIGN_BY_TWO.size: 2}

Sign = Callable[[bytes], bytes]


@dataclass(slots=True)
class Allowance:
    """What one session may still do."""

    tries_left: int = TRIES
    signatures: int = 0


class Service:
    """Serves until the supervisor closes the control channel, or says what it may not."""

    def __init__(self, control: socket.socket, people: Staff, sign: Sign) -> None:
        self._control = control
        self._staff = people
        self._sign = sign
        self._allowances: defaultdict[int, Allowance] = defaultdict(Allowance)
        self._selector = selectors.DefaultSelector()
        self._selector.register(control, selectors.EVENT_READ, self._hear_supervisor)

    def serve(self) -> None:
        """Answer until the supervisor is gone."""
        while all(key.data() for key, _ in self._selector.select()):
            pass

    def _hear_supervisor(self) -> bool:
        """Take one message; False if there will be no other, or if it is none that may be sent."""
        try:
            raw, descriptors, _, _ = socket.recv_fds(self._control, _CHANNEL.size + 1, 2)
        except OSError:
            return False
        channels = [socket.socket(fileno=descriptor) for descriptor in descriptors]
        if raw == _PING and not channels:
            return self._pong()
        if len(raw) != _CHANNEL.size or raw[:1] != _OPEN or len(channels) != 1:
            return False
        _, ordinal = _CHANNEL.unpack(raw)
        self._open(channels[0], self._allowances[ordinal])
        return True

    def _pong(self) -> bool:
        try:
            return self._control.send(_PING) == len(_PING)
        except OSError:
            return False

    def _open(self, channel: socket.socket, allowance: Allowance) -> None:
        channel.setblocking(False)
        hear = partial(self._hear_session, channel, allowance)
        self._selector.register(channel, selectors.EVENT_READ, hear)

    def _hear_session(self, channel: socket.socket, allowance: Allowance) -> bool:
        """Take one request and answer it; True, because the signer serves on whatever came."""
        request = bytearray(max(_PEOPLE) + 1)  # one more, so that a longer one is seen
        answer = _NO_ANSWER
        try:
            length = channel.recv_into(request)
            answer = self._answer(memoryview(request)[:length], allowance)
        except OSError:
            pass  # the session is gone
        finally:
            request[:] = bytes(len(request))
        self._reply(channel, answer)
        return True

    def _answer(self, request: memoryview, allowance: Allowance) -> bytes:
        if len(request) not in _PEOPLE:
            return _NO_ANSWER
        end = _PEOPLE[len(request)] * approval.CHECK.size
        people, digest = request[:end], bytes(request[end:])
        if digest and allowance.signatures == approval.MOST_CARDS:
            return _NO_ANSWER
        if not allowance.tries_left:
            return _LOCKED_OUT
        if not self._all_right(people):
            allowance.tries_left -= 1
            return bytes([allowance.tries_left])
        if not digest:
            return approval.RIGHT
        allowance.signatures += 1
        return self._sign(digest)

    def _all_right(self, people: memoryview) -> bool:
        """Return whether each PIN is right and nobody stands there twice.

        Every PIN is checked, also after a wrong one, so that time does not tell which was wrong.
        """
        # The PIN's copies are freed at once; the allocator of a child overwrites what is freed.
        checked = [
            (number, staff.check(self._staff, number, pin.rstrip(b"\0")))
            for number, pin in approval.CHECK.iter_unpack(people)
        ]
        return all(right for _, right in checked) and len(dict(checked)) == len(checked)

    def _reply(self, channel: socket.socket, answer: bytes) -> None:
        """Send the answer; only "right" and "so many tries left" leave the channel open."""
        with contextlib.suppress(OSError):  # a session that died needs no answer
            if answer:
                channel.send(answer)
        if len(answer) != 1 or answer == _LOCKED_OUT:
            self._selector.unregister(channel)
            channel.close()
