"""The card printer against a real IPP printer process whose mechanism fails as planned.

What a printer says is compared with the cards that really left it: no card is ever sent twice, and
nothing but two counted, completed and uncontradicted sides is claimed.
"""

import socket
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices import CardSize, Condition, Frame, JobEnd, Outcome, Side, Trouble
from kiosk.devices.printer import IppPrinter
from kiosk.devices.printer_says import JOB_ATTRIBUTES, PRINTER_ATTRIBUTES, STATE_ATTRIBUTES
from kiosk.formats import ipp, pwg
from kiosk.formats.bitmap import Bitmap
from kiosk.formats.ipp_answer import Attributes, decode, texts
from tests.printer.counter import CLAIMED, QUICK, SIDES, Watcher, once
from tests.printer.fixture import CardPrinterProcess, MakeRelay, StartCardPrinter
from tests.printer.libcups import read_raster
from tests.printer.relay import operations, requests, split


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()


# -- the good card ------------------------------------------------------------------------------


def test_a_good_card_is_claimed_and_came_out(
    card_printer: CardPrinterProcess, watcher: Watcher
) -> None:
    assert watcher.print_on(once(card_printer)) == CLAIMED
    assert (card_printer.cards_out, watcher.first_bytes, watcher.troubles) == (1, 1, [])
    assert watcher.sides[-1] == 2


def test_cups_finds_in_what_the_printer_received_the_very_pixels_that_were_sent(
    card_printer: CardPrinterProcess, watcher: Watcher
) -> None:
    watcher.print_on(once(card_printer))

    (document,) = card_printer.documents()
    front, back = read_raster(document)
    assert (front.pixels, back.pixels) == (SIDES[0].frame.rgb, SIDES[1].frame.rgb)
    assert (front.width, front.height, front.dpi) == (1011, 638, (300, 300))
    assert (front.bits_per_pixel, front.color_space, front.duplex) == (24, 19, 1)
    assert front.size_name == "iso_id-1_53.98x85.6mm"


def test_nothing_but_constants_and_pixels_leaves(
    card_printer: CardPrinterProcess,
    watcher: Watcher,
    make_relay: MakeRelay,
) -> None:
    relay = make_relay(card_printer.connect())
    watcher.print_on(IppPrinter(relay.connection(), card_printer.uri, patience=QUICK))
    relay.close()

    said: set[str] = set()
    documents: list[bytes] = []
    for head, body in requests(relay.sent):
        assert head.startswith(b"POST /ipp/print HTTP/1.1\r\nHost: localhost:")
        assert head.count(b"\r\n") == 3
        message, document = split(body)
        documents += [document] if document else []
        said |= words(message) - {card_printer.uri}
    assert documents == card_printer.documents()
    asked_for = {*PRINTER_ATTRIBUTES, *STATE_ATTRIBUTES, *JOB_ATTRIBUTES}
    constants = {"utf-8", "en", "kiosk", "card", ipp.PWG_RASTER, ipp.TWO_SIDED}
    assert said == asked_for | constants


def test_no_byte_of_the_card_has_left_when_the_first_is_announced(
    card_printer: CardPrinterProcess,
    watcher: Watcher,
    make_relay: MakeRelay,
) -> None:
    relay = make_relay(card_printer.connect())
    sent_before: list[bytes] = []
    watcher.first_byte = lambda: sent_before.append(relay.sent)  # type: ignore[method-assign]  # a spy
    watcher.print_on(IppPrinter(relay.connection(), card_printer.uri, patience=QUICK))

    (before,) = sent_before
    assert operations(before)[-2:] == [
        ipp.Operation.GET_JOB_ATTRIBUTES,
        ipp.Operation.GET_PRINTER_ATTRIBUTES,
    ]
    assert ipp.Operation.SEND_DOCUMENT not in operations(before)
    assert operations(relay.sent).count(ipp.Operation.SEND_DOCUMENT) == 1


