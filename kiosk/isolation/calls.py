"""Calls: the numbers of the system calls that a filter names, on the two machines we run on.

A number has no meaning of its own: 62 is `kill` on x86_64 and `lseek` on aarch64. Source: Linux
6.1, arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h. From 424 on both
machines count alike (asm-generic/unistd.h, "common with all other architectures").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

# name:x86_64:aarch64, or name:both; "-" where a machine does not have the call.
_TABLE = """
accept4:288:242 accept:43:202 access:21:- acct:163:89 add_key:248:217 adjtimex:159:171
arch_prctl:158:- bind:49:200 bpf:321:280 brk:12:214 chmod:90:- chown:92:- chroot:161:51
clock_adjtime:305:266 clock_getres:229:114 clock_gettime:228:113 clock_nanosleep:230:115
clock_settime:227:112 clone3:435 clone:56:220 close:3:57 connect:42:203 creat:85:-
delete_module:176:106 dup:32:23 dup2:33:- dup3:292:24 epoll_create1:291:20 epoll_ctl:233:21
epoll_pwait:281:22 epoll_wait:232:- eventfd2:290:19 execve:59:221 execveat:322:281 exit:60:93
exit_group:231:94 faccessat2:439 faccessat:269:48 fallocate:285:47 fanotify_init:300:262
fchmod:91:52 fchmodat:268:53 fchown:93:55 fchownat:260:54 fcntl:72:25 finit_module:313:273 fork:57:-
fremovexattr:199:16 fsconfig:431 fsetxattr:190:7 fsmount:432 fsopen:430 fspick:433 fstat:5:80
ftruncate:77:46 futex:202:98 futimesat:261:- getcwd:79:17 getdents64:217:61 getegid:108:177
geteuid:107:175 getgid:104:176 getpeername:52:205 getpid:39:172 getppid:110:173 getrandom:318:278
getresgid:120:150 getresuid:118:148 getrusage:98:165 getsockname:51:204 getsockopt:55:209
gettid:186:178 gettimeofday:96:169 getuid:102:174 init_module:175:105 inotify_init1:294:26
inotify_init:253:- io_setup:206:0 io_uring_enter:426 io_uring_register:427 io_uring_setup:425
ioctl:16:29 ioperm:173:- iopl:172:- kcmp:312:272 kexec_file_load:320:294 kexec_load:246:104
keyctl:250:219 kill:62:129 lchown:94:- link:86:- linkat:265:37 listen:50:201 lookup_dcookie:212:18
lremovexattr:198:15 lseek:8:62 lsetxattr:189:6 lstat:6:- madvise:28:233 memfd_create:319:279
memfd_secret:447 mkdir:83:- mkdirat:258:34 mknod:133:- mknodat:259:33 mmap:9:222 modify_ldt:154:-
mount:165:40 mount_setattr:442 move_mount:429 mprotect:10:226 mq_open:240:180 mremap:25:216
msgget:68:186 munmap:11:215 name_to_handle_at:303:264 nanosleep:35:101 newfstatat:262:79
nfsservctl:180:42 open:2:- open_by_handle_at:304:265 open_tree:428 openat2:437 openat:257:56
perf_event_open:298:241 personality:135:92 pidfd_getfd:438 pidfd_open:434 pidfd_send_signal:424
pivot_root:155:41 poll:7:- ppoll:271:73 prctl:157:167 pread64:17:67 prlimit64:302:261
process_madvise:440 process_vm_readv:310:270 process_vm_writev:311:271 pselect6:270:72
ptrace:101:117 pwrite64:18:68 quotactl:179:60 quotactl_fd:443 read:0:63 readlink:89:-
readlinkat:267:78 readv:19:65 reboot:169:142 recvfrom:45:207 recvmsg:47:212 removexattr:197:14
rename:82:- renameat2:316:276 renameat:264:38 request_key:249:218 restart_syscall:219:128 rmdir:84:-
rseq:334:293 rt_sigaction:13:134 rt_sigprocmask:14:135 rt_sigreturn:15:139 sched_getaffinity:204:123
sched_yield:24:124 select:23:- semget:64:190 sendmmsg:307:269 sendmsg:46:211 sendto:44:206
set_robust_list:273:99 set_tid_address:218:96 setdomainname:171:162 sethostname:170:161
setns:308:268 setsockopt:54:208 settimeofday:164:170 setxattr:188:5 shmget:29:194 shutdown:48:210
sigaltstack:131:132 socket:41:198 socketpair:53:199 stat:4:- statx:332:291 swapoff:168:225
swapon:167:224 symlink:88:- symlinkat:266:36 sysinfo:99:179 syslog:103:116 tgkill:234:131 time:201:-
times:100:153 tkill:200:130 truncate:76:45 umask:95:166 umount2:166:39 uname:63:160 unlink:87:-
unlinkat:263:35 unshare:272:97 userfaultfd:323:282 utime:132:- utimensat:280:88 utimes:235:-
vfork:58:- vmsplice:278:75 write:1:64 writev:20:66
"""

FIRST_UNKNOWN = 451
"""Calls from this number on are newer than this table: no program that we start needs one."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What a filter must know of a processor: its audit number (linux/audit.h) and its calls."""

    audit: int
    numbers: Mapping[str, int]
    foreign_bit: int  # set in the numbers of calls by another convention of this machine, or 0


def _numbers(column: int) -> dict[str, int]:
    found = {}
    for entry in _TABLE.split():
        name, *numbers = entry.split(":")
        number = numbers[min(column, len(numbers) - 1)]
        if number != "-":
            found[name] = int(number)
    return found


class Machines(Enum):
    """The value of a member is what os.uname() calls the machine."""

    X86_64 = "x86_64"
    AARCH64 = "aarch64"

    @property
    def machine(self) -> Machine:
        return _MACHINES[self]


_MACHINES = {
    Machines.X86_64: Machine(0xC000003E, _numbers(0), foreign_bit=0x40000000),  # x32
    Machines.AARCH64: Machine(0xC00000B7, _numbers(1), foreign_bit=0),
}
