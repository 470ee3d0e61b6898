"""Attempts to get data out of a process: one line each, with the walls that stop it on their own."""

# ruff: noqa: E501, PTH101, PTH102, PTH104, PTH108, PTH119, PTH123, PTH115, PTH116, PTH208, PTH211, S108, S606 - one line each, and the call itself is what is tried

import ctypes
import fcntl
import os
import signal
import socket
import struct
import termios
from collections.abc import Callable

from kiosk.isolation import kernel
from tests.isolation.attempt import CANARY, Attempt, Scene, Stops, Without, do


def _create(path: str, flags: int = os.O_CREAT | os.O_WRONLY) -> None:
    os.write(os.open(path, flags, 0o600), CANARY)


def _unix(path: str, kind: int = socket.SOCK_STREAM) -> None:
    with socket.socket(socket.AF_UNIX, kind) as end:
        end.connect(path)


def _tcp(scene: Scene) -> None:
    with socket.create_connection(("127.0.0.1", scene.tcp_port), timeout=5) as end:
        end.send(CANARY)


def _udp(_: Scene) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as end:
        end.sendto(CANARY, ("127.0.0.1", 9))


def _open_family(family: int, kind: int = socket.SOCK_STREAM) -> Callable[[Scene], object]:
    return lambda _: socket.socket(family, kind).close()


def _child(how: Callable[[], int]) -> None:
    child = how()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _exec_memory(_: Scene) -> None:
    program = os.memfd_create("program")
    with open("/bin/true", "rb") as true:
        os.write(program, true.read())
    os.execve(program, ["true"], {})


def _remote_memory(name: str, scene: Scene) -> None:
    page = ctypes.create_string_buffer(8)
    here = struct.pack("QQ", ctypes.addressof(page), 8)
    do(name, scene.victim, here, 1, struct.pack("QQ", 4096, 8), 1, 0)


def _steal_descriptor(scene: Scene) -> None:
    do("pidfd_getfd", os.pidfd_open(scene.victim), 0, 0)


def _writable_and_executable(_: Scene) -> None:
    do("mmap", 0, 4096, 7, 0x22, -1, 0)


def _become_executable(_: Scene) -> None:
    place = do("mmap", 0, 4096, 3, 0x22, -1, 0)
    do("mprotect", place, 4096, 5)


def _execute_written_file(_: Scene) -> None:
    program = os.memfd_create("program")
    os.write(program, bytes(4096))
    do("mmap", 0, 4096, 5, 2, program, 0)


def _set_name(_: Scene) -> None:
    kernel.prctl(15, ctypes.addressof(_NAME))


_NAME = ctypes.create_string_buffer(CANARY)
_ONE = struct.pack("i", 1)
_TIMES = struct.pack("4q", 1, 0, 1_700_000_000, 0)
L, S, K = Stops.LANDLOCK, Stops.SECCOMP, Stops.KERNEL
BOTH = (L, S)
_CWD = -100
_NEW_USER = 0x10000000
_KEY = 0x6B696F73  # of nothing: without IPC_CREAT it is only looked for

