"""The card printer when power, wire or patience ends in the middle of a card."""

import pytest

from kiosk.devices import JobEnd, Outcome, Trouble
from kiosk.devices.printer import IppPrinter
from kiosk.devices.vigil import Patience
from tests.printer.counter import CLAIMED, LENGTH, QUICK, Watcher, connected, once, script
from tests.printer.fixture import CardPrinterProcess, MakeRelay
from tests.printer.relay import requests


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()


# -- power, wire, silence -----------------------------------------------------------------------


@pytest.mark.parametrize("at", ["feed", "front", "flip", "back", "eject"])
def test_a_power_cut_is_asked_about(
    card_printer: CardPrinterProcess, watcher: Watcher, at: str
) -> None:
    card_printer.plan(fault="power-cut", at=at)

    assert watcher.print_on(once(card_printer)) == JobEnd(Outcome.ASK, Trouble.NOT_THERE)
    assert (card_printer.cards_out, watcher.troubles[-1:]) == (0, [Trouble.NOT_THERE])


def test_after_a_power_cut_nothing_is_printed_by_itself(
    card_printer: CardPrinterProcess, watcher: Watcher
) -> None:
    def switch_on() -> int:
        card_printer.plan()
        card_printer.switch_on()
        return card_printer.connect()

    card_printer.plan(fault="power-cut", at="back")
    printer = IppPrinter(card_printer.connect(), card_printer.uri, switch_on, QUICK)
    assert watcher.print_on(printer).outcome is Outcome.ASK
    assert (card_printer.cards_out, card_printer.count("start")) == (0, 1)


def test_another_card_with_the_same_number_is_not_taken_for_this_one(
    card_printer: CardPrinterProcess, watcher: Watcher
) -> None:
    def switch_on() -> int:
        card_printer.plan()
        card_printer.switch_on()
        assert Watcher().print_on(once(card_printer)) == CLAIMED
        return card_printer.connect()

    card_printer.plan(fault="power-cut", at="eject")
    printer = IppPrinter(card_printer.connect(), card_printer.uri, switch_on, QUICK)
    assert watcher.print_on(printer).outcome is Outcome.ASK
    assert card_printer.cards_out == 1


@pytest.mark.parametrize("reachable", [True, False])
def test_a_cut_upload_is_asked_about_and_never_sent_again(
    card_printer: CardPrinterProcess,
    watcher: Watcher,
    make_relay: MakeRelay,
    reachable: bool,  # noqa: FBT001 (a parameter of the test)
) -> None:
    relay = make_relay(card_printer.connect(), 500_000)
    again = card_printer.connect if reachable else None
    printer = IppPrinter(relay.connection(), card_printer.uri, again, QUICK)

    assert watcher.print_on(printer).outcome is Outcome.ASK
    # The process prints what it has: half a card comes out, and it must not count as good.
    card_printer.wait_for("card-out")
    assert [len(document) < LENGTH for document in card_printer.documents()] == [True]
    assert watcher.first_bytes == 1


@pytest.mark.parametrize("request_number", [1, 2, 3])
def test_a_wire_cut_before_the_card_leaves_uses_no_blank(
    card_printer: CardPrinterProcess,
    watcher: Watcher,
    make_relay: MakeRelay,
    request_number: int,
) -> None:
    whole = make_relay(card_printer.connect())
    card_printer.plan()
    watcher.print_on(IppPrinter(whole.connection(), card_printer.uri, patience=QUICK))
    before = sum(len(head + body) + 4 for head, body in requests(whole.sent)[: request_number - 1])

    cut = make_relay(card_printer.connect(), before + 50)
    another = Watcher()
    end = another.print_on(IppPrinter(cut.connection(), card_printer.uri, patience=QUICK))
    assert end == JobEnd(Outcome.NOT_STARTED, Trouble.NOT_THERE)
    assert (another.first_bytes, card_printer.cards_out) == (0, 1)


def test_a_connection_that_the_printer_dropped_while_the_card_was_drawn_is_made_anew(
    card_printer: CardPrinterProcess,
    watcher: Watcher,
    make_relay: MakeRelay,
) -> None:
    relay = make_relay(card_printer.connect())
    relay.cut()
    printer = IppPrinter(relay.connection(), card_printer.uri, card_printer.connect, QUICK)
    assert watcher.print_on(printer) == CLAIMED


def test_an_absent_printer_uses_no_blank(
    card_printer: CardPrinterProcess, watcher: Watcher
) -> None:
    printer = once(card_printer)
    card_printer.switch_off()

    assert printer.size() is Trouble.NOT_THERE
    assert watcher.print_on(printer) == JobEnd(Outcome.NOT_STARTED, Trouble.NOT_THERE)


def test_a_printer_that_was_silent_for_a_while_is_followed_to_the_end(
    card_printer: CardPrinterProcess, watcher: Watcher
) -> None:
    wait = script(card_printer.freeze).wait
    printer = connected(card_printer, Patience(0.002, answer=0.2, wait=wait))
    card_printer.plan(fault="hang", at="eject")

    def cure(told: Trouble | None) -> None:
        card_printer.thaw() if told else card_printer.release()

    watcher.at_trouble = cure
    assert watcher.print_on(printer) == CLAIMED
    assert watcher.troubles == [Trouble.NOT_THERE, None]
    assert card_printer.cards_out == 1


def test_a_printer_that_stays_silent_is_given_up(
    card_printer: CardPrinterProcess, watcher: Watcher
) -> None:
    card_printer.plan(fault="hang", at="front")
    quiet = script(card_printer.freeze).wait
    printer = connected(card_printer, Patience(0.002, answer=0.05, contact=0.2, wait=quiet))

    assert watcher.print_on(printer) == JobEnd(Outcome.ASK, Trouble.NOT_THERE)
    assert card_printer.cards_out == 0


# -- stopping -----------------------------------------------------------------------------------


def test_a_cancelled_card_may_come_out_and_is_asked_about(
    card_printer: CardPrinterProcess, watcher: Watcher
) -> None:
    card_printer.plan(fault="hang", at="front")

    def stop_when_it_hangs() -> None:
        card_printer.wait_for("fault")
        printer.give_up()

    # The request to stop goes out between two looks: the second step changes nothing.
    steps = [stop_when_it_hangs, lambda: None, card_printer.release]
    printer: IppPrinter = once(card_printer, script(*steps))

    assert watcher.print_on(printer) == JobEnd(Outcome.ASK)
    assert card_printer.cards_out == 1


def test_a_printer_that_hangs_without_a_word_is_asked_to_stop(
    card_printer: CardPrinterProcess, watcher: Watcher
) -> None:
    card_printer.plan(fault="hang", at="front")
    steps = [lambda: card_printer.wait_for("fault")]
    wait = script(*steps).wait
    printer = once(card_printer, Patience(0.002, contact=0.1, stuck=0.05, wait=wait))

    assert watcher.print_on(printer) == JobEnd(Outcome.ASK)
    card_printer.release()
    card_printer.wait_for("card-out")
