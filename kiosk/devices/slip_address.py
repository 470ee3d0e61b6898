"""Where a slip printer is and what it speaks, out of the URI in the station file.

`escpos://HOST[:PORT]` and `file:///dev/usb/lp0` are receipt printers, `?paper=58` says that theirs
is the narrow one; `ipp://HOST[:PORT]/PATH` is any printer that takes PWG raster.
"""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from kiosk.errors import PrinterAddressWrong
from kiosk.formats import http1
from kiosk.formats.paper import USUAL, Paper, Roll

_PORTS = {"escpos": 9100, "ipp": 631}
_ROLLS = {"80": Roll.MM_80, "58": Roll.MM_58}


@dataclass(frozen=True, slots=True)
class Listener:
    """A printer that listens on the network."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class SlipAddress:
    """`place` is where to connect, or the raw device to open."""

    uri: str
    place: Listener | Path
    paper: Paper

    @property
    def speaks_ipp(self) -> bool:
        return self.uri.startswith("ipp:")


def parse(uri: str) -> SlipAddress:
    """Return what the URI says.

    Raises PrinterAddressWrong if it says nothing that we know.
    """
    try:
        parts = urlsplit(uri)
        match parts.scheme:
            case "file":
                return SlipAddress(uri, _device(parts), _paper(parts.query))
            case "escpos" if parts.path in ("", "/"):
                return SlipAddress(uri, _listener(parts), _paper(parts.query))
            case "ipp" if not parts.query:
                http1.address(uri)  # that no line break can enter a request
                return SlipAddress(uri, _listener(parts), USUAL)
    except ValueError:
        pass
    raise PrinterAddressWrong


def _device(parts: SplitResult) -> Path:
    if parts.netloc or not parts.path.startswith("/dev/") or ".." in parts.path:
        raise PrinterAddressWrong
    return Path(parts.path)


def _listener(parts: SplitResult) -> Listener:
    if not parts.hostname or parts.username is not None:
        raise PrinterAddressWrong
    return Listener(parts.hostname, parts.port or _PORTS[parts.scheme])


def _paper(query: str) -> Paper:
    """Return the paper that `paper=58` or `paper=80` names."""
    name, _, width = query.partition("=")
    if query and (name != "paper" or width not in _ROLLS):
        raise PrinterAddressWrong
    return Paper(_ROLLS[width]) if query else USUAL
