"""One blank after another, until somebody holds a good card whose code was read."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.devices import Camera, CardSize, Condition, Frame, JobEnd, News, Outcome, Trouble
from kiosk.devices.drawn_card import DrawnCard
from kiosk.devices.screen_printer import Fault, ScreenPrinter
from kiosk.formats import qr
from kiosk.isolation.channel import Say
from kiosk.session.card import Card
from kiosk.session.journey import Journey
from kiosk.session.printing import Printed, Seen
from tests.printer.counter import once
from tests.printer.fixture import StartCardPrinter
from tests.printer.libcups import read_raster
from tests.session import signed
from tests.ui.hand import Hand, Open
from tests.ui.scenes import studio
from ui.duties import Duties
from ui.flow import Flow
from ui.hands import Hands
from ui.issuing import Issuing, Tools
from ui.outside import Answer
from ui.words import word

SETTLED = {Say.GOOD, Say.VOUCHED, Say.SPOILED, Say.UNUSED}


class Outside:
    """A supervisor who books blanks, and has no camera to give."""

    def __init__(self) -> None:
        self.said: list[Say] = []

    def ask(self, _what: Say, answer: Answer) -> None:
        answer(None)

    def say(self, what: Say) -> None:
        self.said.append(what)

    def book_blank(self) -> None:
        self.said.append(Say.OPENED)


class Counter:
    """A resident's card at a counter, up to when it is printed; `printers` come one a blank."""

    def __init__(self, hand: Hand, qtbot: QtBot, *, training: bool = True) -> None:
        self.hand, self._qtbot = hand, qtbot
        self.printers: list[Any] = []
        self.outside, self.endings = Outside(), list[Say]()
        self.drawn: list[CardSize] = []
        tools = Tools(signed.issuer(), self._draw, lambda _: (), self._open)
        outside: Any = self.outside
        self.issuing = Issuing(tools, outside)
        self.flow = Flow()
        slips: Any = None
        place = replace(hand.page.place, training=training)
        hands = Hands(self.flow, self.issuing, outside, place, slips, self.endings.append)
        self.duties = Duties(hands)
        self.duties.take_on(hand.page)
        self.credential = signed.credential("Ana")
        self.flow.journey = Journey(
            review=signed.reviewed("Ana"), credential=self.credential, card=self.card("Ana")
        )

    def card(self, name: str) -> Card:
        review = signed.reviewed(name)
        text = self.credential.text if name == "Ana" else signed.credential(name).text
        return studio().draw(review.confirmation, CardSize(), text)

    def print(self, *printers: Any) -> None:
        """Have the card printed, and wait until somebody has to look."""
        self.printers += printers
        with self._qtbot.waitSignal(self.issuing.ended):
            self.duties.shown(self.hand.page)

    def again(self) -> None:
        with self._qtbot.waitSignal(self.issuing.ended):
            self.hand.touch("try-again")

    def read_back(self) -> None:
        """Wait until the camera has seen a code."""
        with self._qtbot.waitSignal(self.hand.page.read_back.read):
            pass

    def scan(self, text: str) -> None:
        """Have a scanner type `text` as fast as scanners do."""
        with self._qtbot.waitSignal(self.hand.page.ear.scanned):
            QTest.keyClicks(self.hand.window, text)

    @property
    def printed(self) -> Printed | None:
        return self.flow.journey.printed

    @property
    def settled(self) -> list[Say]:
        return [word for word in self.outside.said if word in SETTLED]

    def _open(self) -> Any:
        return self.printers.pop(0) if self.printers else None

    def _draw(self, confirmation: Any, size: CardSize, code: str | None, note: str) -> Card:
        self.drawn.append(size)
        return studio().draw(confirmation, size, code, note)


@pytest.fixture
def counter(open_page: Open, qtbot: QtBot) -> Counter:
    return Counter(open_page("printing"), qtbot)


def look(counter: Counter, camera: Camera | None) -> None:
    """Look through another camera than the one that was given."""
    counter.hand.page.read_back.show_camera(camera)


class Blind:
    """A camera that sees nothing but a wall."""

    def read(self) -> Frame:
        return Frame(64, 48, b"\x80" * (64 * 48 * 3))

    def close(self) -> None: ...


