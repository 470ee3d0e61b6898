"""Logs: what the kernel says about a process must not be kept, nor passed on to where it is.

By design the kernel has nothing to say about a session. A log of kernel messages is where it would
lie if that were wrong once.
"""

from kiosk.supervisor.preflight import settings
from kiosk.supervisor.preflight.check import Check, Seen
from kiosk.supervisor.preflight.machine import Machine

_FOLDERS = ("/etc", "/run", "/usr/local/lib", "/usr/lib")  # an earlier one hides a later one's file
_FILE = "systemd/journald.conf"
# What must be said, since what is built in differs from one distribution to the next.
_MUST_BE_OFF = ("ForwardToSyslog", "ForwardToKMsg", "ForwardToConsole", "ReadKMsg")
_NO = ("no", "n", "false", "f", "off", "0")
_SYSLOGS = ("rsyslogd", "syslog-ng", "syslogd", "klogd", "metalog", "socklog")
_WAITS_FOR_SYSLOG = "/run/systemd/journal/syslog"


def _journal(machine: Machine) -> Seen:
    if not machine.running("systemd-journald"):
        return Seen(True, "journald does not run")
    said = _journal_settings(machine)
    on = [name for name in _MUST_BE_OFF if _value(said, name).lower() not in _NO]
    told = [f"{name}={_value(said, name) or '(not set)'}" for name in on]
    return Seen(
        not on, ", ".join(told) if on else "it forwards nothing and reads no kernel message"
    )


def _syslog(machine: Machine) -> Seen:
    found = [str(process) for process in machine.running(*_SYSLOGS)]
    found += [
        f"a socket waits at {one.name}"
        for one in machine.unix_sockets()
        if one.listens and one.name == _WAITS_FOR_SYSLOG
    ]
    return Seen(not found, ", ".join(found) if found else "none runs")


def _value(said: dict[str, str], name: str) -> str:
    return said.get(f"Journal.{name}", "")


def _journal_settings(machine: Machine) -> dict[str, str]:
    """Return journald's settings in its order: the file, then the drop-ins by their names."""
    texts = (machine.text_if_any(f"{folder}/{_FILE}") for folder in _FOLDERS)
    said = settings.systemd(next((text for text in texts if text is not None), ""))
    drop_ins: dict[str, str] = {}
    for folder in _FOLDERS:
        for name in machine.names(f"{folder}/{_FILE}.d"):
            if name.endswith(".conf"):
                drop_ins.setdefault(name, f"{folder}/{_FILE}.d/{name}")
    for name in sorted(drop_ins):
        said |= settings.systemd(machine.text_if_any(drop_ins[name]) or "")
    return said


CHECKS = (
    Check(
        "journal",
        "Kernel messages that journald reads or forwards stay in the journal and in other logs.",
        "sudo mkdir -p /etc/systemd/journald.conf.d && printf '[Journal]\\nForwardToSyslog=no\\n"
        "ForwardToKMsg=no\\nForwardToConsole=no\\nReadKMsg=no\\n' | sudo tee"
        " /etc/systemd/journald.conf.d/zz-kiosk.conf && sudo systemctl restart systemd-journald",
        _journal,
    ),
    Check(
        "syslog",
        "A syslog daemon writes kernel messages, and what other programs say, to files.",
        "sudo apt-get purge -y rsyslog syslog-ng-core inetutils-syslogd busybox-syslogd && sudo"
        " reboot",
        _syslog,
    ),
)
