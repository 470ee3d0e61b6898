import shutil
import tomllib
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFont, features

from kiosk.assets import ASSETS
from kiosk.errors import FontsWrong, ShapingMissing, Unprintable
from kiosk.formats.lettering import Block, Hand, Lettering, draw
from tests.formats.names import LETTERING, NAMES

FONTS = ASSETS / "fonts"
HAND = Hand(size=10, least=7, dpi=300, lines=3, bold=True)
MISSING = "\U0010fffd"  # a sign that no font has: it is drawn as the box of a missing sign


def drawn(block: Block, margin: int = 20) -> Image.Image:
    """Return `block` in black on white with white around it."""
    size = (block.width + 2 * margin, block.height + 2 * margin)
    image = Image.new("RGB", size, "white")
    draw(block, image, (margin, margin))
    return image


def ink(image: Image.Image) -> tuple[int, int, int, int] | None:
    return ImageChops.invert(image.convert("L")).getbbox()


def families(block: Block) -> set[str | None]:
    return {run.font.getname()[0] for _, line in block.lines for run in line.runs}


def styles(block: Block) -> set[str | None]:
    return {run.font.getname()[1] for _, line in block.lines for run in line.runs}


@pytest.mark.parametrize("script", NAMES)
def test_name_in_any_script_is_drawn_without_a_box_for_a_missing_sign(script: str) -> None:
    name = unicodedata.normalize("NFC", NAMES[script])
    assert LETTERING.missing(name) == ""
    block = LETTERING.fit([name], (1000, 140), HAND)
    runs = [run for _, line in block.lines for run in line.runs]
    assert "".join(sorted("".join(run.text for run in runs))) == "".join(sorted(name))
    for run in runs:
        box = bytes(run.font.getmask(MISSING))
        for sign in run.text.replace("\u200c", "").replace("\u200d", ""):
            assert bytes(run.font.getmask(sign)) != box


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Ana 😀", "😀"),
        ("a\u202eb", "\u202e"),
        ("\ue000😀", "\ue000"),
        ("tab\there", "\t"),
        ("\u0378", "\u0378"),
        ("A名\u0301", "名\u0301"),  # each has a face, and no face has both
        ("名\U000e0100", "\U000e0100"),
    ],
)
def test_sign_that_cannot_be_drawn_is_refused_and_named(text: str, sign: str) -> None:
    assert not LETTERING.covers(text)
    assert LETTERING.missing(text) == sign
    with pytest.raises(Unprintable):
        LETTERING.fit([text], (1000, 140), HAND)


def test_arabic_letters_join() -> None:
    joined = LETTERING.fit(["لا"], (1000, 140), HAND)
    apart = LETTERING.fit(["ل ا"], (1000, 140), HAND)
    assert joined.size == apart.size
    assert joined.width < 0.8 * apart.width


def test_reading_order_is_kept_across_fonts_and_directions() -> None:
    (_, line), *_ = LETTERING.fit(["شارع 418 Alder شقة 3B"], (1500, 140), HAND).lines
    signs = [run.text[::-1] if run.right_to_left else run.text for run in line.runs]
    assert "".join(signs).split() == ["3B", "شقة"[::-1], "Alder", "418", "شارع"[::-1]]


@pytest.mark.parametrize("text", ["דוד (כהן)", "ליאור [דן]"])
def test_brackets_are_turned_round_where_letters_are_read_from_the_right(text: str) -> None:
    opening = drawn(LETTERING.fit([text[text.index(" ") + 1]], (200, 140), HAND), margin=0)
    whole = drawn(LETTERING.fit([text], (800, 140), HAND), margin=0)
    above = whole.height - opening.height
    left = whole.crop((0, above, opening.width, whole.height))
    assert ink(ImageChops.invert(ImageChops.difference(left, opening))) is None


def test_urdu_readers_get_nastaliq_at_nine_points_or_more() -> None:
    small = Hand(size=6, least=6, dpi=300, language="ur")
    block = LETTERING.fit(["غلام مصطفیٰ"], (1000, 140), small)
    assert families(block) == {"Noto Nastaliq Urdu"}
    assert block.size >= small.pixels(9)


def test_nobody_else_gets_nastaliq() -> None:
    block = LETTERING.fit(["غلام مصطفیٰ"], (1000, 140), HAND)
    assert families(block) == {"Noto Sans Arabic"}


def test_japanese_form_of_an_ideograph_differs_from_the_chinese_one() -> None:
    forms = {
        drawn(LETTERING.fit(["直"], (200, 100), Hand(10, 7, 300, language=language))).tobytes()
        for language in ("ja", "zh")
    }
    assert len(forms) == 2


def test_face_without_a_bold_is_emboldened() -> None:
    bold, plain = (
        ImageChops.invert(
            drawn(LETTERING.fit(["欧阳"], (400, 99), Hand(10, 7, 300, bold=bold))).convert("L")
        ).histogram()[255]
        for bold in (True, False)
    )
    assert bold > 1.15 * plain


WORDS = st.sampled_from(
    [word for name in NAMES.values() for word in name.split()]
    + ["Wolfeschlegelsteinhausen", "de", "la", "Maximiliana", "O’Conner", "Åström"]
)


