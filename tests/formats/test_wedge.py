"""Scanners and typists at one keyboard, with the time as they would take it."""

import random
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.formats.wedge import ETX, FRAME_MS, STX, Heard, Scanned, Typed, Wedge, pause, press
from tests.documents.licences import MODERN, payload

LICENCE = payload(MODERN).decode("latin-1")
ZONE = (
    "I<UTOD231458907<<<<<<<<<<<<<<<\n"
    "7408122F1204159UTO<<<<<<<<<<<6\n"
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<\n"
)
NAME = "María Guadalupe Hernández"


def heard(keys: Iterable[tuple[str, float]], wedge: Wedge | None = None) -> list[Heard]:
    """Return what is settled when each key comes so many ms after the one before it."""
    wedge, now, settled = wedge or Wedge(), 1000.0, []
    for key, gap in keys:
        if wedge.waits_ms is not None and gap > wedge.waits_ms:
            wedge, what = pause(wedge)
            settled.append(what)
        now += gap
        wedge, what = press(wedge, key, now)
        settled.append(what)
    settled.append(pause(wedge)[1])
    return [what for what in settled if what]


def typing(text: str, gap: Callable[[], float]) -> list[tuple[str, float]]:
    return [(key, gap()) for key in text]


@pytest.mark.parametrize("text", [LICENCE, ZONE])
@pytest.mark.parametrize("fastest", [0.2, 1, 5, 20])
def test_a_scanners_burst_is_one_scan(text: str, fastest: float) -> None:
    gaps = random.Random(1)
    keys = typing(text, lambda: gaps.uniform(fastest, 1.5 * fastest))
    assert heard(keys) == [Scanned(text.encode())]


@pytest.mark.parametrize("gap", [0.5, 30, 200])
def test_between_stx_and_etx_any_speed_is_a_scan(gap: float) -> None:
    assert heard(typing(STX + ZONE + ETX, lambda: gap)) == [Scanned(ZONE.encode())]


def test_a_frame_that_never_ends_reaches_no_field() -> None:
    assert heard(typing(STX + ZONE, lambda: 5)) == []
    late = [*typing(STX + ZONE, lambda: 5), ("a", FRAME_MS + 1)]
    assert heard(late) == [Typed("a")]


TYPISTS = {
    "40 words a minute": lambda gaps: max(60, gaps.gauss(300, 80)),
    "120 words a minute": lambda gaps: max(12, gaps.gauss(95, 40)),
    "fingers that roll": lambda gaps: gaps.choice([12, 18, 25, 90, 120, 150]),
}


@pytest.mark.parametrize("typist", TYPISTS)
def test_a_persons_keys_all_arrive_and_are_never_a_scan(typist: str) -> None:
    gaps = random.Random(2)
    for _ in range(300):
        keys = typing(NAME, lambda: TYPISTS[typist](gaps))
        settled = heard(keys)
        assert all(isinstance(what, Typed) for what in settled)
        assert "".join(what.keys for what in settled if isinstance(what, Typed)) == NAME


def test_a_key_that_is_held_down_is_a_person() -> None:
    assert heard(typing("a" * 60, lambda: 30)) == [Typed("a" * 60)]


def test_keys_typed_just_before_a_scan_stay_in_their_field() -> None:
    keys = [*typing("Ana", lambda: 150), (ZONE[0], 100), *typing(ZONE[1:], lambda: 2)]
    assert heard(keys) == [Typed("A"), Typed("n"), Typed("a"), Scanned(ZONE.encode())]


@given(
    keys=st.lists(
        st.tuples(st.characters(exclude_characters=STX + ETX), st.floats(0, 500)), max_size=60
    )
)
def test_without_frames_no_key_is_lost_or_doubled(keys: list[tuple[str, float]]) -> None:
    arrived = b"".join(
        what.payload if isinstance(what, Scanned) else what.keys.encode()
        for what in heard(keys)
        if what
    )
    assert arrived == "".join(key for key, _ in keys).encode()


def test_what_is_held_and_heard_is_in_no_trace() -> None:
    held, _ = press(Wedge(), "Q", 0)
    assert "Q" not in repr([held, Typed("Q"), Scanned(b"Q")])
