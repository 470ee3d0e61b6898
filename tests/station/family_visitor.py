"""A real session in which a caretaker has cards made for two children, one after the other.

Run as `python -m tests.station.family_visitor` with the arguments of `ui`. A rehearsal's driver
plays both children; of the caretaker's papers the second time only what is asked anew.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kiosk.people import Ending, Person
from tests.station import staged
from tests.station.families import FIRST, SECOND

if TYPE_CHECKING:  # a session puts up its walls before it imports Qt
    from ui.rehearsal.cast import Cast
    from ui.rehearsal.script import Scene, Steps
    from ui.start import Session

_OWN = ("birth-certificate", "school-id")
_PASSPORT, _ABOUT_THE_CHILD = "foreign-passport", "childs-birth-certificate"
_DRIVER = "ui.rehearsal.driver"
_KEPT: list[object] = []  # Qt does not hold what its signals call


def main() -> None:
    told, tell = os.pipe()
    _, record = os.pipe()  # nobody reads how long pages take
    os.write(tell, b".")
    staged.run(lambda session: _play(session, told, record), _DRIVER)


def _play(session: "Session", told: int, record: int) -> None:
    """Have the family take over the page that is shown, and all that follow."""
    from ui.rehearsal.driver import Driver  # noqa: PLC0415  # loaded long since, behind the walls
    from ui.rehearsal.script import steps  # noqa: PLC0415

    class Family(Driver):
        asked: tuple[str, ...] = (_PASSPORT, _ABOUT_THE_CHILD)

        def _play(self) -> None:
            super()._play()
            name = "" if self._page is None else self._page.name
            if name == "evidence":
                self._steps = _evidence(self._scene, self.asked)
            elif name == "taken" and _PASSPORT in self.asked:
                self._steps = self._go_on()
            else:
                self._steps = steps(name, self._scene)

        def _go_on(self) -> "Steps":
            yield None  # pages that somebody typed into are destroyed first
            self.asked = (_ABOUT_THE_CHILD,)
            self._scene = replace(self._scene, cast=_cast(SECOND))
            self._scene.hand.touch("another-child")
            yield None

    family = Family(session.app, _cast(FIRST), told, (record,))
    _KEPT.append(family)
    if session.app.parts.window.page is not None:
        family._enter(session.app.parts.window.page)


def _evidence(scene: "Scene", asked: Sequence[str]) -> "Steps":
    yield from _touch(scene, "clerk-here")
    yield from _tick(scene, "", _OWN)
    yield from _touch(scene, "whose")
    yield from _tick(scene, "caretaker:", asked)
    yield from _touch(scene, "next")


def _tick(scene: "Scene", whose: str, kinds: Sequence[str]) -> Iterator[None]:
    for kind in kinds:
        name = f"{whose}document:{kind}"
        yield from scene.hand.leaf_to(name)
        yield from _touch(scene, name)
        yield from _touch(scene, "paper-done")


def _touch(scene: "Scene", name: str) -> Iterator[None]:
    scene.hand.touch(name)
    yield None


def _cast(backwards: str) -> "Cast":
    from ui.rehearsal.cast import _TRAINING, Cast  # noqa: PLC0415

    family, given = backwards.split()
    person = Person(
        language="en",
        given_names=given[::-1],
        family_names=family[::-1],
        birth_date=date(2012, 5, 6),
        latin_name=None,
        gender="",
        address=("418 Alder Street",),
        postcode="60601",
        documents=_OWN,
        portrait=None,
        ending=Ending.ISSUED,
    )
    return Cast(person, None, *_TRAINING)


if __name__ == "__main__":
    main()
