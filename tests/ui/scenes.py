"""Scenes: every page in every state worth seeing, with invented people. For pictures and tests."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib import import_module
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from kiosk.city import City, load
from kiosk.devices import Box, CardSize, Condition, Frame, Trouble
from kiosk.devices.drawn_camera import DrawnCamera, draw
from kiosk.devices.drawn_card import DrawnCard
from kiosk.formats.paper import USUAL
from kiosk.policy import Holder, Mark
from kiosk.session.advice import Advice
from kiosk.session.application import Address, AddressKind, Application, Name
from kiosk.session.evidence import Document, Evidence
from kiosk.session.family import Shared
from kiosk.session.journey import Journey
from kiosk.session.portrait import Portrait, crop
from kiosk.session.readiness import Readiness
from kiosk.session.reading import scanned
from kiosk.session.review import Confirmation, confirm
from kiosk.session.term import CardTerm
from tests.documents.licences import MODERN, changed, payload
from ui.pages import Page, Place
from ui.pages.viewfinder import BEAT
from ui.studio import Studio
from ui.translate import Translator
from ui.watch import Seen
from ui.window import Window

TODAY = date(2026, 11, 23)
LANGUAGES = ("en", "es", "ar")
PORTRAIT, LANDSCAPE = QSize(1080, 1920), QSize(1920, 1080)
HOME = Address(AddressKind.HOME, ("418 Alder Street", "Apt 3B"), "60601")
NAMES = {
    "en": (Name("Solomiia", "Hryhorenko-Shcherbak"), "HRYHORENKO-SHCHERBAK, SOLOMIIA"),
    "es": (Name("María Guadalupe", "Nguyễn-Wójcik"), "NGUYEN-WOJCIK, MARIA GUADALUPE"),
    "ar": (Name("ليلى نور", "الحسن"), "ALHASAN, LAYLA NUR"),
}
# A licence that has the English resident's birth date and another address, and a specimen zone.
LICENCE = payload(changed(MODERN, DBB="03271987"), 10)
ZONE = b"""P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10
"""
CONTACTS = {
    "en": ("Grandmother Solomiia", "+1 555 0134 200"),
    "es": ("Abuela Guadalupe", "+1 555 0134 200"),
    "ar": ("الجدة ليلى", "‎+1 555 0134 200"),
}
TROUBLES = tuple(trouble.value for trouble in Trouble)
GENDERS = {"en": "Female", "es": "No binario", "ar": "أنثى"}


@lru_cache
def city() -> City:
    return load("alderport")


@lru_cache
def studio() -> Studio:
    return Studio(city(), specimen=True)


@lru_cache
def portrait() -> Portrait:
    return crop(draw())


@lru_cache
def application(language: str = "en") -> Application:
    name, latin = NAMES[language]
    born = date(1987, 3, 27)
    return Application(language, name, latin, born, GENDERS[language], HOME, veteran=True)


@lru_cache
def confirmation(language: str = "en") -> Confirmation:
    term = CardTerm(TODAY, date(2031, 11, 23))
    asked = city().asked_at(39)
    return confirm(application(language), portrait(), "7F3K9QH2XW4M8T5D", term, asked)


@lru_cache
def card(language: str) -> Any:
    return studio().draw(confirmation(language), CardSize(), None, "…")


def journey(language: str = "en") -> Journey:
    """Return the journey of somebody who comes back to a page that they have answered."""
    return Journey(notice=True, application=application(language), check=confirmation(language))


def empty(language: str = "en") -> Journey:
    """Return the journey of somebody who has chosen a language."""
    return Journey(application=Application(language=language))


def declared(language: str = "en") -> Journey:
    """Return the journey of somebody who said at the start which papers they have."""
    return replace(journey(language), readiness=Readiness(("foreign-passport", "utility-bill")))


def excepted(language: str = "en") -> Journey:
    """Return the journey of somebody whose papers do only by an exception."""
    return replace(
        journey(language),
        evidence=Evidence((), (), {}, excepted=("residence",), reason="exception-lost"),
    )


def young(language: str = "en") -> Journey:
    """Return the journey of somebody who is fifteen."""
    answers = replace(
        application(language),
        birth_date=date(2011, 3, 27),
        veteran=None,
        emergency_contact=CONTACTS[language],
    )
    return replace(journey(language), application=answers)


def shared(language: str = "en") -> Shared:
    """Return what the child before has left, whose caretaker showed a passport."""
    passport = Document("foreign-passport", holder=Holder.CARETAKER)
    return Shared(language, HOME, caretaker=True, papers=(passport,), cards=1)


def sibling(language: str = "en") -> Journey:
    """Return the journey of a child of fifteen who came after another one of the family."""
    return replace(young(language), shared=shared(language))


def page(name: str, *, training: bool = True, reading: bool = False) -> Any:
    """Return a new page called `name`."""
    module = import_module(f"ui.pages.{name}")
    kind: Callable[[Place], Page] = getattr(module, name.title().replace("_", "") + "Page")
    return kind(Place(city(), TODAY, studio().missing, studio().fits, training, reading))


@dataclass(frozen=True, slots=True)
class Scene:
    """A page called `page`, entered with the journey of `before`, and what happens `then`."""

    page: str
    before: Callable[[str], Journey] = journey
    then: Callable[[Any, str], None] = lambda _page, _language: None
    reading: bool = False


def _preview(check: Any, language: str, unfit: tuple[str, ...] = ()) -> None:
    drawn = card(language)
    check.show_preview(confirmation(language), drawn.front.frame, drawn.back.frame, unfit)


class OneFrame:
    """A camera that gives one frame and no more."""

    def __init__(self) -> None:
        self._frames = [draw()]

    def read(self) -> Frame | None:
        return self._frames.pop() if self._frames else None

    def close(self) -> None: ...


def _photo(shown: Any, _language: str) -> None:
    shown.show_camera(DrawnCamera())
    shown.mirror.beat = 0
    shown.take.click()


def _photo_moved(shown: Any, language: str) -> None:
    _photo(shown, language)
    shown.adjust.click()


def _counting(shown: Any, _language: str) -> None:
    shown.show_camera(DrawnCamera())
    shown.mirror.beat = BEAT
    shown.take.click()


def _advised(said: Advice | None) -> Callable[[Any, str], None]:
    def advise(shown: Any, _language: str) -> None:
        shown.show_camera(OneFrame())
        shown.mirror._watch.stop()  # what it would say itself comes later
        shown.mirror._tell(Seen((Box(170, 276, 376, 376),), said))

    return advise


def _tick(*kinds: str) -> Callable[[Any, str], None]:
    def tick(shown: Any, _language: str) -> None:
        shown.resident.foot.next.click()
        for kind in kinds:
            shown.clerk.own.rows[kind].click()
            shown.clerk.paper.finish.click()

    return tick


def _look_at(kind: str) -> Callable[[Any, str], None]:
    def look(shown: Any, _language: str) -> None:
        shown.resident.foot.next.click()
        shown.clerk.own.rows[kind].click()

    return look


def _touch_papers(*kinds: str) -> Callable[[Any, str], None]:
    def touch(shown: Any, _language: str) -> None:
        for kind in kinds:
            shown.tiles[kind].click()

    return touch


def _leaf(times: int) -> Callable[[Any, str], None]:
    def leaf(shown: Any, _language: str) -> None:
        for _ in range(times):
            settle(shown)
            shown.shelves.more.click()

    return leaf


def _license(shown: Any, language: str) -> None:
    """Tick a license that shows an address in the city: it is enough alone."""
    _look_at("drivers-license")(shown, language)
    document = shown.clerk.own.there["drivers-license"]
    shown.clerk.paper.changed.emit(replace(document, shows=frozenset(Mark)))
    shown.clerk.paper.finish.click()


def _hand_back(then: Callable[[Any], None] = lambda _: None) -> Callable[[Any, str], None]:
    def hand_back(shown: Any, _language: str) -> None:
        shown.handed.click()
        then(shown)

    return hand_back


def _serve(face: Any) -> None:
    """Show the slip that a face wants, drawn here and now, as a station with a printer would."""
    made: list[Any] = []
    face.wanted.connect(made.append)
    face.retranslate(face.title.text(), face.back.text(), face.end.text())
    picture = studio().draw_slip(made[-1], USUAL)
    face.part.show_slip(picture, made[-1].code, printable=True)


def _take_list(shown: Any, _language: str) -> None:
    shown.tiles["birth-certificate"].click()
    shown.list_button.click()
    _serve(shown.slip)


def _refuse(shown: Any, language: str) -> None:
    _tick("birth-certificate")(shown, language)
    shown.clerk.not_today.click()
    _serve(shown.slip)


def _except(shown: Any, language: str) -> None:
    _tick("foreign-passport")(shown, language)
    shown.clerk.exception.click()


def _care(shown: Any, language: str) -> None:
    _tick("birth-certificate", "school-id")(shown, language)
    shown.clerk.whose.click()
    shown.clerk.caretakers.rows["foreign-passport"].click()
    shown.clerk.paper.finish.click()


def _carried(shown: Any, language: str) -> None:
    _tick("birth-certificate", "school-id")(shown, language)
    shown.clerk.whose.click()


def _read(*texts: bytes) -> Callable[[Any, str], None]:
    """Have a paper read whose code or zone holds the last of `texts`; none: none is there yet."""

    def read(shown: Any, language: str) -> None:
        _tick("foreign-passport")(shown, language)
        shown.clerk.read.click()
        face = shown.clerk.reading
        face.show_camera(DrawnCamera())
        for text in texts:
            found = scanned(text, TODAY)
            assert found is not None
            face.show_paper(found)

    return read


def _unread(shown: Any, language: str) -> None:
    _read()(shown, language)
    shown.clerk.reading.show_camera(None)


def _kept(shown: Any, language: str) -> None:
    _read()(shown, language)
    shown.clerk.reading.keep.click()


def _no_portrait(language: str) -> Journey:
    return replace(journey(language), portrait=None)


def _wrong_date(shown: Any, _language: str) -> None:
    shown.year.set_text("87")
    shown.foot.next.click()


def _counted(sides: int) -> Callable[[Any, str], None]:
    def count(shown: Any, _language: str) -> None:
        shown.printing()
        shown.progress(sides)

    return count


def _troubled(code: str) -> Callable[[Any, str], None]:
    def trouble(shown: Any, _language: str) -> None:
        shown.printing()
        shown.progress(0)
        shown.trouble(code)
        shown.trouble(code)  # what is heard twice is shown at once

    return trouble


def _held(shown: Any, language: str) -> None:
    """Hold the card's back to the camera until all of it is seen."""
    shown.ask_look(True)
    shown.ask_code()
    held = DrawnCard(card(language).back.frame)
    for _ in range(5):
        held.read()
    shown.read_back.show_camera(held)


