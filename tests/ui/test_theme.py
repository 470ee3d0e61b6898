from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from ui.palette import DAY, EDGES, HIGH_CONTRAST, PAIRS, Palette, Token, contrast
from ui.theme import METRICS, TEXT_SCALES, Look, Theme, theme
from ui.widgets.button import DISABLED, LOOKS
from ui.widgets.panel import NOTICES
from ui.widgets.text import VOICES

PALETTES = [pytest.param(DAY, 10.0, id="day"), pytest.param(HIGH_CONTRAST, 12.0, id="contrast")]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("pair", sorted(PAIRS), ids="-on-".join)
@pytest.mark.parametrize(("palette", "wanted"), PALETTES)
def test_every_painted_text_can_be_read(
    palette: Palette, wanted: float, pair: tuple[Token, Token]
) -> None:
    assert contrast(palette.hex(pair[0]), palette.hex(pair[1])) >= wanted


@pytest.mark.parametrize("pair", sorted(EDGES), ids="-on-".join)
@pytest.mark.parametrize("palette", [DAY, HIGH_CONTRAST], ids=["day", "contrast"])
def test_every_edge_that_says_something_can_be_seen(
    palette: Palette, pair: tuple[Token, Token]
) -> None:
    assert contrast(palette.hex(pair[0]), palette.hex(pair[1])) >= 3


def test_components_paint_no_pair_that_is_not_in_the_table() -> None:
    grounds: tuple[Token, ...] = ("paper", "surface", "sunken")
    painted: set[tuple[Token, Token]] = set()
    for look in (*LOOKS.values(), DISABLED):
        painted |= {(look.ink, look.ground)} if look.ground else {(look.ink, g) for g in grounds}
        painted |= {(look.lit_ink, look.lit_ground)}
    painted |= {(notice.ink, notice.ground) for notice in NOTICES.values()}
    painted |= {(voice.ink, ground) for voice in VOICES.values() for ground in grounds}
    assert painted <= PAIRS


def test_smallest_text_has_capitals_of_4_8_mm() -> None:
    cap_height = 0.714  # of an em, Noto Sans
    sizes = (METRICS.caption, METRICS.body, METRICS.lead)
    assert min(sizes) * cap_height >= 4.8


def test_text_is_scaled_and_targets_are_not(look: Theme) -> None:
    look.set_text_scale(TEXT_SCALES[-1])

    assert look.font(METRICS.body).pixelSize() == round(7.5 * 1.6 * 4)
    assert look.mm(METRICS.target) == 80


@pytest.mark.parametrize(
    ("size", "scale", "landscape"),
    [
        (QSize(1920, 1080), 4.0, True),
        (QSize(1080, 1920), 4.0, False),
        (QSize(1024, 768), 1024 / 480, True),
    ],
)
def test_the_design_fills_the_window(
    look: Theme, size: QSize, scale: float, *, landscape: bool
) -> None:
    look.fit(size)

    assert look.px_per_mm == pytest.approx(scale)
    assert look.landscape is landscape


def test_a_change_is_told_once_and_no_change_is_not_told(look: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.set_palette(HIGH_CONTRAST)
    with qtbot.assertNotEmitted(look.changed):
        look.set_look(replace(Look(), palette=HIGH_CONTRAST))


def test_the_theme_is_found_through_the_application(look: Theme) -> None:
    assert theme() is look
