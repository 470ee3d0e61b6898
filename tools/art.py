"""Compile a pack's art: `tools/art.py PACK/seal.svg …` writes PACK/seal.art beside each.

Of SVG it understands shapes, paths, strokes, groups, `transform` and letters along an arc, in the
bundled bold font. Anything else is refused, because it would be missing on the card without a word.
"""

import json
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from math import hypot, pi
from pathlib import Path
from xml.etree import ElementTree as ET

from fontTools.misc.transform import Transform
from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.svgLib.path import parse_path
from fontTools.svgLib.path.shapes import PathBuilder
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONT = ROOT / "assets" / "fonts" / "NotoSans-Bold.ttf"
SVG = "{http://www.w3.org/2000/svg}"
STEPS = 12  # straight lines in place of a curve
DECIMALS = 3
HANDED_DOWN = ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-dasharray")
SHAPES = {"path", "circle", "ellipse", "rect", "line", "polyline", "polygon"}

Point = tuple[float, float]
Style = dict[str, str]


class Flattener(BasePen):
    """Breaks curves into lines; outlines that are closed end where they began."""

    def __init__(self) -> None:
        super().__init__(None)
        self.outlines: list[list[Point]] = []

    def _moveTo(self, point: Point) -> None:
        self.outlines.append([point])

    def _lineTo(self, point: Point) -> None:
        self.outlines[-1].append(point)

    def _curveToOne(self, one: Point, two: Point, end: Point) -> None:
        start = self.outlines[-1][-1]
        for step in range(1, STEPS + 1):
            far = step / STEPS
            near = 1 - far
            parts = (near**3, 3 * near**2 * far, 3 * near * far**2, far**3)
            self.outlines[-1].append(_mixed(parts, (start, one, two, end)))

    def _closePath(self) -> None:
        if self.outlines[-1][0] != self.outlines[-1][-1]:
            self.outlines[-1].append(self.outlines[-1][0])

    def _endPath(self) -> None:
        pass


def compiled(svg: str) -> str:
    """Return the compiled art of an SVG document."""
    root = ET.fromstring(svg)  # noqa: S314  # a file of ours
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    start: Style = {"fill": "#000000", "stroke": "none", "stroke-width": "1"}
    place = Transform(1, 0, 0, 1, -left, -top)
    shapes = [shape for part in root for shape in _shapes(part, start, place)]
    lines = ",\n".join(json.dumps(shape, separators=(",", ":")) for shape in shapes)
    return f'{{"width":{width:g},"height":{height:g},"shapes":[\n{lines}\n]}}\n'


def _shapes(part: ET.Element, style: Style, place: Transform) -> Iterator[dict[str, object]]:
    tag = part.tag.removeprefix(SVG)
    style = style | {key: part.attrib[key] for key in HANDED_DOWN if key in part.attrib}
    place = _moved(part.attrib.get("transform", ""), place)
    if tag == "g":
        for inner in part:
            yield from _shapes(inner, style, place)
        return
    if tag not in SHAPES | {"text"}:
        raise SystemExit(f"<{tag}> is not understood")
    outlines = _letters(part, place) if tag == "text" else _outlines(part, place)
    if style["fill"] != "none":
        yield _entry(style["fill"], outlines)
    if style["stroke"] != "none":
        width = float(style["stroke-width"]) * hypot(place[0], place[1])
        dashes = _dashes(style.get("stroke-dasharray", "none"), hypot(place[0], place[1]))
        pieces = [piece for outline in outlines for piece in _cut(outline, dashes)]
        rounded = style.get("stroke-linecap") == "round"
        yield _entry(style["stroke"], pieces, width, rounded=rounded)


def _entry(
    colour: str, outlines: list[list[Point]], width: float = 0, *, rounded: bool = False
) -> dict[str, object]:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
        raise SystemExit(f"the colour {colour!r} is not understood")
    return {
        "colour": colour,
        "width": round(width, DECIMALS),
        "round_ends": rounded,
        "outlines": [
            [round(number, DECIMALS) for point in outline for number in point]
            for outline in outlines
        ],
    }


def _outlines(part: ET.Element, place: Transform) -> list[list[Point]]:
    flat = Flattener()
    builder = PathBuilder()
    own = {key: value for key, value in part.attrib.items() if key != "transform"}
    builder.add_path_from_element(ET.Element(part.tag, own))
    for path in builder.paths:
        parse_path(path, TransformPen(flat, place))
    return flat.outlines


def _letters(part: ET.Element, place: Transform) -> list[list[Point]]:
    """Return the outlines of a text along a circle around x, y, its middle turned by data-turn."""
    font = TTFont(FONT)
    glyphs, cmap, scale = font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
    size = float(part.attrib["font-size"])
    spacing = float(part.attrib.get("letter-spacing", 0))
    radius, inside = float(part.attrib["data-radius"]), "data-inside" in part.attrib
    names = [cmap[ord(sign)] for sign in part.text or ""]
    widths = [glyphs[name].width * size / scale + spacing for name in names]
    flat, along = Flattener(), -sum(widths) / 2
    for name, width in zip(names, widths, strict=True):
        turn = (along + width / 2) / radius * (-1 if inside else 1)
        turn += float(part.attrib.get("data-turn", 0)) * pi / 180
        spot = place.translate(float(part.attrib["x"]), float(part.attrib["y"])).rotate(turn)
        spot = spot.translate(-(width - spacing) / 2, radius if inside else -radius)
        glyphs[name].draw(TransformPen(flat, spot.scale(size / scale, -size / scale)))
        along += width
    return flat.outlines


def _moved(text: str, place: Transform) -> Transform:
    for name, numbers in re.findall(r"(\w+)\(([^)]*)\)", text):
        values = [float(number) for number in re.split(r"[\s,]+", numbers.strip())]
        match name:
            case "translate":
                place = place.translate(*values)
            case "scale":
                place = place.scale(*values)
            case "rotate":
                middle = values[1:] or [0.0, 0.0]
                place = place.translate(*middle).rotate(values[0] * pi / 180)
                place = place.translate(-middle[0], -middle[1])
            case _:
                raise SystemExit(f"the transform {name!r} is not understood")
    return place


def _dashes(text: str, scale: float) -> list[float]:
    return [] if text == "none" else [float(part) * scale for part in re.split(r"[\s,]+", text)]


def _cut(outline: list[Point], dashes: list[float]) -> Iterator[list[Point]]:
    """Yield the outline, or the dashes along it."""
    if not dashes:
        yield outline
        return
    drawn, left, piece = True, dashes[0], [outline[0]]
    number = 0
    for start, end in pairwise(outline):
        length, gone = hypot(end[0] - start[0], end[1] - start[1]), 0.0
        while length - gone > left:
            gone += left
            at = _mixed((1 - gone / length, gone / length), (start, end))
            if drawn:
                yield [*piece, at]
            drawn, number, piece = not drawn, number + 1, [at]
            left = dashes[number % len(dashes)]
        left -= length - gone
        piece.append(end)
    if drawn and len(piece) > 1:
        yield piece


def _mixed(parts: tuple[float, ...], points: tuple[Point, ...]) -> Point:
    both = list(zip(parts, points, strict=True))
    return sum(part * x for part, (x, _) in both), sum(part * y for part, (_, y) in both)


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        art = compiled(path.read_text(encoding="utf-8"))
        path.with_suffix(".art").write_text(art, encoding="utf-8")
