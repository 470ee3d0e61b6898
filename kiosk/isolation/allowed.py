"""Allowed: the system calls of each kind of process, and why each argument is looked at.

Stage one stands before Qt is imported and is a list of what nobody may ever do here. Stage two is a
list of what may still be done, found by tracing real sessions: everything else fails with EPERM,
whatever a kernel to come may add. A deny list in its place once let `setxattrat` store a name on
disk.
"""

import mmap
import os
import socket
from errno import EAFNOSUPPORT, ENOSYS

from kiosk.isolation.seccomp import Among, Filter, Null, Without, always, never, only, within

# What a thread is started with, by glibc and by musl (pthread_create.c); no new process has these.
_THREADS = (0x3D0F00, 0x7D0F00)
_CLONE_THREAD = 0x00010000

# fcntl(2) commands that Python does not name, or not in version 3.11.
_F_DUPFD, _F_GETFD, _F_SETFD, _F_GETFL, _F_SETFL = 0, 1, 2, 3, 4
_F_DUPFD_CLOEXEC, _F_ADD_SEALS, _F_GET_SEALS = 1030, 1033, 1034

_TCGETS, _FIONREAD, _FIONBIO, _FIOCLEX = 0x5401, 0x541B, 0x5421, 0x5451
# V4L2 (linux/videodev2.h): capabilities, formats, buffers, on, off. No S_CTRL: a brightness set by
# a session would outlive it.
_CAMERA = (
    0x80685600, 0xC0405602, 0xC0D05604, 0xC0D05605, 0xC0145608, 0xC0585609, 0xC058560F, 0xC0585611,
    0x40045612, 0x40045613, 0xC0CC5615, 0xC0CC5616, 0xC02C564A,
)  # fmt: skip

_PRINTER_SIGNALS = (0x060B,)  # LPGETSTATUS (linux/lp.h): a printer port's signals, to read

_MADV_DONTNEED, _MADV_FREE, _MADV_DONTDUMP = 4, 8, 16  # not MERGEABLE: shared pages tell by time
_MFD_PRIVATE = 0x1 | 0x2 | 0x8  # CLOEXEC, ALLOW_SEALING, NOEXEC_SEAL
_PR_GET_DUMPABLE, _PR_GET_SECCOMP, _PR_GET_NO_NEW_PRIVS = 3, 21, 39
_TCP_USER_TIMEOUT = 18

_NO_TRACE = "ptrace process_vm_readv process_vm_writev pidfd_getfd kcmp process_madvise syslog"
_NO_RINGS = "io_uring_setup io_uring_enter io_uring_register io_setup"
_NO_ENGINES = "bpf perf_event_open userfaultfd vmsplice memfd_secret modify_ldt iopl ioperm"
_NO_KERNEL_STORE = "add_key request_key keyctl msgget semget mq_open"
_NO_PROGRAM = "execve execveat fork vfork personality"
_NO_MOUNT = (
    "mount umount2 pivot_root chroot open_tree move_mount fsopen fsmount fsconfig fspick "
    "mount_setattr open_by_handle_at name_to_handle_at swapon swapoff acct quotactl quotactl_fd "
    "unshare setns"
)
_NO_MACHINE = (
    "kexec_load kexec_file_load init_module finit_module delete_module reboot sethostname "
    "setdomainname settimeofday clock_settime clock_adjtime adjtimex lookup_dcookie nfsservctl"
)
# Landlock does not know these, and each can carry bits (facts of the filesystem, not its data).
_NO_INODE_NOTES = (
    "setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr chmod fchmod fchmodat "
    "chown fchown lchown fchownat utimensat utime utimes futimesat truncate openat2 creat"
)
_NO_WATCH = "fanotify_init inotify_init inotify_init1"

_NEVER = (
    *never(_NO_TRACE),
    *never(_NO_RINGS),
    *never(_NO_ENGINES),
    *never(_NO_KERNEL_STORE),
    *never(_NO_PROGRAM),
    *never(_NO_MOUNT),
    *never(_NO_MACHINE),
    *never(_NO_INODE_NOTES),
    *never(_NO_WATCH),
)

# glibc starts a thread by clone3, whose arguments lie behind a pointer that a filter cannot follow;
# told that there is no such call, it uses clone.
_THREADS_BY_CLONE = never("clone3", refusal=ENOSYS)

STAGE_ONE = Filter(
    (
        *_NEVER,
        *_THREADS_BY_CLONE,
        *only("clone", (Among(0, _THREADS),)),
        *only("socket", (Among(0, (socket.AF_UNIX,)),), refusal=EAFNOSUPPORT),
        *only("socketpair", (Among(0, (socket.AF_UNIX,)),), refusal=EAFNOSUPPORT),
    ),
    others_pass=True,
)
"""Until the process is warm: libraries are loaded and the display is connected. Not denied yet is
`shmget`: without it Qt gives up MIT-SHM without a word and leaves pixels in the X server."""

