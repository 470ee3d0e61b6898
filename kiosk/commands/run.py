"""`kiosk run`: the station. Without a station file it is a training station.

Where there is no display, three invented residents are played instead, and their specimen cards
are saved and verified, so that a newcomer sees the whole way on any machine.
"""

import argparse
import os
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands import TRAINING_CITY, Misuse
from kiosk.supervisor.children import raise_curtain

if TYPE_CHECKING:  # the curtain rises while the rest is imported
    from kiosk.supervisor.doors import PrinterPlace
    from kiosk.supervisor.station import Observer

_CARDS = Path("specimen-cards")


def command(arguments: argparse.Namespace) -> int:
    """Run until closed."""
    if arguments.station is not None:
        _refuse(arguments.station)
    platform = _platform()
    if platform is None:
        return _without_display(arguments)
    printer = None
    if arguments.printer is not None or arguments.printer_profile is not None:
        from kiosk.commands import printers  # noqa: PLC0415  # most stations print on the screen

        printer = printers.card_printer(arguments.printer, arguments.printer_profile)
    print("Training station: nothing it prints is valid. Close it with Ctrl+C.", flush=True)
    open_station(
        platform, "fit", reading=arguments.reading, printer=printer, ledger=arguments.ledger
    )
    return 0


def open_station(
    platform: str,
    size: str,
    observer: "Observer | None" = None,
    *,
    reading: bool = False,
    ledger: Path | None = None,
    printer: "tuple[str, PrinterPlace] | None" = None,
) -> None:
    """Run a training station until it is closed; something is on the screen first of all."""
    curtain = raise_curtain(platform, size)
    from kiosk import training  # noqa: PLC0415  # while the curtain rises
    from kiosk.isolation import user  # noqa: PLC0415
    from kiosk.supervisor.loop import Loop  # noqa: PLC0415
    from kiosk.supervisor.station import NoSession  # noqa: PLC0415

    with suppress(OSError):  # nobody but root has that right
        user.look_into_nobody()
    shape = training.Shape(platform, size)
    station = training.station(TRAINING_CITY, shape, printer, reading=reading)
    try:
        Loop(replace(station, ledger=ledger), observer, curtain).run()
    except NoSession:
        raise Misuse(
            f"No window could be opened on this display ({platform}). Check that DISPLAY names a"
            " display of yours, or unset it to see a rehearsal without one."
        ) from None


def _refuse(path: Path) -> None:
    """Refuse: a station file that cannot be trusted is no reason to fall back to training."""
    if not path.is_file():
        raise Misuse(f"There is no station file at {path}. Check the path.")
    raise Misuse(
        f"The station file {path} is not signed by the city. A real station starts only from a"
        " signed file; without --station you get a training station."
    )


def _platform() -> str | None:
    if os.environ.get("DISPLAY"):
        return "xcb"
    return "wayland" if os.environ.get("WAYLAND_DISPLAY") else None


def _without_display(arguments: argparse.Namespace) -> int:
    from kiosk import training  # noqa: PLC0415  # the station needs neither of the others
    from kiosk.commands import rehearse, verify  # noqa: PLC0415

    print("There is no display, so three invented residents are played instead.", flush=True)
    _CARDS.mkdir(exist_ok=True)
    play = argparse.Namespace(
        people=training.SAMPLES,
        city=TRAINING_CITY,
        printer=arguments.printer,
        printer_profile=arguments.printer_profile,
        slip_printer=None,
        platform="offscreen",
        keep_cards=_CARDS,
        hold=0.0,
        reading=arguments.reading,
        ledger=arguments.ledger,
        json=False,
    )
    code = rehearse.command(play)
    for front in sorted(_CARDS.glob("*-front.png")):
        back = front.with_name(front.name.replace("-front", "-back"))
        print(f"{front}\n{back}: ", end="")
        sys.stdout.flush()
        verify.command(argparse.Namespace(card=str(back), trust=_CARDS / "trust.json", json=False))
    return code
