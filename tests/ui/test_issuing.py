import socket
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.devices import CardSize, Frame
from kiosk.devices.screen_printer import Fault, ScreenPrinter
from kiosk.errors import Incomplete
from kiosk.formats import qr
from kiosk.isolation.channel import Say, SessionEnd, Tell, pair
from kiosk.session.application import Address, AddressKind, Application, Name
from kiosk.session.card import Card
from kiosk.session.credential import Credential
from kiosk.session.evidence import Evidence
from kiosk.session.portrait import Portrait
from kiosk.session.review import Confirmation, Review
from kiosk.session.term import CardTerm
from kiosk.trust.keys import Issuer
from tests.signer.conftest import KEY, Signer, spawn, write_files
from ui.issuing import Issuing, Tools
from ui.outside import Outside

ANA = Application(
    language="es",
    name=Name("Ana", "Ruiz"),
    latin_name="",
    birth_date=date(1987, 3, 27),
    gender="",
    address=Address(AddressKind.OMITTED),
)
CONFIRMATION = Confirmation(
    ANA, Portrait(b""), "7QX4K2M9PT3DV6HZ", CardTerm(date(2026, 11, 24), date(2031, 11, 24))
)
BY_ONE = Review(CONFIRMATION, Evidence((), (), {}), clerk=12)
BY_TWO = Review(CONFIRMATION, Evidence((), (), {}, excepted=("photo",)), clerk=12, second=65_535)
PIN, SECOND_PIN = "246810", "1234567890123456"


def draw(_: Confirmation, size: CardSize, code: str | None, __: str) -> Card:
    """Draw a card that is nothing but its code."""
    picture = qr.picture(qr.plan(code or "", 1000)).convert("RGB")
    side = Frame(picture.width, picture.height, picture.tobytes())
    return Card(side, side, size.dpi)


@pytest.fixture
def signer(tmp_path: Path) -> Iterator[Signer]:
    running = spawn(write_files(tmp_path))
    assert running.control.recv(2) == b"r"
    yield running
    running.stop()


@pytest.fixture
def issuing(signer: Signer) -> Iterator[Issuing]:
    """Return what issues cards with the help of a supervisor who gives channels to a signer."""
    supervisor, session = pair()
    giving = threading.Thread(target=give_channels, args=(supervisor, signer))
    giving.start()
    end = SessionEnd(session.detach())
    outside = Outside(end)
    issuer = Issuer("alderport.example", KEY.public_key())
    yield Issuing(Tools(issuer, draw, lambda _: (), lambda: None), outside)
    outside.stop_listening()
    supervisor.shutdown(socket.SHUT_RDWR)
    giving.join()
    supervisor.close()
    end.close()


def give_channels(supervisor: socket.socket, signer: Signer) -> None:
    while supervisor.recv(1) == bytes([Say.SIGNER]):
        socket.send_fds(supervisor, [bytes([Tell.SIGNER])], [signer.session(1).fileno()])


@pytest.mark.parametrize(("review", "second"), [(BY_ONE, None), (BY_TWO, SECOND_PIN)])
def test_right_pins_make_a_card(
    issuing: Issuing, qtbot: QtBot, review: Review, second: str | None
) -> None:
    with qtbot.waitSignal(issuing.signed) as signed:
        issuing.sign(review, PIN, second)
    of, credential, card = signed.args
    assert of == review
    assert isinstance(credential, Credential)
    assert qr.read(card.back) == credential.text


def test_a_wrong_pin_of_the_second_person_is_refused(issuing: Issuing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(issuing.refused) as refused:
        issuing.sign(BY_TWO, PIN, "1")
    assert refused.args == [2]


@pytest.mark.parametrize(("review", "second"), [(BY_ONE, SECOND_PIN), (BY_TWO, None)])
def test_a_second_pin_and_a_second_person_go_together(
    issuing: Issuing, review: Review, second: str | None
) -> None:
    with pytest.raises(Incomplete):
        issuing.sign(review, PIN, second)


class WaitingPrinter(ScreenPrinter):
    """A printer whose card takes as long as nobody asks it to stop."""

    def __init__(self) -> None:
        super().__init__(Fault.COVER_OPEN, self._wait)
        self.asked = threading.Event()

    def _wait(self) -> None:
        self.asked.wait()

    def give_up(self) -> None:
        self.asked.set()


def test_a_job_that_runs_is_given_up_and_none_is_no_matter(qtbot: QtBot) -> None:
    supervisor, session = pair()
    printer, end = WaitingPrinter(), SessionEnd(session.detach())
    outside = Outside(end)
    tools = Tools(
        Issuer("alderport.example", KEY.public_key()), draw, lambda _: (), lambda: printer
    )
    issuing = Issuing(tools, outside)
    issuing.give_up()
    assert not printer.asked.is_set()
    side = Frame(1011, 638, bytes(1011 * 638 * 3))
    with qtbot.waitSignal(issuing.trouble):
        issuing.print(Card(side, side, 300))
        assert supervisor.recv(1) == bytes([Say.OPENED])
        supervisor.send(bytes([Tell.BOOKED]))
    with qtbot.waitSignal(issuing.ended):
        issuing.give_up()
    assert printer.asked.is_set()
    outside.stop_listening()
    supervisor.close()
    end.close()
