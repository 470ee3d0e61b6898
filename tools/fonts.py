"""Build assets/fonts from Debian's fonts-noto-core, -extra and -cjk. Run by a developer, rarely.

The program draws with these files and no others, so that a card is the same on every machine and
a name in any living script can be printed. The same sources give the same bytes at every run; the
manifest pins each file and says which signs it has, so that nobody must open a font to know.
"""

import hashlib
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parent.parent / "assets" / "fonts"
NARROW = "condensed"  # a folder of their own: the screen loads no condensed font
NOTO = Path("/usr/share/fonts/truetype/noto")
CJK = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
CJK_SC = 2  # place of the Simplified Chinese face in the collection
COPYRIGHT = Path("/usr/share/doc/fonts-noto-core/copyright")

# Order is preference: a sign that two faces have is drawn with the first one.
LETTERS = """
NotoSans NotoSansArabic NotoSansHebrew NotoSansArmenian NotoSansGeorgian NotoSansEthiopic
NotoSansThaana NotoSansTifinagh NotoSansCherokee NotoSansCanadianAboriginal NotoSansNKo NotoSansVai
NotoSansAdlam NotoSansHanifiRohingya NotoSansOsage NotoSansLisu NotoSansOlChiki NotoSansYi
NotoSansBamum NotoSansBassaVah NotoSansMendeKikakui NotoSansPahawhHmong NotoSansTaiLe
NotoSansNewTaiLue NotoSansTaiViet NotoSansKayahLi NotoSansSoraSompeng NotoSansWancho
NotoSansWarangCiti NotoSansMongolian NotoSansSyriac
"""
STACKS = """
NotoSansDevanagari NotoSansBengali NotoSansGurmukhi NotoSansGujarati NotoSansOriya NotoSansTamil
NotoSansTelugu NotoSansKannada NotoSansMalayalam NotoSansSinhala NotoSansThai NotoSansLao
NotoSansKhmer NotoSansMyanmar NotoSerifTibetan NotoSansMeeteiMayek NotoSansChakma NotoSansCham
NotoSansJavanese NotoSansBalinese NotoSansSundanese NotoSansBatak NotoSansBuginese NotoSansTagalog
NotoSansLepcha NotoSansLimbu NotoSansSaurashtra NotoSansSylotiNagri NotoSansTaiTham NotoSansMiao
NotoSansNewa
"""
# The last resort of a long name. Not Arabic, whose joined letters are never squeezed.
CONDENSED = """
NotoSans NotoSansHebrew NotoSansArmenian NotoSansGeorgian NotoSansTamil NotoSansMalayalam
"""
UNCHANGED = ["NotoNastaliqUrdu"]  # asked for by language, never found by coverage: it comes last

ASCENT, DESCENT = 1069, 293  # Noto Sans, per 1000 units: one line height for every script on screen
ENCODINGS = ["gb2312", "gbk", "big5", "big5hkscs", "shift_jis", "cp932", "euc_jis_2004"]
RARE = "𠮷"  # in no encoding, and in the name of many Japanese families
IDEOGRAPHS = [(0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFF)]
SYLLABLES = [
    (0x3000, 0x312F),
    (0x31A0, 0x31BF),
    (0x31F0, 0x31FF),
    (0xAC00, 0xD7A3),
    (0xFF00, 0xFFEF),
]

