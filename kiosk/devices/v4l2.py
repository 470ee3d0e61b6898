"""V4L2: a camera over the descriptor of a video device, which is given and never opened here.

Pictures lie in buffers of the driver that are mapped to be read. A camera that is pulled out, or
that is none, gives no frame: what a device does is no fault of the program. Works behind all walls.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from errno import EAGAIN, EIO
from itertools import count
from struct import Struct
from typing import Final

from kiosk.devices import Frame
from kiosk.devices import v4l2_calls as v4l2
from kiosk.devices.v4l2_calls import Kernel, Mapping
from kiosk.formats import camera_pixels

PORTRAIT_SIZE: Final = (1280, 720)
PAPERS_SIZE: Final = (1920, 1080)
_BUFFERS = 4  # one is filled while another is read; a slow screen does not stop the camera
_LARGEST = 64 << 20  # bytes of a buffer; a driver that asks for more is broken
# In order of choice: uncompressed pictures of this size do not fit through USB 2 often enough.
_PIXELS = (v4l2.MJPEG, v4l2.YUYV)


@dataclass(frozen=True, slots=True)
class _Format:
    """What the driver agreed to, which need not be what was wanted."""

    size: tuple[int, int]
    pixels: int
    stride: int


class V4l2Camera:
    """A camera that is running from the first moment. It owns `descriptor`.

    Setting it up takes long with some cameras: make it in a thread at work.
    """

    def __init__(
        self,
        descriptor: int,
        wanted: tuple[int, int] = PORTRAIT_SIZE,
        kernel: Kernel = Kernel(),  # noqa: B008  # frozen
    ) -> None:
        self._descriptor = descriptor
        self._kernel = kernel
        self._buffers: list[Mapping] = []
        self._format: _Format | None = None
        with suppress(OSError):
            self._begin(wanted)
        if self._format is None:
            self.close()

    @property
    def runs(self) -> bool:
        """Whether there is a camera, as far as is known."""
        return self._format is not None

    def read(self) -> Frame | None:
        """Return the newest frame; None if there is no new one, or none that is whole."""
        agreed = self._format
        if agreed is None:
            return None
        try:
            raw = self._newest()
        except OSError as fault:
            if fault.errno != EIO:  # the driver lost a picture, not the camera
                self.close()
            return None
        rgb = None if raw is None else _decode(raw, agreed)
        return None if rgb is None else Frame(*agreed.size, rgb)

    def close(self) -> None:
        """Stop the camera, give its buffers back and close the descriptor."""
        self._format = None
        if self._descriptor < 0:
            return
        with suppress(OSError):
            self._ask(v4l2.STREAMOFF, v4l2.KIND, v4l2.CAPTURE)
        for buffer in self._buffers:
            buffer.close()
        self._buffers.clear()
        os.close(self._descriptor)
        self._descriptor = -1

    def _begin(self, wanted: tuple[int, int]) -> None:
        """Agree on a format, map the buffers and start; without a format nothing is started."""
        if not self._can_capture():
            return
        agreed = self._agree(wanted)
        if agreed is None:
            return
        number, _, _ = self._ask(v4l2.REQBUFS, v4l2.REQUEST, _BUFFERS, v4l2.CAPTURE, v4l2.MAPPED)
        for index in range(number):
            self._map(index)
            self._queue(index)
        self._ask(v4l2.STREAMON, v4l2.KIND, v4l2.CAPTURE)
        self._format = agreed

    def _can_capture(self) -> bool:
        whole, node = self._ask(v4l2.QUERYCAP, v4l2.CAPABILITY, 0, 0)
        can = node if whole & v4l2.DEVICE_CAPS else whole  # of this node, not of all its sisters
        return bool(can & v4l2.CAPTURE and can & v4l2.STREAMING)

    def _agree(self, wanted: tuple[int, int]) -> _Format | None:
        offered = set(self._offered())
        pixels = next((pixels for pixels in _PIXELS if pixels in offered), None)
        if pixels is None:
            return None
        asked = (v4l2.CAPTURE, *wanted, pixels, v4l2.WHOLE_PICTURES, 0, 0)
        _, width, height, given, _, stride, _ = self._ask(v4l2.S_FMT, v4l2.FORMAT, *asked)
        return _Format((width, height), pixels, stride) if given == pixels else None

    def _offered(self) -> Iterator[int]:
        """Yield the pixel formats that the camera has; the kernel ends the list by an error."""
        with suppress(OSError):
            for index in count():
                yield self._ask(v4l2.ENUM_FMT, v4l2.DESCRIPTION, index, v4l2.CAPTURE, 0)[2]

    def _map(self, index: int) -> None:
        told = self._ask(v4l2.QUERYBUF, v4l2.BUFFER, *_buffer(index))
        offset, length = told[5], told[6]
        if not 0 < length <= _LARGEST:
            raise OSError(EIO, "no buffer of a picture")
        self._buffers.append(self._kernel.map(self._descriptor, length, offset))

    def _newest(self) -> bytes | None:
        """Take every full buffer and give it back; return what the last whole one holds."""
        newest = None
        for _ in self._buffers:
            full = self._take()
            if full is None:
                break
            index, used, flags = full
            if used and not flags & v4l2.DAMAGED:
                newest = self._buffers[index][:used]
            self._queue(index)
        return newest

    def _take(self) -> tuple[int, int, int] | None:
        """Return index, bytes used and flags of a full buffer, or None if there is none yet."""
        try:
            told = self._ask(v4l2.DQBUF, v4l2.BUFFER, *_buffer(0))
        except OSError as fault:
            if fault.errno == EAGAIN:
                return None
            raise
        return told[0], told[2], told[3]

    def _queue(self, index: int) -> None:
        self._ask(v4l2.QBUF, v4l2.BUFFER, *_buffer(index))

    def _ask(self, request: int, layout: Struct, *values: int) -> tuple[int, ...]:
        """Make one call with a structure and return the structure's values after it."""
        argument = bytearray(layout.pack(*values))
        self._kernel.ioctl(self._descriptor, request, argument)
        return layout.unpack(argument)


def _buffer(index: int) -> tuple[int, ...]:
    return (index, v4l2.CAPTURE, 0, 0, v4l2.MAPPED, 0, 0)


def _decode(raw: bytes, agreed: _Format) -> bytes | None:
    if agreed.pixels == v4l2.MJPEG:
        return camera_pixels.from_jpeg(raw, agreed.size)
    return camera_pixels.from_yuyv(raw, agreed.size, agreed.stride)