def _held_another(shown: Any, language: str) -> None:
    _held(shown, language)
    shown.read_back.another()


def _without_camera(*, reader: bool) -> Callable[[Any, str], None]:
    def lose(shown: Any, _language: str) -> None:
        shown.ask_look(True)
        shown.ask_code()
        shown.read_back.no_camera(reader=reader)

    return lose


def _printer(
    condition: Condition, then: Callable[[Any, str], None] = lambda _page, _language: None
) -> Callable[[Any, str], None]:
    def show(shown: Any, language: str) -> None:
        shown.show_camera(DrawnCamera())
        then(shown, language)
        shown.show_printer(condition)

    return show


SCENES: dict[str, Scene] = {
    "attract": Scene("attract"),
    "language": Scene("language"),
    "readiness": Scene("readiness", empty),
    "readiness_short": Scene("readiness", empty, _touch_papers("birth-certificate")),
    "readiness_one_more": Scene("readiness", empty, _touch_papers("foreign-passport")),
    "readiness_enough": Scene(
        "readiness", empty, _touch_papers("foreign-passport", "utility-bill")
    ),
    "readiness_young": Scene("readiness", empty, _leaf(5)),
    "readiness_list": Scene("readiness", empty, _take_list),
    "notice": Scene("notice", empty),
    "name": Scene("name"),
    "name_empty": Scene("name", empty, lambda page, _: page.foot.next.click()),
    "latin_name": Scene("latin_name"),
    "latin_name_suggested": Scene(
        "latin_name",
        lambda code: replace(
            journey(code), application=replace(application(code), latin_name=None)
        ),
    ),
    "birth_date": Scene("birth_date"),
    "birth_date_wrong": Scene("birth_date", journey, _wrong_date),
    "gender": Scene("gender"),
    "address": Scene("address"),
    "address_care_of": Scene(
        "address", empty, lambda page, _: page.tiles[AddressKind.CARE_OF].click()
    ),
    "address_omitted": Scene(
        "address", empty, lambda page, _: page.tiles[AddressKind.OMITTED].click()
    ),
    "veteran": Scene("veteran"),
    "veteran_asked": Scene("veteran", empty),
    "emergency_contact": Scene("emergency_contact", young),
    "emergency_contact_empty": Scene(
        "emergency_contact", empty, lambda page, _: page.foot.next.click()
    ),
    "portrait": Scene("portrait", _no_portrait, lambda page, _: page.show_camera(DrawnCamera())),
    "portrait_good": Scene("portrait", _no_portrait, _advised(None)),
    **{
        said.value.replace("-", "_"): Scene("portrait", _no_portrait, _advised(said))
        for said in (Advice.LEFT, Advice.UP, Advice.NEARER, Advice.BACKGROUND)
    },
    "portrait_counting": Scene("portrait", _no_portrait, _counting),
    "portrait_taken": Scene("portrait", _no_portrait, _photo),
    "portrait_moved": Scene("portrait", _no_portrait, _photo_moved),
    "portrait_none": Scene("portrait", _no_portrait, lambda page, _: page.show_camera(None)),
    "portrait_no_cards": Scene(
        "portrait", _no_portrait, _printer(Condition(Trouble.OUT_OF_CARDS, cards=0))
    ),
    "portrait_few_cards": Scene(
        "portrait", _no_portrait, _printer(Condition(cards=3, ribbon=160, low=True))
    ),
    "portrait_taken_no_printer": Scene(
        "portrait", _no_portrait, _printer(Condition(Trouble.NOT_THERE), _photo)
    ),
    "check_drawing": Scene("check"),
    "check": Scene("check", journey, _preview),
    "check_young": Scene("check", young),
    "check_unfit": Scene("check", journey, lambda page, code: _preview(page, code, ("address",))),
    "evidence": Scene("evidence"),
    "evidence_clerk": Scene("evidence", journey, _tick("birth-certificate")),
    "evidence_nothing": Scene("evidence", journey, _tick()),
    "evidence_license": Scene("evidence", journey, _look_at("drivers-license")),
    "evidence_license_enough": Scene("evidence", journey, _license),
    "evidence_bill": Scene("evidence", declared, _look_at("utility-bill")),
    "evidence_passport": Scene("evidence", declared, _look_at("foreign-passport")),
    "evidence_exception": Scene("evidence", journey, _except),
    "evidence_caretaker": Scene("evidence", young, _care),
    "evidence_sibling": Scene("evidence", sibling, _tick("birth-certificate")),
    "evidence_carried": Scene("evidence", sibling, _carried),
    "evidence_refused": Scene("evidence", journey, _refuse),
    **{
        f"evidence_{name}": Scene("evidence", journey, then, reading=True)
        for name, then in {
            "may_read": _tick("foreign-passport"),
            "may_read_this": _look_at("foreign-passport"),
            "reading": _read(),
            "read": _read(LICENCE),
            "read_zone": _read(ZONE),
            "unread": _unread,
            "scan": _kept,
        }.items()
    },
    "evidence_letter": Scene("evidence", journey, _tick("foreign-passport", "shelter-letter")),
    "evidence_enough": Scene("evidence", journey, _tick("foreign-passport", "utility-bill")),
    "review": Scene("review"),
    "review_pin": Scene("review", journey, _hand_back()),
    "review_exception": Scene("review", excepted, _hand_back()),
    "review_refused": Scene("review", journey, _hand_back(lambda page: page.refused(2))),
    "review_lost": Scene("review", journey, _hand_back(lambda page: page.trouble("signer-lost"))),
    "printing": Scene("printing", journey, lambda page, _: page.printing()),
    "printing_front": Scene("printing", journey, _counted(1)),
    "printing_counted": Scene("printing", journey, _counted(2)),
    **{
        f"printing_{code.removeprefix('printer-').replace('-', '_')}": Scene(
            "printing", journey, _troubled(code)
        )
        for code in TROUBLES
    },
    "printing_not_started": Scene(
        "printing", journey, lambda page, _: page.not_started("printer-out-of-cards")
    ),
    "printing_claimed": Scene("printing", journey, lambda page, _: page.ask_look(True)),
    "printing_ask": Scene("printing", journey, lambda page, _: page.ask_look(False)),
    "printing_ask_jam": Scene(
        "printing", journey, lambda page, _: page.ask_look(False, "printer-jam")
    ),
    "printing_read": Scene("printing", journey, _held),
    "printing_another": Scene("printing", journey, _held_another),
    "printing_lost": Scene("printing", journey, _without_camera(reader=True)),
    "printing_no_reader": Scene("printing", journey, _without_camera(reader=False)),
    "printing_spoiled": Scene("printing", journey, lambda page, _: page.spoiled()),
    "printing_unreadable": Scene(
        "printing", journey, lambda page, _: page.spoiled("card-unreadable")
    ),
    "taken": Scene("taken"),
    "taken_family": Scene("taken", sibling),
    "look": Scene("look", journey, lambda page, _: page.mode(left=False)),
    "look_left": Scene("look", journey, lambda page, _: page.mode(left=True)),
}


