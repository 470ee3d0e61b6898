"""Artwork: compiled art as pixels, drawn for the dots it will have and never scaled.

Pillow has no smooth edges, so shapes are drawn large in one bit and reduced; band by band, because
a picture across the whole card would be large.
"""

from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw

from kiosk.design import Art, Shape

_LARGER = 4  # times, while drawing
_BAND = 64  # rows drawn at a time

Size = tuple[int, int]
Points = list[tuple[float, float]]


def paint(art: Art, size: Size) -> Image.Image:
    """Return `art` in RGBA, `size` dots wide and high, clear where nothing is painted."""
    width, height = size
    picture = Image.new("RGBA", size)
    for top in range(0, height, _BAND):
        band = Image.new("RGBA", (width, min(_BAND, height - top)))
        for shape in art.shapes:
            paint_ = Image.new("RGBA", band.size, (*shape.colour, 255))
            paint_.putalpha(_mask(shape, art, size, (top, band.height)))
            band.alpha_composite(paint_)
        picture.paste(band, (0, top))
    return picture


def _mask(shape: Shape, art: Art, size: Size, band: tuple[int, int]) -> Image.Image:
    """Return how much of each dot of a band of rows the shape covers."""
    width, height = size
    top, rows = band
    across, down = width * _LARGER / art.width, height * _LARGER / art.height
    mask = Image.new("1", (width * _LARGER, rows * _LARGER), 0)
    for outline in shape.outlines:
        points = [(x * across, y * down - top * _LARGER) for x, y in outline]
        if shape.width:
            _stroke(mask, points, shape.width * (across + down) / 2, round_ends=shape.round_ends)
        else:
            mask = _inside_out(mask, points)
    return mask.convert("L").reduce(_LARGER)


def _inside_out(mask: Image.Image, points: Points) -> Image.Image:
    """Return the mask with all within the outline turned into its opposite: holes stay holes."""
    heights = [y for _, y in points]
    if max(heights) < 0 or min(heights) > mask.height:
        return mask
    within = Image.new("1", mask.size, 0)
    ImageDraw.Draw(within).polygon(points, fill=255)
    return ImageChops.logical_xor(mask, within)


def _stroke(mask: Image.Image, points: Points, width: float, *, round_ends: bool) -> None:
    pen, half = ImageDraw.Draw(mask), width / 2
    for (x0, y0), (x1, y1) in pairwise(points):
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        if length:
            across, down = (y0 - y1) / length * half, (x1 - x0) / length * half
            corners = [(x0 + across, y0 + down), (x1 + across, y1 + down)]
            pen.polygon([*corners, (x1 - across, y1 - down), (x0 - across, y0 - down)], fill=255)
    joints = points if round_ends or points[0] == points[-1] else points[1:-1]
    for x, y in joints:
        pen.ellipse((x - half, y - half, x + half, y + half), fill=255)
