"""Machine: a virtual machine that can be stopped at any moment and looked at from outside.

Its memory is a file that is mapped here, its disk a copy of the image, its keyboard, touch panel
and screen are QEMU's. What the guest says comes over a serial line.
"""

import contextlib
import json
import mmap
import os
import select
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.proof.image import Image

MEMORY = 1536  # MiB
WIDTH, HEIGHT = 720, 1280
_ACCELERATORS = (("kvm", "host"), ("tcg,thread=multi", "max"))
_ALIVE_WITHIN = 20.0  # seconds to the kernel's first line, when the accelerator works
_DEVICES = (
    f"virtio-gpu-pci,xres={WIDTH},yres={HEIGHT}",
    "qemu-xhci",
    "usb-kbd",
    "usb-tablet",
)


@dataclass(frozen=True, slots=True)
class Area:
    """A file that is mapped here, and where in it something was ever written."""

    name: str
    mapped: mmap.mmap
    extents: tuple[tuple[int, int], ...]


class Lost(Exception):
    """The guest did not do what was waited for; the text says what that was."""


@dataclass
class Machine:
    """A running guest."""

    folder: Path
    process: subprocess.Popen[bytes]
    accelerator: str
    said: list[str] = field(default_factory=list)
    _unread: bytes = b""

    def __post_init__(self) -> None:
        self._qmp = _connect(self.folder / "qmp")
        self._line = _connect(self.folder / "line")
        self._answers = self._qmp.makefile("rb")
        self._answers.readline()  # its greeting
        self.ask("qmp_capabilities")

    def ask(self, command: str, arguments: Mapping[str, Any] | None = None) -> Any:
        """Give QEMU a command and return its answer."""
        wanted = {"execute": command, "arguments": arguments or {}}
        self._qmp.sendall(json.dumps(wanted).encode() + b"\n")
        while True:
            answer = json.loads(self._answers.readline())
            if "error" in answer:
                raise Lost(f"{command}: {answer['error']['desc']}")
            if "return" in answer:
                return answer["return"]

    def tell(self, word: str) -> None:
        """Say a word to the station's harness in the guest."""
        self._line.sendall(word.encode() + b"\n")

    def wait_for(self, start: str | tuple[str, ...], within: float) -> str:
        """Return the next line from the guest that begins with `start`, or one of them.

        Raises Lost.
        """
        end = time.monotonic() + within
        while (left := end - time.monotonic()) > 0:
            if self.process.poll() is not None:
                raise Lost(f"The virtual machine ended while {start!r} was waited for.")
            line = self._next_line(left)
            if line is not None and line.startswith(start):
                return line
        raise Lost(f"The guest did not say {start!r} within {within:.0f} s.")

    def wait_for_both(self, one: str, other: str, within: float) -> tuple[str, str]:
        """Return the next lines that begin with these words, in whichever order they come."""
        first = self.wait_for((one, other), within)
        if first.startswith(one):
            return first, self.wait_for(other, within)
        return self.wait_for(one, within), first

    @contextlib.contextmanager
    def stopped(self) -> Iterator[Sequence[Area]]:
        """Stop every processor; yields what can be searched: memory and disk."""
        self.ask("stop")
        try:
            with _mapped(self.folder / "memory") as memory, _mapped(self.folder / "disk") as disk:
                yield memory, disk
        finally:
            self.ask("cont")

    def remember(self) -> None:
        """Keep a copy of memory and disk as they are now, before anybody comes."""
        self.ask("stop")
        for name in ("memory", "disk"):
            _copy(self.folder / name, self.folder / f"{name} before")
        self.ask("cont")

    @contextlib.contextmanager
    def before(self) -> Iterator[Sequence[Area]]:
        """Yield what `remember` kept, to be searched."""
        with (
            _mapped(self.folder / "memory before") as memory,
            _mapped(self.folder / "disk before") as disk,
        ):
            yield memory, disk

    def screenshot(self) -> Path:
        """Return what is on the screen, as a PPM file."""
        picture = self.folder / "screen.ppm"
        self.ask("screendump", {"filename": str(picture)})
        return picture

    def end(self) -> None:
        """Take the machine away with everything it had."""
        self.process.kill()
        self.process.wait()
        self._qmp.close()
        self._line.close()
        shutil.rmtree(self.folder)

    def _next_line(self, within: float) -> str | None:
        while b"\n" not in self._unread:
            ready, _, _ = select.select([self._line], [], [], min(within, 1.0))
            if not ready:
                return None
            received = self._line.recv(4096)
            if not received:
                raise Lost("The guest's serial line was closed.")
            self._unread += received
        line, self._unread = self._unread.split(b"\n", 1)
        self.said.append(line.decode("ascii", "replace").strip())
        return self.said[-1]


