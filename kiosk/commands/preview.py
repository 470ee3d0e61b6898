"""`kiosk pack preview`: a contact sheet of the worst cases a pack's card will meet.

Front and back of each, as they would be printed, at half the dots. What does not fit is said in its
place: at the counter the same person would be asked to shorten it.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from kiosk import city, design
from kiosk.assets import FONTS
from kiosk.commands import Misuse
from kiosk.commands.specimen import signed, specimen_key
from kiosk.commands.worst import Case, cases
from kiosk.design import CardDesign
from kiosk.devices import CardSize, Frame
from kiosk.devices.drawn_camera import draw as drawn_face
from kiosk.errors import UnknownCity, Unprintable
from kiosk.formats.column import Setter
from kiosk.formats.lettering import Hand, Lettering
from kiosk.formats.lettering import draw as draw_block
from kiosk.formats.sheet import Sheet
from kiosk.session import card
from kiosk.session.card import Press
from kiosk.session.evidence import Evidence
from kiosk.session.portrait import crop
from kiosk.session.review import Confirmation, Review
from kiosk.signer.backends import FileKey
from kiosk.trust import keys, serial

_ISSUER = "preview.example"
_SMALLER = 2  # dots of a card for one of the sheet
_GAP, _TITLE = 24, 34  # dots
_PAPER, _INK = (226, 228, 230), (24, 28, 32)
_HAND = Hand(size=13, least=9, dpi=110, bold=True)


def folder_of(name: str) -> Path:
    """Return the folder of a pack, by its path or its name. Raises Misuse if there is none."""
    path = Path(name)
    if path.is_dir():
        return path.resolve()
    try:
        return city.load(name).folder
    except UnknownCity:
        raise Misuse(f"{name} is no folder. Name the folder of a pack, or a pack.") from None


def preview(arguments: argparse.Namespace) -> int:
    """Write the contact sheet; 1 if some of the cases do not fit the card."""
    named = design.DESIGNS / arguments.pack if arguments.pack in design.designs() else None
    folder = named or folder_of(arguments.pack)
    out: Path = arguments.out or Path(f"{folder.name}-preview.png")
    press = _press(folder)
    key = specimen_key()
    drawn = [_drawn(case, press, key) for case in cases()]
    _sheet(drawn, press).save(out)
    unfit = [one for one in drawn if one.unfit]
    for one in unfit:
        print(f"{one.title}: {', '.join(one.unfit)} would have to be shortened.")
    print(f"{out}: {len(drawn)} cards.")
    return 1 if unfit else 0


def too_long(whole: CardDesign) -> Iterator[tuple[str, str]]:
    """Yield the fixed words that do not fit their boxes, with the side they are on."""
    size = CardSize()
    sheet = Sheet(size.width, size.height, size.dpi, (whole.width, whole.height))
    setter = Setter(Lettering(FONTS), sheet, "en")
    for name, side in (("front", whole.front), ("back", whole.back)):
        for text in side.texts:
            try:
                setter.fit(text.words.splitlines(), (text.box.width, text.box.height), text.type)
            except Unprintable:
                yield name, text.words


@dataclass(frozen=True, slots=True)
class _Drawn:
    title: str
    sides: tuple[Frame, ...]
    unfit: tuple[str, ...] = ()


def _press(folder: Path) -> Press:
    try:
        return card.prepare(design.load(folder), CardSize(), Lettering(FONTS), specimen=True)
    except Unprintable:
        raise Misuse("The design's own words do not fit it: kiosk pack check names them.") from None


def _drawn(case: Case, press: Press, key: FileKey) -> _Drawn:
    unfit = card.unfit(case.application, press)
    if unfit:
        return _Drawn(case.title, (), unfit)
    face = crop(drawn_face())
    confirmation = Confirmation(case.application, face, serial.draw(os.urandom), case.term)
    review = Review(confirmation, Evidence((), (), {}), 0)
    credential = signed(review, keys.Issuer(_ISSUER, keys.SPECIMEN_KEY), key)
    return _Drawn(case.title, card.upright(card.draw(confirmation, press, credential.text)))


def _sheet(drawn: Sequence[_Drawn], press: Press) -> Image.Image:
    """Return the sheet: so many cases beside one another, their titles above them."""
    sheet = press.sheet
    across, down = sheet.width // _SMALLER, sheet.height // _SMALLER
    beside = 2 if across > down else 3
    wide, high = 2 * across + 2 * _GAP, down + _TITLE + _GAP
    rows = -(-len(drawn) // beside)
    whole = Image.new("RGB", (beside * wide + _GAP, rows * high + _GAP), _PAPER)
    for number, one in enumerate(drawn):
        left, top = _GAP + number % beside * wide, _GAP + number // beside * high
        said = ": ".join([one.title, *one.unfit])
        block = press.lettering.fit([said], (2 * across, _TITLE), _HAND)
        draw_block(block, whole, (left, top), _INK)
        for place, side in zip((left, left + across + _GAP // 2), _small(one), strict=False):
            whole.paste(side, (place, top + _TITLE))
    return whole


def _small(one: _Drawn) -> Iterator[Image.Image]:
    for side in one.sides:
        picture = Image.frombytes("RGB", (side.width, side.height), side.rgb)
        yield picture.crop(
            (0, 0, side.width // _SMALLER * _SMALLER, side.height // _SMALLER * _SMALLER)
        ).reduce(_SMALLER)