_MEMORY = (
    *always("brk munmap mremap"),
    *only("madvise", (Among(2, (_MADV_DONTNEED, _MADV_FREE, _MADV_DONTDUMP)),)),
    # No more executable memory, not even from a file: what is typed never becomes code, and a file
    # in memory (memfd) could hold it.
    *only("mprotect", (Without(2, mmap.PROT_EXEC),)),
)
_PLAIN_MAPS = only("mmap", (Without(2, mmap.PROT_EXEC),))
_LIFE = (
    *always("futex set_robust_list rseq sched_yield sched_getaffinity restart_syscall exit"),
    *always("rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack exit_group"),
    *always("getpid gettid getppid getuid geteuid getgid getegid"),
    *always("clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time getrandom"),
    *only("prctl", (Among(0, (_PR_GET_DUMPABLE, _PR_GET_SECCOMP, _PR_GET_NO_NEW_PRIVS)),)),
    *only("prlimit64", (Among(0, (0,)), Null(2))),  # to ask, and only about oneself
)
_THREAD_START = (*_THREADS_BY_CLONE, *only("clone", (Among(0, _THREADS),)))
_OPEN_ENDS = (
    *always("read readv write writev close fstat lseek"),
    *always("poll ppoll select pselect6 epoll_create1 epoll_ctl epoll_wait epoll_pwait eventfd2"),
    *always("recvfrom recvmsg getsockopt getsockname getpeername shutdown"),
    *only("sendto", (Null(4),)),  # to whom it is connected, and to nobody else
)
_SETTINGS_OF_ENDS = (
    *only("ioctl", (Among(1, (_TCGETS, _FIONREAD, _FIONBIO, _FIOCLEX)),)),
    *only(
        "fcntl",
        (Among(1, (_F_DUPFD, _F_GETFD, _F_SETFD, _F_GETFL, _F_DUPFD_CLOEXEC, _F_GET_SEALS)),),
        # No signal to anybody on traffic, and no write that passes the page cache by.
        (Among(1, (_F_SETFL,)), Without(2, os.O_ASYNC | os.O_DIRECT)),
    ),
    *only(
        "setsockopt",
        (
            Among(1, (socket.SOL_SOCKET,)),
            Among(
                2, (socket.SO_LINGER, socket.SO_KEEPALIVE, socket.SO_RCVTIMEO, socket.SO_SNDTIMEO)
            ),
        ),
        (Among(1, (socket.IPPROTO_TCP,)), Among(2, (socket.TCP_NODELAY, _TCP_USER_TIMEOUT))),
    ),
)
_OWN_PIXELS = (  # memory shared with the display server
    *only("memfd_create", (within(1, _MFD_PRIVATE),)),
    *only("fcntl", (Among(1, (_F_ADD_SEALS,)),)),
    *always("ftruncate"),
)


def session(pid: int, *, wayland: bool = False) -> Filter:
    """Return what a warm session may do. `pid` is its own, for a signal to itself.

    No call takes a path, not even to ask whether something is there: the kernel notes on each
    symbolic link when it was last followed, which Landlock does not know of.
    Descriptors are sent (`sendmsg`) only to a Wayland compositor; X11 takes its pixels another way.
    """
    return Filter(
        (
            *_LIFE, *_MEMORY, *_PLAIN_MAPS, *_THREAD_START, *_OPEN_ENDS, *_SETTINGS_OF_ENDS,
            *_OWN_PIXELS,
            *always("pread64 uname"),
            *only("ioctl", (Among(1, _CAMERA + _PRINTER_SIGNALS),)),
            *only("tgkill", (Among(0, (pid,)),)),
            *always("sendmsg" if wayland else ""),
        )
    )  # fmt: skip


def signer(pid: int) -> Filter:
    """Return what a signer with its key open may do: no file, no thread's name, no new code."""
    return Filter(
        (
            *_LIFE, *_MEMORY, *_PLAIN_MAPS, *_THREAD_START, *_OPEN_ENDS, *_SETTINGS_OF_ENDS,
            *only("tgkill", (Among(0, (pid,)),)),
        )
    )  # fmt: skip


def sight(pid: int) -> Filter:
    """Return what a sight may do when it knows all it needs: no file, no thread, no descriptor."""
    return Filter(
        (
            *_LIFE, *_MEMORY, *_PLAIN_MAPS, *always("read write close fstat recvfrom poll"),
            *only("sendto", (Null(4),)),
            *only("tgkill", (Among(0, (pid,)),)),
        )
    )  # fmt: skip


def driver(pid: int) -> Filter:
    """Return what a maker's driver may do: read what Landlock lets it, and start one program.

    A list of what a C program with libcups needs, since nobody can trace a driver to come: threads,
    but no other process; no socket, no name on the disk, no right, no signal but to itself. Which
    program it may start a filter cannot see; Landlock lets it start the driver and nothing else.
    """
    return Filter(
        (
            *_LIFE, *_THREAD_START, *_OPEN_ENDS_OF_A_DRIVER, *_PATHS_TO_READ,
            *always("brk mmap mprotect munmap mremap execve arch_prctl set_tid_address"),
            *only("madvise", (Among(2, (_MADV_DONTNEED, _MADV_FREE, _MADV_DONTDUMP)),)),
            *only("tgkill", (Among(0, (pid,)),)),
        )
    )  # fmt: skip


_OPEN_ENDS_OF_A_DRIVER = (
    *always("read readv write writev close pread64 lseek fstat poll ppoll select pselect6"),
    *always("dup dup2 dup3 recvfrom uname sysinfo times getrusage umask"),
    *only("sendto", (Null(4),)),
    *only("ioctl", (Among(1, (_TCGETS, _FIONREAD, _FIONBIO, *_PRINTER_SIGNALS)),)),
    *only("fcntl", (Among(1, (_F_DUPFD, _F_GETFD, _F_SETFD, _F_GETFL, _F_DUPFD_CLOEXEC)),)),
    *only("fcntl", (Among(1, (_F_SETFL,)), Without(2, os.O_ASYNC | os.O_DIRECT))),
)
_PATHS_TO_READ = always(
    "open openat stat lstat newfstatat statx access faccessat faccessat2 readlink readlinkat"
    " getcwd getdents64"
)

WIPER = Filter(
    (
        *_LIFE, *_MEMORY, *_PLAIN_MAPS, *always("read pread64 write pwrite64 close fstat lseek"),
        *only("sendto", (Null(4),)), *always("recvfrom poll"),
    )
)  # fmt: skip
"""What a wiper may do that holds its three descriptors: read two of them and write the third."""
