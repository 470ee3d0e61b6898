"""Cast: who is played, read before the walls go up, since a people file may lie anywhere.

It needs no Qt: it is read before Qt is imported.
"""

import argparse
import os
from dataclasses import dataclass

from kiosk import city, people
from kiosk.devices import Frame, still
from kiosk.people import Person

# The training clerk's number and PIN, published in assets/training/staff.toml.
_TRAINING = ("12", "246810")
_LONGEST = 32  # bytes of a number and a PIN


@dataclass(frozen=True, slots=True)
class Cast:
    """A person of a people file, the picture that they bring, if any, and who approves."""

    person: Person
    picture: Frame | None
    clerk: str
    pin: str


def read(arguments: argparse.Namespace) -> Cast:
    """Return the person that the supervisor named, from the people file's descriptor."""
    pack = city.load(arguments.city)
    with open(arguments.rehearse[0], "rb") as file:  # noqa: PTH123  # a descriptor has no path
        everybody = people.read(file.read(), pack, arguments.people_folder).people
    person = everybody[arguments.person - 1]
    picture = None if person.portrait is None else still.load(person.portrait)
    clerk = _TRAINING if arguments.clerk is None else _clerk(arguments.clerk)
    return Cast(person, picture, *clerk)


def _clerk(descriptor: int) -> tuple[str, str]:
    """Read a number and a PIN from a pipe, so that they are in no command line."""
    number, pin = os.read(descriptor, _LONGEST).decode("ascii").split()
    return number, pin