FILES = (
    Attempt("create a file", BOTH, lambda s: _create(f"{s.folder}/new")),
    Attempt("create a file by openat2", BOTH,
            lambda s: do("openat2", _CWD, f"{s.folder}/o2".encode(), struct.pack("3Q", 65, 384, 0), 24)),
    Attempt("open a file to write", BOTH, lambda s: _create(s.file, os.O_WRONLY)),
    Attempt("open a file to read and write", BOTH, lambda s: _create(s.file, os.O_RDWR)),
    Attempt("open a file to append", BOTH, lambda s: _create(s.file, os.O_WRONLY | os.O_APPEND)),
    Attempt("cut a file short as it is opened", BOTH,
            lambda s: os.close(os.open(s.file, os.O_RDONLY | os.O_TRUNC))),
    Attempt("a file without a name", BOTH, lambda s: _create(s.folder, os.O_TMPFILE | os.O_RDWR)),
    Attempt("a file in /dev/shm", BOTH, lambda s: _create(f"/dev/shm/{os.path.basename(s.folder)}")),
    Attempt("a file in /tmp", BOTH, lambda s: _create(f"/tmp/{os.path.basename(s.folder)}")),
    Attempt("truncate a file", BOTH, lambda s: os.truncate(s.file, 3)),
    Attempt("make a folder", BOTH, lambda s: os.mkdir(f"{s.folder}/folder")),
    Attempt("remove a file", BOTH, lambda s: os.unlink(f"{s.folder}/removed")),
    Attempt("a symbolic link whose text is data", BOTH,
            lambda s: os.symlink(CANARY, f"{s.folder}/symbolic")),
    Attempt("a second name for a file", BOTH, lambda s: os.link(s.file, f"{s.folder}/link")),
    Attempt("rename a file", BOTH, lambda s: os.rename(f"{s.folder}/old", f"{s.folder}/renamed")),
    Attempt("make a pipe with a name", BOTH, lambda s: os.mkfifo(f"{s.folder}/pipe")),
    Attempt("bind a socket with a name", BOTH,
            lambda s: socket.socket(socket.AF_UNIX).bind(f"{s.folder}/socket")),
    Attempt("an extended attribute", (S,), lambda s: os.setxattr(s.file, "user.x", CANARY), Without.REACHES),
    Attempt("an extended attribute of a descriptor", (S,),
            lambda s: os.setxattr(s.read_only, "user.x", CANARY), Without.REACHES),
    Attempt("an extended attribute by setxattrat", (S,), lambda s: _setxattrat(s.file), Without.REACHES),
    Attempt("change a mode", (S,), lambda s: os.chmod(s.file, 0o640)),
    Attempt("change a mode of a descriptor", (S,), lambda s: os.fchmod(s.read_only, 0o640)),
    Attempt("change an owner", (S,), lambda s: os.chown(s.file, os.getuid(), os.getgid())),
    Attempt("set times that are data", (S,), lambda s: os.utime(s.file, (1, 1_700_000_000))),
    Attempt("set times of a descriptor", (S,), lambda s: do("utimensat", s.read_only, None, _TIMES, 0)),
    Attempt("set an inode's flags", (S,),
            lambda s: fcntl.ioctl(s.read_only, 0x40086602, struct.pack("q", 0)), Without.REACHES),
    Attempt("cut a descriptor's file short", (K,),
            lambda s: os.ftruncate(s.read_only, 3), Without.NEVER),
    Attempt("write to a descriptor opened to read", (K,),
            lambda s: os.write(s.read_only, CANARY), Without.NEVER),
    Attempt("lock a file that others see", (S,), lambda s: do("flock", s.read_only, 2)),
    Attempt("lock a range of a file", (S,),
            lambda s: fcntl.fcntl(s.read_only, fcntl.F_SETLK, struct.pack("hhqqi4x", 0, 0, 0, 9, 0))),
    Attempt("a lease on a file", (S,),
            lambda s: fcntl.fcntl(s.read_only, fcntl.F_SETLEASE, fcntl.F_RDLCK)),
    Attempt("copy from file to file", (S,), lambda s: do("sendfile", s.read_only, s.read_only, None, 1),
            Without.REACHES),
    Attempt("flush the disk, to be timed", (S,), lambda s: os.fsync(s.read_only)),
    Attempt("read outside the trees (moves an atime)", (L,), lambda s: os.open(s.file, os.O_RDONLY)),
    Attempt("list a folder outside the trees", (L,), lambda s: os.listdir(s.folder)),
    Attempt("read another's command line", (L,), lambda s: os.open(f"/proc/{s.victim}/cmdline", 0)),
    Attempt("open another's memory", BOTH, lambda s: os.open(f"/proc/{s.victim}/mem", os.O_RDWR)),
    Attempt("open its own memory to write", BOTH, lambda _: os.open("/proc/self/mem", os.O_RDWR)),
    Attempt("name itself by /proc", BOTH, lambda _: _create("/proc/self/comm", os.O_WRONLY)),
    Attempt("raise its place in the queue of the dying", BOTH,
            lambda _: os.write(os.open("/proc/self/oom_score_adj", os.O_WRONLY), b"7")),
    Attempt("open a terminal", BOTH, lambda _: os.open("/dev/ptmx", os.O_RDWR)),
    Attempt("write to the kernel's log", BOTH,
            lambda _: os.write(os.open("/dev/kmsg", os.O_WRONLY), b""), Without.ROOT),
    Attempt("read a symbolic link (moves its atime)", (S,), lambda s: os.readlink(f"{s.folder}/pointer")),
    Attempt("follow a symbolic link (moves its atime)", (S,), lambda s: os.stat(f"{s.folder}/pointer")),
    Attempt("ask whether a file is there", (S,), lambda s: do("faccessat", _CWD, s.file.encode(), 4)),
    Attempt("exchange two files", BOTH,
            lambda s: do("renameat2", _CWD, s.file.encode(), _CWD, f"{s.folder}/spare".encode(), 2)),
    Attempt("make a device", BOTH, lambda s: do("mknodat", _CWD, f"{s.folder}/null".encode(), 0o20600, 0x103),
            Without.ROOT),
    Attempt("make room in a descriptor's file", (S,), lambda s: do("fallocate", s.read_only, 0, 0, 77),
            Without.REACHES),
    Attempt("copy a range of a file", (S,), lambda s: do("copy_file_range", s.read_only, None, -1, None, 1, 0),
            Without.REACHES),
    Attempt("splice", (S,), lambda _: do("splice", -1, None, -1, None, 1, 0), Without.REACHES),
    Attempt("tee", (S,), lambda _: do("tee", -1, -1, 1, 0), Without.REACHES),
    Attempt("clone a file's blocks", (S,), lambda s: fcntl.ioctl(s.read_only, 0x40049409, -1), Without.REACHES),
    Attempt("lock a range for a descriptor", (S,),
            lambda s: fcntl.fcntl(s.read_only, 37, struct.pack("hhqqi4x", 0, 0, 0, 9, 0))),
    Attempt("say how long a file will live", (S,), lambda s: fcntl.fcntl(s.read_only, 1036, bytes([2, *[0] * 7]))),
    Attempt("have a file read into the cache", (S,), lambda s: do("readahead", s.read_only, 0, 4096)),
    Attempt("have a file dropped from the cache", (S,),
            lambda s: os.posix_fadvise(s.read_only, 0, 0, os.POSIX_FADV_DONTNEED)),
    Attempt("ask which pages are in the cache", (S,), lambda _: do("mincore", 0, 4096, bytes(1)), Without.REACHES),
    Attempt("write a range back to the disk", (S,), lambda s: do("sync_file_range", s.read_only, 0, 0, 2)),
)  # fmt: skip


