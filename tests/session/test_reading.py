"""What a paper suggests beside answers: only what is vouched for can be good."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from kiosk.devices import Frame
from kiosk.formats.look import Reading, ReadingKind
from kiosk.session.application import Address, AddressKind, Application, Name
from kiosk.session.reading import Paper, Point, Reader, Verdict, grey, heard, scanned, suggest
from tests.documents.licences import MODERN, changed, payload

TODAY = date(2026, 11, 24)
LICENCE = payload(changed(MODERN, DCU=None), 10)
FIRST = b"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
ZONE = FIRST + b"\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
ANNA = Application(name=Name("Anna Maria", "Eriksson"), birth_date=date(1974, 8, 12))
MARISOL = Application(
    name=Name("Marisol Inez", "Alderson"),
    birth_date=date(1987, 11, 23),
    address=Address(AddressKind.HOME, ("418 Alder Street",), "60601"),
)


def zones(*texts: bytes) -> Reader:
    reader = Reader()
    for text in texts:
        reader = heard(reader, [Reading(ReadingKind.MRZ, text)], TODAY)
    return reader


def licence(text: bytes = LICENCE) -> Paper:
    found = scanned(text, TODAY)
    assert found is not None
    return found


def verdicts(application: Application, paper: Paper | None) -> Mapping[Point, Verdict]:
    assert paper is not None
    return {each.point: each.verdict for each in suggest(application, paper, TODAY)}


def test_one_frame_of_a_zone_is_not_enough_and_two_that_agree_are() -> None:
    assert zones(ZONE).paper is None
    assert verdicts(ANNA, zones(ZONE, ZONE).paper) == {
        Point.NAME: Verdict.AGREES,
        Point.BIRTH_DATE: Verdict.AGREES,
        Point.EXPIRY: Verdict.EXPIRED,
    }


def test_frames_that_never_agree_are_to_be_compared_even_where_they_are_right() -> None:
    others = [ZONE.replace(b"ANNA", b"ANN" + sign) for sign in (b"B", b"C", b"D", b"E")]
    reader = zones(ZONE, *others)
    assert len(reader.zones) == 5
    assert verdicts(ANNA, reader.paper)[Point.NAME] is not Verdict.AGREES
    assert verdicts(ANNA, reader.paper)[Point.BIRTH_DATE] is Verdict.AGREES


def test_a_zone_from_one_text_vouches_for_nothing() -> None:
    assert verdicts(ANNA, licence(ZONE))[Point.NAME] is Verdict.UNSURE


def test_a_licence_is_known_at_once() -> None:
    reader = heard(Reader(), [Reading(ReadingKind.AAMVA, LICENCE)], TODAY)
    assert set(verdicts(MARISOL, reader.paper).values()) == {Verdict.AGREES, Verdict.IN_DATE}
    assert reader.paper is not None
    assert not reader.paper.zone


def test_a_damaged_licence_agrees_with_nobody() -> None:
    found = verdicts(MARISOL, licence(LICENCE[:-1] if len(LICENCE) < 280 else LICENCE[:280]))
    assert Verdict.AGREES not in found.values()


@pytest.mark.parametrize(
    ("change", "point", "verdict"),
    [
        ({"name": Name("Marisol Inez", "Aldersen")}, Point.NAME, Verdict.NEAR),
        ({"name": Name("Alderson", "Marisol Inez")}, Point.NAME, Verdict.ORDER),
        ({"birth_date": date(1987, 11, 24)}, Point.BIRTH_DATE, Verdict.NEAR),
        ({"birth_date": date(1950, 1, 2)}, Point.BIRTH_DATE, Verdict.DIFFERS),
        ({"birth_date": None}, Point.BIRTH_DATE, Verdict.UNSURE),
        (
            {"address": Address(AddressKind.HOME, ("419 Alder Street",), "60601")},
            Point.ADDRESS,
            Verdict.NEAR,
        ),
    ],
)
def test_what_differs_is_said(change: Mapping[str, object], point: Point, verdict: Verdict) -> None:
    changed_answers = replace(MARISOL, **change)  # type: ignore[arg-type]  # a field each
    assert verdicts(changed_answers, licence())[point] is verdict


@pytest.mark.parametrize("kind", [AddressKind.CARE_OF, AddressKind.OMITTED])
def test_an_address_that_is_no_home_is_not_compared(kind: AddressKind) -> None:
    elsewhere = replace(MARISOL, address=Address(kind, ("PO Box 1",)))
    assert Point.ADDRESS not in verdicts(elsewhere, licence())


def test_a_name_in_another_script_is_compared_by_its_latin_letters() -> None:
    arabic = replace(ANNA, name=Name("ليلى", "الحسن"), latin_name="ERIKSSON, ANNA MARIA")
    paper = zones(ZONE, ZONE).paper
    assert verdicts(arabic, paper)[Point.NAME] is Verdict.AGREES
    assert verdicts(replace(arabic, latin_name=""), paper)[Point.NAME] is Verdict.UNSURE


def test_noise_is_no_paper() -> None:
    assert zones(b"A" * 44 + b"\n" + b"B" * 44, b"\xff\xfe").paper is None
    assert scanned(b"hello, this is a person who types", TODAY) is None


def test_neither_number_nor_values_show_in_a_trace() -> None:
    shown = repr((zones(ZONE, ZONE), suggest(ANNA, licence(ZONE), TODAY)))
    assert not any(word in shown for word in ("L898902C", "ERIKSSON", "Eriksson", "1974"))


def test_a_frame_is_read_in_grey_and_never_larger_than_may_be_asked() -> None:
    assert grey(Frame(2, 1, b"\xff\xff\xff\x00\x00\x00")) == (2, 1, b"\xff\x00")
    width, height, pixels = grey(Frame(3840, 20, bytes(3840 * 20 * 3)))
    assert (width, height, len(pixels)) == (1920, 10, 19200)
