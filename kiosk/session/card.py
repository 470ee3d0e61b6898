"""Card: front and back as pixels, the very pixels that the applicant sees and the printer gets.

The preview is the card with its code not yet in its field; everything else is the same, dot by dot.
What an applicant wrote is pure black in one bit, because a card printer prints that with its resin
panel, sharp and for years. Nothing is ever cut; what does not fit is known while it can be changed.
"""

from dataclasses import dataclass
from datetime import date
from unicodedata import bidirectional, east_asian_width

from PIL import Image, ImageDraw, ImageOps

from kiosk.design import CardDesign, Column
from kiosk.devices import CardSize, Frame
from kiosk.errors import Unprintable
from kiosk.formats import qr
from kiosk.formats.column import Placed, Setter, Texts
from kiosk.formats.ground import back_ground, front_ground, veil
from kiosk.formats.lettering import BLACK, Lettering
from kiosk.formats.lettering import draw as draw_block
from kiosk.formats.sheet import Rectangle, Sheet
from kiosk.session.application import Address, Application, Name
from kiosk.session.portrait import HEIGHT, WIDTH, Portrait
from kiosk.session.review import Confirmation
from kiosk.session.term import CardTerm

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_GROUP = 4  # signs of a serial between two spaces
_FRAME = 0.3  # mm of line around the portrait
_CORNER = 1.0  # mm, radius of the portrait's corners
_GHOST = 0.45  # how much of the second portrait covers the lines under it
_MARGIN = 4.0  # mm inside the code's field, around the note
_RULE = 0.2  # mm of line around the note
_NO_DITHER = Image.Dither.NONE
_SMOOTH = 4  # times larger while a rounded corner is drawn
_ANY_DAY = date(2000, 12, 28)  # stands for a date not yet known; all dates are about as wide


@dataclass(frozen=True, slots=True)
class Card:
    """Both sides of a card at `dpi` dots per inch, upright."""

    front: Frame
    back: Frame
    dpi: int


@dataclass(frozen=True, slots=True)
class Press:
    """All that a card needs before there is an applicant, drawn and checked. See `prepare`."""

    design: CardDesign
    lettering: Lettering
    sheet: Sheet
    front: Image.Image
    back: Image.Image
    veil: Image.Image | None

    def setter(self, language: str | None) -> Setter:
        return Setter(self.lettering, self.sheet, language or "en")


def prepare(
    design: CardDesign, size: CardSize, lettering: Lettering, *, specimen: bool = False
) -> Press:
    """Return a press for cards of `design` in the raster that a printer wants.

    A specimen says so across both sides. Raises Unprintable if the design's own words do not fit.
    """
    sheet = Sheet(size.width, size.height, size.dpi, (design.width, design.height))
    setter = Setter(lettering, sheet, "en")
    return Press(
        design=design,
        lettering=lettering,
        sheet=sheet,
        front=front_ground(design, setter),
        # The back is black and white; kept so, it takes a twenty-fourth of the room.
        back=back_ground(design, setter, specimen=specimen).convert("1", dither=_NO_DITHER),
        veil=veil(design, setter) if specimen else None,
    )


def draw(confirmation: Confirmation, press: Press, code: str | None, note: str = "") -> Card:
    """Return the card of `confirmation`.

    `code` is the credential as Base45. Without it the card is a preview, with `note`, in the
    applicant's language, where the code will be. Raises Unprintable if something does not fit,
    which `unfit` says beforehand.
    """
    texts = _texts(confirmation.application, press.design)
    texts |= {
        "valid_until": [_end(confirmation.term, press.design)],
        "serial": [_grouped(confirmation.serial)],
    }
    setter = press.setter(confirmation.application.language)
    front, back = press.front.copy(), press.back.convert("RGB")
    _face(front, press, confirmation.portrait)
    _letter(front, setter.arrange(press.design.front.column, texts))
    _letter(back, setter.arrange(press.design.back.column, texts))
    if code is None:
        _announce(back, press, setter, note)
    else:
        _encode(back, press, code)
    return Card(_frame(front), _frame(back), press.sheet.dpi)


def unfit(application: Application, press: Press) -> tuple[str, ...]:
    """Return the questions whose answers do not fit the card, in the order of the card.

    Answers that fit alone but not together name the one that takes most room. Answers still
    missing are not judged.
    """
    setter = press.setter(application.language)
    texts = _texts(application, press.design)
    dates = {"birth_date": [_day(_ANY_DAY)], "valid_until": [_day(_ANY_DAY)]}
    column = press.design.front.column
    alone = tuple(name for name in texts if not _fits(setter, column, {name: texts[name]}))
    if alone or _fits(setter, column, dates | texts):
        return alone
    return (max(texts, key=lambda name: sum(map(len, texts[name]))),)


def _fits(setter: Setter, column: Column, texts: Texts) -> bool:
    try:
        setter.arrange(column, texts)
    except Unprintable:
        return False
    return True


