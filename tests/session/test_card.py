import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from kiosk.devices import CardSize, Side
from kiosk.errors import Unprintable
from kiosk.formats import qr
from kiosk.formats.layers import Layers
from kiosk.session.application import Address, AddressKind, Application, Name
from kiosk.session.card import draw, prepare, unfit
from tests.session import cards
from tests.session.cards import (
    ADDRESS,
    ANA,
    CODE,
    DESIGN,
    LETTERING,
    NOTE,
    PRESS,
    card,
    confirmation,
)


def picture(side: Side) -> Image.Image:
    return cards.picture(side.frame)


def changed(one: Side, other: Side) -> tuple[int, int, int, int] | None:
    """Return the rectangle in which two sides differ."""
    return ImageChops.difference(picture(one), picture(other)).getbbox()


def test_preview_is_the_card_but_for_its_code() -> None:
    preview, final = draw(confirmation(), PRESS, None, NOTE), card()
    assert preview.front == final.front
    difference = changed(preview.back, final.back)
    assert difference is not None
    left, top, right, bottom = PRESS.sheet.rectangle(DESIGN.code)
    assert left <= difference[0]
    assert top <= difference[1]
    assert difference[2] <= right + 1
    assert difference[3] <= bottom + 1


def test_preview_holds_no_code() -> None:
    assert qr.read(draw(confirmation(), PRESS, None, NOTE).back.frame) is None


def test_code_on_the_back_is_whole_dots_of_pure_black_and_white() -> None:
    back = picture(card().back)
    code = qr.plan(CODE, 425)
    left, top, right, bottom = PRESS.sheet.rectangle(DESIGN.code)
    indent = (min(right - left, bottom - top) - code.side) // 2
    count = len(code.modules)
    assert code.dots >= 5
    for row, column in product(range(-qr.QUIET, count + qr.QUIET), repeat=2):
        x = left + indent + (column + qr.QUIET) * code.dots
        y = top + indent + (row + qr.QUIET) * code.dots
        inside = 0 <= min(row, column) <= max(row, column) < count
        colour = 0 if inside and code.modules[row][column] else 255
        cell = back.crop((x, y, x + code.dots, y + code.dots))
        assert cell.getcolors() == [(code.dots**2, (colour,) * 3)]


def test_back_is_black_and_white_only() -> None:
    for specimen in (False, True):
        press = prepare(DESIGN, CardSize(), LETTERING, specimen=specimen)
        colours = {colour for _, colour in picture(card(press=press).back).getcolors() or []}
        assert colours == {(0, 0, 0), (255, 255, 255)}


