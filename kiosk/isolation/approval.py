"""Approval: a session's channel to the signer, and the shape of what passes on it.

A request is a staff number, a PIN and, to have something signed, a digest; for an exception a
second person's number and PIN stand before the digest. An answer is one byte or a signature. There
is no room for a name in either direction, so neither side can leak one.
"""

import socket
import struct

from kiosk.errors import NotADigest, SignerLost

CHECK = struct.Struct(">H16s")  # staff number, PIN as ASCII padded with zero bytes
SIGN = struct.Struct(">H16s32s")  # the same, and the digest to be signed
SIGN_BY_TWO = struct.Struct(">H16sH16s32s")  # the same, with a second person before the digest
DIGEST_LENGTH = 32
SIGNATURE_LENGTH = 64
MOST_CARDS = 4  # that one session may have signed: a family's, each approved anew
RIGHT = b"\xff"  # the PIN is right; any other single byte is the number of tries left

_NOBODY, _NO_PIN = 0, b""  # what cannot be asked is asked of nobody: wrong, and it costs a try
_PIN_LENGTH = 16
_WITHIN = 10.0  # seconds; an answer takes about 0.2 a PIN


class Approval:
    """One channel to the signer: any number of checks, then one signature. Calls wait."""

    def __init__(self, descriptor: int) -> None:
        self._end = socket.socket(fileno=descriptor)
        self._end.settimeout(_WITHIN)

    def check(self, number: int, pin: str) -> int | None:
        """Return None if this is the clerk's PIN, or else the tries left; 0 ends the channel.

        Raises SignerLost if the signer is gone or says anything else.
        """
        answer = self._ask(bytearray(CHECK.pack(*_who(number, pin))))
        return None if answer == RIGHT else _tries_left(answer)

    def sign(
        self, number: int, pin: str, digest: bytes, second: tuple[int, str] | None = None
    ) -> bytes | int:
        """Return the signature, 64 bytes, or the tries left; a signature and 0 end the channel.

        With a `second` person's number and PIN both PINs must be right, and of two people.

        Raises SignerLost if the signer is gone, refuses, or says anything else; NotADigest if
        `digest` is not 32 bytes.
        """
        if len(digest) != DIGEST_LENGTH:
            raise NotADigest
        first = _who(number, pin)
        if second is None:
            request = SIGN.pack(*first, digest)
        else:
            request = SIGN_BY_TWO.pack(*first, *_who(*second), digest)
        answer = self._ask(bytearray(request))
        return answer if len(answer) == SIGNATURE_LENGTH else _tries_left(answer)

    def close(self) -> None:
        self._end.close()

    def _ask(self, request: bytearray) -> bytes:
        try:
            self._end.send(request)
            return self._end.recv(SIGNATURE_LENGTH + 1)
        except OSError:
            raise SignerLost from None
        finally:
            request[:] = bytes(len(request))


def _who(number: int, pin: str) -> tuple[int, bytes]:
    fits = number in range(1 << 16) and pin.isascii() and len(pin) <= _PIN_LENGTH
    return (number, pin.encode("ascii")) if fits else (_NOBODY, _NO_PIN)


def _tries_left(answer: bytes) -> int:
    if len(answer) != 1 or answer == RIGHT:
        raise SignerLost
    return answer[0]
