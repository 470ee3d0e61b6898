import errno
import json
import mmap
import os
import signal
import socket
import subprocess
import sys

import pytest

from kiosk.isolation import allowed, seccomp
from kiosk.isolation.bpf import Label, Operation, ProgramWrong, Step, assemble
from kiosk.isolation.calls import FIRST_UNKNOWN, Machine, Machines
from kiosk.isolation.seccomp import Among, Filter, only
from tests.isolation.bpf_machine import ALLOW, ERRNO, KILL, verdict
from tests.isolation.children import ROOT, run

PID = 4711
REFUSED = ERRNO | errno.EPERM
MACHINES = pytest.mark.parametrize(
    "machine", [each.machine for each in Machines], ids=list(Machines)
)

# What a warm session may ask the kernel for, whatever the arguments. Written by hand and not taken
# from the module: a call that is added there must be added here, in front of a reviewer's eyes.
_LISTED = """
    brk clock_getres clock_gettime clock_nanosleep clone close epoll_create1 epoll_ctl epoll_pwait
    epoll_wait eventfd2 exit exit_group fcntl fstat ftruncate futex getegid geteuid getgid
    getpeername getpid getppid getrandom getsockname getsockopt gettid gettimeofday getuid ioctl
    lseek madvise memfd_create mmap mprotect mremap munmap nanosleep poll ppoll prctl pread64
    prlimit64 pselect6 read readv recvfrom recvmsg restart_syscall rseq rt_sigaction
    rt_sigprocmask rt_sigreturn sched_getaffinity sched_yield select sendto set_robust_list
    setsockopt shutdown sigaltstack tgkill time uname write writev
"""
MAY_ASK = set(_LISTED.split())


def session(machine: Machine) -> bytes:
    return seccomp.build(allowed.session(PID), machine)


def judge(machine: Machine, name: str, *arguments: int) -> int:
    return verdict(session(machine), machine.audit, machine.numbers[name], arguments)


@MACHINES
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("mmap", (0, 4096, mmap.PROT_READ | mmap.PROT_WRITE, 0x22)),
        ("mprotect", (0, 4096, mmap.PROT_READ | mmap.PROT_WRITE)),
        ("clone", (0x3D0F00,)),
        ("fcntl", (3, 4, os.O_NONBLOCK)),
        ("fcntl", (3, 1030)),
        ("ioctl", (3, 0x5421)),
        ("ioctl", (3, 0x060B)),  # LPGETSTATUS
        ("sendto", (3, 0, 1, 0, 0, 0)),
        ("setsockopt", (3, socket.SOL_SOCKET, socket.SO_LINGER)),
        ("setsockopt", (3, socket.IPPROTO_TCP, socket.TCP_NODELAY)),
        ("tgkill", (PID, 4712, 6)),
        ("prlimit64", (0, 3, 0, 4096)),
        ("madvise", (0, 4096, 4)),
        ("memfd_create", (0, 1)),
    ],
)
def test_a_warm_session_goes_on(machine: Machine, name: str, arguments: tuple[int, ...]) -> None:
    assert judge(machine, name, *arguments) == ALLOW


@MACHINES
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("fcntl", (3, 4, os.O_DIRECT)),
        ("mmap", (0, 4096, 7, mmap.MAP_PRIVATE)),
        ("mmap", (0, 4096, 5, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)),
        ("mmap", (0, 4096, 5, mmap.MAP_SHARED)),
        ("mmap", (0, 4096, 5, mmap.MAP_PRIVATE)),
        ("mprotect", (0, 4096, 5)),
        ("clone", (17,)),
        ("clone", (0x3D0F00 | 0x10000000,)),
        ("fcntl", (3, 4, os.O_ASYNC)),
        ("fcntl", (3, 8, PID)),
        ("fcntl", (3, 10, 9)),
        ("ioctl", (3, 0x5412)),
        ("ioctl", (3, 0x060C)),  # LPRESET
        ("ioctl", (3, 0xC008561C)),  # VIDIOC_S_CTRL
        ("sendto", (3, 0, 1, 0, 4096, 16)),
        ("sendto", (3, 0, 1, 0, 1 << 32, 16)),
        ("setsockopt", (3, socket.IPPROTO_TCP, 31)),
        ("setsockopt", (3, socket.SOL_SOCKET, socket.TCP_NODELAY)),
        ("setsockopt", (3, socket.IPPROTO_IP, socket.IP_TOS)),
        ("tgkill", (1, 1, 15)),
        ("prlimit64", (0, 3, 4096, 0)),
        ("prlimit64", (1, 3, 0, 4096)),
        ("prctl", (4, 1)),
        ("prctl", (15, 4096)),
        ("madvise", (0, 4096, 12)),
        ("memfd_create", (0, 4)),
        ("sendmsg", (3, 0, 0)),
    ],
)
def test_but_not_with_these_arguments(
    machine: Machine, name: str, arguments: tuple[int, ...]
) -> None:
    assert judge(machine, name, *arguments) == REFUSED


