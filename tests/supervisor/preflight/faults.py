"""Faults of a machine, one line each, and what looks like a fault and is none."""

from datetime import timedelta

from tests.supervisor.preflight import faults_printing
from tests.supervisor.preflight.fault import MOUNTS, Fault, listener, process, replaced, tcp
from tests.supervisor.preflight.machines import FIT, TCP_HEADER, UNIX_HEADER

LOCKDOWN = "/sys/kernel/security/lockdown"
JOURNAL = "/etc/systemd/journald.conf.d/zz-kiosk.conf"
CORE = "/proc/sys/kernel/core_pattern"
CONFIG = "/boot/config-6.12.9-kiosk"
VENDORS = "/usr/lib/systemd/journald.conf.d/zz-kiosk.conf"
KEYS = ("/etc/city-id-kiosk/keys/in-use.pem", "/etc/city-id-kiosk/keys/in-use.pub")
NO_FREE = {"/proc/cmdline": "quiet\n"}

FAULTS = [
    *faults_printing.FAULTS,
    Fault("init-on-free", "its default is off", NO_FREE),
    Fault("init-on-free", "init_on_free=0", {"/proc/cmdline": "init_on_free=1 init_on_free=0"}),
    Fault(
        "init-on-free", "init_on_free=nope", {"/proc/cmdline": "init_on_free=1 init_on_free=nope"}
    ),
    Fault("init-on-free", "its default is off", {"/proc/cmdline": "quiet -- init_on_free=1"}),
    Fault("init-on-free", "init_on_free=off", {"/proc/cmdline": "init_on_free=1 init_on_free=off"}),
    Fault("freed-memory", "neither clears", NO_FREE, {"wipes": False}),
    Fault("landlock", "Landlock ABI 2; needed is 3", answers={"abi": 2}),
    Fault("landlock", "no Landlock; needed is ABI 3", answers={"abi": 0}),
    Fault("landlock-scopes", "Landlock ABI 5; needed is 6", answers={"abi": 5}),
    Fault(
        "seccomp",
        "missing: errno",
        {"/proc/sys/kernel/seccomp/actions_avail": "kill_process allow"},
    ),
    Fault(
        "raw-memory",
        "/proc/kcore",
        {"/sys/kernel/security/lockdown": "none [integrity] confidentiality"},
    ),
    Fault("raw-memory", "/dev/mem", {"/dev/mem": "", "/sys/kernel/security/lockdown": "[none]"}),
    Fault("raw-memory", "/dev/kmem", {"/dev/kmem": "", LOCKDOWN: "[none] integrity"}),
    Fault("hidepid", "/proc: ", replaced(MOUNTS, ",hidepid=invisible", "")),
    Fault("hidepid", "noaccess", replaced(MOUNTS, "hidepid=invisible", "hidepid=noaccess")),
    Fault("usbmon", "usbmon is there", {"/dev/usbmon0": ""}),
    Fault("usbmon", "usbmon is there", {"/sys/class/usbmon/usbmon0/dev": ""}),
    Fault("core-pattern", "piped to a program", {CORE: "|/bin/handler %p\n"}),
    Fault("core-pattern", "sent to a socket", {CORE: "@/run/cores\n"}),
    Fault("core-pattern", "written as a file", {CORE: "core\n"}),
    Fault("core-pattern", "core_uses_pid", {"/proc/sys/kernel/core_uses_pid": "1\n"}),
    Fault("suid-dumpable", "is 2", {"/proc/sys/fs/suid_dumpable": "2\n"}),
    Fault(
        "core-handler",
        "apport is installed, apport (process 9)",
        {"/usr/share/apport/apport": "", **process(9, "apport")},
        cure="sudo apt-get purge -y apport",
    ),
    Fault(
        "core-handler", "systemd-coredump is installed", {"/usr/lib/systemd/systemd-coredump": ""}
    ),
    Fault(
        "core-handler",
        "abrtd (process 9)",
        process(9, "abrtd"),
        cure="sudo apt-get purge -y systemd-coredump apport kdump-tools drkonqi",
    ),
    Fault("kdump", "kexec_crash_loaded is 1", {"/sys/kernel/kexec_crash_loaded": "1\n"}),
    Fault("exception-trace", "is 1", {"/proc/sys/debug/exception-trace": "1\n"}),
    Fault(
        "swap", "/dev/sda3", {"/proc/swaps": FIT["/proc/swaps"] + "/dev/sda3 partition 9 0 -2\n"}
    ),
    Fault("zram", "zram1", {"/sys/block/zram0/disksize": "0", "/sys/block/zram1/disksize": "4096"}),
    Fault("zswap", "enabled is Y", {"/sys/module/zswap/parameters/enabled": "Y\n"}),
    Fault(
        "hibernation",
        "platform",
        {"/sys/power/state": "mem disk\n", "/sys/power/disk": "[platform]"},
    ),
    Fault("hibernation", "/dev/sda3", {"/proc/cmdline": "init_on_free=1 resume=/dev/sda3"}),
    Fault("memory-lock", "8192 KiB", answers={"lock": (False, "a limit of 8192 KiB")}),
    Fault(
        "display-clients",
        "connected: xev (process 44), a program that came over TCP",
        process(44, "xev"),
        {"clients": (44, None)},
        "sudo kill 44  # and take what is named out of the display's start",
    ),
    Fault(
        "display-clients",
        "connected: a program that came over TCP",
        answers={"clients": (None,)},
        cure='sudo fuser -v /tmp/.X11-unix/X0 "$XDG_RUNTIME_DIR/wayland-0"'
        "  # then: sudo kill NUMBER, and take it out of the display's start",
    ),
    Fault(
        "display-clients", "over a network", answers={"environment": {"DISPLAY": "localhost:10.0"}}
    ),
    Fault(
        "display-clients",
        "2 connections to /run/user/7/wayland-0",
        {
            "/proc/1/net/unix": UNIX_HEADER
            + "000: 00000002 00000000 00010000 0001 01 20 /run/user/7/wayland-0\n"
            + "000: 00000003 00000000 00000000 0001 03 21 /run/user/7/wayland-0\n"
            + "000: 00000003 00000000 00000000 0001 03 22 /run/user/7/wayland-0\n"
        },
        {"environment": {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/run/user/7"}},
    ),
    Fault("display-tcp", "port 6000 (display :0)", tcp(6000)),
    Fault("display-tcp", "port 6063 (display :63)", tcp(6063)),
    Fault(
        "display-tcp",
        "port 6091 (display :91)",
        tcp(6091),
        {"environment": {"DISPLAY": ":91.0"}},
    ),
    Fault(
        "display-tcp",
        "port 6001 (display :1)",
        {"/proc/1/net/tcp": TCP_HEADER + "   0: 00000000:1771 00000000:0000 0A 0:0 0:0 0 0\n"},
    ),
    Fault(
        "display-tcp",
        "port 6000 (display :0)",
        {
            "/proc/1/net/tcp6": TCP_HEADER
            + f"   0: {'0' * 32}:1770 {'0' * 32}:0000 0A 0:0 0:0 0 0\n"
        },
    ),
    Fault(
        "session-bus",
        "dbus-daemon (process 8)",
        process(8, "dbus-daemon", "dbus-daemon\0--session\0"),
    ),
    Fault("session-bus", "/run/user/1000/bus", listener("/run/user/1000/bus")),
    Fault(
        "session-bus",
        "dbus-broker-lau (process 8)",
        process(8, "dbus-broker-launch", "dbus-broker-launch\0--scope\0user\0"),
    ),
    Fault("input-method", "ibus-daemon (process 8)", process(8, "ibus-daemon")),
    Fault("input-method", "ibus/dbus-Xy1", listener("@/home/desk/.cache/ibus/dbus-Xy1")),
    Fault("accessibility-bus", "at-spi-bus-laun (process 8)", process(8, "at-spi-bus-launcher")),
    Fault("accessibility-bus", "at-spi/bus_0", listener("/run/user/1000/at-spi/bus_0")),
    Fault("clipboard-manager", "wl-paste (process 8)", process(8, "wl-paste")),
    Fault("sound-server", "pipewire (process 8)", process(8, "pipewire")),
    Fault("sound-server", "pulse/native", listener("/run/user/1000/pulse/native")),
    Fault("journal", "ReadKMsg=yes", replaced(JOURNAL, "ReadKMsg=no", "ReadKMsg=yes")),
    Fault("journal", "ForwardToSyslog=(not set)", replaced(JOURNAL, "ForwardToSyslog=no\n", "")),
    Fault(
        "journal", "ReadKMsg=no  # never", replaced(JOURNAL, "ReadKMsg=no", "ReadKMsg=no  # never")
    ),
    Fault("journal", "ForwardToKMsg=(not set)", replaced(JOURNAL, "[Journal]", "[journal]")),
    Fault(
        "journal",
        "ForwardToConsole=1",
        {"/run/systemd/journald.conf.d/zzz.conf": "[Journal]\nForwardToConsole=1\n"},
    ),
    Fault("syslog", "rsyslogd (process 8)", process(8, "rsyslogd")),
    Fault("syslog", "journal/syslog", listener("/run/systemd/journal/syslog")),
    Fault("disk-free", "255 MiB", answers={"free": (255 << 20, 10_000)}),
    Fault("disk-free", "999 files", answers={"free": (1 << 30, 999)}),
    Fault(
        "access-times",
        "kept on /",
        replaced(MOUNTS, "/ / rw,noatime", "/ / rw,relatime"),
        cure="sudo mount -o remount,noatime /  # and noatime into the options of / in /etc/fstab",
    ),
    Fault("retired-keys", "in-use.pem, old.pem", {"/etc/city-id-kiosk/keys/old.pem": ""}),
    Fault("retired-keys", "in-use.pem, retired", {"/etc/city-id-kiosk/keys/retired/a.pem": ""}),
    Fault("clock-set", "2026-11-23", answers={"age": -timedelta(seconds=1)}),
    Fault("clock-set", "2036-12-01", answers={"age": timedelta(days=3660)}),
    Fault("clock-synchronized", "runs alone", answers={"synchronized": False}),
]

ALSO: dict[str, tuple[str, ...]] = {
    "freed-memory": ("init-on-free",),
    "landlock": ("landlock-scopes",),
    "cups-history": ("cups-jobs",),
}
"""Checks whose demand holds another's within."""

FINE = [
    *faults_printing.FINE,
    Fault("init-on-free", "default is on", {**NO_FREE, CONFIG: "CONFIG_INIT_ON_FREE_DEFAULT_ON=y"}),
    Fault("init-on-free", "init_on_free=on", {"/proc/cmdline": "init_on_free=on"}),
    Fault("init-on-free", "init_on_free=Yes", {"/proc/cmdline": "init_on_free=Yes init_on_free=?"}),
    Fault("freed-memory", "can be wiped", NO_FREE),
    Fault("landlock", "ABI 3", answers={"abi": 3}),
    Fault("landlock-scopes", "ABI 6", answers={"abi": 6}),
    Fault("disk-free", "256 MiB and 1000 files", answers={"free": (256 << 20, 1000)}),
    Fault("clock-set", "2026-11-24 00:00", answers={"age": timedelta(0)}),
    Fault("clock-set", "2036-11-30", answers={"age": timedelta(days=3659)}),
    Fault("raw-memory", "none of", {"/proc/kcore": None, "/sys/kernel/security/lockdown": None}),
    Fault("hidepid", "/proc: ", replaced(MOUNTS, "hidepid=invisible", "hidepid=ptraceable")),
    Fault("core-pattern", "goes nowhere", {CORE: "\n"}),
    Fault("kdump", "no crash kernel", {"/sys/kernel/kexec_crash_loaded": None}),
    Fault("display-tcp", "no X server", tcp(5999)),
    Fault("display-tcp", "no X server", tcp(6064)),
    Fault("zram", "none", {"/sys/block/zram0/disksize": "0\n"}),
    Fault("zswap", "enabled is N", {"/sys/module/zswap/parameters/enabled": "N\n"}),
    Fault("hibernation", "cannot", {"/proc/cmdline": "resume=/dev/sda3 nohibernate"}),
    Fault(
        "display-clients",
        "nobody",
        listener("/run/user/7/wayland-0"),
        {"environment": {"WAYLAND_DISPLAY": "/run/user/7/wayland-0"}},
    ),
    Fault("session-bus", "none", process(8, "dbus-broker-launch", "broker\0--scope\0system\0")),
    Fault("journal", "does not run", {"/proc/300/comm": "other\n", JOURNAL: None}),
    Fault("journal", "forwards nothing", {VENDORS: "[Journal]\nReadKMsg=yes\n"}),
    Fault("access-times", "none kept", replaced(MOUNTS, "/ / rw,noatime", "/ / ro,relatime")),
    Fault("key-folder", "not there", dict.fromkeys(KEYS)),
]