# -- faults that somebody cures -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "at", "trouble"),
    [
        ("media-empty", "feed", Trouble.OUT_OF_CARDS),
        ("cover-open", "flip", Trouble.COVER_OPEN),
        ("moving-to-paused", "front", Trouble.PAUSED),
        ("marker-supply-empty", "back", Trouble.RIBBON),
        ("other", "eject", Trouble.OTHER),
    ],
)
def test_a_cured_fault_is_told_and_taken_back_and_the_card_is_claimed(
    card_printer: CardPrinterProcess, watcher: Watcher, reason: str, at: str, trouble: Trouble
) -> None:
    card_printer.plan(fault=reason, at=at)
    watcher.at_trouble = lambda told: card_printer.release() if told else None

    assert watcher.print_on(once(card_printer)) == CLAIMED
    assert watcher.troubles == [trouble, None]
    assert card_printer.cards_out == 1


# -- faults that spoil the card -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "trouble"),
    [
        ("marker-supply-empty", Trouble.RIBBON),
        ("media-jam", Trouble.JAM),
        ("ribbon-broken", Trouble.OTHER),  # a word that the printer does not pass on
        ("exit", Trouble.OTHER),
        ("tray-full", Trouble.OTHER),
    ],
)
@pytest.mark.parametrize("at", ["feed", "front", "flip", "back", "eject"])
def test_an_aborted_card_is_asked_about(
    card_printer: CardPrinterProcess, watcher: Watcher, reason: str, at: str, trouble: Trouble
) -> None:
    card_printer.plan(fault=reason, at=at, hold=False, clears=False)

    assert watcher.print_on(once(card_printer)) == JobEnd(Outcome.ASK, trouble)
    assert (card_printer.cards_out, watcher.first_bytes) == (0, 1)
    assert len(card_printer.documents()) == 1


@pytest.mark.parametrize(
    ("plan", "out"),
    [
        ({"fault": "lie", "at": "back"}, 0),
        ({"fault": "lie", "at": "feed"}, 0),
        ({"mute": True}, 1),
        ({"mute": True, "fault": "lie", "at": "back"}, 0),
    ],
)
def test_completed_without_two_counted_sides_is_asked_about(
    card_printer: CardPrinterProcess, watcher: Watcher, plan: dict[str, object], out: int
) -> None:
    card_printer.plan(**plan)

    assert watcher.print_on(once(card_printer)) == JobEnd(Outcome.ASK)
    assert card_printer.cards_out == out


def test_a_card_stuck_at_the_exit_is_claimed_so_somebody_must_look(
    card_printer: CardPrinterProcess, watcher: Watcher
) -> None:
    card_printer.plan(fault="lie", at="eject")

    assert watcher.print_on(once(card_printer)) == CLAIMED
    assert card_printer.cards_out == 0


def test_no_card_is_started_while_the_last_fault_stands(
    card_printer: CardPrinterProcess, watcher: Watcher
) -> None:
    card_printer.plan(fault="marker-supply-empty", at="back", hold=False, clears=False)
    watcher.print_on(once(card_printer))

    again = Watcher()
    assert again.print_on(once(card_printer)) == JobEnd(Outcome.NOT_STARTED, Trouble.RIBBON)
    assert again.first_bytes == 0
    assert len(card_printer.documents()) == 1


def test_no_card_is_started_while_the_printer_has_another(
    card_printer: CardPrinterProcess, watcher: Watcher
) -> None:
    card_printer.plan(fault="media-empty", at="feed")
    other = Watcher()

    def try_another(told: Trouble | None) -> None:
        if told is not None:
            others.append(other.print_on(once(card_printer)))
            card_printer.release()

    others: list[JobEnd] = []
    watcher.at_trouble = try_another
    assert watcher.print_on(once(card_printer)) == CLAIMED
    assert [end.outcome for end in others] == [Outcome.NOT_STARTED]
    assert (card_printer.cards_out, other.first_bytes) == (1, 0)


# -- what is printed on -------------------------------------------------------------------------


