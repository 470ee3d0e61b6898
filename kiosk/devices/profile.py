"""Profile: what a model of card printer is, as far as it does not say so itself.

`assets/printers/*.toml`, one file a kind. What is not known is left out there and None here: a
guess in its place would be believed. Each fact has its source beside it, in the file.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.assets import ASSETS
from kiosk.devices import CardSize
from kiosk.devices.card_address import Way
from kiosk.errors import PrinterProfileWrong
from kiosk.formats.pwg import SheetBack
from kiosk.packs.files import Mistake, open_file
from kiosk.packs.table import Table

PRINTERS = ASSETS / "printers"
_SMALLEST, _LARGEST = 300, 10_000  # dots
_COARSEST, _FINEST = 150, 1200  # dots an inch


class Transport(StrEnum):
    """How a card reaches the printer; `ipps` is `ipp` on another wire."""

    IPP = "ipp"
    RAW = "raw"
    FILTER = "filter"
    CUPS = "cups"


class Language(StrEnum):
    """What the printer, or its driver, reads."""

    PWG_RASTER = "pwg-raster"
    CUPS_RASTER = "cups-raster"
    EVOLIS = "evolis"


class Counts(StrEnum):
    """What the printer counts of a job; "sides" may be believed as much as the rest it says."""

    SIDES = "sides"
    NONE = "none"


class Known(StrEnum):
    """What is known of a printer: most makers do not say what stays in its memory."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Black(StrEnum):
    """The sides on which the ribbon's black panel prints."""

    BOTH = "both"
    BACK = "back"


class Destruction(StrEnum):
    """How what is used up is destroyed: it is a negative of the cards that it printed."""

    RIBBON = "shred-ribbon"
    RIBBON_AND_FILM = "shred-ribbon-and-film"
    NOTHING = "nothing"  # there is no ribbon


@dataclass(frozen=True, slots=True)
class Memory:
    """What the printer keeps of a card when it has printed it, and what helps against it."""

    keeps_jobs: Known
    has_erase: bool  # we can tell it to forget, and do, after each card
    power_cycle: bool  # a person switches it off at the end of the day


@dataclass(frozen=True, slots=True)
class Ribbon:
    """`panels` as their maker writes them; `cards` is how many a ribbon prints, if it is known."""

    panels: str
    black: Black
    cards: int | None
    destruction: Destruction

    @property
    def colored(self) -> bool:
        """Whether there are panels of colour."""
        return self.panels.startswith("YMC")


@dataclass(frozen=True, slots=True)
class Driver:
    """A maker's CUPS filter and what it reads: a program, and the description of the printer."""

    program: Path
    description: Path
    options: str
    data: tuple[Path, ...] = ()  # what else it reads
    upended: bool = False  # it takes a card for a page that is taller than wide


@dataclass(frozen=True, slots=True)
class Profile:
    """`size` is None where the printer says it itself; bleed and margin in millimetres."""

    code: str
    name: str
    models: tuple[str, ...]
    transport: Transport
    language: Language
    size: CardSize | None
    bleed: float | None
    margin: float | None
    sheet_back: SheetBack
    counts: Counts
    memory: Memory
    ribbon: Ribbon
    stock_has_notch: bool
    driver: Driver | None = None

    def suits(self, way: Way) -> bool:
        """Return whether a printer of this kind is reached that way."""
        return self.transport == (Transport.IPP if way is Way.IPPS else way)


def codes(folder: Path = PRINTERS) -> tuple[str, ...]:
    """Return the names of all profiles."""
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


def load(code: str, folder: Path = PRINTERS) -> Profile:
    """Return the profile of that name. Raises PrinterProfileWrong."""
    found = read(code, folder) if code in codes(folder) else ()
    if not isinstance(found, Profile):
        raise PrinterProfileWrong
    return found


def read(code: str, folder: Path = PRINTERS) -> Profile | tuple[Mistake, ...]:
    """Return the profile in `code`.toml, or every mistake in it with its line."""
    file = open_file(folder, f"{code}.toml")
    if isinstance(file, Mistake):
        return (file,)
    profile = _profile(code, file.table)
    file.table.close()
    return file.mistakes() or profile


def _profile(code: str, table: Table) -> Profile:
    profile = Profile(
        code=code,
        name=table.text("name"),
        models=table.texts("models", []),
        transport=table.member("transport", Transport, Transport.IPP),
        language=table.member("language", Language, Language.PWG_RASTER),
        size=_size(table),
        bleed=_length(table, "bleed"),
        margin=_length(table, "margin"),
        sheet_back=table.member("sheet_back", SheetBack, SheetBack.NORMAL),
        counts=table.member("counts", Counts, Counts.NONE),
        memory=_memory(_wanted(table, "memory")),
        ribbon=_ribbon(_wanted(table, "ribbon")),
        stock_has_notch=table.flag("stock_has_notch"),
        driver=_driver(table),
    )
    if profile.size is None and profile.transport in (Transport.RAW, Transport.FILTER):
        table.blame(f"the transport {profile.transport.value!r} needs 'side'")
    if (profile.language is Language.CUPS_RASTER) != (profile.transport is Transport.FILTER):
        table.blame("only a driver reads 'cups-raster', and it reads nothing else", "language")
    if (profile.driver is None) == (profile.transport is Transport.FILTER):
        table.blame("a 'driver' goes with the transport 'filter', and with no other")
    return profile


def _wanted(table: Table, key: str) -> Table:
    """Return a table that has to be there; what is missing in an empty one is named too."""
    found = table.table(key)
    if found is None:
        table.blame(f"needs {key!r}")
    return found or Table({}, [])


def _size(table: Table) -> CardSize | None:
    side = table.table("side")
    if side is None:
        return None
    size = CardSize(
        side.number("width", least=_SMALLEST, most=_LARGEST),
        side.number("height", least=_SMALLEST, most=_LARGEST),
        side.number("dpi", least=_COARSEST, most=_FINEST),
    )
    side.close()
    return size


def _length(table: Table, key: str) -> float | None:
    if not table.has(key):
        return None
    length = table.decimal(key)
    if length < 0:
        table.blame("must not be negative", key)
    return length


def _memory(table: Table) -> Memory:
    memory = Memory(
        table.member("keeps_jobs", Known, Known.UNKNOWN),
        table.flag("has_erase"),
        table.flag("power_cycle"),
    )
    table.close()
    return memory


def _ribbon(table: Table) -> Ribbon:
    ribbon = Ribbon(
        table.text("panels", ""),
        table.member("black", Black, Black.BOTH),
        table.number("cards", least=1) if table.has("cards") else None,
        table.member("destruction", Destruction, Destruction.RIBBON),
    )
    table.close()
    return ribbon


def _driver(table: Table) -> Driver | None:
    found = table.table("driver")
    if found is None:
        return None
    program, description = found.text("program"), found.text("description")
    data = found.texts("data", [])
    paths = (("program", program), ("description", description), *(("data", one) for one in data))
    for key, path in paths:
        if not path.startswith("/") or ".." in path:
            found.blame("must be a path from the root", key)
    options = found.text("options", "")
    upended = found.flag("upended")
    driver = Driver(Path(program), Path(description), options, tuple(map(Path, data)), upended)
    found.close()
    return driver