@settings(max_examples=200, deadline=None)
@given(
    words=st.lists(WORDS, min_size=1, max_size=7),
    room=st.tuples(st.integers(250, 700), st.integers(40, 160)),
)
def test_ink_stays_in_its_box_or_the_text_is_refused(
    words: list[str], room: tuple[int, int]
) -> None:
    try:
        block = LETTERING.fit([" ".join(words)], room, HAND)
    except Unprintable:
        return
    found = ink(drawn(block))
    assert found is not None
    left, top, right, bottom = found
    assert left >= 20
    assert top >= 20
    assert right <= 20 + block.width <= 20 + room[0]
    assert bottom <= 20 + block.height <= 20 + room[1]
    assert HAND.pixels(HAND.least) <= block.size
    assert len(block.lines) <= HAND.lines


def test_letters_shrink_before_lines_are_broken() -> None:
    name = "Maximiliana Alexandra Konstantina"
    roomy, narrow, tight = (LETTERING.fit([name], (width, 200), HAND) for width in (900, 560, 400))
    assert (len(roomy.lines), roomy.size) == (1, HAND.pixels(HAND.size))
    assert len(narrow.lines) == 1
    assert narrow.size < roomy.size
    assert len(tight.lines) == 2
    assert tight.size > narrow.size


def test_letters_are_as_large_as_the_box_allows() -> None:
    name, one_line = "Maximiliana Alexandra", Hand(size=10, least=7, dpi=300)
    found = LETTERING.fit([name], (400, 200), one_line).size
    for pixels in range(found + 1, one_line.pixels(10) + 1):
        points = pixels * 72 / 300
        # Only narrower letters are as large as that.
        large = LETTERING.fit([name], (400, 200), Hand(points, points, 300))
        assert styles(large) == {"Condensed"}


def test_condensed_letters_are_the_last_resort() -> None:
    name, hand = "Wolfeschlegelsteinhausenbergerdorff", Hand(size=10, least=7, dpi=300, lines=2)
    roomy, narrow = (LETTERING.fit([name], (width, 200), hand) for width in (550, 470))
    assert styles(roomy) == {"Regular"}
    assert styles(narrow) == {"Condensed"}
    assert narrow.width <= 470
    assert narrow.size >= hand.pixels(7)
    with pytest.raises(Unprintable):
        LETTERING.fit([name], (400, 200), hand)


def test_two_lines_are_tried_before_condensed_letters() -> None:
    block = LETTERING.fit(["Maximiliana Alexandra"], (300, 200), Hand(10, 10, 300, lines=2))
    assert (len(block.lines), styles(block)) == (2, {"Regular"})


def test_bold_letters_stay_bold_when_they_are_condensed() -> None:
    bold, plain = (
        LETTERING.fit(["Alexandra"], (400, 200), Hand(10, 10, 300, bold=bold, condensed=True))
        for bold in (True, False)
    )
    assert styles(bold) == {"Condensed Bold"}
    assert styles(plain) == {"Condensed"}


@pytest.mark.parametrize("script", ["Arabic", "Persian", "Khmer", "Burmese", "Chinese"])
def test_letters_without_a_condensed_face_are_never_squeezed(script: str) -> None:
    size = Hand(10, 10, 300, lines=3)
    wanted, asked = (
        LETTERING.fit([NAMES[script]], (1500, 300), replace(size, condensed=condensed))
        for condensed in (False, True)
    )
    assert wanted == asked


def test_condensed_faces_have_the_signs_of_the_others() -> None:
    listed = tomllib.loads((FONTS / "manifest.toml").read_text(encoding="utf-8"))["font"]
    condensed = [font for font in listed if font.get("condensed")]
    assert {font["family"] for font in condensed} >= {"Noto Sans", "Noto Sans Hebrew"}
    assert not any("Arab" in font["family"] or "Nast" in font["family"] for font in condensed)
    for font in condensed:
        assert {other["ranges"] for other in listed if other["family"] == font["family"]} == {
            font["ranges"]
        }


def test_lines_read_from_the_right_end_together_there() -> None:
    block = LETTERING.fit(["عبدالرحمن محمد مصطفى"], (230, 200), HAND)
    assert [line.width < block.width for _, line in block.lines] == [True, False]
    image = drawn(block)
    halves = ((0, 0, image.width, image.height // 2), (0, image.height // 2, *image.size))
    (_, _, upper, _), (_, _, lower, _) = (ink(image.crop(half)) or (0, 0, 0, 0) for half in halves)
    assert abs(upper - lower) <= 2


def test_no_word_is_cut_and_none_is_lost() -> None:
    name = "Maximiliana Alexandra Konstantina-Theodora"
    block = LETTERING.fit([name], (420, 200), HAND)
    lines = ["".join(run.text for run in line.runs) for _, line in block.lines]
    assert len(lines) > 1
    assert " ".join(lines).replace("- ", "-") == name
    with pytest.raises(Unprintable):
        LETTERING.fit(["Wolfeschlegelsteinhausenbergerdorff"], (300, 200), HAND)


def test_black_text_has_one_bit() -> None:
    assert len(drawn(LETTERING.fit(["Ana"], (400, 99), HAND)).getcolors() or []) == 2


def test_changed_font_is_refused(tmp_path: Path) -> None:
    shutil.copytree(FONTS, tmp_path / "fonts")
    with (tmp_path / "fonts" / "NotoSansThai-Bold.ttf").open("ab") as font:
        font.write(b"\x00")
    with pytest.raises(FontsWrong):
        Lettering(tmp_path / "fonts")


def test_missing_fonts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FontsWrong):
        Lettering(tmp_path)


def test_library_that_cannot_shape_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda name: name != "raqm")
    with pytest.raises(ShapingMissing):
        Lettering(FONTS)


def test_unjoined_arabic_is_noticed_whatever_the_library_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFont.FreeTypeFont, "getlength", lambda _, text, **__: len(text))
    with pytest.raises(ShapingMissing):
        Lettering(FONTS)
