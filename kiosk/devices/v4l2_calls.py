"""V4L2 calls: a camera's numbers and structures, as linux/videodev2.h has them on 64-bit machines.

Only what a picture needs. Nothing is asked of the kernel here that `kiosk.isolation.allowed` does
not let pass: no control (brightness, zoom) is set, since it would outlive the session.
"""

import fcntl
import mmap
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

# The numbers carry the structures' sizes: sizeof(struct v4l2_buffer) is 0x58.
QUERYCAP: Final = 0x80685600
ENUM_FMT: Final = 0xC0405602
S_FMT: Final = 0xC0D05605
REQBUFS: Final = 0xC0145608
QUERYBUF: Final = 0xC0585609
QBUF: Final = 0xC058560F
DQBUF: Final = 0xC0585611
STREAMON: Final = 0x40045612
STREAMOFF: Final = 0x40045613

CAPTURE: Final = 1  # V4L2_BUF_TYPE_VIDEO_CAPTURE and V4L2_CAP_VIDEO_CAPTURE
STREAMING: Final = 0x04000000
DEVICE_CAPS: Final = 0x80000000
MAPPED: Final = 1  # V4L2_MEMORY_MMAP
WHOLE_PICTURES: Final = 1  # V4L2_FIELD_NONE: not interlaced
DAMAGED: Final = 0x40  # V4L2_BUF_FLAG_ERROR

MJPEG: Final = int.from_bytes(b"MJPG", "little")
YUYV: Final = int.from_bytes(b"YUYV", "little")

CAPABILITY: Final = struct.Struct("=84xII12x")  # capabilities, device_caps
DESCRIPTION: Final = struct.Struct("=II36xI16x")  # index, type, pixelformat
# type, width, height, pixelformat, field, bytesperline, sizeimage
FORMAT: Final = struct.Struct("=I4x6I176x")
REQUEST: Final = struct.Struct("=III8x")  # count, type, memory
BUFFER: Final = struct.Struct(
    "=IIII44xII4xI12x"
)  # index, type, bytesused, flags, memory, m, length
KIND: Final = struct.Struct("=I")  # an int, for STREAMON and STREAMOFF


class Mapping(Protocol):
    """A buffer of the driver, as memory that can be read."""

    def __getitem__(self, part: slice, /) -> bytes: ...

    def close(self) -> None: ...


def _ioctl(descriptor: int, request: int, argument: bytearray) -> None:
    fcntl.ioctl(descriptor, request, argument)


def _map(descriptor: int, length: int, offset: int) -> Mapping:
    return mmap.mmap(descriptor, length, mmap.MAP_SHARED, mmap.PROT_READ, offset=offset)


@dataclass(frozen=True, slots=True)
class Kernel:
    """The two calls by which a camera is used. Each raises OSError."""

    ioctl: Callable[[int, int, bytearray], None] = _ioctl
    map: Callable[[int, int, int], Mapping] = _map