@MACHINES
def test_a_call_that_is_not_listed_is_refused_whatever_it_is(machine: Machine) -> None:
    listed = {machine.numbers[name] for name in MAY_ASK | {"clone3"} if name in machine.numbers}
    program = session(machine)
    for number in set(range(1024)) - listed:
        assert verdict(program, machine.audit, number) == REFUSED, number


@MACHINES
def test_glibc_is_told_that_there_is_no_clone3(machine: Machine) -> None:
    assert judge(machine, "clone3") == ERRNO | errno.ENOSYS


def test_numbers_of_another_convention_kill() -> None:
    x86, arm = (each.machine for each in Machines)
    assert verdict(session(x86), arm.audit, x86.numbers["read"]) == KILL
    assert verdict(session(x86), x86.audit, 0x40000000 | x86.numbers["read"]) == KILL
    assert verdict(session(arm), x86.audit, arm.numbers["read"]) == KILL


@MACHINES
def test_only_a_session_under_wayland_sends_descriptors(machine: Machine) -> None:
    wayland = seccomp.build(allowed.session(PID, wayland=True), machine)
    assert verdict(wayland, machine.audit, machine.numbers["sendmsg"]) == ALLOW


@MACHINES
def test_stage_one_lets_libraries_load_and_the_display_connect(machine: Machine) -> None:
    program = seccomp.build(allowed.STAGE_ONE, machine)

    def passes(name: str, *arguments: int) -> int:
        return verdict(program, machine.audit, machine.numbers[name], arguments)

    assert {passes(name) for name in ("shmget", "connect", "mprotect", "openat")} == {ALLOW}
    assert passes("socket", socket.AF_UNIX) == ALLOW
    assert passes("socket", socket.AF_INET) == ERRNO | errno.EAFNOSUPPORT
    assert {passes(name) for name in ("execve", "ptrace", "bpf", "keyctl", "setxattr")} == {REFUSED}
    assert passes("clone", 17) == REFUSED
    assert passes("clone", 0x3D0F00) == ALLOW
    newer = verdict(program, machine.audit, FIRST_UNKNOWN)
    assert newer == ERRNO | errno.ENOSYS


@MACHINES
def test_a_signer_opens_nothing(machine: Machine) -> None:
    program = seccomp.build(allowed.signer(PID), machine)
    for name in ("openat", "newfstatat", "memfd_create", "ftruncate", "readlinkat", "socket"):
        assert verdict(program, machine.audit, machine.numbers[name]) == REFUSED, name


@MACHINES
def test_a_driver_makes_no_name_no_connection_and_no_process(machine: Machine) -> None:
    program = seccomp.build(allowed.driver(PID), machine)
    paths = ("mkdirat", "linkat", "symlinkat", "renameat", "unlinkat", "fchmodat", "setxattr")
    ways_out = ("socket", "socketpair", "connect", "bind", "sendmsg", "recvmsg", "setsockopt")
    rest = ("ftruncate", "memfd_create", "ptrace", "kill", "prctl", "shmget", "execveat")
    for name in paths + ways_out + rest:
        assert verdict(program, machine.audit, machine.numbers[name]) == REFUSED, name
    clone = machine.numbers["clone"]
    assert verdict(program, machine.audit, clone, (17,)) == REFUSED
    assert verdict(program, machine.audit, clone, (0x3D0F00,)) == ALLOW
    newer = verdict(program, machine.audit, FIRST_UNKNOWN)
    assert newer == REFUSED


