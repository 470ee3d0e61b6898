"""Colours as tokens, with the contrast that every painted pair must reach.

A colour is always named by what it is for, so that the second palette needs no second design. The
pairs that components paint stand in PAIRS beside the values: VVSG 2.0 asks for 10:1 in the default
mode, and WCAG 1.4.11 for 3:1 where an edge alone shows that something can be touched.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtGui import QColor

Token = Literal[
    "paper", "surface", "sunken", "ink", "ink2", "line", "edge", "shade", "brand", "brand_press",
    "on_brand", "link", "accent", "tint", "on_tint", "focus", "focus_ink", "danger", "danger_tint",
    "success", "success_tint", "warning", "warning_tint", "warning_edge", "hero", "hero_ink",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours as #RRGGBB. `edge_mm` is the width of a control's outline."""

    paper: str  # the page
    surface: str  # fields, keys, panels
    sunken: str  # the keyboard's tray and the rail
    ink: str
    ink2: str  # second voice: hints, labels
    line: str  # decorative hairline
    edge: str  # a control's outline
    shade: str  # the lower edge of a key
    brand: str  # the one primary action
    brand_press: str
    on_brand: str
    link: str  # an action without an outline
    accent: str  # decoration only
    tint: str  # chosen
    on_tint: str
    focus: str  # inner ring
    focus_ink: str  # outer ring
    danger: str
    danger_tint: str
    success: str
    success_tint: str
    warning: str
    warning_tint: str
    warning_edge: str  # decorative bar
    hero: str  # covers, the welcome ground
    hero_ink: str
    edge_mm: float = 0.5
    plain: bool = False  # no guilloche, no shadow

    def color(self, token: Token) -> QColor:
        """Return the colour called `token`."""
        return QColor(self.hex(token))

    def hex(self, token: Token) -> str:
        """Return the colour called `token` as #RRGGBB."""
        return str(getattr(self, token))


DAY: Final = Palette(
    paper="#F6F2EA", surface="#FFFFFF", sunken="#E9E3D6",
    ink="#14232E", ink2="#24323C", line="#D8D0C0", edge="#5F6B76", shade="#B9AF9B",
    brand="#0B4250", brand_press="#072E38", on_brand="#FFFFFF", link="#083542", accent="#F3B63F",
    tint="#DDEBEC", on_tint="#083542", focus="#FFD23F", focus_ink="#14232E",
    danger="#640D0D", danger_tint="#FBE9E6", success="#073822", success_tint="#E0F0E6",
    warning="#4A3000", warning_tint="#FFF3D6", warning_edge="#C98A12",
    hero="#0B4250", hero_ink="#FFFFFF",
)  # fmt: skip

HIGH_CONTRAST: Final = Palette(
    paper="#000000", surface="#000000", sunken="#000000",
    ink="#FFFFFF", ink2="#FFFFFF", line="#FFFFFF", edge="#FFFFFF", shade="#FFFFFF",
    brand="#FFE100", brand_press="#FFF6B0", on_brand="#000000", link="#FFE100", accent="#FFE100",
    tint="#FFFFFF", on_tint="#000000", focus="#00E5FF", focus_ink="#000000",
    danger="#FFC2B8", danger_tint="#000000", success="#8CFFC1", success_tint="#000000",
    warning="#FFE100", warning_tint="#000000", warning_edge="#FFE100",
    hero="#000000", hero_ink="#FFFFFF", edge_mm=1.0, plain=True,
)  # fmt: skip


def _pairs(inks: Iterable[Token], grounds: Iterable[Token]) -> set[tuple[Token, Token]]:
    grounds = tuple(grounds)
    return {(ink, ground) for ink in inks for ground in grounds}


PAIRS: Final[frozenset[tuple[Token, Token]]] = frozenset(
    _pairs(("ink", "ink2", "danger", "success", "link"), ("paper", "surface", "sunken"))
    | _pairs(("on_brand",), ("brand", "brand_press"))
    | _pairs(("on_tint",), ("tint",))
    | _pairs(("danger",), ("danger_tint",))
    | _pairs(("success",), ("success_tint",))
    | _pairs(("warning",), ("warning_tint",))
    | _pairs(("hero_ink",), ("hero",))
)
"""Every pair (ink, ground) in which a component may paint text or an icon that says something."""

EDGES: Final[frozenset[tuple[Token, Token]]] = frozenset(
    _pairs(("edge", "brand", "danger"), ("paper", "surface", "sunken"))
    | _pairs(("focus_ink",), ("focus",))
)
"""Every pair in which an outline alone shows a control or its state."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two #RRGGBB colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


_KNEE: Final = 0.04045  # where the curve of sRGB turns straight


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _KNEE else float(((part + 0.055) / 1.055) ** 2.4)
