"""Likeness: a portrait in its frame, and its ghost."""

from PIL import Image, ImageDraw, ImageOps

from kiosk.design import CardDesign
from kiosk.formats.sheet import Rectangle, Sheet

_FRAME = 0.3  # mm of line around the portrait
_CORNER = 1.0  # mm, radius of the portrait's corners
_GHOST = 0.45  # how much of the second portrait covers the lines under it
_SMOOTH = 4  # times larger while a rounded corner is drawn


def show(picture: Image.Image, front: Image.Image, sheet: Sheet, design: CardDesign) -> None:
    """Show a portrait in RGB in its place on the front, and once more, pale, as its ghost."""
    frame, corner = round(sheet.dots(_FRAME)), sheet.dots(_CORNER)
    left, top, right, bottom = sheet.rectangle(design.photo)
    outer = (left - frame, top - frame, right + frame, bottom + frame)
    front.paste(design.band_colour, outer, _rounded(outer, corner + frame))
    inner = (left, top, right, bottom)
    front.paste(_resized(picture, inner), inner, _rounded(inner, corner))
    if design.ghost:
        _haunt(picture, front, sheet.rectangle(design.ghost), corner, design)


def _haunt(
    picture: Image.Image, front: Image.Image, box: Rectangle, corner: float, design: CardDesign
) -> None:
    """Show the portrait small and pale, where a swapped one would not be like it."""
    grey = _resized(picture, box).convert("L")
    mask = _rounded(box, corner).point([round(level * _GHOST) for level in range(256)])
    front.paste(ImageOps.colorize(grey, design.band_colour, design.paper), box, mask)


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
