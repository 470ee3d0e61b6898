"""Cards: how long both sides take in seven scripts, and how much memory drawing them needs.

`python -m tests.bench.cards DPI` draws in this process alone and prints the two numbers of memory.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle, islice

from kiosk import city, design
from kiosk.assets import FONTS
from kiosk.commands import TRAINING_CITY
from kiosk.devices import CardSize
from kiosk.devices.drawn_camera import draw as drawn_face
from kiosk.formats.lettering import Lettering
from kiosk.session import card
from kiosk.session.application import Address, AddressKind, Application, Name
from kiosk.session.card import Press
from kiosk.session.portrait import crop
from kiosk.session.review import Confirmation
from kiosk.session.term import CardTerm
from kiosk.supervisor.figures import percentile
from tests.bench.figures import Figure

SIZES = {300: CardSize(), 600: CardSize(2022, 1275, 600)}
LIMITS = {300: 70, 600: 120}  # ms
MEMORY = {300: 70, 600: 70}  # MB above a process that has loaded the same and draws nothing
ROUNDS = 6  # of the seven scripts
CODE = "NCF" + "6BF+70O/7T:*5XK2M%ZA0$-9." * 12
NAMES = (
    Name("María Guadalupe", "Nguyễn-Wójcik"),
    Name("ليلى نور", "الحسن"),
    Name("غلام مصطفیٰ", "چوہدری"),
    Name("小明", "欧阳"),
    Name("रामकृष्ण", "शर्मा"),
    Name("ณัฐฐิ์ธนัญญ์", "ศิริวัฒน์"),
    Name("မောင်မောင်", "ကျော်"),
)


def card_sides() -> Iterator[Figure]:
    for dpi, limit in LIMITS.items():
        times = _times(_press(dpi))
        reference = (
            f"median {statistics.median(times):.0f} ms, {len(NAMES)} scripts, after the first"
        )
        name = f"both sides at {dpi} dpi, p95"
        yield Figure(name, percentile(times, 0.95), "ms", limit, reference)
    for dpi, limit in MEMORY.items():
        command = [sys.executable, "-m", "tests.bench.cards", f"{dpi}"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        loaded, peak = map(float, done.stdout.split())
        reference = f"{peak:.0f} MB in all, of which {loaded:.0f} before anything is drawn"
        yield Figure(f"drawing at {dpi} dpi, peak memory", peak - loaded, "MB", limit, reference)


def _press(dpi: int) -> Press:
    whole = design.load(city.load(TRAINING_CITY).folder)
    return card.prepare(whole, SIZES[dpi], Lettering(FONTS))


def _times(press: Press) -> list[float]:
    """Return how long each card took, without the first of each script."""
    times = []
    for confirmation in islice(cycle(_people()), (ROUNDS + 1) * len(NAMES)):
        started = time.perf_counter()
        card.draw(confirmation, press, CODE)
        times.append((time.perf_counter() - started) * 1000)
    return times[len(NAMES) :]


def _people() -> list[Confirmation]:
    face = crop(drawn_face())
    home = Address(AddressKind.HOME, ("418 Alder Street", "Apt 3B"), "60601")
    ana = Application("en", NAMES[0], "DIAZ, ANA", date(1987, 3, 27), "Non-binary", home)
    term = CardTerm(date(2026, 11, 24), date(2031, 11, 24))
    people = [replace(ana, name=name) for name in NAMES]
    return [Confirmation(one, face, "B84064ZDN39MER3Y", term) for one in people]


def _megabytes(key: str) -> float:
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123  # no path of ours
        return next(int(line.split()[1]) for line in status if line.startswith(key)) / 1024


if __name__ == "__main__":
    people_ = _people()
    before = _megabytes("VmRSS")
    press_ = _press(int(sys.argv[1]))
    for one_ in people_:
        card.draw(one_, press_, CODE)
    print(before, _megabytes("VmHWM"))