def boot(image: Image, options: str, log: Path, accelerators: Sequence[str] = ()) -> Machine:
    """Start the guest with the first accelerator that works, and these kernel options."""
    for accelerator, processor in _ACCELERATORS:
        if accelerators and accelerator not in accelerators:
            continue
        machine = _start(image, options, log, (accelerator, processor))
        if machine is not None:
            return machine
    raise Lost("No accelerator starts the virtual machine: see its log under build/proof.")


def _start(image: Image, options: str, log: Path, engine: tuple[str, str]) -> Machine | None:
    folder = Path(tempfile.mkdtemp(prefix="proof-", dir=_memory_folder()))
    _copy(image.disk, folder / "disk")
    log.write_bytes(b"")
    with log.with_suffix(".errors").open("wb") as errors:
        process = subprocess.Popen(
            _command(image, options, folder, log, engine), stdin=subprocess.DEVNULL, stderr=errors
        )
    end = time.monotonic() + _ALIVE_WITHIN
    while time.monotonic() < end and process.poll() is None:
        if log.stat().st_size > 0:
            return Machine(folder, process, engine[0].split(",")[0])
        time.sleep(0.2)
    process.kill()
    process.wait()
    shutil.rmtree(folder)
    return None


def _command(
    image: Image, options: str, folder: Path, log: Path, engine: tuple[str, str]
) -> list[str]:
    accelerator, processor = engine
    # Without autosuspend=-1 QEMU's tablet falls asleep, and what wakes it is lost.
    kernel_line = (
        "console=ttyS0 root=/dev/vda rw noatime panic=-1 vt.global_cursor_default=0"
        " usbcore.autosuspend=-1"
        f" init=/opt/kiosk/proof/init {options}"
    )
    memory = f"memory-backend-file,id=memory,size={MEMORY}M,mem-path={folder}/memory,share=on"
    return [
        "qemu-system-x86_64", "-accel", accelerator, "-cpu", processor, "-smp", "2",
        "-m", str(MEMORY), "-object", memory, "-machine", "q35,memory-backend=memory",
        "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot",
        "-serial", f"file:{log}",
        "-chardev", f"socket,id=line,path={folder}/line,server=on,wait=off",
        "-serial", "chardev:line",
        "-qmp", f"unix:{folder}/qmp,server=on,wait=off",
        "-drive", f"file={folder}/disk,format=raw,if=virtio,cache=writeback",
        "-kernel", str(image.kernel), "-initrd", str(image.initrd), "-append", kernel_line,
        *(word for device in _DEVICES for word in ("-device", device)),
    ]  # fmt: skip


def _copy(source: Path, target: Path) -> None:
    copying = ["cp", "--sparse=always", "--reflink=auto", str(source), str(target)]
    subprocess.run(copying, check=True)


def _memory_folder() -> str | None:
    """Return a folder in memory with room for the guest's, or None for the ordinary one."""
    shared = Path("/dev/shm")  # noqa: S108  # a file system, made for this
    needed = 2 * (MEMORY + 2048) << 20
    fits = shared.is_dir() and shutil.disk_usage(shared).free > needed
    return str(shared) if fits else None


def _connect(path: Path) -> socket.socket:
    end = socket.socket(socket.AF_UNIX)
    for _ in range(100):
        try:
            end.connect(str(path))
        except OSError:
            time.sleep(0.1)
        else:
            return end
    raise Lost("QEMU does not listen.")


@contextlib.contextmanager
def _mapped(path: Path) -> Iterator[Area]:
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ, flags=mmap.MAP_SHARED) as mapped,
    ):
        yield Area(path.name, mapped, tuple(_extents(file.fileno(), len(mapped))))


def _extents(descriptor: int, size: int) -> Iterator[tuple[int, int]]:
    """Return begin and end of what is no hole: what nobody wrote is all zeros."""
    end = 0
    while end < size:
        try:
            start = os.lseek(descriptor, end, os.SEEK_DATA)
        except OSError:  # nothing but a hole up to the end
            return
        end = os.lseek(descriptor, start, os.SEEK_HOLE)
        yield start, end
