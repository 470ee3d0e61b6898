"""What an Evolis printer would make of a stream of commands, read bit by bit from its guide.

It shares nothing with the encoder: a dot is found by its number in the stream. The guide's formula
for the length of a plate (page 14) is what both open drivers do; its table of lengths beside it
counts 676,992 dots, which 648 x 1016 are not.
"""

from dataclasses import dataclass, field

COLUMNS, LINES = 1016, 648
BITS = {"2": 1, "32": 5, "64": 6, "128": 7}


@dataclass
class Card:
    """`words` are the commands without their data; `plates` the panels of each side."""

    words: list[str] = field(default_factory=list)
    plates: dict[tuple[str, str], list[int]] = field(default_factory=dict)


def read(stream: bytes) -> Card:
    """Return what was said. Fails where a printer would lose its way."""
    card, at, side = Card(), 0, ""
    while at < len(stream):
        assert stream[at : at + 1] == b"\x1b", at
        end = at + 1
        if stream[at + 1 : at + 4] == b"Db;":
            head = stream[at + 1 : at + 11].split(b";")[:3]
            name, panel, depth = (part.decode("ascii") for part in head)
            start = at + 1 + len(b";".join(head)) + 1
            end = start + 648 * 1016 * BITS[depth] // 8
            card.plates[side, panel] = _values(stream[start:end], BITS[depth])
            card.words.append(f"{name};{panel};{depth}")
        else:
            end = stream.index(b"\r", at)
            word = stream[at + 1 : end].decode("ascii")
            card.words.append(word)
            side = word if word in ("Sr", "Sv") else side
        assert stream[end : end + 1] == b"\r", (end, card.words[-1])
        at = end + 1
    return card


def upright(plate: list[int]) -> list[int]:
    """Return a plate's values as rows from the top, as the card is seen."""
    return [
        plate[column * LINES + (LINES - 1 - row)]
        for row in range(LINES)
        for column in range(COLUMNS)
    ]


def _values(plate: bytes, bits: int) -> list[int]:
    digits = "".join(f"{byte:08b}" for byte in plate)
    return [int(digits[at : at + bits], 2) for at in range(0, len(digits), bits)]
