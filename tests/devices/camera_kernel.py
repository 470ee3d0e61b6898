"""A kernel with one camera in it, as far as ioctl and mmap show: for tests of `v4l2`.

Requests and structures are read here by the offsets that a C program printed from
linux/videodev2.h, not by the layouts of the module that is tested.
"""

import struct
from collections import deque
from errno import EAGAIN, EINVAL, ENODEV, ENOTTY

from kiosk.devices.v4l2_calls import Kernel

NAMES = {
    0x80685600: "QUERYCAP", 0xC0405602: "ENUM_FMT", 0xC0D05605: "S_FMT", 0xC0145608: "REQBUFS",
    0xC0585609: "QUERYBUF", 0xC058560F: "QBUF", 0xC0585611: "DQBUF", 0x40045612: "STREAMON",
    0x40045613: "STREAMOFF",
}  # fmt: skip
LENGTH = 1 << 16
PAGE = 4096


class Buffer:
    """Memory that is mapped until it is closed."""

    def __init__(self) -> None:
        self.content = b""
        self.mapped = True

    def __getitem__(self, part: slice) -> bytes:
        assert self.mapped
        return self.content[part]

    def close(self) -> None:
        self.mapped = False


class CameraKernel:
    """`formats` are what the camera offers; `size` and `stride` what it makes of any wish."""

    def __init__(
        self,
        formats: tuple[bytes, ...] = (b"MJPG",),
        size: tuple[int, int] = (64, 48),
        *,
        stride: int = 128,
        capabilities: tuple[int, int] = (0x84000001, 0x04000001),
    ) -> None:
        self.formats, self.size, self.stride = formats, size, stride
        self.capabilities = capabilities
        self.calls: list[str] = []
        self.wanted: tuple[int, ...] = ()
        self.buffers: list[Buffer] = []
        self.queued: deque[int] = deque()
        self.full: deque[tuple[int, int]] = deque()
        self.streams = False
        self.fault: dict[str, int] = {}
        self.length = LENGTH

    @property
    def edge(self) -> Kernel:
        return Kernel(self._ioctl, self._map)

    def film(self, picture: bytes, flags: int = 0) -> None:
        """Fill the next buffer that is queued; without one the picture is lost."""
        if self.queued:
            index = self.queued.popleft()
            self.buffers[index].content = picture
            self.full.append((index, flags))

    def unplug(self) -> None:
        self.fault = dict.fromkeys(NAMES.values(), ENODEV)

    def _map(self, _descriptor: int, length: int, offset: int) -> Buffer:
        assert length == self.length
        assert offset == PAGE * len(self.buffers)
        self.buffers.append(Buffer())
        return self.buffers[-1]

    def _ioctl(self, _descriptor: int, request: int, argument: bytearray) -> None:
        name = NAMES.get(request)
        if name is None:
            raise OSError(ENOTTY, "no such request")
        assert len(argument) == request >> 16 & 0x3FFF
        self.calls.append(name)
        if name in self.fault:
            raise OSError(self.fault[name], name)
        getattr(self, f"_{name.lower()}")(argument)

    def _querycap(self, argument: bytearray) -> None:
        struct.pack_into("=II", argument, 84, *self.capabilities)

    def _enum_fmt(self, argument: bytearray) -> None:
        (index,) = struct.unpack_from("=I", argument, 0)
        if index >= len(self.formats):
            raise OSError(EINVAL, "no more formats")
        argument[44:48] = self.formats[index]

    def _s_fmt(self, argument: bytearray) -> None:
        self.wanted = struct.unpack_from("=II", argument, 8)
        struct.pack_into("=II", argument, 8, *self.size)
        struct.pack_into("=II", argument, 24, self.stride, LENGTH)

    def _reqbufs(self, argument: bytearray) -> None:
        assert struct.unpack_from("=II", argument, 4) == (1, 1)

    def _querybuf(self, argument: bytearray) -> None:
        (index,) = struct.unpack_from("=I", argument, 0)
        struct.pack_into("=I", argument, 64, PAGE * index)
        struct.pack_into("=I", argument, 72, self.length)

    def _qbuf(self, argument: bytearray) -> None:
        index, kind = struct.unpack_from("=II", argument, 0)
        assert (kind, struct.unpack_from("=I", argument, 60)) == (1, (1,))
        assert index not in self.queued
        self.queued.append(index)

    def _dqbuf(self, argument: bytearray) -> None:
        if not self.streams:
            raise OSError(EINVAL, "not streaming")
        if not self.full:
            raise OSError(EAGAIN, "no picture yet")
        index, flags = self.full.popleft()
        used = len(self.buffers[index].content)
        struct.pack_into("=I", argument, 0, index)
        struct.pack_into("=II", argument, 8, used, flags)

    def _streamon(self, argument: bytearray) -> None:
        assert argument == b"\1\0\0\0"
        self.streams = True

    def _streamoff(self, argument: bytearray) -> None:
        assert argument == b"\1\0\0\0"
        self.streams = False
