"""Advice: what would make a better portrait, one thing at a time. It is advice and nothing else.

No advice keeps anybody from taking or using a picture. That no face is found is never said: finders
miss dark skin, head coverings and glasses more often than others, and that is nobody's fault. For
the same reason light is judged by the brightest and darkest parts, never by the mean of a face.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PIL import Image, ImageFilter, ImageStat

from kiosk.devices import Box, Frame
from kiosk.session.framing import EYE_LEVEL, Area, frame_head, head, main_face, middle


class Advice(StrEnum):
    """What to change. Left and right are the person's own, as in the mirror on the screen."""

    DARK = "portrait-too-dark"
    BRIGHT = "portrait-too-bright"
    COMPANY = "portrait-more-faces"
    NEARER = "portrait-nearer"
    BACK = "portrait-back"
    LEFT = "portrait-left"
    RIGHT = "portrait-right"
    UP = "portrait-up"
    DOWN = "portrait-down"
    SIDE_LIGHT = "portrait-side-light"
    BLURRED = "portrait-not-sharp"
    BACKGROUND = "portrait-background"


_SIZE: Final = (210, 270)  # pixels: half of a portrait
_SEARCHED: Final = 480  # pixels at least of the longer side of what a face finder is given

# Shares of the mirror's height and width.
_NEAREST, _FARTHEST, _BESIDE, _ABOVE = 0.88, 0.45, 0.12, 0.14
_COMPANION = 1 / 3  # of the face's width: what is smaller is a picture on the wall

# Grey levels, 0 to 255. The darkest skin beside a wall in good light has a bright wall.
_DIM, _BLACK, _WHITE = 110, 24, 250
_TOO_WHITE = 0.15  # of the face
_ONE_SIDED = 0.35  # of the brighter half
_UNEVEN = 28.0  # a wall's spread; a soft shadow stays below 15
# Edges of the picture against those of the same picture made softer. On the drawn face in two skins
# and two library photographs: 3.7 to 5.3 as they are; 2.1 to 2.3, 1.5 to 1.7 and 1.3 to 1.5 when
# softened by 2, 3 and 4 pixels of a portrait's 540 rows.
_SOFT, _SOFTENING = 1.7, 1.5


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is judged: the frame's middle, the head's place in it, and the portrait in small."""

    oval: Area
    faces: Sequence[Box]
    face: Box | None
    portrait: Image.Image  # grey
    skin: Image.Image  # the part of it where a face is, or should be


def searched(frame: Frame) -> tuple[int, bytes]:
    """Return `frame` in grey for a face finder, and how many of its pixels one of these is."""
    coarse = max(1, max(frame.width, frame.height) // _SEARCHED)
    return coarse, _picture(frame).reduce(coarse).convert("L").tobytes()


def advice(frame: Frame, faces: Sequence[Box] | None) -> Advice | None:
    """Return what matters most, or None. `faces` are in the frame's pixels; None: nobody looked."""
    scene = _scene(frame, faces or ())
    return next((said for judge in _JUDGES if (said := judge(scene)) is not None), None)


def _scene(frame: Frame, faces: Sequence[Box]) -> _Scene:
    face = main_face(faces, frame)
    area = middle(frame) if face is None else frame_head(face, frame)
    box = (area.left, area.top, area.left + area.width, area.top + area.height)
    portrait = _picture(frame).resize(_SIZE, Image.Resampling.BILINEAR, box).convert("L")
    return _Scene(middle(frame), faces, face, portrait, portrait.crop(_skin(face, area)))


def _skin(face: Box | None, area: Area) -> tuple[int, int, int, int]:
    """Return the inner part of a face in the small picture, or of the oval."""
    width, height = _SIZE
    if face is None:
        return width * 3 // 10, height * 3 // 10, width * 7 // 10, height * 13 // 20
    scale = width / area.width
    left, top = (face.left - area.left) * scale, (face.top - area.top) * scale
    across, down = face.width * scale, face.height * scale
    inner = (left + 0.2 * across, top + 0.2 * down, left + 0.8 * across, top + 0.9 * down)
    return (round(inner[0]), round(inner[1]), round(inner[2]), round(inner[3]))


