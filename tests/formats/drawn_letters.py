"""Prints the SHA-256 of a name in each of twelve scripts, drawn at 300 and 600 dpi.

`python -m tests.formats.drawn_letters`. After a wanted change of pixels, write what it prints into
letters.sha256 beside it, and look at the pictures that `--save FOLDER` writes.
"""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from kiosk.formats.lettering import Hand, draw
from tests.formats.names import LETTERING, NAMES

SCRIPTS = (
    "Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "Devanagari", "Tamil", "Thai", "Burmese",
    "Khmer", "Chinese", "Korean",
)  # fmt: skip
NASTALIQ = ("Urdu", "غلام مصطفیٰ", "ur")
MIXED = ("mixed", "شارع النور (3B) 418 Alder", "ar")


def pictures() -> Iterator[tuple[str, Image.Image]]:
    cases = [*((script, NAMES[script], "en") for script in SCRIPTS), NASTALIQ, MIXED]
    for dpi in (300, 600):
        for name, text, language in cases:
            hand = Hand(10.6, 7, dpi, lines=2, bold=True, language=language)
            block = LETTERING.fit([text], (2 * dpi, dpi // 2), hand)
            image = Image.new("RGB", (block.width, block.height), "white")
            draw(block, image, (0, 0))
            yield f"{name}-{dpi}", image


def main() -> None:
    for name, image in pictures():
        digest = hashlib.sha256(repr(image.size).encode() + image.tobytes())
        sys.stdout.write(f"{digest.hexdigest()}  {name}\n")
        if sys.argv[1:2] == ["--save"]:
            image.save(Path(sys.argv[2]) / f"{name}.png")


if __name__ == "__main__":
    main()
