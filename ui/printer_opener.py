"""Printer opener: a fresh connection to the station's card printer, whatever it speaks.

The modules that speak are imported while the session warms up, and what else they ever read is
read then; once it is sealed nothing can be.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from kiosk.devices import CardPrinter
from kiosk.isolation.channel import Say
from ui.outside import Outside

if TYPE_CHECKING:
    from kiosk.devices.profile import Profile

ON_SCREEN = "screen"

OpenPrinter = Callable[[], CardPrinter | None]

_WAYS = {
    "ipp": ("kiosk.devices.printer",),
    "ipps": ("kiosk.devices.printer", "kiosk.devices.sealed_line"),
    "raw": ("kiosk.devices.raw_printer", "PIL.ImageFile"),  # Pillow imports it when it first writes
    "filter": ("kiosk.devices.filter_printer", "PIL.ImageFile"),
    "cups": ("kiosk.devices.printer",),
}


def modules(uri: str) -> tuple[str, ...]:
    """Return the modules that speak to the card printer at `uri`."""
    if uri == ON_SCREEN:
        return ("kiosk.devices.screen_printer",)
    return ("kiosk.devices.card_address", "kiosk.devices.profile", *_WAYS[uri.partition(":")[0]])


def warm(uri: str) -> None:
    """Read the profile of the printer at `uri`. Raises PrinterProfileWrong."""
    if uri != ON_SCREEN:
        _profile(uri)


def opener(uri: str, outside: Outside) -> OpenPrinter:
    """Return what opens the card printer at `uri`, from a thread at work."""
    return _on_screen if uri == ON_SCREEN else partial(_open, uri, outside)


def _on_screen() -> CardPrinter:
    from kiosk.devices.screen_printer import ScreenPrinter  # noqa: PLC0415

    return ScreenPrinter()


def _open(uri: str, outside: Outside) -> CardPrinter | None:
    from kiosk.devices import card_address  # noqa: PLC0415
    from kiosk.devices.card_address import Way  # noqa: PLC0415

    address = card_address.parse(uri)
    ask = partial(outside.ask_and_wait, Say.PRINTER)
    descriptor = ask()
    if descriptor is None:
        return None
    if address.way is Way.RAW:
        from kiosk.devices.raw_printer import RawPrinter  # noqa: PLC0415

        return RawPrinter(descriptor, _profile(uri))
    if address.way is Way.FILTER:
        from kiosk.devices.filter_printer import FilterPrinter  # noqa: PLC0415

        return FilterPrinter(descriptor, _profile(uri))
    from kiosk.devices.printer import IppPrinter, Manner  # noqa: PLC0415
    from kiosk.devices.profile import Counts  # noqa: PLC0415

    counts = _profile(uri).counts is Counts.SIDES
    manner = Manner(address.pin, counts=counts, scheduler=address.way is Way.CUPS)
    return IppPrinter(descriptor, address.uri, ask, manner=manner)


@cache
def _profile(uri: str) -> "Profile":
    from kiosk.devices import card_address, profile  # noqa: PLC0415

    return profile.load(card_address.parse(uri).profile)
