"""Visit: an invented resident, and then a clerk, at the station in the guest, by keys and touches.

Whatever is typed is made up afresh for each visit, so that what is found afterwards can only be
theirs.
"""

import random
import string
import time
from dataclasses import dataclass, field

from tests.proof import needles
from tests.proof.hands import press, touch, type_text
from tests.proof.machine import Lost, Machine
from tests.proof.needles import Needles
from tests.proof.places import Guide

_CLERK, _PIN = "12", "246810"  # the training clerk, published in assets/training/staff.toml
_PATIENCE = 240.0  # seconds for a page to come, on an imitated processor
_AGAIN = 15.0  # seconds after which a touch that led nowhere is repeated
_TYPED_WITHIN = 1.5  # seconds until the last key is on the screen
_PAPER = "drivers-license"  # with an address in the city it is enough alone
_PREVIEW = (0.05, 0.2, 0.95, 0.52)  # where the check page shows the card
_ANSWERS = (0.05, 0.2, 0.95, 0.62)  # where a page shows what is typed


@dataclass(frozen=True, slots=True)
class Resident:
    """What one resident types. A word is long enough that it is found nowhere by chance."""

    given: str
    family: str
    gender: str
    street: str
    postcode: str

    @property
    def texts(self) -> dict[str, str]:
        return {
            "given": self.given,
            "family": self.family,
            "gender": self.gender,
            "street": self.street,
        }


def invent() -> Resident:
    """Return somebody who does not exist."""
    return Resident(
        _word(9).title(), _word(12).title(), _word(9), f"{_word(10)} {_word(6)}", _digits(5)
    )


@dataclass
class Visit:
    """One resident's way through the pages; `needles` grow with what has been shown and typed."""

    machine: Machine
    guide: Guide
    resident: Resident
    needles: Needles = field(default_factory=Needles)

    def __post_init__(self) -> None:
        self.needles = needles.of_texts(self.resident.texts)

    def answer(self) -> None:
        """Answer every question, up to the page that shows the card for checking."""
        self._go("attract", "start", "language")
        self._go("language", "language:en", "readiness")
        self._go("readiness", "next", "notice")
        self._go("notice", "next", "name")
        self._type("name", "given", self.resident.given)
        self._type("name", "family", self.resident.family)
        self._keep("name", _ANSWERS)
        self._go("name", "next", "latin_name")
        self._go("latin_name", "next", "birth_date")
        for name, number in (("day", "7"), ("month", "11"), ("year", "1984")):
            self._type("birth_date", name, number)
        self._go("birth_date", "next", "gender")
        self._type("gender", "gender", self.resident.gender)
        self._go("gender", "next", "address")
        touch(self.machine, self.guide.place("address", "address:home"))
        self._type("address", "postcode", self.resident.postcode)
        # The street comes last: the kernel's ring holds ten keys, and these must be seen in it.
        self._type("address", "line1", self.resident.street)
        self._go("address", "next", "veteran")
        touch(self.machine, self.guide.place("veteran", "veteran:no"))
        self._go("veteran", "next", "portrait")
        self._go("portrait", "take-photo", "portrait.taken")
        self._go("portrait.taken", "use-photo", "check", "check.drawing")
        self._wait("check")
        self._keep("check", _PREVIEW)

    def panic(self) -> None:
        """Press the keys that erase everything at once."""
        press(self.machine, ("ctrl", "alt", "backspace"))

    def crash(self) -> None:
        """Let the program fail in the middle of it all."""
        self.machine.tell("crash")

    def approve(self) -> None:
        """Have the clerk look at the papers and approve, up to the printed card."""
        self._go("check", "next", "evidence")
        self._go("evidence", "clerk-here", "evidence.clerk")
        self._go("evidence.clerk", f"document:{_PAPER}", "evidence.license")
        touch(self.machine, self.guide.place("evidence.license", "shows:address"))
        time.sleep(_TYPED_WITHIN)
        touch(self.machine, self.guide.place("evidence.license", "paper-done"))
        self._wait("evidence.enough")
        self._go("evidence.enough", "next", "review")
        self._go("review", "handed-back", "review.pin")
        self._type("review.pin", "number", _CLERK)
        self._type("review.pin", "pin", _PIN)
        self._go("review.pin", "approve", "printing")
        self._keep("card", _PREVIEW)

    def take(self) -> None:
        """Say that the card is good, and take it."""
        self._go("printing", "look:good", "taken")
        touch(self.machine, self.guide.place("taken", "have-card"))

    def _go(self, state: str, control: str, *to: str) -> None:
        """Touch a control until the next page is there. Raises Lost."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if self._seen(_AGAIN, state, *to) == state:
                touch(self.machine, self.guide.place(state, control))
            if self._seen(_AGAIN, *to):
                return
        raise Lost(f"The page {to[0]!r} did not come after {state!r}.")

    def _wait(self, state: str) -> None:
        if not self._seen(_PATIENCE, state):
            raise Lost(f"The page {state!r} did not come.")

    def _seen(self, within: float, *states: str) -> str | None:
        """Return which of the states is on the screen, as soon as one is."""
        end = time.monotonic() + within
        while time.monotonic() < end:
            seen = self.guide.state(self.machine.screenshot())
            if seen in states:
                return seen
            time.sleep(0.2)
        return None

    def _type(self, state: str, name: str, text: str) -> None:
        touch(self.machine, self.guide.place(state, f"{name}:edit"))
        time.sleep(_TYPED_WITHIN)
        type_text(self.machine, text)
        time.sleep(_TYPED_WITHIN)

    def _keep(self, name: str, part: tuple[float, float, float, float]) -> None:
        """Remember what the screen shows, as needles."""
        seen = needles.of_picture(name, self.machine.screenshot(), part)
        self.needles = needles.joined(self.needles, seen)


def _word(length: int) -> str:
    """Return letters in which no two neighbours are the same, nor in the alphabet's order."""
    word = ""
    while len(word) < length:
        letter = random.choice(string.ascii_lowercase)
        if not word or abs(ord(letter) - ord(word[-1])) > 1:
            word += letter
    return word


def _digits(length: int) -> str:
    return "".join(random.choice("123456789") for _ in range(length))
