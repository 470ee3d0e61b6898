"""Place: where a printer is, out of its URI: one that listens somewhere, or a raw device."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult

from kiosk.errors import PrinterAddressWrong


@dataclass(frozen=True, slots=True)
class Listener:
    """A printer that listens on the network."""

    host: str
    port: int


Place = Listener | Path


def device(parts: SplitResult) -> Path:
    """Return the raw device. Raises PrinterAddressWrong if the URI could name anything else."""
    if parts.netloc or not parts.path.startswith("/dev/") or ".." in parts.path:
        raise PrinterAddressWrong
    return Path(parts.path)


def listener(parts: SplitResult, port: int) -> Listener:
    """Return who listens, at `port` if the URI names none. Raises PrinterAddressWrong, ValueError.

    Nobody's name may stand in a URI: it would be told to the printer.
    """
    if not parts.hostname or parts.username is not None:
        raise PrinterAddressWrong
    return Listener(parts.hostname, parts.port or port)
