"""Shared designs: packs that differ without code, and cards that lie or stand, read either way."""

from pathlib import Path

import pytest
from PIL import Image, ImageOps

from kiosk.city import CITIES, cities
from kiosk.design import DESIGNS, CardDesign, designs, load, read
from kiosk.devices import CardSize
from kiosk.errors import BadPack
from kiosk.formats import qr
from kiosk.formats.bitmap import grey
from kiosk.session.card import Card, draw, prepare, upright
from tests.session.cards import LETTERING, confirmation, picture

LONGEST = "NCF" + "6BF+70O/7T:*5XK2M%ZA0$-9." * 19  # 478 signs
ALL = [DESIGNS / name for name in designs()] + [CITIES / code for code in cities()]
SIZES = (CardSize(), CardSize(1016, 648), CardSize(1036, 664), CardSize(2022, 1275, 600))
PACK = """
design = "plain"
disclaimer = "Not a passport."
[words]
city = "Harbor Town"
"""


def pack(folder: Path, *lines: str) -> Path:
    """Write a pack that takes a shared design; what is given comes before its tables."""
    (folder / "card.toml").write_text("\n".join([*lines, PACK]), encoding="utf-8")
    return folder


def made(design: CardDesign, size: CardSize = SIZES[0]) -> Card:
    return draw(confirmation(), prepare(design, size, LETTERING), LONGEST)


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width}")
def test_longest_code_is_read_on_every_design(folder: Path, size: CardSize) -> None:
    assert qr.read(made(load(folder), size).back.frame) == LONGEST


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width}")
def test_modules_of_the_longest_code_are_as_large_as_wanted(folder: Path, size: CardSize) -> None:
    code = load(folder).code
    room = int(min(code.width, code.height) * size.dpi / 25.4)
    planned = qr.plan(LONGEST, room, size.dpi)
    assert planned.dots * 300 >= qr.WANTED * size.dpi


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_code_of_a_lying_card_is_on_the_right_of_its_back(folder: Path) -> None:
    design = load(folder)
    if design.width > design.height:
        assert design.code.left > design.width / 2


@pytest.mark.parametrize("name", designs())
def test_design_is_complete_in_itself(name: str) -> None:
    design, mistakes = read(DESIGNS / name)
    assert mistakes == ()
    assert design is not None
    assert {field.name for field in design.fields()} >= {"name", "veteran", "emergency_contact"}


def test_designs_lie_and_stand() -> None:
    assert {load(DESIGNS / name).width > load(DESIGNS / name).height for name in designs()} == {
        True,
        False,
    }


def test_shared_designs_look_unlike_one_another() -> None:
    fronts = {upright(made(load(DESIGNS / name)))[0].rgb for name in designs()}
    assert len(fronts) == len(designs())


# -- a pack that takes one -----------------------------------------------------------------------


def test_pack_brings_its_words_and_lets_the_others_out(tmp_path: Path) -> None:
    design = load(pack(tmp_path))
    said = [text.words for side in (design.front, design.back) for text in side.texts]
    assert said == ["Harbor Town", "Not a passport.", "Harbor Town"]


def test_pack_brings_its_colours_and_they_reach_what_is_named_after_them(tmp_path: Path) -> None:
    folder = pack(tmp_path)
    with (folder / "card.toml").open("a", encoding="utf-8") as file:
        file.write('[colours]\nband = "#102030"\n')
    design = load(folder)
    assert design.front.areas[0].colour == design.band_colour == (0x10, 0x20, 0x30)
    assert design.paper == load(DESIGNS / "plain").paper


def test_packs_own_seal_comes_first(tmp_path: Path) -> None:
    assert load(pack(tmp_path)).seal == load(DESIGNS / "plain").seal
    seal = (CITIES / "alderport" / "seal.art").read_bytes()
    (tmp_path / "seal.art").write_bytes(seal)
    assert load(pack(tmp_path)).seal == load(CITIES / "alderport").seal


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"plain"', '"plane"', "there is no design 'plane'"),
        ('"plain"', '"../plain"', "there is no design '../plain'"),
        ("city =", "town =", "no text of the design has a place for this"),
        ('disclaimer = "Not a passport."', 'disclaimer = ""', "must not be empty"),
        ("[words]", "[front]\nfoto = 1\n[words]", "the key 'foto' is not known"),
    ],
)  # fmt: skip
def test_mistake_in_such_a_pack_is_named(tmp_path: Path, old: str, new: str, reason: str) -> None:
    path = pack(tmp_path) / "card.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert any(reason in mistake.reason for mistake in read(tmp_path)[1])


def test_card_says_what_it_is_not_or_the_pack_says_why_not(tmp_path: Path) -> None:
    path = pack(tmp_path) / "card.toml"
    text = path.read_text(encoding="utf-8")
    without = text.replace('disclaimer = "Not a passport."', "")
    inherited = load(DESIGNS / "plain").disclaimer
    path.write_text(without, encoding="utf-8")
    assert load(tmp_path).disclaimer == inherited
    path.write_text(text + "[front]\ntexts = []\n", encoding="utf-8")
    with pytest.raises(BadPack):
        load(tmp_path)


