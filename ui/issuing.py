"""Issuing: from the clerk's approval to a card in the tray, beside the screen.

Each step runs in a thread of its own and ends in the screen's thread. A step that the world refuses
(a wrong PIN, a cover that is open) is told by a signal, and can be tried again; nothing is printed
that was not read back and verified.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.devices import CardPrinter, CardSize, Condition, Frame, JobEnd, Outcome, Tray, Trouble
from kiosk.errors import Incomplete, SignerLost, Unverified
from kiosk.formats import qr
from kiosk.isolation.approval import Approval
from kiosk.isolation.channel import Say
from kiosk.session.card import Card
from kiosk.session.credential import Credential, issue
from kiosk.session.printing import send
from kiosk.session.review import Confirmation, Refused, Review
from kiosk.trust.keys import Issuer
from ui import work
from ui.outside import Outside

ALL_TRIES = 3  # what a PIN page shows while nobody has checked a PIN
_CHANNELS = 8  # a signer that died is started anew: the same approval is brought to the new one

_Answer = TypeVar("_Answer")
_Second = tuple[int, str] | None  # the number and PIN of who decides on an exception with the clerk
Draw = Callable[[Confirmation, CardSize, str | None, str], Card]
Unfit = Callable[[Confirmation], tuple[str, ...]]
OpenPrinter = Callable[[], CardPrinter | None]


@dataclass(frozen=True, slots=True)
class Tools:
    """What issuing works with: the issuer, the art, and a fresh connection to the printer."""

    issuer: Issuer
    draw: Draw
    unfit: Unfit
    open_printer: OpenPrinter


@dataclass(frozen=True, slots=True)
class Made:
    """A card that is signed and drawn, and can be drawn again in another size."""

    review: Review
    credential: Credential
    card: Card


@dataclass(frozen=True, slots=True)
class Sent:
    """How a job ended, the card as it was sent, and the side with the code as it lies there now."""

    end: JobEnd
    card: Card
    back: Frame

    @property
    def started(self) -> bool:
        """Whether a blank was opened for it."""
        return self.end.outcome is not Outcome.NOT_STARTED


class Issuing(QObject):
    """`refused` carries the tries left; `signed` the Review, its Credential and Card."""

    refused = Signal(int)
    signer_lost = Signal()
    signed = Signal(object, object, object)
    news = Signal(object)  # News, while the job runs
    ended = Signal(object)  # Sent
    # Confirmation; Card, or None where there is no room; the answers that do not fit
    previewed = Signal(object, object, object)

    def __init__(self, tools: Tools, outside: Outside) -> None:
        super().__init__()
        self._tools = tools
        self._outside = outside
        self._size = CardSize()
        self._running: CardPrinter | None = None  # what prints now

    def look_at_printer(self, done: Callable[[Condition], None]) -> None:
        """Learn what the printer holds and wants of a side, so that the preview has its pixels.

        A printer that is not there now may be there later: the preview is then drawn at 300 dpi.
        """
        work.run(self._read_state, lambda state: self._take_state(*state, done))

    def preview(self, confirmation: Confirmation) -> None:
        """Draw what the card will be; the code is added when the clerk approves."""
        size, note = self._size, self.tr("The code is added when the clerk approves.")
        work.run(
            lambda: self._draw_preview(confirmation, size, note),
            lambda drawn: self.previewed.emit(confirmation, *drawn),
        )

    def sign(self, review: Review, pin: str, second: str | None = None) -> None:
        """Have the credential signed, draw the card and read its code back.

        `second` is the PIN of the review's second person. Raises Incomplete if there is one of them
        without the other.
        """
        beside = _second_person(review, second)
        work.run(lambda: self._make(review, pin, beside), self._made)

    @property
    def issuer(self) -> Issuer:
        """Whose cards these are."""
        return self._tools.issuer

    def print(self, made: Made) -> None:
        """Print the card; `ended` tells what the printer can know of it."""
        work.run(lambda: self._print(made), self.ended.emit)

    def give_up(self) -> None:
        """Have a job that runs stopped, for this session ends; at once if there is none."""
        running = self._running
        if running is not None:
            running.give_up()

    def check(self, number: int, pin: str, done: Callable[[int | None], None]) -> None:
        """Check a clerk's PIN alone; `done` gets None if it is right, else the tries left."""
        work.run(lambda: self._check(number, pin), done)

    def _draw_preview(
        self, confirmation: Confirmation, size: CardSize, note: str
    ) -> tuple[Card | None, tuple[str, ...]]:
        unfit = self._tools.unfit(confirmation)
        return None if unfit else self._tools.draw(confirmation, size, None, note), unfit

    # -- in threads ----------------------------------------------------------------------------

    def _make(self, review: Review, pin: str, second: _Second) -> "Made | Refused | None":
        credential = self._signed(review, pin, second)
        if credential is None or isinstance(credential, Refused):
            return credential
        return Made(review, credential, self._drawn(review, credential, self._size))

    def _drawn(self, review: Review, credential: Credential, size: CardSize) -> Card:
        """Draw the card and read its code back. Raises Unverified."""
        card = self._tools.draw(review.confirmation, size, credential.text, "")
        if qr.read(card.back.frame) != credential.text:
            raise Unverified
        return card

    def _signed(self, review: Review, pin: str, second: _Second) -> Credential | Refused | None:
        """Return None if no signer can be reached."""

        def ask(approval: Approval) -> Credential | Refused:
            sign = _sign_with(approval, review.clerk, pin, second)
            return issue(review, self._tools.issuer, sign)

        return self._with_signer(ask)

    def _check(self, number: int, pin: str) -> int | None:
        """Return None if the PIN is right, else the tries left; without a signer, all of them."""
        answer = self._with_signer(lambda approval: (approval.check(number, pin),))
        return ALL_TRIES if answer is None else answer[0]

    def _with_signer(self, ask: Callable[[Approval], _Answer]) -> _Answer | None:
        """Bring the question to a signer, and to the next one if it dies; None: there is none."""
        for _ in range(_CHANNELS):
            descriptor = self._outside.ask_and_wait(Say.SIGNER)
            if descriptor is None:
                return None
            approval = Approval(descriptor)
            try:
                return ask(approval)
            except SignerLost:
                continue
            finally:
                approval.close()
        return None

    def _read_state(self) -> tuple[Condition, CardSize | Trouble]:
        printer = self._tools.open_printer()
        if printer is None:
            return Condition(Trouble.NOT_THERE), Trouble.NOT_THERE
        try:
            return printer.condition(), printer.size()
        finally:
            printer.close()

    def _print(self, made: Made) -> Sent:
        printer = self._tools.open_printer()
        if printer is None:
            return _not_sent(made.card, Trouble.NOT_THERE)
        try:
            size = printer.size()
            if isinstance(size, Trouble):
                return _not_sent(made.card, size)
            card = made.card
            if not _measures(card, size):  # another printer than when the card was drawn
                card = self._drawn(made.review, made.credential, size)
            self._running = printer
            end = send(card, printer, self._outside.book_blank, self.news.emit)
            tray = printer.tray if isinstance(printer, Tray) else ()
            return Sent(end, card, tray[-1] if tray else card.back.frame)
        finally:
            self._running = None
            printer.close()

    # -- back in the screen's thread -------------------------------------------------------------

    def _take_state(
        self, condition: Condition, size: CardSize | Trouble, done: Callable[[Condition], None]
    ) -> None:
        if isinstance(size, CardSize):
            self._size = size
        done(condition)

    def _made(self, made: "Made | Refused | None") -> None:
        if made is None:
            self.signer_lost.emit()
        elif isinstance(made, Refused):
            self.refused.emit(made.tries_left)
        else:
            self.signed.emit(made.review, made.credential, made.card)


def _not_sent(card: Card, trouble: Trouble) -> Sent:
    return Sent(JobEnd(Outcome.NOT_STARTED, trouble), card, card.back.frame)


def _measures(card: Card, size: CardSize) -> bool:
    front = card.front.frame
    return (front.width, front.height, card.dpi) == (size.width, size.height, size.dpi)


def _second_person(review: Review, pin: str | None) -> _Second:
    if review.second is not None and pin is not None:
        return review.second, pin
    if review.second is not None or pin is not None:
        raise Incomplete
    return None


def _sign_with(
    approval: Approval, clerk: int, pin: str, second: _Second
) -> Callable[[bytes], bytes | Refused]:
    def sign(digest: bytes) -> bytes | Refused:
        signature = approval.sign(clerk, pin, digest, second)
        return signature if isinstance(signature, bytes) else Refused(signature)

    return sign