def _light(scene: _Scene) -> Advice | None:
    if _level(scene.portrait, 0.97) < _DIM or _level(scene.skin, 0.99) < _BLACK:
        return Advice.DARK
    return Advice.BRIGHT if _level(scene.skin, 1 - _TOO_WHITE) >= _WHITE else None


def _company(scene: _Scene) -> Advice | None:
    if scene.face is None:
        return None
    least = scene.face.width * _COMPANION
    others = [face for face in scene.faces if face is not scene.face and face.width >= least]
    return Advice.COMPANY if any(_meets(face, scene.oval) for face in others) else None


def _distance(scene: _Scene) -> Advice | None:
    if scene.face is None:
        return None
    height = head(scene.face).height / scene.oval.height
    if height > _NEAREST:
        return Advice.BACK
    return Advice.NEARER if height < _FARTHEST else None


def _place(scene: _Scene) -> Advice | None:
    """Say where to go: who stands left in the picture stands right in the mirror, and goes left."""
    if scene.face is None:
        return None
    oval, found = scene.oval, head(scene.face)
    across = (found.middle - oval.left) / oval.width - 0.5
    down = ((found.crown + found.chin) / 2 - oval.top) / oval.height - EYE_LEVEL
    if abs(across) > _BESIDE:
        return Advice.LEFT if across < 0 else Advice.RIGHT
    if abs(down) > _ABOVE:
        return Advice.DOWN if down < 0 else Advice.UP
    return None


def _side_light(scene: _Scene) -> Advice | None:
    if scene.face is None:
        return None
    width, height = scene.skin.size
    halves = ((0, 0, width // 2, height), (width - width // 2, 0, width, height))
    one, other = (ImageStat.Stat(scene.skin.crop(half)).mean[0] for half in halves)
    return Advice.SIDE_LIGHT if abs(one - other) > _ONE_SIDED * max(one, other) else None


def _sharpness(scene: _Scene) -> Advice | None:
    softer = scene.portrait.filter(ImageFilter.GaussianBlur(_SOFTENING))
    ratio = _edge(scene.portrait) / (_edge(softer) + 1)
    return Advice.BLURRED if ratio < _SOFT else None


def _background(scene: _Scene) -> Advice | None:
    """Look at the upper corners, where neither hair nor shoulders reach."""
    width, height = _SIZE
    strip, low = width // 8, height * 2 // 5
    corners = ((0, 0, strip, low), (width - strip, 0, width, low))
    spread = max(ImageStat.Stat(scene.portrait.crop(corner)).stddev[0] for corner in corners)
    return Advice.BACKGROUND if spread > _UNEVEN else None


_JUDGES: Final[tuple[Callable[[_Scene], Advice | None], ...]] = (
    _light, _company, _distance, _place, _side_light, _sharpness, _background,
)  # fmt: skip
"""In order: first what keeps anything else from being seen."""


def _picture(frame: Frame) -> Image.Image:
    return Image.frombytes("RGB", (frame.width, frame.height), frame.rgb)


def _meets(face: Box, area: Area) -> bool:
    across = area.left < face.left + face.width and face.left < area.left + area.width
    return across and area.top < face.top + face.height and face.top < area.top + area.height


def _edge(picture: Image.Image) -> int:
    """Return how strong the strongest edges are; the rim has none of its own."""
    width, height = picture.size
    edges = picture.filter(ImageFilter.FIND_EDGES).crop((2, 2, width - 2, height - 2))
    return _level(edges, 0.99)


def _level(picture: Image.Image, share: float) -> int:
    """Return the grey level below which this share of the picture's pixels lies."""
    wanted, below = share * picture.width * picture.height, 0
    for level, pixels in enumerate(picture.histogram()):
        below += pixels
        if below >= wanted:
            return level
    return 255
