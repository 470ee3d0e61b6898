"""Faults of printer daemons, and settings of theirs that are none."""

from tests.supervisor.preflight.fault import MOUNTS, Fault, process, replaced

CUPS = {"/usr/sbin/cupsd": ""}
CUPS_FILES = "/etc/cups/cups-files.conf"
QUIET_CUPS = {
    **CUPS,
    "/etc/cups/cupsd.conf": "PreserveJobHistory False\nPreserveJobFiles 0\n",
    CUPS_FILES: "RequestRoot /var/spool/a\nTempDir /var/spool/b\nCacheDir /var/spool/c\n",
}
BESIDE = "/usr/sbin/ipp-usb.conf"
HAS_IPP_USB = {"/usr/sbin/ipp-usb": ""}
IPP_USB = "/etc/ipp-usb/ipp-usb.conf"
QUIET_IPP_USB = (
    "[network]\n  interface = loopback # all | loopback\n"
    "[logging]\n  device-log = error\n  main-log = error\n"
    "  console-log = error\n"
)

FAULTS = [
    Fault("cups-history", "PreserveJobHistory No, PreserveJobFiles No, requestroot", CUPS),
    Fault(
        "cups-history",
        "missing: tempdir /disk in RAM",
        {
            **CUPS,
            "/etc/cups/cupsd.conf": "PreserveJobHistory No\nPreserveJobFiles\tNo\n",
            CUPS_FILES: "RequestRoot /var/log/a\nTempDir\t/disk\nCacheDir /var/log\n",
        },
    ),
    Fault("cups-history", "cupsd (process 8)", process(8, "cupsd")),
    Fault("cups-history", "/run/cups/cups.sock; missing", {"/run/cups/cups.sock": ""}),
    Fault("cups-history", "/snap/cups; missing", {"/snap/cups/current": ""}),
    Fault(
        "cups-history",
        "missing: PreserveJobHistory No",
        {**QUIET_CUPS, "/etc/cups/cupsd.conf": "PreserveJobHistory n\nPreserveJobFiles 0\n"},
    ),
    Fault(
        "cups-history",
        "missing: accesslog /var/log/cups/accesslog in RAM, errorlog /var/log/cups/errorlog in RAM,"
        " pagelog /disk/page in RAM",
        {
            **QUIET_CUPS,
            CUPS_FILES: QUIET_CUPS[CUPS_FILES] + "PageLog /disk/page\n",
            **replaced(MOUNTS, "/ /var/log rw", "/ /var/spool rw"),
        },
    ),
    Fault(
        "cups-history",
        "missing: requestroot /var/spool/cups in RAM, tempdir /var/spool/cups/tmp in RAM,"
        " cachedir /var/cache/cups in RAM",
        {**QUIET_CUPS, CUPS_FILES: ""},
    ),
    Fault("cups-jobs", "2 files", {"/var/spool/cups/c00001": "", "/var/spool/cups/d00001-001": ""}),
    Fault(
        "cups-jobs",
        "1 files of jobs in /spool",
        {"/spool/c00100": "", CUPS_FILES: "RequestRoot /spool"},
    ),
    Fault("ipp-usb", "/snap/ipp-usb; device-log is not set", {"/snap/ipp-usb/current": ""}),
    Fault(
        "ipp-usb",
        "console-log is not set, which is debug",
        {**HAS_IPP_USB, IPP_USB: QUIET_IPP_USB.replace("console", "x")},
    ),
    Fault(
        "ipp-usb",
        "main-log is info",
        {**HAS_IPP_USB, IPP_USB: QUIET_IPP_USB, BESIDE: "[logging]\nmain-log = info"},
    ),
    Fault("ipp-usb", "device-log is not set, which is debug", HAS_IPP_USB),
    Fault(
        "ipp-usb",
        "device-log is all",
        {**HAS_IPP_USB, IPP_USB: QUIET_IPP_USB.replace("log = error", "log = all", 1)},
    ),
    Fault(
        "ipp-usb",
        "main-log is error,trace-usb",
        {**HAS_IPP_USB, IPP_USB: QUIET_IPP_USB + "main-log=error,trace-usb"},
    ),
    Fault(
        "ipp-usb",
        "interface is all",
        {**HAS_IPP_USB, IPP_USB: QUIET_IPP_USB.replace("loopback #", "all #")},
    ),
    Fault(
        "ipp-usb",
        "/var/log/ipp-usb is not in RAM",
        {
            **HAS_IPP_USB,
            IPP_USB: QUIET_IPP_USB,
            **replaced(MOUNTS, "tmpfs tmpfs", "ext4 /dev/sda4"),
        },
    ),
]

FINE = [
    Fault(
        "cups-history",
        "it keeps no job",
        {
            **QUIET_CUPS,
            CUPS_FILES: QUIET_CUPS[CUPS_FILES] + 'AccessLog\nErrorLog /dev/null\nPageLog ""\n',
            **replaced(MOUNTS, "/ /var/log rw", "/ /var/spool rw"),
        },
    ),
    Fault(
        "ipp-usb",
        "it logs errors only",
        {**HAS_IPP_USB, IPP_USB: QUIET_IPP_USB, **replaced(MOUNTS, "tmpfs tmpfs", "ramfs ramfs")},
    ),
    Fault("cups-history", "not installed", {"/etc/cups/cupsd.conf": "PreserveJobHistory Yes"}),
    Fault(
        "cups-history",
        "it keeps no job",
        {
            **CUPS,
            "/etc/cups/cupsd.conf": "PreserveJobHistory Off\npreservejobfiles no\n",
            CUPS_FILES: "RequestRoot /var/log/a\nTempDir /var/log\nCacheDir /var/log/b\n",
        },
    ),
    Fault("ipp-usb", "it logs errors only", {**HAS_IPP_USB, IPP_USB: QUIET_IPP_USB}),
]