@pytest.mark.parametrize("environment", [
    {"LANG": "C", "PYTHONHASHSEED": "1"},
    {"LANG": "ar_EG.UTF-8", "PYTHONHASHSEED": "2", "FONTCONFIG_FILE": "/dev/null"},
    {"LANG": "ur_PK.UTF-8", "PYTHONHASHSEED": "3", "TZ": "Asia/Karachi", "QT_SCALE_FACTOR": "2"},
])  # fmt: skip
def test_card_is_the_same_in_every_environment(environment: dict[str, str]) -> None:
    here = Path(__file__).resolve()
    root = str(here.parent.parent.parent)
    variables = {**environment, "PYTHONPATH": root, "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [sys.executable, str(here)], env=variables, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == fingerprint()


def fingerprint() -> str:
    urdu = replace(ANA, language="ur", name=Name("غلام مصطفیٰ", "چوہدری"), latin_name="CHAUDHRY")
    made_cards = [card(ANA), card(urdu)]
    sides = [side.frame.rgb for made in made_cards for side in (made.front, made.back)]
    return hashlib.sha256(b"".join(sides)).hexdigest()


@pytest.mark.parametrize(
    "application",
    [
        replace(ANA, name=Name("ليلى نور", "الحسن"), latin_name="ALHASAN, LAYLA NUR"),
        replace(ANA, language="ur", name=Name("غلام مصطفیٰ", "چوہدری"), gender="مرد"),
        replace(ANA, name=Name("ณัฐฐิ์ธนัญญ์", "ศิริวัฒน์วงศ์ชัยกุล"), latin_name="SIRIWAT, NATTA"),
        replace(ANA, name=Name("Maximiliana Alexandra Konstantina", "Wolfeschlegel-Bergerdorff")),
        replace(ANA, address=replace(ADDRESS, lines=("c/o Harbor House", "Unit 7", "Pier Road 9"))),
    ],
    ids=["Arabic", "Urdu", "Thai", "long", "four lines"],
)
def test_what_the_applicant_said_stays_inside_the_column(application: Application) -> None:
    assert unfit(application, PRESS) == ()
    silent = Application("en", Name("", ""), "", None, "", Address(AddressKind.OMITTED))
    blank = replace(PRESS, front=Layers.over(Image.new("RGB", (1011, 638), "white")).kept())
    said, unsaid = (picture(card(one, blank).front) for one in (application, silent))
    inked = ImageChops.difference(said, unsaid).getbbox()
    left, top, right, bottom = PRESS.sheet.rectangle(DESIGN.front.column.box)
    assert inked is not None
    assert left <= inked[0]
    assert top <= inked[1]
    assert inked[2] <= right
    assert inked[3] <= bottom


def test_applicant_is_printed_in_pure_black() -> None:
    blank = replace(PRESS, front=Layers.over(Image.new("RGB", (1011, 638), "white")).kept())
    column = PRESS.sheet.rectangle(DESIGN.front.column.box)
    column = (column[0], column[1], round(column[2] * 0.85), column[3])  # beside the ghost
    colours = picture(card(press=blank).front).crop(column).getcolors() or []
    assert {colour for _, colour in colours} == {(0, 0, 0), (255, 255, 255)}


def test_what_is_left_out_leaves_no_trace() -> None:
    silent = replace(ANA, gender="", address=Address(AddressKind.OMITTED))
    rows = tuple(
        tuple(field for field in row if field.name not in {"gender", "address"})
        for row in DESIGN.front.column.rows
    )
    never_asked = replace(DESIGN.front, column=replace(DESIGN.front.column, rows=rows))
    press = prepare(replace(DESIGN, front=never_asked), CardSize(), LETTERING)
    assert card(silent) == card(silent, press)


def test_latin_name_that_says_the_same_is_not_repeated() -> None:
    plain = replace(ANA, name=Name("Ana", "Diaz"))
    assert card(plain).front == card(replace(plain, latin_name="")).front
    repeating = prepare(replace(DESIGN, repeat_latin=True), CardSize(), LETTERING)
    assert card(plain, repeating).front != card(plain).front


def test_every_answer_changes_the_card() -> None:
    others = [
        replace(ANA, name=Name("Ana", "Dias")),
        replace(ANA, latin_name="DIAS, ANA"),
        replace(ANA, birth_date=date(1987, 3, 28)),
        replace(ANA, gender="Woman"),
        replace(ANA, address=replace(ADDRESS, postcode="60602")),
    ]
    assert len({card(one).front.frame.rgb for one in [ANA, *others]}) == len(others) + 1


def test_names_are_joined_as_their_script_does() -> None:
    given_first = {Name("小明", "欧阳"), Name("", "欧阳小明")}
    assert len({card(replace(ANA, name=name)).front for name in given_first}) == 1
    single = {Name("Suharto", ""), Name("", "Suharto")}
    assert len({card(replace(ANA, name=name)).front for name in single}) == 1
    comma = {Name("ليلى", "الحسن"), Name("", "الحسن، ليلى")}
    assert len({card(replace(ANA, name=name)).front for name in comma}) == 1


def test_answers_that_do_not_fit_are_named_before_anything_is_printed() -> None:
    endless = "Wolfeschlegelsteinhausenbergerdorff" * 2
    wide = replace(ANA, name=Name("Ana", endless))
    many = replace(ANA, address=replace(ADDRESS, lines=("Harbor House",) * 7))
    assert unfit(wide, PRESS) == ("name",)
    assert unfit(many, PRESS) == ("address",)
    assert unfit(replace(wide, address=many.address), PRESS) == ("name", "address")
    assert unfit(Application(), PRESS) == ()
    for application in (wide, many):
        with pytest.raises(Unprintable):
            card(application)


def crowded() -> Application:
    """Return answers that fit the card one by one but not all together."""
    long = "Maximiliana Alexandra Konstantina Theodora"
    return replace(
        ANA,
        name=Name(long, "Wolfeschlegel-Bergerdorff"),
        latin_name=f"WOLFESCHLEGEL, {long.upper()}",
        address=replace(ADDRESS, lines=("Dock 1",) * 3),
    )


def test_answers_that_fit_only_alone_name_the_longest() -> None:
    assert unfit(crowded(), PRESS) == ("name",)
    assert unfit(replace(crowded(), gender=""), PRESS) == ()


def test_room_is_kept_for_a_date_not_yet_given() -> None:
    assert unfit(replace(crowded(), birth_date=None), PRESS) == ("name",)


def test_fitting_never_says_other_than_drawing() -> None:
    lines = ("1200 North Martin Luther King Jr. Boulevard", "Building 7, Unit 14B", "Rear door")
    names = ["Ana", "Maximiliana Alexandra", "Maximiliana Alexandra Konstantina Theodora"]
    for given, count, gender in product(names, range(4), ("", "Two-Spirit / Indigiqueer")):
        address = replace(ADDRESS, lines=lines[:count])
        application = replace(ANA, name=Name(given, "Díaz"), gender=gender, address=address)
        if unfit(application, PRESS):
            with pytest.raises(Unprintable):
                card(application)
        else:
            card(application)


def test_specimen_says_so_on_both_sides_and_its_code_still_reads() -> None:
    specimen = card(press=prepare(DESIGN, CardSize(), LETTERING, specimen=True))
    for side, plain in ((specimen.front, card().front), (specimen.back, card().back)):
        inked = changed(side, plain)
        assert inked is not None
        assert inked[2] - inked[0] > 0.25 * side.frame.width
        assert inked[3] - inked[1] > 0.4 * side.frame.height
    assert qr.read(specimen.back.frame) == CODE


def test_drawing_leaves_the_press_as_it_was() -> None:
    before = PRESS.front.together(), PRESS.back.together()
    card()
    assert (PRESS.front.together(), PRESS.back.together()) == before


if __name__ == "__main__":
    print(fingerprint())  # noqa: T201  # read by the test that runs this file in other environments
