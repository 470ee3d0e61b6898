import io
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from kiosk.devices import Frame
from kiosk.session.framing import Area, middle
from kiosk.session.portrait import (
    HEIGHT,
    WIDTH,
    Portrait,
    Shot,
    crop,
    develop,
    even,
    reopen,
    small,
)
from tests.isolation.children import run
from tests.session.faces import drawn, frame

PIXELS = WIDTH * HEIGHT


def chequered() -> Portrait:
    """Return the portrait that is hardest to make small: no pixel is like the next."""
    pixels = Image.frombytes("L", (48, 60), bytes(255 * (byte & 1) for byte in os.urandom(48 * 60)))
    whole = pixels.convert("RGB").resize((WIDTH, HEIGHT), Image.Resampling.NEAREST)
    return Portrait(whole.tobytes())


def plain(colour: tuple[int, int, int]) -> Portrait:
    return Portrait(bytes(colour) * PIXELS)


@given(st.integers(9, 300), st.integers(9, 300))
@settings(max_examples=25)
def test_any_frame_gives_a_whole_portrait(width: int, height: int) -> None:
    portrait = crop(Frame(width, height, bytes([7, 8, 9]) * (width * height)))
    assert portrait == plain((7, 8, 9))


def test_the_middle_is_cut_where_no_area_is_given() -> None:
    whole = frame(drawn())
    assert crop(whole) == crop(whole, middle(whole))


def test_an_area_is_cut_and_nothing_beside_it() -> None:
    picture = Image.new("RGB", (200, 100), "red")
    picture.paste("blue", (60, 20, 60 + 7 * 6, 20 + 9 * 6))
    portrait = crop(frame(picture), Area(60, 20, 6))
    assert portrait == plain((0, 0, 255))


def test_lighter_lifts_the_dark_most_and_leaves_black_and_white_alone() -> None:
    levels = (0, 40, 120, 200, 255)
    lifted = [even(plain((level,) * 3)).rgb[0] for level in levels]
    gains = [after - before for before, after in zip(levels, lifted, strict=True)]
    assert gains[0] == gains[-1] == 0
    assert all(0 < gain <= 16 for gain in gains[1:-1])
    assert gains[1] / levels[1] > gains[2] / levels[2] > gains[3] / levels[3]


def test_lighter_is_the_same_for_every_pixel_wherever_it_is() -> None:
    one, other = bytes((90, 60, 40)), bytes((200, 150, 120))
    mixed = even(Portrait((one + other) * (PIXELS // 2))).rgb
    assert mixed[:3] == even(plain((90, 60, 40))).rgb[:3]
    assert mixed[3:6] == even(plain((200, 150, 120))).rgb[:3]


def test_a_shot_is_developed_as_it_is_or_lighter() -> None:
    whole, area = frame(drawn()), Area(85, 70, 75)
    assert develop(Shot(whole, area)) == crop(whole, area)
    assert develop(Shot(whole, area, lighter=True)) == even(crop(whole, area))


def test_a_portrait_that_is_opened_again_is_still_the_same() -> None:
    portrait = crop(frame(drawn()))
    assert develop(reopen(portrait)) == portrait


@pytest.mark.parametrize(
    "portrait",
    [
        crop(frame(drawn())),
        plain((0, 0, 0)),
        plain((255, 255, 255)),
        Portrait(os.urandom(3 * PIXELS)),
        chequered(),
        Portrait((bytes([0] * 27) + bytes([255] * 27)) * (PIXELS // 18)),  # stripes 9 pixels wide
    ],
    ids=["face", "black", "white", "noise", "chequered", "stripes"],
)
def test_the_small_picture_has_at_most_500_bytes(portrait: Portrait) -> None:
    encoded = small(portrait)
    assert len(encoded) <= 500
    with Image.open(io.BytesIO(encoded)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (48, 60))
        red, green, blue = picture.convert("RGB").split()
    colour = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(red, blue))
    assert max(colour.tobytes()) <= 2


def test_the_small_picture_is_the_face_and_uses_its_room() -> None:
    portrait = crop(frame(drawn()))
    encoded = small(portrait)
    assert len(encoded) > 250
    whole = Image.frombytes("RGB", (WIDTH, HEIGHT), portrait.rgb).convert("L")
    expected = whole.resize((48, 60), Image.Resampling.LANCZOS, (0, 7, WIDTH, HEIGHT - 8))
    with Image.open(io.BytesIO(encoded)) as picture:
        shown = picture.convert("L").tobytes()
    differences = [abs(one - two) for one, two in zip(shown, expected.tobytes(), strict=True)]
    assert sum(differences) / len(differences) < 8


def test_the_small_picture_holds_pixels_and_no_notes() -> None:
    encoded = small(crop(frame(drawn())))
    kinds, place = [], 12
    while place < len(encoded):
        kinds.append(encoded[place : place + 4])
        place += 8 + (int.from_bytes(encoded[place + 4 : place + 8], "little") + 1) // 2 * 2
    assert kinds == [b"VP8 "]
    with Image.open(io.BytesIO(encoded)) as picture:
        assert not {"exif", "icc_profile", "xmp"} & picture.info.keys()


BEHIND_WALLS = """
import os
from kiosk.isolation import allowed, seccomp
from kiosk.session.portrait import HEIGHT, WIDTH, Portrait, small
seccomp.install(allowed.session(os.getpid()))
encoded = small(Portrait(bytes(range(252)) * (3 * WIDTH * HEIGHT // 252)))
os.write(1, encoded[8:12])
os._exit(0)
"""


def test_the_small_picture_is_made_by_a_sealed_session() -> None:
    assert run(BEHIND_WALLS) == "WEBP"