def _setxattrat(path: str) -> None:
    value = ctypes.create_string_buffer(CANARY, len(CANARY))
    described = struct.pack("=QII", ctypes.addressof(value), len(CANARY), 0)
    do("setxattrat", _CWD, path.encode(), 0, b"user.y\0", described, len(described))


SOCKETS = (
    Attempt("connect by TCP", BOTH, _tcp),
    Attempt("send by UDP", (S,), _udp),
    Attempt("a socket of IPv6", (S,), _open_family(socket.AF_INET6, socket.SOCK_DGRAM), Without.MACHINE),
    Attempt("a socket to the kernel", (S,), _open_family(socket.AF_NETLINK, socket.SOCK_RAW)),
    Attempt("a socket to the hypervisor", (S,), _open_family(40), Without.MACHINE),
    Attempt("a raw packet", (S,), _open_family(17, socket.SOCK_RAW), Without.ROOT),
    Attempt("a Bluetooth socket", (S,), _open_family(31, socket.SOCK_SEQPACKET), Without.MACHINE),
    Attempt("a socket to the kernel's ciphers", (S,), _open_family(38, 5), Without.MACHINE),
    Attempt("a Unix socket", (S,), _open_family(socket.AF_UNIX)),
    Attempt("a pair of Unix sockets", (S,), lambda _: socket.socketpair()),
    Attempt("connect to a socket in a folder, as D-Bus has", (S,), lambda s: _unix(s.unix_path)),
    Attempt("connect to an abstract socket, as X has", BOTH, lambda s: _unix("\0" + s.abstract)),
    Attempt("send to an address", (S,),
            lambda _: do("sendto", 0, b"x", 1, 0, struct.pack("=HH4s8x", 2, 9, b"\x7f\0\0\1"), 16),
            Without.REACHES),
    Attempt("send a descriptor away", (S,), lambda _: do("sendmsg", -1, None, 0), Without.REACHES),
    Attempt("listen", (S,), lambda _: do("listen", -1, 1), Without.REACHES),
    Attempt("mark packets", (S,),
            lambda _: do("setsockopt", -1, 0, socket.IP_TOS, _ONE, 4), Without.REACHES),
    Attempt("a filter on a socket", (S,), lambda _: do("setsockopt", -1, 1, 26, bytes(16), 16), Without.REACHES),
    Attempt("send several messages", (S,), lambda _: do("sendmmsg", -1, None, 1, 0), Without.REACHES),
    Attempt("receive several messages", (S,), lambda _: do("recvmmsg", -1, None, 1, 0, None), Without.REACHES),
    Attempt("a name that is data for a socket", (S,),
            lambda _: socket.socket(socket.AF_UNIX).bind(b"\0" + CANARY)),
)  # fmt: skip

