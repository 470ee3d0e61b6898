"""Serial: the random number of one card. It says nothing about its holder, nor about the order.

80 bits, as 16 signs of Crockford's Base32 (no I, L, O or U, which are read as other signs).
"""

from collections.abc import Callable

RANDOM_BYTES = 10
LENGTH = 16  # signs of 5 bits

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUP = 4


def draw(randomness: Callable[[int], bytes]) -> str:
    """Return a new serial; `randomness` returns that many random bytes, as `os.urandom` does."""
    number = int.from_bytes(randomness(RANDOM_BYTES), "big")
    return "".join(_SIGNS[number >> 5 * place & 31] for place in reversed(range(LENGTH)))


def grouped(serial: str) -> str:
    """Return the serial as it is printed, in groups of four."""
    return "-".join(serial[start : start + _GROUP] for start in range(0, len(serial), _GROUP))
