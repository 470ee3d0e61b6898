"""Training: what a station is made of when there is no station file. Nothing it makes is valid.

The key pair and the clerk are published, the city is fictional, the printer is drawn on the screen
unless one is named, and every card says SPECIMEN.
"""

from dataclasses import dataclass

from kiosk.assets import ASSETS
from kiosk.supervisor.display import Screen
from kiosk.supervisor.doors import PrinterPlace
from kiosk.supervisor.signer_link import SignerFiles
from kiosk.supervisor.station import Station

SAMPLES = ASSETS / "training" / "people.json"
FILES = SignerFiles(
    key=ASSETS / "keys" / "specimen.pem",
    staff=ASSETS / "training" / "staff.toml",
    passphrase=b"specimen",
)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a training station is shown: Qt's platform, and a window size or "fit"."""

    platform: str
    size: str


def station(
    city: str,
    shape: Shape,
    printer: tuple[str, PrinterPlace] | None = None,
    screen: Screen | None = None,
    slip_printer: tuple[str, PrinterPlace] | None = None,
    *,
    reading: bool = False,
) -> Station:
    """Return a training station for `city`, with real printers or a screen of ours if given.

    With `reading`, papers can be read.
    """
    uri = printer[0] if printer else "screen"
    slip_uri = slip_printer[0] if slip_printer else "none"
    return Station(
        files=FILES,
        session_arguments=("--size", shape.size, "--printer", uri, "--slip-printer", slip_uri),
        platform=shape.platform,
        size=shape.size,
        city=city,
        printer=printer[1] if printer else None,
        slip_printer=slip_printer[1] if slip_printer else None,
        screen=screen,
        reading=reading,
    )
