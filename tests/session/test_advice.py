import pytest
from PIL import Image, ImageDraw, ImageFilter

from kiosk.devices import Box, Frame, drawn_camera
from kiosk.session.advice import Advice, advice, searched
from kiosk.session.framing import middle
from tests.session.faces import FOUND, WALL, drawn, frame, picture, placed

FACES = (FOUND,)
SIZE = (1280, 720)
AT = (400, 40)
SKINS = [
    (255, 224, 189),
    (224, 172, 105),
    (190, 142, 112),
    (141, 85, 36),
    (93, 57, 34),
    (48, 30, 22),
]


def lit(factor: float) -> Frame:
    return frame(drawn().point(lambda level: min(255, int(level * factor))))


def softened(radius: float) -> Frame:
    return frame(drawn().filter(ImageFilter.GaussianBlur(radius)))


def test_a_good_picture_needs_no_advice() -> None:
    assert advice(frame(drawn()), FACES) is None


@pytest.mark.parametrize("faces", [None, ()])
def test_a_face_that_is_not_found_is_no_fault(faces: tuple[Box, ...] | None) -> None:
    assert advice(frame(drawn()), faces) is None


@pytest.mark.parametrize("faces", [None, FACES])
@pytest.mark.parametrize("skin", SKINS)
def test_no_skin_is_too_dark_or_too_bright_in_good_light(
    monkeypatch: pytest.MonkeyPatch, skin: tuple[int, int, int], faces: tuple[Box, ...] | None
) -> None:
    monkeypatch.setattr(drawn_camera, "_SKIN", skin)
    monkeypatch.setattr(drawn_camera, "_SHADE", tuple(part * 7 // 8 for part in skin))
    assert advice(drawn_camera.draw(), faces) is None


@pytest.mark.parametrize("faces", [None, FACES])
@pytest.mark.parametrize(
    ("factor", "said"),
    [(0.2, Advice.DARK), (0.4, Advice.DARK), (0.8, None), (1.1, None), (2.2, Advice.BRIGHT)],
)
def test_too_little_and_too_much_light(
    factor: float, said: Advice | None, faces: tuple[Box, ...] | None
) -> None:
    assert advice(lit(factor), faces) is said


def test_a_face_before_a_bright_window_is_too_dark() -> None:
    shown = drawn().copy()
    face = (FOUND.left, FOUND.top, FOUND.left + FOUND.width, FOUND.top + FOUND.height)
    shown.paste(shown.crop(face).point(lambda level: level // 20), face)
    assert advice(frame(shown), FACES) is Advice.DARK


def shaded(from_left: float, from_right: float) -> Frame:
    """Return the drawn face under light that fades from one side of the face to the other."""
    left, right = round(255 * from_left), round(255 * from_right)
    fading = Image.linear_gradient("L").rotate(90).resize((FOUND.width, 960))
    light = Image.new("L", drawn().size, left)
    light.paste(right, (FOUND.left, 0, 720, 960))
    light.paste(fading.point(lambda level: left + (right - left) * level // 255), (FOUND.left, 0))
    return frame(Image.composite(drawn(), Image.new("RGB", drawn().size), light))


@pytest.mark.parametrize(
    ("sides", "said"),
    [((1.0, 0.05), Advice.SIDE_LIGHT), ((0.05, 1.0), Advice.SIDE_LIGHT), ((1.0, 0.8), None)],
)
def test_light_from_one_side(sides: tuple[float, float], said: Advice | None) -> None:
    assert advice(shaded(*sides), FACES) is said


@pytest.mark.parametrize(("radius", "said"), [(1.0, None), (6.0, Advice.BLURRED)])
@pytest.mark.parametrize("faces", [None, FACES])
def test_a_picture_that_is_not_sharp(
    radius: float, said: Advice | None, faces: tuple[Box, ...] | None
) -> None:
    assert advice(softened(radius), faces) is said


def test_a_background_that_is_not_plain() -> None:
    shown = drawn().copy()
    pen = ImageDraw.Draw(shown)
    for row in range(0, 960, 60):
        for column in (0, 40, 80, 620, 660, 700):
            pen.rectangle((column, row, column + 20, row + 30), (40, 60, 90))
    assert advice(frame(shown), FACES) is Advice.BACKGROUND


@pytest.mark.parametrize(
    ("at", "scale", "said"),
    [
        ((410, 40), 0.62, None),
        ((500, 100), 0.35, Advice.NEARER),
        ((180, -260), 1.3, Advice.BACK),
        # In the picture the person's right hand is left: who stands left there goes to their left.
        ((290, 40), 0.62, Advice.LEFT),
        ((540, 40), 0.62, Advice.RIGHT),
        ((410, -90), 0.62, Advice.DOWN),
        ((410, 190), 0.62, Advice.UP),
    ],
)
def test_where_to_go(at: tuple[int, int], scale: float, said: Advice | None) -> None:
    whole, face, _ = placed(SIZE, at, scale)
    assert advice(whole, (face,)) is said


def mirrored(faces: tuple[Box, ...], width: int) -> tuple[Box, ...]:
    return tuple(Box(width - f.left - f.width, f.top, f.width, f.height) for f in faces)


def test_left_becomes_right_when_everything_is_turned_over() -> None:
    whole, face, _ = placed(SIZE, (290, 40), 0.62)
    turned = frame(picture(whole).transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    assert advice(turned, mirrored((face,), 1280)) is Advice.RIGHT


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (Box(390, 200, 180, 180), Advice.COMPANY),
        (Box(390, 200, 60, 60), None),  # a picture on the wall
        (Box(20, 200, 180, 180), None),  # somebody who waits, beside what the mirror shows
    ],
)
def test_somebody_else_in_the_picture(other: Box, said: Advice | None) -> None:
    whole, face, _ = placed(SIZE, (410, 40), 0.62)
    assert middle(whole).left > 200
    assert advice(whole, (face, other)) is said
    assert advice(whole, (other, face)) is said


def test_light_comes_before_everything_else() -> None:
    whole, face, _ = placed(SIZE, (500, 100), 0.35)
    assert advice(whole, (face,)) is Advice.NEARER
    dim = frame(picture(whole).point(lambda level: level // 4))
    assert advice(dim, (face,)) is Advice.DARK


def test_a_face_at_the_very_edge_is_judged_all_the_same() -> None:
    whole = frame(Image.new("RGB", SIZE, WALL))
    for face in (Box(0, 0, 3, 3), Box(1279, 719, 1, 1), Box(0, 0, 1280, 720)):
        advice(whole, (face,))


@pytest.mark.parametrize(
    ("size", "coarse"), [((320, 240), 1), ((1280, 720), 2), ((1920, 1080), 4), ((720, 960), 2)]
)
def test_a_face_finder_gets_a_small_grey_picture(size: tuple[int, int], coarse: int) -> None:
    step, grey = searched(frame(Image.new("RGB", size, "white")))
    assert step == coarse
    assert grey == b"\xff" * (-(-size[0] // coarse) * -(-size[1] // coarse))