def _texts(application: Application, design: CardDesign) -> dict[str, list[str]]:
    """Return what each field says; what was left out is not there at all."""
    name = _full(application.name) if application.name else ""
    latin = application.latin_name or ""
    repeats = latin.casefold() == name.casefold() and not design.repeat_latin
    texts = {
        "name": [name],
        "latin_name": ["" if repeats else latin],
        "birth_date": [_day(application.birth_date) if application.birth_date else ""],
        "gender": [application.gender or ""],
        "address": _address(application.address, design) if application.address else [],
    }
    return {field: lines for field, lines in texts.items() if any(lines)}


def _full(name: Name) -> str:
    """Return the family name first, joined as the script does it: 王小明, but Diaz, Ana."""
    both = name.family + name.given
    if not (name.family and name.given) or all(east_asian_width(sign) == "W" for sign in both):
        return both
    comma = "، " if bidirectional(name.family[0]) == "AL" else ", "
    return name.family + comma + name.given


def _address(address: Address, design: CardDesign) -> list[str]:
    if not address.lines:
        return []
    return [*address.lines, design.city_line.format(postcode=address.postcode).strip()]


def _day(day: date) -> str:
    """Return a day that nobody can read as another one, whatever order they are used to."""
    return f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year}"


def _end(term: CardTerm, design: CardDesign) -> str:
    return design.endless if term.expires is None else _day(term.expires)


def _grouped(serial: str) -> str:
    return " ".join(serial[start : start + _GROUP] for start in range(0, len(serial), _GROUP))


def _letter(image: Image.Image, column: tuple[Placed, ...]) -> None:
    for placed in column:
        draw_block(placed.block, image, (placed.left, placed.top))


def _face(front: Image.Image, press: Press, portrait: Portrait) -> None:
    """Draw the portrait in its frame, and once more, faint, where a swapped one would show."""
    design, sheet = press.design, press.sheet
    picture = Image.frombytes("RGB", (WIDTH, HEIGHT), portrait.rgb)
    frame, corner = round(sheet.dots(_FRAME)), sheet.dots(_CORNER)
    left, top, right, bottom = sheet.rectangle(design.photo)
    outer = (left - frame, top - frame, right + frame, bottom + frame)
    front.paste(design.band_colour, outer, _rounded(outer, corner + frame))
    inner = (left, top, right, bottom)
    front.paste(_resized(picture, inner), inner, _rounded(inner, corner))
    ghost = sheet.rectangle(design.ghost)
    faint = ImageOps.colorize(
        _resized(picture, ghost).convert("L"), design.band_colour, design.paper
    )
    mask = _rounded(ghost, corner).point([round(level * _GHOST) for level in range(256)])
    front.paste(faint, ghost, mask)
    if press.veil:
        front.paste(design.specimen_colour, (0, 0), press.veil)


def _resized(picture: Image.Image, box: Rectangle) -> Image.Image:
    left, top, right, bottom = box
    return picture.resize((right - left, bottom - top), Image.Resampling.LANCZOS)


def _rounded(box: Rectangle, radius: float) -> Image.Image:
    """Return a mask of the size of `box` with smooth round corners."""
    left, top, right, bottom = box
    size = ((right - left) * _SMOOTH, (bottom - top) * _SMOOTH)
    mask = Image.new("L", size, 0)
    edge = (0, 0, size[0] - 1, size[1] - 1)
    ImageDraw.Draw(mask).rounded_rectangle(edge, radius * _SMOOTH, fill=255)
    return mask.reduce(_SMOOTH)


def _encode(back: Image.Image, press: Press, code: str) -> None:
    """Draw the code in the middle of its field, its quiet zone white whatever lies under it."""
    left, top, right, bottom = press.sheet.rectangle(press.design.code)
    room = min(right - left, bottom - top)
    planned = qr.plan(code, room, press.sheet.dpi)
    indent = (room - planned.side) // 2
    back.paste(qr.picture(planned), (left + indent, top + indent))


def _announce(back: Image.Image, press: Press, setter: Setter, note: str) -> None:
    """Write `note` into the code's field, in a thin frame."""
    field = press.sheet.rectangle(press.design.code)
    inset = round(press.sheet.dots(_MARGIN / 2))
    left, top, right, bottom = field
    pen = ImageDraw.Draw(back)
    pen.rectangle(field, fill="white")
    frame = (left + inset, top + inset, right - inset, bottom - inset)
    pen.rectangle(frame, outline=BLACK, width=max(2, round(press.sheet.dots(_RULE))))
    code = press.design.code
    room = (code.width - 2 * _MARGIN, code.height - 2 * _MARGIN)
    block = setter.fit([note], room, press.design.note)
    middle = ((left + right - block.width) // 2, (top + bottom - block.height) // 2)
    draw_block(block, back, middle, centred=True)


def _frame(image: Image.Image) -> Frame:
    return Frame(image.width, image.height, image.tobytes())
