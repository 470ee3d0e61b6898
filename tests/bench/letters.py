"""Letters: 10,000 names that nobody has, each printed whole or refused with a reason, and times."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from PIL import Image

from kiosk.formats.lettering import Hand, draw
from tests.bench.figures import Figure, median_ms, table
from tests.formats.generated import FINE, Verdict, judge
from tests.formats.generated import names as generated
from tests.formats.names import LETTERING, NAMES

COUNT, SEED = 10_000, 62026
SEVEN = ("Latin", "Arabic", "Devanagari", "Thai", "Burmese", "Chinese", "Cyrillic")
LIMITS = {300: 40, 600: 50}  # milliseconds, by dots per inch
WIDTH, HEIGHT = 50, 8  # millimetres


def letters() -> Iterator[Figure]:
    """Yield what may not happen to a name, and how long seven of them take."""
    found = Counter(judge(*case) for case in generated(COUNT, SEED))
    told = ", ".join(f"{found[verdict]} {verdict}" for verdict in sorted(FINE))
    for verdict in (verdict for verdict in Verdict if verdict not in FINE):
        yield Figure(f"names with {verdict}", found[verdict], "of 10,000", 0, told)
    for dpi, limit in LIMITS.items():
        took = median_ms(partial(_seven, dpi))
        yield Figure(f"seven scripts, {dpi} dpi", took, "ms", limit, "fitted and drawn")


def _seven(dpi: int) -> None:
    box = (round(WIDTH / 25.4 * dpi), round(HEIGHT / 25.4 * dpi))
    hand = Hand(size=10, least=7, dpi=dpi, lines=2, bold=True)
    image = Image.new("RGB", (box[0] + 20, len(SEVEN) * box[1]), "white")
    for row, script in enumerate(SEVEN):
        draw(LETTERING.fit([NAMES[script]], box, hand), image, (10, row * box[1]))


if __name__ == "__main__":
    print(table(list(letters())))