def _warn(window: Window) -> None:
    window.warn_idle()
    window.count_down(27, 30)


COVERS: dict[str, Callable[[Window], None]] = {
    "cover_idle": _warn,
    "cover_hidden": lambda window: window.hide_answers(),
    "cover_erase": lambda window: window.ask_erase(),
}


class Stage:
    """A window on which scenes are played, one after another."""

    def __init__(self, languages: Iterable[str] = LANGUAGES) -> None:
        self.translator = Translator(languages)
        self.window = Window(city(), ("Landlock",))
        self._pages: dict[str, Any] = {}
        self._language = ""

    def end(self) -> None:
        """Destroy the window now, before Python forgets what its widgets are."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)
        self._pages.clear()

    def speak(self, language: str) -> None:
        """Show all words in `language`."""
        if language != self._language:
            self._language = language
            self.translator.use(language)

    def open(
        self, name: str, before: Journey, *, training: bool = True, reading: bool = False
    ) -> Any:
        """Show a new page called `name`, and forget the one that was opened before."""
        old, new = self.window.page, page(name, training=training, reading=reading)
        self.window.show_again()
        new.enter(before)
        self.window.show_page(new)
        if old is not None:
            self.window.remove_page(old)
            old.deleteLater()
        return settle(new)

    def play(self, name: str, language: str) -> Any:
        """Show the scene called `name` and return its page, laid out."""
        self.speak(language)
        if name in COVERS:
            self.play("name", language)
            COVERS[name](self.window)
            return settle(self._pages["name"])
        self.window.show_again()
        scene = SCENES[name]
        key = f"{scene.page}{' with reading' * scene.reading}"
        if key not in self._pages:
            self._pages[key] = page(scene.page, reading=scene.reading)
        shown = self._pages[key]
        shown.leave()
        shown.enter(scene.before(language))
        self.window.show_page(shown)
        scene.then(shown, language)
        return settle(shown)


def settle(shown: Any) -> Any:
    """Let all layouts that wait for it be done."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for _ in range(4):
        QCoreApplication.sendPostedEvents()
        app.processEvents()
    return shown
