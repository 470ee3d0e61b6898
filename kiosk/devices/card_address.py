"""Where the card printer is and how it is reached, out of its URI.

`ipp://HOST[:PORT]/PATH` is a printer of this machine, `ipps://HOST[:PORT]/PATH?pin=sha256-HEX` one
on the network whose certificate is known; `raw:///dev/usb/lp0` or `raw://HOST[:PORT]` takes its own
language; `filter:` is the same behind its maker's driver; `cups:///QUEUE` is a print server's
queue. `?profile=NAME` says which model it is.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, urlsplit

from kiosk.devices.place import Place, device, listener
from kiosk.errors import PrinterAddressWrong
from kiosk.formats import http1

CUPS_SOCKET = Path("/run/cups/cups.sock")

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_QUEUE = re.compile(r"/([A-Za-z0-9_.-]{1,127})")
_PIN = re.compile(r"sha256-([0-9a-fA-F]{64})")
_KNOWN = frozenset({"pin", "profile"})


class Way(StrEnum):
    """How the card travels; the value is the URI's scheme."""

    IPP = "ipp"
    IPPS = "ipps"
    RAW = "raw"
    FILTER = "filter"
    CUPS = "cups"


_PORTS = {Way.IPP: 631, Way.IPPS: 631, Way.RAW: 9100, Way.FILTER: 9100}
_PROFILES = {Way.IPP: "ipp", Way.IPPS: "ipp", Way.CUPS: "cups"}


@dataclass(frozen=True, slots=True)
class CardAddress:
    """`place` is where to connect, or what to open; `uri` is what an IPP printer is called.

    `pin` is the SHA-256 of the certificate that an `ipps` printer must show. `profile` is empty
    where the URI names none and its way has no usual one.
    """

    way: Way
    uri: str
    place: Place
    profile: str
    pin: bytes | None = None

    @property
    def only_here(self) -> bool:
        """Whether the card travels in clear, so that it may not leave this machine."""
        return self.way is not Way.IPPS


def parse(uri: str) -> CardAddress:
    """Return what the URI says. Raises PrinterAddressWrong if it says nothing that we know."""
    try:
        parts = urlsplit(uri)
        way = Way(parts.scheme)
        place = _place(way, parts)
        said = _query(parts.query)
    except ValueError:
        raise PrinterAddressWrong from None
    pin = _PIN.fullmatch(said.get("pin", ""))
    if (way is Way.IPPS) != (pin is not None) or ("pin" in said and pin is None):
        raise PrinterAddressWrong
    digest = None if pin is None else bytes.fromhex(pin[1])
    return CardAddress(way, _called(way, uri, parts), place, _profile(way, said), digest)


def with_profile(uri: str, profile: str) -> str:
    """Return `uri` with the name of a profile; it wins over one that is there."""
    bare, _, query = uri.partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith("profile=")]
    return f"{bare}?{'&'.join([*kept, f'profile={profile}'])}"


def _place(way: Way, parts: SplitResult) -> Place:
    if parts.username is not None or parts.fragment:
        raise PrinterAddressWrong
    if way is Way.CUPS:
        if parts.netloc or _QUEUE.fullmatch(parts.path) is None:
            raise PrinterAddressWrong
        return CUPS_SOCKET
    if way in (Way.RAW, Way.FILTER) and not parts.netloc:
        return device(parts)
    if way in (Way.RAW, Way.FILTER) and parts.path not in ("", "/"):
        raise PrinterAddressWrong
    return listener(parts, _PORTS[way])


def _query(query: str) -> dict[str, str]:
    pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=True) if query else []
    said = dict(pairs)
    if len(said) < len(pairs) or not said.keys() <= _KNOWN:
        raise PrinterAddressWrong
    return said


def _profile(way: Way, said: dict[str, str]) -> str:
    name = said.get("profile")
    if name is None:
        return _PROFILES.get(way, "")
    if _NAME.fullmatch(name) is None:
        raise PrinterAddressWrong
    return name


def _called(way: Way, uri: str, parts: SplitResult) -> str:
    """Return the URI that a request names; one of IPP is checked to hold no line break."""
    bare = uri.partition("?")[0]
    if way is Way.CUPS:
        bare = f"ipp://localhost/printers{parts.path}"
    if way in (Way.IPP, Way.IPPS, Way.CUPS):
        http1.address(bare)
    return bare