def test_a_good_card_is_issued_once_its_code_was_seen_in_the_tray(counter: Counter) -> None:
    counter.print(ScreenPrinter())
    counter.hand.touch("look:good")
    assert counter.settled == []
    counter.read_back()
    assert counter.printed == Printed(Seen.READ_BACK)
    assert counter.settled == [Say.GOOD]
    assert counter.flow.journey == Journey(printed=Printed(Seen.READ_BACK))


def test_good_alone_is_not_enough_where_there_is_a_camera(counter: Counter) -> None:
    counter.print(ScreenPrinter())
    counter.hand.touch("look:good")
    look(counter, Blind())
    assert (counter.printed, counter.settled) == (None, [])
    assert not counter.hand.shows("vouch")
    counter.hand.page.read_back.vouched.emit()
    assert (counter.printed, counter.settled) == (None, [])


def test_a_card_that_cannot_be_read_is_spoiled_and_printed_on_another_blank(
    counter: Counter,
) -> None:
    counter.print(ScreenPrinter(Fault.SMEARED), ScreenPrinter())
    counter.hand.touch("look:good")
    counter.hand.touch("unreadable")
    assert counter.settled == [Say.SPOILED]
    assert counter.hand.page.notice.head.text() == word("card-unreadable")
    counter.again()
    counter.hand.touch("look:good")
    counter.read_back()
    assert counter.settled == [Say.SPOILED, Say.GOOD]
    assert counter.outside.said.count(Say.OPENED) == 2


def test_another_persons_card_is_refused_and_not_counted(counter: Counter) -> None:
    counter.print(ScreenPrinter())
    counter.hand.touch("look:good")
    look(counter, DrawnCard(counter.card("Eva").back.frame))
    counter.read_back()
    assert counter.hand.page.read_back.notice.head.text() == "This is another card."
    assert (counter.printed, counter.settled) == (None, [])
    look(counter, DrawnCard(counter.card("Ana").back.frame))
    counter.read_back()
    assert counter.settled == [Say.GOOD]


def test_a_card_that_does_not_verify_is_never_issued(counter: Counter) -> None:
    """As if something had gone wrong with the signature since it was read back."""
    torn = counter.credential.text[:-3] + "000"
    counter.flow.journey = replace(
        counter.flow.journey, credential=replace(counter.credential, text=torn)
    )
    counter.print(ScreenPrinter())
    counter.hand.touch("look:good")
    counter.scan(torn)
    assert (counter.printed, counter.settled) == (None, [Say.SPOILED])
    assert counter.hand.page.notice.head.text() == word("card-unverified")


@pytest.mark.parametrize("before", [True, False], ids=["before-the-look", "after-it"])
def test_a_scanner_that_types_reads_a_card_back(counter: Counter, *, before: bool) -> None:
    counter.print(ScreenPrinter())
    if before:
        counter.scan(counter.credential.text)
        assert counter.settled == []
        counter.hand.touch("look:good")
    else:
        counter.hand.touch("look:good")
        look(counter, Blind())
        counter.scan(counter.credential.text)
    assert counter.printed == Printed(Seen.READ_BACK)
    assert counter.settled == [Say.GOOD]


def test_where_nothing_can_read_a_clerks_word_is_noted_as_one(
    open_page: Open, qtbot: QtBot
) -> None:
    counter = Counter(open_page("printing"), qtbot, training=False)
    counter.print(ScreenPrinter())
    counter.hand.touch("look:good")
    assert "noted" in counter.hand.page.read_back.notice.body.text()
    counter.hand.touch("vouch")
    assert counter.printed == Printed(Seen.BY_CLERK)
    assert counter.settled == [Say.VOUCHED]


def test_nobodys_word_does_after_a_scanner_has_typed(open_page: Open, qtbot: QtBot) -> None:
    counter = Counter(open_page("printing"), qtbot, training=False)
    counter.print(ScreenPrinter())
    counter.hand.touch("look:good")
    counter.scan(signed.credential("Eva").text)
    assert not counter.hand.shows("vouch")
    counter.hand.page.read_back.vouched.emit()
    assert (counter.printed, counter.settled) == (None, [])
    counter.scan(counter.credential.text)
    assert counter.printed == Printed(Seen.READ_BACK)


