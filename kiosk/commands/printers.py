"""Printers of the command line: a URI, a profile, and why one of them will not do."""

from kiosk.commands import Misuse
from kiosk.devices import card_address, profile, slip_address
from kiosk.devices.card_address import Way
from kiosk.errors import PrinterAddressWrong, PrinterInClear
from kiosk.packs.files import Mistake
from kiosk.supervisor.doors import (
    BarePlace,
    DrivenPrinter,
    PrinterPlace,
    resolve,
    resolve_slip_printer,
)


def card_printer(uri: str | None, code: str | None = None) -> tuple[str, PrinterPlace] | None:
    """Return the printer's URI, with the profile in it, and where it is. Raises Misuse."""
    if uri is None:
        if code is not None:
            raise Misuse("--printer-profile says what kind of printer --printer names. Give both.")
        return None
    named = uri if code is None else card_address.with_profile(uri, code)
    driver = None
    try:
        driver = _checked_kind(card_address.parse(named)).driver
        place: BarePlace | None = resolve(named)
    except PrinterAddressWrong:
        place = None
    except PrinterInClear:
        raise Misuse(
            f"{uri} would send cards in clear to another machine. Give"
            " ipps://HOST:PORT/PATH?pin=sha256-… for a printer on the network; ipp:, raw:"
            " and filter: are for printers of this machine."
        ) from None
    if place is None:
        raise Misuse(
            f"{uri} names no printer that can be found. Give ipp://localhost:PORT/PATH,"
            " ipps://HOST:PORT/PATH?pin=sha256-… or raw:///dev/usb/lp0, for example"
            " ipp://localhost:8631/ipp/print."
        )
    return named, place if driver is None else _driven(place, driver)


def slip_printer(uri: str | None) -> tuple[str, PrinterPlace] | None:
    """Return the slip printer's URI and where it is. Raises Misuse."""
    if uri is None:
        return None
    try:
        place = resolve_slip_printer(slip_address.parse(uri))
    except PrinterAddressWrong:
        place = None
    if place is None:
        raise Misuse(
            f"{uri} names no slip printer that can be found. Give escpos://HOST:PORT or"
            " file:///dev/usb/lp0 for a receipt printer (with ?paper=58 for the narrow paper), or"
            " ipp://HOST:PORT/PATH."
        )
    return uri, place


def _driven(place: BarePlace, driver: profile.Driver) -> DrivenPrinter:
    """Return the printer with its driver, or refuse one whose files are not all there."""
    for path in (driver.program, driver.description, *driver.data):
        if not path.exists():
            raise Misuse(
                f"The driver of this printer needs {path}, which is not there. Install the driver"
                " and write its description, as docs/operators.md says."
            )
    return DrivenPrinter(place, driver)


def _checked_kind(address: card_address.CardAddress) -> profile.Profile:
    """Return the profile; refuse one that is missing, wrong, or of another kind of printer."""
    known = ", ".join(profile.codes())
    if address.profile not in profile.codes():
        said = f"no printer profile {address.profile!r}" if address.profile else "no profile given"
        raise Misuse(f"There is {said}. Name one with --printer-profile: {known}.")
    found = profile.read(address.profile)
    if not isinstance(found, profile.Profile):
        raise Misuse(_told(found))
    if not found.suits(address.way):
        raise Misuse(
            f"The profile {found.code} is of a printer that is reached by {found.transport.value}:,"
            f" not by {address.way.value}:."
        )
    if address.way is Way.CUPS:
        _check_queue()
    return found


def _check_queue() -> None:
    """Refuse a print server unless it is found to keep nothing, and to have nothing to print."""
    from kiosk.supervisor.preflight import Machine, printing  # noqa: PLC0415  # for this way alone

    found = printing.cups_objections(Machine())
    if found:
        raise Misuse(
            "This print server may not print cards: "
            + "; ".join(f"{finding.code}: {finding.found}" for finding in found)
            + "."
        )


def _told(mistakes: tuple[Mistake, ...]) -> str:
    first = mistakes[0]
    return f"The printer profile {first.file} cannot be used. Line {first.line}: {first.reason}."
