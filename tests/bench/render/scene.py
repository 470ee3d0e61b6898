"""The card that all engines draw: what stands on it and where, in mm and points."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import qrcode
from qrcode.util import QRData

ROOT = Path(__file__).resolve().parents[3]
FONTS = ROOT / "assets" / "fonts"
NAMES = (
    ("NotoSans", "Wolfeschlegelsteinhausen-Bergerdorff", "Zażółć Gęślą Nguyễn Thị Ánh"),
    ("NotoSansArabic", "القحطاني", "محمد عبد الرحمن"),
    ("NotoNastaliqUrdu", "چوہدری", "غلام مصطفیٰ جتوئی"),
    ("NotoSansDevanagari", "क्षत्रिय-श्रीवास्तव", "विद्यार्थी कृष्णा"),
    ("NotoSansMyanmar", "ဒေါ်အောင်ဆန်းစုကြည်", "ကျော်သူ မြင့်မိုရ်"),
    ("NotoSansThai", "ศิริวัฒน์วงศ์ชัยกุล", "ณัฐฐิ์ธนัญญ์ ปู่ผู้ใหญ่"),
    ("NotoSansEthiopic", "ገብረእግዚአብሔር", "ወልደሥላሴ ተክለሃይማኖት"),
)
DATA = ("27 MAR 1987", "24 NOV 2031", "B840 64ZD N39M ER3Y")
CARD, PHOTO, NAME = (85.6, 53.98), (25.2, 32.4), (50.0, 8.0)  # mm
SOURCE = (630, 810)  # pixels of a photo before it is fitted
PHOTO_AT, NAMES_AT, DATA_AT, CODE_AT = (3.6, 14.4), (31.8, 14.3), (31.8, 33.0), (46.6, 3.0)
LARGEST, SMALLEST, SMALL = 10.6, 7.0, 7.0  # points
CODE = "NCF" + "6BF+70O/7T:*5XK2M%ZA0$-9." * 10
PAPER = (251, 250, 245)

Draw = Callable[[str, str, str], object]
"""Draws both sides of a card with a font's name, a family name and a given name."""


def matrix() -> list[list[bool]]:
    """Return the code's modules, with its quiet zone: the same for every engine."""
    maker: Any = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, border=4)
    maker.add_data(QRData(CODE, mode=2))
    modules: list[list[bool]] = maker.get_matrix()
    return modules


def dots(dpi: int) -> Callable[[float], int]:
    return lambda millimetres: round(millimetres * dpi / 25.4)