def test_a_camera_that_was_there_is_not_one_that_never_was(open_page: Open, qtbot: QtBot) -> None:
    counter = Counter(open_page("printing"), qtbot, training=False)
    counter.duties.seeing.found = True  # while the photo was taken
    counter.print(ScreenPrinter())
    counter.hand.touch("look:good")
    assert not counter.hand.shows("vouch")
    counter.hand.touch("camera-again")
    look(counter, DrawnCard(counter.card("Ana").back.frame))  # it is plugged in again
    counter.read_back()
    assert counter.printed == Printed(Seen.READ_BACK)


@pytest.mark.parametrize("look_", ["bad", "none"])
def test_what_is_no_good_card_is_spoiled_without_a_reading(counter: Counter, look_: str) -> None:
    counter.print(ScreenPrinter())
    counter.hand.touch(f"look:{look_}")
    assert (counter.printed, counter.settled) == (None, [Say.SPOILED])
    assert not counter.hand.shows("unreadable")


def test_a_good_touched_by_mistake_is_taken_back(counter: Counter) -> None:
    counter.print(ScreenPrinter(Fault.SMEARED))
    counter.hand.touch("look:good")
    counter.hand.touch("look-again")
    assert counter.settled == []
    counter.hand.touch("look:bad")
    assert counter.settled == [Say.SPOILED]


def test_a_blank_is_settled_once_whatever_is_touched_or_read_later(counter: Counter) -> None:
    counter.print(ScreenPrinter())
    counter.hand.touch("look:bad")
    page = counter.hand.page
    page.looked.emit("good")
    page.read_back.read.emit((counter.credential.text,))
    page.read_back.unreadable.emit()
    page.read_back.vouched.emit()
    assert (counter.printed, counter.settled) == (None, [Say.SPOILED])


@pytest.mark.parametrize("fault", [Fault.RIBBON, Fault.JAM, Fault.NO_REASON, Fault.CUT])
def test_after_a_fault_in_the_middle_somebody_looks_and_sees_why(
    counter: Counter, fault: Fault
) -> None:
    counter.print(ScreenPrinter(fault))
    assert counter.hand.shows("look:none")
    assert counter.hand.page.notice.isVisible()
    counter.hand.touch("look:none")
    assert counter.settled == [Say.SPOILED]


@pytest.mark.parametrize(
    ("printer", "trouble"),
    [
        (None, Trouble.NOT_THERE),
        (ScreenPrinter(Fault.NOT_THERE), Trouble.NOT_THERE),
        (ScreenPrinter(Fault.BUSY), Trouble.BUSY),
        (ScreenPrinter(Fault.UNFIT), Trouble.NOT_A_CARD_PRINTER),
    ],
    ids=lambda value: str(value) if isinstance(value, Trouble) else "",
)
def test_what_was_not_started_is_tried_again_any_number_of_times(
    counter: Counter, printer: ScreenPrinter | None, trouble: Trouble
) -> None:
    before = counter.flow.journey
    counter.print(printer)
    for _ in range(3):
        assert counter.hand.page.notice.head.text() == word(trouble.value)
        counter.printers = [printer]
        counter.again()
    assert (counter.flow.journey, counter.outside.said) == (before, [])
    counter.printers = [ScreenPrinter()]
    counter.again()
    counter.hand.touch("look:good")
    counter.read_back()
    assert [word for word in counter.outside.said if word is not Say.CALL] == [
        Say.OPENED,
        Say.GOOD,
    ]


class Fine(ScreenPrinter):
    """A printer of 600 dots an inch."""

    def size(self) -> CardSize | Trouble:
        return CardSize(2022, 1275, 600)


def test_a_card_is_drawn_anew_for_a_printer_of_another_size(counter: Counter) -> None:
    counter.print(Fine())
    card = counter.flow.journey.card
    assert card is not None
    assert (card.front.frame.width, card.front.frame.height, card.dpi) == (2022, 1275, 600)
    assert qr.read(card.back.frame) == counter.credential.text
    assert counter.drawn == [CardSize(2022, 1275, 600)]
    counter.hand.touch("look:good")
    counter.read_back()
    assert counter.settled == [Say.GOOD]


def test_a_card_that_fits_is_not_drawn_again(counter: Counter) -> None:
    counter.print(ScreenPrinter())
    assert counter.drawn == []


class Telling(ScreenPrinter):
    """A printer that tells some news, and says in the end that all is well."""

    def __init__(self, *news: News) -> None:
        super().__init__()
        self._news = news

    def print_sides(
        self, sides: Any, first_byte: Callable[[], None], tell: Callable[[News], None]
    ) -> JobEnd:
        first_byte()
        for news in self._news:
            tell(news)
        self.tray = tuple(sides)
        return JobEnd(Outcome.CLAIMED)


