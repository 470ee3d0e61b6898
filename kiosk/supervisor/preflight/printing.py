"""Printing: a printer daemon of the whole machine keeps what it prints, in files, logs and memory.

The station prints without one. Where one is there all the same, it must be set to keep nothing: as
Debian ships them, CUPS keeps every job's title for ever and its pages for a day, and ipp-usb writes
all USB traffic, the card among it, to its log as hexadecimal digits.
"""

import re

from kiosk.supervisor.preflight import settings
from kiosk.supervisor.preflight.check import Check, Finding, Seen, examine
from kiosk.supervisor.preflight.machine import Machine

_CUPS = ("/usr/sbin/cupsd", "/run/cups/cups.sock", "/snap/cups")
_CUPS_CONF, _CUPS_FILES = "/etc/cups/cupsd.conf", "/etc/cups/cups-files.conf"
_NO = ("no", "off", "false", "0")
_KEPT = {"preservejobhistory": "PreserveJobHistory No", "preservejobfiles": "PreserveJobFiles No"}
_SPOOL = "/var/spool/cups"
_FOLDERS = {"requestroot": _SPOOL, "tempdir": f"{_SPOOL}/tmp", "cachedir": "/var/cache/cups"}  # noqa: S108
_LOGS = ("accesslog", "errorlog", "pagelog")
_LOG_FOLDER = "/var/log/cups"
_JOB = re.compile(r"[cd]\d{5,}(-\d+)?")  # control and document files of a job

_IPP_USB = ("/usr/sbin/ipp-usb", "/snap/ipp-usb")
_IPP_USB_FILES = ("/etc/ipp-usb/ipp-usb.conf", "/usr/sbin/ipp-usb.conf")  # the later one wins
_IPP_USB_LOGS = "/var/log/ipp-usb"
# What is built in is debug, and there is no "none". The console is the journal.
_QUIET = dict.fromkeys(("device-log", "main-log", "console-log"), "error")


def _cups_history(machine: Machine) -> Seen:
    there = [path for path in _CUPS if machine.exists(path)]
    running = machine.running("cupsd")
    if not there and not running:
        return Seen(True, "CUPS is not installed")
    said = settings.cups(machine.text_if_any(_CUPS_CONF) or "")
    wrong = [line for name, line in _KEPT.items() if said.get(name, "").lower() not in _NO]
    wrong += [
        f"{name} {folder} in RAM"
        for name, folder in _written(_cups_files(machine))
        if not _in_memory(machine, folder)
    ]
    told = (
        f"missing: {', '.join(wrong)}" if wrong else "it keeps no job, and what it writes is in RAM"
    )
    return Seen(not wrong, f"{', '.join([*map(str, running), *there])}; {told}")


def _cups_jobs(machine: Machine) -> Seen:
    folder = _cups_files(machine).get("requestroot", _SPOOL)
    jobs = [name for name in machine.names(folder) if _JOB.fullmatch(name)]
    told = f"{len(jobs)} files of jobs in {folder}" if jobs else f"no job in {folder}"
    cure = f"sudo cancel -a -x; sudo find {folder} -type f -exec shred --remove {{}} +"
    return Seen(not jobs, told, cure)


def _ipp_usb(machine: Machine) -> Seen:
    there = [path for path in _IPP_USB if machine.exists(path)]
    running = machine.running("ipp-usb")
    if not there and not running:
        return Seen(True, "ipp-usb is not installed")
    said: dict[str, str] = {}
    for file in _IPP_USB_FILES:
        said |= settings.ipp_usb(machine.text_if_any(file) or "")
    wrong = [
        f"{name} is {said.get(f'logging.{name}', 'not set, which is debug')}"
        for name, quiet in _QUIET.items()
        if said.get(f"logging.{name}") != quiet
    ]
    if said.get("network.interface", "loopback") != "loopback":
        wrong.append(f"interface is {said['network.interface']}")
    if not _in_memory(machine, _IPP_USB_LOGS):
        wrong.append(f"{_IPP_USB_LOGS} is not in RAM")
    told = (
        ", ".join(wrong) if wrong else "it logs errors only, to RAM, and serves this machine only"
    )
    return Seen(not wrong, f"{', '.join([*map(str, running), *there])}; {told}")


def _cups_files(machine: Machine) -> dict[str, str]:
    return settings.cups(machine.text_if_any(_CUPS_FILES) or "")


def _written(said: dict[str, str]) -> list[tuple[str, str]]:
    """Return every place that CUPS writes to. A log with an empty name is not written."""
    folders = [(name, said.get(name, usual)) for name, usual in _FOLDERS.items()]
    logs = [(name, said.get(name, f"{_LOG_FOLDER}/{name}")) for name in _LOGS]
    return [*folders, *((name, file) for name, file in logs if file not in ("", "/dev/null"))]


def _in_memory(machine: Machine, folder: str) -> bool:
    mount = machine.mount_over(folder)
    return mount is not None and mount.kind in ("tmpfs", "ramfs")


CHECKS = (
    Check(
        "cups-history",
        "CUPS keeps the pages and titles of jobs in files and logs, and prints a job again after"
        " a crash, when the applicant is gone.",
        "sudo apt-get purge -y cups cups-daemon cups-browsed && sudo reboot",
        _cups_history,
    ),
    Check(
        "cups-jobs",
        "A job that waits is a card on the disk, and may be printed for the next applicant.",
        "sudo cancel -a -x; sudo find /var/spool/cups -type f -exec shred --remove {} +",
        _cups_jobs,
    ),
    Check(
        "ipp-usb",
        "As Debian ships it, ipp-usb logs all USB traffic: the card would be in /var/log.",
        "printf '[network]\\ninterface = loopback\\n[logging]\\ndevice-log = error\\nmain-log ="
        " error\\nconsole-log = error\\n' | sudo tee /etc/ipp-usb/ipp-usb.conf && echo 'tmpfs"
        " /var/log/ipp-usb tmpfs size=1m,mode=0700 0 0' | sudo tee -a /etc/fstab && sudo rm -rf"
        " /var/log/ipp-usb && sudo mkdir /var/log/ipp-usb && sudo mount /var/log/ipp-usb && sudo"
        " systemctl restart ipp-usb  # or, if no printer needs it: sudo apt-get purge -y ipp-usb",
        _ipp_usb,
    ),
)


def cups_objections(machine: Machine) -> tuple[Finding, ...]:
    """Return what keeps a queue of this machine's CUPS from being given a card; not told counts."""
    found = (examine(check, machine) for check in CHECKS if check.code.startswith("cups-"))
    return tuple(finding for finding in found if not finding.fine)