@MACHINES
def test_a_wiper_makes_nothing_and_opens_nothing(machine: Machine) -> None:
    program = seccomp.build(allowed.WIPER, machine)
    for name in ("openat", "clone", "recvmsg", "process_vm_readv", "tgkill", "fcntl", "ioctl"):
        assert verdict(program, machine.audit, machine.numbers[name]) == REFUSED, name


def test_gates_for_one_call_let_pass_what_any_of_them_does() -> None:
    both = Filter((*only("ioctl", (Among(1, (1,)),)), *only("ioctl", (Among(1, (2,)),))))
    machine = Machines.X86_64.machine
    program = seccomp.build(both, machine)
    verdicts = [verdict(program, machine.audit, 16, (0, command)) for command in (1, 2, 3)]
    assert verdicts == [ALLOW, ALLOW, REFUSED]


@pytest.mark.parametrize(
    "program",
    [
        [Label("back"), Step(Operation.IF_EQUAL, 1, then="back")],
        [Step(Operation.IF_EQUAL, 1, then="nowhere")],
        [Step(Operation.IF_EQUAL, 1, then="far"), *[Step(Operation.LOAD, 0)] * 256, Label("far")],
        [Label("twice"), Label("twice")],
        [Step(Operation.RETURN, 0)] * 4097,
    ],
)
def test_a_program_that_the_kernel_would_misread_is_not_made(program: list[Step | Label]) -> None:
    with pytest.raises(ProgramWrong):
        assemble(program)


def test_distances_are_counted_from_the_next_step() -> None:
    program = assemble([Step(Operation.IF_EQUAL, 7, "far"), Step(Operation.LOAD, 0), Label("far")])
    assert program == bytes.fromhex("15000100070000002000000000000000")


CALL = """
import ctypes, json, os, sys
from kiosk.isolation import allowed, seccomp
seccomp.install(allowed.STAGE_ONE)
seccomp.install(allowed.session(os.getpid()))
libc = ctypes.CDLL(None, use_errno=True)
for number in json.loads(sys.argv[1]):
    ctypes.set_errno(0)
    result = libc.syscall(number, *[ctypes.c_long(-1)] * 6)
    if result != -1 or ctypes.get_errno() not in (1, 38, *json.loads(sys.argv[2])):
        os.write(1, f"{number} did something; ".encode())
os._exit(0)
"""
# uretprobe and uprobe: the kernel shows them to no filter (kernel/seccomp.c), and kills whoever
# calls them from anywhere but its own trampoline, or answers ENXIO.
PROBES = {"x86_64": {335, 336}, "aarch64": set[int]()}[os.uname().machine]


def test_of_all_calls_up_to_600_none_but_the_listed_does_anything() -> None:
    numbers = seccomp.here().machine.numbers
    skipped = {numbers[name] for name in MAY_ASK if name in numbers} | PROBES
    assert run(CALL, json.dumps(sorted(set(range(601)) - skipped)), "[]") == ""


@pytest.mark.parametrize("number", sorted(PROBES))
def test_a_call_that_no_filter_sees_kills_or_does_nothing(number: int) -> None:
    code = [sys.executable, "-c", CALL, f"[{number}]", f"[{errno.ENXIO}]"]
    done = subprocess.run(code, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode in (0, -signal.SIGILL)
    assert done.stdout == b""


THREADS = """
import os, socket, threading
from kiosk.isolation import allowed, seccomp
sealed, tried = threading.Event(), []
def work():
    sealed.wait()
    try:
        socket.socket(socket.AF_INET)
    except OSError as refused:
        tried.append(refused.errno)
thread = threading.Thread(target=work)
thread.start()
seccomp.install(allowed.STAGE_ONE)
sealed.set()
thread.join()
print(tried)
"""


def test_a_thread_that_was_there_before_is_behind_the_filter_too() -> None:
    assert run(THREADS) == f"[{errno.EAFNOSUPPORT}]\n"
