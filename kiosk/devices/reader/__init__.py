"""The reader: from a picture of a paper to what is printed on it for machines.

Runs in a sealed process of its own and knows nothing of the session, which sees the values below.
It says what was read and nothing of what it means: `kiosk.formats` takes the text apart.
"""

from collections.abc import Callable, Iterator
from typing import Protocol

from kiosk.devices.reader.barcodes import Symbology, read_barcodes
from kiosk.devices.reader.stripes import Grey
from kiosk.formats import aamva, cwt
from kiosk.formats.look import Reading, ReadingKind


class Zone(Protocol):
    """A machine-readable zone that was read, as its lines."""

    @property
    def lines(self) -> tuple[str, ...]: ...


ZoneReader = Callable[[Grey], Zone | None]


def no_zone(_grey: Grey) -> None:
    """Read no zone, for who looks for codes alone."""


def read(grey: Grey, read_zone: ZoneReader = no_zone) -> tuple[Reading, ...]:
    """Return what can be read in a grey picture: its codes, or else its machine-readable zone."""
    return tuple(_codes(grey)) or tuple(_zones(grey, read_zone))


def _codes(grey: Grey) -> Iterator[Reading]:
    """Yield the codes that belong to papers; a boarding pass and a web address do not."""
    for code in read_barcodes(grey):
        if code.symbology is Symbology.PDF417 and aamva.parse(code.payload):
            yield Reading(ReadingKind.AAMVA, code.payload)
        if code.symbology is Symbology.QR and cwt.decode(code.payload.decode("latin-1")):
            yield Reading(ReadingKind.CARD, code.payload)


def _zones(grey: Grey, read_zone: ZoneReader) -> Iterator[Reading]:
    zone = read_zone(grey)
    if zone:
        yield Reading(ReadingKind.MRZ, "\n".join(zone.lines).encode("ascii"))
