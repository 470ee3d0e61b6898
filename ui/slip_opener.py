"""Slip opener: a fresh connection to the station's slip printer, whatever it speaks.

The modules that speak are imported while the session warms up; once it is sealed none can be.
"""

from collections.abc import Callable
from functools import partial

from kiosk.devices import SlipPrinter
from kiosk.isolation.channel import Say
from ui.outside import Outside

NO_PRINTER, ON_SCREEN = "none", "screen"

OpenSlipPrinter = Callable[[], SlipPrinter | None]


def modules(uri: str) -> tuple[str, ...]:
    """Return the modules that speak to the slip printer at `uri`."""
    if uri == NO_PRINTER:
        return ()
    if uri == ON_SCREEN:
        return ("kiosk.devices.screen_slip_printer",)
    return (
        "kiosk.devices.slip_address",
        "kiosk.devices.slip_printer",
        "kiosk.devices.ipp_slip_printer",
    )


def opener(uri: str, outside: Outside) -> OpenSlipPrinter | None:
    """Return what opens the slip printer at `uri`, from a thread at work; None if there is none."""
    if uri == NO_PRINTER:
        return None
    return _on_screen if uri == ON_SCREEN else partial(_open, uri, outside)


def _on_screen() -> SlipPrinter:
    from kiosk.devices.screen_slip_printer import ScreenSlipPrinter  # noqa: PLC0415

    return ScreenSlipPrinter()


def _open(uri: str, outside: Outside) -> SlipPrinter | None:
    from kiosk.devices import slip_address  # noqa: PLC0415  # not for the first page
    from kiosk.devices.ipp_slip_printer import IppSlipPrinter  # noqa: PLC0415
    from kiosk.devices.slip_printer import EscPosPrinter  # noqa: PLC0415

    address = slip_address.parse(uri)
    ask = partial(outside.ask_and_wait, Say.SLIP)
    descriptor = ask()
    if descriptor is None:
        return None
    if address.speaks_ipp:
        return IppSlipPrinter(descriptor, uri, ask)
    return EscPosPrinter(descriptor, address.paper)