FONTS_CONF = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<!-- The program loads its own fonts. No system font is opened and no cache is written. -->
<fontconfig>
  <cachedir>/nonexistent</cachedir>
  <match target="pattern">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>true</bool></edit>
    <edit name="autohint" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintslight</const></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One font of the manifest. `ranges` is written in hexadecimal, as in "20-7E A0-17F"."""

    file: str
    sha256: str
    family: str
    weight: int
    condensed: bool
    ranges: str


def main() -> int:
    (OUT / NARROW).mkdir(parents=True, exist_ok=True)
    entries = list(_faces())
    for stale in set(OUT.rglob("*.?tf")) - {OUT / entry.file for entry in entries}:
        stale.unlink()
    (OUT / "manifest.toml").write_text(_manifest(entries), encoding="utf-8")
    (OUT / "OFL.txt").write_text(_licence(COPYRIGHT.read_text("utf-8")), encoding="utf-8")
    (OUT / "fonts.conf").write_text(FONTS_CONF, encoding="utf-8")
    size = sum((OUT / entry.file).stat().st_size for entry in entries)
    print(f"{len(entries)} fonts, {size / 1e6:.1f} MB")
    return 0


def _faces() -> Iterator[Entry]:
    for family in [*LETTERS.split(), *STACKS.split()]:
        for source in _sources(family):
            font = TTFont(source, recalcTimestamp=False)
            _set_line(font, _deepest(font, stacked=family in STACKS.split()))
            yield _save(font, source.name)
    yield _save(_cjk(), "NotoSansCJKsc-Regular.otf")
    for family in UNCHANGED:
        for source in _sources(family):
            yield _save(TTFont(source, recalcTimestamp=False), source.name)


def _sources(family: str) -> list[Path]:
    """Return the files of a family that there are; its condensed ones have the same signs."""
    styles = ["Regular", "Bold"]
    if family in CONDENSED.split():
        styles += ["Condensed", "CondensedBold"]
    sources = (NOTO / f"{family}-{style}.ttf" for style in styles)
    return [source for source in sources if source.exists()]


def _deepest(font: Any, *, stacked: bool) -> int:
    """Return how far the deepest letter reaches below the line.

    In scripts that stack, what hangs deepest is made by shaping and has no code point of its own.
    """
    glyphs, signs = font["glyf"], font.getBestCmap()
    names: Iterable[str] = glyphs.keys()
    if not stacked:
        names = [name for sign, name in signs.items() if unicodedata.category(chr(sign))[0] == "L"]
    deepest = -min(getattr(glyphs[name], "yMin", 0) for name in names)
    return max(DESCENT, min(deepest, -font["hhea"].descent if stacked else deepest))


def _set_line(font: Any, descent: int) -> None:
    """Give the font the line height of Noto Sans: its own would let a form jump or overflow."""
    line, system = font["hhea"], font["OS/2"]
    line.ascent, line.descent, line.lineGap = ASCENT, -descent, 0
    system.sTypoAscender, system.sTypoDescender, system.sTypoLineGap = ASCENT, -descent, 0
    system.usWinAscent, system.usWinDescent = ASCENT, descent


def _cjk() -> Any:
    """Return the signs in common use, with the forms that Japanese, Korean and Taiwan prefer."""
    tools: Any = subset  # it has no types
    options = tools.Options()
    options.layout_features = ["ccmp", "locl"]
    options.hinting = options.glyph_names = False
    options.notdef_outline = True
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx"]
    font = TTFont(CJK, fontNumber=CJK_SC, recalcTimestamp=False, lazy=True)
    subsetter = tools.Subsetter(options)
    syllables = (sign for first, last in SYLLABLES for sign in range(first, last + 1))
    subsetter.populate(unicodes=sorted({*_ideographs(), *syllables}))
    subsetter.subset(font)
    _set_line(font, DESCENT)
    return font


def _ideographs() -> Iterator[int]:
    for first, last in IDEOGRAPHS:
        for sign in range(first, last + 1):
            common = any(chr(sign).encode(encoding, "ignore") for encoding in ENCODINGS)
            if common or chr(sign) in RARE:
                yield sign


def _save(font: Any, name: str) -> Entry:
    family = font["name"].getBestFamilyName()
    weight = 700 if name.endswith("Bold.ttf") else 400
    condensed = "-Condensed" in name
    signs = sorted(font.getBestCmap())
    file = f"{NARROW}/{name}" if condensed else name
    font.save(OUT / file)
    digest = hashlib.sha256((OUT / file).read_bytes()).hexdigest()
    return Entry(file, digest, str(family), weight, condensed, _ranges(signs))


def _ranges(signs: list[int]) -> str:
    parts: list[list[int]] = []
    for sign in signs:
        if parts and sign == parts[-1][1] + 1:
            parts[-1][1] = sign
        else:
            parts.append([sign, sign])
    return " ".join(f"{a:X}" if a == b else f"{a:X}-{b:X}" for a, b in parts)


def _manifest(entries: list[Entry]) -> str:
    head = "# Written by tools/fonts.py. The order is the order of preference.\n"
    return "\n".join([head, *map(_listed, entries)])


def _listed(entry: Entry) -> str:
    width = "condensed = true\n" if entry.condensed else ""
    return (
        f'[[font]]\nfile = "{entry.file}"\nsha256 = "{entry.sha256}"\n'
        f'family = "{entry.family}"\nweight = {entry.weight}\n{width}ranges = "{entry.ranges}"\n'
    )


def _licence(copyright_file: str) -> str:
    """Return the text of the SIL Open Font License out of a machine-readable copyright file."""
    body = copyright_file.split("\nLicense: OFL-1.1\n PREAMBLE\n", 1)[1].split("\n\n", 1)[0]
    text = [line[1:].removeprefix(".") for line in ("\n PREAMBLE\n" + body).splitlines()[1:]]
    notice = [
        "Copyright 2010, 2012-2020 Google LLC (Noto fonts)",
        "Copyright 2014-2021 Adobe (the CJK face)",
        "",
        "Changed by tools/fonts.py: line heights made equal, the CJK face reduced to signs in",
        "common use. This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        "",
        "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007",
        "",
    ]
    return "\n".join([*notice, *text]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
