import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.isolation import wiper
from kiosk.isolation.channel import WIPE, WIPED, WIPER_READY
from tests.isolation.children import ROOT, found, run

SECRET = b"Lumi Examplova of Alder Street"
SESSION = """
import ctypes, mmap, os, sys, threading
from kiosk.isolation import wiper
from kiosk.isolation.channel import WIPE, WIPED, WIPER_READY
wiper.offer(int(sys.argv[1]))
secret = bytes.fromhex(sys.argv[2])
heap = [bytearray(secret * 9000), secret.decode().encode("utf-16"), secret * 3]
shared = mmap.mmap(-1, 1 << 20)
shared.write(secret * 100)
frame = os.memfd_create("frame")
os.ftruncate(frame, 1 << 20)
pixels = mmap.mmap(frame, 1 << 20)
pixels.write(secret * 100)
libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
kept = libc.mmap(None, ctypes.c_size_t(8192), 3, 0x22, -1, ctypes.c_long(0))
ctypes.memmove(kept, secret, len(secret))
libc.mprotect(ctypes.c_void_p(kept), ctypes.c_size_t(8192), 1)  # read-only from now on
disk = os.open(sys.argv[3], os.O_RDWR)
on_disk = mmap.mmap(disk, 4096)
os.write(1, b"ready")
threading.Event().wait()
"""


@dataclass(frozen=True)
class Session:
    process: subprocess.Popen[bytes]
    offered: socket.socket
    file: Path

    def stop(self) -> None:
        self.process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WNOWAIT)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    file = tmp_path / "disk"
    file.write_bytes(b"public" + bytes(4090))
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    arguments = [str(theirs.fileno()), SECRET.hex(), str(file)]
    with ours, subprocess.Popen(
        [sys.executable, "-c", SESSION, *arguments],
        pass_fds=[theirs.fileno()], cwd=ROOT, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        theirs.close()
        assert process.stdout is not None
        assert process.stdout.read(5) == b"ready"
        yield Session(process, ours, file)
        process.kill()


def copies(pid: int) -> int:
    """Return how many copies of the secret, in two encodings, lie in a process's memory."""
    return found(pid, SECRET, SECRET.decode().encode("utf-16-le"))


@dataclass(frozen=True)
class Wiper:
    process: subprocess.Popen[bytes]
    control: socket.socket


@contextlib.contextmanager
def started(offered: socket.socket) -> Iterator[Wiper]:
    control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    descriptors = [theirs.fileno(), offered.fileno()]
    arguments = ["--control", descriptors[0], "--parent", os.getpid(), "--memory", descriptors[1]]
    with control, subprocess.Popen(
        [sys.executable, "-B", "-m", "kiosk.isolation.wiper", "--training", *map(str, arguments)],
        pass_fds=descriptors, cwd=ROOT, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        theirs.close()
        yield Wiper(process, control)
        process.kill()


def test_a_stopped_session_is_emptied_of_everything_it_wrote(session: Session) -> None:
    session.stop()
    assert copies(session.process.pid) > 9000
    with started(session.offered) as working:
        assert working.control.recv(2) == WIPER_READY
        working.control.send(WIPE)
        assert working.control.recv(2) == WIPED
        assert working.process.communicate()[1] == b""
    assert working.process.returncode == 0
    assert copies(session.process.pid) == 0
    assert session.file.read_bytes()[:6] == b"public"  # what lies on disk is not written to


def test_a_wiper_is_behind_its_own_walls_before_it_wipes(session: Session) -> None:
    with started(session.offered) as waiting:
        assert waiting.control.recv(2) == WIPER_READY
        status = Path(f"/proc/{waiting.process.pid}/status").read_text(encoding="ascii")
    assert re.search(r"^Seccomp:\t2$", status, re.MULTILINE)
    assert re.search(r"^NoNewPrivs:\t1$", status, re.MULTILINE)


def test_a_wiper_of_nobody_says_so_by_its_exit_status() -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    theirs.close()
    with ours, started(ours) as idle:
        assert idle.process.wait() == wiper.NOTHING_TO_WIPE


def test_a_sealed_wiper_opens_nothing_and_starts_nothing() -> None:
    code = """
import os
from kiosk.isolation import walls
walls.wiper(training=True)
for act in (lambda: os.open("/proc/self/maps", os.O_RDONLY), os.fork, os.pipe):
    try:
        act()
    except OSError as refused:
        os.write(1, refused.strerror.encode() + b"; ")
"""
    assert run(code) == "Operation not permitted; " * 3


def test_the_right_to_wipe_is_no_right_to_read(session: Session) -> None:
    target = wiper.receive(os.dup(session.offered.fileno()))
    assert target is not None
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.pread(target.content, 1, 4096)
    for one in (target.content, target.maps, target.pagemap):
        os.close(one)


def test_a_session_that_offered_nothing_is_told_by_the_exit_status() -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    theirs.close()
    assert wiper.receive(ours.detach()) is None


@pytest.mark.parametrize(
    ("line", "wiped"),
    [
        ("7f00-7f10 rw-p 00000000 00:00 0 [heap]", True),
        ("7f00-7f10 rw-p 00000000 00:00 0", True),
        ("7f00-7f10 r--p 00000000 00:00 0", True),
        ("7f00-7f10 ---p 00000000 00:00 0", True),
        ("7f00-7f10 rwxp 00000000 00:00 0", True),
        ("7f00-7f10 rw-p 00000000 fe:00 77 /usr/lib/libc.so.6", True),
        ("7f00-7f10 r--p 00000000 fe:00 77 /usr/lib/libc.so.6", False),
        ("7f00-7f10 r-xp 00000000 fe:00 77 /usr/lib/libc.so.6", False),
        ("7f00-7f10 rw-s 00000000 00:01 77 /memfd:frame (deleted)", True),
        ("7f00-7f10 rw-s 00000000 00:01 77 /SYSV00000000 (deleted)", True),
        ("7f00-7f10 rw-s 00000000 fe:00 77 /var/lib/file", False),
        ("7f00-7f10 rw-s 00000000 00:06 77 /dev/dri/card0", False),
        ("7f00-7f10 r--p 00000000 00:00 0 [vvar]", False),
        ("ff60-ff61 --xp 00000000 00:00 0 [vsyscall]", False),
    ],
)
def test_what_can_hold_writing_is_wiped_and_what_lies_on_disk_is_not(
    line: str,
    wiped: bool,  # noqa: FBT001  # a parameter of the test's table
) -> None:
    assert bool(list(wiper._regions(line))) is wiped
