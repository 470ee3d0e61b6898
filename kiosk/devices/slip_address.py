"""Where a slip printer is and what it speaks, out of the URI in the station file.

`escpos://HOST[:PORT]` and `file:///dev/usb/lp0` are receipt printers, `?paper=58` says that theirs
is the narrow one; `ipp://HOST[:PORT]/PATH` is any printer that takes PWG raster.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from kiosk.devices.place import Place, device, listener
from kiosk.errors import PrinterAddressWrong
from kiosk.formats import http1
from kiosk.formats.paper import USUAL, Paper, Roll

_PORTS = {"escpos": 9100, "ipp": 631}
_ROLLS = {"80": Roll.MM_80, "58": Roll.MM_58}


@dataclass(frozen=True, slots=True)
class SlipAddress:
    """`place` is where to connect, or the raw device to open."""

    uri: str
    place: Place
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
                return SlipAddress(uri, device(parts), _paper(parts.query))
            case "escpos" if parts.path in ("", "/"):
                return SlipAddress(uri, listener(parts, _PORTS[parts.scheme]), _paper(parts.query))
            case "ipp" if not parts.query:
                http1.address(uri)  # that no line break can enter a request
                return SlipAddress(uri, listener(parts, _PORTS[parts.scheme]), USUAL)
    except ValueError:
        pass
    raise PrinterAddressWrong


def _paper(query: str) -> Paper:
    """Return the paper that `paper=58` or `paper=80` names."""
    name, _, width = query.partition("=")
    if query and (name != "paper" or width not in _ROLLS):
        raise PrinterAddressWrong
    return Paper(_ROLLS[width]) if query else USUAL
