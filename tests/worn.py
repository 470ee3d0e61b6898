"""Worn: a machine on which the program has been used before.

The kernel notes when a file was first read, on its disk, and counts that as written by the reader
(relatime, mount(8)); a real station has no access times at all, which preflight demands. So before
a test counts bytes that were written, every file that a station may read is read once.
"""

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from kiosk.isolation import trees

TESTS = Path(__file__).resolve().parent


@lru_cache(1)
def wear_in() -> int:
    """Read a byte of every file of the program, its libraries and tests; return how many."""
    return sum(map(_touch, _files((*trees.program(), *trees.system(), TESTS))))


def _files(roots: tuple[Path, ...]) -> Iterator[str]:
    for root in roots:
        if root.is_file():
            yield str(root)
        for folder, _, names in os.walk(root):
            yield from (os.path.join(folder, name) for name in names)  # noqa: PTH118  # thousands


def _touch(path: str) -> bool:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:  # a link to nowhere
        return False
    try:
        return bool(os.read(descriptor, 1))
    except OSError:
        return False
    finally:
        os.close(descriptor)
