"""`kiosk specimen`: cards of a people file as pictures, signed with the published specimen key.

It goes the way of a session, without its pages: the same answers are read, the same papers weighed,
the same credential signed and verified, the same pixels drawn.
"""

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PIL import Image

from kiosk import city, design, people, training
from kiosk.assets import FONTS
from kiosk.city import City
from kiosk.commands import Misuse
from kiosk.devices import CardSize, Frame, still
from kiosk.devices.drawn_camera import draw as drawn_face
from kiosk.errors import NotAPicture, SignerLost
from kiosk.formats import latin
from kiosk.formats.lettering import Lettering
from kiosk.people import Person
from kiosk.session import card
from kiosk.session.application import (
    Address,
    AddressKind,
    Application,
    Printable,
    Refusal,
    read_address,
    read_emergency_contact,
    read_gender,
    read_latin_name,
    read_name,
)
from kiosk.session.card import Card, Press
from kiosk.session.credential import Credential, issue
from kiosk.session.evidence import Applicant, Document, weigh
from kiosk.session.portrait import crop
from kiosk.session.review import (
    Confirmation,
    Refused,
    Review,
    address_fits,
    approve,
    confirm,
    first_fitting,
)
from kiosk.session.term import age, term
from kiosk.signer import backends
from kiosk.signer.backends import FileKey
from kiosk.trust import keys, serial

_CLERK = 0  # nobody approves a specimen


def command(arguments: argparse.Namespace) -> int:
    """Write NNN-front.png, NNN-back.png and NNN-qr.txt a person, and trust.json."""
    pack = city.load(arguments.city)
    try:
        read = people.read(arguments.people.read_bytes(), pack, arguments.people.parent)
    except people.BadPeopleFile as fault:
        sentence = f"The people file {arguments.people} cannot be used. {fault.sentence}"
        raise Misuse(sentence) from None
    for warning in read.warnings:
        print(warning, file=sys.stderr)
    arguments.out.mkdir(parents=True, exist_ok=True)
    trust = keys.write_trust(keys.specimen_trust(pack.issuer))
    (arguments.out / "trust.json").write_text(trust, encoding="utf-8")
    workshop = _Workshop(pack)
    for number, person in enumerate(read.people, 1):
        credential, card_ = workshop.make(number, person)
        _write(arguments.out / f"{number:03d}", credential, card_)
    return 0


class _Workshop:
    """What all specimens have in common: the key, the fonts, the art, the day."""

    def __init__(self, pack: City) -> None:
        lettering = Lettering(FONTS)
        self._pack = pack
        self._printable: Printable = lettering.covers
        self._press: Press = card.prepare(
            design.load(pack.folder), CardSize(), lettering, specimen=True
        )
        self._key = specimen_key()
        self._issuer = keys.Issuer(pack.issuer, keys.SPECIMEN_KEY)
        self._today = datetime.now().astimezone().date()

    def make(self, number: int, person: Person) -> tuple[Credential, Card]:
        """Return what is on this person's card. Raises Misuse if no card can be made."""
        confirmation, credential = self.sign(number, person)
        return credential, card.draw(confirmation, self._press, credential.text)

    def sign(self, number: int, person: Person) -> tuple[Confirmation, Credential]:
        """Return what is confirmed and signed, undrawn. Raises Misuse if no card can be made."""
        application = self._apply(number, person)
        unfit = card.unfit(application, self._press)
        if unfit:
            raise Misuse(f"Person {number}: {unfit[0]} does not fit the card. Shorten it.")
        review = self._review(number, person, application)
        return review.confirmation, signed(review, self._issuer, self._key)

    def _apply(self, number: int, person: Person) -> Application:
        name = _taken(number, read_name(person.given_names, person.family_names, self._printable))
        latin_name = person.latin_name
        if latin_name is None:
            latin_name = latin.full(name.given, name.family) or ""
        kind = AddressKind.HOME if person.address else AddressKind.OMITTED
        lines = read_address(kind, person.two_lines, person.postcode, self._printable)
        asked = self._asked(person)
        contact = read_emergency_contact(*person.contact, self._printable)
        has_contact = bool(person.emergency_contact)
        return Application(
            language=person.language,
            name=name,
            latin_name=_taken(number, read_latin_name(latin_name, self._printable)),
            birth_date=person.birth_date,
            gender=_taken(number, read_gender(person.gender, self._printable)),
            address=_taken(number, lines),
            veteran=person.veteran if "veteran" in asked else None,
            emergency_contact=(_taken(number, contact) if has_contact else ())
            if "emergency_contact" in asked
            else None,
        )

    def _review(self, number: int, person: Person, application: Application) -> Review:
        policy = self._pack.evidence
        applicant = Applicant(age(person.birth_date, self._today))
        address = application.address or Address(AddressKind.OMITTED)
        kinds = person.documents or first_fitting(policy, self._today, applicant, address)
        papers = [Document(kind) for kind in kinds]
        evidence = weigh(papers, policy, self._today, applicant)
        if not evidence.sufficient or not address_fits(evidence, address):
            raise Misuse(f"Person {number}: these documents do not suffice. Leave the list empty.")
        return approve(self._confirm(person, application), evidence, _CLERK)

    def _confirm(self, person: Person, application: Application) -> Confirmation:
        face = drawn_face() if person.portrait is None else _picture(person.portrait)
        days = term(person.birth_date, self._today, self._pack.terms)
        return confirm(application, crop(face), serial.draw(os.urandom), days, self._asked(person))

    def _asked(self, person: Person) -> tuple[str, ...]:
        return self._pack.asked_at(age(person.birth_date, self._today))


def specimen_key() -> FileKey:
    """Open the published key. To decrypt it takes a while, by intent: once is enough."""
    return backends.open_file(training.FILES.key, training.FILES.passphrase)


def signed(review: Review, issuer: keys.Issuer, key: FileKey) -> Credential:
    """Return the credential of a specimen."""
    credential = issue(review, issuer, key.sign)
    if isinstance(credential, Refused):
        raise SignerLost  # a key in this process refuses nobody
    return credential


_Answer = TypeVar("_Answer")


def _taken(number: int, answer: _Answer | Refusal) -> _Answer:
    if isinstance(answer, Refusal):
        raise Misuse(f"Person {number}: an answer cannot be taken ({answer.value}).")
    return answer


def _picture(path: Path) -> Frame:
    try:
        return still.load(path)
    except NotAPicture:
        raise Misuse(f"{path} is not a picture.") from None


def _write(stem: Path, credential: Credential, sides: Card) -> None:
    for name, side in zip(("front", "back"), card.upright(sides), strict=True):
        picture = Image.frombytes("RGB", (side.width, side.height), side.rgb)
        picture.save(f"{stem}-{name}.png", dpi=(sides.dpi, sides.dpi))
    Path(f"{stem}-qr.txt").write_text(credential.text + "\n", encoding="ascii")
