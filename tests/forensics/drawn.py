"""Drawn: the card of an invented person, drawn in the examiner's own process.

The front can be known beforehand, dot by dot. The back and the code hold a random serial that only
the session knows: those come from the session, through a pipe that its rehearsal is given.
"""

from functools import cached_property

from PIL import Image

from kiosk import city, people
from kiosk.commands import TRAINING_CITY
from kiosk.commands.specimen import _Workshop
from kiosk.devices import Frame
from tests.forensics.canary import Canary
from tests.forensics.forms import Issued


class Drawing:
    """Draws cards of the training city; signs them with the specimen key."""

    @cached_property
    def _city(self) -> city.City:
        return city.load(TRAINING_CITY)

    @cached_property
    def _workshop(self) -> _Workshop:
        return _Workshop(self._city)

    def card(self, canary: Canary) -> Issued:
        """Return a card of this person, with a serial of its own."""
        credential, card = self._workshop.make(1, self._read(canary))
        return Issued(credential.text, card.front.frame, card.back.frame)

    def code(self, canary: Canary) -> str:
        """Return the credential of a card of this person that is not drawn."""
        _, credential = self._workshop.sign(1, self._read(canary))
        return credential.text

    def grounds(self) -> list[Frame]:
        """Return the front that every card has, without and with the word across it."""
        press = self._workshop._press
        marked = press.front.copy()
        if press.veil and marked.colour:
            marked.colour.paste(press.design.specimen_colour, (0, 0), press.veil)
        grounds = (press.front, marked.kept())
        return [Frame(*ground.size, ground.together()) for ground in grounds]

    def _read(self, canary: Canary) -> people.Person:
        return people.read(canary.person(), self._city, canary.folder).people[0]


def frame(picture: Image.Image) -> Frame:
    return Frame(picture.width, picture.height, picture.convert("RGB").tobytes())
