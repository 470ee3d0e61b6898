"""Scan: the one picture of a paper that a clerk may keep to look at, in one place in memory.

The place belongs to nobody else: it is mapped for the picture alone, locked like all memory of a
session, and shown without a copy. So overwriting it is enough.
"""

import mmap

from kiosk.devices import Frame

_OURS_ALONE = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS


class Scan:
    """Holds one picture at most. `size` is its width and height, None if nothing is kept."""

    def __init__(self) -> None:
        self._room: mmap.mmap | None = None
        self.size: tuple[int, int] | None = None

    @property
    def rgb(self) -> memoryview:
        """The pixels, 8-bit RGB rows from the top; whoever shows them makes no copy."""
        return memoryview(b"" if self._room is None else self._room)

    def keep(self, frame: Frame) -> None:
        """Keep `frame` in place of what was kept before."""
        self.overwrite()
        if self._room is None or len(self._room) != len(frame.rgb):
            self._room = mmap.mmap(-1, len(frame.rgb), _OURS_ALONE)
        self._room[:] = frame.rgb
        self.size = (frame.width, frame.height)

    def overwrite(self) -> None:
        """Leave nothing of the picture; what still shows the place shows black."""
        self.size = None
        if self._room is not None:
            self._room[:] = bytes(len(self._room))