PROCESSES = (
    Attempt("a child by fork", (S,), lambda _: _child(os.fork)),
    Attempt("a child by vfork", (S,), lambda _: _child(lambda: do("clone", 0x11, 0, 0, 0, 0))),
    Attempt("a child by clone3", (S,),
            lambda _: _child(lambda: do("clone3", struct.pack("8Q", 0, 0, 0, 0, 17, 0, 0, 0), 64))),
    Attempt("another program", BOTH, lambda _: os.execve("/bin/true", ["true"], {})),
    Attempt("a program out of memory", (S,), _exec_memory),
    Attempt("trace a process", (S,), lambda s: do("ptrace", 0x4206, s.victim, 0, 0), Without.REACHES),
    Attempt("read another's memory", (S,), lambda s: _remote_memory("process_vm_readv", s),
            Without.REACHES),
    Attempt("write another's memory", (S,), lambda s: _remote_memory("process_vm_writev", s),
            Without.REACHES),
    Attempt("take another's descriptor", (S,), _steal_descriptor),
    Attempt("compare with another process", (S,),
            lambda s: do("kcmp", os.getpid(), s.victim, 1, 0, 0), Without.REACHES),
    Attempt("signal a process", BOTH, lambda s: os.kill(s.victim, signal.SIGCONT)),
    Attempt("signal the parent", BOTH, lambda s: os.kill(s.parent, signal.SIGCONT)),
    Attempt("signal by pidfd", BOTH,
            lambda s: signal.pidfd_send_signal(os.pidfd_open(s.victim), signal.SIGCONT)),
    Attempt("signal another's thread", BOTH,
            lambda s: do("tgkill", s.victim, s.victim, signal.SIGCONT)),
    Attempt("signal with a value", BOTH,
            lambda s: do("rt_sigqueueinfo", s.victim, signal.SIGCONT, struct.pack("iii116x", 18, 0, -1))),
    Attempt("signal on traffic", (S,), lambda s: fcntl.fcntl(s.read_only, fcntl.F_SETOWN, s.victim)),
    Attempt("choose the signal on traffic", (S,), lambda s: fcntl.fcntl(s.read_only, 10, 18)),
    Attempt("watch a folder by signal", (S,),
            lambda s: fcntl.fcntl(s.read_only, fcntl.F_NOTIFY, 1), Without.REACHES),
    Attempt("a timer", (S,), lambda _: do("timer_create", 1, None, bytes(8)), Without.REACHES),
    Attempt("type into a terminal", (S,),
            lambda s: fcntl.ioctl(s.terminal, termios.TIOCSTI, b"x"), Without.ROOT),
    Attempt("a window size that is data", (S,),
            lambda s: fcntl.ioctl(s.terminal, termios.TIOCSWINSZ, struct.pack("4H", 77, 1, 0, 0))),
    Attempt("be dumpable again", (S,), lambda _: kernel.prctl(4, 1)),
    Attempt("outlive the parent", (S,), lambda _: kernel.prctl(1, 0)),
    Attempt("a name that ps shows", (S,), _set_name),
    Attempt("be traceable by anybody", (S,), lambda _: kernel.prctl(0x59616D61, -1), Without.MACHINE),
    Attempt("a priority that is data", (S,), lambda _: do("setpriority", 0, 0, 7)),
    Attempt("a scheduler that is data", (S,), lambda _: do("sched_setscheduler", 0, 3, bytes(4))),
    Attempt("a choice of processors that is data", (S,), lambda _: os.sched_setaffinity(0, {0})),
    Attempt("a limit that is data", (S,), lambda _: do("prlimit64", 0, 7, struct.pack("QQ", 77, 77), None)),
    Attempt("a session that is data", (S,), lambda _: os.setsid()),
    Attempt("let memory be swapped again", (S,), lambda _: do("munlockall")),
    Attempt("offer memory for merging", (S,), lambda _: do("madvise", 0, 0, 12), Without.REACHES),
    Attempt("memory to write and execute", (S,), _writable_and_executable),
    Attempt("make written memory executable", (S,), _become_executable),
    Attempt("execute what was written to a file in memory", (S,), _execute_written_file),
    Attempt("a value to the parent, with a signal", BOTH,
            lambda s: do("rt_sigqueueinfo", s.parent, signal.SIGCONT, struct.pack("iii116x", 18, 0, -1))),
    Attempt("a value to another's thread", BOTH,
            lambda s: do("rt_tgsigqueueinfo", s.victim, s.victim, signal.SIGCONT, struct.pack("iii116x", 18, 0, -1))),
    Attempt("signal a thread by its number alone", BOTH, lambda s: do("tkill", s.victim, signal.SIGCONT)),
    Attempt("ask whether a process lives", BOTH, lambda s: os.kill(s.victim, 0)),
    Attempt("hold another process", (S,), lambda s: os.close(os.pidfd_open(s.victim))),
    Attempt("a process group that is data", (S,), lambda _: os.setpgid(0, 0)),
    Attempt("a umask that is data", (S,), lambda _: do("umask", 0o77)),
    Attempt("an alarm", (S,), lambda _: signal.setitimer(signal.ITIMER_REAL, 0)),
    Attempt("a timer that is a descriptor", (S,), lambda _: os.close(do("timerfd_create", 1, 0))),
    Attempt("signals that are a descriptor", (S,), lambda _: do("signalfd4", -1, None, 8, 0), Without.REACHES),
    Attempt("signals by ioctl on traffic", (S,), lambda s: fcntl.ioctl(s.terminal, 0x5452, _ONE)),
    Attempt("settings of a terminal", (S,),
            lambda s: fcntl.ioctl(s.terminal, termios.TCSETS, fcntl.ioctl(s.terminal, termios.TCGETS, bytes(60)))),
    Attempt("a slack of timers that is data", (S,), lambda _: kernel.prctl(29, 77)),
    Attempt("become the parent of orphans", (S,), lambda _: kernel.prctl(36, 1)),
    Attempt("a name for a piece of memory", (S,),
            lambda _: kernel.prctl(0x53564D41, 0, 0, 0, ctypes.addressof(_NAME)), Without.MACHINE),
    Attempt("attributes of a scheduler that are data", (S,),
            lambda _: do("sched_setattr", 0, struct.pack("IIQiIQQQ", 48, 3, 0, 0, 0, 0, 0, 0), 0)),
    Attempt("a memory policy that is data", (S,), lambda _: do("set_mempolicy", 0, None, 0), Without.MACHINE),
    Attempt("a barrier for all processors", (S,), lambda _: do("membarrier", 0, 0, 0)),
    Attempt("a table of descriptors of its own", (S,), lambda _: do("close_range", 4000, 4000, 2)),
)  # fmt: skip