# -- cards that are read from the right ----------------------------------------------------------


def test_card_that_is_read_from_the_right_is_turned_round(tmp_path: Path) -> None:
    plain, turned = load(pack(tmp_path)), load(pack(tmp_path, 'reads = "rtl"'))
    for one, other in (
        (plain.photo, turned.photo),
        (plain.code, turned.code),
        (plain.front.column.box, turned.front.column.box),
    ):
        assert one.left + one.width == pytest.approx(plain.width - other.left)
        assert (one.top, one.width, one.height) == (other.top, other.width, other.height)
    assert turned.code.left + turned.code.width < turned.width / 2
    assert turned.photo.left > turned.width / 2


def test_column_that_is_read_from_the_right_begins_there(tmp_path: Path) -> None:
    press = prepare(load(pack(tmp_path, 'reads = "rtl"')), CardSize(), LETTERING)
    column = press.design.front.column
    left, _, right, _ = press.sheet.rectangle(column.box)
    for placed in press.setter("ar").arrange(column, {"name": ["ليلى"], "gender": ["أنثى"]}):
        assert placed.left + placed.block.width == right
        assert placed.left > left


def test_code_of_a_card_that_is_read_from_the_right_is_read(tmp_path: Path) -> None:
    card = made(load(pack(tmp_path, 'reads = "rtl"')))
    assert qr.read(card.back.frame) == LONGEST


# -- notches ---------------------------------------------------------------------------------------


def dots(card: Card) -> list[Image.Image]:
    sides = (card.front, card.back)
    return [Image.frombytes("L", (1011, 638), grey(side.black)) for side in sides]


def test_nothing_is_printed_on_a_notch_on_either_side(tmp_path: Path) -> None:
    card = made(load(pack(tmp_path, "notch = [83.0, 30.0, 2.6, 12.0]")))
    front = picture(card.front.frame).crop((981, 355, 1011, 496))
    back = picture(card.back.frame).crop((0, 355, 30, 496))
    assert front.getcolors() == back.getcolors() == [(30 * 141, (255, 255, 255))]
    whole = made(load(pack(tmp_path)))
    assert picture(whole.front.frame).crop((981, 355, 1011, 496)).getcolors() != front.getcolors()


def test_notch_is_on_the_other_edge_of_the_back(tmp_path: Path) -> None:
    """Seen from behind it is on the left; there the fixed words would come near it."""
    path = pack(tmp_path, "notch = [83.0, 30.0, 2.6, 12.0]") / "card.toml"
    with path.open("a", encoding="utf-8") as file:
        file.write('[back]\nareas = [{ box = [0, 0, 85.6, 53.98], colour = "#000000" }]\n')
    back = picture(made(load(tmp_path)).back.frame)
    assert back.crop((0, 356, 29, 494)).getcolors() == [(29 * 138, (255, 255, 255))]
    assert back.getpixel((1010, 400)) == (0, 0, 0)


def test_area_at_the_edge_goes_on_beyond_it(tmp_path: Path) -> None:
    wide = picture(made(load(pack(tmp_path)), CardSize(1036, 664)).front.frame)
    band = load(tmp_path).band_colour
    assert wide.getpixel((0, 0)) == wide.getpixel((1035, 0)) == band


@pytest.mark.parametrize(
    ("notch", "reason"),
    [
        ("[40, 20, 3, 10]", "must lie at an edge of the card"),
        ("[83.0, 50.0, 2.6, 12.0]", "must lie at an edge of the card"),
        ("[80.0, 3.0, 5.6, 12.0]", "reaches into the notch"),  # where the seal is
        ("[0, 3.0, 30, 12.0]", "reaches into the notch"),  # behind it is the code
    ],
)
def test_what_reaches_into_a_notch_is_a_mistake(tmp_path: Path, notch: str, reason: str) -> None:
    mistakes = read(pack(tmp_path, f"notch = {notch}"))[1]
    assert any(reason in mistake.reason for mistake in mistakes)


# -- black is made with the resin ------------------------------------------------------------------


def test_black_areas_and_letters_cut_out_of_them_are_in_the_black_layer() -> None:
    design = load(DESIGNS / "bold")
    card = made(design, CardSize(638, 1011))
    black = Image.frombytes("L", (638, 1011), grey(card.front.black))
    head = black.crop((0, 0, 638, 203))
    assert head.getpixel((0, 0)) == head.getpixel((637, 202)) == 0
    letters = ImageOps.invert(head).point([255 * (level == 0) for level in range(256)])
    assert letters.getbbox() is not None


def test_back_is_black_and_white_only(tmp_path: Path) -> None:
    path = pack(tmp_path) / "card.toml"
    areas = '[back]\nareas = [{ box = [0, 0, 10, 10], colour = "#FF0000" }]\n'
    with path.open("a", encoding="utf-8") as file:
        file.write(areas)
    assert any("black and white only" in mistake.reason for mistake in read(tmp_path)[1])
