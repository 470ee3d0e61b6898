"""Duties: what a page's own signals set off, beyond handing on the value of its stage.

A page decides nothing; what it asks for (a camera, a preview, an approval, a print) is done here,
and what came of it is shown on the page, or given to the flow.
"""

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kiosk.devices.v4l2 import PAPERS_SIZE
from kiosk.isolation.channel import Say
from kiosk.session import discard
from kiosk.session import journey as journeys
from kiosk.session.card import Card, upright
from kiosk.session.credential import Credential
from kiosk.session.review import Confirmation, Review, approve, confirm
from kiosk.session.term import term
from kiosk.trust import serial
from ui.hands import Hands
from ui.pages import Page
from ui.pages.check import CheckPage
from ui.pages.evidence import EvidencePage
from ui.pages.look import LookPage
from ui.pages.portrait import PortraitPage
from ui.pages.printing import PrintingPage
from ui.pages.readiness import ReadinessPage
from ui.pages.review import ReviewPage
from ui.pages.slip_face import SlipFace
from ui.pages.taken import TakenPage
from ui.printing_duty import Looking, PrintingDuty
from ui.seeing import Seeing
from ui.slips import SlipDesk
from ui.supplies import Supplies

if TYPE_CHECKING:
    from ui.pages.read_face import ReadFace

_PAINTED = 40  # milliseconds in which a page is on the screen


class Duties:
    """Connects pages to what they may ask for, and serves them when they come up and go."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.seeing = Seeing(hands.outside, training=hands.place.training)
        self._printing: PrintingDuty | None = None
        self._looking: Looking | None = None
        self._supplies = Supplies(hands.issuing)
        self._kept: list[object] = []  # Qt does not hold what its signals call

    def take_on(self, page: Page) -> None:
        """Connect a page that was just built."""
        hands = self._hands
        match page:
            case CheckPage():
                page.change.connect(hands.flow.change)
                self._kept.append(_Preview(page, hands))
            case EvidencePage():
                page.give_back.connect(hands.flow.give_back)
                page.not_today.connect(lambda: hands.end(Say.REFUSED))
                self._serve_slips(page.slip)
                self._serve_reading(page.clerk.reading)
            case ReadinessPage():
                self._serve_slips(page.slip)
            case ReviewPage():
                self._kept.append(_Approving(page, hands))
            case PrintingPage():
                self._printing = PrintingDuty(page, hands, self.seeing)
            case LookPage():
                self._looking = Looking(page, hands)
            case TakenPage():
                page.another.connect(self._go_on)
            case _:
                pass

    def forget(self) -> None:
        """Let go of what served pages that are destroyed; what it is called by lets go as well."""
        self._kept.clear()
        self._printing = None

    def look_for(self, *, left: bool) -> None:
        """Have a clerk look for a card in the printer, or, with `left`, for one not taken."""
        if self._looking is not None:
            self._looking.page.mode(left=left)

    def shown(self, page: Page) -> None:
        """Do what a page needs whenever it comes up."""
        hands = self._hands
        match page:
            case PortraitPage():
                self.seeing.begin(page)
                self._supplies.watch(page.show_printer)
            case CheckPage():
                # The page is painted first: drawing the card would take its turns from it.
                QTimer.singleShot(_PAINTED, lambda: _preview(hands))
            case EvidencePage():
                hands.outside.say(Say.CALL)
            case PrintingPage() if self._printing is not None:
                self._printing.begin()
            case _:
                pass

    def left(self, page: Page) -> None:
        """Take back what was done for a page when another one comes up."""
        self.seeing.end()
        self._supplies.rest()
        page.leave()
        if isinstance(page, EvidencePage):
            self._hands.outside.say(Say.CALL_OVER)

    def _go_on(self) -> None:
        """Begin with the next child of a family, once the last one's card is in a hand."""
        flow = self._hands.flow
        if flow.stage == "taken":
            following = journeys.next_member(flow.journey)
            self._hands.outside.say(Say.TAKEN)
            flow.go(following)

    def _serve_slips(self, face: SlipFace) -> None:
        face.wanted.connect(SlipDesk(face.part, self._hands.slips).show_slip)

    def _serve_reading(self, face: "ReadFace | None") -> None:
        if face is None:
            return
        face.use_scan(self._hands.scan)
        face.opened.connect(lambda: self.seeing.begin(face, PAPERS_SIZE))
        face.closed.connect(self.seeing.end)


def _preview(hands: Hands) -> None:
    if hands.flow.stage != "check":  # it was left as soon as it came
        return
    journey, today = hands.flow.journey, hands.place.today
    born = journey.application.birth_date
    if born is None:
        return
    days = term(born, today, hands.place.city.terms)
    number = serial.draw(os.urandom)
    asked = hands.place.asked(journey.application)
    hands.issuing.preview(confirm(journey.application, journey.portrait, number, days, asked))


class _Preview:
    """Shows a preview on the check page, unless another page has come up meanwhile."""

    def __init__(self, page: CheckPage, hands: Hands) -> None:
        self._page = page
        self._hands = hands
        hands.issuing.previewed.connect(self._show)

    def _show(self, confirmation: Confirmation, card: Card | None, unfit: tuple[str, ...]) -> None:
        if self._hands.flow.stage != "check":
            return
        if card is None:
            self._page.show_unfit(unfit)
        else:
            self._page.show_preview(confirmation, *upright(card), unfit)


class _Approving:
    """The clerk's PIN on the review page: one approval, one signature, then the card is drawn."""

    def __init__(self, page: ReviewPage, hands: Hands) -> None:
        self._page = page
        self._hands = hands
        page.give_back.connect(hands.flow.give_back)
        page.approved.connect(self._approve)
        hands.issuing.refused.connect(self._refused)
        hands.issuing.signer_lost.connect(self._signer_lost)
        hands.issuing.signed.connect(self._signed)

    def _approve(self, who: tuple[int, str], second: tuple[int, str] | None) -> None:
        journey = self._hands.flow.journey
        if self._hands.flow.stage != "review" or journey.check is None or journey.evidence is None:
            return
        self._page.busy(True)
        (number, pin), (other, other_pin) = who, second or (None, None)
        review = approve(journey.check, journey.evidence, number, other)
        self._hands.issuing.sign(review, pin, other_pin)

    def _refused(self, tries_left: int) -> None:
        self._page.busy(False)
        self._page.refused(tries_left)

    def _signer_lost(self) -> None:
        self._page.busy(False)
        self._page.trouble("signer-lost")

    def _signed(self, review: Review, credential: Credential, card: Card) -> None:
        flow = self._hands.flow
        issued = discard.end(credential, self._hands.scan)
        flow.go(replace(flow.journey, review=review, credential=issued, card=card))
