"""Card: front and back as pixels, the very pixels that the applicant sees and the printer gets.

The preview is the card with its code not yet in its field; everything else is the same, dot by dot.
What an applicant wrote is pure black in one bit, because a card printer prints that with its resin
panel, sharp and for years. Nothing is ever cut; what does not fit is known while it can be changed.
"""

from dataclasses import dataclass
from datetime import date

from PIL import Image

from kiosk.design import SAFE, CardDesign, Column
from kiosk.devices import CardSize, Frame, Side
from kiosk.errors import Unprintable
from kiosk.formats import qr
from kiosk.formats.bitmap import Bitmap
from kiosk.formats.column import Placed, Setter, Texts
from kiosk.formats.ground import back_ground, front_ground, veil
from kiosk.formats.layers import WHITE, Kept, Layers, dots, together
from kiosk.formats.lettering import BLACK, Lettering
from kiosk.formats.likeness import show
from kiosk.formats.sheet import Sheet
from kiosk.session.application import Application
from kiosk.session.portrait import HEIGHT, WIDTH, Portrait
from kiosk.session.review import Confirmation
from kiosk.session.wording import answers, day, settled

_MARGIN = 4.0  # mm inside the code's field, around the note
_RULE = 0.2  # mm of line around the note
# To printers a card lies on its side and is turned like a page, its short edge the spine. One that
# is held upright is turned over its long edge: so its sides stand on each other's head.
_FRONT_TURN, _BACK_TURN = Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270
_ANY_SERIAL = "M" * 4 + 3 * (" " + "M" * 4)  # no serial is wider
_ANY_DAY = date(2000, 12, 28)  # stands for a date not yet known; all dates are about as wide


@dataclass(frozen=True, slots=True)
class Card:
    """Both sides of a card at `dpi` dots per inch, as the printer gets them.

    `turned`: the card is held upright and the printer's raster lies on its side, or the other way.
    Over its long edge it then turns from one side to the other. See `upright`.
    """

    front: Side
    back: Side
    dpi: int
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """All that a card needs before there is an applicant, drawn and checked. See `prepare`."""

    design: CardDesign
    lettering: Lettering
    sheet: Sheet
    front: Kept
    back: Kept
    veil: Image.Image | None
    turned: bool = False

    def setter(self, language: str | None) -> Setter:
        return Setter(self.lettering, self.sheet, language or "en")


def prepare(
    design: CardDesign, size: CardSize, lettering: Lettering, *, specimen: bool = False
) -> Press:
    """Return a press for cards of `design` in the raster that a printer wants.

    A specimen says so across both sides. Raises Unprintable if the design's own words do not fit,
    or if the printer cannot reach a place where something stands.
    """
    if size.margin > SAFE:
        raise Unprintable
    turned = (design.width < design.height) != (size.width < size.height)
    raster = (size.height, size.width) if turned else (size.width, size.height)
    sheet = Sheet(*raster, size.dpi, (design.width, design.height))
    setter = Setter(lettering, sheet, "en")
    return Press(
        design=design,
        lettering=lettering,
        sheet=sheet,
        front=_kept(front_ground(design, setter), sheet, size.margin),
        back=_kept(back_ground(design, setter, specimen=specimen), sheet, size.margin),
        veil=veil(design, setter) if specimen else None,
        turned=turned,
    )


def _kept(ground: Layers, sheet: Sheet, margin: float) -> Kept:
    """Leave white what the printer leaves white, so that the preview says so."""
    if margin:
        width, height = sheet.card
        left, top = sheet.place(margin, margin)
        right, bottom = sheet.place(width - margin, height - margin)
        ground.frame((left, top, right, bottom))
    return ground.kept()


def draw(confirmation: Confirmation, press: Press, code: str | None, note: str = "") -> Card:
    """Return the card of `confirmation`.

    `code` is the credential as Base45. Without it the card is a preview, with `note`, in the
    applicant's language, where the code will be. Raises Unprintable if something does not fit,
    which `unfit` says beforehand.
    """
    texts = answers(confirmation.application, press.design, confirmation.term.issued)
    texts |= settled(confirmation.serial, confirmation.term, press.design)
    setter, design = press.setter(confirmation.application.language), press.design
    # Fonts are opened before there is a picture, and sides drawn one by one: both take much room.
    columns = [setter.arrange(side.column, texts) for side in (design.front, design.back)]
    front = _side(_front(press, confirmation.portrait, columns[0]), press, _FRONT_TURN)
    back = press.back.copy()
    _letter(back, columns[1])
    if code is None:
        _announce(back, press, setter, note)
    else:
        _encode(back, press, code)
    return Card(front, _side(back, press, _BACK_TURN), press.sheet.dpi, press.turned)


