from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.errors import Unprintable
from kiosk.formats import lettering, line
from kiosk.formats.lettering import Hand
from tests.formats.generated import FINE, Verdict, judge, names
from tests.formats.names import LETTERING, NAMES

COUNT, SEED = 500, 7
LONG = 70  # signs
HAND = Hand(size=10.6, least=7.0, dpi=300, lines=3, bold=True)
BOX = (590, 142)  # dots: 50 x 12 mm


def verdicts(count: int = COUNT) -> Counter[Verdict]:
    return Counter(judge(*case) for case in names(count, SEED))


def test_a_generated_name_is_printed_whole_or_refused_with_a_reason() -> None:
    found = verdicts()
    assert set(found) == FINE
    assert found[Verdict.PRINTED] > COUNT / 2


def test_ink_outside_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = line._ink

    def too_narrow(run: line.Run, language: str) -> line.Ink:
        left, top, right, bottom = measured(run, language)
        return left, top + 4, right, bottom

    monkeypatch.setattr(line, "_ink", too_narrow)
    assert judge("Éva", HAND, BOX) is Verdict.CLIPPED


def test_a_box_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    latin = LETTERING._faces[0]
    monkeypatch.setattr(lettering, "assign", lambda text, *_: [latin] * len(text))
    assert judge(NAMES["Thai"], HAND, (2000, 300)) is Verdict.BOX


def test_a_small_letter_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    fit: Callable[..., lettering.Block] = LETTERING.fit

    def smaller(texts: list[str], box: tuple[int, int], hand: Hand) -> lettering.Block:
        return fit(texts, box, replace(hand, least=3))

    monkeypatch.setattr(LETTERING, "fit", smaller)
    assert judge("Maximiliana " * 20, HAND, BOX) is Verdict.TOO_SMALL


@pytest.mark.parametrize("script", NAMES)
def test_a_long_name_keeps_its_least_size_or_is_refused(script: str) -> None:
    word = NAMES[script].split()[0].strip(",،")
    for length in range(LONG - 2, LONG + 4):
        whole = (f"{word} " * LONG)[:length].strip()
        for text in (whole, whole.replace(" ", "")):
            assert judge(text, HAND, BOX) in FINE


@pytest.mark.parametrize("rows", [4, 5, 6, 7])
def test_a_long_address_keeps_its_least_size_or_is_refused(rows: int) -> None:
    hand = Hand(size=7.2, least=6.0, dpi=300, lines=6, bold=True)
    row = "1200 North Martin Luther King Jr. Boulevard, Building 7"
    for height in range(60, 240, 20):
        try:
            block = LETTERING.fit([row] * rows, (500, height), hand)
        except Unprintable:
            continue
        assert block.size >= hand.pixels(hand.least)
        assert block.height <= height
        assert len(block.lines) <= hand.lines
    with pytest.raises(Unprintable):
        LETTERING.fit([row] * 7, (9999, 9999), hand)
    assert len(LETTERING.fit([row] * min(rows, 6), (900, 300), hand).lines) == min(rows, 6)


@pytest.mark.parametrize(
    ("script", "language", "points"),
    [
        ("Arabic", "ur", 9),
        ("Thai", "en", 8),
        ("Lao", "en", 8),
        ("Khmer", "en", 8),
        ("Burmese", "en", 8),
        ("Tibetan", "en", 8),
        ("Latin", "en", 6),
    ],
)
def test_scripts_with_stacked_marks_have_least_sizes(
    script: str, language: str, points: float
) -> None:
    small = Hand(size=5, least=5, dpi=600, lines=1, language=language)
    asked = replace(small, size=6, least=6)
    name = NAMES[script].split()[0]
    assert LETTERING.fit([name], (5000, 500), asked).size == asked.pixels(points)
    wide = LETTERING.fit([name], (5000, 500), asked)
    with pytest.raises(Unprintable):
        LETTERING.fit([name], (wide.width * 3 // 5, 500), asked)
