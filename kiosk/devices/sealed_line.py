"""A sealed line: TLS over a connected socket that was given, to one known printer and no other.

TLS is spoken here, in the session, over memory: whoever opened the connection passes on what it
cannot read, and nothing is opened for it. A printer has no name that an authority would vouch for,
so that none is asked; the very certificate is pinned, and not a byte is said before it is seen.
"""

import hashlib
import socket
import ssl

from kiosk.errors import PrinterLost, PrinterNotOurs

_PIECE = 1 << 16


class SealedLine:
    """Owns `connection`; sends and receives as a socket does, once `open_line` has been called."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = _context().wrap_bio(self._incoming, self._outgoing)

    def open_line(self, pin: bytes) -> None:
        """Shake hands, and look whose hand it was.

        Raises PrinterNotOurs if the certificate's SHA-256 is not `pin`, PrinterLost if there is
        nobody who speaks TLS.
        """
        try:
            while not self._shaken():
                self._fill()
        except OSError:  # ssl.SSLError is one
            raise PrinterLost from None
        shown = self._tls.getpeercert(binary_form=True)
        if shown is None or hashlib.sha256(shown).digest() != pin:
            raise PrinterNotOurs

    def settimeout(self, seconds: float | None) -> None:
        """Wait at most so long for the other side to take or give a byte."""
        self._connection.settimeout(seconds)

    def sendall(self, data: bytes) -> None:
        """Send all of `data`. Raises OSError."""
        self._tls.write(data)
        self._flush()

    def recv(self, size: int) -> bytes:
        """Return what has come, b"" at the end. Raises OSError."""
        while True:
            try:
                return self._tls.read(size)
            except ssl.SSLWantReadError:
                self._flush()
                self._fill()
            except ssl.SSLZeroReturnError:
                return b""

    def close(self) -> None:
        """Close the connection without a farewell: all that was awaited has been heard."""
        self._connection.close()

    def _shaken(self) -> bool:
        try:
            self._tls.do_handshake()
        except ssl.SSLWantReadError:
            return False
        finally:
            self._flush()
        return True

    def _fill(self) -> None:
        received = self._connection.recv(_PIECE)
        if received:
            self._incoming.write(received)
        else:
            self._incoming.write_eof()

    def _flush(self) -> None:
        if self._outgoing.pending:
            self._connection.sendall(self._outgoing.read())


def _context() -> ssl.SSLContext:
    """Return how to connect: TLS 1.2 or later, no ticket; a pin, and no authority and no name."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_TICKET | ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
