"""Lines are the specimens of ICAO 9303, and those of invented people."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from kiosk.formats.mrz import check_digit
from kiosk.formats.mrz_agree import SHOWN, Agreement, agree
from kiosk.formats.mrz_layout import Field, Kind, layout_of
from tests.documents import zones

Lines = tuple[str, ...]

TODAY = date(2026, 11, 24)
FIRST = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
SECOND = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
RIGHT: Lines = (FIRST, SECOND)
ALL = {
    Field.ISSUING_STATE,
    Field.NAME,
    Field.BIRTH_DATE,
    Field.SEX,
    Field.EXPIRY,
    Field.NATIONALITY,
}


def agreed(readings: Sequence[Lines]) -> Agreement:
    found = agree(readings, TODAY)
    assert found is not None
    return found


def with_second(line: str) -> Lines:
    return (FIRST, line)


def test_one_frame_agrees_with_nobody() -> None:
    found = agreed([RIGHT])
    assert found.mrz.family_name == "ERIKSSON"
    assert found.agreed == frozenset()
    assert not found.settled


def test_two_frames_that_read_the_same_are_enough() -> None:
    found = agreed([RIGHT, RIGHT])
    assert found.agreed == ALL
    assert found.settled


def test_of_no_frames_there_is_nothing_to_say() -> None:
    assert agree([], TODAY) is None


def test_what_is_no_zone_says_nothing() -> None:
    noise = ("A" * 44, "B" * 44)
    assert agree([noise, noise], TODAY) is None
    assert agreed([noise, RIGHT, RIGHT]).settled


@pytest.mark.parametrize("place", [*range(13, 19), *range(21, 27)])
def test_a_wrong_date_is_never_agreed_however_many_frames_show_it(place: int) -> None:
    wrong = "1" if SECOND[place] != "1" else "2"
    planted = with_second(SECOND[:place] + wrong + SECOND[place + 1 :])
    field = Field.BIRTH_DATE if place < 20 else Field.EXPIRY
    found = agreed([planted] * 5)
    assert field not in found.agreed
    assert not found.settled


def test_a_wrong_date_whose_own_check_digit_is_wrong_alike_fails_on_the_composite() -> None:
    birth = "740912"
    planted = with_second(SECOND[:13] + birth + check_digit(birth) + SECOND[20:])
    assert Field.BIRTH_DATE not in agreed([planted, planted]).agreed


def test_a_name_has_no_check_digit_and_asks_for_all_that_the_zone_has() -> None:
    broken = with_second(SECOND[:43] + "1")
    found = agreed([broken, broken])
    assert found.agreed == frozenset()


def test_a_field_that_two_frames_read_in_two_ways_is_compared() -> None:
    other = (FIRST.replace("ERIKSSON", "ERIKSS0N"), SECOND)
    found = agreed([RIGHT, other])
    assert Field.NAME not in found.agreed
    assert found.agreed == ALL - {Field.NAME}


def test_two_against_one_is_no_agreement() -> None:
    other = (FIRST.replace("ANNA", "ANMA"), SECOND)
    assert Field.NAME not in agreed([RIGHT, other, RIGHT]).agreed


def test_a_frame_with_a_wrong_check_digit_neither_vouches_nor_contradicts() -> None:
    broken = with_second("L898902C36UTO7408132F1204159ZE184226B<<<<<10")
    found = agreed([broken, RIGHT, RIGHT])
    assert found.settled
    assert found.mrz.birth_date is not None
    assert found.mrz.birth_date.exact == date(1974, 8, 12)


def test_two_papers_in_one_run_are_not_mixed() -> None:
    visa = (
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
    )
    assert agreed([RIGHT, visa]).agreed == frozenset()


def test_the_old_french_card_has_given_names_and_no_expiry() -> None:
    french = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4")
    found = agreed([french, french])
    assert found.settled
    assert Field.GIVEN_NAMES in found.agreed
    assert Field.EXPIRY not in found.agreed


def test_of_a_thousand_wrong_fields_none_is_agreed() -> None:
    """A wrong date is planted in every frame, any other wrong field in one frame of three."""
    rng = np.random.default_rng(1)
    kinds = (Kind.TD1, Kind.TD2, Kind.TD3, Kind.MRV_A, Kind.MRV_B)
    for number in range(1000):
        kind = kinds[number % len(kinds)]
        right = zones.invent(kind, rng)
        field = [field for field in SHOWN if field is not Field.GIVEN_NAMES][number % 6]
        wrong = _misread(right, field, rng)
        everywhere = field in {Field.BIRTH_DATE, Field.EXPIRY}
        found = agreed([wrong] * 3 if everywhere else [right, wrong, right])
        assert field not in found.agreed, (kind, field)


def _misread(lines: tuple[str, ...], field: Field, rng: np.random.Generator) -> Lines:
    """Return the lines with one sign of a field replaced by another that can stand there."""
    layout = layout_of(lines)
    assert layout is not None
    span = layout.fields[field]
    place = span.start if field is Field.NAME else int(rng.integers(span.start, span.end))
    signs = {Field.BIRTH_DATE: "0123456789", Field.EXPIRY: "0123456789", Field.SEX: "MFX"}
    others = [s for s in signs.get(field, "AEIOU") if s != lines[span.line][place]]
    line = lines[span.line]
    changed = [*lines]
    changed[span.line] = line[:place] + str(rng.choice(others)) + line[place + 1 :]
    return tuple(changed)


def test_a_zone_that_is_no_paper_of_any_kind_neither_counts_nor_raises() -> None:
    assert agreed([(), ("",), RIGHT, RIGHT]).settled
