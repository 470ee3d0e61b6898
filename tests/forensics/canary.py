"""Canary: an invented person whose every letter and pixel is drawn anew for each run.

Nobody else has these names, this face or this PIN, so wherever one of them is found, it came from
this person's session. The texts are made so that each of the ways in which Python and Qt keep
a text is used: one byte a character, two bytes, four bytes.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image

from kiosk.session.portrait import HEIGHT, WIDTH

_PLAIN = "abcdefghijkmnopqrstuvwxyz"
_WESTERN = "áàâãäåæçèéêëìíîïñòóôõöøùúûüý"  # Latin-1: one byte a character
_EASTERN = "ăąćčďđęěğłńňőřśşšťůűźżž"  # two bytes
_CYRILLIC = "бвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_OSAGE = "".join(map(chr, range(0x104D8, 0x104FC)))  # beyond the 16-bit characters: four bytes
_BLOCK = 4  # pixels; a face of smaller squares would be all of one grey when it is reduced
_PIN_LENGTH = 16
_BORN = "2012-03-27"  # a child is asked whom to call as well


@dataclass(frozen=True, slots=True)
class Canary:
    """An invented person, how their session is to end, and the clerk who approves their card.

    `number` is theirs and the clerk's; their files lie in `folder`.
    """

    number: int
    folder: Path
    texts: dict[str, str]  # field -> what is typed
    ending: str
    picture: Image.Image
    pin: str

    def person(self) -> bytes:
        """Return a people file with this person alone."""
        person = {
            "language": "en",
            "given_names": self.texts["given"],
            "family_names": self.texts["family"],
            "birth_date": _BORN,
            "gender": self.texts["gender"],
            "address": [self.texts["line1"], self.texts["line2"]],
            "postcode": "60601",
            "emergency_contact": [self.texts["who"], self.texts["reach"]],
            "portrait": f"{self.number}.png",
            "ending": self.ending,
        }
        return json.dumps([person]).encode()

    def write(self) -> None:
        """Write the people file, the picture and the clerk's number and PIN."""
        self.picture.save(self.folder / f"{self.number}.png")
        (self.folder / f"{self.number}.json").write_bytes(self.person())
        (self.folder / f"{self.number}.clerk").write_text(f"{self.number} {self.pin}")


def invent(chance: Random, number: int, folder: Path, ending: str) -> Canary:
    """Return somebody new, whose files are written."""
    texts = {
        "given": _word(chance, _PLAIN, 4) + _word(chance, _WESTERN, 8),
        "family": _word(chance, _EASTERN, 8) + _word(chance, _PLAIN, 5),
        "gender": _word(chance, _OSAGE, 10),
        "line1": f"{chance.randrange(1000, 9999)} {_word(chance, _PLAIN, 10)}",
        "line2": _word(chance, _CYRILLIC, 12),
        "who": _word(chance, _EASTERN, 6) + _word(chance, _PLAIN, 6),
        "reach": _word(chance, _PLAIN, 12),
    }
    # The most digits there may be: fewer would be found by chance.
    pin = "".join(chance.choices("0123456789", k=_PIN_LENGTH))
    canary = Canary(number, folder, texts, ending, _noise(chance), pin)
    canary.write()
    return canary


def _word(chance: Random, letters: str, length: int) -> str:
    return "".join(chance.sample(letters, length))


def _noise(chance: Random) -> Image.Image:
    """Return squares of random colours: no row of it is like another person's."""
    size = (WIDTH // _BLOCK, HEIGHT // _BLOCK)
    small = Image.frombytes("RGB", size, chance.randbytes(size[0] * size[1] * 3))
    return small.resize((WIDTH, HEIGHT), Image.Resampling.NEAREST)
