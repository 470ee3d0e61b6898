"""Latin letters for a name: a suggestion that the holder changes, and all that papers may write.

After ICAO Doc 9303-3 section 6 (transliteration of Latin and Cyrillic letters). For Cyrillic the
Ukrainian column is used, and a name with letters that Ukrainian lacks gets no suggestion: the rule
for another language spells a name as its holder's passport does not. Arabic, Indic and East Asian
names get none either, because every automatic rule that was tried damaged them; the holder types
the spelling of their own papers. Papers of other states follow other columns of the same tables;
`spellings` has them all.
"""

import unicodedata
from collections.abc import Iterator

_LATIN = {
    "Å": "AA", "Ä": "AE", "Æ": "AE", "Ð": "D", "Đ": "D", "Ə": "E", "Ħ": "H", "Ĳ": "IJ", "Ł": "L",
    "Ŋ": "N", "Ø": "OE", "Ö": "OE", "Œ": "OE", "ẞ": "SS", "Þ": "TH", "Ŧ": "T", "Ü": "UE",
}  # fmt: skip
_UKRAINIAN = {
    "А": "A", "Б": "B", "В": "V", "Г": "H", "Ґ": "G", "Д": "D", "Е": "E", "Є": "IE", "Ж": "ZH",
    "З": "Z", "И": "Y", "І": "I", "Ї": "I", "Й": "I", "К": "K", "Л": "L", "М": "M", "Н": "N",
    "О": "O", "П": "P", "Р": "R", "С": "S", "Т": "T", "У": "U", "Ф": "F", "Х": "KH", "Ц": "TS",
    "Ч": "CH", "Ш": "SH", "Щ": "SHCH", "Ь": "", "Ю": "IU", "Я": "IA",
}  # fmt: skip
_UKRAINIAN_FIRST = {"Є": "YE", "Ї": "YI", "Й": "Y", "Ю": "YU", "Я": "YA"}
_ALSO = {  # what else the tables allow, and the plain letter, which many states and AAMVA print
    "Å": ("A",), "Ä": ("A",), "Ñ": ("NXX",), "Ø": ("O",), "Ö": ("O",), "Ü": ("U", "UXX"),
    "Г": ("G",), "И": ("I",), "Й": ("Y",), "Х": ("H",), "Ц": ("C",), "Ч": ("C",), "Ш": ("S",),
    "Ж": ("Z",), "Щ": ("SHT",), "Ё": ("E", "IO"), "Ъ": ("IE", ""), "Ы": ("Y",), "Э": ("E",),
    "Ў": ("U",), "Ђ": ("D",), "Ћ": ("C",), "Џ": ("DZ",), "Љ": ("LJ",), "Њ": ("NJ",), "Ј": ("J",),
    "Є": ("IE",), "Ї": ("I",), "Ю": ("IU",), "Я": ("IA",),
}  # fmt: skip
_MOST = 256  # spellings of a word that are kept; the likely ones come first
_KEPT = " -"
_DROPPED = "'’ʼ`.,·"  # apostrophes and points are omitted (ICAO 9303-3 section 4.6)


def suggest(name: str) -> str | None:
    """Return one name in capital Latin letters, or None if its script has no safe rule."""
    letters: list[str] = []
    starts = True
    for sign in unicodedata.normalize("NFC", name.upper()):
        latin = _letter(sign, starts=starts)
        if latin is None:
            return None
        letters.append(latin)
        starts = sign in _KEPT or (starts and sign in _DROPPED)
    return "".join(letters)


def full(given: str, family: str) -> str | None:
    """Return "FAMILY, GIVEN", or the only one of the two; None if either has no suggestion."""
    parts = [suggest(name) for name in (family, given) if name]
    return None if None in parts else ", ".join(part for part in parts if part)


def spellings(word: str) -> frozenset[str]:
    """Return all spellings of one word in A to Z that papers may have; none if there is no rule."""
    ways = [""]
    starts = True
    for sign in unicodedata.normalize("NFC", word.upper()):
        more = list(_letters(sign, starts=starts))
        ways = [way + letters for way in ways for letters in more][:_MOST]
        starts = starts and sign in _DROPPED
    return frozenset(way for way in ways if way)


def _letters(sign: str, *, starts: bool) -> Iterator[str]:
    """Yield what papers may write for one sign."""
    if sign.isascii() and sign.isdigit():
        yield sign
        return
    latin = _letter(sign, starts=starts)
    if latin is not None:
        yield latin
    yield from _ALSO.get(sign, ())


def _letter(sign: str, *, starts: bool) -> str | None:
    if sign in _KEPT:
        return sign
    if sign in _DROPPED or unicodedata.category(sign) == "Mn":
        return ""
    if starts and sign in _UKRAINIAN_FIRST:
        return _UKRAINIAN_FIRST[sign]
    base = unicodedata.normalize("NFD", sign)[0]
    plain = base if "A" <= base <= "Z" else None
    return _LATIN.get(sign) or _UKRAINIAN.get(sign, plain)