def test_what_a_printer_holds_is_asked_before_the_card(
    start_card_printer: StartCardPrinter,
) -> None:
    with closing(once(start_card_printer())) as full:
        assert full.condition() == Condition(cards=87, ribbon=160)
    tray = 'ATTR octetString printer-input-tray "type=other;level=0;status=0;name=hopper;"'
    empty = start_card_printer({"printer-input-tray": tray})
    with closing(once(empty)) as hopper:
        assert hopper.condition() == Condition(Trouble.OUT_OF_CARDS, 0, 160, low=True)
        empty.switch_off()
        assert hopper.condition() == Condition(Trouble.NOT_THERE)


def test_the_size_of_a_card_is_what_the_printer_says(card_printer: CardPrinterProcess) -> None:
    with closing(once(card_printer)) as printer:
        assert printer.size() == CardSize(1011, 638, 300)


@pytest.mark.parametrize(
    "attributes",
    [
        {"sides-supported": 'ATTR keyword sides-supported "one-sided"'},
        {
            "media-ready": 'ATTR keyword media-ready "iso_a4_210x297mm"',
            "media-col-ready": None,
        },
        {"printer-type": "ATTR integer printer-type 4"},
        {
            "pwg-raster-document-resolution-supported": (
                "ATTR resolution pwg-raster-document-resolution-supported 300x600dpi"
            )
        },
    ],
)
def test_a_printer_that_is_not_for_cards_gets_none(
    start_card_printer: StartCardPrinter, watcher: Watcher, attributes: dict[str, str | None]
) -> None:
    process = start_card_printer(attributes)

    end = watcher.print_on(once(process))
    assert end == JobEnd(Outcome.NOT_STARTED, Trouble.NOT_A_CARD_PRINTER)
    assert (watcher.first_bytes, process.documents()) == (0, [])


def test_sides_of_another_size_are_not_sent(
    card_printer: CardPrinterProcess, watcher: Watcher
) -> None:
    small = Side(Frame(10, 10, bytes(300)), Bitmap(10, 10, bytes(20)))
    with closing(once(card_printer)) as printer:
        end = printer.print_sides((small, small), watcher.first_byte, watcher.tell)
    assert end == JobEnd(Outcome.NOT_STARTED, Trouble.OTHER)
    assert watcher.first_bytes == 0


@pytest.mark.parametrize("spoil", [b"", b"\x01"])
def test_a_document_that_does_not_read_back_is_not_sent(
    card_printer: CardPrinterProcess,
    watcher: Watcher,
    monkeypatch: pytest.MonkeyPatch,
    spoil: bytes,
) -> None:
    encode = pwg.encode
    monkeypatch.setattr(pwg, "encode", lambda *a: encode(*a)[:-1] + spoil)
    end = watcher.print_on(once(card_printer))
    assert end == JobEnd(Outcome.NOT_STARTED, Trouble.OTHER)
    assert (watcher.first_bytes, card_printer.documents()) == (0, [])


# -- a printer that is none ---------------------------------------------------------------------


@given(
    raw=st.binary(max_size=300)
    | st.builds(lambda body: http(b"\x02\x00\x00\x00\x00\x00\x00\x01" + body), st.binary())
)
def test_whatever_answers_is_judged_and_never_raises(raw: bytes) -> None:
    ours, theirs = socket.socketpair()
    with theirs:
        theirs.sendall(raw)
        theirs.shutdown(socket.SHUT_WR)
        with closing(IppPrinter(ours.detach(), "ipp://localhost/ipp/print")) as printer:
            assert printer.size() in {Trouble.NOT_THERE, Trouble.NOT_A_CARD_PRINTER}


def http(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body


def words(message: bytes) -> set[str]:
    """Return every text in a message, at any depth."""

    def of(attributes: Attributes) -> set[str]:
        found = {word for name in attributes for word in texts(attributes, name)}
        for values in attributes.values():
            for value in values:
                found |= of(value) if isinstance(value, dict) else set()
        return found

    return {word for _, group in decode(message).groups for word in of(group)}
