import errno
import io
import os
import struct

import pytest
from PIL import Image

from kiosk.devices import Frame, v4l2_calls
from kiosk.devices.v4l2 import PAPERS_SIZE, PORTRAIT_SIZE, V4l2Camera
from kiosk.isolation import allowed, seccomp
from kiosk.isolation.calls import Machines
from tests.devices.camera_kernel import NAMES, CameraKernel
from tests.isolation.bpf_machine import ALLOW, verdict
from tests.isolation.children import run

SIZE = (64, 48)
RED, GREEN, BLUE = (200, 40, 30), (30, 180, 60), (40, 60, 200)


def jpeg(
    colour: tuple[int, int, int], size: tuple[int, int] = SIZE, *, notes: bool = False
) -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGB", size, colour)
    exif = Image.Exif()
    exif[0x010F] = "Maker"
    exif[0x011A] = 300.0  # a resolution, which is looked for on opening
    picture.save(out, "JPEG", quality=95, exif=exif if notes else b"")
    return out.getvalue()


def without_tables(whole: bytes) -> bytes:
    """Return a JPEG as a webcam sends it: the Huffman tables are left out (motion JPEG)."""
    kept, place = bytearray(whole[:2]), 2
    while whole[place + 1] != 0xDA:
        length = 2 + struct.unpack_from(">H", whole, place + 2)[0]
        if whole[place + 1] != 0xC4:
            kept += whole[place : place + length]
        place += length
    return bytes(kept) + whole[place:]


def descriptor() -> int:
    return os.memfd_create("camera")


def camera(kernel: CameraKernel, wanted: tuple[int, int] = PORTRAIT_SIZE) -> V4l2Camera:
    return V4l2Camera(descriptor(), wanted, kernel.edge)


def middle(frame: Frame | None) -> tuple[int, ...]:
    assert frame is not None
    assert len(frame.rgb) == 3 * frame.width * frame.height
    place = 3 * (frame.width * (frame.height // 2) + frame.width // 2)
    return tuple(frame.rgb[place : place + 3])


def near(colour: tuple[int, ...], other: tuple[int, ...], within: int = 3) -> bool:
    return all(abs(one - two) <= within for one, two in zip(colour, other, strict=True))


# -- what is said to the kernel ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("layout", "size"),
    [
        (v4l2_calls.CAPABILITY, 104), (v4l2_calls.DESCRIPTION, 64), (v4l2_calls.FORMAT, 208),
        (v4l2_calls.REQUEST, 20), (v4l2_calls.BUFFER, 88), (v4l2_calls.KIND, 4),
    ],
)  # fmt: skip
def test_structures_are_as_large_as_a_c_compiler_makes_them(
    layout: struct.Struct, size: int
) -> None:
    assert layout.size == size


def test_a_camera_is_asked_set_mapped_and_started_in_this_order() -> None:
    kernel = CameraKernel()
    camera(kernel)
    assert kernel.calls == [
        "QUERYCAP", "ENUM_FMT", "ENUM_FMT", "S_FMT", "REQBUFS", *["QUERYBUF", "QBUF"] * 4,
        "STREAMON",
    ]  # fmt: skip


@pytest.mark.parametrize("size", [PORTRAIT_SIZE, PAPERS_SIZE])
def test_the_wanted_size_is_asked_for(size: tuple[int, int]) -> None:
    kernel = CameraKernel()
    camera(kernel, size)
    assert kernel.wanted == size


def test_on_closing_it_is_stopped_unmapped_and_closed() -> None:
    kernel, held = CameraKernel(), descriptor()
    looking = V4l2Camera(held, SIZE, kernel.edge)
    looking.close()
    looking.close()
    assert kernel.calls.count("STREAMOFF") == 1
    assert not any(buffer.mapped for buffer in kernel.buffers)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(held)


# -- pictures ----------------------------------------------------------------------------------


def test_there_is_no_frame_before_the_first_picture() -> None:
    assert camera(CameraKernel()).read() is None


def test_a_frame_has_the_size_that_the_camera_chose() -> None:
    kernel = CameraKernel()
    looking = camera(kernel)
    kernel.film(jpeg(RED))
    frame = looking.read()
    assert frame is not None
    assert (frame.width, frame.height) == SIZE
    assert near(middle(frame), RED)


def test_the_newest_picture_wins_and_is_given_once() -> None:
    kernel = CameraKernel()
    looking = camera(kernel)
    for colour in (RED, GREEN, BLUE):
        kernel.film(jpeg(colour))
    assert near(middle(looking.read()), BLUE)
    assert looking.read() is None
    assert len(kernel.queued) == 4


def test_a_picture_that_the_driver_calls_damaged_is_left_out() -> None:
    kernel = CameraKernel()
    looking = camera(kernel)
    kernel.film(jpeg(RED))
    kernel.film(jpeg(GREEN), flags=0x40)
    assert near(middle(looking.read()), RED)


def test_a_long_film_goes_on_however_slowly_it_is_watched() -> None:
    kernel = CameraKernel()
    looking = camera(kernel)
    for _ in range(5):
        for _ in range(10):  # more than there are buffers
            kernel.film(jpeg(GREEN))
        assert near(middle(looking.read()), GREEN)


def test_motion_jpeg_needs_no_tables() -> None:
    kernel = CameraKernel()
    looking = camera(kernel)
    kernel.film(without_tables(jpeg(BLUE)))
    assert near(middle(looking.read()), BLUE)


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"\xff\xd8", b"not a picture", jpeg(RED)[:400], jpeg(RED, (640, 480)),
        b"\xff\xd8" + bytes(2000), jpeg(RED)[:100] + bytes(500),
    ],
)  # fmt: skip
def test_what_is_no_whole_picture_of_this_size_is_no_frame(raw: bytes) -> None:
    kernel = CameraKernel()
    looking = camera(kernel)
    kernel.film(raw)
    assert looking.read() is None
    kernel.film(jpeg(GREEN))
    assert near(middle(looking.read()), GREEN)


