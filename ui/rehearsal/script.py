"""Script: what the resident and the clerk do on each page, as generators of small steps.

A step yields None to let the screen go on, or a condition to wait for.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt

from kiosk.people import Ending, Person
from kiosk.session.application import Address, AddressKind
from kiosk.session.evidence import Applicant
from kiosk.session.review import first_fitting
from kiosk.session.term import age
from ui.idle import Idle
from ui.pages import Place
from ui.rehearsal.cast import Cast
from ui.rehearsal.hand import Hand

_SHORT_SECOND = 100  # milliseconds: a rehearsed minute passes quickly

Wait = Callable[[], bool]
Steps = Iterator[Wait | None]


class Crash(RuntimeError):
    """What an ending "crash" raises."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Who plays, with what."""

    cast: Cast
    place: Place
    hand: Hand
    idle: Idle

    @property
    def person(self) -> Person:
        return self.cast.person


def steps(page: str, scene: Scene) -> Steps:
    """Return what is done on the page called `page`."""
    play = _PAGES.get(page)
    return iter(()) if play is None else play(scene)


def _attract(scene: Scene) -> Steps:
    yield from _touch(scene, "start")


def _language(scene: Scene) -> Steps:
    yield from _touch(scene, f"language:{scene.person.language}")


def _next(scene: Scene) -> Steps:
    yield from _touch(scene, "next")


def _name(scene: Scene) -> Steps:
    yield from scene.hand.type("given", scene.person.given_names)
    yield from scene.hand.type("family", scene.person.family_names)
    yield from _next(scene)


def _latin_name(scene: Scene) -> Steps:
    if scene.person.latin_name is not None:
        yield from scene.hand.type("latin", scene.person.latin_name)
    yield from _next(scene)


def _birth_date(scene: Scene) -> Steps:
    born = scene.person.birth_date
    for field, number in (("day", born.day), ("month", born.month), ("year", born.year)):
        yield from scene.hand.type(field, str(number))
    yield from _next(scene)


def _gender(scene: Scene) -> Steps:
    if scene.person.gender:
        yield from scene.hand.type("gender", scene.person.gender)
        yield from _next(scene)
    else:
        yield from _touch(scene, "leave-out")


def _address(scene: Scene) -> Steps:
    lines = scene.person.address
    yield from _touch(scene, "address:home" if lines else "address:omitted")
    if lines:
        for field, text in zip(("line1", "line2"), scene.person.two_lines, strict=True):
            yield from scene.hand.type(field, text)
        yield from scene.hand.type("postcode", scene.person.postcode)
    yield from _next(scene)


def _veteran(scene: Scene) -> Steps:
    yield from _touch(scene, f"veteran:{'yes' if scene.person.veteran else 'no'}")
    yield from _next(scene)


def _emergency_contact(scene: Scene) -> Steps:
    if not scene.person.emergency_contact:
        yield from _touch(scene, "leave-out")
        return
    for field, text in zip(("who", "reach"), scene.person.contact, strict=True):
        yield from scene.hand.type(field, text)
    yield from _next(scene)


def _portrait(scene: Scene) -> Steps:
    for name in ("take-photo", "use-photo"):
        yield lambda name=name: scene.hand.find(name) is not None  # type: ignore[misc]  # bound now
        yield from _touch(scene, name)


def _check(scene: Scene) -> Steps:
    yield lambda: scene.hand.find("next") is not None
    yield None  # the card is painted before anybody does anything about it
    ending = scene.person.ending
    if ending in (Ending.ISSUED, Ending.MISPRINT):
        yield from _next(scene)
    elif ending is Ending.ERASED:
        for name in ("rail:erase", "erase-yes"):
            yield from _touch(scene, name)
    else:
        _fail(scene, ending)


def _fail(scene: Scene, ending: Ending) -> None:
    """Leave the card on the screen and go, press the panic chord, or be a bug."""
    if ending is Ending.IDLE:
        scene.idle.set_times(1, 2, _SHORT_SECOND)
        scene.idle.restart()
    elif ending is Ending.PANIC:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        scene.hand.chord(Qt.Key.Key_Backspace, both)
    elif ending is Ending.CRASH:
        raise Crash
    else:
        while True:
            os.getpid()


def _evidence(scene: Scene) -> Steps:
    yield from _touch(scene, "clerk-here")
    for kind in _papers(scene):
        yield from scene.hand.leaf_to(f"document:{kind}")
        yield from _touch(scene, f"document:{kind}")
        yield from _touch(scene, "paper-done")
    yield from _next(scene)


def _papers(scene: Scene) -> tuple[str, ...]:
    """Return the papers of this person: their own, or the first that do for them."""
    person, today = scene.person, scene.place.today
    applicant = Applicant(age(person.birth_date, today))
    address = Address(AddressKind.HOME if person.address else AddressKind.OMITTED)
    policy = scene.place.city.evidence
    return person.documents or first_fitting(policy, today, applicant, address)


def _readiness(scene: Scene) -> Steps:
    for kind in _papers(scene):
        yield from scene.hand.leaf_to(f"paper:{kind}")
        yield from _touch(scene, f"paper:{kind}")
    yield from _next(scene)


def _review(scene: Scene) -> Steps:
    yield from _touch(scene, "handed-back")
    yield from scene.hand.type("number", scene.cast.clerk)
    yield from scene.hand.type("pin", scene.cast.pin)
    yield from _touch(scene, "approve")


def _printing(scene: Scene) -> Steps:
    """Look at the card that comes out; the drawn camera is shown its code until that is read."""
    bad = scene.person.ending is Ending.MISPRINT
    yield lambda: any(scene.hand.find(name) for name in ("look:good", "stop"))
    if scene.hand.find("look:good"):
        yield from _touch(scene, "look:bad" if bad else "look:good")
        yield lambda: scene.hand.find("stop") is not None
    yield from _touch(scene, "stop")


def _taken(scene: Scene) -> Steps:
    yield from _touch(scene, "have-card")


def _look(scene: Scene) -> Steps:
    yield from scene.hand.type("number", scene.cast.clerk)
    yield from scene.hand.type("pin", scene.cast.pin)
    left = scene.hand.find("look:empty") is not None
    yield from _touch(scene, "look:empty" if left else "look:none")


def _touch(scene: Scene, name: str) -> Steps:
    scene.hand.touch(name)
    yield None


_PAGES: dict[str, Callable[[Scene], Steps]] = {
    "attract": _attract,
    "language": _language,
    "readiness": _readiness,
    "notice": _next,
    "name": _name,
    "latin_name": _latin_name,
    "birth_date": _birth_date,
    "gender": _gender,
    "address": _address,
    "veteran": _veteran,
    "emergency_contact": _emergency_contact,
    "portrait": _portrait,
    "check": _check,
    "evidence": _evidence,
    "review": _review,
    "printing": _printing,
    "taken": _taken,
    "look": _look,
}
