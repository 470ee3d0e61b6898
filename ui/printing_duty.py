"""Printing duty: one signed card, on as many blanks as it takes until somebody has a good one.

A blank is settled once, by what a person saw and a reader read. Nothing is printed by itself: every
further blank is asked for by a touch.
"""

from dataclasses import replace

from PySide6.QtCore import QTimer

from kiosk.devices import Frame, JobEnd, News, Outcome, Trouble
from kiosk.devices.drawn_card import DrawnCard
from kiosk.devices.v4l2 import PAPERS_SIZE
from kiosk.isolation.channel import Say
from kiosk.session import journey as journeys
from kiosk.session import printing
from kiosk.session.printing import Code, Look, Seen, Settlement
from ui.hands import Hands
from ui.issuing import Made, Sent
from ui.pages.look import LookPage
from ui.pages.printing import PrintingPage
from ui.seeing import Seeing

LOCKED_FOR = 60_000  # milliseconds before a locked "look in the printer" can be tried anew
_UNREADABLE = "card-unreadable"


class PrintingDuty:
    """Serves the page on which a card is printed, looked at and read back."""

    def __init__(self, page: PrintingPage, hands: Hands, seeing: Seeing) -> None:
        self._page = page
        self._hands = hands
        self._seeing = seeing
        self._end: JobEnd | None = None  # of a blank that is not settled
        self._back: Frame | None = None
        self._code: Code | None = None
        self._scanner = False  # has typed
        self._connect()

    def begin(self) -> None:
        """Print the card on a fresh blank."""
        journey = self._hands.flow.journey
        if journey.card is None or journey.review is None or journey.credential is None:
            return
        self._end = self._back = self._code = None
        self._page.printing()
        self._hands.issuing.print(Made(journey.review, journey.credential, journey.card))

    def _connect(self) -> None:
        page, issuing = self._page, self._hands.issuing
        page.try_again.connect(self.begin)
        page.looked.connect(self._looked)
        page.stop.connect(lambda: self._hands.end(Say.MISPRINT))
        back = page.read_back
        back.lost.connect(self._no_camera)
        back.read.connect(self._read)
        page.ear.scanned.connect(self._scanned)
        back.unreadable.connect(self._unreadable)
        back.vouched.connect(self._vouched)
        back.opened.connect(self._open_camera)
        issuing.news.connect(self._tell)
        issuing.ended.connect(self._ended)

    def _tell(self, news: News) -> None:
        self._page.progress(news.sides)
        self._page.trouble(None if news.trouble is None else news.trouble.value)

    def _ended(self, sent: Sent) -> None:
        flow, self._end, self._back = self._hands.flow, sent.end, sent.back
        if sent.card is not flow.journey.card:
            flow.go(replace(flow.journey, card=sent.card))
        trouble = sent.end.trouble
        if not sent.started:
            self._page.not_started((trouble or Trouble.OTHER).value)
        else:
            claimed = sent.end.outcome is Outcome.CLAIMED
            self._page.ask_look(claimed, "" if trouble is None else trouble.value)

    def _looked(self, look: str) -> None:
        """Have a card that looks good read; whatever else was found is spoiled."""
        if self._end is None or self._end.outcome is Outcome.NOT_STARTED:
            return
        if Look(look) is not Look.GOOD:
            self._settle(Look(look), None)
        elif self._code is Code.THIS_CARD:  # somebody has scanned it already
            self._settle(Look.GOOD, Seen.READ_BACK)
        else:
            self._page.ask_code()

    # -- reading back --------------------------------------------------------------------------

    def _open_camera(self) -> None:
        back = self._back if self._hands.place.training else None
        twin = None if back is None else DrawnCard(back)
        self._seeing.begin(self._page.read_back, PAPERS_SIZE, twin)

    @property
    def _has_reader(self) -> bool:
        """Whether anything could read a code here, now or before."""
        return self._scanner or self._seeing.found

    def _no_camera(self) -> None:
        self._page.read_back.no_camera(reader=self._has_reader)

    def _scanned(self, typed: bytes) -> None:
        self._scanner = True
        self._read((typed.decode("ascii", "replace"),))

    def _read(self, texts: tuple[str, ...]) -> None:
        """Take what a camera or a scanner has read; several codes may lie side by side."""
        credential = self._hands.flow.journey.credential
        if self._end is None or credential is None:
            return
        issuer = self._hands.issuing.issuer
        codes = {printing.look_up(text, credential, issuer) for text in texts}
        self._code = next(code for code in Code if code in codes)
        if self._code is Code.UNVERIFIED:
            self._settle(Look.BAD, None, self._code)
        elif not self._page.asks_code:
            return
        elif self._code is Code.THIS_CARD:
            self._settle(Look.GOOD, printing.recognised(self._code, reader=True))
        else:
            self._page.read_back.another()

    def _unreadable(self) -> None:
        self._settle(Look.BAD, None, _UNREADABLE)

    def _vouched(self) -> None:
        """Take a clerk's word where nothing can read."""
        seen = printing.recognised(self._code, reader=self._has_reader)
        if seen is not None:
            self._settle(Look.GOOD, seen)

    def _settle(self, look: Look, seen: Seen | None, reason: str = "") -> None:
        """Settle the blank by what was seen of it, once."""
        end, self._end, self._back = self._end, None, None
        if end is None or end.outcome is Outcome.NOT_STARTED:
            return
        self._seeing.end()
        self._hands.outside.say(_said(end, look, seen))
        printed = printing.printed(end, look, seen)
        if printed is None:
            self._page.spoiled(reason)
        else:
            flow, place = self._hands.flow, self._hands.place
            left = journeys.shared(flow.journey, place.city.evidence, place.today)
            flow.go(journeys.discarded(printed, left))


class Looking:
    """A clerk settles what the last session left in the printer; then this session ends."""

    def __init__(self, page: LookPage, hands: Hands) -> None:
        self.page = page
        self._hands = hands
        page.answered.connect(self._answered)

    def _answered(self, number: int, pin: str, look: str) -> None:
        self._hands.issuing.check(number, pin, lambda tries: self._checked(tries, look))

    def _checked(self, tries_left: int | None, look: str) -> None:
        if tries_left is not None:
            self.page.refused(tries_left)
            if tries_left == 0:
                QTimer.singleShot(LOCKED_FOR, lambda: self._hands.end(Say.ERASED))
            return
        for message in _settlement(look):
            self._hands.outside.say(message)
        self._hands.end(Say.ERASED)


def _settlement(look: str) -> tuple[Say, ...]:
    """Return what is said of a blank that a session left behind; "empty": its card was seen.

    Nobody knows any more what its code should say: the clerk's word has to do.
    """
    if look == "empty":
        return (Say.TAKEN,)
    if look == Look.GOOD:
        return (Say.VOUCHED, Say.TAKEN)
    return (_said(JobEnd(Outcome.ASK), Look(look), Seen.BY_CLERK),)


def _said(end: JobEnd, look: Look, seen: Seen | None) -> Say:
    """Return what the ledger is told of a blank."""
    match printing.settle(end, look, seen):
        case Settlement.ISSUED:
            return Say.VOUCHED if seen is Seen.BY_CLERK else Say.GOOD
        case Settlement.SPOILED:
            return Say.SPOILED
        case Settlement.UNUSED:
            return Say.UNUSED