def yuyv(colour: tuple[int, int, int], padding: int = 0) -> bytes:
    """Return a picture of one colour as video has it (BT.601, luma from 16 to 235)."""
    red, green, blue = (part / 255 for part in colour)
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    blueness, redness = (blue - luma) / 1.772, (red - luma) / 1.402
    y, cb, cr = 16 + 219 * luma, 128 + 224 * blueness, 128 + 224 * redness
    pair = bytes(round(part) for part in (y, cb, y, cr))
    return (pair * (SIZE[0] // 2) + bytes([99]) * padding) * SIZE[1]


@pytest.mark.parametrize("colour", [RED, GREEN, BLUE, (0, 0, 0), (255, 255, 255)])
@pytest.mark.parametrize("padding", [0, 32])
def test_uncompressed_video_shows_its_colours(colour: tuple[int, int, int], padding: int) -> None:
    kernel = CameraKernel((b"YUYV",), stride=128 + padding)
    looking = camera(kernel)
    kernel.film(yuyv(colour, padding))
    assert near(middle(looking.read()), colour)


def test_uncompressed_video_that_is_cut_short_is_no_frame() -> None:
    kernel = CameraKernel((b"YUYV",))
    looking = camera(kernel)
    kernel.film(yuyv(RED)[:-1])
    assert looking.read() is None


def test_compressed_pictures_are_preferred_whatever_is_offered_first() -> None:
    kernel = CameraKernel((b"YUYV", b"H264", b"MJPG"))
    looking = camera(kernel)
    kernel.film(jpeg(RED))
    assert near(middle(looking.read()), RED)


# -- cameras that are none, or no longer --------------------------------------------------------


@pytest.mark.parametrize("name", NAMES.values())
def test_a_camera_that_refuses_a_call_gives_no_frame_and_is_closed(name: str) -> None:
    kernel, held = CameraKernel(), descriptor()
    kernel.fault = {name: errno.EIO if name != "DQBUF" else errno.ENODEV}
    looking = V4l2Camera(held, SIZE, kernel.edge)
    kernel.film(jpeg(RED))
    looking.read()
    looking.close()
    assert looking.read() is None
    assert not any(buffer.mapped for buffer in kernel.buffers)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(held)


def test_a_camera_that_is_pulled_out_gives_no_frame_ever_after() -> None:
    kernel = CameraKernel()
    looking = camera(kernel)
    kernel.film(jpeg(RED))
    kernel.unplug()
    assert looking.read() is None
    assert looking.read() is None
    assert not any(buffer.mapped for buffer in kernel.buffers)


def test_a_picture_that_the_driver_lost_does_not_end_the_camera() -> None:
    kernel = CameraKernel()
    looking = camera(kernel)
    kernel.fault = {"DQBUF": errno.EIO}
    assert looking.read() is None
    kernel.fault = {}
    kernel.film(jpeg(RED))
    assert near(middle(looking.read()), RED)


@pytest.mark.parametrize(
    "kernel",
    [
        CameraKernel((b"H264",)),
        CameraKernel(()),
        CameraKernel(capabilities=(0x84000001, 0x04800000)),  # the node of the pictures' notes
        CameraKernel(capabilities=(0x04000002, 0)),  # it shows video
    ],
    ids=["other-pixels", "no-pixels", "metadata", "output"],
)
def test_a_device_without_pictures_is_not_started(kernel: CameraKernel) -> None:
    looking = camera(kernel)
    assert "REQBUFS" not in kernel.calls
    assert looking.read() is None


def test_an_old_driver_speaks_for_all_its_nodes() -> None:
    kernel = CameraKernel(capabilities=(0x04000001, 0))
    looking = camera(kernel)
    kernel.film(jpeg(RED))
    assert near(middle(looking.read()), RED)


def test_a_buffer_of_a_senseless_size_is_not_mapped() -> None:
    kernel = CameraKernel()
    kernel.length = 1 << 30
    camera(kernel)
    assert kernel.buffers == []
    assert "STREAMON" not in kernel.calls


# -- behind the walls --------------------------------------------------------------------------


@pytest.mark.parametrize("which", Machines)
def test_a_sealed_session_may_do_all_that_a_camera_needs(which: Machines) -> None:
    machine = which.machine
    wall = seccomp.build(allowed.session(4711), machine)
    for request, name in NAMES.items():
        said = verdict(wall, machine.audit, machine.numbers["ioctl"], (9, request, 0))
        assert said == ALLOW, name


BEHIND_WALLS = """
import os, sys
from kiosk.devices import v4l2_calls
from kiosk.devices.v4l2 import V4l2Camera
from kiosk.isolation import allowed, seccomp
from tests.devices.camera_kernel import LENGTH, CameraKernel
from tests.devices.test_v4l2 import GREEN, SIZE, middle, near

picture = bytes.fromhex(sys.argv[1])
memory = os.memfd_create("buffers")
os.ftruncate(memory, LENGTH)
os.pwrite(memory, picture, 0)
fake, real = CameraKernel(), v4l2_calls.Kernel()
seccomp.install(allowed.session(os.getpid()))

try:
    real.ioctl(memory, v4l2_calls.QUERYCAP, bytearray(104))
except OSError as fault:
    os.write(1, f"{fault.errno} ".encode())
mapped = real.map(memory, LENGTH, 0)
camera = V4l2Camera(memory, SIZE, fake.edge)
fake.film(mapped[: len(picture)])
assert near(middle(camera.read()), GREEN)
mapped.close()
camera.close()
os.write(1, b"seen")
os._exit(0)
"""


def test_a_sealed_session_asks_maps_and_decodes() -> None:
    # A file in memory is no camera, which is another answer than "forbidden".
    picture = jpeg(GREEN, notes=True)
    assert run(BEHIND_WALLS, picture.hex()) == f"{errno.ENOTTY} seen"
