import numpy as np
import pytest

from kiosk.devices.reader import mrz_grammar
from kiosk.devices.reader.glyphs import SIGNS, Pixels
from kiosk.formats.mrz_layout import Kind

PASSPORT = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)


def seen(line: str, doubts: dict[int, tuple[str, float]] | None = None) -> Pixels:
    """Return log-probabilities for `line`; `doubts` are other signs, seen so much better."""
    scores = np.full((len(line), len(SIGNS)), -8.0, np.float32)
    for place, sign in enumerate(line):
        scores[place, SIGNS.index(sign)] = -0.5
    for place, (sign, better) in (doubts or {}).items():
        scores[place, SIGNS.index(sign)] = -0.5 + better
    return scores


def spelled(first: Pixels, second: Pixels) -> tuple[str, ...]:
    return mrz_grammar.spell([first, second]).lines


def test_what_is_seen_clearly_is_spelled_as_seen() -> None:
    spelling = mrz_grammar.spell([seen(line) for line in PASSPORT])
    assert (spelling.layout.kind, spelling.lines) == (Kind.TD3, PASSPORT)
    assert spelling.sure[0][0] == pytest.approx(np.exp(-0.5))


@pytest.mark.parametrize(
    ("line", "place", "sign"),
    [
        (1, 13, "Z"),  # a birth date has digits
        (1, 19, "S"),
        (1, 20, "H"),  # a sex is F, M, X or a filler
        (1, 10, "0"),  # a state has letters
        (0, 7, "1"),  # a name too
        (0, 30, "K"),  # after a name's end there are fillers
        (0, 12, "<"),  # one filler more between names would be three
    ],
)
def test_a_sign_that_cannot_stand_there_is_not_taken(line: int, place: int, sign: str) -> None:
    rows = [seen(text) for text in PASSPORT]
    rows[line] = seen(PASSPORT[line], {place: (sign, 0.3)})
    assert spelled(rows[0], rows[1]) == PASSPORT


def test_no_check_digit_changes_what_is_seen() -> None:
    wrong = PASSPORT[1].replace("740812", "740813")
    assert spelled(seen(PASSPORT[0]), seen(wrong)) == (PASSPORT[0], wrong)


def test_an_unknown_day_is_two_fillers() -> None:
    unknown = PASSPORT[1].replace("740812", "7408<<")
    assert spelled(seen(PASSPORT[0]), seen(unknown))[1] == unknown


@pytest.mark.parametrize(
    "name",
    ["ARKFREITH", "<<FIRST<NAME", "VAN<DER<MEER<<ANNA", "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"],
)
def test_names_of_every_form_are_spelled(name: str) -> None:
    first = f"P<UTO{name:<<39}"
    assert spelled(seen(first), seen(PASSPORT[1]))[0] == first


def test_a_card_with_the_french_beginning_is_the_old_french_card() -> None:
    lines = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4")
    spelling = mrz_grammar.spell([seen(line) for line in lines])
    assert (spelling.layout.kind, spelling.lines) == (Kind.FRENCH_ID, lines)
