"""A copy of the sample pack with one mistake planted in it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from kiosk.city import CITIES, read
from kiosk.packs.files import Mistake

CITY = "alderport"
TOP = "the top of the file"
ALDERPORT = CITIES / CITY


@dataclass(frozen=True)
class Planted:
    """What stands instead of `old`; the mistake is in the line of `mark`, there or before."""

    file: str
    old: str
    new: str
    mark: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"


def plant(folder: Path, planted: Planted) -> int:
    """Copy the sample pack into `folder` and plant the mistake; return the line it is in."""
    copy(folder)
    text = (folder / planted.file).read_text(encoding="utf-8")
    assert planted.old in text
    begin = text.index(planted.old)
    text = text.replace(planted.old, planted.new, 1)
    (folder / planted.file).write_text(text, encoding="utf-8")
    if planted.mark == TOP:
        return 1
    at = text.rindex(planted.mark, 0, begin + len(planted.new) + 1)
    return text[:at].count("\n") + 1


def copy(folder: Path) -> Path:
    """Copy the sample pack into `folder` and return it."""
    return Path(shutil.copytree(ALDERPORT, folder))


def found(folder: Path) -> tuple[Mistake, ...]:
    return read(folder)[1]
