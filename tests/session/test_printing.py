from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices import Frame, JobEnd, News, Outcome, Side, Trouble
from kiosk.devices.screen_printer import Fault, ScreenPrinter
from kiosk.formats.bitmap import Bitmap
from kiosk.session.card import Card
from kiosk.session.printing import (
    Code,
    Look,
    Printed,
    Seen,
    Settlement,
    is_read_back,
    look_up,
    printed,
    recognised,
    send,
    settle,
)
from kiosk.trust.keys import CURVE, Issuer
from tests.session.signed import credential, issuer

BLANK = Bitmap(1011, 638, bytes(127 * 638))
CARD = Card(
    Side(Frame(1011, 638, bytes(1011 * 638 * 3)), BLANK),
    Side(Frame(1011, 638, b"\xff" * (1011 * 638 * 3)), BLANK),
    300,
)
ends = st.builds(JobEnd, st.sampled_from(Outcome), st.none() | st.sampled_from(Trouble))
looks = st.sampled_from(Look)


def test_front_and_back_are_sent_in_this_order(monkeypatch: pytest.MonkeyPatch) -> None:
    given_sides: list[object] = []
    monkeypatch.setattr(
        ScreenPrinter, "print_sides", lambda _, sides, *__: given_sides.extend(sides)
    )
    send(CARD, ScreenPrinter(), lambda: None, lambda _: None)
    assert given_sides == [CARD.front, CARD.back]


def test_the_blank_is_opened_once_and_the_trouble_is_told() -> None:
    opened: list[None] = []
    told: list[News] = []
    end = send(CARD, ScreenPrinter(Fault.JAM), lambda: opened.append(None), told.append)
    assert (end, len(opened)) == (JobEnd(Outcome.ASK, Trouble.JAM), 1)
    assert told == [News(0, Trouble.JAM)]


@pytest.mark.parametrize(
    ("outcome", "look", "settlement"),
    [
        (Outcome.NOT_STARTED, Look.GOOD, Settlement.UNUSED),
        (Outcome.NOT_STARTED, Look.BAD, Settlement.UNUSED),
        (Outcome.NOT_STARTED, Look.NONE, Settlement.UNUSED),
        (Outcome.CLAIMED, Look.GOOD, Settlement.ISSUED),
        (Outcome.CLAIMED, Look.BAD, Settlement.SPOILED),
        (Outcome.CLAIMED, Look.NONE, Settlement.SPOILED),
        (Outcome.ASK, Look.GOOD, Settlement.ISSUED),
        (Outcome.ASK, Look.BAD, Settlement.SPOILED),
        (Outcome.ASK, Look.NONE, Settlement.SPOILED),
    ],
)
def test_what_became_of_the_blank(outcome: Outcome, look: Look, settlement: Settlement) -> None:
    assert settle(JobEnd(outcome), look, Seen.READ_BACK) is settlement


@given(end=ends, look=looks)
def test_a_card_that_nobody_recognised_is_never_issued(end: JobEnd, look: Look) -> None:
    assert settle(end, look, None) is not Settlement.ISSUED
    assert printed(end, look, None) is None


@given(end=ends, look=looks, seen=st.sampled_from(Seen))
def test_a_card_is_printed_exactly_if_its_blank_is_issued(
    end: JobEnd, look: Look, seen: Seen
) -> None:
    issued = settle(end, look, seen) is Settlement.ISSUED
    assert printed(end, look, seen) == (Printed(seen) if issued else None)


@pytest.mark.parametrize(
    ("code", "reader", "seen"),
    [
        (Code.THIS_CARD, True, Seen.READ_BACK),
        (Code.THIS_CARD, False, Seen.READ_BACK),
        (None, False, Seen.BY_CLERK),
        (None, True, None),
        (Code.ANOTHER, False, None),
        (Code.ANOTHER, True, None),
        (Code.UNVERIFIED, False, None),
        (Code.UNVERIFIED, True, None),
    ],
)
def test_nobodys_word_stands_in_for_a_reader(
    code: Code | None,
    reader: bool,  # noqa: FBT001 (a parameter of the test)
    seen: Seen | None,
) -> None:
    assert recognised(code, reader=reader) is seen


def test_a_code_is_this_cards_another_ones_or_not_genuine() -> None:
    ana, eva = credential("Ana"), credential("Eva")
    assert look_up(ana.text, ana, issuer()) is Code.THIS_CARD
    assert look_up(ana.text + "\r\n", ana, issuer()) is Code.THIS_CARD
    assert look_up(eva.text, ana, issuer()) is Code.ANOTHER
    assert look_up("https://example.org", ana, issuer()) is Code.ANOTHER
    assert look_up("", ana, issuer()) is Code.ANOTHER


def test_a_code_that_no_verifier_would_believe_is_not_this_cards() -> None:
    """As if the memory of this session had been damaged since it signed."""
    ana, eva = credential("Ana"), credential("Eva")
    torn = replace(ana, text=ana.text[:-3] + "000")
    assert look_up(torn.text, torn, issuer()) is Code.UNVERIFIED
    mixed = replace(ana, serial=eva.serial)
    assert look_up(mixed.text, mixed, issuer()) is Code.UNVERIFIED
    stranger = Issuer(issuer().name, ec.generate_private_key(CURVE).public_key())
    assert look_up(ana.text, ana, stranger) is Code.UNVERIFIED


@pytest.mark.parametrize(
    ("scanned", "same"),
    [
        ("NCF 1X", True),
        ("NCF 1X\r\n", True),
        ("NCF 1X ", False),
        ("ncf 1x", False),
        ("NCF 1", False),
        ("", False),
    ],
)
def test_a_card_is_read_back_if_its_code_is_the_very_text(scanned: str, same: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    assert is_read_back(scanned, "NCF 1X") is same