def _front(press: Press, portrait: Portrait, column: tuple[Placed, ...]) -> Layers:
    front = press.front.copy()
    if front.colour is not None:
        picture = Image.frombytes("RGB", (WIDTH, HEIGHT), portrait.rgb)
        show(picture, front.colour, press.sheet, press.design)
        if press.veil:
            front.colour.paste(press.design.specimen_colour, (0, 0), press.veil)
    _letter(front, column)
    return front


def upright(card: Card) -> tuple[Frame, Frame]:
    """Return front and back as they are held to be read: what a person is shown."""
    if not card.turned:
        return card.front.frame, card.back.frame
    return _turned(card.front.frame, _BACK_TURN), _turned(card.back.frame, _FRONT_TURN)


def unfit(application: Application, press: Press) -> tuple[str, ...]:
    """Return the questions whose answers do not fit the card, in the order of the card.

    Answers that fit alone but not together name the one that takes most room. Answers still
    missing are not judged.
    """
    setter, design = press.setter(application.language), press.design
    said = answers(application, design)
    any_day = [day(_ANY_DAY)]
    certain = {"birth_date": any_day, "valid_until": any_day, "serial": [_ANY_SERIAL]}
    found: list[str] = []
    for column in (design.front.column, design.back.column):
        names = {field.name for row in column.rows for field in row}
        texts = {name: lines for name, lines in said.items() if name in names}
        alone = [name for name in texts if not _fits(setter, column, {name: texts[name]})]
        if texts and not alone and not _fits(setter, column, certain | texts):
            alone = [max(texts, key=lambda name: sum(map(len, said[name])))]
        found += alone
    return tuple(found)


def _fits(setter: Setter, column: Column, texts: Texts) -> bool:
    try:
        setter.arrange(column, texts)
    except Unprintable:
        return False
    return True


def _letter(side: Layers, column: tuple[Placed, ...]) -> None:
    for placed in column:
        side.write(placed.block, (placed.left, placed.top))


def _encode(back: Layers, press: Press, code: str) -> None:
    """Draw the code in the middle of its field, its quiet zone white whatever lies under it."""
    left, top, right, bottom = press.sheet.rectangle(press.design.code)
    room = min(right - left, bottom - top)
    planned = qr.plan(code, room, press.sheet.dpi)
    indent = (room - planned.side) // 2
    back.black.paste(qr.picture(planned), (left + indent, top + indent))


def _announce(back: Layers, press: Press, setter: Setter, note: str) -> None:
    """Write `note` into the code's field, in a thin frame."""
    field = press.sheet.rectangle(press.design.code)
    inset, rule = (round(press.sheet.dots(size)) for size in (_MARGIN / 2, _RULE))
    left, top, right, bottom = field
    back.fill(field, WHITE)
    for far, colour in ((inset, BLACK), (inset + max(2, rule), WHITE)):
        back.fill((left + far, top + far, right - far, bottom - far), colour)
    code = press.design.code
    room = (code.width - 2 * _MARGIN, code.height - 2 * _MARGIN)
    block = setter.fit([note], room, press.design.note)
    middle = ((left + right - block.width) // 2, (top + bottom - block.height) // 2)
    back.write(block, middle, centred=True)


def _turned(frame: Frame, turn: Image.Transpose) -> Frame:
    picture = Image.frombytes("RGB", (frame.width, frame.height), frame.rgb).transpose(turn)
    return Frame(picture.width, picture.height, picture.tobytes())


def _side(layers: Layers, press: Press, turn: Image.Transpose) -> Side:
    if press.turned:
        layers = layers.turned(turn)
    black, pixels = layers.black, layers.pixels()
    del layers  # 10 MB at 600 dpi, which the next line needs
    whole, (width, height) = together(pixels, black), black.size
    return Side(
        frame=Frame(width, height, whole),
        black=Bitmap(width, height, dots(black)),
        colour=None if pixels is None else Frame(width, height, pixels),
    )
