"""`make bench`: a table of figures with limits. A figure over its limit ends with exit code 1."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from kiosk import city, training
from kiosk.assets import ASSETS
from kiosk.commands import TRAINING_CITY
from kiosk.devices import CardSize
from kiosk.devices.drawn_camera import draw as drawn_face
from kiosk.formats import qr
from kiosk.session.application import Address, AddressKind, Application, Name
from kiosk.session.credential import Credential, issue
from kiosk.session.evidence import Document, weigh
from kiosk.session.portrait import crop
from kiosk.session.review import Review, approve, confirm
from kiosk.session.term import CardTerm
from kiosk.signer import backends
from kiosk.supervisor.figures import percentile
from kiosk.trust import keys, serial
from tests.bench.assessments import assessments
from tests.bench.cards import card_sides
from tests.bench.endings import hand_over, hand_over_with_sight, panic
from tests.bench.figures import Figure, median_ms, seconds, table
from tests.bench.letters import letters
from tests.bench.mrz import mrz
from tests.bench.preview import preview
from tests.bench.printed_codes import printed_codes
from tests.bench.sending import sending
from tests.bench.sight import sight
from tests.bench.walls import walls
from tests.session.rules import first_combination
from tests.station.runs import x_server
from ui.studio import Studio

PAIRS = 7  # cold starts, each beside a bare window's


def main() -> int:
    figures = [*walls(), *cards(), *card_sides(), *assessments(), *sight(), *preview(), *mrz()]
    figures += [*printed_codes(), *letters()]
    figures += [*cold_start("offscreen"), *endings("offscreen"), *sessions("offscreen")]
    with display():
        figures += [*cold_start("xcb"), *endings("xcb"), *sessions("xcb")]
    print(table(figures))
    return 0 if all(figure.fine for figure in figures) else 1


def endings(platform: str) -> Iterator[Figure]:
    yield from hand_over(platform)
    yield from hand_over_with_sight(platform)
    yield from panic(platform)


def cold_start(platform: str) -> Iterator[Figure]:
    environment = {**os.environ, "QT_QPA_PLATFORM": platform}
    ours, bare = [], []
    for _ in range(PAIRS):
        bare.append(seconds(["-m", "tests.bench.bare_window"], environment))
        ours.append(seconds(["-m", "tests.bench.cold_start", platform], environment))
    ratio = statistics.median(ours) / statistics.median(bare)
    reference = f"bare window {statistics.median(bare) * 1000:.0f} ms, median of {PAIRS}"
    yield Figure(f"cold start, {platform}", ratio, "x", 1.6, reference)


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

    alone = median_ms(lambda: qr.matrix(credential.text))
    yield Figure(
        "answers to signed matrix", median_ms(sign), "ms", 60, f"qrcode alone {alone:.1f} ms"
    )
    started = time.perf_counter()
    studio = Studio(pack, specimen=True)
    drawn = studio.draw(review.confirmation, CardSize(), credential.text)
    first = (time.perf_counter() - started) * 1000
    after = median_ms(lambda: studio.draw(review.confirmation, CardSize(), credential.text))
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
    yield from sending((drawn.front, drawn.back), drawn.dpi)


def _review(pack: city.City) -> Review:
    today = date(2026, 11, 24)
    application = Application(
        language="es",
        name=Name("María Guadalupe", "Nguyễn-Wójcik"),
        latin_name="NGUYEN-WOJCIK, MARIA GUADALUPE",
        birth_date=date(1987, 3, 27),
        gender="non-binary",
        address=Address(AddressKind.HOME, ("418 Alder Street", "Apt 3B"), "60601"),
        veteran=False,
        emergency_contact=(),
    )
    kinds = first_combination(pack.evidence, today)
    evidence = weigh([Document(kind) for kind in kinds], pack.evidence, today)
    term = CardTerm(today, today.replace(year=2031))
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


@contextmanager
def display() -> Iterator[None]:
    """Run an X server of our own, for this process and its children."""
    with x_server() as name:
        os.environ["DISPLAY"] = name
        yield


if __name__ == "__main__":
    sys.exit(main())