KERNEL = (
    Attempt("io_uring", (S,), lambda _: do("io_uring_setup", 1, bytes(120)), Without.REACHES_AS_ROOT),
    Attempt("bpf", (S,), lambda _: do("bpf", 0, struct.pack("4I56x", 2, 4, 4, 1), 72), Without.ROOT),
    Attempt("userfaultfd", (S,), lambda _: os.close(do("userfaultfd", 1)), Without.REACHES_AS_ROOT),
    Attempt("perf_event_open", (S,), lambda _: do("perf_event_open", bytes(128), 0, -1, -1, 0), Without.REACHES_AS_ROOT),
    Attempt("read the kernel's log", (S,), lambda _: do("syslog", 10, None, 0), Without.ROOT),
    Attempt("a key in the kernel's ring", (S,),
            lambda _: do("add_key", b"user\0", b"kiosk\0", CANARY, len(CANARY), -1)),
    Attempt("ask the kernel's ring", (S,), lambda _: do("keyctl", 0, -1, 1)),
    Attempt("a System V message queue", (S,), lambda _: do("msgget", _KEY, 0o600), Without.REACHES),
    Attempt("a System V semaphore", (S,), lambda _: do("semget", _KEY, 0, 0o600), Without.REACHES),
    Attempt("System V shared memory", (S,), lambda _: do("shmget", _KEY, 0, 0o600), Without.REACHES),
    Attempt("a POSIX message queue", (S,), lambda _: do("mq_open", b"k\0", 0, 0, None), Without.REACHES),
    Attempt("watch a folder", (S,), lambda _: os.close(do("inotify_init1", 0))),
    Attempt("watch a file system", (S,), lambda _: do("fanotify_init", 0x200, 0), Without.REACHES_AS_ROOT),
    Attempt("mount", (S,), lambda _: do("mount", b"none\0", b"/nowhere\0", b"tmpfs\0", 0, None), Without.REACHES),
    Attempt("a mount by descriptor", (S,), lambda _: os.close(do("fsopen", b"tmpfs\0", 0)), Without.ROOT),
    Attempt("a namespace of its own", (S,), lambda _: do("unshare", 0x04000000), Without.ROOT),
    Attempt("a user namespace", (S,), lambda _: do("unshare", _NEW_USER), Without.REACHES_AS_ROOT),
    Attempt("another's namespace", (S,), lambda s: do("setns", os.pidfd_open(s.victim), 0x04000000),
            Without.ROOT),
    Attempt("another root", (S,), lambda _: os.chroot("/"), Without.ROOT),
    Attempt("a host name that is data", (S,), lambda _: _same_host_name(), Without.ROOT),
    Attempt("a clock that is data", (S,), lambda _: do("settimeofday", None, None), Without.ROOT),
    Attempt("slew the clock", (S,), lambda _: do("adjtimex", bytes(208)), Without.REACHES),
    Attempt("account to a file", (S,), lambda _: do("acct", b"/nowhere\0"), Without.REACHES_AS_ROOT),
    Attempt("open by handle", (S,), lambda _: do("open_by_handle_at", _CWD, bytes(16), 0), Without.REACHES_AS_ROOT),
    Attempt("an I/O priority that is data", (S,), lambda _: do("ioprio_set", 1, 0, 16384 + 3)),
    Attempt("another personality", (S,), lambda _: do("personality", 0xFFFFFFFF)),
    Attempt("a secret in memory that root cannot see", (S,), lambda _: do("memfd_secret", 0), Without.MACHINE),
    Attempt("attach System V memory", (S,), lambda _: do("shmat", -1, None, 0), Without.REACHES),
    Attempt("own System V memory", (S,), lambda _: do("shmctl", -1, 0, None), Without.REACHES),
    Attempt("move a System V semaphore", (S,), lambda _: do("semop", -1, None, 1), Without.REACHES),
    Attempt("a filter that tells another process", (S,), lambda _: do("seccomp", 1, 8, None), Without.REACHES),
    Attempt("rules of its own for files", (S,), lambda _: do("landlock_create_ruleset", None, 0, 1)),
    Attempt("restart the machine, with words that are data", (S,), lambda _: do("reboot", 0, 0, 0, CANARY),
            Without.REACHES_AS_ROOT),
    Attempt("a call of a kernel to come", (S,), lambda _: do("setxattrat", -1, None, -1, None, None, -1),
            Without.REACHES),
)  # fmt: skip


def _same_host_name() -> None:
    name = os.uname().nodename.encode()
    do("sethostname", name, len(name))


ATTEMPTS = (*FILES, *SOCKETS, *PROCESSES, *KERNEL)
