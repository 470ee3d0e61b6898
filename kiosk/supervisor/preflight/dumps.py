"""Dumps: a process that crashes must leave nothing behind, neither its memory nor a line about it.

Sessions forbid their own dumps. These checks are for the display server, which knows the keys, and
for the day when a session crashes before it could forbid anything.
"""

from kiosk.supervisor.preflight.check import Check, Seen, sysctl
from kiosk.supervisor.preflight.machine import Machine

_PATTERN, _ADDS_PID = "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/core_uses_pid"
_NOWHERE = ("", "/dev/null")  # core(5); the kernel dumps into regular files only
_KINDS = {"|": "is piped to a program", "@": "is sent to a socket"}
_HANDLERS = {
    "systemd-coredump": "/usr/lib/systemd/systemd-coredump",
    "apport": "/usr/share/apport/apport",
    "abrt": "/usr/sbin/abrtd",
    "kdump-tools": "/usr/sbin/kdump-config",
    "drkonqi": "/usr/libexec/drkonqi",
}
_RUNNING = ("systemd-coredump", "apport", "abrtd", "whoopsie", "drkonqi")


def _core_pattern(machine: Machine) -> Seen:
    pattern = machine.text(_PATTERN).strip()
    if pattern in _NOWHERE:
        adds = machine.text(_ADDS_PID).strip() != "0"
        told = "core_uses_pid makes a file of it" if adds else "a core goes nowhere"
        return Seen(not adds, f"core_pattern is '{pattern}': {told}")
    told = _KINDS.get(pattern[0], "is written as a file")
    return Seen(False, f"core_pattern is '{pattern}': a core {told}")


def _suid_dumpable(machine: Machine) -> Seen:
    value = machine.text("/proc/sys/fs/suid_dumpable").strip()
    return Seen(value == "0", f"fs.suid_dumpable is {value}")


def _exception_trace(machine: Machine) -> Seen:
    value = machine.text("/proc/sys/debug/exception-trace").strip()
    return Seen(value == "0", f"debug.exception-trace is {value}")


def _kdump(machine: Machine) -> Seen:
    machine.names("/sys/kernel")
    value = machine.text_if_any("/sys/kernel/kexec_crash_loaded")
    if value is None:  # the kernel makes this file whenever it can load a crash kernel
        return Seen(True, "this kernel can load no crash kernel")
    return Seen(value.strip() == "0", f"kexec_crash_loaded is {value.strip()}")


def _handlers(machine: Machine) -> Seen:
    installed = [name for name, path in _HANDLERS.items() if machine.exists(path)]
    running = [str(process) for process in machine.running(*_RUNNING)]
    if not installed and not running:
        return Seen(True, "none is installed or runs")
    found = ", ".join([*(f"{name} is installed" for name in installed), *running])
    cure = f"sudo apt-get purge -y {' '.join(installed)}" if installed else None
    return Seen(False, found, cure)


CHECKS = (
    Check(
        "core-pattern",
        "A core is all that a process knew, on disk. A size limit of 0 does not stop a pipe.",
        sysctl("kernel.core_pattern=/dev/null", "kernel.core_uses_pid=0"),
        _core_pattern,
    ),
    Check(
        "suid-dumpable",
        "Other values let programs be dumped that changed their user, as the station's do.",
        sysctl("fs.suid_dumpable=0"),
        _suid_dumpable,
    ),
    Check(
        "core-handler",
        "A crash handler keeps the memory of whatever crashed, and some send it away.",
        "sudo apt-get purge -y systemd-coredump apport kdump-tools drkonqi",
        _handlers,
    ),
    Check(
        "kdump",
        "A loaded crash kernel writes all memory to disk when the machine crashes.",
        "sudo kexec -p -u; sudo apt-get purge -y kdump-tools",
        _kdump,
    ),
    Check(
        "exception-trace",
        "The kernel logs where a process crashed, and the address it wanted: which can be data.",
        sysctl("debug.exception-trace=0"),
        _exception_trace,
    ),
)