def test_progress_shows_what_the_printer_counts_and_nothing_else(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[bool, int]] = []
    page = counter.hand.page
    progress = page.progress

    def note(sides: int | None) -> None:
        progress(sides)
        shown.append((page.stages.isVisible(), page.stages.done))

    monkeypatch.setattr(page, "progress", note)
    counter.print(Telling(News(None), News(0), News(1), News(2)))
    assert shown == [(False, 0), (True, 1), (True, 2), (True, 3)]
    assert not page.stages.isVisible()


@pytest.mark.parametrize(
    ("printer", "rings"),
    [(ScreenPrinter(), 1), (ScreenPrinter(Fault.JAM), 1), (None, 1)],
    ids=["done", "stuck", "not-there"],
)
def test_the_bell_rings_when_somebody_is_needed(
    counter: Counter,
    monkeypatch: pytest.MonkeyPatch,
    printer: ScreenPrinter | None,
    rings: int,
) -> None:
    rung: list[None] = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append(None))
    counter.print(printer)
    assert len(rung) == rings


def test_keys_of_a_person_are_no_reading(counter: Counter) -> None:
    counter.print(ScreenPrinter())
    QTest.keyClick(counter.hand.window, Qt.Key.Key_A)
    counter.hand.touch("look:good")
    assert counter.settled == []


# -- with a real printer process -----------------------------------------------------------------


def test_a_card_is_printed_and_read_back_whatever_happened_to_the_printer_before(
    counter: Counter, start_card_printer: StartCardPrinter
) -> None:
    """Off, then cut off in the middle of the card, then well."""
    process = start_card_printer()
    process.switch_off()
    counter.print(None)
    process.switch_on()
    process.plan(fault="power-cut", at="back")
    counter.printers = [once(process)]
    counter.again()
    assert counter.outside.said == [Say.OPENED]
    counter.hand.touch("look:none")
    process.switch_on()
    process.plan()
    counter.printers = [once(process)]
    counter.again()
    counter.hand.touch("look:good")
    counter.read_back()
    assert counter.outside.said == [Say.OPENED, Say.SPOILED, Say.OPENED, Say.GOOD]
    assert process.cards_out == 1


def test_a_real_printer_of_another_size_gets_the_card_in_its_own(
    counter: Counter, start_card_printer: StartCardPrinter
) -> None:
    process = start_card_printer(
        {
            name: f"ATTR resolution {name} 600dpi"
            for name in (
                "printer-resolution-supported",
                "printer-resolution-default",
                "pwg-raster-document-resolution-supported",
            )
        }
    )
    counter.print(once(process))
    assert process.cards_out == 1
    (document,) = process.documents()
    _, back = read_raster(document)
    assert (back.width, back.height, back.dpi) == (2022, 1275, (600, 600))
    assert qr.read(Frame(back.width, back.height, back.pixels)) == counter.credential.text


def test_a_printer_that_is_plugged_in_later_is_seen_with_what_it_holds(
    counter: Counter, start_card_printer: StartCardPrinter, qtbot: QtBot
) -> None:
    process = start_card_printer()
    seen: list[Condition] = []
    for printer in (None, once(process), None, once(process)):
        counter.printers = [printer]
        known = len(seen)
        counter.issuing.look_at_printer(seen.append)
        qtbot.waitUntil(lambda known=known: len(seen) > known)  # type: ignore[misc]  # bound now
    there, gone = Condition(cards=87, ribbon=160), Condition(Trouble.NOT_THERE)
    assert seen == [gone, there, gone, there]


def test_the_printer_is_looked_at_while_the_photo_is_taken_and_no_longer(
    open_page: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = Counter(open_page("portrait"), qtbot)
    looks: list[Callable[[Condition], None]] = []
    monkeypatch.setattr(counter.issuing, "look_at_printer", looks.append)
    page = counter.hand.page
    counter.duties.shown(page)
    for _ in range(2):
        looks[-1](Condition(Trouble.COVER_OPEN))
        counter.duties._supplies._look()  # as when the time has come
    assert page.printer.body.text() == word("printer-cover-open")
    counter.duties.left(page)
    looks[-1](Condition())
    counter.duties._supplies._look()
    assert len(looks) == 3
