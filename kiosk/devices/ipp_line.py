"""A line to an IPP printer: requests and answers over a connected socket that was given.

The supervisor opens the connection, because a session may open none. A question may be asked again
over a new one; what is printed is sent by the callers, and they send it once.
"""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.errors import PrinterAddressWrong, PrinterLost
from kiosk.formats import http1
from kiosk.formats.ipp_answer import Answer, decode

Reconnect = Callable[[], int | None]

_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds for the next byte of an answer, before the connection counts as lost."""

    answer: float
    document: float  # a printer may take a document as slowly as it prints it


class Line(Protocol):
    """What requests go over: a socket, or what seals it."""

    def settimeout(self, seconds: float | None, /) -> None: ...

    def sendall(self, data: bytes, /) -> None: ...

    def recv(self, size: int, /) -> bytes: ...

    def close(self) -> None: ...


class IppLine:
    """Owns `descriptor` from now on.

    Raises PrinterAddressWrong if `uri` is no ipp URI, or an ipps one without a `pin`: what was to
    be sealed is never sent in clear.

    `reconnect` returns a new connected descriptor, or None if there is none at the moment. With a
    `pin` every connection is sealed, and is to nobody but the printer with that certificate.
    """

    def __init__(
        self,
        descriptor: int,
        uri: str,
        waits: Waits,
        reconnect: Reconnect | None = None,
        pin: bytes | None = None,
    ) -> None:
        self._address = http1.address(uri)
        if uri.startswith("ipps:") != (pin is not None):
            raise PrinterAddressWrong
        self._waits = waits
        self._reconnect = reconnect
        self._pin = pin
        self._number = 0
        self._given: int | None = descriptor
        self._connection: Line | None = None

    @property
    def reconnects(self) -> bool:
        """Whether a lost connection can be opened anew."""
        return self._reconnect is not None

    def ask(self, request: Callable[[int, str], bytes], document: bytes = b"") -> Answer:
        """Return the answer to a request.

        Raises PrinterNotOurs if it is another printer, else PrinterLost; the connection is closed.
        """
        connection = self._connected()
        self._number += 1
        connection.settimeout(self._waits.document if document else self._waits.answer)
        try:
            raw = _exchange(
                connection, self._address, request(self._number, self._address.uri), document
            )
            answer = decode(raw.body)
            if answer.number != self._number:
                raise PrinterLost  # noqa: TRY301 (handled as every other loss)
        except PrinterLost:
            self.close()
            raise
        if not raw.stays_open:
            self.close()
        return answer

    def close(self) -> None:
        """Close the connection, if it is open."""
        if self._given is not None:
            socket.socket(fileno=self._given).close()
            self._given = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _connected(self) -> Line:
        if self._connection is None:
            descriptor, self._given = self._given, None
            if descriptor is None and self._reconnect is not None:
                descriptor = self._reconnect()
            if descriptor is None:
                raise PrinterLost
            self._connection = self._sealed(socket.socket(fileno=descriptor))
        return self._connection

    def _sealed(self, connection: socket.socket) -> Line:
        if self._pin is None:
            return connection
        from kiosk.devices.sealed_line import SealedLine  # noqa: PLC0415  # 5 MB, for some printers

        connection.settimeout(self._waits.answer)
        line = SealedLine(connection)
        try:
            line.open_line(self._pin)
        except PrinterLost:
            line.close()
            raise
        return line


def _exchange(
    connection: Line, address: http1.Address, request: bytes, document: bytes
) -> http1.Answer:
    try:
        connection.sendall(http1.post(address, len(request) + len(document)) + request)
        for at in range(0, len(document), _PIECE):
            connection.sendall(document[at : at + _PIECE])
        return http1.read_answer(lambda: connection.recv(_PIECE))
    except OSError:
        raise PrinterLost from None
