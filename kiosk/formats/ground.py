"""The ground of a card: all that is the same on every card, drawn once before anybody comes."""

from dataclasses import replace
from io import BytesIO
from math import atan2, degrees, hypot

from PIL import Image, ImageFilter
from PIL.PngImagePlugin import PngImageFile

from kiosk.design import Art, Box, CardDesign, Microtext, Picture, Side, Type
from kiosk.formats.artwork import paint
from kiosk.formats.column import Setter
from kiosk.formats.engraving import engrave
from kiosk.formats.layers import WHITE, Layers, letters
from kiosk.formats.lettering import Block
from kiosk.formats.sheet import Sheet

_MIDDLE = 128  # of 255: where one bit turns from black to white
_SPECIMEN = Type(size=60, least=8, bold=True)
_BETWEEN = " · "  # one microtext and the next
_ENDLESS = 1000.0  # mm; more than a card has
_DIAGONAL = 0.8  # of the way from corner to corner
_VEIL = 0.34  # how much of the overprint covers what is under it
_OUTLINE = 0.17  # mm; at least two dots, because a printer may lose a single one


def front_ground(design: CardDesign, setter: Setter) -> Layers:
    """Return the front without an applicant: paper, lines, art, areas, seal and fixed words."""
    sheet = setter.sheet
    colour = Image.new("RGB", (sheet.width, sheet.height), design.paper)
    if design.guilloche:
        engrave(colour, sheet, design.guilloche)
    ground = Layers.over(colour)
    for picture in design.front.pictures:
        _show(ground, sheet, picture)
    _, band = sheet.place(0, design.band)
    _, rule = sheet.place(0, design.band + design.rule)
    ground.fill((0, 0, sheet.width, rule if design.rule else 0), design.rule_colour)
    ground.fill((0, 0, sheet.width, band if design.band else 0), design.band_colour)
    _furnish(design.front, ground, setter)
    if design.front.seal:
        seal = _seal(design, sheet, design.front.seal)
        ground.paste(seal, sheet.rectangle(design.front.seal)[:2])
    return _clear(ground, sheet, design.notch)


def back_ground(design: CardDesign, setter: Setter, *, specimen: bool) -> Layers:
    """Return the back without an applicant, pure black on white."""
    sheet = setter.sheet
    ground = Layers.blank((sheet.width, sheet.height))
    if specimen:
        ground.black.paste(0, (0, 0), _outline(_overprint(design, design.back, setter), sheet))
    _furnish(design.back, ground, setter)
    if design.back.seal:
        seal = _seal(design, sheet, design.back.seal)
        plain = Image.new("RGBA", seal.size, (*WHITE, 255))
        plain.alpha_composite(seal)
        bits = plain.convert("L").point([255 * (level >= _MIDDLE) for level in range(256)], "1")
        ground.black.paste(bits, sheet.rectangle(design.back.seal)[:2])
    notch = design.notch
    return _clear(ground, sheet, notch and _seen_from_behind(notch, design.width))


def veil(design: CardDesign, setter: Setter) -> Image.Image:
    """Return the specimen overprint of the front as a mask: how much of its colour to put on."""
    return _overprint(design, design.front, setter).point(
        [round(level * _VEIL) for level in range(256)]
    )


def _seal(design: CardDesign, sheet: Sheet, box: Box) -> Image.Image:
    left, top, right, bottom = sheet.rectangle(box)
    size = (right - left, bottom - top)
    if isinstance(design.seal, Art):
        return paint(design.seal, size)
    # Image.open would import the readers of five formats first.
    with PngImageFile(BytesIO(design.seal)) as art:
        return art.convert("RGBA").resize(size, Image.Resampling.LANCZOS)


def _show(ground: Layers, sheet: Sheet, picture: Picture) -> None:
    left, top, right, bottom = sheet.rectangle(picture.box)
    art = paint(picture.art, (right - left, bottom - top))
    faint = [round(level * picture.strength) for level in range(256)]
    art.putalpha(art.getchannel("A").point(faint))
    ground.paste(art, (left, top))


def _furnish(side: Side, ground: Layers, setter: Setter) -> None:
    """Put in place what both sides have: areas, small lettering and fixed words."""
    for area in side.areas:
        ground.fill(setter.sheet.beyond_edges(area.box), area.colour)
    for line in side.microtext:
        block = _repeated(line, setter)
        ground.write(block, _begin(side, line.box, block, setter.sheet))
    for text in side.texts:
        block = setter.fit(text.words.splitlines(), (text.box.width, text.box.height), text.type)
        left, top = _begin(side, text.box, block, setter.sheet)
        if text.centred:
            box = setter.sheet.rectangle(text.box)
            left = (box[0] + box[2] - block.width) // 2
        ground.write(block, (left, top), text.colour, centred=text.centred)


def _begin(side: Side, box: Box, block: Block, sheet: Sheet) -> tuple[int, int]:
    """Return where a block begins: at the end of its box from which the card is read."""
    left, top, right, _ = sheet.rectangle(box)
    return right - block.width if side.column.from_right else left, top


def _repeated(line: Microtext, setter: Setter) -> Block:
    """Return the words as often as they fit; they are repeated whole or not at all."""
    letters, wide = Type(line.size, line.size), setter.sheet.dots(line.box.width)

    def set_(times: int) -> Block:
        return setter.fit(
            [_BETWEEN.join([line.words] * times)], (_ENDLESS, line.box.height), letters
        )

    once = set_(1).width
    return set_(1 + max(0, int((wide - once) / (set_(2).width - once))))


def _clear(ground: Layers, sheet: Sheet, notch: Box | None) -> Layers:
    """Leave nothing where the card has a notch."""
    if notch:
        ground.fill(sheet.beyond_edges(notch), WHITE)
    return ground


def _seen_from_behind(notch: Box, width: float) -> Box:
    return replace(notch, left=width - notch.left - notch.width)


def _overprint(design: CardDesign, side: Side, setter: Setter) -> Image.Image:
    """Return the specimen's word, from corner to corner of its box, as a mask."""
    sheet, box = setter.sheet, side.specimen
    long, slope = hypot(box.width, box.height), degrees(atan2(box.height, box.width))
    block = setter.fit([design.specimen], (long * _DIAGONAL, box.height * _DIAGONAL / 2), _SPECIMEN)
    word = Image.new("L", (block.width, block.height), 0)
    word.paste(255, (0, 0), letters(block))
    turned = word.rotate(slope, Image.Resampling.BICUBIC, expand=True)
    left, top, right, bottom = sheet.rectangle(box)
    mask = Image.new("L", (sheet.width, sheet.height), 0)
    mask.paste(turned, ((left + right - turned.width) // 2, (top + bottom - turned.height) // 2))
    return mask


def _outline(mask: Image.Image, sheet: Sheet) -> Image.Image:
    """Return the edges of the letters in one bit: the words under them must stay readable."""
    bits = mask.point([255 * (level >= _MIDDLE) for level in range(256)])
    thick = max(2, round(sheet.dots(_OUTLINE)))
    inner = bits.filter(ImageFilter.MinFilter(2 * thick + 1))
    bits.paste(0, (0, 0), inner)
    return bits
