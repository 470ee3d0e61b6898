"""Where a slip printer is and what it speaks, out of the URI in the station file.

`escpos://HOST[:PORT]` and `file:///dev/usb/lp0` are receipt printers, `?paper=58` says that theirs
is the narrow one; `ipp://HOST[:PORT]/PATH` is any printer that takes PWG raster.
"""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from kiosk.formats.paper import Paper, Roll

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


def parse(uri: str) -> SlipAddress | None:
    """Return what the URI says, None if it says nothing that we know."""
    try:
        parts = urlsplit(uri)
        port = parts.port
    except ValueError:
        return None
    paper = _paper(parts.query)
    if paper is None or parts.fragment or parts.username is not None:
        return None
    if parts.scheme == "file" and not parts.netloc and parts.path.startswith("/dev/"):
        return SlipAddress(uri, Path(parts.path), paper)
    right = parts.path in ("", "/") if parts.scheme == "escpos" else parts.path and not parts.query
    if parts.scheme not in _PORTS or not parts.hostname or not right:
        return None
    return SlipAddress(uri, Listener(parts.hostname, port or _PORTS[parts.scheme]), paper)


def _paper(query: str) -> Paper | None:
    said = parse_qs(query, keep_blank_values=True)
    widths = said.pop("paper", ["80"])
    if said or len(widths) != 1 or widths[0] not in _ROLLS:
        return None
    return Paper(_ROLLS[widths[0]])
