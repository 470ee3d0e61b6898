"""`make bench`: a table of figures with limits. A figure over its limit ends with exit code 1."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from kiosk import city, training
from kiosk.assets import ASSETS
from kiosk.commands import TRAINING_CITY
from kiosk.devices import CardSize
from kiosk.devices.drawn_camera import draw as drawn_face
from kiosk.formats import qr
from kiosk.session.application import Address, AddressKind, Application, Name
from kiosk.session.credential import Credential, issue
from kiosk.session.evidence import Document, first_combination, weigh
from kiosk.session.portrait import crop
from kiosk.session.review import Review, approve, confirm
from kiosk.signer import backends
from kiosk.supervisor.figures import percentile
from kiosk.supervisor.loop import Loop, Observer
from kiosk.trust import keys, serial
from tests.station.runs import x_server
from ui.studio import Studio

PAIRS = 7  # cold starts, each beside a bare window's
HAND_OVERS = 40
CARDS = 15


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    value: float | None
    unit: str
    limit: float
    reference: str

    @property
    def fine(self) -> bool:
        return self.value is None or self.value <= self.limit


def main() -> int:
    figures = [*cold_start("offscreen"), *hand_over("offscreen"), *cards(), *sessions("offscreen")]
    with display():
        figures += [*cold_start("xcb"), *hand_over("xcb"), *sessions("xcb")]
    width = max(len(figure.name) for figure in figures)
    for figure in figures:
        value = "not readable" if figure.value is None else f"{figure.value:.1f} {figure.unit}"
        mark = "" if figure.fine else "  OVER"
        limit = f"limit {figure.limit:g} {figure.unit}"
        print(f"{figure.name:{width}}  {value:>14}  {limit:18} {figure.reference}{mark}")
    return 0 if all(figure.fine for figure in figures) else 1


def cold_start(platform: str) -> Iterator[Figure]:
    environment = {**os.environ, "QT_QPA_PLATFORM": platform}
    ours, bare = [], []
    for _ in range(PAIRS):
        bare.append(_seconds(["-m", "tests.bench.bare_window"], environment))
        ours.append(_seconds(["-m", "tests.bench.cold_start", platform], environment))
    ratio = statistics.median(ours) / statistics.median(bare)
    reference = f"bare window {statistics.median(bare) * 1000:.0f} ms, median of {PAIRS}"
    yield Figure(f"cold start, {platform}", ratio, "x", 1.6, reference)


def hand_over(platform: str) -> Iterator[Figure]:
    """End a session that is shown as soon as there is a standby, again and again."""
    eye = _Ender()
    shape = training.Shape(platform, "1080x1920")
    eye.loop = Loop(training.station(TRAINING_CITY, shape), eye)
    eye.loop.run()
    p95 = percentile(eye.times, 0.95)
    reference = f"median {statistics.median(eye.times):.1f} ms of {len(eye.times)}"
    yield Figure(f"hand-over p95, {platform}", p95, "ms", 100, reference)


class _Ender(Observer):
    def __init__(self) -> None:
        self.loop: Loop | None = None
        self.times: list[float] = []

    def painted(self, ordinal: int, handover_ms: float | None) -> None:
        if handover_ms is not None:
            self.times.append(handover_ms)
        self._end(ordinal)

    def _end(self, ordinal: int) -> None:
        assert self.loop is not None
        if len(self.times) >= HAND_OVERS:
            self.loop.stop()
        elif self.loop.plan.standby is None or not self.loop.plan.standby.ready:
            self.loop.sources.at(0.05, lambda: self._end(ordinal))
        else:
            self.loop.end(ordinal)


def cards() -> Iterator[Figure]:
    pack = city.load(TRAINING_CITY)
    review = _review(pack)
    key = backends.open_file(training.FILES.key, training.FILES.passphrase)
    issuer = keys.Issuer(pack.issuer, keys.SPECIMEN_KEY)
    credential = issue(review, issuer, key.sign)
    assert isinstance(credential, Credential)

    def sign() -> None:
        issued = issue(review, issuer, key.sign)
        assert isinstance(issued, Credential)
        qr.matrix(issued.text)

    alone = _median(lambda: qr.matrix(credential.text))
    yield Figure(
        "answers to signed matrix", _median(sign), "ms", 60, f"qrcode alone {alone:.1f} ms"
    )
    started = time.perf_counter()
    studio = Studio(pack, specimen=True)
    studio.draw(review.confirmation, CardSize(), credential.text)
    first = (time.perf_counter() - started) * 1000
    after = _median(lambda: studio.draw(review.confirmation, CardSize(), credential.text))
    yield Figure("both sides, after", after, "ms", 120, f"qrcode alone {alone:.1f} ms")
    started = time.perf_counter()
    studio = Studio(pack, specimen=True)
    studio.warm()
    warmed = (time.perf_counter() - started) * 1000
    started = time.perf_counter()
    studio.draw(review.confirmation, CardSize(), credential.text)
    cold = (time.perf_counter() - started) * 1000
    reference = f"fonts and ground, while warming {warmed:.0f} ms; all at once {first:.0f} ms"
    yield Figure("both sides, first card", cold, "ms", 250, reference)


def _review(pack: city.City) -> Review:
    today = date(2026, 11, 24)
    application = Application(
        language="es",
        name=Name("María Guadalupe", "Nguyễn-Wójcik"),
        latin_name="NGUYEN-WOJCIK, MARIA GUADALUPE",
        birth_date=date(1987, 3, 27),
        gender="non-binary",
        address=Address(AddressKind.HOME, ("418 Alder Street", "Apt 3B"), "60601"),
    )
    kinds = first_combination(pack.evidence, today)
    evidence = weigh([Document(kind) for kind in kinds], pack.evidence, today)
    term = (today, today.replace(year=2031))
    confirmation = confirm(application, crop(drawn_face()), serial.draw(os.urandom), term)
    return approve(confirmation, evidence, 12)


def sessions(platform: str) -> Iterator[Figure]:
    people = ASSETS / "training" / "people.json"
    command = [sys.executable, "-m", "kiosk", "rehearse", "--json", "--people", str(people)]
    done = subprocess.run(
        [*command, "--platform", platform], capture_output=True, text=True, check=True
    )
    *lines, last = (json.loads(line) for line in done.stdout.splitlines())
    # The first page is a hand-over; "printing" comes after a PIN check, which is slow by intent.
    other = ("attract", "printing")
    pages = [took for line in lines for page, took in line["pages_ms"].items() if page not in other]
    slowest = f"median {statistics.median(pages):.0f} ms of {len(pages)}"
    yield Figure(f"page change p95, {platform}", percentile(pages, 0.95), "ms", 100, slowest)
    yield Figure(f"memory (PSS), {platform}", last["summary"]["pss_mb"], "MB", 220, "4 processes")


def _median(job: Callable[[], object]) -> float:
    job()
    times = []
    for _ in range(CARDS):
        started = time.perf_counter()
        job()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def _seconds(arguments: list[str], environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], env=environment, check=True)
    return time.perf_counter() - started


@contextmanager
def display() -> Iterator[None]:
    """Run an X server of our own, for this process and its children."""
    with x_server() as name:
        os.environ["DISPLAY"] = name
        yield


if __name__ == "__main__":
    sys.exit(main())
