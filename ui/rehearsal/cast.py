"""Cast: who is played, read before the walls go up, since a people file may lie anywhere.

It needs no Qt: it is read before Qt is imported.
"""

import argparse
from dataclasses import dataclass

from kiosk import city, people
from kiosk.devices import Frame, still
from kiosk.people import Person


@dataclass(frozen=True, slots=True)
class Cast:
    """A person of a people file, and the picture that they bring, if they bring one."""

    person: Person
    picture: Frame | None


def read(arguments: argparse.Namespace) -> Cast:
    """Return the person that the supervisor named, from the people file's descriptor."""
    pack = city.load(arguments.city)
    with open(arguments.rehearse[0], "rb") as file:  # noqa: PTH123  # a descriptor has no path
        everybody = people.read(file.read(), pack, arguments.people_folder).people
    person = everybody[arguments.person - 1]
    return Cast(person, None if person.portrait is None else still.load(person.portrait))
