"""Base45: bytes as the 45 signs that a QR code packs tightest (RFC 9285).

Strict, because the text comes from a picture that anybody can print: one text for one run of
bytes, capital letters only, and a space is a digit, so nothing is ever stripped.
"""

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_BASE = 45
_GROUP = 3  # digits that stand for two bytes; two digits stand for a last, single byte
_MISSING = 1 << 17  # larger than any two bytes, so that one unknown sign spoils its group


def encode(raw: bytes) -> str:
    """Return `raw` as Base45 (RFC 9285 section 4)."""
    return "".join(_digits(raw[start : start + 2]) for start in range(0, len(raw), 2))


def decode(unverified_text: str) -> bytes | None:
    """Return the bytes that encode to exactly this text, or None if there are none."""
    groups = [
        unverified_text[start : start + _GROUP] for start in range(0, len(unverified_text), _GROUP)
    ]
    parts = [_bytes(group) for group in groups]
    return None if None in parts else b"".join(part for part in parts if part)


def _digits(raw: bytes) -> str:
    number, digits = int.from_bytes(raw, "big"), ""
    for _ in range(len(raw) + 1):
        number, value = divmod(number, _BASE)
        digits += _DIGITS[value]
    return digits


def _bytes(group: str) -> bytes | None:
    """Return the one or two bytes of a group; the least significant digit comes first."""
    length, number = len(group) - 1, 0
    for digit in reversed(group):
        number = number * _BASE + _VALUES.get(digit, _MISSING)
    if length == 0 or number >= 256**length:
        return None
    return number.to_bytes(length, "big")
