from dataclasses import dataclass

import numpy as np
import pytest

from kiosk.devices.reader import read
from kiosk.devices.reader.stripes import Grey
from kiosk.formats import cwt
from kiosk.formats.look import Reading, ReadingKind
from tests.documents.barcode_scene import blank_frame, city_card_back, frame_of, licence_back
from tests.documents.camera import CONDITIONS
from tests.documents.licences import MODERN, payload

LINES = (
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA" + 10 * "<",
)


@dataclass(frozen=True, slots=True)
class Zone:
    lines: tuple[str, ...]


def zone(_grey: Grey) -> Zone:
    return Zone(LINES)


def card_text() -> str:
    return cwt.finish(cwt.Draft(b"\xa0" * 60, bytes(8)), bytes(range(64)))


def seen(page: str) -> Grey:
    rng = np.random.default_rng(1)
    if page == "licence":
        return frame_of(licence_back(payload(MODERN)), 4, CONDITIONS["clean"], rng)
    return frame_of(city_card_back(card_text() if page == "card" else "HTTPS://X"), 4,
                    CONDITIONS["clean"], rng)  # fmt: skip


def test_a_licence_is_handed_on_as_its_bytes() -> None:
    assert read(seen("licence"), zone) == (Reading(ReadingKind.AAMVA, payload(MODERN)),)


def test_a_citys_card_is_handed_on_as_its_text() -> None:
    assert read(seen("card"), zone) == (Reading(ReadingKind.CARD, card_text().encode()),)


@pytest.mark.parametrize("page", ["web address", "blank"])
def test_a_zone_is_looked_for_where_no_code_belongs_to_a_paper(page: str) -> None:
    frame = blank_frame() if page == "blank" else seen(page)
    assert read(frame) == ()
    assert read(frame, zone) == (Reading(ReadingKind.MRZ, "\n".join(LINES).encode()),)


def test_what_was_read_is_in_no_trace() -> None:
    assert repr(read(seen("licence"))) == "(Reading(kind=<ReadingKind.AAMVA: 65>),)"
